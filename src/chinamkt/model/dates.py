"""Dates as far as a text gives them, and lengths of time (ISO 8601)."""

from __future__ import annotations

import datetime as dt
import re

from attrs import frozen

from chinamkt.errors import InvalidValue
from chinamkt.expressions import expression

__all__ = ["Duration", "PartialDate"]

_ISO = expression(r"(?:(\d{4})(?:-(\d\d)(?:-(\d\d))?)?|--(\d\d)(?:-(\d\d))?)\Z", re.ASCII)
_DURATION = expression(r"P(\d+)([DWMY])\Z", re.ASCII)


@frozen(slots=True, order=True)
class PartialDate:
    """A date as far as it is known: ``2025-04-02``, ``2025-04``, ``2025``, ``--05-14``, ``--10``.

    :raises InvalidValue: for what no calendar has.

    >>> str(PartialDate(2025, 4))
    '2025-04'
    >>> PartialDate.parse("--05-14")
    PartialDate(year=None, month=5, day=14)
    >>> PartialDate(2025, 2, 30)
    Traceback (most recent call last):
    ...
    chinamkt.errors.InvalidValue: PartialDate.day: 2025-02 has no day 30 (a day of the Gregorian calendar)
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def __attrs_post_init__(self) -> None:
        if self.year is None and self.month is None:
            raise InvalidValue("neither year nor month", source="PartialDate", hint="e.g. 2025, 2025-04 or --04-02")
        if self.day is not None and self.month is None:
            raise InvalidValue("a day without its month", source="PartialDate.day", hint="give the month")
        if self.year is not None and not 1 <= self.year <= 9999:
            raise InvalidValue(f"{self.year} is no year", source="PartialDate.year", hint="1 to 9999")
        if self.month is not None and not 1 <= self.month <= 12:
            raise InvalidValue(f"{self.month} is no month", source="PartialDate.month", hint="1 to 12")
        if self.day is not None and self.month is not None:
            try:
                dt.date(self.year or 2000, self.month, self.day)
            except ValueError:
                where = f"{self.year:04}-{self.month:02}" if self.year else f"--{self.month:02}"
                raise InvalidValue(
                    f"{where} has no day {self.day}", source="PartialDate.day", hint="a day of the Gregorian calendar"
                ) from None

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read the ISO 8601 form that :func:`str` writes."""
        found = _ISO.match(text)
        if not found:
            raise InvalidValue(f"{text!r} is no date", source="PartialDate", hint="e.g. 2025-04-02, 2025-04, --04-02")
        year, month, day, bare_month, bare_day = found.groups()
        month, day = month or bare_month, day or bare_day
        return cls(int(year) if year else None, int(month) if month else None, int(day) if day else None)

    @classmethod
    def of(cls, day: dt.date) -> PartialDate:
        """The full date of a :class:`datetime.date`."""
        return cls(day.year, day.month, day.day)

    @property
    def date(self) -> dt.date | None:
        """The full date, or ``None`` where a part is unknown."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return dt.date(self.year, self.month, self.day)

    @property
    def bounds(self) -> tuple[dt.date, dt.date] | None:
        """The first and the last day that it can mean, or ``None`` without a year.

        >>> [str(day) for day in PartialDate(2024, 2).bounds]
        ['2024-02-01', '2024-02-29']
        """
        if self.year is None:
            return None
        first, last = self.month or 1, self.month or 12
        leap = self.year % 4 == 0 and (self.year % 100 != 0 or self.year % 400 == 0)
        days = 28 + leap if last == 2 else 30 if last in (4, 6, 9, 11) else 31
        return dt.date(self.year, first, self.day or 1), dt.date(self.year, last, self.day or days)

    def merge(self, other: PartialDate) -> PartialDate | None:
        """The date that both can mean, with what either tells, or ``None`` where they contradict each other.

        >>> str(PartialDate(2025, 5).merge(PartialDate(None, 5, 14)))
        '2025-05-14'
        >>> PartialDate(2025, 5).merge(PartialDate(2025, 6, 9))
        """
        parts: list[int | None] = []
        for mine, yours in ((self.year, other.year), (self.month, other.month), (self.day, other.day)):
            if mine is not None and yours is not None and mine != yours:
                return None
            parts.append(yours if mine is None else mine)
        try:
            return PartialDate(*parts)
        except InvalidValue:  # February 29 of a year that has none
            return None

    def __str__(self) -> str:
        head = f"{self.year:04}" if self.year is not None else "-"
        if self.month is not None:
            head += f"-{self.month:02}"
        return head if self.day is None else f"{head}-{self.day:02}"


@frozen(slots=True, order=True)
class Duration:
    """A length of time in one unit: ``P4M``, ``P3Y``, ``P4D``, ``P3W``.

    >>> Duration.parse("P4M")
    Duration(count=4, unit='M')
    >>> str(Duration(3, "Y"))
    'P3Y'
    """

    count: int
    unit: str

    def __attrs_post_init__(self) -> None:
        if self.unit not in "DWMY" or len(self.unit) != 1:
            raise InvalidValue(f"{self.unit!r} is no unit of time", source="Duration.unit", hint="one of D, W, M, Y")
        if self.count < 1:
            raise InvalidValue(f"{self.count} is no length", source="Duration.count", hint="1 or more")

    @classmethod
    def parse(cls, text: str) -> Duration:
        """Read the ISO 8601 form that :func:`str` writes."""
        found = _DURATION.match(text)
        if not found:
            raise InvalidValue(f"{text!r} is no duration", source="Duration", hint="e.g. P4M, P3Y, P5D")
        return cls(int(found[1]), found[2])

    def __str__(self) -> str:
        return f"P{self.count}{self.unit}"
