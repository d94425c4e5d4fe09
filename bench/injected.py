"""How many injected errors the validators catch, and how many alarms the truth gives.

    python bench/injected.py [--seed 7] [--only REGEX]

The gold facts of ../shared/gold (those of the exam left out) are made wrong one at a time: two instruments' per cents
swapped, a figure times ten or a tenth, the sign turned (a flipped verb), one digit changed in per cent, points or level,
the day moved to one without a session. The validators see the facts alone, as if the text itself had the misprint: those
that hold facts against their quote (and would find every one of these) are left out.

Bars are made up so that all true facts of an instrument's day hold: previous close, open, high, low and close where the
facts fix them, random room of up to 0.8 per cent where they do not, and a random walk of daily bars through the starting
points of cumulative moves. "Dated" are the rows whose true fact these bars support: the others have no date, are of a
time that bars do not know, or have a basis without a start. "Timed" are those of them whose time of the day is told or
can be taken to be the close; of the rest no one can say more than that they lie in the day's range. "Triples" state
level, points and per cent exactly.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from pathlib import Path

from attrs import evolve, frozen

from chinamkt import (
    Basis,
    Bound,
    ChinamktError,
    CurrencyPair,
    Direction,
    Midpoint,
    PartialDate,
    Percent,
    Phase,
    PriceMove,
    Report,
    Security,
    Severity,
    Yield,
    check,
    read,
)
from chinamkt.bars import Bar, BarTable, Ruling, Series, judge
from chinamkt.bars.spans import days_of
from chinamkt.outputs.flat import from_rows
from chinamkt.outputs.rows import COLUMNS
from chinamkt.validate import Context
from chinamkt.validate.against_bars import unsaid_phase

SHARED = Path(__file__).resolve().parents[2] / "shared"
EXAM = re.compile(r"(en-[wf]0(5[1-9]|60)|zh-d0(3[3-9]|4[0-2]))$")
#: They hold a fact against its quote, which an injected error leaves as it was.
GROUNDING = ("quote-not-in-text", "number-not-in-quote", "unit-mismatch", "subject-not-named", "direction-mismatch")
FOUR = Decimal("0.0001")


@frozen(slots=True)
class Page:
    """A report of gold facts, and the bars that bear them out."""

    report: Report
    bars: BarTable
    misprinted: bool


@frozen(slots=True)
class Injected:
    """A fact made wrong."""

    kind: str
    page: Page
    place: int
    fact: PriceMove
    other: tuple[int, PriceMove] | None = None

    @property
    def report(self) -> Report:
        facts = list(self.page.report.facts)
        facts[self.place] = self.fact
        if self.other is not None:
            facts[self.other[0]] = self.other[1]
        return evolve(self.page.report, facts=tuple(facts))


# Gold facts.


def pages(draw: random.Random, only: str) -> Iterator[Page]:
    for file in sorted((SHARED / "gold").glob("*.json")):
        if EXAM.search(file.stem) or not re.search(only, file.stem):
            continue
        gold = json.loads(file.read_text(encoding="utf-8"))
        text = (SHARED / "articles" / f"{file.stem}.txt").read_text(encoding="utf-8")
        facts = [fact for row in gold["facts"] for fact in facts_of(row, text)]
        report = Report(text=text, id=file.stem, articles=read(text).articles, facts=tuple(facts))
        yield Page(report, made_bars(report, draw), bool(gold.get("misprints")))


def facts_of(row: dict[str, object], text: str) -> tuple[PriceMove, ...]:
    kept = {
        name: value[0] if isinstance(value, list) and name == "subject" else value
        for name, value in row.items()
        if name in COLUMNS
    }
    try:
        facts = from_rows([kept], text=text)
    except ChinamktError:
        return ()  # a row whose unit the model does not have
    return tuple(fact for fact in facts if isinstance(fact, PriceMove))


# Bars.


def made_bars(report: Report, draw: random.Random) -> BarTable:
    """Bars of every instrument and day of the report; a day that can't be made is left out."""
    days: defaultdict[tuple[str, dt.date], list[PriceMove]] = defaultdict(list)
    for move in report.moves:
        if move.date is not None and move.date.date is not None:
            days[move.instrument.subject, move.date.date].append(move)
    bars: defaultdict[str, dict[dt.date, Bar]] = defaultdict(dict)
    for (subject, day), moves in sorted(days.items(), key=lambda item: (item[0][0], item[0][1])):
        for bar in series_of(moves, day, draw):
            bars[subject][bar.date] = bar
    return BarTable({subject: Series([by_day[day] for day in sorted(by_day)], complete=True) for subject, by_day in bars.items()})


def series_of(moves: list[PriceMove], day: dt.date, draw: random.Random) -> list[Bar]:
    start = previous_close(moves)
    values = [(move.phase, value) for move in moves if (value := price_of(move, start)) is not None]
    if not values:
        return []
    pinned: dict[Phase, Decimal] = {}
    for phase, value in values:
        if phase in (Phase.OPEN, Phase.CLOSE, Phase.HIGH, Phase.LOW):
            pinned.setdefault(phase, value)
    unsaid = [value for phase, value in values if phase is None]
    if Phase.CLOSE not in pinned:
        pinned[Phase.CLOSE] = unsaid[-1] if unsaid else values[-1][1]
    if Phase.OPEN not in pinned:
        pinned[Phase.OPEN] = middle(start, pinned, draw)
    inside = [value for phase, value in values if phase not in (Phase.PREMARKET, Phase.POSTMARKET)] + list(pinned.values())
    room = start * Decimal(draw.randint(0, 80)) / 10_000
    low, high = min(inside), max(inside)
    low = low if pinned.get(Phase.LOW) == low else low - room
    high = high if pinned.get(Phase.HIGH) == high else high + room
    figures = (pinned[Phase.OPEN], high, low, pinned[Phase.CLOSE], start)
    if min(figures) <= 0:
        return []
    rounded = dict(zip(("open", "high", "low", "close", "previous"), (value.quantize(FOUR) for value in figures), strict=True))
    bar = Bar(date=day, **rounded)
    return [*history(moves, bar, draw), bar]


def middle(start: Decimal, pinned: dict[Phase, Decimal], draw: random.Random) -> Decimal:
    """An open near the previous close, inside of what is pinned."""
    wanted = start * (1 + Decimal(draw.randint(-30, 30)) / 10_000)
    wanted = min(wanted, pinned.get(Phase.HIGH, wanted))
    return max(wanted, pinned.get(Phase.LOW, wanted))


def previous_close(moves: list[PriceMove]) -> Decimal:
    """By a level and its change, else any."""
    for move in sorted(moves, key=lambda move: move.points is None):
        if move.basis is not Basis.DAY or move.level is None:
            continue
        if move.points is not None and move.points.unit == move.level.unit:
            return move.level.value - signed(move) * move.points.value
        if move.percent is not None and move.percent.bound is Bound.EXACT:
            return move.level.value / (1 + signed(move) * move.percent.value / 100)
    levels = [move.level.value for move in moves if move.level is not None]
    if levels:
        return levels[0]
    return Decimal(50 if isinstance(moves[0].instrument, Security) else 7 if is_pair(moves[0]) else 20_000)


def price_of(move: PriceMove, start: Decimal) -> Decimal | None:
    if move.level is not None:
        return move.level.value * beyond(move.level.bound)
    if move.basis is not Basis.DAY:
        return None
    if move.percent is not None:
        upper = move.percent.upper
        size = (move.percent.value + upper) / 2 if upper is not None else move.percent.value * beyond(move.percent.bound)
        return start * (1 + signed(move) * size / 100)
    if move.points is not None:
        scale = {"bp": Decimal(10_000) if is_pair(move) else Decimal(100)}.get(move.points.unit, Decimal(1))
        return start + signed(move) * move.points.value * beyond(move.points.bound) / scale
    if move.direction in (Direction.UP, Direction.DOWN):
        return start * Decimal("1.01" if move.direction is Direction.UP else "0.99")
    return start if move.direction is Direction.FLAT else None


def beyond(bound: Bound) -> Decimal:
    """ "Over 2%" is a little more, "nearly 2%" a little less."""
    return {Bound.OVER: Decimal("1.04"), Bound.UNDER: Decimal("0.97")}.get(bound, Decimal(1))


def signed(move: PriceMove) -> int:
    pair = move.instrument.pair if isinstance(move.instrument, Midpoint) else move.instrument
    return -1 if isinstance(pair, CurrencyPair) and move.of == pair.quote else 1


def is_pair(move: PriceMove) -> bool:
    return isinstance(move.instrument, CurrencyPair | Midpoint)


def history(moves: list[PriceMove], last: Bar, draw: random.Random) -> list[Bar]:
    """A random walk of closes through the starting points of the cumulative moves, where there are any."""
    anchors = {last.date: last.close}
    for move in sorted(moves, key=lambda move: (move.bound is not Bound.EXACT, -len(str(move.percent and move.percent.value)))):
        if move.basis is Basis.DAY or move.percent is None:
            continue
        since = days_of(move.basis_from, last.date) if move.basis_from else None
        start = {
            Basis.WEEK: last.date - dt.timedelta(days=last.date.weekday() + 3),
            Basis.MONTH: last.date.replace(day=1) - dt.timedelta(days=1),
            Basis.QUARTER: dt.date(last.date.year, (last.date.month - 1) // 3 * 3 + 1, 1) - dt.timedelta(days=1),
            Basis.YTD: dt.date(last.date.year - 1, 12, 31),
            Basis.YEAR: last.date - dt.timedelta(days=365),
            Basis.SINCE: since and since[0],
        }.get(move.basis)
        if start is None or start >= last.date:
            continue
        while start.weekday() > 4:
            start -= dt.timedelta(days=1)
        value = price_of(move, last.close) or last.close
        size = 1 + signed(move) * move.percent.value * beyond(move.percent.bound) / 100
        if size > 0:
            anchors.setdefault(start, (value / size).quantize(FOUR))
    if len(anchors) == 1:
        return []
    first = min(anchors) - dt.timedelta(days=430)
    anchors[first] = anchors[min(anchors)]
    return list(walk(anchors, last.date, draw))


def walk(anchors: dict[dt.date, Decimal], end: dt.date, draw: random.Random) -> Iterator[Bar]:
    days = sorted(anchors)
    for start, stop in pairwise(days):
        count = (stop - start).days
        for number in range(count):
            day = start + dt.timedelta(days=number)
            if day.weekday() > 4 or day >= end:
                continue
            close = anchors[start] + (anchors[stop] - anchors[start]) * number / count
            if number:
                close *= 1 + Decimal(draw.randint(-120, 120)) / 10_000
            close = close.quantize(FOUR)
            yield Bar(
                date=day, close=close, low=(close * Decimal("0.99")).quantize(FOUR), high=(close * Decimal("1.01")).quantize(FOUR)
            )


# Errors.


def errors(page: Page, draw: random.Random) -> Iterator[Injected]:
    moves = list(page.report.facts)
    for place, move in enumerate(moves):
        assert isinstance(move, PriceMove)
        yield from (Injected(kind, page, place, wrong) for kind, wrong in wrongs(move, draw))
        other = swap_with(place, move, [fact for fact in moves if isinstance(fact, PriceMove)])
        if other is not None:
            one, two = swapped(move, moves[other])  # type: ignore[arg-type]
            yield Injected("per cents swapped", page, place, one, (other, two))


def wrongs(move: PriceMove, draw: random.Random) -> Iterator[tuple[str, PriceMove]]:
    for name in ("percent", "points", "level"):
        figure = getattr(move, name)
        if figure is None or not figure.value or getattr(figure, "upper", None) is not None:
            continue
        for kind, factor in (("times ten", 10), ("a tenth", Decimal("0.1"))):
            if not still_true(figure.bound, figure.value, figure.value * factor):
                yield f"{name} {kind}", evolve(move, **{name: evolve(figure, value=figure.value * factor)})
        digits = str(abs(figure.value))
        place = draw.choice([at for at, digit in enumerate(digits) if digit != "."])
        least = "1" if place == 0 and len(digits) > 1 and digits[1] != "." else "0"
        digit = draw.choice([digit for digit in "0123456789" if digit != digits[place] and digit >= least])
        value = Decimal(digits[:place] + digit + digits[place + 1 :]).copy_sign(figure.value)
        if (value or name == "level") and not still_true(figure.bound, figure.value, value):
            direction = move.direction
            yield f"digit of {name}", evolve(move, **{name: evolve(figure, value=value)}, direction=direction)
    if (move.percent and move.percent.value) or (move.points and move.points.value):
        yield "sign", turned(move)
    closed = holiday(move)
    if closed is not None:
        yield "day without a session", evolve(move, date=PartialDate.of(closed))


def still_true(bound: Bound, true: Decimal, changed: Decimal) -> bool:
    """Whether the words hold all the same: what rose over 6% rose over 5%."""
    size, value = abs(changed), abs(true) * beyond(bound)
    if bound is Bound.OVER:
        return size <= value
    if bound is Bound.UNDER:
        return size >= value
    return bound is Bound.ABOUT and abs(size - value) <= value / 5


def turned(move: PriceMove) -> PriceMove:
    percent = move.percent and evolve(move.percent, value=-move.percent.value, upper=move.percent.upper and -move.percent.upper)
    points = move.points and evolve(move.points, value=-move.points.value)
    return evolve(move, percent=percent, points=points, direction=None)


def swap_with(place: int, move: PriceMove, moves: list[PriceMove]) -> int | None:
    """The next move with an exact per cent of another size."""
    if move.percent is None or move.percent.bound is not Bound.EXACT:
        return None
    for at in range(place + 1, len(moves)):
        other = moves[at]
        if other.percent is None or other.percent.bound is not Bound.EXACT or other.instrument == move.instrument:
            continue
        if abs(other.percent.value) != abs(move.percent.value) and other.percent.value and move.percent.value:
            return at
    return None


def swapped(one: PriceMove, two: PriceMove) -> tuple[PriceMove, PriceMove]:
    assert one.percent is not None
    assert two.percent is not None
    sizes = one.percent.value, two.percent.value
    return (
        evolve(one, percent=Percent(sizes[1].copy_sign(sizes[0]))),
        evolve(two, percent=Percent(sizes[0].copy_sign(sizes[1]))),
    )


def holiday(move: PriceMove) -> dt.date | None:
    """The Saturday behind the day."""
    day = move.date.date if move.date is not None else None
    return None if day is None else day + dt.timedelta(days=5 - day.weekday())


# Counting.


def is_triple(move: PriceMove) -> bool:
    figures = (move.level, move.points, move.percent)
    exact = all(figure is not None and figure.bound is Bound.EXACT for figure in figures)
    return exact and move.basis is Basis.DAY and not isinstance(move.instrument, Yield)


def caught(injected: Injected, *, bars: bool) -> bool:
    """Whether a finding, no mere note, is about the wrong fact and was not there before."""
    given = {"bars": injected.page.bars} if bars else {}
    about = {id(injected.fact), *([id(injected.other[1])] if injected.other else [])}
    for finding in check(injected.report, skip=GROUNDING, context=Context(given=given)):
        if finding.severity is not Severity.INFO and any(id(fact) in about for fact in finding.facts):
            return True
    return False


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--only", default="", help="names of pages to take")
    options = parser.parse_args()
    draw = random.Random(options.seed)
    taken = [sound(page) for page in pages(draw, options.only)]
    tell_alarms(taken)
    tell(count(taken, draw))


def count(taken: list[Page], draw: random.Random) -> dict[str, Counter[str]]:
    """By kind of error: how many there are, and how many are caught, with what."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for page in taken:
        for injected in errors(page, draw):
            one = counts[injected.kind]
            subject = injected.fact.instrument.subject
            dated = page.bars.of(subject) is not None and injected.fact.date is not None and injected.fact.date.date is not None
            text, with_bars = caught(injected, bars=False), caught(injected, bars=True)
            one["all"] += 1
            one["text"] += text
            one["bars"] += with_bars
            if dated and borne_out(injected):
                one["dated"] += 1
                one["dated bars"] += with_bars
                if is_timed(injected):
                    one["timed"] += 1
                    one["timed bars"] += with_bars
            if is_triple(page.report.facts[injected.place]):  # type: ignore[arg-type]
                one["triples"] += 1
                one["triples text"] += text
                one["triples bars"] += with_bars and dated
                one["triples dated"] += dated
    return counts


def borne_out(injected: Injected) -> bool:
    """Whether the bars support the fact as it was: they know its day and its phase, and reach back."""
    true = [injected.page.report.facts[place] for place in (injected.place, *(injected.other or ())[:1])]
    return all(judge(fact, injected.page.bars).value is Ruling.SUPPORTED for fact in true)


def is_timed(injected: Injected) -> bool:
    """Whether the text tells at what time of the day the figures stand, or can be taken to mean the close."""
    report = injected.page.report
    true = [report.facts[place] for place in (injected.place, *(injected.other or ())[:1])]
    return all(isinstance(fact, PriceMove) and (fact.phase or unsaid_phase(report, fact)) for fact in true)


def sound(page: Page) -> Page:
    """The page without the bars of a subject that contradict one of its true facts."""
    wrong = {
        move.instrument.subject for move in page.report.moves if judge(move, page.bars).value is Ruling.CONTRADICTED
    }  # fmt: skip
    kept = {subject: series for subject, series in page.bars.series.items() if subject not in wrong}
    return evolve(page, bars=BarTable(kept))


def tell_alarms(taken: list[Page]) -> None:
    moves = sum(len(page.report.facts) for page in taken)
    for name, with_bars in (("text alone", False), ("with bars", True)):
        count: Counter[str] = Counter()
        for page in taken:
            given = {"bars": page.bars} if with_bars else {}
            for finding in check(page.report, context=Context(given=given)):
                count[finding.severity.value] += not page.misprinted
                if finding.severity is not Severity.INFO and not page.misprinted:
                    print(f"  alarm {name}: {page.report.id} {finding.code} {finding.severity.value}: {finding.message}")
        print(f"true facts, {name}: {moves} moves, {count['error']} errors, {count['warning']} warnings, {count['info']} notes")


def tell(counts: dict[str, Counter[str]]) -> None:
    head = ("rows", "text", "+ bars", "dated", "+ bars", "timed", "+ bars", "triples", "text", "+ bars")
    print(f"\n{'error':24}" + "".join(f"{name:>10}" for name in head))
    groups = {
        "all signs": lambda kind: kind == "sign",
        "all digits": lambda kind: kind.startswith("digit"),
        "all swaps and scalings": lambda kind: kind.endswith(("swapped", "ten", "tenth")),
    }
    for kind in (*sorted(counts), *groups):
        if kind in groups:
            chosen: Counter[str] = sum((counts[one] for one in counts if groups[kind](one)), Counter())
        else:
            chosen = counts[kind]
        cells = (
            f"{chosen['all']}", share(chosen, "text", "all"), share(chosen, "bars", "all"),
            f"{chosen['dated']}", share(chosen, "dated bars", "dated"),
            f"{chosen['timed']}", share(chosen, "timed bars", "timed"),
            f"{chosen['triples']}", share(chosen, "triples text", "triples"), share(chosen, "triples bars", "triples dated"),
        )  # fmt: skip
        print(f"{kind:24}" + "".join(f"{cell:>10}" for cell in cells))


def share(count: Counter[str], part: str, whole: str) -> str:
    if not count[whole]:
        return "-"
    return f"{(Decimal(100) * count[part] / count[whole]).quantize(Decimal('0.1'), rounding=ROUND_HALF_UP)}%"


if __name__ == "__main__":
    main()
