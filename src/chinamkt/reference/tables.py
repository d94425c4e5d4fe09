"""The instruments by id: rows are read when they are asked for.

>>> from chinamkt.reference import load
>>> load().instrument("security:XHKG:00700").names.en
'Tencent Holdings Limited'
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from chinamkt.errors import ReferenceFault
from chinamkt.model.instruments import (
    Commodity,
    Currency,
    CurrencyPair,
    Index,
    IndexFuture,
    Instrument,
    Market,
    Midpoint,
    Names,
    Sector,
    Security,
    Yield,
)
from chinamkt.reference.data_files import manifest
from chinamkt.reference.names import NameIndex
from chinamkt.reference.rows import VENDORS, rows_of, vendor_of

if TYPE_CHECKING:
    from chinamkt.reference.more import Extension

__all__ = ["Reference", "load"]

#: Instruments that are their id and no more.
_SIMPLE: Final[dict[str, Callable[[str], Instrument]]] = {
    "commodity": Commodity, "market": Market, "rate": Yield, "sector": Sector, "currency": Currency,
}  # fmt: skip
_TABLES: Final = {"security": "securities.tsv", "index": "indices.tsv"}


class Reference:
    """Names and instruments; what it gives is shared and never changes."""

    def __init__(self, extensions: tuple[Extension, ...] = ()) -> None:
        self.extensions = extensions
        self.names = NameIndex(extensions)
        #: The instruments that the extensions add.
        self.added: dict[str, Instrument] = {}
        for more in extensions:
            self.added.update(more.instruments)
        self._instruments = dict(self.added)
        self._listings: dict[str, tuple[str, ...]] | None = None

    def extended(self, *paths: Path | str) -> Reference:
        """New reference data: this, and the instruments of CSV files (columns: :mod:`chinamkt.reference.more`).

        :raises ReferenceFault: for a file's fault with its line; for an id that stands in two tables, naming both.
        """
        from chinamkt.reference.more import read_csv

        told = list(self.extensions)
        for path in paths:
            more = read_csv(path, _plain)
            for subject, place in more.places.items():
                other = self._table_of(subject) or next((one.places[subject] for one in told if subject in one.places), None)
                if other:
                    raise ReferenceFault(f"{subject!r} stands in two tables: {other} and {place}", source=place, hint="drop one")
            told.append(more)
        return Reference(tuple(told))

    def _table_of(self, subject: str) -> str | None:
        """The shipped table and line that has an instrument."""
        kind, _, rest = subject.partition(":")
        table = _TABLES.get(kind)
        if table is None or rest not in rows_of(table).lines:
            return None
        return f"{table}:{list(rows_of(table).lines).index(rest) + 1}"

    @property
    def fingerprint(self) -> str:
        """Date and digest of the tables: which reference data a report rests on."""
        told = manifest()
        digests = told["digests"]
        shipped = "".join(digests[name][:6] for name in ("latin.tsv", "han.tsv", "securities.tsv"))
        return "+".join((told["dated"], shipped, *(more.digest[:12] for more in self.extensions)))

    @property
    def digests(self) -> dict[str, str]:
        """The SHA-256 of each shipped table's content, and of each extension's file."""
        return {**manifest()["digests"], **{more.path: more.digest for more in self.extensions}}

    def knows(self, subject: str) -> bool:
        """Whether a table has that instrument.

        >>> load().knows("security:XHKG:00700"), load().knows("security:XHKG:09000")
        (True, False)
        """
        kind, _, rest = subject.partition(":")
        shipped = kind in _TABLES and rest in rows_of(_TABLES[kind]).lines
        return shipped or subject in self.added

    def since(self, subject: str) -> dt.date | None:
        """The first day that a listing was traded or an index was published, where the tables are sure of it.

        >>> load().since("index:HSTECH")
        datetime.date(2020, 7, 27)
        """
        kind, _, rest = subject.partition(":")
        table, column = _TABLES.get(kind), "launch_date" if kind == "index" else "list_date"
        row = rows_of(table).row(rest) if table else None
        if row is None or not row[column] or (kind == "index" and "launch" not in row["verified"]):
            return None
        return dt.date.fromisoformat(row[column])

    def instrument(self, subject: str) -> Instrument:
        """The instrument of a subject id.

        :raises ReferenceFault: for an id of no known kind.

        >>> load().instrument("index:HSI").names.zh_hans
        '恒生指数'
        >>> load().instrument("fx:USD/CNH")
        CurrencyPair(base='USD', quote='CNH')
        """
        found = self._instruments.get(subject)
        if found is None:
            found = self._instruments[subject] = self._make(subject)
        return found

    def listings(self, issuer: str) -> tuple[str, ...]:
        """The ids (``MIC:CODE``) of an issuer's lines that are traded.

        >>> load().listings("XSHE:002594")
        ('XHKG:01211', 'XHKG:81211', 'XSHE:002594', 'OTCM:BYDDY')
        """
        if self._listings is None:
            found: dict[str, list[str]] = {}
            table = rows_of("securities.tsv")
            status, of = table.columns.index("status"), table.columns.index("issuer_id")
            for line in table.lines.values():
                cells = line.split("\t")
                if cells[of] and cells[status] in ("listed", "unverified"):
                    found.setdefault(cells[of], []).append(cells[0])
            for one in self.added.values():
                if isinstance(one, Security) and one.issuer and one.id not in found.setdefault(one.issuer, []):
                    found[one.issuer].append(one.id)
            self._listings = {issuer_: tuple(ids) for issuer_, ids in found.items()}
        return self._listings.get(issuer, ())

    def _make(self, subject: str) -> Instrument:
        kind, _, rest = subject.partition(":")
        if kind == "security":
            return self._security(rest)
        if kind == "index":
            return self._index(rest)
        return IndexFuture(self._index(rest)) if kind == "future" else _plain(subject)

    def _security(self, line: str) -> Security:
        if line.startswith("?"):
            return Security(name=line[1:])
        row = rows_of("securities.tsv").row(line)
        mic, _, code = line.partition(":")
        if row is None:
            return Security(mic=mic, code=code)
        issuer = row["issuer_id"] or row["counter_of"] or line
        return Security(
            mic=mic,
            code=code,
            names=Names(row["name_en"] or row["name_en_short"] or None, row["name_zh_hans"] or None, row["name_zh_hant"] or None),
            board=row["board"] or None,
            kind=row["type"] or None,
            currency=row["currency"] or None,
            isin=row["isin"] or None,
            issuer=issuer,
            listings=tuple(other for other in self.listings(issuer) if other != line),
        )

    def _index(self, slug: str) -> Index:
        row = rows_of("indices.tsv").row(slug)
        if row is None:
            return Index(slug=slug)
        return Index(
            slug=slug,
            names=Names(row["name_en"] or None, row["name_zh_hans"] or None, row["name_zh_hant"] or None),
            market=row["market"] or None,
            currency=row["currency"] or None,
            codes=tuple((vendor_of(row, vendor), row[vendor]) for vendor in VENDORS if row[vendor]),
        )


def _plain(subject: str) -> Instrument:
    """An instrument that is its id and no more."""
    kind, _, rest = subject.partition(":")
    if kind in ("fx", "fix"):
        base, _, quote = rest.partition("/")
        pair = CurrencyPair(base, quote)
        return pair if kind == "fx" else Midpoint(pair)
    make = _SIMPLE.get(kind)
    if make is None or not rest:
        raise ReferenceFault(f"no instrument {subject!r}", source="subject", hint="e.g. index:HSI, security:XHKG:00700")
    return make(rest)


@cache
def load() -> Reference:
    """The shipped reference data with what plug-ins add; one object a process, tables load when they are needed.

    :raises PluginError: for a plug-in that can't be loaded.
    :raises ReferenceFault: for a plug-in's table that is wrong.
    """
    from chinamkt import plugins

    told = plugins.load("chinamkt.references").values()
    paths = [one() if callable(one) else one for one in told]
    return Reference().extended(*paths) if paths else Reference()
