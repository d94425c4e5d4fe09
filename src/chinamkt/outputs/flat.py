"""Rows of the facts table back to typed facts: the way in for what keeps its facts in a flat file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from chinamkt.errors import BadInput, ChinamktError
from chinamkt.model.dates import Duration, PartialDate
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
from chinamkt.model.instruments import Instrument
from chinamkt.model.quantities import Bound, ExchangeRate, Level, Money, Percent, Points
from chinamkt.model.text import Evidence, Span
from chinamkt.outputs.rows import COLUMNS
from chinamkt.reference import load

__all__ = ["from_rows"]


def from_rows(rows: Iterable[Mapping[str, Any]], *, text: str = "") -> tuple[Fact, ...]:
    """The facts of rows in the columns of the facts table, as ``Report.rows`` writes them.

    :param text: the text they are about; a row with a ``quote`` and no offsets stands where the quote stands first.
    :raises BadInput: naming the row, by its number from 1, and what is wrong in it.

    >>> (fact,) = from_rows([{"kind": "move", "subject": "index:HSI", "pct": "-0.90"}])
    >>> fact.percent.value
    Decimal('-0.90')
    >>> from_rows([{"kind": "move", "subject": "index:HSI", "pct": "-0,90"}])
    Traceback (most recent call last):
    ...
    chinamkt.errors.BadInput: row 1: pct: '-0,90' is no decimal number
    """
    facts = []
    for number, row in enumerate(rows, 1):
        unknown = sorted(set(row) - set(COLUMNS))
        if unknown:
            raise BadInput(f"unknown column {unknown[0]!r}", source=f"row {number}", hint=f"known: {', '.join(COLUMNS)}")
        given = _Row({name: value for name, value in row.items() if value is not None})
        try:
            facts.append(_fact(given, text))
        except KeyError as error:
            raise BadInput(f"no column {error}", source=f"row {number}") from error
        except ChinamktError as error:
            of_the_whole = (error.source or "").startswith(_WHOLE)
            where = f"row {number}" if of_the_whole or not given.asked else f"row {number}: {given.asked}"
            raise BadInput(error.message, source=where, hint=error.hint) from error
        except (ValueError, ArithmeticError) as error:
            raise BadInput(str(error), source=f"row {number}: {given.asked}", hint=_choice(given.asked)) from error
        except (TypeError, AttributeError) as error:
            value = given.get(given.asked)
            raise BadInput(f"{value!r} is a {type(value).__name__}", source=f"row {number}: {given.asked}") from error
    return tuple(facts)


#: What a column may have, where that is one of a few words.
_CHOICES = {
    "phase": Phase, "basis": Basis, "bound": Bound, "event": EventKind, "status": EventStatus, "extreme": Extreme,
    "direction": Direction,
}  # fmt: skip


def _choice(column: str) -> str | None:
    return ", ".join(one.value for one in _CHOICES[column]) if column in _CHOICES else None


#: Where a fault is of the fact as a whole, not of the column that was asked for last.
_WHOLE = ("PriceMove.", "Turnover.", "TradeEvent.", "FundFlow.")


class _Row(dict[str, Any]):
    """A row that remembers the column it was asked for last, so that a fault can name it."""

    asked = ""

    def __getitem__(self, column: str) -> Any:
        self.asked = column
        return super().__getitem__(column)

    def get(self, column: str, default: Any = None) -> Any:
        """The value of a column, or the default."""
        if column in self:
            self.asked = column
        return super().get(column, default)


def _fact(row: Mapping[str, Any], text: str) -> Fact:
    kind = row.get("kind", "trade_event" if "event" in row else "move")
    given: dict[str, Any] = {"article": row.get("article", 0), "evidence": _evidence(row, text), "date": _date(row, "date")}
    if kind not in ("move", "turnover", "flow", "trade_event"):
        raise BadInput(f"no kind {kind!r}", hint="move, turnover, flow, trade_event")
    if kind == "trade_event":
        return _event(row, given)
    given["superlative"] = _superlative(row)
    given["phase"] = Phase(row["phase"]) if "phase" in row else None
    if kind == "move":
        return _move(row, given)
    amount = Money(_decimal(row["amount"]), row["unit"], _bound(row))
    if kind == "turnover":
        return Turnover(
            market=_instrument(row["subject"]),
            amount=amount,
            change=_percent(row, Bound.RANGE if "pct_max" in row else Bound.EXACT),
            **given,
        )
    channel = Channel(row["subject"].removeprefix("flow:"))
    return FundFlow(channel=channel, amount=amount, basis=Basis(row.get("basis", "day")), **given)


def _move(row: Mapping[str, Any], given: dict[str, Any]) -> PriceMove:
    unit = row.get("unit", "percent" if row["subject"].startswith("rate:") else "points")
    bound = _bound(row)
    change = "pct" in row or "points" in row
    points = row.get("points")
    return PriceMove(
        instrument=_instrument(row["subject"]),
        percent=_percent(row, bound),
        points=None
        if points is None
        else Points(
            _decimal(points),
            row.get("points_unit", "bp" if unit == "percent" else unit),
            Bound.EXACT if bound is Bound.RANGE else bound,
        ),
        # the bound of a row speaks of its change
        level=_level(_decimal(row["level"]), unit, Bound.EXACT if change else bound) if "level" in row else None,
        direction=Direction(row["direction"]) if "direction" in row else None,
        basis=Basis(row.get("basis", "day")),
        basis_from=_date(row, "basis_from"),
        of=row.get("of"),
        candidates=tuple(map(_instrument, row.get("candidates", ()))),
        **given,
    )


def _event(row: Mapping[str, Any], given: dict[str, Any]) -> TradeEvent:
    return TradeEvent(
        kind=EventKind(row["event"]),
        parties=tuple(row["parties"]),
        status=EventStatus(row["status"]) if "status" in row else None,
        place=row.get("place"),
        rate=_decimal(row["rate"]) if "rate" in row else None,
        target=row.get("target"),
        effective_from=_date(row, "effective_from"),
        effective_to=_date(row, "effective_to"),
        rate_before=_decimal(row["rate_before"]) if "rate_before" in row else None,
        **given,
    )


def _evidence(row: Mapping[str, Any], text: str) -> Evidence | None:
    quote, start, end = row.get("quote", ""), row.get("start"), row.get("end")
    if start is None or end is None:
        start = text.find(quote) if quote else -1
        if start < 0:
            return None
        end = start + len(quote)
    return Evidence(span=Span(start, end), quote=quote or text[start:end], name=row.get("name", ""), rule=row.get("rule", ""))


def _instrument(subject: str) -> Instrument:
    return load().instrument(subject)


def _bound(row: Mapping[str, Any]) -> Bound:
    return Bound(row.get("bound", "range" if "pct_max" in row else "exact"))


def _percent(row: Mapping[str, Any], bound: Bound) -> Percent | None:
    if "pct" not in row:
        return None
    upper = _decimal(row["pct_max"]) if "pct_max" in row else None
    return Percent(_decimal(row["pct"]), upper, bound)


def _level(value: Decimal, unit: str, bound: Bound) -> Level | Money | ExchangeRate:
    bound = Bound.EXACT if bound is Bound.RANGE else bound
    if unit in ("points", "percent"):
        return Level(value, unit, bound)
    quote, slash, base = unit.partition("/")
    return ExchangeRate(value, quote, base, bound) if slash else Money(value, unit, bound)


def _superlative(row: Mapping[str, Any]) -> Superlative | None:
    if "extreme" not in row:
        return None
    since = row.get("extreme_since")
    if since is None or since == "record":
        return Superlative(Extreme(row["extreme"]), since)
    return Superlative(Extreme(row["extreme"]), Duration.parse(since) if since.startswith("P") else PartialDate.parse(since))


def _date(row: Mapping[str, Any], column: str) -> PartialDate | None:
    return PartialDate.parse(row[column]) if column in row else None


def _decimal(written: object) -> Decimal:
    """A number as it is written; a float by its shortest form, which has lost its trailing zeros."""
    if isinstance(written, bool) or not isinstance(written, str | int | float | Decimal):
        raise BadInput(f"{written!r} is no decimal number")
    try:
        return Decimal(repr(written) if isinstance(written, float) else written)
    except (InvalidOperation, TypeError, ValueError):
        raise BadInput(f"{written!r} is no decimal number") from None
