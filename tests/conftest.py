"""What tests share."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def examples() -> Path:
    """The project's own example pages."""
    return Path(__file__).resolve().parents[1] / "examples"
