"""Reports about the mainland-China and Hong Kong stock markets, read into typed, checked facts.

>>> import chinamkt
>>> report = chinamkt.read("The Hang Seng Index fell 0.64 percent to 23,916.06.")
>>> move = report.moves[0]
>>> move.instrument.subject, str(move.percent.value), str(move.level.value)
('index:HSI', '-0.64', '23916.06')
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

#: Public name → the module it is loaded from on first use (PEP 562).
_WHERE = {
    **dict.fromkeys(("ChinamktError", "BadInput", "InvalidValue", "PluginError", "ReferenceFault"), "chinamkt.errors"),
    **dict.fromkeys(("Evidence", "Span"), "chinamkt.model.text"),
    **dict.fromkeys(("Duration", "PartialDate"), "chinamkt.model.dates"),
    **dict.fromkeys(("Bound", "ExchangeRate", "Level", "Money", "Percent", "Points"), "chinamkt.model.quantities"),
    **dict.fromkeys(
        ("Commodity", "Currency", "CurrencyPair", "Index", "IndexFuture", "Instrument", "Market", "Midpoint", "Names",
         "Sector", "Security", "Yield"), "chinamkt.model.instruments"),
    **dict.fromkeys(
        ("Basis", "Channel", "Direction", "EventKind", "EventStatus", "Extreme", "Fact", "FundFlow", "Phase", "PriceMove",
         "Superlative", "TradeEvent", "Turnover"), "chinamkt.model.facts"),
    **dict.fromkeys(("Article", "Page", "Role", "Segment", "SegmentKind"), "chinamkt.model.article"),
    **dict.fromkeys(("Abstention", "Finding", "Report", "Severity"), "chinamkt.model.report"),
    **dict.fromkeys(("Reader", "explain", "read", "read_many"), "chinamkt.reader"),
    **dict.fromkeys(("lookup",), "chinamkt.reference.lookup"),
    **dict.fromkeys(("TradeLedger",), "chinamkt.ledger.book"),
    **dict.fromkeys(("abstentions", "check"), "chinamkt.validate"),
    **dict.fromkeys(("Guarded", "guard", "read_facts"), "chinamkt.guarding"),
    **dict.fromkeys(("Conflict", "compare"), "chinamkt.validate.compare"),
}  # fmt: skip

#: Written out, so that type checkers see it.
__all__ = [
    "Abstention", "Article", "BadInput", "Basis", "Bound", "Channel", "ChinamktError", "Commodity", "Conflict", "Currency",
    "CurrencyPair", "Direction", "Duration", "EventKind", "EventStatus", "Evidence", "ExchangeRate", "Extreme", "Fact",
    "Finding", "FundFlow", "Guarded", "Index", "IndexFuture", "Instrument", "InvalidValue", "Level", "Market", "Midpoint",
    "Money", "Names", "Page", "PartialDate", "Percent", "Phase", "PluginError", "Points", "PriceMove", "Reader",
    "ReferenceFault", "Report", "Role", "Sector", "Security", "Segment", "SegmentKind", "Severity", "Span", "Superlative",
    "TradeEvent", "TradeLedger", "Turnover", "Yield", "abstentions", "check", "compare", "explain", "guard", "lookup",
    "read", "read_facts", "read_many",
]  # fmt: skip

if TYPE_CHECKING:
    from chinamkt import bars as bars
    from chinamkt.errors import BadInput, ChinamktError, InvalidValue, PluginError, ReferenceFault
    from chinamkt.guarding import Guarded, guard, read_facts
    from chinamkt.ledger.book import TradeLedger
    from chinamkt.model.article import Article, Page, Role, Segment, SegmentKind
    from chinamkt.model.dates import Duration, PartialDate
    from chinamkt.model.facts import (
        Basis,
        Channel,
        Direction,
        EventKind,
        EventStatus,
        Extreme,
        Fact,
        FundFlow,
        Phase,
        PriceMove,
        Superlative,
        TradeEvent,
        Turnover,
    )
    from chinamkt.model.instruments import (
        Commodity,
        Currency,
        CurrencyPair,
        Index,
        IndexFuture,
        Instrument,
        Market,
        Midpoint,
        Names,
        Sector,
        Security,
        Yield,
    )
    from chinamkt.model.quantities import Bound, ExchangeRate, Level, Money, Percent, Points
    from chinamkt.model.report import Abstention, Finding, Report, Severity
    from chinamkt.model.text import Evidence, Span
    from chinamkt.reader import Reader, explain, read, read_many
    from chinamkt.reference.lookup import lookup
    from chinamkt.validate import abstentions, check
    from chinamkt.validate.compare import Conflict, compare

    __version__: str
else:  # hidden from type checkers, which would take every name for granted

    def __getattr__(name: str) -> Any:
        if name == "__version__":
            from importlib.metadata import version

            return version("chinamkt")
        if name == "bars":  # a package of its own, at hand without an import
            return import_module("chinamkt.bars")
        where = _WHERE.get(name)
        if where is None:
            raise AttributeError(f"module 'chinamkt' has no attribute {name!r}")
        value = getattr(import_module(where), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
