"""The tables of market rules against values from outside the code, and their form."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from chinamkt import ReferenceFault
from chinamkt.reference import load
from chinamkt.reference.market.limits import board_of, limits
from chinamkt.reference.market.ranges import band, fx_range, index_range, records
from chinamkt.reference.market.tables import covering, table
from chinamkt.reference.market.ticks import grids
from chinamkt.reference.rows import rows_of

NAMES = sorted(path.stem for path in (Path(__file__).parents[3] / "src/chinamkt/reference/market").glob("*.tsv"))


def day(iso: str) -> dt.date:
    return dt.date.fromisoformat(iso)


@pytest.mark.parametrize("name", NAMES or ["trading_days"])
def test_every_row_of_a_table_has_its_source(name: str) -> None:
    rows = table(name)
    assert rows
    if name not in ("mics", "trading_days"):  # one source in the head; days that both packages have
        assert all(row["source"] for row in rows)


@pytest.mark.parametrize("name", ["trading_hours", "price_limits", "fx_bands", "tick_sizes"])
def test_periods_ascend(name: str) -> None:
    seen: dict[str, str] = {}
    for row in table(name):
        key = row.get("market") or row.get("board") or row["pair"]
        assert seen.get(key, "") <= row["start"]
        seen[key] = row["start"]


def test_a_missing_table_is_an_error() -> None:
    with pytest.raises(ReferenceFault, match=r"nothing\.tsv: a shipped table is missing"):
        table("nothing")


def test_a_row_holds_until_its_end() -> None:
    rows = ({"start": "2020-01-01", "end": "2020-12-31"}, {"start": "2022-01-01", "end": ""})
    assert covering(rows, day("2019-12-31")) is None
    assert covering(rows, day("2020-06-01")) == rows[0]
    assert covering(rows, day("2021-06-01")) is None
    assert covering(rows, day("2030-06-01")) == rows[1]


@pytest.mark.parametrize(
    ("board", "iso", "percent"),
    [
        ("main", "2025-02-18", "10"),
        ("main_st", "2026-07-03", "5"),
        ("main_st", "2026-07-06", "10"),
        ("chinext", "2020-08-21", "10"),
        ("chinext", "2020-08-24", "20"),
        ("star", "2019-07-22", "20"),
        ("bse", "2021-11-15", "30"),
        ("index", "2015-08-24", "10"),
    ],
)
def test_price_limits(board: str, iso: str, percent: str) -> None:
    (limit,) = limits(board, day(iso))
    assert limit.percent == Decimal(percent)


@pytest.mark.parametrize(
    ("board", "iso"), [("star", "2019-07-19"), ("bse", "2021-11-12"), ("fund", "2025-02-18"), ("main", "1992-05-21")]
)
def test_no_limit_is_known(board: str, iso: str) -> None:
    assert not limits(board, day(iso))


def test_boards_of_the_reference_data_are_those_of_the_code() -> None:
    """The tables of securities know the board of every share; the beginning of its code must say the same."""
    ours = {
        "main": "Main",
        "star": "STAR",
        "chinext": "ChiNext",
        "bse": "BSE",
        "b_share_sse": "B-share",
        "b_share_szse": "B-share",
    }
    rows = rows_of("securities.tsv")
    checked = 0
    for line in rows.lines.values():
        row = rows.taken_apart(line)
        mic, _, code = row["id"].partition(":")
        if mic in ("XSHG", "XSHE", "BJSE") and row["type"] in ("equity", "b_share"):
            board = board_of(mic, code)
            assert board is not None, row["id"]
            assert ours[board] == row["board"] or row["id"] == "XSHE:201872", row["id"]  # a B share that the data has as A
            checked += 1
    assert checked > 5_000


@pytest.mark.parametrize(
    ("price", "iso", "tick"),
    [
        ("47.25", "2025-02-18", "0.05"),
        ("47.25", "2025-09-01", "0.02"),
        ("15", "2025-02-18", "0.02"),
        ("15", "2025-09-01", "0.01"),
        ("0.25", "2025-02-18", "0.001"),
        ("0.26", "2025-02-18", "0.005"),
        ("498", "2025-02-18", "0.2"),
        ("124.40", "2025-02-18", "0.1"),
        ("9995", "2025-02-18", "5"),
    ],
)
def test_price_steps(price: str, iso: str, tick: str) -> None:
    (grid,) = grids("HK", day(iso))
    assert grid.tick(Decimal(price)) == Decimal(tick)


def test_no_price_step_beyond_the_table() -> None:
    (grid,) = grids("HK", day("2025-02-18"))
    assert grid.tick(Decimal(10000)) is None
    assert grid.tick(Decimal(-1)) is None
    assert not grids("HK", day("2006-07-21"))


def test_ranges_hold_what_was_printed() -> None:
    """Closes from reports of the time."""
    for slug, iso, level in (
        ("HSI", "2025-07-04", "23916.06"),
        ("HSI", "2018-01-26", "33154.12"),
        ("SSE_COMPOSITE", "2025-07-04", "3472.32"),
        ("CHINEXT", "2015-06-03", "3982.25"),
        ("CSI300", "2021-02-10", "5807.72"),
    ):
        known = index_range(slug, day(iso).year)
        assert known is not None
        assert known.low <= Decimal(level) <= known.high
    assert index_range("HSI", 1997) is None
    yuan = fx_range("USD/CNH", 2025)
    assert yuan is not None
    assert yuan.holds(Decimal("7.1852"), Decimal("7.1852"))
    assert not yuan.holds(Decimal("6.1852"), Decimal("6.1852"))


def test_a_record_lies_in_its_years_range() -> None:
    seen = 0
    for slug in ("HSI", "HSCEI", "SSE_COMPOSITE", "CSI300", "CHINEXT"):
        for record in records(slug):
            assert load().knows(f"index:{slug}")
            known = index_range(slug, record.date.year)
            if known is not None:
                seen += 1
                assert known.low <= record.level <= known.high + 1
    assert seen >= 4


def test_bands() -> None:
    dollar = band("USD/HKD", day("2025-06-26"))
    assert dollar is not None
    assert (dollar.low, dollar.high) == (Decimal("7.75"), Decimal("7.85"))
    assert band("USD/HKD", day("2005-06-17")) is None
    for iso, wide in (("2005-07-21", "0.3"), ("2012-04-16", "1"), ("2014-03-14", "1"), ("2014-03-17", "2")):
        yuan = band("USD/CNY", day(iso))
        assert yuan is not None
        assert yuan.high == -yuan.low == Decimal(wide)
