"""Tariffs and duties: who levies how much on whom, from when to when."""

from __future__ import annotations

from attrs import define, evolve

from chinamkt.claims.trade.dates import Calendar, Days, days_of
from chinamkt.claims.trade.draft import Draft, boundaries, joined, target_of
from chinamkt.claims.trade.rates import Levy, levies, rate_before, rate_of
from chinamkt.claims.trade.roles import Memory, Sides, code_at, owner_of, sides
from chinamkt.claims.trade.sentence import CLAUSE_ENDS, Sentence
from chinamkt.claims.trade.status import measure_status, settled, told_of
from chinamkt.expressions import expression
from chinamkt.model.facts import EventKind, EventStatus
from chinamkt.rules import trade as k
from chinamkt.rules.token import Token

__all__ = ["levied"]


_ALL = expression(
    r"(?: rate)? (?:on|for) (?:nearly |almost |virtually )?(?:all|many|most|every|several|dozens of)\b"
    r"(?![^,.;]{0,60}\b(?:its|their|there|that country|the country)\b)"
)
_NOT = expression(r"\b(?:not|never|yet|would|could)\b|n't\b")
_AHEAD = (EventStatus.PLANNED, EventStatus.THREATENED, EventStatus.SUSPENDED)


def levied(sentence: Sentence, number: int, memory: Memory, calendar: Calendar) -> list[Draft]:
    """The levies that a sentence states.

    :param number: the number of the sentence in its article.
    """
    if not (
        sentence.of(k.RATE) or sentence.of(k.DATE) or sentence.of(k.MONEY) or sentence.states(0, len(sentence.tokens), "effect")
    ):
        return []  # neither quantified nor dated, nor said to have begun
    found = levies(sentence)
    windows = boundaries(sentence, [(levy.first, levy.last) for levy in found])
    drafts: list[Draft] = []
    before: tuple[int, EventStatus | None, Days] | None = None
    for levy, (lo, hi) in zip(found, windows, strict=True):
        if levy.first in sentence.supposed:
            continue
        made = _drafts(_Read(sentence, number, levy, found, lo, hi, memory, calendar, before))
        if made:
            if before is not None and joined(sentence, lo) and not before[2].named and made[0].days.start is not None:
                before[2].start = made[0].days.start  # "a 25% tariff on cars and duties on steel from April 2"
            before = (hi, made[0].status, made[0].days)
            drafts += made
    return drafts


@define(slots=True, eq=False)
class _Read:
    """One levy of a sentence, and what it is read with.

    :param lo: where its window begins; :param hi: where it ends.
    :param before: of the levy before it in the sentence: the end of its window, its status and days.
    """

    sentence: Sentence
    number: int
    levy: Levy
    found: list[Levy]
    lo: int
    hi: int
    memory: Memory
    calendar: Calendar
    before: tuple[int, EventStatus | None, Days] | None
    answers: bool = False

    @property
    def act(self) -> Token | None:
        """The word of the levy, where one stands."""
        return None if self.levy.noun is None else self.sentence.tokens[self.levy.noun]

    @property
    def continued(self) -> bool:
        """Whether it goes on about a levy named before."""
        return self.levy.again or (self.act is not None and not self.act.value.sure)

    @property
    def fresh(self) -> bool:
        """Whether the sentence before told of a levy; a Chinese heading (有关事项如下：) counts as a sentence."""
        return self.memory.sentence >= self.number - (1 if self.sentence.spaced else 2)


def _drafts(read: _Read) -> list[Draft]:
    sentence, levy, memory, number = read.sentence, read.levy, read.memory, read.number
    if (read.continued and _of_money(sentence, read.lo, read.hi)) or sentence.urged(levy.first):
        return []
    if not levy.rates and (_governed(sentence, levy.first) or sentence.describes(levy.last)):
        return []
    clause = sentence.clause(levy.first, levy.last)
    both = _each(sentence, levy)
    mutual = _mutual(sentence, levy)
    pair = both or mutual
    who = Sides(actor=pair[0], other=pair[1], named=True) if pair is not None else _who(read, clause)
    if who.actor is None:
        return []
    if read.continued and not (read.fresh and memory.actor == who.actor) and (who.other is None or read.act is None):
        return []
    kind = _kind(read, who)
    lo, hi = max(read.lo, sentence.clause(levy.first, levy.last, dated=True)[0]), min(read.hi, clause[1])
    status, days = _course(read, kind, who, lo, hi)
    worth = _worth(sentence, lo, hi) if who.other is not None else None
    if not levy.rates and not _told(read, status, who, lo, hi, worth):
        if who.named and who.other is not None:
            memory.here = (number, who.actor, who.other)
        return []
    rule = read.act.rule.id if read.act is not None else sentence.tokens[levy.rates[0]].rule.id
    target, about, reach = target_of(sentence, lo, levy.first, hi)
    first, stop = _extent(sentence, levy, lo, hi)
    stop = max(stop, reach) if reach - first <= 280 else stop
    memory.actor, memory.other, memory.kind, memory.sentence = who.actor, who.other, kind, number
    memory.date(days, status, number)
    memory.levy = (number, status, days)
    base = Draft(
        kind=kind, parties=who.parties, rule=rule, start=first, end=stop, status=status, target=target, about=about, days=days,
        sentence=number, told=who.named, worth=worth,
    )  # fmt: skip
    if both is not None:
        pairs = zip(levy.rates, (both, both[::-1]), strict=True)
        return [evolve(base, rate=rate_of(sentence, i), parties=pair) for i, pair in pairs]
    if len(levy.rates) == 1:
        base.rate_before = rate_before(sentence, levy.rates[0])
    rates = [(rate_of(sentence, i), sentence.tokens[i].value) for i in levy.rates]
    return [evolve(base, rate=rate, between=None if rate else span) for rate, span in rates] or [base]


def _who(read: _Read, clause: tuple[int, int]) -> Sides:
    """Who levies it on whom, by the sentence and by what was said before."""
    sentence, levy, memory = read.sentence, read.levy, read.memory
    who = sides(sentence, max(read.lo, clause[0]), levy.first, levy.last, min(read.hi, clause[1]), memory)
    read.answers = sentence.answers(levy.first, read.hi)
    if who.actor is not None and who.other is None and not _of_all(read):
        goes_on = read.fresh and (not who.named or read.continued or levy.moved or memory.sentence == read.number)
        here = memory.here
        who.other = (
            (here[2] if here[:2] == (read.number, who.actor) else None)
            or _other(who, memory, answers=read.answers, goes_on=goes_on)
            or _answering(sentence, levy.last, who.actor)
            or _in_turn(sentence, read.found, who.actor)
            or (memory.other if not (who.named or read.continued) and who.actor == memory.actor else None)
            or _opposite(read, who.actor)
        )
    return who


def _opposite(read: _Read, actor: str) -> str | None:
    """Whom "tariffs as high as 145%", of no goods and on nobody, fall on: the other of those who were at odds just before."""
    memory, sentence, levy = read.memory, read.sentence, read.levy
    if memory.sentence < read.number - 1 or not levy.rates or sentence.of(k.ON, levy.first, read.hi):
        return None
    if sentence.code(levy.first - 1) in (k.GOODS, k.ON, k.OF) or sentence.of(k.GOODS, levy.first, levy.last + 1):
        return None
    return memory.other if memory.actor == actor else memory.actor if memory.other == actor else None


def _kind(read: _Read, who: Sides) -> EventKind:
    """Tariff or duty: "the levy" of an article about duties, and "the duty" that a probe of dumping ends with, are duties."""
    act, memory = read.act, read.memory
    kind: EventKind = act.value.kind if act is not None else memory.kind or EventKind.TARIFF
    if kind is not EventKind.TARIFF:
        return kind
    if memory.kind is EventKind.DUTY and (memory.actor, memory.other) == (who.actor, who.other):
        return EventKind.DUTY
    of_probe = act is not None and act.value.duty and memory.dumping >= read.number - 1
    return EventKind.DUTY if of_probe and not read.sentence.states(read.lo, read.hi, "keep") else kind


def _course(read: _Read, kind: EventKind, who: Sides, lo: int, hi: int) -> tuple[EventStatus | None, Days]:
    """How far the levy has come, and its days."""
    sentence, levy, memory, before = read.sentence, read.levy, read.memory, read.before
    # "China suspended its curbs, and the U.S. lowered its tariffs": what was told of another is no status
    own = who.at if who.at is not None and who.at > lo + 1 and sentence.code(who.at - 1) == k.AND else lo
    status = _status(sentence, kind, own, lo, levy.last, hi, before)
    if status is None and read.answers and read.act is not None:
        status = memory.status or EventStatus.PLANNED  # an answer is as far as what it answers
    days = days_of(sentence, lo, hi, read.calendar, ahead=False, last=before[2] if before is not None else memory.days)
    if before is not None and joined(sentence, lo) and not (days.start or days.end or days.date):
        days = evolve(before[2])
    if before is not None and levy.again and not days.start:
        days.start = before[2].start or before[2].date  # "at 10% on January 1 instead of lifting it to 25%"
    if status is EventStatus.IN_FORCE and days.start is None and days.date and sentence.states(lo, hi, "levy", "do"):
        days.start = days.date
    if not sentence.spaced and memory.actor == who.actor and _listed(sentence, own, hi, days, who):
        earlier = before[1:] if before is not None else memory.levy[1:] if memory.levy[0] >= read.number - 2 else None
        if earlier is not None:
            status, days = earlier[0], evolve(earlier[1])
    status = settled(status, days, read.calendar)
    if status is EventStatus.PLANNED and days.start is None and sentence.code(hi) == k.BREAK:
        word = sentence.tokens[hi]
        if sentence.view.startswith("unless", word.start):
            status = EventStatus.THREATENED  # "said it would impose a 50% tariff unless Beijing backed down"
    _put_ahead(days, status, read.calendar)
    return status, days


def _told(read: _Read, status: EventStatus | None, who: Sides, lo: int, hi: int, worth: str | None) -> bool:
    """Whether a levy without a rate is told of as an act: by whom, how far it is, and of what sum or from which day."""
    if status in (None, EventStatus.UNDER_WAY) or not who.named:
        return False
    if worth:
        return True
    if _begun(read, who, hi):
        return True
    avoided = read.sentence.states(lo, read.levy.first, "avoid")  # "in a bid to stave off higher duties"
    return not avoided and _dated(read.sentence, read.levy, lo, hi)


def _begun(read: _Read, who: Sides, hi: int) -> bool:
    """ "China's retaliatory tariffs on U.S. goods have gone into effect": two are named, and it is told of the levy itself."""
    sentence = read.sentence
    if not sentence.spaced or who.other is None or owner_of(sentence, read.levy.first) is None:
        return False
    for i in range(read.levy.last + 1, hi):
        if sentence.code(i) == k.STATUS:
            denied = _NOT.search(sentence.view, sentence.tokens[read.levy.last].end, sentence.tokens[i].start)
            return sentence.tokens[i].value == "effect" and not denied and bool(sentence.of(k.ON, read.levy.last, i))
        if sentence.code(i) in CLAUSE_ENDS:
            return False
    return False


def _of_all(read: _Read) -> bool:
    """ "A 25% tariff on all steel imports", "on many trading partners": of whom it falls on nothing else is told."""
    sentence, levy = read.sentence, read.levy
    last = sentence.tokens[levy.last]
    return sentence.spaced and _ALL.match(sentence.view, last.end) is not None


def _listed(sentence: Sentence, own: int, hi: int, days: Days, who: Sides) -> bool:
    """对煤炭加征15%关税: an item of a list, whose day and author its heading tells."""
    told = told_of(sentence, own, hi)
    return told <= {"levy", "raise"} and not (days.date or days.start or days.end) and not (who.at is not None and who.at >= own)


def _each(sentence: Sentence, levy: Levy) -> tuple[str, str] | None:
    """Whose the two rates are, one each: "the US and China will pause duties of 24% and 10%, respectively"."""
    each = [i for i in sentence.of(k.EACH) if sentence.tokens[i].value != "mutual"]
    if len(levy.rates) != 2 or not each:
        return None
    pairs = sentence.of(k.PAIR, 0, levy.first)
    if pairs:
        one, other = sentence.tokens[pairs[-1]].value
        return one.code, other.code
    for i in reversed(sentence.of(k.PARTY, 0, levy.first)):
        beside = sentence.code(i - 1) in (k.AND, k.WITH) and sentence.code(i - 2) == k.PARTY
        beside = beside and code_at(sentence, i) != code_at(sentence, i - 2)
        if beside and sentence.gap(i - 2, i - 1) == sentence.gap(i - 1, i) == 0:
            return code_at(sentence, i - 2), code_at(sentence, i)
    return None


def _mutual(sentence: Sentence, levy: Levy) -> tuple[str, str] | None:
    """ "The US and China imposed tariffs on each other's goods"."""
    each = next((i for i in sentence.of(k.EACH, levy.last) if sentence.tokens[i].value == "mutual"), None)
    if each is None or sentence.code(each - 1) != k.ON:
        return None
    for i in sentence.of(k.PARTY, 0, levy.first):
        if sentence.code(i + 1) == k.AND and sentence.code(i + 2) == k.PARTY and code_at(sentence, i) != code_at(sentence, i + 2):
            return code_at(sentence, i), code_at(sentence, i + 2)
    return None


def _put_ahead(days: Days, status: EventStatus | None, calendar: Calendar) -> None:
    """A day to come is that from which a levy holds: "on September 1 it will collect 15%"."""
    day = days.date.date if days.date else None
    if day is not None and days.start is None and status in _AHEAD and calendar.today is not None and day > calendar.today:
        days.start, days.date = days.date, None


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
    acts = sentence.of(k.ACT, 0, levy.first)  # a day in front of another act is that act's
    days = [i for i in days if sentence.code(i + said) != k.SPEECH and not any(i < act for act in acts)]
    return any(i >= part or (i < 2 and sentence.code(i + 1) == k.COMMA) for i in days)


def _answering(sentence: Sentence, last: int, actor: str) -> str | None:
    """ "U.S. slaps 25% tariffs, China retaliates": who answers is who was hit."""
    for i in sentence.of(k.PARTY, last + 1):
        if sentence.code(i + 1) == k.RETALIATION and sentence.gap(i, i + 1) <= 1 and sentence.tokens[i].value.code != actor:
            code: str = sentence.tokens[i].value.code
            return code
    return None


def _in_turn(sentence: Sentence, found: list[Levy], actor: str) -> str | None:
    """ "American tariffs to 30% and Chinese tariffs to 10%": those of two fall on each other."""
    owners = {code_at(sentence, own) for levy in found if (own := owner_of(sentence, levy.first)) is not None}
    return (owners - {actor}).pop() if actor in owners and len(owners) == 2 else None


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
        described = sentence.states(at, hi, "levy", "raise")  # "on top of the 10% that it levied in May"
        if status is None or (told <= {"levy", "raise"} and before[1] is not EventStatus.IN_FORCE):
            if status is None and described:
                return EventStatus.IN_FORCE
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
