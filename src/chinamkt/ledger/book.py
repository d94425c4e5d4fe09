"""The ledger: a set of statements, and the events that they are about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import field, frozen

from chinamkt.errors import InvalidValue
from chinamkt.ledger.entry import Contradiction, Entry, entry_of
from chinamkt.ledger.joining import joined
from chinamkt.ledger.standing import Standing, concerns, standing
from chinamkt.ledger.statement import Statement, statements_of
from chinamkt.model.report import Report

__all__ = ["TradeLedger"]


def _in_order(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Each statement once, in an order that does not depend on where it came from."""
    unique: dict[Statement, Statement] = {}
    for statement in sorted(statements, key=lambda statement: statement.order):
        unique.setdefault(statement, statement)
    return tuple(unique.values())


@frozen(slots=True, kw_only=True)
class TradeLedger:
    """Acts of trade policy in many reports, joined.

    A ledger is the set of the statements in it; adding two is the union of the sets, so the order of reports and of
    sums changes nothing, and a report added twice counts once. Statements are of one event where kind and parties are
    the same, where dates, place, rate or goods overlap, and where nothing stands against it; how, says
    :mod:`chinamkt.ledger.joining`. Nothing is added that no report says.

    :param statements: the statements; kept each once, by day, report and place in the text.

    >>> import chinamkt
    >>> one = chinamkt.read("The United States and China held trade talks in London on June 9, 2025.", id="one")
    >>> two = chinamkt.read("Washington and Beijing ended two days of trade talks in London on June 10, 2025.", id="two")
    >>> ledger = TradeLedger.of([one, two])
    >>> [(entry.kind.value, entry.place, entry.reports) for entry in ledger]
    [('talks', 'London', ('one', 'two'))]
    """

    statements: tuple[Statement, ...] = field(default=(), converter=_in_order)
    _cache: dict[str, Any] = field(factory=dict, init=False, repr=False, eq=False)

    @classmethod
    def of(cls, reports: Iterable[Report]) -> TradeLedger:
        """The ledger of reports, which need not be kept.

        Give each report an id (``read(text, id=...)``); one without is known by a digest of its text.

        :raises InvalidValue: for what is no report, a single report instead of several too.
        """
        given: object = reports
        if isinstance(given, Report):  # it iterates, but over facts
            raise InvalidValue("one report", source="TradeLedger.of", hint="several: TradeLedger.of([report])")
        return cls(statements=tuple(statement for report in reports for statement in statements_of(report)))

    def __add__(self, other: TradeLedger) -> TradeLedger:
        """The ledger of the reports of both."""
        if not isinstance(other, TradeLedger):
            return NotImplemented
        return TradeLedger(statements=self.statements + other.statements)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The events, by the day they were first told; computed on first access."""
        if "entries" not in self._cache:
            groups = sorted(joined(self.statements), key=lambda group: [statement.order for statement in group])
            self._cache["entries"] = tuple(map(entry_of, groups))
        found: tuple[Entry, ...] = self._cache["entries"]
        return found

    @property
    def contradictions(self) -> tuple[tuple[Entry, Contradiction], ...]:
        """Where reports contradict one another: the event, and what each says of it."""
        return tuple((entry, contradiction) for entry in self.entries for contradiction in entry.contradictions)

    @property
    def reports(self) -> tuple[str, ...]:
        """The ids of the reports that state an event, sorted."""
        return tuple(sorted({statement.report for statement in self.statements}))

    @property
    def parties(self) -> tuple[str, ...]:
        """Every party that acts or is acted upon, sorted."""
        return tuple(sorted({party for statement in self.statements for party in statement.event.parties}))

    def between(self, one: str, other: str) -> tuple[Entry, ...]:
        """The events between two parties, whichever acts.

        :param one: ISO 3166 alpha-2, or ``EU``; events of the Union are its members' too.
        :raises InvalidValue: for what is no code.
        """
        _check(one, other)
        return tuple(entry for entry in self.entries if concerns(entry, one, other))

    def in_force(self, one: str, other: str, day: dt.date) -> Standing:
        """What was in force between two parties on a day, and what may have been.

        :param one: ISO 3166 alpha-2, or ``EU``.
        :raises InvalidValue: for what is no code, and for a day that is no :class:`datetime.date`.

        >>> import chinamkt
        >>> text = "On May 14, 2025 China imposed a 10% tariff on American goods until August 12, 2025."
        >>> ledger = TradeLedger.of([chinamkt.read(text, id="one")])
        >>> [str(entry.rate) for entry in ledger.in_force("US", "CN", dt.date(2025, 6, 9)).in_force]
        ['10']
        >>> ledger.in_force("US", "CN", dt.date(2025, 8, 13)).in_force
        ()
        """
        _check(one, other)
        given: object = day
        if isinstance(given, dt.datetime) or not isinstance(given, dt.date):
            raise InvalidValue(f"{day!r} is no day", source="TradeLedger", hint="datetime.date(2025, 6, 9)")
        return standing(self.entries, one, other, day)

    def rows(self) -> list[dict[str, Any]]:
        """The events in flat form, absent values left out."""
        from chinamkt.outputs.ledger_lines import ledger_rows

        return ledger_rows(self.entries)

    def to_json(self, *, indent: int | None = None) -> str:
        """The ledger in the versioned wire form, with every statement and its words."""
        from chinamkt.outputs.ledger_json import ledger_to_json

        written: str = ledger_to_json(self, indent=indent)
        return written

    def to_html(self, *, title: str = "Trade ledger") -> str:
        """A page for a browser: a timeline and a table for each pair of parties; nothing in it is loaded from elsewhere."""
        from chinamkt.outputs.ledger_html import ledger_page

        return ledger_page(self, title=title)

    def _repr_html_(self) -> str:
        """The timelines and tables, for notebooks."""
        from chinamkt.outputs.ledger_html import ledger_sections

        return ledger_sections(self)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def __bool__(self) -> bool:
        return True  # an empty ledger is a ledger all the same

    def __getstate__(self) -> Mapping[str, Any]:
        return {"statements": self.statements}

    def __setstate__(self, state: Mapping[str, Any]) -> None:
        object.__setattr__(self, "statements", state["statements"])
        object.__setattr__(self, "_cache", {})


def _check(*codes: str) -> None:
    for code in codes:
        if not (len(code) == 2 and code.isascii() and code.isalpha() and code.isupper()):
            raise InvalidValue(f"{code!r} is no party", source="TradeLedger", hint="ISO 3166 alpha-2, or EU")
