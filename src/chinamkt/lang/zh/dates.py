"""Days, weekdays and months that a sentence names."""

from __future__ import annotations

import re
from typing import Any

from chinamkt.model.dates import PartialDate
from chinamkt.rules import kinds as k
from chinamkt.rules.rule import Construction, Cue, Phrase

__all__ = ["MONTHS", "RULES", "day_of", "lead_date", "session_date", "weekday"]

_WEEKDAYS = "一二三四五六日"
_NUMBERS = {
    word: number for number, word in enumerate(("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"), 1)
}
_MONTHS = tuple(_NUMBERS)
#: How a month may begin; 十一月 begins as 十 does.
MONTHS = " | ".join([*(f"{number}月" for number in range(1, 13)), *(f"{word}月" for word in _MONTHS)])


def _month(words: str) -> int:
    return _NUMBERS.get(words) or (int(words) if words.isdigit() else 0)


def day_of(match: re.Match[str]) -> PartialDate | None:
    """The date that the groups ``year``, ``month`` and ``day`` give, as far as they do."""
    parts = match.groupdict()
    year = int(parts["year"]) if parts.get("year") else None
    month = _month(parts["month"]) if parts.get("month") else None
    day = int(parts["day"]) if parts.get("day") else None
    if (month is None and year is None) or (month is not None and not 1 <= month <= 12):
        return None
    try:
        return PartialDate(year, month, day if month else None)
    except ValueError:
        return None


def _dated(match: re.Match[str]) -> Any:
    found = day_of(match)
    return ("date", found) if found is not None else None


def _weekday(match: re.Match[str]) -> Any:
    day = match["day"].replace("天", "日")
    return ("weekday", _WEEKDAYS.index(day), match["last"] is not None, None)


_DAY = r"(?:(?P<year>(?:19|20)\d\d)年)?(?P<month>1[0-2]|0?[1-9])月(?P<day>[12]\d|3[01]|0?[1-9])[日号](?:\((?:周|星期)[一二三四五六日天]\))?"
_MARKET = "a股|港股|美股|陆股|沪股|深股|台股|沪深|两市|三大|上证|深证|恒生|恒指|沪指|沪综指|大盘|大市|股市|道指|纳指|标普|北上|北向|南向|南下|主力|人民币|在岸|离岸"
#: The day at the head of a report: "9月21日,A股…", "财联社1月28日午评".
_SESSION = re.compile(
    rf"(?:^|(?<=\n))[^0-9，。]{{0,12}}(?<![于自从至到截在为将])(?<!截止)(?<!截至){_DAY}(?=，|消息|电|讯|早评|午评|收评|复盘|互动|早盘|午盘|尾盘|收盘|盘|{_MARKET})",
    re.MULTILINE,
)
_WEEKDAY = r"(?:本?周|星期)(?P<weekday>[一二三四五])"
#: A market and the day on which it moved, side by side.
_MOVED = re.compile(
    rf"(?:{_MARKET})(?:于|在|昨)?(?:{_WEEKDAY}(?:\({_DAY}\))?|{_DAY.replace('P<year>', 'P<year2>').replace('P<month>', 'P<month2>').replace('P<day>', 'P<day2>')})"
)
_NOT_YET = re.compile("将|料|预计|有望|拟|公布|发布|上周|下周")
_NAMED = re.compile(r"(?<![上下])(?:周|星期)([一二三四五])(?!共|连|度|年|月|轮|线|内|至今)")


def session_date(lower: str, start: int, end: int) -> PartialDate | None:
    """The day that stands at the head of a report.

    >>> str(session_date("9月21日，上证指数早盘走低", 0, 14)), session_date("公司将于9月21日上市", 0, 11)
    ('--09-21', None)
    """
    found = _SESSION.search(lower[start : min(end, start + 60)])
    return day_of(found) if found else None


def lead_date(lower: str, start: int, end: int) -> Any:
    """The day on which a sentence without figures says that a market moved, as a claim has it.

    >>> lead_date("美股周四(1月22日)早段延续涨势。", 0, 18)
    ('date', PartialDate(year=None, month=1, day=22))
    """
    words = lower[start:end]
    found = _MOVED.search(words)
    if found is None or _NOT_YET.search(words):
        return None
    if found["day"] or found["day2"]:
        dated = _DAY_ALONE.search(found.group())
        day = day_of(dated) if dated else None
        return ("date", day) if day is not None else None
    return ("weekday", _WEEKDAYS.index(found["weekday"]), False, None)


def weekday(lower: str, start: int, end: int) -> int | None:
    """The first weekday that a stretch names, Monday being 0.

    >>> weekday("港股周五收高", 0, 6), weekday("港股下周五休市", 0, 7)
    (4, None)
    """
    found = _NAMED.search(lower, start, end)
    return _WEEKDAYS.index(found[1]) if found else None


_DAY_ALONE = re.compile(_DAY)

RULES = (
    Cue(id="zh.dates.today", code=k.DATE, value=("day", 0), words="今日 | 今天 | 本日 | 当日 | 当天 | 即日"),
    Cue(
        id="zh.dates.yesterday", code=k.DATE, value=("day", -1), past=True,
        words="""昨日 | 昨天 | 上日 | 前一日 | 前一交易日 | 上一交易日 | 前一天 | 上个交易日 | 前日 | 上交易日 | 前交易日 | 昨收市
        | 昨收盘 | 昨""",
    ),
    Cue(
        id="zh.dates.overnight", code=k.DATE, value=("overnight", 0), past=True,
        words="""隔夜 | 隔晚 | 昨晚 | 昨夜 | 上晚 | 周一晚 | 周二晚 | 周三晚 | 周四晚 | 周五晚 | 凌晨""",
    ),
    Phrase(id="zh.dates.weekday", code=k.DATE, words="周 | 星期 | 礼拜 | 上周 | 上星期 | 本周", pattern=r"(?P<last>上)?本?(?:周|星期|礼拜)(?P<day>[一二三四五六日天])(?!共|连|度|年|月|轮|来|线|内|至今|个)", read=_weekday),
    Phrase(
        id="zh.dates.day-of-month", code=k.DATE, words=" | ".join(f"{day}日" for day in range(1, 32)),
        pattern=r"(?<![0-9月年第连续近])(?P<day>[12]?[0-9]|3[01])日(?=，?(?:收[市盘报]|早盘|早市|午盘|盘中|开盘|尾盘|全[天日]|终场|沪深|a股|港股|上证|恒生|恒指))", read=lambda m: ("dom", int(m["day"])),
    ),
    Phrase(
        id="zh.dates.day", code=k.DATE, words=f"{MONTHS} | 19 | 20",
        pattern=r"(?:(?P<year>(?:19|20)\d\d)年)?(?P<month>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?P<day>[12]\d|3[01]|0?[1-9])[日号]", read=_dated,
    ),
    Construction(id="zh.dates.of-the-paragraph", step="day-of-paragraph"),
)  # fmt: skip
