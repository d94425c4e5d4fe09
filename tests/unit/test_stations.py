"""Of the figures of one day, the one that was reached and not kept is its high or its low."""

from __future__ import annotations

from decimal import Decimal

import pytest

import chinamkt


@pytest.mark.parametrize(
    ("text", "phases"),
    [
        ("The Nikkei 225 soared 2.6% to an all-time high and later held a rise of 2.2%.", ["high", "intraday"]),
        ("The STAR 50 Index sank 4.1% to a two-week low before going to lunch with a loss of 3.3%.", ["low", "morning"]),
        ("The Nikkei 225 rose 1.2% to an all-time high and later held a rise of 1.9%.", [None, None]),
        ("The Kospi rose 0.8% to a record high. The Topix added 0.2%.", [None, None]),
    ],
)
def test_a_record_that_was_not_kept_was_the_day_s_extreme(text: str, phases: list[str | None]) -> None:
    moves = chinamkt.read(text).moves
    assert [None if move.phase is None else move.phase.value for move in moves] == phases
    assert all(move.percent is not None and move.percent.value != Decimal(0) for move in moves)
