"""The numbers that stand in a quote, with the units beside them.

Made for facts that something else than chinamkt's rules read, so it shares nothing with them: digits with their
multiples (1.43 trillion, 2.4万), number words of both languages, tenths (两成半), halves. Where a number can be read in
two ways both are given: the question is only whether a figure can have come from the quote.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from attrs import frozen

from chinamkt.model.printed import wide_arithmetic
from chinamkt.reference.spelling import folded

__all__ = ["Printed", "numbers_in"]


@frozen(slots=True)
class Printed:
    """A number in a text.

    :param values: what it can mean, without sign.
    :param unit: ``percent``, ``points``, a currency's ISO code, ``dollars`` (of whatever country), or ``None`` where
        nothing beside it says.
    :param start: where its digits begin; ``end``: where its words end.
    """

    values: frozenset[Decimal]
    unit: str | None
    start: int
    end: int


_MULTIPLES = {
    "hundred": 2, "thousand": 3, "k": 3, "million": 6, "mln": 6, "mil": 6, "mn": 6, "m": 6,
    "billion": 9, "bln": 9, "bil": 9, "bn": 9, "b": 9,
    "trillion": 12, "trn": 12, "tn": 12, "十": 1, "拾": 1, "百": 2, "千": 3, "万": 4, "萬": 4, "亿": 8, "億": 8, "兆": 12,
}  # fmt: skip
_DIGITS_ZH: dict[str, Decimal] = {
    **{character: Decimal(value) for value, character in enumerate("零一二三四五六七八九")},
    "〇": Decimal(0), "两": Decimal(2), "兩": Decimal(2), "壹": Decimal(1), "贰": Decimal(2), "叁": Decimal(3),
    "半": Decimal("0.5"),
}  # fmt: skip
_TO_TWENTY = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
_TENS = "thirty forty fifty sixty seventy eighty ninety"
_WORDS = {word: Decimal(value) for value, word in enumerate(_TO_TWENTY.split())} | {
    word: Decimal(10 * value) for value, word in enumerate(_TENS.split(), 3)
}
#: Fractions, which may be meant as they are or in per cent ("a quarter of its value"), and multiples of a whole.
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "4th": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_PART = re.compile(rf"(?:\b(?P<count>\d|{'|'.join(list(_WORDS)[1:10])})[\s-])?(?P<part>{'|'.join(_PARTS)})s?\b", re.IGNORECASE)
_TIMES = re.compile(
    rf"(?P<times>\d+(?:\.\d+)?|{'|'.join(sorted(_WORDS, key=len, reverse=True))})(?:[\s-]?fold\b|\s+times\b)", re.IGNORECASE
)
_DOUBLED = re.compile(
    r"\b(?P<two>doubl(?:ed|e|ing))\b|\b(?P<three>tripl(?:ed|e|ing)|trebled)\b|\b(?P<halved>halved)\b|翻(?:了)?(?:一)?[倍番]"
)
_BASIS = re.compile(r"\s?(?:basis points?\b|bps?\b|pips?\b|[个個]?[基]?[点點])", re.IGNORECASE)
_SPLIT = re.compile(r"\.\s(\d+)(?!\d*\.\d)")
_SCALE = re.compile(r"\s?(thousand|million|billion|trillion)\b", re.IGNORECASE)
#: What stands behind 成: 一成四 is 14, 两成半 25.
_DIGITS_BEHIND = {**_DIGITS_ZH, **{str(digit): Decimal(digit) for digit in range(10)}, "半": Decimal(5)}
_COINS = re.compile(r"(?:(?P<whole>\d+)[元蚊块塊])?(?P<tenths>\d)[毫角](?:(?P<cents>\d)[仙分]?)?")
_CENTS = re.compile(r"\s?(?:cents?\b|仙)", re.IGNORECASE)

_FIGURE = r"\d+(?:,\d{3})*(?:\.\d+)?|\.\d+"
_NUMBER = re.compile(
    rf"(?P<digits>{_FIGURE})(?P<more>(?:\s?(?:{'|'.join(word for word in _MULTIPLES if len(word) > 1)})\b)*|[kmb]\b|(?=[^a-z]|$))"
    rf"(?P<zh>[十拾百千万萬亿億兆]*(?:(?:{_FIGURE})[十百千万萬亿億]+)*)(?P<half>半?)",
    re.IGNORECASE,
)
#: What may follow a word of scale without one of its own: 3万1000.
_REST = re.compile(r"\d{1,4}(?:\.\d+)?(?![\d.,])")
_RUN_ZH = re.compile(
    r"百分[之点點]|[零〇一二三四五六七八九两兩壹贰叁半十拾百千万萬亿億兆点點]+(?:成[半一二三四五六七八九\d]?|折)?"
)
_IN_RUN = "|".join(
    (*sorted(_WORDS, key=len, reverse=True), "hundred", "thousand", "million", "billion", "trillion", "and", "a", "point")
)
#: A word of scale in a table's head counts for every figure under it: "(million HK dollars) 49,318".
_HEAD = re.compile(r"(?<![\d.] )(?<![\d.])\b(million|billion|trillion|thousand)\b|(?<![\d十百千万萬])[万萬亿億]")
_RUN_EN = re.compile(rf"\b(?:(?:{_IN_RUN}|half)(?:[\s-]+|\b))+", re.IGNORECASE)
_BEHIND = re.compile(
    r"\s?(?:(?P<percent>%|％|(?:a |of a |of one )?per\s?cent\b|pct\b|pc\b|percentage|[个個]?百分[点點]|成)"
    r"|(?P<bp>basis points?\b|bps?\b|基点|基點|pips?\b|个基点)"
    r"|(?P<points>(?:index )?(?:points?|pts?)\b|点|點)"
    r"|(?P<hkd>港元|港币|港幣|HK dollars?\b|Hong Kong dollars?\b|HKD\b)|(?P<usd>美元|US dollars?\b|USD\b)"
    r"|(?P<cny>元|圆|人民币|人民幣|yuan\b|renminbi\b|RMB\b|CNY\b|块)|(?P<dollars>dollars?\b))",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:(?P<hkd>HK\$|HKD|HK\s?dollars?)|(?P<usd>US\$|USD|U\.S\.\s?\$)|(?P<cny>RMB|CNY|CN¥|¥|￥|Rmb)|(?P<dollars>\$)|(?P<percent>百分之))\s?$"
)
_CODES = {"hkd": "HKD", "usd": "USD", "cny": "CNY"}


def numbers_in(words: str) -> list[Printed]:
    """The numbers of a text, in its order.

    >>> [(sorted(map(str, one.values)), one.unit) for one in numbers_in("fell 153.88 points, or 0.64%, in HK$1.43 trillion")]
    [(['153.88'], 'points'), (['0.64'], 'percent'), (['1.43', '1430000000000'], 'HKD')]
    >>> [sorted(map(str, one.values)) for one in numbers_in("涨两成半，成交2.4万亿元")]
    [['25'], ['2.4', '2400000000000']]
    """
    words = folded(words)  # of the same length, so that places stay
    with wide_arithmetic():
        found = [*_figures(words), *_chinese(words), *_english(words), *_fractions(words), *_coins(words)]
    return sorted(found, key=lambda one: (one.start, one.end))


def _figures(words: str) -> Iterator[Printed]:
    heads = {_MULTIPLES[found[0].lower()] for found in _HEAD.finditer(words)}
    for found in _NUMBER.finditer(words):
        plain = Decimal(found["digits"].replace(",", ""))
        values = {plain}
        whole = "." not in found["digits"]
        if whole and (split := _SPLIT.match(words, found.end("digits"))):  # "106. 67", torn apart by a page
            torn = Decimal(f"{plain}.{split[1]}")
            values.add(torn)
            if scale := _SCALE.match(words, split.end()):
                values.add(torn.scaleb(_MULTIPLES[scale[1].lower()]))
        power = sum(_MULTIPLES[word.lower()] for word in re.findall(r"[a-z]+", found["more"] or "", re.IGNORECASE))
        if power:
            values.add(plain.scaleb(power))
        if found["zh"]:
            run = found["digits"].replace(",", "") + found["zh"]
            values |= _composed(run)
            if rest := _REST.match(words, found.end("zh")):
                joined = _plain(_composed(run + rest[0]))
                yield Printed(joined, _unit(words, found.start(), rest.end()), found.start(), rest.end())
        if found["half"]:
            values |= {value + Decimal("0.5") for value in values}
        if words[found.end() : found.end() + 1] == "成":
            more = _DIGITS_BEHIND.get(words[found.end() + 1 : found.end() + 2], Decimal(0))
            values = {10 * value + more for value in values}
        values |= {plain.scaleb(head) for head in heads}
        if _BASIS.match(words, found.end()):  # of a rate, a ten-thousandth; of a yield, a hundredth of a per cent
            values |= {plain.scaleb(-4), plain.scaleb(-2)}
        if _CENTS.match(words, found.end()):
            values |= {value / 100 for value in values}
        yield Printed(_plain(values), _unit(words, found.start(), found.end()), found.start(), found.end())


def _chinese(words: str) -> Iterator[Printed]:
    for found in _RUN_ZH.finditer(words):
        run = found[0]
        if run.startswith("百分") or not (run[0] in "十拾百千" or any(character in _DIGITS_ZH for character in run)):
            continue
        if found.start() and words[found.start() - 1] in "0123456789.":
            continue  # its digits stand before it
        body, tenths, more = run.partition("成")
        body = body.removesuffix("折")
        values = _composed(body)
        if body[0] in "点點":  # of the word before: 最低点一万七千四百零三点五六
            values |= _composed(body.lstrip("点點"))
        if tenths:
            values = {10 * value + _DIGITS_BEHIND.get(more, Decimal(0)) for value in values}
        if values:
            yield Printed(_plain(values), _unit(words, found.start(), found.end()), found.start(), found.end())


def _composed(run: str) -> set[Decimal]:
    """A Chinese number, in digits, characters or both: 2万3千, 三点五, 一百二十, 十五, 三千五."""
    run = run.replace("點", "点")
    run = run.removesuffix("点") if run.count("点") > 1 else run  # 三点六点: the last one is the unit
    whole, _, tail = run.partition("点")
    if "点" in tail:
        return set()
    if tail:
        behind = "".join(str(_DIGITS_ZH[character]) for character in tail if character in _DIGITS_ZH and character != "半")
        scale = "".join(character for character in tail if character in _MULTIPLES)
        values = {value + Decimal(f"0.{behind or 0}") for value in _whole(whole)} if behind else _whole(whole)
        power = sum(_MULTIPLES[character] for character in scale)
        return {value.scaleb(power) for value in values} if power else values
    return _whole(whole)


def _whole(run: str) -> set[Decimal]:
    total = section = Decimal(0)
    number: Decimal | None = None
    last = 0
    for found in re.finditer(rf"{_FIGURE}|.", run):
        token = found[0]
        if token in _MULTIPLES:
            power = _MULTIPLES[token]
            if power >= 4:
                own = section + (number or 0)  # 万亿: what stands before it is multiplied once more
                total, section = (total + own.scaleb(power)) if own else (total or Decimal(1)).scaleb(power), Decimal(0)
            else:
                section += (number if number is not None else Decimal(1)).scaleb(power)
            number, last = None, power
        elif token in _DIGITS_ZH:
            if token == "半":  # noqa: S105 - no password
                total, number = total + section + (number or 0) + (Decimal("0.5").scaleb(last) if last else Decimal("0.5")), None
                section = Decimal(0)
            else:
                digit = _DIGITS_ZH[token]
                number = digit if number is None or last else 10 * number + digit
        else:
            try:
                number = Decimal(token)
            except ArithmeticError:
                return set()
    rest = number or Decimal(0)
    values = {total + section + rest}
    if number is not None and last >= 2 and number < 10:
        values.add(total + section + rest.scaleb(last - 1))  # 三千五 is 3,500
    return values | ({total * 1} if total and not section and number is None else set())


def _english(words: str) -> Iterator[Printed]:
    for found in _RUN_EN.finditer(words):
        tokens = [token for token in re.split(r"[\s-]+", found[0].lower()) if token]
        total, current, behind = Decimal(0), Decimal(0), None
        seen = False
        for token in tokens:
            if token in _WORDS:
                if behind is not None:
                    behind += str(_WORDS[token])
                else:
                    current += _WORDS[token]
                seen = True
            elif token == "hundred":  # noqa: S105 - no password
                current = (current or Decimal(1)) * 100
            elif token in _MULTIPLES:
                total, current = total + (current or Decimal(1)).scaleb(_MULTIPLES[token]), Decimal(0)
            elif token == "half":  # noqa: S105 - no password
                current, seen = current + Decimal("0.5"), True
            elif token == "point":  # noqa: S105 - no password
                behind = ""
        if "hundred" in tokens or seen:
            value = total + current + (Decimal(f"0.{behind}") if behind else 0)
            end = found.start() + len(found[0].rstrip(" -\n\t"))
            yield Printed(frozenset({value}), _unit(words, found.start(), end), found.start(), end)


def _fractions(words: str) -> Iterator[Printed]:
    for found in _PART.finditer(words):
        count = found["count"] or "1"
        share = (Decimal(count) if count.isdigit() else _WORDS[count.lower()]) / _PARTS[found["part"].lower()]
        yield _read(found, {share, 100 * share, round(share, 2), round(100 * share, 0)})
    for found in re.finditer(r"(?:(?P<whole>\d+)[ -])?(?P<over>\d)/(?P<under>\d)\b", words):
        if found["under"] != "0":
            yield _read(found, {Decimal(found["whole"] or 0) + Decimal(found["over"]) / Decimal(found["under"])})
    for found in _TIMES.finditer(words):
        times = found["times"].lower()
        count_ = _WORDS[times] if times in _WORDS else Decimal(times)
        yield _read(found, {count_, 100 * count_, 100 * (count_ - 1)})
    for found in re.finditer(r"(?P<times>[\d.]+|[一两兩二三四五六七八九十])倍(?P<half>半?)", words):
        for whole in _composed(found["times"].strip(".")):
            count_ = whole + (Decimal("0.5") if found["half"] else 0)
            yield _read(found, {count_, 100 * count_, 100 * (count_ - 1)})
    for found in _DOUBLED.finditer(words):
        yield _read(found, {Decimal(50 if found["halved"] else 200 if found["three"] else 100)})


def _coins(words: str) -> Iterator[Printed]:
    """Hong Kong's 2毫2仙, the mainland's 3元5角."""
    for found in _COINS.finditer(words):
        yield _read(found, {Decimal(f"{found['whole'] or 0}.{found['tenths']}{found['cents'] or ''}")})


def _read(found: re.Match[str], values: set[Decimal]) -> Printed:
    return Printed(_plain(values), None, found.start(), found.end())


def _unit(words: str, start: int, end: int) -> str | None:
    for found in (_BEHIND.match(words, end), _BEFORE.search(words, max(0, start - 12), start)):
        if found is not None:
            name = found.lastgroup or ""
            return _CODES.get(name, name)
    return None


def _plain(values: set[Decimal]) -> frozenset[Decimal]:
    return frozenset(Decimal(f"{value.normalize():f}") for value in values)
