"""Sums of money of a clause: the turnover of a market, the flow of a channel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve

from chinamkt.claims.claim import NAMED, Claim, Subject
from chinamkt.claims.closing import amount_superlative
from chinamkt.rules import kinds as k
from chinamkt.rules.token import Token

if TYPE_CHECKING:
    from chinamkt.claims.topics.reader import TopicReader

__all__ = ["take_sum", "turnover"]


def turnover(reader: TopicReader, at: int, token: Token) -> None:
    """Remember whose turnover is spoken of; that of a share or of a group is no fact."""
    value = str(token.value or "")
    if value == "total":  # "... 500bn and 700bn, 1.2tn altogether": of what the sentence told before
        some = any(claim.kind == "turnover" for claim in reader.claims)
        reader.sum_of = ("turnover", token, "SSE+SZSE") if some and "both-exchanges" in reader.steps else None
        return
    here = reader.tokens[reader.clause : at]
    for before in reversed(here):
        if before.code in (k.NAME, k.VENUE) and not value:
            value = _exchange(before.value) if before.code == k.NAME else str(before.value)
            break
        if before.code == k.HEAD:
            value = "none"
            break
    if not value and not reader.group:
        markets = (one.value for one in reversed(reader.tokens[: reader.clause]) if one.code == k.NAME)
        value = next((_exchange(entry) for entry in markets if entry.kind == "market"), "")
    known = (reader.discourse.by_family.get(family) for family in ("index", "market"))
    if not value and not reader.group and not here and _of_share(reader, token):
        value = "none"
    told = reader.group[-1:] or [one for one in known if one is not None]
    if not value and told:
        subject = told[0]
        value = _exchange(subject.entry) if subject.kind == NAMED else "none"
    reader.sum_of = None if value == "none" else ("turnover", token, value)


def _of_share(reader: TopicReader, token: Token) -> bool:
    """Turnover with nothing before it, in a paragraph that spoke of a share last."""
    last = reader.discourse.group[:1]
    return bool(last) and last[0].family in ("security", "unknown") and "\n" not in reader.view[last[0].end : token.start]


def take_sum(reader: TopicReader, at: int, token: Token) -> None:
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
    if kind == "flow":
        reader.by_day(at)
    subject = Subject(NAMED, reader.view[cue.start : cue.end], cue.start, cue.end)
    phase = reader.ahead.get("phase") or reader.lead.get("phase")
    claim = Claim(
        subject, kind=kind, amount=reader_sum, start=min(cue.start, token.start), end=max(cue.end, token.end), rule=cue.rule.id,
        phase=phase if phase != "peak" else None, date=reader.ahead.get("date") or reader.lead.get("date"), channel=market,
    )  # fmt: skip
    if kind == "flow":
        claim.sign = reader.flow_sign
    for before in reader.tokens[reader.clause : at]:
        if before.code == k.EXTREME and before.start >= cue.start:
            claim.superlative = amount_superlative(before.value)
    for behind in reader.tokens[at + 1 :]:
        if behind.code == k.EXTREME:
            claim.superlative = amount_superlative(behind.value)
        if behind.code in (k.EXTREME, k.NAME, k.HEAD, k.UNKNOWN, k.PERCENT, k.POINTS):
            break
    reader.claims.append(claim)
    reader.sum_of, reader.summed = None, True
    _dealt(reader, at, claim)


def _dealt(reader: TopicReader, at: int, claim: Claim) -> None:
    """ "Shanghai and Shenzhen turned over 500bn and 700bn respectively": the first sum is Shanghai's."""
    if claim.channel != "SSE+SZSE" or not reader.respective or "both-exchanges" not in reader.steps:
        return
    if reader.code(at + 1) == k.AND and reader.code(at + 2) in (k.MONEY, k.NUMBER) and reader.tokens[at + 2].value.large:
        second = reader.tokens[at + 2]
        claim.channel = "SSE"
        reader.claims.append(evolve(claim, amount=second.value, channel="SZSE", end=second.end))


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
    if here and here[-1].code == k.TO and len(here) > 1 and here[-2].code == k.UNKNOWN:
        here = here[:-2]  # "net inflows swelled to"
    for place, one in enumerate(here):
        if one.code == k.NAME and one.value.kind == "market":  # "southbound money invested in Hong Kong"
            here[: place + 1] = []
            break
    if any(one.code in (k.NAME, k.UNKNOWN, k.RESPECTIVELY) for one in here):
        return False
    share = bool(reader.group) and reader.group[0].family in ("security", "unknown")
    other = any(one.code == k.WORDS and one.end - one.start > 2 for one in here)
    return reader.flow_at >= reader.clause or not (share or other)
