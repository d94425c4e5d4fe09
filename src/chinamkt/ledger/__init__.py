"""Events of many reports, joined: what happened between whom, who says so, and where they contradict each other."""

from __future__ import annotations

from chinamkt.ledger.book import TradeLedger
from chinamkt.ledger.entry import Contradiction, Entry, Saying, StatusTold
from chinamkt.ledger.mention import Mention
from chinamkt.ledger.standing import Standing, Undecided

__all__ = ["Contradiction", "Entry", "Mention", "Saying", "Standing", "StatusTold", "TradeLedger", "Undecided"]
