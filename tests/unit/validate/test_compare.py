"""``chinamkt.compare`` and the command: what can't both be true, and what only looks so."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from chinamkt import Report, Severity, compare
from chinamkt.cli import main
from chinamkt.outputs.flat import from_rows

DAY = {"date": "2025-07-04"}


def report(name: str, *rows: dict[str, Any]) -> Report:
    return Report(text="", id=name, facts=from_rows([DAY | row for row in rows]))


def hsi(**row: Any) -> dict[str, Any]:
    return {"subject": "index:HSI", "phase": "close", **row}


APART = [
    (hsi(pct="-0.64"), hsi(pct="-0.46"), Severity.ERROR),
    (hsi(pct="-0.64"), hsi(pct="0.64"), Severity.ERROR),
    (hsi(pct="-0.6"), hsi(pct="-0.66"), Severity.WARNING),
    (hsi(level="23916.06"), hsi(level="23961.06"), Severity.ERROR),
    (hsi(level="23916.06"), hsi(level="23900", bound="under"), Severity.ERROR),
    (hsi(pct="-0.64"), hsi(pct="-1", bound="over"), Severity.ERROR),
    (hsi(points="-153.88"), hsi(points="-135.88"), Severity.ERROR),
    (hsi(pct="-0.3", phase="open"), hsi(pct="-0.8", phase="open"), Severity.ERROR),
    (hsi(pct="-0.3", phase="morning"), hsi(pct="-0.8", phase="morning"), Severity.WARNING),
    (hsi(pct="5.0", basis="ytd"), hsi(pct="8.0", basis="ytd"), Severity.ERROR),
    (
        {"subject": "fix:USD/CNY", "level": "7.1535", "unit": "CNY/USD"},
        {"subject": "fix:USD/CNY", "level": "7.1553", "unit": "CNY/USD"},
        Severity.ERROR,
    ),
    (
        {"subject": "fx:USD/CNY", "level": "7.1535", "unit": "CNY/USD", "phase": "close"},
        {"subject": "fx:USD/CNY", "level": "7.1853", "unit": "CNY/USD", "phase": "close"},
        Severity.WARNING,
    ),
    # the previous close, at whatever minute
    (hsi(points="-153.88", level="23916.06"), hsi(points="-100.94", level="23999.00", phase=None), Severity.ERROR),
    (hsi(pct="-0.64", level="23916.06", phase=None), hsi(points="-10.00", level="23999.00", phase=None), Severity.ERROR),
    (
        {"kind": "turnover", "subject": "market:HKEX", "amount": "240000000000", "unit": "HKD", "phase": "close"},
        {"kind": "turnover", "subject": "market:HKEX", "amount": "204000000000", "unit": "HKD", "phase": "close"},
        Severity.WARNING,
    ),
]
TOGETHER = [
    (hsi(pct="-0.64"), hsi(pct="-0.65")),  # 0.645, rounded up and rounded to the even digit
    (hsi(pct="-0.64"), hsi(pct="-0.6")),
    (hsi(level="23916.06"), hsi(level="23916")),
    (hsi(level="23916.06"), hsi(level="24000", bound="under")),
    (hsi(pct="-0.64"), hsi(pct="-0.5", bound="over")),
    (hsi(pct="-0.64"), hsi(pct="-0.30", phase="morning")),
    (hsi(pct="-0.64", phase="high"), hsi(pct="-0.30", phase="high")),
    (hsi(pct="-0.64", phase=None), hsi(pct="-0.30", phase=None)),
    (hsi(pct="-0.64"), hsi(pct="-0.30", date="2025-07-03")),
    (hsi(pct="-0.64"), hsi(pct="-0.30", date="2025-07")),
    (hsi(pct="-0.64"), hsi(pct="-0.30", date=None)),
    (hsi(pct="-0.64"), hsi(pct="3.0", basis="ytd")),
    (hsi(pct="5.0", basis="since"), hsi(pct="8.0", basis="since")),
    (hsi(pct="-0.64"), {"subject": "index:HSTECH", "pct": "-0.3", "phase": "close"}),
    (hsi(points="-153.88", level="23916.06"), hsi(points="-70.94", level="23999.00", phase=None)),
    (
        {"subject": "market:HK", "pct": "-0.6", "phase": "close"},
        {"subject": "market:HK", "pct": "-0.8", "phase": "close"},
    ),
    (
        {"kind": "turnover", "subject": "market:HKEX", "amount": "240000000000", "unit": "HKD", "phase": "close"},
        {"kind": "turnover", "subject": "market:HKEX", "amount": "239600000000", "unit": "HKD", "phase": "close"},
    ),
    (
        {"subject": "security:XHKG:00700", "level": "508.50", "unit": "HKD", "phase": "close"},
        {"subject": "security:XHKG:00700", "level": "465.00", "unit": "CNY", "phase": "close"},
    ),
    (
        {"subject": "security:XHKG:00700", "level": "18.90", "unit": "HKD", "phase": "close", "pct": "-4.5", "basis": "ipo"},
        {"subject": "security:XHKG:00700", "level": "19.16", "unit": "HKD", "phase": "close", "pct": "-3.2", "basis": "ipo"},
    ),
]


@pytest.mark.parametrize(("one", "other", "severity"), APART)
def test_what_can_not_both_be_true(one: dict[str, Any], other: dict[str, Any], severity: Severity) -> None:
    (conflict,) = compare([report("a", one), report("b", other)])
    assert conflict.severity is severity
    assert {names for _, names in conflict.values} == {("a",), ("b",)}
    (within,) = compare([report("a", one, other)])
    assert within.severity is severity


@pytest.mark.parametrize(("one", "other"), TOGETHER)
def test_what_can(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert compare([report("a", one), report("b", other)]) == []


def test_the_odd_one_out_is_told() -> None:
    (conflict,) = compare(
        [report("a", hsi(level="23916.06")), report("b", hsi(level="23961.06")), report("c", hsi(level="23916.06"))]
    )
    assert conflict.values == (("23916.06 points", ("a", "c")), ("23961.06 points", ("b",)))
    assert conflict.hint == "23916.06 points, as most have it"
    assert conflict.message == "close: 23916.06 points (a, c), 23961.06 points (b)"


def test_reports_without_an_id_are_numbered() -> None:
    unnamed = [Report(text="", facts=from_rows([DAY | hsi(pct=pct)])) for pct in ("-0.64", "-0.46")]
    assert [names for _, names in compare(unnamed)[0].values] == [("#1",), ("#2",)]


def test_the_command(tmp_path: Path) -> None:
    for name, level in (("a", "23,916.06"), ("b", "23,961.06")):
        text = f"The Hang Seng Index closed at {level} on Friday, July 4, 2025."
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    told = CliRunner().invoke(main, ["compare", "--to", "jsonl", str(tmp_path)])
    row = json.loads(told.stdout)
    assert (row["subject"], row["figure"], row["severity"]) == ("index:HSI", "level", "error")
    assert [value["value"] for value in row["values"]] == ["23916.06 points", "23961.06 points"]
    shown = CliRunner().invoke(main, ["compare", str(tmp_path)])
    assert "1 conflict in 2 texts" in shown.stdout
    missing = CliRunner().invoke(main, ["compare", str(tmp_path / "a.txt"), str(tmp_path / "none.txt")])
    assert missing.exit_code == 1
    assert "0 conflicts in 1 text" in missing.stdout
