"""Stretches of time that one figure lends another: what is compared is measured over the same time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chinamkt.claims.claim import Claim
from chinamkt.expressions import expression
from chinamkt.model.facts import Basis, Extreme, Phase, Superlative
from chinamkt.rules import kinds as k

if TYPE_CHECKING:
    from chinamkt.claims.state import Reading

__all__ = ["PERFECT", "compare", "compared", "share_periods"]

#: The end of a clause before its verb where it speaks of a time that still runs: "has", "is".
PERFECT = expression(r"\b(?:has|have|is|are)(?: now| already| only| still| since| each| both| all)*(?: been)? $")
_JOINED = frozenset("&,KNnSAUDwi'C")  # what may stand between two moves of one day
_TENSES = (expression(r"\b(?:has|have|['’]ve)\b"), expression(r"\b(?:is|are)\b"))
_PERIODS = expression(r" (?:for the|in the|this|last|in) (?:week|month|[A-Z][a-z]{2,8})\b")
_COMPARED = expression(
    r"\b(?:ahead of|behind|(?:under|out)perform(?:ed|s|ing)|outpac(?:ed|es|ing)|outstripp(?:ed|ing)|trail(?:ed|s|ing)"
    r"|lagg(?:ed|ing)|beat(?:s|ing)?|versus|vs|compare[sd]? (?:with|to)|against|than|exceed(?:ed|s|ing)|eclips(?:ed|es|ing))\b"
)


def share_periods(reader: Reading) -> None:
    """ "Gained 5.6% in 2026, ahead of B, which added 4.9%", "A has lost 69% in the last year, while B has shed 75%"."""
    view, claims = reader.view, reader.claims
    for number in range(1, len(claims)):
        first, second = claims[number - 1], claims[number]
        if first.kind != "move" or second.kind != "move":
            continue
        other = second.subject is not first.subject
        dated = first.date is not None and second.date is None and second.basis in (None, Basis.IPO)
        if other and not dated and not _may_lend(first, second):
            continue  # as most pairs: there is nothing to lend
        a, b = _figures(first)[1], _figures(second)[0]
        tokens = [token for token in reader.tokens if a <= token.start and token.end <= b]
        between = [token.code for token in tokens]
        if a >= b or k.SEMICOLON in between:
            continue
        if dated:
            leads = first.date_span is not None and first.date_span[0] < _figures(first)[0]
            then = k.BREAK in between and not other and first.phase in (Phase.HIGH, Phase.LOW, Phase.OPEN)
            if then or (_JOINED.issuperset(between) and (other or leads)):
                second.date = first.date  # "A rose 10% on July 4 and B 8.9%"
        if not other:
            _place(first, second)
            if k.PARE in between and any(view.startswith("before", token.start) for token in tokens if token.code == k.BREAK):
                _pare(first, second)
            continue
        if compared(view, first, second) or _alike(reader, first, second):
            compare(first, second)


def _alike(reader: Reading, first: Claim, second: Claim) -> bool:
    """Two moves are told in one breath: by one verb, by verbs of one tense, in a period that is over."""
    a, b = _figures(first)[1], _figures(second)[0]
    view = reader.view
    between = [token for token in reader.tokens if a <= token.start and token.end <= b]
    verbs = [token for token in between if token.code in (k.UP, k.DOWN, k.STATE, k.COPULA) and token.value != "adjective"]
    if not verbs and not any(token.code in (k.BREAK, k.RELATIVE) for token in between):
        return True  # "is up 20% this year and the CSI 300 12%", "with A up 20% this year and B up 12%"
    for tense in _TENSES:
        if tense.search(view, reader.claims[0].start, a) and tense.search(view, a, b):
            return True
    named = _PERIODS.match(view, a)  # "gained 2.1% for the week, while B rose 3.4%"
    return named is not None and first.basis in (Basis.WEEK, Basis.MONTH) and k.RELATIVE not in {token.code for token in between}


def compared(view: str, first: Claim, second: Claim) -> bool:
    """The words between two figures compare them."""
    return _COMPARED.search(view, _figures(first)[1], _figures(second)[0]) is not None


def _place(first: Claim, second: Claim) -> None:
    """Of two stations of one day, the further one that the figures behind it fall short of is the day's extreme."""
    a, b = first.percent, second.percent
    if a is None or b is None or first.basis is not None or second.basis is not None or first.date != second.date:
        return
    reached = isinstance(first.superlative, Superlative) and first.superlative.kind in (Extreme.HIGH, Extreme.LOW)
    if reached and first.phase is None and first.sign == second.sign and a.value > b.value:
        first.phase = Phase.HIGH if first.sign > 0 else Phase.LOW  # "soared 2.6% to a record and later held a rise of 2.2%"
    if first.phase in (Phase.HIGH, Phase.LOW) and second.phase is None:
        second.phase = Phase.INTRADAY


def _pare(first: Claim, second: Claim) -> None:
    """ "Sent it down 4% before buyers trimmed the loss to 2%": the figure that was pared is the day's extreme."""
    if first.percent is None or second.percent is None or first.phase is not None or {first.basis, second.basis} != {None}:
        return
    if second.phase is Phase.INTRADAY and first.sign == second.sign:
        first.phase = Phase.HIGH if first.sign > 0 else Phase.LOW


def compare(first: Claim, second: Claim) -> None:
    """Give a claim that says no time the period of the one it is compared with."""
    if _may_lend(first, second):
        second.basis, second.basis_from = first.basis, first.basis_from


def _may_lend(first: Claim, second: Claim) -> bool:
    """Whether the one has a period, and the other none."""
    return (
        first.basis not in (None, Basis.DAY, Basis.IPO)
        and second.percent is not None
        and second.level is None
        and second.basis is None
        and second.phase is None
        and second.date is None
    )


def _figures(claim: Claim) -> tuple[int, int]:
    figures = [figure for figure in (claim.percent, claim.points, claim.level) if figure is not None]
    return min(figure.start for figure in figures), max(figure.end for figure in figures)
