"""Trading days and hours of the mainland's exchanges and of Hong Kong.

The table ``market/trading_days.tsv`` has every weekday since 1991 that was no whole session, with its reason. It is made by
``update/trading_days.py`` from ``exchange_calendars`` and ``pandas_market_calendars``, neither of which is right alone,
with corrections that name their source; from 2000 on every day is one that both have, or that a correction settles.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from enum import StrEnum
from functools import cache

from attrs import frozen

from chinamkt.errors import InvalidValue
from chinamkt.reference.market.tables import covering, table

__all__ = [
    "FIRST", "LAST", "VERIFIED", "Hours", "SessionKind", "TradingDay", "hours", "is_session", "next_session", "previous_session",
    "sessions", "trading_day",
]  # fmt: skip

#: The first and the last day of the table. Days before ``VERIFIED`` are those of one package alone.
FIRST, LAST, VERIFIED = dt.date(1991, 1, 1), dt.date(2026, 12, 31), dt.date(2000, 1, 1)
_MARKETS = {
    "CN": "CN", "XSHG": "CN", "XSHE": "CN", "BJSE": "CN", "SSE": "CN", "SZSE": "CN", "BSE": "CN",
    "HK": "HK", "XHKG": "HK", "HKEX": "HK",
}  # fmt: skip
_DAY = dt.timedelta(days=1)
_NOON = dt.time(12, 30)


class SessionKind(StrEnum):
    """``half``: the morning alone; ``late``: the afternoon alone, after bad weather; ``short``: cut off by a halt."""

    FULL = "full"
    HALF = "half"
    LATE = "late"
    SHORT = "short"
    CLOSED = "closed"


@frozen(slots=True, kw_only=True)
class TradingDay:
    """What the table says of a day on a market.

    :param market: ``CN`` or ``HK``.
    :param opens: of a late session, when it began, where that is known.
    :param reason: why it was no whole session; ``weekend``, ``holiday``, or in more words.
    :param verified: whether both calendar packages have it so, or a source was found where they don't.
    """

    market: str
    date: dt.date
    kind: SessionKind
    opens: dt.time | None = None
    reason: str = ""
    verified: bool = True

    @property
    def is_session(self) -> bool:
        """Whether there was trading at all."""
        return self.kind is not SessionKind.CLOSED


@frozen(slots=True, kw_only=True)
class Hours:
    """The hours of one day, local time (UTC+8).

    :param pre_open: when the first orders were taken.
    :param sessions: continuous trading, from and until.
    :param close: when the day's prices were final, the closing auction included.
    """

    pre_open: dt.time
    sessions: tuple[tuple[dt.time, dt.time], ...]
    close: dt.time


@cache
def _odd() -> dict[str, dict[str, dict[str, str]]]:
    """Market → ISO date → row."""
    found: dict[str, dict[str, dict[str, str]]] = {"CN": {}, "HK": {}}
    for row in table("trading_days"):
        found[row["market"]][row["date"]] = row
    return found


def trading_day(market: str, day: dt.date) -> TradingDay:
    """What kind of day it was.

    :param market: ``CN`` or ``HK``, or an exchange: ``XSHG``, ``SSE``, ``XSHE``, ``SZSE``, ``BJSE``, ``XHKG``, ``HKEX``.
    :raises InvalidValue: for another market, and for a day before 1991 or after 2026.

    >>> trading_day("HK", dt.date(2023, 9, 8)).reason
    'black rainstorm'
    >>> trading_day("HK", dt.date(2025, 12, 24)).kind
    <SessionKind.HALF: 'half'>
    >>> trading_day("SSE", dt.date(2027, 1, 4))
    Traceback (most recent call last):
    ...
    chinamkt.errors.InvalidValue: trading_day: 2027-01-04 is not in the calendar (1991-01-01 to 2026-12-31)
    """
    code = _MARKETS.get(market)
    if code is None:
        raise InvalidValue(f"no calendar of {market!r}", source="trading_day", hint=f"one of {', '.join(_MARKETS)}")
    day = day.date() if isinstance(day, dt.datetime) else day
    if not FIRST <= day <= LAST:
        raise InvalidValue(f"{day} is not in the calendar", source="trading_day", hint=f"{FIRST} to {LAST}")
    if day.weekday() > 4:
        return TradingDay(market=code, date=day, kind=SessionKind.CLOSED, reason="weekend")
    row = _odd()[code].get(day.isoformat())
    sure = day >= VERIFIED
    if row is None:
        return TradingDay(market=code, date=day, kind=SessionKind.FULL, verified=sure)
    return TradingDay(
        market=code,
        date=day,
        kind=SessionKind(row["kind"]),
        opens=dt.time.fromisoformat(row["opens"]) if row["opens"] else None,
        reason=row["reason"],
        verified=sure and not row["source"].startswith("unverified"),
    )


def is_session(market: str, day: dt.date) -> bool:
    """Whether there was trading; errors as of :func:`trading_day`.

    >>> is_session("HK", dt.date(2025, 10, 29)), is_session("CN", dt.date(2025, 10, 29))
    (False, True)
    """
    return trading_day(market, day).is_session


def previous_session(market: str, day: dt.date) -> dt.date:
    """The last session before a day; errors as of :func:`trading_day`.

    >>> previous_session("CN", dt.date(2025, 10, 9))
    datetime.date(2025, 9, 30)
    """
    return _step(market, day, -_DAY)


def next_session(market: str, day: dt.date) -> dt.date:
    """The first session after a day; errors as of :func:`trading_day`.

    >>> next_session("HK", dt.date(2025, 1, 28))
    datetime.date(2025, 2, 3)
    """
    return _step(market, day, _DAY)


def sessions(market: str, first: dt.date, last: dt.date) -> Iterator[dt.date]:
    """The sessions between two days, both counted; errors as of :func:`trading_day`.

    >>> [str(day) for day in sessions("HK", dt.date(2025, 1, 27), dt.date(2025, 2, 3))]
    ['2025-01-27', '2025-01-28', '2025-02-03']
    """
    for number in range(first.toordinal(), last.toordinal() + 1):
        day = dt.date.fromordinal(number)
        if is_session(market, day):
            yield day


def _step(market: str, day: dt.date, step: dt.timedelta) -> dt.date:
    trading_day(market, day)  # refuses what it has not
    found = day + step
    while not is_session(market, found):
        found += step
    return found


def hours(market: str, day: dt.date) -> Hours:
    """The trading hours of a session; errors as of :func:`trading_day`.

    :raises InvalidValue: also for a day without a session.

    >>> hours("HK", dt.date(2025, 12, 24)).close.isoformat("minutes")
    '12:10'
    >>> [start.isoformat("minutes") for start, _ in hours("HK", dt.date(2010, 6, 1)).sessions]
    ['10:00', '14:30']
    """
    told = trading_day(market, day)
    if not told.is_session:
        raise InvalidValue(f"{market} was closed on {day} ({told.reason})", source="hours", hint="a session")
    row = covering(tuple(row for row in table("trading_hours") if row["market"] == told.market), told.date)
    assert row is not None, "the table of hours begins where that of days does"  # noqa: S101 - for the type checker
    morning, afternoon = _pair(row["morning"]), _pair(row["afternoon"])
    until = dt.time.fromisoformat(row["close_until"])
    if told.kind is SessionKind.HALF:  # the auction is as long as on a whole day
        auction = 60 * (until.hour - afternoon[1].hour) + until.minute - afternoon[1].minute
        end = (dt.datetime.combine(told.date, morning[1]) + dt.timedelta(minutes=auction)).time()
        return Hours(pre_open=dt.time.fromisoformat(row["pre_open"]), sessions=(morning,), close=end)
    if told.kind is SessionKind.LATE:
        start = told.opens or afternoon[0]
        return Hours(pre_open=min(start, _NOON), sessions=((start, afternoon[1]),), close=until)
    return Hours(pre_open=dt.time.fromisoformat(row["pre_open"]), sessions=(morning, afternoon), close=until)


def _pair(text: str) -> tuple[dt.time, dt.time]:
    start, _, end = text.partition("-")
    return dt.time.fromisoformat(start), dt.time.fromisoformat(end)
