"""What a change is measured over: the week, the month, the year, since a day, against the offer price."""

from __future__ import annotations

import re
from typing import Any

from chinamkt.lang.zh.dates import MONTHS, day_of
from chinamkt.model.facts import Basis
from chinamkt.rules import kinds as k
from chinamkt.rules.rule import Cue, Phrase

__all__ = ["RULES", "lead_basis"]


def _since(match: re.Match[str]) -> Any:
    return (Basis.SINCE, day_of(match))


def _days(match: re.Match[str]) -> Any:
    unit = match["unit"]
    if unit.startswith("年") and not match.group().startswith("至今"):
        return (Basis.SINCE, None) if match["count"] not in ("1", "一") else (Basis.YEAR, None)
    return (Basis.SINCE, None)


def _last(match: re.Match[str]) -> Any:
    basis = {"周": Basis.WEEK, "星": Basis.WEEK, "月": Basis.MONTH, "季": Basis.QUARTER, "年": Basis.YEAR}
    return (basis[match["unit"].removeprefix("上").removeprefix("去").removeprefix("个")[0]], "past")


#: "This week the A shares went up and down."
_WEEK = re.compile(
    r"\W*(?:[0-9]\W+)?(?:本周|全周|整周)[，,]?(?:[ah]股|港股|大?市|两市|大盘|市场|股市|三大指数|美股|恒指|沪指)[^。]{0,12}(?:震荡|反复|反覆|上行|下行|上涨|下跌|上升|反弹|回落|走[高低强弱]|回调)"
)
_OF_A_DAY = re.compile("今[天日早]|周[一二三四五六]|星期|昨|前日|早盘|午后|尾盘")


def lead_basis(lower: str, start: int, end: int) -> Basis | None:
    """The span of time over which a sentence without figures says that a market moved.

    >>> lead_basis("本周，a股震荡上行。", 0, 11)
    <Basis.WEEK: 'week'>
    >>> lead_basis("本周市场震荡，今日再次上扬。", 0, 14)
    """
    stretch = lower[start:end]
    return Basis.WEEK if _WEEK.match(stretch) and not _OF_A_DAY.search(stretch) else None


RULES = (
    Cue(
        id="zh.periods.week", code=k.BASIS, basis=Basis.WEEK,
        words="""本周 | 全周 | 当周 | 一周 | 整周 | 本星期 | 全星期 | 一星期 | 全星期计 | 全周计 | 周内 | 按周 | 周线 | 周涨幅 | 今周
        | 过去一周 | 单周 | 本周累计 | 全周累计 | 周累计 | 此周 | 五日累计 | 这周""",
    ),
    Phrase(id="zh.periods.of-the-week", code=k.BASIS, words="周", pattern=r"(?<![一二三四五六七八九十两几本上下全每单当今此这])周(?=累?[升涨跌挫](?!停))", read=lambda m: (Basis.WEEK, None)),
    Cue(
        id="zh.periods.month", code=k.BASIS, basis=Basis.MONTH,
        words="""本月 | 全月 | 当月 | 一个月 | 月内 | 月线 | 整月 | 过去一个月 | 单月 | 按月计 | 本月累计 | 全月累计 | 月累计
        | 本月以来 | 月初至今 | 这个月""",
    ),
    Phrase(id="zh.periods.named-month", code=k.BASIS, words=f"总结 | 单计 | {MONTHS}",
           pattern=r"(?:(?:总结|单计)(?=[^，。]{1,3}月))?(?P<month>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?(?:全月)?(?=(?<=[结计]..月)，|(?<=[结计].月)，|累|[小大微急劲暴]?[升涨跌挫]|[上下][升涨跌挫]|调|则|共|合计|升幅|涨幅|跌幅)", read=lambda m: (Basis.MONTH, day_of(m))),
    Phrase(id="zh.periods.month-of-level", code=k.DATE, words=f"{MONTHS} | 19 | 20",
           pattern=r"(?:(?P<year>(?:19|20)\d\d)年)?(?P<month>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?(?=一度|曾|最|触|见|创|为|是|的|，|底|初|中旬|下旬|上旬|盘中|则)", read=lambda m: ("date", day_of(m)) if day_of(m) else None),
    Cue(
        id="zh.periods.quarter", code=k.BASIS, basis=Basis.QUARTER,
        words="""本季 | 全季 | 本季度 | 一季度 | 二季度 | 三季度 | 四季度 | 首季 | 次季 | 末季 | 第一季 | 第二季 | 第三季 | 第四季
        | 第1季 | 第2季 | 第3季 | 第4季 | 一季 | 季内 | 第一季度 | 第二季度 | 第三季度 | 第四季度 | 单季 | 当季 | 季线""",
    ),
    Cue(id="zh.periods.half", code=k.BASIS, basis=Basis.HALF, words="上半年 | 下半年 | 首半年 | 半年 | 过去半年 | 近半年"),
    Cue(
        id="zh.periods.year-to-date", code=k.BASIS, basis=Basis.YTD,
        words="""今年以来 | 年内 | 年初至今 | 今年至今 | 本年迄今 | 今年迄今 | 今年累计 | 今年 | 年初以来 | 年迄今 | 今年内 | 今年来
        | 年内累计 | 开年以来 | 今年首""",
    ),
    Cue(
        id="zh.periods.year", code=k.BASIS, basis=Basis.YEAR,
        words="""全年 | 一年 | 过去一年 | 全年累计 | 全年来看 | 年线 | 过去12个月 | 近一年 | 全年计 | 年度 | 年涨跌幅""",
    ),
    Phrase(id="zh.periods.last", code=k.BASIS, words="上周 | 上星期 | 上月 | 上个月 | 上季 | 去年 | 上年", pattern=r"(?P<unit>上周|上星期|上个?月|上季度?|去年|上年)(?:全[周月季年])?(?:累计)?(?![一二三四五六日末底初尾收]|的?[高低][位点])", read=_last),
    Phrase(id="zh.periods.extent-of-year", code=k.BASIS, words="年", pattern=r"年(?=[升涨跌]幅)", read=lambda m: (Basis.YEAR, None)),
    Phrase(id="zh.periods.named-year", code=k.BASIS, words="19 | 20", pattern=r"(?P<year>(?:19|20)\d\d)年(?:全年|度|(?=累|共|合共|总共|[升涨跌]))", read=lambda m: (Basis.YEAR, None)),
    Phrase(id="zh.periods.run-of-years", code=k.BASIS, words="结束 | 终止 | 终结 | 扭转", pattern=r"(?:结束|终止|终结|扭转)(?:了|此前|连续)?[0-9一二两三四五六七八九十]+年(?:连|持续|的)[跌升涨]", read=lambda m: (Basis.YEAR, "behind")),
    Cue(
        id="zh.periods.offer", code=k.BASIS, basis=Basis.IPO,
        words="""上市首日 | 首挂 | 挂牌首日 | 首日 | 较招股价 | 较发行价 | 较上市价 | 较发售价 | 较定价 | 较招股定价 | 相比发行价
        | 比招股价 | 比发行价 | 比上市价 | 较IPO价 | 暗盘 | 今日上市 | 新股上市首日""",
    ),
    Phrase(id="zh.periods.against-offer", code=k.BASIS, words="与招股价 | 与发行价 | 与上市价", pattern=r"与(?:招股价|发行价|上市价)(?:[0-9.]+(?:元|港元))?(?:比较|相比)", read=lambda m: (Basis.IPO, None)),
    Phrase(
        id="zh.periods.first-session", code="", words="第一季 | 第二季 | 第三季 | 第四季 | 首季 | 本月 | 本周 | 今年 | 全年 | 首个交易日 | 第一个交易日 | 最后一个交易日",
        pattern=r"(?:第[一二三四]季度?|首季|本月|本周|今年|全年)?(?:及[0-9]{1,2}月份?)?的?(?:首个|第一个|最后一?个)交易日", read=lambda m: "session",
    ),
    Phrase(id="zh.periods.since", code=k.BASIS, words=f"自 | 从 | 较 | 去年 | 19 | 20 | {MONTHS}",
           pattern=r"(?:[自从较]|(?=[^，。;]{1,12}以来))(?:(?P<year>(?:19|20)\d\d)年|去年|今年|同年)?(?P<month>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?:(?P<day>[12]\d|3[01]|0?[1-9])[日号])?(?:的|创下的|份)?(?:历史|阶段)?(?:低点|高点|低位|高位|高峰|顶部|底部|以来|起|至今)(?:以来)?", read=_since),
    Phrase(id="zh.periods.from-start-of-year", code=k.BASIS, words="较年初 | 比年初 | 较去年底 | 较去年末 | 较上年末 | 比去年底", pattern=r"(?:较|比)(?:年初|去年底|去年末|上年末)(?!的?[高低])", read=lambda m: (Basis.YTD, None)),
    Phrase(id="zh.periods.from-extreme", code=k.BASIS, words="自 | 从 | 较 | 由 | 较年初 | 比年初", pattern=r"[自从较由](?:年内|年初|月初|上月|本月|月内|周内|近期|阶段|历史|去年|今年|前期|早前|52周|一年|其)?的?(?:低点|高点|低位|高位|高峰|谷底|底部|顶部|顶峰|最高点|最低点)(?:以来)?", read=lambda m: (Basis.SINCE, None)),
    Phrase(id="zh.periods.days", code=k.BASIS, words="近 | 过去 | 最近 | 短短 | 至今",
           pattern=r"(?:近|过去|最近|短短|至今(?:不足|不到|约|逾|近|已)?)(?P<count>[0-9]{1,2}|[一二两三四五六七八九十]{1,2})个?(?P<unit>日|天|交易日|年|月|周|星期)(?:以来|来|内|里|间)?(?!高|低|新|最|以)", read=_days),
)  # fmt: skip
