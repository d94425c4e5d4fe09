"""What stands between two mentions: punctuation, possessives, capitalised words, listing codes."""

from __future__ import annotations

import re

from chinamkt.mentions.token import Token
from chinamkt.rules import kinds as k

__all__ = ["SENTENCE_END", "words_between"]

# a full stop ends a sentence unless it closes an abbreviation or an initial
SENTENCE_END = re.compile(
    r"(?<![ .(][A-Z])(?<!\bInc)(?<!\bCo)(?<!\bCorp)(?<!\bLtd)(?<!\bNo)(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\bvs)(?<!\bJan)(?<!\bFeb)(?<!\bAug)(?<!\bSept)"
    r"(?<!\bSep)(?<!\bOct)(?<!\bNov)(?<!\bDec)(?<!\bMar)(?<!\bApr)(?<!\bMrs)(?<!U\.S)(?<!U\.K)(?<!\ba\.m)(?<!\bp\.m)(?<!\bapprox)\.[\"')\]]*(?:\s+|$)(?=[\"'(\[*_<]*[A-Z0-9\u00c0-\u024f]|$)"
    r"|(?<=[A-Za-z][A-Za-z][A-Za-z]\.)(?=[A-Z][a-z])|[!?][\"')]*\s+|\n+"
    r"|(?<=\b(?:Co|Ch)rp\.)\s+(?=(?:The|In|On|But|Shares|Its|It)\b)"
)
_PIECE = re.compile(
    r"(?P<listing>\((?:(?P<exchange>[A-Z]{2,6})\s?:\s?)?(?P<ticker>[A-Z]{1,5}(?:\.[A-Z]{1,3})?|\d{3,6}(?:[. ](?:HK|SH|SZ|SS|BJ|KS|T|N|O))?)\))"
    r"|(?P<vendor>\.[A-Z][A-Z0-9]{2,}\b|\b[A-Z]{2,6}\d{0,2}[A-Z]*=[A-Z0-9]*|\b[A-Z]{2}c\d\b|\b[A-Z]{2,5}\.(?:N|O|HK|SS|SZ|T|KS)\b)"
    r"|(?P<caps>[A-Z][\w&.'+-]*\w(?:(?: (?:of|and|&|the|de) | )[A-Z0-9][\w&.'+-]*)*)"
    r"|(?P<possessive>'s\b|'(?=\s))|(?P<comma>,)|(?P<semi>;)|(?P<colon>:)|(?P<open>[(\[])|(?P<close>[)\]])|(?P<dash>\s[-–—]+\s|—|\.\.\.|\s\*\s?)"
    r"|(?P<word>[^\W\d_][\w'-]*)"
)
_PUNCTUATION = {"comma": k.COMMA, "semi": k.SEMICOLON, "colon": k.COLON, "open": k.OPENB, "close": k.CLOSEB, "possessive": k.POSSESSIVE, "dash": "-"}


_DETERMINERS = frozenset(("the", "a", "an", "this", "that", "its", "their", "The", "A", "An", "This", "Its", "Their"))


def words_between(view: str, lower: str, a: int, b: int, start: int) -> list[Token]:
    """The tokens of ``view[a:b]``; words that no rule knows become one token."""
    gap = view[a:b]
    if gap == ", ":
        return [Token(a, a + 1, k.COMMA)]
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
        elif kind == "listing":
            out.append(Token(found.start(), found.end(), k.LISTING, (found["exchange"], found["ticker"])))
        elif kind == "caps":
            words = found.group()
            if words in _DETERMINERS:
                continue
            tail = 2 if words.endswith("'s") else 0
            if " " not in words and (found.start() <= start + 1 or not out and view[start:a].strip(" \"'(*_#-") == ""):
                out.append(Token(found.start(), found.end() - tail, k.WORDS, "first"))
                if tail:
                    out.append(Token(found.end() - tail, found.end(), k.POSSESSIVE))
            else:
                out.append(Token(found.start(), found.end() - tail, k.UNKNOWN, words[: len(words) - tail]))
                if tail:
                    out.append(Token(found.end() - tail, found.end(), k.POSSESSIVE))
        else:
            out.append(Token(found.start(), found.end(), _PUNCTUATION[kind]))
    return out
