"""A ledger as tables for the terminal."""

from __future__ import annotations

from collections.abc import Iterable

from rich.table import Table
from rich.text import Text

from chinamkt.cli.tables import console_for, empty_table
from chinamkt.ledger import Entry, Standing, TradeLedger
from chinamkt.outputs.display import plain
from chinamkt.outputs.ledger_lines import LedgerLine, ledger_lines

__all__ = ["print_ledger", "print_standing"]


def print_ledger(ledger: TradeLedger) -> None:
    """One line an event, then what was counted."""
    console = console_for()
    if len(ledger):
        console.print(_table("events", ledger.entries))
    events, reports, against = len(ledger), len(ledger.reports), len(ledger.contradictions)
    told = f", {_count(against, 'contradiction')}" if against else ""
    console.print(f"{_count(events, 'event')} in {_count(reports, 'report')}{told}")


def print_standing(standing: Standing) -> None:
    """What was in force, and what may have been, with the reason."""
    console = console_for()
    pair = f"{standing.parties[0]} and {standing.parties[1]} on {standing.day}"
    if standing.in_force:
        console.print(_table(f"in force between {pair}", standing.in_force))
    else:
        console.print(f"nothing was in force between {pair} by these reports")
    if standing.undecided:
        reasons = [undecided.reason for undecided in standing.undecided]
        console.print(_table("undecided", [undecided.entry for undecided in standing.undecided], reasons))


def _table(title: str, entries: Iterable[Entry], reasons: list[str] | None = None) -> Table:
    table = empty_table(title, "#", "event", "when", "status", "sources")
    table.columns[0].justify = "right"
    table.columns[1].min_width = 24
    table.columns[2].min_width = 10
    for line in ledger_lines(entries):
        table.add_row(*_cells(line, reasons[line.number - 1] if reasons else None))
    return table


def _cells(line: LedgerLine, reason: str | None) -> tuple[str | Text, ...]:
    what = Text(line.what)
    what.append(f"\n{line.who}", style="dim")
    status = Text(line.status)
    if reason:
        status.append(f"{chr(10) if line.status else ''}{plain(reason)}", style="yellow")
    for contradiction in line.contradictions:
        status.append(f"{chr(10) if status else ''}contradiction: {contradiction}", style="bold red")
    return f"{line.number}", what, line.when, status, "\n".join(line.sources)


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
