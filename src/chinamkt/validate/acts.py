"""What rules of trade policy share: the day a report was told, the sentence of an event, days in words."""

from __future__ import annotations

import datetime as dt
import re

from chinamkt.model.article import Article
from chinamkt.model.dates import PartialDate
from chinamkt.model.facts import TradeEvent
from chinamkt.model.report import Report
from chinamkt.reference.timeline import FIRST_DAY, LAST_DAY, Act
from chinamkt.validate.words import quote

__all__ = ["days_of", "in_words", "outside", "sentence_of", "told_on"]

_END = re.compile(r"[。！？\n]|(?<![A-Z.])[.!?](?=\s|$)")


def told_on(report: Report, number: int) -> tuple[dt.date, dt.date] | None:
    """The first and the last day on which the article can have been published, or ``None``."""
    article = next((article for article in report.articles if article.number == number), None)
    return days_of(_published(article))


def _published(article: Article | None) -> PartialDate | None:
    published = article.published if article else None
    return PartialDate.of(published.date()) if isinstance(published, dt.datetime) else published


def days_of(date: PartialDate | None) -> tuple[dt.date, dt.date] | None:
    """The first and the last day of a date that has at least year and month."""
    return date.bounds if date is not None and date.month is not None else None


def outside(first: dt.date, last: dt.date) -> str | None:
    """Why the timeline can't judge these days, or ``None``."""
    if last < FIRST_DAY:
        return f"the timeline begins on {FIRST_DAY}"
    return f"the timeline ends on {LAST_DAY}" if first > LAST_DAY else None


def sentence_of(report: Report, event: TradeEvent) -> str:
    """The whole sentence of the event's statement; its quote where the fact travels without its text."""
    if event.evidence is None:
        return ""
    span = event.evidence.span
    if len(span.of(report.text)) != len(span):
        return quote(report, event)
    before = [found.end() for found in _END.finditer(report.text, max(0, span.start - 500), span.start)]
    after = _END.search(report.text, span.end)
    return report.text[before[-1] if before else max(0, span.start - 500) : after.start() if after else span.end + 500]


def in_words(act: Act) -> str:
    """The days of an act: ``on 2025-10-30``, ``from 2025-06-09 to 2025-06-10``, ``from 2018-07-06``."""
    if act.end is None:
        return f"from {act.start}"
    return f"on {act.start}" if act.end == act.start else f"from {act.start} to {act.end}"
