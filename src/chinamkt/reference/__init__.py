"""Names and codes of what moves: tables with sources, digests and dates; loaded on first use."""

from __future__ import annotations

from chinamkt.reference.tables import Reference, load

__all__ = ["Reference", "load"]
