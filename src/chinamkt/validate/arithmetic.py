"""Whether level, points and percentage of one statement go together.

A level less its points is the previous close, and the points over that are the
percentage. Each printed figure stands for an interval, so their corners give the interval
of percentages that level and points allow; where the printed percentage's own interval
misses it, one of the three is wrong. A miss that a dropped digit of the percentage would
explain (some vendors cut off instead of rounding) is only a warning; one that digits cut off
the points or the level explain, as where whole points stand beside two decimals of a per
cent, is a note. Source: market-rules.md, section 7.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from attrs import frozen

from chinamkt.model.facts import Basis, PriceMove
from chinamkt.model.printed import Interval, is_printable, round_like, wide_arithmetic
from chinamkt.model.quantities import Bound, Level, Money, Points
from chinamkt.model.report import Abstention, Finding, Report, Severity
from chinamkt.validate.odd_one import Triple, odd_one, percent_of, percents_of
from chinamkt.validate.protocol import Context
from chinamkt.validate.words import is_coarse, spans_of, words_at

__all__ = ["ArithmeticMismatch", "arithmetic_mismatch"]

#: A rounded percentage, made one unit of its last digit worse.
_ONE_UNIT_MORE = Decimal("1.5")
#: What may have happened, by how far they miss.
_CUT = {
    Severity.ERROR: "",
    Severity.WARNING: "; cut off instead of rounded?",
    Severity.INFO: "; points or level cut off, the percentage made of the full figures?",
}


@frozen(slots=True)
class ArithmeticMismatch:
    """Finds level, points and percentage that can't all be right.

    It judges moves for which all three are stated, and abstains unless they are without
    "about" and the like, for a day's move, in plain digits and in units of one kind: index
    points, one currency, or a yield in per cent and its change in basis points.
    """

    code: str = "arithmetic-mismatch"
    severity: Severity = Severity.ERROR
    needs: tuple[str, ...] = ()

    def check(self, report: Report, context: Context) -> Iterator[Finding | Abstention]:
        """One finding for each triple that fails."""
        for move in report.moves:
            triple = _triple(report, move)
            if isinstance(triple, str):
                yield Abstention(code=self.code, reason=triple, fact=move)
            elif triple is not None and (finding := self._compare(report, move, triple)) is not None:
                yield finding

    def _compare(self, report: Report, move: PriceMove, triple: Triple) -> Finding | None:
        with wide_arithmetic():
            severity = _verdict(triple)
            if severity is None:
                return None
            odd = odd_one(report, move, triple) if severity is Severity.ERROR else None
            return self._finding(move, triple, severity, odd)

    def _finding(self, move: PriceMove, triple: Triple, severity: Severity, odd: str | None) -> Finding:
        made = percent_of(triple.level, triple.points)
        cut = _CUT[severity]
        return Finding(
            code=self.code,
            severity=severity,
            message=f"{triple.points} to {triple.level} {triple.unit} is {_one_digit_more(made, triple.percent)}%, "
            f"not {triple.percent}%{cut}",
            facts=(move,),
            spans=spans_of(move),
            hint=_what_would_agree(triple) + (f"; the odd one is {odd}" if odd else ""),
        )


arithmetic_mismatch = ArithmeticMismatch()


def _triple(report: Report, move: PriceMove) -> Triple | str | None:
    """The three figures; ``None`` where there are fewer, else why they can't be compared."""
    level, points, percent = move.level, move.points, move.percent
    if level is None or points is None or percent is None:
        return None
    if move.basis is not Basis.DAY:
        return f"the change is over {move.basis.value}, not a day"
    change = _in_unit_of(points, level) if isinstance(level, Level | Money) and is_printable(points.value) else None
    if change is None:
        return f"the level is in {level.unit}, the change in {points.unit}"
    if not level.bound is points.bound is percent.bound is Bound.EXACT:
        return "a figure is not exact"
    if not all(is_printable(figure.value) for figure in (level, points, percent)):
        return "a figure that no report prints"
    numbers = move.evidence.numbers if move.evidence else ()
    if any(is_coarse(words_at(report, move, number)) for number in numbers):
        return "a figure is written in multiples or fractions"
    if level.unit == "percent" and Interval.printed(change).meets(Interval.printed(percent.value)):
        return "the per cent may be percentage points of the yield"
    return Triple(level.value, change, percent.value, level.unit)


def _in_unit_of(points: Points, level: Level | Money) -> Decimal | None:
    """The change in the unit of the level, its last digit where it was: 3 basis points of a yield are 0.03 per cent.

    ``None`` where the one is none of the other.
    """
    if points.unit == level.unit:
        return points.value
    from pint.errors import DimensionalityError

    try:
        factor: Decimal = (points.quantity / points.value).to(level.quantity.units).magnitude if points.value else Decimal(1)
    except DimensionalityError:
        return None
    return points.value * factor.normalize()


def _verdict(triple: Triple) -> Severity | None:
    """``None`` where the three agree, or where the previous close may have been zero."""
    allowed = percents_of(Interval.printed(triple.level), Interval.printed(triple.points))
    if allowed is None or allowed.meets(Interval.printed(triple.percent)):
        return None
    loosely = percents_of(Interval.cut_off(triple.level), Interval.cut_off(triple.points))
    if loosely is None or loosely.meets(Interval.printed(triple.percent)):
        return Severity.INFO
    if loosely.meets(Interval.printed(triple.percent, units=_ONE_UNIT_MORE)):
        return Severity.WARNING
    return Severity.ERROR


def _what_would_agree(triple: Triple) -> str:
    """For each of the three, the value that goes with the other two."""
    level, points, percent = triple.level, triple.points, triple.percent
    agreeing = [f"{round_like(percent_of(level, points), percent)}%"]
    if percent > -100:
        agreeing.append(f"a change of {round_like(level * percent / (100 + percent), points)}")
    close = Interval.printed(percent)
    if points and close.low * close.high > 0:
        low, high = sorted(points + 100 * points / end for end in (close.low, close.high))
        if low > 0:
            agreeing.append(f"a level between {round_like(low, level)} and {round_like(high, level)}")
    return "the other two agree with " + ", or ".join(agreeing)


def _one_digit_more(value: Decimal, model: Decimal) -> Decimal:
    return round_like(value, model.scaleb(-1))
