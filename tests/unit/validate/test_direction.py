"""``direction-mismatch``: figures against the words of their statement, and against the previous close."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import attrs
import pytest

from chinamkt import (
    Basis,
    Bound,
    Channel,
    CurrencyPair,
    Direction,
    Evidence,
    Fact,
    Finding,
    FundFlow,
    Index,
    Level,
    Midpoint,
    Money,
    PartialDate,
    Percent,
    Phase,
    Points,
    PriceMove,
    Report,
    Security,
    Severity,
    Span,
    check,
)

HSI = Index(slug="HSI")
UP, DOWN = Decimal("0.64"), Decimal("-0.64")


def findings(*facts: Fact, text: str = "") -> list[Finding]:
    return check(Report(text=text, facts=facts), only="direction-mismatch")


def told(text: str, percent: Decimal | None, *, verb: str | None = None, number: str | None = None, **more: Any) -> PriceMove:
    """A move with the text as its quote, and the spans of some of its words."""

    def place(words: str | None) -> Span | None:
        return None if words is None else Span(text.index(words), text.index(words) + len(words))

    numbers = tuple(span for span in [place(number)] if span is not None)
    evidence = Evidence(span=Span(0, len(text)), quote=text, verb=place(verb), numbers=numbers)
    figure = None if percent is None else Percent(percent)
    return attrs.evolve(PriceMove(instrument=HSI, percent=figure, evidence=evidence), **more)


AGAINST_WORDS = [
    ("The index fell 0.64 percent.", UP, "fell"),
    ("The index ended lower by 0.64 percent.", UP, "ended lower"),
    ("Shares rebounded 0.64%.", DOWN, "rebounded"),
    ("The index gave up 0.64%.", UP, "gave up"),
    ("恒指收涨0.64%", DOWN, "收涨"),
    ("恆指挫0.64%", UP, "挫"),
    # without a verb, the word that governs the figure
    ("The index fell 0.64 percent.", UP, None),
    ("The gauge rose by more than 0.64%.", DOWN, None),
    ("The gauge, up 0.64%, led Asia.", DOWN, None),
    ("It gave up 0.64%.", UP, None),
    ("They fell up to 0.64%.", UP, None),
    ("恒指跌逾0.64%", UP, None),
    ("恆指升幅0.64%", DOWN, None),
    ("纳指跌百分之0.64", UP, None),
    # a verb that says nothing leaves it to the figure's own words
    ("The index traded down 0.64%.", UP, "traded"),
    # another figure's words do not count, this one's do
    ("It rose 1.2% before it fell 0.64%.", UP, None),
]


@pytest.mark.parametrize(("text", "percent", "verb"), AGAINST_WORDS)
def test_figures_against_words(text: str, percent: Decimal, verb: str | None) -> None:
    move = told(text, percent, verb=verb)
    (finding,) = findings(move, text=text)
    assert (finding.code, finding.severity, finding.facts) == ("direction-mismatch", Severity.ERROR, (move,))
    assert [span.of(text) for span in finding.spans] == [text]
    assert findings(told(text, -percent, verb=verb), text=text) == [], "with the other sign all is well"


ABSTAINING = [
    ("The index ended 0.64% from its peak.", None),
    ("The gauge pared gains to 0.64%.", "pared gains"),
    ("恒指跌幅收窄至0.64%", "跌幅收窄"),
    ("A止跌0.64%", None),
    ("The index did not fall, 0.64% being the range.", "did not fall"),
    ("Stocks rose and fell by turns, 0.64%.", "rose and fell"),
    ("Some were worth up to 0.64% of it.", None),
    ("红筹指数跌涨0.64%", "跌涨"),
    ("It ended up 0.64% lower.", None),
    ("It rose 1.2% on Monday; 0.64%.", None),
    ("个股涨跌不一，0.64%", None),
]


@pytest.mark.parametrize("percent", [UP, DOWN])
@pytest.mark.parametrize(("text", "verb"), ABSTAINING)
def test_words_that_are_not_sure_say_nothing(text: str, verb: str | None, percent: Decimal) -> None:
    assert findings(told(text, percent, verb=verb), text=text) == []


@pytest.mark.parametrize(
    ("number", "percent", "alarms"),
    [("+0.64%", DOWN, 1), ("+0.64%", UP, 0), ("-0.64%", UP, 1), ("−0.64%", UP, 1), ("－0.64%", DOWN, 0), ("0.64%", DOWN, 0)],
)
def test_printed_signs(number: str, percent: Decimal, alarms: int) -> None:
    text = f"HSI {number}"
    assert len(findings(told(text, percent, number=number), text=text)) == alarms


def test_a_level_told_with_a_direction() -> None:
    text = "The index dropped to 23,916.06."
    up = told(text, None, level=Level(Decimal("23916.06")), direction=Direction.UP)
    assert len(findings(up, text=text)) == 1
    assert findings(attrs.evolve(up, direction=Direction.DOWN), text=text) == []
    assert findings(attrs.evolve(up, direction=None), text=text) == []
    assert findings(attrs.evolve(up, direction=Direction.FLAT), text=text) == []


@pytest.mark.parametrize("instrument", [CurrencyPair("USD", "CNY"), Midpoint(CurrencyPair("USD", "CNY"))])
def test_a_stronger_yuan_is_a_lower_rate(instrument: CurrencyPair | Midpoint) -> None:
    text = "The dollar fell 0.64% against the yuan."
    assert findings(told(text, UP, verb="fell", instrument=instrument, of="CNY"), text=text) == []


@pytest.mark.parametrize(
    ("text", "amount", "alarms"),
    [
        ("南向资金净买入42亿港元", 42, 0),
        ("南向资金净买入42亿港元", -42, 1),
        ("南向資金淨流出42億港元", 42, 1),
        ("Southbound net selling reached HK$4.2 billion", -42, 0),
        ("Southbound net buying reached HK$4.2 billion", -42, 1),
        ("Southbound turnover reached HK$4.2 billion", -42, 0),
        ("净流入转为净流出42亿港元", 42, 0),
    ],
)
def test_flows(text: str, amount: int, alarms: int) -> None:
    evidence = Evidence(span=Span(0, len(text)), quote=text)
    flow = FundFlow(channel=Channel.SOUTHBOUND, amount=Money(Decimal(amount) * 10**8, "HKD"), evidence=evidence)
    assert len(findings(flow, text=text)) == alarms


def test_a_fact_without_evidence_has_no_words() -> None:
    assert findings(PriceMove(instrument=HSI, percent=Percent(UP))) == []


# The previous close: Thursday 3 July 2025, 24,069.94.

CLOSE = PriceMove(instrument=HSI, level=Level(Decimal("24069.94")), phase=Phase.CLOSE, date=PartialDate(2025, 7, 3))
FRIDAY = PriceMove(
    instrument=HSI, percent=Percent(DOWN), level=Level(Decimal("24916.06")), phase=Phase.CLOSE, date=PartialDate(2025, 7, 4)
)


def test_fell_to_a_higher_level() -> None:
    (finding,) = findings(CLOSE, FRIDAY)
    assert finding.facts == (FRIDAY, CLOSE)
    assert finding.message == "down to 24916.06, from a close of 24069.94 on 2025-07-03"
    assert finding.hint == "a level below 24069.94"
    assert findings(CLOSE, attrs.evolve(FRIDAY, level=Level(Decimal("23916.06")))) == []


def test_rose_to_a_lower_level() -> None:
    rise = attrs.evolve(FRIDAY, percent=Percent(UP), direction=Direction.UP, level=Level(Decimal("23916.06")))
    (finding,) = findings(rise, CLOSE)
    assert finding.hint == "a level above 24069.94"


def test_the_close_before_a_monday_is_fridays() -> None:
    monday = attrs.evolve(FRIDAY, date=PartialDate(2025, 7, 7))
    friday = attrs.evolve(CLOSE, date=PartialDate(2025, 7, 4))
    assert len(findings(friday, monday)) == 1
    assert findings(CLOSE, monday) == [], "Thursday's is not the close before"


@pytest.mark.parametrize(
    ("close", "move"),
    [
        (attrs.evolve(CLOSE, date=PartialDate(2025, 7, 2)), FRIDAY),
        (attrs.evolve(CLOSE, date=PartialDate(2025, 7)), FRIDAY),
        (attrs.evolve(CLOSE, date=None), FRIDAY),
        (attrs.evolve(CLOSE, phase=Phase.HIGH), FRIDAY),
        (attrs.evolve(CLOSE, phase=None), FRIDAY),
        (attrs.evolve(CLOSE, instrument=Index(slug="HSCEI")), FRIDAY),
        (attrs.evolve(CLOSE, level=Level(Decimal(24000), bound=Bound.OVER)), FRIDAY),
        (CLOSE, attrs.evolve(FRIDAY, level=Level(Decimal(25000), bound=Bound.ABOUT))),
        (CLOSE, attrs.evolve(FRIDAY, date=None)),
        (CLOSE, attrs.evolve(FRIDAY, date=PartialDate(2025, 7))),
        (CLOSE, attrs.evolve(FRIDAY, basis=Basis.WEEK)),
        (CLOSE, attrs.evolve(FRIDAY, percent=None, direction=None)),
        (CLOSE, attrs.evolve(FRIDAY, level=Level(Decimal(24070)))),  # 24,069.94 as rounded
        (CLOSE, attrs.evolve(FRIDAY, level=None)),
        (CLOSE, attrs.evolve(FRIDAY, level=Level(Decimal("1E+30")))),
    ],
)
def test_it_abstains_without_a_sure_previous_close(close: PriceMove, move: PriceMove) -> None:
    assert findings(close, move) == []


def test_the_close_before_a_holiday_is_the_close_before() -> None:
    """Hong Kong was shut from 29 to 31 January 2025, and the weekend lay behind."""
    eve, first = (attrs.evolve(CLOSE, date=PartialDate(2025, 1, 28)), attrs.evolve(FRIDAY, date=PartialDate(2025, 2, 3)))
    assert len(findings(eve, first)) == 1
    assert findings(attrs.evolve(eve, date=PartialDate(2025, 1, 27)), first) == []


def test_elsewhere_it_is_that_of_the_weekday_before() -> None:
    nikkei = Index(slug="N225")
    monday = attrs.evolve(FRIDAY, instrument=nikkei, date=PartialDate(2025, 7, 7))
    assert len(findings(attrs.evolve(CLOSE, instrument=nikkei, date=PartialDate(2025, 7, 4)), monday)) == 1
    assert findings(attrs.evolve(CLOSE, instrument=nikkei, date=PartialDate(2025, 7, 3)), monday) == []


def test_a_shares_previous_close_may_be_adjusted() -> None:
    share = Security(mic="XHKG", code="00700")
    close = attrs.evolve(CLOSE, instrument=share, level=Money(Decimal("498.00"), "HKD"))
    ex_dividend = attrs.evolve(FRIDAY, instrument=share, level=Money(Decimal("499.00"), "HKD"))
    assert findings(close, ex_dividend) == []


def test_the_first_day_of_the_calendar() -> None:
    first = attrs.evolve(FRIDAY, date=PartialDate(1, 1, 1))
    assert findings(first, attrs.evolve(CLOSE, date=PartialDate(1, 1, 2))) == []


def test_one_finding_a_fact() -> None:
    """Words against figures come before the previous close."""
    text = "The index rose 0.64 percent to 24,916.06."
    evidence = Evidence(span=Span(0, len(text)), quote=text)
    both = attrs.evolve(FRIDAY, points=Points(Decimal("-153.88")), evidence=evidence)
    (finding,) = findings(CLOSE, both, text=text)
    assert "say up" in finding.message
