"""Reports: their facts by kind, their findings, and what travels with them."""

from __future__ import annotations

import copy
import pickle
from decimal import Decimal

from chinamkt import (
    Channel,
    EventKind,
    FundFlow,
    Index,
    Level,
    Market,
    Money,
    Percent,
    Points,
    PriceMove,
    Report,
    TradeEvent,
    Turnover,
)

MOVE = PriceMove(
    instrument=Index(slug="HSI"),
    percent=Percent(Decimal("-0.46")),
    points=Points(Decimal("-153.88")),
    level=Level(Decimal("23916.06")),
)
TURNOVER = Turnover(market=Market("HKEX"), amount=Money(Decimal(1), "HKD"))
FLOW = FundFlow(channel=Channel.SOUTHBOUND, amount=Money(Decimal(1), "HKD"))
EVENT = TradeEvent(kind=EventKind.TALKS, parties=("US", "CN"))
REPORT = Report(text="", id="one", facts=(TURNOVER, MOVE, EVENT, FLOW))


def test_facts_by_kind_and_in_order() -> None:
    assert (REPORT.moves, REPORT.turnovers, REPORT.flows, REPORT.events) == ((MOVE,), (TURNOVER,), (FLOW,), (EVENT,))
    assert list(REPORT) == [TURNOVER, MOVE, EVENT, FLOW]
    assert len(REPORT) == 4


def test_findings_are_found_once_and_do_not_change_what_the_report_says() -> None:
    fresh = Report(text="", id="one", facts=(TURNOVER, MOVE, EVENT, FLOW))
    assert [finding.code for finding in fresh.findings] == ["arithmetic-mismatch"]
    assert fresh.findings is fresh.findings
    assert fresh == REPORT
    assert hash(fresh) == hash(REPORT)


def test_a_copy_says_the_same() -> None:
    assert REPORT.findings
    for twin in (pickle.loads(pickle.dumps(REPORT)), copy.deepcopy(REPORT), copy.copy(REPORT)):  # noqa: S301 - our own bytes
        assert twin == REPORT
        assert twin.findings == REPORT.findings
