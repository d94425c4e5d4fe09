"""``judge`` against a brute-force reading of the rules, on generated bars."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from itertools import product

from attrs import evolve
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from chinamkt import (
    Basis,
    Duration,
    Extreme,
    Index,
    Level,
    PartialDate,
    Percent,
    Phase,
    Points,
    PriceMove,
    Superlative,
)
from chinamkt.bars import Bar, BarTable, Ruling, Series, judge
from chinamkt.strategies.bars import bar_series

HSI = Index(slug="HSI")
UNIT = Fraction(1, 100)  # of the generated bars


def ruling(series: Series, move: PriceMove, figure: str) -> Ruling:
    """The ruling on one part of a verdict."""
    verdict = judge(move, BarTable({"index:HSI": series}))
    return next(part.value for part in verdict.parts if part.figure == figure)


def rounded(value: Fraction, places: int) -> Decimal:
    """Half up, away from zero, as reports round."""
    scaled = abs(value) * 10**places
    size = int(scaled + Fraction(1, 2))
    return Decimal(f"{-size if value < 0 else size}E-{places}")


def half(value: Decimal) -> Fraction:
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    return Fraction(10) ** exponent / 2


@st.composite
def days(draw: DrawFn, minimum: int = 2) -> tuple[Series, int]:
    """A series and the place of one of its days, the last more often than others."""
    series = draw(bar_series(min_size=minimum))
    return series, draw(st.sampled_from([len(series) - 1, draw(st.integers(minimum - 1, len(series) - 1))]))


# Moves and levels.


@given(days(), st.integers(0, 2), st.sampled_from([Phase.CLOSE, Phase.OPEN, Phase.HIGH, Phase.LOW]))
def test_what_the_bars_say_is_supported(day: tuple[Series, int], places: int, phase: Phase) -> None:
    series, place = day
    bar, before = series[place], series[place - 1]
    price = {Phase.CLOSE: bar.close, Phase.OPEN: bar.open, Phase.HIGH: bar.high, Phase.LOW: bar.low}[phase]
    assert price is not None
    percent = rounded(100 * (Fraction(price) / Fraction(before.close) - 1), places)
    move = PriceMove(
        instrument=HSI, phase=phase, date=PartialDate.of(bar.date), level=Level(price), percent=Percent(percent),
        points=Points(price - before.close) if (price - before.close) * percent > 0 else None,
    )  # fmt: skip
    verdict = judge(move, BarTable({"index:HSI": series}))
    assert verdict.value is Ruling.SUPPORTED, verdict


@given(days(), st.integers(-400, 400), st.integers(0, 2))
def test_closing_percentages(day: tuple[Series, int], hundredths: int, places: int) -> None:
    series, place = day
    percent = rounded(Fraction(hundredths, 100), places)
    close, before = Fraction(series[place].close), Fraction(series[place - 1].close)
    corners = [
        100 * ((close + a * UNIT / 2) / (before + b * UNIT / 2) - 1) for a, b in product((-1, 1), repeat=2)
    ]  # fmt: skip
    fits = min(corners) <= Fraction(percent) + half(percent) and Fraction(percent) - half(percent) <= max(corners)
    move = PriceMove(instrument=HSI, phase=Phase.CLOSE, date=PartialDate.of(series[place].date), percent=Percent(percent))
    assert (ruling(series, move, "percent") is Ruling.SUPPORTED) is fits
    assert ruling(series, move, "percent") is not Ruling.UNDECIDABLE


@given(days(1), st.integers(-500, 500), st.integers(0, 2), st.sampled_from([*Phase, None]))
def test_levels(day: tuple[Series, int], off: int, places: int, phase: Phase | None) -> None:
    series, place = day
    bar = series[place]
    level = rounded(Fraction(bar.close) + Fraction(off, 100), places)
    reach = half(level) + UNIT / 2

    def near(price: Decimal | None) -> bool:
        assert price is not None
        return abs(Fraction(price) - Fraction(level)) <= reach

    def between(one: Decimal | None, other: Decimal | None) -> bool:
        assert one is not None
        assert other is not None
        return Fraction(min(one, other)) - reach <= Fraction(level) <= Fraction(max(one, other)) + reach

    exact = {Phase.CLOSE: near(bar.close), Phase.OPEN: near(bar.open), Phase.HIGH: near(bar.high), Phase.LOW: near(bar.low),
             None: near(bar.close)}.get(phase, False)  # fmt: skip
    room: dict[Phase | None, bool] = {
        Phase.CLOSE: False,
        Phase.OPEN: False,
        Phase.HIGH: between(bar.open, bar.high),
        Phase.LOW: between(bar.low, bar.open),
    }
    expected = (
        Ruling.SUPPORTED
        if exact
        else Ruling.UNDECIDABLE
        if room.get(phase, between(bar.low, bar.high)) or phase in (Phase.PREMARKET, Phase.POSTMARKET)
        else Ruling.CONTRADICTED
    )
    move = PriceMove(instrument=HSI, phase=phase, date=PartialDate.of(bar.date), level=Level(level))
    assert judge(move, BarTable({"index:HSI": series})).value is expected


@settings(max_examples=300)
@given(days(12), st.data())
def test_cumulative_moves(day: tuple[Series, int], data: st.DataObject) -> None:
    """What a way of measuring gives is supported; what none gives is contradicted."""
    series, place = day
    today = series[place].date
    basis = data.draw(st.sampled_from([Basis.WEEK, Basis.MONTH, Basis.SINCE]))
    closes = [(bar.date, Fraction(bar.close)) for bar in series.bars[: place + 1]]
    monday = today - dt.timedelta(days=today.weekday())
    first = today.replace(day=1)
    pairs: list[tuple[Fraction, Fraction]] = []

    def last_before(day: dt.date) -> Fraction | None:
        return next((close for date, close in reversed(closes) if date < day), None)

    start: dt.date | None = None
    if basis is Basis.SINCE:
        start = data.draw(st.sampled_from([date for date, _ in closes[1:-1]]))
        index = [date for date, _ in closes].index(start)
        bar = series[index]
        for base in (closes[index][1], closes[index - 1][1], bar.low, bar.high, bar.open):
            assert base is not None
            pairs.append((closes[-1][1], Fraction(base)))
    else:
        begun = monday if basis is Basis.WEEK else first
        earlier = monday - dt.timedelta(7) if basis is Basis.WEEK else (first - dt.timedelta(1)).replace(day=1)
        ended, base_of_whole = last_before(begun), last_before(earlier)
        assume(ended is not None and base_of_whole is not None and any(earlier <= date < begun for date, _ in closes))
        assert ended is not None
        assert base_of_whole is not None
        pairs += [(closes[-1][1], ended), (ended, base_of_whole)]
        if basis is Basis.WEEK:
            assume(place >= 5)
            pairs.append((closes[-1][1], closes[-6][1]))
        else:
            back = months_back(today, 1)
            trailing = next((close for date, close in reversed(closes) if date <= back), None)
            assume(trailing is not None)
            assert trailing is not None
            pairs.append((closes[-1][1], trailing))
    percent = data.draw(
        st.sampled_from([rounded(100 * (now / base - 1), 2) for now, base in pairs])
        | st.integers(-300, 300).map(lambda value: Decimal(f"{value}E-2"))
    )
    slack = UNIT / 2
    spans = [
        [100 * ((now + a * slack) / (base + b * slack) - 1) for a, b in product((-1, 1), repeat=2)] for now, base in pairs
    ]  # fmt: skip
    fits = any(
        min(span) <= Fraction(percent) + half(percent) and Fraction(percent) - half(percent) <= max(span) for span in spans
    )
    move = PriceMove(
        instrument=HSI, phase=Phase.CLOSE, date=PartialDate.of(today), percent=Percent(percent), basis=basis,
        basis_from=PartialDate.of(start) if start else None,
    )  # fmt: skip
    assert ruling(series, move, "percent") is (Ruling.SUPPORTED if fits else Ruling.CONTRADICTED)


# Superlatives: every day is tried, as the rule is written.


def highest_since(values: list[Fraction], place: int, day: int, figure: Fraction, slack: Fraction) -> bool:
    """All between D and T below x + h, and D's own at or above x − h."""
    between = all(values[one] < figure + slack for one in range(day + 1, place))
    return between and values[day] >= figure - slack


def lines(series: Series, extreme: Extreme) -> list[list[Fraction]]:
    """Closes, and highs or lows; lows and closes turned over for a low."""
    other: Callable[[Bar], Decimal | None] = (lambda bar: bar.high) if extreme is Extreme.HIGH else (lambda bar: bar.low)
    sign = 1 if extreme is Extreme.HIGH else -1
    seconds = [other(bar) for bar in series.bars]
    return [
        [sign * Fraction(bar.close) for bar in series.bars],
        [sign * Fraction(value) for value in seconds if value is not None],
    ]


@st.composite
def told(draw: DrawFn, minimum: int = 3) -> tuple[Series, int, Extreme, Decimal]:
    """A series, a day, and the level that a report tells of it: its close or high, with fewer digits or not."""
    series, place = draw(days(minimum))
    extreme = draw(st.sampled_from([Extreme.HIGH, Extreme.LOW]))
    bar = series[place]
    price = draw(st.sampled_from([bar.close, bar.high if extreme is Extreme.HIGH else bar.low]))
    assert price is not None
    return series, place, extreme, rounded(Fraction(price), draw(st.integers(0, 2)))


def superlative(series: Series, place: int, kind: Extreme, level: Decimal, since: PartialDate | Duration | str) -> Ruling:
    move = PriceMove(
        instrument=HSI, date=PartialDate.of(series[place].date), level=Level(level), superlative=Superlative(kind, since)
    )
    return ruling(series, move, "superlative")


def stretched(story: tuple[Series, int, Extreme, Decimal]) -> tuple[Series, int, Extreme, Decimal]:
    """The same prices over months: a week in the place of a day."""
    series, *rest = story
    first = series[0].date
    bars = [evolve(bar, date=first + 7 * (bar.date - first)) for bar in series.bars]
    return (Series(bars, complete=True, from_launch=True), *rest)  # type: ignore[return-value]


def any_day(story: tuple[Series, int, Extreme, Decimal], allowed: Callable[[dt.date], bool]) -> bool:
    series, place, kind, level = story
    figure = Fraction(level) * (1 if kind is Extreme.HIGH else -1)
    return any(
        highest_since(values, place, day, figure, half(level))
        for values in lines(series, kind)
        for day in range(place)
        if allowed(series[day].date)
    )


@given(told(), st.data())
def test_highest_since_a_day(story: tuple[Series, int, Extreme, Decimal], data: st.DataObject) -> None:
    series, place, kind, level = story
    day = series[data.draw(st.integers(0, place - 1))].date
    expected = Ruling.SUPPORTED if any_day(story, lambda one: one == day) else Ruling.CONTRADICTED
    assert superlative(series, place, kind, level, PartialDate.of(day)) is expected


@given(told(), st.data())
def test_highest_since_a_month(story: tuple[Series, int, Extreme, Decimal], data: st.DataObject) -> None:
    series, place, kind, level = story = stretched(story)
    months = {(bar.date.year, bar.date.month) for bar in series.bars[:place] if series[0].date <= bar.date.replace(day=1)}
    assume(months)
    year, month = data.draw(st.sampled_from(sorted(months)))
    expected = Ruling.SUPPORTED if any_day(story, lambda one: (one.year, one.month) == (year, month)) else Ruling.CONTRADICTED
    assert superlative(series, place, kind, level, PartialDate(year, month)) is expected


@given(told(12), st.integers(1, 2))
def test_months_high(story: tuple[Series, int, Extreme, Decimal], months: int) -> None:
    series, place, kind, level = story = stretched(story)
    today = series[place].date
    late, early = months_back(today, months) + dt.timedelta(15), months_back(today, months + 1)
    assume(series[0].date <= early)
    expected = Ruling.SUPPORTED if any_day(story, lambda one: early <= one <= late) else Ruling.CONTRADICTED
    assert superlative(series, place, kind, level, Duration(months, "M")) is expected


@given(told())
def test_record(story: tuple[Series, int, Extreme, Decimal]) -> None:
    series, place, kind, level = story
    figure = Fraction(level) * (1 if kind is Extreme.HIGH else -1)
    holds = any(all(value < figure + half(level) for value in values[:place]) for values in lines(series, kind))
    assert superlative(series, place, kind, level, "record") is (Ruling.SUPPORTED if holds else Ruling.CONTRADICTED)
    later = Series(series.bars, complete=True)
    unproven = superlative(later, place, kind, level, "record")
    assert unproven is (Ruling.UNDECIDABLE if holds else Ruling.CONTRADICTED)


@given(days(4), st.data())
def test_best_day_since(day: tuple[Series, int], data: st.DataObject) -> None:
    series, place = day
    changes = [
        Fraction(after.close) / Fraction(before.close) - 1 for before, after in zip(series.bars, series.bars[1:], strict=False)
    ]
    changes = [Fraction(0), *(100 * change for change in changes)]
    kind = Extreme.GAIN if changes[place] > 0 else Extreme.LOSS
    percent = rounded(changes[place], 2)
    sign = 1 if kind is Extreme.GAIN else -1
    since = data.draw(st.integers(1, place - 1))
    holds = highest_since([sign * change for change in changes], place, since, sign * Fraction(percent), half(percent))
    move = PriceMove(
        instrument=HSI, date=PartialDate.of(series[place].date), percent=Percent(percent),
        superlative=Superlative(kind, PartialDate.of(series[since].date)),
    )  # fmt: skip
    assert ruling(series, move, "superlative") is (Ruling.SUPPORTED if holds else Ruling.CONTRADICTED)


@given(days(3), st.integers(1, 4))
def test_streaks(day: tuple[Series, int], length: int) -> None:
    series, place = day
    signs = [
        (after.close > before.close) - (after.close < before.close)
        for before, after in zip(series.bars, series.bars[1:], strict=False)
    ]
    signs = signs[:place]
    own = signs[-1]
    assume(len(signs) > length + 1)
    straight = all(sign == own for sign in signs[-length:]) and signs[-length - 1] != own
    ended = all(sign == -own for sign in signs[-length - 1 : -1]) and signs[-length - 2] != -own
    move = PriceMove(
        instrument=HSI, date=PartialDate.of(series[place].date), level=Level(series[place].close),
        superlative=Superlative(Extreme.STREAK, Duration(length, "D")),
    )  # fmt: skip
    expected = Ruling.SUPPORTED if straight or ended else Ruling.CONTRADICTED
    assert ruling(series, move, "superlative") is expected


def months_back(day: dt.date, months: int) -> dt.date:
    count = day.year * 12 + day.month - 1 - months
    for number in range(day.day, 0, -1):
        try:
            return dt.date(count // 12, count % 12 + 1, number)
        except ValueError:
            continue
    raise AssertionError
