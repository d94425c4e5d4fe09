"""What a printed decimal can have been: intervals, not tolerances.

A number with d decimals means the number ± half a unit of its d-th decimal; both ends
count, so that half-up and half-even rounding are held alike.
"""

from __future__ import annotations

import re
from contextlib import AbstractContextManager
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext

from attrs import frozen

from chinamkt.expressions import expression

__all__ = ["Interval", "is_coarse", "is_printable", "printed_unit", "round_like", "wide_arithmetic"]

_HALF = Decimal("0.5")
#: No report prints a figure of more digits than this on either side of the point.
_MOST_DIGITS = 20
#: Sums and products of printable numbers are exact; the caller's own decimal context has no say.
_WIDE = Context(prec=8 * _MOST_DIGITS)
#: Words whose digits are not the number's own: multiples, fractions, tenths (成). 百分之 only says "per cent".
_COARSE = expression(
    r"[万萬亿億兆千百十成半两兩]|half|quarter|third|dozen|hundred|thousand|million|billion|trillion|\d\s?(?:k|mn?|bn|tn)\b",
    re.IGNORECASE,
)


def wide_arithmetic() -> AbstractContextManager[Context]:
    """A ``with`` block in which sums and products of printable numbers lose no digit."""
    return localcontext(_WIDE)


def is_printable(value: Decimal) -> bool:
    """Whether a report could print the number (a guard against exponents in the millions)."""
    return _exponent(value) >= -_MOST_DIGITS and value.adjusted() <= _MOST_DIGITS


@frozen(slots=True)
class Interval:
    """A closed interval.

    >>> Interval.printed(Decimal("-0.64"))
    Interval(low=Decimal('-0.645'), high=Decimal('-0.635'))
    """

    low: Decimal
    high: Decimal

    @classmethod
    def printed(cls, value: Decimal, *, units: Decimal = _HALF) -> Interval:
        """What a rounded number can have been; :param units: of its last digit, to either side."""
        slack = units * printed_unit(value)
        return cls(value - slack, value + slack)

    @classmethod
    def cut_off(cls, value: Decimal) -> Interval:
        """What it can have been if it was rounded, or if the digits behind were dropped.

        >>> Interval.cut_off(Decimal("-16"))
        Interval(low=Decimal('-17'), high=Decimal('-15.5'))
        """
        half, whole = _HALF * printed_unit(value), printed_unit(value)
        return cls(value - whole, value + half) if value < 0 else cls(value - half, value + whole)

    def meets(self, other: Interval) -> bool:
        """Whether they have a number in common."""
        return self.low <= other.high and other.low <= self.high


def round_like(value: Decimal, model: Decimal) -> Decimal:
    """The value, half up, with as many decimals as the model.

    >>> round_like(Decimal("0.645"), Decimal("-0.46"))
    Decimal('0.65')
    """
    return value.quantize(printed_unit(model), rounding=ROUND_HALF_UP)


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int), "the model holds finite numbers alone"  # noqa: S101 - for the type checker
    return exponent


def printed_unit(value: Decimal) -> Decimal:
    """One unit of the last printed digit.

    >>> printed_unit(Decimal("23916.06"))
    Decimal('0.01')
    """
    return Decimal((0, (1,), _exponent(value)))


def is_coarse(words: str) -> bool:
    """Whether the figure was written with a multiple or a fraction, so that its digits say little of its precision.

    >>> is_coarse("2.4万点"), is_coarse("half a percent"), is_coarse("23,916.06"), is_coarse("百分之3")
    (True, True, False, False)
    """
    return bool(_COARSE.search(words.replace("百分之", "")))
