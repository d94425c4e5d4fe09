"""More instruments from outside: a CSV of the user's, or of a plug-in (entry-point group ``chinamkt.references``).

Columns, by their names in the first line, in any order; only ``id`` and one of the names are required:

========== =====================================================================================
id         subject id: ``security:XLON:VOD``, ``index:MYINDEX``, ``commodity:cocoa``, ...
names_en   English names, ``|`` between them, the official one first
names_zh   Chinese names (either script), likewise
weak       those of the names that are ordinary words and never enough alone
market     of an index: ``HK``, ``CN``, ``US``, ...
currency   ISO 4217
kind       of a security: ``equity``, ``adr``, ``etf``, ...
isin       of a security
issuer     of a security: ``MIC:CODE`` of its issuer's first line
code       an exchange's own symbol of an index
ric        Reuters' symbol of an index
bloomberg  Bloomberg's symbol of an index
yahoo      Yahoo's symbol of an index
========== =====================================================================================

A plug-in's entry point is the path of such a file, or a function that gives it.
"""

from __future__ import annotations

import csv
import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

from attrs import frozen

from chinamkt.errors import ChinamktError, ReferenceFault
from chinamkt.model.instruments import Index, Instrument, Names, Security
from chinamkt.reference import codes
from chinamkt.reference.lines import chained, starts_of
from chinamkt.reference.rows import VENDORS
from chinamkt.reference.spelling import han_key, is_han, latin_key

__all__ = ["Extension", "read_csv"]

_COLUMNS: Final = (
    "id", "names_en", "names_zh", "weak", "market", "currency", "kind", "isin", "issuer", "code", "ric", "bloomberg", "yahoo",
)  # fmt: skip
_LATIN_START: Final = 8
_HAN_START: Final = 3


@frozen(slots=True)
class Extension:
    """What one CSV adds.

    :param places: file and line of every id.
    :param latin: table of the English names, and what the automaton looks for; :param han: of the Chinese ones.
    """

    path: str
    digest: str
    instruments: Mapping[str, Instrument]
    places: Mapping[str, str]
    latin: tuple[bytes, bytes]
    han: tuple[bytes, bytes]


def read_csv(path: Path | str, plain: Callable[[str], Instrument]) -> Extension:
    """Read a CSV of the columns above.

    :param plain: makes the instruments that are their id and no more.
    :raises ReferenceFault: with file and line, for an unknown column, an id that stands twice or is none, a missing
        name, a weak name that is not among the names, a wrong ISIN.
    """
    file = Path(path)
    try:
        content = file.read_bytes()
        text = content.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ReferenceFault(f"can't be read: {error}", source=str(file), hint="a CSV file in UTF-8") from error
    instruments: dict[str, Instrument] = {}
    places: dict[str, str] = {}
    named: dict[str, list[tuple[str, bool, str]]] = defaultdict(list)
    for row, place in _rows(text, file.name):
        subject = row["id"]
        if subject in places:
            raise ReferenceFault(f"{subject!r} stands twice", source=place, hint=f"first at {places[subject]}")
        try:
            instruments[subject] = _instrument(row, plain)
        except ChinamktError as error:
            raise ReferenceFault(str(error), source=place, hint=error.hint) from error
        places[subject] = place
        names, weak = _parts(row["names_en"]) + _parts(row["names_zh"]), set(_parts(row["weak"]))
        if not names or not weak <= set(names):
            what = f"weak name {min(weak - set(names))!r} is none of the names" if names else "no name"
            raise ReferenceFault(what, source=place, hint="names_en, names_zh: at least one")
        for name in names:
            named[name].append((subject, name in weak, place))
    latin = _table({name: told for name, told in named.items() if not is_han(name)}, latin_key, _LATIN_START)
    han = _table({name: told for name, told in named.items() if is_han(name)}, han_key, _HAN_START)
    return Extension(str(file), hashlib.sha256(content).hexdigest(), instruments, places, latin, han)


def _rows(text: str, name: str) -> Iterator[tuple[dict[str, str], str]]:
    reader = csv.reader(text.splitlines(keepends=True))
    head = next(reader, [])
    unknown = [column for column in head if column not in _COLUMNS]
    if unknown or "id" not in head:
        what = f"unknown column {unknown[0]!r}" if unknown else "no column 'id'"
        raise ReferenceFault(what, source=f"{name}:1", hint=f"columns: {', '.join(_COLUMNS)}")
    for cells in reader:
        if not cells:
            continue
        place = f"{name}:{reader.line_num}"
        if len(cells) != len(head):
            raise ReferenceFault(f"{len(cells)} cells", source=place, hint=f"{len(head)}, as the head has")
        yield dict.fromkeys(_COLUMNS, "") | {column: cell.strip() for column, cell in zip(head, cells, strict=True)}, place


def _parts(cell: str) -> list[str]:
    return [part.strip() for part in cell.split("|") if part.strip()]


def _instrument(row: dict[str, str], plain: Callable[[str], Instrument]) -> Instrument:
    kind, _, rest = row["id"].partition(":")
    english, chinese = _parts(row["names_en"]), _parts(row["names_zh"])
    names = Names(english[0] if english else None, chinese[0] if chinese else None)
    if kind == "index":
        symbols = tuple((vendor, row[vendor]) for vendor in VENDORS if row[vendor])
        return Index(slug=rest, names=names, market=row["market"] or None, currency=row["currency"] or None, codes=symbols)
    if kind == "security":
        mic, _, code = rest.partition(":")
        if row["isin"] and codes.isin(row["isin"]) is None:
            raise ReferenceFault(f"{row['isin']!r} is no ISIN", source="isin", hint="twelve letters and digits")
        return Security(
            mic=mic,
            code=code,
            names=names,
            kind=row["kind"] or None,
            currency=row["currency"] or None,
            isin=row["isin"] or None,
            issuer=row["issuer"] or rest,
        )
    return plain(row["id"])


def _table(named: Mapping[str, list[tuple[str, bool, str]]], spell: Callable[[str], str], size: int) -> tuple[bytes, bytes]:
    """The lines of a name table, as the shipped ones, and the beginnings of its names."""
    spelled: dict[str, str] = {}
    for name, told in named.items():
        key = spell(name)
        if len(key) < 2 or not key[0].isalnum():
            raise ReferenceFault(f"{name!r} is too short for a name", source=told[0][2], hint="two letters or more")
        other = spelled.setdefault(key, name)
        if other != name:
            named[other].extend(told)
    keys = sorted(spelled)
    lines = []
    for key, shorter in zip(keys, chained(keys), strict=True):
        name, told = spelled[key], named[spelled[key]]
        targets = "|".join(dict.fromkeys(subject.removeprefix("security:") for subject, _, _ in told))
        flags = "w" if any(weak for _, weak, _ in told) else ""
        lines.append(f"{key}\t{shorter}\t{flags}\tnews\t{name}\t{targets}\t\n")
    starts = starts_of((key, size) for key in keys)
    return "".join(lines).encode(), "".join(f"{start}\n" for start in starts).encode()
