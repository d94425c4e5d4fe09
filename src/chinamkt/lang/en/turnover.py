"""Turnover of markets, and flows through Stock Connect."""

from __future__ import annotations

from chinamkt.rules import kinds as k
from chinamkt.rules.rule import Construction, Cue, Phrase

__all__ = ["RULES"]

RULES = (
    Cue(
        id="en.turnover.noun",
        code=k.TURNOVER,
        value="noun",
        words="turnover | combined turnover | market turnover | total turnover | daily turnover | full-day turnover | the value of shares traded | value of trade | value of trades | trading value | total trading value | trading turnover | business on both exchanges | business on the two exchanges | the value of stocks traded | the day's turnover | value of deals",
    ),
    Cue(
        id="en.turnover.volume",
        code=k.NONMARKET,
        value="turnover",
        words="turnover fell | turnover rose | turnover dropped | trading volume | trading volumes | transaction volume | trade volume | combined trading volume | total trading volume",
    ),
    Cue(
        id="en.turnover.verb",
        code=k.TURNOVER,
        value="verb",
        words="changed hands in the market | worth of shares changed hands | worth of stock changed hands | in turnover | of turnover | of business | worth of stock | worth of shares | a turnover of | on turnover of | turnover of | with turnover at | in value changed hands",
    ),
    Phrase(
        id="en.turnover.worth",
        code=k.TURNOVER,
        words="stocks worth | shares worth",
        pattern=r"(?:stocks|shares) worth(?= (?:about |more than |nearly |some )?(?:hk\$|us\$)?[\d.,]+ (?:trillion|billion)[a-z ]{0,20} (?:changed hands|were traded|was traded))",
        read=lambda m: "verb",
    ),
    Cue(
        id="en.turnover.southbound",
        code=k.FLOW,
        value="southbound",
        words="southbound | southbound flows | southbound funds | southbound capital | mainland investors | mainland accounts | mainland buyers | mainland money | mainland traders | southbound traders | southbound trading | southbound money | southbound stock connect | southbound investors | mainland funds",
    ),
    Cue(
        id="en.turnover.northbound",
        code=k.FLOW,
        value="northbound",
        words="northbound | northbound flows | northbound funds | northbound capital | foreign investors | foreigners | overseas investors | northbound money | foreign funds | overseas funds | offshore investors | northbound trading | northbound investors | global funds | foreign money | offshore funds",
    ),
    Cue(
        id="en.turnover.bought",
        code="+",
        sign=1,
        words="bought a net | net bought | net buying of | net purchases of | net buying | bought | net inflow of | net inflows of | inflow of | inflows of | net purchases | net inflow | net inflows | purchased a net | snapped up a net | purchased | inflows | inflow | were net buyers of | took a net | picked up a net | scooped up a net | acquired a net | poured in | pumped in | poured | added a net",
    ),
    Cue(
        id="en.turnover.sold",
        code="+",
        sign=-1,
        words="sold a net | net sold | net selling of | net sales of | net outflow of | net outflows of | outflows of | net selling | net outflow | net outflows | offloaded a net | dumped a net | outflows | outflow | pulled | were net sellers of | pulled out | withdrew | dumped",
    ),
    Construction(id="en.turnover.sum", step="turnover"),
    Construction(id="en.turnover.flow", step="flow"),
)
