"""An event of the ledger: what all its reports state together, and where they contradict each other."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable
from decimal import Decimal
from itertools import pairwise
from typing import TypeVar

from attrs import field, frozen

from chinamkt.ledger.likeness import ENDED
from chinamkt.ledger.statement import HAPPENINGS, MUTUAL, Statement, place_of
from chinamkt.model.dates import PartialDate
from chinamkt.model.facts import EventKind, EventStatus, TradeEvent

__all__ = ["Contradiction", "Entry", "Saying", "StatusTold", "entry_of", "merged_dates"]

T = TypeVar("T")

#: How far an act has come, for statements of one day.
_RANKS = {
    status: rank
    for rank, status in enumerate(
        (EventStatus.THREATENED, EventStatus.REPORTED, EventStatus.PLANNED, EventStatus.UNDER_WAY, EventStatus.DONE,
         EventStatus.IN_FORCE, EventStatus.SUSPENDED, EventStatus.LIFTED)
    )
}  # fmt: skip


@frozen(slots=True, kw_only=True)
class Saying:
    """One of several things that reports state of one attribute.

    :param value: as the facts table writes it.
    :param sources: the reports that say so, as :attr:`Statement.source` has them.
    """

    value: str
    sources: tuple[str, ...]


@frozen(slots=True, kw_only=True)
class Contradiction:
    """What reports state of one event and can't all be true.

    :param attribute: the attribute of :class:`chinamkt.TradeEvent`: ``place``, ``date``, ``rate``, ``effective_to``, ...
    """

    attribute: str
    sayings: tuple[Saying, ...]


@frozen(slots=True, kw_only=True)
class StatusTold:
    """How far the act had come, by what was told on a day."""

    status: EventStatus
    told: PartialDate | None = None
    sources: tuple[str, ...] = ()


@frozen(slots=True, kw_only=True)
class Entry:
    """One event, as all its reports state it together.

    An attribute that the reports contradict each other about is ``None`` here; ``contradictions`` has what each says.

    :param parties: the acting party first; for talks, calls, meetings, truces and deals in the order of the alphabet.
    :param days: the days told for the act; talks can have several.
    :param history: what was told of its status, the earliest first.
    :param sources: every statement of it, with report, article and words.
    """

    kind: EventKind
    parties: tuple[str, ...]
    days: tuple[PartialDate, ...] = ()
    place: str | None = None
    rate: Decimal | None = field(default=None, eq=str)
    target: str | None = None
    effective_from: PartialDate | None = None
    effective_to: PartialDate | None = None
    history: tuple[StatusTold, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    sources: tuple[Statement, ...] = ()

    @property
    def status(self) -> EventStatus | None:
        """What was told last; of several statements of that day the one furthest on."""
        if not self.history:
            return None
        last = max(str(told.told or "") for told in self.history)
        return max((told.status for told in self.history if str(told.told or "") == last), key=_RANKS.__getitem__)

    @property
    def reports(self) -> tuple[str, ...]:
        """The ids of its reports, each once."""
        return tuple(dict.fromkeys(statement.report for statement in self.sources))

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The acting party with each other one, each pair by the alphabet; with ``*`` where no other is named.

        >>> Entry(kind=EventKind.TARIFF, parties=("US", "CA", "MX")).pairs
        (('CA', 'US'), ('MX', 'US'))
        """
        first, *others = self.parties
        return tuple((min(first, other), max(first, other)) if other != "*" else (first, "*") for other in others or ["*"])


def entry_of(statements: tuple[Statement, ...]) -> Entry:
    """The entry of statements of one event.

    :param statements: at least one, in the order of :attr:`Statement.order`.
    """
    first = statements[0].event
    parties = tuple(sorted(set(first.parties))) if first.kind in MUTUAL else (first.parties[0], *sorted(set(first.parties[1:])))
    found: list[Contradiction] = []
    # The days of a measure's end are no days of the measure, where it is told of otherwise too.
    lasting = tuple(told for told in statements if first.kind in HAPPENINGS or told.event.status not in ENDED) or statements
    days = merged_dates(_values(lasting, lambda event: event.date))
    if first.kind in HAPPENINGS and _gap(days):
        found += _contradiction("date", statements, lambda event: event.date)
    terms: dict[str, PartialDate | None] = {}
    for name in ("effective_from", "effective_to"):
        read = _reader(name)
        dates = merged_dates(_values(lasting, read))
        terms[name] = dates[0] if len(dates) == 1 else None
        if len(dates) > 1:
            found += _contradiction(name, lasting, read)
    places = {place_of(event) for statement in statements if (event := statement.event).place}
    if len(places) > 1:
        found += _contradiction("place", statements, lambda event: event.place)
    rates = {statement.event.rate for statement in statements if statement.event.rate is not None}
    if len(rates) > 1:
        found += _contradiction("rate", statements, lambda event: event.rate)
    history = _history(statements)
    return Entry(
        kind=first.kind,
        parties=parties,
        days=days,
        place=_commonest(_values(statements, lambda event: event.place)) if len(places) == 1 else None,
        rate=min(_values(statements, lambda event: event.rate), key=_shortest) if len(rates) == 1 else None,
        target=_commonest(_values(statements, lambda event: event.target)),
        effective_from=terms["effective_from"],
        effective_to=terms["effective_to"],
        history=history,
        contradictions=(*found, *_of_status(history)),
        sources=statements,
    )  # fmt: skip


def merged_dates(dates: Iterable[PartialDate]) -> tuple[PartialDate, ...]:
    """Dates with what belongs together put together; several where they contradict each other.

    >>> [str(date) for date in merged_dates([PartialDate(2025, 5), PartialDate(None, 5, 14), PartialDate(2025, 6, 9)])]
    ['2025-05-14', '2025-06-09']
    """
    found: list[PartialDate] = []
    for date in sorted(set(dates), key=lambda date: (-_parts(date), str(date))):
        for i, other in enumerate(found):
            both = date.merge(other)
            if both is not None:
                found[i] = both
                break
        else:
            found.append(date)
    return tuple(sorted(set(found), key=str))


def _shortest(rate: Decimal) -> tuple[int, str]:
    """Of 30 and 30.0 the plain one."""
    return len(str(rate)), str(rate)


def _parts(date: PartialDate) -> int:
    return sum(part is not None for part in (date.year, date.month, date.day))


def _values(statements: tuple[Statement, ...], read: Callable[[TradeEvent], T | None]) -> list[T]:
    return [value for statement in statements if (value := read(statement.event)) is not None]


def _reader(name: str) -> Callable[[TradeEvent], PartialDate | None]:
    return lambda event: getattr(event, name)


def _commonest(values: list[str]) -> str | None:
    """What is said most often; among equals the longest, then the first by the alphabet."""
    counted = Counter(values)
    return min(counted, key=lambda value: (-counted[value], -len(value), value)) if counted else None


def _gap(days: tuple[PartialDate, ...]) -> bool:
    """Whether full days leave a day out between them: talks may last, but not with a hole."""
    full = sorted(day.date for day in days if day.date)
    return any(after - before > dt.timedelta(days=1) for before, after in pairwise(full))


def _contradiction(name: str, statements: tuple[Statement, ...], read: Callable[[TradeEvent], object]) -> list[Contradiction]:
    said: dict[str, list[str]] = {}
    for statement in statements:
        value = read(statement.event)
        if value is not None:
            said.setdefault(str(value), []).append(statement.source)
    sayings = tuple(Saying(value=value, sources=tuple(dict.fromkeys(sources))) for value, sources in sorted(said.items()))
    return [Contradiction(attribute=name, sayings=sayings)]


def _history(statements: tuple[Statement, ...]) -> tuple[StatusTold, ...]:
    told: dict[tuple[str, EventStatus], list[Statement]] = {}
    for statement in statements:
        if statement.event.status is not None:
            told.setdefault((str(statement.told or "~"), statement.event.status), []).append(statement)
    return tuple(
        StatusTold(status=status, told=group[0].told, sources=tuple(dict.fromkeys(statement.source for statement in group)))
        for (_, status), group in sorted(told.items(), key=lambda item: (item[0][0], _RANKS[item[0][1]]))
    )


def _of_status(history: tuple[StatusTold, ...]) -> list[Contradiction]:
    """In force by one report, suspended or lifted by another of the same day."""
    days: dict[PartialDate, list[StatusTold]] = {}
    for told in history:
        if told.told is not None and told.told.day is not None:
            days.setdefault(told.told, []).append(told)
    found = []
    for same in days.values():
        against = [told for told in same if told.status in ENDED]
        held = [told for told in same if told.status is EventStatus.IN_FORCE]
        if against and held and {*held[0].sources} != {source for told in against for source in told.sources}:
            sayings = tuple(Saying(value=told.status.value, sources=told.sources) for told in (*held, *against))
            found.append(Contradiction(attribute="status", sayings=sayings))
    return found
