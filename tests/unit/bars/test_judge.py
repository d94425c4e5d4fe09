"""Verdicts on figures that are known from outside: sessions of the Hang Seng and Shanghai Composite indices."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from chinamkt import (
    Basis,
    Bound,
    Channel,
    CurrencyPair,
    Direction,
    Duration,
    ExchangeRate,
    Extreme,
    FundFlow,
    Index,
    Level,
    Money,
    PartialDate,
    Percent,
    Phase,
    Points,
    PriceMove,
    Security,
    Superlative,
    Yield,
)
from chinamkt.bars import BarTable, Ruling, from_rows, judge

YES, NO, OPEN = Ruling.SUPPORTED, Ruling.CONTRADICTED, Ruling.UNDECIDABLE
HSI = Index(slug="HSI")
FRIDAY = PartialDate(2025, 7, 4)


def table(*rows: tuple[str, ...], subject: str = "index:HSI", **more: Any) -> BarTable:
    names = ("date", "open", "high", "low", "close", "previous_close")
    return from_rows([dict(zip(names, row, strict=False)) for row in rows], subject=subject, **more)


# Thursday's close of 24,069.94 and Friday's of 23,916.06 are the exchange's; the rest of the bars is made up around them.
BARS = table(
    ("2025-07-03", "24157.02", "24222.05", "23984.45", "24069.94"),
    ("2025-07-04", "24031.45", "24153.90", "23852.06", "23916.06"),
    complete=True,
)


def move(**given: Any) -> PriceMove:
    figures = {"percent": Percent, "points": Points, "level": Level}
    made = {
        name: figures[name](Decimal(value)) if name in figures and isinstance(value, str) else value
        for name, value in given.items()
    }
    return PriceMove(**{"instrument": HSI, "date": FRIDAY, **made})


CLOSES = [
    ({"percent": "-0.64", "points": "-153.88", "level": "23916.06"}, YES, ""),
    ({"percent": "-0.6"}, YES, ""),
    ({"percent": "-0.46"}, NO, "-0.46%, but the close against the previous close is -0.6393"),
    ({"percent": "0.64"}, NO, "0.64%"),
    ({"percent": "-0.63"}, NO, "near miss"),
    ({"points": "-135.88"}, NO, "-135.88 points, but the close against the previous close is -153.88"),
    ({"level": "23961.06"}, NO, "23961.06 points, but the close is 23916.06"),
    ({"level": "23916"}, YES, ""),
    ({"percent": Percent(Decimal("-0.6"), bound=Bound.OVER)}, YES, ""),
    ({"percent": Percent(Decimal("-0.7"), bound=Bound.OVER)}, NO, "over -0.7%"),
    ({"percent": Percent(Decimal("-0.7"), bound=Bound.UNDER)}, YES, ""),
    ({"percent": Percent(Decimal("-0.6"), bound=Bound.UNDER)}, YES, "rounded, 0.6393 is under 0.65"),
    ({"percent": Percent(Decimal("-0.5"), bound=Bound.UNDER)}, NO, "under -0.5%"),
    ({"percent": Percent(Decimal("-0.6"), bound=Bound.ABOUT)}, YES, ""),
    ({"percent": Percent(Decimal(-2), bound=Bound.ABOUT)}, NO, "about -2%"),
    ({"percent": Percent(Decimal("-0.5"), Decimal("-0.7"), Bound.RANGE)}, YES, ""),
    ({"percent": Percent(Decimal("-0.7"), Decimal("-0.9"), Bound.RANGE)}, NO, "-0.7 to -0.9%"),
    ({"level": Level(Decimal(24000), bound=Bound.UNDER)}, YES, ""),
    ({"level": Level(Decimal(24000), bound=Bound.OVER)}, NO, "over 24000"),
    ({"level": "23916.06", "direction": Direction.DOWN}, YES, ""),
    ({"level": "23916.06", "direction": Direction.UP}, NO, "up, but"),
    ({"direction": Direction.FLAT}, NO, "flat, but"),
]


@pytest.mark.parametrize(("given", "value", "why"), CLOSES)
def test_closes(given: dict[str, Any], value: Ruling, why: str) -> None:
    verdict = judge(move(phase=Phase.CLOSE, **given), BARS)
    assert verdict.value is value
    if value is NO:
        assert why in verdict.why


PHASES = [
    (Phase.OPEN, {"level": "24031.45"}, YES),
    (Phase.OPEN, {"level": "24031.54"}, NO),
    (Phase.HIGH, {"percent": "0.35"}, YES),
    (Phase.HIGH, {"percent": "0.2"}, OPEN),  # so far
    (Phase.HIGH, {"percent": "-0.3"}, NO),  # it opened higher than that
    (Phase.HIGH, {"percent": "0.53"}, NO),
    (Phase.LOW, {"percent": "-0.91"}, YES),
    (Phase.LOW, {"percent": "-0.5"}, OPEN),
    (Phase.LOW, {"percent": "-1.9"}, NO),
    (Phase.MORNING, {"percent": "-0.3"}, OPEN),
    (Phase.MORNING, {"percent": "-3.0"}, NO),
    (Phase.INTRADAY, {"level": "24153.90"}, OPEN),
    (Phase.INTRADAY, {"level": "24253.90"}, NO),
    (Phase.PREMARKET, {"percent": "-3.0"}, OPEN),
    (None, {"percent": "-0.64"}, YES),
    (None, {"percent": "-0.3"}, OPEN),
    (None, {"percent": "0.64"}, NO),
    # what level and change imply together is known whatever the minute
    (Phase.MORNING, {"level": "24000.00", "points": "-69.94"}, OPEN),
    (Phase.MORNING, {"level": "24000.00", "points": "-96.94"}, NO),
    (Phase.MORNING, {"level": "24000.00", "percent": "-0.29"}, OPEN),
    (Phase.MORNING, {"level": "24000.00", "percent": "-0.92"}, NO),
]


@pytest.mark.parametrize(("phase", "given", "value"), PHASES)
def test_phases(phase: Phase | None, given: dict[str, Any], value: Ruling) -> None:
    assert judge(move(phase=phase, **given), BARS).value is value


def test_a_figure_without_a_phase_in_a_report_of_the_evening() -> None:
    verdict = judge(move(percent="-0.3"), BARS, unsaid=Phase.CLOSE)
    assert verdict.value is NO
    assert verdict.parts[0].slight
    assert not judge(move(percent="0.8"), BARS, unsaid=Phase.CLOSE).parts[0].slight


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (None, "the session is not known"),
        (PartialDate(2025, 7), "2025-07 is no single session"),
        (PartialDate(2025, 7, 7), "the bars cover 2025-07-03 to 2025-07-04, not 2025-07-07"),
    ],
)
def test_without_a_bar_nothing_is_decided(day: PartialDate | None, why: str) -> None:
    verdict = judge(move(percent="-0.64", date=day), BARS)
    assert (verdict.value, verdict.why) == (OPEN, why)


def test_a_day_without_a_session() -> None:
    rows = (("2025-06-30", "1", "1", "1", "1"), ("2025-07-02", "1", "1", "1", "1"))
    holiday = move(percent="-0.64", date=PartialDate(2025, 7, 1))
    assert judge(holiday, table(*rows)).value is OPEN
    verdict = judge(holiday, table(*rows, complete=True))
    assert (verdict.value, verdict.why) == (NO, "no session on 2025-07-01 by the bars")


def test_other_facts_and_instruments() -> None:
    flow = FundFlow(channel=Channel.SOUTHBOUND, amount=Money(Decimal(1), "HKD"))
    assert judge(flow, BARS).value is OPEN
    assert judge(move(percent="-0.64", instrument=Index(slug="HSTECH")), BARS).why == "no bars of index:HSTECH"
    assert judge(move(), BARS).value is OPEN
    assert judge(move(level=Level(Decimal("1E+40"))), BARS).value is OPEN


# Shares: a dividend explains a miss unless the bars state the previous close; another currency is not the bars'.

SHARE = Security(mic="XHKG", code="00700")
PLAIN = table(("2025-05-15", "512", "520", "510", "518.0"), ("2025-05-16", "508", "512", "502", "508.5"), subject=SHARE.subject)
STATED = table(
    ("2025-05-15", "512", "520", "510", "518.0", "511"),
    ("2025-05-16", "508", "512", "502", "508.5", "513.5"),
    subject=SHARE.subject,
)


def share(**given: Any) -> PriceMove:
    return move(instrument=SHARE, date=PartialDate(2025, 5, 16), phase=Phase.CLOSE, **given)


def test_dividends() -> None:
    assert judge(share(percent="-1.8"), PLAIN).value is YES
    doubtful = judge(share(percent="-1.0"), PLAIN)
    assert (doubtful.value, doubtful.parts[0].slight) == (NO, True)
    assert "ex dividend?" in doubtful.why
    assert judge(share(percent="-1.0"), STATED).value is YES
    sure = judge(share(percent="-1.8"), STATED)
    assert (sure.value, sure.parts[0].slight) == (NO, False)


def test_a_price_in_another_currency() -> None:
    assert judge(share(level=Money(Decimal("508.50"), "HKD")), PLAIN).value is YES
    assert judge(share(level=Money(Decimal("65.00"), "USD")), PLAIN).value is OPEN


def test_rates_by_the_currency_they_speak_of() -> None:
    pair = CurrencyPair("USD", "CNY")
    rates = table(
        ("2025-07-03", "7.17", "7.18", "7.16", "7.1700"), ("2025-07-04", "7.17", "7.18", "7.15", "7.1556"), subject="fx:USD/CNY"
    )
    firmer = move(
        instrument=pair, phase=Phase.CLOSE, percent="0.2", level=ExchangeRate(Decimal("7.1556"), "CNY", "USD"), of="CNY"
    )
    assert judge(firmer, rates).value is YES
    weaker = move(instrument=pair, phase=Phase.CLOSE, percent="-0.2", of="CNY")
    assert judge(weaker, rates).value is NO
    dollar = move(instrument=pair, phase=Phase.CLOSE, percent="-0.2", of="USD")
    assert judge(dollar, rates).value is YES
    pips = move(instrument=pair, phase=Phase.CLOSE, points=Points(Decimal(144), "bp"), of="CNY")
    assert judge(pips, rates).value is YES


def test_yields_in_basis_points() -> None:
    yields = table(
        ("2025-07-03", "4.3", "4.4", "4.2", "4.285"), ("2025-07-04", "4.3", "4.4", "4.2", "4.345"), subject="rate:US10Y"
    )
    rise = move(
        instrument=Yield("US10Y"), phase=Phase.CLOSE, points=Points(Decimal(6), "bp"), level=Level(Decimal("4.345"), "percent")
    )
    assert judge(rise, yields).value is YES
    assert judge(move(instrument=Yield("US10Y"), phase=Phase.CLOSE, points=Points(Decimal(-6), "bp")), yields).value is NO


# Bases: every usual way to measure counts.

MONTHS = table(
    ("2024-12-30", "19900", "19950", "19800", "19850"),
    ("2024-12-31", "20000", "20100", "19900", "20000"),
    ("2025-01-31", "20200", "20300", "20100", "20200"),
    ("2025-02-03", "20300", "20700", "20300", "20600"),
    ("2025-02-28", "22000", "23200", "22000", "23000"),
    ("2025-03-03", "23000", "23100", "22800", "23000"),
)
BASES = [
    (Basis.YTD, "15.0", "2025-03-03", YES),
    (Basis.YTD, "13.9", "2025-03-03", NO),
    (Basis.MONTH, "13.86", "2025-02-28", YES),
    (Basis.MONTH, "13.86", "2025-03-03", YES),  # February, told in March
    (Basis.MONTH, "0.0", "2025-03-03", YES),  # March so far
    (Basis.MONTH, "11.65", "2025-03-03", YES),  # since 3 February
    (Basis.MONTH, "5.0", "2025-03-03", NO),
    (Basis.YEAR, "14.0", "2025-03-03", OPEN),  # twelve months may be meant, and the bars do not reach back
    (Basis.IPO, "15.0", "2025-03-03", OPEN),
]


@pytest.mark.parametrize(("basis", "percent", "day", "value"), BASES)
def test_bases(basis: Basis, percent: str, day: str, value: Ruling) -> None:
    story = move(phase=Phase.CLOSE, basis=basis, percent=percent, date=PartialDate.parse(day))
    assert judge(story, MONTHS).value is value


@pytest.mark.parametrize(
    ("since", "percent", "value"),
    [
        ("2025-01-31", "13.9", YES),
        ("2025-02-03", "11.7", YES),
        ("2025-02-03", "13.3", YES),  # from that day's low
        ("2025-02-03", "13.9", YES),  # from the close before it
        ("2025-02-03", "9.0", NO),
        ("2025-01", "14.0", OPEN),
        ("2025-01", "1.0", NO),
        (None, "14.0", OPEN),
        ("2023-01-31", "13.9", OPEN),
    ],
)
def test_since(since: str | None, percent: str, value: Ruling) -> None:
    start = None if since is None else PartialDate.parse(since)
    story = move(phase=Phase.CLOSE, basis=Basis.SINCE, basis_from=start, percent=percent, date=PartialDate(2025, 3, 3))
    assert judge(story, MONTHS).value is value


# Superlatives. The Hang Seng Index stood at 24,181.43 on 9 June 2025: highest since 21 March by highs, 20 March by closes.

SPRING = table(
    ("2025-03-19", "24600", "24874.39", "24500", "24771.14"),
    ("2025-03-20", "24600", "24800", "24200", "24219.95"),
    ("2025-03-21", "24100", "24230.72", "23600", "23689.72"),
    ("2025-04-07", "21000", "21500", "19800", "19828.30"),
    ("2025-06-06", "23800", "23900", "23700", "23792.54"),
    ("2025-06-09", "23900", "24190.00", "23900", "24181.43"),
)
SINCE = [
    ("2025-03-21", YES, "highs: 24230.72 on 2025-03-21"),
    ("2025-03-20", YES, "closes: 24219.95 on 2025-03-20"),
    ("2025-03", YES, ""),
    ("--03", YES, ""),
    ("2025-03-19", NO, ""),
    ("2025-04-07", NO, ""),
    ("2025-01", NO, "on closes: 24219.95 on 2025-03-20"),
    ("record", NO, "higher on closes: 24219.95 on 2025-03-20; higher on highs"),
    ("P2M", YES, ""),
    ("P1M", NO, "more than that"),
    ("P1Y", NO, ""),
    ("P8W", NO, "more than that"),
]


@pytest.mark.parametrize(("since", "value", "why"), SINCE)
def test_highest_since(since: str, value: Ruling, why: str) -> None:
    when = since if since == "record" else Duration.parse(since) if since.startswith("P") else PartialDate.parse(since)
    story = move(level="24181.43", date=PartialDate(2025, 6, 9), superlative=Superlative(Extreme.HIGH, when))
    part = judge(story, SPRING).parts[-1]
    assert (part.figure, part.value) == ("superlative", value)
    assert why in part.why


@pytest.mark.parametrize(
    ("kind", "since", "given", "value"),
    [
        (Extreme.GAIN, "2025-06-06", {"percent": "1.63"}, YES),
        (Extreme.GAIN, "2025-06-05", {"percent": "1.63"}, NO),  # the next day's was larger
        (Extreme.GAIN, "2025-01", {"percent": "5.63"}, OPEN),
        (Extreme.GAIN, "record", {"percent": "1.63"}, NO),
        (Extreme.HIGH, None, {"level": "24181.43"}, OPEN),
        (Extreme.STREAK, "P2D", {"percent": "1.63"}, YES),
        (Extreme.STREAK, "P3D", {"percent": "1.63"}, NO),
        (Extreme.STREAK, "record", {"percent": "1.63"}, OPEN),
        (Extreme.GAIN, "P1M", {"percent": "1.63", "basis": Basis.WEEK}, OPEN),
    ],
)
def test_other_superlatives(kind: Extreme, since: str | None, given: dict[str, Any], value: Ruling) -> None:
    rows = (
        ("2025-06-03", "1", "1", "1", "23500"),
        ("2025-06-04", "1", "1", "1", "23300"),
        ("2025-06-05", "1", "1", "1", "23200"),
        ("2025-06-06", "1", "1", "1", "23792.54"),
        ("2025-06-09", "1", "1", "1", "24181.43"),
    )
    bars = table(*((day, "", "", "", close) for day, _, _, _, close in rows))
    when = since if since in (None, "record") else Duration.parse(since) if since.startswith("P") else PartialDate.parse(since)
    story = move(date=PartialDate(2025, 6, 9), superlative=Superlative(kind, when), **given)
    assert judge(story, bars).parts[-1].value is value


@pytest.mark.parametrize(("length", "value"), [("P1D", YES), ("P2D", NO), ("P3D", NO)])
def test_an_unchanged_day_ends_a_run(length: str, value: Ruling) -> None:
    closes = {"2025-06-03": "10", "2025-06-04": "11", "2025-06-05": "12", "2025-06-06": "12", "2025-06-09": "13"}
    bars = from_rows([{"date": day, "close": close} for day, close in closes.items()], subject="index:HSI")
    story = move(date=PartialDate(2025, 6, 9), level="13", superlative=Superlative(Extreme.STREAK, Duration.parse(length)))
    assert judge(story, bars).parts[-1].value is value


def test_weeks_are_counted_by_their_last_closes() -> None:
    closes = {"2025-05-30": "10", "2025-06-03": "9", "2025-06-06": "11", "2025-06-13": "12", "2025-06-20": "13"}
    bars = from_rows([{"date": day, "close": close} for day, close in closes.items()], subject="index:HSI", complete=True)
    for weeks, value in ((2, NO), (3, OPEN), (4, OPEN)):  # three rises, and what was before is not known
        story = move(date=PartialDate(2025, 6, 20), level="13", superlative=Superlative(Extreme.STREAK, Duration(weeks, "W")))
        assert judge(story, bars).parts[-1].value is value
