"""Whether levels that are told in pairs go with the change beside them: "to X from Y", and the rows of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from attrs import frozen

from chinamkt.model.facts import Direction, PriceMove
from chinamkt.model.printed import Interval, is_printable, round_like, wide_arithmetic
from chinamkt.model.quantities import Bound, ExchangeRate, Level, Money
from chinamkt.model.report import Abstention, Finding, Report, Severity
from chinamkt.model.text import Span
from chinamkt.validate.protocol import Context
from chinamkt.validate.rule import Wrong
from chinamkt.validate.words import Places, is_coarse, spans_of, words_at

__all__ = ["LevelPair", "level_pair"]

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
