"""Strategies for places, dates and quantities."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from chinamkt.model.currencies import CURRENCY_CODES
from chinamkt.model.dates import Duration, PartialDate
from chinamkt.model.quantities import Bound, ExchangeRate, Level, Money, Percent, Points
from chinamkt.model.text import Span

__all__ = [
    "currency_codes",
    "durations",
    "exchange_rates",
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


def bounds() -> SearchStrategy[Bound]:
    """Bounds of a single figure."""
    return st.sampled_from(_ONE_FIGURE)


def currency_codes() -> SearchStrategy[str]:
    """Codes that the model knows: ISO 4217, and ``CNH``."""
    return st.sampled_from(_CODES)


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
    places = draw(st.integers(0, max_places))
    units = draw(st.integers(min_value * 10**places, max_value * 10**places))
    return Decimal(f"{units}E-{places}")


@st.composite
def partial_dates(
    draw: DrawFn, *, min_value: dt.date = dt.date.min, max_value: dt.date = dt.date.max, full: bool = False
) -> PartialDate:
    """Dates as far as a text gives them.

    :param min_value: the earliest day whose parts are drawn; :param max_value: the latest.
    :param full: only dates with year, month and day.
    """
    day = draw(st.dates(min_value, max_value))
    whole = PartialDate.of(day)
    if full:
        return whole
    return draw(
        st.sampled_from(
            (
                whole,
                PartialDate(day.year, day.month),
                PartialDate(day.year),
                PartialDate(None, day.month, day.day),
                PartialDate(None, day.month),
            )
        )
    )


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
    sign = draw(st.sampled_from((1, -1))) if sign is None else sign
    size = printed_decimals(max_value=max_value, max_places=max_places)
    value = draw(size)
    if exact:
        return Percent(_signed(value, sign))
    bound = draw(st.sampled_from((*_ONE_FIGURE, Bound.RANGE)))
    if bound is not Bound.RANGE:
        return Percent(_signed(value, sign), None, bound)
    nearer, further = sorted((value, draw(size)))
    return Percent(_signed(nearer, sign), _signed(further, sign), bound)


@st.composite
def points(draw: DrawFn, *, sign: int | None = None, unit: SearchStrategy[str] | None = None, exact: bool = False) -> Points:
    """Signed absolute changes in index points, basis points, a currency or a rate.

    :param sign: as for :func:`percents`.
    :param unit: the units to draw from.
    """
    rates = st.tuples(currency_codes(), currency_codes()).map("/".join)
    units = st.one_of(st.just("points"), st.just("bp"), currency_codes(), rates) if unit is None else unit
    sign = draw(st.sampled_from((1, -1))) if sign is None else sign
    return Points(_signed(draw(printed_decimals()), sign), draw(units), Bound.EXACT if exact else draw(bounds()))


@st.composite
def levels(draw: DrawFn, *, unit: str | None = None, exact: bool = False) -> Level:
    """Levels of an index (``points``) or a yield (``percent``)."""
    value = draw(printed_decimals(max_places=3))
    unit = draw(st.sampled_from(("points", "percent"))) if unit is None else unit
    return Level(value, unit, Bound.EXACT if exact else draw(bounds()))


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
    value = draw(printed_decimals(min_value=min_value, max_value=max_value, max_places=3))
    return Money(value, draw(currency_codes() if currency is None else currency), Bound.EXACT if exact else draw(bounds()))


@st.composite
def exchange_rates(
    draw: DrawFn, *, base: SearchStrategy[str] | None = None, quote: SearchStrategy[str] | None = None, exact: bool = False
) -> ExchangeRate:
    """Units of ``quote`` for one of ``base``; more than zero."""
    places = draw(st.integers(0, 5))
    value = Decimal(f"{draw(st.integers(1, 10_000 * 10**places))}E-{places}")
    code = currency_codes()
    return ExchangeRate(
        value,
        draw(code if quote is None else quote),
        draw(code if base is None else base),
        Bound.EXACT if exact else draw(bounds()),
    )


def _signed(size: Decimal, sign: int) -> Decimal:
    """The size with its sign and all its digits; zero has no sign (``-size`` would round to the context)."""
    return size.copy_negate() if sign < 0 and size else size
