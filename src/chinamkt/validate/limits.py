"""How far a price can move in a day. Tables: the boards' price limits; Hong Kong and the United States have none."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from decimal import Decimal

from attrs import frozen

from chinamkt.model.facts import Basis, Direction, Phase, PriceMove
from chinamkt.model.instruments import Index, Security
from chinamkt.model.printed import Interval, is_printable, wide_arithmetic
from chinamkt.model.quantities import Bound, Money
from chinamkt.model.report import Report, Severity
from chinamkt.reference import load
from chinamkt.reference.market.limits import Limit, board_of, limits
from chinamkt.reference.trading_days import FIRST, LAST, next_session
from chinamkt.validate.rule import MoveRule, Wrong
from chinamkt.validate.whereabouts import day_of, known, market_of, published_day
from chinamkt.validate.words import quote

__all__ = [
    "IndexLimit", "LimitWord", "MoveOutlier", "PriceLimit", "index_limit", "limit_word", "move_outlier", "price_limit",
]  # fmt: skip

#: The limit price is rounded to a fen; of a share whose price is not told, half a fen is at most this many percent.
_COARSEST = Decimal("0.5")
_HALF_FEN = Decimal("0.005")
_ST = re.compile(r"\*?S?\*?ST(?![a-z])")
_DAILY = r"(?:by )?(?:the|its|their) daily limit\b"
_UP = re.compile(rf"涨停|漲停|\blimit[- ]up\b|\b(?:up|rose|rising|gained|jumped) {_DAILY}", re.IGNORECASE)
_DOWN = re.compile(rf"跌停|\blimit[- ]down\b|\b(?:down|fell|falling|lost|dropped) {_DAILY}", re.IGNORECASE)
#: "Touched the limit and came back", "no longer at it", "not at it".
_NOT_AT_IT = re.compile(
    r"一度|曾|触及|觸及|打开|打開|开板|炸板|未|没|沒|逼近|[近接]|nearly|almost|near|close to|touch|briefly|not|off",
    re.IGNORECASE,
)


def _percents(move: PriceMove) -> Interval | None:
    """What the size of a day's change in percent can have been; ``None`` where it says too little."""
    percent = move.percent
    if percent is None or move.basis is not Basis.DAY or not is_printable(percent.value):
        return None
    with wide_arithmetic():
        printed = Interval.printed(percent.value.copy_abs())
    if percent.bound in (Bound.OVER, Bound.RANGE):
        return Interval(percent.value.copy_abs(), Decimal("Infinity"))
    return printed if percent.bound is Bound.EXACT else None


def _rounding(move: PriceMove) -> Decimal:
    """By how many percent rounding to a fen can carry a price beyond its limit."""
    if not isinstance(move.level, Money) or move.level.value <= 0 or not is_printable(move.level.value) or move.percent is None:
        return _COARSEST
    with wide_arithmetic():
        factor = 1 + move.percent.value / 100
        return _COARSEST if factor <= 0 else min(100 * _HALF_FEN * factor / move.level.value, _COARSEST)


def _day(report: Report, move: PriceMove) -> dt.date | None:
    return day_of(move) or (published_day(report, move) if move.date is None else None)


def _tells_a_day(move: PriceMove) -> bool:
    """Whether the statement itself has a day, a phase or a level: "fell 34 percent" alone may be of a year.

    The date of a fact that chinamkt read may be its article's; only one with words of its own counts.
    """
    own = move.date if move.evidence is None or not move.evidence.rule else move.evidence.date
    return own is not None or move.phase is not None or move.level is not None


def _board(move: PriceMove) -> str | None:
    """The board of a mainland share, by its code; ``main_st`` where it is named as one under special treatment."""
    share = move.instrument
    if not isinstance(share, Security) or share.mic is None or share.code is None:
        return None
    board = board_of(share.mic, share.code)
    name = move.evidence.name if move.evidence else ""
    return "main_st" if board == "main" and (_ST.match(name) or _ST.match(share.names.zh_hans or "")) else board


@frozen(slots=True)
class PriceLimit(MoveRule):
    """Finds a mainland share that moved by more than its board allows in a day.

    An error where board and listing are known and the statement tells a day, a phase or a level, else a warning: shares
    have no limit on their first days, and on some days of a return. Abstains for boards whose limit is not known (funds,
    B shares of Shenzhen), for the first days of a listing, and where the change is over another time or only roughly
    told. A limit price is rounded to a fen, so that +10.03% can be within 10%.
    """

    code: str = "price-limit"
    severity: Severity = Severity.ERROR

    def judge_move(self, report: Report, move: PriceMove) -> Wrong | str | None:
        """See the class."""
        if market_of(move.instrument) != "CN" or not isinstance(move.instrument, Security) or move.percent is None:
            return None
        if move.basis is not Basis.DAY:
            return f"the change is over {move.basis.value}, not a day"
        size, day, board = _percents(move), _day(report, move), _board(move)
        if size is None:
            return "the change is only roughly told"
        possible = limits(board, day) if board else ()
        if not possible:
            return f"no limit is known{f' for {board}' if board else ''}{f' on {day}' if day and board else ''}"
        widest = max(limit.percent for limit in possible)
        with wide_arithmetic():
            if size.low <= widest + _rounding(move):
                return None
        listed = load().since(move.instrument.subject)
        if listed is not None and day is not None and _is_free(listed, day, possible):
            return f"listed on {listed}: its first days have no limit"
        sure = listed is not None and day is not None and _tells_a_day(move)
        return Wrong(
            message=f"{move.percent.value}% on a board whose limit is {widest}%" + ("" if day is None else f" on {day}"),
            hint=f"up to {widest}%, or a day without a limit",
            severity=Severity.ERROR if sure else Severity.WARNING,
        )


price_limit = PriceLimit()


def _is_free(listed: dt.date, day: dt.date, possible: Sequence[Limit]) -> bool:
    """Whether a day is before the end of a listing's sessions without a limit."""
    last = listed
    for _ in range(max(limit.free for limit in possible) - 1):
        if not FIRST <= last < LAST - dt.timedelta(days=20):
            return False
        last = next_session("CN", last)
    return day <= last


@frozen(slots=True)
class LimitWord(MoveRule):
    """Finds a share said to be at its daily limit whose change is not the limit, or which has none (Hong Kong, New York).

    It judges moves whose own words have 涨停, 跌停, "limit-up" and the like. Abstains where these may speak of a moment
    ("touched"), of another share, or where the board's limit is not known.
    """

    code: str = "limit-word"
    severity: Severity = Severity.WARNING

    def judge_move(self, report: Report, move: PriceMove) -> Wrong | str | None:
        """See the class."""
        market, said = market_of(move.instrument), quote(report, move)
        way = Direction.UP if _UP.search(said) else Direction.DOWN if _DOWN.search(said) else None
        if way is None or not isinstance(move.instrument, Security) or market is None or move.percent is None:
            return None
        if _NOT_AT_IT.search(said) or (_UP.search(said) and _DOWN.search(said)) or move.direction is not way:
            return "the words may speak of a moment, or of another share"
        if sum(1 for other in report.moves if other.evidence and move.evidence and _share_words(other, move)) > 1:
            return "the words are about several shares"
        if market != "CN":
            return Wrong(message=f"a daily limit, where {market} has none", hint="a share of the mainland, or no limit")
        size, board, day = _percents(move), _board(move), _day(report, move)
        if size is None:
            return "the change is only roughly told"
        possible = limits(board, day) if board else ()
        if not possible or (any(limit.free for limit in possible) and load().since(move.instrument.subject) is None):
            return "no limit is known"
        slack = _rounding(move)
        with wide_arithmetic():
            if any(size.low <= limit.percent + slack and size.high >= limit.percent - slack for limit in possible):
                return None
        told = " or ".join(f"{limit.percent}%" for limit in possible)
        return Wrong(message=f"at the limit by {move.percent.value}%, where the limit is {told}", hint=told)


limit_word = LimitWord()


def _share_words(one: PriceMove, other: PriceMove) -> bool:
    if one.evidence is None or other.evidence is None:
        return False
    return one.evidence.span.start < other.evidence.span.end and other.evidence.span.start < one.evidence.span.end


@frozen(slots=True)
class IndexLimit(MoveRule):
    """Finds a mainland index that moved by more in a day than any of its members may.

    Without a date every limit that ever held is allowed. Abstains before 1997, where the change is roughly told, and where
    the statement has no day, no phase and no level: "it fell 34 percent" may be of a year.
    """

    code: str = "index-limit"
    severity: Severity = Severity.ERROR

    def judge_move(self, report: Report, move: PriceMove) -> Wrong | str | None:
        """See the class."""
        index = known(move.instrument)
        if not isinstance(index, Index) or market_of(index) != "CN" or move.percent is None or move.basis is not Basis.DAY:
            return None
        size, day = _percents(move), _day(report, move)
        if size is None:
            return "the change is only roughly told"
        board = "index_bse" if index.market == "CN-BJ" else "index_chinext" if index.slug == "CHINEXT" else "index"
        possible = limits(board, day)
        if not possible:
            return f"no limit is known on {day}"
        widest = max(limit.percent for limit in possible)
        if size.low <= widest + _COARSEST:
            return None
        if not _tells_a_day(move):
            return "nothing says that the change is over a day"
        return Wrong(
            message=f"{move.percent.value}% of an index whose members may move by {widest}% at most", hint=f"up to {widest}%"
        )


index_limit = IndexLimit()


@frozen(slots=True)
class MoveOutlier(MoveRule):
    """Finds a day's move that is possible, but hardly ever seen: a Hong Kong or US share by over 60%, a Hong Kong index by 15%.

    Abstains where the change is only roughly told.
    """

    code: str = "move-outlier"
    severity: Severity = Severity.WARNING

    def judge_move(self, report: Report, move: PriceMove) -> Wrong | str | None:
        """See the class."""
        market = market_of(move.instrument)
        most = {(Security, "HK"): 60, (Security, "US"): 60, (Index, "HK"): 15}.get((type(move.instrument), market or ""))
        if most is None or move.percent is None or move.basis is not Basis.DAY or move.phase is Phase.PREMARKET:
            return None
        if known(move.instrument).subject == "index:VHSI":
            return None  # volatility knows no such bound
        size = _percents(move)
        if size is None:
            return "the change is only roughly told"
        if size.low <= most:
            return None
        return Wrong(message=f"{move.percent.value}% in a day", hint=f"up to {most}%, or over a longer time")


move_outlier = MoveOutlier()
