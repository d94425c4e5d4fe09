"""Figures with their units: digits, Chinese numerals, tenths (成), multiples (倍), sums in 万, 亿 and 兆."""

from __future__ import annotations

import re
from decimal import Decimal

from chinamkt.expressions import expression
from chinamkt.lang.zh._han import han_number
from chinamkt.model.facts import Phase
from chinamkt.model.quantities import Bound
from chinamkt.rules import kinds as k
from chinamkt.rules.rule import Construction, Cue, Phrase
from chinamkt.rules.token import Figure, Token

__all__ = ["NUMERAL", "RULES", "han_number", "quantity"]

# digits may be broken over a line behind their point or comma
NUMERAL = re.compile(
    r"[0-9]+(?:(?:,\s{0,2}|，(?=[0-9]{3}(?:\.[0-9]+)?点))[0-9]{3}(?![0-9]))*(?:\.(?:\s{1,2}(?=[0-9]+\s?%))?[0-9]+)?"
)

_SCALES = {
    "万亿": 10**12,
    "千亿": 10**11,
    "百亿": 10**10,
    "十亿": 10**9,
    "千万": 10**7,
    "百万": 10**6,
    "亿": 10**8,
    "万": 10**4,
    "兆": 10**12,
    "千": 10**3,
    "百": 10**2,
}
_SCALE = expression(r"\s?(?P<scale>万亿|千亿|百亿|十亿|千万|百万|亿|万|兆|千|百)(?![上家股人名只])")
_MORE = expression(r"[0-9][0-9,]*(?:\.[0-9]+)?")
_MONEY = {
    "港元": "HKD", "港币": "HKD", "港圆": "HKD", "美元": "USD", "美金": "USD", "人民币": "CNY", "元人民币": "CNY", "欧元": "EUR", "日元": "JPY", "日圆": "JPY", "英镑": "GBP",
    "新台币": "TWD", "台币": "TWD", "韩元": "KRW", "韩圜": "KRW", "加元": "CAD", "澳元": "AUD", "坡元": "SGD", "新加坡元": "SGD", "瑞郎": "CHF", "卢布": "RUB", "元": "元", "块": "元",
    "元港币": "HKD", "仙": "HKD", "港仙": "HKD", "美仙": "USD", "美分": "USD",
}  # fmt: skip
_CENTS = frozenset(("仙", "港仙", "美仙", "美分"))
_UNIT = re.compile(
    r"\s{0,3}(?:(?P<percent>%|个?百分点)|(?P<bp>个?基点子?|个?点子|bps?\b)|(?P<points>余?多?个?点(?!钟|半|整|[0-9]{1,2}分|评|名|到))"
    rf"|(?P<money>{'|'.join(sorted(_MONEY, key=len, reverse=True))})|(?P<dime>毫(?![米克秒升安])(?:\s?(?P<cents>[1-9])仙)?)|(?P<rate>厘)"
    r"|(?P<tenths>成(?P<half>半|[1-9一二三四五六七八九](?![0-9.多家只个成档名日月年天人间位项宗]))?(?![份分为立交功长本都果就员熟效绩品型]))|(?P<times>倍))"
)
_BEFORE = expression(
    r"(?P<sign>HK\$|US\$|NT\$|HKD|USD|RMB|CNY|CNH|人民币|港币|港元|美元|新台币|台币|\$|¥|€|£)\s?(?:约|逾|近|超过?|达)?\s?(?P<minus>[-+]?)$"
)
_SIGNS = {
    "HK$": "HKD",
    "US$": "USD",
    "NT$": "TWD",
    "RMB": "CNY",
    "¥": "CNY",
    "€": "EUR",
    "£": "GBP",
    "人民币": "CNY",
    "港币": "HKD",
    "港元": "HKD",
    "美元": "USD",
    "新台币": "TWD",
    "台币": "TWD",
    "$": "$",
}
_TAILS = frozenset("或及以之有开左上附前")
_CURRENCY_ENDS = frozenset("$DBYH币元¥€£约逾近超过达 ")
_GROUPING = expression(r"[,，\s]")
_TAIL = expression(r"(?:或|及)?(?P<over>以上|之上|或更多|有余|开外)|(?P<about>左右|上下|附近|前后)|(?P<under>以下|之内|以内)")
_CLOCK = expression(
    r"(?::[0-5][0-9](?::[0-5][0-9])?(?!\.?[0-9]|%)|时(?:[0-9]{1,2}分)?(?!段|间|代|候)|点(?:钟|半|整|[0-9]{1,2}分))\s?(?:GMT|gmt|UTC|HKT|EST|ET)?"
)
_HOURS = expression(r"(?:上午|下午|早上|今早|今晨|凌晨|晚上|晚间|中午|傍晚|午后)\s?$")
_GMT = expression(r"GMT|HKT|UTC")
_DATE = expression(r"[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}(?![0-9])")
_TOO_LATE = 24
_CLOCKED = frozenset(":时点GHU")


def quantity(view: str, lower: str, match: re.Match[str], start: int, end: int) -> Token | None:
    """Figure and unit at a numeral, or ``None`` where it is a code, a count, a name's number."""
    a, b = match.span()
    before = view[a - 1] if a > start else " "
    if (before.isascii() and (before.isalpha() or before in "/:_")) or (
        before == "." and a > start + 1 and view[a - 2].isdigit()
    ):
        return None
    if before in "([【" and b < end and view[b] in ")]】" and "." not in match.group():
        return None  # a code
    following = view[b : b + 1]
    if b - a == 4 and following in ("-", "/", ".") and (date := _DATE.match(view, a)) is not None:
        return Token(a, date.end(), k.WORDS)
    if following in _CLOCKED and (clock := _clock(view, match, start)) is not None:
        return clock
    sign, lead = 0, a
    if before in "+-" and not (
        lead - 1 > start
        and (view[lead - 2].isdigit() or view[lead - 2] in "%)点元" or (view[lead - 2].isascii() and view[lead - 2].isalpha()))
    ):
        sign, lead = (1 if before == "+" else -1), lead - 1
    mark = (
        _BEFORE.search(view, max(start, lead - 7), lead)
        if before in _CURRENCY_ENDS or view[lead - 1 : lead] in _CURRENCY_ENDS
        else None
    )
    currency = None
    if mark is not None:
        currency, lead = _SIGNS.get(mark["sign"], mark["sign"]), mark.start()
    digits = match.group()
    value = Decimal(digits if digits.isdigit() else _GROUPING.sub("", digits))
    figure = Figure(value, sign=sign, start=lead)
    stop = _scaled(view, b, figure)
    more = view[stop : stop + 1] in ("余", "多", "几") and not view.startswith("多空", stop)
    unit = _UNIT.match(lower, stop + more)
    if more and (unit is not None or currency):
        figure.bound, stop = Bound.OVER, stop + 1
    if unit is None and view[b : b + 1] in (".", "-") and view[b + 1 : b + 2].isalpha():
        return None  # 00700.HK
    code = k.NUMBER
    if unit is not None:
        code = _with_unit(figure, unit)
        stop = unit.end()
    if currency and code in (k.NUMBER, k.MONEY):
        code, figure.unit = k.MONEY, currency
    if code == k.NUMBER and not figure.large and (stop > b or _counts(view, b, match.group())):
        return Token(a, b, k.WORDS)
    tail = _TAIL.match(view, stop) if (unit is not None or currency) and view[stop : stop + 1] in _TAILS else None
    if tail is not None:
        if figure.bound is Bound.EXACT:
            figure.bound = Bound.OVER if tail["over"] else Bound.ABOUT if tail["about"] else Bound.UNDER
        stop = tail.end()
    figure.end = stop
    return Token(lead, stop, code, figure)


def _with_unit(figure: Figure, unit: re.Match[str]) -> str:
    if unit["percent"]:
        if unit["percent"] != "%":
            figure.unit = "pp"
        return k.PERCENT
    if unit["tenths"]:
        figure.value = figure.value * 10 + _ones(unit["half"])
        return k.PERCENT
    if unit["times"]:
        figure.value = figure.value * 100
        if figure.value == figure.value.to_integral_value():
            figure.value = figure.value.quantize(Decimal(1))
        return k.PERCENT
    if unit["rate"]:
        return k.PERCENT
    if unit["bp"]:
        figure.unit = "bp"
        return k.POINTS
    if unit["points"]:
        figure.unit = "points"
        if unit["points"][0] in "余多":
            figure.bound = Bound.OVER
        return k.POINTS
    if unit["dime"]:  # "2毫2仙": Hong Kong's tenths and hundredths of a dollar
        cents = unit["cents"]
        figure.unit = "HKD"
        figure.value = (figure.value * 10 + int(cents)).scaleb(-2) if cents else figure.value.scaleb(-1)
        return k.MONEY
    figure.unit = _MONEY[unit["money"]]
    if unit["money"] in _CENTS:
        figure.value = figure.value.scaleb(-2)
    return k.MONEY


def _scaled(view: str, at: int, figure: Figure) -> int:
    """Read 万, 亿, 兆 and what follows them (1兆3457.63亿, 1万2345亿) into the figure; where it ends."""
    total, section, stop, value = Decimal(0), Decimal(0), at, figure.value
    large = False
    while (scale := _SCALE.match(view, stop)) is not None:
        size = _SCALES[scale["scale"]]
        stop = scale.end()
        large = large or size >= 10**6
        following = _MORE.match(view, stop)
        if size >= 10**8:
            total, section = total + (section + value) * size, Decimal(0)
        elif view.startswith("亿", stop):
            section += value * size
            value = Decimal(0)
            continue
        else:
            section += value * size
        value = Decimal(0)
        if following is None:
            break
        value, stop = Decimal(following.group().replace(",", "")), following.end()
    if stop > at:
        figure.value = total + section + value
        if figure.value == figure.value.to_integral_value():
            figure.value = figure.value.quantize(Decimal(1))
        figure.large = large
    return stop


def _clock(view: str, match: re.Match[str], start: int) -> Token | None:
    a, b = match.span()
    found = _CLOCK.match(view, b)
    if found is not None and b - a <= 2 and int(match.group()) <= _TOO_LATE:
        hours = _HOURS.search(view, max(start, a - 3), a)
        return Token(hours.start() if hours else a, found.end(), k.PHASE, Phase.INTRADAY)
    if b - a == 4 and _GMT.match(view, b):
        return Token(a, b + 3, k.PHASE, Phase.INTRADAY)
    hours = _HOURS.search(view, max(start, a - 3), a)
    if hours is not None and b - a <= 2 and view[b : b + 1] == "点":
        return Token(hours.start(), b + 1, k.PHASE, Phase.INTRADAY)
    return None


def _counts(view: str, at: int, digits: str) -> bool:
    """A word follows that is counted: days, firms, shares ..., or the figure is a year."""
    following = view[at : at + 1]
    if (
        following != ""
        and following
        in "年月日号时分秒天周季届次只家股名人档间项手吨桶岁座辆台部张份宗米克层强大个种类行市线号期笔位倍支成种条万亿点岁楼度套艘架例代组轮篇字楼街路"
    ):
        return True
    return len(digits) == 4 and digits[:2] in ("19", "20") and following == "年"


def _figure(value: Decimal | None, match: re.Match[str], unit: str | None = None, bound: Bound = Bound.EXACT) -> Figure | None:
    return None if value is None else Figure(value, unit=unit, bound=bound, start=match.start(), end=match.end())


def _tenths(match: re.Match[str]) -> Figure | None:
    if match["count"] == "半":
        return _figure(Decimal(5), match)
    count = han_number(match["count"])
    return _figure(count * 10 + _ones(match["half"]), match) if count else None


def _ones(words: str | None) -> Decimal:
    """What stands behind tenths: 一成半, 一成四, 1成4."""
    if not words:
        return Decimal(0)
    return Decimal(5) if words == "半" else Decimal(words) if words.isascii() else han_number(words) or Decimal(0)


def _hundredths(match: re.Match[str]) -> Figure | None:
    low, high = (_number(match[part]) if match[part] else None for part in ("count", "upper"))
    found = _figure(low, match)
    if found is not None and low is not None and high is not None and high > low:
        found.upper, found.bound = high, Bound.RANGE
    return found


def _number(words: str) -> Decimal | None:
    return Decimal(words) if words[0].isascii() else han_number(words)


def _spelled(match: re.Match[str]) -> Figure | None:
    words = match["count"]
    if len(words) == 1 and words not in "百千万":
        return None  # an hour, or "a bit"
    bound = Bound.OVER if match["more"] else Bound.EXACT
    unit = match["unit"]
    if unit == "%":
        return _figure(han_number(words), match, bound=bound)
    return _figure(han_number(words), match, "points", bound)


def _round_sum(match: re.Match[str]) -> Figure:
    """A sum without digits: 近百亿元."""
    unit = _MONEY[match["unit"]] if match["unit"] else "元"
    return Figure(Decimal(_SCALES[match["count"]]), unit=unit, large=True, start=match.start(), end=match.end())


def _times(match: re.Match[str]) -> Figure | None:
    count = han_number(match["count"])
    return _figure(count * 100 + (50 if match["half"] else 0), match) if count else None


_ONES = "一二两三四五六七八九十"
_WHOLE = " | ".join(
    [
        "百点",
        "千点",
        "万点",
        "百多",
        "千多",
        "百余",
        "千余",
        *(one + step for one in _ONES for step in "十百千万点"),
        *(f"十{one}" for one in _ONES),
    ]
)
_NOT_TENTHS = "(?![份分为立交功长本都果就员熟效绩品型])"

RULES = (
    Phrase(id="zh.numbers.tenths", code=k.PERCENT, words=" | ".join(f"{one}成" for one in "半" + _ONES), pattern=rf"(?P<count>半|[一二两三四五六七八九十])成(?P<half>半|[一二三四五六七八九](?![多家只个成档名日月年天人间位项宗十]))?{_NOT_TENTHS}", read=_tenths),
    Phrase(id="zh.numbers.hundredths", code=k.PERCENT, words="百分之", pattern=r"百分之(?P<count>[0-9]+(?:\.[0-9]+)?|[零〇一二两三四五六七八九十百点]+)(?:[至到](?:百分之)?(?P<upper>[0-9]+(?:\.[0-9]+)?|[零〇一二两三四五六七八九十]+(?:点[零〇一二三四五六七八九]+)?)(?![0-9.]*[元点亿万]))?(?!的?机会)", read=_hundredths),
    Phrase(id="zh.numbers.spelled", code=k.POINTS, words=_WHOLE, pattern=r"(?P<count>[一二两三四五六七八九十百千万零〇]+(?:点[零〇一二三四五六七八九]+(?=点))?)(?P<more>多|余)?(?P<unit>点)(?!钟|半|[一二三四五六七八九十])", read=_spelled),
    Phrase(id="zh.numbers.round-sum", code=k.MONEY, words="百亿 | 千亿 | 万亿", pattern=r"(?<![0-9.一二两三四五六七八九十数])(?P<count>百亿|千亿|万亿)(?P<unit>港元|元|美元)?(?![级规美])", read=_round_sum),
    Phrase(id="zh.numbers.times", code=k.PERCENT, words=" | ".join(f"{one}倍" for one in _ONES), pattern=r"(?P<count>[一二两三四五六七八九十])倍(?P<half>半)?", read=_times),
    Cue(id="zh.numbers.between", code="g", words="介乎 | 介于 | 从"),
    Construction(id="zh.numbers.shared-unit", step="shared-unit"),
    Construction(id="zh.numbers.printed-sign", step="printed-sign"),
)  # fmt: skip
