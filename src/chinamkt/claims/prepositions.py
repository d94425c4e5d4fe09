"""What a preposition governs is spoken of beside the subject."""

from __future__ import annotations

from chinamkt.rules import kinds as k

__all__ = ["PREPOSITIONS"]

PREPOSITIONS = frozenset((k.IN, k.OF, k.FROM, k.TO, k.AT, k.BY, k.VERSUS))
