"""Rows of the facts table come back as the facts they were."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve
from hypothesis import given

from chinamkt import BadInput, Report, strategies
from chinamkt.outputs.flat import from_rows
from chinamkt.outputs.rows import to_rows


@given(strategies.reports())
def test_rows_of_rows_are_the_same_rows(report: Report) -> None:
    rows = to_rows(report)
    again = to_rows(evolve(report, facts=from_rows(rows, text=report.text)))
    assert again == rows


@given(strategies.reports(facts=strategies.closing_moves()))
def test_facts_that_a_row_holds_whole_come_back_whole(report: Report) -> None:
    assert [fact.core for fact in from_rows(to_rows(report), text=report.text)] == [fact.core for fact in report.facts]


def test_a_quote_is_found_in_the_text() -> None:
    (fact,) = from_rows([{"subject": "index:HSI", "pct": "1.0", "quote": "HSI +1.0%"}], text="Today HSI +1.0%.")
    assert fact.evidence is not None
    assert (fact.evidence.span.start, fact.evidence.span.end) == (6, 15)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"subject": "index:HSI", "pct": "1.0", "percent": "1"}, "unknown column 'percent'"),
        ({"pct": "1.0"}, "no column 'subject'"),
        ({"subject": "nonsense:HSI"}, "no instrument 'nonsense:HSI'"),
        ({"subject": "index:HSI", "phase": "noon"}, "'noon' is not a valid Phase (open, morning,"),
        ({"subject": "index:HSI", "kind": "dividend"}, "no kind"),
        ({"subject": "index:HSI", "pct": "one"}, "'one' is no decimal"),
        ({"subject": "index:HSI", "date": "Friday"}, "'Friday' is no date"),
        ({"subject": "index:HSI", "pct": "1", "direction": "down"}, "down, but the figures say otherwise"),
    ],
)
def test_a_row_with_a_fault_is_named(row: dict[str, Any], told: str) -> None:
    with pytest.raises(BadInput, match="row 2") as caught:
        from_rows([{"subject": "index:HSI"}, row])
    assert told in str(caught.value)
