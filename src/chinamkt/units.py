"""Pint units for what the library quotes: percent, basis point, index point, one dimension a currency.

The registry is made on first use (Pint is not imported before) and knows nothing else.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from chinamkt.model.currencies import CURRENCY_CODES

if TYPE_CHECKING:
    from pint import Quantity, UnitRegistry

__all__ = ["quantity", "registry"]


@cache
def registry() -> UnitRegistry[Any]:
    """The library's own registry; values stay :class:`~decimal.Decimal`.

    >>> registry()("25 basis_point").to("percent").magnitude
    Decimal('0.25')
    """
    import pint

    units: UnitRegistry[Any] = pint.UnitRegistry(None, non_int_type=Decimal)
    units.define("percent = 0.01 = %")
    units.define("basis_point = 0.0001 = bp")
    units.define("index_point = [index_point]")
    for code in sorted(CURRENCY_CODES):
        units.define(f"{code} = [{code}]")
    return units


def quantity(value: Decimal, unit: str) -> Quantity[Any]:
    """A Pint quantity; ``unit`` is a unit of :func:`registry`, or two joined by ``/``.

    >>> print(quantity(Decimal("7.1852"), "CNY/USD"))
    7.1852 CNY / USD
    """
    made: Quantity[Any] = registry().Quantity(value, unit)
    return made
