"""What a printed decimal can have been; :mod:`chinamkt.model.printed`, where daily bars find it too."""

from __future__ import annotations

from chinamkt.model.printed import Interval, is_printable, round_like, wide_arithmetic

__all__ = ["Interval", "is_printable", "round_like", "wide_arithmetic"]
