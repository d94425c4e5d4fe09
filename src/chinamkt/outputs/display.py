"""Facts as short words for a reader's eye; the tables of the terminal and of notebooks share them."""

from __future__ import annotations

import re
from decimal import Decimal

from attrs import frozen

from chinamkt.model.dates import Duration, PartialDate
from chinamkt.model.facts import Basis, Direction, Extreme, Fact, FundFlow, PriceMove, Superlative, TradeEvent, Turnover
from chinamkt.model.quantities import Bound, ExchangeRate, Level, Money, Percent
from chinamkt.model.report import Report
from chinamkt.outputs.rows import ordered

__all__ = ["ARROWS", "Line", "day_in_words", "lines", "plain"]

#: Direction → arrow; colour alone would not do for every reader.
ARROWS = {Direction.UP: "▲", Direction.DOWN: "▼", Direction.FLAT: "▬", None: " "}

_BOUNDS = {Bound.ABOUT: "about ", Bound.OVER: "over ", Bound.UNDER: "under "}
_SCALES = ((12, "trillion"), (9, "billion"), (6, "million"))
_EXTREMES = {
    Extreme.HIGH: "highest", Extreme.LOW: "lowest", Extreme.GAIN: "biggest gain", Extreme.LOSS: "biggest loss",
    Extreme.STREAK: "streak",
}  # fmt: skip
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
# Controls, and the marks that reverse the order of writing: a text must not steer the terminal.
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]+")


@frozen(slots=True)
class Line:
    """One fact in words.

    :param number: from 1, in the order of the text; ``chinamkt explain`` takes it.
    :param about: what moved, as the text calls it; ``subject`` is its id.
    :param states: the figures; ``when`` is phase, basis, date and superlative.
    """

    number: int
    article: int
    direction: Direction | None
    about: str
    subject: str
    states: tuple[str, ...]
    when: tuple[str, ...]
    quote: str


def lines(report: Report) -> list[Line]:
    """The facts of a report in words, in the order of the text.

    >>> from chinamkt.model.instruments import Index
    >>> move = PriceMove(instrument=Index(slug="HSI"), percent=Percent(Decimal("-0.90")), level=Level(Decimal("23916.06")))
    >>> line = lines(Report(text="", facts=(move,)))[0]
    >>> line.subject, line.states
    ('index:HSI', ('-0.90%', 'at 23,916.06'))
    """
    return [_line(number, fact, report) for number, fact in enumerate(ordered(report), 1)]


def plain(text: str) -> str:
    r"""A text on one line, without controls that would steer a terminal.

    >>> plain("fell\r\n0.9%\x1b[2J")
    'fell 0.9% [2J'
    """
    return " ".join(_UNSEEN.sub(" ", text).split())


def _line(number: int, fact: Fact, report: Report) -> Line:
    direction: Direction | None = None
    if isinstance(fact, PriceMove):
        subject, direction, states = fact.instrument.subject, fact.direction, _move(fact)
    elif isinstance(fact, TradeEvent):
        subject, states = "/".join(fact.parties), _event(fact)
    elif isinstance(fact, Turnover):
        subject, states = fact.market.subject, [f"turnover {_money(fact.amount)}"]
        if fact.change:
            states.append(_percent(fact.change))
    else:
        subject, direction = f"flow:{fact.channel.value}", fact.direction
        states = [f"net {'out' if direction is Direction.DOWN else 'in'}flow {_money(fact.amount)}"]
    evidence = fact.evidence
    quote = (evidence.quote or evidence.span.of(report.text)) if evidence else ""
    name = evidence.name if evidence else ""
    words = tuple(map(plain, states)), tuple(map(plain, _when(fact)))
    return Line(number, fact.article, direction, plain(name), plain(subject), *words, plain(quote))


def _move(fact: PriceMove) -> list[str]:
    parts = []
    if fact.percent:
        parts.append(_percent(fact.percent))
    if fact.points:
        parts.append(f"{_BOUNDS.get(fact.points.bound, '')}{fact.points.value:+,f} {fact.points.unit}")
    if fact.of and parts:
        parts[0] = f"{fact.of} {parts[0]}"
    if fact.level:
        parts.append(f"at {_BOUNDS.get(fact.level.bound, '')}{_level(fact.level)}")
    return parts or [fact.direction.value if fact.direction else ""]


def _event(fact: TradeEvent) -> list[str]:
    parts = [fact.kind.value.replace("_", " ")]
    if fact.rate is not None:
        parts[0] += f" {fact.rate:f}%"
    if fact.target:
        parts[0] += f" on {fact.target}"
    if fact.rate_before is not None:
        parts.append(f"before {fact.rate_before:f}%")
    if fact.status:
        parts.append(fact.status.value.replace("_", " "))
    if fact.place:
        parts.append(f"in {fact.place}")
    if fact.effective_from:
        parts.append(f"from {day_in_words(fact.effective_from)}")
    if fact.effective_to:
        parts.append(f"until {day_in_words(fact.effective_to)}")
    return parts


def _percent(percent: Percent) -> str:
    if percent.upper is not None:
        return f"{_signed(percent.value)}% to {_signed(percent.upper)}%"
    return f"{_BOUNDS.get(percent.bound, '')}{_signed(percent.value)}%"


def _signed(value: Decimal) -> str:
    return f"{value:+,f}" if value else f"{value:,f}"


def _level(level: Level | Money | ExchangeRate) -> str:
    if isinstance(level, Money):
        return f"{level.currency} {level.value:,f}"
    if isinstance(level, ExchangeRate):
        return f"{level.value:,f} {level.unit}"
    return f"{level.value:,f}" + ("%" if level.unit == "percent" else "")


def _money(money: Money) -> str:
    """1430000000000 as ``CNY 1.43 trillion``: scaled without rounding."""
    value, head = money.value.copy_abs(), f"{_BOUNDS.get(money.bound, '')}{money.currency}"
    for power, word in _SCALES:
        scaled = value.scaleb(-power).normalize()
        if scaled >= 1 and scaled.scaleb(power) == value:  # sums of more than 28 digits are left as they are
            return f"{head} {scaled:,f} {word}"
    return f"{head} {value:,f}"


def _when(fact: Fact) -> list[str]:
    parts = []
    if not isinstance(fact, TradeEvent) and fact.phase:
        parts.append(fact.phase.value)
    if isinstance(fact, PriceMove | FundFlow) and fact.basis is not Basis.DAY:
        since = fact.basis_from if isinstance(fact, PriceMove) else None
        parts.append(f"{fact.basis.value} {day_in_words(since)}" if since else fact.basis.value)
    if fact.date:
        parts.append(day_in_words(fact.date))
    if not isinstance(fact, TradeEvent) and fact.superlative:
        parts.append(_superlative(fact.superlative))
    return parts


def _superlative(superlative: Superlative) -> str:
    words, since = _EXTREMES[superlative.kind], superlative.since
    if isinstance(since, Duration):
        length = f"{since.count} {_UNITS[since.unit]}{'s' if since.count > 1 else ''}"
        return f"{length} in a row" if superlative.kind is Extreme.STREAK else f"{words} in {length}"
    if isinstance(since, PartialDate):
        return f"{words} since {day_in_words(since)}"
    return f"{words} on {since}" if since else words


def day_in_words(date: PartialDate) -> str:
    """ISO 8601; a date without its year in words, since ``--11-10`` reads badly."""
    if date.year is not None or date.month is None:
        return str(date)
    return _MONTHS[date.month - 1] + (f" {date.day}" if date.day else "")
