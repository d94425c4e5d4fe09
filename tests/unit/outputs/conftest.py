"""One report that uses every kind of fact and every corner of the model; the words are ours."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from chinamkt.model.article import Article, Role, Segment, SegmentKind
from chinamkt.model.dates import Duration, PartialDate
from chinamkt.model.facts import (
    Basis,
    Channel,
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
from chinamkt.model.instruments import CurrencyPair, Index, Market, Security, Yield
from chinamkt.model.quantities import Bound, ExchangeRate, Level, Money, Percent, Points
from chinamkt.model.report import Report
from chinamkt.model.text import Evidence, Span

TEXT = (
    "The Hang Seng Index ended down 153.88 points, or 0.60 per cent, at 23,916.06, its lowest in four months. "
    "Tencent gained between 3.2 and 5.5 per cent. Turnover reached 1.43 trillion yuan.\n"
    "Southbound money left, HK$4.2 billion of it. The yuan was 0.2% weaker at 7.1852.\n"
    "Washington suspended a 24% tariff on Chinese goods. 恒指收報23,916點。"
)


def evidence(quote: str, name: str = "", rule: str = "en.test") -> Evidence:
    """Evidence that stands in the text."""
    start = TEXT.index(quote)
    return Evidence(span=Span(start, start + len(quote)), quote=quote, name=name, rule=rule)


MOVE = PriceMove(
    instrument=Index(slug="HSI", codes=(("ric", ".HSI"),)),
    percent=Percent(Decimal("-0.60")),
    points=Points(Decimal("-153.88")),
    level=Level(Decimal("23916.06")),
    phase=Phase.CLOSE,
    date=PartialDate(2025, 6, 10),
    superlative=Superlative(Extreme.LOW, Duration(4, "M")),
    candidates=(Index(slug="HSCEI"),),
    evidence=evidence("The Hang Seng Index ended down 153.88 points, or 0.60 per cent, at 23,916.06", "Hang Seng Index"),
)
RANGE = PriceMove(
    instrument=Security(mic="XHKG", code="00700"),
    percent=Percent(Decimal("3.2"), Decimal("5.5"), Bound.RANGE),
    basis=Basis.SINCE,
    basis_from=PartialDate(None, 4, 2),
    evidence=evidence("Tencent gained between 3.2 and 5.5 per cent", "Tencent"),
)
TURNOVER = Turnover(
    market=Market("SSE+SZSE"),
    amount=Money(Decimal("1.43E+12"), "CNY", Bound.ABOUT),
    evidence=evidence("Turnover reached 1.43 trillion yuan", "Turnover"),
)
FLOW = FundFlow(
    channel=Channel.SOUTHBOUND,
    amount=Money(Decimal(-4200000000), "HKD"),
    evidence=evidence("Southbound money left, HK$4.2 billion of it", "Southbound"),
)
YUAN = PriceMove(
    instrument=CurrencyPair("USD", "CNY"),
    of="CNY",
    percent=Percent(Decimal("-0.2")),
    level=ExchangeRate(Decimal("7.1852"), "CNY", "USD"),
    evidence=evidence("The yuan was 0.2% weaker at 7.1852", "yuan"),
)
TARIFF = TradeEvent(
    kind=EventKind.TARIFF,
    parties=("US", "CN"),
    status=EventStatus.SUSPENDED,
    rate=Decimal(24),
    target="Chinese goods",
    effective_to=PartialDate(None, 11, 10),
    evidence=evidence("Washington suspended a 24% tariff on Chinese goods", "Washington"),
)
RELATED = PriceMove(
    instrument=Index(slug="HSI"),
    level=Level(Decimal(23916), bound=Bound.OVER),
    article=1,
    evidence=evidence("恒指收報23,916點", "恒指", "zh.test"),
)
YIELD = PriceMove(
    instrument=Yield("CN10Y"), level=Level(Decimal("1.65"), "percent"), points=Points(Decimal("2.5"), "bp"), basis=Basis.WEEK
)

FACTS: tuple[Fact, ...] = (RELATED, TARIFF, YUAN, FLOW, TURNOVER, RANGE, MOVE)  # against the order of the text, on purpose

REPORT = Report(
    text=TEXT,
    id="sample",
    articles=(
        Article(
            publisher="The Example",
            published=dt.datetime(2025, 6, 10, 16, 30, tzinfo=dt.timezone(dt.timedelta(hours=8))),
            segments=(Segment(SegmentKind.PARAGRAPH, Span(0, 150)),),
            headline=Span(0, 19),
        ),
        Article(number=1, role=Role.RELATED, lang="zh-Hant", published=PartialDate(2025, 6)),
    ),
    facts=FACTS,
    fingerprint="test",
)


@pytest.fixture(scope="session")
def report() -> Report:
    """The report above; its facts stand against the order of its text."""
    return REPORT
