"""Facts of many reports about one instrument, session and phase that can't both be true.

Printed figures are intervals, so 0.6% beside 0.64% is rounding and no conflict; 0.63% beside 0.64% is a unit apart, which
cut-off digits explain, and a warning; 0.46% beside 0.64% is a contradiction. What is compared:

* figures of the same phase, where the phase has one value a day: close, open, midday break; a midpoint at any phase;
* at whatever minute, the previous close that a level and a change imply together: it is the same all day.

A high, a low and a figure during the day may each be the one so far, and are left alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import combinations

from attrs import field, frozen

from chinamkt.bars.figures import Stated
from chinamkt.errors import InvalidValue
from chinamkt.model.dates import PartialDate
from chinamkt.model.facts import Basis, Fact, FundFlow, Phase, PriceMove, Turnover
from chinamkt.model.instruments import Index, Market, Midpoint, Sector, Security
from chinamkt.model.printed import Interval, is_coarse, is_printable, wide_arithmetic
from chinamkt.model.quantities import Bound
from chinamkt.model.report import Report, Severity
from chinamkt.validate.words import words_at

__all__ = ["Conflict", "Statement", "compare", "conflicts"]

#: Phases at which an instrument has one value a day.
_ONE_VALUE = (Phase.CLOSE, Phase.OPEN, Phase.MORNING)
_IMPLIED = "previous close"
_LOOSE_CHANGE, _LOOSE_LEVEL = Decimal("0.2"), Decimal("0.01")


@frozen(slots=True)
class Statement:
    """A fact and the report that states it.

    :param report: the report's id, or its place among those compared (``#1``).
    """

    report: str
    fact: Fact
    within: Report = field(eq=False, repr=False)


@frozen(slots=True, kw_only=True)
class Conflict:
    """Statements that can't all be true.

    :param figure: ``level``, ``percent``, ``points``, ``amount``, or ``previous close`` (what level and change imply).
    :param values: each value, with the reports that state it, those that most reports agree with first.
    :param statements: in the order of the reports.
    :param hint: what would settle it.
    """

    subject: str
    date: PartialDate
    phase: Phase | None
    figure: str
    severity: Severity
    message: str
    values: tuple[tuple[str, tuple[str, ...]], ...]
    statements: tuple[Statement, ...]
    hint: str


@frozen(slots=True)
class _Figure:
    """One figure of a statement, and what it can have been."""

    statement: Statement
    says: Interval
    near: Interval
    text: str

    def agrees(self, other: _Figure) -> bool:
        return self.says.meets(other.says)

    def is_near(self, other: _Figure) -> bool:
        return self.near.meets(other.near)


@frozen(slots=True)
class _Key:
    """What a figure is a figure of."""

    subject: str
    date: PartialDate
    phase: Phase | None
    figure: str
    unit: str
    basis: Basis | None
    basis_from: PartialDate | None = None


def compare(reports: Iterable[Report]) -> list[Conflict]:
    """What reports state differently about one instrument, session and phase.

    Facts without a full date are left alone. A figure that one report states twice in two ways counts as well.

    :return: conflicts by date, subject and figure.
    :raises InvalidValue: for what is no report, a single report instead of several too.

    >>> from chinamkt import read
    >>> one = read("The Hang Seng Index closed 0.64 percent lower at 23,916.06 on July 4, 2025.", id="one")
    >>> two = read("On July 4, 2025, the Hang Seng Index closed at 23,961.06, down 0.6 percent.", id="two")
    >>> [conflict.message for conflict in compare([one, two])]
    ['close: 23916.06 points (one), 23961.06 points (two)']
    """
    return conflicts(_statements(reports))


def _statements(reports: Iterable[Report]) -> Iterator[Statement]:
    given: object = reports
    if isinstance(given, Report):  # it iterates, but over facts
        raise InvalidValue("one report", source="compare", hint="several: compare([one, two])")
    for number, report in enumerate(reports, 1):
        if not isinstance(report, Report):
            raise InvalidValue(f"a {type(report).__name__} is no report", source="compare", hint="what chinamkt.read returns")
        for fact in report.facts:
            yield Statement(report.id if report.id is not None else f"#{number}", fact, report)


def conflicts(statements: Iterable[Statement]) -> list[Conflict]:
    """The conflicts among statements, which need not be of several reports."""
    groups: defaultdict[_Key, list[_Figure]] = defaultdict(list)
    with wide_arithmetic():
        for statement in statements:
            for key, figure in _figures(statement):
                groups[key].append(figure)
        found = [conflict for key, figures in groups.items() for conflict in _of_group(key, figures)]
    kept = [one for one in found if one.figure != _IMPLIED or not any(_covers(other, one) for other in found)]
    return sorted(kept, key=lambda one: (str(one.date), one.subject, one.figure, one.phase or ""))


def _covers(other: Conflict, implied: Conflict) -> bool:
    """Whether another figure of the same statements differs already, so that what it implies differs too."""
    if other.figure == _IMPLIED or (other.subject, other.date) != (implied.subject, implied.date):
        return False
    return {id(one.fact) for one in implied.statements} <= {id(one.fact) for one in other.statements}


def _of_group(key: _Key, figures: list[_Figure]) -> Iterator[Conflict]:
    """One conflict for figures that do not all agree."""
    distinct: dict[tuple[str, Interval], list[_Figure]] = {}
    for figure in figures:
        distinct.setdefault((figure.text, figure.says), []).append(figure)
    ones = [same[0] for same in distinct.values()]
    apart = [(one, other) for one, other in combinations(ones, 2) if not one.agrees(other)]
    if not apart:
        return
    far = any(not one.is_near(other) for one, other in apart)
    involved = {id(one) for pair in apart for one in pair}
    told = [same for same in distinct.values() if id(same[0]) in involved]
    support = {id(same): _supporters(same[0], figures) for same in told}
    told.sort(key=lambda same: -support[id(same)])
    against = max(support[id(same)] for same in told if not same[0].agrees(told[0][0]))
    values = tuple((same[0].text, tuple(dict.fromkeys(one.statement.report for one in same))) for same in told)
    what = key.figure if key.phase is None or key.figure == _IMPLIED else key.phase.value
    over = "" if key.basis in (None, Basis.DAY) else f" over {key.basis.value}" if key.basis else ""
    listed = ", ".join(f"{text} ({', '.join(names)})" for text, names in values)
    yield Conflict(
        subject=key.subject,
        date=key.date,
        phase=key.phase,
        figure=key.figure,
        severity=_severity(key, figures[0].statement.fact, far=far),
        message=f"{what}{over}: {listed}{'' if far else ': a unit apart, cut off instead of rounded?'}",
        values=values,
        statements=tuple(one.statement for one in figures if any(one in same for same in told)),
        hint=f"{values[0][0]}, as most have it" if support[id(told[0])] > against else _one_of(values),
    )


def _supporters(figure: _Figure, figures: list[_Figure]) -> int:
    """How many reports agree with a figure, the coarser ones too."""
    return len({other.statement.report for other in figures if other.agrees(figure)})


def _one_of(values: tuple[tuple[str, tuple[str, ...]], ...]) -> str:
    return f"one of {' and '.join(text for text, _ in values)}"


def _severity(key: _Key, fact: Fact, *, far: bool) -> Severity:
    """Sure for what has one official value a day; currencies, commodities and futures close at many hours."""
    if not far or key.phase is Phase.MORNING:
        return Severity.WARNING
    if isinstance(fact, PriceMove) and isinstance(fact.instrument, Index | Security | Midpoint):
        return Severity.ERROR
    return Severity.WARNING


def _figures(statement: Statement) -> Iterator[tuple[_Key, _Figure]]:
    fact = statement.fact
    if fact.date is None or fact.date.date is None:
        return
    if isinstance(fact, Turnover | FundFlow):
        if fact.phase is Phase.CLOSE and is_printable(fact.amount.value):
            yield _amount(statement, fact, fact.date)
        return
    if not isinstance(fact, PriceMove) or isinstance(fact.instrument, Market | Sector) or fact.basis is Basis.IPO:
        return  # a whole market has no one figure, a share before its listing no one market
    fixed = isinstance(fact.instrument, Midpoint)
    if fact.phase in _ONE_VALUE or fixed:
        yield from _stated(statement, fact, fact.date, None if fixed else fact.phase)
    if fact.basis is Basis.DAY and isinstance(fact.instrument, Index):
        yield from _implied(statement, fact, fact.date)


def _stated(statement: Statement, move: PriceMove, date: PartialDate, phase: Phase | None) -> Iterator[tuple[_Key, _Figure]]:
    coarse = _is_coarse(statement, move)
    subject = move.instrument.subject
    if move.level is not None and is_printable(move.level.value):
        key = _Key(subject, date, phase, "level", move.level.unit, None)
        text = f"{move.level.value} {move.level.unit}"
        yield key, _figure(statement, _settled(move.level.value, coarse=coarse), move.level.bound, _LOOSE_LEVEL, text)
    if move.basis in (Basis.SINCE, Basis.IPO) and move.basis_from is None:
        return
    for name, change in (("percent", move.percent), ("points", move.points)):
        if change is None or not is_printable(change.value):
            continue
        unit = "%" if name == "percent" else move.points.unit if move.points else ""
        key = _Key(subject, date, phase, name, f"{unit} of {move.of}", move.basis, move.basis_from)
        upper = move.percent.upper if name == "percent" and move.percent else None
        text = f"{change.value}{'' if upper is None else f' to {upper}'}{'%' if name == 'percent' else f' {unit}'}"
        yield key, _figure(statement, _settled(change.value, coarse=coarse), change.bound, _LOOSE_CHANGE, text, upper)


def _implied(statement: Statement, move: PriceMove, date: PartialDate) -> Iterator[tuple[_Key, _Figure]]:
    """The previous close by an exact level and change of an index; of a share it may have been adjusted."""
    level, points, percent = move.level, move.points, move.percent
    if level is None or level.bound is not Bound.EXACT or not is_printable(level.value) or _is_coarse(statement, move):
        return
    key = _Key(move.instrument.subject, date, None, _IMPLIED, level.unit, None)
    now, near = Interval.printed(level.value), Interval.cut_off(level.value)
    if points is not None and points.bound is Bound.EXACT and points.unit == level.unit and is_printable(points.value):
        says = _less(now, Interval.printed(points.value))
        text = f"{level.value - points.value} by {points.value} to {level.value}"
        yield key, _Figure(statement, says, _less(near, Interval.cut_off(points.value)), text)
    elif percent is not None and percent.bound is Bound.EXACT and is_printable(percent.value) and percent.value > -90:
        says = _undone(now, Interval.printed(percent.value))
        text = f"{says.low:.2f} to {says.high:.2f} by {percent.value}% to {level.value}"
        yield key, _Figure(statement, says, _undone(near, Interval.cut_off(percent.value)), text)


def _less(level: Interval, points: Interval) -> Interval:
    return Interval(level.low - points.high, level.high - points.low)


def _undone(level: Interval, percent: Interval) -> Interval:
    return Interval(100 * level.low / (100 + percent.high), 100 * level.high / (100 + percent.low))


def _amount(statement: Statement, fact: Turnover | FundFlow, date: PartialDate) -> tuple[_Key, _Figure]:
    subject = fact.market.subject if isinstance(fact, Turnover) else f"flow:{fact.channel.value}"
    basis = fact.basis if isinstance(fact, FundFlow) else None
    key = _Key(subject, date, fact.phase, "amount", fact.amount.currency, basis)
    text = f"{fact.amount.value:,f} {fact.amount.currency}"
    return key, _figure(statement, fact.amount.value.normalize(), fact.amount.bound, _LOOSE_CHANGE, text)


def _figure(
    statement: Statement, value: Decimal, bound: Bound, loose: Decimal, text: str, upper: Decimal | None = None
) -> _Figure:
    stated = Stated.of(value, bound, upper, loose=loose, text=text)
    words = {Bound.OVER: "over ", Bound.UNDER: "under ", Bound.ABOUT: "about "}.get(bound, "")
    return _Figure(statement, stated.says if bound is Bound.EXACT else stated.near, stated.near, words + text)


def _settled(value: Decimal, *, coarse: bool) -> Decimal:
    """A figure whose trailing zeros were not printed (2.4万) is no more exact than its other digits."""
    return value.normalize() if coarse and value else value


def _is_coarse(statement: Statement, move: PriceMove) -> bool:
    numbers = move.evidence.numbers if move.evidence else ()
    return any(is_coarse(words_at(statement.within, move, number)) for number in numbers)
