"""The public API as a reader of reports uses it. Mypy checks this file; nothing runs it.

An ``ignore`` that is no longer needed is an error, so each of them says: this misuse is refused.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, assert_type

import pandas as pd

import chinamkt
from chinamkt import Fact, FundFlow, PriceMove, Report, TradeEvent, Turnover


def reading() -> None:
    report = chinamkt.read("The Hang Seng Index fell 0.64 percent to 23,916.06.")
    assert_type(report, Report)
    assert_type(report.moves, tuple[PriceMove, ...])
    assert_type(report.turnovers, tuple[Turnover, ...])
    assert_type(report.flows, tuple[FundFlow, ...])
    assert_type(report.events, tuple[TradeEvent, ...])
    assert_type(report.findings, tuple[chinamkt.Finding, ...])
    assert_type(report.rows(), list[dict[str, Any]])
    assert_type(report.to_json(indent=2), str)
    assert_type(report.to_pandas(), pd.DataFrame)
    assert_type(len(report), int)
    assert_type([fact.core for fact in report], list[tuple[object, ...]])
    assert_type(chinamkt.abstentions(report, only=["tick-size"]), list[chinamkt.Abstention])
    assert_type(chinamkt.check(report, only=["arithmetic-mismatch"], skip={"weekday-mismatch"}), list[chinamkt.Finding])
    assert_type(chinamkt.explain(report, report.facts[0]), list[tuple[str, str]])

    chinamkt.read("", published=dt.date(2025, 7, 4), publisher="The Harbour Post", lang="zh-Hant", id="one")
    chinamkt.read("", published="2025-07-04")
    chinamkt.read(b"bytes are not text")  # type: ignore[arg-type]
    chinamkt.read("", dt.date(2025, 7, 4))  # type: ignore[call-arg]
    chinamkt.check(report, ["arithmetic-mismatch"])  # type: ignore[call-arg]
    report.facts = ()  # type: ignore[misc]


def many(documents: list[dict[str, str]]) -> Iterator[Report]:
    for record in chinamkt.read_many(documents, jobs=2):
        assert_type(record, Report | chinamkt.ChinamktError)
        if isinstance(record, Report):
            yield record


def facts_by_kind(fact: Fact) -> Decimal | None:
    """The union narrows, and is exhausted by its four kinds."""
    match fact:
        case PriceMove(percent=percent):
            return percent.value if percent is not None else None
        case Turnover() | FundFlow():
            return fact.amount.value
        case TradeEvent():
            return fact.rate


def places(report: Report) -> list[str]:
    return [fact.evidence.span.of(report.text) for fact in report if fact.evidence is not None]


def spans_are_not_always_there(fact: Fact) -> int:
    return fact.evidence.span.start  # type: ignore[union-attr]


def instruments() -> None:
    candidate = chinamkt.lookup("Tencent")[0]
    assert_type(candidate.instrument, chinamkt.Instrument)
    assert_type(candidate.subject, str)
