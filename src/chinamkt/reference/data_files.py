"""Open the shipped tables: packed lines under ``data/``, made by ``update/reference``."""

from __future__ import annotations

import zlib
from functools import cache
from pathlib import Path
from typing import Any

from chinamkt.errors import ReferenceFault

__all__ = ["manifest", "packed"]


def _stored(name: str) -> bytes:
    # The loader reads from a folder or a zip alike; importlib.resources would cost 12 ms to import.
    path = str(Path(__file__).with_name("data") / name)
    try:
        content: bytes = __spec__.loader.get_data(path)  # type: ignore[union-attr]
    except OSError as error:
        hint = "reinstall chinamkt, or run update/reference"
        raise ReferenceFault("a shipped table is missing", source=name, hint=hint) from error
    return content


def packed(name: str) -> bytes:
    """The content of a shipped table.

    :raises ReferenceFault: where the file is missing or damaged.
    """
    try:
        return zlib.decompress(_stored(f"{name}.z"))
    except zlib.error as error:
        raise ReferenceFault("a shipped table is damaged", source=f"{name}.z", hint="reinstall chinamkt") from error


@cache
def manifest() -> dict[str, Any]:
    """Sources, digests, columns and dates of the shipped tables (``MANIFEST.json``)."""
    import json  # not needed to read a text

    told: dict[str, Any] = json.loads(_stored("MANIFEST.json"))
    return told
