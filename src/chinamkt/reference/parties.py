"""Who acts in trade policy: countries, their people and capitals, governments, officials with office and term.

The table ``parties.tsv`` is made by ``update/parties.py`` from ``update/sources/parties.csv``. Country names and codes
are checked against CLDR (Babel); the other words and the terms of office were compiled by hand from general knowledge
(source ``m``) or from the news named in the column ``source``, as of November 2026.
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path

from attrs import frozen

from chinamkt.errors import ReferenceFault
from chinamkt.model.dates import PartialDate

__all__ = ["EU_MEMBERS", "Party", "parties", "party_words"]

_LEADERS = frozenset(
    ("President", "Premier", "Prime Minister", "Chancellor", "General Secretary", "President of the Commission",
     "President of the Council")
)  # fmt: skip

#: The members of the European Union since 1 February 2020; what falls on one in a quarrel with the Union falls on it.
EU_MEMBERS = frozenset(
    ["AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT", "LV", "LT", "LU", "MT", "NL", "PL",
     "PT", "RO", "SK", "SI", "ES", "SE"]
)  # fmt: skip


@frozen(slots=True, kw_only=True)
class Party:
    """Words that stand for a party.

    :param code: ISO 3166 alpha-2, ``EU`` for the European Union.
    :param kind: ``name``, ``demonym``, ``capital``, ``short`` (one Chinese character), ``institution``, ``firm``, ``official``.
    :param start: first day in office, as far as known; ``end``: the day the office ended, ``None`` while held.
    :param source: where office and term are from; ``m`` for general knowledge.
    """

    code: str
    kind: str
    en: tuple[str, ...] = ()
    zh: tuple[str, ...] = ()
    office: str | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None
    source: str = "m"

    @property
    def leader(self) -> bool:
        """Head of state or government, or of the Union: who holds a meeting rather than talks."""
        return self.office in _LEADERS

    def held(self, day: dt.date) -> bool:
        """Whether the office was held on ``day``, as far as the table's dates say.

        >>> [party.office for party in parties() if "Liu He" in party.en and party.held(dt.date(2020, 1, 15))]
        ['Vice Premier']
        """
        if self.office is None:
            return False
        iso = day.isoformat()
        return (self.start is None or str(self.start) <= iso) and (self.end is None or iso <= str(self.end))


@cache
def parties() -> tuple[Party, ...]:
    """Read the table; an official has a row a term.

    :raises ReferenceFault: where the table is missing or a row is not as the table says.

    >>> {party.code for party in parties() if "Brussels" in party.en}
    {'EU'}
    """
    path = __file__.replace("parties.py", "parties.tsv")
    try:
        # The loader reads from a folder or a zip alike; importlib.resources would cost 12 ms to import.
        content: bytes = __spec__.loader.get_data(path)  # type: ignore[union-attr]
    except OSError as error:
        hint = "reinstall chinamkt, or run update/parties.py"
        raise ReferenceFault("the table is missing", source=Path(path).name, hint=hint) from error
    return tuple(_party(number, line) for number, line in enumerate(content.decode().splitlines(), 1) if number > 1)


def _party(number: int, line: str) -> Party:
    cells = line.split("\t")
    if len(cells) != 8:
        raise ReferenceFault(f"{len(cells)} columns", source=f"parties.tsv:{number}", hint="8, divided by tabs")
    code, kind, en, zh, office, start, end, source = cells
    return Party(
        code=code, kind=kind, en=tuple(en.split("|")) if en else (), zh=tuple(zh.split("|")) if zh else (), office=office or None,
        start=PartialDate.parse(start) if start else None, end=PartialDate.parse(end) if end else None, source=source,
    )  # fmt: skip


@cache
def party_words(lang: str) -> dict[str, Party]:
    """The lower-case words of a language (``en`` or ``zh``, simplified) and the party of each.

    >>> party_words("en")["the bloc"].code, party_words("zh")["美国商务部"].code
    ('EU', 'US')
    """
    found: dict[str, Party] = {}
    for party in parties():
        for word in party.en if lang == "en" else party.zh:
            found.setdefault(word.lower(), party)
    return found
