"""Writes a plain statement for a fact and remembers where each of its parts stands.

This is no renderer: the words are few and fixed, so that a generated report has facts
whose quotes, names, verbs and numbers stand in its text.
"""

from __future__ import annotations

from decimal import Decimal

from attrs import evolve, frozen

from chinamkt.model.dates import PartialDate
from chinamkt.model.facts import Direction, Fact, FundFlow, PriceMove, TradeEvent, Turnover
from chinamkt.model.instruments import Instrument
from chinamkt.model.quantities import Bound, ExchangeRate, Level, Money, Percent, Points
from chinamkt.model.text import Evidence, Span

__all__ = ["Words", "state"]


@frozen(slots=True, kw_only=True)
class Words:
    """The few words of a language that statements are made of."""

    up: str
    down: str
    flat: str
    stood: str
    to: str
    on: str
    inflow: str
    outflow: str
    turnover: str
    about: str
    over: str
    under: str

    def verb(self, direction: Direction | None) -> str:
        """The verb that says the direction."""
        if direction is None:
            return self.stood
        return {Direction.UP: self.up, Direction.DOWN: self.down, Direction.FLAT: self.flat}[direction]

    def bound(self, bound: Bound) -> str:
        """The words in front of a bounded figure; nothing for an exact one or a range."""
        return {Bound.ABOUT: self.about, Bound.OVER: self.over, Bound.UNDER: self.under}.get(bound, "")


EN = Words(
    up="rose", down="fell", flat="was unchanged", stood="stood", to=" to ", on=" on ",
    inflow="net inflow", outflow="net outflow", turnover="turnover", about="about ", over="over ", under="nearly ",
)  # fmt: skip
ZH = Words(
    up="上涨", down="下跌", flat="持平", stood="报", to="至", on="，日期",
    inflow="净流入", outflow="净流出", turnover="成交额", about="约", over="逾", under="近",
)  # fmt: skip


class _Writer:
    """Puts pieces one behind the other; :meth:`add` tells where a piece has come to stand."""

    def __init__(self, start: int) -> None:
        self.start = start
        self.pieces: list[str] = []
        self.end = start

    def add(self, piece: str) -> Span:
        span = Span(self.end, self.end + len(piece))
        self.pieces.append(piece)
        self.end = span.end
        return span

    def figures(self, *words: str, between: str = "") -> tuple[Span, ...]:
        spans = []
        for number, word in enumerate(words):
            if number:
                self.add(between)
            spans.append(self.add(word))
        return tuple(spans)

    def date(self, words: Words, date: PartialDate | None) -> Span | None:
        if date is None:
            return None
        self.add(words.on)
        return self.add(str(date))


def state(fact: Fact, start: int, words: Words) -> tuple[str, Fact]:
    """A statement of the fact that begins at offset ``start``, and the fact with its evidence."""
    writer = _Writer(start)
    if isinstance(fact, PriceMove):
        name, verb, numbers = _move(writer, fact, words)
    elif isinstance(fact, Turnover):
        name, verb, numbers = _turnover(writer, fact, words)
    elif isinstance(fact, FundFlow):
        name, verb, numbers = _flow(writer, fact, words)
    else:
        name, verb, numbers = _event(writer, fact)
    date = writer.date(words, fact.date)
    text = "".join(writer.pieces)
    evidence = Evidence(
        span=Span(start, writer.end), quote=text, name=text[: len(name)], subject=name, verb=verb, numbers=numbers, date=date
    )
    return text, evolve(fact, evidence=evidence)


_Parts = tuple[Span, Span | None, tuple[Span, ...]]
"""Where name, verb and figures stand."""


def _move(writer: _Writer, fact: PriceMove, words: Words) -> _Parts:
    name = writer.add(_name(fact.instrument))
    writer.add(" ")
    verb = writer.add(words.verb(fact.direction))
    changes = [change for change in (_percent(words, fact.percent), _figure(words, fact.points)) if change]
    level = _figure(words, fact.level)
    if changes or level:
        writer.add(" ")
    numbers = writer.figures(*changes, between=", ")
    if level:
        writer.add(words.to if changes else "")
        numbers += writer.figures(level)
    return name, verb, numbers


def _turnover(writer: _Writer, fact: Turnover, words: Words) -> _Parts:
    name = writer.add(_name(fact.market))
    writer.add(f" {words.turnover} ")
    figures = (_percent(words, fact.change), _figure(words, fact.amount))
    return name, None, writer.figures(*(figure for figure in figures if figure), between=", ")


def _flow(writer: _Writer, fact: FundFlow, words: Words) -> _Parts:
    name = writer.add(fact.channel.value)
    writer.add(" ")
    verb = writer.add(words.outflow if fact.amount.value < 0 else words.inflow)
    writer.add(" ")
    return name, verb, writer.figures(_figure(words, fact.amount))


def _event(writer: _Writer, fact: TradeEvent) -> _Parts:
    name = writer.add(", ".join(fact.parties))
    writer.add(" ")
    verb = writer.add(fact.kind.value)
    writer.add(" ")
    numbers = writer.figures(*([] if fact.rate is None else [f"{fact.rate:f}%"]))
    for detail in (fact.place, fact.target, fact.effective_from, fact.effective_to):
        writer.add("" if detail is None else f" {detail}")
    return name, verb, numbers


def _name(instrument: Instrument) -> str:
    return instrument.subject.split(":", 1)[1].removeprefix("?")


def _percent(words: Words, percent: Percent | None) -> str:
    if percent is None:
        return ""
    upper = "" if percent.upper is None else f"{words.to}{_digits(percent.upper)}"
    return f"{words.bound(percent.bound)}{_digits(percent.value)}{upper}%"


def _figure(words: Words, figure: Points | Level | Money | ExchangeRate | None) -> str:
    return "" if figure is None else f"{words.bound(figure.bound)}{_digits(figure.value)} {figure.unit}"


def _digits(value: Decimal) -> str:
    """The digits as printed, thousands set apart; the sign is in the verb."""
    return f"{value.copy_abs():,f}"
