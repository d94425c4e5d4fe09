"""A ledger to JSON and back."""

from __future__ import annotations

from reprlib import repr as shorten

from attrs import frozen

from chinamkt.errors import BadInput
from chinamkt.ledger.book import TradeLedger
from chinamkt.ledger.entry import Entry
from chinamkt.ledger.standing import Standing
from chinamkt.outputs.converter import converter, structure
from chinamkt.outputs.jsontext import dumps, loads
from chinamkt.outputs.wire import SCHEMA_VERSION

__all__ = ["LedgerRecord", "ledger_from_json", "ledger_to_json", "standing_to_json"]


@frozen(slots=True, kw_only=True)
class LedgerRecord:
    """The events of a ledger, each with the statements it rests on."""

    schema_version: str = SCHEMA_VERSION
    entries: tuple[Entry, ...]


def ledger_to_json(ledger: TradeLedger, *, indent: int | None = None) -> str:
    """A ledger in the wire form; ``chinamkt.outputs.schema.json_schema("ledger")`` describes it.

    :raises BadInput: where a quote holds a lone surrogate, which no UTF-8 can carry.

    >>> ledger_to_json(TradeLedger())
    '{"schema_version":"1","entries":[]}'
    """
    return dumps(converter().unstructure(LedgerRecord(entries=ledger.entries)), indent=indent).decode()


def ledger_from_json(written: str | bytes, *, source: str | None = None) -> TradeLedger:
    """The ledger that :func:`ledger_to_json` wrote.

    What is read are the statements, under ``sources``; the events are joined from them anew.

    :param source: the file it comes from, for errors.
    :raises BadInput: for bad JSON, another schema version, unknown keys and impossible values, with the path to them.

    >>> ledger_from_json('{"schema_version": "1", "entries": [{"event": "talks"}]}')
    Traceback (most recent call last):
    ...
    chinamkt.errors.BadInput: $.entries[0].parties: missing
    """
    value = loads(written, source=source)
    version = value.get("schema_version") if isinstance(value, dict) else SCHEMA_VERSION
    if version != SCHEMA_VERSION:
        place = f"{source}: $.schema_version" if source else "$.schema_version"
        raise BadInput(f"{shorten(version)} is unknown", source=place, hint=f"this version of chinamkt reads {SCHEMA_VERSION!r}")
    record = structure(value, LedgerRecord, source=source)
    return TradeLedger(statements=tuple(statement for entry in record.entries for statement in entry.sources))


def standing_to_json(standing: Standing, *, indent: int | None = None) -> str:
    """What was in force on a day: ``parties``, ``day``, ``in_force`` and ``undecided``, each with its entries.

    >>> import datetime as dt
    >>> standing_to_json(Standing(parties=("US", "CN"), day=dt.date(2025, 6, 9)))
    '{"parties":["US","CN"],"day":"2025-06-09","in_force":[],"undecided":[]}'
    """
    made = converter()
    undecided = [{"reason": undecided.reason, "entry": made.unstructure(undecided.entry)} for undecided in standing.undecided]
    written = {
        "parties": list(standing.parties),
        "day": standing.day.isoformat(),
        "in_force": [made.unstructure(entry) for entry in standing.in_force],
        "undecided": undecided,
    }
    return dumps(written, indent=indent).decode()
