"""Floors only rise: none is below what an earlier commit reached on the same gold."""

from __future__ import annotations

import subprocess
import tomllib
from pathlib import Path

import pytest

FLOORS = Path(__file__).parent / "floors.toml"


def _git(*arguments: str) -> str:
    done = subprocess.run(["git", "-C", str(FLOORS.parent), *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip("no history to compare with")
    return done.stdout


def test_no_floor_has_sunk() -> None:
    now = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    for commit in _git("log", "--format=%H", "--", FLOORS.name).split():
        before = tomllib.loads(_git("show", f"{commit}:./{FLOORS.name}"))
        for part, held in before.items():
            if held["gold"] == now[part]["gold"]:
                sunk = {name: floor for name, floor in held["floors"].items() if now[part]["floors"].get(name, -1) < floor}
                assert not sunk, f"{part}: below the floors of {commit[:10]}"
