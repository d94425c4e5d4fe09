"""The example pages give exactly the facts that were written down by hand."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

import chinamkt

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = Path(__file__).parent / "pages"
FIGURES = ("pct", "pct_max", "points", "level", "amount", "rate")
NAMES = sorted(path.stem for path in GOLDEN.glob("*.toml"))


def _key(fact: dict[str, Any]) -> tuple[Any, ...]:
    """What makes two rows the same statement: kind, subject and every figure, present or absent."""
    return (
        fact.get("article", 0),
        fact.get("kind", "move"),
        fact.get("event") or fact.get("subject"),
        fact.get("basis", "day"),
        *(fact.get(name) for name in FIGURES),
    )


def _same(column: str, row: dict[str, Any], fact: dict[str, Any]) -> bool:
    """Equal; without a rate nobody acts on the other, and the parties may stand either way round."""
    if column == "parties" and "rate" not in fact:
        return sorted(row["parties"]) == sorted(fact["parties"])
    return bool(row.get(column) == fact[column])


def _page(name: str) -> tuple[chinamkt.Report, dict[str, Any]]:
    """A page of ``examples``, or one that stands beside its facts."""
    own = GOLDEN / f"{name}.txt"
    report = chinamkt.read((own if own.exists() else ROOT / "examples" / f"{name}.txt").read_text(encoding="utf-8"))
    return report, tomllib.loads((GOLDEN / f"{name}.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", NAMES)
def test_facts_of_a_page(name: str) -> None:
    report, golden = _page(name)
    rows = {_key(row): row for row in report.rows()}
    assert len(rows) == len(report.rows()), "a statement came out twice"
    assert sorted(map(str, rows)) == sorted(str(_key(fact)) for fact in golden["facts"])
    for fact in golden["facts"]:
        row = rows[_key(fact)]
        start = report.text.index(fact["quote"])
        assert row["start"] < start + len(fact["quote"])
        assert start < row["end"]
        wrong = [f"{column}: {row.get(column)}" for column in fact if column != "quote" and not _same(column, row, fact)]
        assert not wrong, fact


@pytest.mark.parametrize("name", NAMES)
def test_articles_of_a_page(name: str) -> None:
    report, golden = _page(name)
    told = [fact.get("article", 0) for fact in golden["facts"]]
    assert len(report.articles) == golden.get("articles", 1 + max(told)), "articles without facts are counted by 'articles'"
    published = report.articles[0].published
    assert (str(published)[:10] if published else None) == golden.get("published")


def test_every_page_but_the_faulty_has_its_facts_written_down() -> None:
    pages = {path.stem for path in (ROOT / "examples").glob("*.txt")}
    assert pages - set(NAMES) == {"invented", "mistakes"}
