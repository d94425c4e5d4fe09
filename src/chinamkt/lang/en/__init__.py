"""English: the rules, one module a phenomenon, and the examples that stand beside them."""

from __future__ import annotations

from chinamkt.lang.en import (
    bounds,
    dates,
    extremes,
    fx,
    levels,
    movement,
    nofacts,
    numbers,
    periods,
    sessions,
    sharing,
    subjects,
    trade,
    turnover,
)
from chinamkt.lang.en._words import LISTING, SENTENCE_END, ends_sentence, words_between
from chinamkt.rules.language import Language

__all__ = ["LANGUAGE"]

_MODULES = (
    bounds,
    dates,
    extremes,
    fx,
    levels,
    movement,
    nofacts,
    numbers,
    periods,
    sessions,
    sharing,
    subjects,
    trade,
    turnover,
)

LANGUAGE = Language(
    code="en",
    rules=Language.gather(_MODULES),
    spaced=True,
    numeral=numbers.NUMERAL,
    spelled=("per cent", "percent", " pct", " point", "third", "half", " quarter", "-quarter", " fifth", "-fifth"),
    sentence_end=SENTENCE_END,
    ends_sentence=ends_sentence,
    quantity=numbers.quantity,
    words_between=words_between,
    session_date=dates.session_date,
    lead_date=dates.lead_date,
    weekday=dates.weekday,
    lead_phase=sessions.lead_phase,
    lead_basis=periods.lead_basis,
    goes_on=extremes.GOES_ON,
    compares=periods.COMPARES,
    listing=LISTING,
    modules=_MODULES,
)
