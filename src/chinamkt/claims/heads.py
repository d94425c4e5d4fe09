"""Heads: "shares", "developers", "stocks" and the group that the words before them name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from chinamkt.claims.claim import LOST, NAMED, NONMARKET, SECTOR, UNKNOWN, Subject
from chinamkt.claims.listings import own_share
from chinamkt.claims.names import take_subject_behind
from chinamkt.claims.prepositions import PREPOSITIONS
from chinamkt.claims.references import take_reference
from chinamkt.expressions import expression
from chinamkt.reference.entries import Entry
from chinamkt.rules import kinds as k
from chinamkt.rules.token import Token

if TYPE_CHECKING:
    from chinamkt.claims.figures import Figures as Reader

__all__ = ["GROUP_WORDS", "take_head"]

#: Capitalised words before "shares" that name a group, not a company.
GROUP_WORDS = frozenset(
    [
        "chinese",
        "mainland",
        "asian",
        "european",
        "american",
        "u.s.",
        "us",
        "tech",
        "technology",
        "property",
        "bank",
        "banking",
        "energy",
        "oil",
        "gold",
        "coal",
        "auto",
        "automobile",
        "financial",
        "consumer",
        "healthcare",
        "semiconductor",
        "chip",
        "casino",
        "gaming",
        "airline",
        "insurance",
        "brokerage",
        "telecom",
        "internet",
        "education",
        "retail",
        "steel",
        "blue-chip",
        "small-cap",
        "global",
        "regional",
        "other",
        "most",
        "many",
        "some",
        "all",
        "new",
        "their",
        "its",
        "hong",
        "japanese",
        "korean",
        "local",
        "these",
        "those",
        "the",
        "developer",
        "liquor",
        "solar",
        "power",
        "real-estate",
        "software",
        "media",
        "a",
        "h",
        "tourism",
        "pharmaceutical",
        "drug",
        "shipping",
        "defence",
        "defense",
        "military",
        "mining",
        "metals",
        "commodity",
        "infrastructure",
        "e-commerce",
        "growth",
        "value",
        "large-cap",
        "mid-cap",
        "onshore",
        "offshore",
    ]
)


#: Heads that name no business by themselves.
_VAGUE = frozenset(
    [
        "companies",
        "firms",
        "names",
        "issues",
        "makers",
        "manufacturers",
        "producers",
        "operators",
        "plays",
        "heavyweights",
        "giants",
        "industries",
        "sectors",
    ]
)
_NUMBER_WORDS = frozenset(
    [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "dozens",
        "hundreds",
        "several",
        "both",
        "some",
        "most",
        "many",
        "few",
    ]
)

#: How many of the shares: what is said of them is said of no instrument.
_PART = expression(
    r"(?:half|most|all|some|many|none|(?:two-|three-)?(?:thirds?|quarters?)|majority|number|dozens|hundreds|thousands)",
    re.IGNORECASE,
)
_KIND = r"(?:bank|lender|company|firm|group|giant|airline|brokerage|conglomerate|utility|[a-z-]{3,}(?:er|or))"
_COMPANY_BEHIND = expression(rf" (?:the|[A-Z][a-z]+['’]s|[a-z]+['’]s) (?:[A-Za-z-]+ ){{0,2}}{_KIND}(?=[ ,])")
_COMPANY_BEFORE = expression(rf"\b(?:[Tt]he|[Ii]ts) (?:[a-z-]+ ){{0,2}}{_KIND}['’]s $")
#: What an index does to the shares in it.
_TRACKS = expression(
    r" (?:tracks?|measures?|follows?|covers?|gauges?|includes?|comprises?|represents?|lists?|groups?|contains?) "
)
_RECEIPTS = expression(r"(?:ad[rs]s?\b|(?:american )?depositary )", re.IGNORECASE)


def take_head(reader: Reader, at: int, token: Token) -> None:
    """ "Shares", "developers": the words before the head name a group, unless a company stands there."""
    before = reader.code(at - 1)
    if before in (k.UP, k.DOWN) and reader.group and reader.code(at + 1) == k.COMMA and reader.code(at + 2) in (k.UP, k.DOWN):
        return  # "A outperformed utilities, rising 2%"
    if _RECEIPTS.match(reader.view, token.start) and _take_receipts(reader, at, token):
        return
    if (
        before == k.OF
        and reader.code(at - 2) == k.WORDS
        and _PART.fullmatch(reader.view, reader.tokens[at - 2].start, reader.tokens[at - 2].end)
    ):
        reader.start_group([Subject(LOST, "", token.start, token.end)], at)  # "more than half of the shares"
        return
    if token.value == "shares" and (described := _company_described(reader, at, token)):
        reader.start_group(described, at)
        return
    place = at - 1
    while reader.code(place) in (k.WORDS, k.UNKNOWN):
        place -= 1
    if reader.code(place) == k.OF and reader.code(place - 1) == k.REFERENCE and reader.tokens[place - 1].value == "subindex":
        start = reader.tokens[place].end + 1  # "a sub-index of battery makers"
        kind = LOST if _NOBODY.match(reader.view, start) else SECTOR
        reader.start_group([Subject(kind, reader.view[start : token.end], start, token.end)], at)
        return
    if _stands_beside(reader, at, token) or _first_word_names(reader, at, token):
        return
    if reader.relative and reader.group and _TRACKS.match(reader.view, reader.tokens[reader.relative_at].end):
        return  # "the index, which tracks small firms, rose": what it is made of
    words = _noun_phrase(reader, at)
    if not words:
        return
    if words == "Utilities" and any(_industry(one) for one in (*reader.named, *reader.discourse.told)):
        entry = Entry("Hang Seng Utilities Index", ("index:HSNU",), kind="index")
        reader.start_group([Subject(NAMED, words, token.start, token.end, entry)], at)
        return  # beside the Finance, the Properties: the city's industry indices
    if words.partition(" ")[0].lower() in _NUMBER_WORDS or _counted(reader, at) or _NOBODY.match(words):
        reader.start_group([Subject(LOST, words, token.start, token.end)], at)  # "seven stocks made their debuts"
        return
    if words in ("sub-index", "subindex"):
        take_reference(reader, at, Token(token.start, token.end, k.REFERENCE, "subindex", token.rule))
        return
    if "sector-phrase" not in reader.steps or any(letter.isdigit() for letter in words):
        reader.start_group([Subject(LOST, words, token.start, token.end)], at)
        return
    _take_sector(reader, at, token, words)


def _take_sector(reader: Reader, at: int, token: Token, words: str) -> None:
    """ "Property developers": a group of its own, or one more of a list."""
    start = token.end - len(words)
    subject = Subject(SECTOR, words, start if reader.view[start : token.end] == words else token.start, token.end)
    if reader.awaits_subject(at) and reader.code(at - 1) in (k.IN, k.OF, k.WORDS):
        take_subject_behind(reader, at, subject)
    elif _among_sectors(reader, at):
        reader.group, reader.named_at = [*reader.group, subject], at
    else:
        reader.start_group([subject], at)


def _take_receipts(reader: Reader, at: int, token: Token) -> bool:
    """American receipts: of whom, and whether that is settled."""
    if reader.view.endswith((" its ", " their "), 0, token.start) and reader.awaits_subject(at):
        take_subject_behind(reader, at, own_share(reader, token, "US"))  # "tracking a 4.1% slump in its ADRs"
        return True
    if reader.group and 0 <= reader.named_at in (at - 1, at - 2):
        reader.group[-1].listing.append("US")  # "Alibaba's ADRs"
        return True
    reader.listing_ahead = "US"  # "depositary receipts of Alibaba"
    return False


def _among_sectors(reader: Reader, at: int) -> bool:
    """ "Developers and insurers lost 0.9% and 0.3%": a list of groups goes on."""
    if not reader.open or reader.moved or not reader.group or "list-of-names" not in reader.steps:
        return False
    if reader.group[0].kind != SECTOR and not (
        reader.group[0].family == "index" and reader.view.endswith("index", 0, reader.group[0].end)
    ):
        return False
    return _SECTORS.fullmatch(reader.between(reader.named_at, at)) is not None


def _company_described(reader: Reader, at: int, token: Token) -> list[Subject]:
    """ "Shares in Europe's biggest bank", "the discounter's shares": the company that was spoken of last."""
    behind = reader.code(at + 1) in (k.IN, k.OF)
    if behind:
        named = _COMPANY_BEHIND.match(reader.view, reader.tokens[at + 1].end)
    else:
        named = _COMPANY_BEFORE.search(reader.view, max(0, token.start - 40), token.start)
    if named is None:
        return []
    return reader.discourse.refer("security", Subject(LOST, reader.view[token.start : token.end], token.start, token.end))


#: A group that is picked by its move, not named by its business; the shares of a firm that is not named.
_SECTORS = expression(r",?&w?|,w?")
_NOBODY = expression(
    r"(?:[Tt]hose|[Tt]hese|[Ss]uch) |(?:[Bb]est|[Ww]orst|[Tt]op)[ -]performing\b"
    r"|.*\b(?:unit|arm|affiliate|subsidiary|division) (?:shares|stock)$"
)


def _counted(reader: Reader, at: int) -> bool:
    """ "A total of 43 listed firms posted gains": nobody is named."""
    return reader.code(at - 1) == k.NUMBER or (reader.code(at - 1) == k.WORDS and reader.code(at - 2) == k.NUMBER)


def _industry(subject: Subject) -> bool:
    return subject.entry is not None and subject.entry.targets[0] in ("index:HSNF", "index:HSNP", "index:HSNC")


def _stands_beside(reader: Reader, at: int, token: Token) -> bool:
    """The head belongs to a name beside it, or to a description of the subject."""
    before, behind = reader.code(at - 1), reader.code(at + 1)
    if reader.view.endswith(" of", token.start, token.end):
        return True  # "shares of companies": whose, comes behind
    if behind in (k.OF, k.NAME, k.UNKNOWN, k.INTRO) or (
        behind == k.IN and token.value == "shares" and reader.code(at + 2) == k.NAME
    ):
        return True
    if before == k.LISTING and 0 <= reader.named_at in (at - 2, at - 3):
        return True
    between = reader.between(reader.named_at, at) if reader.named_at >= 0 else ""
    if reader.open and reader.group and reader.group[0].kind == NAMED and k.COMMA in between and k.AND not in between:
        return True  # "Moutai, the costliest share on either exchange, gained": a description
    if before in (k.NAME, k.UNKNOWN) or (before == k.POSSESSIVE and reader.code(at - 2) in (k.NAME, k.UNKNOWN)):
        return True
    statement = reader.statement
    if _governed(reader, at) and reader.group and not (statement is not None and statement.awaits):
        return True
    return bool(reader.group and reader.group[0].kind == NONMARKET and not reader.moved)  # "the number of listed firms"


def _first_word_names(reader: Reader, at: int, token: Token) -> bool:
    """ "Yonyou shares", at the start of a sentence, where every word has a capital."""
    first = reader.tokens[at - (2 if reader.code(at - 1) == k.POSSESSIVE else 1)] if at else None
    if first is None or first.code != k.WORDS or first.value != "first" or token.value != "shares":
        return False
    name = reader.view[first.start : first.end]
    if " " in name and name.rpartition(" ")[2].islower():
        return False  # "Consumer staple shares"
    if name.lower() in _NUMBER_WORDS:
        reader.start_group([Subject(LOST, name, first.start, first.end)], at)
        return True
    if name.lower() not in GROUP_WORDS and "unknown-names" in reader.steps:
        reader.start_group([Subject(UNKNOWN, name, first.start, first.end)], at)
        return True
    return False


def _governed(reader: Reader, at: int) -> bool:
    """A preposition stands before the words that describe a head noun: "of the largest mainland firms"."""
    place = at - 1
    while reader.code(place) in (k.WORDS, k.UNKNOWN, k.LISTING, k.AND) or (
        reader.code(place) == k.NAME and reader.aside == place
    ):
        place -= 1
    if reader.code(place) == k.STATE:
        place -= 1  # "for trading utilities"
    return reader.code(place) in PREPOSITIONS


def _noun_phrase(reader: Reader, at: int) -> str:
    """The words of a group's name: what stands before its head, without its article."""
    token = reader.tokens[at]
    first = at
    while first > 0 and reader.code(first - 1) in (k.WORDS, k.UNKNOWN, k.LISTING, k.NAME, k.HEAD) and first > at - 2:
        first -= 1
    start = reader.tokens[first].start if first < at else token.start
    words = reader.view[start : token.end]
    words = re.sub(
        r"^.*\b(?:the|a|an|its|their|some|many|most|all|other|of|in|for|by|said|that|as|leading|tracking|tracks)\s+",
        "",
        words,
        flags=re.IGNORECASE | re.DOTALL,
    )
    kept = words.split()
    if first == at and token.value == "shares":
        return ""  # "its share price"
    if len(kept) == 1 and (token.value != "group" or kept[0].lower() in _VAGUE):
        return ""
    return " ".join(kept[-4:])
