"""Daily bars in memory: one bar a session, one series an instrument."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import pairwise
from typing import Protocol, runtime_checkable

from attrs import field, frozen

from chinamkt.errors import InvalidValue
from chinamkt.model.printed import Interval, printed_unit
from chinamkt.model.quantities import check_decimal

__all__ = ["Bar", "BarTable", "Bars", "Series"]

#: Between neighbouring sessions lie at most a Golden Week and two week-ends; a longer gap is a hole in the data.
_LONGEST_BREAK = dt.timedelta(days=12)


@frozen(slots=True, kw_only=True)
class Bar:
    """One session of one instrument, in its own unit (index points, a currency, percent for a yield).

    :param previous: the previous close as the exchange states it; it differs from the close of the bar before on
        the day a share goes ex dividend. ``None``: what the bar before says.
    :raises InvalidValue: for a float, a figure that is not more than zero, or a low and high that do not hold the rest.

    >>> Bar(date=dt.date(2025, 7, 4), close=Decimal("23916.06")).low is None
    True
    >>> Bar(date=dt.date(2025, 7, 4), high=Decimal("10"), low=Decimal("9"), close=Decimal("11"))
    Traceback (most recent call last):
    ...
    chinamkt.errors.InvalidValue: Bar.close: 11 lies outside of 9 to 10 (low <= open, close <= high)
    """

    date: dt.date
    close: Decimal
    open: Decimal | None = None
    high: Decimal | None = None
    low: Decimal | None = None
    previous: Decimal | None = None

    def __attrs_post_init__(self) -> None:
        for name in ("open", "high", "low", "close", "previous"):
            value = getattr(self, name)
            if value is None and name != "close":
                continue
            check_decimal(value, f"Bar.{name}")
            if value <= 0:
                raise InvalidValue(f"{value}", source=f"Bar.{name}", hint="more than zero; leave out what is unknown")
        if self.high is not None and self.low is not None:
            for name, value in (("high", self.high), ("open", self.open), ("close", self.close)):
                if value is not None and not self.low <= value <= self.high:
                    outside = f"{value} lies outside of {self.low} to {self.high}"
                    raise InvalidValue(outside, source=f"Bar.{name}", hint="low <= open, close <= high")


def _together(bars: Iterable[Bar]) -> tuple[Bar, ...]:
    return tuple(bars)


@frozen(slots=True)
class Series:
    """The bars of one instrument, oldest first.

    :param complete: every session from the first bar to the last is there, and its figures are the exchange's own.
        Without it a day that has no bar, or a superlative that the bars contradict, is told less surely.
    :param from_launch: the first bar is the instrument's first session ever, so that a record can be judged.
    :raises InvalidValue: where the dates do not rise.

    >>> series = Series([Bar(date=dt.date(2025, 7, 3), close=Decimal("24069.94"))])
    >>> series.at(dt.date(2025, 7, 3)), series.at(dt.date(2025, 7, 4))
    (0, None)
    """

    bars: tuple[Bar, ...] = field(converter=_together)
    complete: bool = False
    from_launch: bool = False
    _days: tuple[dt.date, ...] = field(init=False, repr=False, eq=False)
    _slack: Decimal = field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        for before, after in pairwise(self.bars):
            if after.date <= before.date:
                raise InvalidValue(f"{after.date} behind {before.date}", source="Series.bars", hint="one bar a day, oldest first")
        object.__setattr__(self, "_days", tuple(bar.date for bar in self.bars))
        units = (printed_unit(bar.close) for bar in self.bars)
        object.__setattr__(self, "_slack", min(units, default=Decimal(1)) / 2)

    def __len__(self) -> int:
        return len(self.bars)

    def __getitem__(self, place: int) -> Bar:
        return self.bars[place]

    def at(self, day: dt.date) -> int | None:
        """The place of a day's bar, or ``None``."""
        place = bisect_left(self._days, day)
        return place if place < len(self._days) and self._days[place] == day else None

    def first_from(self, day: dt.date) -> int:
        """The place of the first bar on or behind a day; ``len(series)`` where there is none."""
        return bisect_left(self._days, day)

    def previous(self, place: int) -> Decimal | None:
        """The previous close of a session: as stated, else the close of the bar before; ``None`` behind a hole."""
        bar = self.bars[place]
        if bar.previous is not None:
            return bar.previous
        if place == 0 or bar.date - self.bars[place - 1].date > _LONGEST_BREAK:
            return None
        return self.bars[place - 1].close

    def printed(self, value: Decimal) -> Interval:
        """What a figure of the bars can have been: half a unit of the finest close to either side.

        A float's 24000.0 stands beside 23916.06, so that the decimals of the series count, not those of the figure.

        >>> Series([Bar(date=dt.date(2025, 7, 3), close=Decimal("24069.94"))]).printed(Decimal("24000.0"))
        Interval(low=Decimal('23999.995'), high=Decimal('24000.005'))
        """
        return Interval(value - self._slack, value + self._slack)


@runtime_checkable
class Bars(Protocol):
    """Where daily bars come from: a table in memory, a database, a feed."""

    def of(self, subject: str) -> Series | None:
        """The bars of an instrument by its canonical id (``index:HSI``); ``None`` where there are none."""
        ...


@frozen(slots=True)
class BarTable:
    """Bars of some instruments, by subject; what the readers return.

    >>> table = BarTable({"index:HSI": Series([Bar(date=dt.date(2025, 7, 3), close=Decimal("24069.94"))])})
    >>> table.of("index:HSTECH") is None
    True
    >>> sorted(table)
    ['index:HSI']
    """

    series: Mapping[str, Series]

    def of(self, subject: str) -> Series | None:
        """The bars of an instrument, or ``None``."""
        return self.series.get(subject)

    def joined(self, others: Iterable[BarTable]) -> BarTable:
        """A table with the instruments of others too.

        :raises InvalidValue: where an instrument is in two of them.
        """
        together = dict(self.series)
        for other in others:
            for subject in other:
                if subject in together:
                    raise InvalidValue(f"{subject} has bars in two tables", source="BarTable", hint="each instrument once")
                together[subject] = other.series[subject]
        return BarTable(together)

    def __iter__(self) -> Iterator[str]:
        return iter(self.series)

    def __len__(self) -> int:
        return len(self.series)
