"""Strategies for reports that tell of the same acts of trade policy, and for ledgers of them."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from chinamkt.ledger.book import TradeLedger
from chinamkt.model.article import Article
from chinamkt.model.dates import PartialDate
from chinamkt.model.facts import EventKind, EventStatus, TradeEvent
from chinamkt.model.report import Report

__all__ = ["meeting_reports", "trade_ledgers"]


def _dates(words: str) -> SearchStrategy[PartialDate | None]:
    return st.sampled_from([None, *map(PartialDate.parse, words.split())])


# Few values of each attribute, so that events of different reports meet, agree and contradict each other.
_KINDS = st.sampled_from((EventKind.TALKS, EventKind.TARIFF, EventKind.TRUCE, EventKind.SANCTION))
_PARTIES = st.sampled_from((("US", "CN"), ("CN", "US")))
_STATUSES = st.sampled_from((None, EventStatus.IN_FORCE, EventStatus.PLANNED, EventStatus.LIFTED))
_PLACES = st.sampled_from((None, "London", "伦敦", "Madrid"))
_DAYS = _dates("2025-05 2025-05-14 --05-14 2025-06-09 2025-06-10 --06 2025 2026-06-09")
_STARTS = _dates("2025-05 2025-05-14 --05-14")
_ENDS = _dates("2026-08-12 2026-08-30 --08-12 2026")
_RATES = st.sampled_from((None, Decimal(10), Decimal("10.0"), Decimal(30)))
_GOODS = st.sampled_from((None, "Chinese goods", "steel", "steel and aluminum"))
_ARTICLES = st.sampled_from((0, 0, 1))
_TOLD = _dates("2025-05-12 2025-06-09 2025-06-10 2025-12-01 2026-06 2026-06-09")
_IDS = st.sampled_from("abcdefgh")


@st.composite
def _events(draw: DrawFn) -> TradeEvent:
    return TradeEvent(
        kind=draw(_KINDS),
        parties=draw(_PARTIES),
        status=draw(_STATUSES),
        place=draw(_PLACES),
        date=draw(_DAYS),
        rate=draw(_RATES),
        target=draw(_GOODS),
        effective_from=draw(_STARTS),
        effective_to=draw(_ENDS),
        article=draw(_ARTICLES),
    )


_SOME_EVENTS = st.lists(_events(), min_size=1, max_size=3)


@st.composite
def meeting_reports(draw: DrawFn) -> Report:
    """Reports without text whose acts of trade policy meet those of other draws: they agree, or contradict each other."""
    name, told = draw(_IDS), draw(_TOLD)
    return Report(text="", id=name, articles=(Article(published=told),), facts=tuple(draw(_SOME_EVENTS)))


def trade_ledgers(*, max_reports: int = 6) -> SearchStrategy[TradeLedger]:
    """Ledgers of reports whose events meet.

    >>> from hypothesis import given
    >>> @given(trade_ledgers())
    ... def holds(ledger):
    ...     assert ledger + ledger == ledger
    >>> holds()
    """
    return st.lists(meeting_reports(), max_size=max_reports).map(TradeLedger.of)
