"""Minimum price steps (ticks, spreads) by market, day and price. Table: ``tick_sizes.tsv``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from attrs import frozen

from chinamkt.reference.market.tables import table

__all__ = ["Grid", "grids"]


@frozen(slots=True, kw_only=True)
class Grid:
    """The steps that held from ``start`` until ``end`` (``None``: still).

    :param steps: pairs of a price and the step up to and including it, ascending.
    """

    start: dt.date
    end: dt.date | None
    steps: tuple[tuple[Decimal, Decimal], ...]

    def tick(self, price: Decimal) -> Decimal | None:
        """The step at a price; ``None`` beyond the table.

        >>> grids("HK", dt.date(2025, 8, 4))[0].tick(Decimal("47.25"))
        Decimal('0.02')
        """
        return next((tick for up_to, tick in self.steps if 0 < price <= up_to), None)


@cache
def _grids(market: str) -> tuple[Grid, ...]:
    found: dict[tuple[str, str], list[tuple[Decimal, Decimal]]] = {}
    for row in table("tick_sizes"):
        if row["market"] == market:
            found.setdefault((row["start"], row["end"]), []).append((Decimal(row["up_to"]), Decimal(row["tick"])))
    return tuple(
        Grid(
            start=dt.date.fromisoformat(start),
            end=dt.date.fromisoformat(end) if end else None,
            steps=tuple(sorted(steps)),
        )
        for (start, end), steps in found.items()
    )


def grids(market: str, day: dt.date | None) -> Sequence[Grid]:
    """The grid of a market on a day; without a day every grid it ever had. Empty where none is known.

    :param market: ``HK``, ``CN``, or ``CN_B_SSE`` for the B shares of Shanghai.

    >>> len(grids("HK", None)), len(grids("HK", dt.date(2006, 7, 1)))
    (3, 0)
    """
    known = _grids(market)
    return known if day is None else [grid for grid in known if grid.start <= day and (grid.end is None or day <= grid.end)]
