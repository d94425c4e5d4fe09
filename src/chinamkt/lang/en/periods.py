"""What a change is measured over: a week, this year, since April."""

from __future__ import annotations

import re

from chinamkt.expressions import expression
from chinamkt.lang.en.dates import MONTHS, WEEKDAYS, month_day
from chinamkt.model.dates import PartialDate
from chinamkt.model.facts import Basis
from chinamkt.rules import kinds as k
from chinamkt.rules.rule import Construction, Cue, Phrase

__all__ = ["COMPARES", "RULES", "lead_basis"]

_COUNT = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|\d+)"


def _since(match: re.Match[str]) -> tuple[Basis, PartialDate | None, int]:
    if _NEW_YEAR.match(match.group()):
        return (Basis.YTD, PartialDate(int(match["day"])), 0)
    return (Basis.SINCE, month_day(match["day"]), _side(match))


_NEW_YEAR = expression(r"since (?:its |the )?(?:start|beginning) of (?P<year>(?:19|20)\d\d)$")


def _side(match: re.Match[str]) -> int:
    """ "27% under its April summit" is a loss, "9% above its low" a gain; "from" says neither."""
    word = match.group().split()[0]
    return -1 if word in ("below", "beneath", "under", "off", "beneath") else 1 if word == "above" else 0


def _days(match: re.Match[str]) -> tuple[Basis, PartialDate | None]:
    count, unit = match["count"], match["unit"]
    if match["day"]:
        return (Basis.SINCE, month_day(match["day"]))
    if unit.startswith("week") and count in ("", "one", "1", None):
        return (Basis.WEEK, None)
    if unit.startswith("month") and count in ("", "one", "1", None):
        return (Basis.MONTH, None)
    if count in ("5", "five") and unit in ("days", "trading days", "sessions", "trading sessions"):
        return (Basis.WEEK, None)
    if unit.startswith("year") and count in ("one", "1"):
        return (Basis.YEAR, None)
    if count in ("12", "twelve") and unit.startswith("month"):
        return (Basis.YEAR, None)
    return (Basis.SINCE, None)


_LEAD = expression(
    r"\b(?:(?P<week>(?:over|during|for|in) (?:the|a|this|last|past) (?:last |past |whole |trading )?week|this week|(?<!of )(?<!late )(?<!from )(?<!off )(?<!losses )(?<!gains )(?<!slump )(?<!rout )last week|weekly"
    r"|(?:it|this|that) (?:was|has been|is) an? (?:[a-z-]+ ){0,3}week)"
    r"|(?P<month>(?:it|this|that) (?:was|has been|is) an? (?:[a-z-]+ ){0,3}month)"
    r"|(?P<ytd>this year|so far in (?:19|20)\d\d|since the start of the year|ha(?:ve|s) [a-z]+ed [a-z ]{0,20}in (?:19|20)\d\d"
    r"|(?:it|this|that) has been an? (?:[a-z-]+ ){0,3}year))\b"
)
_SUPPOSED = expression(r"\b(?:could|may|might|would|will|should|expect\w*|likely|forecast\w*|if)\b")
#: "Took profits on names that did well last week": the time is of the relative clause alone.
_RELATIVE = expression(r"\b(?<!said )(?<!says )(?:that|which|who|whose) [^,;:]*$")
_SPANS = {"week": Basis.WEEK, "month": Basis.MONTH, "ytd": Basis.YTD}

#: A sentence that begins so compares with the figure before it.
COMPARES = expression(r"(?:this|that|it|which) (?:compares?|compared) (?:with|to)\b|by (?:comparison|contrast),")


def lead_basis(lower: str, start: int, end: int) -> Basis | None:
    """The stretch of time that a sentence without figures speaks of, for the figures that follow it.

    >>> lead_basis("shares rose during the week on hopes of aid.", 0, 43)
    <Basis.WEEK: 'week'>
    """
    found = _LEAD.search(lower, start, end)
    if found is None or _SUPPOSED.search(lower, start, found.start()) or _RELATIVE.search(lower[start : found.start()]):
        return None
    return _SPANS[found.lastgroup or "week"]


RULES = (
    Cue(id="en.periods.week", code=k.BASIS, basis=Basis.WEEK, words="""for the week | this week | last week | on the week | over the week | in the week | during the week | for the week so far | so far this week | weekly | in past week | week-on-week | past week | the past week | over the past week | in the past week | for a weekly
        | the previous week | the whole week | on a weekly basis | a weekly | its weekly | over the five days | over the same five days | in the last week | over the last week | during a week | from a week ago | from a week earlier | from the previous week | since last friday"""),
    Phrase(id="en.periods.in-which", code=k.BASIS, words="a week in | the week in | a month in | the month in | a year in | the year in", pattern=r"(?:a|the) (?P<unit>week|month|year) in which", read=lambda m: ({"week": Basis.WEEK, "month": Basis.MONTH, "year": Basis.YEAR}[m["unit"]], None)),
    Phrase(id="en.periods.and-the", code=k.BASIS, words="and the week | and the month | and the quarter | and the year", pattern=r"and the (?P<unit>week|month|quarter|year)(?= (?:up |down |about |more than |almost |nearly )?\d)", read=lambda m: ({"week": Basis.WEEK, "month": Basis.MONTH, "quarter": Basis.QUARTER, "year": Basis.YEAR}[m["unit"]], None)),
    Cue(id="en.periods.month", code=k.BASIS, basis=Basis.MONTH, words="""for the month | this month | last month | on the month | so far this month | monthly | in past month | the past month | over the past month | in the past month | for the past month | during the month | previous month | the month so far | in the month | over the month | in the last month | over the last month | from a month earlier | since the start of the month | since the beginning of the month | since the month began"""),
    Cue(id="en.periods.quarter", code=k.BASIS, basis=Basis.QUARTER, words="this quarter | last quarter | for the quarter | in the quarter | so far this quarter | quarterly | in the first quarter | in the second quarter | in the third quarter | in the fourth quarter | over the quarter | the past quarter | on the quarter"),
    Cue(id="en.periods.half", code=k.BASIS, basis=Basis.HALF, words="in the first half | first half of the year | in the second half | for the half | half-yearly | in the first six months | over the first six months | in the half"),
    Cue(id="en.periods.year-to-date", code=k.BASIS, basis=Basis.YTD, words="""this year | so far this year | year to date | year-to-date | so far in the year | since the start of the year | since the beginning of the year | since the year began | since new year | since new year's day | since january | from the start of the year | since the turn of the year | this year so far | since the year started | on the year | for the year to date | ytd | for the year so far
        | from the beginning of the year | where it began the year | since the start of january | this year's | from where it started the year | at the beginning of the year | at the start of the year"""),
    Cue(id="en.periods.year", code=k.BASIS, basis=Basis.YEAR, words="last year | for the year | for the whole year | for the full year | for all of the year | over the whole year | over the full year | yearly | over the past year | in the past year | annual | in the year | over the year | the past year | over the last year | over the past twelve months | in the past 12 months | the previous year | during the year | annually last year"),
    Cue(id="en.periods.offer", code=k.BASIS, basis=Basis.IPO, words="""from the offer price | its offer price | the offer price | offer price | issue price | its issue price | the issue price | ipo price | its ipo price | in its debut | on its debut | on debut | trading debut | on their debut | at its debut | at their debut | at its trading debut | at its market debut | on its opening day | on the first day of trading | in their trading debut | in their debut
        | its listing price | initial public offering price | from its offer price | first day of trading | on its first day | on its first trading day | on their first trading day | its first trading day | their first trading day | on their first day | market debut | in its trading debut | in its market debut | its initial public offering price | the ipo price | gray market | grey market"""),
    Cue(id="en.periods.ended-the-week", code=k.STATE, basis=Basis.WEEK, words="ended the week | ended the trading week | finished the week | closed the week | closed out the week | cap the week | capped the week | rounded off the week | ends the week | finish the week | end the week | ended last week"),
    Cue(id="en.periods.ended-the-month", code=k.STATE, basis=Basis.MONTH, words="ended the month | finished the month | closed the month | ends the month | finish the month"),
    Cue(id="en.periods.ended-the-year", code=k.STATE, basis=Basis.YEAR, words="ended the year | finished the year | closed the year | ended last year"),
    Cue(id="en.periods.above-offer", code=k.BASIS, basis=Basis.IPO, sign=1, words="above issue | above offer"),
    Cue(id="en.periods.below-offer", code=k.BASIS, basis=Basis.IPO, sign=-1, words="below issue | below offer"),
    Phrase(id="en.periods.offer-price", code=k.BASIS, words="above | above the | below | below the | under | over | more than | more than the | less than | less than the | higher than | lower than",
           pattern=r"(?P<way>above|below|under|over|(?:more|less|higher|lower) than) (?:its|the|their|an?) (?:(?:initial|final|ipo) )?(?:(?:hk|us)?\$ ?\d[\d,.]*(?: yuan)? |\d[\d,.]* yuan )?(?:initial public offering|public offering|offering|offer|issue|listing|ipo|flotation|subscription) price",
           read=lambda m: (Basis.IPO, None, 1 if m["way"] in ("above", "over", "more than", "higher than") else -1)),
    Phrase(id="en.periods.day-one", code=k.BASIS, words="on day one", pattern=r"on day one(?= of (?:trading|trade|dealings)\b|[,.;]|$| and )", read=lambda m: (Basis.IPO, None)),
    Phrase(id="en.periods.what-was-paid", code=k.BASIS, words="above | below | over | under | more than | more than the | less than | less than the",
           pattern=r"(?P<way>above|over|more than|below|under|less than) (?:what )?(?:the )?(?:investors|subscribers|buyers|applicants)(?: had)? paid\b",
           read=lambda m: (Basis.IPO, None, 1 if m["way"] in ("above", "over", "more than") else -1)),
    Phrase(id="en.periods.after-offer", code=k.BASIS, words="after | following", pattern=r"(?:after|following) (?:an?|its|their|the) (?:\S+ ){0,4}?(?:ipo|initial public offering|flotation)\b", read=lambda m: (Basis.IPO, None)),
    Phrase(id="en.periods.since-listing", code=k.BASIS, words="since its | since the | since their", pattern=rf"since (?:its|the|their) (?:{MONTHS} )?(?:(?:19|20)\d\d )?(?:listing|flotation|ipo|initial public offering)\b", read=lambda m: (Basis.IPO, None)),
    Cue(id="en.periods.expiry", code=k.WORDS, words="expiring this month | expiring next month | expiring in | due this month | for delivery in | delivery this month"),
    Phrase(id="en.periods.in-year", code=k.BASIS, words="so far in | in | for | of",
           pattern=r"(?:so far in|in|for|of) (?P<year>(?:19|20)\d\d)(?![\d,.]\d)(?! (?:high|low|peak))(?P<far> so far)?", read=lambda m: (Basis.YTD if m[0].startswith("so") or m["far"] else Basis.YEAR, PartialDate(int(m["year"])))),
    Phrase(id="en.periods.ended-a-year", code=k.STATE, basis=Basis.YEAR, words="ended | finished | closed | closed out", pattern=r"(?:ended|finished|closed|closed out) (?P<year>(?:19|20)\d\d)(?![\d,.]\d| points)", read=lambda m: PartialDate(int(m["year"]))),
    Phrase(id="en.periods.in-month", code=k.BASIS, words="in | for | during | over",
           pattern=rf"(?:in|for|during|over) (?P<day>{MONTHS}(?: (?:19|20)\d\d)?)(?! \d)(?! (?:high|low|peak|trade|delivery|contracts?|settlement|futures|[a-z]+ futures))", read=lambda m: (Basis.MONTH, month_day(m["day"]))),
    Phrase(id="en.periods.since", code=k.BASIS, words="since | from | off | below | beneath | under | above | against",
           pattern=rf"(?:since|from|off|below|beneath|under|above|against) (?:its|their|the|a|an|this year's|last year's)?\s?(?:start of |end of |beginning of |close on |close of |revaluation of |level of |level on |early |late |mid-)*(?P<day>{MONTHS}(?: \d{{1,2}}(?:st|nd|rd|th)?)?(?:,? (?:19|20)\d\d)?(?!\d)|(?:19|20)\d\d(?!\d))(?: (?:level|low|high|peak|trough|bottom|top|close|summit|record|lows|highs|revaluation|all-time high|start))?", read=_since),
    Phrase(id="en.periods.since-weekday", code=k.BASIS, words="since", pattern=rf"since (?P<last>last )?(?P<day>{'|'.join(WEEKDAYS)})(?:'s (?:close|finish))?",
           read=lambda m: (Basis.SINCE, ("weekday", WEEKDAYS.index(m["day"]), bool(m["last"]), None))),
    Phrase(id="en.periods.since-event", code=k.BASIS, words="since", pattern=r"since (?:the|its|their) [a-z]+(?: listing| announcement| debut| break| vote| election)?(?=[,.;]| to | at |$)", read=lambda m: (Basis.SINCE, None)),
    Phrase(id="en.periods.from-extreme", code=k.BASIS, words="since | from | off | below | beneath | under | above",
           pattern=r"(?:since|from|off|below|beneath|under|above) (?:its|their|the|a|an|that|this year's|last year's|an? all-time|its all-time)\s?(?:record |recent |all-time |fresh |\w+-month |\w+-year |\w+-week |52-week |lifetime |year's |prior |post-crisis )*(?P<end>peak|high|low|trough|bottom|top|summit|record|lows|highs|revaluation|previous peak|(?:high|low)est(?: level| close| point| price)?(?: this year| of the year| last year)?)\b(?! spot| line| of the)", read=lambda m: (Basis.SINCE, None, _side(m))),
    Phrase(id="en.periods.between-months", code=k.BASIS, words="between", pattern=rf"between (?P<day>{MONTHS}(?: \d{{1,2}})?(?:,? (?:19|20)\d\d)?) and {MONTHS}(?: \d{{1,2}})?(?:,? (?:19|20)\d\d)?", read=lambda m: (Basis.SINCE, month_day(m["day"]))),
    Phrase(id="en.periods.short-week", code=k.BASIS, words="in its | in a | in the | over a", pattern=r"(?:in|over) (?:its|a|the) (?:holiday-shortened|shortened|\w+-day) (?:trading )?week", read=lambda m: (Basis.WEEK, None)),
    Phrase(id="en.periods.days", code=k.BASIS, words="in | over | in the | over the | in the past | over the past | in the last | over the last | for | during the past | over its last | in just | in its last",
           pattern=rf"(?:in|over|for|during)(?: the| just| its)?(?: past| last| previous| prior| first)? ?(?P<count>{_COUNT}) (?:straight |consecutive |trading )?(?P<unit>days|sessions|trading days|weeks|months|years?|trading sessions)(?:,? (?:starting|beginning)(?: in| on| from)? (?:late |early |mid-)?(?P<day>{MONTHS}(?: \d{{1,2}}(?!\d))?(?:,? (?:19|20)\d\d)?))?", read=_days),
    Phrase(id="en.periods.run-of-days", code=k.BASIS, words="two-day | three-day | four-day | five-day | six-day | seven-day | eight-day | nine-day | ten-day | two-week | three-week | two-month | three-month | four-month | five-month | six-month",
           pattern=r"(?P<unit>\w+-(?:day|week|month))(?= (?:gain|gains|rally|advance|run|drop|fall|decline|loss|losses|slide|slump|rise|rout|surge|climb|rebound|sell-off|selloff|retreat|tumble)\b)", read=lambda m: (Basis.SINCE, None)),
    Phrase(id="en.periods.reference-date", code=k.BASIS, words="during the period | over the period | over that period | in that time | since then | over that time | over that stretch | over that span | over the span | over the stretch | over the same stretch | over the same period | in the period",
           pattern=r"(?:during the|over the|over that|in that|since|over the same|in the) (?:period|time|then|span|stretch|same period|same stretch)", read=lambda m: (Basis.SINCE, "same")),
    Construction(id="en.periods.compared", step="compared-period"),
)  # fmt: skip
