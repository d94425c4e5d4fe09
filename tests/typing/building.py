"""The types as an author of facts, validators and tests uses them. Mypy checks this file; nothing runs it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import assert_type

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from chinamkt import (
    Bound,
    Direction,
    Duration,
    ExchangeRate,
    Extreme,
    Fact,
    Finding,
    Index,
    Level,
    Money,
    PartialDate,
    Percent,
    Points,
    PriceMove,
    Report,
    Severity,
    Superlative,
    strategies,
)
from chinamkt.testing import check_validator
from chinamkt.validate import Context, Validator


def building() -> None:
    move = PriceMove(
        instrument=Index(slug="HSI"),
        percent=Percent(Decimal("-0.64")),
        points=Points(Decimal("-153.88")),
        level=Level(Decimal("23916.06")),
        superlative=Superlative(Extreme.LOW, Duration(4, "M")),
        date=PartialDate(2025, 7, 4),
    )
    assert_type(move.level, Level | Money | ExchangeRate | None)
    assert_type(move.direction, Direction | None)
    assert_type(move.bound, Bound | None)
    assert_type(move.instrument.subject, str)
    fact: Fact = move
    assert_type(fact.core, tuple[object, ...])

    Percent(0.9)  # type: ignore[arg-type]
    Percent("0.9")  # type: ignore[arg-type]
    Percent(Decimal("0.9"), bound="about")  # type: ignore[arg-type]
    Money(Decimal(1))  # type: ignore[call-arg]
    PriceMove(Index(slug="HSI"))  # type: ignore[call-arg]
    PriceMove(instrument="HSI")  # type: ignore[arg-type]
    PriceMove(instrument=Index(slug="HSI"), percentage=Percent(Decimal(1)))  # type: ignore[call-arg]
    move.percent = None  # type: ignore[misc]


class NoRoundLevels:
    """A third party's validator: a plain class will do."""

    code = "round-level"
    severity = Severity.INFO
    needs = ()

    def check(self, report: Report, context: Context) -> Iterator[Finding]:
        for move in report.moves:
            if move.level is not None and move.level.value % 100 == 0:
                yield Finding(code=self.code, severity=self.severity, message="a round level", facts=(move,), hint="about?")


class Wordless:
    """No validator: its findings are words."""

    code = "wordless"
    severity = Severity.INFO
    needs = ()

    def check(self, report: Report, context: Context) -> Iterator[str]:
        yield report.text


def validating(report: Report) -> None:
    validator: Validator = NoRoundLevels()
    check_validator(validator, [report], abstains=[])
    check_validator(Wordless(), [report])  # type: ignore[arg-type]


def drawing() -> None:
    assert_type(strategies.facts(), SearchStrategy[Fact])
    assert_type(strategies.price_moves(direction=Direction.DOWN), SearchStrategy[PriceMove])
    assert_type(strategies.reports(max_facts=3), SearchStrategy[Report])
    assert_type(st.from_type(PriceMove), SearchStrategy[PriceMove])
    strategies.percents(signs=-1)  # type: ignore[call-arg]


@given(strategies.closing_moves())
def a_property(move: PriceMove) -> None:
    assert move.percent is not None
