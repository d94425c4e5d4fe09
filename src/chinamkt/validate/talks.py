"""Where and when the United States and China held talks, and which round it was. Source: market-rules.md, section 10."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from attrs import frozen

from chinamkt.model.facts import EventKind, EventStatus, TradeEvent
from chinamkt.model.report import Abstention, Finding, Report, Severity
from chinamkt.reference.timeline import LAST_DAY, Act, place_key, timeline
from chinamkt.validate.acts import days_of, in_words, outside, sentence_of, told_on
from chinamkt.validate.protocol import Context
from chinamkt.validate.words import spans_of

__all__ = ["RoundNumber", "TalksPlaceDate", "round_number", "talks_place_date"]

_TALKS = (EventKind.TALKS, EventKind.MEETING)
#: From here on every round between the two delegations is in the timeline.
_COMPLETE = dt.date(2025, 5, 1)
#: Who arrives early and who writes on another side of the world.
_SLACK = 2
#: In their own capitals officials meet all the time.
_CAPITALS = frozenset(("beijing", "washington"))
#: News of a round is told some weeks before and after.
_NEWS = dt.timedelta(days=21)

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
             "twelfth", "thirteenth")  # fmt: skip
_ROUND = re.compile(
    rf"\b(?P<word>{'|'.join(_ORDINALS)}|(?P<digits>\d{{1,2}})(?:st|nd|rd|th))[- ]round\b"
    r"|第(?P<zh>[一二三四五六七八九十]{1,3}|\d{1,2})[轮輪]",
    re.IGNORECASE,
)
_DIGITS_ZH = {digit: number for number, digit in enumerate("一二三四五六七八九", 1)}


def _rounds() -> tuple[Act, ...]:
    return tuple(act for act in timeline() if act.kind in _TALKS)


def _is_about(event: TradeEvent) -> bool:
    return event.kind in _TALKS and {*event.parties} == {"US", "CN"}


@frozen(slots=True)
class TalksPlaceDate:
    """Finds talks between the United States and China at a place where none were held at that time.

    Judges the cities of the rounds since May 2025, which the timeline has all of. Abstains without a date, for what is
    only planned, in the two capitals and elsewhere, and before or after the timeline's rounds.
    """

    code: str = "talks-place-date"
    severity: Severity = Severity.WARNING
    needs: tuple[str, ...] = ()

    def check(self, report: Report, context: Context) -> Iterator[Finding | Abstention]:
        """One finding for each event that the timeline has otherwise."""
        for event in report.events:
            if _is_about(event) and event.place is not None:
                said = self._judge(event, place_key(event.place))
                if said is not None:
                    yield said

    def _judge(self, event: TradeEvent, place: str) -> Finding | Abstention | None:
        days = days_of(event.date)
        if days is None:
            return Abstention(code=self.code, reason="no date", fact=event)
        first, last = days
        if first < _COMPLETE or first > LAST_DAY:
            reason = outside(first, last) or f"not every round before {_COMPLETE} is in the timeline"
            return Abstention(code=self.code, reason=reason, fact=event)
        here = [act for act in _rounds() if act.place and act.place[0].lower() == place and act.start >= _COMPLETE]
        if any(act.covers(first, last, slack=_SLACK) for act in here):
            return None
        if not here or place in _CAPITALS:
            return Abstention(code=self.code, reason=f"the timeline does not have every meeting in {event.place}", fact=event)
        if event.status not in (EventStatus.DONE, EventStatus.UNDER_WAY):
            return Abstention(code=self.code, reason="a plan may have been changed", fact=event)
        held = " and ".join(in_words(act) for act in here)
        then = [act for act in _rounds() if act.covers(first, last)]
        elsewhere = "".join(f"; {in_words(act)} they were in {act.place[0]}" for act in then if act.place)
        return Finding(
            code=self.code,
            severity=self.severity,
            message=f"no talks in {event.place} in {event.date}: they were held there {held}",
            facts=(event,),
            spans=spans_of(event),
            hint=f"{event.place} {held}{elsewhere}",
        )


@frozen(slots=True)
class RoundNumber:
    """Finds rounds of talks between the United States and China that are numbered otherwise than they are counted.

    The count is that of most reports: Geneva, May 2025, is the first. Abstains where place and date leave the round open.
    """

    code: str = "round-number"
    severity: Severity = Severity.WARNING
    needs: tuple[str, ...] = ()

    def check(self, report: Report, context: Context) -> Iterator[Finding | Abstention]:
        """One finding for each round that is counted otherwise."""
        for event in report.events:
            if not _is_about(event):
                continue
            named = {_number(found) for found in _ROUND.finditer(sentence_of(report, event))}
            if not named:
                continue
            acts = _which(event, told_on(report, event.article))
            if len(named) > 1 or len(acts) != 1 or acts[0].round is None:
                reason = "several rounds are named" if len(named) > 1 else "place and date do not tell which round it is"
                yield Abstention(code=self.code, reason=reason, fact=event)
            elif acts[0].round not in named:
                act, told = acts[0], named.pop()
                yield Finding(
                    code=self.code,
                    severity=self.severity,
                    message=f"round {told} is said, the talks in {act.place[0]} {in_words(act)} were round {act.round}",
                    facts=(event,),
                    spans=spans_of(event),
                    hint=f"round {act.round}, or other talks",
                )


def _which(event: TradeEvent, told: tuple[dt.date, dt.date] | None) -> list[Act]:
    """The rounds that the event can be: by its date and place, or by its place and the day it is told on."""
    place = place_key(event.place) if event.place is not None else None
    days = days_of(event.date)
    if days is not None:
        first, last, slack = *days, _SLACK
    elif told is not None and place is not None:
        first, last, slack = told[0] - _NEWS, told[1] + _NEWS, 0
    else:
        return []
    near = [act for act in _rounds() if act.round is not None and act.covers(first, last, slack=slack)]
    return [act for act in near if place is None or act.place[0].lower() == place]


def _number(found: re.Match[str]) -> int:
    word, digits, zh = found["word"], found["digits"], found["zh"]
    if digits or (zh and zh.isdigit()):
        return int(digits or zh)
    if word:
        return _ORDINALS.index(word.lower()) + 1
    tens, ten, units = zh.partition("十")
    return (10 * _DIGITS_ZH.get(tens, 1) if ten else 0) + _DIGITS_ZH.get(units if ten else tens, 0)


talks_place_date = TalksPlaceDate()
round_number = RoundNumber()
