"""Words that stand before a level, and words that say a figure is compared with, or only crossed."""

from __future__ import annotations

from chinamkt.model.facts import Phase
from chinamkt.rules import kinds as k
from chinamkt.rules.rule import Construction, Cue, Phrase

__all__ = ["RULES"]

_FIGURE = r"(?=\s?(?:每股|每桶|每盎司|每吨|约|逾|近|人民币|港币|港元|美元|hk\$|us\$|[$¥])*\s?[0-9])"
_LEVEL = r"(?=\s?(?:约|逾|近|每股|港币|美元|hk\$|us\$|\$)*\s?[0-9][0-9,.]*\s?(?:点(?!钟|半)|元|港元|港币|美元|仙))"

RULES = (
    Phrase(id="zh.levels.quoted", code=k.LEVEL_VERB, words="报 | 折合报 | 折合 | 现价 | 报价 | 挂牌报", pattern=rf"(?:折合报?|现价|报价|挂牌报|报)(?:于|在)?{_FIGURE}", read=lambda m: "quoted"),
    Cue(
        id="zh.levels.closed", code=k.LEVEL_VERB, phase=Phase.CLOSE,
        words="""收报 | 收市报 | 收盘报 | 收市于 | 收盘于 | 收于 | 收在 | 报收于 | 报收 | 收盘价报 | 收盘在 | 收市价报 | 收盘收报
        | 收市收报 | 全日收报 | 收盘价为 | 收市价为 | 终场报 | 坐收 | 平收于 | 收盘来到 | 收盘点位为 | 收见""",
    ),
    Phrase(id="zh.levels.closed-figure", code=k.LEVEL_VERB, words="收", pattern=r"收(?=\s?(?:约|逾|近|港币|[$¥])?\s?[0-9][0-9,.]*\s?(?:点|元|港元|美元|。|，|\)))", read=lambda m: Phase.CLOSE),
    Cue(
        id="zh.levels.now", code=k.LEVEL_VERB, phase=Phase.INTRADAY,
        words="""现报 | 暂报 | 新造 | 目前报 | 最新报 | 现造 | 暂时报 | 现时报 | 其后报 | 当前报 | 现徘徊在 | 新报""",
    ),
    Cue(id="zh.levels.opened", code=k.LEVEL_VERB, phase=Phase.OPEN, words="开盘价 | 开盘价报 | 开盘价为 | 开报 | 开盘报 | 开市报 | 开于 | 开市价报 | 开盘于"),
    Cue(
        id="zh.levels.midday", code=k.LEVEL_VERB, phase=Phase.MORNING,
        words="""休报 | 半日报 | 午间报 | 中午报 | 半日收报 | 中午收报 | 中午收市报 | 半日收市报 | 午间收报 | 午盘报 | 早盘收报
        | 上午收报 | 午市收报 | 午收报 | 早市收报 | 午收 | 中午收""",
    ),
    Cue(
        id="zh.levels.high", code=k.LEVEL_VERB, phase=Phase.HIGH,
        words="""高见 | 最高见 | 曾高见 | 最高 | 最高报 | 最高触及 | 最高曾见 | 最高至 | 最高升至 | 最高升见 | 最高来 | 最高来到
        | 最高达 | 最高涨至 | 高位见 | 盘中最高 | 上摸 | 最高上探 | 盘中高见 | 曾升见 | 曾升至 | 一度升至 | 一度涨至
        | 一度上涨至 | 一度升见 | 一度上探 | 一度触及 | 一度达 | 一度达到 | 盘中一度达 | 盘中一度达到 | 最高达到""",
    ),
    Cue(
        id="zh.levels.low", code=k.LEVEL_VERB, phase=Phase.LOW,
        words="""低见 | 最低见 | 曾低见 | 最低 | 最低报 | 最低触及 | 最低曾见 | 最低至 | 最低跌至 | 最低来到 | 最低来 | 最低达 | 低位见
        | 盘中最低 | 下探至 | 盘中低见 | 探至 | 下行探至 | 下探到 | 曾跌见 | 曾跌至 | 一度跌至 | 一度下跌至 | 一度低见 | 一度下探 | 最低下探 | 下探""",
    ),
    Phrase(
        id="zh.levels.reached", code=k.LEVEL_VERB, words="触及 | 曾见 | 来到 | 见 | 做 | 造 | 挂 | 报约",
        pattern=rf"触及|曾见|来到|报约|[见做造挂](?={_FIGURE[3:-1]}|(?:全日|日内|即日)?[高低][位点])", read=lambda m: "reached",
    ),
    Phrase(
        id="zh.levels.climbed-to", code=k.LEVEL_VERB, words="攻上 | 冲上 | 升上 | 攀上 | 登上",
        pattern=r"(?:攻上|冲上|升上|攀上|登上)(?:了)?(?=[0-9][0-9,]{2,}(?:\.[0-9]+|(?<!00)(?<!50))点(?:[，。、；]|$))", read=lambda m: Phase.HIGH,
    ),
    Phrase(id="zh.levels.to", code=k.TO, words="至 | 到", pattern=rf"(?:至|到)(?={_FIGURE[3:-1]}|(?:全日|日内|即日)?(?:高位|低位|高点|低点)\s?[0-9]|[半一二两三四五六七八九十百逾近约])", read=lambda m: "to"),
    Phrase(id="zh.levels.at", code=k.AT, words="以 | 于", pattern=rf"以{_LEVEL}|于(?=\s?[0-9][0-9,.]*\s?(?:点|元|港元)(?:收市|收盘|作收|结束|开市|开盘|开出))", read=lambda m: "at"),
    Phrase(id="zh.levels.is", code=k.LEVEL_VERB, words="为", pattern=r"(?<=[，,])为(?=\s?[0-9][0-9,]{3,}(?:\.[0-9]+)?点)", read=lambda m: "quoted"),
    Phrase(id="zh.levels.from", code=k.FROM, words="由 | 从 | 自", pattern=r"[由从自](?:昨日|上日|前日|周[一二三四五]|昨天|早前|日内|年内|今年|去年)?(?:的|高位|低位|收市价?|收盘价?)?(?=\s?(?:约|逾|近)?(?:[0-9][0-9,.]*\s?(?:%|点|元|港元|美元|成|倍)|半成|[一二两三四五六七八九]成))", read=lambda m: "from"),
    Cue(
        id="zh.levels.threshold", code=k.VERSUS,
        words="""突破 | 升破 | 涨破 | 跌破 | 跌穿 | 升穿 | 失守 | 站上 | 站稳 | 站上久违的 | 守住 | 守稳 | 险守 | 企稳 | 企于 | 重上
        | 重返 | 重登 | 重夺 | 收复 | 攻上 | 攻破 | 冲破 | 冲上 | 冲击 | 挑战 | 逼近 | 直逼 | 挑战收复 | 跌落 | 失去
        | 考验 | 挫穿 | 破 | 重回 | 回到 | 退守 | 不保 | 力守 | 挫破 | 低于 | 高于 | 跌破了 | 突破了 | 再突破 | 越过 | 升越
        | 超越 | 打破 | 围绕 | 徘徊 | 力保 | 固守 | 上破 | 下破 | 上穿 | 下穿 | 穿越 | 踏上 | 站回 | 回守 | 插穿 | 泻穿 | 升上 | 直指 | 剑指
        | 杀低""",
    ),
    Cue(id="zh.levels.compared", code=k.VERSUS, words="较 | 相比 | 相较于 | 相较 | 对比 | 相对于"),
    Phrase(id="zh.levels.than", code=k.VERSUS, words="比", pattern=r"比(?=[上前周昨去同]|星期|隔夜|[0-9一二三四五六七八九十]{1,2}[月日])", read=lambda m: "than"),
    Phrase(id="zh.levels.or", code=k.OR, words="或 | 即 | 相当于", pattern=r"(?:或|即|相当于)(?=\s?(?:约|逾|近|超过?)?\s?[0-9半一二两三四五六七八九十])", read=lambda m: "or"),
    Cue(id="zh.levels.day-extreme", code="x", words="高位 | 低位 | 高点 | 低点"),
    Construction(id="zh.levels.price-first", step="price-first"),
    Construction(id="zh.levels.previous-close", step="previous-close"),
    Cue(
        id="zh.levels.filler", code="",
        words="""每股 | 每桶 | 每盎司 | 每吨 | 水平 | 关口 | 大关 | 整数关口 | 关卡 | 左近 | 收盘价 | 折合港元 | 以港元计 | 折合港币""",
    ),
)  # fmt: skip
