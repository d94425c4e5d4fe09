"""Currencies: the sign is the yuan's, against the number; a point is the last of four decimals."""

from __future__ import annotations

from chinamkt.rules import kinds as k
from chinamkt.rules.rule import Construction, Cue

__all__ = ["RULES"]

RULES = (
    Cue(id="zh.fx.currency", code=k.REFERENCE, value="fx", words="该货币 | 汇价 | 人民币汇价 | 该汇价"),
    Construction(id="zh.fx.pips", step="pips"),
)
