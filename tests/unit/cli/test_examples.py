"""The command with the real reader, over the example pages."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
from click.testing import CliRunner

from chinamkt.cli import main
from chinamkt.model.report import Report
from chinamkt.outputs.converter import structure
from chinamkt.outputs.schema import json_schema


def test_every_row_quotes_its_page(examples: Path) -> None:
    result = CliRunner().invoke(main, ["read", str(examples), "--to", "jsonl"])
    assert result.exit_code == 0, result.output
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    texts = {str(path): path.read_bytes().decode() for path in examples.glob("*.txt")}
    for path in examples.glob("*.jsonl"):
        texts |= {one["id"]: one["text"] for one in map(json.loads, path.read_text(encoding="utf-8").splitlines())}
    assert {row["id"] for row in rows} & set(texts)
    for row in rows:
        text = texts.get(row["id"]) or Path(row["id"]).read_bytes().decode()
        assert text[row["start"] : row["end"]] == row["quote"]


def test_real_reports_validate_and_come_back(examples: Path) -> None:
    result = CliRunner().invoke(main, ["read", str(examples / "portal.txt"), str(examples / "newswire.txt"), "--to", "json"])
    reports = json.loads(result.stdout)
    assert len(reports) == 2
    for written in reports:
        jsonschema.validate(written, json_schema(), cls=jsonschema.Draft202012Validator)
        back = structure(written, Report)
        assert back.facts
        assert json.loads(back.to_json()) == written


def test_check_finds_the_mistakes_made_on_purpose(examples: Path) -> None:
    result = CliRunner().invoke(main, ["check", str(examples / "mistakes.txt"), "--to", "jsonl"])
    assert result.exit_code == 0, result.output
    assert "arithmetic-mismatch" in {json.loads(line)["code"] for line in result.stdout.splitlines()}


def test_explain_names_rule_and_spans(examples: Path) -> None:
    result = CliRunner().invoke(main, ["explain", str(examples / "plain.txt"), "1"])
    assert result.stdout.startswith("1. Hang Seng Index: ")
    assert "rule" in result.stdout
