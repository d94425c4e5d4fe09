"""The calendar against lists from outside the code: the exchanges' closures, weather, part-days, hours."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chinamkt import InvalidValue
from chinamkt.reference.trading_days import (
    FIRST,
    LAST,
    SessionKind,
    hours,
    is_session,
    next_session,
    previous_session,
    sessions,
    trading_day,
)

# The exchanges' published closures (market-rules.md, section 3): weekdays, "MM-DD" or "MM-DD..DD".
CLOSED = {
    ("HK", 2025): "01-01 01-29..31 04-04 04-18 04-21 05-01 05-05 07-01 10-01 10-07 10-29 12-25 12-26",
    ("HK", 2026): "01-01 02-17..19 04-03 04-06 04-07 05-01 05-25 06-19 07-01 10-01 10-19 12-25",
    ("CN", 2025): "01-01 01-28..31 02-03 02-04 04-04 05-01 05-02 05-05 06-02 10-01..03 10-06..08",
    ("CN", 2026): "01-01 01-02 02-16..20 02-23 04-06 05-01 05-04 05-05 06-19 09-25 10-01 10-02 10-05..07",
}
HALF = {
    2024: "02-09 12-24 12-31",
    2025: "01-28 12-24 12-31",
    2026: "02-16 12-24 12-31",
}
#: Whole days lost to weather since 2016 (no row, or a flat one, in a third party's table of daily bars).
WEATHER = "2016-08-02 2016-10-21 2017-08-23 2020-10-13 2021-10-13 2023-07-17 2023-09-01 2023-09-08 2024-09-06"
DAYS = st.dates(FIRST + dt.timedelta(days=30), LAST - dt.timedelta(days=30))
MARKETS = st.sampled_from(("CN", "HK"))


def days(year: int, told: str) -> Iterator[dt.date]:
    for item in told.split():
        first, _, until = item.partition("..")
        month, day = map(int, first.split("-"))
        for number in range(day, int(until or day) + 1):
            yield dt.date(year, month, number)


@pytest.mark.parametrize(("market", "year"), CLOSED)
def test_a_years_closures(market: str, year: int) -> None:
    weekdays = [day for number in range(366) if (day := dt.date(year, 1, 1) + dt.timedelta(days=number)).weekday() < 5]
    shut = [day for day in weekdays if day.year == year and not is_session(market, day)]
    assert shut == sorted(days(year, CLOSED[market, year]))


@pytest.mark.parametrize("year", HALF)
def test_half_days(year: int) -> None:
    found = [day for day in sessions("HK", dt.date(year, 1, 1), dt.date(year, 12, 31))
             if trading_day("HK", day).kind is SessionKind.HALF]  # fmt: skip
    assert found == list(days(year, HALF[year]))
    assert all(hours("HK", day).close == dt.time(12, 10) and len(hours("HK", day).sessions) == 1 for day in found)


@pytest.mark.parametrize("iso", WEATHER.split())
def test_days_lost_to_weather_have_their_reason(iso: str) -> None:
    told = trading_day("HK", dt.date.fromisoformat(iso))
    assert not told.is_session
    assert told.reason.startswith(("Typhoon", "tropical storm", "black rain"))
    assert is_session("CN", told.date), "the mainland traded"


def test_no_day_is_lost_to_weather_since_the_exchange_trades_through_it() -> None:
    later = sessions("HK", dt.date(2024, 9, 23), LAST)
    kinds = {trading_day("HK", day).kind for day in later}
    assert kinds == {SessionKind.FULL, SessionKind.HALF}


def test_known_mainland_sessions_counts() -> None:
    """The official numbers of sessions a year."""
    counts = {2015: 244, 2018: 243, 2019: 244, 2020: 243, 2021: 243, 2022: 242, 2023: 242, 2024: 242, 2025: 243}
    for year, count in counts.items():
        assert len(list(sessions("CN", dt.date(year, 1, 1), dt.date(year, 12, 31)))) == count


@pytest.mark.parametrize(("year", "common"), [(2024, 233), (2025, 237), (2026, 236)])
def test_days_on_which_both_markets_trade(year: int, common: int) -> None:
    both = [day for day in sessions("CN", dt.date(year, 1, 1), dt.date(year, 12, 31)) if is_session("HK", day)]
    assert len(both) == common


@pytest.mark.parametrize(
    ("market", "iso", "told"),
    [
        ("HK", "2010-06-01", "10:00-12:30 14:30-16:00 till 16:00"),
        ("HK", "2011-03-04", "10:00-12:30 14:30-16:00 till 16:00"),
        ("HK", "2011-03-07", "09:30-12:00 13:30-16:00 till 16:00"),
        ("HK", "2012-03-05", "09:30-12:00 13:00-16:00 till 16:00"),
        ("HK", "2016-07-25", "09:30-12:00 13:00-16:00 till 16:10"),
        ("HK", "2021-06-28", "13:30-16:00 till 16:10"),
        ("HK", "2008-06-25", "14:30-16:00 till 16:10"),
        ("HK", "2012-12-24", "09:30-12:00 till 12:00"),
        ("CN", "2025-06-18", "09:30-11:30 13:00-15:00 till 15:00"),
    ],
)
def test_hours(market: str, iso: str, told: str) -> None:
    given = hours(market, dt.date.fromisoformat(iso))
    spans = [f"{start:%H:%M}-{end:%H:%M}" for start, end in given.sessions]
    assert " ".join([*spans, "till", f"{given.close:%H:%M}"]) == told
    assert given.pre_open < given.sessions[0][0]


def test_what_is_not_sure_says_so() -> None:
    assert not trading_day("HK", dt.date(1997, 7, 1)).verified
    assert not trading_day("HK", dt.date(2005, 2, 8)).verified
    assert trading_day("HK", dt.date(2025, 7, 1)).verified
    assert trading_day("HK", dt.date(1999, 12, 26)).verified, "a weekend is a weekend"


@pytest.mark.parametrize("day", [dt.date(1990, 12, 31), dt.date(2027, 1, 1), dt.date.min, dt.date.max])
def test_beyond_the_table_is_an_error(day: dt.date) -> None:
    for ask in (trading_day, is_session, previous_session, next_session, hours):
        with pytest.raises(InvalidValue, match="1991-01-01 to 2026-12-31"):
            ask("HK", day)
    with pytest.raises(InvalidValue, match="2027-01-01 is not in the calendar"):
        next_session("CN", dt.date(2026, 12, 31))


def test_an_unknown_market_names_the_known() -> None:
    with pytest.raises(InvalidValue, match=r"no calendar of 'XBSE'.*BJSE"):
        trading_day("XBSE", dt.date(2025, 1, 2))


def test_a_closed_day_has_no_hours() -> None:
    with pytest.raises(InvalidValue, match=r"closed on 2023-09-01 \(Typhoon Saola"):
        hours("XHKG", dt.date(2023, 9, 1))


@given(MARKETS, DAYS)
def test_neighbours(market: str, day: dt.date) -> None:
    before, after = previous_session(market, day), next_session(market, day)
    assert before < day < after
    assert list(sessions(market, before, after)) == ([before, day, after] if is_session(market, day) else [before, after])
    assert next_session(market, before) == (day if is_session(market, day) else after)
    assert previous_session(market, after) == (day if is_session(market, day) else before)


@given(MARKETS, DAYS, st.times())
def test_a_time_of_day_changes_nothing(market: str, day: dt.date, time: dt.time) -> None:
    assert trading_day(market, dt.datetime.combine(day, time)) == trading_day(market, day)
