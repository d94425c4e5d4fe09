"""Figures of a clause: what each one is, by the word before it, and which statement it goes into."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from chinamkt.claims import topic_subjects
from chinamkt.claims.claim import LOST, NAMED, NONMARKET, Claim, Statement, Subject
from chinamkt.claims.closing import claims_of
from chinamkt.model.dates import PartialDate
from chinamkt.model.facts import Basis, Extreme, Phase, Superlative
from chinamkt.rules import kinds as k
from chinamkt.rules.token import Figure, Token

if TYPE_CHECKING:
    from chinamkt.claims.topics import TopicReader

__all__ = ["contradicts", "take", "turnover"]

_CLEAR = frozenset((k.PHASE, k.BASIS, k.EXTREME, k.DATE, k.BOUND, k.EACH, k.RESPECTIVELY, k.LISTING, "g", "x"))
_LINKS = frozenset((k.OR, k.OPENB, k.COMMA, k.AND))
_WEAK = (Phase.MORNING, Phase.CLOSE, Phase.INTRADAY)
_SPANS = (Basis.WEEK, Basis.MONTH, Basis.QUARTER, Basis.HALF, Basis.YTD, Basis.YEAR)


def take(reader: TopicReader, at: int, token: Token) -> None:
    """Put a figure where it belongs."""
    figure: Figure = token.value
    if figure.large:
        _sum(reader, at, token)
        return
    if reader.veto_at >= 0:
        reader.veto_used = True
        return
    if reader.modal_at >= 0:
        return
    governor, place = _governor(reader, at)
    if _qualifies_noun(reader, at, token, governor):
        return
    if governor == k.VERSUS and "previous-close" in reader.steps and _past_level(reader, at, token, place):
        return
    field = _field(reader, at, token, governor, place)
    if field is None:
        return
    if not reader.group:
        if not topic_subjects.may_carry(reader, at):
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
    if statement is None or not _fits(reader, statement, field, at, phase, quoted):
        statement = _begin(reader, token)
    elif getattr(statement, field):
        figure.sign = figure.sign or reader.sign or statement.sign
        first = getattr(statement, field)[0]
        first.sign = first.sign or statement.sign
    getattr(statement, field).append(figure)
    statement.end = max(statement.end, token.end)
    _settle(reader, statement, figure, phase)
    reader.figure_at = at
    reader.moved, reader.open = True, False


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
            _settle(reader, statement, token.value, None)
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
    if governor in (k.FROM, k.VERSUS) or (reader.code(at + 1) == k.NONMARKET and reader.tokens[at + 1].value == "behind"):
        return None
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
    if governor in (k.LEVEL_VERB, k.AT):
        return "levels"
    if governor == k.AND and reader.statement is not None and reader.statement.levels and _goes_on(reader, "levels", governor, place):
        return "levels"
    if governor in (k.TO, k.PARE) and reader.pared and reader.verb is not None and reader.verb.code in k.NOUNS:
        return "points"  # "the loss widened to 300 points"
    if governor == k.TO:
        behind = 0 <= reader.figure_at and all(one.code == k.COMMA for one in reader.tokens[reader.figure_at + 1 : place])
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


def _past_level(reader: TopicReader, at: int, token: Token, place: int) -> bool:
    """ "Against yesterday's close of 7.0686": the level of that day, a statement of its own."""
    day = next((one for one in reader.tokens[place + 1 : at] if one.code == k.DATE and getattr(one.rule, "past", False)), None)
    if day is None or not reader.group or token.code == k.PERCENT or reader.group[0].kind != NAMED:
        return False
    for subject in reader.group[:1]:
        reader.claims.append(
            Claim(subject, level=token.value, date=day.value, date_span=(day.start, day.end), phase=Phase.CLOSE, start=day.start, end=token.end, rule="previous-close")
        )  # fmt: skip
    return True


def _goes_on(reader: TopicReader, field: str, governor: str, place: int) -> bool:
    """ "200 points or 0.73%", "0.8% and 1.2%": the figure leans on the one before it."""
    statement = reader.statement
    linked = all(one.code in _LINKS for one in reader.tokens[reader.figure_at + 1 : place])
    if governor not in _LINKS or statement is None or statement.group is not reader.group or not linked or reader.figure_at < 0:
        return False
    taken = getattr(statement, field)
    if taken and reader.respective and governor == k.AND and len(taken) >= len(reader.group):
        statement.group = [Subject(LOST, subject.name, subject.start, subject.end) for subject in reader.group]  # one of the list is unknown
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


def _fits(reader: TopicReader, statement: Statement, field: str, at: int, phase: Any, quoted: bool) -> bool:
    """The figure belongs to the statement in the making."""
    if statement.group is not reader.group:
        return False
    taken = getattr(statement, field)
    if taken and not (len(taken) < len(reader.group) and _dealt(reader, at)):
        return False
    ahead = reader.ahead
    basis = ahead.get("basis")
    if basis is not None and field != "levels" and (statement.percents or statement.points) and basis != (statement.basis or (Basis.DAY, None)):
        return False
    if "date" in ahead and not statement.empty and ahead["date"] != statement.date and reader.figure_at < reader.clause:
        return False
    wanted = phase or ahead.get("phase")
    now = statement.phase
    if wanted == "peak":
        wanted = Phase.LOW if (reader.sign or statement.sign) < 0 else Phase.HIGH
    closes = statement.tentative and field == "levels" and wanted in (Phase.CLOSE, Phase.MORNING)
    if wanted and now and wanted is not now and not (wanted is Phase.INTRADAY and now in _WEAK) and not closes:
        return False
    if field == "levels":
        return not (now in (Phase.HIGH, Phase.LOW) and not wanted and quoted and reader.figure_at < reader.clause)
    same = not (statement.percents or statement.points) or not (statement.sign and reader.sign and statement.sign != reader.sign)
    return same or bool(taken)


def _dealt(reader: TopicReader, at: int) -> bool:
    """Figures of a list of topics follow one another, each with or without its own word of movement."""
    between = [one.code for one in reader.tokens[reader.figure_at + 1 : at]]
    links = (k.AND, k.COMMA) if reader.respective else (k.AND,)
    return (
        "deal-out" in reader.steps
        and any(code in links for code in between)
        and not any(code in k.SUBJECTS or code == k.WORDS for code in between)
    )


def _begin(reader: TopicReader, token: Token) -> Statement:
    """Close the statement in the making and begin the next about the same topic."""
    reader.close()
    tokens = reader.tokens
    start = min(token.start, reader.verb.start if reader.verb else token.start)
    named = [subject.start for subject in reader.group if subject.start >= tokens[0].start]
    if named and 0 <= start - min(named) < 120:
        start = min(named)
    reader.statement = Statement(reader.group, start, token.end)
    return reader.statement


def _settle(reader: TopicReader, statement: Statement, figure: Figure, phase: Any) -> None:
    """Give the statement its sign and the cues that hold for it."""
    if figure.sign:
        statement.sign = statement.sign or figure.sign
    elif reader.sign and (not statement.sign or (len(statement.percents) + len(statement.points) == 1 and figure not in statement.levels)):
        statement.sign = reader.sign
    if reader.verb is not None and statement.verb is None:
        statement.verb = (reader.verb.start, reader.verb.end)
        statement.rule = reader.verb.rule.id
    ahead = reader.ahead
    told = set(ahead)
    wanted = ahead.pop("phase", None)
    wanted = phase if phase is not None and not (phase is Phase.INTRADAY and wanted) else wanted
    if wanted == "peak":
        wanted = Phase.LOW if (statement.sign or reader.sign) < 0 else Phase.HIGH
    if wanted is Phase.CLOSE and reader.lead.get("phase") is Phase.MORNING and "date" not in ahead:
        wanted = Phase.MORNING
    if wanted is None and reader.pared:
        wanted = Phase.INTRADAY
    if wanted is None and "date" not in ahead and "basis" not in ahead:
        wanted = reader.lead.get("phase")
    statement.tentative = statement.tentative or reader.pared
    if statement.phase is None or (statement.phase is Phase.INTRADAY and wanted in (Phase.MORNING, Phase.CLOSE)):
        statement.phase = wanted
    for name in ("basis", "superlative", "date", "date_span"):
        value = ahead.pop(name, None)
        if value is None and name != "superlative":
            value = reader.lead.get(name)
        if name == "basis":
            value = _carried(reader, statement, value, day="date" in told or "phase" in told)
        if value is not None and getattr(statement, name) is None and not (name == "superlative" and contradicts(value, statement.sign)):
            setattr(statement, name, value)
    if statement.levels and statement.phase in (None, Phase.INTRADAY) and isinstance(statement.superlative, Superlative) and statement.superlative.since is None:
        statement.phase = Phase.LOW if statement.superlative.kind is Extreme.LOW else Phase.HIGH
    if statement.basis and statement.date is None and (statement.percents or statement.points) and statement.basis[0] in _SPANS and statement.basis[1] != "past":
        statement.date = ("day", 0)
    reader.pared = False


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


def turnover(reader: TopicReader, at: int, token: Token) -> None:
    """Remember whose turnover is spoken of; that of a share or of a group is no fact."""
    value = str(token.value or "")
    for one in reversed(reader.tokens[reader.clause : at]):
        if one.code in (k.NAME, k.VENUE) and not value:
            value = _exchange(one.value) if one.code == k.NAME else str(one.value)
            break
        if one.code == k.HEAD:
            value = "none"
            break
    told = reader.group[-1:] or [one for family in ("index", "market") if (one := reader.discourse.by_family.get(family)) is not None]
    if not value and told:
        subject = told[0]
        value = _exchange(subject.entry) if subject.kind == NAMED else "none"
    reader.sum_of = None if value == "none" else ("turnover", token, value)


def _exchange(entry: Any) -> str:
    target = entry.targets[0] if entry.targets else ""
    kind, _, slug = target.partition(":")
    if kind == "market":
        return {"HK": "HKEX", "CN": "SSE+SZSE", "SSE": "SSE", "SZSE": "SZSE"}.get(slug, "none")
    if kind == "index" and slug.startswith("HS"):
        return "HKEX"
    return {"SSE_COMPOSITE": "SSE", "SZSE_COMPONENT": "SZSE"}.get(slug, "none") if kind == "index" else "none"


def _of_channel(reader: TopicReader, at: int) -> bool:
    """The sum is the channel's, not that of a share it buys."""
    here = reader.tokens[max(reader.clause, reader.flow_at) : at]
    if any(one.code in (k.NAME, k.UNKNOWN, k.RESPECTIVELY) for one in here):
        return False
    share = bool(reader.group) and reader.group[0].family in ("security", "unknown")
    return reader.flow_at >= reader.clause or not (share or any(one.code == k.WORDS for one in here))


def _sum(reader: TopicReader, at: int, token: Token) -> None:
    """A sum of money where the sentence speaks of turnover or of a channel's flow."""
    about, reader_sum = reader.sum_of, token.value
    if (
        about is None
        or token.code not in (k.MONEY, k.NUMBER)
        or reader.compared
        or reader.modal_at >= 0
        or reader.code(at - 1) == k.OPENB
    ):
        return
    kind, cue, market = about
    if kind not in reader.steps:
        return
    if kind == "flow" and not (reader.flow_sign and _of_channel(reader, at)):
        return
    between = [one.code for one in reader.tokens[at - 3 : at] if one.start >= cue.start]
    if kind == "turnover" and any(code in k.SIGNED for code in between) and k.TO not in between:
        return
    subject = Subject(NAMED, reader.view[cue.start : cue.end], cue.start, cue.end)
    phase = reader.ahead.get("phase") or reader.lead.get("phase")
    claim = Claim(
        subject, kind=kind, amount=reader_sum, start=min(cue.start, token.start), end=max(cue.end, token.end), rule=cue.rule.id,
        phase=phase if phase != "peak" else None, date=reader.ahead.get("date") or reader.lead.get("date"), channel=market,
    )  # fmt: skip
    if kind == "flow":
        claim.sign = reader.flow_sign
    reader.claims.append(claim)
    reader.sum_of = None
