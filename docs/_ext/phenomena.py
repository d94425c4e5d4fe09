"""Writes ``explanation/phenomena.md`` from the examples that stand beside the rules."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx

LANGUAGES = {"en": "English", "zh": "Chinese"}
#: Shown first, in this order; the rest as ``column value``.
FIGURES = ("pct", "pct_max", "points", "level", "amount", "rate")
HEAD = """\
# Phenomena

How reports say things, and what is read. Each block shows examples that stand beside the rules
of a language and are tested with them: the words, and the facts they must give.
"""


def fact_in_words(fact: Mapping[str, Any]) -> str:
    """``index:HSI · pct -0.64 · phase close``."""
    subject = fact.get("subject") or fact.get("event", "")
    if not isinstance(subject, str):
        subject = " or ".join(subject)
    rest = [name for name in (*FIGURES, *fact) if name in fact and name not in ("subject", "kind", "event")]
    parts = (
        f"{name} {value if not isinstance(value, list) else ', '.join(value)}"
        for name in dict.fromkeys(rest)
        if (value := fact[name]) != ""
    )
    return " · ".join((f"**{subject}**", *parts))


def quoted(text: str) -> str:
    """The text as a block quote; its line breaks are kept."""
    return "\n".join(
        "> " + line.replace("*", r"\*").replace("_", r"\_").replace("$", r"\$") for line in text.strip().splitlines()
    )


def page(language: Traversable) -> Iterator[str]:
    """One section a phenomenon of a language."""
    for entry in sorted(language.iterdir(), key=lambda entry: entry.name):
        if not entry.name.endswith(".toml"):
            continue
        stem = entry.name.removesuffix(".toml")
        source = language / f"{stem}.py"
        yield f"### {stem.replace('_', ' ').capitalize()}\n"
        if source.is_file():
            yield (ast.get_docstring(ast.parse(source.read_text(encoding="utf-8"))) or "").partition("\n\n")[0] + "\n"
        tables = tomllib.loads(entry.read_text(encoding="utf-8"))
        for example in tables.get("example", ()):
            yield quoted(example["text"]) + "\n"
            facts = example.get("facts", ())
            yield "\n".join(f"- {fact_in_words(fact)}" for fact in facts) + "\n" if facts else "No fact.\n"


def written() -> str:
    """The whole page."""
    parts = [HEAD]
    for code, name in LANGUAGES.items():
        language = files("chinamkt.lang") / code
        sections = list(page(language))
        if sections:
            parts += [f"## {name}\n", *sections]
    return "\n".join(parts)


def write(app: Sphinx) -> None:
    """Write the page where it is missing or old."""
    target = Path(app.srcdir) / "explanation" / "phenomena.md"
    text = written()
    if not target.is_file() or target.read_text(encoding="utf-8") != text:
        target.write_text(text, encoding="utf-8")


def setup(app: Sphinx) -> dict[str, bool]:
    """Sphinx's entry."""
    app.connect("builder-inited", write)
    return {"parallel_read_safe": True}
