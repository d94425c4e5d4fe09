"""Writes ``explanation/phenomena.md`` from the examples that stand beside the rules."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import chinamkt
from chinamkt.rules.examples import Example, load_examples

if TYPE_CHECKING:
    from sphinx.application import Sphinx

FOLDER = Path(chinamkt.__file__).parent / "lang"
LANGUAGES = {"en": "English", "zh": "Chinese"}
HEAD = """\
# Phenomena

How reports say things, and what is read. These are the examples that stand beside the rules and are tested with
them: the words, and the facts that must come of them, in the columns of the
[facts table](../reference/facts-table.md). Under "None" stand words that look like a fact and give none.
"""


def fact_in_words(fact: Mapping[str, Any]) -> str:
    """``index:HSI``, then the other columns that the example states."""
    rest = [
        f"{name} {', '.join(value) if isinstance(value, list) else value}" for name, value in fact.items() if name != "subject"
    ]
    return " · ".join((f"**{fact.get('subject') or fact.get('event', '')}**", *rest))


def escaped_quote(text: str, published: str | None) -> str:
    """A text as a block quote that keeps line breaks and marks nothing up."""
    escaped = "".join("\\" + letter if letter in "\\`*_{}[]<>()#+-!|$~" else letter for letter in text.strip())
    quote = "\n".join(f"> {line}\\" if line.strip() else ">" for line in escaped.splitlines()).removesuffix("\\")
    return f"{quote}\n>\n> (published {published})" if published else quote


def shown(example: Example) -> str:
    """One example: its text as a block quote that keeps line breaks and marks nothing up, then what comes of it."""
    quote = escaped_quote(example.text, example.published)
    facts = "\n".join(f"- {fact_in_words(fact)}" for fact in example.facts)
    none = f"- None: {example.why}" if example.why else "- None"
    return f"{quote}\n\n{facts or none}\n"


def sections(folder: Path) -> Iterator[str]:
    """One section a phenomenon of a language: what its module says of itself, then its examples."""
    for path in sorted(folder.glob("*.toml")):
        yield f"### {path.stem.replace('_', ' ').capitalize()}\n"
        yield (ast.get_docstring(ast.parse(path.with_suffix(".py").read_text(encoding="utf-8"))) or "").partition("\n\n")[
            0
        ] + "\n"
        yield from map(shown, load_examples(path))


def written() -> str:
    """The whole page."""
    parts = [HEAD]
    for code, name in LANGUAGES.items():
        if any((FOLDER / code).glob("*.toml")):
            parts += [f"## {name}\n", *sections(FOLDER / code)]
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
