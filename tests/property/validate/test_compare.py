"""``compare`` against a brute-force reading of printed figures, and its invariants."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from chinamkt import Index, Level, PartialDate, Percent, Phase, PriceMove, Report, compare, strategies

HSI = Index(slug="HSI")
DAY = PartialDate(2025, 7, 4)


def closes(values: list[Decimal], kind: type[Level | Percent]) -> list[Report]:
    """One report a figure."""
    field = "level" if kind is Level else "percent"
    return [
        Report(text="", id=str(number), facts=(PriceMove(instrument=HSI, phase=Phase.CLOSE, date=DAY, **{field: kind(value)}),))  # type: ignore[arg-type]
        for number, value in enumerate(values)
    ]


def ends(value: Decimal) -> tuple[Fraction, Fraction]:
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    half = Fraction(10) ** exponent / 2
    return Fraction(value) - half, Fraction(value) + half


figures = st.builds(lambda size, places: Decimal(f"{size}E-{places}"), st.integers(900, 1100), st.integers(0, 2))


@given(st.lists(figures, min_size=2, max_size=5), st.sampled_from([Level, Percent]))
def test_a_conflict_is_two_figures_that_no_number_rounds_to(values: list[Decimal], kind: type[Level | Percent]) -> None:
    apart = any(
        ends(one)[1] < ends(other)[0] or ends(other)[1] < ends(one)[0] for one in values for other in values
    )  # fmt: skip
    found = compare(closes(values, kind))
    assert len(found) == apart
    for conflict in found:
        assert {name for _, names in conflict.values for name in names} <= {str(number) for number in range(len(values))}


@given(st.lists(strategies.reports(), max_size=4))
def test_every_conflict_is_told_in_any_order(reports: list[Report]) -> None:
    numbered = [evolve(report, id=str(number)) for number, report in enumerate(reports)]
    one, other = compare(numbered), compare(reversed(numbered))
    assert [(found.subject, found.date, found.figure, found.severity) for found in one] == [
        (found.subject, found.date, found.figure, found.severity) for found in other
    ]
    for conflict in one:
        assert len({text for text, _ in conflict.values}) >= 2
        assert all(statement.fact.date == conflict.date for statement in conflict.statements)


@given(strategies.reports())
def test_a_report_agrees_with_its_copy(report: Report) -> None:
    """What one report says twice is as it says it once."""
    alone = compare([evolve(report, id="a")])
    twice = compare([evolve(report, id="a"), evolve(report, id="b")])
    assert [conflict.figure for conflict in alone] == [conflict.figure for conflict in twice]


@given(strategies.closing_moves(date=st.just(DAY)), st.integers(0, 1))
def test_rounding_is_no_conflict(move: PriceMove, places: int) -> None:
    assert move.level is not None
    assert move.points is not None
    percent = 100 * move.points.value / (move.level.value - move.points.value)
    rounded = percent.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    coarser = evolve(move, percent=Percent(rounded), points=None, direction=None)
    assert compare([Report(text="", facts=(move,)), Report(text="", facts=(coarser,))]) == []
