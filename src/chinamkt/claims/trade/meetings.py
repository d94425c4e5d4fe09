"""Talks, calls, meetings, truces, deals: between whom, where, when, and whether they were, are or will be."""

from __future__ import annotations

from itertools import pairwise

from chinamkt.claims.trade.dates import Calendar, days_of
from chinamkt.claims.trade.draft import Draft, boundaries, new_subject
from chinamkt.claims.trade.roles import Memory, code_at
from chinamkt.claims.trade.sentence import Sentence
from chinamkt.claims.trade.status import meeting_status, told_of
from chinamkt.model.facts import EventKind, EventStatus
from chinamkt.reference.parties import party_words
from chinamkt.rules import trade as k

__all__ = ["in_order", "meetings"]

_KINDS = frozenset((EventKind.TALKS, EventKind.CALL, EventKind.MEETING, EventKind.TRUCE, EventKind.DEAL))
_BOUND = (EventKind.TRUCE, EventKind.DEAL)
_PARTS = frozenset((k.BREAK, k.COMMA, k.SEMICOLON))


def meetings(sentence: Sentence, number: int, memory: Memory, calendar: Calendar, *, trade: bool) -> list[Draft]:
    """The talks, truces and deals that a sentence states.

    :param trade: whether words that speak of trade only in its company ("talks", "met") count here.
    """
    told = [(i, sentence.tokens[i].value) for i in sentence.of(k.ACT)]
    acts = [i for i, act in told if act.kind in _KINDS and (trade or act.sure)]
    if not acts:
        return []
    drafts: list[Draft] = []
    windows = boundaries(sentence, [(i, i) for i in acts])
    for n in range(len(acts) - 1, 0, -1):
        if _repeats(sentence, acts[n - 1], acts[n]):
            windows[n - 1] = (windows[n - 1][0], windows[n][1])
            del acts[n], windows[n]
    for n, at in enumerate(acts):
        lo, hi = windows[n]
        if n and _behind_outcome(sentence, acts[n - 1], at):
            continue
        wide = _wide(sentence, acts, windows, n)
        draft = _draft(sentence, number, at, (lo, hi), wide, memory, calendar)
        if draft is not None:
            drafts.append(draft)
    return drafts


def _repeats(sentence: Sentence, one: int, other: int) -> bool:
    """Whether two words of a clause name one event: "met in Busan for their first in-person meeting"."""
    same = sentence.tokens[one].value.kind is sentence.tokens[other].value.kind
    return same and not any(sentence.code(i) in (k.BREAK, k.SEMICOLON, k.AND) for i in range(one, other))


def _behind_outcome(sentence: Sentence, outcome: int, at: int) -> bool:
    """ "Agreed a pause after talks in Geneva": the talks are told of for the sake of the pause."""
    kinds = sentence.tokens[outcome].value.kind in _BOUND and sentence.tokens[at].value.kind not in _BOUND
    return kinds and any(sentence.code(i) == k.BREAK for i in range(max(outcome, at - 3), at))


def _wide(sentence: Sentence, acts: list[int], windows: list[tuple[int, int]], n: int) -> tuple[int, int]:
    """Where an act's day and place may stand: a truce made over dinner shares the dinner's."""
    lo, hi = windows[n]
    led_in = n == 1 and sentence.tokens[0].value == "after" and sentence.tokens[acts[n]].value.kind in _BOUND
    if led_in:
        lo = 0  # "After talks in Geneva, the two sides agreed on a pause"
    if n and not any(sentence.code(i) in _PARTS for i in range(acts[n - 1], acts[n])):
        lo = windows[n - 1][0]
    if n + 1 < len(acts):
        apart = any(sentence.code(i) in _PARTS for i in range(acts[n], acts[n + 1]))
        if not apart or _behind_outcome(sentence, acts[n], acts[n + 1]):
            hi = windows[n + 1][1]
    return lo, hi


def _draft(
    sentence: Sentence, number: int, at: int, window: tuple[int, int], wide: tuple[int, int], memory: Memory, calendar: Calendar
) -> Draft | None:
    act = sentence.tokens[at]
    clause = sentence.clause(at, at)
    lo, hi = max(window[0], clause[0]), min(window[1], clause[1])
    parties, told = _parties(sentence, at, lo, hi, memory)
    kind = _kind(sentence, act.value.kind, lo, at, hi, sure=act.value.sure)
    if len(parties) == 2 and told:
        memory.pair = parties
    if kind in (EventKind.CALL, EventKind.MEETING) and (len(parties) < 2 or not _leaders(sentence, lo, hi)):
        return None
    if kind in (EventKind.CALL, EventKind.MEETING) and not told and not sentence.of(k.BOTH):
        return None
    wide = (
        max(wide[0], clause[0]) if wide[0] == window[0] else wide[0],
        min(wide[1], clause[1]) if wide[1] == window[1] else wide[1],
    )
    place = _place(sentence, at, *wide)
    if len(parties) == 1:
        parties = in_order(tuple(dict.fromkeys((*parties, *_hosts(sentence, *wide)))))
    status = _status(sentence, at, kind, (lo, hi), wide, clause[0], placed=place is not None)
    ahead = status in (EventStatus.PLANNED, EventStatus.REPORTED)
    if not sentence.spaced:  # a day behind a new subject is of what that one does
        edge = new_subject(sentence, at, wide[1])
        wide, hi = (wide[0], edge or wide[1]), min(hi, edge or hi)
    days = days_of(sentence, lo, hi, calendar, ahead=ahead, last=memory.days, said=False)
    if not days.named:
        days = days_of(sentence, *wide, calendar, ahead=ahead, last=memory.days, said=False)
    if kind not in _BOUND:  # "will begin on Saturday": the day of the talks, which have no term
        days.date, days.start, days.end = days.date or days.start, None, None
    if status is None and (place is None or kind in _BOUND):
        return None
    if kind is EventKind.MEETING and status is EventStatus.PLANNED and place is None and not days.named:
        return None  # a meeting to come, nobody says when or where
    if at in sentence.supposed or (place is None and _hoped_for(sentence, lo, at, hi)):
        return None
    if not act.value.sure and len(parties) < 2 and not sentence.of(k.BOTH, lo, hi) and not (place and memory.pair):
        return None
    start, end = _extent(sentence, at, lo, hi)
    return Draft(kind=kind, parties=parties, rule=act.rule.id, start=start, end=end, status=status, place=place, days=days,
                 sentence=number, told=told)  # fmt: skip


def _status(
    sentence: Sentence, at: int, kind: EventKind, window: tuple[int, int], wide: tuple[int, int], clause: int, *, placed: bool
) -> EventStatus | None:
    """How far talks have come: by the words of their window, else by those around.

    :param clause: where their clause begins; :param placed: whether their place is told.
    """
    act, (lo, hi) = sentence.tokens[at].value, window
    stop = next((i for i in range(at + 1, hi) if sentence.code(i) == k.COMMA or sentence.tokens[i].value in k.CLAUSES), hi)
    does = act.does or act.kind in (EventKind.CALL, EventKind.MEETING)
    status = meeting_status(sentence, kind, lo, stop, hi, does=does)
    status = status or meeting_status(sentence, kind, wide[0], _first_verb(sentence, at, wide[1]), wide[1], does=False)
    if act.ahead and status is EventStatus.DONE:
        return EventStatus.PLANNED
    if status is not None:
        return status
    told = told_of(sentence, lo, stop)
    if "future" in told and any(_travels_to(sentence, i) for i in sentence.of(k.PLACE, lo, stop)):
        return EventStatus.PLANNED  # "would travel to Washington for talks"
    if clause and sentence.tokens[clause - 1].value == "after" and (placed or kind is EventKind.MEETING):
        return EventStatus.DONE  # "following talks in Geneva"
    if placed and kind not in _BOUND and not told & {"future", "threat"}:
        return EventStatus.DONE  # "the talks in Geneva", of which nothing says that they are to come
    return None


def _hoped_for(sentence: Sentence, lo: int, at: int, hi: int) -> bool:
    """ "Hopes for a trade deal", "trade deal hopes", without a day."""
    hoped = [i for i in sentence.of(k.HOPE, lo, at) if not sentence.of(k.BREAK, i, at)]
    if sentence.code(at + 1) == k.HOPE and sentence.gap(at, at + 1) <= 1:
        hoped.append(at + 1)
    return bool(hoped) and not sentence.of(k.DATE, hoped[0], hi)


def _first_verb(sentence: Sentence, at: int, hi: int) -> int:
    """Where the words end that tell how far an act has come: behind the first verb behind it."""
    return next((i + 1 for i in sentence.of(k.STATUS, at + 1, hi) if sentence.tokens[i].value not in ("future", "threat")), hi)


def _kind(sentence: Sentence, kind: EventKind, lo: int, at: int, hi: int, *, sure: bool) -> EventKind:
    """Officials below heads of state or government who meet hold talks; those who hold talks in person meet."""
    officials = [sentence.tokens[i].value for i in sentence.of(k.PARTY, lo, hi) if sentence.tokens[i].value.kind == "official"]
    leaders = {official.code for official in officials if official.leader}
    others = len(officials) > len(leaders) or any(not sentence.tokens[i].value for i in sentence.of(k.ACTOR, lo, at))
    if kind is EventKind.MEETING and others and not leaders:
        return EventKind.TALKS
    if kind is EventKind.TALKS and len(leaders) > 1 and not sure:
        return EventKind.MEETING
    return kind


def _parties(sentence: Sentence, at: int, lo: int, hi: int, memory: Memory) -> tuple[tuple[str, ...], bool]:
    """Who meets: those named in the clause, else in the sentence; "the two sides" are those the article told of."""
    places = {i + 1 for i in sentence.of(k.PLACE, lo, hi)}
    told: tuple[str, ...] | None = None
    for first, last in ((lo, hi), (0, len(sentence.tokens))):
        codes: list[str] = []
        for i in range(first, last):
            token = sentence.tokens[i]
            if token.code == k.PAIR:
                codes += [party.code for party in token.value]
            elif token.code == k.PARTY and token.value.kind != "firm" and i not in places and _takes_part(sentence, i):
                codes.append(code_at(sentence, i))
        found = tuple(dict.fromkeys(codes))
        told = found if told is None else told
        if len(found) == 2:
            return in_order(found), True
        if len(found) > 2:
            near = _nearest(sentence, at, first, last)
            if near is not None:
                return in_order(near), True
            return in_order(found), True
        if sentence.of(k.BOTH, lo, hi):
            break
    if sentence.of(k.BOTH, 0, max(at, hi)) and memory.pair:
        return memory.pair, False
    return in_order(told or ()), False


#: What may stand behind the adjective of a country that meets: "Chinese officials", not "European cities".
_PEOPLE = frozenset((k.ACTOR, k.ACT, k.AND, k.PARTY, k.BOTH, k.KIND_OF))


def _takes_part(sentence: Sentence, i: int) -> bool:
    """Who, not where (在瑞士) nor whose ("European cities")."""
    token = sentence.tokens[i]
    if not sentence.spaced:
        return not _located(sentence, i) and _city(sentence, i) is None and (_city(sentence, i - 1) is None)
    if token.value.kind == "demonym":
        return sentence.code(i + 1) in _PEOPLE and sentence.gap(i, i + 1) <= 1
    if token.value.kind == "capital" and sentence.code(i + 1) == k.ACT and sentence.gap(i, i + 1) == 0:
        return False  # "the Madrid talks"
    if token.value.kind == "capital" and sentence.code(i - 1) in (k.AND, k.COMMA) and sentence.gap(i - 1, i) == 0:
        return sentence.code(i - 2) != k.PLACE  # "in London and Stockholm"
    return True


def _city(sentence: Sentence, i: int) -> str | None:
    """西班牙马德里: a country in front of its capital is where, not who."""
    if sentence.code(i) != k.PARTY or sentence.code(i + 1) != k.PARTY or sentence.gap(i, i + 1):
        return None
    country, city = sentence.tokens[i].value, sentence.tokens[i + 1]
    if country.kind != "name" or city.value.kind != "capital" or city.value.code != country.code:
        return None
    return sentence.view[city.start : city.end]


def _located(sentence: Sentence, i: int) -> bool:
    before = sentence.view[max(0, sentence.tokens[i].start - 1) : sentence.tokens[i].start]
    if before in ("在", "于"):
        return True
    return sentence.code(i - 1) == k.PARTY and sentence.gap(i - 1, i) == 0 and _located(sentence, i - 1)


def _hosts(sentence: Sentence, lo: int, hi: int) -> list[str]:
    """Whose capital the place is: who travels there meets its host."""
    words = party_words("en" if sentence.spaced else "zh")
    found = [words.get(sentence.tokens[i].value.lower()) for i in sentence.of(k.PLACE, lo, hi) if _travels_to(sentence, i)]
    return [party.code for party in found if party is not None and party.kind == "capital"]


def _travels_to(sentence: Sentence, i: int) -> bool:
    """Whether someone goes to the place ("travels to", "arrives in", 赴) rather than that something is there."""
    there = sentence.view[sentence.tokens[i].start :].lstrip()[:2].lower() in ("in", "在", "于")
    return not there or (bool(sentence.states(i - 1, i, "await")) and sentence.gap(i - 1, i) == 0)


def _nearest(sentence: Sentence, at: int, lo: int, hi: int) -> tuple[str, ...] | None:
    """Of many parties, the two of "between A and B" or "A and B" nearest to the act."""
    best: tuple[int, tuple[str, ...]] | None = None
    named = [i for i in range(lo, hi) if sentence.code(i) == k.PARTY]
    for i, j in pairwise(named):
        a, b = code_at(sentence, i), code_at(sentence, j)
        if a != b and j - i <= 3 and all(sentence.code(n) in (k.AND, k.WITH, k.ACTOR) for n in range(i + 1, j)):
            distance = min(abs(at - i), abs(at - j))
            if best is None or distance < best[0]:
                best = (distance, (a, b))
    return best[1] if best else None


def in_order(codes: tuple[str, ...]) -> tuple[str, ...]:
    """None acts alone: the United States first, for the same event reads the same whoever is named first."""
    return tuple(sorted(codes, key=lambda code: code != "US"))


def _leaders(sentence: Sentence, lo: int, hi: int) -> bool:
    """Two officials of two sides, or a summit of two parties."""
    officials = {code_at(sentence, i) for i in sentence.of(k.PARTY, lo, hi) if sentence.tokens[i].value.kind == "official"}
    return len(officials) > 1 or bool(sentence.of(k.ACTOR, lo, hi)) or bool(sentence.of(k.BOTH, lo, hi))


def _place(sentence: Sentence, at: int, lo: int, hi: int) -> str | None:
    """The place nearest behind the act, else the nearest before it."""
    for i in [*sentence.of(k.PLACE, at, hi), *reversed(sentence.of(k.PLACE, lo, at))]:
        place: str = sentence.tokens[i].value
        party = party_words("en" if sentence.spaced else "zh").get(place.lower())
        if party is None or party.kind == "capital" or party.code == "SG":
            return place if sentence.spaced else _without_country(place)
    if sentence.spaced and sentence.code(at - 1) == k.PARTY and sentence.tokens[at - 1].value.kind == "capital":
        start, end = sentence.tokens[at - 1].start, sentence.tokens[at - 1].end
        joined = sentence.view.endswith((" and ", " & "), 0, start)  # "Washington and Beijing agreed": who acts
        return None if joined or sentence.gap(at - 1, at) else sentence.view[start:end]
    if not sentence.spaced:
        return next((city for i in reversed(sentence.of(k.PARTY, lo, at)) if (city := _city(sentence, i))), None)
    return None


def _without_country(place: str) -> str:
    """瑞士日内瓦 → 日内瓦."""
    words = party_words("zh")
    for length in range(len(place) - 2, 1, -1):
        party = words.get(place[:length])
        if party is not None and party.kind == "name":
            return place[length:]
    return place


def _extent(sentence: Sentence, at: int, lo: int, hi: int) -> tuple[int, int]:
    """From the first party or verb of the clause to its last date or place."""
    act = sentence.tokens[at]
    parts = [i for i in range(lo, hi) if sentence.code(i) in (k.PARTY, k.PAIR, k.BOTH, k.STATUS, k.DATE, k.PLACE)]
    near = [i for i in parts if act.start - 140 <= sentence.tokens[i].start and sentence.tokens[i].end <= act.end + 140]
    return min([act.start, *(sentence.tokens[i].start for i in near)]), max([act.end, *(sentence.tokens[i].end for i in near)])
