"""The shipped tables of instruments: lines by id, taken apart when they are asked for."""

from __future__ import annotations

from functools import cache
from typing import Final

from chinamkt.errors import ReferenceFault
from chinamkt.reference.data_files import manifest, packed

__all__ = ["VENDORS", "Rows", "rows_of", "vendor_of"]

#: The columns with an index's symbols, and the word in ``verified`` that says that they were seen in a source.
VENDORS: Final = {"code": "code", "bloomberg": "bbg", "ric": "ric", "yahoo": "yahoo"}


class Rows:
    """The lines of one shipped table, by the id in their first column.

    >>> rows_of("indices.tsv").row("HSI")["yahoo"]
    '^HSI'
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.columns: tuple[str, ...] = tuple(manifest()["columns"][name])
        lines = packed(name).decode().split("\n")
        lines.pop()
        self.lines = {line[: line.index("\t")]: line for line in lines}

    def row(self, key: str) -> dict[str, str] | None:
        """The row of that id."""
        line = self.lines.get(key)
        return None if line is None else self.taken_apart(line)

    def taken_apart(self, line: str) -> dict[str, str]:
        """A line as a row.

        :raises ReferenceFault: for a line of the wrong width.
        """
        cells = line.split("\t")
        if len(cells) != len(self.columns):
            number = list(self.lines).index(cells[0]) + 1
            raise ReferenceFault(f"{len(cells)} cells", source=f"{self.name}:{number}", hint=f"{len(self.columns)} columns")
        return dict(zip(self.columns, cells, strict=True))


def vendor_of(row: dict[str, str], vendor: str) -> str:
    """A vendor's name, with ``?`` behind it where the row's symbol was compiled by hand and seen in no source.

    >>> [vendor_of(rows_of("indices.tsv").row("HSI"), vendor) for vendor in VENDORS]
    ['code?', 'bloomberg', 'ric', 'yahoo']
    """
    return vendor if VENDORS[vendor] in row["verified"].split(";") else f"{vendor}?"


@cache
def rows_of(name: str) -> Rows:
    """A shipped table, loaded once."""
    return Rows(name)
