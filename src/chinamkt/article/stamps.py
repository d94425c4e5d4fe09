"""Stamps: the dates and times that a page prints about itself, in the forms of agencies, sites and links.

What is read: ``06-09-25 0135ET`` (month first, an American wire's sign-off), ISO 8601, ``Jul 4, 2025 4:30 PM HKT``,
``4 July 2025``, ``2008.10.06``, ``04/07/2023`` (settled by what else the page says), ``2025年7月4日``, the year of the
Republic of China in ``1130926``, and dates inside links. A time counts with its zone alone; else the date is what is known.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from chinamkt.expressions import expression
from chinamkt.model.dates import PartialDate

__all__ = ["Moment", "Stamp", "closing_stamp", "dated", "dates_in_link", "links", "month_day", "stamp"]

Moment = dt.datetime | PartialDate

_MONTH_NAMES: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS: Final = {name: number for number, name in enumerate(_MONTH_NAMES, 1)}
_MONTH: Final = r"(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"

#: Hours ahead of Greenwich. CST, IST and BST name several zones each, so they are left out.
_ZONES: Final = {
    "GMT": 0, "UTC": 0, "Z": 0, "HKT": 8, "SGT": 8, "JST": 9, "KST": 9, "AEST": 10, "AEDT": 11, "CET": 1, "CEST": 2,
    "EST": -5, "EDT": -4, "PST": -8, "PDT": -7,
}  # fmt: skip

_ISO: Final = expression(
    r"(?<![0-9])(?P<y>(?:19|20)[0-9]{2})-(?P<m>[0-9]{2})-(?P<d>[0-9]{2})(?![0-9])"
    r"(?:[T ](?P<clock>[0-9]{2}:[0-9]{2})(?::[0-9]{2}(?:\.[0-9]{1,6})?)?(?P<offset>Z|[+-][0-9]{2}:?[0-9]{2})?)?"
)
_WIRE: Final = expression(
    r"(?<![0-9])(?P<m>[0-9]{2})-(?P<d>[0-9]{2})-(?P<y>[0-9]{2}) (?P<h>[0-9]{2})(?P<min>[0-9]{2})(?P<zone>[A-Z]{2,4})\b"
)
_YEAR_FIRST: Final = expression(r"(?<![0-9])(?P<y>(?:19|20)[0-9]{2})[./](?P<m>[0-9]{1,2})[./](?P<d>[0-9]{1,2})(?![0-9])")
_HAN: Final = expression(r"(?P<y>(?:19|20)[0-9]{2}) ?年 ?(?P<m>[0-9]{1,2}) ?月 ?(?P<d>[0-9]{1,2}) ?[日号](?!以来|起|的)")
_MONTH_FIRST: Final = expression(rf"\b{_MONTH} (?P<d>[0-9]{{1,2}})(?:st|nd|rd|th)?,? (?P<y>(?:19|20)[0-9]{{2}})\b")
_DAY_FIRST: Final = expression(rf"\b(?P<d>[0-9]{{1,2}})(?:st|nd|rd|th|\.)? {_MONTH},? (?P<y>(?:19|20)[0-9]{{2}})\b")
_SLASHED: Final = expression(r"(?<![0-9/.])(?P<a>[0-9]{1,2})/(?P<b>[0-9]{1,2})/(?P<y>(?:19|20)?[0-9]{2})(?![0-9/])")
_DASHED: Final = expression(r"(?<![0-9-])(?P<a>[0-9]{2})-(?P<b>[0-9]{2})-(?P<y>(?:19|20)[0-9]{2})(?![0-9-])")
_CLOCK: Final = expression(
    r"(?<![0-9:])(?P<h>[0-9]{1,2}):(?P<min>[0-9]{2})(?::[0-9]{2})?(?![0-9])\s?(?P<half>[ap]\.?m\b\.?)?\s?(?P<zone>[A-Z]{1,4}\b)?"
    r"|(?P<zone2>HKT|GMT|SGT) (?P<h2>[0-9]{1,2}):(?P<min2>[0-9]{2})",
    re.IGNORECASE,
)
_FORMS: Final = (_WIRE, _ISO, _MONTH_FIRST, _DAY_FIRST, _HAN, _YEAR_FIRST, _SLASHED, _DASHED)
#: A line without any of these holds no stamp.
_TRIGGER: Final = expression(r"(?:19|20)[0-9]{2}|[0-9]/[0-9]{1,2}/[0-9]|[0-9]-[0-9]{2}-[0-9]")

#: A closing stamp of Taiwan's agencies: year of the Republic (1912 is 1), month, day, at the very end.
_REPUBLIC: Final = expression(r"(?<![0-9])(?P<y>1[0-4][0-9])(?P<m>0[1-9]|1[0-2])(?P<d>[0-3][0-9])\W*\Z")
_MONTH_DAY: Final = expression(rf"\b{_MONTH} (?P<d>[0-9]{{1,2}})\b|(?P<m>[0-9]{{1,2}})月(?P<d2>[0-9]{{1,2}})[日号]")

_LINK: Final = expression(r"https?://[^\s<>\"')\]]{4,600}")
_LINK_DATES: Final = (
    expression(r"[/:_-](?P<y>20[0-9]{2})[/-](?P<m>[01][0-9])[/-](?P<d>[0-3][0-9])(?![0-9])"),
    expression(
        r"(?<![0-9A-Fa-f])(?:[A-Z]{2})?(?P<y>20[0-9]{2})(?P<m>[01][0-9])(?P<d>[0-3][0-9])(?=[/:._-]|[0-9]{4,6}(?![0-9])|$)"
    ),
)


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _eastern(day: dt.date) -> int:
    """Hours of New York against Greenwich: daylight saving by the Acts in force since 1987 and since 2007."""
    if day.year >= 2007:
        first, last = _sunday(day.year, 3, 2), _sunday(day.year, 11, 1)
    else:
        first, last = _sunday(day.year, 4, 1), _sunday(day.year, 11, 1) - dt.timedelta(days=7)
    return -4 if first <= day < last else -5


def _sunday(year: int, month: int, number: int) -> dt.date:
    first = dt.date(year, month, 1)
    return first + dt.timedelta(days=(6 - first.weekday()) % 7 + 7 * (number - 1))


def _moment(day: dt.date, hour: int, minute: int, zone: str | None) -> Moment:
    if zone == "ET":
        hours: float | None = _eastern(day)
    elif zone and zone[0] in "+-":
        hours = (1 if zone[0] == "+" else -1) * (int(zone[1:3]) + int(zone[-2:]) / 60)
    else:
        hours = _ZONES.get(zone or "")
    if hours is None or not (hour < 24 and minute < 60 and abs(hours) < 24):
        return PartialDate.of(day)
    return dt.datetime(day.year, day.month, day.day, hour, minute, tzinfo=dt.timezone(dt.timedelta(hours=hours)))


def _with_clock(day: dt.date, line: str) -> Moment:
    found = _CLOCK.search(line)
    if not found:
        return PartialDate.of(day)
    hour, minute = int(found["h"] or found["h2"]), int(found["min"] or found["min2"])
    zone = (found["zone"] or found["zone2"] or "").upper()
    before = line[max(0, found.start() - 5) : found.start()].strip().upper()
    half = (found["half"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half[0] == "p" else 0)
    known = next((name for name in (zone, before) if name in _ZONES or name == "ET"), None)
    return _moment(day, hour, minute, known)  # before a clock a dash is no sign: "Jul 4, 2025 - 9:40 AM"


def dated(view: str, start: int, end: int) -> bool:
    """Tell whether a stretch may hold a stamp at all."""
    return _TRIGGER.search(view, start, end) is not None


class Stamp(NamedTuple):
    """A date in a line: where it begins, and what it says."""

    start: int
    moment: Moment


def stamp(line: str, settle: Callable[[dt.date], bool] | None = None) -> Stamp | None:
    """Read the first full date of a line, with its time where a zone stands beside it.

    :param line: a line of the folded view.
    :param settle: tells of a date whether the page's words speak for it; asked where day and month may be swapped.

    >>> str(stamp("06-09-25 0135ET").moment), str(stamp("Published: Jul 4, 2025 4:30 PM HKT").moment)
    ('2025-06-09 01:35:00-04:00', '2025-07-04 16:30:00+08:00')
    >>> str(stamp("Updated: 26-12-2025 13:10 IST").moment), str(stamp("Tuesday, 12. November 2019 03:10").moment)
    ('2025-12-26', '2019-11-12')
    >>> str(stamp("Updated: 2007-05-12 08:51").moment), str(stamp("Fri, Jul 4, 2025 - 9:40 AM").moment)
    ('2007-05-12', '2025-07-04')
    >>> stamp("Up 3.5 per cent")
    >>> stamp("Published 04/07/2023, 05:21")
    Stamp(start=10, moment=PartialDate(year=2023, month=None, day=None))
    """
    if not _TRIGGER.search(line):
        return None
    for form in _FORMS:
        found = form.search(line)
        if found:
            moment = _slashed(found, settle) if form in (_SLASHED, _DASHED) else _plain(found, line)
            return Stamp(found.start(), moment) if moment else None
    return None


def _plain(found: re.Match[str], line: str) -> Moment | None:
    parts = found.groupdict()
    month = _MONTHS[parts["month"].lower()] if "month" in parts else int(parts["m"])
    year = int(parts["y"])
    day = _date(year if year > 99 else 2000 + year, month, int(parts["d"]))
    if day is None:
        return None
    if "min" in parts:
        return _moment(day, int(parts["h"]), int(parts["min"]), parts["zone"])
    if parts.get("clock") and parts["offset"]:
        return _moment(day, int(parts["clock"][:2]), int(parts["clock"][3:]), parts["offset"])
    return _with_clock(day, f"{line[: found.start()]} {parts.get('clock') or ''}{line[found.end() :]}")


def _slashed(found: re.Match[str], settle: Callable[[dt.date], bool] | None) -> Moment | None:
    year = int(found["y"]) if len(found["y"]) == 4 else 2000 + int(found["y"])
    first, second = int(found["a"]), int(found["b"])
    days = {day for day in (_date(year, first, second), _date(year, second, first)) if day}
    if len(days) > 1 and settle:
        days = {day for day in days if settle(day)} or days
    if len(days) == 1:
        return PartialDate.of(days.pop())
    return PartialDate(year) if days else None


def closing_stamp(words: str) -> dt.date | None:
    """Read the closing stamp of Taiwan's Central News Agency.

    >>> closing_stamp("...。(编辑:王小明)1130926")
    datetime.date(2024, 9, 26)
    """
    found = _REPUBLIC.search(words, max(0, len(words) - 12))
    return _date(1911 + int(found["y"]), int(found["m"]), int(found["d"])) if found else None


def month_day(words: str) -> PartialDate | None:
    """Read a month and a day without their year: ``Nov 4``, ``3月9日``.

    >>> month_day("HONG KONG, Nov 4 (Newswire) -"), month_day("路透上海3月9日 - ")
    (PartialDate(year=None, month=11, day=4), PartialDate(year=None, month=3, day=9))
    """
    found = _MONTH_DAY.search(words)
    if not found:
        return None
    month = _MONTHS[found["month"].lower()] if found["month"] else int(found["m"])
    day = int(found["d"] or found["d2"])
    return PartialDate(None, month, day) if 1 <= month <= 12 and _date(2000, month, day) else None


def links(text: str) -> Iterator[tuple[int, str]]:
    """Give the addresses in a text, each with its place."""
    return ((found.start(), found[0]) for found in _LINK.finditer(text))


def dates_in_link(address: str) -> list[dt.date]:
    """Read the dates that an address carries.

    >>> dates_in_link("https://news.example.hk/en/component/1758752-20240624.htm")
    [datetime.date(2024, 6, 24)]
    >>> dates_in_link("https://example.org/2025/07/04/markets.html"), dates_in_link("https://example.org/202408260333.aspx")
    ([datetime.date(2025, 7, 4)], [datetime.date(2024, 8, 26)])
    """
    found = [match for form in _LINK_DATES for match in form.finditer(address)]
    dates = [_date(int(match["y"]), int(match["m"]), int(match["d"])) for match in found]
    return [day for day in dates if day]
