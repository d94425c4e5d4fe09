"""The flat form of facts: one row a fact, in the columns of the facts table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from math import inf
from typing import Any

from chinamkt.model.facts import Fact, FundFlow, PriceMove, Superlative, TradeEvent, Turnover
from chinamkt.model.quantities import Percent
from chinamkt.model.report import Abstention, Finding, Report

__all__ = ["ABSTENTION_COLUMNS", "COLUMNS", "FINDING_COLUMNS", "abstention_rows", "finding_rows", "ordered", "to_rows"]

#: The columns of the facts table in its order, then those that are the library's own:
#: ``points_unit`` (only where it is not ``unit``: a yield's level in percent, its change in
#: basis points), ``rate_before``, the old rate of a tariff, ``rule`` that made the claim, and
#: ``candidates``, further subjects it could mean.
COLUMNS = (
    "id", "article", "kind", "subject", "name", "of", "direction", "pct", "pct_max", "points", "level", "amount", "unit",
    "bound", "phase", "basis", "basis_from", "date", "extreme", "extreme_since", "event", "status", "parties", "place",
    "rate", "target", "effective_from", "effective_to", "start", "end", "quote", "points_unit", "rate_before", "rule",
    "candidates",
)  # fmt: skip

#: The columns of a finding; ``facts`` are numbers of facts in the order of :func:`ordered`, from 1.
FINDING_COLUMNS = ("id", "code", "severity", "message", "hint", "facts", "start", "end", "quote")

#: The columns of an abstention; ``abstained`` says why.
ABSTENTION_COLUMNS = ("id", "code", "abstained", "facts", "start", "end", "quote")


def ordered(report: Report) -> list[Fact]:
    """The facts in the order of their spans; those without evidence last, as they come."""

    def place(fact: Fact) -> tuple[float, float]:
        return (fact.evidence.span.start, fact.evidence.span.end) if fact.evidence else (inf, inf)

    return sorted(report.facts, key=place)


def to_rows(report: Report) -> list[dict[str, Any]]:
    """The facts of a report as rows: absent values left out, every decimal and date a string.

    Sums are written out in full, digits as printed (``0.90``); of a range, ``pct`` is the end
    nearer zero.

    >>> from decimal import Decimal
    >>> from chinamkt.model.instruments import Index
    >>> move = PriceMove(instrument=Index(slug="HSI"), percent=Percent(Decimal("-0.90")))
    >>> to_rows(Report(text="", facts=(move,)))
    [{'article': 0, 'kind': 'move', 'subject': 'index:HSI', 'direction': 'down', 'pct': '-0.90', 'bound': 'exact',
      'basis': 'day'}]
    """
    return [_row(fact, report) for fact in ordered(report)]


def _row(fact: Fact, report: Report) -> dict[str, Any]:
    row: dict[str, Any] = dict.fromkeys(COLUMNS)
    row["id"], row["article"] = report.id, fact.article
    if isinstance(fact, PriceMove):
        _move(fact, row)
    elif isinstance(fact, TradeEvent):
        _event(fact, row)
    else:
        _sum(fact, row)
    row["date"] = _text(fact.date)
    if evidence := fact.evidence:
        row["name"], row["rule"] = evidence.name or None, evidence.rule or None
        row["start"], row["end"] = evidence.span.start, evidence.span.end
        row["quote"] = evidence.quote or evidence.span.of(report.text)
    return {column: value for column, value in row.items() if value is not None}


def _move(fact: PriceMove, row: dict[str, Any]) -> None:
    row["kind"], row["subject"], row["of"] = "move", fact.instrument.subject, fact.of
    row["direction"], row["phase"], row["bound"] = _text(fact.direction), _text(fact.phase), _text(fact.bound)
    _percent(fact.percent, row)
    if fact.level:
        row["level"], row["unit"] = digits(fact.level.value), fact.level.unit
    if fact.points:
        row["points"] = digits(fact.points.value)
        row["unit"] = row["unit"] or fact.points.unit
        row["points_unit"] = fact.points.unit if fact.points.unit != row["unit"] else None
    if fact.percent or fact.points or fact.direction:  # a bare level is measured over nothing
        row["basis"], row["basis_from"] = fact.basis.value, _text(fact.basis_from)
    _superlative(fact.superlative, row)
    row["candidates"] = [candidate.subject for candidate in fact.candidates] or None


def _sum(fact: Turnover | FundFlow, row: dict[str, Any]) -> None:
    row["amount"], row["unit"], row["bound"] = digits(fact.amount.value), fact.amount.currency, fact.amount.bound.value
    row["phase"] = _text(fact.phase)
    _superlative(fact.superlative, row)
    if isinstance(fact, Turnover):
        row["kind"], row["subject"] = "turnover", fact.market.subject
        _percent(fact.change, row)
    else:
        row["kind"], row["subject"] = "flow", f"flow:{fact.channel.value}"
        row["direction"], row["basis"] = fact.direction.value, fact.basis.value


def _event(fact: TradeEvent, row: dict[str, Any]) -> None:
    row["kind"], row["event"], row["status"] = "trade_event", fact.kind.value, _text(fact.status)
    row["parties"], row["place"], row["target"] = list(fact.parties), fact.place, fact.target
    row["rate"] = None if fact.rate is None else digits(fact.rate)
    row["rate_before"] = None if fact.rate_before is None else digits(fact.rate_before)
    row["effective_from"], row["effective_to"] = _text(fact.effective_from), _text(fact.effective_to)


def _superlative(superlative: Superlative | None, row: dict[str, Any]) -> None:
    if superlative:
        row["extreme"], row["extreme_since"] = superlative.kind.value, _text(superlative.since)


def _percent(percent: Percent | None, row: dict[str, Any]) -> None:
    if percent:
        row["pct"] = digits(percent.value)
        row["pct_max"] = None if percent.upper is None else digits(percent.upper)


def digits(value: Decimal) -> str:
    """A decimal written out in full, its printed digits kept: no exponent."""
    return format(value, "f")


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _numbers(report: Report) -> dict[int, int]:
    """The number of each fact by its identity: facts that say the same are still several."""
    return {id(fact): number for number, fact in enumerate(ordered(report), 1)}


def finding_rows(
    report: Report, findings: Iterable[Finding], *, numbers: Mapping[int, int] | None = None
) -> list[dict[str, Any]]:
    """Findings as rows of :data:`FINDING_COLUMNS`, absent values left out; the span is the first one.

    :param numbers: of the facts, by ``id``, where they are not to be counted by their place in the text.

    >>> from chinamkt.model.report import Severity
    >>> finding_rows(Report(text=""), [Finding(code="tick-size", severity=Severity.WARNING, message="off the grid")])
    [{'code': 'tick-size', 'severity': 'warning', 'message': 'off the grid'}]
    """
    numbers = numbers or _numbers(report)
    rows = []
    for finding in findings:
        span = finding.spans[0] if finding.spans else next((fact.evidence.span for fact in finding.facts if fact.evidence), None)
        values = (
            report.id, finding.code, finding.severity.value, finding.message, finding.hint,
            [numbers[id(fact)] for fact in finding.facts if id(fact) in numbers] or None,
            span.start if span else None, span.end if span else None, span.of(report.text) if span else None,
        )  # fmt: skip
        rows.append({column: value for column, value in zip(FINDING_COLUMNS, values, strict=True) if value is not None})
    return rows


def abstention_rows(
    report: Report, abstentions: Iterable[Abstention], *, numbers: Mapping[int, int] | None = None
) -> list[dict[str, Any]]:
    """Abstentions as rows of :data:`ABSTENTION_COLUMNS`, absent values left out; numbers as for :func:`finding_rows`.

    >>> abstention_rows(Report(text=""), [Abstention(code="superlative", reason="no bars")])
    [{'code': 'superlative', 'abstained': 'no bars'}]
    """
    numbers = numbers or _numbers(report)
    rows = []
    for one in abstentions:
        span = one.fact.evidence.span if one.fact is not None and one.fact.evidence else None
        number = numbers.get(id(one.fact)) if one.fact is not None else None
        values = (
            report.id, one.code, one.reason, None if number is None else [number],
            span.start if span else None, span.end if span else None, span.of(report.text) if span else None,
        )  # fmt: skip
        rows.append({column: value for column, value in zip(ABSTENTION_COLUMNS, values, strict=True) if value is not None})
    return rows
