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


MOVING = {
    "en": ("{} rose 2.8 per cent.", "Shares of {} rose 2.8 per cent.", "The Hang Seng Index fell while {} rose 2.8 per cent."),
    "zh": ("{}升2.8%。", "其中{}收涨2.8%。", "恒指跌1%，{}股价升2.8%。"),
}


@pytest.mark.parametrize("template", [pytest.param((lang, text), id=text) for lang, texts in MOVING.items() for text in texts])
@pytest.mark.parametrize("weak", [True, False])
def test_a_listed_name_that_moves_is_read(template: tuple[str, str], weak: bool) -> None:
    """Names drawn by a fixed seed: what keeps names out must not keep out those that move."""
    from random import Random

    lang, text = template
    names = load().names
    script = names.latin if lang == "en" else names.han
    pool = [
        line.entry
        for line in map(script.line, range(len(script.lines)))
        if not line.silent
        and line.entry.kind == "security"
        and line.entry.weak == weak
        and line.entry.role in ("news", "official", "nickname")
    ]
    drawn = Random(11).sample(pool, 150)
    missed = []
    for entry in drawn:
        rows = _rows({"text": text.format(entry.name)})
        if not any(row["subject"] in entry.targets and row.get("pct") == "2.8" for row in rows):
            missed.append(entry.name)
    assert len(missed) <= 3, missed
