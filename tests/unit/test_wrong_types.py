"""What is given instead of a text, a document, a list: each is told what would be right, and a stream goes on."""

from __future__ import annotations

from typing import Any

import pytest

import chinamkt

HEADLINE = "The Hang Seng Index fell 1%."


@pytest.mark.parametrize("text", [None, HEADLINE.encode(), 5])
def test_a_text_is_a_string(text: Any) -> None:
    with pytest.raises(chinamkt.BadInput, match=r"text: a \w+ is no text"):
        chinamkt.read(text)
    with pytest.raises(chinamkt.BadInput, match=r"text: a \w+ is no text"):
        chinamkt.guard(text, [])


@pytest.mark.parametrize("published", [5, float("nan"), "yesterday", "2025-07-04T99:00"])
def test_a_publication_is_a_date(published: Any) -> None:
    with pytest.raises(chinamkt.BadInput, match=r"published: .* is no date"):
        chinamkt.read(HEADLINE, published=published)


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(
    ("document", "told"),
    [
        (HEADLINE, "a str is no document"),
        (None, "a NoneType is no document"),
        ({"id": "b"}, "document 'b', key 'text'"),
        ({"id": "b", "text": HEADLINE, "published": float("nan")}, "published: nan is no date"),
        ({"id": "b", "text": HEADLINE, "lang": float("nan")}, "document 'b', key 'lang': nan is no string"),
    ],
)
def test_a_stream_goes_on_after_what_is_no_document(jobs: int, document: Any, told: str) -> None:
    first, wrong, last = chinamkt.read_many([{"text": HEADLINE}, document, {"text": HEADLINE}], jobs=jobs)
    assert isinstance(first, chinamkt.Report)
    assert first == last
    assert told in str(wrong)


def test_guard_refuses_what_is_no_fact_and_goes_on() -> None:
    row = {"subject": "index:HSI", "pct": "-1"}
    given: list[Any] = [5, row, None]
    guarded = chinamkt.guard(HEADLINE, given)
    assert len(guarded.report.facts) == 1
    assert [str(error).split(" (")[0] for error in guarded.refused] == [
        "fact 1: a int is no fact",
        "fact 3: a NoneType is no fact",
    ]
    with pytest.raises(chinamkt.BadInput, match="a dict is no list of facts"):
        chinamkt.guard(HEADLINE, row)  # type: ignore[arg-type]


def test_only_reports_are_compared() -> None:
    report = chinamkt.read(HEADLINE)
    with pytest.raises(chinamkt.InvalidValue, match="compare: one report"):
        chinamkt.compare(report)  # type: ignore[arg-type]
    with pytest.raises(chinamkt.InvalidValue, match="compare: a BadInput is no report"):
        chinamkt.compare(chinamkt.read_many([{"text": HEADLINE}, {}]))  # type: ignore[arg-type]


def test_a_day_is_a_date() -> None:
    ledger = chinamkt.TradeLedger.of([chinamkt.read("China imposed a 10% tariff on American goods on May 14, 2025.")])
    with pytest.raises(chinamkt.InvalidValue, match="'2025-06-09' is no day"):
        ledger.in_force("US", "CN", "2025-06-09")  # type: ignore[arg-type]
