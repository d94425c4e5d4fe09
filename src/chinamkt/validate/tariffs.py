"""Tariffs between the United States and China that were not in force when it is said. Source: market-rules.md, section 10."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from decimal import Decimal

from attrs import frozen

from chinamkt.model.facts import EventKind, EventStatus, TradeEvent
from chinamkt.model.report import Abstention, Finding, Report, Severity
from chinamkt.reference.goods import pieces_of
from chinamkt.reference.timeline import Act, timeline
from chinamkt.validate.acts import days_of, in_words, outside, sentence_of, told_on
from chinamkt.validate.protocol import Context
from chinamkt.validate.words import spans_of

__all__ = ["ProposedAsEffective", "TariffRate", "proposed_as_effective", "tariff_rate"]

#: The timeline has every rate on goods at large from here on.
_FIRST = dt.date(2025, 2, 4)
#: A day in Washington is the next one in Beijing; an order is signed the day before.
_SLACK = 2
#: Rates that were at other times one of several parts of the sum.
_PARTS = frozenset((Decimal(10), Decimal(20), Decimal(34)))
_NOW = re.compile(
    r"\b(?:now|currently|at present|presently|today|still|remains?|stays?|stands?)\b|目前|现时|现为|如今|眼下|仍|维持|現時|維持",
    re.IGNORECASE,
)
#: A sentence that looks back or ahead is not about the day it is told on.
_NOT_NOW = re.compile(
    r"\b(?:had|was|were|been|would|could|might|may|if|until|once|before|previously|earlier|formerly|will|from)\b"
    r"|此前|曾|原|若|如果|可能|一度|之前|将|先前|將",
    re.IGNORECASE,
)


def _is_about(event: TradeEvent) -> bool:
    between = len(event.parties) == 2 and {*event.parties} == {"US", "CN"}
    return event.kind is EventKind.TARIFF and between and event.status is EventStatus.IN_FORCE and event.rate is not None


def _on_all(event: TradeEvent) -> bool:
    return event.target is not None and not pieces_of(event.target)


def _rows(event: TradeEvent, *, never: bool) -> list[Act]:
    """The acts of the timeline with the event's parties and rate."""
    return [
        act
        for act in timeline()
        if act.kind == "tariff" and act.parties == event.parties and act.rate == event.rate and (act.status == "never") is never
    ]


def _days(report: Report, event: TradeEvent) -> tuple[dt.date, dt.date] | None:
    """The days on which the rate is said to be in force, as far as the statement fixes them."""
    start, end = days_of(event.effective_from), days_of(event.effective_to)
    if start is not None:
        return start[0], end[1] if end else start[1]
    own = days_of(event.date)
    if own is not None:
        return own
    words = sentence_of(report, event)
    return told_on(report, event.article) if _NOW.search(words) and not _NOT_NOW.search(words) else None


@frozen(slots=True)
class TariffRate:
    """Finds rates on all goods that are told as in force when they were not: "145% now" in June 2025.

    Judges rates that stood once, as a sum, in 2025 and 2026. Abstains for rates on single goods, for 10, 20 and 34
    percent (parts of other sums), and where the statement fixes no day: a date, a term, or "now" on a dated page.
    """

    code: str = "tariff-rate"
    severity: Severity = Severity.WARNING
    needs: tuple[str, ...] = ()

    def check(self, report: Report, context: Context) -> Iterator[Finding | Abstention]:
        """One finding for each rate at the wrong time."""
        for event in report.events:
            if _is_about(event):
                said = self._judge(report, event)
                if said is not None:
                    yield said

    def _judge(self, report: Report, event: TradeEvent) -> Finding | Abstention | None:
        rows = [act for act in _rows(event, never=False) if act.target == "all"]
        days = _days(report, event)
        reason = self._reason(event, rows, days)
        if reason is not None or days is None:
            return Abstention(code=self.code, reason=reason or "no day", fact=event)
        if any(act.covers(*days, slack=_SLACK) for act in rows):
            return None
        then = [act for act in timeline() if act.kind == "tariff" and act.parties == event.parties and act.target == "all"]
        instead = [f"{act.rate}% {in_words(act)}" for act in then if act.status == "in_force" and act.covers(*days)]
        day = str(days[0]) if days[0] == days[1] else f"{days[0]} to {days[1]}"
        return Finding(
            code=self.code,
            severity=self.severity,
            message=f"{event.rate}% was in force {' and '.join(map(in_words, rows))}, not {day}",
            facts=(event,),
            spans=spans_of(event),
            hint=" or ".join(instead) or None,
        )

    def _reason(self, event: TradeEvent, rows: list[Act], days: tuple[dt.date, dt.date] | None) -> str | None:
        """Why the rate can't be judged."""
        if not _on_all(event):
            return "not told to be on all goods"
        if not rows:
            return f"the timeline has no {event.rate}% on all goods"
        if event.rate in _PARTS:
            return f"{event.rate}% was a part of other sums too"
        if days is None:
            return "the day is not told"
        return outside(*days) or (f"the timeline has no rates on all goods before {_FIRST}" if days[1] < _FIRST else None)


@frozen(slots=True)
class ProposedAsEffective:
    """Finds tariffs told as in force that were only threatened or announced: 100% on November 1, 2025.

    Abstains where the statement fixes no day, and for goods other than those of the threat.
    """

    code: str = "proposed-as-effective"
    severity: Severity = Severity.WARNING
    needs: tuple[str, ...] = ()

    def check(self, report: Report, context: Context) -> Iterator[Finding | Abstention]:
        """One finding for each tariff that never came."""
        for event in report.events:
            if not _is_about(event):
                continue
            for act in _rows(event, never=True):
                said = self._judge(event, act, _days(report, event))
                if said is not None:
                    yield said

    def _judge(self, event: TradeEvent, act: Act, days: tuple[dt.date, dt.date] | None) -> Finding | Abstention | None:
        if days is None:
            return Abstention(code=self.code, reason="the day is not told", fact=event)
        slack = dt.timedelta(days=_SLACK)
        due = act.start - slack <= days[0] and days[1] <= act.start + slack
        later = act.target == "all" and _on_all(event) and act.start <= days[0] and outside(*days) is None
        if not due and not later:
            return None  # another tariff of that rate
        if act.target == "all" and event.target is not None and not _on_all(event):
            return Abstention(code=self.code, reason="on goods other than those of the threat", fact=event)
        other = [row for row in _rows(event, never=False) if row.covers(*days, slack=_SLACK)]
        if other and not (act.target == "all" and _on_all(event)):
            return Abstention(code=self.code, reason=f"{event.rate}% was in force on {other[0].target}", fact=event)
        return Finding(
            code=self.code,
            severity=self.severity,
            message=f"{event.rate}% was announced or threatened for {act.start}, it never was in force",
            facts=(event,),
            spans=spans_of(event),
            hint="threatened, or planned; or another rate",
        )


tariff_rate = TariffRate()
proposed_as_effective = ProposedAsEffective()
