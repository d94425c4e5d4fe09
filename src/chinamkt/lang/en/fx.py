"""Currencies: per dollar, onshore and offshore, the midpoint."""

from __future__ import annotations

from chinamkt.rules import kinds as k
from chinamkt.rules.rule import Construction, Cue, Phrase

__all__ = ["RULES"]

#: What the central bank sets, and by how much it moves it.
_MIDPOINT_BY = (
    r" (?:daily |official |yuan's |yuan )*"
    r"(?:(?:mid-?point|central parity(?: rate)?) by [0-9]|(?:fixing|fix|reference rate) by [0-9.]+ ?(?:%|per ?cent) to [0-9]\.[0-9]{3})"
)
#: "Firms" is a verb behind what has a price, else the companies.
_CURRENCY = "|".join(
    f"(?<={name} )"
    for name in [
        "peso",
        "yuan",
        "renminbi",
        "won",
        "dollar",
        "rupee",
        "rupiah",
        "ringgit",
        "baht",
        "euro",
        "sterling",
        "pound",
        "yen",
        "franc",
        "gold",
        "oil",
        "crude",
        "copper",
    ]
)

RULES = (
    Cue(
        id="en.fx.per",
        code="j",
        words="per dollar | per u.s. dollar | per us dollar | a dollar | to the dollar | to the u.s. dollar | to the us dollar | against the dollar | against the u.s. dollar | against the us dollar | versus the dollar | per greenback | to the greenback | against the greenback | for one dollar | yuan per dollar | to one dollar | to a dollar | to the buck",
    ),
    Cue(
        id="en.fx.commodity-unit",
        code="j",
        words="an ounce | per ounce | a barrel | per barrel | a tonne | per tonne | a ton | per ton | a pound | per pound | a kilogram",
    ),
    Cue(
        id="en.fx.currency",
        code=k.REFERENCE,
        value="fx",
        words="the currency | the local currency | the unit | the chinese currency | china's currency | the local unit | the spot market | its onshore counterpart",
    ),
    Cue(id="en.fx.fixing", code=k.STATE, value="fixing", words="fixed | was fixed | set the | sets the | had set"),
    Phrase(
        id="en.fx.lowered-midpoint",
        code=k.DOWN,
        sign=-1,
        words="lowered the | lowered its",
        pattern=rf"lowered (?:the|its)(?={_MIDPOINT_BY})",
        read=lambda m: m[0],
    ),
    Phrase(
        id="en.fx.raised-midpoint",
        code=k.UP,
        sign=1,
        words="raised the | raised its | lifted the | lifted its",
        pattern=rf"(?:raised|lifted) (?:the|its)(?={_MIDPOINT_BY})",
        read=lambda m: m[0],
    ),
    Phrase(
        id="en.fx.firms",
        code=k.UP,
        sign=1,
        words="firms",
        pattern=rf"(?:{_CURRENCY})firms(?= (?:to|by|at) [0-9])",
        read=lambda m: m[0],
    ),
    Phrase(
        id="en.fx.band",
        code="",
        words="glued to | pinned to | pinned at | stuck to | stuck at | stuck near | anchored at | anchored to",
        pattern=r"[a-z]+ (?:to|at|near) the (?:weak|strong)(?:er)? (?:end|side|edge) of (?:its|the) (?:trading )?(?:band|range)(?= at [0-9])",
        read=lambda m: m[0],
    ),
    Construction(id="en.fx.row", step="price-rows"),
    Phrase(
        id="en.fx.divergence",
        code=k.WORDS,
        words="divergence",
        pattern=r"divergence(?: from midpoint)?:? [+-]?[0-9.]+%",
        read=lambda m: m[0],
    ),
    Phrase(
        id="en.fx.pair",
        code="",
        words="pair | currency pair",
        pattern=r"(?<=[a-z]{3}/[a-z]{3} )(?:currency )?pair\b",
        read=lambda m: m[0],
    ),
    Cue(
        id="en.fx.per-euro",
        code="j",
        value="EUR",
        words="per euro | to the euro | against the euro | on the euro | versus the euro | to one euro",
    ),
    Cue(
        id="en.fx.per-pound",
        code="j",
        value="GBP",
        words="per pound sterling | to the pound | against the pound | against sterling | to sterling",
    ),
)
