"""``chinamkt ledger``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from chinamkt.cli import main

ONE = "American and Chinese officials held trade talks in London on June 9, 2025.\n"
TWO = "On May 14, 2025 China imposed a 10% tariff on American goods until August 12, 2025. Talks go on in London.\n"
THREE = "On May 14, 2025 China imposed a 10% tariff on American goods until August 30, 2025.\n"


@pytest.fixture(autouse=True)
def texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, text in (("one", ONE), ("two", TWO), ("three", THREE)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)


def run(*arguments: str, input: str | None = None) -> Result:
    return CliRunner().invoke(main, ["ledger", *arguments], input=input, prog_name="chinamkt")


def test_a_table_shows_events_sources_and_contradictions() -> None:
    result = run(".")
    assert result.exit_code == 0
    for words in ("talks in London", "tariff 10% on American goods", "CN → US", "one.txt", "three.txt"):
        assert words in result.stdout
    assert "contradiction: end:" in result.stdout
    assert result.stdout.endswith("2 events in 3 reports, 1 contradiction\n")


def test_in_force_on_a_day() -> None:
    result = run("two.txt", "--between", "US", "CN", "--on", "2025-06-09")
    assert "in force between US and CN on 2025-06-09" in result.stdout
    assert "tariff 10%" in result.stdout
    result = run("two.txt", "--between", "US", "CN", "--on", "2025-08-13")
    assert result.stdout == "nothing was in force between US and CN on 2025-08-13 by these reports\n"
    result = run("two.txt", "three.txt", "--between", "US", "CN", "--on", "2025-08-20")
    assert "undecided" in result.stdout
    written = json.loads(run("two.txt", "three.txt", "--between", "US", "CN", "--on", "2025-08-20", "--to", "json").stdout)
    assert [undecided["reason"] for undecided in written["undecided"]] == ["the reports contradict each other about its end"]


def test_json_and_html_are_written_whole() -> None:
    written = json.loads(run(".", "--to", "json").stdout)
    assert sorted(len(entry["sources"]) for entry in written["entries"]) == [1, 2]
    assert run("one.txt", "--to", "html").stdout.rstrip().endswith("</html>")


def test_only_events_between_two_parties() -> None:
    assert run(".", "--between", "CN", "EU").stdout == "0 events in 0 reports\n"
    assert "2 events in 3 reports" in run(".", "--between", "CN", "US").stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--on", "2025-06-09"), "--on needs --between"),
        (("--between", "US", "china"), "'china' is no party"),
        (("--between", "US", "CN", "--on", "June"), "'June' is no day"),
        (("--between", "US", "CN", "--on", "2025-06-09", "--to", "html"), "--on gives a table or JSON"),
    ],
)
def test_a_wrong_call_says_what_is_wrong(arguments: tuple[str, ...], told: str) -> None:
    result = run(".", *arguments)
    assert result.exit_code == 2
    assert told in result.stderr


def test_a_missing_file_leaves_the_rest() -> None:
    result = run("one.txt", "none.txt")
    assert result.exit_code == 1
    assert "1 event in 1 report" in result.stdout
    assert "none.txt" in result.stderr


def test_documents_come_with_their_dates() -> None:
    text = "The United States and China will hold trade talks in London on Monday."
    line = json.dumps({"id": "a", "text": text, "published": "2025-06-07"})
    assert "2025-06-09" in run("-", "--from", "jsonl", input=line).stdout
