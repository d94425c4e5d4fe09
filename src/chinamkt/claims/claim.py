"""Claims: what a sentence says, as written, before instruments and sessions are resolved."""

from __future__ import annotations

from typing import Any

from attrs import Factory, define

from chinamkt.model.facts import Basis, Phase, Superlative
from chinamkt.rules.token import Figure

__all__ = ["Claim", "Statement", "Subject"]

NAMED, UNKNOWN, SECTOR, NONMARKET, LOST = "named", "unknown", "sector", "nonmarket", "lost"


@define(slots=True, eq=False)
class Subject:
    """Who a claim is about, as written.

    :param kind: ``named`` (``entry`` is its row), ``unknown`` (capitalised words), ``sector``,
        ``nonmarket`` (profit, GDP: its figures are no facts) or ``lost`` (a word nobody can place).
    :param listing: words or a code beside it that say which listing is meant.
    """

    kind: str
    name: str
    start: int
    end: int
    entry: Any = None
    listing: list[Any] = Factory(list)

    @property
    def family(self) -> str:
        """``index``, ``security``, ``fx``, ... of a named subject, else its kind."""
        return self.entry.kind if self.entry is not None else self.kind


@define(slots=True, eq=False)
class Claim:
    """One statement about one subject; figures are unsigned but for a printed sign."""

    subject: Subject
    kind: str = "move"  # move, turnover, flow
    percent: Figure | None = None
    points: Figure | None = None
    level: Figure | None = None
    amount: Figure | None = None
    sign: int = 0
    flat: bool = False  # "little changed"
    phase: Phase | None = None
    basis: Basis | None = None
    basis_from: Any = None
    superlative: Superlative | None = None
    date: Any = None
    date_span: tuple[int, int] | None = None
    verb: tuple[int, int] | None = None
    start: int = 0
    end: int = 0
    rule: str = ""
    channel: str = ""
    sentence: int = 0
    segment: int = 0
    headline: bool = False
    group: list[Subject] = Factory(list)  # all whom the statement is about
    against: Subject | None = None
    fixing: bool = False
    per: str | None = None


@define(slots=True, eq=False)
class Statement:
    """A claim in the making: one group of subjects, the figures said of it so far."""

    group: list[Subject]
    start: int
    end: int
    percents: list[Figure] = Factory(list)
    points: list[Figure] = Factory(list)
    levels: list[Figure] = Factory(list)
    sign: int = 0
    signed_by: str = ""  # verb, noun, behind, gap, flat, ...
    verb: tuple[int, int] | None = None
    rule: str = ""
    phase: Any = None  # a Phase, or "peak"
    tentative: bool = False  # the phase comes from a verb that may begin the next statement
    basis: Any = None  # (basis, its start, the side it says)
    superlative: Any = None
    date: Any = None
    date_span: tuple[int, int] | None = None
    wider: list[Subject] = Factory(list)  # the whole list that a relative clause stands behind
    against: Subject | None = None  # "the dollar rose against the yuan"
    fixing: bool = False  # the central bank set it
    per: str | None = None  # "1.0917 franc per euro": the currency that one unit is of
    awaits: bool = False  # "a 2% drop in ...": the subject may follow

    @property
    def empty(self) -> bool:
        """Nothing has been said yet."""
        return not (self.percents or self.points or self.levels)
