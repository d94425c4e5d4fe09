"""Open the tables of market rules: ``NAME.tsv`` beside this module."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path

from chinamkt.errors import ReferenceFault

__all__ = ["covering", "table"]


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a table; lines that begin with ``#`` are remarks.

    :raises ReferenceFault: where the table is missing, or a row has not the columns of its head.

    >>> table("trading_hours")[0]["market"]
    'CN'
    """
    path = str(Path(__file__).with_name(f"{name}.tsv"))
    try:
        content: bytes = __spec__.loader.get_data(path)  # type: ignore[union-attr]
    except OSError as error:
        raise ReferenceFault("a shipped table is missing", source=f"{name}.tsv", hint="reinstall chinamkt") from error
    lines = [line for line in content.decode("utf-8").splitlines() if line and not line.startswith("#")]
    head = lines[0].split("\t")
    rows = []
    for number, line in enumerate(lines[1:], 2):
        cells = line.split("\t")
        if len(cells) != len(head):
            raise ReferenceFault(f"{len(cells)} cells, not {len(head)}", source=f"{name}.tsv, row {number}")
        rows.append(dict(zip(head, cells, strict=True)))
    return tuple(rows)


def covering(rows: tuple[dict[str, str], ...], day: dt.date) -> dict[str, str] | None:
    """Of rows with a ``start`` in ascending order, the one that held on a day; ``None`` before the first.

    A row's ``end``, where the table has one, is its last day.

    >>> hong_kong = tuple(row for row in table("trading_hours") if row["market"] == "HK")
    >>> covering(hong_kong, dt.date(2011, 3, 7))["afternoon"]
    '13:30-16:00'
    """
    iso, found = day.isoformat(), None
    for row in rows:
        if row["start"] <= iso:
            found = row
    return None if found is None or (found.get("end") and found["end"] < iso) else found
