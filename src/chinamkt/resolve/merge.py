"""One statement is one fact: what is said twice, in headline and body, is told once."""

from __future__ import annotations

from attrs import evolve

from chinamkt.model.facts import Fact, PriceMove, TradeEvent
from chinamkt.model.quantities import Bound

__all__ = ["merge_repeated"]


def merge_repeated(facts: list[Fact]) -> list[Fact]:
    """Join facts that state the same; the fullest statement stays, among equals the first."""
    kept: list[Fact] = []
    told: set[object] = set()  # what the facts other than moves and events state
    with_figure: dict[object, list[int]] = {}  # where the moves stand that tell a figure of a subject
    for fact in facts:
        if not isinstance(fact, PriceMove):
            if isinstance(fact, TradeEvent) or fact.core not in told:
                kept.append(fact)
                told.add(fact.core)
            continue
        places = {place for figure in _figures(fact) for place in with_figure.get(figure, ())}
        for place in sorted(places):
            other = kept[place]
            joined = _join(other, fact) if isinstance(other, PriceMove) else None
            if joined is not None:
                kept[place] = joined
                break
        else:
            place, joined = len(kept), fact
            kept.append(fact)
        for figure in _figures(joined):
            known = with_figure.setdefault(figure, [])
            if place not in known:
                known.append(place)
    return kept


def _figures(fact: PriceMove) -> list[tuple[object, ...]]:
    """The figures of a move, each with whose it is: two moves that share none can't state the same."""
    subject = fact.article, fact.instrument.subject
    figures = (("percent", fact.percent), ("points", fact.points), ("level", fact.level))
    return [(*subject, name, figure.value.normalize()) for name, figure in figures if figure is not None]


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
