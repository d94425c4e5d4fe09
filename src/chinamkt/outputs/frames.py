"""Rows as data frames."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from chinamkt.errors import ChinamktError
from chinamkt.model.report import Report
from chinamkt.outputs.rows import COLUMNS, to_rows

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["to_pandas"]

_WHOLE = ("article", "start", "end")
_LISTS = ("parties", "candidates")


def to_pandas(reports: Report | Iterable[Report]) -> pd.DataFrame:
    """The facts of one or many reports as a pandas data frame, one column a column of the facts table.

    Columns and their types are the same whatever the facts: figures and dates are strings as
    the table has them (``frame["pct"].astype(float)`` where digits don't matter), ``article``,
    ``start`` and ``end`` nullable whole numbers, ``parties`` and ``candidates`` lists.

    :raises ChinamktError: where pandas is not installed.

    >>> to_pandas(Report(text="")).shape
    (0, 35)
    """
    try:
        import pandas as pd
    except ImportError:
        raise ChinamktError("pandas is not installed", source="to_pandas", hint="pip install 'chinamkt[pandas]'") from None
    reports = [reports] if isinstance(reports, Report) else reports
    rows = [row for report in reports for row in to_rows(report)]
    frame = {}
    for column in COLUMNS:
        kind = "Int64" if column in _WHOLE else "object" if column in _LISTS else "string"
        frame[column] = pd.Series([row.get(column) for row in rows], dtype=kind)
    return pd.DataFrame(frame)
