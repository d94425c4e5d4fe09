"""Whether dates fall on the weekdays that are named beside them. Source: the Gregorian calendar."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from attrs import frozen

from chinamkt.model.dates import PartialDate
from chinamkt.model.facts import Fact, TradeEvent
from chinamkt.model.report import Abstention, Finding, Report, Severity
from chinamkt.model.text import Span
from chinamkt.validate.protocol import Context
from chinamkt.validate.words import words_at

__all__ = ["WeekdayMismatch", "named_weekdays", "weekday_mismatch"]

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SHORT = {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6}
_ENGLISH = {**{day.lower(): number for number, day in enumerate(_DAYS)}, **_SHORT}
_CHINESE = {day: number for number, day in enumerate("一二三四五六日")} | {"天": 6}
_MONTHS = {
    month: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
         "sep sept september", "oct october", "nov november", "dec december"), 1)
    for month in names.split()
}  # fmt: skip


def _cased(words: Iterable[str]) -> str:
    """Alternatives in Title and UPPER case; "sat" and "may" in lower case are other words."""
    forms = sorted({form for word in words for form in (word.title(), word.upper())}, key=len, reverse=True)
    return "|".join(forms)


#: "The Sun, May 19, 2025" is a newspaper, so a short Sunday behind a word says nothing.
_WEEKDAY = rf"(?<![a-zA-Z] (?=Sun\b))(?P<en>{_cased(_ENGLISH)})\b\.?"
_WEEKDAY_ZH = r"(?:[周週]|星期|[礼禮]拜)(?P<zh>[一二三四五六日天])"
_YEAR, _DAY = r"(?P<year>\d{4})", r"(?P<day>\d{1,2})"
_MONTH_NAME = rf"(?P<name>{_cased(_MONTHS)})\b\.?"
_ORDINAL = r"(?:st|nd|rd|th)?"
#: The ways a full date is written whose parts can't be mistaken (02/03/2025 can).
_FORMS = (
    rf"{_MONTH_NAME} ?{_DAY}{_ORDINAL},? {_YEAR}\b",
    rf"{_DAY}{_ORDINAL} (?:of )?{_MONTH_NAME},? {_YEAR}\b",
    rf"{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)\b",
)
_FORM_ZH = rf"{_YEAR} ?年 ?(?P<month>\d{{1,2}}) ?月 ?{_DAY} ?[日号號]"
_GAP = r",?(?: |\n)?"
_OPEN, _CLOSE = r"(?P<open>[(（])? ?", r"(?(open) ?[)）])"  # a bracket that is opened is closed
#: English sets the weekday in front, or behind in brackets; Chinese either way.
_TOGETHER = tuple(
    re.compile(pattern.replace(" ", r"[ \u00a0\u3000]"))
    for pattern in (
        *(rf"\b{_WEEKDAY}{_GAP}{_OPEN}(?:the )?{form}{_CLOSE}" for form in _FORMS),
        *(rf"\b{form} ?[(（]{_WEEKDAY} ?[)）]" for form in _FORMS),
        rf"{_FORM_ZH} ?{_OPEN}{_WEEKDAY_ZH}{_CLOSE}",
        rf"\b{_FORMS[2]} ?{_OPEN}{_WEEKDAY_ZH}{_CLOSE}",
        rf"{_WEEKDAY_ZH} ?[,，]? ?{_OPEN}{_FORM_ZH}{_CLOSE}",
    )
)
#: No date with its weekday is longer.
_LONGEST = 60
_ANY_WEEKDAY = re.compile(rf"\b{_WEEKDAY}|{_WEEKDAY_ZH}")


@frozen(slots=True)
class WeekdayMismatch:
    """Finds "Monday, February 18, 2025" (a Tuesday), and facts whose date is no such weekday.

    Abstains without a full date, and where the words of a fact's date name two weekdays.
    """

    code: str = "weekday-mismatch"
    severity: Severity = Severity.ERROR
    needs: tuple[str, ...] = ()

    def check(self, report: Report, context: Context) -> Iterator[Finding | Abstention]:
        """First the dates of the text with their weekday, then the facts whose date was worked out."""
        written = list(_dates_with_weekday(report.text))
        for span, day, weekday in written:
            if day.weekday() != weekday:
                facts = tuple(fact for fact in report.facts if _rests_on(fact, span))
                yield self._finding(day, weekday, span.of(report.text), facts, (span,))
        for fact in report.facts:
            if any(_rests_on(fact, span) for span, _, _ in written):
                continue  # judged above
            words = words_at(report, fact, fact.evidence.date if fact.evidence else None)
            named = named_weekdays(words)
            days = _full_dates(fact)
            if len(named) > 1:
                yield Abstention(code=self.code, reason=f"{words!r} names {len(named)} weekdays", fact=fact)
            elif named and not days:
                yield Abstention(code=self.code, reason="no full date", fact=fact)
            elif named and not named & {day.weekday() for day in days}:
                spans = (fact.evidence.date,) if fact.evidence and fact.evidence.date is not None else ()
                yield self._finding(days[0], named.pop(), words, (fact,), spans)

    def _finding(self, day: dt.date, weekday: int, words: str, facts: tuple[Fact, ...], spans: tuple[Span, ...]) -> Finding:
        ahead = (weekday - day.weekday()) % 7
        later = day + dt.timedelta(days=ahead) if day <= dt.date.max - dt.timedelta(days=7) else day
        earlier = day - dt.timedelta(days=7 - ahead) if day >= dt.date.min + dt.timedelta(days=7) else day
        return Finding(
            code=self.code,
            severity=self.severity,
            message=f"{day} is a {_DAYS[day.weekday()]}, {words!r} says {_DAYS[weekday]}",
            facts=facts,
            spans=spans,
            hint=f"{_DAYS[day.weekday()]}, or {earlier} or {later}",
        )


weekday_mismatch = WeekdayMismatch()


def named_weekdays(text: str) -> set[int]:
    """The weekdays that a text names, Monday 0.

    >>> sorted(named_weekdays("Tuesday's gains followed Monday's; 周五休市")), named_weekdays("It sat.")
    ([0, 1, 4], set())
    """
    return {_weekday(found) for found in _ANY_WEEKDAY.finditer(text)}


def _dates_with_weekday(text: str) -> Iterator[tuple[Span, dt.date, int]]:
    seen: set[tuple[int, int]] = set()
    for near in _ANY_WEEKDAY.finditer(text):  # only around a weekday: nine expressions over the whole text would take long
        start, end = max(0, near.start() - _LONGEST), near.end() + _LONGEST
        for found in (found for pattern in _TOGETHER for found in pattern.finditer(text, start, end)):
            if found.span() in seen:
                continue
            seen.add(found.span())
            parts = found.groupdict()
            month = int(parts["month"]) if parts.get("month") else _MONTHS[parts["name"].lower()]
            try:
                day = dt.date(int(parts["year"]), month, int(parts["day"]))
            except ValueError:
                continue  # February 30 has no weekday to compare with
            yield Span(found.start(), found.end()), day, _weekday(found)


def _weekday(found: re.Match[str]) -> int:
    parts = found.groupdict()
    return _ENGLISH[parts["en"].lower()] if parts.get("en") else _CHINESE[parts["zh"]]


def _rests_on(fact: Fact, span: Span) -> bool:
    """Whether the words of the fact's date overlap the span."""
    date = fact.evidence.date if fact.evidence else None
    return date is not None and date.start < span.end and span.start < date.end


def _full_dates(fact: Fact) -> list[dt.date]:
    dates: tuple[PartialDate | None, ...] = (fact.date,)
    if isinstance(fact, TradeEvent):  # the words may give the day of the act or of its term
        dates = (fact.date, fact.effective_from, fact.effective_to)
    return [date.date for date in dates if date is not None and date.date is not None]
