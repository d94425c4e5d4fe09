"""``check``: which validators run, in what order they report, and what is no validator."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from attrs import frozen

import chinamkt.validate
from chinamkt import Finding, InvalidValue, PluginError, Report, Severity, Span
from chinamkt.validate import Context, Validator, check, validators

SHIPPED = {"arithmetic-mismatch", "direction-mismatch", "weekday-mismatch"}
TEXT = "Monday, 18 February 2025, and Friday, 19 February 2025."


@frozen
class Finds:
    """A validator that finds something at some places."""

    code: str
    places: tuple[int, ...] = ()
    needs: tuple[str, ...] = ()
    severity: Severity = Severity.INFO

    def check(self, report: Report, context: Context) -> Iterator[Finding]:
        del report
        message = f"with {[context[name] for name in self.needs]}"
        for place in self.places:
            yield Finding(code=self.code, severity=self.severity, message=message, spans=(Span(place, place + 1),))
        if not self.places:
            yield Finding(code=self.code, severity=self.severity, message=message)


def install(monkeypatch: pytest.MonkeyPatch, plugins: Mapping[str, Any]) -> None:
    monkeypatch.setattr(chinamkt.validate, "load", lambda group: plugins if group == "chinamkt.validators" else {})


def test_the_shipped_validators_are_plugins() -> None:
    found = validators()
    assert set(found) >= SHIPPED
    for code, validator in found.items():
        assert isinstance(validator, Validator)
        assert validator.code == code
        assert validator.severity in Severity


def test_only_and_skip() -> None:
    report = Report(text=TEXT)
    assert [finding.code for finding in check(report)] == ["weekday-mismatch"] * 2
    assert check(report, only=["arithmetic-mismatch"]) == []
    assert check(report, skip={"weekday-mismatch"}) == []
    assert check(report, only="weekday-mismatch") == check(report)
    assert check(report, only=["weekday-mismatch"], skip=["weekday-mismatch"]) == []
    assert check(report, only=[]) == []


@pytest.mark.parametrize("keyword", ["only", "skip"])
def test_an_unknown_code_lists_the_known_ones(keyword: str) -> None:
    codes: dict[str, Any] = {keyword: ["weekday-mismatch", "no-such-rule"]}
    with pytest.raises(InvalidValue) as caught:
        check(Report(text=""), **codes)
    assert caught.value.source == f"check.{keyword}"
    assert "'no-such-rule'" in caught.value.message
    assert caught.value.hint is not None
    assert all(code in caught.value.hint for code in SHIPPED)


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("weekday-mistake", "weekday-mismatch?"),
        ("weekday-mismatch, session-closed", "each by itself: 'weekday-mismatch' and 'session-closed'"),
    ],
)
def test_an_almost_right_code_is_told_the_right_one(code: str, hint: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        check(Report(text=""), only=[code])
    assert caught.value.hint == hint


def test_findings_come_by_place_then_by_code(monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, {"b-two": Finds("b-two", (9, 2)), "a-one": Finds("a-one", (9,)), "c-none": Finds("c-none")})
    found = check(Report(text="x" * 20))
    assert [(finding.code, [span.start for span in finding.spans]) for finding in found] == [
        ("b-two", [2]),
        ("a-one", [9]),
        ("b-two", [9]),
        ("c-none", []),
    ]


def test_a_validator_runs_where_its_needs_are_met(monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, {"with-bars": Finds("with-bars", needs=("bars",))})
    report = Report(text="")
    assert check(report) == []
    assert check(report, context=Context(given={"calendar": 1})) == []
    assert [finding.message for finding in check(report, context=Context(given={"bars": 7}))] == ["with [7]"]


@pytest.mark.parametrize(
    ("plugin", "why"),
    [(object(), "no validator"), (Finds, "no validator"), (Finds("another-code"), "its code is 'another-code'")],
    ids=["no methods", "a class", "another name"],
)
def test_what_is_no_validator_is_an_error(monkeypatch: pytest.MonkeyPatch, plugin: object, why: str) -> None:
    install(monkeypatch, {"some-code": plugin})
    with pytest.raises(PluginError, match=why) as caught:
        check(Report(text=""))
    assert caught.value.source == "chinamkt.validators: some-code"
    assert caught.value.hint


def test_a_report_checks_itself() -> None:
    report = Report(text=TEXT)
    assert report.findings == tuple(check(report))
    assert report.findings
