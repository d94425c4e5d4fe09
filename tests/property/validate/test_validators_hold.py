"""Properties of the validators: the truth never alarms, a slip of the digits does, nothing crashes them."""

from __future__ import annotations

import datetime as dt
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal, localcontext
from typing import Any

from attrs import evolve
from hypothesis import assume, example, given
from hypothesis import strategies as st

from chinamkt import Direction, Index, Level, PartialDate, Percent, Points, PriceMove, Report, Severity, check, strategies

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def severities(*facts: Any, only: str) -> list[Severity]:
    return [finding.severity for finding in check(Report(text="", facts=facts), only=only)]


def rounded(value: Decimal, places: int, rounding: str = ROUND_HALF_UP) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), rounding=rounding)


@given(
    previous=st.integers(1, 10**10),
    change=st.integers(-(10**10), 10**10),
    places=st.tuples(*[st.integers(0, 3)] * 3),
    rounding=st.sampled_from((ROUND_HALF_UP, ROUND_HALF_EVEN)),
)
@example(previous=240_699_400, change=-1_538_800, places=(2, 2, 2), rounding=ROUND_HALF_UP)
def test_true_figures_however_rounded_never_alarm(
    previous: int, change: int, places: tuple[int, int, int], rounding: str
) -> None:
    """Any close and change with four decimals, each figure rounded by itself to any number of decimals."""
    assume(previous + change >= 0)
    before, points = Decimal(f"{previous}E-4"), Decimal(f"{change}E-4")
    with localcontext() as context:
        context.prec = 60
        percent = 100 * points / before
        move = PriceMove(
            instrument=Index(slug="HSI"),
            percent=Percent(rounded(percent, places[0], rounding)),
            points=Points(rounded(points, places[1], rounding)),
            level=Level(rounded(before + points, places[2], rounding)),
        )
    assert severities(move, only="arithmetic-mismatch") == []


@given(strategies.closing_moves(), st.integers(0, 3))
def test_cut_off_percentages_are_at_most_warned_of(move: PriceMove, places: int) -> None:
    """Vendors that drop digits instead of rounding are a unit of the last digit off, no more."""
    assert move.level is not None
    assert move.points is not None
    with localcontext() as context:
        context.prec = 60
        exact = 100 * move.points.value / (move.level.value - move.points.value)
        cut = exact.quantize(Decimal(1).scaleb(-places), rounding="ROUND_DOWN")
    assert set(severities(evolve(move, percent=Percent(cut)), only="arithmetic-mismatch")) <= {Severity.WARNING}


def swapped(value: Decimal, place: int) -> Decimal | None:
    """The number with two neighbouring digits swapped; ``None`` where that changes nothing."""
    digits = f"{abs(value):f}".replace(".", "")
    place %= max(1, len(digits) - 1)
    if len(digits) < 2 or digits[place] == digits[place + 1]:
        return None
    other = digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]
    exponent = value.as_tuple().exponent
    return (Decimal(f"{other}E{exponent}")).copy_sign(value)


@given(strategies.closing_moves(percent_places=2) | strategies.closing_moves(percent_places=1), st.integers(0, 5))
def test_swapped_digits_of_the_percentage_always_alarm(move: PriceMove, place: int) -> None:
    """market-rules.md, section 7: 100% are caught, with one decimal or two. They are errors, not warnings."""
    assert move.percent is not None
    slip = swapped(move.percent.value, place)
    assume(slip is not None)
    assert slip is not None
    assert severities(move, only="arithmetic-mismatch") == []
    assert severities(evolve(move, percent=Percent(slip)), only="arithmetic-mismatch") == [Severity.ERROR]


@given(strategies.closing_moves(), st.integers(0, 6))
def test_swapped_points_alarm_where_they_leave_the_slack(move: PriceMove, place: int) -> None:
    """A slip of more than half a printed unit of the percentage (and the figures' own) can't hide."""
    assert move.points is not None
    assert move.level is not None
    slip = swapped(move.points.value, place)
    assume(slip is not None)
    assert slip is not None
    before = move.level.value - slip
    assume(before > 0)
    alarmed = severities(evolve(move, points=Points(slip), direction=None), only="arithmetic-mismatch")
    moved = abs(100 * slip / before - 100 * move.points.value / (move.level.value - move.points.value))
    if moved > Decimal("0.012"):
        assert alarmed
    if moved < Decimal("0.0001") and abs(100 * slip / before - move.percent.value) < Decimal("0.0049"):  # type: ignore[union-attr]
        assert not alarmed


@given(strategies.reports(facts=strategies.closing_moves()))
def test_reports_of_true_closes_are_clean(report: Report) -> None:
    """Words, figures and dates of generated statements agree, in English and in Chinese."""
    assert not check(report, only=["arithmetic-mismatch", "weekday-mismatch"])
    words = [finding for finding in check(report, only="direction-mismatch") if "say" in finding.message]
    assert not words


@given(strategies.reports(facts=strategies.price_moves(), min_facts=1, max_facts=1, filler=False), st.data())
def test_turned_signs_alarm_against_their_verb(report: Report, data: st.DataObject) -> None:
    """The same words with figures of the other sign are an error, for all that is no exchange rate."""
    (move,) = report.moves
    assume(move.direction in (Direction.UP, Direction.DOWN))
    assume(not move.instrument.subject.startswith(("fx:", "fix:", "currency:")))
    other = Direction.DOWN if move.direction is Direction.UP else Direction.UP
    turned = data.draw(strategies.price_moves(instrument=st.just(move.instrument), direction=other))
    found = check(evolve(report, facts=(evolve(turned, evidence=move.evidence),)), only="direction-mismatch")
    assert [finding.severity for finding in found] == [Severity.ERROR]


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31)), st.integers(0, 6))
def test_exactly_the_right_weekday_passes(day: dt.date, weekday: int) -> None:
    written = f"{WEEKDAYS[weekday]}, {day.day} {day:%B} {day.year}"
    found = check(Report(text=written), only="weekday-mismatch")
    assert bool(found) == (day.weekday() != weekday)
    for finding in found:
        assert finding.hint is not None
        named = [dt.date.fromisoformat(word) for word in finding.hint.replace(",", "").split() if word[:1].isdigit()]
        assert [other.weekday() for other in named] == [weekday, weekday]
        assert named[0] < day < named[1]
        assert (named[1] - named[0]).days == 7


@given(strategies.reports())
def test_no_report_crashes_a_validator(report: Report) -> None:
    found = check(report)
    assert found == check(report)
    for finding in found:
        assert set(finding.facts) <= set(report.facts)
        assert all(span.end <= len(report.text) for span in finding.spans)
        assert finding.message
        assert finding.hint


@given(st.text(), st.lists(strategies.evidence(), max_size=3), strategies.partial_dates(full=True), st.decimals(allow_nan=False))
def test_evidence_that_points_nowhere_crashes_nothing(text: str, evidence: list[Any], date: PartialDate, value: Decimal) -> None:
    """Facts of another extractor may have spans beyond the text, and figures that no report prints."""
    assume(value.is_finite())
    facts = tuple(
        PriceMove(
            instrument=Index(slug="HSI"),
            percent=Percent(value),
            points=Points(value),
            level=Level(value),
            date=date,
            evidence=item,
        )
        for item in evidence
    )
    for finding in check(Report(text=text, facts=facts)):
        assert finding.message
