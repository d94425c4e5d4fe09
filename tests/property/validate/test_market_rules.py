"""What is true on a market never alarms, however it is rounded; what can't be, always does."""

from __future__ import annotations

import datetime as dt
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from typing import Any

from hypothesis import assume, example, given
from hypothesis import strategies as st

from chinamkt import (
    CurrencyPair,
    ExchangeRate,
    Fact,
    Index,
    Level,
    Market,
    Money,
    PartialDate,
    Percent,
    Phase,
    Points,
    PriceMove,
    Report,
    Security,
    Turnover,
    check,
)
from chinamkt.outputs.flat import from_rows
from chinamkt.reference.market.limits import limits
from chinamkt.reference.market.ranges import fx_range
from chinamkt.reference.market.ticks import grids
from chinamkt.reference.trading_days import LAST, VERIFIED, trading_day

ROUNDINGS = st.sampled_from((ROUND_HALF_UP, ROUND_HALF_EVEN))
DAYS = st.dates(VERIFIED, LAST)
TENCENT = Security(mic="XHKG", code="00700")
MOUTAI, CATL = Security(mic="XSHG", code="600519"), Security(mic="XSHE", code="300750")


def alarms(*facts: Fact, only: str, text: str = "") -> list[str]:
    return [finding.message for finding in check(Report(text=text, facts=facts), only=only)]


def rounded(value: Decimal, places: int, rounding: str = ROUND_HALF_UP) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), rounding=rounding)


@given(DAYS, st.sampled_from(("HK", "CN")), st.sampled_from(tuple(Phase)))
def test_a_session_is_closed_exactly_where_the_calendar_has_none(day: dt.date, market: str, phase: Phase) -> None:
    index = Index(slug={"HK": "HSI", "CN": "SSE_COMPOSITE"}[market])
    told = trading_day(market, day)
    move = PriceMove(instrument=index, percent=Percent(Decimal(1)), phase=phase, date=PartialDate.of(day))
    found = alarms(move, only="session-closed")
    assert bool(found) == (told.verified and not told.is_session)
    if found:
        assert told.reason in found[0]


@st.composite
def steps(draw: st.DrawFn) -> tuple[dt.date, Decimal, Decimal]:
    """A day, a price on Hong Kong's grid of that day, and the step at that price."""
    day = draw(st.dates(dt.date(2006, 7, 24), LAST))
    (grid,) = grids("HK", day)
    number = draw(st.integers(0, len(grid.steps) - 1))
    up_to, tick = grid.steps[number]
    below = grid.steps[number - 1][0] if number else Decimal(0)
    return day, draw(st.integers(int(below / tick) + 1, int(up_to / tick))) * tick, tick


@given(steps(), st.integers(0, 3), ROUNDINGS)
def test_a_price_on_the_grid_never_alarms_however_it_is_rounded(
    step: tuple[dt.date, Decimal, Decimal], places: int, rounding: str
) -> None:
    day, price, _ = step
    printed = rounded(price, places, rounding)
    assume(printed > 0)
    move = PriceMove(instrument=TENCENT, level=Money(printed, "HKD"), date=PartialDate.of(day))
    assert alarms(move, only="tick-size") == []


@given(steps())
def test_a_price_between_two_steps_always_alarms(step: tuple[dt.date, Decimal, Decimal]) -> None:
    day, price, tick = step
    move = PriceMove(instrument=TENCENT, level=Money(rounded(price - tick / 2, 4), "HKD"), date=PartialDate.of(day))
    assert len(alarms(move, only="tick-size")) == 1


@given(st.integers(100, 300_000), st.sampled_from((MOUTAI, CATL)), st.sampled_from((1, -1)), st.integers(1, 3), st.booleans())
@example(fen=947, share=MOUTAI, way=1, places=2, priced=True)
def test_a_price_at_its_limit_never_alarms(fen: int, share: Security, way: int, places: int, priced: bool) -> None:
    """The limit is rounded to a fen, so its percentage may lie beyond; with the price told or not."""
    day = dt.date(2025, 2, 18)
    (limit,) = limits("chinext" if share is CATL else "main", day)
    before = Decimal(fen) / 100
    price = rounded(before * (1 + way * limit.percent / 100), 2)
    percent = rounded(100 * (price / before - 1), places)
    level = Money(price, "CNY") if priced else None
    move = PriceMove(instrument=share, percent=Percent(percent), level=level, date=PartialDate.of(day))
    assert alarms(move, only="price-limit") == []


@given(st.sampled_from((MOUTAI, CATL)), st.sampled_from((1, -1)), st.integers(0, 2))
def test_a_percentage_well_beyond_the_limit_always_alarms(share: Security, way: int, places: int) -> None:
    beyond = Decimal("22.5") if share is CATL else Decimal("12.5")
    move = PriceMove(instrument=share, percent=Percent(rounded(way * beyond, places)), date=PartialDate(2025, 2, 18))
    assert len(alarms(move, only="price-limit")) == 1


@given(st.integers(10_000, 10**7), st.integers(-5_000, 5_000), st.tuples(*[st.integers(0, 2)] * 3), st.booleans())
def test_true_pairs_of_levels_never_alarm(before: int, tenths: int, places: tuple[int, int, int], in_points: bool) -> None:
    then = Decimal(before) / 100
    now = then * (1 + Decimal(tenths) / 100_000)
    printed = [rounded(now, places[0]), rounded(then, places[1])]
    quote = f"The index went to {printed[0]:,} from {printed[1]:,}."
    row: dict[str, Any] = {"subject": "index:HSI", "level": str(printed[0]), "quote": quote}
    if in_points:
        row["points"] = str(rounded(now - then, places[2]))
    else:
        row["pct"] = str(rounded(100 * (now / then - 1), places[2]))
    assert alarms(*from_rows([row], text=quote), only="level-pair", text=quote) == []


@given(st.integers(10_000, 10**7), st.sampled_from((1, -1)))
def test_a_pair_whose_change_goes_the_other_way_always_alarms(before: int, way: int) -> None:
    then = Decimal(before) / 100
    now = rounded(then * (1 + way * Decimal("0.02")), 2)
    quote = f"The index went to {now:,} from {then:,}."
    facts = from_rows([{"subject": "index:HSI", "level": str(now), "pct": str(-2 * way), "quote": quote}], text=quote)
    assert len(alarms(*facts, only="level-pair", text=quote)) == 1


@given(st.lists(st.integers(1, 10**7), min_size=3, max_size=3), st.lists(st.integers(0, 2), min_size=3, max_size=3), ROUNDINGS)
def test_a_days_figures_in_their_order_never_alarm(hundredths: list[int], places: list[int], rounding: str) -> None:
    low, last, high = sorted(hundredths)
    figures = zip((low, last, high), (Phase.LOW, Phase.CLOSE, Phase.HIGH), places, strict=True)
    moves = [
        PriceMove(
            instrument=Index(slug="HSI"),
            level=Level(rounded(Decimal(value) / 100, place, rounding)),
            phase=phase,
            date=PartialDate(2025, 7, 4),
        )
        for value, phase, place in figures
    ]
    assert alarms(*moves, only="intraday-order") == []


@given(st.integers(1, 10**7), st.integers(1, 10**6), st.sampled_from((Phase.OPEN, Phase.MORNING, Phase.CLOSE, Phase.LOW)))
def test_a_figure_above_the_days_high_always_alarms(hundredths: int, more: int, phase: Phase) -> None:
    high, other = Decimal(hundredths) / 100, Decimal(hundredths + 1 + more) / 100
    moves = [
        PriceMove(instrument=Index(slug="HSI"), level=Level(rounded(level, 2)), phase=at, date=PartialDate(2025, 7, 4))
        for level, at in ((high, Phase.HIGH), (other, phase))
    ]
    assert alarms(*moves, only="intraday-order")


@given(st.integers(10**11, 10**13), st.integers(10**11, 10**13), st.tuples(*[st.integers(6, 10)] * 3), ROUNDINGS)
def test_true_sums_of_turnover_never_alarm(shanghai: int, shenzhen: int, places: tuple[int, int, int], rounding: str) -> None:
    """Each printed in millions, or in hundreds of them, or in billions."""
    amounts = {"SSE": shanghai, "SZSE": shenzhen, "SSE+SZSE": shanghai + shenzhen}
    facts = [
        Turnover(market=Market(market), amount=Money(Decimal(format(rounded(Decimal(amount), -place, rounding), "f")), "CNY"))
        for (market, amount), place in zip(amounts.items(), places, strict=True)
    ]
    assert alarms(*facts, only="sum-mismatch") == []


@given(st.integers(2014, 2025), st.decimals(1, 10_000, places=1), st.integers(0, 100), st.integers(0, 2))
def test_sums_at_a_rate_of_the_year_never_alarm(year: int, yuan: Decimal, part: int, places: int) -> None:
    known = fx_range("USD/CNY", year)
    assert known is not None
    rate = known.low + (known.high - known.low) * part / 100
    dollars = rounded(yuan / rate, places)
    assume(dollars > 0)
    text = f"{year}-06-09 The deal is worth {yuan} billion yuan (US${dollars} billion)."
    report = Report(text=text, articles=_dated(year))
    assert check(report, only="fx-cross") == []


@given(st.integers(2014, 2025), st.integers(10, 10_000))
def test_sums_at_a_wrong_rate_always_alarm(year: int, yuan: int) -> None:
    text = f"The deal is worth {yuan}.0 billion yuan (US${yuan}.0 billion)."
    assert len(check(Report(text=text, articles=_dated(year)), only="fx-cross")) == 1


def _dated(year: int) -> Any:
    from chinamkt import Article

    return (Article(published=PartialDate(year, 6, 9)),)


@given(st.dates(dt.date(2005, 6, 20), LAST), st.integers(77_500, 78_500), st.integers(2, 4), ROUNDINGS)
def test_a_rate_within_the_band_never_alarms(day: dt.date, pips: int, places: int, rounding: str) -> None:
    rate = ExchangeRate(rounded(Decimal(pips) / 10_000, places, rounding), "HKD", "USD")
    move = PriceMove(instrument=CurrencyPair("USD", "HKD"), level=rate, date=PartialDate.of(day))
    assert alarms(move, only="hkd-band") == []


@given(st.integers(-30, 30), st.integers(1, 3))
def test_points_and_levels_of_many_digits_crash_nothing(exponent: int, digits: int) -> None:
    value = Decimal(f"{digits}E{exponent}")
    move = PriceMove(instrument=TENCENT, level=Money(value, "HKD"), points=Points(value, "HKD"), percent=Percent(value))
    other = PriceMove(instrument=MOUTAI, level=Money(value, "CNY"), percent=Percent(value), date=PartialDate(2025, 2, 18))
    for fact in (move, other):
        check(Report(text="", facts=(fact,)))
