"""What bars say of a fact."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from attrs import frozen

__all__ = ["Part", "Ruling", "Verdict", "superlative_contradicted", "superlative_open"]


class Ruling(StrEnum):
    """Whether the bars show a figure, rule it out, or leave it open."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    UNDECIDABLE = "not decidable"


#: From the worst to the best that can be said of a whole fact.
_ORDER = (Ruling.CONTRADICTED, Ruling.UNDECIDABLE, Ruling.SUPPORTED)


@frozen(slots=True, kw_only=True)
class Part:
    """What bars say of one thing that a fact states.

    :param figure: ``percent``, ``points``, ``level``, ``direction``, ``superlative``, ``previous close`` (what level and
        change imply together), or ``date``.
    :param numbers: the figures of the bars that it rests on, by name.
    :param slight: contradicted, but something common would explain it: digits cut off instead of rounded, a share
        that went ex dividend, an "over" that is far over, a figure of the day that is not its close.
    """

    figure: str
    value: Ruling
    why: str
    numbers: tuple[tuple[str, Decimal], ...] = ()
    slight: bool = False


@frozen(slots=True, kw_only=True)
class Verdict:
    """What bars say of a fact: the worst of its parts.

    :param value: contradicted where one part is; supported where all are.
    :param why: the reason of the part that decides, or why nothing can be judged.
    :param numbers: the figures of the bars behind it.
    """

    value: Ruling
    why: str
    numbers: tuple[tuple[str, Decimal], ...] = ()
    parts: tuple[Part, ...] = ()

    @classmethod
    def of(cls, parts: tuple[Part, ...]) -> Verdict:
        """The verdict that the parts make; there is at least one."""
        worst = min(parts, key=lambda part: (_ORDER.index(part.value), part.slight))
        return cls(value=worst.value, why=worst.why, numbers=worst.numbers, parts=parts)


def superlative_open(why: str) -> Part:
    """A superlative that the bars leave open."""
    return Part(figure="superlative", value=Ruling.UNDECIDABLE, why=why)


def superlative_contradicted(why: str, *, numbers: tuple[tuple[str, Decimal], ...] = (), slight: bool = False) -> Part:
    """A superlative that the bars rule out; ``slight`` where something common would explain it."""
    return Part(figure="superlative", value=Ruling.CONTRADICTED, why=why, numbers=numbers, slight=slight)
