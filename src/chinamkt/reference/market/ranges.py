"""What indices and exchange rates have been: ranges by year, records, official bands.

Tables: ``index_ranges.tsv``, ``index_records.tsv``, ``fx_ranges.tsv``, ``fx_bands.tsv``.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from functools import cache

from attrs import frozen

from chinamkt.reference.market.tables import covering, table

__all__ = ["Band", "Range", "Record", "band", "fx_range", "index_range", "records"]


@frozen(slots=True, kw_only=True)
class Range:
    """Lowest and highest within a year, and by how many percent a figure may lie beyond."""

    low: Decimal
    high: Decimal
    slack: Decimal

    def holds(self, low: Decimal, high: Decimal) -> bool:
        """Whether a figure between ``low`` and ``high`` can lie in the range, with its slack."""
        return high >= self.low * (1 - self.slack / 100) and low <= self.high * (1 + self.slack / 100)


@frozen(slots=True, kw_only=True)
class Record:
    """The highest level of an index up to the day that the source covers.

    :param kind: ``close`` or ``high`` (within the day).
    """

    kind: str
    level: Decimal
    date: dt.date
    until: dt.date


@frozen(slots=True, kw_only=True)
class Band:
    """What holds a rate: in absolute terms, or in percent to either side of the midpoint where ``low`` is negative."""

    low: Decimal
    high: Decimal


@cache
def _ranges(name: str, key: str) -> dict[tuple[str, int], Range]:
    return {
        (row[key], int(row["year"])): Range(low=Decimal(row["low"]), high=Decimal(row["high"]), slack=Decimal(row["slack"]))
        for row in table(name)
    }


def index_range(slug: str, year: int) -> Range | None:
    """The range of an index in a year, where known.

    >>> str(index_range("HSI", 2025).high)
    '27382'
    """
    return _ranges("index_ranges", "index").get((slug, year))


def fx_range(pair: str, year: int) -> Range | None:
    """The range of a pair's daily closes in a year, where known; the offshore yuan's is taken for the onshore one's.

    >>> str(fx_range("USD/CNH", 2025).high)
    '7.35'
    """
    return _ranges("fx_ranges", "pair").get((pair.replace("CNH", "CNY"), year))


def records(slug: str) -> tuple[Record, ...]:
    """The records of an index, where known.

    >>> [str(record.level) for record in records("HSI")]
    ['33154.12', '33484.08']
    """
    return tuple(
        Record(
            kind=row["kind"],
            level=Decimal(row["level"]),
            date=dt.date.fromisoformat(row["date"]),
            until=dt.date.fromisoformat(row["until"]),
        )
        for row in table("index_records")
        if row["index"] == slug
    )


def band(pair: str, day: dt.date) -> Band | None:
    """The band of a pair on a day, where there was one.

    >>> band("USD/CNY", dt.date(2025, 6, 9)).high
    Decimal('2')
    """
    row = covering(tuple(row for row in table("fx_bands") if row["pair"] == pair), day)
    return None if row is None else Band(low=Decimal(row["low"]), high=Decimal(row["high"]))
