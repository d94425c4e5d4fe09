"""Where and when a fact belongs: its market, its day, the article that states it."""

from __future__ import annotations

import datetime as dt

from chinamkt.model.article import Article
from chinamkt.model.dates import PartialDate
from chinamkt.model.facts import Fact, FundFlow, PriceMove, TradeEvent, Turnover
from chinamkt.model.instruments import Index, Instrument, Market, Security
from chinamkt.model.report import Report
from chinamkt.model.text import Span
from chinamkt.reference import load
from chinamkt.reference.rows import rows_of

__all__ = [
    "LOCAL",
    "article_of",
    "date_at",
    "day_of",
    "index_kind",
    "instrument_of",
    "known",
    "market_of",
    "published_day",
    "published_time",
    "stated_day",
    "stated_year",
]

#: The time of both markets: UTC+8, without summer time.
LOCAL = dt.timezone(dt.timedelta(hours=8))
_MARKETS = {
    "HK": "HK", "HKEX": "HK", "XHKG": "HK",
    "CN": "CN", "CN-SH": "CN", "CN-SZ": "CN", "CN-BJ": "CN", "SSE": "CN", "SZSE": "CN", "SSE+SZSE": "CN", "BSE": "CN",
    "XSHG": "CN", "XSHE": "CN", "BJSE": "CN",
    "US": "US", "XNYS": "US", "XNAS": "US", "XASE": "US", "ARCX": "US", "BATS": "US",
}  # fmt: skip
#: Indices of what is traded by other hours: bonds between banks, currencies, futures abroad.
_OTHER_HOURS = frozenset(("foreign", "fx", "bond"))


def known(instrument: Instrument) -> Instrument:
    """The instrument as the reference data has it, else as given: another extractor may know no more than its id."""
    reference = load()
    return reference.instrument(instrument.subject) if reference.knows(instrument.subject) else instrument


def market_of(instrument: Instrument) -> str | None:
    """``HK``, ``CN`` or ``US`` for shares, stock indices and whole markets; else ``None``.

    >>> market_of(Index(slug="HSI")), market_of(Security(mic="XSHE", code="300750")), market_of(Index(slug="N225"))
    ('HK', 'CN', None)
    """
    if isinstance(instrument, Security):
        return _MARKETS.get(instrument.mic or "")
    if isinstance(instrument, Market):
        return _MARKETS.get(instrument.code)
    if isinstance(instrument, Index) and index_kind(instrument.slug) not in _OTHER_HOURS:
        given = known(instrument)
        return _MARKETS.get(given.market or "") if isinstance(given, Index) else None
    return None


def index_kind(slug: str) -> str:
    """The kind of an index by the reference data: ``headline``, ``sector``, ``foreign``, ...; empty where unknown."""
    row = rows_of("indices.tsv").row(slug)
    return row["kind"] if row else ""


def day_of(fact: Fact) -> dt.date | None:
    """The full date of the fact itself."""
    return fact.date.date if fact.date is not None else None


def article_of(report: Report, fact: Fact) -> Article | None:
    """The article that states the fact."""
    return next((article for article in report.articles if article.number == fact.article), None)


def published_time(report: Report, fact: Fact) -> dt.datetime | None:
    """When its article came out, in the markets' time, where the page gives hour and zone."""
    article = article_of(report, fact)
    given = article.published if article is not None else None
    return given.astimezone(LOCAL) if isinstance(given, dt.datetime) and given.tzinfo is not None else None


def published_day(report: Report, fact: Fact) -> dt.date | None:
    """The day its article came out, in the markets' time."""
    time = published_time(report, fact)
    if time is not None:
        return time.date()
    article = article_of(report, fact)
    given = article.published if article is not None else None
    return given.date() if isinstance(given, dt.datetime) else given.date if given is not None else None


def stated_day(report: Report, fact: Fact) -> dt.date | None:
    """The fact's own day, else that of its article; ``None`` where the fact's own date is not a full one."""
    return published_day(report, fact) if fact.date is None else fact.date.date


def stated_year(report: Report, fact: Fact) -> int | None:
    """The year of the fact's own date, else of its article; ``None`` where the fact has a date without a year."""
    if fact.date is not None:
        return fact.date.year
    article = article_of(report, fact)
    return article.published.year if article is not None and article.published is not None else None


def date_at(report: Report, span: Span) -> PartialDate | None:
    """The date of the article that holds a place, else of the page's main one."""
    holding = [
        article for article in report.articles for segment in article.segments
        if segment.span.start <= span.start and span.end <= segment.span.end
    ]  # fmt: skip
    given = next((article.published for article in (*holding, *report.articles[:1])), None)
    return PartialDate.of(given.date()) if isinstance(given, dt.datetime) else given


def instrument_of(fact: Fact) -> Instrument | None:
    """What the fact is about; ``None`` for flows and acts of trade policy."""
    match fact:
        case PriceMove():
            return fact.instrument
        case Turnover():
            return fact.market
        case FundFlow() | TradeEvent():
            return None
