"""Moves and levels against the bar of their day."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import product

from attrs import frozen

from chinamkt.bars.figures import Allowed, Stated, compare
from chinamkt.bars.series import Bar, Series
from chinamkt.bars.spans import Spans, Stretch, stretches
from chinamkt.bars.verdict import Part, Ruling
from chinamkt.model.facts import Basis, Direction, Phase, PriceMove
from chinamkt.model.instruments import CurrencyPair, Midpoint, Security, Yield
from chinamkt.model.printed import Interval, is_coarse, is_printable
from chinamkt.model.quantities import Bound, Percent, Points

__all__ = ["judge_figures"]

#: How far "about" reaches, as a share of the figure: a level is known far better than a change.
_LOOSE_CHANGE, _LOOSE_LEVEL = Decimal("0.2"), Decimal("0.01")
_FAR = Decimal("Infinity")
#: Currencies that shares are quoted in; a price in another currency is no price of the bars.
_CURRENCY = {"XHKG": "HKD", "XSHG": "CNY", "XSHE": "CNY", "BJSE": "CNY", "XNYS": "USD", "XNAS": "USD"}
#: A flat day moves less than the one, and is none from the other on (per cent).
_FLAT, _NOT_FLAT = Decimal("0.1"), Decimal("0.5")
_UNSEEN = (Phase.PREMARKET, Phase.POSTMARKET)


@frozen(slots=True)
class _Prices:
    """What the price can have been when the figure was noted."""

    label: str
    value: Interval
    exact: bool = True
    slight: bool = False


def judge_figures(series: Series, move: PriceMove, place: int, unsaid: Phase | None) -> Iterator[Part]:
    """The parts for level, change and direction; none for what the move does not state."""
    phase = move.phase or unsaid
    if phase in _UNSEEN:
        yield Part(figure="date", value=Ruling.UNDECIDABLE, why=f"bars have no {phase.value} prices")
        return
    prices = list(_prices(series, series[place], move.phase, unsaid))
    odd = _other_unit(move)
    if move.level is not None:
        yield odd or _level(move, prices)
    if move.percent is None and move.points is None and move.direction is None:
        return
    spans = stretches(series, move, place)
    changes = [
        (stretch, price)
        for stretch in spans.stretches
        for price in (_closed(series, stretch) if stretch.ended else prices)
    ]  # fmt: skip
    doubtful = None
    if isinstance(move.instrument, Security) and (move.basis is not Basis.DAY or series[place].previous is None):
        doubtful = "the bars do not state the previous close; ex dividend?"
    if move.percent is not None:
        yield _percent(move, move.percent, changes, spans, doubtful)
    if move.points is not None:
        yield odd or _points(move, move.points, changes, spans, doubtful)
    if move.percent is None and move.points is None:
        yield _direction(move, changes, spans)
    if move.level is not None and odd is None:
        yield from _previous(move, spans, doubtful)


def _prices(series: Series, bar: Bar, phase: Phase | None, unsaid: Phase | None) -> Iterator[_Prices]:
    """Likeliest first."""
    close = _Prices("the close", series.printed(bar.close))
    room = _room(series, bar)
    if phase is None and unsaid is None:
        yield close
        yield room
    elif phase is None or phase is Phase.CLOSE:
        yield close
        if phase is None:
            yield _Prices(room.label, room.value, exact=False, slight=True)
    elif phase is Phase.OPEN:
        yield room if bar.open is None else _Prices("the open", series.printed(bar.open))
    elif phase in (Phase.HIGH, Phase.LOW):
        extreme = bar.high if phase is Phase.HIGH else bar.low
        if extreme is not None:
            yield _Prices(f"the {phase.value}", series.printed(extreme))
        if extreme is not None and bar.open is not None:  # a high so far lies between the open and the day's high
            low, high = sorted((bar.open, extreme))
            yield _Prices(f"the open and the {phase.value}", _hull(series, low, high), exact=False)
        else:
            yield room
    else:
        yield room


def _room(series: Series, bar: Bar) -> _Prices:
    if bar.low is None or bar.high is None:
        return _Prices("a day whose low and high are unknown", Interval(Decimal(0), Decimal("Infinity")), exact=False)
    return _Prices("the day's low and high", _hull(series, bar.low, bar.high), exact=False)


def _hull(series: Series, low: Decimal, high: Decimal) -> Interval:
    return Interval(series.printed(low).low, series.printed(high).high)


def _closed(series: Series, stretch: Stretch) -> list[_Prices]:
    return [_Prices("the close", series.printed(series[stretch.last].close))]


def _other_unit(move: PriceMove) -> Part | None:
    """Where the figures are not in the unit of the bars."""
    if not isinstance(move.instrument, Security):
        return None
    wanted = move.instrument.currency or _CURRENCY.get(move.instrument.mic or "")
    units = {figure.unit for figure in (move.level, move.points) if figure is not None}
    if wanted is None or units <= {wanted}:
        return None
    return Part(figure="level", value=Ruling.UNDECIDABLE, why=f"in {', '.join(sorted(units))}, the bars in {wanted}")


def _level(move: PriceMove, prices: list[_Prices]) -> Part:
    level = move.level
    assert level is not None  # noqa: S101 - for the type checker
    bound = _bound(move, level.bound)
    stated = Stated.of(level.value, bound, loose=_LOOSE_LEVEL, text=_told(bound, level.value, f" {level.unit}"))
    if bound is Bound.EXACT:  # a level is not cut off as a change is: its last digit is as it was quoted
        stated = Stated(stated.says, stated.says, stated.text)
    elif bound in (Bound.OVER, Bound.UNDER):  # a threshold: however far beyond
        says = Interval(level.value, _FAR) if bound is Bound.OVER else Interval(-_FAR, level.value)
        stated = Stated(says, says, stated.text)
    allowed = [Allowed(price.label, price.value, price.exact, price.slight) for price in prices]
    return compare("level", stated, allowed, missing=None, doubtful=None)


_Changes = list[tuple[Stretch, _Prices]]


def _percent(move: PriceMove, percent: Percent, changes: _Changes, spans: Spans, doubtful: str | None) -> Part:
    if isinstance(move.instrument, Yield):
        return Part(figure="percent", value=Ruling.UNDECIDABLE, why="a yield's change is told in points or in per cent of it")
    bound = _bound(move, percent.bound)
    stated = Stated.of(
        percent.value, bound, percent.upper, loose=_LOOSE_CHANGE, text=_told(bound, percent.value, "%", percent.upper)
    )
    allowed = [
        Allowed(_from(price, stretch), made, price.exact and stretch.sure, price.slight)
        for stretch, price in changes
        for made in _percents(move, price.value, stretch.base)
    ]
    return compare("percent", stated, allowed, missing=spans.missing, doubtful=doubtful)


def _points(move: PriceMove, points: Points, changes: _Changes, spans: Spans, doubtful: str | None) -> Part:
    scale = _scale(move, points.unit)
    if scale is None:
        return Part(figure="points", value=Ruling.UNDECIDABLE, why=f"a change in {points.unit} is none of the bars' unit")
    bound = _bound(move, points.bound)
    stated = Stated.of(points.value, bound, loose=_LOOSE_CHANGE, text=_told(bound, points.value, f" {points.unit}"))
    allowed = [
        Allowed(
            _from(price, stretch), _difference(move, price.value, stretch.base, scale), price.exact and stretch.sure, price.slight
        )
        for stretch, price in changes
        for made in (_difference(move, price.value, stretch.base, scale),)
    ]
    return compare("points", stated, allowed, missing=spans.missing, doubtful=doubtful)


def _direction(move: PriceMove, changes: _Changes, spans: Spans) -> Part:
    """A way without a figure: up, down or flat."""
    found: set[Ruling] = set()
    said = move.direction
    for stretch, price in changes:
        for made in _percents(move, price.value, stretch.base):
            if said is Direction.FLAT:
                size = max(abs(made.low), abs(made.high))
                least = min(abs(made.low), abs(made.high)) if made.low * made.high > 0 else Decimal(0)
                right, wrong = size < _FLAT, least >= _NOT_FLAT
            else:
                right, wrong = (made.low > 0, made.high < 0) if said is Direction.UP else (made.high < 0, made.low > 0)
            if price.slight:  # the price is presumed to be the close, which comes first
                continue
            found.add(Ruling.SUPPORTED if right else Ruling.CONTRADICTED if wrong else Ruling.UNDECIDABLE)
    assert said is not None  # noqa: S101 - for the type checker
    if found == {Ruling.SUPPORTED}:
        return Part(figure="direction", value=Ruling.SUPPORTED, why=f"{said.value} by the bars too")
    if found == {Ruling.CONTRADICTED} and spans.missing is None:
        stretch, price = changes[0]
        made = _percents(move, price.value, stretch.base)[0]
        why = f"{said.value}, but {_from(price, stretch)} is a change of {round((made.low + made.high) / 2, 2)}%"
        return Part(figure="direction", value=Ruling.CONTRADICTED, why=why)
    return Part(figure="direction", value=Ruling.UNDECIDABLE, why=spans.missing or "the bars do not tell which way")


def _previous(move: PriceMove, spans: Spans, doubtful: str | None) -> Iterator[Part]:
    """What level and change imply together, at whatever minute they were noted: the close that they are measured from."""
    level = move.level
    if level is None or level.bound is not Bound.EXACT or _bound(move, Bound.EXACT) is not Bound.EXACT or _inverse(move):
        return
    if not is_printable(level.value) or any(stretch.ended for stretch in spans.stretches) or not spans.stretches:
        return
    bases = [Allowed(stretch.label, stretch.base, stretch.sure) for stretch in spans.stretches]
    now = Interval.printed(level.value)
    implied: list[tuple[str, Interval, Interval]] = []
    if move.points is not None and move.points.bound is Bound.EXACT and (scale := _scale(move, move.points.unit)) is not None:
        strict, loose = Interval.printed(move.points.value), Interval.cut_off(move.points.value)
        implied.append((f"{move.points.value} {move.points.unit}", _less(now, strict, scale), _less(now, loose, scale)))
    if move.percent is not None and move.percent.bound is Bound.EXACT and not isinstance(move.instrument, Yield):
        strict, loose = Interval.printed(move.percent.value), Interval.cut_off(move.percent.value)
        if loose.low > -100:
            implied.append((f"{move.percent.value}%", _undone(now, strict), _undone(now, loose)))
    for words, says, near in implied:
        text = f"{words} to {level.value} is from {_span(says)}"
        yield compare("previous close", Stated(says, near, text), bases, missing=spans.missing, doubtful=doubtful)


def _less(level: Interval, points: Interval, scale: Decimal) -> Interval:
    return Interval(level.low - points.high / scale, level.high - points.low / scale)


def _undone(level: Interval, percent: Interval) -> Interval:
    return Interval(100 * level.low / (100 + percent.high), 100 * level.high / (100 + percent.low))


def _span(value: Interval) -> str:
    return f"{value.low:.2f} to {value.high:.2f}"


def _percents(move: PriceMove, now: Interval, base: Interval) -> list[Interval]:
    """The changes in per cent; of a currency that the pair divides by, measured either way."""
    corners = list(product((now.low, now.high), (base.low, base.high)))
    made = [100 * (value / start - 1) for value, start in corners]
    plain = Interval(min(made), max(made))
    if not _inverse(move):
        return [plain]
    turned = [100 * (start / value - 1) if value else -Decimal(100) for value, start in corners]
    return [Interval(-plain.high, -plain.low), Interval(min(turned), max(turned))]


def _difference(move: PriceMove, now: Interval, base: Interval, scale: Decimal) -> Interval:
    low, high = scale * (now.low - base.high), scale * (now.high - base.low)
    return Interval(-high, -low) if _inverse(move) else Interval(low, high)


def _inverse(move: PriceMove) -> bool:
    """Whether the signs speak of the currency that the rate is counted in: a stronger yuan is a lower USD/CNY."""
    pair = move.instrument.pair if isinstance(move.instrument, Midpoint) else move.instrument
    return isinstance(pair, CurrencyPair) and move.of == pair.quote


def _scale(move: PriceMove, unit: str) -> Decimal | None:
    """How many of the change's unit one unit of the bars is."""
    if unit != "bp":
        return Decimal(1)
    if isinstance(move.instrument, Yield):
        return Decimal(100)
    return Decimal(10_000) if isinstance(move.instrument, CurrencyPair | Midpoint) else None


def _bound(move: PriceMove, bound: Bound) -> Bound:
    """A figure written with a multiple or a fraction ("half a per cent", 2.4万) is no more exact than "about"."""
    evidence = move.evidence
    if bound is not Bound.EXACT or evidence is None:
        return bound
    words = (evidence.quote[max(0, one.start - evidence.span.start) : one.end - evidence.span.start] for one in evidence.numbers)
    return Bound.ABOUT if any(map(is_coarse, words)) else bound


def _from(price: _Prices, stretch: Stretch) -> str:
    return f"{price.label} against {stretch.label}"


def _told(bound: Bound, value: Decimal, unit: str, upper: Decimal | None = None) -> str:
    words = {Bound.OVER: "over ", Bound.UNDER: "under ", Bound.ABOUT: "about "}.get(bound, "")
    return f"{words}{value}{'' if upper is None else f' to {upper}'}{unit}"
