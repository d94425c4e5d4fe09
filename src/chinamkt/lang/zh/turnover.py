"""Turnover of markets, and flows through Stock Connect."""

from __future__ import annotations

from chinamkt.rules import kinds as k
from chinamkt.rules.rule import Construction, Cue, Phrase

__all__ = ["RULES"]

RULES = (
    Cue(
        id="zh.turnover.noun",
        code=k.TURNOVER,
        words="""成交额 | 成交量 | 成交金额 | 成交总额 | 总成交额 | 总成交量 | 总成交金额 | 成交总值 | 成交 | 合计成交额 | 合计成交
        | 总成交 | 成交总金额 | 总成交总额 | 成交额合计 | 全天交易额 | 全日交易额 | 半日交易额 | 两市交易额 | 总交易额 | 暂成交 | 成交总量 | 成交值""",
    ),
    Phrase(
        id="zh.turnover.total",
        code=k.TURNOVER,
        words="总量 | 合计",
        pattern=r"(?:总量|合计)(?=(?:约|逾|近|接近|超过?|不足|达到?|为|突破)*[0-9.]+(?:万亿|亿)元)",
        read=lambda m: "total",
    ),
    Construction(id="zh.turnover.of-each-exchange", step="both-exchanges"),
    Cue(id="zh.turnover.main-board", code=k.VENUE, value="HKEX", words="主板 | 香港主板 | 港股主板"),
    Cue(
        id="zh.turnover.both-exchanges",
        code=k.VENUE,
        value="SSE+SZSE",
        words="""沪深 | 沪深二市 | 沪深三市 | 沪深京 | 沪深京三市 | 三市""",
    ),
    Phrase(
        id="zh.turnover.the-market",
        code=k.VENUE,
        words="市场",
        pattern=r"市场(?=(?:今日|全日|半日|全天|暂|总|合计)*成交)",
        read=lambda m: "SSE+SZSE",
    ),
    Cue(
        id="zh.turnover.southbound",
        code=k.FLOW,
        value="southbound",
        words="""北水 | 南向资金 | 南下资金 | 南向 | 南下 | 港股通 | 内地资金 | 南向交易 | 港股通南下资金 | 南向港股通 | 北水资金""",
    ),
    Cue(
        id="zh.turnover.northbound",
        code=k.FLOW,
        value="northbound",
        words="""北向资金 | 北上资金 | 北向 | 北上 | 陆股通 | 北向交易 | 沪深股通 | 外资通过沪深股通""",
    ),
    Cue(id="zh.turnover.main", code=k.FLOW, value="main", words="主力资金 | 主力 | 两市主力资金 | 大盘资金 | 沪深两市主力资金"),
    Cue(
        id="zh.turnover.part-of-channel",
        code=k.NONMARKET,
        value="part",
        words="""沪股通 | 深股通 | 港股通(沪) | 港股通(深) | 沪港股通 | 深港股通 | 港股通沪 | 港股通深 | 沪市港股通 | 深市港股通
        | 港股通(上海) | 港股通(深圳) | 港股通(沪市) | 港股通(深市)""",
    ),
    Cue(
        id="zh.turnover.bought",
        code="+",
        sign=1,
        words="""净买入 | 净流入 | 净买 | 净流进 | 净买进 | 净买入额 | 净流入额 | 净买超 | 录得净买入 | 录得净流入 | 净流入资金
        | 净买入资金 | 成交净买入""",
    ),
    Cue(
        id="zh.turnover.sold",
        code="+",
        sign=-1,
        words="""净卖出 | 净流出 | 净卖 | 净沽出 | 净抛售 | 净卖出额 | 净流出额 | 净沽 | 录得净卖出 | 录得净流出 | 净流出资金 | 净减持
        | 成交净卖出""",
    ),
    Construction(id="zh.turnover.sum", step="turnover"),
    Construction(id="zh.turnover.flow", step="flow"),
)
