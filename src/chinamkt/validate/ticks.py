"""Whether prices stand on the grid of their market's price steps. Table: the minimum steps by market and day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from decimal import ROUND_CEILING, Decimal

from attrs import frozen

from chinamkt.model.facts import Basis, PriceMove
from chinamkt.model.instruments import Index, Security
from chinamkt.model.printed import Interval, is_printable, wide_arithmetic
from chinamkt.model.quantities import Bound, Level, Money
from chinamkt.model.report import Report, Severity
from chinamkt.reference.market.limits import board_of
from chinamkt.reference.market.ticks import Grid, grids
from chinamkt.validate.rule import MoveRule, Wrong
from chinamkt.validate.whereabouts import day_of, known, published_day
from chinamkt.validate.words import is_coarse, quote, words_at

__all__ = ["DecimalsUnusual", "PrevCloseLattice", "TickSize", "decimals_unusual", "prev_close_lattice", "tick_size"]

#: Prices that were not traded: averages, targets, offers, those of other instruments.
_NOT_TRADED = re.compile(
    r"\b(?:average|target|fair value|estimate|forecast|offer|issue|placing|placement|exercise|conversion|strike|adjusted|VWAP|"
    r"nav|IPO|dividend|book value|subscri\w*|equivalent|convert\w*)\b|均价|均價|目标|目標|招股|发行|發行|配售|配股|行使|"
    r"换股|換股|认购|認購|净值|淨值|复权|每股派|合理|折合",
    re.IGNORECASE,
)
_SHARES = frozenset(("equity", "reit", "dr", ""))
#: Printed decimals beyond these are odd.
_MOST_DECIMALS = {"index": 3, "price": 3}


def _market(share: Security) -> str | None:
    """The name of the grid of a share; ``None`` for funds, structured products and what trades elsewhere."""
    given = known(share)
    kind = given.kind if isinstance(given, Security) else None
    if share.mic == "XHKG" and share.code is not None:
        return "HK" if (kind or "") in _SHARES and share.code < "10000" else None
    if share.mic in ("XSHG", "XSHE", "BJSE") and share.code is not None:
        board = board_of(share.mic, share.code)
        return {"main": "CN", "star": "CN", "chinext": "CN", "bse": "CN", "b_share_sse": "CN_B_SSE"}.get(board or "")
    return None


def _price(report: Report, move: PriceMove) -> tuple[Decimal, Sequence[Grid]] | str | None:
    """A traded price and the grids that may have held; why it can't be judged; ``None`` for what has no price."""
    share, level = move.instrument, move.level
    if not isinstance(share, Security) or not isinstance(level, Money) or level.value <= 0:
        return None
    market = _market(share)
    if market is None:
        return "no price steps are known for it"
    if level.currency != {"HK": "HKD", "CN": "CNY", "CN_B_SSE": "USD"}[market]:
        return f"a price in {level.currency}"
    if level.bound is not Bound.EXACT or not is_printable(level.value):
        return "the price is only roughly told"
    if _NOT_TRADED.search(quote(report, move)):
        return "the price may not be one of a trade"
    numbers = move.evidence.numbers if move.evidence else ()
    if any(is_coarse(words_at(report, move, number)) for number in numbers):
        return "the price is written in multiples or fractions"
    day = _day(report, move)
    possible = grids(market, day)
    return (level.value, possible) if possible else f"no price steps are known on {day}"


def _day(report: Report, move: PriceMove) -> dt.date | None:
    return day_of(move) or (published_day(report, move) if move.date is None else None)


def _is_on(grid: Grid, price: Decimal) -> bool:
    """Whether a price as printed can be one of the grid's."""
    with wide_arithmetic():
        tick = grid.tick(price)
        return tick is None or _has_multiple(Interval.printed(price), tick)


def _has_multiple(interval: Interval, tick: Decimal) -> bool:
    return (interval.low / tick).to_integral_value(ROUND_CEILING) * tick <= interval.high


@frozen(slots=True)
class TickSize(MoveRule):
    """Finds a share's price that is no multiple of the price step at its height.

    It judges prices of shares and REITs in Hong Kong, and of shares on the mainland. Without a date a price must be off
    every grid that ever held. Abstains for funds, for other currencies, before the tables begin (Hong Kong: 2006-07-24),
    and for prices that nobody need have traded at: averages, targets, offers.
    """

    code: str = "tick-size"
    severity: Severity = Severity.WARNING

    def judge_move(self, report: Report, move: PriceMove) -> Wrong | str | None:
        """See the class."""
        found = _price(report, move)
        if not isinstance(found, tuple):
            return found
        price, possible = found
        if any(_is_on(grid, price) for grid in possible):
            return None
        ticks = sorted({tick for grid in possible if (tick := grid.tick(price)) is not None})
        return Wrong(
            message=f"{price} is no multiple of {' or '.join(map(str, ticks))}, the price step there",
            hint=" or ".join(_nearest(price, ticks[-1])),
        )


tick_size = TickSize()


def _nearest(price: Decimal, tick: Decimal) -> tuple[str, str]:
    with wide_arithmetic():
        above = (price / tick).to_integral_value(ROUND_CEILING) * tick
        return str(above - tick), str(above)


@frozen(slots=True)
class PrevCloseLattice(MoveRule):
    """Notes a share's price and change that leave no previous close on the grid of price steps.

    A note only: the previous close may have been adjusted for a dividend. Abstains as ``tick-size`` does, and unless the
    change is told exactly, in percent, for a day.
    """

    code: str = "prev-close-lattice"
    severity: Severity = Severity.INFO

    def judge_move(self, report: Report, move: PriceMove) -> Wrong | str | None:
        """See the class."""
        percent = move.percent
        if percent is None:
            return None
        found = _price(report, move)
        if not isinstance(found, tuple):
            return found
        if move.basis is not Basis.DAY or percent.bound is not Bound.EXACT or not is_printable(percent.value):
            return "no exact change of a day"
        price, possible = found
        with wide_arithmetic():
            change = Interval.printed(percent.value)
            if change.low <= -100:
                return "no exact change of a day"
            now = Interval.printed(price)
            before = Interval(now.low / (1 + change.high / 100), now.high / (1 + change.low / 100))
            for grid in possible:
                tick = grid.tick(before.low)
                if tick is None or _has_multiple(before, tick):
                    return None
            low, high = before.low.quantize(Decimal("0.0001")), before.high.quantize(Decimal("0.0001"))
        return Wrong(
            message=f"{percent.value}% to {price}: a previous close between {low} and {high}, where no price step is",
            hint="another change, or a previous close that was adjusted",
        )


prev_close_lattice = PrevCloseLattice()


@frozen(slots=True)
class DecimalsUnusual(MoveRule):
    """Notes a level or price with more decimals than anybody prints. Abstains for rates and yields, which have many."""

    code: str = "decimals-unusual"
    severity: Severity = Severity.INFO

    def judge_move(self, report: Report, move: PriceMove) -> Wrong | str | None:
        """See the class."""
        level = move.level
        if level is None:
            return None
        if not isinstance(move.instrument, Index | Security) or not isinstance(level, Level | Money):
            return "rates have as many decimals as they like"
        most = _MOST_DECIMALS["index" if isinstance(level, Level) else "price"]
        exponent = level.value.as_tuple().exponent
        if not isinstance(exponent, int) or -exponent <= most:
            return None
        return Wrong(message=f"{level.value} has {-exponent} decimals", hint=f"at most {most}")


decimals_unusual = DecimalsUnusual()
