"""Hypothesis strategies for every type of the model; needs the extra ``testing``.

Every strategy is sound: it draws nothing that a constructor refuses. With Hypothesis
installed, ``st.from_type(PriceMove)`` finds them without an import of this module.

>>> from hypothesis import given, settings
>>> from chinamkt import strategies
>>> @settings(max_examples=10, database=None)
... @given(strategies.reports(max_facts=3))
... def quotes_stand_in_the_text(report):
...     for fact in report:
...         assert fact.evidence.span.of(report.text) == fact.evidence.quote
>>> quotes_stand_in_the_text()
"""

from __future__ import annotations

from importlib.util import find_spec

if find_spec("hypothesis") is None:
    raise ImportError("chinamkt.strategies needs Hypothesis: pip install 'chinamkt[testing]'")

from chinamkt.strategies.bars import bar_series
from chinamkt.strategies.facts import closing_moves, facts, fund_flows, price_moves, superlatives, trade_events, turnovers
from chinamkt.strategies.instruments import (
    commodities,
    currencies,
    currency_codes,
    currency_pairs,
    index_futures,
    indices,
    instruments,
    markets,
    midpoints,
    names,
    sectors,
    securities,
    yields,
)
from chinamkt.strategies.ledgers import meeting_reports, trade_ledgers
from chinamkt.strategies.reports import abstentions, cut_articles, evidence, findings, pages, reports, segments
from chinamkt.strategies.values import (
    durations,
    exchange_rates,
    intervals,
    levels,
    money,
    partial_dates,
    percents,
    points,
    printed_decimals,
    spans,
)

__all__ = [
    "abstentions",
    "bar_series",
    "closing_moves",
    "commodities",
    "currencies",
    "currency_codes",
    "currency_pairs",
    "cut_articles",
    "durations",
    "evidence",
    "exchange_rates",
    "facts",
    "findings",
    "fund_flows",
    "index_futures",
    "indices",
    "instruments",
    "intervals",
    "levels",
    "markets",
    "meeting_reports",
    "midpoints",
    "money",
    "names",
    "pages",
    "partial_dates",
    "percents",
    "points",
    "price_moves",
    "printed_decimals",
    "reports",
    "sectors",
    "securities",
    "segments",
    "spans",
    "superlatives",
    "trade_events",
    "trade_ledgers",
    "turnovers",
    "yields",
]
