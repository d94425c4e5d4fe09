"""Days and dates that a sentence names."""

from __future__ import annotations

import re

from chinamkt.expressions import expression
from chinamkt.model.dates import PartialDate
from chinamkt.rules import kinds as k
from chinamkt.rules.rule import Cue, Phrase

__all__ = ["MONTHS", "RULES", "WEEKDAYS", "lead_date", "month_day", "session_date", "weekday"]

MONTHS = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan\.?|feb\.?|mar\.?|apr\.?|jun\.?|jul\.?|aug\.?|sept?\.?|oct\.?|nov\.?|dec\.?)(?![a-z])"
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NUMBERS = {
    name: number
    for number, name in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1)
}
_PARTS = expression(
    rf"(?:(?P<before>\d{{1,2}})(?:st|nd|rd|th)? )?(?:of )?(?P<month>{MONTHS})?(?: (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d))?,? ?(?P<year>(?:19|20)\d\d)?"
)


def month_day(words: str) -> PartialDate | None:
    """``"october 8"`` → ``--10-08``, ``"sept. 2019"`` → ``2019-09``, ``"2021"`` → ``2021``.

    >>> str(month_day("april 2, 2025"))
    '2025-04-02'
    """
    found = _PARTS.match(words)
    if not found:
        return None
    month = _NUMBERS[found["month"][:3]] if found["month"] else None
    year = int(found["year"]) if found["year"] else None
    day = found["day"] or found["before"]
    if month is None and year is None:
        return None
    try:
        return PartialDate(year, month, int(day) if day and month else None)
    except ValueError:
        return None


_ANCHOR = expression(
    rf"(?:{'|'.join(WEEKDAYS)}),? (?:\(?)(?P<a>{MONTHS} \d{{1,2}}(?!\d)(?:,? (?:19|20)\d\d)?|\d{{1,2}} {MONTHS}(?:,? (?:19|20)\d\d)?)"
    rf"|\((?P<month>\d\d)\.(?P<day>\d\d)\)|(?<!since )(?<!from )(?<!until )(?<!before )(?<!after )(?<!by )(?<!to )(?P<b>{MONTHS} \d{{1,2}}, (?:19|20)\d\d)"
)

#: What every such day has: a digit behind a month or a bracket, or before a month. It begins with a digit, so it is
#: found many times as fast as the day itself, which then lies around it.
_DAY_AND_MONTH = expression(
    r"[0-9](?:(?<=(?:ary|rch|ril|may|une|uly|ust|ber|jan|feb|mar|apr|jun|jul|aug|sep|ept|oct|nov|dec|[a-z][a-z]\.) [0-9])"
    rf"|(?<=\([0-9])| {MONTHS})"
)
_BEFORE, _BEHIND = 30, 40  # "wednesday, (september 1"; "1st of september, 2010"


def _anchor(lower: str, start: int, end: int) -> re.Match[str] | None:
    """The first match of ``_ANCHOR``."""
    for near in _DAY_AND_MONTH.finditer(lower, start, end):
        place = near.start()
        found = _ANCHOR.search(lower, max(start, place - _BEFORE), min(end, place + _BEHIND))
        if found and (whole := _ANCHOR.match(lower, found.start(), end)):
            return whole
    return None


def session_date(lower: str, start: int, end: int) -> PartialDate | None:
    """The day that a lead names for its session: "on Tuesday, February 27", "October 11, 2018", "(07.28)".

    >>> str(session_date("shares sank on tuesday, 16 november 2010, as", 0, 44))
    '2010-11-16'
    """
    found = _anchor(lower, start, end)
    if not found:
        return None
    if found["month"]:
        try:
            return PartialDate(None, int(found["month"]), int(found["day"]))
        except ValueError:
            return None
    if found["b"] and found.start() > start and not lower.endswith(("on ", "("), start, found.start()):
        return None
    return month_day(found["a"] or found["b"])


_MONTH_WORDS = "january | february | march | april | may | june | july | august | september | october | november | december | jan | jan. | feb | feb. | mar | mar. | apr | apr. | jun | jun. | jul | jul. | aug | aug. | sept | sept. | sep | sep. | oct | oct. | nov | nov. | dec | dec."  # fmt: skip
_MARKET_DAY = expression(
    r"\b(?:stocks?|shares|ind(?:ex(?:es)?|ices)|markets?|equities|bourses?|street|benchmarks?|gauges?)\b[^.;]{0,40}?"
    r"\b(?:fell|rose|dropped|climbed|gained|slid|sank|jumped|surged|plunged|tumbled|slumped|declined|advanced|rallied|rebounded"
    rf"|retreated|slipped|eased|ended|closed|finished|traded)\b[^.;,]{{0,20}}?\b(?P<day>{'|'.join(WEEKDAYS)})\b"
)
_WEEKDAY = expression(rf"\b(?:{'|'.join(WEEKDAYS)})\b")


def lead_date(lower: str, start: int, end: int) -> tuple[str, int, bool, None] | None:
    """The weekday on which a sentence without figures says that markets moved; it holds for those it leads in.

    >>> lead_date("stocks in new york fell on friday on weak data.", 0, 47)
    ('weekday', 4, False, None)
    """
    found = _MARKET_DAY.search(lower, start, end)
    return ("weekday", WEEKDAYS.index(found["day"]), False, None) if found else None


def weekday(lower: str, start: int, end: int) -> int | None:
    """The weekday named first, Monday 0.

    >>> weekday("shares were flat monday, as on friday.", 0, 38)
    0
    """
    found = _WEEKDAY.search(lower, start, end)
    return WEEKDAYS.index(found[0]) if found else None


RULES = (
    Cue(id="en.dates.bare-month", code=k.WORDS, words="january | february | march | april | june | july | august | september | october | november | december | sunday's"),
    Cue(id="en.dates.today", code=k.DATE, value=("day", 0), words="today | in today's session | this morning | this afternoon | today's"),
    Cue(id="en.dates.yesterday", code=k.DATE, value=("day", -1), past=True, words="yesterday | the day before | a day earlier | on the previous day | the previous day | the previous session | in the previous session | the prior session | on the previous trading day | previous trading day | the day earlier | twenty-four hours earlier | a day before | last night | yesterday's | the prior day"),
    Cue(id="en.dates.overnight", code=k.DATE, value=("overnight", 0), past=True, words="overnight | overnight on wall street"),
    Phrase(
        id="en.dates.weekday", code=k.DATE, words=" | ".join([*WEEKDAYS, *(f"last {day}" for day in WEEKDAYS), *(f"on {day}" for day in WEEKDAYS), *(f"late {day}" for day in WEEKDAYS), *(f"early {day}" for day in WEEKDAYS)]),
        pattern=rf"(?:on |late |early )?(?P<last>last )?(?P<day>{'|'.join(WEEKDAYS)})(?P<own>'s)?(?:,? (?P<date>{MONTHS} \d{{1,2}}(?:st|nd|rd|th)?(?!\d)(?:,? (?:19|20)\d\d)?))?",
        read=lambda m: ("weekday", WEEKDAYS.index(m["day"]), bool(m["last"]), month_day(m["date"]) if m["date"] else None),
    ),
    Phrase(
        id="en.dates.part-of-month", code=k.DATE, words="in late | in early | in mid",
        pattern=rf"in (?:late|early|mid)[ -](?P<day>{MONTHS}(?: (?:19|20)\d\d)?)(?! trad)", read=lambda m: ("date", month_day(m["day"])),
    ),
    Phrase(
        id="en.dates.dated-peak", code=k.DATE, words=_MONTH_WORDS,
        pattern=rf"(?P<day>{MONTHS}(?: \d{{1,2}}(?!\d))?(?:,? (?:19|20)\d\d)?) (?:closing |intraday )?(?:high|peak|top|low|trough|bottom|record|summit)(?= of)", read=lambda m: ("date", month_day(m["day"])),
    ),
    Phrase(
        id="en.dates.month-day", code=k.DATE, words=_MONTH_WORDS,
        pattern=rf"(?P<day>{MONTHS} \d{{1,2}}(?:st|nd|rd|th)?(?![\d%]|,\d)(?:,? (?:19|20)\d\d(?!\d))?|{MONTHS} (?:19|20)\d\d(?!\d))",
        read=lambda m: ("date", month_day(m["day"])),
    ),
)  # fmt: skip
