"""Facts against daily bars: supported, contradicted, not decidable."""

from __future__ import annotations

from chinamkt.bars.judge import judge
from chinamkt.bars.readers import from_frame, from_rows, read_csv, read_parquet
from chinamkt.bars.series import Bar, Bars, BarTable, Series
from chinamkt.bars.verdict import Part, Ruling, Verdict

__all__ = [
    "Bar", "BarTable", "Bars", "Part", "Ruling", "Series", "Verdict", "from_frame", "from_rows", "judge", "read_csv",
    "read_parquet",
]  # fmt: skip
