"""The package's front door: names, laziness, documentation."""

from __future__ import annotations

import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import pytest

import chinamkt

API = Path(__file__).resolve().parents[2] / "docs" / "reference" / "api.md"
#: Costly to import, or a table: none may be loaded by ``import chinamkt``.
HEAVY = (
    "babel",
    "cattrs",
    "click",
    "hypothesis",
    "importlib.metadata",
    "importlib.resources",
    "narwhals",
    "orjson",
    "pandas",
    "pint",
    "pyarrow",
    "rich",
)


def test_all_is_the_lazy_table_and_sorted() -> None:
    assert chinamkt.__all__ == sorted(chinamkt._WHERE)


@pytest.mark.parametrize("name", chinamkt.__all__)
def test_every_public_name_can_be_had(name: str) -> None:
    assert getattr(chinamkt, name) is not None


def test_no_public_name_is_hidden_by_a_module() -> None:
    """Importing ``chinamkt.x`` puts that module in the place of a function of its name."""
    modules = {module.name for module in pkgutil.iter_modules(chinamkt.__path__)}
    assert modules.isdisjoint(chinamkt.__all__)


def test_the_package_of_bars_is_at_hand() -> None:
    script = "import sys, chinamkt; assert 'chinamkt.bars' not in sys.modules; chinamkt.bars.read_csv"
    subprocess.run([sys.executable, "-c", script], check=True)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nonsense"):
        _ = chinamkt.nonsense  # type: ignore[attr-defined]


def test_every_public_name_is_in_the_reference() -> None:
    named = re.findall(r"^\.\. auto\w+:: chinamkt\.(\w+)$", API.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(named) == chinamkt.__all__


def test_the_import_is_light() -> None:
    probe = "import sys; bare = set(sys.modules); import chinamkt; print(*sorted(set(sys.modules) - bare))"
    loaded = subprocess.check_output([sys.executable, "-c", probe], text=True).split()
    assert not [name for name in loaded if name.startswith(HEAVY)]
    assert "chinamkt.reference" not in loaded
    assert "chinamkt.lang" not in loaded
