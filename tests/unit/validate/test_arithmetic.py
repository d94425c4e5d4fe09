"""``arithmetic-mismatch``: level, points and percentage of one statement."""

from __future__ import annotations

import decimal
from decimal import Decimal

import pytest
from attrs import evolve

from chinamkt import (
    Basis,
    Bound,
    CurrencyPair,
    Evidence,
    ExchangeRate,
    Finding,
    Index,
    Level,
    Money,
    Percent,
    Points,
    PriceMove,
    Report,
    Security,
    Severity,
    Span,
    Yield,
    check,
)

HSI = Index(slug="HSI")


def triple(level: str, points: str, percent: str) -> PriceMove:
    return PriceMove(
        instrument=HSI, percent=Percent(Decimal(percent)), points=Points(Decimal(points)), level=Level(Decimal(level))
    )


SWAPPED = triple("23916.06", "-153.88", "-0.46")  # -0.64 with its digits swapped


def findings(*moves: PriceMove, text: str = "") -> list[Finding]:
    return check(Report(text=text, facts=moves), only="arithmetic-mismatch")


AGREE = [
    ("23916.06", "-153.88", "-0.64"),
    ("23961.06", "-153.88", "-0.64"),  # the blind spot: a wrong level within the slack of the percentage
    ("24069.94", "0.00", "0.00"),
    ("3332.48", "-13.90", "-0.4"),
    ("9315", "30", "0.3"),
    ("3272", "5", "0.15"),
    ("47.25", "2.20", "4.9"),
    ("100", "50", "100"),
    ("100", "-100", "-50"),
    ("1690", "0.8", "0.1"),  # 0.05 is just in reach
]
WRONG = [
    ("23916.06", "-153.88", "-0.46", Severity.ERROR),  # digits of the percentage swapped
    ("23916.06", "-135.88", "-0.64", Severity.ERROR),  # digits of the points swapped
    ("29316.06", "-153.88", "-0.64", Severity.ERROR),  # digits of the level swapped
    ("23916.06", "-153.88", "-6.4", Severity.ERROR),  # the point slipped
    ("24069.94", "0.00", "0.46", Severity.ERROR),
    ("23916.06", "-153.88", "-0.65", Severity.WARNING),  # one unit
    ("23916.06", "-153.88", "-0.63", Severity.WARNING),  # cut off
    ("3272", "5", "0.18", Severity.INFO),  # 5.9 cut off to 5 would do
    ("3015", "-16", "-0.6", Severity.INFO),
    ("7577.78", "-105.22", "-2.4", Severity.ERROR),
]


@pytest.mark.parametrize(("level", "points", "percent"), AGREE)
def test_agreeing_figures(level: str, points: str, percent: str) -> None:
    assert findings(triple(level, points, percent)) == []


@pytest.mark.parametrize(("level", "points", "percent", "severity"), WRONG)
def test_figures_that_cannot_all_be_right(level: str, points: str, percent: str, severity: Severity) -> None:
    move = triple(level, points, percent)
    (finding,) = findings(move)
    assert (finding.code, finding.severity) == ("arithmetic-mismatch", severity)
    assert finding.facts == (move,)
    assert all(figure in finding.message for figure in (level, points, f"{percent}%"))
    assert ("cut off" in finding.message) == (severity is not Severity.ERROR)


def test_the_finding_gives_the_numbers_that_would_agree() -> None:
    (finding,) = findings(SWAPPED)
    assert finding.message == "-153.88 to 23916.06 points is -0.639%, not -0.46%"
    assert finding.hint == (
        "the other two agree with -0.64%, or a change of -110.52, or a level between 32938.59 and 33665.90; "
        "the odd one is the percent, with two digits in each other's place: -0.64"
    )
    # and they do agree
    assert findings(triple("23916.06", "-153.88", "-0.64")) == []
    assert findings(triple("23916.06", "-110.52", "-0.46")) == []
    assert findings(triple("32938.59", "-153.88", "-0.46"), triple("33665.90", "-153.88", "-0.46")) == []
    assert len(findings(triple("32930.98", "-153.88", "-0.46"), triple("33672.87", "-153.88", "-0.46"))) == 2


def test_no_level_is_named_where_any_would_do() -> None:
    (finding,) = findings(triple("24069.94", "0.00", "0.46"))
    assert finding.hint == "the other two agree with 0.00%, or a change of 110.21"


def test_prices_count_in_their_currency() -> None:
    share = Security(mic="XHKG", code="01810")

    def move(percent: str, unit: str = "HKD") -> PriceMove:
        return PriceMove(
            instrument=share,
            percent=Percent(Decimal(percent)),
            points=Points(Decimal("2.20"), unit),
            level=Money(Decimal("47.25"), "HKD"),
        )

    assert findings(move("4.88")) == []
    assert [finding.severity for finding in findings(move("8.48"))] == [Severity.ERROR]
    assert findings(move("8.48", "USD")) == [], "HK$ and US$ do not go together"


@pytest.mark.parametrize(
    "move",
    [
        evolve(SWAPPED, level=None),
        evolve(SWAPPED, points=None),
        evolve(SWAPPED, percent=None),
        evolve(SWAPPED, percent=Percent(Decimal("-0.46"), bound=Bound.ABOUT)),
        evolve(SWAPPED, percent=Percent(Decimal("-0.46"), Decimal("-0.5"), Bound.RANGE)),
        evolve(SWAPPED, points=Points(Decimal("-153.88"), bound=Bound.OVER)),
        evolve(SWAPPED, level=Level(Decimal("23916.06"), bound=Bound.UNDER)),
        evolve(SWAPPED, points=Points(Decimal("-153.88"), "bp")),
        evolve(SWAPPED, basis=Basis.WEEK),
        triple("0.01", "0.01", "50"),  # the previous close may have been nothing
        triple("10", "20", "50"),  # or less
        triple("1E+40", "3", "50"),  # no report prints that
        triple("1E+999999999", "3E-999999999", "50"),
        PriceMove(
            instrument=CurrencyPair("USD", "CNY"),
            percent=Percent(Decimal("0.2")),
            points=Points(Decimal("0.5"), "CNY/USD"),
            level=ExchangeRate(Decimal("7.18"), "CNY", "USD"),
        ),
        PriceMove(
            instrument=Yield("CN10Y"),  # five hundredths of a percentage point
            percent=Percent(Decimal("0.05")),
            points=Points(Decimal(5), "bp"),
            level=Level(Decimal("1.75"), "percent"),
        ),
    ],
)
def test_it_abstains(move: PriceMove) -> None:
    assert findings(move) == []


@pytest.mark.parametrize(
    ("text", "alarms"),
    [
        ("fell 0.46%, 153.88 points, to 23916.06", 1),
        ("fell 0.46%, 153.88 points, to 2.391606万", 0),
        ("半成, 153.88, 23916.06", 0),
    ],
)
def test_multiples_and_fractions_say_nothing_of_their_precision(text: str, alarms: int) -> None:
    words = [part.removeprefix("fell ").removeprefix("to ") for part in text.split(", ")]
    numbers = tuple(Span(text.index(word), text.index(word) + len(word)) for word in words)
    move = evolve(SWAPPED, evidence=Evidence(span=Span(0, len(text)), quote=text, numbers=numbers))
    assert len(findings(move, text=text)) == alarms
    assert len(findings(move)) == alarms, "the quote will do where the text is away"


def test_the_callers_decimal_context_has_no_say() -> None:
    with decimal.localcontext(decimal.Context(prec=3)):
        assert findings(triple("23916.06", "-153.88", "-0.64")) == []
        (rough,) = findings(SWAPPED)
    (finding,) = findings(SWAPPED)
    assert rough.hint == finding.hint


def test_the_finding_points_to_the_statement() -> None:
    text = "At noon the index lost 0.46%, 153.88 points, to 23916.06."
    span = Span(8, 56)
    (finding,) = findings(evolve(SWAPPED, evidence=Evidence(span=span, quote=span.of(text))), text=text)
    assert [span.of(text) for span in finding.spans] == ["the index lost 0.46%, 153.88 points, to 23916.06"]


ODD = [
    # a second witness: the previous close by another minute of the day
    (("23916.06", "-153.88", "-0.46"), ("24000.00", "-69.94", None), "the percent, for the previous close"),
    (("23916.06", "-135.88", "-0.64"), ("24000.00", "-69.94", None), "the points, for the previous close"),
    (("29316.06", "-153.88", "-0.64"), ("24000.00", "-69.94", None), "the level, for the previous close"),
    # the same figures once more
    (("23916.06", "-153.88", "-0.91"), ("23916", "-154", None), "the percent, for"),
    (("23916.06", "-153.88", "-0.91"), ("23916.06", None, "-0.91"), "the points, for the other two are told elsewhere too"),
    # digits in each other's place, in one figure alone
    (("23916.06", "-153.88", "-0.46"), None, "the percent, with two digits in each other's place: -0.64"),
    (("29316.06", "-153.88", "-0.64"), None, "the level, with two digits in each other's place: 23916.06"),
]


@pytest.mark.parametrize(("wrong", "witness", "told"), ODD)
def test_the_odd_one_out_is_told_where_it_can_be_known(
    wrong: tuple[str, str, str], witness: tuple[str, str | None, str | None] | None, told: str
) -> None:
    moves = [triple(*wrong)]
    if witness is not None:
        level, points, percent = witness
        moves.append(
            PriceMove(
                instrument=moves[0].instrument,
                level=Level(Decimal(level)),
                points=None if points is None else Points(Decimal(points)),
                percent=None if percent is None else Percent(Decimal(percent)),
            )
        )
    (finding,) = findings(*moves)
    assert finding.hint is not None
    assert f"the odd one is {told}" in finding.hint


def test_without_a_witness_no_figure_is_blamed() -> None:
    (finding,) = findings(triple("23916.06", "-153.88", "-0.91"))
    assert finding.hint is not None
    assert "odd one" not in finding.hint


@pytest.mark.parametrize(
    ("points", "percent", "alarms"), [("-3", "-0.66", 0), ("-3", "-6.6", 1), ("-30", "-0.66", 1), ("-3.0", "-0.66", 0)]
)
def test_a_yields_basis_points_are_hundredths_of_its_per_cent(points: str, percent: str, alarms: int) -> None:
    """4.53 per cent after 4.56: three basis points, and 0.66 per cent of the yield."""
    fall = PriceMove(
        instrument=Yield("US10Y"),
        percent=Percent(Decimal(percent)),
        points=Points(Decimal(points), "bp"),
        level=Level(Decimal("4.53"), "percent"),
    )
    assert len(findings(fall)) == alarms
