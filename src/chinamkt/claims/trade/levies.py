"""Tariffs and duties: who levies how much on whom, from when to when."""

from __future__ import annotations

from attrs import evolve

from chinamkt.claims.trade.dates import Calendar, Days, days_of
from chinamkt.claims.trade.draft import Draft, boundaries, joined, target_of
from chinamkt.claims.trade.rates import Levy, levies, rate_of
from chinamkt.claims.trade.roles import Memory, Sides, sides
from chinamkt.claims.trade.sentence import Sentence
from chinamkt.claims.trade.status import measure_status, settled
from chinamkt.model.facts import EventKind, EventStatus
from chinamkt.rules import trade as k

__all__ = ["levied"]


def levied(sentence: Sentence, number: int, memory: Memory, calendar: Calendar) -> list[Draft]:
    """The levies that a sentence states.

    :param number: the number of the sentence in its article.
    """
    if not (sentence.of(k.RATE) or sentence.of(k.DATE) or sentence.of(k.MONEY)):
        return []  # neither quantified nor dated
    found = levies(sentence)
    windows = boundaries(sentence, [(levy.first, levy.last) for levy in found])
    drafts: list[Draft] = []
    before: tuple[int, EventStatus | None, Days] | None = None
    for levy, (lo, hi) in zip(found, windows, strict=True):
        made = _drafts(sentence, number, levy, lo, hi, memory, calendar, before)
        if made:
            before = (hi, made[0].status, made[0].days)
            drafts += made
    return drafts


def _drafts(
    sentence: Sentence, number: int, levy: Levy, lo: int, hi: int, memory: Memory, calendar: Calendar,
    before: tuple[int, EventStatus | None, Days] | None,
) -> list[Draft]:  # fmt: skip
    act = None if levy.noun is None else sentence.tokens[levy.noun]
    fresh = memory.sentence >= number - 1
    continued = levy.again or (act is not None and not act.value.sure)
    if continued and (_of_money(sentence, lo, hi)):
        return []
    clause = sentence.clause(levy.first, levy.last)
    who = sides(sentence, max(lo, clause[0]), levy.first, levy.last, min(hi, clause[1]), memory)
    if who.actor is None or (not levy.rates and _governed(sentence, levy.first)):
        return []
    answers = bool(sentence.of(k.RETALIATION, 0, hi))
    if who.other is None:
        who.other = _other(
            who, memory, answers=answers, goes_on=fresh and (not who.named or continued or memory.sentence == number)
        )
    if who.other is None:
        who.other = _answering(sentence, levy.last, who.actor)
    actor, affected = who.actor, who.other
    if continued and not (fresh and memory.actor == actor) and (affected is None or act is None):
        return []
    kind = act.value.kind if act is not None else memory.kind or EventKind.TARIFF
    if kind is EventKind.TARIFF and memory.kind is EventKind.DUTY and (memory.actor, memory.other) == (actor, affected):
        kind = EventKind.DUTY  # "the levy" of an article about duties
    lo, hi = max(lo, sentence.clause(levy.first, levy.last, dated=True)[0]), min(hi, clause[1])
    # "China suspended its curbs, and the U.S. lowered its tariffs": what was told of another is no status
    own = who.at if who.at is not None and who.at > lo + 1 and sentence.code(who.at - 1) == k.AND else lo
    status = _status(sentence, kind, own, lo, levy.last, hi, before)
    if status is None and answers and act is not None:
        status = memory.status or EventStatus.PLANNED  # an answer is as far as what it answers
    last = before[2] if before is not None else memory.days
    days = days_of(sentence, lo, hi, calendar, ahead=False, last=last)
    if before is not None and joined(sentence, lo) and not (days.start or days.end or days.date):
        days = evolve(before[2])
    if before is not None and levy.again and not days.start:
        days.start = before[2].start or before[2].date  # "at 10% on January 1 instead of lifting it to 25%"
    if status is EventStatus.IN_FORCE and days.start is None and days.date and sentence.states(lo, hi, "levy", "do"):
        days.start = days.date
    status = settled(status, days, calendar)
    worth = _worth(sentence, lo, hi) if affected is not None else None
    if not levy.rates and (status is None or not who.named or not (worth or _dated(sentence, levy, lo, hi))):
        return []  # neither dated nor quantified
    rule = act.rule.id if act is not None else sentence.tokens[levy.rates[0]].rule.id
    target, about, reach = target_of(sentence, lo, levy.first, hi)
    first, stop = _extent(sentence, levy, lo, hi)
    stop = max(stop, reach) if reach - first <= 280 else stop
    memory.actor, memory.other, memory.kind, memory.sentence = actor, affected, kind, number
    memory.date(days, status, number)
    base = Draft(
        kind=kind, parties=who.parties, rule=rule, start=first, end=stop, status=status, target=target, about=about, days=days,
        sentence=number, told=who.named, worth=worth,
    )  # fmt: skip
    return [evolve(base, rate=rate_of(sentence, i)) for i in levy.rates] or [base]


def _other(who: Sides, memory: Memory, *, answers: bool, goes_on: bool) -> str | None:
    """Whom a levy falls on by what was said before: who is answered, or who was hit already."""
    if answers and memory.actor is not None and memory.actor != who.actor:
        return memory.actor
    if (answers and memory.other != who.actor) or (goes_on and memory.actor == who.actor):
        return memory.other
    if goes_on and memory.other == who.actor:
        return memory.actor  # "America will cut its tariffs on Chinese goods and China its own"
    return None


def _dated(sentence: Sentence, levy: Levy, lo: int, hi: int) -> bool:
    """Whether a day stands in the same part of the clause, or leads the sentence in."""
    part = lo
    if sentence.spaced:  # Chinese parts more than clauses with its commas
        part = next((i + 1 for i in range(levy.first - 1, lo - 1, -1) if sentence.code(i) in (k.COMMA, k.AND)), lo)
    days = sentence.of(k.DATE, lo, hi)
    said = -1 if sentence.spaced else 1  # "said on Monday", 周一表示
    return any(i >= part or (i < 2 and sentence.code(i + 1) == k.COMMA) for i in days if sentence.code(i + said) != k.SPEECH)


def _answering(sentence: Sentence, last: int, actor: str) -> str | None:
    """ "U.S. slaps 25% tariffs, China retaliates": who answers is who was hit."""
    for i in sentence.of(k.PARTY, last + 1):
        if sentence.code(i + 1) == k.RETALIATION and sentence.gap(i, i + 1) <= 1 and sentence.tokens[i].value.code != actor:
            code: str = sentence.tokens[i].value.code
            return code
    return None


def _governed(sentence: Sentence, i: int) -> bool:
    """ "Retaliates against the tariffs": what another has levied."""
    while sentence.code(i - 1) in (k.KIND_OF, k.RETALIATION):
        i -= 1
    return sentence.code(i - 1) == k.ON or (
        sentence.code(i - 1) == k.ACT and sentence.tokens[i - 1].value.kind is EventKind.THREAT
    )


def _worth(sentence: Sentence, lo: int, hi: int) -> str | None:
    """The sum that is told of the goods: "$4 billion of European goods"."""
    for i in sentence.of(k.MONEY, lo, hi):
        if sentence.code(i - 1) == k.ON or any(sentence.code(j) in (k.PARTY, k.GOODS) for j in range(i + 1, i + 4)):
            words: str = sentence.tokens[i].value
            return words
    return None


def _of_money(sentence: Sentence, lo: int, hi: int) -> bool:
    """Loan rates and taxes of a country's own are no tariffs."""
    return any(sentence.tokens[i].value == "rates" for i in sentence.of(k.BLOCK, lo, hi))


def _status(
    sentence: Sentence, kind: EventKind, own: int, lo: int, at: int, hi: int, before: tuple[int, EventStatus | None, Days] | None
) -> EventStatus | None:
    """The status of a levy by its own words from ``own`` on, or by those it hangs on with an "and" at ``lo``."""
    status = measure_status(sentence, kind, own, at, hi)
    if before is not None and joined(sentence, lo):
        told = {sentence.tokens[i].value for i in sentence.of(k.STATUS, own, hi)}
        if status is None or (told <= {"levy", "raise"} and before[1] is not EventStatus.IN_FORCE):
            return before[1]  # "held back tariffs of 5%, along with a 25% levy", "will put 100% on cars and levy 25% on steel"
    return status


def _extent(sentence: Sentence, levy: Levy, lo: int, hi: int) -> tuple[int, int]:
    """The words that state a levy: from who levies it, where that stands near, to the end of its window."""
    start = sentence.tokens[levy.first].start
    for i in range(levy.first - 1, lo - 1, -1):
        if start - sentence.tokens[i].start > 120:
            break
        if sentence.code(i) in (k.PARTY, k.STATUS):
            start = sentence.tokens[i].start
    last = hi - 1
    while last > levy.last and sentence.code(last) in (k.AND, k.BREAK, k.COMMA, k.SEMICOLON, k.ON, k.OF, k.WITH, k.SPEECH):
        last -= 1
    end = sentence.tokens[max(last, levy.last)].end
    return start, min(end, start + 280) if end > start + 280 and sentence.tokens[levy.last].end <= start + 280 else end
