"""A mention: a stretch of a sentence with its kind, a letter of :mod:`chinamkt.rules.kinds`."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from attrs import define

from chinamkt.model.quantities import Bound

__all__ = ["Figure", "Token"]


@define(slots=True, eq=False)
class Token:
    """One mention; ``value`` is a :class:`Figure`, a reference entry, or what the rule says."""

    start: int
    end: int
    code: str
    value: Any = None
    rule: Any = None
    near: bool = False  # nothing but a blank stands between it and the token before


@define(slots=True, eq=False)
class Figure:
    """A printed number: ``value`` unsigned, with its digits and printed multiplier.

    ``sign`` is a printed one ("+0.4%"); ``unit`` as in :class:`~chinamkt.model.quantities.Points`;
    ``large`` where it was printed with million, billion, 亿 ...: a sum, never a price or a level.
    """

    value: Decimal
    unit: str | None = None
    upper: Decimal | None = None
    bound: Bound = Bound.EXACT
    sign: int = 0
    large: bool = False
    peak: bool = False  # "as much as": the extreme of the session so far
    reach: bool = False  # "as low as": the extreme as a level
    far: bool = False  # "as far as": which extreme, the verb says
    low: bool = False  # of such an extreme: the lower one
    start: int = 0
    end: int = 0
