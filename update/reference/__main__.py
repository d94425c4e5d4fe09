"""Make the tables under ``src/chinamkt/reference/data`` from the CSV sources.

    python update/reference            # writes them
    python update/reference --check    # exit status 1 where a shipped table differs

Needs the packages of ``update/requirements.txt`` and no network; the same sources give the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import sys
import zlib
from pathlib import Path

from merging import beginnings, lines
from names import Named, gather
from read import SOURCES, Row, Table, digest, unique

TARGET = Path(__file__).parents[2] / "src/chinamkt/reference/data"
#: The newest date that a source of the securities speaks of (SOURCES.md, key J).
DATED = "2026-07-20"

SECURITIES = (
    "id", "board", "type", "status", "currency", "isin", "name_en", "name_en_short", "name_zh_hans", "name_zh_hant",
    "list_date", "issuer_id", "counter_of", "former_code", "src",
)  # fmt: skip
MORE = ("name_zh_hans_full", "name_zh_hant_full", "former_zh_hans", "former_name_en")
INDICES = (
    "slug", "provider", "market", "currency", "kind", "code", "bloomberg", "ric", "yahoo", "launch_date", "name_en",
    "name_zh_hans", "name_zh_hant", "verified",
)  # fmt: skip
INDEX_NAMES = ("aliases_en", "aliases_zh_hans", "aliases_zh_hant", "weak_aliases")
COLUMNS = {
    "indices": (*INDICES, *INDEX_NAMES),
    "indices_more": (
        "slug", "provider", "market", "currency", "kind", "yahoo", "name_en", "aliases_en", "name_zh_hans", "aliases_zh",
    ),
    "securities": (*SECURITIES, *MORE),
    "securities_more": (
        "id", "type", "currency", "name_en", "aliases_en", "name_zh_hans", "aliases_zh", "weak_aliases", "issuer_id", "note",
    ),
    "aliases": ("alias", "lang", "kind", "issuer_id", "primary_id", "listings", "weak", "note"),
    "terms": ("names", "lang", "subject", "weak", "note"),
    "names_more": ("names", "lang", "subject", "weak", "note"),
}  # fmt: skip


def sources() -> tuple[dict[str, Table], list[Row], list[Row], list[Named]]:
    """Everything read and checked: the sources, the rows of indices and securities, the names."""
    corrections = Table(SOURCES / "corrections.csv", ("table", "key", "column", "old", "new", "reason"))
    tables = {name: Table(SOURCES / f"{name}.csv", columns) for name, columns in COLUMNS.items()}
    for name in ("indices", "securities"):
        tables[name].correct(corrections)
    indices = tables["indices"].rows + tables["indices_more"].widened((*INDICES, *INDEX_NAMES, "aliases_zh"))
    lines = tables["securities"].rows + tables["securities_more"].widened((*SECURITIES, *MORE, "note"), src="m")
    for row in lines:
        if row["status"] == "":
            row["status"] = "delisted" if row["note"].startswith("delisted") else "listed"
    for rows, key in ((indices, "slug"), (lines, "id")):
        unique(rows, key)
    names = gather(tables, indices, lines)
    return {**tables, "corrections": corrections}, indices, lines, names


def main() -> int:
    """Write the tables, or compare them."""
    tables, indices, securities, names = sources()
    files = {
        "latin.tsv": lines(names, han=False),
        "han.tsv": lines(names, han=True),
        "securities.tsv": ["\t".join(row[column] for column in SECURITIES) for row in securities],
        "indices.tsv": ["\t".join(row[column] for column in INDICES) for row in indices],
    }
    for script in ("latin", "han"):
        cells = (line.split("\t") for line in files[f"{script}.tsv"])
        keys = [name for name, _, flags, *_ in cells if "l" not in flags]
        files[f"{script}.starts"] = beginnings(keys, han=script == "han")
    contents = {name: ("\n".join(rows) + "\n").encode() for name, rows in files.items()}
    manifest = {
        "dated": DATED,
        "sources": {table.path.name: digest(table.path) for table in tables.values()},
        "columns": {"securities.tsv": SECURITIES, "indices.tsv": INDICES},
        "rows": {name: len(rows) for name, rows in files.items()},
        "digests": {name: hashlib.sha256(content).hexdigest() for name, content in contents.items()},
    }
    told = json.dumps(manifest, indent=1) + "\n"
    if "--check" in sys.argv:
        # Another zlib may pack differently, so what was packed is compared.
        same = (TARGET / "MANIFEST.json").read_text() == told and all(
            zlib.decompress((TARGET / f"{name}.z").read_bytes()) == content for name, content in contents.items()
        )
        print("up to date" if same else "the shipped tables differ from their sources")
        return not same
    TARGET.mkdir(exist_ok=True)
    (TARGET / "MANIFEST.json").write_text(told)
    for name, content in contents.items():
        packed = zlib.compress(content, 9)
        (TARGET / f"{name}.z").write_bytes(packed)
        print(f"{name}: {len(files[name])} rows, {len(content)} bytes, {len(packed)} packed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
