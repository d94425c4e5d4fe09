"""Streaks against history: "third straight fall", "first rise in four weeks"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from itertools import groupby, pairwise

from chinamkt.bars.series import Series
from chinamkt.bars.verdict import Part, Ruling, superlative_contradicted, superlative_open
from chinamkt.model.dates import Duration, PartialDate
from chinamkt.model.facts import Direction, PriceMove

__all__ = ["judge_streak"]


def judge_streak(series: Series, move: PriceMove, place: int, since: PartialDate | Duration | str) -> Part:
    """N moves of one sign up to the day, or a move that ends a run of N of the other."""
    if not isinstance(since, Duration):
        return superlative_open("a streak without its length")
    signs = _signs(series, place, since.unit)
    if not signs or signs[-1] is None:
        return superlative_open("the bars do not tell the last move")
    wanted = {Direction.UP: 1, Direction.DOWN: -1}.get(move.direction) if move.direction else None
    sign = wanted or signs[-1]
    runs = [_run(signs, sign)]
    if signs[-1] == sign:
        runs.append(_run(signs[:-1], -sign))
    lengths = [length for length, _ in runs]
    if since.count in [length for length, ended in runs if ended]:
        return Part(figure="superlative", value=Ruling.SUPPORTED, why=f"a run of {since.count} by the bars too")
    if any(not ended and length <= since.count for length, ended in runs):
        return superlative_open("the bars do not reach back far enough")
    longer = any(length > since.count for length in lengths)
    told = " or ".join(str(length) for length in dict.fromkeys(lengths))
    return superlative_contradicted(f"streak {since}: a run of {told} by the bars", slight=longer)


def _run(signs: list[int | None], sign: int) -> tuple[int, bool]:
    """How many of the last moves have the sign, and whether the one before is known."""
    length = 0
    for one in reversed(signs):
        if one is None:
            return length, False
        if one != sign:
            return length, True
        length += 1
    return length, False


def _signs(series: Series, place: int, unit: str) -> list[int | None]:
    """The signs of the moves of days, weeks, months or years up to a day; the last one is that so far."""
    if unit == "D":
        return [_sign(series[one].close, series.previous(one)) for one in range(place + 1)]
    keys: dict[str, Callable[[dt.date], object]] = {
        "W": lambda day: day.isocalendar()[:2],
        "M": lambda day: (day.year, day.month),
        "Y": lambda day: day.year,
    }
    closes = [list(bars)[-1].close for _, bars in groupby(series.bars[: place + 1], key=lambda bar: keys[unit](bar.date))]
    return [None, *(_sign(after, before) for before, after in pairwise(closes))]


def _sign(close: Decimal, before: Decimal | None) -> int | None:
    return None if before is None else (close > before) - (close < before)
