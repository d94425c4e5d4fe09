"""Days that a sentence names → dates, as far as text and day of publication give them."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Iterator
from typing import Any

from attrs import define

from chinamkt.claims.trade.sentence import Sentence
from chinamkt.errors import InvalidValue
from chinamkt.expressions import expression
from chinamkt.model.dates import PartialDate
from chinamkt.rules import trade as k

__all__ = ["Calendar", "Days", "days_of", "leads_in"]

_NEAR_MONTH = expression(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?: \d{1,2}(?:st|nd|rd|th)?,?)? ((?:19|20)\d\d)(?!\d)"
    r"|((?:19|20)\d\d) ?年 ?\d{1,2} ?月"
)
#: Years are looked for first, since digits are rare; a date around them has this much before and behind.
_SOME_YEAR = expression(r"[12](?:(?<=1)9|(?<=2)0)[0-9][0-9]")
_BEFORE, _BEHIND = 40, 8
#: A year that stands with an extreme tells when the extreme was, not when the article speaks.
_EXTREME = expression(r"since|high|low|peak|top\b|record|worst|best|largest|biggest|trough|以来|新高|新低")


def _dates(lower: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The dates with a year in ``lower[start:end]``."""
    for year in _SOME_YEAR.finditer(lower, start, end):
        a, b = year.span()
        for found in _NEAR_MONTH.finditer(lower, max(start, a - _BEFORE), min(end, b + _BEHIND)):
            if a in (found.start(1), found.start(2)):
                yield found


@define(slots=True)
class Days:
    """The dates of an event."""

    date: PartialDate | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None
    named: bool = False  # a day is told, even if the calendar can't place it


@define(slots=True)
class Calendar:
    """The day an article speaks from.

    :param today: the day of publication, where known in full.
    :param year: else the one year that the article's dates are in, where it says so.
    """

    today: dt.date | None = None
    year: int | None = None

    @classmethod
    def of(cls, published: dt.datetime | PartialDate | None, lower: str, start: int, end: int) -> Calendar:
        """The calendar of an article that stands at ``lower[start:end]``."""
        if isinstance(published, dt.datetime):
            return cls(published.date())
        if published is not None and published.date is not None:
            return cls(published.date)
        if published is not None and published.year is not None:
            return cls(None, published.year)
        years = set()
        for match in _dates(lower, start, end):
            if not _EXTREME.search(lower, max(start, match.start() - 40), match.start()) and not _EXTREME.match(
                lower, match.end() + 1
            ):
                years.add(int(match[1] or match[2]))
        return cls(None, min(years)) if years and max(years) - min(years) <= 1 else cls()

    def resolve(self, spec: Any, *, ahead: bool) -> PartialDate | None:
        """A date from what the words say; ``ahead`` where the act is still to come.

        >>> str(Calendar(dt.date(2025, 6, 9)).resolve(("weekday", 4, 0), ahead=False))
        '2025-06-06'
        >>> str(Calendar(dt.date(2025, 6, 9)).resolve(PartialDate(None, 7, 1), ahead=True))
        '2025-07-01'
        """
        if isinstance(spec, PartialDate):
            return self._dated(spec, ahead=ahead)
        if self.today is None:
            if spec[0] != "in year":
                return None
            return self._dated(PartialDate(None, *spec[2]), ahead=ahead) if spec[1] == 0 else None
        unit, count = spec[0], spec[1]
        if unit == "in year":
            return _made(self.today.year + count, *spec[2])
        if unit == "bare day":
            return _of_month(self.today, spec[2], ahead=ahead)
        if unit == "named month":
            months = self.today.year * 12 + self.today.month - 1
            away = (spec[2] - 1 - months) % 12
            months += (away or 12) if count > 0 else away - 12 if count < 0 else away if away < 6 else away - 12
            return PartialDate(months // 12, months % 12 + 1)
        if unit == "day":
            return PartialDate.of(self.today + dt.timedelta(days=count))
        if unit in ("month", "monthday"):
            months = self.today.year * 12 + self.today.month - 1 + count
            return _made(months // 12, months % 12 + 1, spec[2] if unit == "monthday" else None)
        if unit == "year":
            return PartialDate(self.today.year + count)
        return PartialDate.of(self.today + dt.timedelta(days=_to_weekday(self.today.weekday(), count, spec[2], ahead=ahead)))

    def _dated(self, day: PartialDate, *, ahead: bool) -> PartialDate:
        if day.year is not None or day.month is None:
            return day
        if self.today is None:
            return PartialDate(self.year, day.month, day.day) if self.year and _exists(self.year, day) else day
        years = [year for year in (self.today.year - 1, self.today.year, self.today.year + 1) if _exists(year, day)]
        if not years:
            return day  # a February 29 far from any
        away = {year: (dt.date(year, day.month, day.day or 15) - self.today).days for year in years}
        # What is past lies up to eleven months back; a term that is told of as running may have begun some months ago.
        fitting = [year for year in years if (away[year] >= -150 if ahead else away[year] <= 31)] or years
        return PartialDate(min(fitting, key=lambda year: abs(away[year])), day.month, day.day)


def _of_month(today: dt.date, day: int, *, ahead: bool) -> PartialDate | None:
    """The nearest such day of a month: to come, or past."""
    months = today.year * 12 + today.month - 1
    for away in (0, 1) if ahead else (0, -1):
        month = months + away
        if day <= monthrange(month // 12, month % 12 + 1)[1]:
            date = dt.date(month // 12, month % 12 + 1, day)
            if (date >= today) if ahead else (date <= today + dt.timedelta(days=1)):
                return PartialDate.of(date)
    return None


def _made(year: int, month: int | None, day: int | None) -> PartialDate | None:
    """The date, where the calendar has it: no year has a June 31, and few a February 29."""
    try:
        return PartialDate(year, month, day)
    except InvalidValue:
        return None


def _exists(year: int, day: PartialDate) -> bool:
    return _made(year, day.month, day.day) is not None


def _to_weekday(today: int, day: int, which: int, *, ahead: bool) -> int:
    """Days from today to a weekday: the next one for what is to come, else the last; today counts."""
    if which == 1:
        return (day - today) % 7 or 7
    if which == -1:
        return (day - today) % 7 - 7
    return (day - today) % 7 if ahead else -((today - day) % 7)


def days_of(
    sentence: Sentence, lo: int, hi: int, calendar: Calendar, *, ahead: bool, last: Days | None, said: bool = True
) -> Days:
    """The dates that the words in ``lo <= i < hi`` give an event.

    :param last: the dates of the event before, for "on the same day".
    :param said: whether a day beside a verb of saying is the event's.
    """
    days = Days()
    for i in sentence.of(k.DATE, lo, hi):
        if sentence.compared(i):
            continue
        role, spec = sentence.tokens[i].value
        if role == "since" and leads_in(sentence, i):
            role = ""
        if spec == "same":
            if role == "due":
                days.start = (last.start or last.date) if last else None
            else:
                days.date = days.date or (last.date if last else None)
            continue
        if role == "range":
            days.named = True
            days.start, days.end = (calendar.resolve(day, ahead=ahead) for day in spec)
            continue
        said_at = i - 1 if sentence.spaced else i + 1  # "said on Monday", 周一表示
        beside_speech = sentence.code(said_at) == k.SPEECH and sentence.gap(min(i, said_at), max(i, said_at)) == 0
        coming = ahead and not beside_speech
        if beside_speech and not said:
            continue
        days.named = days.named or not beside_speech
        effect = _takes_effect(sentence, i, lo)
        ahead_of = effect != "effect" and (bool(effect) or role in ("from", "to"))  # "took effect on Sunday" is past
        day = calendar.resolve(spec, ahead=coming or (ahead_of and not beside_speech))
        if day is None:
            continue
        _place(sentence, i, lo, "from" if effect and role != "to" else role, day, days)
    return days


def leads_in(sentence: Sentence, i: int) -> bool:
    """Whether a day is that of the clause behind it: "since April 2, when it announced"."""
    j = i + 2 if sentence.code(i + 1) == k.COMMA else i + 1
    return sentence.code(j) == k.BREAK and sentence.tokens[j].value == "when"


def _place(sentence: Sentence, i: int, lo: int, role: str, day: PartialDate, days: Days) -> None:
    """Give a date its part: the day of the act, the first or the last day of its term."""
    if role == "lapse":
        # of what is prolonged it is the old end
        days.end = days.end if sentence.states(lo, i, "bind") else days.end or day
    elif role == "to":
        days.end = days.end or day
    elif role in ("from", "since", "due", "now"):
        days.start = days.start or day
    elif role == "by":
        return
    else:
        days.date = days.date or day
    if role == "now":
        days.date = days.date or day


def _takes_effect(sentence: Sentence, i: int, lo: int) -> str:
    """The nearest word of status before the day, or right behind it, where it is one of effect ("take effect on"), else none."""
    for j in range(i - 1, lo - 1, -1):
        if sentence.code(j) in (k.SPEECH, k.BREAK):
            return ""
        if sentence.code(j) == k.STATUS and sentence.tokens[j].value not in ("future", "threat"):
            value: str = sentence.tokens[j].value
            rises = value == "raise" and sentence.states(lo, j, "future")
            return value if value in ("effect", "takes_effect") else "takes_effect" if rises else ""
    behind = sentence.states(i + 1, i + 2, "effect", "takes_effect")
    return "takes_effect" if behind and sentence.gap(i, i + 1) <= 1 else ""
