"""Where in the day a figure stands."""

from __future__ import annotations

from chinamkt.expressions import expression
from chinamkt.model.facts import Phase
from chinamkt.rules import kinds as k
from chinamkt.rules.rule import Cue, Phrase

__all__ = ["RULES"]


_LEAD = expression(
    r"\b(?:(?P<premarket>pre-?market|pre-bell|(?:before|ahead of) (?:[a-z]+'s |the )?(?:opening )?(?:bell|opening|open)\b)"
    r"|(?P<close>(?<!is )(?<!are )(?<!was )(?<!were )(?<!be )(?<!remain )(?<!remained )clos(?:ed|ing)|(?<!est )(?<!rst )close|end(?:ed|ing)|finish(?:ed|ing))|(?P<open>open(?:ed|ing)))\b"
)
_LEADS = {"premarket": Phase.PREMARKET, "close": Phase.CLOSE, "open": Phase.OPEN}


def lead_phase(lower: str, start: int, end: int) -> Phase | None:
    """The part of the day that a sentence without figures speaks of; it holds for the one it leads in.

    >>> lead_phase("hong kong stocks closed little changed.", 0, 39)
    <Phase.CLOSE: 'close'>
    """
    found = _LEAD.search(lower, start, end)
    return _LEADS[found.lastgroup] if found and found.lastgroup else None


def _clock(match: object) -> Phase:
    return Phase.INTRADAY


RULES = (
    Cue(
        id="en.sessions.close-verb", code=k.STATE, phase=Phase.CLOSE,
        words="""closed | closing | closes | close | ended | ending | ends | end | finished | finishing | finishes | finish | settled | settling | settles | settle | wound up
        | ended the day | ended the session | ended the trading day | finished the day | finished the session | closed the day | closed out | closing out | ended the trading session
        | completed the day | capped the day | ended trading | cap the trading week | cap the session | cap the day | rounded off the day | came to rest | for a close of | for a finish of""",
    ),
    Cue(
        id="en.sessions.close-noun", code=k.PHASE, phase=Phase.CLOSE,
        words="at the close | at the finish | by the close | at the end of trading | by the end of trading | at the end of the day | by the closing bell | at the closing bell | when the bell rang | at closing | at the end of the session | closing level | close of trade | close of trading | close of business",
    ),
    Cue(
        id="en.sessions.open-verb", code=k.STATE, phase=Phase.OPEN,
        words="opened | opening | opens | open | started | starting | starts | began trading | begin trading | began | started the day | opened for trading | kicked off",
    ),
    Cue(
        id="en.sessions.open-noun", code=k.PHASE, phase=Phase.OPEN,
        words="at the open | at the opening | at the opening bell | at the start of trading | on opening | in opening trade | in the opening minutes | at the outset | shortly after open | in opening deals",
    ),
    Cue(
        id="en.sessions.midday", code=k.PHASE, phase=Phase.MORNING,
        words="""at midday | by midday | as of midday | as of noon | as of the midday break | at the midday break | by the midday break | at the break | by the break | at the lunch break | by the lunch break | by the noon recess | at noon | before noon | for the morning
        | by noon | at lunch | by lunch | by lunchtime | at lunchtime | went to lunch | at the noon break | by the noon break | midday break | in the morning session | in the morning | the morning session | paused for lunch | going to lunch | broke for lunch | lunch break | noon break | noon trading break | at the noon trading break | at the end of the morning session | by the end of the morning session | at the end of morning trading | at the end of morning trade | at mid-day | by mid-day | at the mid-day break | by the mid-day break | at the midday recess | at the lunchtime break | at the noon recess | at the halfway mark | at the interval | lunch hour""",
    ),
    Cue(
        id="en.sessions.intraday", code=k.PHASE, phase=Phase.INTRADAY,
        words="""in early trade | in early trading | in early deals | in early dealings | in morning trade | in morning trading | in morning deals | in afternoon trade | in afternoon trading | in afternoon dealings
        | in late trade | in late afternoon dealings | early in the session | earlier in the session | in the final hour | in its final hour of trade | in final hour of trade | during the session | in intraday trading | in intraday trade
        | intraday | mid-morning | in mid-morning trade | by mid-morning | by mid-afternoon | mid-afternoon | during the morning | in the afternoon | in early afternoon | in the first hour | in the first half-hour | in the first minutes | was last | were last | last traded
        | last trading | was last trading | was last traded | in early action | in early hong kong trading | in early asian trade | in asian trade | earlier in the day | at the time of writing | so far in the session | in late morning trade
        | early afternoon session | late morning | afternoon trade | monday afternoon trade | in late trading | in mid-day trade | as of the final hour | was recently | were recently | in choppy trade""",
    ),
    Cue(id="en.sessions.troughed", code=k.STATE, phase=Phase.LOW, words="troughed | troughed out | troughing | bottomed | bottomed out | bottoming"),
    Cue(id="en.sessions.peaked", code=k.STATE, phase=Phase.HIGH, words="peaked | peaked out | peaking"),
    Cue(id="en.sessions.settle-back", code=k.STATE, phase=Phase.INTRADAY, words="settled back | settling back | eased back to | easing back to"),
    Cue(id="en.sessions.for-a-while", code=k.PHASE, value="peak", words="at one stage | at one time | at one point | at its most extreme | at some point"),
    Cue(id="en.sessions.at-best", code=k.PHASE, phase=Phase.HIGH, words="at its best | at their best | at its high | at its peak | at the day's high"),
    Cue(id="en.sessions.at-worst", code=k.PHASE, phase=Phase.LOW, words="at its worst | at their worst | at its low | at the day's low | at the lows"),
    Cue(
        id="en.sessions.premarket", code=k.PHASE, phase=Phase.PREMARKET,
        words="premarket | pre-market | premarket trading | pre-market trading | in premarket | before the bell | ahead of the bell | pre-bell | before the open | ahead of the open | premarket trade | premarket session",
    ),
    Phrase(id="en.sessions.early-gains", code=k.PHASE, words="early | initial", pattern=r"(?:early|initial)(?= (?:gains?|losses|loss|advance|decline|drop|rally|rise|fall|jump|slide)\b)", read=lambda m: Phase.INTRADAY),
    Phrase(id="en.sessions.minutes", code=k.PHASE, words="after | within", pattern=r"(?:after|within) (?:about |just )?(?:an?|one|two|three|five|ten|fifteen|twenty|thirty|\d+|the first|a few|half an) (?:minutes?|hours?)(?: of trade| of trading)?\b", read=lambda m: Phase.INTRADAY),
    Phrase(id="en.sessions.before-bell", code=k.PHASE, words="before | ahead of", pattern=r"(?:before|ahead of) (?:[a-z]+'s |the )?(?:opening )?bell", read=lambda m: Phase.PREMARKET),
    Cue(
        id="en.sessions.postmarket", code=k.PHASE, phase=Phase.POSTMARKET,
        words="after-hours | after hours | in after-hours trading | in extended trading | extended trading | postmarket | post-market | aftermarket | after the bell",
    ),
    Phrase(
        id="en.sessions.clock", code=k.PHASE, words="at | by | as of | around | since | until | just after | shortly after",
        pattern=r"(?:at|by|as of|around|since|until|just after|shortly after) (?:about )?(?:\d{1,2}[:.]\d\d ?(?:am|pm|a\.m\.?|p\.m\.?|gmt|et|est|hkt|ist|jst|cst|sgt|local time|hours|hrs|in )|\d{4} ?(?:gmt|et|hkt|ist|hours|hrs|local)|\d{1,2} ?(?:am|pm|a\.m\.?|p\.m\.?)(?![a-z])|\d{1,2}:\d\d(?![\d%]| per))(?: (?:local time|in [a-z ]{3,14} time|gmt|et|ist|hkt))?",
        read=_clock,
    ),
)  # fmt: skip
