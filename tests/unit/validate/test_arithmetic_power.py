"""How often ``arithmetic-mismatch`` sees a slip, against the table of market-rules.md, section 7.

The table was measured on 2,842 sessions of the Hang Seng Index. Those are not ours to ship, so
sessions of like levels and moves are drawn, the same in every run.
"""

from __future__ import annotations

import random
from collections import Counter
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from itertools import pairwise

import pytest

from chinamkt import Index, Level, Percent, Points, PriceMove, Report
from chinamkt.validate import Context
from chinamkt.validate.arithmetic import arithmetic_mismatch

#: Share of swaps of neighbouring digits that are caught, by decimals of the percentage.
TABLE = {2: {"level": 0.45, "points": 0.71, "percent": 1.0}, 1: {"level": 0.31, "points": 0.44, "percent": 1.0}}
SESSIONS = 2_842


def alarms(level: Decimal, points: Decimal, percent: Decimal) -> bool:
    move = PriceMove(instrument=Index(slug="HSI"), percent=Percent(percent), points=Points(points), level=Level(level))
    return bool(list(arithmetic_mismatch.check(Report(text="", facts=(move,)), Context())))


def sessions() -> list[tuple[Decimal, Decimal]]:
    """Closing levels and changes: 18,000 to 30,000 points, moves of about one and a third per cent."""
    draw = random.Random(7)
    drawn = []
    for _ in range(SESSIONS):
        previous = draw.randint(1_800_000, 3_000_000)
        change = round(previous * draw.gauss(0, 1.35) / 100) or 1
        drawn.append((Decimal(previous + change) / 100, Decimal(change) / 100))
    return drawn


def swaps(value: Decimal) -> list[Decimal]:
    """Every number that differs by two neighbouring digits in each other's place."""
    digits = f"{abs(value):f}"
    places = [place for place, digit in enumerate(digits) if digit != "."]
    found = []
    for one, other in pairwise(places):
        if digits[one] != digits[other]:
            turned = list(digits)
            turned[one], turned[other] = turned[other], turned[one]
            found.append(Decimal("".join(turned)).copy_sign(value))
    return found


@pytest.mark.parametrize("decimals", TABLE)
def test_swapped_digits_are_caught_as_often_as_the_table_says(decimals: int) -> None:
    unit = Decimal(1).scaleb(-decimals)
    tried, caught = Counter[str](), Counter[str]()
    for level, points in sessions():
        figures = {
            "level": level,
            "points": points,
            "percent": (100 * points / (level - points)).quantize(unit, rounding=ROUND_HALF_UP),
        }
        assert not alarms(**figures), "the truth never alarms"
        for name, value in figures.items():
            for slip in swaps(value):
                tried[name] += 1
                caught[name] += alarms(**{**figures, name: slip})
    for name, share in TABLE[decimals].items():
        assert caught[name] / tried[name] == pytest.approx(share, abs=0.04 if share < 1 else 0), name


def test_half_of_the_cut_off_percentages_are_told() -> None:
    cut = [(100 * points / (level - points)).quantize(Decimal("0.01"), rounding=ROUND_DOWN) for level, points in sessions()]
    told = sum(alarms(level, points, percent) for (level, points), percent in zip(sessions(), cut, strict=True))
    assert told / SESSIONS == pytest.approx(0.5, abs=0.04)
