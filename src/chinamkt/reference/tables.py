"""The instruments by id: rows are read when they are asked for.

>>> from chinamkt.reference import load
>>> load().instrument("security:XHKG:00700").names.en
'Tencent Holdings Limited'
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Final

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
from chinamkt.reference.data_files import manifest, packed
from chinamkt.reference.names import NameIndex

__all__ = ["Reference", "load"]

#: Instruments that are their id and no more.
_SIMPLE: Final[dict[str, Callable[[str], Instrument]]] = {
    "commodity": Commodity, "market": Market, "rate": Yield, "sector": Sector, "currency": Currency,
}  # fmt: skip
_VENDORS: Final = ("code", "bloomberg", "ric", "yahoo")


class _Rows:
    """The lines of one shipped table, by the id in their first column."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.columns: tuple[str, ...] = tuple(manifest()["columns"][name])
        lines = packed(name).decode().split("\n")
        lines.pop()
        self.lines = {line[: line.index("\t")]: line for line in lines}

    def row(self, key: str) -> dict[str, str] | None:
        """The row of that id."""
        line = self.lines.get(key)
        if line is None:
            return None
        cells = line.split("\t")
        if len(cells) != len(self.columns):
            number = list(self.lines).index(key) + 1
            raise ReferenceFault(f"{len(cells)} cells", source=f"{self.name}:{number}", hint=f"{len(self.columns)} columns")
        return dict(zip(self.columns, cells, strict=True))


@cache
def _rows(name: str) -> _Rows:
    return _Rows(name)


class Reference:
    """Names and instruments; what it gives is shared and never changes."""

    def __init__(self) -> None:
        self.names = NameIndex()
        self._instruments: dict[str, Instrument] = {}
        self._listings: dict[str, tuple[str, ...]] | None = None

    @property
    def fingerprint(self) -> str:
        """Date and digest of the tables: which reference data a report rests on."""
        told = manifest()
        digests = told["digests"]
        return f"{told['dated']}+{digests['latin.tsv'][:6]}{digests['han.tsv'][:6]}{digests['securities.tsv'][:6]}"

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
        ('XHKG:01211', 'XSHE:002594', 'OTCM:BYDDY')
        """
        if self._listings is None:
            found: dict[str, list[str]] = {}
            table = _rows("securities.tsv")
            status, of = table.columns.index("status"), table.columns.index("issuer_id")
            for line in table.lines.values():
                cells = line.split("\t")
                if cells[of] and cells[status] in ("listed", "unverified"):
                    found.setdefault(cells[of], []).append(cells[0])
            self._listings = {issuer_: tuple(ids) for issuer_, ids in found.items()}
        return self._listings.get(issuer, ())

    def _make(self, subject: str) -> Instrument:
        kind, _, rest = subject.partition(":")
        if kind == "security":
            return self._security(rest)
        if kind == "index":
            return self._index(rest)
        if kind in ("fx", "fix"):
            base, _, quote = rest.partition("/")
            pair = CurrencyPair(base, quote)
            return pair if kind == "fx" else Midpoint(pair)
        if kind == "future":
            return IndexFuture(self._index(rest))
        make = _SIMPLE.get(kind)
        if make is None or not rest:
            raise ReferenceFault(f"no instrument {subject!r}", source="subject", hint="e.g. index:HSI, security:XHKG:00700")
        return make(rest)

    def _security(self, line: str) -> Security:
        if line.startswith("?"):
            return Security(name=line[1:])
        row = _rows("securities.tsv").row(line)
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
        row = _rows("indices.tsv").row(slug)
        if row is None:
            return Index(slug=slug)
        return Index(
            slug=slug,
            names=Names(row["name_en"] or None, row["name_zh_hans"] or None, row["name_zh_hant"] or None),
            market=row["market"] or None,
            currency=row["currency"] or None,
            codes=tuple((vendor, row[vendor]) for vendor in _VENDORS if row[vendor]),
        )


@cache
def load() -> Reference:
    """The shipped reference data; one object a process, tables load when they are needed."""
    return Reference()
