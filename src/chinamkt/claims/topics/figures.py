"""Figures of a clause: what each one is, by the word before it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from chinamkt.claims.claim import LOST, NAMED, NONMARKET, Claim, Statement, Subject
from chinamkt.claims.closing import claims_of
from chinamkt.claims.topics.places import may_carry
from chinamkt.claims.topics.shapes import most_moved, of_another, price_first, signed_behind
from chinamkt.claims.topics.statements import begin, fits, settle
from chinamkt.claims.topics.sums import take_sum
from chinamkt.model.facts import Phase
from chinamkt.model.quantities import Bound
from chinamkt.rules import kinds as k
from chinamkt.rules.token import Figure, Token

if TYPE_CHECKING:
    from chinamkt.claims.topics.reader import TopicReader

__all__ = ["take"]

_CLEAR = frozenset((k.PHASE, k.BASIS, k.EXTREME, k.DATE, k.BOUND, k.EACH, k.RESPECTIVELY, k.LISTING, "g", "x"))
_LINKS = frozenset((k.OR, k.OPENB, k.COMMA, k.AND))


def take(reader: TopicReader, at: int, token: Token) -> None:
    """Put a figure where it belongs."""
    figure: Figure = token.value
    if figure.large:
        take_sum(reader, at, token)
        return
    if token.code == k.MONEY and _other_currency(reader, at, figure):
        return
    if reader.veto_at >= 0:
        reader.veto_used = True
        return
    if reader.modal_at >= 0 or (reader.summed and (reader.compared or not reader.group)):
        return
    governor, place = _governor(reader, at)
    if _qualifies_noun(reader, at, token, governor) or (governor in k.SIGNED and _in_passing(reader, at)):
        return
    if most_moved(reader, at, token, place) or (governor == k.VERSUS and _past_level(reader, at, token, place)):
        return
    field = _field(reader, at, token, governor, place)
    if field is None:
        return
    if not reader.group:
        if not may_carry(reader, at):
            return
        reader.group = reader.discourse.refer("any", Subject(LOST, "", token.start, token.start))
        if not reader.group:
            return
    if all(subject.kind in (NONMARKET, LOST) for subject in reader.group):
        return
    family = reader.group[0].family
    if token.code == k.POINTS and family in ("fx", "fix") and figure.unit == "points" and "pips" in reader.steps:
        figure.unit = "bp"  # the last of four decimals
    phase = _level_phase(reader, governor, place)
    statement = reader.statement
    quoted = governor == k.LEVEL_VERB and reader.tokens[place].value == "quoted"
    if statement is None or not fits(reader, statement, field, at, phase, quoted):
        if of_another(reader, at, field, phase, place) and reader.group[0].kind == LOST:
            return
        statement = begin(reader, token)
    elif getattr(statement, field):
        figure.sign = figure.sign or reader.sign or statement.sign
        first = getattr(statement, field)[0]
        first.sign = first.sign or statement.sign
    getattr(statement, field).append(figure)
    statement.end = max(statement.end, token.end)
    settle(reader, statement, figure, phase)
    reader.figure_at = at
    reader.moved, reader.open = True, False


def _other_currency(reader: TopicReader, at: int, figure: Figure) -> bool:
    """ "58.20元（约新台币250元）": the price once more; "1美元兑7.13元": what the rate is of."""
    if reader.code(at - 1) == k.OPENB and reader.code(at - 2) == k.MONEY:
        return True
    if figure.value != 1 or not reader.view.startswith("兑", reader.tokens[at].end):
        return False
    for passed in reader.tokens[at : at + 2]:
        passed.code = k.BOUND  # the verb before it governs the rate
    return True


def _qualifies_noun(reader: TopicReader, at: int, token: Token, governor: str) -> bool:
    """ "The 5%-higher Meituan": the figure is of the name behind it, or of a noun that is none of ours."""
    if not reader.view.startswith("的", token.end) or governor not in k.SIGNED:
        return False
    for one in reader.tokens[at + 1 : at + 4]:
        if one.code == k.NAME and not one.value.blocker:
            words = reader.view[one.start : one.end]
            subject = Subject(NAMED, words, one.start, one.end, one.value)
            statement = Statement([subject], token.start, one.end)
            statement.percents.append(token.value) if token.code == k.PERCENT else statement.points.append(token.value)
            settle(reader, statement, token.value, None)
            reader.claims.extend(claims_of(statement, reader.language))
            break
        if one.code != k.WORDS or len(reader.view[one.start : one.end]) > 4:
            break
    reader.figure_at = at
    return True


def _governor(reader: TopicReader, at: int) -> tuple[str, int]:
    """The kind and index of the mention that says what the figure is; cues of time and manner are passed over."""
    place = at - 1
    while place >= 0:
        token = reader.tokens[place]
        short = token.code == k.WORDS and token.end - token.start <= 1
        if token.code not in _CLEAR and not short:
            return token.code, place
        place -= 1
    return "", -1


def _field(reader: TopicReader, at: int, token: Token, governor: str, place: int) -> str | None:
    """``percents``, ``points``, ``levels``, or ``None`` where the figure says nothing of the topic."""
    if reader.compared and _against_name(reader, at):
        return None
    if governor in (k.FROM, k.VERSUS) or (reader.code(at + 1) == k.NONMARKET and reader.tokens[at + 1].value == "behind"):
        return None
    if governor not in k.SIGNED and signed_behind(reader, at, token):
        return "percents" if token.code == k.PERCENT else "points"
    if token.code == k.PERCENT:
        return _percent(reader, token, governor, place)
    return _absolute(reader, at, token, governor, place)


def _against_name(reader: TopicReader, at: int) -> bool:
    """ "1% more than the index": the name stands behind the word that compares."""
    told = False
    for one in reversed(reader.tokens[reader.clause : at]):
        if one.code == k.VERSUS:
            return False
        if one.code == k.NAME and not (one.value.kind == "market" and told):
            return True
        told = one.code in (k.PHASE, k.DATE)  # "than Hong Kong's close": the same share's price
    return False


def _percent(reader: TopicReader, token: Token, governor: str, place: int) -> str | None:
    figure: Figure = token.value
    family = reader.group[0].family if reader.group else ""
    if figure.unit == "pp":
        return None
    if family == "rate" and governor in (k.TO, k.AT, k.LEVEL_VERB):
        return "levels"
    if figure.sign and "printed-sign" in reader.steps:
        return (
            "percents"
            if governor in (*k.SIGNED, k.COPULA, k.NAME, k.OPENB, k.COLON, k.OR, k.COMMA, k.HEAD, *k.QUANTITIES)
            else None
        )
    if governor in k.SIGNED:
        return "percents"
    if governor in (k.TO, k.PARE):
        return "percents" if reader.sign and (reader.pared or (reader.verb is not None and reader.verb.code in k.NOUNS)) else None
    return "percents" if _goes_on(reader, "percents", governor, place) else None


def _absolute(reader: TopicReader, at: int, token: Token, governor: str, place: int) -> str | None:
    figure: Figure = token.value
    if figure.unit == "bp":
        return "points" if governor in k.SIGNED else None
    if governor == k.FLAT and token.near and token.code == k.MONEY and figure.bound is Bound.EXACT:
        return "levels"  # "unchanged at 4.08 dollars"
    if governor in (k.LEVEL_VERB, k.AT) or (governor in (k.NAME, k.LISTING) and price_first(reader, at, token, place)):
        return "levels"
    if (
        governor == k.AND
        and reader.statement is not None
        and reader.statement.levels
        and _goes_on(reader, "levels", governor, place)
    ):
        return "levels"
    if governor in (k.TO, k.PARE) and reader.pared and reader.verb is not None and reader.verb.code in k.NOUNS:
        return "points"  # "the loss widened to 300 points"
    if governor == k.TO:
        behind = reader.figure_at >= 0 and all(one.code == k.COMMA for one in reader.tokens[reader.figure_at + 1 : place])
        moving = reader.sign or reader.pared or (reader.statement is not None and behind)
        return "levels" if moving and reader.code(place - 1) != k.FROM else None
    if token.code == k.NUMBER:
        shares = reader.code(at + 1) == k.OR and reader.code(at + 2) == k.PERCENT
        return "points" if governor in k.SIGNED and shares and "bare-points" in reader.steps else None
    if governor in k.SIGNED:
        return "points"
    if figure.sign and "printed-sign" in reader.steps and governor in (k.OPENB, k.COMMA, k.NAME):
        return "points"
    return "points" if _goes_on(reader, "points", governor, place) else None


def _in_passing(reader: TopicReader, at: int) -> bool:
    """ "Fell 3.7% (up 160% in a year)": what the bracket behind a change tells is told in passing."""
    if reader.figure_at < 0 or reader.tokens[at].code != k.PERCENT:
        return False
    behind = reader.tokens[reader.figure_at + 1 : at]
    codes = [one.code for one in behind]
    if codes[:1] != [k.OPENB] or k.CLOSEB in codes or reader.tokens[reader.figure_at].code != k.PERCENT:
        return False
    reader.ahead.pop("basis", None)
    return True


def _past_level(reader: TopicReader, at: int, token: Token, place: int) -> bool:
    """ "Against yesterday's close of 7.0686": the level of that day, a statement of its own."""
    if "previous-close" not in reader.steps:
        return False
    day = next((one for one in reader.tokens[place + 1 : at] if one.code == k.DATE and getattr(one.rule, "past", False)), None)
    if day is None or not reader.group or token.code == k.PERCENT or reader.group[0].kind != NAMED:
        return False
    reader.claims.append(
        Claim(
            reader.group[0],
            level=token.value,
            date=day.value,
            date_span=(day.start, day.end),
            phase=Phase.CLOSE,
            start=day.start,
            end=token.end,
            rule="previous-close",
        )
    )
    return True


def _goes_on(reader: TopicReader, field: str, governor: str, place: int) -> bool:
    """ "200 points or 0.73%", "0.8% and 1.2%": the figure leans on the one before it."""
    statement = reader.statement
    linked = all(one.code in _LINKS for one in reader.tokens[reader.figure_at + 1 : place])
    if governor not in _LINKS or statement is None or statement.group is not reader.group or not linked or reader.figure_at < 0:
        return False
    taken = getattr(statement, field)
    if taken and reader.respective and governor == k.AND and len(taken) >= len(reader.group):
        statement.group = [
            Subject(LOST, subject.name, subject.start, subject.end) for subject in reader.group
        ]  # one of the list is unknown
    if taken:
        return governor in (k.AND, k.COMMA) and len(taken) < len(reader.group) and "deal-out" in reader.steps
    return (bool(statement.sign) and governor != k.AND) or (governor == k.AND and len(reader.group) == 1)


def _level_phase(reader: TopicReader, governor: str, place: int) -> Any:
    if governor not in (k.LEVEL_VERB, k.STATE):
        return None
    token = reader.tokens[place]
    if place and reader.code(place - 1) == k.LEVEL_VERB and getattr(token.rule, "phase", None) is None:
        token = reader.tokens[place - 1]  # "the highest it came to"
    return token.value if isinstance(token.value, Phase) else getattr(token.rule, "phase", None)
