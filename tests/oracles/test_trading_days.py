"""The calendar against the two packages it was made from, day by day, with their known mistakes listed.

They are heavy, so that these tests run in a session of their own: ``nox -s oracles``.
"""

from __future__ import annotations

import csv
import datetime as dt
import subprocess
import sys
import warnings
from pathlib import Path

import pytest

from chinamkt.reference.trading_days import FIRST, LAST, VERIFIED, is_session, sessions, trading_day

exchange_calendars = pytest.importorskip("exchange_calendars", reason="nox -s oracles")
pandas_market_calendars = pytest.importorskip("pandas_market_calendars", reason="nox -s oracles")

ROOT = Path(__file__).resolve().parents[2]
#: Days on which a package is wrong, whether they were sessions or not.
MISTAKES = {
    ("exchange_calendars", "HK"): {"2023-09-01", "2023-09-08"},
    ("exchange_calendars", "CN"): set(),
    ("pandas_market_calendars", "HK"): {"2020-10-13", "2021-04-06", "2021-10-13", "2024-09-06"},
    ("pandas_market_calendars", "CN"): set(),
}
NAMES = {"CN": ("XSHG", "SSE"), "HK": ("XHKG", "HKEX")}


def by_package(package: str, market: str, first: dt.date) -> set[str]:
    ours, theirs = NAMES[market]
    if package == "exchange_calendars":
        calendar = exchange_calendars.get_calendar(ours, start=first.isoformat(), end=LAST.isoformat())
        return {str(stamp.date()) for stamp in calendar.sessions}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        schedule = pandas_market_calendars.get_calendar(theirs).schedule(first.isoformat(), LAST.isoformat())
    return {str(stamp.date()) for stamp in schedule.index}


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(("package", "market"), MISTAKES)
def test_a_package_differs_on_its_known_mistakes_alone(package: str, market: str) -> None:
    ours = {str(day) for day in sessions(market, VERIFIED, LAST)}
    assert ours ^ by_package(package, market, VERIFIED) == MISTAKES[package, market]


@pytest.mark.filterwarnings("ignore")
def test_the_mainlands_early_years_are_the_packages() -> None:
    assert {str(day) for day in sessions("CN", FIRST, LAST)} == by_package("exchange_calendars", "CN", FIRST)


@pytest.mark.filterwarnings("ignore")
def test_half_days() -> None:
    """The package knows no half day before the Lunar New Year of 2014; the unverified ones are those."""
    calendar = exchange_calendars.get_calendar("XHKG", start=VERIFIED.isoformat(), end=LAST.isoformat())
    theirs = {stamp.date() for stamp in calendar.early_closes}
    ours = {day for day in sessions("HK", VERIFIED, LAST) if trading_day("HK", day).kind == "half"}
    assert theirs <= ours
    assert all(not trading_day("HK", day).verified and day.year < 2014 for day in ours - theirs)


def test_every_correction_stands_in_the_table() -> None:
    with (ROOT / "update/sources/trading_days.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            told = trading_day(row["market"], dt.date.fromisoformat(row["date"]))
            assert (told.kind, told.reason) == (row["kind"], row["reason"])
            assert told.is_session == is_session(row["market"], told.date)


def test_the_shipped_table_is_what_the_script_makes() -> None:
    script = [sys.executable, "update/trading_days.py", "--check"]
    done = subprocess.run(script, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "up to date\n"), done.stderr
