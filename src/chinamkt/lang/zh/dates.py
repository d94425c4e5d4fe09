"""Days, weekdays and months that a sentence names."""

from __future__ import annotations

import re
from typing import Any

from chinamkt.model.dates import PartialDate
from chinamkt.rules import kinds as k
from chinamkt.rules.rule import Cue, Phrase

__all__ = ["MONTHS", "RULES", "day_of"]

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
    Phrase(id="zh.dates.weekday", code=k.DATE, words="周 | 星期 | 礼拜 | 上周 | 上星期 | 本周", pattern=r"(?P<last>上)?本?(?:周|星期|礼拜)(?P<day>[一二三四五六日天])(?!共|连|度|年|月|轮|来|线|内|至今)", read=_weekday),
    Phrase(
        id="zh.dates.day", code=k.DATE, words=f"{MONTHS} | 19 | 20",
        pattern=r"(?:(?P<year>(?:19|20)\d\d)年)?(?P<month>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?P<day>[12]\d|3[01]|0?[1-9])[日号]", read=_dated,
    ),
)  # fmt: skip
