"""Whatever the strategies draw survives its written form, its pickle and its hash, digits and all."""

from __future__ import annotations

import pickle
from decimal import Decimal
from typing import Any

import attrs
from hypothesis import assume, given
from hypothesis import strategies as st

from chinamkt import (
    Duration,
    Evidence,
    Fact,
    FundFlow,
    Index,
    InvalidValue,
    Names,
    PartialDate,
    Percent,
    PriceMove,
    Report,
    Span,
    TradeEvent,
    Turnover,
    strategies,
)
from chinamkt._hypothesis import STRATEGIES

everything: st.SearchStrategy[Any] = st.one_of([st.from_type(kind) for kind in STRATEGIES])


def decimals_in(value: Any) -> list[str]:
    """Every decimal of an object of the model as it is printed, in the order of the fields."""
    if isinstance(value, Decimal):
        return [str(value)]
    if isinstance(value, tuple):
        return [digits for item in value for digits in decimals_in(item)]
    if attrs.has(type(value)):
        return [digits for name in attrs.fields_dict(type(value)) for digits in decimals_in(getattr(value, name))]
    return []


@given(strategies.partial_dates())
def test_dates_read_what_they_write(date: PartialDate) -> None:
    assert PartialDate.parse(str(date)) == date


@given(strategies.durations())
def test_durations_read_what_they_write(duration: Duration) -> None:
    assert Duration.parse(str(duration)) == duration


@given(st.text())
def test_a_date_is_written_as_it_was_read_or_refused(text: str) -> None:
    try:
        date = PartialDate.parse(text)
    except InvalidValue:
        return
    assert str(date) == text


@given(everything)
def test_everything_pickles_hashes_and_compares(value: object) -> None:
    twin = pickle.loads(pickle.dumps(value))  # noqa: S301 - our own bytes
    assert twin == value
    assert hash(twin) == hash(value)
    assert repr(twin) == repr(value)
    assert decimals_in(twin) == decimals_in(value)


@given(strategies.printed_decimals(min_value=-(10**9), max_value=10**9, max_places=9))
def test_quantities_keep_every_digit(value: Decimal) -> None:
    assert str(Percent(value).value) == str(value)
    trailing = Decimal(f"{value:f}0" if "." in f"{value:f}" else f"{value:f}.0")
    assert Percent(value) != Percent(trailing)
    assert Percent(value).value == Percent(trailing).value


@given(strategies.facts(), strategies.evidence(), strategies.names())
def test_the_core_does_not_see_evidence_or_names(fact: Fact, evidence: Evidence, names: Names) -> None:
    told = attrs.evolve(fact, evidence=evidence)
    if isinstance(told, PriceMove) and isinstance(told.instrument, Index):
        told = attrs.evolve(told, instrument=attrs.evolve(told.instrument, names=names))
    assert told.core == fact.core
    assert hash(told.core) == hash(fact.core)


@given(strategies.facts(), strategies.facts())
def test_another_core_is_another_fact(one: Fact, other: Fact) -> None:
    assume(one.core != other.core)
    assert one != other


@given(strategies.reports())
def test_a_report_keeps_its_facts_in_order(report: Report) -> None:
    kinds = {PriceMove: report.moves, Turnover: report.turnovers, FundFlow: report.flows, TradeEvent: report.events}
    for kind, facts in kinds.items():
        assert facts == tuple(fact for fact in report if type(fact) is kind)
    assert sum(map(len, kinds.values())) == len(report)
    twin = pickle.loads(pickle.dumps(report))  # noqa: S301 - our own bytes
    assert [fact.core for fact in twin] == [fact.core for fact in report]


@given(strategies.spans(within=40), st.text(min_size=40, max_size=60))
def test_a_span_is_as_long_as_its_quote(span: Span, text: str) -> None:
    assert len(span.of(text)) == len(span)
