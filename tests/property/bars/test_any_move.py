"""``judge`` on any move that the model can state, against any bars: a verdict, never an exception."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from attrs import evolve, frozen
from hypothesis import given
from hypothesis import strategies as st

from chinamkt import PartialDate, Phase, PriceMove, strategies
from chinamkt.bars import Bar, Ruling, Series, judge


@frozen
class Everything:
    """The same bars for every instrument."""

    series: Series

    def of(self, subject: str) -> Series | None:
        del subject
        return self.series


@given(strategies.price_moves(), strategies.bar_series(), st.data())
def test_any_move_gets_a_verdict(move: PriceMove, series: Series, data: st.DataObject) -> None:
    dated = evolve(move, date=PartialDate.of(data.draw(st.sampled_from(series.bars)).date))
    unsaid = data.draw(st.sampled_from([None, Phase.CLOSE]))
    verdict = judge(dated, Everything(series), unsaid=unsaid)
    assert verdict == judge(dated, Everything(series), unsaid=unsaid)
    assert verdict.why
    values = [part.value for part in verdict.parts]
    if Ruling.CONTRADICTED in values:
        assert verdict.value is Ruling.CONTRADICTED
    elif values and Ruling.UNDECIDABLE not in values:
        assert verdict.value is Ruling.SUPPORTED
    else:
        assert verdict.value is Ruling.UNDECIDABLE


@given(strategies.price_moves(), st.sampled_from([dt.date.min, dt.date(1, 1, 9), dt.date(9999, 12, 31)]))
def test_at_the_ends_of_the_calendar(move: PriceMove, day: dt.date) -> None:
    series = Series([Bar(date=day, close=Decimal(100), low=Decimal(99), high=Decimal(101))], complete=True, from_launch=True)
    assert judge(evolve(move, date=PartialDate.of(day)), Everything(series)).why


@given(strategies.price_moves(), strategies.bar_series(min_size=2), st.data())
def test_narrower_bars_never_take_a_contradiction_back(move: PriceMove, series: Series, data: st.DataObject) -> None:
    """What a longer history contradicts of the day itself, the two last days contradict too."""
    place = data.draw(st.integers(1, len(series) - 1))
    dated = evolve(move, date=PartialDate.of(series[place].date), superlative=None)
    short = Series(series.bars[place - 1 : place + 1], complete=True)
    if dated.basis.value == "day":
        assert judge(dated, Everything(short)).value is judge(dated, Everything(series)).value
