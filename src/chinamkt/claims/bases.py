"""Levels that a figure is compared with: "rose to 7.2410 from 7.2388 at Monday's close"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from chinamkt.claims.claim import NAMED, Claim
from chinamkt.expressions import expression
from chinamkt.model.facts import Phase
from chinamkt.rules import kinds as k
from chinamkt.rules.token import Token

if TYPE_CHECKING:
    from chinamkt.claims.state import Reading

__all__ = ["read_base"]

_FAMILIES = frozenset(("index", "security", "fx", "fix", "commodity", "future"))
#: What may stand between "from" and the level.
_GAP = frozenset((k.WORDS, k.POSSESSIVE, k.DATE, k.STATE, k.IN, k.AT, k.OF, k.PHASE, k.HEAD))
_OTHER = expression(r"\b(?:offer\w*|issue|ipo|listing|target|estimate\w*|forecast\w*|average|subscri\w+|plan\w*|support)\b")
_MARKET = expression(
    r"\b(?:clos\w+|spot|onshore|offshore|[Hh]ong [Kk]ong|domestic|trad\w+|expect\w*"
    r"|poll\w*|survey\w*|predict\w*|project\w*|model\w*|consensus"
    r"|guess\w*|bet\w*|estimat\w*|forecast\w*)\b"
)
_CLOSE = expression(r"\b(?:clos\w+|finish|settle\w*|ended)\b")
_PREVIOUS = expression(r"\b(?:previous|prior|last) (?:close|finish|session|settlement)\b")
_AT_PREVIOUS = expression(r" (?:at|on) (?:the|its) (?:previous|prior|last) (?:close|finish|settlement)\b")
_WIDEST = Decimal(10)  # a level ten times as high is of something else


def read_base(reader: Reading, at: int, token: Token) -> bool:
    """Take the level before the move, where the level after it has been told of the same instrument."""
    statement = reader.statement or reader.last
    if (
        token.code not in (k.NUMBER, k.MONEY, k.POINTS)
        or statement is None
        or not statement.levels
        or statement.group is not reader.group
        or len(statement.group) != 1
        or reader.modal
    ):
        return False
    place = at - 1
    while reader.code(place) in _GAP and place > reader.figure_at and at - place < 7:
        place -= 1
    link, subject, told = reader.tokens[place], statement.group[0], statement.levels[-1]
    if link.code != k.FROM and not (link.code == k.VERSUS and reader.than):
        return False
    value, unit = token.value.value, token.value.unit
    if subject.kind != NAMED or subject.family not in _FAMILIES or place < reader.figure_at or token.value.large or not value:
        return False
    if (token.code == k.POINTS and unit != "points") or (unit and told.unit and unit != told.unit):
        return False
    if not told.value / _WIDEST < value < told.value * _WIDEST or reader.code(at + 1) in (k.RELATIVE, k.NONMARKET):
        return False
    if reader.code(at + 1) == "j" and reader.code(at + 2) == k.RELATIVE:
        return False  # "higher than the 7.2011 per dollar that traders had in mind"
    words = reader.view[link.start : token.start].lower()
    if subject.family == "fix" and (
        _MARKET.search(words) or _MARKET.search(reader.view, token.end, min(token.end + 40, reader.tokens[-1].end))
    ):
        return False  # "weaker than the spot close of 7.0412": the market's, not the midpoint's
    if _OTHER.search(words) or _OTHER.match(reader.view.lower(), token.end + 1, token.end + 12):
        return False
    token.value.unit = unit or told.unit
    claim = Claim(subject, level=token.value, start=link.start, end=token.end, group=[subject], rule=link.rule.id, date=("none",))
    claim.against, claim.fixing, claim.per = statement.against, statement.fixing, statement.per
    behind = reader.view[token.end : token.end + 26].lower()
    if _CLOSE.search(words) or _CLOSE.search(behind[:20]) or _AT_PREVIOUS.match(behind):
        claim.phase = Phase.CLOSE
    if _PREVIOUS.search(words) or _AT_PREVIOUS.match(behind):
        claim.date = ("day", -1)
    for day in reader.tokens[place + 1 : at + 4]:
        if day.code == k.DATE:
            claim.date, claim.date_span = day.value, (day.start, day.end)
        elif day.start > token.start and day.code not in (k.IN, k.AT, k.OF, "j", k.STATE):
            break
    reader.bases.append(claim)
    return True
