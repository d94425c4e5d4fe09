"""``chinamkt ledger``: trade events of many texts, joined."""

from __future__ import annotations

import datetime as dt
import sys
from typing import TYPE_CHECKING, Any

import click

from chinamkt.cli.documents import Sources
from chinamkt.cli.run import Run, context_options, source_options
from chinamkt.errors import ChinamktError, InvalidValue

if TYPE_CHECKING:
    from chinamkt.ledger import TradeLedger

__all__ = ["command"]


def _day(_: click.Context, __: click.Parameter, value: str | None) -> dt.date | None:
    try:
        return None if value is None else dt.date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"{value!r} is no day; ISO 8601, e.g. 2025-06-09") from None


@click.command("ledger", short_help="Join the trade events of many texts.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--between", nargs=2, metavar="PARTY PARTY", help="Only events between two parties: US CN, CN EU, ...")
@click.option("--on", "day", metavar="DAY", callback=_day, help="What was in force between them on a day (ISO 8601).")
@click.option(
    "--to", type=click.Choice(["table", "json", "html"]), default="table", show_default=True, help="Form of the output."
)
@source_options
@context_options
def command(
    paths: tuple[str, ...],
    between: tuple[str, str] | None,
    day: dt.date | None,
    to: str,
    form: str | None,
    encoding: str,
    **context: Any,
) -> None:
    """Read PATHs (files, folders, - for standard input) and join the acts of trade policy in them.

    Statements of one event become one entry with all its sources; where they contradict each other, that is told.
    """
    from chinamkt.ledger import TradeLedger

    if day is not None and not between:
        raise click.UsageError("--on needs --between, e.g. --between US CN")
    if day is not None and to == "html":
        raise click.UsageError("--on gives a table or JSON, not --to html")
    try:
        TradeLedger().between(*between or ("CN", "US"))
    except InvalidValue as error:
        raise click.UsageError(str(error)) from None
    run = Run(Sources(paths, form=form, encoding=encoding), **context)
    ledger = TradeLedger.of(report for _, report in run.reports())
    if between:
        kept = {id(statement) for entry in ledger.between(*between) for statement in entry.sources} if day is None else None
        if kept is not None:
            ledger = TradeLedger(statements=tuple(statement for statement in ledger.statements if id(statement) in kept))
    _write(run, ledger, between, day, to)
    run.end()


def _write(run: Run, ledger: TradeLedger, between: tuple[str, str] | None, day: dt.date | None, to: str) -> None:
    try:
        if day is not None and between is not None:
            _standing(ledger, between, day, to)
        elif to == "table":
            from chinamkt.cli.ledger_tables import print_ledger

            print_ledger(ledger)
        else:
            _bytes(ledger.to_json(indent=1) + "\n" if to == "json" else ledger.to_html())
    except ChinamktError as error:
        run.fail(error)


def _standing(ledger: TradeLedger, between: tuple[str, str], day: dt.date, to: str) -> None:
    standing = ledger.in_force(*between, day)
    if to == "table":
        from chinamkt.cli.ledger_tables import print_standing

        print_standing(standing)
        return
    from chinamkt.outputs.ledger_json import standing_to_json

    _bytes(standing_to_json(standing, indent=1) + "\n")


def _bytes(text: str) -> None:
    """UTF-8, whatever the locale."""
    from chinamkt.outputs.jsontext import encode

    sys.stdout.buffer.write(encode(text))
    sys.stdout.buffer.flush()
