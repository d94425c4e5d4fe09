"""Statements of one event joined: the fullest is kept."""

from __future__ import annotations

from chinamkt.claims.trade.draft import Draft
from chinamkt.claims.trade.meetings import in_order
from chinamkt.claims.trade.roles import Memory
from chinamkt.model.dates import PartialDate
from chinamkt.model.facts import EventKind, EventStatus

__all__ = ["merged"]

_MEETINGS = frozenset((EventKind.TALKS, EventKind.CALL, EventKind.MEETING, EventKind.TRUCE, EventKind.DEAL))
_LEVIES = frozenset((EventKind.TARIFF, EventKind.DUTY))


def merged(drafts: list[Draft], memory: Memory) -> list[Draft]:
    """One draft an event, in order of the text."""
    kept: list[Draft] = []
    of_kind: dict[EventKind, list[Draft]] = {}
    for draft in sorted(drafts, key=lambda one: (len(one.parties) < 2, -one.weight, one.start)):
        alike = of_kind.setdefault(draft.kind, [])
        twin = next((other for other in alike if _same(draft, other)), None)
        if twin is not None:
            _complete(twin, draft)
        elif draft.kind not in _MEETINGS or _peopled(draft, memory):
            kept.append(draft)
            alike.append(draft)
    return sorted(kept, key=lambda one: (one.start, one.end))


def _peopled(draft: Draft, memory: Memory) -> bool:
    """Two parties, if need be those that the article speaks of."""
    if len(draft.parties) < 2:
        others = memory.pair or tuple(memory.named)
        codes = tuple(dict.fromkeys((*draft.parties, *others)))[:2]
        if len(codes) < 2:
            return False
        draft.parties = in_order(codes)
    return True


def _same(draft: Draft, other: Draft) -> bool:
    """Whether two statements are of one event."""
    if draft.kind is not other.kind or not set(draft.parties) <= set(other.parties):
        return False
    if draft.kind in _MEETINGS:
        return _agree(draft.place, other.place) and _days_agree(draft.days.date, other.days.date)
    if draft.parties and draft.parties[0] != other.parties[0]:
        return False
    again = draft.kind in _LEVIES and not draft.told and draft.rate is not None and draft.rate == other.rate
    days, others = draft.days, other.days
    if again and _alike(draft, other) and _agree(draft.worth, other.worth):
        return _days_agree(days.date, others.date) and _days_agree(days.start, others.start)  # "the 25% tariff" told of before
    if not (_days_agree(days.date, others.date) and _days_agree(days.start, others.start)):
        return False
    if draft.kind in _LEVIES:
        if not _agree(draft.worth, other.worth):
            return False
        if draft.between != other.between:
            return False
        if draft.rate is None or other.rate is None:
            return draft.rate is None and draft.status in (None, other.status) and _alike(draft, other)
        return draft.rate == other.rate and (_agree(draft.status, other.status) or draft.status is EventStatus.THREATENED)
    return _alike(draft, other)


def _agree(one: object, other: object) -> bool:
    return one is None or other is None or one == other


def _days_agree(one: PartialDate | None, other: PartialDate | None) -> bool:
    if one is None or other is None:
        return True
    return all(_agree(a, b) for a, b in ((one.year, other.year), (one.month, other.month), (one.day, other.day)))


def _alike(one: Draft, other: Draft) -> bool:
    """Whether two measures may be on the same goods: their targets share a word, or two Chinese characters in a row."""
    return not one.about or not other.about or bool(one.about & other.about)


def _complete(kept: Draft, other: Draft) -> None:
    """Fill what the fullest statement leaves out."""
    kept.status = kept.status or other.status
    kept.place = kept.place or other.place
    kept.target = kept.target or other.target
    kept.rate_before = kept.rate_before if kept.rate_before is not None else other.rate_before
    kept.days.date = kept.days.date or other.days.date
    kept.days.start = kept.days.start or other.days.start
    kept.days.end = kept.days.end or other.days.end
