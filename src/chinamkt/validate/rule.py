"""What most rules have in common: they judge one fact after another."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from chinamkt.model.facts import Fact, PriceMove
from chinamkt.model.report import Abstention, Finding, Report, Severity
from chinamkt.model.text import Span
from chinamkt.validate.protocol import Context
from chinamkt.validate.words import spans_of

__all__ = ["FactRule", "MoveRule", "Wrong"]


@frozen(slots=True, kw_only=True)
class Wrong:
    """What is wrong with a fact.

    :param severity: the rule's own unless given.
    :param others: further facts that it is about.
    :param spans: where; those of the facts unless given.
    """

    message: str
    hint: str
    severity: Severity | None = None
    others: tuple[Fact, ...] = ()
    spans: tuple[Span, ...] = ()


@frozen(slots=True)
class FactRule:
    """A rule of single facts: ``judge`` says what is wrong, a reason to abstain, or ``None``."""

    code: str
    severity: Severity
    needs: tuple[str, ...] = ()

    def check(self, report: Report, context: Context) -> Iterator[Finding | Abstention]:
        """At most one finding a fact."""
        for fact in report.facts:
            said = self.judge(report, fact)
            if isinstance(said, str):
                yield Abstention(code=self.code, reason=said, fact=fact)
            elif said is not None:
                facts = (fact, *said.others)
                yield Finding(
                    code=self.code,
                    severity=said.severity or self.severity,
                    message=said.message,
                    facts=facts,
                    spans=said.spans or spans_of(*facts),
                    hint=said.hint,
                )

    def judge(self, report: Report, fact: Fact) -> Wrong | str | None:
        """What is wrong; or, as words, why it can't be told; or ``None`` where all is well or the rule is not about it."""
        raise NotImplementedError


@frozen(slots=True)
class MoveRule(FactRule):
    """A rule of single price moves: ``judge_move`` instead of ``judge``."""

    def judge(self, report: Report, fact: Fact) -> Wrong | str | None:
        """Nothing of other facts."""
        return self.judge_move(report, fact) if isinstance(fact, PriceMove) else None

    def judge_move(self, report: Report, move: PriceMove) -> Wrong | str | None:
        """As :meth:`judge`."""
        raise NotImplementedError
