"""Turnover of markets, and flows through Stock Connect."""

from __future__ import annotations

from chinamkt.rules import kinds as k
from chinamkt.rules.rule import Construction, Cue

__all__ = ["RULES"]

RULES = (
    Cue(id="zh.turnover.noun", code=k.TURNOVER, words="成交额 | 成交量 | 成交金额 | 成交总额 | 总成交额 | 总成交量 | 总成交金额 | 成交总值 | 成交 | 合计成交额 | 合计成交 | 总成交 | 成交总金额 | 总成交总额 | 交投"),
    Cue(id="zh.turnover.hong-kong", code=k.TURNOVER, value="HKEX", words="大市成交 | 大市成交额 | 大市总成交 | 主板成交 | 主板成交额 | 主板成交金额 | 主板总成交 | 主板总成交额 | 港股成交 | 港股成交额 | 大市全日成交 | 大市全日成交额 | 大市半日成交 | 大市半日成交额 | 主板全日成交 | 主板全日成交额 | 主板半日成交 | 主板半日成交额 | 大市成交金额 | 大市成交总额 | 港股全日成交额 | 港股全日成交金额 | 大市暂成交"),
    Cue(id="zh.turnover.mainland", code=k.TURNOVER, value="SSE+SZSE", words="两市成交 | 两市成交额 | 两市合计成交额 | 两市合计成交 | 两市总成交额 | 沪深两市成交额 | 沪深两市成交 | 沪深两市合计成交额 | 沪深两市合计成交 | 沪深两市总成交额 | 两市全天成交额 | 两市全天成交 | 两市半日成交额 | 沪深两市半日成交额 | 沪深两市全天成交额 | 沪深两市全天成交 | 沪深成交额 | 沪深京三市成交额 | 两市成交金额 | 沪深二市成交额 | 两市半日成交 | 沪深两市全年总成交额 | 沪深两市成交总额 | 市场成交额 | 全市场成交额"),
    Cue(id="zh.turnover.shanghai", code=k.TURNOVER, value="SSE", words="沪市成交额 | 沪市成交 | 上海市场成交额 | 沪市成交金额 | 上海市场成交 | 沪市成交总额"),
    Cue(id="zh.turnover.shenzhen", code=k.TURNOVER, value="SZSE", words="深市成交额 | 深市成交 | 深圳市场成交额 | 深市成交金额 | 深圳市场成交 | 深市成交总额"),
    Cue(id="zh.turnover.southbound", code=k.FLOW, value="southbound", words="北水 | 南向资金 | 南下资金 | 南向 | 南下 | 港股通 | 内地资金 | 南向交易 | 港股通南下资金 | 南向港股通 | 北水资金"),
    Cue(id="zh.turnover.northbound", code=k.FLOW, value="northbound", words="北向资金 | 北上资金 | 北向 | 北上 | 陆股通 | 北向交易 | 沪深股通 | 外资通过沪深股通"),
    Cue(id="zh.turnover.main", code=k.FLOW, value="main", words="主力资金 | 主力 | 两市主力资金 | 大盘资金 | 沪深两市主力资金"),
    Cue(id="zh.turnover.part-of-channel", code=k.NONMARKET, words="沪股通 | 深股通 | 港股通(沪) | 港股通(深) | 沪港股通 | 深港股通 | 港股通沪 | 港股通深 | 沪市港股通 | 深市港股通"),
    Cue(id="zh.turnover.bought", code="+", sign=1, words="净买入 | 净流入 | 净买 | 净流进 | 净买进 | 净买入额 | 净流入额 | 净买超 | 录得净买入 | 录得净流入 | 净流入资金 | 净买入资金 | 成交净买入"),
    Cue(id="zh.turnover.sold", code="+", sign=-1, words="净卖出 | 净流出 | 净卖 | 净沽出 | 净抛售 | 净卖出额 | 净流出额 | 净沽 | 录得净卖出 | 录得净流出 | 净流出资金 | 净减持 | 成交净卖出"),
    Construction(id="zh.turnover.sum", step="turnover"),
    Construction(id="zh.turnover.flow", step="flow"),
)
