"""Facts against daily bars, where the context gives them.

The rulings are those of :func:`chinamkt.bars.judge`; what is contradicted is a finding, what is not decidable an
abstention. Source of the rules on superlatives: market-rules.md, section 9.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from attrs import frozen

from chinamkt.bars.judge import judge
from chinamkt.bars.series import Bars
from chinamkt.bars.verdict import Part, Ruling
from chinamkt.errors import InvalidValue
from chinamkt.model.dates import PartialDate
from chinamkt.model.facts import Basis, Phase, PriceMove
from chinamkt.model.instruments import Index, Market, Sector, Security
from chinamkt.model.printed import Interval, is_printable
from chinamkt.model.quantities import Bound
from chinamkt.model.report import Abstention, Finding, Report, Severity
from chinamkt.validate.protocol import Context
from chinamkt.validate.words import spans_of

__all__ = [
    "BarsMismatch", "StaleSuperlative", "SuperlativeUnverified", "bars_mismatch", "stale_superlative", "superlative_unverified",
    "unsaid_phase",
]  # fmt: skip

#: Both markets keep the time of Beijing; Hong Kong's closing auction is over by ten past four.
_BEIJING = dt.timezone(dt.timedelta(hours=8))
_CLOSED = dt.time(16, 10)
#: By then New York has closed too.
_CLOSED_ELSEWHERE = dt.time(6, 0)
#: A report that speaks of these, and of no close, is one of that hour.
_EARLIER = (Phase.PREMARKET, Phase.OPEN, Phase.MORNING, Phase.INTRADAY)
_HERE = ("HK", "CN")
_MICS_HERE = ("XHKG", "XSHG", "XSHE", "BJSE")


@frozen(slots=True)
class BarsMismatch:
    """Finds moves, levels and days that the bars rule out.

    Figures without a phase are taken for the close in a report of the whole day: written after the close, or with some
    close of that day, or, where the hour is not known, without a word of the open or the morning. A miss that such a
    reading, a rounding or a dividend would explain is a warning.
    Abstains where there is no bar, and where the bars leave it open.
    """

    code: str = "bars-mismatch"
    severity: Severity = Severity.ERROR
    needs: tuple[str, ...] = ("bars",)

    def check(self, report: Report, context: Context) -> Iterator[Finding | Abstention]:
        """At most one finding for each move."""
        bars = bars_of(context)
        for move in report.moves:
            verdict = judge(move, bars, unsaid=unsaid_phase(report, move))
            wrong = [part for part in verdict.parts if part.value is Ruling.CONTRADICTED and part.figure != "superlative"]
            if wrong:
                yield self._finding(move, wrong)
            elif verdict.value is Ruling.UNDECIDABLE:
                yield Abstention(code=self.code, reason=verdict.why, fact=move)

    def _finding(self, move: PriceMove, wrong: list[Part]) -> Finding:
        plain = [part for part in wrong if not part.slight] or wrong
        return Finding(
            code=self.code,
            severity=Severity.WARNING if plain[0].slight else Severity.ERROR,
            message="; ".join(dict.fromkeys(part.why for part in plain)),
            facts=(move,),
            spans=spans_of(move),
            hint=_hint(plain),
        )


@frozen(slots=True)
class StaleSuperlative:
    """Finds "highest since March", "record" and the like that hold neither on closes nor on highs (lows).

    An error where the bars are complete, else a warning. Abstains where they don't reach back far enough.
    """

    code: str = "stale-superlative"
    severity: Severity = Severity.ERROR
    needs: tuple[str, ...] = ("bars",)

    def check(self, report: Report, context: Context) -> Iterator[Finding]:
        """At most one finding for each move; what can't be judged is told by ``superlative-unverified``."""
        bars = bars_of(context)
        for move in report.moves:
            part = _superlative(move, bars)
            if part is not None and part.value is Ruling.CONTRADICTED:
                series = bars.of(move.instrument.subject)
                sure = series is not None and series.complete and not part.slight
                yield Finding(
                    code=self.code,
                    severity=Severity.ERROR if sure else Severity.WARNING,
                    message=part.why,
                    facts=(move,),
                    spans=spans_of(move),
                    hint=_hint([part]),
                )


@frozen(slots=True)
class SuperlativeUnverified:
    """Notes the superlatives that the bars can't judge: no bars of the instrument, or none that reach back."""

    code: str = "superlative-unverified"
    severity: Severity = Severity.INFO
    needs: tuple[str, ...] = ("bars",)

    def check(self, report: Report, context: Context) -> Iterator[Finding]:
        """At most one finding for each move."""
        bars = bars_of(context)
        for move in report.moves:
            if move.superlative is None:
                continue
            part = _superlative(move, bars)
            if part is None or part.value is Ruling.UNDECIDABLE:
                yield Finding(
                    code=self.code,
                    severity=self.severity,
                    message=judge(move, bars).why if part is None else part.why,
                    facts=(move,),
                    spans=spans_of(move),
                    hint="bars that reach back to what it is compared with",
                )


bars_mismatch = BarsMismatch()
stale_superlative = StaleSuperlative()
superlative_unverified = SuperlativeUnverified()


def bars_of(context: Context) -> Bars:
    """The bars that a context gives.

    :raises InvalidValue: where they have no method ``of``.
    """
    bars = context["bars"]
    if not isinstance(bars, Bars) or isinstance(bars, type):
        raise InvalidValue(
            f"a {type(bars).__name__} gives no bars", source="Context.bars", hint="what chinamkt.bars.read_csv gives"
        )
    return bars


def _superlative(move: PriceMove, bars: Bars) -> Part | None:
    if move.superlative is None:
        return None
    return next((part for part in judge(move, bars).parts if part.figure == "superlative"), None)


def _hint(parts: list[Part]) -> str:
    named = dict(number for part in parts for number in part.numbers)
    return (
        "; ".join(f"{name}: {round(value, 4).normalize():f}" for name, value in list(named.items())[:4]) or "a day with a session"
    )


def unsaid_phase(report: Report, move: PriceMove) -> Phase | None:
    """The close, where a figure without a phase stands in a report of the whole day.

    That is one written after the close, or one that tells some close of the day, or, where its hour is not known, one
    that speaks of no earlier part of the day. Not for what is traded around the clock, for thresholds that were crossed
    ("fell below 24,000"), and where the article has the instrument at two values that day, which can't both be the close.
    """
    if move.phase is not None or move.date is None or move.date.date is None or move.basis is not Basis.DAY:
        return None
    if not isinstance(move.instrument, Index | Market | Sector | Security) or (
        move.level is not None and move.level.bound is not Bound.EXACT
    ):
        return None
    beside = [other for other in report.moves if other.date == move.date and other.article == move.article]
    if any(_is_of_another_minute(move, other) for other in beside):
        return None
    if any(other.phase is Phase.CLOSE and _here(other) == _here(move) for other in beside):
        return Phase.CLOSE
    published = next((article.published for article in report.articles if article.number == move.article), None)
    if published is not None and (hour := _is_after(published, move.date.date, here=_here(move))) is not None:
        return Phase.CLOSE if hour else None
    return None if any(other.phase in _EARLIER for other in beside) else Phase.CLOSE


def _is_of_another_minute(move: PriceMove, other: PriceMove) -> bool:
    """Whether another figure without a phase, or the close itself, differs from the move's."""
    if other is move or other.phase not in (None, Phase.CLOSE) or other.instrument.subject != move.instrument.subject:
        return False
    if other.basis is not Basis.DAY:
        return False
    pairs = ((move.percent, other.percent), (move.points, other.points), (move.level, other.level))
    for mine, theirs in pairs:
        if mine is None or theirs is None or not is_printable(mine.value) or not is_printable(theirs.value):
            continue
        if mine.bound is theirs.bound is Bound.EXACT and not Interval.printed(mine.value).meets(Interval.printed(theirs.value)):
            return True
    return False


def _is_after(published: dt.datetime | PartialDate, day: dt.date, *, here: bool) -> bool | None:
    """Whether the session of a day had closed when the report came out; ``None`` where the hour is not known."""
    if isinstance(published, PartialDate):
        return True if published.date is not None and published.date > day else None
    if published.tzinfo is None:
        return True if published.date() > day else None
    there = published.astimezone(_BEIJING)
    if here:
        return there.date() > day or (there.date() == day and there.time() >= _CLOSED)
    return there.date() > day and (there.date() - day > dt.timedelta(days=1) or there.time() >= _CLOSED_ELSEWHERE)


def _here(move: PriceMove) -> bool:
    """Whether it trades in Hong Kong or on the mainland."""
    if isinstance(move.instrument, Security):
        return move.instrument.mic in _MICS_HERE
    return isinstance(move.instrument, Index) and (move.instrument.market or "").startswith(_HERE)
