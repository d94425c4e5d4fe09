"""``import chinamkt`` loads the standard library and nothing else of weight."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

HEAVY = {
    "ahocorasick_rs",
    "attrs",
    "babel",
    "cattrs",
    "click",
    "hypothesis",
    "numpy",
    "orjson",
    "pandas",
    "pint",
    "rich",
    "stdnum",
}
MODEL_MAY = {"chinamkt", "chinamkt.errors", "chinamkt.expressions", "chinamkt.model"}
USES = """
from decimal import Decimal as D
chinamkt.Span(0, 4).of("text")
hsi = chinamkt.Index(slug="HSI")
chinamkt.PriceMove(instrument=hsi, percent=chinamkt.Percent(D("-0.64")), level=chinamkt.Level(D("23916.06")))
chinamkt.Turnover(market=chinamkt.Market("HKEX"), amount=chinamkt.Money(D(1), "HKD"))
chinamkt.TradeEvent(kind=chinamkt.EventKind.TALKS, parties=("US", "CN"))
chinamkt.Report(text="").facts
"""


def modules_after(code: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after running the code, less those it starts with."""
    script = f"import json, sys; before = set(sys.modules)\n{code}\nprint(json.dumps(sorted(set(sys.modules) - before)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout))


def test_import_loads_no_heavy_module_and_no_table() -> None:
    loaded = modules_after("import chinamkt")
    assert not {name for name in loaded if name.split(".")[0] in HEAVY | {"attr"}}
    assert {name for name in loaded if name.startswith("chinamkt")} == {"chinamkt"}
    assert "importlib.metadata" not in loaded


def test_the_types_need_attrs_alone() -> None:
    loaded = modules_after(f"import chinamkt\n{USES}")
    assert not {name for name in loaded if name.split(".")[0] in HEAVY - {"attrs"}}
    ours = {name for name in loaded if name.startswith("chinamkt")}
    assert {name for name in ours if not name.startswith("chinamkt.model.")} <= MODEL_MAY


@pytest.mark.parametrize("name", ["pint", "cattrs"])
def test_the_probe_sees_what_is_loaded(name: str) -> None:
    """A test that can fail: the same probe finds these modules where they are imported."""
    assert name in modules_after(f"import chinamkt, {name}")
