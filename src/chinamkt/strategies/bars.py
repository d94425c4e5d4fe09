"""Strategies for daily bars."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from chinamkt.bars.series import Bar, Series

__all__ = ["bar_series"]

_START = st.dates(dt.date(2005, 1, 1), dt.date(2024, 12, 31))
#: Hundredths; steps are small beside the level, so that closes and highs come near each other and tie.
_LEVEL = st.integers(50_000, 3_000_000)
#: How many figures of each kind there are: the gap at the open, the day's move, both shadows, free days before it.
_GAPS, _STEPS, _SHADOWS, _FREE = 101, 601, 121, 8
#: One number a day, taken apart by :func:`_parts`: five draws a day would be too many for Hypothesis.
_DAY = st.integers(0, _GAPS * _STEPS * _SHADOWS * _SHADOWS * _FREE - 1)


@st.composite
def bar_series(draw: DrawFn, *, min_size: int = 1, max_size: int = 60, from_launch: bool = True) -> Series:
    """Complete series of daily bars on weekdays, some of them holidays, with two decimals.

    :param min_size: the least number of bars; ``max_size``: the most.
    """
    day, close = draw(_START), draw(_LEVEL)
    bars: list[Bar] = []
    for number in draw(st.lists(_DAY, min_size=min_size, max_size=max_size)):
        gap, step, below, above, free = _parts(number)
        day += dt.timedelta(days=1 + free)
        day += dt.timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)
        first, close = close + gap, close + step
        low, high = min(first, close) - below, max(first, close) + above
        figures = (Decimal(f"{value}E-2") for value in (first, high, low, close))
        bars.append(Bar(**dict(zip(("open", "high", "low", "close"), figures, strict=True)), date=day))
    return Series(bars, complete=True, from_launch=from_launch)


def _parts(number: int) -> tuple[int, int, int, int, int]:
    number, gap = divmod(number, _GAPS)
    number, step = divmod(number, _STEPS)
    number, below = divmod(number, _SHADOWS)
    free, above = divmod(number, _SHADOWS)
    return gap - _GAPS // 2, step - _STEPS // 2, below, above, max(0, free - _FREE // 2 - 1)
