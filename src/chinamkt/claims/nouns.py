"""Capitalised words that no table knows: a company, or nobody."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from chinamkt.claims.claim import LOST, NAMED, SECTOR, UNKNOWN, Subject
from chinamkt.claims.heads import GROUP_WORDS
from chinamkt.claims.names import take_name
from chinamkt.claims.prepositions import PREPOSITIONS
from chinamkt.rules import kinds as k
from chinamkt.rules.token import Token

if TYPE_CHECKING:
    from chinamkt.claims.figures import Figures as Reader
    from chinamkt.reference.names import Entry

__all__ = ["take_unknown"]


def _goes_on(reader: Reader, token: Token, name: Token) -> bool:
    """The name behind capitalised words is the rest of theirs: "Yunnan Germanium", "SPDR S&P 500 ETF", "Zhenhua Galaxy"."""
    if name.start != token.end + 1:
        return False
    entry: Entry = name.value
    if entry.kind == "commodity":
        return entry.name[0].islower() and reader.view[name.start].isupper()
    return (entry.weak and entry.kind == "index") or (
        entry.kind == "security" and (entry.weak or entry.targets[0].startswith("security:?"))
    )


def take_unknown(reader: Reader, at: int, token: Token) -> None:
    """Capitalised words that no table knows: a company where they act or are listed like one."""
    before, behind = reader.code(at - 1), reader.code(at + 1)
    if (before in (k.SPEECH, *PREPOSITIONS) and reader.code(at - 2) != k.HEAD) or behind == k.SPEECH:
        return
    if _SUFFIX.fullmatch(reader.view, token.start, token.end):
        return  # "Moutai Co., Ltd."
    adjacent = at > 0 and reader.tokens[at - 1].end + 1 == token.start
    if before == k.NAME and adjacent and reader.group and reader.named_at == at - 1:
        _longer_name(reader, at, token)
        return
    if before == k.NAME and reader.aside == at - 1 and reader.tokens[at - 1].end + 1 == token.start:
        return  # "along Galaxy Street"
    if before in (k.NONMARKET, k.NUMBER) and reader.tokens[at - 1].end + 1 == token.start:
        return  # "Target Street", "360 Street"
    if before in (k.UNKNOWN, k.UP, k.DOWN) and reader.code(at - 2) in PREPOSITIONS:
        return  # "along S.F. Street", "along Zoom Street"
    if before == k.WORDS and reader.tokens[at - 1].value == "place" and adjacent:
        token.start = reader.tokens[at - 1].start  # "Beijing Haizhi Technology"
        before = reader.code(at - 2)
    if behind == k.NAME and _goes_on(reader, token, reader.tokens[at + 1]):
        token.end, reader.tokens[at + 1].code = reader.tokens[at + 1].end, ""  # "Yunnan Germanium" is no metal
        behind = reader.code(at + 2)
    elif behind == k.NAME:
        return
    place = _rest(reader, at, token)
    behind = reader.code(place + 1)
    words = reader.view[token.start : token.end]
    shares = behind == k.HEAD and reader.tokens[place + 1].value == "shares"
    if behind == k.POSSESSIVE and reader.code(place + 2) == k.HEAD:
        shares = reader.tokens[place + 2].value == "shares"  # "Fantasia's share price"
    listed = behind == k.LISTING
    if (
        reader.open
        and reader.group
        and reader.group[0].kind == NAMED
        and behind in (k.WORDS, k.OF, k.NUMBER)
        and not (listed or before == k.POSSESSIVE)
    ):
        return  # "Sands China, the Macau unit of a casino group": a description
    acts = behind in (k.UP, k.DOWN, k.UP_NOUN, k.DOWN_NOUN, k.STATE, k.COPULA) or shares or reader.code(at - 2) == k.HEAD
    acts = acts or (behind == k.RELATIVE and reader.code(place + 2) in _ACTS and before in (k.AND, k.COMMA))
    acts = acts or (behind == k.EACH and reader.code(place + 2) in (k.UP, k.DOWN))  # "Shiseido and T&D Holdings all fell"
    if behind == k.HEAD and (not shares or words.split()[-1].lower() in GROUP_WORDS):
        return  # the head will name the group
    if (
        reader.group
        and not reader.moved
        and before == k.WORDS
        and not shares
        and not listed
        and k.COMMA not in reader.between(reader.named_at, at)
        and k.POSSESSIVE not in reader.between(reader.named_at, at)
    ):
        return  # what the subject is described with
    listed = listed or (behind == k.COMMA and reader.code(at + 2) == k.RELATIVE and not (reader.open and reader.group))
    in_list = behind in (k.AND, k.COMMA) and (reader.open or before == k.BREAK or _acts_later(reader, at, place))
    if behind == k.OPENB and _bracketed(reader, at, place, token):
        return
    known = "unknown-names" in reader.steps and (acts or listed or in_list) and not _owned(reader, at)
    if not known and reader.moved and behind not in (k.UP, k.DOWN):
        return
    take_name(reader, at, Subject(UNKNOWN if known else LOST, words, token.start, token.end))


def _longer_name(reader: Reader, at: int, token: Token) -> None:
    """The rest of a longer name: "Moutai Co Ltd" is Moutai, but "Evergrande New Energy" is another firm."""
    one, rest = reader.group[-1], reader.view[token.start : token.end]
    if (
        one.family != "security"
        or _SUFFIX.fullmatch(rest)
        or reader.code(at + 1) not in _ACTS
        or "unknown-names" not in reader.steps
    ):
        return
    one.kind, one.entry, one.end = UNKNOWN, None, token.end
    one.name = reader.view[one.start : one.end]
    reader.named_at = at


_ACTS = (k.UP, k.DOWN, k.STATE, k.COPULA)
_SUFFIX = re.compile(
    r"(?:(?:Co|Corp|Ltd|Inc|Limited|Group|Holdings?|Plc|PLC|AG|SA|Company|Corporation|Energy|Technology|Technologies"
    r"|International|Industrial|[ABH]|Class|of|China)\b\.?,? ?)+"
)
#: What a company's name ends in.
_COMPANY = re.compile(r"\b(?:Co|Corp|Ltd|Inc|Limited|Group|Holdings?|Plc)\.?$", re.IGNORECASE)
_CORPORATE = re.compile(r"Holdings?|Investments?|Capital|Production|Supply|Industries|Airlines")


def _rest(reader: Reader, at: int, token: Token) -> int:
    """Take in the rest of a company's name, and give its last place: "Huishan Dairy Holdings", "Institute of Optics Co"."""
    place = at
    while place + 1 < reader.count and reader.tokens[place + 1].end <= token.end:
        place += 1
    while (
        reader.code(place + 1) in (k.NONMARKET, k.HEAD)
        and reader.tokens[place + 1].start == token.end + 1
        and _CORPORATE.fullmatch(reader.view, reader.tokens[place + 1].start, reader.tokens[place + 1].end)
    ):
        place += 1
        token.end, reader.tokens[place].code = reader.tokens[place].end, ""
    if (
        place > at
        and reader.code(place + 1) == k.UNKNOWN
        and reader.tokens[place + 1].start == token.end + 1
        and _SUFFIX.fullmatch(reader.view, reader.tokens[place + 1].start, reader.tokens[place + 1].end)
    ):
        place += 1
        token.end, reader.tokens[place].code = reader.tokens[place].end, ""  # "Belle International Holdings Ltd"
    if (
        reader.code(place + 1) == k.OF
        and reader.code(place + 2) == k.UNKNOWN
        and reader.tokens[place + 2].start == token.end + 4
        and _COMPANY.search(reader.view, reader.tokens[place + 2].start, reader.tokens[place + 2].end)
    ):
        reader.tokens[place + 1].code = reader.tokens[place + 2].code = ""
        place += 2
        token.end = reader.tokens[place].end
    return place


def _acts_later(reader: Reader, at: int, place: int) -> bool:
    """ "CNR Corp and CSR Corp soared", "Suntech, among the largest makers of panels, dived": what comes first acts in the end."""
    first = at - 1 if at and reader.tokens[at - 1].value == "place" else at
    clause = reader.code(first - 1) in (k.BREAK, k.SEMICOLON) or (
        reader.code(first - 1) == k.AND and reader.code(first - 2) == k.COMMA and reader.figure_at >= 0
    )
    if not clause and any(one.code not in (k.DATE, k.PHASE, k.BASIS, k.COMMA, "-") for one in reader.tokens[:first]):
        return False
    described = reader.code(place + 1) == k.COMMA
    listed, plain = 0, True  # a list alone, without descriptions
    for later in range(place + 1, reader.count):
        code = reader.code(later)
        if code in (k.UNKNOWN, k.NAME):
            listed += 1
        if code == k.HEAD and plain and _CORPORATE.fullmatch(reader.view, reader.tokens[later].start, reader.tokens[later].end):
            continue  # "Keio Corp. as well as Nippon Paper Industries"
        if code in (k.UP, k.DOWN):
            return (described and reader.code(later - 1) == k.COMMA and later > place + 2) or (listed > 0 and plain)
        plain = plain and code in (k.COMMA, k.AND, k.UNKNOWN, k.NAME, k.LISTING, k.EACH, k.NONMARKET, "")
        if code not in (k.COMMA, k.AND, k.UNKNOWN, k.NAME, k.LISTING, k.EACH, k.NONMARKET, "") and not (
            described and code in (k.WORDS, k.IN, k.OF, k.HEAD, k.POSSESSIVE)
        ):
            return False
    return False


def _bracketed(reader: Reader, at: int, place: int, token: Token) -> bool:
    """ "The best sectors were Cement (up 5.3%), Marine (up 4%)": each has the figure in the brackets behind it."""
    if [reader.code(place + step) for step in (3, 4)] != [k.PERCENT, k.CLOSEB] or reader.code(place + 2) not in (k.UP, k.DOWN):
        return False
    sectors = any(one.code == k.HEAD and reader.view.endswith("sectors", one.start, one.end) for one in reader.tokens[:at])
    start, first = token.start, at
    while first > 1 and reader.code(first - 1) == k.AND and reader.view.startswith("&", reader.tokens[first - 1].start):
        first -= 2
        start = reader.tokens[first].start  # "Oil & Gas Drilling"
    reader.start_group([Subject(SECTOR if sectors else UNKNOWN, reader.view[start : token.end], start, token.end)], at)
    return True


def _owned(reader: Reader, at: int) -> bool:
    """ "BYD's Seagull": what a firm makes."""
    if reader.code(at - 1) != k.POSSESSIVE:
        return False
    owner = reader.group[-1] if reader.group and reader.named_at == at - 2 else reader.beside if reader.aside == at - 2 else None
    return owner is not None and owner.family == "security"
