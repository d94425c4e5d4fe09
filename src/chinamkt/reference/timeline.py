"""What happened in trade between the United States and China, 2018 to July 2026: talks, tariffs, truces, controls.

The table ``timeline.tsv`` is made by ``update/timeline.py`` from ``update/sources/timeline.csv``, whose column ``source``
names the page each row is from. It is for validators, which compare what a report says with it; no reader fills in a
fact from it. It is no full list: low-level talks and rates on single goods are missing.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from functools import cache
from pathlib import Path

from attrs import frozen

from chinamkt.errors import ReferenceFault
from chinamkt.reference.parties import parties

__all__ = ["FIRST_DAY", "LAST_DAY", "Act", "place_key", "timeline"]

#: The days that the table speaks of; beyond them a validator abstains.
FIRST_DAY, LAST_DAY = dt.date(2018, 7, 6), dt.date(2026, 7, 24)
_COLUMNS = 12


@frozen(slots=True, kw_only=True)
class Act:
    """One row: an act of trade policy as it is on record.

    :param kind: as :class:`chinamkt.EventKind` has it; ``parties``: the acting one first.
    :param place: its English and its Chinese name.
    :param round: which round of talks, in the count most reports use.
    :param end: the last day; ``None`` where no end is on record. Both ends belong to it.
    :param rate: in percent; ``target``: ``all`` for goods at large.
    :param status: ``done``, ``in_force``, ``planned``, or ``never``: announced or threatened for ``start``, and never in force.
    :param days: the length that was told at the time.
    """

    kind: str
    parties: tuple[str, ...]
    start: dt.date
    end: dt.date | None = None
    place: tuple[str, ...] = ()
    round: int | None = None
    rate: Decimal | None = None
    target: str | None = None
    status: str = "done"
    days: int | None = None
    source: str = ""
    note: str = ""

    def covers(self, first: dt.date, last: dt.date, *, slack: int = 0) -> bool:
        """Whether a day from ``first`` to ``last`` belongs to it, give or take ``slack`` days.

        >>> [act.place[0] for act in timeline() if act.place and act.covers(dt.date(2025, 6, 9), dt.date(2025, 6, 9))]
        ['London']
        """
        more = dt.timedelta(days=slack)
        return first <= (self.end or LAST_DAY) + more and self.start - more <= last


@cache
def timeline() -> tuple[Act, ...]:
    """Read the table, in the order of its days.

    :raises ReferenceFault: where the table is missing or a row is not as the table says.

    >>> [(str(act.rate), act.end.isoformat()) for act in timeline() if act.kind == "tariff" and act.start == dt.date(2025, 5, 14)]
    [('30', '2025-11-09'), ('10', '2026-11-10')]
    """
    path = __file__.replace("timeline.py", "timeline.tsv")
    try:
        content: bytes = __spec__.loader.get_data(path)  # type: ignore[union-attr]
    except OSError as error:
        hint = "reinstall chinamkt, or run update/timeline.py"
        raise ReferenceFault("the table is missing", source=Path(path).name, hint=hint) from error
    return tuple(_act(number, line) for number, line in enumerate(content.decode().splitlines(), 1) if number > 1)


def _act(number: int, line: str) -> Act:
    cells = line.split("\t")
    if len(cells) != _COLUMNS:
        raise ReferenceFault(f"{len(cells)} columns", source=f"timeline.tsv:{number}", hint=f"{_COLUMNS}, divided by tabs")
    kind, acting, place, count, start, end, rate, target, status, days, source, note = cells
    return Act(
        kind=kind,
        parties=tuple(acting.split("|")),
        place=tuple(filter(None, place.split("|"))),
        round=int(count) if count else None,
        start=dt.date.fromisoformat(start),
        end=dt.date.fromisoformat(end) if end else None,
        rate=Decimal(rate) if rate else None,
        target=target or None,
        status=status,
        days=int(days) if days else None,
        source=source,
        note=note,
    )


@cache
def _places() -> dict[str, str]:
    """Words of capitals and of places of talks, lower case → one name."""
    found = {}
    for party in parties():
        if party.kind == "capital":
            found.update(dict.fromkeys(map(str.lower, (*party.en, *party.zh)), party.en[0].lower()))
    for act in timeline():
        if act.place:
            found.update(dict.fromkeys(map(str.lower, act.place), act.place[0].lower()))
    return found


def place_key(place: str) -> str:
    """One name for a place in either language; a place the tables lack is its own.

    >>> place_key("London"), place_key("伦敦"), place_key("Zurich")
    ('london', 'london', 'zurich')
    """
    name = " ".join(place.lower().split())
    return _places().get(name, name)
