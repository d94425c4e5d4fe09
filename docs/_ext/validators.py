"""Writes ``reference/validators.md`` from the validators and the cases that stand beside them."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from phenomena import escaped_quote, fact_in_words

from chinamkt.validate import Validator, validators
from chinamkt.validate.cases import Case, shipped_cases

if TYPE_CHECKING:
    from sphinx.application import Sphinx

HEAD = """\
# Validators

The rules by code, with cases that are tested: what a rule finds (bad), what it lets pass (good), and where it
abstains, because it lacks what it needs. A case is a text, or facts in the columns of the
[facts table](facts-table.md), as another extractor may hand them in. How to run them: [](../how-to/check.md).
"""
HEADINGS = {"bad": "Bad", "good": "Good", "abstains": "Abstains"}


def shown(case: Case) -> Iterator[str]:
    """One case: text or facts, then what is said of them."""
    kind = f"**{HEADINGS[case.kind]}**{f' ({case.severity.value})' if case.severity else ''}"
    told = ": ".join(filter(None, (kind, f"“{case.says}”" if case.says else "")))
    yield f"{told}{f' ({case.why})' if case.why else ''}\n"
    if case.text or case.published:
        yield escaped_quote(case.text, case.published) + "\n"
    yield from (f"- {fact_in_words(fact)}" for fact in case.facts or ())
    yield ""


def section(validator: Validator, cases: list[Case]) -> Iterator[str]:
    """One rule: what it says of itself, then its cases."""
    yield f"## {validator.code}\n"
    needs = f" Needs {', '.join(f'`{need}`' for need in validator.needs)}." if validator.needs else ""
    yield f"{inspect.getdoc(type(validator)) or ''}\n\nAt worst: {validator.severity.value}.{needs}\n"
    for kind in ("bad", "good", "abstains"):
        for case in cases:
            if case.kind == kind:
                yield from shown(case)


def written() -> str:
    """The whole page."""
    cases = shipped_cases()
    parts = [HEAD]
    for code, validator in sorted(validators().items()):
        if type(validator).__module__.startswith("chinamkt."):
            parts += section(validator, [case for case in cases if case.code == code])
    return "\n".join(parts)


def write(app: Sphinx) -> None:
    """Write the page where it is missing or old."""
    target = Path(app.srcdir) / "reference" / "validators.md"
    text = written()
    if not target.is_file() or target.read_text(encoding="utf-8") != text:
        target.write_text(text, encoding="utf-8")


def setup(app: Sphinx) -> dict[str, bool]:
    """Sphinx's entry."""
    app.connect("builder-inited", write)
    return {"parallel_read_safe": True}
