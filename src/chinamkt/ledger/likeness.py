"""Whether two statements can be about one event: what speaks for it, what speaks against it.

Both questions are symmetric, and neither looks at anything but the two statements.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from functools import lru_cache

from attrs import define

from chinamkt.ledger.statement import HAPPENINGS, LEVIES, Statement, has_year, place_of
from chinamkt.model.dates import PartialDate
from chinamkt.model.facts import EventKind, EventStatus
from chinamkt.reference.goods import pieces_of

__all__ = ["CONSECUTIVE", "ENDED", "Node", "conflict", "likeness"]

#: How a measure ends.
ENDED = frozenset((EventStatus.SUSPENDED, EventStatus.LIFTED))
#: Talks may last some days, so that two reports name different ones.
CONSECUTIVE = dt.timedelta(days=3)
#: A day in America is the next one in China.
_ZONES = dt.timedelta(days=1)
#: What reports without a day of their own tell of is news: happenings of a month, measures of a quarter.
_NEWS = {True: dt.timedelta(days=31), False: dt.timedelta(days=92)}


@define(slots=True, eq=False)
class Node:
    """Statements that say the same, told without a long pause.

    :param first: with ``last`` the days that it speaks of or was told on; ``None`` where no year is known.
    :param dated: a date of the statement itself has its year.
    :param ending: the measure is suspended or lifted, so its days are those of its end.
    """

    statements: list[Statement]
    date: PartialDate | None
    start: PartialDate | None
    end: PartialDate | None
    place: str | None
    rate: Decimal | None
    target: str | None
    pieces: frozenset[str] = frozenset()
    first: dt.date | None = None
    last: dt.date | None = None
    happening: bool = True
    levy: bool = False
    lasting: bool = False
    dated: bool = False
    ending: bool = False
    reports: frozenset[str] = frozenset()

    @classmethod
    def of(cls, statements: list[Statement]) -> Node:
        """The node of statements that state the same."""
        event = statements[0].event
        happening = event.kind in HAPPENINGS
        target = event.target
        node = cls(
            statements=statements, date=event.date, start=event.effective_from, end=event.effective_to, place=place_of(event),
            rate=event.rate, target=target, pieces=pieces_of(target) if target else frozenset(), happening=happening,
            levy=event.kind in LEVIES, lasting=event.kind in (EventKind.TALKS, EventKind.MEETING), dated=has_year(statements[0]),
            ending=not happening and event.status in ENDED, reports=frozenset(statement.report for statement in statements),
        )  # fmt: skip
        days = [date.bounds for date in (node.date, node.start, node.end) if date and date.bounds]
        if not (happening and days):  # what happened long ago is told of long after; what is in force is told of while it is
            days += [statement.told.bounds for statement in statements if statement.told and statement.told.bounds]
        if days:
            node.first, node.last = min(first for first, _ in days), max(last for _, last in days)
        return node

    @property
    def keys(self) -> set[object]:
        """What speaks for likeness, so that only nodes which share a key need be compared."""
        found: set[object] = {("goods", piece) for piece in self.pieces}
        if self.place is not None:
            found.add(("place", self.place))
        if self.levy:  # the same rate or goods, or another rate for the very same term
            if self.rate is not None:
                found.add(("rate", self.rate))
            if self.start is not None and self.end is not None:
                found.add(("term", self.start.month, self.start.day, self.end.month, self.end.day))
            return found
        for date in (self.date, self.start):
            if date is not None and date.month is not None:
                found.add(("month", date.month))
        if self.date is not None and self.date.date is not None:  # talks of the last day of a month and of the first
            day, last = self.date.date.toordinal(), dt.date.max.toordinal()
            beside = (dt.date.fromordinal(min(max(day + step, 1), last)) for step in (-CONSECUTIVE.days, CONSECUTIVE.days))
            found.update(("month", near.month) for near in beside)
        if self.end is not None and self.end.month is not None:
            found.add(("end", self.end.month))
        return found

    @property
    def timed(self) -> bool:
        """Whether a year is known, from the statement or from the day it was told."""
        return self.first is not None

    def near(self, other: Node) -> bool:
        """Whether the two speak of times so near that the same words mean the same event; also where one has no time."""
        if self.first is None or self.last is None or other.first is None or other.last is None:
            return True
        return max(self.first, other.first) - min(self.last, other.last) <= _NEWS[self.happening]


def _agree(one: PartialDate | None, other: PartialDate | None) -> bool:
    return one is None or other is None or _merge(one, other)


@lru_cache(maxsize=65536)
def _merge(one: PartialDate, other: PartialDate) -> bool:
    """Whether two dates can mean one day; asked again and again for the same few."""
    return one.merge(other) is not None


def _overlap(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Whether two dates share a month at least; a year alone says too little."""
    if one is None or other is None or one.month is None or other.month is None:
        return False
    return _merge(one, other)


def _apart(one: PartialDate | None, other: PartialDate | None) -> dt.timedelta | None:
    """How far two full dates lie from each other."""
    if one is None or other is None or one.date is None or other.date is None:
        return None
    return abs(one.date - other.date)


def _neighbours(one: Node, other: Node) -> bool:
    """Whether the days told can be days of one happening."""
    apart = _apart(one.date, other.date)
    if apart is None:
        return False
    if one.lasting and one.place is not None and one.place == other.place:
        return apart <= CONSECUTIVE
    return one.happening and apart <= _ZONES and (one.place is None or other.place is None or one.place == other.place)


def _same_goods(one: Node, other: Node) -> bool:
    """Whether the targets can be the same: one is left out, or one's words are among the other's.

    Goods at large are other than steel. Words in two scripts can't be compared.
    """
    if one.target is None or other.target is None or one.target.isascii() != other.target.isascii():
        return True
    return bool(one.pieces) == bool(other.pieces) and (one.pieces <= other.pieces or other.pieces <= one.pieces)


def conflict(one: Node, other: Node) -> bool:
    """Whether what the two state can't be true of one event.

    A difference in one point is no conflict where the others pin the event down: the same day but another place, the
    same start but another end. Such events are joined, and the ledger says that the reports contradict each other. One
    report that tells of both tells of two events.
    """
    if not _same_goods(one, other):
        return True
    strict = not one.reports.isdisjoint(other.reports)
    if one.happening:
        same_day = _apart(one.date, other.date) == dt.timedelta(0)
        return _other_day(one, other) or _other_rate(one, other) or (_other_place(one, other) and (strict or not same_day))
    return _other_place(one, other) or _other_term(one, other, strict)


def _other_place(one: Node, other: Node) -> bool:
    return one.place is not None and other.place is not None and one.place != other.place


def _other_rate(one: Node, other: Node) -> bool:
    return one.rate is not None and other.rate is not None and one.rate != other.rate


def _other_day(one: Node, other: Node) -> bool:
    terms = _agree(one.start, other.start) and _agree(one.end, other.end)
    return not terms or not (_agree(one.date, other.date) or _neighbours(one, other))


def _other_term(one: Node, other: Node, strict: bool) -> bool:
    if one.ending is not other.ending:  # it ends on another day than it starts
        return _other_rate(one, other)
    if _other_rate(one, other):
        # Two rates from the same day to the same day on the same goods: one of them is wrong.
        told = one.target is not None and other.target is not None
        return strict or not (told and _same_start(one, other) and _full(one.end, other.end))
    if not _agree(one.start, other.start):
        return strict or not _full(one.end, other.end)
    if not _agree(one.end, other.end):
        return strict or not _same_start(one, other)
    if one.start is None or other.start is None:
        # Without a start that both tell, the day of the act tells events apart; it may be the day they start on.
        days = [day for day in (one.date, one.start) if day], [day for day in (other.date, other.start) if day]
        near = any(_agree(mine, yours) or (_apart(mine, yours) or CONSECUTIVE) <= _ZONES for mine in days[0] for yours in days[1])
        return bool(days[0] and days[1]) and not near
    return False


def _same_start(one: Node, other: Node) -> bool:
    return _full(one.start, other.start) or _full(one.date, other.date)


def _full(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Whether both name the same day; a day without its year is one where both leave it out."""
    return one is not None and other is not None and one.day is not None and other.day is not None and _merge(one, other)


def likeness(one: Node, other: Node) -> bool:
    """Whether what the two state speaks for one event, and nothing against it.

    Overlapping dates speak for it; so do the same place, rate or target where both are news of the same time.
    """
    if conflict(one, other):
        return False
    days = one.ending is other.ending and (
        _overlap(one.date, other.date) or _overlap(one.start, other.start) or _overlap(one.end, other.end)
        or _overlap(one.date, other.start) or _overlap(one.start, other.date) or _neighbours(one, other)
    )  # fmt: skip
    if days and ((one.dated and other.dated) or one.near(other)):
        return not one.levy or _same_levy(one, other)
    if not one.near(other):
        return False
    if one.place is not None and one.place == other.place:
        return True
    if one.levy:
        return _same_levy(one, other)
    return bool(one.pieces and other.pieces) and _comparable(one, other)


def _same_levy(one: Node, other: Node) -> bool:
    """Levies are told apart by their rates; without a rate, or without a time, the goods must be told and the same.

    "A 10% tariff" was said of many, in 2018 as in 2025.
    """
    if one.rate is None or other.rate is None:
        return bool(one.pieces) and bool(other.pieces) and _comparable(one, other)
    return (one.timed and other.timed) or _comparable(one, other)


def _comparable(one: Node, other: Node) -> bool:
    return one.target is not None and other.target is not None and one.target.isascii() == other.target.isascii()
