"""Whether a truce ends as many days after its start as is said. Source: the calendar; market-rules.md, section 10."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from attrs import frozen

from chinamkt.model.dates import PartialDate
from chinamkt.model.facts import EventKind, TradeEvent
from chinamkt.model.report import Abstention, Finding, Report, Severity
from chinamkt.validate.acts import sentence_of
from chinamkt.validate.protocol import Context
from chinamkt.validate.words import quote, spans_of

__all__ = ["TruceWindow", "truce_window"]

_WORDS = {"thirty": 30, "forty-five": 45, "sixty": 60, "ninety": 90}
_WORDS_ZH = {"三十": 30, "四十五": 45, "六十": 60, "九十": 90}
_DAYS = re.compile(
    rf"\b(?P<digits>\d{{2,3}}|{'|'.join(_WORDS)})[- ]?days?\b|(?P<zh>\d{{2,3}}|{'|'.join(_WORDS_ZH)})\s?[天日](?![前后後起])",
    re.IGNORECASE,
)
#: What is added to a term is counted from its old end, which is no start.
_MORE = re.compile(r"\b(?:another|further|extra|extend\w*|prolong\w*|renew\w*)\b|再|延长|延長|展延", re.IGNORECASE)


@frozen(slots=True)
class TruceWindow:
    """Finds "a 90-day truce from May 14 to August 30": start and days do not make the end.

    Counts the days from the first to the last (May 14 and 90 days: August 12), and lets pass a count that takes the
    first day in. Abstains without start, end or number of days, and where a term is prolonged.
    """

    code: str = "truce-window"
    severity: Severity = Severity.ERROR
    needs: tuple[str, ...] = ()

    def check(self, report: Report, context: Context) -> Iterator[Finding | Abstention]:
        """One finding for each truce that is longer or shorter than it says."""
        for event in report.events:
            if event.kind is not EventKind.TRUCE:
                continue
            named = {_number(found) for found in _DAYS.finditer(quote(report, event) or sentence_of(report, event))}
            if not named or (event.effective_from is None and event.effective_to is None):
                continue  # nothing to compare
            said = self._judge(event, named, prolonged=bool(_MORE.search(quote(report, event))))
            if said is not None:
                yield said

    def _judge(self, event: TradeEvent, named: set[int], *, prolonged: bool) -> Finding | Abstention | None:
        start, end = event.effective_from, event.effective_to
        if prolonged or start is None or end is None or start.day is None or end.day is None:
            reason = "prolonged, from an end that is not told" if prolonged else "no full start and end"
            return Abstention(code=self.code, reason=reason, fact=event)
        if len(named) > 1:
            return Abstention(code=self.code, reason="several numbers of days", fact=event)
        days = named.pop()
        between = _between(start, end)
        if any(length in (days, days - 1) for length in between):
            return None
        ends = " or ".join(dict.fromkeys(_after(start, days)))
        return Finding(
            code=self.code,
            severity=self.severity,
            message=f"from {start} to {end} is {' or '.join(map(str, between))} days, not {days}",
            facts=(event,),
            spans=spans_of(event),
            hint=f"{days} days from {start} end on {ends}",
        )


truce_window = TruceWindow()


def _number(found: re.Match[str]) -> int:
    word = (found["digits"] or found["zh"]).lower()
    return _WORDS.get(word) or _WORDS_ZH.get(word) or int(word)


def _years(start: PartialDate, end: PartialDate) -> list[tuple[dt.date, dt.date]]:
    """The days meant; without a year those of a common and of a leap year, the end on or after the start."""
    found = []
    for year in [start.year] if start.year else [end.year] if end.year else [2025, 2024, 2023]:
        for last in [end.year] if end.year else [year, year + 1]:
            first = start.merge(PartialDate(year))
            behind = end.merge(PartialDate(last))
            if first and behind and first.date and behind.date and behind.date >= first.date:
                found.append((first.date, behind.date))
                break
    return found


def _between(start: PartialDate, end: PartialDate) -> list[int]:
    return list(dict.fromkeys((last - first).days for first, last in _years(start, end)))


def _after(start: PartialDate, days: int) -> Iterator[str]:
    """The day that many days later, in the form of the start."""
    for year in [start.year] if start.year else [2025, 2024, 2023]:
        first = start.merge(PartialDate(year))
        if first and first.date and first.date <= dt.date.max - dt.timedelta(days=days):
            last = PartialDate.of(first.date + dt.timedelta(days=days))
            yield str(last if start.year else PartialDate(None, last.month, last.day))
