"""Capitalised words that no table knows: a company, or nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chinamkt.claims.claim import LOST, NAMED, UNKNOWN, Subject
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
    return entry.kind == "security" and (entry.weak or entry.targets[0].startswith("security:?"))


def take_unknown(reader: Reader, at: int, token: Token) -> None:
    """Capitalised words that no table knows: a company where they act or are listed like one."""
    before, behind = reader.code(at - 1), reader.code(at + 1)
    if (before in (k.SPEECH, *PREPOSITIONS) and reader.code(at - 2) != k.HEAD) or behind == k.SPEECH:
        return
    if before == k.NAME and token.near and reader.group and reader.named_at == at - 1:
        return  # the rest of a longer name
    if before == k.NAME and reader.aside == at - 1 and reader.tokens[at - 1].end + 1 == token.start:
        return  # "along Galaxy Street"
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
    if (
        reader.open
        and reader.group
        and reader.group[0].kind == NAMED
        and behind in (k.WORDS, k.OF, k.NUMBER)
        and not (listed or before == k.POSSESSIVE)
    ):
        return  # "Sands China, the Macau unit of a casino group": a description
    acts = behind in (k.UP, k.DOWN, k.UP_NOUN, k.DOWN_NOUN, k.STATE, k.COPULA) or shares or reader.code(at - 2) == k.HEAD
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
    in_list = behind in (k.AND, k.COMMA) and (reader.open or before == k.BREAK)
    known = "unknown-names" in reader.steps and (acts or listed or in_list) and not _owned(reader, at)
    if not known and reader.moved and behind not in (k.UP, k.DOWN):
        return
    take_name(reader, at, Subject(UNKNOWN if known else LOST, words, token.start, token.end))


def _owned(reader: Reader, at: int) -> bool:
    """ "BYD's Seagull": what a firm makes."""
    if reader.code(at - 1) != k.POSSESSIVE:
        return False
    owner = reader.group[-1] if reader.group and reader.named_at == at - 2 else reader.beside if reader.aside == at - 2 else None
    return owner is not None and owner.family == "security"
