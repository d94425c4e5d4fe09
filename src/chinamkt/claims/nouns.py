"""Nouns that stand for subjects: unknown names, groups, pronouns, and what is no instrument."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from chinamkt.claims.claim import LOST, NAMED, NONMARKET, SECTOR, UNKNOWN, Subject
from chinamkt.rules import kinds as k
from chinamkt.rules.token import Token

if TYPE_CHECKING:
    from chinamkt.claims.figures import Figures as Reader
    from chinamkt.reference.names import Entry

from chinamkt.claims.names import take_name, take_subject_behind
from chinamkt.claims.prepositions import PREPOSITIONS

__all__ = ["take_head", "take_nonmarket", "take_reference", "take_unknown"]

#: Capitalised words before "shares" that name a group, not a company.
_GROUP_WORDS = frozenset(
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
_VAGUE = frozenset("companies firms names issues makers manufacturers producers operators plays heavyweights giants industries sectors".split())
_NUMBER_WORDS = frozenset("one two three four five six seven eight nine ten eleven twelve dozens hundreds several both some most many few".split())


def _goes_on(reader: Reader, token: Token, name: Token) -> bool:
    """The name behind capitalised words is the rest of theirs: "Yunnan Germanium", "SPDR S&P 500 ETF", "Zhenhua Galaxy"."""
    if name.start != token.end + 1:
        return False
    entry: Entry = name.value
    if entry.kind == "commodity":
        return entry.name[0].islower() and reader.view[name.start].isupper()
    return entry.kind == "security" and (entry.weak or entry.targets[0].startswith("security:?"))


def take_unknown(reader: Reader, at: int, token: Token) -> None:
    """Capitalised words that no table knows: a company where they act or are listed like one."""
    before, behind = reader.code(at - 1), reader.code(at + 1)
    if (before in (k.SPEECH, *PREPOSITIONS) and reader.code(at - 2) != k.HEAD) or behind == k.SPEECH:
        return
    if before == k.NAME and token.near and reader.group and reader.named_at == at - 1:
        return  # the rest of a longer name
    if before in (k.NONMARKET, k.NUMBER) and reader.tokens[at - 1].end + 1 == token.start:
        return  # "Target Street", "360 Street"
    if before in (k.UNKNOWN, k.UP, k.DOWN) and reader.code(at - 2) in PREPOSITIONS:
        return  # "along S.F. Street", "along Zoom Street"
    if before == k.WORDS and reader.tokens[at - 1].value == "place" and token.near:
        token.start = reader.tokens[at - 1].start  # "Beijing Haizhi Technology"
        before = reader.code(at - 2)
    if behind == k.NAME and _goes_on(reader, token, reader.tokens[at + 1]):
        token.end, reader.tokens[at + 1].code = reader.tokens[at + 1].end, ""  # "Yunnan Germanium" is no metal
        behind = reader.code(at + 2)
    elif behind == k.NAME:
        return
    words = reader.view[token.start : token.end]
    shares = behind == k.HEAD and reader.tokens[at + 1].value == "shares"
    listed = behind == k.LISTING
    if reader.open and reader.group and reader.group[0].kind == NAMED and behind in (k.WORDS, k.OF, k.NUMBER) and not (listed or before == k.POSSESSIVE):
        return  # "Sands China, the Macau unit of a casino group": a description
    acts = behind in (k.UP, k.DOWN, k.UP_NOUN, k.DOWN_NOUN, k.STATE, k.COPULA) or shares or reader.code(at - 2) == k.HEAD
    if behind == k.HEAD and (not shares or words.split()[-1].lower() in _GROUP_WORDS):
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
    in_list = behind in (k.AND, k.COMMA) and (reader.open or before == k.BREAK)
    known = "unknown-names" in reader.steps and (acts or listed or in_list) and not _owned(reader, at)
    if not known and reader.moved and behind not in (k.UP, k.DOWN):
        return
    take_name(reader, at, Subject(UNKNOWN if known else LOST, words, token.start, token.end))


#: How many of the shares: what is said of them is said of no instrument.
_PART = re.compile(r"(?:half|most|all|some|many|none|(?:two-|three-)?(?:thirds?|quarters?)|majority|number|dozens|hundreds|thousands)", re.IGNORECASE)
_RECEIPTS = re.compile(r"(?:ad[rs]s?\b|(?:american )?depositary )", re.IGNORECASE)


def _owned(reader: Reader, at: int) -> bool:
    """ "BYD's Seagull": what a firm makes."""
    if reader.code(at - 1) != k.POSSESSIVE:
        return False
    owner = reader.group[-1] if reader.group and reader.named_at == at - 2 else reader.beside if reader.aside == at - 2 else None
    return owner is not None and owner.family == "security"


def take_head(reader: Reader, at: int, token: Token) -> None:
    """ "Shares", "developers": the words before the head name a group, unless a company stands there."""
    before, behind = reader.code(at - 1), reader.code(at + 1)
    if before == k.POSSESSIVE and reader.code(at - 2) == k.NAME and reader.group and _RECEIPTS.match(reader.view, token.start):
        reader.group[-1].listing.append("US")  # "Alibaba's ADRs"
        return
    if before == k.OF and reader.code(at - 2) == k.WORDS and _PART.fullmatch(reader.view, reader.tokens[at - 2].start, reader.tokens[at - 2].end):
        reader.start_group([Subject(LOST, "", token.start, token.end)], at)  # "more than half of the shares"
        return
    if behind == k.HEAD and reader.view.endswith(" of", token.start, token.end):
        return  # "shares of companies"
    if behind in (k.OF, k.NAME, k.UNKNOWN, k.INTRO) or (
        behind == k.IN and token.value == "shares" and reader.code(at + 2) == k.NAME
    ):
        return
    if before == k.LISTING and reader.named_at == at - 2:
        return
    between = reader.between(reader.named_at, at) if reader.named_at >= 0 else ""
    if reader.open and reader.group and reader.group[0].kind == NAMED and k.COMMA in between and k.AND not in between:
        return  # "Moutai, the costliest share on either exchange, gained": a description
    if before in (k.NAME, k.UNKNOWN) or (before == k.POSSESSIVE and reader.code(at - 2) in (k.NAME, k.UNKNOWN)):
        return
    if _governed(reader, at) and reader.group:
        statement = reader.statement
        if not (statement is not None and statement.awaits):
            return
    if reader.group and reader.group[0].kind == NONMARKET and not reader.moved:
        return  # "the number of listed firms"
    first = reader.tokens[at - (2 if before == k.POSSESSIVE else 1)] if at else None
    if first is not None and first.code == k.WORDS and first.value == "first" and token.value == "shares":
        name = reader.view[first.start : first.end]
        if name.lower() in _NUMBER_WORDS:
            reader.start_group([Subject(LOST, name, first.start, first.end)], at)
            return
        if name.lower() not in _GROUP_WORDS and "unknown-names" in reader.steps:
            reader.start_group([Subject(UNKNOWN, name, first.start, first.end)], at)
            return
    words = _noun_phrase(reader, at)
    if any(letter.isdigit() for letter in words):
        reader.start_group([Subject(LOST, words, token.start, token.end)], at)
        return
    if not words:
        if token.value == "shares" and before in ("", k.BREAK, k.COMMA, k.AND):
            return
        return
    if words in ("sub-index", "subindex"):
        take_reference(reader, at, Token(token.start, token.end, k.REFERENCE, "subindex", token.rule))
        return
    if "sector-phrase" not in reader.steps:
        reader.start_group([Subject(LOST, words, token.start, token.end)], at)
        return
    start = token.end - len(words)
    subject = Subject(SECTOR, words, start if reader.view[start : token.end] == words else token.start, token.end)
    statement = reader.statement
    if reader.awaits_subject(at) and before in (k.IN, k.OF, k.WORDS):
        take_subject_behind(reader, at, subject)
    else:
        reader.start_group([subject], at)


def _governed(reader: Reader, at: int) -> bool:
    """A preposition stands before the words that describe a head noun: "of the largest mainland firms"."""
    place = at - 1
    while reader.code(place) in (k.WORDS, k.UNKNOWN, k.LISTING, k.AND) or (reader.code(place) == k.NAME and reader.aside == place):
        place -= 1
    if reader.code(place) == k.STATE:
        place -= 1  # "for trading utilities"
    return reader.code(place) in PREPOSITIONS


def _noun_phrase(reader: Reader, at: int) -> str:
    """The words of a group's name: what stands before its head, without its article."""
    token = reader.tokens[at]
    first = at
    while first > 0 and reader.code(first - 1) in (k.WORDS, k.UNKNOWN, k.LISTING, k.NAME) and first > at - 2:
        first -= 1
    start = reader.tokens[first].start if first < at else token.start
    words = reader.view[start : token.end]
    words = re.sub(
        r"^.*\b(?:the|a|an|its|their|some|many|most|all|other|of|in|for|by|said|that|as|leading)\s+",
        "",
        words,
        flags=re.IGNORECASE | re.DOTALL,
    )
    kept = words.split()
    if len(kept) == 1 and (token.value != "group" or kept[0].lower() in _VAGUE):
        return ""
    return " ".join(kept[-4:])


def take_reference(reader: Reader, at: int, token: Token) -> None:
    """Pronouns and common nouns stand for a subject of this sentence or of one before."""
    value, before = token.value, reader.code(at - 1)
    subject = Subject(LOST, reader.view[token.start : token.end], token.start, token.end)
    if before in PREPOSITIONS and not (reader.statement is not None and reader.statement.awaits):
        return
    if value == "two":
        reader.close()
    if value == "any" and reader.group and reader.group[0].kind != NONMARKET:
        return  # the subject of this sentence goes on
    if reader.outer and value == "any":
        return
    if reader.code(at + 1) == k.OF:
        return  # "a sub-index of carmakers": the head noun names it
    if value in ("former", "latter"):
        both = reader.pair or (reader.group if len(reader.group) > 1 else reader.discourse.group)
        if len(both) < 2:
            both = reader.named[-2:]
        if len(both) > 1:
            sign, by, verb = reader.sign, reader.signed_by, reader.verb
            reader.start_group([both[0] if value == "former" else both[-1]], at)
            reader.pair = both
            reader.sign, reader.signed_by, reader.verb = reader.sign or sign, reader.signed_by or by, verb
        return
    if value == "market" and before in (k.WORDS, k.IN):
        return
    if value == "subindex" and reader.group and reader.group[0].kind == SECTOR:
        return
    if value == "sector" and reader.group and reader.group[0].kind == SECTOR:
        return
    if value == "index" and reader.group and reader.group[0].kind == NONMARKET:
        return  # "a survey showed slower growth, with the index at 51.2"
    own = [one for one in reader.group if one.family == value or (value == "security" and one.kind == UNKNOWN)]
    if not own and value in ("security", "index"):
        own = [one for one in reader.named if one.family == value][-1:]
    group = own or reader.discourse.refer("any" if value == "any" else value, subject)
    if reader.listing_ahead is not None:
        for one in group:
            one.listing.append(reader.listing_ahead)
    if not group:
        if value in ("any", "market", "subindex") and reader.group:
            return
        group = [subject]
    if reader.statement is not None and reader.statement.awaits and before in (k.IN, k.OF):
        reader.statement.group = reader.group = group
        reader.statement.awaits = False
        return
    reader.start_group(group, at)
    reader.open = False


def take_nonmarket(reader: Reader, at: int, token: Token) -> None:
    """Profit, GDP, a stake: as a subject it takes the figures away, elsewhere only the next one."""
    before = reader.code(at - 1)
    if token.value == "behind":
        statement = reader.statement
        if statement is not None and statement.percents and not statement.levels:
            statement.percents.pop()
        return
    if before in k.QUANTITIES:
        return
    statement = reader.statement
    if statement is not None and statement.awaits:
        statement.percents.clear()
        statement.points.clear()
        statement.awaits = False
        reader.veto = True
        return
    between = reader.between(reader.named_at, at) if reader.named_at >= 0 else ""
    if reader.open and reader.group and reader.group[0].kind == NAMED and k.COMMA in between and before not in (k.NAME, k.POSSESSIVE):
        return  # "the ChiNext Index, home of companies at 100 times earnings, rose": a description
    subject = Subject(NONMARKET, reader.view[token.start : token.end], token.start, token.end)
    first = all(
        one.code in (k.WORDS, k.UNKNOWN, k.LISTING, k.POSSESSIVE, k.DATE, k.PHASE, k.BASIS, k.COMMA, k.AND)
        for one in reader.tokens[:at]
    )
    if before in (k.IN, k.OF) and reader.code(at - 2) in k.NOUNS:
        reader.start_group([subject], at)  # "the biggest jump in revenue, rising 72%"
        return
    if before == k.RELATIVE and reader.code(at + 1) == k.NAME:
        return  # "companies that supply Apple"
    owned = before in (k.NAME, k.POSSESSIVE, k.UNKNOWN, k.BREAK, k.RELATIVE) or (
        before == k.LISTING and reader.named_at == at - 2
    )
    if first or owned or (not reader.moved and before not in PREPOSITIONS):
        reader.start_group([subject], at)
    else:
        reader.veto = True
