"""Chinese: one set of rules for both scripts, on the folded text, one module a phenomenon with its examples beside it."""

from __future__ import annotations

from types import ModuleType

from chinamkt.lang.zh import (
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
from chinamkt.lang.zh._words import LISTING, SENTENCE_END, words_between
from chinamkt.rules.language import Language

__all__ = ["LANGUAGE"]

_MODULES: tuple[ModuleType, ...] = (
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
    code="zh",
    rules=Language.gather(_MODULES),
    spaced=False,
    numeral=numbers.NUMERAL,
    spelled=("成", "百分之", "点", "倍", "元"),
    sentence_end=SENTENCE_END,
    quantity=numbers.quantity,
    words_between=words_between,
    listing=LISTING,
    lead_phase=sessions.lead_phase,
    session_date=dates.session_date,
    lead_date=dates.lead_date,
    lead_basis=periods.lead_basis,
    weekday=dates.weekday,
    modules=_MODULES,
)
