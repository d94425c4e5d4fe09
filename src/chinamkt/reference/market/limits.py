"""Daily price limits of the mainland's boards; Hong Kong and the United States have none.

Table: ``price_limits.tsv``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from attrs import frozen

from chinamkt.reference.market.tables import table

__all__ = ["Limit", "board_of", "limits"]


@frozen(slots=True, kw_only=True)
class Limit:
    """A limit and the first day it held.

    :param percent: the most that a price may move from the previous close, either way.
    :param free: how many first sessions of a listing have no limit.
    """

    board: str
    start: dt.date
    percent: Decimal
    free: int
    source: str


def board_of(mic: str, code: str) -> str | None:
    """The board that a code belongs to by its beginning: ``main``, ``star``, ``chinext``, ``bse``, ``fund``, ...

    >>> board_of("XSHG", "688981"), board_of("XSHE", "300750"), board_of("XSHG", "300750")
    ('star', 'chinext', None)
    """
    rows = (row for row in table("code_ranges") if row["mic"] == mic and code.startswith(row["prefix"]))
    return next((row["board"] for row in rows), None)


def limits(board: str, day: dt.date | None) -> Sequence[Limit]:
    """The limit of a board on a day; without a day every limit that it ever had. Empty where none is known.

    >>> [str(limit.percent) for limit in limits("chinext", dt.date(2020, 8, 24))]
    ['20']
    >>> [str(limit.percent) for limit in limits("main_st", None)]
    ['5', '10']
    """
    known = [
        Limit(
            board=board,
            start=dt.date.fromisoformat(row["start"]),
            percent=Decimal(row["limit"]),
            free=int(row["free"]),
            source=row["source"],
        )
        for row in table("price_limits")
        if row["board"] == board
    ]
    return known if day is None else [limit for limit in known if limit.start <= day][-1:]
