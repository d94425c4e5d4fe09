"""Export controls and approvals, sanctions, probes, disputes, threats: who does what to whom."""

from __future__ import annotations

from chinamkt.claims.trade.dates import Calendar, days_of
from chinamkt.claims.trade.draft import Draft, boundaries, joined, target_of
from chinamkt.claims.trade.roles import Memory, Sides, code_at, sides
from chinamkt.claims.trade.sentence import Sentence
from chinamkt.claims.trade.status import measure_status, settled
from chinamkt.model.facts import EventKind, EventStatus
from chinamkt.reference.parties import party_words
from chinamkt.rules import trade as k

__all__ = ["measures"]

_KINDS = frozenset(
    (
        EventKind.EXPORT_CONTROL,
        EventKind.EXPORT_APPROVAL,
        EventKind.SANCTION,
        EventKind.PROBE,
        EventKind.DISPUTE,
        EventKind.THREAT,
    )
)
_AHEAD = (EventStatus.PLANNED, EventStatus.THREATENED)
_ABROAD = frozenset((EventKind.EXPORT_CONTROL, EventKind.EXPORT_APPROVAL))
#: These are acts between two: without the other side there is none.
_OF_TWO = frozenset((EventKind.SANCTION, EventKind.PROBE, EventKind.DISPUTE, EventKind.THREAT))


def measures(sentence: Sentence, number: int, memory: Memory, calendar: Calendar) -> list[Draft]:
    """The measures other than levies that a sentence states."""
    acts = [i for i in sentence.of(k.ACT) if sentence.tokens[i].value.kind in _KINDS]
    if not acts:
        return []
    drafts: list[Draft] = []
    for at, (lo, hi) in zip(acts, boundaries(sentence, [(i, i) for i in acts]), strict=True):
        draft = _draft(sentence, number, at, lo, hi, memory, calendar)
        if draft is not None:
            if drafts and joined(sentence, lo) and draft.status is EventStatus.DONE:
                draft.status = drafts[-1].status  # "will open one probe and launch another"
                draft.days = draft.days if draft.days.named else drafts[-1].days
            drafts.append(draft)
            memory.actor, memory.sentence, memory.kind = draft.parties[0], number, draft.kind
            memory.date(draft.days, draft.status, number)
            memory.other = draft.parties[1] if len(draft.parties) > 1 else None
    return drafts


def _cut_off(sentence: Sentence, lo: int, at: int, hi: int, who: Sides) -> None:
    """Whose market a control cuts off: whom its own part of the sentence names, and not those whom it is agreed with."""
    beside = [i for i in sentence.of(k.PARTY, at, hi) if code_at(sentence, i) == who.other]
    if beside and all(sentence.code(i - 1) == k.WITH for i in beside):
        who.other, who.others = None, ()  # "suspended its controls in a deal with Washington"
    if who.other is not None and not sentence.spaced:  # 针对美方行动，中国加强稀土出口管制
        part = next((i for i in range(at - 1, lo - 1, -1) if sentence.code(i) == k.COMMA), lo)
        if not any(sentence.objects[i] and code_at(sentence, i) == who.other for i in sentence.of(k.PARTY, part, hi)):
            who.other, who.others = None, ()
    if who.other is None and who.actor is not None:
        who.other = _market(sentence, at, hi, who.actor)


def _market(sentence: Sentence, at: int, hi: int, actor: str) -> str | None:
    """ "A ban on selling chips in China": the country that is cut off, or served again."""
    words = party_words("en" if sentence.spaced else "zh")
    found = [words.get(sentence.tokens[i].value.lower()) for i in sentence.of(k.PLACE, at, hi)]
    return next((party.code for party in found if party is not None and party.kind == "name" and party.code != actor), None)


def _describes(sentence: Sentence, at: int) -> bool:
    """配合反倾销调查的企业: a probe that tells of what firms, and is none that is told of."""
    probe = sentence.tokens[at].value.kind is EventKind.PROBE
    return probe and sentence.describes(at) and not sentence.states(at - 1, at, "do")


def _draft(sentence: Sentence, number: int, at: int, lo: int, hi: int, memory: Memory, calendar: Calendar) -> Draft | None:
    act = sentence.tokens[at]
    kind = act.value.kind
    if (
        kind is EventKind.EXPORT_CONTROL
        and not act.value.sure
        and not sentence.of(k.ABROAD)
        and memory.kind is not EventKind.EXPORT_CONTROL
    ):
        return None
    clause = sentence.clause(at, at)
    hi = min(hi, clause[1])
    who = sides(sentence, max(lo, clause[0]), at, at, hi, memory)
    lo = max(lo, sentence.clause(at, at, dated=True)[0])
    if who.actor is None:
        return None
    answers = sentence.answers(at, hi)
    if who.other is None and answers and memory.actor != who.actor and kind not in _ABROAD:
        who.other = memory.actor
    if who.other is None and kind in _OF_TWO and memory.sentence >= number - 1:
        who.other = memory.other if memory.actor == who.actor else memory.actor if memory.other == who.actor else None
    if kind in _ABROAD:
        _cut_off(sentence, lo, at, hi, who)
    if kind in _OF_TWO and who.other is None:
        return None
    status = measure_status(sentence, kind, lo, at, hi)
    days = days_of(sentence, lo, hi, calendar, ahead=False, last=memory.days)
    if kind is EventKind.THREAT:
        if status not in _AHEAD or sentence.states(lo, hi, "lift"):
            return None
        status = EventStatus.THREATENED
    if status is None and kind is EventKind.PROBE and answers:
        status = EventStatus.DONE
    if status is None and act.value.does:
        status = EventStatus.DONE
    if kind is EventKind.EXPORT_CONTROL and days.start is not None and status in (None, EventStatus.DONE):
        status = EventStatus.PLANNED  # "from August 1 nobody may ship"
    status = settled(status, days, calendar)
    if (
        sentence.of(k.HOPE, lo, hi)
        or at in sentence.supposed
        or (sentence.urged(at) and kind is not EventKind.DISPUTE)
        or _describes(sentence, at)
    ):
        return None
    if status is None or (not act.value.sure and kind is EventKind.PROBE and not (who.named and who.other)):
        return None
    target, about, _ = target_of(sentence, lo, at, hi)
    first = next(
        (i for i in range(lo, at) if sentence.code(i) in (k.PARTY, k.STATUS) and act.start - sentence.tokens[i].start <= 160), at
    )
    end = max(sentence.tokens[i].end for i in range(at, hi) if sentence.tokens[i].end - act.start <= 200 or i == at)
    return Draft(
        kind=kind, parties=who.parties, rule=act.rule.id, start=sentence.tokens[first].start, end=end, status=status,
        target=target, about=about, days=days, sentence=number, told=who.named,
    )  # fmt: skip
