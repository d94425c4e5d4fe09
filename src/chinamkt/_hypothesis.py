"""Entry point of the group ``hypothesis``: tells Hypothesis the strategy of every type.

Hypothesis calls :func:`register` when it is imported; the strategies themselves load when
one is asked for, so a test run that uses none of them pays for the model's types alone.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from chinamkt.model import article, dates, facts, instruments, printed, quantities, report, text

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

__all__ = ["STRATEGIES", "register"]

#: Type of the model → name of its strategy in :mod:`chinamkt.strategies`. Enumerations need none.
STRATEGIES: dict[type, str] = {
    text.Span: "spans",
    text.Evidence: "evidence",
    dates.PartialDate: "partial_dates",
    dates.Duration: "durations",
    printed.Interval: "intervals",
    quantities.Percent: "percents",
    quantities.Points: "points",
    quantities.Level: "levels",
    quantities.Money: "money",
    quantities.ExchangeRate: "exchange_rates",
    instruments.Names: "names",
    instruments.Index: "indices",
    instruments.Security: "securities",
    instruments.Sector: "sectors",
    instruments.Market: "markets",
    instruments.Currency: "currencies",
    instruments.CurrencyPair: "currency_pairs",
    instruments.Midpoint: "midpoints",
    instruments.IndexFuture: "index_futures",
    instruments.Commodity: "commodities",
    instruments.Yield: "yields",
    facts.Superlative: "superlatives",
    facts.PriceMove: "price_moves",
    facts.Turnover: "turnovers",
    facts.FundFlow: "fund_flows",
    facts.TradeEvent: "trade_events",
    article.Segment: "segments",
    article.Article: "cut_articles",
    article.Page: "pages",
    report.Abstention: "abstentions",
    report.Finding: "findings",
    report.Report: "reports",
}


def register() -> None:
    """Register every strategy, each built on first use."""
    from hypothesis import strategies as st

    for kind, name in STRATEGIES.items():
        st.register_type_strategy(kind, _on_first_use(name))


def _on_first_use(name: str) -> Callable[[Any], SearchStrategy[Any]]:
    def build(_: Any) -> SearchStrategy[Any]:
        from chinamkt import strategies

        strategy: SearchStrategy[Any] = getattr(strategies, name)()
        return strategy

    return build
