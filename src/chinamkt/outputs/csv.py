"""Rows as comma-separated values (RFC 4180) under a fixed header."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from typing import Any

from chinamkt.outputs.rows import COLUMNS

__all__ = ["to_csv"]


def to_csv(rows: Iterable[Mapping[str, Any]], *, columns: tuple[str, ...] = COLUMNS, header: bool = True) -> str:
    r"""Rows as CSV, every column of the facts table in its order, absent values empty.

    Lists (parties, candidates) are joined by ``;``. Lines end in CR LF, so that a line break
    inside a quote stays in its quoted cell.

    >>> to_csv([{"kind": "trade_event", "parties": ["US", "CN"]}], columns=("kind", "parties"))
    'kind,parties\r\ntrade_event,US;CN\r\n'
    """
    text = io.StringIO()
    writer = csv.writer(text)
    if header:
        writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row.get(column)) for column in columns])
    return text.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    return ";".join(map(str, value)) if isinstance(value, list) else str(value)
