"""Statements → groups of statements of one event.

The answer is a function of the set of all statements, so neither the order in which reports come nor the order in which
ledgers are added can change it. Statements that are alike are joined through each other (the connected parts of a
graph), with two guards against chains that join what contradicts itself:

- a statement that is like two others which can't be one event belongs to neither: "talks in London", between a round of
  June and one of March, stays alone;
- a statement without any year, in a report without a date, is joined last, and only where one event fits it.

The work grows with the square of the different statements of one kind about the same parties, not with the reports.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import combinations

from chinamkt.ledger.likeness import ENDED, Node, conflict, likeness
from chinamkt.ledger.statement import Statement, group_of, has_year, is_bare, place_of
from chinamkt.reference.goods import pieces_of

__all__ = ["joined"]

#: A longer silence ends a story: the same words are then about another event.
_PAUSE = dt.timedelta(days=92)
#: Words by which no event can be known again are repeated for some days.
_REPEATED = dt.timedelta(days=7)


def joined(statements: Iterable[Statement]) -> Iterator[tuple[Statement, ...]]:
    """Statements of one event together, each group in the order of :attr:`Statement.order`.

    :param statements: without repetitions, in that order.
    """
    groups: dict[object, list[Statement]] = {}
    for statement in statements:
        groups.setdefault(group_of(statement.event), []).append(statement)
    for group in groups.values():
        nodes = list(_nodes(group))
        for part in _parts(nodes):
            told = [statement for node in part for statement in node.statements]
            yield tuple(sorted(told, key=lambda statement: statement.order))


def _nodes(group: list[Statement]) -> Iterator[Node]:
    """Statements that state the same, parted where nothing was told for long."""
    same: dict[object, list[Statement]] = {}
    for statement in group:
        event = statement.event
        goods = None if event.target is None else (pieces_of(event.target), event.target.isascii())
        stated = (
            event.date, event.effective_from, event.effective_to, place_of(event), event.rate, goods, event.status in ENDED,
        )  # fmt: skip
        same.setdefault(stated, []).append(statement)
    for statements in same.values():
        bare = is_bare(statements[0].event)
        known = [(day, statement) for statement in statements if (day := _day(statement))]
        known.sort(key=lambda pair: (pair[0], pair[1].order))
        for run in _runs(known, None if has_year(statements[0]) else _REPEATED if bare else _PAUSE):
            yield Node.of(run)
        unknown = [statement for statement in statements if not _day(statement)]
        yield from ([Node.of([statement]) for statement in unknown] if bare else [Node.of(unknown)] if unknown else [])


def _runs(known: list[tuple[dt.date, Statement]], pause: dt.timedelta | None) -> Iterator[list[Statement]]:
    """Statements by day, parted at every pause that is longer."""
    run: list[Statement] = []
    last = dt.date.min
    for day, statement in known:
        if run and pause is not None and day - last > pause:
            yield run
            run = []
        run.append(statement)
        last = day
    if run:
        yield run


def _day(statement: Statement) -> dt.date | None:
    """The first day it can have been told on."""
    bounds = statement.told.bounds if statement.told else None
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
    links = _links(nodes)
    found: list[list[Node]] = []
    for part in _connected(range(len(nodes)), links):
        against = _quarrels(nodes, part)
        between = (
            {i for i in part if any(against[j] & links[i] for j in part if links[i] >> j & 1)} if any(against.values()) else set()
        )
        found += [[nodes[i]] for i in part if i in between]
        for rest in _connected([i for i in part if i not in between], links):
            inside = sum(1 << i for i in rest)
            quarrels = any(against[i] & inside for i in rest)
            found += [[nodes[i]] for i in rest] if quarrels else [[nodes[i] for i in rest]]
    return found


def _links(nodes: list[Node]) -> list[int]:
    """Of each node the nodes that are like it, as a set of bits; only those that share a key need be compared."""
    blocks: dict[object, list[int]] = {}
    links = [0] * len(nodes)
    for i, node in enumerate(nodes):
        near: set[int] = set()
        for key in node.keys:
            block = blocks.setdefault(key, [])
            near.update(block)
            block.append(i)
        for j in near:
            if likeness(nodes[j], node):
                links[i] |= 1 << j
                links[j] |= 1 << i
    return links


def _quarrels(nodes: list[Node], part: list[int]) -> dict[int, int]:
    """Of each node of a part the nodes that it is in conflict with, as a set of bits."""
    against = dict.fromkeys(part, 0)
    for i, j in combinations(part, 2):
        if conflict(nodes[i], nodes[j]):
            against[i] |= 1 << j
            against[j] |= 1 << i
    return against


def _connected(members: Iterable[int], links: list[int]) -> list[list[int]]:
    left = sum(1 << i for i in members)
    parts = []
    while left:
        waiting, part = left & -left, 0
        while waiting:
            here = waiting & -waiting
            part |= here
            waiting = (waiting | links[here.bit_length() - 1] & left) & ~part
        left &= ~part
        parts.append([i for i in range(part.bit_length()) if part >> i & 1])
    return parts
