"""Daily bars that a command line names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from chinamkt.errors import ChinamktError

if TYPE_CHECKING:
    from chinamkt.bars import BarTable

__all__ = ["load_bars"]


def load_bars(named: Sequence[str], *, complete: bool) -> BarTable | None:
    """The bars of all files, each ``FILE`` or ``SUBJECT=FILE``; ``None`` for no file.

    A subject that no table knows is told on standard error: bars of a misspelt one would judge nothing.

    :raises UsageError: for what can't be read: without the bars that were asked for, nothing is checked.
    """
    if not named:
        return None
    from chinamkt.bars import read_csv, read_parquet
    from chinamkt.reference import load

    tables = []
    for one in named:
        subject, given, path = one.rpartition("=")
        read = read_parquet if path.endswith((".parquet", ".pq")) else read_csv
        try:
            tables.append(read(path, subject=subject if given else None, complete=complete))
        except ChinamktError as error:
            if error.message == "whose bars?":
                error.hint = f"a column 'subject', or --bars index:HSI={path}"
            raise click.UsageError(f"--bars {error}") from None
    try:
        table = tables[0].joined(tables[1:])
    except ChinamktError as error:
        raise click.UsageError(f"--bars: {error}") from None
    for subject in table:
        if subject.startswith(("index:", "security:")) and not load().knows(subject):
            click.echo(f"chinamkt: --bars: no table knows {subject} (chinamkt lookup finds ids)", err=True)
    return table
