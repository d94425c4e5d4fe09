"""Currencies: rows of their prices, and the market rate told beside the midpoint."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from chinamkt.claims.claim import NAMED, Subject
from chinamkt.expressions import expression
from chinamkt.reference.entries import Entry
from chinamkt.rules import kinds as k
from chinamkt.rules.token import Token

if TYPE_CHECKING:
    from chinamkt.claims.state import Reading

__all__ = ["priced_in_row", "says_spot", "spot_beside"]

#: Prices in a row are rounded, and some divide by the later one: so far apart the change may be.
_ROUNDING = Decimal("0.1")
_SPOT = expression(r"\b(?:onshore|spot|domestic)(?: market)?(?:'s)? (?:close|finish|closing (?:rate|level|price)|settlement)\b")


def priced_in_row(reader: Reading, at: int) -> bool:
    """ "Spot yuan 7.1215 7.0989 -0.32%": price now, price before, change; it counts where the three agree."""
    if reader.between(at - 1, at + 3) != k.NUMBER + k.NUMBER + k.PERCENT:
        return False
    now, before, change = (token.value for token in reader.tokens[at : at + 3])
    if not change.sign or not before.value:
        return False
    moved = abs(now.value - before.value) / before.value * 100
    return bool(abs(moved - change.value) < _ROUNDING)


def says_spot(reader: Reading, token: Token) -> bool:
    """ "Weaker than that day's onshore close at 7.0564": words before a level say that it is the market's."""
    since = reader.tokens[reader.figure_at].end if reader.figure_at >= 0 else reader.tokens[0].start
    return _SPOT.search(reader.view.lower(), since, token.start) is not None


def spot_beside(midpoint: Subject, token: Token) -> list[Subject]:
    """The market rate of the pair whose midpoint has been told."""
    if midpoint.entry is None or midpoint.entry.targets[:1] != ("fix:USD/CNY",):
        return [midpoint]
    entry = Entry(midpoint.entry.name, ("fx:USD/CNY",), kind="fx")
    return [Subject(NAMED, "onshore yuan", token.start, token.start, entry)]
