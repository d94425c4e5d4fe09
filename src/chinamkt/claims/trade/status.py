"""How far an act has come, by the words around it."""

from __future__ import annotations

from chinamkt.claims.trade.dates import Calendar, Days, leads_in
from chinamkt.claims.trade.sentence import CLAUSE_ENDS, Sentence
from chinamkt.expressions import expression
from chinamkt.model.facts import EventKind, EventStatus
from chinamkt.rules import trade as k

__all__ = ["measure_status", "meeting_status", "settled", "told_of"]

_BEHIND_MARKER = frozenset((k.PARTY, k.ON, k.STATUS, k.DATE, k.COMMA, k.FROM))
#: Words that tell of the act even from a clause of their own: "tariffs on cars, which took effect in May".
_OF_FORCE = frozenset(("keep", "effect", "takes_effect", "pause", "lift"))
#: What is begun by being announced.
_LAUNCHED = frozenset((EventKind.PROBE, EventKind.DISPUTE, EventKind.SANCTION))
#: 将23家企业: how many undergo.
_COUNTED = expression(r" ?[0-9]+ ?[家个间名项]")
_IN_FORCE = frozenset((EventKind.TARIFF, EventKind.DUTY))


def measure_status(sentence: Sentence, kind: EventKind, lo: int, at: int, hi: int) -> EventStatus | None:
    """The status of a measure by the words in ``lo <= i < hi``; ``None`` where none says so.

    :param at: the last token of the act; behind it a comma, "that" or an "and" starts another matter, but for words of force.
    """
    stop = next((i for i in range(at + 1, hi) if _stops(sentence, i)), hi)
    told = told_of(sentence, lo, stop)
    if sentence.spaced:
        told |= told_of(sentence, stop, hi) & _OF_FORCE
    since = any(
        sentence.tokens[i].value[0] in ("since", "now") and not leads_in(sentence, i) for i in sentence.of(k.DATE, lo, hi)
    )
    if "lift" in told and _raises(sentence, lo, hi):
        told.discard("lift")
    if _threatened(sentence, lo, at):
        return EventStatus.THREATENED
    if "pause" in told:
        return EventStatus.SUSPENDED
    if "lift" in told:
        return EventStatus.PLANNED if "future" in told else EventStatus.LIFTED
    if kind in _LAUNCHED and told & {"do", "begin"} and "future" not in told:
        return EventStatus.DONE
    if "keep" in told or since:
        return EventStatus.IN_FORCE
    if "effect" in told and "future" not in told:
        return EventStatus.IN_FORCE
    if "threat" in told:
        return EventStatus.THREATENED
    if "announce" in told and kind in _LAUNCHED and "future" not in told:
        return EventStatus.DONE
    if told & {"future", "announce", "takes_effect"}:
        return EventStatus.PLANNED
    if "decided" in told:
        return EventStatus.DONE
    if told & {"levy", "do", "begin", "raise", "bind"} or sentence.of(k.FACE, lo, at):
        return EventStatus.IN_FORCE if kind in _IN_FORCE else EventStatus.DONE
    if "under_way" in told:
        return EventStatus.UNDER_WAY
    if "report" in told:
        return EventStatus.REPORTED
    return None


def _threatened(sentence: Sentence, lo: int, at: int) -> bool:
    """ "A threat to raise tariffs sends": what is told behind it is of the threat, not of the tariffs."""
    before = [i for i in sentence.of(k.STATUS, lo, at) if not _marks_object(sentence, i)]
    if not before or any(sentence.code(i) in CLAUSE_ENDS | {k.AND} for i in range(before[-1], at)):
        return False
    verbs = [sentence.tokens[i].value for i in before[-2:]]
    return verbs[-1] == "threat" or (verbs[0] == "threat" and verbs[-1] in ("raise", "levy"))


def _stops(sentence: Sentence, i: int) -> bool:
    """Whether another matter begins: at a comma, "that", or an "and" before a verb ("imposed it and China vowed to answer")."""
    code = sentence.code(i)
    if code == k.AND:
        return any(sentence.code(j) == k.STATUS for j in range(i + 1, i + 3))
    return code == k.COMMA or (code == k.RELATIVE and sentence.tokens[i].value in k.CLAUSES)


def told_of(sentence: Sentence, lo: int, hi: int) -> set[str]:
    """The words of status; "travels there to sign" is still to come, "agreed to extend" is not."""
    told: set[str] = set()
    for i in sentence.of(k.STATUS, lo, hi):
        if _marks_object(sentence, i):
            continue
        told.add(sentence.tokens[i].value)
        if sentence.code(i - 1) == k.TO and sentence.gap(i - 1, i) == 0 and not sentence.states(i - 2, i - 1, "bind", "decided"):
            told.add("future")
    return told


def _marks_object(sentence: Sentence, i: int) -> bool:
    """将 in front of what undergoes ("将12家美国实体列入") is no word of the future; in front of 对 or a verb it is."""
    token = sentence.tokens[i]
    if sentence.view[token.start : token.end] != "将":
        return False
    if _COUNTED.match(sentence.view, token.end) or sentence.view[token.start - 1 : token.start] == "已":
        return True
    behind = next((j for j in range(i + 1, len(sentence.tokens)) if sentence.code(j) in _BEHIND_MARKER), None)
    return behind is not None and sentence.code(behind) == k.PARTY and sentence.tokens[behind].rule is None


def settled(status: EventStatus | None, days: Days, calendar: Calendar) -> EventStatus | None:
    """The status in the light of the calendar: what starts after the day of publication is planned."""
    start, today = days.start, calendar.today
    if start is None or start.year is None or today is None or status not in (EventStatus.IN_FORCE, EventStatus.DONE):
        return status
    parts = (start.year, start.month or 0, start.day or 0)
    return EventStatus.PLANNED if parts > (today.year, today.month * (start.month is not None), today.day) else status


def _raises(sentence: Sentence, lo: int, hi: int) -> bool:
    """ "Lifted the duty to 25%" raises it."""
    for i in sentence.states(lo, hi, "lift"):
        for j in range(i + 1, min(hi, i + 5)):
            if sentence.code(j) == k.TO and sentence.code(j + 1) == k.RATE:
                return True
    return False


def meeting_status(sentence: Sentence, kind: EventKind, lo: int, hi: int, end: int, *, does: bool) -> EventStatus | None:
    """The status of talks, a call, a meeting, a truce or a deal; ``None`` where no word makes it an act.

    :param end: up to where it may be told that it is hearsay; :param does: its own words are a verb ("sat down").
    """
    told = told_of(sentence, lo, hi)
    bound = kind in (EventKind.TRUCE, EventKind.DEAL)
    anchors = {"bind", "announce"} if bound else {"hold", "under_way", "await", "begin", "takes_effect", "effect"}
    if not does and not told & anchors:
        return None
    if "threat" in told or sentence.states(lo, end, "report"):
        return EventStatus.REPORTED
    if told & {"future", "await", "takes_effect"}:
        return EventStatus.PLANNED
    if bound or "hold" in told or not told & {"under_way", "begin", "effect"}:
        return EventStatus.DONE
    return EventStatus.UNDER_WAY
