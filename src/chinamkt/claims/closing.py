"""A statement becomes claims: one a subject, its figures dealt out in order or given to each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from chinamkt.claims.claim import NAMED, Claim, Statement
from chinamkt.model.facts import Extreme, Phase, Superlative
from chinamkt.rules.token import Figure

if TYPE_CHECKING:
    from chinamkt.rules.language import Language

__all__ = ["amount_superlative", "claims_of", "signed_superlative"]


def claims_of(statement: Statement, language: Language) -> list[Claim]:
    """The claims of a statement; a change without a direction is none."""
    if statement.empty:
        return []
    out: list[Claim] = []
    if statement.phase == "peak":  # "at one point": the extreme so far
        sign = statement.sign or next((figure.sign for figure in statement.percents + statement.points), 0)
        statement.phase = Phase.LOW if sign < 0 else Phase.HIGH
    group = statement.group
    basis, since = statement.basis[:2] if isinstance(statement.basis, tuple) else (statement.basis, None)
    for place, subject in enumerate(group):
        percent = _share(statement.percents, place, len(group))
        points = _share(statement.points, place, len(group))
        level = _share(statement.levels, place, len(group))
        sign = (percent.sign if percent else 0) or (points.sign if points else 0) or statement.sign
        if not sign:
            percent = points = None
        if percent is None and points is None and (level is None or subject.kind != NAMED):
            continue
        out.append(
            Claim(
                subject,
                percent=percent,
                points=points,
                level=level,
                sign=sign if percent or points or statement.sign else 0,
                flat=statement.signed_by == "flat",
                superlative=_superlative(statement, sign),
                phase=statement.phase,
                basis=basis,
                basis_from=since,
                group=group,
                against=statement.against,
                fixing=statement.fixing,
                per=statement.per,
                date=statement.date,
                date_span=statement.date_span,
                verb=statement.verb,
                start=statement.start,
                end=statement.end,
                rule=statement.rule,
            )
        )
    return out


def amount_superlative(value: Any) -> Superlative | None:
    """A superlative beside a sum of money: of its size, whatever the words say of a move."""
    if isinstance(value, Superlative):
        found: Superlative = value
    elif isinstance(value[1], Superlative):
        found = value[1]
    else:
        return Superlative(Extreme.HIGH, value[1])
    return {Extreme.GAIN: Superlative(Extreme.HIGH, found.since), Extreme.LOSS: Superlative(Extreme.LOW, found.since)}.get(
        found.kind, found
    )


def _share(figures: list[Figure], place: int, members: int) -> Figure | None:
    if not figures:
        return None
    if len(figures) == members:
        return figures[place]
    if len(figures) == 1:
        return figures[0]
    return figures[0] if members == 1 else None


def _superlative(statement: Statement, sign: int) -> Superlative | None:
    value = statement.superlative
    if isinstance(value, tuple) and value[0] in ("closing", "signed-closing") and statement.phase is None:
        statement.phase = Phase.CLOSE
    if statement.phase is Phase.LOW and isinstance(value, tuple) and value[0] == "signed-level":
        value = Superlative(Extreme.LOW, value[1])  # "as low as $70,000, a price last seen in May"
    found = signed_superlative(value, sign)
    if found is not None and sign and found.kind is (Extreme.LOSS if sign > 0 else Extreme.GAIN):
        return None  # "gained 0.3%, rebounding from the biggest drop in a month"
    return found


def signed_superlative(value: Any, sign: int) -> Superlative | None:
    """A superlative as a rule reads it, with the direction of its figure: the worst day of a loss."""
    if value is None or isinstance(value, Superlative):
        return value
    what, detail = value
    if what == "signed":
        return Superlative(Extreme.GAIN if sign > 0 else Extreme.LOSS, detail)
    if what in ("signed-level", "signed-closing"):
        return Superlative(Extreme.HIGH if sign >= 0 else Extreme.LOW, detail)
    found: Superlative = detail
    return found
