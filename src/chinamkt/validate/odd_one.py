"""Which of level, points and per cent is the odd one out, where the report itself tells."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from attrs import frozen

from chinamkt.model.facts import Basis, PriceMove
from chinamkt.model.printed import Interval, is_printable
from chinamkt.model.quantities import Bound
from chinamkt.model.report import Report

__all__ = ["Triple", "odd_one", "percent_of", "percents_of"]


@frozen(slots=True)
class Triple:
    """Three exact figures of one day's move, in one unit."""

    level: Decimal
    points: Decimal
    percent: Decimal
    unit: str


def percent_of(level: Decimal, points: Decimal) -> Decimal:
    """The change in per cent that leads to a level by some points."""
    return 100 * points / (level - points)


def percents_of(level: Interval, points: Interval) -> Interval | None:
    """The percentages that level and points allow: monotone in both, so the corners are the ends.

    ``None`` where the previous close may have been zero.
    """
    if level.low - points.high <= 0:
        return None
    corners = [percent_of(end, change) for end in (level.low, level.high) for change in (points.low, points.high)]
    return Interval(min(corners), max(corners))


def odd_one(report: Report, move: PriceMove, triple: Triple) -> str | None:
    """Which figure is wrong and why one can know, in words; ``None`` where the report does not tell.

    A witness is another figure of the same instrument and day in the report: the previous close that it states or
    implies, or the same figure once more. Without one, a figure in which two neighbouring digits change places to make
    all three agree, if no other does so too.
    """
    wrong, witness = _by_previous_close(report, move, triple), "the previous close that the report gives elsewhere"
    if wrong is None:
        wrong, witness = _by_repetition(report, move), "the other two are told elsewhere too"
    if wrong is not None:
        return f"the {wrong}, for {witness}"
    swaps = [
        (name, value)
        for name in ("level", "points", "percent")
        for value in _swaps(getattr(triple, name))
        if _agrees(triple, name, value)
    ]
    if len({name for name, _ in swaps}) == 1:
        name, value = swaps[0]
        return f"the {name}, with two digits in each other's place: {value}"
    return None


def _agrees(triple: Triple, name: str, value: Decimal) -> bool:
    figures = {"level": triple.level, "points": triple.points, "percent": triple.percent, name: value}
    allowed = percents_of(Interval.printed(figures["level"]), Interval.printed(figures["points"]))
    return allowed is not None and allowed.meets(Interval.printed(figures["percent"]))


def _swaps(value: Decimal) -> Iterator[Decimal]:
    """The numbers that differ by two neighbouring digits in each other's place."""
    digits = f"{abs(value):f}"
    places = [place for place, digit in enumerate(digits) if digit != "."]
    for one, other in pairwise(places):
        if digits[one] != digits[other]:
            turned = list(digits)
            turned[one], turned[other] = turned[other], turned[one]
            yield Decimal("".join(turned)).copy_sign(value)


def _others(report: Report, move: PriceMove) -> list[PriceMove]:
    """What else the report says of the instrument's day."""
    return [
        other
        for other in report.moves
        if other is not move
        and other.instrument.subject == move.instrument.subject
        and other.article == move.article
        and other.date == move.date
        and other.basis is Basis.DAY
        and all(
            figure is None or (figure.bound is Bound.EXACT and is_printable(figure.value))
            for figure in (other.level, other.points, other.percent)
        )
    ]


def _by_previous_close(report: Report, move: PriceMove, triple: Triple) -> str | None:
    """Two of the three give a previous close; the pair that gives the one known elsewhere is right."""
    level, points, percent = (Interval.printed(value) for value in (triple.level, triple.points, triple.percent))
    pairs: dict[str, Interval] = {"percent": Interval(level.low - points.high, level.high - points.low)}
    if percent.low > -100:
        pairs["points"] = Interval(100 * level.low / (100 + percent.high), 100 * level.high / (100 + percent.low))
    if percent.low * percent.high > 0:
        ends = [100 * change / share for change in (points.low, points.high) for share in (percent.low, percent.high)]
        pairs["level"] = Interval(min(ends), max(ends))
    for known in _previous_closes(_others(report, move), triple.unit):
        fitting = [name for name, implied in pairs.items() if implied.meets(known)]
        if len(fitting) == 1:
            return fitting[0]
    return None


def _previous_closes(others: list[PriceMove], unit: str) -> Iterator[Interval]:
    for other in others:
        level, points = other.level, other.points
        if level is not None and points is not None and level.unit == points.unit == unit:
            now, change = Interval.printed(level.value), Interval.printed(points.value)
            yield Interval(now.low - change.high, now.high - change.low)


def _by_repetition(report: Report, move: PriceMove) -> str | None:
    """Two of the three figures stand elsewhere as well, the third does not, or otherwise."""
    confirmed = set()
    for other in _others(report, move):
        if other.phase is not None and move.phase is not None and other.phase is not move.phase:
            continue
        for name in ("level", "points", "percent"):
            mine, theirs = getattr(move, name), getattr(other, name)
            if mine is not None and theirs is not None and Interval.printed(mine.value).meets(Interval.printed(theirs.value)):
                confirmed.add(name)
    left = {"level", "points", "percent"} - confirmed
    return left.pop() if len(left) == 1 else None
