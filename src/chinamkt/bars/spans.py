"""From which close to which session a change can have been measured.

The words "in May", "this week", "over the past year" leave more than one span open, so each basis gives all that are
usual; a change is contradicted only where it fits none of them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from attrs import frozen

from chinamkt.bars.series import Series
from chinamkt.model.dates import PartialDate
from chinamkt.model.facts import Basis, PriceMove
from chinamkt.model.printed import Interval

__all__ = ["Spans", "Stretch", "days_before", "days_of", "months_before", "stretches"]


@frozen(slots=True)
class Stretch:
    """One way to measure a change.

    :param base: what the change is measured from; with ``sure`` unset, anything in it.
    :param last: the place of the session that it ends with.
    :param ended: it ended with that session's close, whatever the fact's phase.
    """

    label: str
    base: Interval
    last: int
    ended: bool = False
    sure: bool = True


@frozen(slots=True)
class Spans:
    """All stretches of a fact; ``missing`` says what the series lacks for another one."""

    stretches: tuple[Stretch, ...]
    missing: str | None = None


def stretches(series: Series, move: PriceMove, place: int) -> Spans:
    """The stretches that a move's basis allows.

    :param place: the place of the bar of the move's day.
    """
    if move.basis in (Basis.IPO, Basis.YOY):
        return Spans((), f"bars say nothing of a change whose basis is {move.basis.value}")
    if move.basis is Basis.SINCE:
        return _since(series, move.basis_from, place)
    found: list[Stretch] = []
    missing = None
    for stretch in _usual(series, move.basis, place):
        if isinstance(stretch, str):
            missing = stretch
        else:
            found.append(stretch)
    return Spans(tuple(found), missing)


def _usual(series: Series, basis: Basis, place: int) -> Iterator[Stretch | str]:
    day = series[place].date
    if basis is Basis.DAY:
        previous = series.previous(place)
        yield "no previous close" if previous is None else Stretch("the previous close", series.printed(previous), place)
        return
    if basis is Basis.WEEK:
        monday = days_before(day, day.weekday())
        yield from _to_date_and_whole(series, place, monday, days_before(monday, 7), "week")
        yield _from_place(series, place - 5, place, "five sessions before")
        return
    if basis is Basis.YTD:
        yield _before(series, dt.date(day.year, 1, 1), place, "the end of the year before")
        return
    months = {Basis.MONTH: 1, Basis.QUARTER: 3, Basis.HALF: 6, Basis.YEAR: 12}[basis]
    first = dt.date(day.year, (day.month - 1) // months * months + 1, 1)
    yield from _to_date_and_whole(series, place, first, months_before(first, months), basis.value)
    yield _before(series, days_before(months_before(day, months), -1), place, f"one {basis.value} before")


def _to_date_and_whole(series: Series, place: int, first: dt.date, before: dt.date, name: str) -> Iterator[Stretch | str]:
    """The week (month, ...) so far, and the whole one before it."""
    yield _before(series, first, place, f"the end of the {name} before")
    last = series.first_from(first) - 1
    if last < 0 or series[last].date < before:
        yield f"no sessions of the {name} before"
        return
    whole = _before(series, before, last, f"the {name} before, as a whole, from the end of the one before it")
    yield whole if isinstance(whole, str) else Stretch(whole.label, whole.base, last, ended=True)


def _before(series: Series, day: dt.date, last: int, label: str) -> Stretch | str:
    """From the last close before a day."""
    return _from_place(series, series.first_from(day) - 1, last, label)


def _from_place(series: Series, place: int, last: int, label: str) -> Stretch | str:
    if place < 0:
        return f"the bars do not reach back to {label}"
    return Stretch(f"{label}, {series[place].date}", series.printed(series[place].close), last)


def _since(series: Series, start: PartialDate | None, last: int) -> Spans:
    if start is None:
        return Spans((), "the text does not say since when")
    span = days_of(start, series[last].date)
    if span is None or not len(series) or series[0].date > span[0]:
        return Spans((), f"the bars do not reach back to {start}")
    first, behind = series.first_from(span[0]), series.first_from(days_before(span[1], -1))
    first = max(first - 1, 0)  # the close before is where the day's own move began
    behind = min(behind, last)
    if behind <= first:
        return Spans((), f"no sessions from {start} on")
    bars = series.bars[first:behind]
    if start.date is None:
        lows = [bar.low or bar.close for bar in bars]
        highs = [bar.high or bar.close for bar in bars]
        anything = Interval(series.printed(min(lows)).low, series.printed(max(highs)).high)
        return Spans((Stretch(f"some price of {start}", anything, last, sure=False),))
    found = [Stretch(f"the close of {bar.date}", series.printed(bar.close), last) for bar in bars]
    on_the_day = series.at(start.date)
    if on_the_day is not None:
        bar = series[on_the_day]
        for name in ("low", "high", "open"):
            value = getattr(bar, name)
            if value is not None:
                found.append(Stretch(f"the {name} of {bar.date}", series.printed(value), last))
    return Spans(tuple(found))


def days_of(date: PartialDate, today: dt.date) -> tuple[dt.date, dt.date] | None:
    """First and last day of a date as far as it is known; without a year the latest such before today.

    >>> days_of(PartialDate(2025, 2), dt.date(2025, 6, 9))
    (datetime.date(2025, 2, 1), datetime.date(2025, 2, 28))
    >>> days_of(PartialDate(None, 10), dt.date(2025, 6, 9))[0]
    datetime.date(2024, 10, 1)
    """
    if date.year is None:
        assert date.month is not None  # noqa: S101 - for the type checker: a date has a year or a month
        for year in range(today.year, max(today.year - 9, 0), -1):  # a 29 February comes back within eight years
            try:
                found = days_of(PartialDate(year, date.month, date.day), today)
            except ValueError:
                continue
            if found is not None and found[0] < today:
                return found
        return None
    if date.month is None:
        return dt.date(date.year, 1, 1), dt.date(date.year, 12, 31)
    first = dt.date(date.year, date.month, date.day or 1)
    if date.day is not None:
        return first, first
    next_month = dt.date(date.year + date.month // 12, date.month % 12 + 1, 1) if date.year < 9999 else dt.date.max
    return first, next_month - dt.timedelta(days=1) if next_month < dt.date.max else next_month


def days_before(day: dt.date, days: int) -> dt.date:
    """Some days earlier, within the calendar."""
    return dt.date.fromordinal(min(max(1, day.toordinal() - days), dt.date.max.toordinal()))


def months_before(day: dt.date, months: int) -> dt.date:
    """The same day some months earlier, or the last day of that month.

    >>> months_before(dt.date(2025, 3, 31), 1)
    datetime.date(2025, 2, 28)
    """
    count = day.year * 12 + day.month - 1 - months
    if count < 12:
        return dt.date.min
    for number in range(day.day, 27, -1):
        try:
            return dt.date(count // 12, count % 12 + 1, number)
        except ValueError:
            continue
    return dt.date(count // 12, count % 12 + 1, day.day)
