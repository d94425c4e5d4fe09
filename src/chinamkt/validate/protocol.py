"""What a validator is, and what it may ask for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol, runtime_checkable

from attrs import field, frozen

from chinamkt.model.report import Abstention, Finding, Report, Severity

__all__ = ["Context", "Validator"]


@frozen(slots=True, kw_only=True)
class Context:
    """What validators may use beside the report, by name: daily bars, another report, ...

    >>> Context(given={"bars": [1, 2]})["bars"]
    [1, 2]
    """

    given: Mapping[str, object] = field(factory=dict)

    def provides(self, names: Iterable[str]) -> bool:
        """Whether everything that is asked for is there."""
        return all(name in self.given for name in names)

    def __getitem__(self, name: str) -> object:
        return self.given[name]


@runtime_checkable
class Validator(Protocol):
    """A rule that finds what is wrong in a report; shipped ones and third parties' alike.

    An instance is registered in the entry-point group ``chinamkt.validators`` under its code.
    It abstains wherever it lacks what it needs to be sure, keeps no state between calls, and
    gives the same findings for the same report.
    """

    @property
    def code(self) -> str:
        """The code of its findings, and its name as a plug-in: ``arithmetic-mismatch``."""
        ...

    @property
    def severity(self) -> Severity:
        """The worst severity of its findings."""
        ...

    @property
    def needs(self) -> tuple[str, ...]:
        """Names of the :class:`Context` without which it is not run."""
        ...

    def check(self, report: Report, context: Context) -> Iterable[Finding | Abstention]:
        """The findings of one report, and what could not be judged that the rule is about.

        A fact that the rule is not about (a sum of money, to a rule of prices) is passed over in silence.
        """
        ...
