"""Subjects of a sentence: who joins the group, who begins one, and who is only mentioned."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from chinamkt.claims.claim import LOST, NAMED, NONMARKET, SECTOR, UNKNOWN, Subject
from chinamkt.rules import kinds as k
from chinamkt.rules.token import Token

if TYPE_CHECKING:
    from chinamkt.claims.reading import SentenceReader

__all__ = ["listing", "may_carry", "name_follows", "take"]

_PREPOSITIONS = frozenset((k.IN, k.OF, k.FROM, k.TO, k.AT, k.BY, k.VERSUS))
# a list goes on: a comma or an "and", with codes, descriptions and possessives around it
_LIST = re.compile(r"[A(),wn':]*[,&|][A(),&|wnS'o]*$")
_INDEX_WORD = re.compile(r"\b(?:[Ii]ndex(?:es)?|[Gg]auge|[Mm]easure|[Bb]enchmark|指数)$")
_DETERMINED = re.compile(r"\b(?:the|its|their|a|an|this|that)\s*$")


#: A share "in Hong Kong" is the listing there.
_PLACES = {"index:HSI": ("XHKG",), "index:SSE_COMPOSITE": ("CN",), "index:SZSE_COMPONENT": ("CN",)}
_MARKETS = {"market:HK": "XHKG", "market:CN": "CN", "market:US": "US"}
#: Capitalised words before "shares" that name a group, not a company.
_GROUP_WORDS = frozenset(
    ["chinese", "mainland", "asian", "european", "american", "u.s.", "us", "tech", "technology", "property", "bank", "banking", "energy", "oil", "gold", "coal", "auto", "automobile", "financial", "consumer", "healthcare", "semiconductor", "chip", "casino", "gaming", "airline", "insurance", "brokerage", "telecom", "internet", "education", "retail", "steel", "blue-chip", "small-cap", "global", "regional", "other", "most", "many", "some", "all", "new", "their", "its", "hong", "japanese", "korean", "local", "these", "those", "the", "developer", "liquor", "solar", "power", "real-estate", "software", "media", "a", "h", "tourism", "pharmaceutical", "drug", "shipping", "defence", "defense", "military", "mining", "metals", "commodity", "infrastructure", "e-commerce", "growth", "value", "large-cap", "mid-cap", "onshore", "offshore"]
)


def take(reader: SentenceReader, at: int, token: Token) -> None:
    """Decide what a name, a head noun, a pronoun or a non-market noun does to the group."""
    code = token.code
    if code == k.NONMARKET:
        _nonmarket(reader, at, token)
    elif code == k.REFERENCE:
        _reference(reader, at, token)
    elif code == k.HEAD:
        _head(reader, at, token)
    elif code == k.UNKNOWN:
        _unknown(reader, at, token)
    elif reader.code(at + 1) == k.HEAD and token.value.kind in ("commodity", "fx") and reader.tokens[at + 1].near:
        token.code = k.WORDS  # "gold miners", "oil stocks": the head names the group
    elif token.value.kind == "market" and _says_listing(reader, at, token):
        return
    elif not token.value.blocker and not _only_mentioned(reader, at, token):
        listed = not token.value.targets[0].startswith("security:?")
        _named(
            reader,
            at,
            Subject(
                NAMED if listed else UNKNOWN,
                reader.view[token.start : token.end],
                token.start,
                token.end,
                token.value if listed else None,
            ),
        )


def _says_listing(reader: SentenceReader, at: int, token: Token) -> bool:
    """ "Hong Kong shares of Tencent", "Alibaba's Hong Kong shares": which listing, not the market."""
    place = _MARKETS.get(token.value.targets[0])
    if place is None:
        return False
    if reader.code(at + 1) in (k.OF, k.IN) and reader.code(at + 2) in (k.NAME, k.UNKNOWN):
        token.code = k.HEAD
        reader.listing_ahead = place
        return True
    if (
        reader.code(at - 1) == k.POSSESSIVE
        and reader.group
        and reader.named_at == at - 2
        and reader.group[-1].family == "security"
    ):
        reader.group[-1].listing.append(place)
        return True
    return False


def _only_mentioned(reader: SentenceReader, at: int, token: Token) -> bool:
    """A weak name without support, a speaker, the object of a preposition."""
    before, behind = reader.code(at - 1), reader.code(at + 1)
    if behind == k.SPEECH or (before == k.SPEECH and reader.tokens[at - 1].value == "at"):
        reader.named.append(Subject(NAMED, reader.view[token.start : token.end], token.start, token.end, token.value))
        return True
    if before == k.AND and reader.aside == at - 2 >= 0:
        reader.aside = at  # the list goes on that a preposition governs
        return True
    if token.value.weak and before == k.IN and reader.group and token.value.kind == "index":
        reader.group[-1].listing.extend(_PLACES.get(token.value.targets[0], ()))
    if token.value.weak and not _supported(reader, at):
        token.code = k.WORDS  # no name here: a descriptor, a place, an ordinary word
        if before in _PREPOSITIONS:
            reader.aside = at
        return True
    if before in _PREPOSITIONS:
        if reader.awaits_subject(at) and "noun-in-subject" in reader.steps:
            return False
        if reader.code(at - 2) == k.HEAD and before in (k.OF, k.IN):
            return False
        if reader.code(at - 2) in k.NOUNS and before in (k.OF, k.IN) and not reader.group and reader.statement is None:
            return False
        if before == k.OF and reader.code(at - 2) == k.EACH:
            return False
        reader.aside = at
        if before in (k.FROM, k.VERSUS) and token.value.kind == "fx" and reader.statement is not None:
            reader.statement.against = Subject(NAMED, "", token.start, token.end, token.value)
        reader.beside = Subject(NAMED, reader.view[token.start : token.end], token.start, token.end, token.value)
        return True
    return False


def _supported(reader: SentenceReader, at: int) -> bool:
    """A weak name counts where it does what only an instrument does."""
    before, behind = reader.code(at - 1), reader.code(at + 1)
    if reader.tokens[at].value.kind == "index" and _INDEX_WORD.search(
        reader.view, reader.tokens[at].start, reader.tokens[at].end
    ):
        return True
    if before in _PREPOSITIONS or behind in (k.POSSESSIVE, k.NAME, k.UNKNOWN):
        return False
    if behind == k.LISTING:
        return True
    if behind == k.HEAD:
        head = reader.tokens[at + 1]
        return (
            reader.tokens[at].value.kind != "index"
            and head.value == "shares"
            and reader.view[head.start : head.end].lower() != "stocks"
        )
    return behind in (k.UP, k.DOWN, k.FLAT, k.STATE, k.COPULA, k.UP_NOUN, k.DOWN_NOUN, k.PERCENT, k.POINTS) or (
        behind in (k.AND, k.COMMA) and reader.code(at + 2) == k.NAME
    )


def _named(reader: SentenceReader, at: int, subject: Subject) -> None:
    statement, before = reader.statement, reader.code(at - 1)
    reader.named.append(subject)
    if reader.listing_ahead is not None:
        subject.listing.append(reader.listing_ahead)
    if reader.awaits_subject(at) and before in (k.IN, k.OF, k.BY, k.WORDS, k.HEAD):
        _post_subject(reader, at, subject)
        return
    if before in (k.IN, k.OF) and reader.code(at - 2) in k.NOUNS and not reader.group:
        noun = reader.tokens[at - 2]
        reader.start_group([subject], at)
        reader.sign, reader.signed_by, reader.verb, reader.moved = noun.rule.sign, "noun", noun, True
        return
    if before == k.NAME and reader.tokens[at].near and subject.family == "commodity" and reader.named_at == at - 1:
        return  # "WTI crude oil futures"
    if reader.likewise and reader.last_statement() is not None:
        reader.likewise = False
        if _shares_statement(reader, at, subject):
            return
    between = reader.between(reader.named_at, at) if reader.named_at >= 0 else ""
    if reader.open and reader.group and not reader.moved:
        if "list-of-names" in reader.steps and _LIST.fullmatch(between):
            if reader.group[0].kind not in (NONMARKET, LOST, SECTOR) and _alike(reader.group[0], subject):
                reader.group = [*reader.group, subject]
                reader.named_at = at
                return
        if k.WORDS in between and k.POSSESSIVE not in between and k.COMMA not in between and not _driven(reader, at):
            gap = reader.view[reader.group[-1].end : subject.start].lower()
            if _DETERMINED.search(gap):
                return  # "A gave the B its largest lift": B is an object
    elif (
        reader.relative
        and reader.group
        and k.COMMA not in reader.between(reader.relative_at, at)
        and k.POSSESSIVE not in between
        and reader.group[0].kind == NAMED
    ):
        return  # inside a relative clause, names are what its verb acts on
    reader.start_group([subject], at)


def _driven(reader: SentenceReader, at: int) -> bool:
    """ "Dragged the index down by 0.4%": the object of one is the subject of the other."""
    return reader.code(at + 1) in (k.UP, k.DOWN) and reader.code(at + 2) in (k.BY, *k.QUANTITIES)


def _alike(one: Subject, other: Subject) -> bool:
    """Only things of a kind make a list: "in world markets, the index fell" is none."""
    kinds = {"security" if subject.kind == UNKNOWN else subject.family for subject in (one, other)}
    return len(kinds) == 1 or "future" in kinds


def _post_subject(reader: SentenceReader, at: int, subject: Subject) -> None:
    """ "A 2% drop in the index": the statement gets its subject from behind."""
    statement = reader.statement
    assert statement is not None
    statement.group = reader.group = [subject]
    statement.awaits = False
    statement.end = max(statement.end, subject.end)
    reader.named_at, reader.open, reader.moved = at, True, False


def _shares_statement(reader: SentenceReader, at: int, subject: Subject) -> bool:
    """ "A dropped more than 1%, as did B"."""
    statement = reader.last_statement()
    if statement is None or statement.empty or reader.code(at + 1) in k.QUANTITIES:
        return False
    statement.group = [*statement.group, subject]
    statement.end = max(statement.end, subject.end)
    if statement is not reader.statement:
        from chinamkt.claims.closing import claims_of

        made = claims_of(statement, reader.language)
        reader.claims.extend(claim for claim in made if claim.subject is subject)
    return True


def _unknown(reader: SentenceReader, at: int, token: Token) -> None:
    before, behind = reader.code(at - 1), reader.code(at + 1)
    if (before in (k.SPEECH, *_PREPOSITIONS) and not (reader.code(at - 2) == k.HEAD)) or behind == k.SPEECH:
        return
    if before == k.NAME and token.near and reader.group and reader.named_at == at - 1:
        return  # the rest of a longer name
    if before == k.WORDS and reader.tokens[at - 1].value == "place" and token.near:
        token.start = reader.tokens[at - 1].start  # "Beijing Haizhi Technology"
        before = reader.code(at - 2)
    if behind == k.NAME and reader.tokens[at + 1].near and reader.tokens[at + 1].value.kind in ("commodity", "fx", "market"):
        token.end, reader.tokens[at + 1].code = reader.tokens[at + 1].end, ""  # "Yunnan Germanium" is no metal
        behind = reader.code(at + 2)
    elif behind == k.NAME:
        return
    words = reader.view[token.start : token.end]
    shares = behind == k.HEAD and reader.tokens[at + 1].value == "shares"
    listed = behind == k.LISTING
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
    ):
        return  # what the subject is described with
    in_list = behind in (k.AND, k.COMMA) and (reader.open or before == k.BREAK)
    known = "unknown-names" in reader.steps and (acts or listed or in_list)
    if not known and reader.moved and behind not in (k.UP, k.DOWN):
        return
    _named(reader, at, Subject(UNKNOWN if known else LOST, words, token.start, token.end))


def _head(reader: SentenceReader, at: int, token: Token) -> None:
    before, behind = reader.code(at - 1), reader.code(at + 1)
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
    first = reader.tokens[at - (2 if before == k.POSSESSIVE else 1)] if at else None
    if first is not None and first.code == k.WORDS and first.value == "first" and token.value == "shares":
        name = reader.view[first.start : first.end]
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
        _reference(reader, at, Token(token.start, token.end, k.REFERENCE, "subindex", token.rule))
        return
    if "sector-phrase" not in reader.steps:
        reader.start_group([Subject(LOST, words, token.start, token.end)], at)
        return
    start = token.end - len(words)
    subject = Subject(SECTOR, words, start if reader.view[start : token.end] == words else token.start, token.end)
    statement = reader.statement
    if reader.awaits_subject(at) and before in (k.IN, k.OF, k.WORDS):
        _post_subject(reader, at, subject)
    else:
        reader.start_group([subject], at)


def _governed(reader: SentenceReader, at: int) -> bool:
    """A preposition stands before the words that describe a head noun: "of the largest mainland firms"."""
    place = at - 1
    while reader.code(place) in (k.WORDS, k.UNKNOWN, k.LISTING) or (reader.code(place) == k.NAME and reader.aside == place):
        place -= 1
    return reader.code(place) in _PREPOSITIONS


def _noun_phrase(reader: SentenceReader, at: int) -> str:
    """The words of a group's name: what stands before its head, without its article."""
    token = reader.tokens[at]
    first = at
    while first > 0 and reader.code(first - 1) in (k.WORDS, k.UNKNOWN, k.LISTING, k.NAME) and first > at - 2:
        first -= 1
    start = reader.tokens[first].start if first < at else token.start
    words = reader.view[start : token.end]
    words = re.sub(
        r"^.*\b(?:the|a|an|its|their|some|many|most|all|other|of|in|for|by|said|that|as|leading)\s+", "", words, flags=re.IGNORECASE | re.DOTALL
    )
    kept = words.split()
    return " ".join(kept[-4:]) if len(kept) > 1 or token.value == "group" else ""


def _reference(reader: SentenceReader, at: int, token: Token) -> None:
    value, before = token.value, reader.code(at - 1)
    subject = Subject(LOST, reader.view[token.start : token.end], token.start, token.end)
    if before in _PREPOSITIONS and not (reader.statement is not None and reader.statement.awaits):
        return
    if value == "two":
        reader.close()
    if value == "any" and reader.group and reader.group[0].kind != NONMARKET:
        return  # the subject of this sentence goes on
    if reader.outer and value == "any":
        return
    if reader.code(at + 1) == k.OF:
        return  # "a sub-index of carmakers": the head noun names it
    if value == "market" and before in (k.WORDS, k.IN):
        return
    if value == "subindex" and reader.group and reader.group[0].kind == SECTOR:
        return
    if value == "sector" and reader.group and reader.group[0].kind == SECTOR:
        return
    own = [one for one in reader.group if one.family == value or (value == "security" and one.kind == UNKNOWN)]
    if not own and value in ("security", "index"):
        own = [one for one in reader.named if one.family == value][-1:]
    group = own or reader.discourse.refer("any" if value == "any" else value, subject)
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


def _nonmarket(reader: SentenceReader, at: int, token: Token) -> None:
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
    subject = Subject(NONMARKET, reader.view[token.start : token.end], token.start, token.end)
    first = all(
        one.code in (k.WORDS, k.UNKNOWN, k.LISTING, k.POSSESSIVE, k.DATE, k.PHASE, k.BASIS, k.COMMA, k.AND)
        for one in reader.tokens[:at]
    )
    if before in (k.IN, k.OF) and reader.code(at - 2) in k.NOUNS:
        reader.start_group([subject], at)  # "the biggest jump in revenue, rising 72%"
        return
    owned = before in (k.NAME, k.POSSESSIVE, k.UNKNOWN, k.BREAK, k.RELATIVE) or (
        before == k.LISTING and reader.named_at == at - 2
    )
    if first or owned or (not reader.moved and before not in _PREPOSITIONS):
        reader.start_group([subject], at)
    else:
        reader.veto = True


def listing(reader: SentenceReader, at: int, token: Token) -> None:
    """ "US-listed", "(00700)": says which listing of the name beside it is meant."""
    if reader.group and reader.named_at >= 0 and at - reader.named_at <= 2:
        reader.group[-1].listing.append(token.value)
        reader.group[-1].end = max(reader.group[-1].end, token.end) if isinstance(token.value, tuple) else reader.group[-1].end
    else:
        reader.listing_ahead = token.value


def name_follows(reader: SentenceReader, at: int) -> bool:
    """ "Down as much as 5% in the final hour, the index ...": the subject comes behind the comma."""
    for place in range(at + 1, len(reader.tokens)):
        code = reader.code(place)
        if code == k.COMMA:
            return reader.code(place + 1) in (k.NAME, k.UNKNOWN)
        if code not in (k.PHASE, k.BASIS, k.DATE, k.EXTREME, k.IN, k.AT):
            return False
    return False


def may_carry(reader: SentenceReader, at: int) -> bool:
    """A sentence that begins with its verb speaks of the subject before it."""
    for token in reader.tokens[:at]:
        if token.code in (k.WORDS, k.UNKNOWN):
            return False
        if token.code in k.SIGNED or token.code in (k.STATE, k.COPULA):
            return True
    return False
