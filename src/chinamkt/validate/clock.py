"""Whether trading is told of an hour at which there was trading. Table: the markets' hours."""

from __future__ import annotations

import datetime as dt
import re

from attrs import frozen

from chinamkt.model.facts import Basis, Phase, PriceMove
from chinamkt.model.report import Report, Severity
from chinamkt.reference.trading_days import FIRST, LAST, Hours, hours, is_session
from chinamkt.validate.rule import MoveRule, Wrong
from chinamkt.validate.whereabouts import market_of, stated_day
from chinamkt.validate.words import quote

__all__ = ["SessionTime", "session_time"]

_CLOCK = re.compile(
    r"(?<![\d.,:$])(?:(?P<hour>1[0-2]|0?[1-9])[:.](?P<minute>[0-5]\d) ?(?P<half>[ap])\.?m\b|"
    r"(?P<hour24>1\d|2[0-3]|09):(?P<minute24>[0-5]\d)(?![:\d%])|"
    r"(?P<part>上午|早上|下午|中午)?(?P<hourzh>1?\d)[时時点點](?P<minutezh>[0-5]\d)分)",
    re.IGNORECASE,
)
#: Behind or before the hour: the clock of another place. Without one, or with the markets' own, it is theirs.
_ELSEWHERE = re.compile(
    r"\b(?:GMT|UTC|E[SD]?T|P[SD]?T|C[SD]T|BST|CET|IST|JST|KST|AEST|AEDT|NZST|New York|London|Tokyo|Sydney|Mumbai|Singapore)\b|"
    r"美[东東]|[纽紐][约約]|[东東]京|[伦倫]敦",
)
#: That there was trading: the hour at which an article was written would not say so.
_TRADING = re.compile(r"\btrad(?:ed|ing)\b|\bchang(?:ed|ing) hands\b|成交|交投|[买買][卖賣]", re.IGNORECASE)
_SOME = dt.date(2020, 1, 2)


@frozen(slots=True)
class SessionTime(MoveRule):
    """Finds a running price of an hour at which its market had not opened yet, or was at lunch.

    It judges running figures, and what "was trading", in Hong Kong and on the mainland. Abstains for clocks of other places,
    where a quote has several hours, and in Hong Kong without a date, as its hours have changed.
    """

    code: str = "session-time"
    severity: Severity = Severity.WARNING

    def judge_move(self, report: Report, move: PriceMove) -> Wrong | str | None:
        """See the class."""
        market = market_of(move.instrument)
        if market not in ("CN", "HK") or move.basis is not Basis.DAY:
            return None
        said = quote(report, move)
        if move.phase is not Phase.INTRADAY and not _TRADING.search(said):
            return None
        clocks = [time for found in _CLOCK.finditer(said) if (time := _time(found)) is not None]
        if not clocks:
            return None
        if len(clocks) > 1 or _ELSEWHERE.search(said):
            return "the hour may be one of another place, or figure"
        day = stated_day(report, move)
        if day is None and market == "HK":
            return "no date, and the hours have changed"
        if day is None:
            day = _SOME  # the mainland's hours have always been these
        if not FIRST <= day <= LAST or not is_session(market, day):
            return f"no session is known on {day}"
        held = hours(market, day)
        if clocks[0] >= held.pre_open and not _at_lunch(clocks[0], held):
            return None
        told = " and ".join(f"{start:%H:%M} to {end:%H:%M}" for start, end in held.sessions)
        return Wrong(message=f"trading at {clocks[0]:%H:%M}; the hours are {told}", hint=f"an hour of trading: {told}")


session_time = SessionTime()


def _at_lunch(time: dt.time, held: Hours) -> bool:
    """Between the two sessions; the minutes behind a session's end still tell of it."""
    if len(held.sessions) < 2:
        return False
    end = held.sessions[0][1]
    return (end.hour, end.minute + 10) <= (time.hour, time.minute) and time < held.sessions[1][0]


def _time(found: re.Match[str]) -> dt.time | None:
    if found["hour24"]:
        return dt.time(int(found["hour24"]), int(found["minute24"]))
    if found["hour"]:
        return dt.time(int(found["hour"]) % 12 + (12 if found["half"].lower() == "p" else 0), int(found["minute"]))
    hour = int(found["hourzh"])
    if found["part"] == "下午" and hour < 12:
        hour += 12
    if found["part"] is None and hour < 9:
        return None  # of the morning or of the afternoon
    return dt.time(hour, int(found["minutezh"]))
