"""What stands between two mentions: punctuation, possessives, capitalised words, listing codes."""

from __future__ import annotations

import re

from chinamkt.expressions import expression
from chinamkt.rules import kinds as k
from chinamkt.rules.token import Token

__all__ = ["LISTING", "SENTENCE_END", "ends_sentence", "words_between"]

# (00700), (0700.HK), (SZ:300750), (NASDAQ: JD), (BABA.N), (HSI): blanks stand where markup was
_EXCHANGE = r"(?:[A-Za-z]{2,8})\s?:\s?"
_CODE = r"[A-Z]{1,6}(?:\.[A-Z]{1,3}| (?:US|UN|UW|UQ|HK))?|(?(exchange)\d{1,6}|\d{3,6})(?:[. ][A-Z]{1,2})?|[A-Z]{2,3}\d{2,3}"
LISTING = expression(
    rf"\(\s*(?:(?P<exchange>[A-Za-z]{{2,8}})\s?:\s?)?(?P<code>{_CODE})"
    rf"(?P<more>(?:\s?[;,/]\s?(?:{_EXCHANGE})?(?:{_CODE}))+)?\s*\)"
)

# one class of characters begins all alternatives, so that the search skips what can't begin any; a full stop behind
# small letters or a percent sign, a blank and a capital end a sentence for sure: ``ends_sentence`` is not asked
SENTENCE_END = re.compile(
    r"[.!?\n](?:(?P<sure>(?<=(?:[a-z]{4}|...%)\.)(?<!approx\.) (?=[A-Z]))"
    r"|(?<=\n)\n*|(?<!\n)[\"')\]]*(?:\s+|$|(?=[A-Z][a-z])))"
)
_ABBREVIATION = expression(
    r"(?:[ .(][A-Z]|\b(?:Inc|Co|Corp|Ltd|No|Mr|Ms|Mrs|Dr|St|vs|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|U\.S|U\.K|a\.m|p\.m|approx))$"
)
#: How these end: what ends otherwise needs no closer look.
_SHORT = ("Inc", "Co", "Corp", "Ltd", "No", "Mr", "Ms", "Mrs", "Dr", "St", "vs", "Jan", "Feb", "Mar", "Apr", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "a.m", "p.m", "approx")  # fmt: skip
_OPENING = expression(r"(?:(?:\*\*?|-) )?[\"'(\[*_<]*[A-Z0-9\u00c0-\u024f]|$")
_SPLIT_FIGURE = expression(r"\d+ ?(?:%|per ?cent|pct|points|HK dollars|yuan|[bm]illion|trillion)")
_SPLIT_PRICE = expression(r"(?:\$\d{1,3}|\d,\d{3})\. \d\d[,;.]")
_NEW_SENTENCE = expression(r"(?:The|In|On|But|Shares|Its|It|At|And|Meanwhile|For)\b")


def ends_sentence(view: str, found: re.Match[str]) -> bool:
    """A full stop ends a sentence unless it closes an abbreviation or an initial, or the next word is small."""
    mark = view[found.start()]
    a, b = found.span()
    if mark != ".":
        return mark == "\n" or not view[b : b + 1].islower()  # "is up 17.2%? and the CSI300", where a character was lost
    if not ("A" <= view[b : b + 1] <= "Z" or _OPENING.match(view, b)):
        return False
    if view[a - 1].isdigit() and _SPLIT_FIGURE.match(view, b):
        return False  # "1. 62 percent"
    if view[a - 1].isdigit() and any(_SPLIT_PRICE.match(view, place) for place in range(max(0, a - 5), a)):
        return False  # "at HK$4. 89,"
    if b - a == 1:  # no blank behind the stop: only a word's end counts
        return view[a - 3 : a].isalpha() and b < len(view)
    if (view[a - 1 : a].isupper() or view.endswith(_SHORT, max(0, a - 7), a)) and _ABBREVIATION.search(view, max(0, a - 7), a):
        return bool(_NEW_SENTENCE.match(view, b)) and view[max(0, a - 4) : a].endswith(("Inc", "Co", "Corp", "Ltd", "a.m", "p.m"))
    return True


_PIECE = expression(
    r"(?P<vendor>\.[A-Z][A-Z0-9]{2,}\b|\b[A-Z]{2,6}\d{0,2}[A-Z]*=[A-Z0-9]*|\b[A-Z]{2}c\d\b|\b[A-Z]{2,5}\.(?:N|O|HK|SS|SZ|T|KS)\b)"
    r"|(?P<caps>[A-Z][\w&.'+-]*\w(?:(?: (?:of|and|&|the|de) | )[A-Z0-9][\w&.'+-]*)*(?:(?:(?<=\bCo)|(?<=\bCo\.)|(?<=Corp)), (?:Ltd|Inc|Limited)\b\.?)?)"
    r"|(?P<possessive>'s\b|'(?=\s))|(?P<comma>,)|(?P<semi>;)|(?P<colon>:)|(?P<open>[(\[])|(?P<close>[)\]])|(?P<dash>\s[-–—]+\s|—|\.\.\.|\s\*\s?)"
    r"|(?P<range>(?<=[%\d])[-~]$)"
    r"|(?P<word>[^\W\d_][\w'-]*)"
)
_PUNCTUATION = {
    "comma": k.COMMA,
    "semi": k.SEMICOLON,
    "colon": k.COLON,
    "open": k.OPENB,
    "close": k.CLOSEB,
    "possessive": k.POSSESSIVE,
    "dash": "-",
    "range": "~",
}


#: Capitals that name no company.
_NOT_NAMES = frozenset(
    (
        "ETF",
        "ETFs",
        "AI",
        "EV",
        "EVs",
        "IPO",
        "IPOs",
        "ADR",
        "ADRs",
        "CEO",
        "CFO",
        "I",
        "GDP",
        "New Year",
        "Lunar New Year",
        "Christmas",
        "Easter",
        "National Day",
        "Golden Week",
        "Covid",
        "COVID",
        "Labour Day",
    )
)
_DETERMINERS = frozenset(("the", "a", "an", "this", "that", "its", "their", "The", "A", "An", "This", "Its", "Their"))


#: Nine gaps in ten: small words, perhaps with a comma before them and a comma or a full stop behind.
_SIMPLE = re.compile(r"(,)? *([a-z][a-z'-]*(?: +[a-z][a-z'-]*)*)? *([,.])? *")


def words_between(view: str, lower: str, a: int, b: int, start: int) -> list[Token]:
    """The tokens of ``view[a:b]``; words that no rule knows become one token."""
    simple = _simple(view, a, b)
    if simple is not None:
        return simple
    out: list[Token] = []
    for found in _PIECE.finditer(view, a, b):
        kind = found.lastgroup
        if kind == "word" or kind is None:
            if found.group() in _DETERMINERS and not (out and out[-1].code == k.WORDS):
                continue
            if out and out[-1].code == k.WORDS:
                out[-1].end = found.end()
            else:
                out.append(Token(found.start(), found.end(), k.WORDS))
        elif kind == "vendor":
            out.append(Token(found.start(), found.end(), k.LISTING, (None, found.group().lstrip("."))))
        elif kind == "caps":
            begin, words = found.start(), found.group()
            if words in _DETERMINERS:
                continue
            if words.partition(" ")[0] in _DETERMINERS:
                begin += words.index(" ") + 1
                words = view[begin : found.end()]
            if words in _NOT_NAMES:
                out.append(Token(begin, found.end(), k.WORDS))
                continue
            tail = 2 if words.endswith("'s") else 0
            leads = begin == found.start()  # its capital may be the sentence's
            if leads and " " not in words and (begin <= start + 1 or (not out and view[start:a].strip(" \"'(*_#-") == "")):
                out.append(Token(begin, found.end() - tail, k.WORDS, "first"))
            else:
                out.append(Token(begin, found.end() - tail, k.UNKNOWN, words[: len(words) - tail]))
            if tail:
                out.append(Token(found.end() - tail, found.end(), k.POSSESSIVE))
        else:
            out.append(Token(found.start(), found.end(), _PUNCTUATION[kind]))
    return out


def _simple(view: str, a: int, b: int) -> list[Token] | None:
    """The tokens of a gap that needs no closer look."""
    gap = view[a:b]
    if gap == ", ":
        return [Token(a, a + 1, k.COMMA)]
    words = gap.strip(" ")
    if words.isalpha() and words.islower() and words.isascii():  # every third gap is one small word
        if words in _DETERMINERS:
            return []
        begin = view.index(words, a)
        return [Token(begin, begin + len(words), k.WORDS)]
    if words in ("", "."):
        return []
    found = _SIMPLE.fullmatch(view, a, b)
    return None if found is None else _small_words(found)


def _small_words(found: re.Match[str]) -> list[Token]:
    """The tokens of small words between punctuation."""
    out: list[Token] = []
    if found[1]:
        out.append(Token(found.start(1), found.end(1), k.COMMA))
    words = found[2]
    if words:
        end = found.end(2)
        first = words.partition(" ")[0]
        while first in _DETERMINERS:
            words = words[len(first) :].lstrip(" ")
            first = words.partition(" ")[0]
        if words:
            out.append(Token(end - len(words), end, k.WORDS))
    if found[3] == ",":
        out.append(Token(found.start(3), found.end(3), k.COMMA))
    return out
