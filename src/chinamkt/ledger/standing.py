"""What was in force between two parties on a day, as far as the reports say.

Only measures can be in force: tariffs, duties, truces, export controls, sanctions. A statement that something is in
force holds from its start, or else from the day it was told, to its end, or else to the day it was last told. What
lies between is not filled in: it is listed as undecided, with the reason.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from attrs import frozen

from chinamkt.ledger.entry import Entry
from chinamkt.ledger.likeness import ENDED
from chinamkt.ledger.statement import LEVIES, MEASURES, Statement
from chinamkt.model.dates import PartialDate
from chinamkt.model.facts import EventStatus
from chinamkt.reference.parties import EU_MEMBERS

__all__ = ["Standing", "Undecided", "concerns", "standing"]


@frozen(slots=True, kw_only=True)
class Undecided:
    """An entry that may have been in force.

    :param reason: what the reports leave open.
    """

    entry: Entry
    reason: str


@frozen(slots=True, kw_only=True)
class Standing:
    """What was in force between two parties on a day.

    :param in_force: what was, by at least one report and against none.
    :param undecided: what may have been.
    """

    parties: tuple[str, str]
    day: dt.date
    in_force: tuple[Entry, ...] = ()
    undecided: tuple[Undecided, ...] = ()


def standing(entries: Iterable[Entry], one: str, other: str, day: dt.date) -> Standing:
    """Sort the measures between two parties by whether they were in force on a day."""
    found: list[Entry] = []
    undecided: list[Undecided] = []
    for entry in entries:
        if entry.kind not in MEASURES or not concerns(entry, one, other, alone=True):
            continue
        verdict = _verdict(entry, day)
        if verdict is True and not concerns(entry, one, other):
            verdict = f"the reports name no party that {entry.parties[0]} acts upon"
        if verdict is True:
            found.append(entry)
        elif verdict is not False:
            undecided.append(Undecided(entry=entry, reason=verdict))
    return Standing(parties=(one, other), day=day, in_force=tuple(found), undecided=tuple(undecided))


def concerns(entry: Entry, one: str, other: str, *, alone: bool = False) -> bool:
    """Whether one of the two acts upon the other, or both act together.

    :param alone: also what one of them does without a party that it falls on being named. What the European Union does
        or suffers in trade, its members do (the customs union of article 28 of its treaty).
    """
    first, *others = entry.parties
    sides = [{code, "EU"} if code in EU_MEMBERS else {code} for code in (one, other)]
    for mine, yours in (sides, sides[::-1]):
        if first in mine and (any(party in yours for party in others) or (alone and not others)):
            return True
    return False


def _verdict(entry: Entry, day: dt.date) -> bool | str:
    """True, False, or why neither can be said."""
    if any(contradiction.attribute == "rate" for contradiction in entry.contradictions):
        found = {_term(entry, statement, day) for statement in entry.sources if _effective(entry, statement)}
        return "the reports contradict each other about its rate" if found - {False} else False
    effective = [statement for statement in entry.sources if _effective(entry, statement)]
    if not effective:
        return _announced(entry, day)
    over = _ended(entry, day)
    if over is True:
        return False
    verdicts = {_term(entry, statement, day) for statement in effective}
    for name, what in (("effective_from", "start"), ("effective_to", "end")):
        if any(contradiction.attribute == name for contradiction in entry.contradictions):
            # A report that is silent on the point can't settle what the others quarrel about.
            verdicts = {_term(entry, statement, day) for statement in effective if getattr(statement.event, name) is not None}
            if len(verdicts) > 1:
                return f"the reports contradict each other about its {what}"
    if True in verdicts:
        return over if isinstance(over, str) else True
    if verdicts == {False}:
        return False
    return _most_telling(entry, effective, day, over)


def _most_telling(entry: Entry, effective: list[Statement], day: dt.date, over: bool | str) -> bool | str:
    """Together the statements may span the day that none spans alone: in force when told before, and when told after."""
    days = sorted(bounds for statement in effective if statement.told and (bounds := statement.told.bounds))
    start, end = entry.effective_from, entry.effective_to
    if days and days[0][1] <= day <= days[-1][0]:
        return over if isinstance(over, str) else True
    if start and start.bounds is None:
        return f"no report gives the year of its start, {start}"
    if end and end.bounds is None:
        return f"no report gives the year of its end, {end}"
    if days and day > days[-1][1] and end is None:
        return f"no end is told, and it was last told of on {days[-1][1]}"
    if days and day < days[0][0] and start is None:
        return f"no start is told, and it was first told of on {days[0][0]}"
    if not days and (start is None or end is None):
        return "no report says from when to when, and none is dated"
    return "the reports do not give its days exactly enough"


def _effective(entry: Entry, statement: Statement) -> bool:
    """Whether a statement says that the measure took effect, not only that it was decided."""
    status = statement.event.status
    return status is EventStatus.IN_FORCE or (status is EventStatus.DONE and entry.kind not in LEVIES)


def _term(entry: Entry, statement: Statement, day: dt.date) -> bool | None:
    """Whether the day lies in the term that one statement gives, with what the others add."""
    event = statement.event
    start = _fuller(event.effective_from, entry.effective_from) or (event.date if event.effective_from is None else None)
    if start is not None and start.bounds is None and event.effective_from is None:
        start = _fuller(event.date, entry.days[0] if len(entry.days) == 1 else None)
    end = _fuller(event.effective_to, entry.effective_to)
    told = statement.told.bounds if statement.told else None
    begun: bool | None = None
    if start is not None and start.bounds is not None:
        begun = False if day < start.bounds[0] else True if day >= start.bounds[1] else None
    elif start is None and told is not None and told[1] <= day:
        begun = True  # it was in force when this was told
    if begun is False:
        return False
    lasts: bool | None = None
    if end is not None and end.bounds is not None:
        lasts = False if day > end.bounds[1] else True if day <= end.bounds[0] else None
    elif end is None and told is not None and day <= told[0]:
        lasts = True
    if lasts is False:
        return False
    return True if begun and lasts else None


def _fuller(own: PartialDate | None, joint: PartialDate | None) -> PartialDate | None:
    """A statement's own date, completed by what the others say where they agree."""
    if own is None:
        return joint
    return (own.merge(joint) if joint else None) or own


def _ended(entry: Entry, day: dt.date) -> bool | str:
    """Whether a report says that it had been suspended or lifted by the day."""
    verdict: bool | str = False
    for statement in entry.sources:
        event = statement.event
        if event.status not in ENDED:
            continue
        since = event.effective_from or event.date or statement.told
        bounds = since.bounds if since else None
        until = event.effective_to.bounds if event.effective_to else None
        if bounds is None:
            verdict = f"it was {event.status.value}, no report says when"
        elif day > bounds[1] or day == bounds[0] == bounds[1]:
            if until is None or day <= until[0]:
                return True
            verdict = f"it was suspended until {event.effective_to}, and no report says what followed"
        elif day >= bounds[0]:
            verdict = f"it was {event.status.value} in {since}"
    return verdict


def _announced(entry: Entry, day: dt.date) -> bool | str:
    """What was only announced is not in force; where its day has come, no report says whether it is."""
    if any(statement.event.status in ENDED for statement in entry.sources):
        return False
    planned = (None, EventStatus.PLANNED, EventStatus.DONE)
    if all(statement.event.status not in planned for statement in entry.sources):
        return False
    start, end = entry.effective_from, entry.effective_to
    if start is None or start.bounds is None or day < start.bounds[0]:
        return False
    if end is not None and end.bounds is not None and day > end.bounds[1]:
        return False
    return f"it was announced for {start}, no report says that it took effect"
