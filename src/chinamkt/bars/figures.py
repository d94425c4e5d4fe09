"""One printed figure against what the bars allow it to be."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from attrs import frozen

from chinamkt.bars.verdict import Part, Ruling
from chinamkt.model.printed import Interval, printed_unit
from chinamkt.model.quantities import Bound

__all__ = ["Allowed", "Stated", "compare"]

_FAR = Decimal("Infinity")


@frozen(slots=True)
class Allowed:
    """One value that a figure can have by the bars.

    :param exact: the bars show this very value; else it is only the room in which the value must lie.
    :param slight: a miss of all else is slight where the figure fits here (a price of the day that is not its close).
    """

    label: str
    value: Interval
    exact: bool = True
    slight: bool = False


@frozen(slots=True)
class Stated:
    """A figure as printed: what it says by its digits and words, and what would still be near it.

    :param size: the figure without its sign, for the words "over" and "under" go by size.
    """

    says: Interval
    near: Interval
    text: str

    @classmethod
    def of(cls, value: Decimal, bound: Bound = Bound.EXACT, upper: Decimal | None = None, *, loose: Decimal, text: str) -> Stated:
        """What a figure with its bound allows.

        A journalist's "over 2%" is 2.3%, not 7%; so an "over" that is far over, a "nearly" that is far off and an
        "about" that is not about are near misses, while the wrong side of the figure is a plain one.

        :param loose: how far off, as a share of the figure, "about", "over" and "under" reach.
        """
        size = abs(value)
        unit = printed_unit(value)
        reach = loose * size + unit / 2
        if bound is Bound.RANGE and upper is not None:
            says = Interval(size - unit / 2, abs(upper) + printed_unit(upper) / 2)
            near = Interval(size - unit, abs(upper) + printed_unit(upper))
        elif bound is Bound.OVER:
            says, near = Interval(size, size + 2 * reach), Interval(size, _FAR)
        elif bound is Bound.UNDER:
            says, near = Interval(size - reach, size + unit / 2), Interval(-_FAR, size + unit / 2)
        elif bound is Bound.ABOUT:
            says, near = Interval(size - reach, size + reach), Interval(size - 2 * reach, size + 2 * reach)
        else:
            says, near = Interval.printed(size), Interval(size - unit / 2, size + unit)  # cut off, not rounded
            if size == 0:
                near = says
        if value < 0:
            says, near = (Interval(-one.high, -one.low) for one in (says, near))
        return cls(says, near, text)


def compare(figure: str, stated: Stated, allowed: Iterable[Allowed], *, missing: str | None, doubtful: str | None) -> Part:
    """The ruling on one figure.

    :param missing: what the bars lack for a further value it could have; then nothing is contradicted.
    :param doubtful: what could explain a miss; it is slight then.
    """
    tried = list(allowed)
    for one in tried:
        if one.exact and one.value.meets(stated.says):
            return Part(figure=figure, value=Ruling.SUPPORTED, why=f"{one.label}", numbers=_numbers(one))
    for one in tried:
        if not one.exact and not one.slight and one.value.meets(stated.says):
            why = f"{stated.text} lies within {one.label}, which the bars do not tell apart further"
            return Part(figure=figure, value=Ruling.UNDECIDABLE, why=why, numbers=_numbers(one))
    if missing is not None or not tried:
        return Part(figure=figure, value=Ruling.UNDECIDABLE, why=missing or "nothing to compare with")
    best = tried[0]
    why = f"{stated.text}, but {best.label} is {_middle(best)}"
    reasons = [doubtful] if doubtful else []
    if any(one.value.meets(stated.near) for one in tried):
        reasons.append("a near miss: cut off instead of rounded, or loosely worded?")
    if any(one.slight and one.value.meets(stated.says) for one in tried):
        reasons.append("the day's range holds it")
    also = f" ({'; '.join(reasons)})" if reasons else ""
    return Part(figure=figure, value=Ruling.CONTRADICTED, why=why + also, numbers=_numbers(*tried), slight=bool(reasons))


def _numbers(*allowed: Allowed) -> tuple[tuple[str, Decimal], ...]:
    return tuple(number for one in allowed for number in _named(one))


def _named(one: Allowed) -> tuple[tuple[str, Decimal], ...]:
    if one.exact:
        return ((one.label, _round(one.value)),)
    return ((f"{one.label}, from", one.value.low), (f"{one.label}, to", one.value.high))


def _middle(one: Allowed) -> str:
    return f"{_round(one.value)}" if one.exact else f"{_short(one.value.low)} to {_short(one.value.high)}"


def _round(value: Interval) -> Decimal:
    return _short((value.low + value.high) / 2)


def _short(value: Decimal) -> Decimal:
    """Four digits behind the point at most, as far as they say something."""
    if not value.is_finite():
        return value
    short = value.quantize(Decimal("0.0001")).normalize()
    return short.quantize(Decimal(1)) if short == short.to_integral_value() else short
