"""``alarms.py``, on a folder of its own: a misprint found, one missed, a false alarm, the exam left alone."""

from __future__ import annotations

import json
from pathlib import Path

import alarms
import pytest

TEXT = "The Hang Seng Index fell 153.88 points, or {} percent, to 23,916.06."


@pytest.fixture
def shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "gold").mkdir()
    (tmp_path / "articles").mkdir()
    monkeypatch.setattr(alarms, "SHARED", tmp_path)
    monkeypatch.setattr(alarms, "HERE", tmp_path)
    (tmp_path / "alarms.toml").write_text("error = []\n", encoding="utf-8")
    return tmp_path


def write(shared: Path, name: str, percent: str, *misprints: dict[str, str]) -> None:
    text = TEXT.format(percent)
    row = {
        "kind": "move",
        "subject": ["index:HSI"],
        "points": "-153.88",
        "pct": f"-{percent}",
        "level": "23916.06",
        "quote": text,
    }
    gold = {"id": name, "facts": [row | {"quote": text, "optional": True, "note": "ours"}], "misprints": list(misprints)}
    (shared / "gold" / f"{name}.json").write_text(json.dumps(gold), encoding="utf-8")
    (shared / "articles" / f"{name}.txt").write_text(text, encoding="utf-8")


def test_a_listed_misprint_is_found(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    misprint = {"rule": "arithmetic-mismatch", "quote": "0.46 percent", "why": "0.64"}
    write(shared, "one", "0.46", misprint)
    listed = '[[error]]\nid = "one"\ncode = "arithmetic-mismatch"\nwhy = "0.64"\n'
    (shared / "alarms.toml").write_text(listed, encoding="utf-8")
    assert alarms.main([]) == 0
    told = capsys.readouterr().out
    assert "read: 1 facts, 0 false alarms, 1 of 1 misprints found" in told
    assert "gold: 1 facts, 0 false alarms, 1 of 1 misprints found" in told


def test_an_error_that_is_not_listed_is_a_false_alarm(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(shared, "one", "0.46", {"rule": "arithmetic-mismatch", "quote": "0.46 percent", "why": "0.64"})
    assert alarms.main([]) == 1
    assert "one read error arithmetic-mismatch: -153.88 to 23916.06" in capsys.readouterr().out


def test_a_misprint_that_no_rule_finds_is_told(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(shared, "one", "0.64", {"rule": "tick-size", "quote": "23,916.06", "why": "made up"})
    assert alarms.main(["--all"]) == 1
    assert "one gold: misprint not found: tick-size '23,916.06'" in capsys.readouterr().out


def test_the_exam_is_not_opened(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(shared, "one", "0.64", {"rule": "weekday-mismatch", "quote": "x", "why": "y"})
    (shared / "gold" / "en-w051.json").write_text("this is no JSON", encoding="utf-8")
    alarms.main([])
    assert "read: 1 facts" in capsys.readouterr().out
