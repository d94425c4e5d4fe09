"""Bars from CSV, Parquet and data frames: the same table, digits kept, and errors that name the place."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import Any

import narwhals as nw
import pandas as pd
import pyarrow as pa
import pytest
from pyarrow import parquet

from chinamkt import BadInput, InvalidValue
from chinamkt.bars import Bar, Bars, BarTable, Series, from_frame, from_rows, read_csv, read_parquet

CSV = """Date,Open,High,Low,Close,Prev Close,subject
2025-07-04,24031.45,24053.90,23852.06,23916.06,24069.94,index:HSI
2025-07-03,24157.02,24222.05,23984.45,24069.94,,index:HSI
20250704,"1,420.00",1428.11,1402.50,1422.22,1413.00,security:XSHG:600519
"""
THURSDAY, FRIDAY = dt.date(2025, 7, 3), dt.date(2025, 7, 4)


def bar(day: dt.date, **figures: str) -> Bar:
    return Bar(date=day, **{name: Decimal(value) for name, value in figures.items()})


EXPECTED = BarTable(
    {
        "index:HSI": Series(
            [
                bar(THURSDAY, open="24157.02", high="24222.05", low="23984.45", close="24069.94"),
                bar(FRIDAY, open="24031.45", high="24053.90", low="23852.06", close="23916.06", previous="24069.94"),
            ]
        ),
        "security:XSHG:600519": Series(
            [bar(FRIDAY, open="1420.00", high="1428.11", low="1402.50", close="1422.22", previous="1413.00")]
        ),
    }
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "bars.csv"
    path.write_text(CSV, encoding="utf-8")
    return path


def test_a_csv_is_read_with_all_its_digits_and_sorted(file: Path) -> None:
    table = read_csv(file)
    assert table == EXPECTED
    assert isinstance(table, Bars)
    series = table.of("index:HSI")
    assert series is not None
    assert str(series[1].high) == "24053.90"
    assert series.previous(1) == Decimal("24069.94")
    assert series.previous(0) is None


@pytest.mark.parametrize(
    ("code", "subject"),
    [
        ("000300.SH", "index:CSI300"),
        ("^HSI", "index:HSI"),
        ("0700.HK", "security:XHKG:00700"),
        ("600519.SS", "security:XSHG:600519"),
    ],
)
def test_codes_of_vendors_are_subjects_too(tmp_path: Path, code: str, subject: str) -> None:
    path = tmp_path / "bars.csv"
    path.write_text(f"ts_code,trade_date,close\n{code},20250704,5233.10\n", encoding="utf-8")
    assert list(read_csv(path, columns={"subject": "ts_code"})) == [subject]


def test_frames_give_the_same_table(file: Path, tmp_path: Path) -> None:
    frame = pd.read_csv(file, thousands=",")
    assert from_frame(frame) == EXPECTED
    assert from_frame(pa.Table.from_pandas(frame)) == EXPECTED
    stored = tmp_path / "bars.parquet"
    parquet.write_table(pa.Table.from_pandas(frame), stored)
    assert read_parquet(stored) == EXPECTED
    whole = BarTable({name: Series(EXPECTED.series[name].bars, complete=True, from_launch=True) for name in EXPECTED})
    assert read_parquet(stored, complete=True, from_launch=True) == whole


def test_lazy_frames_are_collected() -> None:
    lazy = nw.from_native(pa.table({"date": ["2025-07-04"], "close": ["23916.06"], "note": ["?"]})).lazy()
    series = from_frame(lazy, subject="index:HSI").of("index:HSI")
    assert series is not None
    assert str(series[0].close) == "23916.06"


def test_decimals_and_times_of_a_frame() -> None:
    day = dt.datetime(2025, 7, 4, 16, tzinfo=dt.timezone(dt.timedelta(hours=8)))
    table = pa.table({"date": [day], "close": pa.array([Decimal("23916.060")], pa.decimal128(12, 3)), "low": [None]})
    series = from_frame(table, subject="index:HSI").of("index:HSI")
    assert series is not None
    assert str(series[0].close) == "23916.060"
    assert (series[0].date, series[0].low) == (FRIDAY, None)


def test_a_float_is_its_shortest_decimal_form() -> None:
    series = from_rows([{"date": FRIDAY, "close": 0.1 + 0.2}], subject="index:HSI").of("index:HSI")
    assert series is not None
    assert series[0].close == Decimal("0.30000000000000004")


def test_single_precision_is_refused() -> None:
    frame = pa.table({"date": ["2025-07-04"], "close": pa.array([23916.06], pa.float32())})
    with pytest.raises(BadInput, match="frame: close: float32 does not keep the digits"):
        from_frame(frame, subject="index:HSI")


def test_other_names_of_columns(tmp_path: Path) -> None:
    path = tmp_path / "bars.csv"
    path.write_text("日期,收盘,昨收,Adj\n2025/07/04,23916.06,24069.94,1\n", encoding="gb18030")
    with pytest.raises(BadInput, match=r"bars.csv: no UTF-8: byte 0x.*gb18030"):
        read_csv(path, subject="index:HSI")
    series = read_csv(path, subject="index:HSI", encoding="gb18030").of("index:HSI")
    assert series is not None
    assert series[0].previous == Decimal("24069.94")
    other = read_csv(path, subject="index:HSI", encoding="gb18030", columns={"close": "Adj"}).of("index:HSI")
    assert other is not None
    assert other[0].close == 1


REFUSED = [
    ("", "bars.csv: empty"),
    ("date;close\n", "no column 'date' .there are 'date;close'; commas between them, not ';'"),
    ("date,open\n", "bars.csv: no column 'close'"),
    ("date,Date,close\n", "two columns for date: 'date' and 'Date'"),
    ("date,close\n2025-07-04,1\n", "bars.csv:2: whose bars"),
    ("date,close,subject\n2025-07-04,1,Nonesuch\n", "bars.csv:2: 'Nonesuch' is no subject"),
    ("date,close,subject\n2025-07-04,1,000001\n", "bars.csv:2: '000001' is more than one .security:XSHE:000001 or index:"),
    ("date,close,subject\n2025-07-04,1\n", "bars.csv:2: 2 values .the header has 3"),
    ("date,close,subject\n04/07/2025,1,index:HSI\n", "bars.csv:2: date: '04/07/2025' is no day"),
    ("date,close,subject\n2025-02-30,1,index:HSI\n", "bars.csv:2: date: '2025-02-30' is no day"),
    ("date,close,subject\n2025-07-04,,index:HSI\n", "bars.csv:2: close: no close"),
    ("date,close,subject\n2025-07-04,1e5,index:HSI\n", "bars.csv:2: close: '1e5' is no number"),
    ("date,close,subject\n2025-07-04,0,index:HSI\n", "bars.csv:2: close: 0"),
    ("date,close,subject\n2025-07-04,1,index:HSI\n\n2025-07-04,2,index:HSI\n", "bars.csv:4: 2025-07-04 is repeated"),
    ("date,low,high,close,subject\n2025-07-04,1,2,3,index:HSI\n", "bars.csv:2: close: 3 lies outside of 1 to 2"),
]


@pytest.mark.parametrize(("written", "told"), REFUSED)
def test_what_cannot_be_read_is_told_with_its_place(tmp_path: Path, written: str, told: str) -> None:
    path = tmp_path / "bars.csv"
    path.write_text(written, encoding="utf-8")
    with pytest.raises(BadInput, match=told):
        read_csv(path)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"date": "2025-07-04", "close": True}, "rows:1: close: True is no number"),
        ({"date": "2025-07-04", "close": float("inf")}, "rows:1: close: Infinity is not finite"),
        ({"date": 12.5, "close": 1}, "rows:1: date: 12.5 is no day"),
        ({"date": "2025-07-04", "close": float("nan")}, "rows:1: close: no close"),
    ],
)
def test_rows_that_are_refused(row: dict[str, Any], told: str) -> None:
    with pytest.raises(BadInput, match=told):
        from_rows([row], subject="index:HSI")


def test_files_that_are_none(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"none.csv: No such file"):
        read_csv(tmp_path / "none.csv")
    with pytest.raises(BadInput, match=r"none.parquet: "):
        read_parquet(tmp_path / "none.parquet")
    broken = tmp_path / "broken.parquet"
    broken.write_bytes(b"PAR1 no")
    with pytest.raises(BadInput, match=r"broken.parquet: "):
        read_parquet(broken)
    no_frame: Any = 5
    with pytest.raises(BadInput, match="a int is no data frame"):
        from_frame(no_frame)


def test_tables_are_joined_once_an_instrument() -> None:
    other = from_rows([{"date": "2025-07-04", "close": "5233.10"}], subject="index:HSTECH")
    assert sorted(EXPECTED.joined([other])) == ["index:HSI", "index:HSTECH", "security:XSHG:600519"]
    with pytest.raises(InvalidValue, match="index:HSI has bars in two tables"):
        EXPECTED.joined([EXPECTED])


def test_bars_that_can_not_be() -> None:
    with pytest.raises(InvalidValue, match=r"Bar.close: 1.5 is a float"):
        Bar(date=FRIDAY, close=1.5)  # type: ignore[arg-type]
    with pytest.raises(InvalidValue, match=r"Series.bars: 2025-07-03 behind 2025-07-04"):
        Series([bar(FRIDAY, close="1"), bar(THURSDAY, close="1")])


def test_a_long_gap_leaves_the_previous_close_unknown() -> None:
    golden_week = Series([bar(dt.date(2024, 9, 30), close="1"), bar(dt.date(2024, 10, 8), close="2")])
    assert golden_week.previous(1) == 1
    hole = Series([bar(dt.date(2024, 9, 2), close="1"), bar(dt.date(2024, 10, 8), close="2")])
    assert hole.previous(1) is None
