"""Which listing of an issuer a text means: each clue in the forms that reports have, and what is explained of it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

import chinamkt
from chinamkt.model.facts import PriceMove

TEXTS: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "listings.toml").read_text(encoding="utf-8"))["text"]


def _moves(text: str) -> tuple[chinamkt.Report, list[PriceMove]]:
    report = chinamkt.read(text)
    return report, [fact for fact in report.facts if isinstance(fact, PriceMove)]


@pytest.mark.parametrize("one", TEXTS, ids=[one["text"] for one in TEXTS])
def test_the_listing_and_the_clue(one: dict[str, Any]) -> None:
    report, moves = _moves(one["text"])
    last = moves[-1]
    assert last.instrument.subject == one["subject"]
    assert last.evidence is not None
    assert last.evidence.clue == one.get("clue", "")
    if "next" in one:
        assert last.candidates[0].subject == one["next"]
    assert [label for label, _ in chinamkt.explain(report, last)].count("because") == ("clue" in one)


@pytest.mark.parametrize("one", TEXTS, ids=[one["text"] for one in TEXTS])
def test_every_other_listing_of_the_name_stays_a_candidate(one: dict[str, Any]) -> None:
    _, moves = _moves(one["text"])
    told = [moves[-1].instrument, *moves[-1].candidates]
    assert len({instrument.subject for instrument in told}) == len(told)
    assert bool(moves[-1].candidates) == ("clue" in one)


def test_the_set_has_every_clue_in_both_languages() -> None:
    clues = {(one["clue"], one["text"].isascii()) for one in TEXTS if "clue" in one}
    every = ("code", "word", "currency", "session", "sentence", "article", "table")
    assert clues == {(clue, english) for clue in every for english in (True, False)}
    assert len(TEXTS) >= 60
