"""Currencies: the sign is the yuan's, against the number; a point is the last of four decimals."""

from __future__ import annotations

from chinamkt.rules import kinds as k
from chinamkt.rules.rule import Cue

__all__ = ["RULES"]

RULES = (
    Cue(id="zh.fx.offshore", code=k.REFERENCE, value="fx", words="离岸价 | 该货币 | 汇价"),
    Cue(id="zh.fx.per", code="x", words="兑美元 | 对美元 | 每美元 | 兑1美元 | 兑一美元 | 兑每美元 | 汇率 | 即期汇率 | 即期汇价 | cnh | cny"),
)
