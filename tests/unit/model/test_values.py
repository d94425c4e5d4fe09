"""What the types say: digits, dates, subjects, cores."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import attrs
import pytest

from chinamkt import (
    Channel,
    Commodity,
    Currency,
    CurrencyPair,
    Direction,
    Duration,
    EventKind,
    Evidence,
    ExchangeRate,
    FundFlow,
    Index,
    IndexFuture,
    Instrument,
    Level,
    Market,
    Midpoint,
    Money,
    Names,
    PartialDate,
    Percent,
    Points,
    PriceMove,
    Sector,
    Security,
    Span,
    TradeEvent,
    Turnover,
    Yield,
)

HSI = Index(slug="HSI")


@pytest.mark.parametrize("printed", ["0.90", "0.9", "-0.640", "24000", "3E+2", "0", "0.00"])
def test_digits_stay_as_printed(printed: str) -> None:
    value = Decimal(printed)
    for figure in (Percent(value), Points(value), Level(value), Money(value, "HKD")):
        assert str(figure.value) == printed


def test_other_digits_are_another_figure() -> None:
    """0.90 says more than 0.9."""
    assert Percent(Decimal("0.90")) == Percent(Decimal("0.90"))
    assert Percent(Decimal("0.90")) != Percent(Decimal("0.9"))
    assert hash(Percent(Decimal("0.90"))) == hash(Percent(Decimal("0.90")))
    long, short = (TradeEvent(kind=EventKind.TARIFF, parties=("US",), rate=Decimal(rate)) for rate in ("30.0", "30"))
    assert long.core != short.core
    assert long != short


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2025-04-02", (2025, 4, 2)),
        ("2025-04", (2025, 4, None)),
        ("2025", (2025, None, None)),
        ("0987", (987, None, None)),
        ("--05-14", (None, 5, 14)),
        ("--10", (None, 10, None)),
    ],
)
def test_partial_dates_are_read_and_written(text: str, parts: tuple[int | None, int | None, int | None]) -> None:
    date = PartialDate.parse(text)
    assert (date.year, date.month, date.day) == parts
    assert str(date) == text
    assert date.date == (dt.date(2025, 4, 2) if text == "2025-04-02" else None)


def test_a_full_date_is_a_date() -> None:
    assert PartialDate.of(dt.date(2025, 2, 18)) == PartialDate(2025, 2, 18)
    assert str(Duration.parse("P3W")) == "P3W"


@pytest.mark.parametrize(
    ("instrument", "subject"),
    [
        (HSI, "index:HSI"),
        (Security(mic="XHKG", code="00700"), "security:XHKG:00700"),
        (Security(name="Oracle"), "security:?Oracle"),
        (Sector("rare earths"), "sector:rare earths"),
        (Market("SSE+SZSE"), "market:SSE+SZSE"),
        (Currency("CNH"), "currency:CNH"),
        (CurrencyPair("USD", "CNY"), "fx:USD/CNY"),
        (Midpoint(CurrencyPair("USD", "CNY")), "fix:USD/CNY"),
        (IndexFuture(Index(slug="SPX")), "future:SPX"),
        (Commodity("iron ore"), "commodity:iron ore"),
        (Yield("CN10Y"), "rate:CN10Y"),
    ],
)
def test_subjects_are_those_of_the_facts_table(instrument: Instrument, subject: str) -> None:
    assert instrument.subject == subject


@pytest.mark.parametrize(
    ("percent", "points", "expected"),
    [
        ("-0.64", None, Direction.DOWN),
        (None, "3", Direction.UP),
        ("0.00", "3", Direction.UP),
        ("0.0", None, None),
        (None, None, None),
    ],
)
def test_figures_give_the_direction(percent: str | None, points: str | None, expected: Direction | None) -> None:
    move = PriceMove(
        instrument=HSI,
        percent=None if percent is None else Percent(Decimal(percent)),
        points=None if points is None else Points(Decimal(points)),
        level=Level(Decimal(24000)),
    )
    assert move.direction is expected


def test_flows_have_a_direction() -> None:
    assert FundFlow(channel=Channel.SOUTHBOUND, amount=Money(Decimal(-1), "HKD")).direction is Direction.DOWN
    assert FundFlow(channel=Channel.SOUTHBOUND, amount=Money(Decimal(1), "HKD")).direction is Direction.UP


def test_units() -> None:
    assert Money(Decimal(3), "CNH").unit == "CNH"
    assert ExchangeRate(Decimal("7.18"), "CNH", "USD").unit == "CNH/USD"


def test_the_core_leaves_out_how_it_was_said() -> None:
    """Spans, names, rules and candidates are no part of what is stated."""
    percent = Percent(Decimal("-0.64"))
    named = Index(slug="HSI", names=Names(en="Hang Seng Index", zh_hans="恒生指数"))
    plain = PriceMove(instrument=HSI, percent=percent)
    told = PriceMove(
        instrument=named, percent=percent, candidates=(Market("HK"),), evidence=Evidence(span=Span(3, 9), rule="en.move")
    )
    assert plain.core == told.core
    assert plain.core != attrs.evolve(plain, percent=Percent(Decimal("-0.640"))).core
    assert plain.core != attrs.evolve(plain, date=PartialDate(2025, 7, 4)).core
    assert plain.core != attrs.evolve(plain, article=1).core


def test_cores_tell_kinds_apart() -> None:
    flow = FundFlow(channel=Channel.MAIN, amount=Money(Decimal(1), "CNY"))
    turnover = Turnover(market=Market("CN"), amount=Money(Decimal(1), "CNY"))
    assert {flow.core[0], turnover.core[0], PriceMove(instrument=HSI).core[0]} == {"flow", "turnover", "move"}


def test_frozen() -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        HSI.slug = "HSCEI"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        HSI.colour = "red"  # type: ignore[attr-defined]
