"""Which listing of an issuer is spoken of: "its H-shares", "Alibaba's Hong Kong shares", "a slump in its ADRs"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from attrs import evolve

from chinamkt.claims.claim import LOST, UNKNOWN, Subject
from chinamkt.expressions import expression
from chinamkt.rules import kinds as k
from chinamkt.rules.token import Token

if TYPE_CHECKING:
    from chinamkt.claims.figures import Figures as Reader

__all__ = ["own_listing", "own_share", "say_listing", "says_listing", "told_of_figure"]

#: Between an owner and what is theirs: the rest of the name, a code in brackets.
_OWNER = expression(r"n?A?'")
_MARKETS = {"market:HK": "XHKG", "market:CN": "CN", "market:US": "US"}
_CITIES = {"index:HSI": "XHKG", "index:SSE_COMPOSITE": "CN", "index:SZSE_COMPONENT": "CN", "index:SPX": "US", "index:DJI": "US"}
_SHARES = expression(r".* (?:shares|stock)$", re.DOTALL | re.IGNORECASE)


def says_listing(reader: Reader, at: int, token: Token) -> bool:
    """ "Hong Kong shares of Tencent", "Alibaba's Hong Kong shares": which listing, not the market."""
    place = _MARKETS.get(token.value.targets[0])
    if place is None and (reader.code(at + 1) == k.HEAD or _SHARES.match(reader.view, token.start, token.end)):
        place = _CITIES.get(token.value.targets[0])
    if place is None:
        return False
    if reader.code(at + 1) in (k.OF, k.IN) and reader.code(at + 2) in (k.NAME, k.UNKNOWN):
        token.code = k.HEAD
        reader.listing_ahead = place
        return True
    if reader.view[max(0, token.start - 6) : token.start].lower().endswith(("its ", "their ")):
        own_listing(reader, at, token, place)
        return True
    if (
        reader.code(at - 1) == k.POSSESSIVE
        and reader.group
        and _OWNER.fullmatch(reader.between(reader.named_at, at))
        and reader.group[-1].family in ("security", UNKNOWN)
    ):
        say_listing(reader, reader.group[-1], place)
        reader.named_at = at
        return True
    return False


def own_listing(reader: Reader, at: int, token: Token, hint: Any) -> None:
    """ "And its Hong Kong-listed shares rose": the security spoken of, or nobody."""
    reader.start_group([own_share(reader, token, hint)], at)


def own_share(reader: Reader, token: Token, hint: Any) -> Subject:
    """A listing of the security spoken of, or nobody."""
    own = [subject for subject in (*reader.named, *reader.group) if subject.family in ("security", UNKNOWN)][-1:]
    own = own or reader.discourse.refer("security", Subject(LOST, "", token.start, token.end))
    one = own[-1] if own else Subject(LOST, "", token.start, token.end)
    return Subject(one.kind, one.name, token.start, token.end, one.entry, [hint])


def say_listing(reader: Reader, subject: Subject, hint: Any) -> None:
    """Note which listing is meant; what is said beside a pronoun outweighs what was said of the name it stands for."""
    named = reader.view[subject.start : subject.end].startswith(subject.name)
    subject.listing.insert(len(subject.listing) if named else 0, hint)


def told_of_figure(reader: Reader, at: int, hints: Iterable[str]) -> bool:
    """ "Fell 3 per cent in New York and 2 per cent in Hong Kong": a place behind a figure says which listing it is of."""
    statement = reader.statement
    if statement is None or statement.empty or not statement.group or statement.group[-1].family != "security":
        return False
    if any(code not in (k.DATE, k.PHASE, k.BASIS, k.EXTREME, k.IN) for code in reader.between(reader.figure_at, at)):
        return False
    group = [evolve(one, listing=[*hints, *one.listing]) for one in statement.group]
    if statement.group is reader.group:
        reader.group = group
    statement.group = group
    return True
