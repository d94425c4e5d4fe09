"""``chinamkt compare``: what texts state differently."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from chinamkt.cli.documents import Sources
from chinamkt.cli.run import Run, context_options, source_options

if TYPE_CHECKING:
    from chinamkt.validate.compare import Conflict

__all__ = ["command"]


@click.command("compare", short_help="Find what texts state differently.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--to", type=click.Choice(["table", "jsonl"]), default="table", show_default=True, help="Form of the output.")
@source_options
@context_options
def command(paths: tuple[str, ...], to: str, form: str | None, encoding: str, **context: Any) -> None:
    """Read PATHs (files, folders, - for standard input) and print which of their facts can't both be true.

    One instrument, one session, one phase: 0.6% beside 0.64% is rounding, 0.46% is not. Conflicts do not change the exit
    status.
    """
    from chinamkt.validate.compare import compare

    run = Run(Sources(paths, form=form, encoding=encoding), **context)
    reports = [report for _, report in run.reports()]
    found = compare(reports)
    if to == "jsonl":
        from chinamkt.outputs.jsonl import to_lines

        sys.stdout.buffer.write(to_lines(map(_row, found)))
        sys.stdout.buffer.flush()
    else:
        _table(found, len(reports))
    run.end()


def _row(conflict: Conflict) -> dict[str, Any]:
    row = {
        "subject": conflict.subject,
        "date": str(conflict.date),
        "phase": conflict.phase and conflict.phase.value,
        "figure": conflict.figure,
        "severity": conflict.severity.value,
        "message": conflict.message,
        "hint": conflict.hint,
        "values": [{"value": value, "reports": list(reports)} for value, reports in conflict.values],
    }
    return {column: value for column, value in row.items() if value is not None}


def _table(conflicts: Sequence[Conflict], texts: int) -> None:
    from chinamkt.cli.tables import console_for, plain_table

    console = console_for()
    rows: list[tuple[str, ...]] = [
        (
            f"{one.subject}\n{one.date}",
            f"{one.figure if one.phase is None else f'{one.figure}, {one.phase.value}'}\n{one.severity.value}",
            "\n".join(f"{value}: {', '.join(reports)}" for value, reports in one.values),
        )
        for one in conflicts
    ]
    if rows:
        console.print(plain_table("", ("subject", "figure", "values"), rows))
    console.print(f"{len(rows)} conflict{'' if len(rows) == 1 else 's'} in {texts} text{'' if texts == 1 else 's'}")
