"""Names that stand in a text but are not what moves: speakers, places, persons, ordinary words, longer names.

``roles.toml`` is written by hand, ``roles_drawn.toml`` by ``draw_roles.py`` from weak names and blockers.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

import chinamkt
from chinamkt.reference import load

HERE = Path(__file__).parent
KEYS = {"name", "role", "text", "facts", "may", "published"}


def _texts() -> list[Any]:
    out = []
    for path in (HERE / "roles.toml", HERE / "roles_drawn.toml"):
        for number, one in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["text"], 1):
            out.append(pytest.param(one, id=f"{path.stem}-{number}"))
    return out


TEXTS = _texts()


def _rows(one: dict[str, Any]) -> list[dict[str, Any]]:
    return chinamkt.read(one["text"], published=one.get("published")).rows()


@pytest.mark.parametrize("one", TEXTS)
def test_no_subject_that_the_text_does_not_move(one: dict[str, Any]) -> None:
    moved = {fact["subject"] for fact in one.get("facts", ())} | set(one.get("may", ()))
    assert [row["subject"] for row in _rows(one) if row["kind"] == "move" and row["subject"] not in moved] == []


@pytest.mark.parametrize("one", [param for param in TEXTS if param.values[0].get("facts")])
def test_what_moves_is_read(one: dict[str, Any]) -> None:
    rows = [row for row in _rows(one) if row["subject"] not in one.get("may", ())]
    facts = [{name: row.get(name) for name in wanted} for wanted, row in zip(one["facts"], rows, strict=False)]
    assert (len(rows), facts) == (len(one["facts"]), list(one["facts"]))


def test_the_set_is_what_it_says() -> None:
    texts = [param.values[0] for param in TEXTS]
    assert all(set(one) <= KEYS and {"name", "role", "text"} <= set(one) for one in texts)
    assert len({one["text"] for one in texts}) == len(texts) >= 150
    drawn = [param for param in TEXTS if str(param.id).startswith("roles_drawn")]
    assert len(drawn) >= len(TEXTS) // 2


def test_every_name_stands_in_its_text() -> None:
    from chinamkt.article.fold import fold

    for param in TEXTS:
        one = param.values[0]
        assert fold(one["name"]).lower() in fold(one["text"]).lower()


def test_drawn_names_are_weak_or_blockers() -> None:
    names = load().names
    for one in tomllib.loads((HERE / "roles_drawn.toml").read_text(encoding="utf-8"))["text"]:
        name = one["name"]
        assert all(entry.weak or entry.blocker for _, _, entry in names.scan(name.lower(), name)), name
