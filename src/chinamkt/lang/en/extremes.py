"""Records, highs and lows since a day, best and worst days, streaks."""

from __future__ import annotations

import re
from typing import Any

from chinamkt.expressions import expression
from chinamkt.lang.en.dates import MONTHS, month_day
from chinamkt.model.dates import Duration, PartialDate
from chinamkt.model.facts import Extreme, Superlative
from chinamkt.rules import kinds as k
from chinamkt.rules.rule import Phrase

__all__ = ["GOES_ON", "RULES"]

_COUNTS = {
    word: number
    for number, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    )
}
_COUNTS |= {"a": 1, "an": 1, "half a": 0, "several": 0, "fifteen": 15, "eighteen": 18, "twenty": 20, "52": 52, "decade": 10}
_N = r"(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty|\d{1,3})"
_MOVES = r"(?:gain|rise|advance|jump|rally|surge|increase|loss|drop|fall|decline|slump|slide|plunge|tumble)"
_UNIT = r"(?:day|week|month|year|decade|session)s?"
_WHEN = (
    rf"(?:since (?:at least )?(?:its |the |their )?(?:week (?:that |which )?ended |start of |early |late |mid-|end of |beginning of |(?:listing|debut|debuting|going public|ipo) (?:in [a-z]+(?: [a-z]+)? )?in )*(?P<day>{MONTHS} of last year|last {MONTHS}|{MONTHS}(?: \d{{1,2}}(?!\d))?(?:,? (?:19|20)\d\d| last year)?|(?:19|20)\d\d)"
    rf"|since (?:its|the|their) [a-z-]+(?: [a-z]+){{0,2}} (?:in|of) (?P<year>(?:19|20)\d\d)(?!\d)"
    rf"|(?:in|for|over) (?:more than |over |about |almost |nearly |around |at least |the past |close to )*(?P<count>{_N})(?: and a half)? (?P<unit>{_UNIT})(?: (?:and|or) more)?|(?P<record>on record|ever(?: recorded)?|in (?:its |their |(?:the )?(?:index|market|exchange|stock|gauge|benchmark|city)['’]s )?history|of all time|on its record|without precedent|since (?:records|data|the (?:scheme|link|programme|program|index|gauge)|trading) (?:began|started)|since (?:its (?:debut|launch|inception|listing)|listing|(?:it|they) (?:(?:was|were) (?:launched|created|introduced|set up|established)(?: in (?:19|20)\d\d)?|went public|(?:was |were )?listed|began trading|started trading|debuted))\b))"
)


def _length(count: str | None, unit: str) -> Duration | None:
    number = int(count) if count and count.isdigit() else _COUNTS.get(count or "a", 0)
    if not number:
        return None
    unit = unit.rstrip("s")
    if unit == "decade":
        return Duration(number * 10, "Y")
    if unit == "week" and number == 52:
        return Duration(1, "Y")
    return Duration(number, {"day": "D", "session": "D", "week": "W", "month": "M", "year": "Y"}[unit])


def _since(match: re.Match[str]) -> Any:
    groups = match.groupdict()
    if groups.get("record"):
        return "record"
    if groups.get("day"):
        words = groups["day"]
        if words.endswith("of last year"):
            words = words.removesuffix(" of last year")
        return month_day(words.removeprefix("last ").removesuffix(" last year"))
    if groups.get("year"):
        return PartialDate(int(groups["year"]))
    if groups.get("unit"):
        return _length(groups.get("count"), groups["unit"])
    return None


def _level(match: re.Match[str]) -> tuple[str, Superlative]:
    word = match["word"]
    kind = Extreme.HIGH if word in _HIGH_WORDS else Extreme.LOW
    closing = any(part in match.group() for part in (" clos", " finish", " ending"))
    return ("closing" if closing else "level", Superlative(kind, _since(match)))


def _move(match: re.Match[str]) -> tuple[str, Any]:
    noun = match.groupdict().get("noun") or ""
    word = match["word"]
    if word == "worst" and noun in (" close", " closing", " finish", " level"):
        return ("closing" if noun != " level" else "level", Superlative(Extreme.LOW, _since(match)))
    if (
        any(
            part in noun
            for part in (
                "loss",
                "drop",
                "fall",
                "decline",
                "slide",
                "plunge",
                "slump",
                "tumble",
                "setback",
                "retreat",
                "rout",
                "selloff",
                "sell-off",
            )
        )
        or word in _DARK
    ):
        return ("move", Superlative(Extreme.LOSS, _since(match)))
    if word in ("best", "strongest") or any(
        part in noun for part in ("gain", "rise", "advance", "jump", "rally", "surge", "increase", "climb", "rebound")
    ):
        return ("move", Superlative(Extreme.GAIN, _since(match)))
    return ("signed", _since(match))


def _named(match: re.Match[str]) -> Superlative | tuple[str, Superlative]:
    if " closing" in match.group():
        return ("closing", Superlative(Extreme.HIGH if match["word"] in _PEAKS else Extreme.LOW, "record"))
    kind = Extreme.HIGH if match["word"] in ("high", "peak", "highs", "top", "summit") else Extreme.LOW
    if match.groupdict().get("unit"):
        return Superlative(kind, _length(match["count"], match["unit"]))
    return Superlative(kind, "record")


_ADJECTIVES = {"daily": "day", "weekly": "week", "monthly": "month", "annual": "year", "yearly": "year"}


def _streak(match: re.Match[str]) -> Superlative | None:
    words = {"third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "second": 2}
    numeral = match["count"].rstrip("stndrh")
    count = int(numeral) if numeral.isdigit() else words.get(match["count"]) or _COUNTS.get(match["count"], 0)
    unit = _ADJECTIVES.get(match["adjective"], (match["unit"] or "day").rstrip("s"))
    if not match["unit"] and not any(
        part in match.group() for part in ("straight", "consecutive", "successive", "in a row", "running")
    ):
        return None
    return (
        Superlative(Extreme.STREAK, Duration(count, {"day": "D", "session": "D", "week": "W", "month": "M", "year": "Y"}[unit]))
        if count
        else None
    )


_DARK = frozenset(("worst", "bleakest", "weakest", "poorest", "darkest", "blackest", "grimmest"))
_PEAKS = frozenset(("high", "peak", "highs", "top", "summit"))
_HIGH_WORDS = frozenset(("highest", "loftiest", "strongest", "dearest", "best"))
_WEAK = frozenset(("lowest", "weakest", "softest", "feeblest", "cheapest"))
_LOW_WORDS = ("lowest", "weakest", "cheapest")

#: A sentence that begins so says more of the figure before it; what it says must be a superlative.
GOES_ON = expression(
    r"(?:it|that|this|the (?:drop|fall|decline|loss|slump|plunge|gain|rise|advance|rally|jump))(?: was| is|['’]s| marked| marks)\b"
)

#: "a 13th session in a row"
_NUMERALS = " | ".join(
    f"{lead}{number}{'nd' if number == 22 else 'rd' if number == 23 else 'st' if number == 21 else 'th'}"
    for lead in ("", "a ", "its ", "for a ")
    for number in range(6, 26)
)

RULES = (
    Phrase(
        id="en.extremes.level-since", code=k.EXTREME, words="highest | lowest | loftiest | weakest | cheapest | strongest | dearest | best | poorest",
        pattern=rf"(?P<word>highest|lowest|loftiest|weakest|cheapest|strongest|dearest|best|poorest)(?! (?:day|week|month|session|performance|showing|start|run|gain|rally|year|quarter|january|february|march|april|may|june|july|august|september|october|november|december|[a-z-]*(?:daily|weekly|monthly|annual|one-day|single-day)))(?: \w+)?(?: (?:level|levels|close|closing|closing level|finish|mark|point|reading|price|closing high|finish level))?(?: (?:for|of) (?:it|the year))?,? {_WHEN}",
        read=_level,
    ),
    Phrase(
        id="en.extremes.on-data", code=k.EXTREME, words="highest | lowest | weakest | softest | strongest | firmest | feeblest | cheapest | dearest",
        pattern=r"(?P<word>highest|lowest|weakest|softest|strongest|firmest|feeblest|cheapest|dearest)(?: (?:level|close|reading|price|rate))? (?:on|in) (?:data|records|figures) (?:that )?(?:going|dating|stretching|reaching|goes|go|date) back to (?:[a-z]+ )?(?:19|20)\d\d",
        read=lambda m: ("level", Superlative(Extreme.LOW if m["word"] in _WEAK else Extreme.HIGH, "record")),
    ),
    Phrase(
        id="en.extremes.not-seen-since", code=k.EXTREME, words="a level not seen | a level last seen | level last seen | a price last seen | not seen | last seen | levels not seen | unseen",
        pattern=rf"(?:a |the )?(?:level |levels |price |mark )?(?:not seen|last seen|unseen)(?: on| in)?,? ?{_WHEN.replace('since (?:at least )?', '(?:since |on |in )?(?:at least )?', 1)}",
        read=lambda m: ("signed-level", _since(m)),
    ),
    Phrase(
        id="en.extremes.n-month-high", code=k.EXTREME,
        words=" | ".join(f"{count}-{unit}" for count in ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "52", "18", "13", "14", "15", "16", "17", "20", "10", "11", "12", "2", "3", "4", "5", "6", "7", "8", "9", "15", "22", "25", "30") for unit in ("week", "month", "year", "day", "session")) + " | decade | multi-year",
        pattern=rf"(?:(?P<count>{_N})-(?P<unit>week|month|year|day|session)|(?P<decade>decade))(?:-| )?(?:closing |intraday )?(?P<word>high|low|peak|trough|highs|lows|top|bottom)\b",
        read=lambda m: Superlative(Extreme.HIGH if m["word"] in ("high", "peak", "highs", "top") else Extreme.LOW, Duration(10, "Y") if m["decade"] else _length(m["count"], m["unit"])),
    ),
    Phrase(
        id="en.extremes.record", code=k.EXTREME, words="record | all-time | lifetime | historical | historic | a historical | a historic | a record | fresh record | an all-time | its record",
        pattern=r"(?:an? |fresh |its )?(?:record|all-time|lifetime|historic(?:al)?)(?: closing| intraday)? (?P<word>high|low|peak|highs|lows|top|summit)\b", read=_named,
    ),
    Phrase(
        id="en.extremes.bare-record", code=k.EXTREME, words="record | a record | fresh record | new record | a fresh record | a new record | a world record | fresh intraday | a fresh intraday | intraday record | a new intraday | an intraday record | records | at records",
        pattern=r"(?:a )?(?:fresh |new |world )?(?:intraday |intra-day )?record(?:s(?=[,.;:]| and |$)|(?=[,.;)]|$| \d| (?:hk|us)?\$| close| finish| since| and | on | for a| at the time| of (?:hk|us)?\$?\d| \())(?: close| finish)?", read=lambda m: ("signed-closing" if m[0].endswith(("close", "finish")) else "signed-level", "record"),
    ),
    Phrase(
        id="en.extremes.record-move", code=k.EXTREME, words="record | a record | records | its record | a one-day | a single-day | a daily",
        pattern=rf"(?:(?:an? |its |their )?records?(?: for an?)?(?: one-day| single-day| daily| weekly| monthly|['’]s| day['’]s| week['’]s| month['’]s)* {_MOVES}|an? (?:one-day|single-day|daily) {_MOVES} without precedent)\b", read=lambda m: ("signed", "record"),
    ),
    Phrase(
        id="en.extremes.record-again", code=k.EXTREME,
        words=" | ".join(f"{lead} {count}" for lead in ("its", "a", "the") for count in ("second", "third", "fourth", "fifth", "sixth")),
        pattern=r"(?:its|a|the) (?:second|third|fourth|fifth|sixth)(?: straight| consecutive| successive)? record(?: close| finish)?(?: in \w+ (?:days|sessions|weeks))?\b", read=lambda m: ("signed-closing" if " close" in m[0] or " finish" in m[0] else "signed-level", "record"),
    ),
    Phrase(
        id="en.extremes.new-high-since", code=k.EXTREME, words="a new high | a new low | a fresh high | a fresh low | a high | a low | new highs | new lows",
        pattern=rf"(?:a )?(?:new |fresh )?(?P<word>high|low|highs|lows),? (?!in ){_WHEN}", read=lambda m: Superlative(Extreme.HIGH if m["word"] in _PEAKS else Extreme.LOW, _since(m)),
    ),
    Phrase(
        id="en.extremes.depth-not-seen", code=k.EXTREME, words="a depth | a height | a low | a high | a mark",
        pattern=rf"a (?:depth|height|low|high|mark) (?:not|last) \w+ {_WHEN}", read=lambda m: ("signed-level", _since(m)),
    ),
    Phrase(
        id="en.extremes.than-any-day", code=k.EXTREME, words="more than on any | more than in any | the most on any | the most in any | larger than on any",
        pattern=rf"(?:the )?(?:more than|most|larger than) (?:on|in) any (?:other |single )?(?:day|week|month|session|year),? {_WHEN}", read=lambda m: ("signed", _since(m)),
    ),
    Phrase(
        id="en.extremes.best-day", code=k.EXTREME, words="best | worst | biggest | largest | steepest | sharpest | heaviest | most | bleakest | darkest | blackest | grimmest | strongest | deepest | greatest",
        pattern=rf"(?P<word>best|worst|biggest|largest|steepest|sharpest|heaviest|most severe|bleakest|darkest|blackest|grimmest|strongest|most|deepest|greatest)(?P<noun>(?: [a-z-]+){{0,4}}?),? {_WHEN}", read=_move,
    ),
    Phrase(
        id="en.extremes.longest-run", code=k.EXTREME, words="longest",
        pattern=rf"longest(?: [a-z-]+){{0,3}}?,? {_WHEN}", read=lambda m: Superlative(Extreme.STREAK, _since(m)),
    ),
    Phrase(
        id="en.extremes.streak", code=k.EXTREME, words="tenth | a ninth | a tenth | its seventh | its eighth | for a third | for a fourth | for a fifth | for a sixth | for a seventh | for an eighth | for a ninth | for a tenth | a third | a fourth | a fifth | a sixth | a seventh | third | fourth | fifth | sixth | seventh | eighth | for the third | its third | its fourth | its fifth | its sixth | a second | its second | second | " + _NUMERALS,
        pattern=r"(?:for )?(?:an? |its |the )?(?P<count>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:st|nd|rd|th))(?:[ -]straight| consecutive| successive| green| red)*(?: (?P<unit>day|session|week|month)s?\b(?: of (?:gains|losses|falls|declines|advances)|in a row| running)?|(?: (?P<adjective>daily|weekly|monthly|annual|yearly))? (?:gain|decline|loss|advance|fall|rise|drop|increase|win|one)(?: in a row| running)?)(?! in (?:two|three|four|five|six|seven|eight|nine|ten|\d)| of the )", read=_streak,
    ),
)  # fmt: skip
