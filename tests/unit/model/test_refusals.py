"""Construction refuses nonsense, and the error says which field and why."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from chinamkt import (
    Basis,
    Bound,
    Channel,
    Currency,
    CurrencyPair,
    Direction,
    Duration,
    EventKind,
    ExchangeRate,
    Extreme,
    Index,
    InvalidValue,
    Level,
    Market,
    Money,
    PartialDate,
    Percent,
    Points,
    PriceMove,
    Sector,
    Security,
    Span,
    Superlative,
    TradeEvent,
    Turnover,
)

HSI = Index(slug="HSI")
UNTYPED: Any = 0.9  # what a caller without a type checker may pass

REFUSED: dict[str, tuple[Callable[[], object], str, str]] = {
    "span with end before start": (lambda: Span(9, 4), "Span.end", "4 lies before start 9"),
    "span before the text": (lambda: Span(-1, 4), "Span.start", "-1 is negative"),
    "date of nothing": (PartialDate, "PartialDate", "neither year nor month"),
    "day without month": (lambda: PartialDate(2025, None, 3), "PartialDate.day", "without its month"),
    "year 0": (lambda: PartialDate(0), "PartialDate.year", "0 is no year"),
    "month 13": (lambda: PartialDate(2025, 13), "PartialDate.month", "13 is no month"),
    "30 February": (lambda: PartialDate(2025, 2, 30), "PartialDate.day", "2025-02 has no day 30"),
    "29 February 2025": (lambda: PartialDate(2025, 2, 29), "PartialDate.day", "2025-02 has no day 29"),
    "30 February of any year": (lambda: PartialDate(None, 2, 30), "PartialDate.day", "--02 has no day 30"),
    "no ISO date": (lambda: PartialDate.parse("02/03/2025"), "PartialDate", "'02/03/2025' is no date"),
    "ISO date with a tail": (lambda: PartialDate.parse("2025-04-02T"), "PartialDate", "is no date"),
    "hours": (lambda: Duration(3, "H"), "Duration.unit", "'H' is no unit of time"),
    "two units": (lambda: Duration(3, "DW"), "Duration.unit", "'DW' is no unit of time"),
    "no time at all": (lambda: Duration(0, "M"), "Duration.count", "0 is no length"),
    "no ISO duration": (lambda: Duration.parse("4 months"), "Duration", "'4 months' is no duration"),
    "float percent": (lambda: Percent(UNTYPED), "Percent.value", "0.9 is a float"),
    "infinite percent": (lambda: Percent(Decimal("Infinity")), "Percent.value", "Infinity is not finite"),
    "signalling NaN": (lambda: Percent(Decimal("sNaN")), "Percent.value", "sNaN is not finite"),
    "range of both signs": (
        lambda: Percent(Decimal("3.2"), Decimal("-5.5"), Bound.RANGE),
        "Percent.upper",
        "3.2 and -5.5 disagree in sign",
    ),
    "range upside down": (
        lambda: Percent(Decimal("-5.5"), Decimal("-3.2"), Bound.RANGE),
        "Percent.upper",
        "-3.2 is nearer zero than -5.5",
    ),
    "range with one end": (lambda: Percent(Decimal("3.2"), None, Bound.RANGE), "Percent.upper", "without its upper end"),
    "two ends and no range": (
        lambda: Percent(Decimal("3.2"), Decimal("5.5"), Bound.OVER),
        "Percent.bound",
        "two ends, but bound over",
    ),
    "float end": (lambda: Percent(Decimal(1), UNTYPED, Bound.RANGE), "Percent.upper", "0.9 is a float"),
    "points in no unit": (lambda: Points(Decimal(3), "pips"), "Points.unit", "unknown currency 'pips'"),
    "points in half a rate": (lambda: Points(Decimal(3), "CNY/"), "Points.unit", "unknown currency ''"),
    "level in money": (lambda: Level(Decimal(3), "HKD"), "Level.unit", "'HKD' is no unit of a level"),
    "money in no currency": (lambda: Money(Decimal(3), "RMB"), "Money.currency", "unknown currency 'RMB'"),
    "rate of zero": (lambda: ExchangeRate(Decimal("0.00"), "CNY", "USD"), "ExchangeRate.value", "0.00 is no rate"),
    "rate in no currency": (lambda: ExchangeRate(Decimal(7), "cny", "USD"), "ExchangeRate.quote", "unknown currency 'cny'"),
    "rate of no currency": (lambda: ExchangeRate(Decimal(7), "CNY", "US$"), "ExchangeRate.base", "unknown currency 'US$'"),
    "index without slug": (lambda: Index(slug=""), "Index.slug", "without its slug"),
    "index in no currency": (lambda: Index(slug="HSI", currency="HK$"), "Index.currency", "unknown currency 'HK$'"),
    "security of nothing": (Security, "Security.name", "neither a listing nor a name"),
    "four digits in Hong Kong": (lambda: Security(mic="XHKG", code="0700"), "Security.code", "'0700' is no code of XHKG"),
    "five digits in Shanghai": (lambda: Security(mic="XSHG", code="60051"), "Security.code", "'60051' is no code of XSHG"),
    "digits that are not ASCII": (lambda: Security(mic="XHKG", code="００７００"), "Security.code", "is no code of XHKG"),
    "listing without code": (lambda: Security(mic="XNYS"), "Security.code", "None is no code of XNYS"),
    "share in no currency": (
        lambda: Security(mic="XNYS", code="BABA", currency="$"),
        "Security.currency",
        "unknown currency '$'",
    ),
    "blank sector": (lambda: Sector(" "), "Sector.name", "without a name"),
    "market with blanks": (lambda: Market("Hong Kong"), "Market.code", "'Hong Kong' is no market"),
    "unknown currency": (lambda: Currency("RMB"), "Currency.code", "unknown currency 'RMB'"),
    "pair with itself": (lambda: CurrencyPair("CNY", "CNY"), "CurrencyPair.quote", "CNY against itself"),
    "superlative since a word": (lambda: Superlative(Extreme.HIGH, "2024"), "Superlative.since", "'2024'"),
    "percent against points": (
        lambda: PriceMove(instrument=HSI, percent=Percent(Decimal("0.64")), points=Points(Decimal("-153.88"))),
        "PriceMove.points",
        "percent and points disagree in sign",
    ),
    "direction against figures": (
        lambda: PriceMove(instrument=HSI, percent=Percent(Decimal("0.64")), direction=Direction.DOWN),
        "PriceMove.direction",
        "down, but the figures say otherwise",
    ),
    "signs of no currency": (lambda: PriceMove(instrument=HSI, of="RMB"), "PriceMove.of", "unknown currency 'RMB'"),
    "start of a day": (
        lambda: PriceMove(instrument=HSI, basis=Basis.DAY, basis_from=PartialDate(2025)),
        "PriceMove.basis_from",
        "a start, but basis day",
    ),
    "article before the first": (lambda: PriceMove(instrument=HSI, article=-1), "PriceMove.article", "-1"),
    "negative turnover": (
        lambda: Turnover(market=Market("HKEX"), amount=Money(Decimal(-1), "HKD")),
        "Turnover.amount",
        "-1 is negative",
    ),
    "event of nobody": (lambda: TradeEvent(kind=EventKind.TALKS, parties=()), "TradeEvent.parties", "no party"),
    "party by name": (lambda: TradeEvent(kind=EventKind.TALKS, parties=("China",)), "TradeEvent.parties", "'China' is no party"),
    "party of digits": (lambda: TradeEvent(kind=EventKind.TALKS, parties=("U1",)), "TradeEvent.parties", "'U1' is no party"),
    "negative tariff": (
        lambda: TradeEvent(kind=EventKind.TARIFF, parties=("US",), rate=Decimal(-5)),
        "TradeEvent.rate",
        "-5 is negative",
    ),
    "float tariff": (
        lambda: TradeEvent(kind=EventKind.TARIFF, parties=("US",), rate=UNTYPED),
        "TradeEvent.rate",
        "0.9 is a float",
    ),
    "truce that ends before it starts": (
        lambda: TradeEvent(
            kind=EventKind.TRUCE,
            parties=("US", "CN"),
            effective_from=PartialDate(2025, 8, 12),
            effective_to=PartialDate(2025, 5, 14),
        ),
        "TradeEvent.effective_to",
        "2025-05-14 lies before 2025-08-12",
    ),
}


@pytest.mark.parametrize(("build", "source", "why"), REFUSED.values(), ids=REFUSED)
def test_nonsense_is_refused(build: Callable[[], object], source: str, why: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        build()
    error = caught.value
    assert error.source == source
    assert why in error.message
    assert error.hint, "an error tells what would be right"
    assert str(error) == f"{source}: {error.message} ({error.hint})"


def test_errors_are_value_errors_and_cross_processes() -> None:
    with pytest.raises(ValueError, match=r"Money\.currency") as caught:
        Money(Decimal(1), "RMB")
    assert isinstance(caught.value, InvalidValue)
    copy = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - our own bytes
    assert (type(copy), str(copy), copy.source, copy.hint) == (
        InvalidValue,
        str(caught.value),
        caught.value.source,
        caught.value.hint,
    )


def test_neighbours_of_nonsense_are_taken() -> None:
    """The checks refuse no more than they should."""
    assert Span(4, 4).of("text") == ""
    assert PartialDate(2024, 2, 29).day == 29
    assert PartialDate(None, 2, 29).day == 29
    assert Percent(Decimal("-3.2"), Decimal("-5.5"), Bound.RANGE).upper == Decimal("-5.5")
    assert Percent(Decimal(0), Decimal("0.3"), Bound.RANGE).value == 0
    assert Money(Decimal("-37.63"), "USD").value < 0, "oil has cost less than nothing"
    assert Security(mic="XNYS", code="BABA").id == "XNYS:BABA"
    assert PriceMove(instrument=HSI, percent=Percent(Decimal("0.0")), direction=Direction.UP).direction is Direction.UP
    assert PriceMove(instrument=HSI, percent=Percent(Decimal("0.0")), points=Points(Decimal("-0.4"))).direction is Direction.DOWN
    assert Channel("southbound") is Channel.SOUTHBOUND
