"""Statements in the making: whether a figure fits one, and the sign and cues that it gets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from chinamkt.claims.claim import Statement
from chinamkt.model.facts import Basis, Extreme, Phase, Superlative
from chinamkt.rules import kinds as k
from chinamkt.rules.token import Figure, Token

if TYPE_CHECKING:
    from chinamkt.claims.topics.reader import TopicReader

__all__ = ["begin", "contradicts", "fits", "settle"]

_WEAK = (Phase.MORNING, Phase.CLOSE, Phase.INTRADAY)
#: "At one time" by the direction; without one it is any hour of the day.
_PEAKS = {1: Phase.HIGH, -1: Phase.LOW, 0: Phase.INTRADAY}
_SPANS = (Basis.WEEK, Basis.MONTH, Basis.QUARTER, Basis.HALF, Basis.YTD, Basis.YEAR)


def fits(reader: TopicReader, statement: Statement, field: str, at: int, phase: Any, quoted: bool) -> bool:
    """The figure belongs to the statement in the making."""
    if statement.group is not reader.group:
        return False
    taken = getattr(statement, field)
    if taken and not (len(taken) < len(reader.group) and _dealt(reader, at)):
        return False
    ahead = reader.ahead
    basis = ahead.get("basis")
    if (
        basis is not None
        and field != "levels"
        and (statement.percents or statement.points)
        and basis != (statement.basis or (Basis.DAY, None))
    ):
        return False
    if "date" in ahead and not statement.empty and ahead["date"] != statement.date and reader.figure_at < reader.clause:
        return False
    wanted = phase or ahead.get("phase")
    now = statement.phase
    if wanted == "peak":
        wanted = _PEAKS[reader.sign or statement.sign]
    if wanted is Phase.INTRADAY and now is None and statement.date not in (None, ("day", 0)) and field == "levels":
        return False  # "rose 1% yesterday, now at"
    closes = statement.tentative and field == "levels" and wanted in (Phase.CLOSE, Phase.MORNING)
    if now is Phase.MORNING and wanted is Phase.CLOSE and field == "levels" and _of_half_day(reader, statement, at):
        return not statement.levels
    if wanted and now and wanted is not now and not (wanted is Phase.INTRADAY and now in _WEAK) and not closes:
        return False
    if field == "levels":
        if statement.sign * reader.sign < 0 and reader.figure_at < reader.clause:
            return False  # "rose 742 points at most, then fell back to 27,000"
        return not (now in (Phase.HIGH, Phase.LOW) and not wanted and quoted and reader.figure_at < reader.clause)
    same = not (statement.percents or statement.points) or not (statement.sign and reader.sign and statement.sign != reader.sign)
    return same or bool(taken)


def _of_half_day(reader: TopicReader, statement: Statement, at: int) -> bool:
    """ "Down 224 points in the half-day, ending at 25,630": the level is of noon too."""
    between = reader.tokens[reader.figure_at + 1 : at]
    if [one.code for one in between] != [k.COMMA, k.LEVEL_VERB] or reader.view[between[1].start] in "全终最":
        return False
    return "半日" in reader.view[statement.start : statement.end]


def _dealt(reader: TopicReader, at: int) -> bool:
    """Figures of a list of topics follow one another, each with or without its own word of movement."""
    between = [one.code for one in reader.tokens[reader.figure_at + 1 : at]]
    links = (k.AND, k.COMMA) if reader.respective else (k.AND,)
    return (
        "deal-out" in reader.steps
        and any(code in links for code in between)
        and not any(code in k.SUBJECTS or code == k.WORDS for code in between)
    )


def begin(reader: TopicReader, token: Token) -> Statement:
    """Close the statement in the making and begin the next about the same topic."""
    reader.close()
    tokens = reader.tokens
    start = min(token.start, reader.verb.start if reader.verb else token.start)
    named = [subject.start for subject in reader.group if subject.start >= tokens[0].start]
    if named and 0 <= start - min(named) < 120:
        start = min(named)
    reader.statement = Statement(reader.group, start, token.end)
    return reader.statement


def settle(reader: TopicReader, statement: Statement, figure: Figure, phase: Any) -> None:
    """Give the statement its sign and the cues that hold for it."""
    if figure.sign:
        statement.sign = statement.sign or figure.sign
    elif reader.sign and (
        not statement.sign or (len(statement.percents) + len(statement.points) == 1 and figure not in statement.levels)
    ):
        statement.sign = reader.sign
    if reader.verb is not None and statement.verb is None:
        statement.verb = (reader.verb.start, reader.verb.end)
        statement.rule = reader.verb.rule.id
    ahead = reader.ahead
    told = set(ahead)
    wanted = ahead.pop("phase", None)
    wanted = phase if phase is not None and not (phase is Phase.INTRADAY and wanted) else wanted
    if wanted == "peak":
        wanted = _PEAKS[statement.sign or reader.sign]
        told_so = ahead.get("superlative")
        if wanted is Phase.INTRADAY and isinstance(told_so, Superlative):
            wanted = {Extreme.HIGH: Phase.HIGH, Extreme.LOW: Phase.LOW}.get(told_so.kind, wanted)
    if wanted is Phase.CLOSE and reader.lead.get("phase") is Phase.MORNING and "date" not in ahead:
        wanted = Phase.MORNING
    if wanted is None and reader.pared:
        wanted = Phase.INTRADAY
    if wanted is None and "date" not in ahead and "basis" not in ahead:
        wanted = reader.lead.get("phase")
    statement.tentative = statement.tentative or reader.pared
    if statement.phase is None or (statement.phase is Phase.INTRADAY and wanted in (Phase.MORNING, Phase.CLOSE)):
        statement.phase = wanted
    _day(reader, statement, told)
    for name in ("basis", "superlative", "date", "date_span"):
        value = ahead.pop(name, None)
        if value is None and name != "superlative" and not (name == "basis" and "date" in told):
            value = reader.lead.get(name)
        if name == "basis":
            value = _carried(reader, statement, value, day="date" in told or "phase" in told)
        if (
            value is not None
            and getattr(statement, name) is None
            and not (name == "superlative" and contradicts(value, statement.sign))
        ):
            setattr(statement, name, value)
    if (
        statement.levels
        and statement.phase in (None, Phase.INTRADAY)
        and isinstance(statement.superlative, Superlative)
        and statement.superlative.since is None
    ):
        statement.phase = Phase.LOW if statement.superlative.kind is Extreme.LOW else Phase.HIGH
    if (
        statement.basis
        and statement.date is None
        and (statement.percents or statement.points)
        and statement.basis[0] in _SPANS
        and statement.basis[1] != "past"
    ):
        statement.date = ("day", 0)
    reader.pared = False


def _day(reader: TopicReader, statement: Statement, told: set[str]) -> None:
    """A day told holds for what the sentence goes on to say of the same topic, or of that day's close."""
    if "date" in told:
        reader.dated = (reader.ahead["date"], reader.ahead.get("date_span"))
        reader.dated_of = statement.group
    elif (
        reader.dated is not None
        and "date" not in reader.lead
        and statement.date is None
        and statement.basis is None
        and "basis" not in told
        and reader.dated_of is statement.group
        and statement.phase not in (Phase.OPEN, Phase.INTRADAY)
    ):
        reader.ahead["date"], reader.ahead["date_span"] = reader.dated


def contradicts(superlative: Any, sign: int) -> bool:
    """ "Fell back from a two-year high": the superlative is of an earlier hour than the move."""
    kind = superlative.kind if isinstance(superlative, Superlative) else getattr(superlative[1], "kind", None)
    return bool(sign) and kind in ((Extreme.HIGH, Extreme.GAIN) if sign < 0 else (Extreme.LOW, Extreme.LOSS))


def _carried(reader: TopicReader, statement: Statement, basis: Any, day: bool) -> Any:
    """A span of time said of the first topic of a list goes on over the next ones."""
    first = not any(claim.subject is subject for claim in reader.claims for subject in statement.group)
    if basis is not None:
        if first and not statement.basis and basis[0] in _SPANS:
            reader.carried = basis
        return basis
    if day:
        reader.carried = None
    return reader.carried if first and (statement.percents or statement.points) else None
