"""Facts in words, and as HTML."""

from __future__ import annotations

from decimal import Decimal
from html.parser import HTMLParser

import pytest

from chinamkt.model.dates import Duration, PartialDate
from chinamkt.model.facts import Extreme, PriceMove, Superlative, Turnover
from chinamkt.model.instruments import Index, Market, Security, Yield
from chinamkt.model.quantities import Bound, Level, Money, Percent
from chinamkt.model.report import Report
from chinamkt.model.text import Evidence, Span
from chinamkt.outputs.display import lines, plain
from chinamkt.outputs.html import report_table


def test_every_kind_in_words(report: Report) -> None:
    found = lines(report)
    assert [", ".join(line.states) for line in found] == [
        "-0.60%, -153.88 points, at 23,916.06",
        "+3.2% to +5.5%",
        "turnover about CNY 1.43 trillion",
        "net outflow HKD 4.2 billion",
        "CNY -0.2%, at 7.1852 CNY/USD",
        "tariff 24% on Chinese goods, suspended, until Nov 10",
        "at over 23,916",
    ]
    assert [", ".join(line.when) for line in found] == [
        "close, 2025-06-10, lowest in 4 months", "since Apr 2", "", "", "", "", "",
    ]  # fmt: skip
    assert [line.number for line in found] == [1, 2, 3, 4, 5, 6, 7]
    assert [line.subject for line in found][5] == "US/CN"


@pytest.mark.parametrize(
    ("superlative", "words"),
    [
        (Superlative(Extreme.HIGH), "highest"),
        (Superlative(Extreme.HIGH, "record"), "highest on record"),
        (Superlative(Extreme.GAIN, PartialDate(2024, 10)), "biggest gain since 2024-10"),
        (Superlative(Extreme.LOSS, Duration(1, "Y")), "biggest loss in 1 year"),
        (Superlative(Extreme.STREAK, Duration(4, "D")), "4 days in a row"),
        (Superlative(Extreme.STREAK), "streak"),
    ],
)
def test_superlatives_in_words(superlative: Superlative, words: str) -> None:
    move = PriceMove(instrument=Index(slug="HSI"), percent=Percent(Decimal(1)), superlative=superlative)
    assert lines(Report(text="", facts=(move,)))[0].when == (words,)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("4200000", "CNY 4.2 million"),
        ("999999", "CNY 999,999"),
        ("1E+9", "CNY 1 billion"),
        ("1234567890123456789012345678901", "CNY 1,234,567,890,123,456,789,012,345,678,901"),
        ("0.50", "CNY 0.50"),
    ],
)
def test_sums_are_scaled_without_rounding(value: str, words: str) -> None:
    turnover = Turnover(market=Market("SSE"), amount=Money(Decimal(value), "CNY"))
    assert lines(Report(text="", facts=(turnover,)))[0].states == (f"turnover {words}",)


def test_bounds_and_zero() -> None:
    def states(percent: Percent) -> str:
        return lines(Report(text="", facts=(PriceMove(instrument=Index(slug="HSI"), percent=percent),)))[0].states[0]

    assert states(Percent(Decimal(-3), bound=Bound.OVER)) == "over -3%"
    assert states(Percent(Decimal("3.0"), bound=Bound.UNDER)) == "under +3.0%"
    assert states(Percent(Decimal("0.00"))) == "0.00%"


def test_nothing_in_a_text_steers_the_terminal() -> None:
    assert plain("a\x1b[31m\u202e b\x00\x9b\ud800c") == "a [31m b c"


class _Cells(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_html_escapes_every_word_of_the_text() -> None:
    text = '<script>alert("x")</script> & co fell 1%'
    move = PriceMove(
        instrument=Security(name=text),
        percent=Percent(Decimal(-1)),
        evidence=Evidence(span=Span(0, len(text)), quote=text, name=text),
    )
    made = report_table(Report(text=text, id="<id>", facts=(move,)))
    cells = _Cells()
    cells.feed(made)
    assert "script" not in cells.tags
    assert {text, f"{text} ", f"security:?{text}", "<id>: 1 fact"} <= set(cells.words)


def test_html_is_a_table_with_heads_and_needs_no_colour(report: Report) -> None:
    made = report_table(report)
    cells = _Cells()
    cells.feed(made)
    assert (cells.tags.count("table"), cells.tags.count("caption"), cells.tags.count("q")) == (1, 1, len(report.facts))
    assert made.count('scope="col"') == 4
    assert made.count('scope="row"') == len(report.facts)
    assert made.count("▼") == 3
    assert made.count(">down:<") == 3
    assert "Related article 1 on the page" in made
    assert "http" not in made


def test_levels_of_yields_show_their_percent_sign() -> None:
    move = PriceMove(instrument=Yield("US10Y"), level=Level(Decimal("4.50"), "percent"))
    assert lines(Report(text="", facts=(move,)))[0].states == ("at 4.50%",)
