"""An event as a sentence states it, before statements of one event are joined."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from attrs import define, field

from chinamkt.claims.trade.dates import Days
from chinamkt.claims.trade.sentence import CLAUSE_ENDS, Sentence
from chinamkt.model.facts import EventKind, EventStatus
from chinamkt.rules import trade as k

__all__ = ["Draft", "boundaries", "joined", "new_subject", "target_of"]


@define(slots=True, eq=False)
class Draft:
    """What one statement says; ``start`` and ``end`` bound its words in the text.

    :param told: the sentence itself names the parties, none is carried over.
    :param worth: the sum of goods that it falls on, as written.
    :param between: the lowest and the highest rate, where a range is told.
    """

    kind: EventKind
    parties: tuple[str, ...]
    rule: str
    start: int
    end: int
    status: EventStatus | None = None
    place: str | None = None
    rate: Decimal | None = None
    rate_before: Decimal | None = None
    target: str | None = None
    about: frozenset[str] = frozenset()
    days: Days = field(factory=Days)
    sentence: int = 0
    told: bool = True
    worth: str | None = None
    between: tuple[str, str] | None = None

    @property
    def weight(self) -> int:
        """How much is told."""
        days = self.days
        return (
            sum(part is not None for part in (self.status, self.place, self.rate, self.target, days.date, days.start, days.end))
            + days.named
            + 2 * (self.worth is not None)
            + 2 * len(self.parties)
        )


def boundaries(sentence: Sentence, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Windows of tokens, one for each act of a sentence: they part at the last clause end between two acts.

    :param spans: first and last token of each act, in order.
    """
    if not spans:
        return []
    edges = [0]
    for (_, last), (first, _) in pairwise(spans):
        edge = None if sentence.spaced else new_subject(sentence, last, first)
        if edge is None:
            edge = next((i for i in range(first - 1, last, -1) if sentence.code(i) in CLAUSE_ENDS), None)
        if edge is None:
            edge = next(
                (i for i in range(first - 1, last, -1) if sentence.code(i) == k.AND and not _of_parties(sentence, i)), None
            )
        if edge is None:
            edge = first
            while edge - 1 > last and sentence.code(edge - 1) in (k.STATUS, k.TO, k.KIND_OF):
                edge -= 1
        edges.append(max(edge, last + 1))
    return list(zip(edges, [*edges[1:], len(sentence.tokens)], strict=True))


def new_subject(sentence: Sentence, last: int, first: int) -> int | None:
    """The comma behind which someone else acts: …，中国亦会同时对…，征收…. Chinese has more commas than clauses."""
    for i in range(last + 1, first):
        if sentence.code(i) in CLAUSE_ENDS and sentence.code(i + 1) == k.PARTY and not sentence.objects[i + 1]:
            return i
    return None


def joined(sentence: Sentence, lo: int) -> bool:
    """Whether a window hangs on the one before by a plain "and"."""
    return sentence.code(lo) == k.AND or (
        sentence.code(lo) in CLAUSE_ENDS and sentence.code(lo + 1) == k.AND and sentence.gap(lo, lo + 1) == 0
    )


def _of_parties(sentence: Sentence, i: int) -> bool:
    """ "Trump and Xi": no clause ends there."""
    return (
        sentence.code(i - 1) in (k.PARTY, k.ACTOR) and sentence.code(i + 1) in (k.PARTY, k.ACTOR) and sentence.gap(i, i + 1) <= 1
    )


_TARGET_ENDS = CLAUSE_ENDS | {k.WITH, k.DATE, k.STATUS, k.AT, k.TO, k.BY, k.RATE, k.SPEECH, k.RETALIATION, k.BACK, k.RELATIVE}


def _lists(sentence: Sentence, i: int) -> bool:
    """Whether a comma goes on with a list: "pork, brandy and dairy products"."""
    if sentence.code(i) != k.COMMA:
        return False
    after = i + 1
    while sentence.code(after) in (k.GOODS, k.COMMA) and sentence.gap(after - 1, after) <= 2:
        after += 1
    return sentence.code(after) == k.AND and sentence.gap(after - 1, after) <= 2


def target_of(sentence: Sentence, lo: int, at: int, hi: int) -> tuple[str | None, frozenset[str], int]:
    """What a measure falls on, as written, the pieces by which it is known again, and where its words end (0 where none do).

    :param at: the first token of the act; in English its object stands behind, in Chinese before it.
    """
    bounds = _object_behind(sentence, at, hi) if sentence.spaced else _object_before(sentence, lo, at)
    if bounds is None:
        return None, frozenset(), 0
    words = " ".join(sentence.view[slice(*bounds)].split()).strip(" .,;:，、\"'").removesuffix("的").removeprefix("对")
    if not words or len(words) > 120:
        return None, frozenset(), 0
    rest = words
    for token in sentence.tokens:
        if token.code == k.PARTY and bounds[0] < token.end and token.start < bounds[1]:
            rest = rest.replace(sentence.view[max(bounds[0], token.start) : token.end], " ")
    rest = rest.lower()
    latin = {word.strip(".,'\"") for word in rest.split() if word.isascii() and len(word) > 3}
    pieces = frozenset(latin | {rest[i : i + 2] for i in range(len(rest) - 1) if not any(map(str.isascii, rest[i : i + 2]))})
    return words, pieces, bounds[0] + len(sentence.view[slice(*bounds)].rstrip(" .,;:，、\"'\n"))


def _ends_target(sentence: Sentence, i: int) -> bool:
    if sentence.code(i) == k.FROM:
        return sentence.code(i + 1) == k.RATE  # "on Chinese goods from 145% to 30%"
    return sentence.code(i) in _TARGET_ENDS and not _lists(sentence, i)


def _object_behind(sentence: Sentence, at: int, hi: int) -> tuple[int, int] | None:
    """ "On European brandy": from the preposition to the end of the phrase."""
    for i in sentence.of(k.ON, at, hi):
        if any(sentence.code(j) in (k.COMMA, k.BREAK, k.SEMICOLON) for j in range(at, i)):
            return None
        behind = range(i + 1, len(sentence.tokens))
        stop = next((j for j in behind if _ends_target(sentence, j)), None)
        if stop is None:
            return sentence.tokens[i].end, sentence.end
        if sentence.code(stop) == k.RATE:  # "on coal, and a 10% tariff on oil"
            stop = next((j for j in range(stop - 1, i, -1) if sentence.code(j) in (k.AND, k.COMMA)), stop)
        return sentence.tokens[i].end, sentence.tokens[stop].start
    return None


def _object_before(sentence: Sentence, lo: int, at: int) -> tuple[int, int] | None:
    """对加拿大油菜籽发起: from the marker to the verb in front of the act."""
    part = next((i + 1 for i in range(at - 1, lo - 1, -1) if sentence.view[sentence.tokens[i].start] in ",，"), lo)
    for i in range(part, at):
        token = sentence.tokens[i]
        if token.code == k.ON or (token.code == k.PARTY and sentence.objects[i]):
            start = token.end if token.code != k.PARTY else token.start + (token.rule is not None)
            verbs = [j for j in range(i + 1, at) if sentence.code(j) in (k.STATUS, k.RATE, k.FACE)]
            verb = verbs[-1] if verbs else at
            verb = next((j for j in range(i + 1, verb) if sentence.code(j) == k.ON and sentence.gap(j - 1, j) > 0), verb)
            while verb - 1 > i and sentence.code(verb - 1) == k.KIND_OF and sentence.gap(verb - 1, verb) == 0:
                verb -= 1
            return (start, sentence.tokens[verb].start) if sentence.tokens[verb].start > start else None
    return None
