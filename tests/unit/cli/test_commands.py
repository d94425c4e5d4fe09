"""The other commands: check, explain, plugins, and what all share."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

import chinamkt
from chinamkt import plugins
from chinamkt.errors import PluginError
from chinamkt.model.report import Finding, Report, Severity

Run = Callable[..., Result]


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """Validators that find something in every text with facts; what they were asked for is kept."""
    asked: dict[str, object] = {}

    def check(report: Report, *, only: object = None, skip: object = None, context: object = None) -> list[Finding]:
        asked.update(only=only, skip=skip)
        if only == ("no-such-code",):
            raise chinamkt.InvalidValue("no validator 'no-such-code'", source="check.only", hint="known: odd")
        facts = report.facts[:1]
        return [Finding(code="odd", severity=Severity.WARNING, message="it is odd", facts=facts, hint="even") for _ in facts]

    monkeypatch.setattr("chinamkt.validate.check", check)
    return asked


def test_check_shows_findings(run: Run, checked: dict[str, object]) -> None:
    Path("a.txt").write_text("calm +1% then -2%")
    result = run("check", "a.txt", "-", input="calm")
    assert result.exit_code == 0
    for words in ("a.txt", "odd", "warning", "it is odd", "even", "+1%", "1 finding in 2 texts"):
        assert words in result.stdout
    assert checked == {"only": None, "skip": None}


def test_check_prints_findings_as_lines(run: Run, checked: dict[str, object]) -> None:
    lines = '{"id": "a", "text": "calm +1%"}\n{"id": "b", "text": "calm"}\n{"id": "c"}'
    result = run("check", "--from", "jsonl", "--to", "jsonl", "-", "--skip", "x", "--skip", "y", input=lines)
    assert [json.loads(line) for line in result.stdout.splitlines()] == [
        {
            "id": "a", "code": "odd", "severity": "warning", "message": "it is odd", "hint": "even", "facts": [1],
            "start": 5, "end": 8, "quote": "+1%",
        }
    ]  # fmt: skip
    assert "-:3: no text" in result.stderr
    assert result.exit_code == 1
    assert checked == {"only": None, "skip": ("x", "y")}


def test_check_says_what_could_not_be_judged(run: Run) -> None:
    lines = '{"id": "a", "text": "calm +1%"}'
    chosen = ("--only", "future-dated", "--abstained", "-")
    result = run("check", "--from", "jsonl", "--to", "jsonl", *chosen, input=lines)
    assert json.loads(result.stdout) == {
        "id": "a", "code": "future-dated", "abstained": "no full date", "facts": [1], "start": 5, "end": 8, "quote": "+1%",
    }  # fmt: skip
    shown = run("check", "--from", "jsonl", *chosen, input=lines)
    for words in ("abstained", "future-dated", "no full date", "+1%", "0 findings in 1 text"):
        assert words in shown.stdout
    silent = run("check", "--from", "jsonl", "--only", "future-dated", "-", input=lines)
    assert silent.stdout == "0 findings in 1 text\n"


@pytest.mark.usefixtures("checked")
def test_check_with_an_unknown_code_is_a_wrong_call(run: Run) -> None:
    result = run("check", "-", "--only", "no-such-code", input="+1%")
    assert result.exit_code == 2
    assert "no validator 'no-such-code' (known: odd)" in result.stderr


def test_check_runs_the_validators_that_are_installed(run: Run) -> None:
    result = run("check", "-", "--only", "arithmetic-mismatch", input="+1%")
    assert (result.exit_code, result.stdout) == (0, "0 findings in 1 text\n")
    wrong = run("check", "-", "--only", "arithmetic", input="+1%")
    assert wrong.exit_code == 2
    assert "arithmetic-mismatch" in wrong.stderr


def test_explain_shows_every_fact_or_one(run: Run) -> None:
    Path("a.txt").write_text("+1% then -2%")
    every, second = run("explain", "a.txt"), run("explain", "a.txt", "2")
    assert every.stdout.count("plain.percent") == 2
    assert second.stdout.splitlines()[:3] == ["2. gauge: -2%", "   rule       plain.percent", "   statement  9:12"]
    assert second.exit_code == 0


def test_explain_names_the_documents_of_a_file_of_several(run: Run) -> None:
    Path("a.jsonl").write_text('{"id": "one", "text": "+1%"}\n{"id": "two", "text": "-2%"}\n')
    shown = [line for line in run("explain", "a.jsonl").stdout.splitlines() if line and not line.startswith(" ")]
    assert shown == ["one", "1. gauge: +1%", "two", "1. gauge: -2%"]


def test_explain_of_a_fact_that_is_not_there(run: Run) -> None:
    result = run("explain", "-", "3", input="+1%")
    assert result.exit_code == 2
    assert "- has 1 fact" in result.stderr
    assert run("explain", "-", "0", input="+1%").exit_code == 2
    assert run("explain", "missing.txt").exit_code == 1


def test_lookup_shows_what_a_name_can_mean(run: Run) -> None:
    shown = run("lookup", "恒指").stdout
    for words in ("index:HSI", "Hang Seng Index", "恒生指数", ".HSI"):
        assert words in shown
    only = run("lookup", "BYD", "--market", "CN", "--to", "jsonl").stdout.splitlines()
    first = json.loads(only[0])
    assert (first["rank"], first["subject"], first["instrument"]["type"]) == (1, "security:XSHE:002594", "security")
    assert all("XHKG" not in json.loads(line)["subject"] for line in only)


def test_lookup_on_a_day_before_the_listing(run: Run) -> None:
    assert run("lookup", "600519.SS", "--on", "2019-05-06").exit_code == 0
    early = run("lookup", "600519.SS", "--on", "1995-05-06")
    assert (early.exit_code, early.stderr) == (1, "chinamkt: nothing is called '600519.SS'\n")


def test_lookup_of_nothing_and_wrong_days(run: Run) -> None:
    assert run("lookup", "qqqq zzzz").exit_code == 1
    for day in ("2019-05", "soon", "2019-02-30"):
        assert run("lookup", "BYD", "--on", day).exit_code == 2
    wrong = run("lookup", "CNE0000018R9")
    assert wrong.exit_code == 1
    assert wrong.stderr.startswith("chinamkt: ")


def test_plugins_are_listed_with_their_packages(run: Run) -> None:
    shown = run("plugins").stdout
    assert "chinamkt.validators" in shown
    assert "arithmetic-mismatch" in shown
    assert f"chinamkt {chinamkt.__version__}" in shown


def test_a_plug_in_that_breaks_is_told_in_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: str) -> tuple[()]:
        raise PluginError("'x' can't be loaded", source="bad 1.0")

    monkeypatch.setattr(plugins, "installed", broken)
    result = run("plugins")
    assert (result.exit_code, result.stderr) == (1, "chinamkt: bad 1.0: 'x' can't be loaded\n")


def test_help_lists_the_commands(run: Run) -> None:
    shown = run("--help").stdout
    assert all(f"  {name} " in shown for name in ("check", "explain", "lookup", "plugins", "read"))
    assert run("-h").stdout == shown
    assert run("--version").stdout == f"chinamkt {chinamkt.__version__}\n"
