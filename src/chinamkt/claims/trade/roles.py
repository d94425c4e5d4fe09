"""Who acts and who undergoes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from itertools import chain

from attrs import define, field

from chinamkt.claims.trade.dates import Days
from chinamkt.claims.trade.sentence import Sentence
from chinamkt.model.facts import EventKind, EventStatus
from chinamkt.reference.parties import EU_MEMBERS
from chinamkt.rules import trade as k

__all__ = ["Memory", "Sides", "code_at", "owner_of", "sides"]


#: What one does with a measure.
_TAKEN = ("announce", "levy", "do", "raise", "threat")


@define(slots=True)
class Memory:
    """What the sentences before said: who acted on whom, when, by what kind of levy.

    :param names: gives whom the article names; asked where a statement leaves a party out.
    """

    actor: str | None = None
    other: str | None = None
    kind: EventKind | None = None
    days: Days | None = None
    sentence: int = -9
    pair: tuple[str, ...] = ()
    names: Callable[[], list[str]] = list
    status: EventStatus | None = None
    dated: int = -9
    # of the last levy: its sentence, status and days
    levy: tuple[int, EventStatus | None, Days] = field(factory=lambda: (-9, None, Days()))
    here: tuple[int, str, str] = (-9, "", "")  # a sentence, and who acts on whom in it
    subject: str | None = None  # who was named first in the sentence before
    dumping: int = -9  # the sentence that last spoke of a probe of dumping or subsidies

    @cached_property
    def named(self) -> list[str]:
        """Whom the article names, the great powers of its trade first."""
        return self.names()

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


@define(slots=True)
class Sides:
    """Who acts and whom it falls on, each with those beside them ("the US and Europe").

    :param named: the sentence itself names who acts, at the token ``at``.
    """

    actor: str | None = None
    other: str | None = None
    named: bool = False
    allies: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    at: int | None = None

    @property
    def parties(self) -> tuple[str, ...]:
        """All of them, those who act first."""
        codes = (*(self.allies or (self.actor,)), *(self.others or (self.other,)))
        return tuple(dict.fromkeys(code for code in codes if code is not None))


def sides(sentence: Sentence, lo: int, first: int, last: int, hi: int, memory: Memory) -> Sides:
    """Who acts on whom.

    :param lo: start of the clause; :param hi: end of the window of the act, whose tokens are ``first`` to ``last``.
    """
    faced = _faced(sentence, lo, first, memory)
    if faced is not None:
        return _of_union(faced, memory)
    acts = _acting(sentence, first, last, hi, None)
    actor = memory.actor if acts is None else code_at(sentence, acts)
    if actor is None and (sentence.of(k.ACTOR, 0, first) or sentence.of(k.PRONOUN, 0, first)):
        actor = memory.subject  # "the ministry", "he also announced"
    falls = _undergoing(sentence, lo, first, last, hi, actor)
    if falls is None:
        own = _undergoing(sentence, lo, first, last, hi, None)
        apart = own is not None and any(sentence.code(i) == k.COMMA for i in range(last, own))
        if acts is not None and sentence.states(acts + 1, first, "announce", "levy", "threat"):
            apart = apart or not sentence.of(k.RELATIVE, acts, first)  # "Trump announced a tariff on most U.S. imports"
        if own is not None and own > last and code_at(sentence, own) == actor and not apart:
            # "Washington and Brussels struck a deal that puts a tariff on European goods"
            rival = _acting(sentence, first, last, hi, actor)
            if rival is not None:
                acts, falls = rival, own
                actor = code_at(sentence, acts)
    if falls is None and acts is not None and not sentence.spaced:
        part = next((i for i in range(first - 1, lo - 1, -1) if sentence.code(i) == k.COMMA), lo)
        own = _undergoing(sentence, max(part, acts), first, last, first, None)
        rival = _acting(sentence, first, last, hi, actor) if own is not None and code_at(sentence, own) == actor else None
        if rival is not None:  # 美国炮轟中国，威胁要对华加征
            acts, falls, actor = rival, own, code_at(sentence, rival)
    if acts is None:
        alone = _undergoing(sentence, last if sentence.spaced else lo, first, last, hi, None)
        if falls is None and alone is not None and code_at(sentence, alone) == actor:
            # "tariffs on Chinese goods will drop": who acted last is who undergoes here
            actor, falls = next((code for code in (memory.other, *memory.named) if code not in (None, actor)), None), alone
    found = Sides(actor=actor, named=acts is not None, at=acts)
    pair = next((i for i in sentence.of(k.PAIR, lo, first) if sentence.code(i - 1) in (k.ON, k.FROM)), None)
    if falls is None and pair is not None:  # 来自加墨的商品
        found.others = tuple(party.code for party in sentence.tokens[pair].value)
        found.other = found.others[0]
    if falls is not None:
        found.other = code_at(sentence, falls)
        found.others = _beside(sentence, falls)
    if acts is not None:
        found.allies = tuple(code for code in _beside(sentence, acts) if code != found.other)
    return _of_union(found, memory)


def _of_union(found: Sides, memory: Memory) -> Sides:
    """What falls on a member in a quarrel with the Union falls on the Union."""
    if found.other in EU_MEMBERS and "EU" in (memory.actor, memory.other):
        found.other, found.others = "EU", ()
        if found.actor == "EU":
            found.allies = ()
            found.actor = memory.other if memory.actor == "EU" else memory.actor
    return found


def _faced(sentence: Sentence, lo: int, first: int, memory: Memory) -> Sides | None:
    """ "Canada faces a tariff of 25%": the subject undergoes, and who acts is named elsewhere."""
    face = next((i for i in range(first - 1, lo - 1, -1) if sentence.code(i) in (k.FACE, k.COMMA, k.AND)), None)
    if face is None or sentence.code(face) != k.FACE:
        return None
    if memory.subject and sentence.of(k.PRONOUN, 0, face):
        codes = [code for code in (memory.actor, *memory.pair) if code not in (None, memory.subject)]
        if codes:
            return Sides(actor=codes[0], other=memory.subject)  # "the country is getting a 25% tariff"
    named = [i for i in reversed(sentence.of(k.PARTY, 0, face)) if sentence.code(i - 1) != k.TO]  # not "imports to the U.S."
    victim = named[0] if named else None
    goods = next((i for i in range(face - 1, -1, -1) if sentence.code(i) == k.GOODS), None)
    if goods is not None and (victim is None or (goods > victim and not sentence.objects[victim])):
        # goods without their country: these imports face it
        actor = memory.actor if victim is None else code_at(sentence, victim)
        return Sides(actor=actor, other=memory.other if actor == memory.actor else None, named=victim is not None, at=victim)
    if victim is None:
        return None
    others = _beside(sentence, victim)
    own = owner_of(sentence, first)
    for i in [own] if own is not None else sentence.of(k.PARTY):
        if own is None and sentence.tokens[i].value.kind not in ("official", "institution", "capital"):
            continue
        if not sentence.objects[i] and code_at(sentence, i) not in others:
            return Sides(actor=code_at(sentence, i), other=code_at(sentence, victim), others=others, named=True)
    if memory.actor in others:
        return Sides() if memory.other in others else Sides(actor=memory.other, other=code_at(sentence, victim), others=others)
    return Sides(actor=memory.actor, other=code_at(sentence, victim), others=others)


def _beside(sentence: Sentence, i: int) -> tuple[str, ...]:
    """The parties joined to the one at ``i`` by "and" or commas, in order, ``i`` among them."""
    lo = hi = i
    while sentence.code(lo - 1) in (k.AND, k.COMMA) and sentence.code(lo - 2) == k.PARTY and _same_part(sentence, lo - 2, i):
        lo -= 2
    while sentence.code(hi + 1) in (k.AND, k.COMMA) and sentence.code(hi + 2) == k.PARTY and _same_part(sentence, hi + 2, i):
        hi += 2
    return tuple(code_at(sentence, j) for j in range(lo, hi + 1, 2))


def _same_part(sentence: Sentence, j: int, i: int) -> bool:
    """Whether two joined names are of one kind and stand close: "Canada and Mexico", not "Trump, China"."""
    one, other = sentence.tokens[j].value, sentence.tokens[i].value
    near = all(sentence.between(n, n + 1).strip() in ("", "the", "'s") for n in range(min(i, j), max(i, j)))
    return near and one.kind == other.kind and one.kind != "firm"


def _acting(sentence: Sentence, at: int, last: int, hi: int, but: str | None) -> int | None:
    """The token of who takes the measure at ``at``: its owner, "by" whom it is, or the nearest subject before it."""
    own = owner_of(sentence, at)
    within = next((i for i in sentence.of(k.PARTY, at, last) if not sentence.objects[i]), None)
    own = within if own is None else own  # "the 15% US duty"
    if own is not None and code_at(sentence, own) != but:
        return own
    for i in range(last + 1, hi):
        if sentence.code(i) in (k.AND, k.COMMA, k.BREAK):
            break
        if sentence.code(i) == k.BY and sentence.code(i + 1) == k.PARTY and sentence.gap(i, i + 1) <= 1:
            return i + 1
        takes = sentence.code(i) == k.PARTY and sentence.states(i + 1, i + 2, *_TAKEN) and sentence.gap(i, i + 1) <= 1
        if takes and not sentence.objects[i]:
            return i  # "the tariff that Washington announced"
    for i in range(at - 1, -1, -1):
        if sentence.spaced and sentence.code(i) == k.RELATIVE and sentence.tokens[i].value == "which":
            before = i - 2 if sentence.code(i - 1) == k.COMMA else i - 1  # "China, which struck back with a tax"
            party = sentence.code(before) == k.PARTY and code_at(sentence, before) != but
            if party and all(sentence.gap(n, n + 1) == 0 for n in range(before, i)):
                return before
        apart = i in sentence.supposed or sentence.where(i) or (i in sentence.aside and at not in sentence.aside)
        if sentence.code(i) == k.PARTY and not sentence.objects[i] and not apart and code_at(sentence, i) != but:
            return i
        if sentence.code(i) == k.PAIR:
            break
    return None


def owner_of(sentence: Sentence, at: int) -> int | None:
    """The party in front of a noun: "U.S. tariffs", "Washington's new duties"."""
    words = 0
    for i in range(at - 1, max(-1, at - 7), -1):
        words += sentence.gap(i, i + 1)
        code = sentence.code(i)
        if code == k.PARTY:
            own = (sentence.possessive(i) or words == 0) and (not sentence.objects[i] or sentence.spaced)
            return i if own and sentence.tokens[i].value.kind != "firm" and sentence.tokens[i].rule is None else None
        if words > 4 or code not in (k.KIND_OF, k.RATE, k.RETALIATION, k.OF, k.GOODS, k.STATUS, k.AND):
            return None
    return None


def _undergoing(sentence: Sentence, lo: int, at: int, last: int, hi: int, actor: str | None) -> int | None:
    """The token of whom a measure falls on by the words around it: behind its noun first, in Chinese before it."""
    parts = [sentence.of(k.PARTY, last + 1, hi), sentence.of(k.PARTY, at, last), [*reversed(sentence.of(k.PARTY, lo, at))]]
    places: Iterable[int] = chain(*(parts if sentence.spaced else reversed(parts)))
    for i in places:  # the Chinese object stands before its verb
        if sentence.objects[i] and code_at(sentence, i) != actor and sentence.code(i - 1) != k.BY:
            return i
    return None
