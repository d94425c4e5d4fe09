"""Strategies for the four kinds of fact.

Facts are drawn without evidence; :func:`chinamkt.strategies.reports` writes a text for
them and points each to its words.
"""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from chinamkt.model.dates import PartialDate
from chinamkt.model.facts import (
    Basis,
    Channel,
    Direction,
    EventKind,
    EventStatus,
    Extreme,
    Fact,
    FundFlow,
    Phase,
    PriceMove,
    Superlative,
    TradeEvent,
    Turnover,
)
from chinamkt.model.instruments import Commodity, CurrencyPair, Index, IndexFuture, Instrument, Midpoint, Security, Yield
from chinamkt.model.quantities import ExchangeRate, Level, Money, Percent, Points
from chinamkt.strategies.instruments import indices, instruments, markets
from chinamkt.strategies.values import (
    draw_decimal,
    durations,
    exchange_rates,
    levels,
    money,
    partial_dates,
    percents,
    points,
    printed_decimals,
)

__all__ = ["closing_moves", "facts", "fund_flows", "price_moves", "superlatives", "trade_events", "turnovers"]


# Made once, see values.py.
_DATES = st.none() | partial_dates()
_FULL_DATES = st.none() | partial_dates(full=True)
_PHASES = st.none() | st.sampled_from(Phase)
_BASES = st.sampled_from(Basis)
_DIRECTIONS = st.sampled_from(Direction)
_PERCENTS = {sign: st.none() | percents(sign=sign) for sign in (1, -1)}
_POINTS = {
    (sign, unit): st.none() | points(sign=sign, unit=None if unit is None else st.just(unit))
    for sign in (1, -1)
    for unit in ("points", "bp", None)
}
_INDEX_LEVELS, _YIELD_LEVELS, _PRICES = levels(unit="points"), levels(unit="percent"), money(max_value=200_000)
_SUPERLATIVES = st.builds(Superlative, st.sampled_from(Extreme), st.none() | st.just("record") | durations() | partial_dates())
_MAYBE_SUPERLATIVE = st.none() | _SUPERLATIVES
_ARTICLES = st.integers(0, 3)
_CANDIDATES = st.lists(instruments(), max_size=2).map(tuple)
_MAYBE = st.booleans()


def superlatives() -> SearchStrategy[Superlative]:
    """Superlatives since a date, for a duration, of all time, or bare."""
    return _SUPERLATIVES


def _level_of(instrument: Instrument) -> SearchStrategy[Level | Money | ExchangeRate]:
    """Levels in the unit that the instrument is quoted in."""
    pair = instrument.pair if isinstance(instrument, Midpoint) else instrument
    if isinstance(pair, CurrencyPair):
        return exchange_rates(base=st.just(pair.base), quote=st.just(pair.quote))
    if isinstance(instrument, Security | Commodity):
        return _PRICES
    return _YIELD_LEVELS if isinstance(instrument, Yield) else _INDEX_LEVELS


@st.composite
def price_moves(
    draw: DrawFn, *, instrument: SearchStrategy[Instrument] | None = None, direction: Direction | None = None
) -> PriceMove:
    """Moves and levels of one instrument, at least one figure in each.

    :param instrument: the instruments to draw from; given some, no other candidates are drawn.
    :param direction: only rises, only falls, or (``FLAT``) only zeros; ``None`` for all.
    """
    what = draw(instruments() if instrument is None else instrument)
    way = draw(_DIRECTIONS) if direction is None else direction
    percent: Percent | None = None
    change: Points | None = None
    if way is Direction.FLAT:
        percent = Percent(draw_decimal(draw, max_value=0))
    else:
        sign = 1 if way is Direction.UP else -1
        percent = draw(_PERCENTS[sign])
        change = draw(_POINTS[sign, {Index: "points", IndexFuture: "points", Yield: "bp"}.get(type(what))])
    only_level = percent is None and change is None
    level = draw(_level_of(what)) if only_level or draw(_MAYBE) else None
    basis = draw(_BASES)
    pair = what.pair if isinstance(what, Midpoint) else what
    return PriceMove(
        instrument=what,
        percent=percent,
        points=change,
        level=level,
        # a level alone may be told without a direction
        direction=None if only_level and direction is None and draw(_MAYBE) else way,
        phase=draw(_PHASES),
        basis=basis,
        basis_from=draw(_DATES) if basis is Basis.SINCE else None,
        date=draw(_DATES),
        superlative=draw(_MAYBE_SUPERLATIVE),
        of=draw(st.sampled_from((pair.quote, pair.base))) if isinstance(pair, CurrencyPair) else None,
        article=draw(_ARTICLES),
        candidates=draw(_CANDIDATES) if instrument is None else (),
    )


@st.composite
def closing_moves(
    draw: DrawFn,
    *,
    instrument: SearchStrategy[Index] | None = None,
    date: SearchStrategy[PartialDate] | None = None,
    percent_places: int = 2,
) -> PriceMove:
    """An index's close whose level, points and percent agree: level and points are exact, the percentage is rounded half up.

    :param percent_places: digits behind the percentage's point.
    """
    previous = draw(st.integers(100_000, 4_000_000))  # hundredths of a point
    change = draw(st.integers(-previous // 6, previous // 6))
    way = Direction.FLAT if change == 0 else Direction.UP if change > 0 else Direction.DOWN
    scale = 100 * 10**percent_places
    size = (2 * abs(change) * scale + previous) // (2 * previous)  # half up, away from zero
    units = -size if change < 0 else size
    return PriceMove(
        instrument=draw(indices() if instrument is None else instrument),
        percent=Percent(Decimal(f"{units}E-{percent_places}")),
        points=Points(Decimal(f"{change}E-2")),
        level=Level(Decimal(f"{previous + change}E-2")),
        direction=way,
        phase=Phase.CLOSE,
        date=draw(_FULL_DATES if date is None else date),
    )


_TURNOVERS = st.builds(
    Turnover,
    market=markets(),
    amount=money(),
    change=st.none() | percents(),
    phase=_PHASES,
    date=_DATES,
    superlative=_MAYBE_SUPERLATIVE,
    article=_ARTICLES,
)
_FLOWS = st.builds(
    FundFlow,
    channel=st.sampled_from(Channel),
    amount=money(min_value=-(10**12), max_value=10**12),
    phase=_PHASES,
    basis=_BASES,
    date=_DATES,
    superlative=_MAYBE_SUPERLATIVE,
    article=_ARTICLES,
)
_EVENT_KINDS = st.sampled_from(EventKind)
_STATUSES = st.none() | st.sampled_from(EventStatus)
_PARTIES = st.lists(st.sampled_from(("US", "CN", "EU", "HK", "JP", "GB")), min_size=1, max_size=3, unique=True).map(tuple)
_PLACES = st.none() | st.sampled_from(("London", "Geneva", "北京"))
_RATES = st.none() | printed_decimals(max_value=250, max_places=2)
_GOODS = st.none() | st.sampled_from(("steel", "rare earths", "electric vehicles", "大豆", "all goods"))


def turnovers() -> SearchStrategy[Turnover]:
    """Sums of money that changed hands in a market."""
    return _TURNOVERS


def fund_flows() -> SearchStrategy[FundFlow]:
    """Net flows of a channel; outflows are negative."""
    return _FLOWS


@st.composite
def trade_events(draw: DrawFn, *, kind: EventKind | None = None) -> TradeEvent:
    """Acts of trade policy; a term that has two full dates ends behind its start.

    :param kind: only this kind.
    """
    first, last = draw(_DATES), draw(_DATES)
    if first and last and first.date and last.date and last.date < first.date:
        first, last = last, first
    return TradeEvent(
        kind=draw(_EVENT_KINDS) if kind is None else kind,
        parties=draw(_PARTIES),
        status=draw(_STATUSES),
        place=draw(_PLACES),
        date=draw(_DATES),
        rate=draw(_RATES),
        rate_before=draw(_RATES),
        target=draw(_GOODS),
        effective_from=first,
        effective_to=last,
        article=draw(_ARTICLES),
    )


_FACTS: SearchStrategy[Fact] = st.one_of(price_moves(), _TURNOVERS, _FLOWS, trade_events())


def facts() -> SearchStrategy[Fact]:
    """All kinds of fact; shrinks towards a price move."""
    return _FACTS
