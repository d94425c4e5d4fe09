"""The session a figure belongs to: the day its sentence names, seen from the page's date."""

from __future__ import annotations

import datetime as dt
from typing import Any

from chinamkt.model.article import Article
from chinamkt.model.dates import PartialDate
from chinamkt.model.instruments import Index, Instrument, Security

__all__ = [
    "day_before",
    "last_new_york",
    "published_day",
    "resolve_date",
    "trades_in_china",
    "trades_in_new_york",
    "weekdays_back",
    "with_year",
]


def published_day(article: Article) -> dt.date | None:
    """The day of publication in the markets of the article (UTC+8 where an hour and a zone are given)."""
    published = article.published
    if isinstance(published, dt.datetime):
        if published.tzinfo is not None:
            return published.astimezone(dt.timezone(dt.timedelta(hours=8))).date()
        return published.date()
    return published.date if published is not None else None


def last_new_york(published: dt.datetime, *, closed: bool) -> dt.date:
    """The last session of New York that had opened, or had closed, when an article was published.

    The exchange trades from 9:30 to 16:00 of its own time, an hour earlier against Greenwich in summer;
    the later of the two hours counts, so that no session is taken for one that had not begun.
    """
    moment = published.astimezone(dt.UTC)
    day = moment.date()
    if (moment.hour, moment.minute) < ((20, 0) if closed else (13, 30)):
        day -= dt.timedelta(days=1)
    while day.weekday() > 4:
        day -= dt.timedelta(days=1)
    return day


def resolve_date(value: Any, today: dt.date | None, *, western: bool = False, ahead: int = 0) -> PartialDate | None:
    """A day as a sentence names it → a date as far as a careful reader knows it.

    :param value: ``("weekday", 0..6, last, date)``, ``("date", PartialDate)``, ``("day", offset)``,
        ``("overnight", 0)`` or ``None``.
    :param today: the day the article speaks from, if known.
    :param western: the figure is of a market that closes while Asia sleeps.
    :param ahead: how many months behind ``today`` a day without its year may lie.
    """
    if value is None:
        return None
    kind = value[0]
    if kind == "date":
        found: PartialDate | None = value[1]
        return with_year(found, today, ahead)
    if kind == "dom":
        return _day_of_month(value[1], today)
    if kind == "weekday":
        if value[3] is not None:
            return with_year(value[3], today, ahead)
        if today is None:
            return None
        back = (today.weekday() - value[1]) % 7
        if value[2] and back == 0:
            back = 7
        return PartialDate.of(today - dt.timedelta(days=back))
    if today is None:
        return None
    if kind == "day":
        return PartialDate.of(weekdays_back(today, -value[1]) if value[1] < 0 else today)
    if kind == "month":
        return PartialDate(today.year, today.month)
    if kind == "overnight":
        return PartialDate.of(weekdays_back(today, 1))
    return None


def _day_of_month(day: int, today: dt.date | None) -> PartialDate | None:
    """The last such day of a month, seen from today."""
    if today is None or not 1 <= day <= 31:
        return None
    while today.day != day:
        today -= dt.timedelta(days=1)
    return PartialDate.of(today)


def day_before(day: PartialDate | None, days: int = 1) -> PartialDate | None:
    """So many days before a day whose year may be unknown; nobody knows those of February before a day of March."""
    if day is None or day.month is None or day.day is None or (day.month == 3 and day.day <= days and day.year is None):
        return None
    before = dt.date(day.year or 2000, day.month, day.day) - dt.timedelta(days=days)
    return PartialDate(day.year and before.year, before.month, before.day)


def weekdays_back(day: dt.date, sessions: int) -> dt.date:
    """So many weekdays back."""
    while sessions:
        day -= dt.timedelta(days=1)
        if day.weekday() < 5:
            sessions -= 1
    return day


def with_year(found: PartialDate | None, today: dt.date | None, ahead: int = 0) -> PartialDate | None:
    """A day of a month gets the year in which it last was, seen from ``today``, or from some months ahead of it."""
    if found is None or found.year is not None or today is None or found.month is None:
        return found
    year = today.year
    if (found.month, found.day or 1) > (today.month + ahead, today.day):
        year -= 1
    try:
        return PartialDate(year, found.month, found.day)
    except ValueError:
        return found


def trades_in_new_york(instrument: Instrument) -> bool:
    """Its sessions are New York's."""
    if isinstance(instrument, Index):
        return instrument.market == "US"
    return isinstance(instrument, Security) and instrument.mic in ("XNYS", "XNAS", "XASE", "ARCX")


def trades_in_china(instrument: Instrument) -> bool:
    """It trades by day in Hong Kong or on the mainland: "overnight" before it was said of another market."""
    if isinstance(instrument, Security):
        return instrument.mic in ("XHKG", "XSHG", "XSHE", "BJSE")
    return isinstance(instrument, Index) and instrument.market in ("HK", "CN")
