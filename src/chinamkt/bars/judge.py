"""A fact against the daily bars of its instrument."""

from __future__ import annotations

from chinamkt.bars.moves import judge_figures
from chinamkt.bars.series import Bars, Series
from chinamkt.bars.superlatives import judge_superlative
from chinamkt.bars.verdict import Part, Ruling, Verdict
from chinamkt.model.facts import Fact, Phase, PriceMove
from chinamkt.model.printed import is_printable, wide_arithmetic

__all__ = ["judge"]


def judge(fact: Fact, bars: Bars, *, unsaid: Phase | None = None) -> Verdict:
    """Whether bars support a fact, contradict it, or leave it open.

    Figures are intervals: a printed number stands for half a unit of its last digit to either side. A close and an open
    are compared with their own figure; a high or low with the day's, and with the open, which it can't fall short of;
    a figure of an unknown minute must lie between the day's low and high. A basis such as ``month`` is measured in every
    usual way, and contradicted where none fits. Superlatives are tried on closes and on highs or lows.

    :param unsaid: the phase of figures whose text gives none: ``Phase.CLOSE`` for a report written after the close.
        A figure that misses the close and lies in the day's range is then contradicted, but slightly.

    >>> import datetime as dt
    >>> from decimal import Decimal
    >>> from chinamkt import Index, Level, PartialDate, Percent
    >>> from chinamkt.bars import from_rows
    >>> bars = from_rows([
    ...     {"date": "2025-07-03", "open": "24157.02", "high": "24222.05", "low": "23984.45", "close": "24069.94"},
    ...     {"date": "2025-07-04", "open": "24031.45", "high": "24053.90", "low": "23852.06", "close": "23916.06"},
    ... ], subject="index:HSI")
    >>> friday = PartialDate.of(dt.date(2025, 7, 4))
    >>> fell = PriceMove(instrument=Index(slug="HSI"), percent=Percent(Decimal("-0.64")), phase=Phase.CLOSE, date=friday)
    >>> judge(fell, bars).value
    <Ruling.SUPPORTED: 'supported'>
    >>> rose = PriceMove(instrument=Index(slug="HSI"), percent=Percent(Decimal("0.64")), phase=Phase.CLOSE, date=friday)
    >>> judge(rose, bars).why
    '0.64%, but the close against the previous close is -0.6393'
    """
    if not isinstance(fact, PriceMove):
        return _undecidable("bars tell of moves and levels alone")
    if not all(is_printable(figure.value) for figure in (fact.percent, fact.points, fact.level) if figure is not None):
        return _undecidable("a figure that no report prints")
    series = bars.of(fact.instrument.subject)
    if series is None or not len(series):
        return _undecidable(f"no bars of {fact.instrument.subject}")
    day = fact.date.date if fact.date is not None else None
    if day is None:
        return _undecidable("the session is not known" if fact.date is None else f"{fact.date} is no single session")
    place = series.at(day)
    if place is None:
        return Verdict.of((_no_bar(series, fact),))
    with wide_arithmetic():
        parts = list(judge_figures(series, fact, place, unsaid))
        if fact.superlative is not None:
            parts.append(judge_superlative(series, fact, place))
    return Verdict.of(tuple(parts)) if parts else _undecidable("neither figure nor direction")


def _no_bar(series: Series, move: PriceMove) -> Part:
    first, last = series[0].date, series[-1].date
    assert move.date is not None and move.date.date is not None  # noqa: S101, PT018 - for the type checker
    day = move.date.date
    if not first <= day <= last:
        return Part(figure="date", value=Ruling.UNDECIDABLE, why=f"the bars cover {first} to {last}, not {day}")
    if not series.complete or move.phase in (Phase.PREMARKET, Phase.POSTMARKET):
        return Part(figure="date", value=Ruling.UNDECIDABLE, why=f"no bar on {day}")
    return Part(figure="date", value=Ruling.CONTRADICTED, why=f"no session on {day} by the bars")


def _undecidable(why: str) -> Verdict:
    return Verdict(value=Ruling.UNDECIDABLE, why=why)
