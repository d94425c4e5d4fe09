"""The scripts that make the tables: the same bytes again, and every fault of a source with its line."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("wordfreq", reason="update/requirements.txt")

ROOT = Path(__file__).resolve().parents[3]


def run(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "update/reference", *arguments], cwd=root, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("copy")
    shutil.copytree(ROOT / "update", root / "update")
    (root / "src/chinamkt/reference").mkdir(parents=True)
    return root


def test_the_shipped_tables_are_what_the_scripts_make() -> None:
    done = run(ROOT, "--check")
    assert (done.returncode, done.stdout) == (0, "up to date\n"), done.stderr


def test_a_stranger_can_make_them(copy: Path) -> None:
    assert run(copy).returncode == 0
    for made in (copy / "src/chinamkt/reference/data").iterdir():
        assert made.read_bytes() == (ROOT / "src/chinamkt/reference/data" / made.name).read_bytes()


@pytest.mark.parametrize(
    ("table", "line", "fault"),
    [
        ("terms.csv", "no such,en,index:NOTHING,0,", "no such subject: index:NOTHING"),
        ("terms.csv", "no such,en,security:XHKG:99999,0,", "no such subject: security:XHKG:99999"),
        ("terms.csv", "no such,en,fx:USD/XXX,0,", "no such subject: fx:USD/XXX"),
        ("terms.csv", "no such,en,,0,", "a blocker has no subject, everything else has one"),
        ("terms.csv", "both,en,index:HSI,0,blocker", "a blocker has no subject, everything else has one"),
        ("terms.csv", "short,en,index:HSI", "3 cells"),
        ("terms.csv", " blank,en,index:HSI,0,", "stray blank, tab or line break in 'names'"),
        ("aliases.csv", "Nobody,en,news,XHKG:99999,XHKG:99999,XHKG:99999,0,", "no listing 'XHKG:99999'"),
        ("aliases.csv", "Nobody,en,song,XHKG:00700,XHKG:00700,XHKG:00700,0,", "unknown kind 'song'"),
        ("securities_more.csv", "XHKG:00700,equity,HKD,Twice,,,,,,", "id 'XHKG:00700' stands twice"),
        ("indices_more.csv", "HSI,HSIL,HK,HKD,headline,,Twice,,,,", "slug 'HSI' stands twice"),
        (
            "corrections.csv",
            "securities.csv,XHKG:00700,currency,USD,HKD,so",
            "securities.csv has no currency 'USD' at XHKG:00700",
        ),
        (
            "corrections.csv",
            "securities.csv,XHKG:99999,currency,USD,HKD,so",
            "securities.csv has no currency 'USD' at XHKG:99999",
        ),
    ],
)
def test_every_fault_of_a_source_names_file_and_line(copy: Path, table: str, line: str, fault: str) -> None:
    path = copy / "update/sources" / table
    before = path.read_bytes()
    try:
        path.write_bytes(before + f"{line}\n".encode())
        done = run(copy, "--check")
    finally:
        path.write_bytes(before)
    number = before.count(b"\n") + 1
    assert done.returncode == 1
    assert f"{table}:{number}: {fault}" in done.stderr.splitlines()[-1]


def test_a_missing_column_names_the_first_line(copy: Path) -> None:
    path = copy / "update/sources/terms.csv"
    before = path.read_text(encoding="utf-8")
    try:
        path.write_text(before.replace("names,lang,subject", "names,lang,subjekt", 1), encoding="utf-8")
        assert "terms.csv:1: no column 'subject'" in run(copy, "--check").stderr
    finally:
        path.write_text(before, encoding="utf-8")
