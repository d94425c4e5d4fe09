"""Sums of money that are facts: turnover, and flows through Stock Connect."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chinamkt.claims.claim import NAMED, UNKNOWN, Claim, Subject
from chinamkt.claims.closing import amount_superlative
from chinamkt.rules import kinds as k
from chinamkt.rules.token import Token

if TYPE_CHECKING:
    from chinamkt.claims.state import Reading
    from chinamkt.model.facts import Superlative

from chinamkt.model.facts import Basis

__all__ = ["read_sum"]


#: What may stand between a sum and its superlative.
_ASIDE = frozenset((k.OPENB, k.MONEY, k.CLOSEB, k.COMMA, k.WORDS, k.OF, k.HEAD, k.IN, k.NAME, k.UNKNOWN, k.VENUE, k.TURNOVER))
_EXCHANGES = {"index:SSE_COMPOSITE": "SSE", "index:SZSE_COMPONENT": "SZSE", "index:SZSE_COMPOSITE": "SZSE"}


def _exchanges(reader: Reading, start: int, end: int) -> set[str]:
    """The mainland exchanges that a statement names by their cities."""
    targets = (getattr(token.value, "targets", None) for token in reader.tokens if start <= token.start < end)
    return {_EXCHANGES[names[0]] for names in targets if names and names[0] in _EXCHANGES}


def read_sum(reader: Reading, at: int, token: Token) -> bool:
    """Take a sum of money where the sentence speaks of turnover or of a channel's flow."""
    if token.code not in (k.MONEY, k.NUMBER) or not token.value.large:
        return False
    if token.value.unit is None and reader.sum_unit is None:
        return False
    if reader.code(at - 1) == k.OPENB or reader.modal or (reader.compared and reader.than):
        return True  # the same sum in a second currency, or a forecast
    if reader.code(at - 1) == k.OF and reader.code(at - 2) in k.NOUNS:
        return True  # "up to 2.06 trillion yuan, an increase of 183 billion yuan"
    about = reader.sum_of
    behind = at + 1
    if reader.code(behind) == k.OPENB and reader.code(behind + 1) == k.MONEY and reader.code(behind + 2) == k.CLOSEB:
        behind += 3  # "HK$133.7 billion (US$17 billion) of business"
    if about is None and reader.code(behind) == k.TURNOVER and "turnover" in reader.steps:
        about = ("turnover", reader.tokens[behind])
    if about is None:
        return True
    kind, cue = about
    if kind not in reader.steps:
        return True
    if kind == "turnover" and _of_one_share(reader, cue):
        return True
    start, end = min(cue.start, token.start), max(cue.end, token.end)
    past = _past(reader, at)
    if past:
        start = token.start
    if token.value.unit is None:
        token.value.unit = reader.sum_unit  # "3.6 trillion yuan, against 3.15 trillion"
    reader.sum_unit = token.value.unit
    subject = Subject(NAMED, reader.view[cue.start : cue.end], cue.start, cue.end)
    claim = Claim(
        subject,
        kind=kind,
        amount=token.value,
        start=start,
        end=end,
        rule=cue.rule.id if cue.rule else "",
        phase=reader.lead.get("phase") or reader.ahead.get("phase"),
    )
    if kind == "turnover":
        own = reader.tokens[at + 2] if reader.code(at + 1) == k.IN and reader.code(at + 2) == k.NAME else None
        here = _exchanges(reader, own.start, own.end) if own is not None else set()  # "and 222 billion yuan in Shenzhen"
        first = reader.tokens[max(0, reader.tokens.index(cue) - 1)]  # "Shenzhen turnover"
        claim.channel = "+".join(sorted(here or _exchanges(reader, min(start, first.start), end)))
    if kind == "flow":
        if not reader.flow_sign:
            return True
        claim.sign, claim.channel = reader.flow_sign, str(cue.value)
        claim.rule = cue.rule.id
    claim.date = reader.lead.get("date") or (("day", -1) if past else None)
    _place_in_time(reader, at, claim, past=past)
    months = [one for one in reader.tokens if one.code == k.BASIS and getattr(one.rule, "basis", None) is Basis.MONTH]
    if claim.date is None and months:
        claim.date = ("month", 0)  # "sold a net 57.3 billion yuan during the month"
    claim.superlative = _superlative(reader, at)
    reader.claims.append(claim)
    return True


def _past(reader: Reading, at: int) -> bool:
    """ "From a record HK$620 billion", "from Wednesday's HK$255 billion"."""
    place = at - 1
    while reader.code(place) in (k.EXTREME, k.DATE, k.POSSESSIVE):
        place -= 1
    return reader.code(place) == k.FROM


def _of_one_share(reader: Reading, cue: Token) -> bool:
    """ "Pop Mart fell 9.4%, with a turnover of HK$12 billion": the trade in one share is not the market's."""
    if not reader.group or reader.group[-1].family not in ("security", UNKNOWN):
        return False
    place = reader.tokens.index(cue)
    return cue.value == "verb" or reader.code(place - 1) in (k.INTRO, k.POSSESSIVE)


def _place_in_time(reader: Reading, at: int, claim: Claim, *, past: bool) -> None:
    """The day behind a sum of the past ("from HK$620 billion on Tuesday"); the session that the sentence speaks of."""
    if past:
        for day in reader.tokens[max(0, at - 2) : at + 3]:
            if day.code == k.DATE:
                claim.date, claim.date_span, claim.end = day.value, (day.start, day.end), max(claim.end, day.end)
        return
    for other in reader.tokens:
        if other.code == k.PHASE:
            claim.phase = claim.phase or getattr(other.rule, "phase", None) or other.value


def _superlative(reader: Reading, at: int) -> Superlative | None:
    """A superlative beside the sum: "a record HK$620 billion", "1.8 trillion yuan, the most since May"."""
    before = at - 2 if reader.code(at - 1) in (k.OF, k.AT) else at - 1
    behind = at + 1
    while reader.code(behind) in _ASIDE and behind < at + 9:
        behind += 1  # "(US$17 billion) of business, the highest turnover since February"
    for place in (before, behind):
        if reader.code(place) == k.EXTREME:
            return amount_superlative(reader.tokens[place].value)
    return None
