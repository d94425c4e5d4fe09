"""The forms of a name: legal suffixes and share marks taken off, folded, with the letters that must be capitals."""

from __future__ import annotations

import re
from typing import Final

from wordfreq import get_frequency_dict

from chinamkt.reference.spelling import is_han

__all__ = ["capitals", "chinese_forms", "chinese_stem", "english_forms", "is_common", "is_hopeless", "is_ordinary"]

_LEGAL: Final = re.compile(
    r"[\s,]+(?:\(?the\)?|co(?:mpany|mpanies|\.)?,?\s*(?:ltd|limited|inc)\.?|company|co\.?|ltd\.?|limited|inc\.?|incorporated"
    r"|corp\.?|corporation|plc\.?|p\.l\.c\.|s\.a\.|n\.v\.|ag|se|a/s|l\.p\.|llc|and)$",
    re.IGNORECASE,
)
#: Words that close an official name and that reports leave out.
_TAIL: Final = re.compile(
    r"\s+(?:group|holdings?|\(holdings?\)|\(group\)|joint[- ]stock|stock|share-?holding|shares|\(cayman\)|\(china\)"
    r"|\(hong kong\)|\(international\)|\(bermuda\))$",
    re.IGNORECASE,
)
_SHARE_MARK: Final = re.compile(r"(?:-(?:W|S|SW|WS|B|R|U|UW|WD|D|PW|P)|[AB])$")
_ST: Final = re.compile(r"^(?:S?\*?ST|PT|S|XD|XR|DR|N|退市)(?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff]{2})退$|\(已合并\)$")
_CHINESE_TAIL: Final = re.compile("(?:集团控股|国际控股|控股|集团|股份)$")


def english_forms(name: str) -> list[str]:
    """The name without its legal suffix (the scan reads on over one), and without what else reports drop.

    >>> english_forms("Alibaba Group Holding Limited")
    ['Alibaba Group Holding', 'Alibaba Group', 'Alibaba']
    """
    forms = [name]
    while (shorter := _LEGAL.sub("", forms[-1]).rstrip(" ,&")) and shorter != forms[-1]:
        forms[-1] = shorter
    while (shorter := _TAIL.sub("", forms[-1]).rstrip(" ,&")) and shorter != forms[-1]:
        forms.append(shorter)
    return [form for form in forms if len(form) > 1]


def chinese_forms(name: str) -> list[str]:
    """A short name with and without its share class and its ST mark.

    >>> chinese_forms("阿里巴巴-W"), chinese_forms("*ST华微"), chinese_forms("退市秋林")
    (['阿里巴巴-W', '阿里巴巴'], ['*ST华微', '华微'], ['退市秋林', '秋林'])
    """
    forms = [name, _SHARE_MARK.sub("", name), _ST.sub("", name), _ST.sub("", _SHARE_MARK.sub("", name))]
    return [form for form in dict.fromkeys(forms) if len(form) > 1 and is_han(form)]


def chinese_stem(name: str) -> str:
    """A short name without "holdings" or "group" where three characters or more are left, else nothing.

    >>> chinese_stem("第一服务控股"), chinese_stem("海达股份")
    ('第一服务', '')
    """
    stem = _CHINESE_TAIL.sub("", _SHARE_MARK.sub("", name))
    return stem if stem != name and len(stem) >= 3 and is_han(stem) and not is_ordinary(stem) else ""


def is_common(word: str, lang: str = "en", zipf: float = 4.0) -> bool:
    """Whether a word is that frequent (zipf 3: once in a million words); words in full, nothing is cut into parts."""
    return get_frequency_dict(lang).get(word, 0.0) >= 10 ** (zipf - 9)


def is_ordinary(name: str) -> bool:
    """Whether an official name is also a word of everyday language, so that it needs context.

    Two characters and three letters are always something else as well.
    """
    if is_han(name):
        return len(name) <= 2 or (len(name) <= 4 and is_common(name, "zh", 3.2))
    words = re.findall(r"[A-Za-z0-9]+", name)
    if sum(map(len, words)) <= 3 or "".join(words).isdigit():
        return True
    return len(words) == 1 and is_common(words[0].lower(), "en", 3.0)


def is_hopeless(name: str) -> bool:
    """Whether an ordinary word is so common that no context makes it a name; looking it up still finds it."""
    if is_han(name):
        return is_common(name, "zh", 4.0)
    words = re.findall(r"[A-Za-z0-9]+", name)
    return sum(map(len, words)) <= 2 or "".join(words).isdigit() or (len(words) == 1 and is_common(words[0].lower(), "en", 4.5))


def capitals(name: str, *, every: bool = False, first: bool = False) -> tuple[int, ...]:
    """Offsets of the letters that must be capitals in a text: one a capitalised word, every one, or the first alone.

    >>> capitals("Bank of China"), capitals("iQIYI"), capitals("Hang Seng Index", first=True)
    ((0, 8), (), (0,))
    """
    if first:
        return (0,) if "A" <= name[0] <= "Z" else ()
    if every:
        return tuple(i for i, letter in enumerate(name) if "A" <= letter <= "Z")
    places = (place for place, letter in enumerate(name) if "A" <= letter <= "Z")
    return tuple(place for place in places if place == 0 or not (name[place - 1].isalnum() or name[place - 1] == "'"))
