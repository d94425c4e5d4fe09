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


def superlatives() -> SearchStrategy[Superlative]:
    """Superlatives since a date, for a duration, of all time, or bare."""
    return st.builds(Superlative, st.sampled_from(Extreme), st.none() | st.just("record") | durations() | partial_dates())


def _level_of(instrument: Instrument) -> SearchStrategy[Level | Money | ExchangeRate]:
    """Levels in the unit that the instrument is quoted in."""
    if isinstance(instrument, CurrencyPair | Midpoint):
        pair = instrument.pair if isinstance(instrument, Midpoint) else instrument
        return exchange_rates(base=st.just(pair.base), quote=st.just(pair.quote))
    if isinstance(instrument, Security | Commodity):
        return money(max_value=200_000)
    return levels(unit="percent" if isinstance(instrument, Yield) else "points")


def _figures(instrument: Instrument, sign: int | None) -> SearchStrategy[tuple[Percent | None, Points | None]]:
    quoted = {Index: "points", IndexFuture: "points", Yield: "bp"}.get(type(instrument))
    change = points(sign=sign, unit=None if quoted is None else st.just(quoted))
    return st.tuples(st.none() | percents(sign=sign), st.none() | change)


@st.composite
def price_moves(
    draw: DrawFn, *, instrument: SearchStrategy[Instrument] | None = None, direction: Direction | None = None
) -> PriceMove:
    """Moves and levels of one instrument, at least one figure in each.

    :param instrument: the instruments to draw from.
    :param direction: only rises, only falls, or (``FLAT``) only zeros; ``None`` for all.
    """
    what = draw(instruments() if instrument is None else instrument)
    way = draw(st.sampled_from(Direction)) if direction is None else direction
    if way is Direction.FLAT:
        percent: Percent | None = Percent(draw(printed_decimals(max_value=0)))
        change: Points | None = None
    else:
        percent, change = draw(_figures(what, 1 if way is Direction.UP else -1))
    needed = percent is None and change is None
    level = draw(_level_of(what) if needed else st.none() | _level_of(what))
    basis = draw(st.sampled_from(Basis))
    # The words of a text give the direction, or else the sign of the figures does.
    told = way if direction is not None or percent is not None or change is not None else draw(st.none() | st.just(way))
    pair = what.pair if isinstance(what, Midpoint) else what
    return PriceMove(
        instrument=what,
        percent=percent,
        points=change,
        level=level,
        direction=told,
        phase=draw(st.none() | st.sampled_from(Phase)),
        basis=basis,
        basis_from=draw(st.none() | partial_dates()) if basis is Basis.SINCE else None,
        date=draw(st.none() | partial_dates()),
        superlative=draw(st.none() | superlatives()),
        of=draw(st.sampled_from((pair.quote, pair.base))) if isinstance(pair, CurrencyPair) else None,
        article=draw(st.integers(0, 3)),
        candidates=tuple(draw(st.lists(instruments(), max_size=2))) if instrument is None else (),
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
        date=draw(st.none() | partial_dates(full=True) if date is None else date),
    )


def turnovers() -> SearchStrategy[Turnover]:
    """Sums of money that changed hands in a market."""
    return st.builds(
        Turnover,
        market=markets(),
        amount=money(),
        change=st.none() | percents(),
        phase=st.none() | st.sampled_from(Phase),
        date=st.none() | partial_dates(),
        article=st.integers(0, 3),
    )


def fund_flows() -> SearchStrategy[FundFlow]:
    """Net flows of a channel; outflows are negative."""
    return st.builds(
        FundFlow,
        channel=st.sampled_from(Channel),
        amount=money(min_value=-(10**12), max_value=10**12),
        phase=st.none() | st.sampled_from(Phase),
        basis=st.sampled_from(Basis),
        date=st.none() | partial_dates(),
        article=st.integers(0, 3),
    )


@st.composite
def trade_events(draw: DrawFn, *, kind: EventKind | None = None) -> TradeEvent:
    """Acts of trade policy; a term that has two full dates ends behind its start.

    :param kind: only this kind.
    """
    first, last = draw(st.none() | partial_dates()), draw(st.none() | partial_dates())
    if first and last and first.date and last.date and last.date < first.date:
        first, last = last, first
    goods = st.sampled_from(("steel", "rare earths", "electric vehicles", "大豆", "all goods"))
    parties = st.lists(st.sampled_from(("US", "CN", "EU", "HK", "JP", "GB")), min_size=1, max_size=3, unique=True)
    return TradeEvent(
        kind=draw(st.sampled_from(EventKind)) if kind is None else kind,
        parties=tuple(draw(parties)),
        status=draw(st.none() | st.sampled_from(EventStatus)),
        place=draw(st.none() | st.sampled_from(("London", "Geneva", "北京"))),
        date=draw(st.none() | partial_dates()),
        rate=draw(st.none() | printed_decimals(max_value=250, max_places=2)),
        target=draw(st.none() | goods),
        effective_from=first,
        effective_to=last,
        article=draw(st.integers(0, 3)),
    )


def facts() -> SearchStrategy[Fact]:
    """All kinds of fact; shrinks towards a price move."""
    return st.one_of(price_moves(), turnovers(), fund_flows(), trade_events())
