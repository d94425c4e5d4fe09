"""The docs name what there is: columns, plug-in groups, examples of rules."""

from __future__ import annotations

import re
from pathlib import Path

import phenomena
import validators as validators_page

import chinamkt
from chinamkt import plugins
from chinamkt.outputs.rows import COLUMNS
from chinamkt.validate import validators
from chinamkt.validate.cases import shipped_cases

DOCS = Path(__file__).resolve().parents[2] / "docs"
REFERENCE = DOCS / "reference"


def _first_cells(page: str) -> list[str]:
    lines = (REFERENCE / page).read_text(encoding="utf-8").partition("## Subjects")[0].splitlines()
    return [name for line in lines if line.startswith("| `") for name in re.findall(r"`([\w.]+)`", line.split("|")[1])]


def test_the_facts_table_has_every_column_once() -> None:
    assert sorted(_first_cells("facts-table.md")) == sorted(COLUMNS)


def test_the_plugin_page_has_every_group() -> None:
    assert sorted(_first_cells("plugins.md")) == sorted(plugins.GROUPS)


def test_the_page_of_phenomena_shows_every_example_file() -> None:
    page = phenomena.written()
    stems = [path.stem for path in (Path(chinamkt.__file__).parent / "lang" / "en").glob("*.toml")]
    assert stems
    for stem in stems:
        assert f"### {stem.replace('_', ' ').capitalize()}\n" in page


def test_the_page_on_checking_names_every_shipped_validator() -> None:
    page = (DOCS / "how-to" / "check.md").read_text(encoding="utf-8")
    shipped = [code for code, validator in validators().items() if type(validator).__module__.startswith("chinamkt.")]
    assert [code for code in shipped if f"`{code}`" not in page] == []


def test_the_page_of_validators_shows_every_case() -> None:
    page = validators_page.written()
    for case in shipped_cases():
        assert f"## {case.code}\n" in page
        assert case.says in page
        assert case.why in page
