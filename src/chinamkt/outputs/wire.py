"""The vocabulary of the wire form: how each type of the model is written in JSON.

One table serves both the converter (:mod:`chinamkt.outputs.converter`) and the JSON Schema
(:mod:`chinamkt.outputs.schema`), so that the two can't drift apart.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from decimal import Decimal
from reprlib import repr as shorten
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

from attrs import fields, frozen, resolve_types

from chinamkt.errors import InvalidValue
from chinamkt.model.dates import Duration, PartialDate
from chinamkt.model.facts import EventKind, FundFlow, PriceMove, TradeEvent, Turnover
from chinamkt.model.instruments import (
    Commodity,
    Currency,
    CurrencyPair,
    Index,
    IndexFuture,
    Market,
    Midpoint,
    Sector,
    Security,
    Yield,
)
from chinamkt.model.quantities import ExchangeRate, Level, Money

__all__ = ["SCHEMA_VERSION", "TAGGED", "Tagged", "TextForm", "has_text_form", "members", "read_published", "renamed", "text_form"]

#: The version of the wire form; it changes whenever a reader of the old form would stumble.
SCHEMA_VERSION = "1"

_DATE = r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?|--[0-9]{2}(-[0-9]{2})?"
_CLOCK = r"[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?"
_TIME = rf"[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}T{_CLOCK}(Z|[+-]{_CLOCK})?"
_DURATION = r"P[1-9][0-9]*[DWMY]"
# Exponents stay short: "1E999999999" would be a gigabyte once it is written out in full.
_DECIMAL = r"-?[0-9]+(\.[0-9]+)?(E[+-][0-9]{1,2})?"


@frozen
class TextForm:
    """A type that is one JSON string.

    :param pattern: regular expression of the whole string, ASCII, valid in Python and in JSON Schema.
    :param says: what such a string is, for error messages and the schema.
    """

    pattern: str
    says: str
    parse: Callable[[str], Any]
    write: Callable[[Any], str] = str

    def read(self, value: object) -> Any:
        """The value of a JSON string; :class:`InvalidValue` says what is wrong."""
        if not isinstance(value, str):
            raise InvalidValue(f"{shorten(value)} is no string", hint=self.says)
        if not re.fullmatch(self.pattern, value):
            raise InvalidValue(f"{shorten(value)} does not fit", hint=self.says)
        try:
            return self.parse(value)
        except InvalidValue as error:  # its source names a field, but this is one string
            raise InvalidValue(error.message, hint=error.hint) from None


@frozen
class Tagged:
    """A union of classes, told apart by the key ``tag``."""

    tag: str
    names: dict[type, str]


def read_published(text: str) -> dt.datetime | PartialDate:
    """A time of publication: ISO 8601 with its zone, or a date as far as it is known.

    :raises InvalidValue: for anything else.

    >>> read_published("2025-06-09T01:35:00-04:00").isoformat()
    '2025-06-09T01:35:00-04:00'
    >>> read_published("2025-06")
    PartialDate(year=2025, month=6, day=None)
    """
    if not re.fullmatch(_TIME, text):
        return PartialDate.parse(text)
    try:
        return dt.datetime.fromisoformat(text)
    except ValueError as error:
        raise InvalidValue(f"{text!r}: {error}", hint="ISO 8601, e.g. 2025-06-09T01:35:00-04:00") from None


def _write_published(value: dt.datetime | PartialDate) -> str:
    return value.isoformat() if isinstance(value, dt.datetime) else str(value)


def _read_since(text: str) -> PartialDate | Duration | str:
    if text == "record":
        return text
    return Duration.parse(text) if text.startswith("P") else PartialDate.parse(text)


#: Members of a type (one class, or the classes of a union without ``None``) → its string form.
_TEXT_FORMS: dict[frozenset[type], TextForm] = {
    frozenset({Decimal}): TextForm(_DECIMAL, "a decimal number as a JSON string, so that no digit is lost", Decimal),
    frozenset({PartialDate}): TextForm(_DATE, "an ISO 8601 date, as far as known: 2025-04-02, 2025-04", PartialDate.parse),
    frozenset({Duration}): TextForm(_DURATION, "an ISO 8601 duration in one unit: P4M", Duration.parse),
    frozenset({PartialDate, Duration, str}): TextForm(
        f"record|{_DURATION}|{_DATE}", "'record', an ISO 8601 date or a duration in one unit", _read_since
    ),
    frozenset({dt.datetime, PartialDate}): TextForm(
        f"{_TIME}|{_DATE}", "an ISO 8601 time with its zone, or a date as far as it is known", read_published, _write_published
    ),
}

#: Members of a union → the key and the values that tell them apart.
TAGGED: dict[frozenset[type], Tagged] = {
    frozenset(tagged.names): tagged
    for tagged in (
        Tagged("kind", {PriceMove: "move", Turnover: "turnover", FundFlow: "flow", TradeEvent: "trade_event"}),
        Tagged(
            "type",
            {
                Index: "index",
                Security: "security",
                Sector: "sector",
                Market: "market",
                Currency: "currency",
                CurrencyPair: "fx",
                Midpoint: "fix",
                IndexFuture: "future",
                Commodity: "commodity",
                Yield: "rate",
            },
        ),
        Tagged("type", {Level: "level", Money: "money", ExchangeRate: "exchange_rate"}),
    )
}


def renamed(kind: type) -> dict[str, str]:
    """Fields of a class with another key in JSON: an event's kind is ``event``, as in the facts table.

    >>> renamed(TradeEvent)
    {'kind': 'event'}
    """
    resolve_types(kind)
    return {one.name: "event" for one in fields(kind) if one.type is EventKind}


def members(kind: Any) -> tuple[frozenset[type], bool]:
    """The classes of a type, and whether it may be ``None``.

    >>> members(PartialDate | None) == (frozenset({PartialDate}), True)
    True
    """
    args = get_args(kind) if get_origin(kind) in (UnionType, Union) else (kind,)
    return frozenset(arg for arg in args if arg is not NoneType), NoneType in args


def has_text_form(kind: Any) -> bool:
    """Whether a type is one JSON string by :func:`text_form`."""
    return members(kind)[0] in _TEXT_FORMS


def text_form(kind: Any) -> TextForm:
    """How a type is written as one JSON string; :class:`KeyError` where it is not."""
    return _TEXT_FORMS[members(kind)[0]]
