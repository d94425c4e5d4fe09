"""Records, highs and lows since a time, best and worst days, runs of days."""

from __future__ import annotations

import re
from typing import Any

from chinamkt.lang.zh._han import han_number
from chinamkt.lang.zh.dates import day_of
from chinamkt.model.dates import Duration
from chinamkt.model.facts import Extreme, Superlative
from chinamkt.rules import kinds as k
from chinamkt.rules.rule import Phrase

__all__ = ["RULES"]

_N = r"[0-9]{1,3}|[一二两三四五六七八九十]{1,3}"
_UNIT = r"个半?月|个?(?:周|星期|季度?|年|日|天|交易日)"
_UNITS = {"月": "M", "半月": "M", "周": "W", "星期": "W", "年": "Y", "日": "D", "天": "D", "交易日": "D"}
_WHEN = rf"(?:(?:逾|近|超过?|约)?(?P<count>{_N})(?P<half>年半)?(?:多|余)?(?P<unit>{_UNIT})?(?:多|半)?(?:以)?来?|(?:自)?(?:今年|去年|(?P<year>(?:19|20)\d\d)年)?(?:(?P<month>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?:(?P<day>[0-9]{{1,2}})[日号])?)?(?:底|初|[上中下]旬|中)?(?:以来|以?后)|(?P<record>历史|历来|史上|有史以来|纪录|记录|上市以来|上市|挂牌以来|有纪录以来))"


def _number(words: str) -> int:
    return int(words) if words.isdigit() else int(han_number(words) or 0)


def _length(match: re.Match[str]) -> Duration | None:
    parts = match.groupdict()
    if not parts.get("count"):
        return None
    count, unit = (
        _number(parts["count"]),
        (parts.get("unit") or "年" if parts.get("half") else parts.get("unit") or "").removeprefix("个"),
    )
    if unit.startswith("季"):
        return Duration(count * 3, "M") if count else None
    if unit not in _UNITS or not count:
        return None
    return Duration(1, "Y") if (count, unit) == (52, "周") else Duration(count, _UNITS[unit])


def _since(match: re.Match[str]) -> Any:
    if match.groupdict().get("record"):
        return "record"
    length = _length(match)
    if length is not None:
        return length
    return day_of(match)


def _level(match: re.Match[str]) -> Superlative | None:
    since = _since(match)
    return Superlative(Extreme.HIGH if match["kind"] == "高" else Extreme.LOW, since) if since is not None else None


def _move(match: re.Match[str]) -> Any:
    since = _since(match)
    words = match["move"]
    if since is None:
        return None
    if any(letter in words for letter in "跌挫泻"):
        return ("move", Superlative(Extreme.LOSS, since))
    if any(letter in words for letter in "升涨弹"):
        return ("move", Superlative(Extreme.GAIN, since))
    return ("signed", since)


def _most(match: re.Match[str]) -> Any:
    since = _since(match)
    if since is None:
        return None
    return Superlative(Extreme.LOW, since) if match["move"][1] in "少小" else ("signed", since)


def _streak(match: re.Match[str]) -> Superlative | None:
    count, unit = _number(match["count"]), match["unit"].removeprefix("个")
    letter = _UNITS.get(unit)
    return Superlative(Extreme.STREAK, Duration(count, letter)) if count > 1 and letter else None


#: How a length of time may begin: "7个月", "十年".
_STARTS = " | ".join(
    [
        "逾",
        "近",
        "超",
        "自",
        *(f"{number}{unit}" for number in (*range(1, 31), 52, *"一两三四五六七八九十") for unit in ("年", "个", "周", "月")),
    ]
)

RULES = (
    Phrase(
        id="zh.extremes.level-since", code=k.EXTREME, words="创 | 创下 | 创出 | 刷新 | 续创 | 再创 | 见 | 触及 | 为 | 是 | 至 | 创了 | 改写 | 续刷 | 处于",
        pattern=rf"(?:再|续)?(?:创[下出了]?|刷新?|见|触及|为|是|至|改写|处于)(?:了|自)?(?:盘中|收盘|收市)?{_WHEN}(?:的|以来|收市|收盘|盘中|即市|次)?(?:新|最|阶段)?(?P<kind>高|低)(?:位|点|水平|水准|收盘水平|收市水平|收盘价|纪录|记录)?", read=_level,
    ),
    Phrase(
        id="zh.extremes.record", code=k.EXTREME, words="创新 | 历史新 | 纪录新 | 收市新 | 收盘新 | 破纪录 | 历史最 | 历史高 | 历史低 | 续刷 | 上市新 | 上市以来新 | 历来最高 | 历来最低 | 历来收市 | 创纪录 | 创记录 | 破记录 | 创下纪录",
        pattern=r"(?:续刷|再创|破)?(?:创新?|创下|历史|纪录|记录|上市|上市以来|历来)?(?:收市|收盘|记录|纪录)?(?:新|最)?(?P<kind>高|低)(?:位|点|水平|纪录)?", read=lambda m: Superlative(Extreme.HIGH if m["kind"] == "高" else Extreme.LOW, "record"),
    ),
    Phrase(
        id="zh.extremes.biggest-move", code=k.EXTREME, words=f"创 | 创下 | 录得 | 为 | 是 | 历来最大 | 史上最大 | 历史最大 | 有史以来最大 | {_STARTS}",
        pattern=rf"(?<![0-9])(?:再|续)?(?:创[下出了]?|录得?|为|是)?{_WHEN}(?:的)?(?:以来)?(?:第[一二三四五六七八九十]大|最[大差劣佳好强]|最高)的?(?P<move>(?:单日|日内|一日|单周|单月|点数|百分比|日)*(?:跌幅|升幅|涨幅|点数跌幅|点数升幅|跌势|升势|表现|挫幅|反弹)|单日(?:下跌|上涨|上升)|点数跌幅|单周涨幅|单日)", read=_move,
    ),
    Phrase(
        id="zh.extremes.most", code=k.EXTREME, words="创 | 创下 | 录得 | 为 | 是",
        pattern=rf"(?:再|续)?(?:创[下出了]?|录得?|为|是){_WHEN}(?:的)?(?P<move>最[大多少小])(?![跌升涨挫泻反单的])", read=_most,
    ),
    Phrase(
        id="zh.extremes.record-made", code=k.EXTREME, words="破纪录 | 创纪录 | 破记录 | 创记录 | 打破纪录 | 创下纪录",
        pattern=r"(?:打?破|创下?)[纪记]录(?![新高低最])", read=lambda m: ("signed", "record"),
    ),
    Phrase(
        id="zh.extremes.year", code=k.EXTREME, words="全年最 | 年内最 | 全年高 | 全年低 | 年内高 | 年内低 | 全年新 | 年内新 | 今年新 | 今年最 | 本年新",
        pattern=r"(?:全年|年内|今年|本年)(?:的)?(?:新|最)?(?P<kind>高|低)(?:位|点|水平)?(?:的)?", read=lambda m: Superlative(Extreme.HIGH if m["kind"] == "高" else Extreme.LOW, None),
    ),
    Phrase(
        id="zh.extremes.streak", code=k.EXTREME, words="连续 | 连 | 为连续 | 已连续 | 日线 | 录得 | 第 | 三连 | 四连 | 五连 | 六连 | 七连 | 八连 | 九连 | 3连 | 4连 | 5连 | 6连 | 7连 | 8连 | 日k线",
        pattern=rf"(?:为|已|录得)?(?:连续|连)(?:第)?(?P<count>{_N})(?P<unit>个?(?:交易日|日|天|周|星期|月))(?:下跌|上升|上涨|下挫|回落|走低|走高|收涨|收跌|收高|收低|累[升涨跌]|[升涨跌挫])?", read=_streak,
    ),
    Phrase(
        id="zh.extremes.nth-day", code=k.EXTREME, words="连升 | 连涨 | 连跌 | 连挫 | 连扬 | 连阳 | 连阴",
        pattern=rf"连[升涨跌挫扬](?:第)?(?P<count>{_N})(?P<unit>个?(?:交易日|日|天|周|星期|月))", read=_streak,
    ),
    Phrase(
        id="zh.extremes.n-in-a-row", code=k.EXTREME, words="两连 | 三连 | 四连 | 五连 | 六连 | 七连 | 八连 | 九连 | 十连 | 2连 | 3连 | 4连 | 5连 | 6连 | 7连 | 8连 | 9连 | 日线 | 日k线",
        pattern=r"(?:日线|日k线)?(?P<count>[2-9]|[两三四五六七八九十]|1[0-9])(?P<unit>)连(?:涨|跌|升|挫|阳|阴|扬)(?!停)", read=lambda m: Superlative(Extreme.STREAK, Duration(_number(m["count"]), "D")),
    ),
    Phrase(
        id="zh.extremes.run-ended", code=k.WORDS, words="终止 | 结束 | 止步 | 止住 | 终结 | 扭转 | 打断 | 中断 | 在连续 | 经过 | 继连续 | 此前连续 | 之前连续 | 经历",
        pattern=rf"(?:终止|结束|止步|止住|终结|扭转|打断|中断|在|经过|继|此前|之前|经历)(?:了|此前|之前)?(?:连续)?(?:{_N})(?:个)?(?:日|天|周|交易日|月)?(?:的)?(?:连)?[升涨跌挫](?:浪|势|走势)?|(?:终止|结束|止住|终结|在|经过|继|此前|之前|经历)(?:了)?连续(?:{_N})(?:个)?(?:日|天|周|交易日|月|年|季)", read=lambda m: "ended",
    ),
)  # fmt: skip
