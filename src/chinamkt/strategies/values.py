"""Strategies for places, dates and quantities."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from chinamkt.model.currencies import CURRENCY_CODES
from chinamkt.model.dates import Duration, PartialDate
from chinamkt.model.printed import Interval
from chinamkt.model.quantities import Bound, ExchangeRate, Level, Money, Percent, Points
from chinamkt.model.text import Span

__all__ = [
    "currency_codes",
    "durations",
    "exchange_rates",
    "intervals",
    "levels",
    "money",
    "partial_dates",
    "percents",
    "points",
    "printed_decimals",
    "spans",
]

#: Shrinks towards the currencies of the two markets, then by the alphabet.
_CODES = ("HKD", "CNY", "USD", "CNH", *sorted(CURRENCY_CODES - {"HKD", "CNY", "USD", "CNH"}))
#: A range has two ends, so it is drawn by itself.
_ONE_FIGURE = (Bound.EXACT, Bound.ABOUT, Bound.OVER, Bound.UNDER)

# Strategies that need no argument are made once: Hypothesis validates each new object, which costs
# more than a draw from it.
_CODE = st.sampled_from(_CODES)
_BOUND = st.sampled_from(_ONE_FIGURE)
_BOUND_OR_RANGE = st.sampled_from((*_ONE_FIGURE, Bound.RANGE))
_SIGN = st.sampled_from((1, -1))
_POINTS_UNIT = st.one_of(st.just("points"), st.just("bp"), _CODE, st.tuples(_CODE, _CODE).map("/".join))
_LEVEL_UNIT = st.sampled_from(("points", "percent"))
_DATE_FORM = st.sampled_from(range(5))


def currency_codes() -> SearchStrategy[str]:
    """Codes that the model knows: ISO 4217, and ``CNH``."""
    return _CODE


@st.composite
def spans(draw: DrawFn, *, within: int | Span = 10_000, min_size: int = 0) -> Span:
    """Half-open spans, in code points.

    :param within: the length of the text, or a span that holds the result.
    :param min_size: the least length; ``within`` must have room for it.
    """
    room = within if isinstance(within, Span) else Span(0, within)
    start = draw(st.integers(room.start, room.end - min_size))
    return Span(start, draw(st.integers(start + min_size, room.end)))


@st.composite
def printed_decimals(draw: DrawFn, *, min_value: int = 0, max_value: int = 100_000, max_places: int = 4) -> Decimal:
    """Decimals as a report prints them, trailing zeros included: 0.90 as well as 0.9.

    :param max_places: the most digits behind the point; they shrink to none.
    """
    return draw_decimal(draw, min_value, max_value, max_places)


@st.composite
def intervals(draw: DrawFn) -> Interval:
    """Closed intervals between printed decimals, points among them."""
    low, high = sorted((draw_decimal(draw), draw_decimal(draw)))
    return Interval(low, high)


def draw_decimal(draw: DrawFn, min_value: int = 0, max_value: int = 100_000, max_places: int = 4) -> Decimal:
    """What :func:`printed_decimals` draws, inside another strategy."""
    places = draw(st.integers(0, max_places))
    zeros = draw(st.integers(0, places))  # 3.00 would come up too seldom by itself
    scale = 10 ** (places - zeros)
    return Decimal(f"{draw(st.integers(min_value * scale, max_value * scale)) * 10**zeros}E-{places}")


@st.composite
def partial_dates(
    draw: DrawFn, *, min_value: dt.date = dt.date.min, max_value: dt.date = dt.date.max, full: bool = False
) -> PartialDate:
    """Dates as far as a text gives them.

    :param min_value: the earliest day whose parts are drawn; :param max_value: the latest.
    :param full: only dates with year, month and day.
    """
    day = draw(st.dates(min_value, max_value))
    match 0 if full else draw(_DATE_FORM):
        case 0:
            return PartialDate.of(day)
        case 1:
            return PartialDate(day.year, day.month)
        case 2:
            return PartialDate(day.year)
        case 3:
            return PartialDate(None, day.month, day.day)
        case _:
            return PartialDate(None, day.month)


def durations(*, max_count: int = 120) -> SearchStrategy[Duration]:
    """Lengths of time in days, weeks, months or years."""
    return st.builds(Duration, st.integers(1, max_count), st.sampled_from("DWMY"))


@st.composite
def percents(
    draw: DrawFn, *, sign: int | None = None, max_value: int = 1_000, max_places: int = 3, exact: bool = False
) -> Percent:
    """Signed changes in percent, ranges included.

    :param sign: 1 for rises, -1 for falls (zero is either); ``None`` for both.
    :param max_value: the largest size.
    :param exact: only single figures without "about", "over" and the like.
    """
    sign = draw(_SIGN) if sign is None else sign
    value = draw_decimal(draw, 0, max_value, max_places)
    bound = Bound.EXACT if exact else draw(_BOUND_OR_RANGE)
    if bound is not Bound.RANGE:
        return Percent(_signed(value, sign), None, bound)
    nearer, further = sorted((value, draw_decimal(draw, 0, max_value, max_places)))
    return Percent(_signed(nearer, sign), _signed(further, sign), bound)


@st.composite
def points(draw: DrawFn, *, sign: int | None = None, unit: SearchStrategy[str] | None = None, exact: bool = False) -> Points:
    """Signed absolute changes in index points, basis points, a currency or a rate.

    :param sign: as for :func:`percents`.
    :param unit: the units to draw from.
    """
    sign = draw(_SIGN) if sign is None else sign
    value = _signed(draw_decimal(draw), sign)
    return Points(value, draw(_POINTS_UNIT if unit is None else unit), Bound.EXACT if exact else draw(_BOUND))


@st.composite
def levels(draw: DrawFn, *, unit: str | None = None, exact: bool = False) -> Level:
    """Levels of an index (``points``) or a yield (``percent``)."""
    value = draw_decimal(draw, max_places=3)
    return Level(value, draw(_LEVEL_UNIT) if unit is None else unit, Bound.EXACT if exact else draw(_BOUND))


@st.composite
def money(
    draw: DrawFn,
    *,
    currency: SearchStrategy[str] | None = None,
    min_value: int = 0,
    max_value: int = 10**13,
    exact: bool = False,
) -> Money:
    """Prices and sums, written out in full.

    :param currency: the codes to draw from.
    :param min_value: below zero for net outflows.
    """
    value = draw_decimal(draw, min_value, max_value, 3)
    return Money(value, draw(_CODE if currency is None else currency), Bound.EXACT if exact else draw(_BOUND))


@st.composite
def exchange_rates(
    draw: DrawFn, *, base: SearchStrategy[str] | None = None, quote: SearchStrategy[str] | None = None, exact: bool = False
) -> ExchangeRate:
    """Units of ``quote`` for one of ``base``; more than zero."""
    places = draw(st.integers(0, 5))
    return ExchangeRate(
        Decimal(f"{draw(st.integers(1, 10_000 * 10**places))}E-{places}"),
        draw(_CODE if quote is None else quote),
        draw(_CODE if base is None else base),
        Bound.EXACT if exact else draw(_BOUND),
    )


def _signed(size: Decimal, sign: int) -> Decimal:
    """The size with its sign and all its digits; zero has no sign (``-size`` would round to the context)."""
    return size.copy_negate() if sign < 0 and size else size
