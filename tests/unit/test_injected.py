"""``bench/injected.py``: the errors are errors, the made bars bear the truth out, and the count counts."""

from __future__ import annotations

import random
from decimal import Decimal
from typing import Any

import injected
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chinamkt import Bound, PartialDate, PriceMove, Report, strategies
from chinamkt.bars import Ruling, judge
from chinamkt.outputs.flat import from_rows

FRIDAY = PartialDate(2025, 7, 4)


@given(strategies.closing_moves(date=st.just(FRIDAY)), st.integers(0, 99))
def test_made_bars_bear_the_truth_out(move: PriceMove, seed: int) -> None:
    bars = injected.made_bars(Report(text="", facts=(move,)), random.Random(seed))
    assert judge(move, bars).value is Ruling.SUPPORTED


ROWS: list[dict[str, Any]] = [
    {"subject": "index:HSI", "pct": "-0.64", "points": "-153.88", "level": "23916.06", "phase": "close", "date": "2025-07-04"},
    {"subject": "index:HSTECH", "pct": "-0.33", "phase": "close", "date": "2025-07-04"},
    {"subject": "index:HSI", "pct": "19.2", "basis": "ytd", "phase": "close", "date": "2025-07-04"},
    {"subject": "index:HSCEI", "pct": "2", "bound": "over", "phase": "high", "date": "2025-07-04"},
]


def page() -> injected.Page:
    report = Report(text="", facts=from_rows(ROWS))
    return injected.sound(injected.Page(report, injected.made_bars(report, random.Random(7)), misprinted=False))


def test_every_kind_of_error_is_made_and_is_one() -> None:
    made = list(injected.errors(page(), random.Random(7)))
    kinds = {one.kind for one in made}
    assert kinds == {
        "per cents swapped", "sign", "day without a session",
        *(f"{name} {kind}" for name in ("percent", "points", "level") for kind in ("times ten", "a tenth")),
        *(f"digit of {name}" for name in ("percent", "points", "level")),
    }  # fmt: skip
    for one in made:
        assert one.fact != one.page.report.facts[one.place]
        assert one.report.facts[one.place] is one.fact


def test_bars_catch_what_is_wrong_in_timed_rows() -> None:
    own = page()
    assert all(judge(move, own.bars).value is Ruling.SUPPORTED for move in own.report.moves)
    for one in injected.errors(own, random.Random(7)):
        if one.fact.phase is not None and one.fact.phase.value == "close" and one.kind != "day without a session":
            assert injected.caught(one, bars=True), one


def test_the_text_alone_catches_triples() -> None:
    caught = {
        one.kind for one in injected.errors(page(), random.Random(7)) if one.place == 0 and injected.caught(one, bars=False)
    }
    assert caught >= {"per cents swapped", "percent times ten", "points a tenth", "level times ten", "digit of percent"}


@pytest.mark.parametrize(
    ("bound", "true", "changed", "still"),
    [
        (Bound.OVER, "6", "5", True),
        (Bound.OVER, "6", "7", False),
        (Bound.UNDER, "6", "7", True),
        (Bound.UNDER, "6", "5", False),
        (Bound.ABOUT, "6", "5", True),
        (Bound.ABOUT, "6", "9", False),
        (Bound.EXACT, "6", "6.1", False),
    ],
)
def test_what_is_true_all_the_same_is_no_error(bound: Bound, true: str, changed: str, still: bool) -> None:
    assert injected.still_true(bound, Decimal(true), Decimal(changed)) is still


def test_the_exam_is_left_alone() -> None:
    for name in ("en-w051", "en-f060", "zh-d033"):
        assert injected.EXAM.search(name)
    for name in ("en-w050", "zh-d032", "seed-005"):
        assert not injected.EXAM.search(name)


def test_the_table_has_a_line_a_kind(capsys: pytest.CaptureFixture[str]) -> None:
    own = page()
    injected.tell_alarms([own])
    injected.tell(injected.count([own], random.Random(7)))
    told = capsys.readouterr().out
    assert "true facts, text alone: 4 moves, 0 errors" in told
    assert "all swaps and scalings" in told
    assert "100.0%" in told
