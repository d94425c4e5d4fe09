"""What was in force between two parties on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from chinamkt import InvalidValue, Report, TradeEvent, TradeLedger

MakeEvent = Callable[..., TradeEvent]
MakeReport = Callable[..., Report]
TERM = {"effective_from": "2025-05-14", "effective_to": "2025-08-12"}


def verdict(ledger: TradeLedger, day: str, one: str = "US", other: str = "CN") -> str | bool:
    found = ledger.in_force(one, other, dt.date.fromisoformat(day))
    if found.in_force:
        assert not found.undecided
        return True
    return found.undecided[0].reason if found.undecided else False


@pytest.mark.parametrize(
    ("day", "wanted"), [("2025-05-13", False), ("2025-05-14", True), ("2025-08-12", True), ("2025-08-13", False)]
)
def test_a_term_counts_both_its_ends(event: MakeEvent, report: MakeReport, day: str, wanted: bool) -> None:
    ledger = TradeLedger.of([report("a", event("tariff", rate=30, status="in_force", **TERM))])
    assert verdict(ledger, day) is wanted
    assert verdict(ledger, day, "CN", "US") is wanted
    assert verdict(ledger, day, "EU", "CN") is False


@pytest.mark.parametrize("status", ["threatened", "reported", "planned", None])
def test_what_is_only_proposed_is_not_in_force(event: MakeEvent, report: MakeReport, status: str | None) -> None:
    ledger = TradeLedger.of([report("a", event("tariff", rate=100, status=status), told="2025-10-10")])
    assert verdict(ledger, "2025-11-02") is False


def test_what_was_announced_for_a_day_may_be_in_force_after_it(event: MakeEvent, report: MakeReport) -> None:
    announced = report("a", event("export_control", "CN/US", "planned", effective_from="2023-08-01"), told="2023-07-03")
    assert verdict(TradeLedger.of([announced]), "2023-07-31") is False
    assert "no report says that it took effect" in str(verdict(TradeLedger.of([announced]), "2023-08-02"))
    since = report("b", event("export_control", "CN/US", "in_force", effective_from="2023-08-01"), told="2023-08-15")
    assert verdict(TradeLedger.of([announced, since]), "2023-08-02") is True


def test_without_an_end_it_holds_as_long_as_it_is_told_of(event: MakeEvent, report: MakeReport) -> None:
    ledger = TradeLedger.of(
        report(day, event("tariff", rate=25, status="in_force", effective_from="2018-07-06"), told=day)
        for day in ("2018-07-09", "2018-12-01")
    )
    assert verdict(ledger, "2018-10-01") is True
    assert verdict(ledger, "2018-12-02") == "no end is told, and it was last told of on 2018-12-01"


def test_without_a_start_it_holds_from_when_it_is_told_of(event: MakeEvent, report: MakeReport) -> None:
    ledger = TradeLedger.of(
        [report("a", event("tariff", rate=25, status="in_force", effective_to="2025-08-12"), told="2025-06-09")]
    )
    assert verdict(ledger, "2025-06-08") == "no start is told, and it was first told of on 2025-06-09"
    assert verdict(ledger, "2025-08-12") is True


def test_days_without_their_year_decide_nothing(event: MakeEvent, report: MakeReport) -> None:
    ledger = TradeLedger.of(
        [report("a", event("tariff", rate=30, status="in_force", effective_from="--05-14", effective_to="--08-12"))]
    )
    assert verdict(ledger, "2025-06-09") == "no report gives the year of its start, --05-14"
    assert verdict(TradeLedger.of([report("a", event("tariff", rate=30, status="in_force"))]), "2025-06-09") == (
        "no report says from when to when, and none is dated"
    )


def test_another_report_gives_the_year(event: MakeEvent, report: MakeReport) -> None:
    yearless = event("tariff", rate=30, target="goods", status="in_force", effective_from="--05-14", effective_to="--08-12")
    ledger = TradeLedger.of([report("a", yearless), report("b", event("tariff", rate=30, target="all goods", **TERM))])
    assert verdict(ledger, "2025-06-09") is True


def test_what_is_lifted_or_suspended_is_in_force_no_longer(event: MakeEvent, report: MakeReport) -> None:
    held = report(
        "a", event("tariff", rate=25, target="steel", status="in_force", effective_from="2025-03-12"), told="2025-03-12"
    )
    lifted = report("b", event("tariff", rate=25, target="steel", status="lifted", date="2025-04-10"), told="2025-04-10")
    later = report(
        "c", event("tariff", rate=25, target="steel", status="in_force", effective_from="2025-03-12"), told="2025-04-09"
    )
    ledger = TradeLedger.of([held, lifted, later])
    assert verdict(ledger, "2025-04-09") is True
    assert verdict(ledger, "2025-04-10") is False
    assert [(entry.days, str(entry.effective_from)) for entry in ledger] == [((), "2025-03-12")]


def test_what_is_suspended_for_a_time_may_come_back(event: MakeEvent, report: MakeReport) -> None:
    held = report("a", event("sanction", "CN/US", "in_force", target="firms", effective_from="2025-03-04"), told="2025-03-04")
    paused = event("sanction", "CN/US", "suspended", target="firms", date="2025-05-14", effective_to="2025-08-12")
    ledger = TradeLedger.of([held, report("b", paused, told="2025-05-14")])
    assert verdict(ledger, "2025-06-09") is False
    assert "no end is told" in str(verdict(ledger, "2025-05-13"))
    later = report("c", event("sanction", "CN/US", "in_force", target="firms"), told="2025-08-20")
    assert "suspended until 2025-08-12" in str(verdict(ledger + TradeLedger.of([later]), "2025-08-15"))


def test_a_plan_that_is_suspended_or_past_is_not_in_force(event: MakeEvent, report: MakeReport) -> None:
    planned = report(
        "a", event("tariff", rate=15, target="toys", status="planned", effective_from="2019-12-15"), told="2019-12-01"
    )
    shelved = report(
        "b", event("tariff", rate=15, target="toys", status="suspended", effective_from="2019-12-15"), told="2019-12-14"
    )
    assert "announced for 2019-12-15" in str(verdict(TradeLedger.of([planned]), "2020-01-01"))
    assert verdict(TradeLedger.of([planned, shelved]), "2020-01-01") is False
    ended = report("c", event("tariff", rate=15, status="planned", effective_from="2019-12-15", effective_to="2020-01-31"))
    assert verdict(TradeLedger.of([ended]), "2020-02-01") is False


def test_a_levy_that_is_decided_is_only_announced(event: MakeEvent, report: MakeReport) -> None:
    decided = report("a", event("duty", "CN/EU", "done", rate="34.9", effective_from="2025-07-05"), told="2025-07-04")
    assert "announced for 2025-07-05" in str(verdict(TradeLedger.of([decided]), "2025-07-06", "CN", "EU"))


def test_told_before_and_after_it_was_in_force_between(event: MakeEvent, report: MakeReport) -> None:
    held = event("tariff", rate=25, target="steel", status="in_force")
    ledger = TradeLedger.of([report("a", held, told="2025-06-01"), report("b", held, told="2025-07-01")])
    assert verdict(ledger, "2025-06-15") is True
    assert verdict(ledger, "2025-07-02") == "no end is told, and it was last told of on 2025-07-01"


def test_what_reports_quarrel_about_is_undecided_where_it_matters(event: MakeEvent, report: MakeReport) -> None:
    ledger = TradeLedger.of(
        report(end, event("truce", status="in_force", effective_from="2025-05-14", effective_to=end))
        for end in ("2025-08-12", "2025-08-30")
    )
    assert verdict(ledger, "2025-08-01") is True
    assert verdict(ledger, "2025-08-20") == "the reports contradict each other about its end"
    assert verdict(ledger, "2025-08-31") is False


def test_who_falls_under_it_must_be_told(event: MakeEvent, report: MakeReport) -> None:
    ledger = TradeLedger.of([report("a", event("export_control", "CN", "in_force"), told="2025-06-09")])
    assert verdict(ledger, "2025-06-09") == "the reports name no party that CN acts upon"
    assert ledger.between("CN", "US") == ()


def test_what_the_union_does_its_members_do(event: MakeEvent, report: MakeReport) -> None:
    ledger = TradeLedger.of([report("a", event("duty", "CN/EU", "in_force", rate="34.9"), told="2025-07-05")])
    assert verdict(ledger, "2025-07-05", "CN", "FR") is True
    assert verdict(ledger, "2025-07-05", "CN", "GB") is False


def test_happenings_are_never_in_force(event: MakeEvent, report: MakeReport) -> None:
    ledger = TradeLedger.of([report("a", event("talks", status="done", date="2025-06-09", place="London"), told="2025-06-09")])
    assert verdict(ledger, "2025-06-09") is False


@pytest.mark.parametrize("code", ["us", "USA", "", "E1"])
def test_a_party_is_a_code(code: str) -> None:
    with pytest.raises(InvalidValue, match="ISO 3166 alpha-2, or EU"):
        TradeLedger().between("CN", code)
