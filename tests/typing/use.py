"""The public names as a user's type checker sees them; checked by mypy, not run."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import assert_type

import chinamkt
from chinamkt import (
    Bound,
    Conflict,
    ExchangeRate,
    Fact,
    Finding,
    FundFlow,
    Instrument,
    Level,
    Money,
    PartialDate,
    Percent,
    PriceMove,
    Report,
    Span,
    TradeEvent,
    TradeLedger,
    Turnover,
)
from chinamkt.bars import BarTable, Verdict
from chinamkt.ledger import Entry, Statement


def what_a_reader_gives() -> None:
    report = chinamkt.read("The Hang Seng Index fell 0.64 percent.", publisher="Example Post", lang="en")
    assert_type(report, Report)
    assert_type(report.moves, tuple[PriceMove, ...])
    assert_type(report.events, tuple[TradeEvent, ...])
    assert_type(report.findings, tuple[Finding, ...])


def what_a_ledger_gives(reports: list[Report]) -> None:
    ledger = TradeLedger.of(reports) + TradeLedger()
    assert_type(ledger, TradeLedger)
    for entry in ledger:
        assert_type(entry, Entry)
        assert_type(entry.sources, tuple[Statement, ...])
    assert_type(ledger.in_force("US", "CN", dt.date(2025, 6, 9)).in_force, tuple[Entry, ...])


def what_bars_say(report: Report) -> None:
    table = chinamkt.bars.read_csv("hsi.csv", subject="index:HSI", complete=True)
    assert_type(table, BarTable)
    verdict = chinamkt.bars.judge(report.moves[0], table)
    assert_type(verdict, Verdict)
    assert_type(verdict.numbers, tuple[tuple[str, Decimal], ...])


def what_facts_from_elsewhere_give(rows: list[dict[str, object]], reports: list[Report]) -> None:
    guarded = chinamkt.guard("The Hang Seng Index fell 0.64 percent.", rows)
    assert_type(guarded.findings, tuple[Finding, ...])
    assert_type(guarded.sound, tuple[Fact, ...])
    assert_type(chinamkt.compare(reports), list[Conflict])


def what_a_fact_is(fact: Fact) -> None:
    match fact:
        case PriceMove():
            assert_type(fact.instrument, Instrument)
            assert_type(fact.percent, Percent | None)
            assert_type(fact.level, Level | Money | ExchangeRate | None)
            assert_type(fact.bound, Bound | None)
            assert_type(fact.date, PartialDate | None)
        case Turnover() | FundFlow():
            assert_type(fact.amount, Money)
            assert_type(fact.amount.value, Decimal)
        case TradeEvent():
            assert_type(fact.parties, tuple[str, ...])


def what_an_error_says(error: chinamkt.ChinamktError, span: Span) -> None:
    assert_type(error.hint, str | None)
    assert_type(span.of("text"), str)
