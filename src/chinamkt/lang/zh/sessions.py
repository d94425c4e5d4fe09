"""Where in the day a figure stands, alone or in one word with its direction (高开, 收跌)."""

from __future__ import annotations

from chinamkt.expressions import expression
from chinamkt.model.facts import Phase
from chinamkt.rules import kinds as k
from chinamkt.rules.rule import Construction, Cue, Phrase

__all__ = ["RULES", "lead_phase"]

_LEAD = expression(
    r"(?P<morning>午评|午盘|半日[收升跌涨报高低]|午间收|午间休|中午收|早盘收|午收)|(?P<close>收评|收市|收盘|全日|收[涨跌升挫低高红黑绿]|[高低]收|终场|封关)(?!后|前)"
)
_LEADS = {"morning": Phase.MORNING, "close": Phase.CLOSE}


def lead_phase(lower: str, start: int, end: int) -> Phase | None:
    """The part of the day that a headline, or a sentence without figures, speaks of.

    >>> lead_phase("港股午评:恒指低开低走", 0, 11)
    <Phase.MORNING: 'morning'>
    """
    found = _LEAD.search(lower, start, end)
    return _LEADS[found.lastgroup] if found and found.lastgroup else None


RULES = (
    Cue(id="zh.sessions.closed-up", code=k.UP, sign=1, phase=Phase.CLOSE, words="收涨 | 收升 | 收高 | 收红 | 收扬 | 高收 | 涨收"),
    Cue(
        id="zh.sessions.closed-down", code=k.DOWN, sign=-1, phase=Phase.CLOSE,
        words="""收跌 | 收挫 | 收低 | 收黑 | 收绿 | 低收 | 跌收""",
    ),
    Cue(
        id="zh.sessions.morning-up", code=k.UP, sign=1, phase=Phase.MORNING,
        words="""早盘收涨 | 早盘收升 | 早盘收高 | 早盘高收 | 早市收升 | 早市收涨 | 早市高收 | 早盘收红""",
    ),
    Cue(
        id="zh.sessions.morning-down", code=k.DOWN, sign=-1, phase=Phase.MORNING,
        words="""早盘收跌 | 早盘收挫 | 早盘收低 | 早盘低收 | 早市收跌 | 早市低收 | 早盘收绿""",
    ),
    Cue(
        id="zh.sessions.opened-up", code=k.UP, sign=1, phase=Phase.OPEN,
        words="""高开 | 开涨 | 开升 | 开高 | 跳空高开 | 裂口高开 | 高开高走""",
    ),
    Cue(
        id="zh.sessions.opened-down", code=k.DOWN, sign=-1, phase=Phase.OPEN,
        words="""低开 | 开跌 | 开低 | 跳空低开 | 裂口低开 | 低开低走""",
    ),
    Cue(
        id="zh.sessions.close", code=k.PHASE, phase=Phase.CLOSE,
        words="""收市 | 收盘 | 全日收市 | 截至收盘 | 截至收市 | 收市时 | 收盘时 | 终场 | 全日 | 全天 | 作收 | 尾市收市 | 今收市
        | 下午收盘 | 最终收盘 | 收评 | 收市价 | 大市收市 | 全日计 | 日内收盘 | 全天收盘 | 收市后 | 盘终 | 收官 | 封关""",
    ),
    Cue(
        id="zh.sessions.midday", code=k.PHASE, phase=Phase.MORNING,
        words="""午盘 | 截至午盘 | 午间收盘 | 截至午间收盘 | 午间收市 | 中午收市 | 中午收盘 | 半日 | 半日收市 | 午间休市 | 午间休盘
        | 截至午间休盘 | 午评 | 半日计 | 上午收盘 | 上午收市 | 早盘收盘 | 早盘收市 | 午休 | 截至中午收市 | 截至午间 | 上午
        | 午市收市 | 早市收市 | 上半日 | 午间""",
    ),
    Phrase(id="zh.sessions.noon", code=k.PHASE, words="中午 | 正午", pattern=r"[中正]午(?=[，,]?(?:收?报|续?[升涨跌挫]|倒[升跌]|转[升跌]|则))", read=lambda m: Phase.MORNING),
    Phrase(id="zh.sessions.latest", code=k.PHASE, words="最新", pattern=r"最新(?=[，,]?(?:[微再续急]?[升涨跌挫]|报))", read=lambda m: Phase.INTRADAY),
    Cue(
        id="zh.sessions.open", code=k.PHASE, phase=Phase.OPEN,
        words="""开盘 | 开市 | 甫开盘 | 甫开市 | 一开盘 | 竞价时段 | 集合竞价 | 竞价 | 开盘时 | 开市时 | 早盘开盘 | 今早开盘
        | 开盘即 | 开出""",
    ),
    Cue(
        id="zh.sessions.intraday", code=k.PHASE, phase=Phase.INTRADAY,
        words="""早盘 | 早段 | 初段 | 早市 | 较早时 | 早前 | 午后 | 下午 | 午市 | 午后开盘 | 尾盘 | 尾段 | 尾市 | 盘中 | 盘初
        | 开市初段 | 开盘初段 | 开市后 | 开盘后 | 下午初段 | 下午开市 | 下午开市后 | 午后初段 | 日内 | 即市 | 今早 | 早上
        | 今晨 | 午前 | 午后早段 | 截至发稿 | 截稿前 | 截至发稿前 | 发稿时 | 截稿时 | 目前 | 现时 | 盘间 | 中段 | 临近收盘
        | 临收市前 | 收市前 | 收盘前 | 早盘初 | 中午时分 | 中场 | 午市初段 | 下午中段 | 下午尾段 | 早盘中 | 早上时段 | 上午盘
        | 下午盘 | 午后盘中 | 截至目前 | 截止目前 | 截至记者发稿 | 截稿 | 临近午盘""",
    ),
    Cue(
        id="zh.sessions.peak", code=k.PHASE, value="peak",
        words="""一度 | 曾 | 盘中一度 | 曾经 | 早盘一度 | 午后一度 | 盘中曾 | 早段曾 | 尾盘一度 | 曾最多 | 一度最多 | 盘中最多
        | 最多曾 | 更一度 | 更曾 | 早段最多 | 开盘一度 | 日内一度 | 一度曾""",
    ),
    Phrase(id="zh.sessions.at-most", code=k.PHASE, words="最多", pattern=r"最多(?!的|，|。|,|;|$)", read=lambda m: "peak"),
    Cue(
        id="zh.sessions.day-high", code=k.PHASE, phase=Phase.HIGH,
        words="""全日高位 | 日内高位 | 即日高位 | 全日高点 | 日内高点 | 盘中高位 | 盘中高点""",
    ),
    Cue(
        id="zh.sessions.day-low", code=k.PHASE, phase=Phase.LOW,
        words="""全日低位 | 日内低位 | 即日低位 | 全日低点 | 日内低点 | 盘中低位 | 盘中低点""",
    ),
    Cue(id="zh.sessions.premarket", code=k.PHASE, phase=Phase.PREMARKET, words="盘前 | 美股盘前 | 盘前交易"),
    Construction(id="zh.sessions.headline", step="headline-phase"),
    Cue(id="zh.sessions.postmarket", code=k.PHASE, phase=Phase.POSTMARKET, words="盘后 | 美股盘后 | 盘后交易 | 盘后时段"),
)  # fmt: skip
