"""The session a figure belongs to: the day its sentence names, seen from the page's date."""

from __future__ import annotations

import datetime as dt
from typing import Any

from chinamkt.model.article import Article
from chinamkt.model.dates import PartialDate

__all__ = ["published_day", "resolve_date", "with_year"]


def published_day(article: Article) -> dt.date | None:
    """The day of publication in the markets of the article (UTC+8 where an hour and a zone are given)."""
    published = article.published
    if isinstance(published, dt.datetime):
        if published.tzinfo is not None:
            return published.astimezone(dt.timezone(dt.timedelta(hours=8))).date()
        return published.date()
    return published.date if published is not None else None


def resolve_date(value: Any, today: dt.date | None, *, western: bool = False) -> PartialDate | None:
    """A day as a sentence names it → a date as far as a careful reader knows it.

    :param value: ``("weekday", 0..6, last, date)``, ``("date", PartialDate)``, ``("day", offset)``,
        ``("overnight", 0)`` or ``None``.
    :param today: the day the article speaks from, if known.
    :param western: the figure is of a market that closes while Asia sleeps.
    """
    if value is None:
        return None
    kind = value[0]
    if kind == "date":
        found: PartialDate | None = value[1]
        return with_year(found, today)
    if kind == "weekday":
        if value[3] is not None:
            return with_year(value[3], today)
        if today is None:
            return None
        back = (today.weekday() - value[1]) % 7
        if value[2] and back == 0:
            back = 7
        return PartialDate.of(today - dt.timedelta(days=back))
    if today is None:
        return None
    if kind == "day":
        return PartialDate.of(_back(today, -value[1]) if value[1] < 0 else today)
    if kind == "overnight":
        return PartialDate.of(_back(today, 1))
    return None


def _back(day: dt.date, sessions: int) -> dt.date:
    """So many weekdays back."""
    while sessions:
        day -= dt.timedelta(days=1)
        if day.weekday() < 5:
            sessions -= 1
    return day


def with_year(found: PartialDate | None, today: dt.date | None) -> PartialDate | None:
    """A day of a month gets the year in which it last was, seen from ``today``."""
    if found is None or found.year is not None or today is None or found.month is None:
        return found
    year = today.year
    if (found.month, found.day or 1) > (today.month, today.day):
        year -= 1
    try:
        return PartialDate(year, found.month, found.day)
    except ValueError:
        return found
