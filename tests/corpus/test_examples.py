"""Every example beside a rule reads as written, and every rule is needed by an example that names it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from chinamkt.plugins import load
from chinamkt.rules.examples import Example, beside, disagreement, load_examples
from chinamkt.rules.language import Language
from chinamkt.testing import check_examples, rows_of

LANGUAGES: Mapping[str, Language] = load("chinamkt.languages")
EXAMPLES: dict[str, list[Example]] = {code: beside(language.modules) for code, language in LANGUAGES.items()}
NAMED: dict[str, list[Example]] = {
    rule.id: [example for example in EXAMPLES[code] if rule.id in example.rules]
    for code, language in LANGUAGES.items()
    for rule in language.every_rule
}
#: What a fact has unless its example says otherwise.
UNSAID = {"kind": "move", "bound": "exact", "basis": "day"}
FIGURES = ("pct", "pct_max", "points", "level", "amount", "rate")
#: Languages whose examples list every attribute that a fact has, not those alone that they are about.
WRITTEN_IN_FULL = {"en"}
SAID = ("bound", "phase", "basis", "basis_from", "extreme", "extreme_since")


def _of_all_languages() -> list[Any]:
    return [pytest.param(code, example, id=example.place) for code, examples in EXAMPLES.items() for example in examples]


@pytest.mark.parametrize(("code", "example"), _of_all_languages())
def test_an_example_reads_as_written(code: str, example: Example) -> None:
    rows = rows_of(LANGUAGES[code], example)
    assert disagreement(example, rows) is None
    for wanted, row in zip(example.facts, rows, strict=True):
        if row["kind"] == "trade_event":
            continue
        assert {name for name in FIGURES if name in row} == {name for name in FIGURES if wanted.get(name)}, (
            "figures beyond those written"
        )
        moved = "pct" in row or "points" in row
        for name in SAID if code in WRITTEN_IN_FULL else ():
            said = wanted.get(name) or (None if name == "basis" and not moved else UNSAID.get(name))
            if name != "basis" or moved:
                assert row.get(name) == said, f"{name} beyond what is written"


@pytest.mark.parametrize(
    ("code", "rule"),
    [pytest.param(code, rule.id, id=rule.id) for code, language in LANGUAGES.items() for rule in language.every_rule],
)
def test_removing_a_rule_fails_every_example_that_names_it(code: str, rule: str) -> None:
    assert NAMED[rule], f"no example names {rule}"
    less = LANGUAGES[code].without(rule)
    standing = [example.place for example in NAMED[rule] if disagreement(example, rows_of(less, example)) is None]
    assert not standing, f"these examples do without {rule}"


def test_examples_name_only_rules_that_exist() -> None:
    named = {name for examples in EXAMPLES.values() for example in examples for name in example.rules}
    assert named <= {rule.id for language in LANGUAGES.values() for rule in language.every_rule}


def test_every_file_of_examples_stands_beside_its_rules() -> None:
    for language in LANGUAGES.values():
        stems = {Path(module.__file__).stem for module in language.modules}
        folder = Path(language.modules[0].__file__).parent
        assert {path.stem for path in folder.glob("*.toml")} == stems
    stems_of = [{Path(module.__file__).stem for module in language.modules} for language in LANGUAGES.values()]
    assert all(stems == stems_of[0] for stems in stems_of)


def test_no_text_stands_twice() -> None:
    for examples in EXAMPLES.values():
        texts = [(example.text, example.published) for example in examples]
        assert len(set(texts)) == len(texts)


def test_check_examples_tells_of_a_misread_example_and_of_a_rule_without_one(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(
        """
        [[example]]
        rules = ["en.movement.verb-up"]
        text = "The CSI 300 Index rose 0.9 percent."
        facts = [{ subject = "index:CSI300", pct = "0.8" }]

        [[counterexample]]
        rules = ["en.nofacts.tariffs"]
        text = "The committee met in the morning."
        why = "nothing moves"
        """,
        encoding="utf-8",
    )
    with pytest.raises(AssertionError) as told:
        check_examples(LANGUAGES["en"], load_examples(path))
    lines = str(told.value).splitlines()
    assert any("own.toml example 1" in line and "'0.9' read" in line for line in lines)
    assert any("own.toml counterexample 1" in line and "en.nofacts.tariffs" in line for line in lines)
    assert any("en.movement.verb-down" in line and "no example" in line for line in lines)


def test_check_examples_is_content_with_what_holds(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(
        """
        [[example]]
        rules = ["en.movement.verb-up"]
        text = "The CSI 300 Index rose 0.9 percent."
        facts = [{ subject = "index:CSI300", pct = "0.9" }]
        """,
        encoding="utf-8",
    )
    check_examples(LANGUAGES["en"], load_examples(path), rules=["en.movement.verb-up"])
