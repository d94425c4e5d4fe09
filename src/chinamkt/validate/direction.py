"""Whether the figures go the way the words say.

The model refuses a percentage and points of different sign, so what is left to find are
words against figures (facts from another extractor carry both), printed signs against
figures, and a level on the wrong side of the previous close that the report states itself.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from decimal import Decimal

from attrs import frozen

from chinamkt.model.facts import Basis, Direction, FundFlow, Phase, PriceMove
from chinamkt.model.instruments import Currency, CurrencyPair, Index, Midpoint
from chinamkt.model.printed import Interval, is_printable, wide_arithmetic
from chinamkt.model.quantities import Bound, Level
from chinamkt.model.report import Abstention, Finding, Report, Severity
from chinamkt.reference.trading_days import LAST, VERIFIED, previous_session
from chinamkt.validate.movement_words import flow_words, governed_figures, verb_direction
from chinamkt.validate.protocol import Context
from chinamkt.validate.whereabouts import market_of
from chinamkt.validate.words import quote, spans_of, words_at

__all__ = ["DirectionMismatch", "direction_mismatch"]

_A_MONTH = dt.timedelta(days=31)
_PRINTED_SIGNS = {"+": Direction.UP, "＋": Direction.UP, "-": Direction.DOWN, "−": Direction.DOWN, "－": Direction.DOWN}


@frozen(slots=True)
class _Close:
    """A day's exact closing level of an index."""

    move: PriceMove
    day: dt.date
    level: Decimal


@frozen(slots=True)
class DirectionMismatch:
    """Finds figures that contradict the words of their own statement, or the previous close.

    Abstains for exchange rates and midpoints (a stronger yuan is a lower rate), for words of
    both directions ("pared", "fell after rising"), and where no direction is stated.
    """

    code: str = "direction-mismatch"
    severity: Severity = Severity.ERROR
    needs: tuple[str, ...] = ()

    def check(self, report: Report, context: Context) -> Iterator[Finding | Abstention]:
        """At most one finding for each fact."""
        closes = {(close.move.instrument.subject, close.day): close for close in map(_close, report.moves) if close is not None}
        for fact in report.facts:
            if not isinstance(fact, PriceMove | FundFlow) or fact.direction is None or fact.direction is Direction.FLAT:
                continue
            said = _said(report, fact)
            close = _contradicted_close(fact, closes) if isinstance(fact, PriceMove) else None
            if said is not None and said is not fact.direction:
                yield self._against_words(report, fact, said, fact.direction)
            elif isinstance(fact, PriceMove) and close is not None:
                yield self._against_close(fact, close, fact.direction)
            elif said is None:
                yield Abstention(code=self.code, reason=_why_silent(fact), fact=fact)

    def _against_words(self, report: Report, fact: PriceMove | FundFlow, said: Direction, counted: Direction) -> Finding:
        words = words_at(report, fact, fact.evidence.verb if fact.evidence else None) or quote(report, fact)
        return Finding(
            code=self.code,
            severity=self.severity,
            message=f"the words {words!r} say {said.value}, the figures {counted.value}",
            facts=(fact,),
            spans=spans_of(fact),
            hint=f"figures that go {said.value}, or words that say {counted.value}",
        )

    def _against_close(self, move: PriceMove, close: _Close, direction: Direction) -> Finding:
        level = "" if move.level is None else f" to {move.level.value}"
        return Finding(
            code=self.code,
            severity=self.severity,
            message=f"{direction.value}{level}, from a close of {close.level} on {close.day}",
            facts=(move, close.move),
            spans=spans_of(move, close.move),
            hint=f"a level {'below' if direction is Direction.DOWN else 'above'} {close.level}",
        )


direction_mismatch = DirectionMismatch()


def _said(report: Report, fact: PriceMove | FundFlow) -> Direction | None:
    """The direction that the words give: the verb's, else a printed sign's, else that of words which govern the figure."""
    if isinstance(fact, FundFlow):
        return flow_words(quote(report, fact))
    if fact.evidence is None or isinstance(fact.instrument, Currency | CurrencyPair | Midpoint):
        return None
    figures = [figure.value.copy_abs() for figure in (fact.percent, fact.points) if figure is not None]
    numbers = fact.evidence.numbers[: len(figures)]
    if not figures and fact.level is not None:
        figures = [fact.level.value.copy_abs()]
    governing = {way for way, figure in governed_figures(quote(report, fact)) if figure in figures}
    if fact.direction in governing:  # "rose 0.8% and fell 0.1%, respectively": the verb named may be the other's
        return fact.direction
    return (
        verb_direction(words_at(report, fact, fact.evidence.verb))
        or _only({_PRINTED_SIGNS.get(words_at(report, fact, number)[:1]) for number in numbers} - {None})
        or _only(governing)
    )


def _why_silent(fact: PriceMove | FundFlow) -> str:
    if fact.evidence is None:
        return "no words"
    if isinstance(fact, PriceMove) and isinstance(fact.instrument, Currency | CurrencyPair | Midpoint):
        return "a stronger currency is a lower rate"
    return "no sure word of direction"


def _only(ways: AbstractSet[Direction | None]) -> Direction | None:
    return next(iter(ways)) if len(ways) == 1 else None


def _close(move: PriceMove) -> _Close | None:
    day, level = _day(move), _exact_level(move)
    return None if day is None or level is None or move.phase is not Phase.CLOSE else _Close(move, day, level)


def _day(move: PriceMove) -> dt.date | None:
    return move.date.date if move.date is not None else None


def _exact_level(move: PriceMove) -> Decimal | None:
    """Of indices alone: a share's previous close may have been adjusted for a dividend, a pair's for its zone."""
    level = move.level
    if not isinstance(move.instrument, Index) or not isinstance(level, Level) or level.bound is not Bound.EXACT:
        return None
    return level.value if is_printable(level.value) else None


def _contradicted_close(move: PriceMove, closes: Mapping[tuple[str, dt.date], _Close]) -> _Close | None:
    """The close of the session before, where the move's level lies on the wrong side of it."""
    day, level = _day(move), _exact_level(move)
    if day is None or level is None or move.basis is not Basis.DAY or not closes:
        return None
    close = closes.get((move.instrument.subject, _session_before(move, day)))
    if close is None:
        return None
    with wide_arithmetic():
        now, before = Interval.printed(level), Interval.printed(close.level)
    wrong = now.low > before.high if move.direction is Direction.DOWN else now.high < before.low
    return close if wrong else None


def _session_before(move: PriceMove, day: dt.date) -> dt.date:
    """By the calendar, where it is sure; else the weekday before.

    That is sure to be the session before, where it has a close: between two neighbouring weekdays there is none.
    """
    market = market_of(move.instrument)
    if market in ("CN", "HK") and VERIFIED + _A_MONTH <= day <= LAST:
        return previous_session(market, day)
    return dt.date.fromordinal(max(1, day.toordinal() - (3 if day.weekday() == 0 else 1)))
