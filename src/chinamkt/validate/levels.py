"""Whether the levels that a text states go together: a pair "to X from Y", a table's rows, the order within a day, the year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from attrs import frozen

from chinamkt.model.facts import Basis, Direction, Phase, PriceMove
from chinamkt.model.instruments import Index
from chinamkt.model.printed import Interval, is_printable, round_like, wide_arithmetic
from chinamkt.model.quantities import Bound, ExchangeRate, Level, Money
from chinamkt.model.report import Abstention, Finding, Report, Severity
from chinamkt.model.text import Span
from chinamkt.reference.market.ranges import index_range
from chinamkt.validate.protocol import Context
from chinamkt.validate.rule import MoveRule, Wrong
from chinamkt.validate.whereabouts import stated_year
from chinamkt.validate.words import Places, is_coarse, spans_of, words_at

__all__ = ["IndexRange", "IntradayOrder", "LevelPair", "index_range_rule", "intraday_order", "level_pair"]

_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_MONEY = r"(?:HK\$|US\$|RMB|[$¥€£])?\s?"
_UNIT = r"(?:\s?(?:points?|pts|yuan|点|點|元|港元))?"
#: "to 23,916.06 from 24,069.94"; what stands behind the second level may move it to another day.
_FROM, _TO = rf"from {_MONEY}(?P<from>{_NUMBER}){_UNIT}", rf"(?P<to>{_NUMBER}){_UNIT}"
_BEHIND = r"(?P<behind>.{0,24})"
_TO_FROM = re.compile(rf"{_TO},? {_FROM}{_BEHIND}", re.DOTALL)
_FROM_TO = re.compile(rf"\b{_FROM} to {_MONEY}{_TO}{_BEHIND}", re.DOTALL)
_FROM_TO_ZH = re.compile(rf"[由从從](?P<from>{_NUMBER}){_UNIT}[^\d，。,;；]{{0,4}}[至到]{_TO}{_BEHIND}", re.DOTALL)
#: The pair ends the statement, or the second level is said to be of the day before.
_SAME_DAY = re.compile(
    r"\s*(?:[.;:)）。；、]|[,，](?!\s?(?:its|the|an?) (?:\w+ )?(?:low|high|peak|top|trough|level|record|bottom|close)\b)|$|\n|"
    r"(?:a|the) (?:day|session) (?:earlier|before)|(?:and|but|while|as|after)\b|previously|yesterday|"
    r"(?:at|on) (?:the |its )?(?:previous|prior|last|yesterday)\b)",
    re.IGNORECASE,
)


@frozen(slots=True)
class LevelPair:
    """Finds levels told in pairs that the change beside them does not fit: "fell 0.64% to 23,916.06 from 29,069.94".

    It judges "to X from Y" and "from X to Y" beside a change, and rows of tables that give two levels and their
    difference, where at least three rows of the table add up. Abstains where the second level may be of another day than
    the change, and where figures are only roughly told.
    """

    code: str = "level-pair"
    severity: Severity = Severity.ERROR
    needs: tuple[str, ...] = ()

    def check(self, report: Report, context: Context) -> Iterator[Finding | Abstention]:
        """First the statements, then the tables."""
        for move in report.moves:
            said = self._statement(report, move)
            if isinstance(said, str):
                yield Abstention(code=self.code, reason=said, fact=move)
            elif said is not None:
                yield Finding(
                    code=self.code,
                    severity=self.severity,
                    message=said.message,
                    facts=(move,),
                    spans=spans_of(move),
                    hint=said.hint,
                )
        yield from self._tables(report)

    def _statement(self, report: Report, move: PriceMove) -> Wrong | str | None:
        level, figure = move.level, move.percent or move.points
        if level is None or move.evidence is None or (figure is None and move.direction is None):
            return None
        start, end = move.evidence.span.start, move.evidence.span.end
        words = report.text[start:end] + report.text[end : end + 60].partition("\n")[0]
        found = next((one for one in _pairs(words) if Decimal(one["to"].replace(",", "")) == level.value), None)
        if found is None:
            return None
        before = Decimal(found["from"].replace(",", ""))
        if not (is_printable(before) and is_printable(level.value)) or before <= 0:
            return "a figure that no report prints"
        if not _SAME_DAY.match(found["behind"]):
            return "the other level may be of another day"
        if level.bound is not Bound.EXACT or (figure is not None and figure.bound is not Bound.EXACT):
            return "a figure is not exact"
        if any(is_coarse(words_at(report, move, number)) for number in move.evidence.numbers):
            return "a figure is written in multiples or fractions"
        return _judge_pair(move, level, before)

    def _tables(self, report: Report) -> Iterator[Finding]:
        places = Places(report)
        for rows in _tables(report.text):
            right = sum(1 for row in rows if row.adds_up)
            for row in rows:
                if right >= 3 and right > len(rows) // 2 and not row.adds_up:
                    yield Finding(
                        code=self.code,
                        severity=self.severity,
                        message=f"from {row.before} to {row.after} is {row.after - row.before:+}, not {row.change:+}",
                        facts=places.at(row.span),
                        spans=(row.span,),
                        hint=f"a change of {row.after - row.before:+}, or other levels",
                    )


level_pair = LevelPair()


def _pairs(words: str) -> Iterator[re.Match[str]]:
    for pattern in (_TO_FROM, _FROM_TO, _FROM_TO_ZH):
        yield from pattern.finditer(words)


def _judge_pair(move: PriceMove, level: Level | Money | ExchangeRate, before: Decimal) -> Wrong | None:
    """Two levels against the change in percent, else in points, else against the direction."""
    with wide_arithmetic():
        then, now = Interval.printed(before), Interval.printed(level.value)
        if then.low <= 0:
            return None
        if move.percent is not None and is_printable(move.percent.value):
            printed = move.percent.value
            made = Interval(100 * (now.low / then.high - 1), 100 * (now.high / then.low - 1))
            told, unit = 100 * (level.value / before - 1), "%"
        elif move.points is not None and move.points.unit == level.unit and is_printable(move.points.value):
            printed = move.points.value
            made = Interval(now.low - then.high, now.high - then.low)
            told, unit = level.value - before, f" {level.unit}"
        elif move.direction in (Direction.UP, Direction.DOWN) and move.percent is None and move.points is None:
            if isinstance(level, ExchangeRate) or move.of is not None:
                return None  # a stronger currency is a lower rate
            wrong = now.high < then.low if move.direction is Direction.UP else now.low > then.high
            message = f"{move.direction.value} from {before} to {level.value}"
            return Wrong(message=message, hint="the levels the other way round") if wrong else None
        else:
            return None
        if isinstance(level, ExchangeRate):  # the sign is of a currency, and the change may be of its worth
            printed, made = printed.copy_abs(), _sizes(made)
        if made.meets(Interval.printed(printed, units=Decimal("1.5"))):
            return None
        return Wrong(
            message=f"from {before} to {level.value} is {round_like(told, printed)}{unit}, not {printed}{unit}",
            hint=f"a change of {round_like(told, printed)}{unit}, or other levels",
        )


def _sizes(made: Interval) -> Interval:
    ends = sorted((abs(made.low), abs(made.high)))
    return Interval(Decimal(0) if made.low <= 0 <= made.high else ends[0] * Decimal("0.9"), ends[1] * Decimal("1.1"))


@frozen(slots=True)
class _Row:
    span: Span
    before: Decimal
    after: Decimal
    change: Decimal

    @property
    def adds_up(self) -> bool:
        with wide_arithmetic():
            made = Interval.printed(self.after - self.before, units=Decimal(1))
            return made.meets(Interval.printed(self.change))


_ROW = re.compile(
    rf"^(?P<row>[^\d\n]{{0,80}}?[ \t]*(?<![\d.,+−-])(?P<before>{_NUMBER})[ \t|]+(?P<after>{_NUMBER})[ \t|]+"
    rf"(?P<sign>[+−-])(?P<change>{_NUMBER}))[ \t|]*$",
    re.MULTILINE,
)
#: Blank lines, and short lines without figures (a heading, a name that was broken), stand between the rows of one table.
_BETWEEN = re.compile(r"(?:[^\d\n]{0,60}\n){0,4}[^\d\n]{0,60}")


def _tables(text: str) -> Iterator[list[_Row]]:
    """Runs of lines that end in two levels and a signed change."""
    rows: list[_Row] = []
    for found in _ROW.finditer(text):
        figures = [Decimal(found[name].replace(",", "")) for name in ("before", "after", "change")]
        if not all(map(is_printable, figures)):
            continue
        change = figures[2] if found["sign"] == "+" else -figures[2]
        if rows and not _BETWEEN.fullmatch(text[rows[-1].span.end : found.start()]):
            yield rows
            rows = []
        rows.append(_Row(Span(*found.span("row")), figures[0], figures[1], change))
    if rows:
        yield rows


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
