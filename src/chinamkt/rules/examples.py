"""Examples and counterexamples, written in ``.toml`` beside the rules they hold up.

An example gives a text, the facts it must yield, in the columns of the facts table, and the
rules it needs: without any one of them it fails. A counterexample gives a text that looks like
a fact and must yield none.

.. code-block:: toml

    [[example]]
    rules = ["en.movement.verb-up"]
    text = "The Hang Seng Index climbed 0.7 per cent."
    facts = [{subject = "index:HSI", pct = "0.7"}]

    [[counterexample]]
    rules = ["en.nofacts.results"]
    text = "Tencent's net profit climbed 7 per cent."
    why = "a company's result is no move of its share"
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from attrs import field, frozen

from chinamkt.errors import BadInput

__all__ = ["Example", "beside", "disagreement", "load_examples"]

_KEYS = {"rules", "text", "facts", "published", "why"}


@frozen(slots=True, kw_only=True)
class Example:
    """One text and what must come of it; ``facts`` is empty for a counterexample."""

    text: str
    facts: tuple[Mapping[str, Any], ...] = ()
    rules: tuple[str, ...] = field(default=())
    published: str | None = None
    why: str | None = None
    place: str = ""


def load_examples(path: Path) -> list[Example]:
    """The examples of one file.

    :raises BadInput: naming file and number of an entry that lacks its text or has an unknown key.
    """
    with path.open("rb") as file:
        content = tomllib.load(file)
    out: list[Example] = []
    for heading, items in content.items():
        if heading not in ("example", "counterexample"):
            raise BadInput(f"unknown heading {heading!r}", source=str(path), hint="[[example]] or [[counterexample]]")
        for number, item in enumerate(items, 1):
            place = f"{path.parent.name}/{path.name} {heading} {number}"
            unknown = set(item) - _KEYS
            if unknown or "text" not in item or (heading == "example") != bool(item.get("facts")):
                raise BadInput(
                    f"{place}: {'unknown keys ' + ', '.join(sorted(unknown)) if unknown else 'text or facts missing'}",
                    source=str(path),
                    hint="text, facts, rules, published, why",
                )
            out.append(
                Example(
                    text=item["text"],
                    facts=tuple(item.get("facts", ())),
                    rules=tuple(item.get("rules", ())),
                    published=item.get("published"),
                    why=item.get("why"),
                    place=place,
                )
            )
    return out


def beside(modules: Iterable[Any]) -> list[Example]:
    """The examples that stand beside some rule modules."""
    out: list[Example] = []
    for module in modules:
        path = Path(module.__file__).with_suffix(".toml")
        if path.exists():
            out.extend(load_examples(path))
    return out


def disagreement(example: Example, rows: Sequence[Mapping[str, Any]]) -> str | None:
    """What is wrong with the rows that a text gave, or ``None``: each listed fact once, in order, and no other."""
    if len(rows) != len(example.facts):
        told = [
            {name: row[name] for name in ("subject", "pct", "points", "level", "amount", "event") if name in row} for row in rows
        ]
        return f"{len(example.facts)} facts expected, {len(rows)} read: {told}"
    for wanted, row in zip(example.facts, rows, strict=True):
        for name, value in wanted.items():
            if row.get(name) != value and not (value == "" and row.get(name) is None):
                return f"{name}: {value!r} expected, {row.get(name)!r} read"
    return None
