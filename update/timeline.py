"""Make ``src/chinamkt/reference/timeline.tsv`` from ``update/sources/timeline.csv``.

    python update/timeline.py            # writes it
    python update/timeline.py --check    # exit status 1 where the shipped table differs

Rows are checked: kinds and parties are known, days are days, an end does not lie before its start, a length that
was told fits its days, and every row names its source.
"""

from __future__ import annotations

import csv
import datetime as dt
import sys
from decimal import Decimal
from pathlib import Path

from chinamkt.errors import ReferenceFault
from chinamkt.model.facts import EventKind
from chinamkt.reference.parties import parties

SOURCE = Path(__file__).parent / "sources/timeline.csv"
TARGET = Path(__file__).parents[1] / "src/chinamkt/reference/timeline.tsv"
COLUMNS = ("kind", "parties", "place", "round", "start", "end", "rate", "target", "status", "days", "source", "note")
STATUSES = ("done", "in_force", "planned", "never")


def checked(number: int, row: dict[str, str]) -> list[str]:
    """One row as it is shipped.

    :raises ReferenceFault: naming line and column of what is wrong.
    """

    def fault(message: str, hint: str) -> ReferenceFault:
        return ReferenceFault(message, source=f"timeline.csv:{number}", hint=hint)

    if row["kind"] not in list(EventKind):
        raise fault(f"{row['kind']!r} is no kind", ", ".join(EventKind))
    unknown = set(row["parties"].split("|")) - {party.code for party in parties()}
    if unknown:
        raise fault(f"{', '.join(sorted(unknown))}: no party", "codes of parties.csv, divided by bars")
    if row["status"] not in STATUSES:
        raise fault(f"{row['status']!r} is no status", ", ".join(STATUSES))
    if not row["source"]:
        raise fault("no source", "the page that says so")
    if row["place"] and len(row["place"].split("|")) != 2:
        raise fault(f"place {row['place']!r}", "English|simplified Chinese")
    start = dt.date.fromisoformat(row["start"])
    end = dt.date.fromisoformat(row["end"]) if row["end"] else None
    if end and end < start:
        raise fault(f"{end} lies before {start}", "start first")
    if end and row["days"] and (end - start).days != int(row["days"]):
        raise fault(f"{row['days']} days are told, {(end - start).days} lie between", "start + days = end")
    if row["rate"]:
        Decimal(row["rate"])
    return [row[column] for column in COLUMNS]


def main() -> int:
    """Write the table, or compare it."""
    with SOURCE.open(encoding="utf-8", newline="") as source:
        rows = [checked(number, row) for number, row in enumerate(csv.DictReader(source), 2)]
    rows.sort(key=lambda cells: cells[COLUMNS.index("start")])
    content = "".join("\t".join(cells) + "\n" for cells in (list(COLUMNS), *rows))
    if "--check" in sys.argv:
        same = TARGET.read_text(encoding="utf-8") == content
        print("up to date" if same else "the shipped table differs from its source")
        return not same
    TARGET.write_text(content, encoding="utf-8")
    print(f"{TARGET.name}: {len(rows)} rows, {len(content.encode())} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
