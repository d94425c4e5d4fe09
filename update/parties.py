"""Make ``src/chinamkt/reference/parties.tsv`` from ``update/sources/parties.csv``.

    python update/parties.py            # writes it
    python update/parties.py --check    # exit status 1 where the shipped table differs

Codes are checked against Babel's territories (CLDR), English country names too, so a wrong code is caught.
Chinese words are folded (traditional to simplified), since they are looked up in the folded view of a text.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from babel import Locale

from chinamkt.article.fold import fold
from chinamkt.errors import ReferenceFault
from chinamkt.model.dates import PartialDate

SOURCE = Path(__file__).parent / "sources/parties.csv"
TARGET = Path(__file__).parents[1] / "src/chinamkt/reference/parties.tsv"
COLUMNS = ("code", "kind", "en", "zh", "office", "start", "end", "source")
KINDS = ("name", "demonym", "capital", "short", "institution", "firm", "official")
#: Names the markets use that CLDR writes otherwise.
OTHERWISE = {"CZ", "MM", "TR", "HK", "CD"}


def checked(number: int, row: dict[str, str], territories: dict[str, str], seen: dict[tuple[str, str], str]) -> list[str]:
    """One row as it is shipped.

    :raises ReferenceFault: for an unknown code or kind, a word of two parties, a term that is no date.
    """

    def fault(message: str, hint: str) -> ReferenceFault:
        return ReferenceFault(message, source=f"parties.csv:{number}", hint=hint)

    code, kind = row["code"], row["kind"]
    if code not in territories:
        raise fault(f"{code!r} is no territory", "ISO 3166 alpha-2, or EU")
    if kind not in KINDS:
        raise fault(f"{kind!r} is no kind", ", ".join(KINDS))
    if kind == "name" and code not in OTHERWISE and territories[code] not in row["en"].split("|"):
        raise fault(f"{territories[code]!r} is missing", "CLDR's name of the territory")
    if kind == "official" and not (row["office"] and row["start"] and row["source"]):
        raise fault("an official without office, start or source", "fill the three columns")
    for column in ("start", "end"):
        if row[column]:
            PartialDate.parse(row[column])
    row["zh"] = fold(row["zh"])
    for lang in ("en", "zh"):
        for word in filter(None, row[lang].split("|")):
            if seen.setdefault((lang, word.lower()), code) != code:
                raise fault(f"{word!r} stands for {seen[lang, word.lower()]} too", "one party a word")
    return [row[column] for column in COLUMNS]


def main() -> int:
    """Write the table, or compare it."""
    territories = dict(Locale("en").territories)
    seen: dict[tuple[str, str], str] = {}
    lines = ["\t".join(COLUMNS)]
    with SOURCE.open(encoding="utf-8", newline="") as source:
        lines += ["\t".join(checked(number, row, territories, seen)) for number, row in enumerate(csv.DictReader(source), 2)]
    content = "\n".join(lines) + "\n"
    if "--check" in sys.argv:
        same = TARGET.read_text(encoding="utf-8") == content
        print("up to date" if same else "the shipped table differs from its source")
        return not same
    TARGET.write_text(content, encoding="utf-8")
    print(f"{TARGET.name}: {len(lines) - 1} rows, {len(content.encode())} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
