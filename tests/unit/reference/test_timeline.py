"""The timeline of trade between the United States and China."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from chinamkt.reference.timeline import FIRST_DAY, LAST_DAY, Act, place_key, timeline

ROOT = Path(__file__).parents[3]


def acts(kind: str) -> list[Act]:
    return [act for act in timeline() if act.kind == kind]


def test_every_row_names_its_source_and_lies_in_the_range() -> None:
    assert len(timeline()) > 50
    for act in timeline():
        assert act.source
        assert FIRST_DAY <= act.start <= LAST_DAY
        assert act.end is None or act.start <= act.end


def test_rounds_of_2025_and_2026_are_counted_in_order() -> None:
    rounds = [act for act in acts("talks") if act.start.year >= 2025 and act.round]
    assert [act.round for act in rounds] == [1, 2, 3, 4, 5, 6]
    assert all(one.start < other.start for one, other in pairwise(rounds))


def test_truces_of_2025_follow_on_each_other() -> None:
    """Ninety days from May 14 are August 12, ninety more November 10."""
    first, second, third = (act for act in acts("truce") if act.start.year == 2025)
    for act in (first, second):
        assert act.end is not None
        assert (act.end - act.start).days == act.days == 90
    assert (first.end, second.end) == (second.start, third.start)
    assert third.end == dt.date(2026, 11, 10)


@pytest.mark.parametrize(
    ("words", "key"),
    [("Kuala Lumpur", "kuala lumpur"), ("吉隆坡", "kuala lumpur"), ("  GENEVA ", "geneva"), ("日内瓦", "geneva")],
)
def test_a_place_has_one_name_in_both_languages(words: str, key: str) -> None:
    assert place_key(words) == key


@pytest.mark.skipif(not (ROOT / "update").is_dir(), reason="the package is tested away from its scripts")
def test_the_shipped_table_is_made_from_its_source() -> None:
    done = subprocess.run(
        [sys.executable, "update/timeline.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
