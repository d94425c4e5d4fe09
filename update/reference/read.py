"""Read the CSV sources; a fault names its file and line."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from chinamkt.errors import ReferenceFault

__all__ = ["SOURCES", "Row", "Table", "digest", "unique"]

SOURCES: Final = Path(__file__).parents[1] / "sources"


class Row(dict[str, str]):
    """One row of a source and where it stands."""

    def __init__(self, cells: dict[str, str], place: str) -> None:
        super().__init__(cells)
        self.place = place

    def fault(self, message: str, hint: str | None = None) -> ReferenceFault:
        """The error that names this row."""
        return ReferenceFault(message, source=self.place, hint=hint)

    def list(self, column: str) -> list[str]:
        """The parts of a cell that lists them with ``|``."""
        return [part for part in self[column].split("|") if part]


class Table:
    """A CSV file with a head line; rows keep their line numbers.

    :raises ReferenceFault: for a missing column, a row of the wrong width, a cell with stray blanks or a tab.
    """

    def __init__(self, path: Path, columns: tuple[str, ...]) -> None:
        self.path = path
        self.rows = list(self._read(columns))

    def _read(self, columns: tuple[str, ...]) -> Iterator[Row]:
        with self.path.open(encoding="utf-8", newline="") as lines:
            reader = csv.reader(lines)
            head = next(reader, [])
            missing = [name for name in columns if name not in head]
            if missing:
                raise ReferenceFault(f"no column {missing[0]!r}", source=f"{self.path.name}:1", hint=f"has {', '.join(head)}")
            for cells in reader:
                row = Row(dict(zip(head, cells, strict=False)), f"{self.path.name}:{reader.line_num}")
                if len(cells) != len(head):
                    raise row.fault(f"{len(cells)} cells", f"{len(head)}, as the head has")
                for name, cell in row.items():
                    if cell != cell.strip() or "\t" in cell or "\n" in cell:
                        raise row.fault(f"stray blank, tab or line break in {name!r}: {cell!r}")
                yield row

    def widened(self, columns: tuple[str, ...], **fixed: str) -> list[Row]:
        """The rows with every one of those columns: as given, else as ``fixed`` says, else empty."""
        return [Row({name: row.get(name) or fixed.get(name, "") for name in columns}, row.place) for row in self.rows]

    def correct(self, corrections: Table) -> None:
        """Put right what ``corrections.csv`` lists; what it expects to find must be there."""
        key = next(iter(self.rows[0]))
        rows = self.keyed(key)
        for fix in corrections.rows:
            if fix["table"] != self.path.name:
                continue
            row = rows.get(fix["key"])
            if row is None or row.get(fix["column"]) != fix["old"]:
                raise fix.fault(f"{fix['table']} has no {fix['column']} {fix['old']!r} at {fix['key']}", "the source has changed")
            row[fix["column"]] = fix["new"]

    def keyed(self, column: str) -> dict[str, Row]:
        """Rows by a column that must be unique."""
        return unique(self.rows, column)


def unique(rows: Iterable[Row], column: str) -> dict[str, Row]:
    """Rows by a column that must be unique, over several sources."""
    found: dict[str, Row] = {}
    for row in rows:
        other = found.setdefault(row[column], row)
        if other is not row:
            raise row.fault(f"{column} {row[column]!r} stands twice", f"first at {other.place}")
    return found


def digest(path: Path) -> str:
    """The SHA-256 of a source file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
