"""One statement is one fact: what is said twice, in headline and body, is told once."""

from __future__ import annotations

from decimal import Decimal

from attrs import evolve

from chinamkt.model.facts import Fact, PriceMove, TradeEvent
from chinamkt.model.quantities import Bound

__all__ = ["merge_repeated"]


def merge_repeated(facts: list[Fact]) -> list[Fact]:
    """Join facts that state the same; the fullest statement stays, among equals the first."""
    kept: list[Fact] = []
    told: set[object] = set()  # what the facts other than moves and events state
    moves: dict[object, _Moves] = {}
    for fact in facts:
        if isinstance(fact, PriceMove):
            subject = fact.article, fact.instrument.subject
            if subject in moves:
                moves[subject].add(fact)
            else:
                moves[subject] = _Moves(fact, kept)
        elif isinstance(fact, TradeEvent) or fact.core not in told:
            kept.append(fact)
            told.add(fact.core)
    return kept


class _Moves:
    """The moves of one subject: which figures they tell, since two that share none can't state the same."""

    def __init__(self, first: PriceMove, kept: list[Fact]) -> None:
        self._kept = kept
        self._first: int | None = len(kept)  # most subjects have one move, and need no index
        self._with: dict[object, list[int]] = {}
        kept.append(first)

    def add(self, fact: PriceMove) -> None:
        """Join the move with the first that states the same, or keep it."""
        kept = self._kept
        if self._first is not None:
            self._index(self._first)
            self._first = None
        for place in sorted({place for figure in _figures(fact) for place in self._with.get(figure, ())}):
            other = kept[place]
            joined = _join(other, fact) if isinstance(other, PriceMove) else None
            if joined is not None:
                kept[place] = joined
                self._index(place)
                return
        kept.append(fact)
        self._index(len(kept) - 1)

    def _index(self, place: int) -> None:
        fact = self._kept[place]
        for figure in _figures(fact) if isinstance(fact, PriceMove) else ():
            known = self._with.setdefault(figure, [])
            if place not in known:
                known.append(place)


def _figures(fact: PriceMove) -> list[tuple[str, Decimal]]:
    figures = (("percent", fact.percent), ("points", fact.points), ("level", fact.level))
    return [(name, figure.value.normalize()) for name, figure in figures if figure is not None]


def _join(a: PriceMove, b: PriceMove) -> PriceMove | None:
    """The fuller of two facts, completed by the other, where they state the same; else ``None``."""
    shared = 0
    for name in ("percent", "points", "level"):
        one, other = getattr(a, name), getattr(b, name)
        if one is None or other is None:
            continue
        if one.value.normalize() != other.value.normalize():
            return None
        shared += 1
    if not shared:
        return None
    if a.basis != b.basis and (a.percent or a.points) and (b.percent or b.points):
        return None
    if a.percent and b.percent and (a.percent.upper is None) != (b.percent.upper is None):
        return None
    if a.date and b.date and a.date != b.date and not (a.percent and b.percent and a.level and b.level):
        return None
    first, second = (b, a) if _fullness(b) > _fullness(a) else (a, b)
    changes = {
        name: getattr(second, name)
        for name in ("percent", "points", "level", "phase", "superlative", "date", "basis_from")
        if getattr(first, name) is None and getattr(second, name) is not None
    }
    if "basis_from" in changes and first.basis != second.basis:
        del changes["basis_from"]
    signs = {
        figure.value > 0
        for figure in (first.percent, first.points, changes.get("percent"), changes.get("points"))
        if figure is not None and figure.value
    }
    if len(signs) > 1:
        return None
    if first.percent and second.percent and first.percent.bound is Bound.EXACT and second.percent.bound is not Bound.EXACT:
        changes["percent"] = second.percent  # a headline leaves "more than" out
    return evolve(first, **changes) if changes else first


def _fullness(fact: PriceMove) -> tuple[int, int]:
    exact = sum(1 for figure in (fact.percent, fact.points, fact.level) if figure is not None and figure.bound is Bound.EXACT)
    return (sum(1 for figure in (fact.percent, fact.points, fact.level) if figure is not None), exact)
