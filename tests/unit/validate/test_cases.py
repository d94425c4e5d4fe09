"""The cases beside the rules: each is judged as it says, and every shipped rule has all three kinds."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

from chinamkt import Abstention, BadInput, Fact, Report, abstentions, strategies
from chinamkt.outputs.flat import from_rows
from chinamkt.testing import check_cases
from chinamkt.validate import Context, validators
from chinamkt.validate.cases import Case, load_cases, shipped_cases
from chinamkt.validate.weekday import weekday_mismatch

CASES = shipped_cases()
SHIPPED = [code for code, validator in validators().items() if type(validator).__module__.startswith("chinamkt.")]
#: Rules that need more than the report are held by tests of their own.
NEEDY = {code for code, validator in validators().items() if validator.needs}


def test_every_case_is_of_a_shipped_rule() -> None:
    assert {case.code for case in CASES} <= set(SHIPPED)


@pytest.mark.parametrize("code", [code for code in SHIPPED if code not in NEEDY])
def test_a_rule_judges_its_cases_as_they_say(code: str) -> None:
    check_cases(validators()[code], CASES)


def case(kind: str, text: str, says: str = "") -> Case:
    return Case(kind=kind, code="weekday-mismatch", text=text, says=says, place=f"here {kind}")


RIGHT = [
    case("good", "Tuesday, February 18, 2025"),
    case("bad", "Monday, February 18, 2025", "is a Tuesday"),
    case("abstains", "The Hang Seng Index fell 0.6 percent on Tuesday.", "no full date"),
]


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        (case("good", "Monday, February 18, 2025"), "here good: found .*is a Tuesday"),
        (case("good", "The Hang Seng Index fell 0.6 percent on Tuesday."), "here good: abstains: .*no full date"),
        (case("bad", "Tuesday, February 18, 2025"), "here bad: no finding"),
        (case("bad", "Monday, February 18, 2025", "is a Sunday"), "here bad: no finding .error. that says 'is a Sunday'"),
        (case("abstains", "Tuesday, February 18, 2025"), "here abstains: does not abstain"),
        (case("abstains", "The Hang Seng Index fell 0.6 percent on Tuesday.", "no bars"), "here abstains: .*no bars.*no full"),
    ],
)
def test_what_is_judged_otherwise_is_told(changed: Case, told: str) -> None:
    check_cases(weekday_mismatch, RIGHT)
    with pytest.raises(AssertionError, match=told):
        check_cases(weekday_mismatch, [changed if one.kind == changed.kind else one for one in RIGHT])


@pytest.mark.parametrize("kind", ["good", "bad", "abstains"])
def test_a_missing_kind_is_told(kind: str) -> None:
    with pytest.raises(AssertionError, match=f"no {kind} case"):
        check_cases(weekday_mismatch, [one for one in RIGHT if one.kind != kind])


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("[[ugly]]\ncode = 'a-b'\ntext = ''", "unknown heading 'ugly'"),
        ("[[good]]\ncode = 'a-b'", "good 1: no code, or neither text nor facts"),
        ("[[good]]\ntext = ''", "good 1: no code"),
        ("[[good]]\ncode = 'a-b'\ntext = ''\n[[good]]\ncode = 'a-b'\ntxt = ''", "good 2: unknown key 'txt'"),
    ],
)
def test_a_file_with_a_fault_is_refused(tmp_path: Path, written: str, told: str) -> None:
    file = tmp_path / "cases.toml"
    file.write_text(written, encoding="utf-8")
    with pytest.raises(BadInput, match=told):
        load_cases(file)


def test_abstentions_come_by_place_and_of_no_fact_last(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = from_rows([{"subject": "index:HSI", "quote": "a"}, {"subject": "index:HSI", "quote": "b"}], text="a b")

    class Shy:
        severity, needs = weekday_mismatch.severity, ()

        def __init__(self, code: str, *facts: Fact | None) -> None:
            self.code, self.facts = code, facts

        def check(self, report: Report, context: Context) -> list[Abstention]:
            return [Abstention(code=self.code, reason="shy", fact=fact) for fact in self.facts]

    monkeypatch.setattr(
        "chinamkt.validate.load", lambda _: {"z-one": Shy("z-one", None, second, first), "a-two": Shy("a-two", second)}
    )
    said = abstentions(Report(text="a b", facts=(first, second)))
    assert [(one.code, one.fact) for one in said] == [("z-one", first), ("a-two", second), ("z-one", second), ("z-one", None)]
    assert abstentions(Report(text="a b", facts=(first, second)), only="a-two") == said[1:2]


def test_a_validator_without_what_it_needs_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    class Needy:
        code, severity, needs = "needy-rule", weekday_mismatch.severity, ("bars", "tables")

        def check(self, report: Report, context: Context) -> list[Abstention]:
            return [Abstention(code=self.code, reason="ran")]

    monkeypatch.setattr("chinamkt.validate.load", lambda _: {"needy-rule": Needy()})
    report = Report(text="")
    assert [one.reason for one in abstentions(report)] == ["no bars, no tables"]
    assert [one.reason for one in abstentions(report, context=Context(given={"bars": 1}))] == ["no tables"]
    assert [one.reason for one in abstentions(report, context=Context(given={"bars": 1, "tables": 2}))] == ["ran"]


@given(strategies.reports())
def test_abstentions_are_about_facts_of_the_report(report: Report) -> None:
    said = abstentions(report)
    assert said == abstentions(report)
    for one in said:
        assert one.reason
        assert one.fact is None or one.fact in report.facts
    assert [one.fact is None for one in said] == sorted(one.fact is None for one in said)
