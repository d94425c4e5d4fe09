"""English figures with their units: 0.9 per cent, 153.88 points, HK$47.25, 1.43 trillion yuan."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from chinamkt.expressions import expression
from chinamkt.model.facts import Phase
from chinamkt.rules import kinds as k
from chinamkt.rules.rule import Cue, Phrase
from chinamkt.rules.token import Figure, Token

__all__ = ["NUMERAL", "RULES", "quantity"]

#: "1. 62 percent", "106. 67 points", "HK$4. 89,": a blank has come into the figure.
NUMERAL = re.compile(
    r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+|\. [0-9]+(?= ?(?:%|per|pct|points|HK dollars|yuan|[bm]illion|trillion))|(?<=\$[0-9])\. [0-9]{2}(?=[,;.]|$)|(?<=[0-9],[0-9]{3})\. [0-9]{2}(?=[,;.]|$)"
    r"|(?<=\$[0-9]{2})\. [0-9]{2}(?=[,;.]|$)|(?<=\$[0-9]{3})\. [0-9]{2}(?=[,;.]|$))?"
)

_TIMES = {
    "trillion": 10**12,
    "tn": 10**12,
    "trn": 10**12,
    "billion": 10**9,
    "bn": 10**9,
    "bil": 10**9,
    "mil": 10**6,
    "b": 10**9,
    "million": 10**6,
    "mn": 10**6,
    "m": 10**6,
    "mln": 10**6,
    "bln": 10**9,
    "thousand": 10**3,
}
_MONEY = {
    "yuan": "CNY",
    "renminbi": "CNY",
    "rmb": "CNY",
    "cny": "CNY",
    "hong kong dollars": "HKD",
    "hong kong dollar": "HKD",
    "hk dollars": "HKD",
    "hkd": "HKD",
    "us dollars": "USD",
    "u.s. dollars": "USD",
    "usd": "USD",
    "dollars": "USD",
    "yen": "JPY",
    "euros": "EUR",
    "euro": "EUR",
    "won": "KRW",
    "pounds": "GBP",
    "rupees": "INR",
    "cents": "c",
    "francs": "CHF",
    "franc": "CHF",
}
_SIGNS = {
    "HK$": "HKD",
    "US$": "USD",
    "A$": "AUD",
    "S$": "SGD",
    "NT$": "TWD",
    "C$": "CAD",
    "NZ$": "NZD",
    "$": "$",
    "€": "EUR",
    "£": "GBP",
    "¥": "CNY",
    "RMB": "CNY",
    "HKD": "HKD",
    "USD": "USD",
    "CNY": "CNY",
    "CNH": "CNH",
    "Rmb": "CNY",
    "Rs": "INR",
    "YUAN": "CNY",
    "HK": "HKD",
}
_UNIT = re.compile(
    r"(?P<percent>\s{0,3}%|[\s-]{0,3}per ?cent\b|\s?pct\b|\s?pc\b|\s?percentage points?\b)"
    r"|(?P<bp>\s?basis points?\b|\s?bps?\b|\s?pips?\b)"
    r"|(?P<points>-?\s{0,3}points?\b|\s?pts?\b)"
    r"| ?-?(?P<times>trillion|tn|trn|billion|bn|bln|million|mn|mln|thousand)?\b ?(?P<money>yuan|renminbi|rmb|cny|hong kong dollars?|hk dollars|hkd|us dollars|u\.s\. dollars|usd|dollars|yen|euros?|won|pounds|rupees|francs?)\b"
    r"| ?(?P<scale>trillion|tn|trn|billion|bn|bln|bil|million|mn|mln|mil)\b"
    r"|(?P<short>[bm]n?)\b"
)
#: No unit behind a blank begins with these.
_NO_UNIT = frozenset("agijklnoqsvxz(0123456789")
_BEFORE = expression(r"(?P<sign>HK\$|US\$|A\$|S\$|NT\$|NZ\$|C\$|\$|€|£|¥|RMB|HKD|USD|CNY|CNH|Rmb|Rs|HK) ?(?P<minus>[-−+]?)$")
_NOT_A_FIGURE = expression(
    r"(?:-| )?(?:year|month|day|week|hour|minute|session|nm|member|strong|stock|company|inch|fold|time|times|people|companies|stocks|shares|firms|of the|pm|am|a\.m|p\.m|gmt|th\b|st\b|nd\b|rd\b|km|mw|gw|tonnes|tons|barrels|units|vehicles|countries|economists|analysts|cities|kg|hk\b|hectares|square|jobs|workers|percent-owned|per cent-owned)"
)
_SPELLED = {
    "half": "0.5",
    "one": "1",
    "two": "2",
    "three": "3",
    "four": "4",
    "five": "5",
    "six": "6",
    "seven": "7",
    "eight": "8",
    "nine": "9",
    "ten": "10",
    "eleven": "11",
    "twelve": "12",
    "fifteen": "15",
    "twenty": "20",
    "thirty": "30",
    "forty": "40",
    "fifty": "50",
    "a quarter": "0.25",
    "a": "1",
    "one-tenth": "0.1",
    "a tenth": "0.1",
    "two-thirds": "0.67",
}


_BACK_TO = expression(r"\b(?:go(?:es|ing)?|dat(?:es?|ing)|stretch(?:es|ing)?|reach(?:es|ing)?|records|data|history) back to $")
#: A code without brackets: "Alibaba 9988.HK rose".
_CODE = expression(r"\d{3,6}\.(?:HK|SS|SZ|SH|BJ|KS|TW|T)\b")


def quantity(view: str, lower: str, match: re.Match[str], start: int, end: int) -> Token | None:
    """Figure and unit at a numeral, or ``None`` where it is a date, a code, an hour, a count."""
    a, b = match.span()
    digits = match.group().replace(",", "").replace(" ", "")
    if digits[-1] == ".":
        digits = digits[:-1]
    if view.startswith(".", b) and (code := _CODE.match(view, a)):
        return Token(a, code.end(), k.LISTING, (None, code.group()))
    sign, lead, currency = 0, a, None
    before = view[a - 1] if a > start else " "
    if before == "." and "." in digits:
        return Token(a, b, k.WORDS)  # ".0.0"
    if before == "." and (a < 2 or not view[a - 2].isalnum()):
        digits, lead = "0." + digits, a - 1
        before = view[lead - 1] if lead > start else " "
    if before in "+-−" and not (lead > start + 1 and (view[lead - 2].isalnum() or view[lead - 2] in ")%")):
        sign, lead = (1 if before == "+" else -1), lead - 1
        before = view[lead - 1] if lead > start else " "
    if (
        before in "$€£¥"
        or before.isalpha()
        or (before == " " and lead > start + 1 and (view[lead - 2].isupper() or view[lead - 2] in "$bs"))
    ):
        mark = _BEFORE.search(view, max(start, lead - 5), lead)
        if mark:
            currency, lead = _SIGNS[mark["sign"]], mark.start()
        elif before.isalpha():
            return Token(a, b, k.WORDS)
    elif before.isalnum() or before in "/:":
        return Token(a, b, k.WORDS)
    return _with_unit(view, lower, (start, a, b, end), digits, sign, lead, currency)


def _with_unit(
    view: str, lower: str, place: tuple[int, int, int, int], digits: str, sign: int, lead: int, currency: str | None
) -> Token | None:
    """The figure with what stands behind it.

    :param place: where the sentence starts, the numeral starts and ends, the sentence ends.
    :param lead: where the figure starts with its sign and currency.
    """
    start, a, b, end = place
    following = lower[b] if b < end else ""
    if following == "%":  # a short cut for every second figure
        return Token(lead, b + 1, k.PERCENT, Figure(Decimal(digits), sign=sign, start=lead, end=b + 1))
    bare = following in ",.;:)" or (following == " " and lower[b + 1 : b + 2] in _NO_UNIT)
    unit = None if bare else _UNIT.match(lower, b, min(end, b + 30))
    stop = unit.end() if unit else b
    figure = Figure(Decimal(digits), sign=sign, start=lead, end=stop)
    code = k.NUMBER
    if unit and unit["percent"]:
        code = k.PERCENT
        if "points" in unit["percent"]:
            figure.unit = "pp"
    elif unit and unit["bp"]:
        code, figure.unit = k.POINTS, "bp"
    elif unit and unit["points"]:
        code, figure.unit = k.POINTS, "points"
        if unit["points"].startswith("-"):
            return Token(lead, stop, k.WORDS)
    else:
        times = unit and (unit["times"] or unit["scale"] or unit["short"])
        money = unit and unit["money"]
        if times:
            figure.value *= _TIMES[times]
            whole = figure.value.to_integral_value()
            if whole == figure.value:
                figure.value = whole  # a sum is written out in full: 287400000000, not 287400000000.0
            figure.large = True
        if money:
            currency = _MONEY[money]
        if currency:
            code, figure.unit = k.MONEY, currency
        elif times:
            return Token(lead, stop, k.NUMBER, figure)
        elif (
            _NOT_A_FIGURE.match(lower, b)
            or (b < end and view[b] in "/:" and b + 1 < end and view[b + 1].isdigit())
            or (b < end and view[b].isalpha())
        ):
            return Token(a, b, k.WORDS)
        elif len(digits) == 4 and digits[:2] in ("19", "20") and "," not in view[a:b]:
            back = _BACK_TO.search(lower, max(start, a - 24), a) is not None  # "on data going back to 2011": a year
            level = view[max(start, a - 3) : a] in ("at ", "to ") and not back and not lower.startswith(" levels", b)
            return Token(a, b, k.NUMBER, figure) if level else Token(a, b, k.WORDS)
    return Token(lead, stop, code, figure)


def _spelled(match: re.Match[str]) -> Figure | None:
    number = _SPELLED.get(match["number"])
    if number is None:
        return None
    unit = match["unit"]
    if "point" in unit and "percent" not in unit:
        return Figure(Decimal(number), unit="bp" if "basis" in unit else "points", start=match.start(), end=match.end())
    return Figure(Decimal(number), start=match.start(), end=match.end())


def _fraction(match: re.Match[str]) -> Figure | None:
    count = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "nearly a": 1}[match["count"]]
    part = {"half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "tenth": 10}[match["part"]]
    value = Decimal(100) * count / part
    if value != value.to_integral_value():
        value = value.quantize(Decimal(1))
    return Figure(value, start=match.start(), end=match.end())


_NUMBER_WORDS = "half | one | two | three | four | five | six | seven | eight | nine | ten | eleven | twelve | fifteen | twenty | thirty | forty | fifty | a"

RULES = (
    Phrase(id="en.numbers.spelled-percent", code=k.PERCENT, words=_NUMBER_WORDS,
           pattern=r"(?P<number>half|a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty)(?: a|-an?|-a)?[ -](?P<unit>per ?cent(?:age point)?|pct)\b(?! points)", read=_spelled),
    Phrase(id="en.numbers.spelled-points", code=k.POINTS, words=_NUMBER_WORDS,
           pattern=r"(?P<number>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty) (?P<unit>(?:basis )?points?)\b", read=_spelled),
    Phrase(id="en.numbers.fraction", code=k.PERCENT, words="a | one | two | three | four",
           pattern=r"(?P<count>a|one|two|three|four)[ -](?P<part>thirds?|quarters?|fifths?|tenth|half)(?= (?:of (?:its|their|the) value|off|below|from|in value|since|this|last))", read=_fraction),
    Cue(id="en.numbers.between", code="g", words="between | in a range of | ranging from | a range of | anywhere from | by between"),
)  # fmt: skip


def phase_of_figure(figure: Any, sign: int) -> Phase | None:
    """ "As much as" is the day's high of a rise and its low of a fall."""
    if not figure.peak:
        return None
    return Phase.HIGH if sign > 0 else Phase.LOW
