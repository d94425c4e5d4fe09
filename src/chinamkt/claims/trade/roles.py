"""Who acts and who undergoes."""

from __future__ import annotations

from attrs import define, field

from chinamkt.claims.trade.dates import Days
from chinamkt.claims.trade.sentence import Sentence
from chinamkt.model.facts import EventKind, EventStatus
from chinamkt.reference.parties import EU_MEMBERS
from chinamkt.rules import trade as k

__all__ = ["Memory", "code_at", "sides"]


@define(slots=True)
class Memory:
    """What the sentences before said: who acted on whom, when, by what kind of levy; whom the article has named."""

    actor: str | None = None
    other: str | None = None
    kind: EventKind | None = None
    days: Days | None = None
    sentence: int = -9
    pair: tuple[str, ...] = ()
    named: list[str] = field(factory=list)
    status: EventStatus | None = None

    dated: int = -9

    def date(self, days: Days, status: EventStatus | None, sentence: int) -> None:
        """Keep the day of an act for "the same day", and how far that act had come."""
        if not any(day is not None and day.day is not None for day in (days.date, days.start)):
            return
        if self.dated != sentence or self.days is None or self.days.date is None or days.date is not None:
            self.days, self.status, self.dated = days, status, sentence


def code_at(sentence: Sentence, i: int) -> str:
    """The code of the party at ``i``."""
    code: str = sentence.tokens[i].value.code
    return code


def sides(sentence: Sentence, lo: int, first: int, last: int, hi: int, memory: Memory) -> tuple[str | None, str | None, bool]:
    """Who acts, whom it falls on, and whether the sentence names who acts.

    :param lo: start of the clause; :param hi: end of the window of the act, whose tokens are ``first`` to ``last``.
    """
    actor, named = acting(sentence, first, last, hi, memory, None)
    other = undergoing(sentence, lo, first, last, hi, actor)
    if other is None:
        own = undergoing(sentence, lo, first, last, hi)
        if own is not None and own == actor:  # "Washington and Brussels struck a deal that puts a tariff on European goods"
            rival, told = acting(sentence, first, last, hi, memory, own)
            if told and rival is not None:
                actor, other, named = rival, own, told
    if other in EU_MEMBERS and "EU" in (memory.actor, memory.other):
        other = "EU"
        if actor == "EU":
            actor = memory.other if memory.actor == "EU" else memory.actor
    return actor, other, named


def acting(sentence: Sentence, at: int, last: int, hi: int, memory: Memory, affected: str | None) -> tuple[str | None, bool]:
    """Who takes the measure named at ``at``, and whether the sentence itself says so."""
    own = _owner(sentence, at)
    if own is not None and code_at(sentence, own) != affected:
        return code_at(sentence, own), True
    for i in range(last + 1, hi):
        if sentence.code(i) in (k.AND, k.COMMA, k.BREAK):
            break
        if sentence.code(i) == k.BY and sentence.code(i + 1) == k.PARTY and sentence.gap(i, i + 1) <= 1:
            return code_at(sentence, i + 1), True
    for i in range(at - 1, -1, -1):
        if sentence.code(i) == k.PARTY and not sentence.objects[i] and code_at(sentence, i) != affected:
            return code_at(sentence, i), True
        if sentence.code(i) == k.PAIR:
            break
    return memory.actor, False


def _owner(sentence: Sentence, at: int) -> int | None:
    """ "U.S. tariffs", "Washington's new duties": the party in front of the noun."""
    words = 0
    for i in range(at - 1, max(-1, at - 7), -1):
        words += sentence.gap(i, i + 1)
        code = sentence.code(i)
        if code == k.PARTY:
            own = sentence.possessive(i) or words == 0
            return i if own and sentence.tokens[i].value.kind != "firm" and sentence.tokens[i].rule is None else None
        if words > 4 or code not in (k.KIND_OF, k.RATE, k.RETALIATION, k.OF, k.GOODS, k.STATUS, k.AND):
            return None
    return None


def undergoing(sentence: Sentence, lo: int, at: int, last: int, hi: int, actor: str | None = None) -> str | None:
    """Whom a measure falls on by the words around it: behind its noun first, then before."""
    for i in [*sentence.of(k.PARTY, last + 1, hi), *sentence.of(k.PARTY, at, last), *reversed(sentence.of(k.PARTY, lo, at))]:
        if sentence.objects[i] and code_at(sentence, i) != actor and not _performs(sentence, i):
            return code_at(sentence, i)
    return None


def _performs(sentence: Sentence, i: int) -> bool:
    """ "By the US", "with China": beside the act, not under it."""
    return sentence.code(i - 1) == k.BY
