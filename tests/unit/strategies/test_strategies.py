"""The strategies: complete, registered, sound, and small when they shrink."""

from __future__ import annotations

import enum
import importlib
import pkgutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import attrs
import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

import chinamkt.model
from chinamkt import (
    Basis,
    Bound,
    Direction,
    Fact,
    FundFlow,
    PartialDate,
    Percent,
    PriceMove,
    Report,
    Role,
    Security,
    Span,
    TradeEvent,
    Turnover,
    strategies,
)
from chinamkt._hypothesis import STRATEGIES
from chinamkt.model.article import Article, Page

#: Generate and shrink; the phase that explains a failure has none to explain.
QUICK = settings(max_examples=2_000, database=None, derandomize=True, phases=(Phase.generate, Phase.shrink))


def types_of_the_model() -> Iterator[type]:
    for module in pkgutil.iter_modules(chinamkt.model.__path__, "chinamkt.model."):
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, type) and value.__module__ == module.name and not issubclass(value, enum.Enum):
                yield value


def test_every_type_of_the_model_has_a_strategy() -> None:
    assert {kind for kind in types_of_the_model() if attrs.has(kind)} == set(STRATEGIES)


def test_every_registered_strategy_is_public() -> None:
    assert set(STRATEGIES.values()) <= set(strategies.__all__)


@pytest.mark.parametrize("kind", STRATEGIES, ids=lambda kind: kind.__name__)
def test_registered_strategies_draw_their_type(kind: type) -> None:
    @settings(max_examples=40, database=None)
    @given(st.from_type(kind))
    def draws(value: object) -> None:
        assert type(value) is kind

    draws()


def test_from_type_works_without_an_import() -> None:
    """In a fresh interpreter Hypothesis finds the strategies by the entry point, and loads them when one is drawn."""
    script = """
import sys
from hypothesis import find, settings, strategies as st
assert "chinamkt.strategies" not in sys.modules
from chinamkt import Fact, PriceMove
assert "chinamkt.strategies" not in sys.modules
move = find(st.from_type(PriceMove), lambda move: move.percent is not None, settings=settings(database=None))
assert find(st.from_type(Fact), lambda fact: True, settings=settings(database=None))
print(type(move).__name__, move.percent.value)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("PriceMove 0", "")


def test_without_hypothesis_the_error_says_what_to_install() -> None:
    script = "import sys; sys.modules['hypothesis'] = None\ntry:\n import chinamkt.strategies\nexcept ImportError as e: print(e)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert "pip install 'chinamkt[testing]'" in done.stdout


@pytest.mark.parametrize(
    "wanted",
    [
        lambda fact: isinstance(fact, PriceMove) and fact.percent is not None and fact.percent.bound is Bound.RANGE,
        lambda fact: isinstance(fact, PriceMove) and fact.direction is Direction.FLAT,
        lambda fact: isinstance(fact, PriceMove) and fact.direction is None and fact.level is not None,
        lambda fact: isinstance(fact, PriceMove) and fact.basis is Basis.SINCE and fact.basis_from is not None,
        lambda fact: isinstance(fact, PriceMove) and fact.of == "CNY",
        lambda fact: isinstance(fact, PriceMove) and isinstance(fact.instrument, Security) and fact.instrument.mic is None,
        lambda fact: isinstance(fact, PriceMove) and fact.superlative is not None and fact.superlative.since == "record",
        lambda fact: isinstance(fact, Turnover) and fact.change is not None,
        lambda fact: isinstance(fact, FundFlow) and fact.direction is Direction.DOWN,
        lambda fact: isinstance(fact, TradeEvent) and fact.rate is not None and str(fact.rate).endswith(".0"),
    ],
)
def test_every_corner_of_the_facts_is_drawn(wanted: Callable[[Fact], bool]) -> None:
    assert wanted(find(strategies.facts(), wanted, settings=QUICK))


def test_examples_shrink_to_the_smallest() -> None:
    assert find(strategies.spans(), lambda span: len(span) > 2, settings=QUICK) == Span(0, 3)
    assert str(find(strategies.percents(), lambda percent: percent.value > 1, settings=QUICK).value) == "2"
    ranged = find(strategies.percents(), lambda percent: percent.bound is Bound.RANGE, settings=QUICK)
    assert (str(ranged.value), str(ranged.upper)) == ("0", "0")
    assert find(strategies.partial_dates(), lambda _: True, settings=QUICK) == PartialDate(2000, 1, 1)
    move = find(strategies.price_moves(), lambda move: move.level is not None, settings=QUICK)
    assert (move.instrument.subject, move.superlative, move.date, move.candidates) == ("index:HSI", None, None, ())
    report = find(strategies.reports(), lambda report: len(report) > 1, settings=QUICK)
    assert len(report) == 2
    assert report.text.count("\n") == 2


@given(strategies.percents(sign=-1), strategies.percents(sign=1, exact=True), strategies.spans(within=Span(4, 9), min_size=2))
def test_keywords_narrow_what_is_drawn(fall: Percent, rise: Percent, span: Span) -> None:
    assert fall.value <= 0 <= rise.value
    assert rise.bound is Bound.EXACT
    assert 4 <= span.start < span.end <= 9
    assert len(span) >= 2


@given(st.sampled_from(Direction).flatmap(lambda way: st.tuples(st.just(way), strategies.price_moves(direction=way))))
def test_the_direction_asked_for_is_drawn(drawn: tuple[Direction, PriceMove]) -> None:
    way, move = drawn
    assert move.direction is way


@given(strategies.reports(filler=True))
def test_generated_facts_stand_in_their_text(report: Report) -> None:
    """Quote, name, verb and printed digits are where the evidence says."""
    for fact in report:
        evidence = fact.evidence
        assert evidence is not None
        assert evidence.span.of(report.text) == evidence.quote
        assert evidence.subject is not None
        assert evidence.subject.of(report.text) == evidence.name
        for part in (evidence.subject, evidence.verb, evidence.date, *evidence.numbers):
            if part is not None:
                assert evidence.span.start <= part.start <= part.end <= evidence.span.end
        if isinstance(fact, PriceMove):
            figures = [figure for figure in (fact.percent, fact.points, fact.level) if figure is not None]
            assert len(figures) == len(evidence.numbers)
            for figure, number in zip(figures, evidence.numbers, strict=True):
                assert f"{abs(figure.value):,f}" in number.of(report.text)


@given(strategies.reports())
def test_articles_of_a_report_hold_its_facts(report: Report) -> None:
    assert [article.number for article in report.articles] == list(range(len(report.articles)))
    for fact in report:
        assert fact.evidence is not None
        assert fact.evidence.span in [segment.span for segment in report.articles[fact.article].segments]


@given(strategies.pages(), strategies.cut_articles(size=50))
def test_pages_and_articles_hang_together(page: Page, article: Article) -> None:
    assert len(page.view) == len(page.text)
    for cut in (*page.articles, article):
        assert (cut.role is Role.MAIN) == (cut.number == 0)
        spans = [segment.span for segment in cut.segments]
        assert spans == sorted(spans, key=lambda span: (span.start, span.end))
        assert all(one.end <= following.start for one, following in pairwise(spans))
    assert all(segment.span.end <= 50 for segment in article.segments)


@given(strategies.reports(min_facts=1).flatmap(lambda report: st.tuples(st.just(report), strategies.findings(report=report))))
def test_findings_are_about_their_report(drawn: tuple[Report, chinamkt.Finding]) -> None:
    report, finding = drawn
    assert all(fact in report.facts for fact in finding.facts)
    assert all(span.end <= len(report.text) for span in finding.spans)


def test_the_union_of_facts_is_drawn_whole() -> None:
    kinds: set[type] = set()
    union: Any = Fact  # a union is no class, but Hypothesis takes it

    @settings(max_examples=200, database=None, derandomize=True)
    @given(st.from_type(union))
    def draws(fact: Fact) -> None:
        kinds.add(type(fact))

    draws()
    assert kinds == {PriceMove, Turnover, FundFlow, TradeEvent}
