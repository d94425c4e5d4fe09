"""The table of parties."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest

from chinamkt.reference.parties import EU_MEMBERS, parties, party_words

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize(
    ("lang", "word", "code"),
    [("en", "washington", "US"), ("en", "the bloc", "EU"), ("en", "lutnick", "US"), ("en", "dutch", "NL"), ("zh", "中方", "CN"),
     ("zh", "川普", "US"), ("zh", "加拿大", "CA"), ("zh", "华为", "CN")],
)  # fmt: skip
def test_a_word_stands_for_its_party(lang: str, word: str, code: str) -> None:
    assert party_words(lang)[word].code == code


def test_an_office_is_held_between_its_days() -> None:
    terms = [party for party in parties() if "Donald Trump" in party.en]
    assert [any(term.held(day) for term in terms) for day in (dt.date(2019, 1, 1), dt.date(2023, 1, 1), dt.date(2025, 6, 9))] == [
        True, False, True,
    ]  # fmt: skip
    assert all(term.leader for term in terms)
    assert not next(party for party in parties() if "He Lifeng" in party.en).leader


def test_officials_have_office_start_and_source() -> None:
    officials = [party for party in parties() if party.kind == "official"]
    assert len(officials) > 60
    assert all(party.office and party.start and party.source for party in officials)
    assert all(str(party.start) <= str(party.end) for party in officials if party.end)


def test_every_large_member_of_the_union_is_told_from_it() -> None:
    named = {party.code for party in parties() if party.kind == "name"}
    assert "EU" in named
    assert {"DE", "FR", "IT", "ES", "NL"} <= named & EU_MEMBERS


@pytest.mark.skipif(not (ROOT / "update").is_dir(), reason="the package is tested away from its scripts")
def test_the_shipped_table_is_made_from_its_source() -> None:
    done = subprocess.run([sys.executable, "update/parties.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
