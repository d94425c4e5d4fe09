"""Currencies: per dollar, onshore and offshore, the midpoint."""

from __future__ import annotations

from chinamkt.rules import kinds as k
from chinamkt.rules.rule import Cue

__all__ = ["RULES"]

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
