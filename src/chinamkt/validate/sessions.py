"""Whether there was a session on the day that a fact speaks of, and whether it was over. Table: the trading calendar."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache

from attrs import frozen

from chinamkt.model.facts import Basis, Channel, Fact, FundFlow, Phase, PriceMove, Turnover
from chinamkt.model.instruments import Index, Market, Security
from chinamkt.model.report import Abstention, Finding, Report, Severity
from chinamkt.reference.trading_days import (
    FIRST,
    LAST,
    SessionKind,
    TradingDay,
    hours,
    next_session,
    previous_session,
    trading_day,
)
from chinamkt.validate.protocol import Context
from chinamkt.validate.rule import FactRule, Wrong
from chinamkt.validate.weekday import named_weekdays
from chinamkt.validate.whereabouts import day_of, instrument_of, market_of, published_day, published_time
from chinamkt.validate.words import quote, spans_of, words_at

__all__ = [
    "CloseEarly", "ConnectClosed", "FutureDated", "HalfDay", "SessionClosed", "close_early", "connect_closed", "future_dated",
    "half_day", "session_closed",
]  # fmt: skip

_PLACES = {"HK": "Hong Kong", "CN": "the mainland's exchanges"}
_HOLIDAY = re.compile(r"\bholidays?\b|\b(?:closed|shut) (?:for|on|due)\b|休市|假期|放假|[补補]假", re.IGNORECASE)
_TODAY = re.compile(r"\btoday\b|今[日天早午]", re.IGNORECASE)
#: Further ahead, the article's date is likelier to be wrong than its figures'.
_NEAR = dt.timedelta(days=7)
#: New Zealand in summer.
_FURTHEST = dt.timezone(dt.timedelta(hours=13))
_AFTERNOON = re.compile(r"\bafternoon\b|\bafter (?:the )?lunch\b|午[后後](?!两点前|兩點前)|下午", re.IGNORECASE)


def _day_fact(fact: Fact) -> bool:
    """Whether the fact is about one day's trading on an exchange (not a week, nor a change since some day)."""
    if isinstance(fact, PriceMove):
        return fact.basis is Basis.DAY and isinstance(fact.instrument, Index | Security | Market)
    return isinstance(fact, Turnover)


def _session(report: Report, fact: Fact) -> TradingDay | str | None:
    """The day of a fact about a day of trading in Hong Kong or on the mainland; why it can't be told; ``None`` for others."""
    instrument = instrument_of(fact)
    market = market_of(instrument) if instrument is not None and _day_fact(fact) else None
    if market not in _PLACES or market is None:
        return None
    day = day_of(fact)
    if day is None:
        return "no full date"
    if not FIRST <= day <= LAST:
        return f"{day} is not in the calendar"
    if day == published_day(report, fact) and not _is_named(report, fact, day):
        return "its day is but that of publication"
    told = trading_day(market, day)
    return told if told.verified else f"the calendar is not sure of {day}"


def _is_named(report: Report, fact: Fact, day: dt.date) -> bool:
    """Whether the text tells the day of a fact, and not the page's stamp alone.

    Its own words do, else the article does that names the weekday elsewhere. But on weekends articles look back, and what
    they name of a Sunday is no session; and who tells of a holiday gives the figures of the day before.
    """
    if _names_it_itself(report, fact, day):
        return True
    return day.weekday() < 5 and day.weekday() in _named(report.text) and not _HOLIDAY.search(report.text)


def _names_it_itself(report: Report, fact: Fact, day: dt.date) -> bool:
    """Whether the words of a fact's own date have the weekday, or digits."""
    if fact.evidence is None:
        return True
    words = words_at(report, fact, fact.evidence.date)
    return day.weekday() in named_weekdays(words) or any(letter.isdigit() for letter in words)


@lru_cache(maxsize=4)
def _named(text: str) -> frozenset[int]:
    """The weekdays that a whole text names: asked for every fact of it."""
    return frozenset(named_weekdays(text))


@frozen(slots=True)
class SessionClosed:
    """Finds figures of a day's trading for a day on which the market was closed.

    It judges moves over a day, levels and turnover of what is traded in Hong Kong or on the mainland. Abstains without a
    full date, and where the calendar ends or is not sure.
    """

    code: str = "session-closed"
    severity: Severity = Severity.ERROR
    needs: tuple[str, ...] = ()

    def check(self, report: Report, context: Context) -> Iterator[Finding | Abstention]:
        """One finding a fact."""
        for fact in report.facts:
            told = _session(report, fact)
            if isinstance(told, str):
                yield Abstention(code=self.code, reason=told, fact=fact)
            elif told is not None and not told.is_session:
                yield Finding(
                    code=self.code,
                    severity=self.severity,
                    message=f"{_PLACES[told.market]} closed on {told.date:%A}, {told.date}: {told.reason}",
                    facts=(fact,),
                    spans=spans_of(fact),
                    hint=_neighbours(told),
                )


session_closed = SessionClosed()


def _neighbours(told: TradingDay) -> str:
    around = []
    if told.date > FIRST + dt.timedelta(days=15):
        around.append(str(previous_session(told.market, told.date)))
    if told.date < LAST - dt.timedelta(days=15):
        around.append(str(next_session(told.market, told.date)))
    return f"a session: {' or '.join(around)}"


@frozen(slots=True)
class HalfDay(FactRule):
    """Finds an afternoon's trading in Hong Kong on a day that ended at noon.

    It judges facts whose words speak of the afternoon. Abstains without a full date.
    """

    code: str = "half-day"
    severity: Severity = Severity.ERROR

    def judge(self, report: Report, fact: Fact) -> Wrong | str | None:
        """See the class."""
        if not _AFTERNOON.search(quote(report, fact)):
            return None
        told = _session(report, fact)
        if told is None or isinstance(told, str):
            return told
        if told.kind is not SessionKind.HALF:
            return None
        return Wrong(message=f"Hong Kong closed at noon on {told.date}: {told.reason}", hint="the morning, or another day")


half_day = HalfDay()


@frozen(slots=True)
class ConnectClosed(FactRule):
    """Finds a day's flow through Stock Connect on a day on which one of the two markets was closed.

    Abstains without a full date, for flows over more than a day, and for large orders, which need no link. Source:
    since 2023-04-24 both directions are open when both markets are (etfstrategy.com/china-hong-kong-stock-connect-opens-on-
    more-trading-days-10339/); before that they were open on fewer days.
    """

    code: str = "connect-closed"
    severity: Severity = Severity.WARNING

    def judge(self, report: Report, fact: Fact) -> Wrong | str | None:
        """See the class."""
        if not isinstance(fact, FundFlow) or fact.channel is Channel.MAIN:
            return None
        day = day_of(fact)
        if fact.basis is not Basis.DAY:
            return f"the flow is over {fact.basis.value}, not a day"
        if day is None:
            return "no full date"
        if not FIRST <= day <= LAST:
            return f"{day} is not in the calendar"
        shut = next((told for told in (trading_day(market, day) for market in _PLACES) if not told.is_session), None)
        if shut is None:
            return None
        return Wrong(
            message=f"no Stock Connect on {shut.date}: {_PLACES[shut.market]} closed ({shut.reason})",
            hint="a day on which both markets trade",
        )


connect_closed = ConnectClosed()


@frozen(slots=True)
class FutureDated:
    """Finds figures of a day after the one on which their article came out; more than a week after, a warning.

    Abstains without a full date of the fact, or of its article. A page that gives a day without a zone may count its days
    by New York's time: then what the next day brought in Asia may stand in it, but no close of Hong Kong or the mainland.
    """

    code: str = "future-dated"
    severity: Severity = Severity.ERROR
    needs: tuple[str, ...] = ()

    def check(self, report: Report, context: Context) -> Iterator[Finding | Abstention]:
        """One finding a fact."""
        for fact in report.facts:
            if not isinstance(fact, PriceMove | Turnover | FundFlow):
                continue
            day, out = day_of(fact), published_day(report, fact)
            if day is None or out is None:
                yield Abstention(code=self.code, reason="no full date" if day is None else "its article has no date", fact=fact)
            elif day > _last_possible(report, fact, out):
                if fact.evidence is not None and fact.evidence.rule and fact.evidence.date is None:  # of another sentence
                    yield Abstention(code=self.code, reason="its own words tell no day", fact=fact)
                    continue
                yield Finding(
                    code=self.code,
                    severity=self.severity if day <= out + _NEAR else Severity.WARNING,
                    message=f"figures of {day} in an article of {out}",
                    facts=(fact,),
                    spans=spans_of(fact),
                    hint=f"a day up to {out}",
                )


future_dated = FutureDated()


def _last_possible(report: Report, fact: Fact, out: dt.date) -> dt.date:
    """The last day of which an article can tell: it is later in Auckland than in Hong Kong."""
    instrument = instrument_of(fact)
    near = instrument is None or market_of(instrument) in _PLACES
    time = published_time(report, fact)
    if time is not None:
        return out if near else time.astimezone(_FURTHEST).date()
    closed = near and isinstance(fact, PriceMove) and fact.phase is Phase.CLOSE
    return out if closed or out == dt.date.max else out + dt.timedelta(days=1)


@frozen(slots=True)
class CloseEarly:
    """Finds a closing figure in an article that came out before the close.

    It judges closing figures of the day of publication, in Hong Kong and on the mainland, whose own words say that day.
    Abstains where the page gives no hour and zone, and where the day may be the one before.
    """

    code: str = "close-early"
    severity: Severity = Severity.ERROR
    needs: tuple[str, ...] = ()

    def check(self, report: Report, context: Context) -> Iterator[Finding | Abstention]:
        """One finding a fact."""
        for fact in report.moves:
            if fact.phase is not Phase.CLOSE:
                continue
            told = _session(report, fact)
            time = published_time(report, fact)
            if isinstance(told, str):
                yield Abstention(code=self.code, reason=told, fact=fact)
            elif told is None or not told.is_session:
                continue
            elif time is None:
                yield Abstention(code=self.code, reason="its article has no hour with a zone", fact=fact)
            elif time.date() == told.date and time.time() < hours(told.market, told.date).sessions[-1][1]:
                if not _names_it_itself(report, fact, told.date) and not _TODAY.search(quote(report, fact)):
                    yield Abstention(code=self.code, reason="the close may be that of the day before", fact=fact)
                    continue
                end = hours(told.market, told.date).sessions[-1][1]
                yield Finding(
                    code=self.code,
                    severity=self.severity,
                    message=f"a close of {told.date} in an article of {time:%H:%M}; trading ended at {end:%H:%M}",
                    facts=(fact,),
                    spans=spans_of(fact),
                    hint="figures of the running session, or a later hour",
                )


close_early = CloseEarly()
