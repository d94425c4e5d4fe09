"""The entries of a ledger as rows, and in words for a reader's eye."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import frozen

from chinamkt.ledger.entry import Contradiction, Entry
from chinamkt.ledger.statement import MUTUAL
from chinamkt.model.dates import PartialDate
from chinamkt.outputs.display import day_in_words, plain

__all__ = ["LEDGER_COLUMNS", "LedgerLine", "contradiction_in_words", "ledger_lines", "ledger_rows"]

#: The columns of a ledger's rows: those of the facts table, and the reports.
LEDGER_COLUMNS = (
    "event", "parties", "status", "place", "date", "rate", "target", "effective_from", "effective_to", "reports",
    "contradictions",
)  # fmt: skip


@frozen(slots=True, kw_only=True)
class LedgerLine:
    """One entry in words.

    :param who: ``US → CN`` where one acts upon the other, ``CN, US`` where both act.
    :param what: the act with its rate, goods and place; :param when: its days and term.
    :param sources: the reports, and articles on their pages.
    """

    number: int
    who: str
    what: str
    when: str
    status: str
    sources: tuple[str, ...]
    contradictions: tuple[str, ...]
    entry: Entry


def ledger_rows(entries: Iterable[Entry]) -> list[dict[str, Any]]:
    """Entries as rows of :data:`LEDGER_COLUMNS`, absent values left out; several days are joined by a slash (ISO 8601).

    >>> from chinamkt.model.facts import EventKind
    >>> ledger_rows([Entry(kind=EventKind.TALKS, parties=("CN", "US"), place="London")])
    [{'event': 'talks', 'parties': ['CN', 'US'], 'place': 'London'}]
    """
    rows = []
    for entry in entries:
        days = [str(entry.days[0]), *([str(entry.days[-1])] if len(entry.days) > 1 else [])] if entry.days else []
        values = (
            entry.kind.value,
            list(entry.parties),
            entry.status.value if entry.status else None,
            entry.place,
            "/".join(days) or None,
            None if entry.rate is None else f"{entry.rate:f}",
            entry.target,
            _text(entry.effective_from),
            _text(entry.effective_to),
            list(entry.reports) or None,
            [contradiction_in_words(one) for one in entry.contradictions] or None,
        )
        rows.append({column: value for column, value in zip(LEDGER_COLUMNS, values, strict=True) if value is not None})
    return rows


def ledger_lines(entries: Iterable[Entry]) -> list[LedgerLine]:
    """Entries in words, numbered from 1.

    >>> from chinamkt.model.facts import EventKind
    >>> entry = Entry(kind=EventKind.EXPORT_CONTROL, parties=("CN", "US"), effective_from=PartialDate(2023, 8, 1))
    >>> line = ledger_lines([entry])[0]
    >>> line.who, line.what, line.when
    ('CN → US', 'export control', 'from 2023-08-01')
    """
    return [_line(number, entry) for number, entry in enumerate(entries, 1)]


def contradiction_in_words(contradiction: Contradiction) -> str:
    """``end: 2025-08-12 (a, c) or 2025-08-30 (b)``."""
    sayings = (f"{saying.value} ({', '.join(saying.sources)})" for saying in contradiction.sayings)
    attribute = {"effective_from": "start", "effective_to": "end", "date": "day"}.get(
        contradiction.attribute, contradiction.attribute
    )
    return plain(f"{attribute}: {' or '.join(sayings)}")


def _line(number: int, entry: Entry) -> LedgerLine:
    what = entry.kind.value.replace("_", " ")
    if entry.rate is not None:
        what += f" {entry.rate:f}%"
    if entry.target:
        what += f" on {entry.target}"
    if entry.place:
        what += f" in {entry.place}"
    first, *others = entry.parties
    who = ", ".join(entry.parties) if entry.kind in MUTUAL or not others else f"{first} → {', '.join(others)}"
    return LedgerLine(
        number=number,
        who=who,
        what=plain(what),
        when=_when(entry),
        status=entry.status.value.replace("_", " ") if entry.status else "",
        sources=tuple(dict.fromkeys(plain(statement.source) for statement in entry.sources)),
        contradictions=tuple(map(contradiction_in_words, entry.contradictions)),
        entry=entry,
    )


def _when(entry: Entry) -> str:
    days, start, end = entry.days, entry.effective_from, entry.effective_to
    parts = []
    if days and not (start and days[0].merge(start) == start):  # "in May, from May 14"
        words = [day_in_words(day) for day in days]
        parts.append(" and ".join(words) if len(words) < 3 else f"{words[0]} to {words[-1]}")
    if start:
        parts.append(f"from {day_in_words(start)}")
    if end:
        parts.append(f"until {day_in_words(end)}")
    return ", ".join(parts)


def _text(date: PartialDate | None) -> str | None:
    return None if date is None else str(date)
