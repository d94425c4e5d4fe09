"""Where a mention stands in its clause: at the head, governed by a verb, before a word of movement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chinamkt.claims.claim import LOST, Subject
from chinamkt.rules import kinds as k

if TYPE_CHECKING:
    from chinamkt.claims.topics.reader import TopicReader

__all__ = [
    "MOVES",
    "compared_with",
    "governed",
    "heads_clause",
    "may_carry",
    "next_mention",
    "owned_by",
    "part",
    "reports",
    "whole_name",
]

#: What may stand between a topic and its word of movement.
BETWEEN = frozenset(
    (k.PHASE, k.BASIS, k.DATE, k.BOUND, k.EACH, k.RESPECTIVELY, k.LISTING, k.EXTREME, k.OPENB, k.CLOSEB, k.HEAD, "x")
)
MOVES = frozenset((*k.SIGNED, k.FLAT, k.LEVEL_VERB, k.STATE))
#: A topic stands at the head of its clause, behind nothing but these.
_BEFORE = frozenset((*BETWEEN, k.NAME, k.REFERENCE, k.COPULA, k.INTRO, k.AND, k.COLON, k.NUMBER))


def next_mention(reader: TopicReader, at: int) -> str:
    """The kind of the first mention behind that is no cue of time or manner."""
    at += 1
    while reader.code(at) in BETWEEN:
        at += 1
    return reader.code(at)


def heads_clause(reader: TopicReader, at: int) -> bool:
    """Nothing stands before the mention in its clause but names and cues."""
    return all(one.code in _BEFORE or one.code in k.QUANTITIES for one in reader.tokens[part(reader, at) : at])


def part(reader: TopicReader, at: int) -> int:
    """Where the part of the clause begins that follows the figure taken last."""
    return max(reader.clause, reader.figure_at + 1)


def governed(reader: TopicReader, at: int) -> bool:
    """The words before a name act on it ("hurt by", "bought from"): it is no topic."""
    if at - 1 < reader.clause:
        return False
    before = reader.tokens[at - 1]
    return before.code == k.IN or (before.code == k.WORDS and before.value == "governs")


def compared_with(reader: TopicReader, at: int) -> bool:
    """ "Than last Friday's index": the name is what the topic is compared with."""
    place = at - 1
    while place >= reader.clause and reader.code(place) in (k.PHASE, k.DATE, k.BASIS):
        place -= 1
    return place >= reader.clause and reader.code(place) == k.VERSUS and reader.compared


def reports(reader: TopicReader, at: int) -> bool:
    """A word of movement and a figure follow within the clause."""
    for place in range(at + 1, len(reader.tokens)):
        code = reader.code(place)
        if code in k.SIGNED:
            following = reader.code(place + 1)
            return following in k.QUANTITIES or following in (k.TO, k.BOUND)
        price = code == k.REFERENCE and reader.tokens[place].value == "price"
        group = code == k.HEAD and reader.tokens[place].value == "group"
        if group or (code not in BETWEEN and code not in (k.AND, k.NAME) and not price):
            return False
    return False


def whole_name(reader: TopicReader, at: int) -> int:
    """Where a name that a code stands behind begins, if words that mean something else were read into it (合|和|实业)."""
    link = reader.tokens[at - 1] if at else None
    if link is not None and at - 1 == reader.clause and link.code == k.AND and link.end == reader.tokens[at].start:
        return link.start  # a list never begins with its conjunction
    start = reader.tokens[at].start + reader.view.startswith("的", reader.tokens[at].start)
    if start == reader.tokens[at].start and reader.code(at - 1) == k.AND and reader.code(at - 2) == k.WORDS:
        first, link = reader.tokens[at - 2 : at]
        if (
            link.end == start
            and first.end == link.start
            and first.end - first.start == 1
            and reader.view[link.start] not in "、/"
        ):
            return first.start
    return start


def owned_by(reader: TopicReader, at: int) -> None:
    """ "The funds that track the index rose", "the firm's users rose": the words behind the name are the topic."""
    inside = reader.named_at >= reader.clause
    between = reader.tokens[reader.named_at + 1 if inside else reader.clause : at]
    kinds = ("measured", "other") if inside else ("measured",)
    if reader.group and any(one.code in (k.WORDS, k.UNKNOWN) and one.value in kinds for one in between):
        words = reader.view[between[0].start : between[-1].end]
        owner = reader.group
        reader.start_group([Subject(LOST, words, between[0].start, between[-1].end)], at)
        reader.owner, reader.owned = owner, reader.group
        if not inside:
            reader.outer = owner


def may_carry(reader: TopicReader, at: int) -> bool:
    """A sentence without a topic of its own speaks of the one before it."""
    before = reader.tokens[:at]
    told = reader.discourse.group
    if told and "\n" in reader.view[told[-1].end : reader.tokens[0].start]:
        return False  # another paragraph
    own = any(
        one.code in (k.NAME, k.NONMARKET, k.UNKNOWN, k.HEAD) or (one.code == k.WORDS and one.end - one.start > 1)
        for one in before
    )
    return "carry" in reader.steps and not own
