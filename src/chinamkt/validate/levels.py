"""Whether the levels of a day stand in their order, and lie where the index was that year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from chinamkt.model.facts import Basis, Phase, PriceMove
from chinamkt.model.instruments import Index
from chinamkt.model.printed import Interval, is_printable, wide_arithmetic
from chinamkt.model.quantities import Bound, Level, Money
from chinamkt.model.report import Abstention, Finding, Report, Severity
from chinamkt.reference.market.ranges import index_range
from chinamkt.validate.protocol import Context
from chinamkt.validate.rule import MoveRule, Wrong
from chinamkt.validate.whereabouts import stated_year
from chinamkt.validate.words import is_coarse, spans_of, words_at

__all__ = ["IndexRange", "IntradayOrder", "index_range_rule", "intraday_order"]


@frozen(slots=True)
class IntradayOrder:
    """Finds a day's low above, or its high below, another figure of the same day: up as much as 2.3%, closed 3.2% higher.

    It compares levels, and changes against the previous close, of one instrument in one article. Abstains where the day of
    a figure is not the same for sure, and where the high is only one of a part of the day ("in early trade").
    """

    code: str = "intraday-order"
    severity: Severity = Severity.ERROR
    needs: tuple[str, ...] = ()

    def check(self, report: Report, context: Context) -> Iterator[Finding | Abstention]:
        """At most one finding for each high and low."""
        groups: dict[tuple[str, int], list[PriceMove]] = {}
        for move in report.moves:
            groups.setdefault((move.instrument.subject, move.article), []).append(move)
        for group in groups.values():
            moves = group[:_MOST]
            for bound in moves:
                if bound.phase in (Phase.HIGH, Phase.LOW) and len(moves) > 1:
                    yield from self._judge(report, bound, moves)

    def _judge(self, report: Report, bound: PriceMove, moves: list[PriceMove]) -> Iterator[Finding | Abstention]:
        if _PART_OF_DAY.search(_around(report, bound)):
            yield Abstention(code=self.code, reason="the figure may be one of a part of the day", fact=bound)
            return
        high = bound.phase is Phase.HIGH
        for other in moves:
            if other is bound or other.phase not in _WITHIN or other.phase is bound.phase:
                continue
            pair = _comparable(bound, other)
            if pair is None:
                continue
            if not _one_day(report, bound, other):
                yield Abstention(code=self.code, reason="the two figures may be of different days", fact=bound)
                return
            (mine, yours), unit = pair
            with wide_arithmetic():
                outside = mine.high < yours.low if high else mine.low > yours.high
            if outside:
                what = ("high", "above") if high else ("low", "below")
                told = f"{_figure(bound, unit)} as the day's {what[0]}, {_figure(other, unit)} at the {other.phase.value}"
                yield Finding(
                    code=self.code,
                    severity=self.severity,
                    message=told,
                    facts=(bound, other),
                    spans=spans_of(bound, other),
                    hint=f"no figure of the day {what[1]} its {what[0]}",
                )
                return


intraday_order = IntradayOrder()

#: No article tells more of one instrument; every two are compared.
_MOST = 100
_NEAR = 150
_WITHIN = frozenset((Phase.OPEN, Phase.MORNING, Phase.INTRADAY, Phase.CLOSE, Phase.HIGH, Phase.LOW))
_PART_OF_DAY = re.compile(
    r"\b(?:early|earlier|morning|afternoon|opening|initial|first|by (?:noon|midday)|half|late|minutes?|hours?)\b|"
    r"早|午|[开開]盘初|尾盘|尾盤|[时時][段分]",
    re.IGNORECASE,
)


def _around(report: Report, move: PriceMove) -> str:
    """The sentence of a fact, roughly: its quote and a little beyond."""
    if move.evidence is None:
        return ""
    span = move.evidence.span
    return report.text[max(0, span.start - 30) : span.end + 30] or move.evidence.quote


def _comparable(one: PriceMove, other: PriceMove) -> tuple[tuple[Interval, Interval], str] | None:
    """Levels of both, else changes in percent of both, as printed."""
    levels = (one.level, other.level)
    if all(isinstance(level, Level | Money) and level.bound is Bound.EXACT and is_printable(level.value) for level in levels):
        first, second = (level for level in levels if level is not None)
        if first.unit == second.unit:
            return (Interval.printed(first.value), Interval.printed(second.value)), first.unit
    percents = (one.percent, other.percent)
    if one.basis is other.basis is Basis.DAY and all(
        percent is not None and percent.bound is Bound.EXACT and is_printable(percent.value) for percent in percents
    ):
        figures = [percent.value for percent in percents if percent is not None]
        return (Interval.printed(figures[0]), Interval.printed(figures[1])), "%"
    return None


def _figure(move: PriceMove, unit: str) -> str:
    if unit == "%" or move.level is None:
        return f"{move.percent.value if move.percent else '?'}%"
    return f"{move.level.value} {unit}"


def _one_day(report: Report, one: PriceMove, other: PriceMove) -> bool:
    """The same full date; or none, in statements side by side without words or a superlative that could tell them apart."""
    if one.date != other.date or (one.date is not None and one.date.date is None):
        return False
    if one.date is not None or one.evidence is None or other.evidence is None:
        return one.date is not None
    words = {words_at(report, move, move.evidence.date if move.evidence else None) for move in (one, other)}
    spans = sorted((one.evidence.span, other.evidence.span), key=lambda span: span.start)
    near = spans[1].start - spans[0].end < _NEAR
    return len(words) == 1 and near and one.superlative is None and other.superlative is None


@frozen(slots=True)
class IndexRange(MoveRule):
    """Finds a level of an index beyond what it was in that year. Table: ranges of the main indices since 2007.

    Abstains without a year, for years and indices without a range, and for levels that are only roughly told.
    """

    code: str = "index-range"
    severity: Severity = Severity.WARNING

    def judge_move(self, report: Report, move: PriceMove) -> Wrong | str | None:
        """See the class."""
        level = move.level
        if not isinstance(move.instrument, Index) or not isinstance(level, Level) or level.unit != "points":
            return None
        if level.bound is not Bound.EXACT or not is_printable(level.value):
            return "the level is only roughly told"
        year = stated_year(report, move)
        if year is None:
            return "no year"
        if move.date is None and move.percent is None and move.points is None and move.phase is None:
            return "the level may be of another year"
        known = index_range(move.instrument.slug, year)
        if known is None:
            return f"no range is known of {move.instrument.slug} in {year}"
        numbers = move.evidence.numbers if move.evidence else ()
        if any(is_coarse(words_at(report, move, number)) for number in numbers):
            return "the level is written in multiples or fractions"
        with wide_arithmetic():
            printed = Interval.printed(level.value)
            if known.holds(printed.low, printed.high):
                return None
        told = f"{known.low} to {known.high}"
        return Wrong(message=f"{level.value} in {year}, when the index was {told}", hint=told)


index_range_rule = IndexRange()
