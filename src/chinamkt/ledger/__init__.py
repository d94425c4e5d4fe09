"""Events of many reports, joined: what happened between whom, who says so, and where they contradict each other."""

from __future__ import annotations

from chinamkt.ledger.book import TradeLedger
from chinamkt.ledger.entry import Contradiction, Entry, Saying, StatusTold
from chinamkt.ledger.standing import Standing, Undecided
from chinamkt.ledger.statement import Statement

__all__ = ["Contradiction", "Entry", "Saying", "Standing", "Statement", "StatusTold", "TradeLedger", "Undecided"]
