"""Mentions → groups of mentions of one event.

The answer is a function of the set of all mentions, so neither the order in which reports come nor the order in which
ledgers are added can change it. Mentions that are alike are joined through each other (the connected parts of a
graph), with two guards against chains that join what contradicts itself:

- a mention that is like two others which can't be one event belongs to neither: "talks in London", between a round of
  June and one of March, stays alone;
- a mention without any year, in a report without a date, is joined last, and only where one event fits it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import combinations

from chinamkt.ledger.likeness import ENDED, Node, conflict, likeness
from chinamkt.ledger.mention import Mention, group_of, has_year, is_bare

__all__ = ["joined"]

#: A longer silence ends a story: the same words are then about another event.
_PAUSE = dt.timedelta(days=92)
#: Words by which no event can be known again are repeated for some days.
_REPEATED = dt.timedelta(days=7)


def joined(mentions: Iterable[Mention]) -> Iterator[tuple[Mention, ...]]:
    """Mentions of one event together, each group in the order of :attr:`Mention.order`.

    :param mentions: without repetitions, in that order.
    """
    groups: dict[object, list[Mention]] = {}
    for mention in mentions:
        groups.setdefault(group_of(mention.event), []).append(mention)
    for group in groups.values():
        nodes = list(_nodes(group))
        for part in _parts(nodes):
            told = [mention for node in part for mention in node.mentions]
            yield tuple(sorted(told, key=lambda mention: mention.order))


def _nodes(group: list[Mention]) -> Iterator[Node]:
    """Mentions that state the same, parted where nothing was told for long."""
    same: dict[object, list[Mention]] = {}
    for mention in group:
        event = mention.event
        stated = (event.date, event.effective_from, event.effective_to, event.place, event.rate, event.target,
                  event.status in ENDED)  # fmt: skip
        same.setdefault(tuple(map(str, stated)), []).append(mention)
    for mentions in same.values():
        bare = is_bare(mentions[0].event)
        known = [(day, mention) for mention in mentions if (day := _day(mention))]
        known.sort(key=lambda pair: (pair[0], pair[1].order))
        for run in _runs(known, None if has_year(mentions[0]) else _REPEATED if bare else _PAUSE):
            yield Node.of(run)
        unknown = [mention for mention in mentions if not _day(mention)]
        yield from ([Node.of([mention]) for mention in unknown] if bare else [Node.of(unknown)] if unknown else [])


def _runs(known: list[tuple[dt.date, Mention]], pause: dt.timedelta | None) -> Iterator[list[Mention]]:
    """Mentions by day, parted at every pause that is longer."""
    run: list[Mention] = []
    last = dt.date.min
    for day, mention in known:
        if run and pause is not None and day - last > pause:
            yield run
            run = []
        run.append(mention)
        last = day
    if run:
        yield run


def _day(mention: Mention) -> dt.date | None:
    """The first day it can have been told on."""
    bounds = mention.told.bounds if mention.told else None
    return bounds[0] if bounds else None


def _parts(nodes: list[Node]) -> list[list[Node]]:
    timed = [node for node in nodes if node.timed]
    parts = _coherent(timed)
    found, homeless = [list(part) for part in parts], []
    guests: dict[int, list[Node]] = {}
    for node in nodes:
        if node.timed:
            continue
        homes = [i for i, part in enumerate(parts) if _fits(node, part)]
        if len(homes) == 1:
            guests.setdefault(homes[0], []).append(node)
        else:
            homeless.append(node)
    for home, coming in guests.items():
        quarrelling = {id(node) for pair in combinations(coming, 2) if conflict(*pair) for node in pair}
        found[home] += [node for node in coming if id(node) not in quarrelling]
        homeless += [node for node in coming if id(node) in quarrelling]
    return [*found, *_coherent(homeless)]


def _fits(node: Node, part: list[Node]) -> bool:
    return any(likeness(node, other) for other in part) and not any(conflict(node, other) for other in part)


def _coherent(nodes: list[Node]) -> list[list[Node]]:
    """The connected parts, without the nodes that would join what is in conflict; those stay alone."""
    for node in nodes:
        node.links = []
    for one, other in combinations(nodes, 2):
        if likeness(one, other):
            one.links.append(other)
            other.links.append(one)
    found: list[list[Node]] = []
    for part in _connected(nodes):
        quarrels = _quarrels(part)
        links = {id(node): {id(other) for other in node.links} for node in part}
        between = set().union(*(links[id(one)] & links[id(other)] for one, other in quarrels))
        found += [[node] for node in part if id(node) in between]
        for rest in _connected([node for node in part if id(node) not in between]):
            found += [[node] for node in rest] if _quarrels(rest) else [rest]
    return found


def _quarrels(nodes: list[Node]) -> list[tuple[Node, Node]]:
    return [pair for pair in combinations(nodes, 2) if conflict(*pair)]


def _connected(nodes: list[Node]) -> list[list[Node]]:
    inside = {id(node) for node in nodes}
    seen: set[int] = set()
    parts = []
    for node in nodes:
        if id(node) in seen:
            continue
        part, waiting = [], [node]
        seen.add(id(node))
        while waiting:
            here = waiting.pop()
            part.append(here)
            for other in here.links:
                if id(other) in inside and id(other) not in seen:
                    seen.add(id(other))
                    waiting.append(other)
        parts.append(part)
    return parts
