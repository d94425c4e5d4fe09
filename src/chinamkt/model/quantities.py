"""Quantities as printed: the digits are kept, 0.90 stays 0.90 and is not equal to 0.9."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from chinamkt.errors import InvalidValue
from chinamkt.model.currencies import CURRENCY_CODES

if TYPE_CHECKING:
    from pint import Quantity

__all__ = ["Bound", "ExchangeRate", "Level", "Money", "Percent", "Points"]


class Bound(StrEnum):
    """How a text bounds its figure: "3%", "about 3%", "over 3%", "nearly 3%", "3 to 4%"."""

    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    UNDER = "under"
    RANGE = "range"


def check_decimal(value: object, where: str) -> None:
    """Refuse what is no finite :class:`~decimal.Decimal` (floats lose the printed digits)."""
    if not isinstance(value, Decimal):
        raise InvalidValue(f"{value!r} is a {type(value).__name__}", source=where, hint="a Decimal keeps the printed digits")
    if not value.is_finite():
        raise InvalidValue(f"{value} is not finite", source=where, hint="a number that can be printed")


def check_currency(code: str, where: str) -> None:
    """Refuse what is no ISO 4217 code (or CNH, the offshore yuan)."""
    if code not in CURRENCY_CODES:
        raise InvalidValue(f"unknown currency {code!r}", source=where, hint="an ISO 4217 code such as CNY or HKD, or CNH")


def _pint(value: Decimal, unit: str) -> Quantity[Any]:
    from chinamkt.units import quantity

    return quantity(value, unit)


@frozen(slots=True)
class Percent:
    """A signed percentage change, in percent.

    :param value: "fell 0.9 per cent" is ``Decimal("-0.9")``; of a range, the end nearer zero.
    :param upper: of a range, the end further from zero; else ``None``.
    :raises InvalidValue: for a float, or a range whose ends disagree in sign or order.

    >>> Percent(Decimal("0.90")).value
    Decimal('0.90')
    >>> Percent(Decimal("3.2"), Decimal("-5.5"), Bound.RANGE)
    Traceback (most recent call last):
    ...
    chinamkt.errors.InvalidValue: Percent.upper: 3.2 and -5.5 disagree in sign (both ends rise or both fall)
    """

    value: Decimal = field(eq=str)
    upper: Decimal | None = field(default=None, eq=str)
    bound: Bound = Bound.EXACT

    def __attrs_post_init__(self) -> None:
        check_decimal(self.value, "Percent.value")
        if self.upper is None:
            if self.bound is Bound.RANGE:
                raise InvalidValue("a range without its upper end", source="Percent.upper", hint="give both ends")
            return
        check_decimal(self.upper, "Percent.upper")
        if self.value * self.upper < 0:
            raise InvalidValue(
                f"{self.value} and {self.upper} disagree in sign", source="Percent.upper", hint="both ends rise or both fall"
            )
        if abs(self.upper) < abs(self.value):
            raise InvalidValue(f"{self.upper} is nearer zero than {self.value}", source="Percent.upper", hint="swap the two")
        if self.bound is not Bound.RANGE:
            raise InvalidValue(f"two ends, but bound {self.bound.value}", source="Percent.bound", hint="range")

    @property
    def quantity(self) -> Quantity[Any]:
        """The value as a Pint quantity in percent."""
        return _pint(self.value, "percent")


@frozen(slots=True)
class Points:
    """A signed absolute change.

    :param unit: ``points`` for an index, an ISO 4217 code for a price, ``bp`` for basis
        points or pips, ``CNY/USD`` for an exchange rate.

    >>> Points(Decimal("-153.88")).unit
    'points'
    """

    value: Decimal = field(eq=str)
    unit: str = "points"
    bound: Bound = Bound.EXACT

    def __attrs_post_init__(self) -> None:
        check_decimal(self.value, "Points.value")
        if self.unit not in ("points", "bp"):
            for code in self.unit.split("/"):
                check_currency(code, "Points.unit")

    @property
    def quantity(self) -> Quantity[Any]:
        """The value as a Pint quantity in index points, basis points or a currency."""
        return _pint(self.value, {"points": "index_point", "bp": "basis_point"}.get(self.unit, self.unit))


@frozen(slots=True)
class Level:
    """The level of an index (unit ``points``) or of a yield (unit ``percent``).

    >>> Level(Decimal("22774.46"))
    Level(value=Decimal('22774.46'), unit='points', bound=<Bound.EXACT: 'exact'>)
    """

    value: Decimal = field(eq=str)
    unit: str = "points"
    bound: Bound = Bound.EXACT

    def __attrs_post_init__(self) -> None:
        check_decimal(self.value, "Level.value")
        if self.unit not in ("points", "percent"):
            raise InvalidValue(
                f"{self.unit!r} is no unit of a level", source="Level.unit", hint="points, percent; Money for prices"
            )

    @property
    def quantity(self) -> Quantity[Any]:
        """The value as a Pint quantity in index points or percent."""
        return _pint(self.value, "index_point" if self.unit == "points" else "percent")


@frozen(slots=True)
class Money:
    """A price or a sum, written out in full: 1.43 trillion yuan is ``1430000000000``.

    :param currency: ISO 4217, or ``CNH`` for the offshore yuan.

    >>> Money(Decimal("47.25"), "HKD").currency
    'HKD'
    >>> Money(Decimal("47.25"), "HKX")
    Traceback (most recent call last):
    ...
    chinamkt.errors.InvalidValue: Money.currency: unknown currency 'HKX' (an ISO 4217 code such as CNY or HKD, or CNH)
    """

    value: Decimal = field(eq=str)
    currency: str
    bound: Bound = Bound.EXACT

    def __attrs_post_init__(self) -> None:
        check_decimal(self.value, "Money.value")
        check_currency(self.currency, "Money.currency")

    @property
    def unit(self) -> str:
        """The currency's code."""
        return self.currency

    @property
    def quantity(self) -> Quantity[Any]:
        """The value as a Pint quantity, one dimension a currency."""
        return _pint(self.value, self.currency)


@frozen(slots=True)
class ExchangeRate:
    """Units of ``quote`` for one unit of ``base``: 7.1852 yuan per dollar is ``("7.1852", "CNY", "USD")``.

    >>> ExchangeRate(Decimal("7.1852"), "CNH", "USD").unit
    'CNH/USD'
    """

    value: Decimal = field(eq=str)
    quote: str
    base: str
    bound: Bound = Bound.EXACT

    def __attrs_post_init__(self) -> None:
        check_decimal(self.value, "ExchangeRate.value")
        check_currency(self.quote, "ExchangeRate.quote")
        check_currency(self.base, "ExchangeRate.base")
        if self.value <= 0:
            raise InvalidValue(f"{self.value} is no rate", source="ExchangeRate.value", hint="more than 0")

    @property
    def unit(self) -> str:
        """``CNH/USD``: how many CNH for one USD."""
        return f"{self.quote}/{self.base}"

    @property
    def quantity(self) -> Quantity[Any]:
        """The value as a Pint quantity in quote currency per base currency."""
        return _pint(self.value, self.unit)
