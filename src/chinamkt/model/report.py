"""What ``read`` returns: the facts of a text, and what is wrong in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from chinamkt.model.article import Article
from chinamkt.model.facts import Fact, FundFlow, PriceMove, TradeEvent, Turnover
from chinamkt.model.text import Span

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Abstention", "Finding", "Report", "Severity"]


class Severity(StrEnum):
    """``error`` contradicts itself or a fixed rule; ``warning`` has exceptions; ``info`` is a note."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@frozen(slots=True, kw_only=True)
class Finding:
    """Something that is wrong, or odd, in what a report states.

    :param code: the validator's code, e.g. ``arithmetic-mismatch``.
    :param facts: the facts it is about; :param spans: where they stand.
    :param hint: what would make it right.
    """

    code: str
    severity: Severity
    message: str
    facts: tuple[Fact, ...] = ()
    spans: tuple[Span, ...] = ()
    hint: str | None = None


@frozen(slots=True, kw_only=True)
class Abstention:
    """A validator's word that it can't judge something, where a finding was possible.

    :param code: the validator's code.
    :param reason: what it lacks: ``no date``, ``no bars``.
    :param fact: the fact that it leaves alone; ``None`` where it leaves the whole report alone.

    >>> Abstention(code="session-closed", reason="no date").reason
    'no date'
    """

    code: str
    reason: str
    fact: Fact | None = None


@frozen(kw_only=True, slots=True)
class Report:
    """The facts of one document; iterating gives them in the order of the text.

    :param id: the document's id, or ``None``.
    :param fingerprint: plug-ins and tables, with versions, that made this report.
    """

    text: str = field(repr=False)
    id: str | None = None
    articles: tuple[Article, ...] = ()
    facts: tuple[Fact, ...] = ()
    fingerprint: str = ""
    _cache: dict[str, Any] = field(factory=dict, init=False, repr=False, eq=False)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the shipped validators find; computed on first access."""
        if "findings" not in self._cache:
            from chinamkt.validate import check

            self._cache["findings"] = tuple(check(self))
        found: tuple[Finding, ...] = self._cache["findings"]
        return found

    @property
    def moves(self) -> tuple[PriceMove, ...]:
        """The price moves and levels."""
        return tuple(fact for fact in self.facts if isinstance(fact, PriceMove))

    @property
    def turnovers(self) -> tuple[Turnover, ...]:
        """The sums that changed hands."""
        return tuple(fact for fact in self.facts if isinstance(fact, Turnover))

    @property
    def flows(self) -> tuple[FundFlow, ...]:
        """The net flows through Stock Connect."""
        return tuple(fact for fact in self.facts if isinstance(fact, FundFlow))

    @property
    def events(self) -> tuple[TradeEvent, ...]:
        """The acts of trade policy."""
        return tuple(fact for fact in self.facts if isinstance(fact, TradeEvent))

    def rows(self) -> list[dict[str, Any]]:
        """The facts in the flat form of the facts table, absent values left out."""
        from chinamkt.outputs.rows import to_rows

        return to_rows(self)

    def to_json(self, *, indent: int | None = None) -> str:
        """The report in the versioned wire form."""
        from chinamkt.outputs.converter import report_to_json

        return report_to_json(self, indent=indent)

    def to_pandas(self) -> pd.DataFrame:
        """The rows as a pandas data frame, one column a column of the facts table."""
        from chinamkt.outputs.frames import to_pandas

        return to_pandas(self)

    def _repr_html_(self) -> str:
        """A table for notebooks."""
        from chinamkt.outputs.html import report_table

        return report_table(self)

    def __iter__(self) -> Iterator[Fact]:
        return iter(self.facts)

    def __bool__(self) -> bool:
        return True  # a report without facts is a report all the same

    def __len__(self) -> int:
        return len(self.facts)

    def __getstate__(self) -> Mapping[str, Any]:
        return {name: getattr(self, name) for name in ("text", "id", "articles", "facts", "fingerprint")}

    def __setstate__(self, state: Mapping[str, Any]) -> None:
        for name, value in state.items():
            object.__setattr__(self, name, value)
        object.__setattr__(self, "_cache", {})
