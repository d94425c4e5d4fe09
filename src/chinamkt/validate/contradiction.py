"""Whether a report contradicts itself: a headline and its body, one close with two levels."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from attrs import frozen

from chinamkt.model.facts import Basis, Direction, Phase, PriceMove
from chinamkt.model.printed import Interval, is_printable, wide_arithmetic
from chinamkt.model.quantities import Bound, Percent, Points
from chinamkt.model.report import Abstention, Finding, Report, Severity
from chinamkt.model.text import Span
from chinamkt.validate.compare import Statement, conflicts
from chinamkt.validate.protocol import Context
from chinamkt.validate.words import BENCHMARKS, spans_of

__all__ = ["SelfContradiction", "self_contradiction"]

_TWO_WAYS = {Direction.UP, Direction.DOWN}


@frozen(slots=True)
class SelfContradiction:
    """Finds two statements of one article that can't both be true.

    Two figures for one close, open or midday break; two previous closes that levels and changes of one day imply; and a
    headline that has the figure of its body going the other way, told of the index itself or of the market that goes by it.
    Abstains on two closes of one instrument that differ, where the text does not give both days.
    """

    code: str = "self-contradiction"
    severity: Severity = Severity.ERROR
    needs: tuple[str, ...] = ()

    def check(self, report: Report, context: Context) -> Iterator[Finding | Abstention]:
        """At most one finding for two facts."""
        told: set[frozenset[int]] = set()
        for number in dict.fromkeys(move.article for move in report.moves):
            moves = [move for move in report.moves if move.article == number]
            for finding in (*self._headline(report, number, moves), *self._figures(report, moves)):
                pair = frozenset(id(fact) for fact in finding.facts)
                if pair not in told:
                    told.add(pair)
                    yield finding
            yield from self._undated(moves)

    def _headline(self, report: Report, number: int, moves: list[PriceMove]) -> Iterator[Finding]:
        """A headline repeats the body: the same figure, but the other way."""
        headline = next((article.headline for article in report.articles if article.number == number), None)
        if headline is None:
            return
        above = [move for move in moves if _stands_in(move, headline)]
        for head in above:
            for body in moves:
                if body in above or not _same_day(head, body) or {head.direction, body.direction} != _TWO_WAYS:
                    continue
                own = head.instrument.subject == body.instrument.subject
                same = _same_size(head, body)
                if same and (own or body.instrument.subject in BENCHMARKS.get(head.instrument.subject, ())):
                    severity = Severity.ERROR if own else Severity.WARNING
                    message = f"the headline says {same[0]}, the body {same[1]} of {body.instrument.subject}"
                    yield self._finding((head, body), severity, message, "both the same way")
                    break

    def _figures(self, report: Report, moves: list[PriceMove]) -> Iterator[Finding]:
        for conflict in conflicts(Statement("", move, report) for move in moves):
            facts = tuple(statement.fact for statement in conflict.statements)
            values = " and ".join(text for text, _ in conflict.values)
            what = conflict.figure if conflict.phase is None else f"{conflict.figure} at the {conflict.phase.value}"
            pair = tuple(dict.fromkeys(facts))
            yield self._finding(pair, conflict.severity, f"two values of one {what}, {conflict.date}: {values}", conflict.hint)

    def _undated(self, moves: list[PriceMove]) -> Iterator[Abstention]:
        closes = [move for move in moves if move.phase is Phase.CLOSE and move.basis is Basis.DAY and move.level is not None]
        said: set[int] = set()
        for one, other in combinations(closes, 2):
            undated = next((move for move in (one, other) if move.date is None or move.date.date is None), None)
            if one.instrument.subject != other.instrument.subject or undated is None or id(undated) in said:
                continue
            if one.level and other.level and one.level.value != other.level.value:
                said.add(id(undated))
                yield Abstention(code=self.code, reason="two closes, but not both days are known", fact=undated)

    def _finding(self, facts: tuple[object, ...], severity: Severity, message: str, hint: str) -> Finding:
        moves = tuple(fact for fact in facts if isinstance(fact, PriceMove))
        return Finding(
            code=self.code, severity=severity, message=message, facts=moves, spans=spans_of(*moves), hint=hint
        )  # fmt: skip


self_contradiction = SelfContradiction()


def _stands_in(move: PriceMove, span: Span) -> bool:
    return move.evidence is not None and span.start <= move.evidence.span.start and move.evidence.span.end <= span.end


def _same_day(one: PriceMove, other: PriceMove) -> bool:
    """Both of a day's move, on one day as far as the text tells, and not at two different times of it."""
    if one.basis is not Basis.DAY or other.basis is not Basis.DAY:
        return False
    if one.date is not None and other.date is not None and one.date != other.date:
        return False
    return one.phase is None or other.phase is None or one.phase is other.phase


def _same_size(one: PriceMove, other: PriceMove) -> tuple[str, str] | None:
    """A figure of the one that is a figure of the other as rounded, with the other sign; two digits at least."""
    pairs = ((one.points, other.points), (one.percent, other.percent))
    for mine, yours in pairs:
        if mine is not None and yours is not None:
            exact = mine.bound is yours.bound is Bound.EXACT
            units = {getattr(figure, "unit", "%") for figure in (mine, yours)}
            same = exact and len(units) == 1 and _agree(mine.value, yours.value)
            return (_told(mine), _told(yours)) if same else None
    return None


def _agree(one: Decimal, other: Decimal) -> bool:
    if min(len(one.as_tuple().digits), len(other.as_tuple().digits)) < 2 or not (is_printable(one) and is_printable(other)):
        return False
    with wide_arithmetic():
        return Interval.printed(one.copy_abs()).meets(Interval.printed(other.copy_abs()))


def _told(figure: Points | Percent) -> str:
    return f"{figure.value}%" if isinstance(figure, Percent) else f"{figure.value} {figure.unit}"
