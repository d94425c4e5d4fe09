"""Superlatives against history: "highest since March 21", "nine-month high", "record", "best day in a month", "third fall".

Whether a text means closes or the day's highs is seldom said, and it sets the date; so both are tried, the one that
fits is told, and only a superlative that fits neither is contradicted. Source: market-rules.md, section 9.

With x the level, T its day and h half a printed unit, "highest since D" holds where all sessions between D and T lie
below x + h and D's own is not below x − h. The days that could be D are therefore those from the latest session at or
above x + h on whose value is not below x − h.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from decimal import Decimal

from attrs import frozen

from chinamkt.bars.series import Bar, Series
from chinamkt.bars.spans import days_before, days_of, months_before
from chinamkt.bars.streaks import judge_streak
from chinamkt.bars.verdict import Part, Ruling, superlative_contradicted, superlative_open
from chinamkt.model.dates import Duration, PartialDate
from chinamkt.model.facts import Basis, Extreme, Phase, PriceMove
from chinamkt.model.printed import is_coarse, is_printable, printed_unit
from chinamkt.model.quantities import Bound

__all__ = ["judge_superlative"]

#: A "four-month high" may be half a month short of four months.
_SHORT_OF_MONTHS, _SHORT_OF_WEEKS = 15, 3


@frozen(slots=True)
class _Line:
    """What is compared: closes, highs, changes; turned so that the superlative is always the highest.

    :param values: by session up to the day before, ``None`` where the bars do not tell.
    :param figure: x, and ``half``: h.
    """

    name: str
    values: tuple[Decimal | None, ...]
    figure: Decimal
    half: Decimal
    turned: bool = False

    def shown(self, place: int) -> Decimal:
        """The value as the bars have it."""
        value = self.values[place]
        assert value is not None  # noqa: S101 - for the type checker
        return _short(-value if self.turned else value)


def judge_superlative(series: Series, move: PriceMove, place: int) -> Part:
    """The ruling on a move's superlative.

    :param place: the place of the bar of the move's day.
    """
    superlative = move.superlative
    assert superlative is not None  # noqa: S101 - for the type checker
    since = superlative.since
    if since is None:
        return superlative_open("the text does not say since when")
    if superlative.kind is Extreme.STREAK:
        return judge_streak(series, move, place, since)
    if superlative.kind in (Extreme.GAIN, Extreme.LOSS):
        if move.basis is not Basis.DAY or move.phase not in (None, Phase.CLOSE):
            return superlative_open("only moves of a whole day are compared")
        lines = list(_changes(series, move, place, superlative.kind))
    else:
        lines = list(_levels(series, move, place, superlative.kind))
    return _either([_judge(series, line, place, since) for line in lines], move)


def _levels(series: Series, move: PriceMove, place: int, kind: Extreme) -> Iterator[_Line]:
    turned = kind is Extreme.LOW
    stated = move.level
    exact = stated is not None and stated.bound is Bound.EXACT and is_printable(stated.value) and not _is_coarse(move)
    for name, get in (("closes", _close), ("lows", _low) if turned else ("highs", _high)):
        own = get(series[place])
        if exact and stated is not None:
            figure, half = stated.value, printed_unit(stated.value) / 2
        elif own is not None:
            figure, half = own, Decimal(0)
        else:
            continue
        values = (get(bar) for bar in series.bars[:place])
        yield _Line(
            name=name,
            values=tuple(None if value is None else -value if turned else value for value in values),
            figure=-figure if turned else figure,
            half=half,
            turned=turned,
        )


def _changes(series: Series, move: PriceMove, place: int, kind: Extreme) -> Iterator[_Line]:
    turned = kind is Extreme.LOSS
    measures: tuple[tuple[str, object, Callable[[Decimal, Decimal], Decimal]], ...] = (
        ("changes in per cent", move.percent, lambda close, before: 100 * (close / before - 1)),
        ("changes in points", move.points, lambda close, before: close - before),
    )
    stated = any(figure is not None for _, figure, _ in measures)
    for number, (name, figure, change) in enumerate(measures):
        if stated and figure is None:
            continue
        if not stated and number:
            continue
        values = [_changed(series, one, change) for one in range(place + 1)]
        own = values.pop()
        bound = getattr(figure, "bound", None)
        if bound is Bound.EXACT and not _is_coarse(move) and getattr(figure, "unit", "points") != "bp":
            value: Decimal = figure.value  # type: ignore[attr-defined]
            half = printed_unit(value) / 2
        elif own is not None:
            value, half = own, Decimal(0)
        else:
            continue
        yield _Line(
            name=name,
            values=tuple(None if one is None else -one if turned else one for one in values),
            figure=-value if turned else value,
            half=half,
            turned=turned,
        )


def _judge(series: Series, line: _Line, place: int, since: PartialDate | Duration | str) -> Part:
    """One line against the date, the duration or all of history."""
    values = line.values
    stopper = next((one for one in range(place - 1, -1, -1) if _reaches(values[one], line.figure + line.half)), None)
    start = 0 if stopper is None else stopper
    days = [one for one in range(start, place) if _reaches(values[one], line.figure - line.half)]
    today = series[place].date
    if since == "record":
        return _record(series, line, place, stopper)
    if isinstance(since, Duration):
        window = _window(today, since, place, series)
        limited = window.limited and line.name in ("closes", "highs", "lows")
        late, early = window.late, window.early
    else:
        assert isinstance(since, PartialDate)  # noqa: S101 - for the type checker: the model knows no other string
        span = days_of(since, today)
        if span is None or span[0] >= today:
            return superlative_open(f"{since} is not before {today}")
        early, late, limited = span[0], min(span[1], days_before(today, 1)), True
    unknown = None in values[max(start, series.first_from(early)) : place]
    fitting = [one for one in days if early <= series[one].date <= late]
    if fitting and not unknown:
        day = fitting[-1]
        why = f"holds on {line.name}: {line.shown(day)} on {series[day].date}"
        return Part(figure="superlative", value=Ruling.SUPPORTED, why=why, numbers=((f"{series[day].date}", line.shown(day)),))
    if stopper is not None and series[stopper].date > late:
        return _beaten(series, line, stopper)
    if unknown:
        return superlative_open(f"the bars lack some {line.name}")
    if isinstance(since, Duration):
        return _not_in_window(series, line, stopper, early, late, limited=limited)
    if not series.bars[:place] or series[0].date > early:
        return superlative_open(f"the bars do not reach back to {since}")
    if not any(early <= bar.date <= late for bar in series.bars[:place]):
        return superlative_open(f"no session on {since}")
    if stopper is None:
        return superlative_contradicted(f"no {line.name[:-1]} of {since} came up to it", slight=False)
    why = f"on {line.name} since {series[stopper].date} already: {line.shown(stopper)}"
    return superlative_contradicted(why, numbers=((f"{series[stopper].date}", line.shown(stopper)),))


def _record(series: Series, line: _Line, place: int, stopper: int | None) -> Part:
    if stopper is not None:
        return _beaten(series, line, stopper)
    if None in line.values[1 if line.name.startswith("changes") else 0 :]:  # the first session has no change
        return superlative_open(f"the bars lack some {line.name}")
    if not series.from_launch:
        return superlative_open("the bars need not begin with its first session")
    first = series[0].date if place else series[place].date
    return Part(figure="superlative", value=Ruling.SUPPORTED, why=f"holds on {line.name} since the launch, {first}")


@frozen(slots=True)
class _Window:
    """Where the day lies that a duration speaks of; ``limited``: it can't lie further back."""

    early: dt.date
    late: dt.date
    limited: bool


def _window(today: dt.date, since: Duration, place: int, series: Series) -> _Window:
    """An N-month high's day lies between N months less 15 days and N + 1 months back.

    "52-week high" is told of anything that is the highest of a year, however long ago it was higher.
    """
    count, unit = since.count, since.unit
    if unit == "D":
        first = place - count
        return _Window(dt.date.min, series[first].date if first >= 0 else dt.date.min, limited=False)
    if unit == "W":
        late = days_before(today, 7 * count - _SHORT_OF_WEEKS)
        return _Window(days_before(today, 7 * (count + 1)), late, limited=True)
    size = 12 if unit == "Y" else 1
    late = days_before(months_before(today, count * size), -_SHORT_OF_MONTHS)
    year = count * size == 12
    return _Window(dt.date.min if year else months_before(today, (count + 1) * size), late, limited=not year)


def _not_in_window(series: Series, line: _Line, stopper: int | None, early: dt.date, late: dt.date, *, limited: bool) -> Part:
    """No day in the window came up to the figure, and none behind it was higher."""
    if stopper is None and (not len(series) or series[0].date > (early if limited else late)):
        return superlative_open("the bars do not reach back far enough")
    first = series[stopper].date if stopper is not None else series[0].date
    if limited:
        return superlative_contradicted(f"on {line.name} it is more than that: since {first} at least", slight=True)
    return Part(figure="superlative", value=Ruling.SUPPORTED, why=f"holds on {line.name}: none higher since {first}")


def _beaten(series: Series, line: _Line, place: int) -> Part:
    word = "larger" if line.name.startswith("changes") else "lower" if line.turned else "higher"
    why = f"{word} on {line.name}: {line.shown(place)} on {series[place].date}"
    return superlative_contradicted(why, numbers=((f"{series[place].date}", line.shown(place)),))


def _either(parts: list[Part], move: PriceMove) -> Part:
    """Supported where one line supports, contradicted where all do."""
    for ruling in (Ruling.SUPPORTED, Ruling.UNDECIDABLE):
        for part in parts:
            if part.value is ruling:
                return part
    if not parts:
        return superlative_open("the bars lack its own day")
    why = f"{move.superlative.kind.value} {move.superlative.since}: " if move.superlative else ""
    return Part(
        figure="superlative",
        value=Ruling.CONTRADICTED,
        why=why + "; ".join(part.why for part in parts),
        numbers=tuple(number for part in parts for number in part.numbers),
        slight=any(part.slight for part in parts),
    )


def _changed(series: Series, place: int, change: Callable[[Decimal, Decimal], Decimal]) -> Decimal | None:
    before = series.previous(place)
    return None if before is None else change(series[place].close, before)


def _reaches(value: Decimal | None, least: Decimal) -> bool:
    return value is not None and value >= least


def _is_coarse(move: PriceMove) -> bool:
    evidence = move.evidence
    if evidence is None:
        return False
    start = evidence.span.start
    return any(is_coarse(evidence.quote[max(0, one.start - start) : max(0, one.end - start)]) for one in evidence.numbers)


def _close(bar: Bar) -> Decimal | None:
    return bar.close


def _high(bar: Bar) -> Decimal | None:
    return bar.high


def _low(bar: Bar) -> Decimal | None:
    return bar.low


def _short(value: Decimal) -> Decimal:
    """A change in per cent has as many digits as the arithmetic; a level has its own few."""
    return round(value, 4) if value != round(value, 4) else value
