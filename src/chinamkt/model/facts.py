"""Facts: what an article states, as typed objects."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from attrs import field, frozen

from chinamkt.errors import InvalidValue
from chinamkt.model.dates import Duration, PartialDate
from chinamkt.model.instruments import Instrument
from chinamkt.model.quantities import Bound, ExchangeRate, Level, Money, Percent, Points, check_currency, check_decimal
from chinamkt.model.text import Evidence

__all__ = [
    "Basis",
    "Channel",
    "Direction",
    "EventKind",
    "EventStatus",
    "Extreme",
    "Fact",
    "FundFlow",
    "Phase",
    "PriceMove",
    "Superlative",
    "TradeEvent",
    "Turnover",
]


class Direction(StrEnum):
    """Which way, by the words of the text."""

    UP = "up"
    DOWN = "down"
    FLAT = "flat"


class Phase(StrEnum):
    """Where in the day a figure stands."""

    OPEN = "open"
    MORNING = "morning"
    INTRADAY = "intraday"
    HIGH = "high"
    LOW = "low"
    CLOSE = "close"
    PREMARKET = "premarket"
    POSTMARKET = "postmarket"


class Basis(StrEnum):
    """What a change is measured over; ``day`` is against the previous close."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YTD = "ytd"
    YEAR = "year"
    SINCE = "since"
    IPO = "ipo"
    YOY = "yoy"


class Extreme(StrEnum):
    """A superlative: of the level (high, low), of the move (gain, loss), or a run (streak)."""

    HIGH = "high"
    LOW = "low"
    GAIN = "gain"
    LOSS = "loss"
    STREAK = "streak"


class Channel(StrEnum):
    """Whose money flows: Stock Connect's two directions, or large orders (主力资金)."""

    SOUTHBOUND = "southbound"
    NORTHBOUND = "northbound"
    MAIN = "main"


class EventKind(StrEnum):
    """Acts of trade policy."""

    TALKS = "talks"
    CALL = "call"
    MEETING = "meeting"
    TRUCE = "truce"
    DEAL = "deal"
    TARIFF = "tariff"
    EXPORT_CONTROL = "export_control"
    EXPORT_APPROVAL = "export_approval"
    SANCTION = "sanction"
    PROBE = "probe"
    DISPUTE = "dispute"
    DUTY = "duty"
    THREAT = "threat"


class EventStatus(StrEnum):
    """How far an act of trade policy has come."""

    PLANNED = "planned"
    UNDER_WAY = "under_way"
    DONE = "done"
    IN_FORCE = "in_force"
    SUSPENDED = "suspended"
    LIFTED = "lifted"
    REPORTED = "reported"
    THREATENED = "threatened"


@frozen(slots=True)
class Superlative:
    """``since`` is a date, a duration, ``record``, or ``None`` where the text does not say.

    >>> str(Superlative(Extreme.HIGH, Duration(4, "M")).since)
    'P4M'
    """

    kind: Extreme
    since: PartialDate | Duration | str | None = None

    def __attrs_post_init__(self) -> None:
        if isinstance(self.since, str) and self.since != "record":
            raise InvalidValue(f"{self.since!r}", source="Superlative.since", hint="'record', a PartialDate or a Duration")


@frozen(slots=True, kw_only=True)
class PriceMove:
    """A statement about one instrument's move or level.

    :param percent: signed change in percent.
    :param points: signed absolute change in the unit of the level.
    :param level: the level or price stated.
    :param of: for a pair or a midpoint, the ISO code of the currency that the signs speak of.
    :param date: the session that the figure belongs to, as far as the text gives it.
    :param article: 0 for the page's main article, 1, 2, ... for others.
    :param candidates: further instruments the words could mean, likeliest first.
    :raises InvalidValue: where percent, points and direction disagree in sign.

    >>> from chinamkt.model.instruments import Index
    >>> PriceMove(instrument=Index(slug="HSI"), percent=Percent(Decimal("-0.64"))).direction
    <Direction.DOWN: 'down'>
    """

    instrument: Instrument
    percent: Percent | None = None
    points: Points | None = None
    level: Level | Money | ExchangeRate | None = None
    direction: Direction | None = None
    phase: Phase | None = None
    basis: Basis = Basis.DAY
    basis_from: PartialDate | None = None
    date: PartialDate | None = None
    superlative: Superlative | None = None
    of: str | None = None
    article: int = 0
    candidates: tuple[Instrument, ...] = field(default=(), eq=False)
    evidence: Evidence | None = field(default=None, eq=False)

    def __attrs_post_init__(self) -> None:
        sign = 0
        for figure in (self.percent, self.points):
            if figure is not None and figure.value:
                own = 1 if figure.value > 0 else -1
                if sign and own != sign:
                    raise InvalidValue(
                        "percent and points disagree in sign", source="PriceMove.points", hint="both rise or both fall"
                    )
                sign = own
        if sign:
            direction = Direction.UP if sign > 0 else Direction.DOWN
            if self.direction is None:
                object.__setattr__(self, "direction", direction)
            elif self.direction is not direction:
                raise InvalidValue(
                    f"{self.direction.value}, but the figures say otherwise",
                    source="PriceMove.direction",
                    hint="the words give the sign",
                )
        if self.of is not None:
            check_currency(self.of, "PriceMove.of")
        if self.basis_from is not None and self.basis is not Basis.SINCE:
            raise InvalidValue(f"a start, but basis {self.basis.value}", source="PriceMove.basis_from", hint="basis 'since'")
        if self.article < 0:
            raise InvalidValue(f"{self.article}", source="PriceMove.article", hint="0 for the main article")

    @property
    def bound(self) -> Bound | None:
        """The bound of the change, else of the level."""
        figure = self.percent or self.points or self.level
        return figure.bound if figure else None

    @property
    def core(self) -> tuple[object, ...]:
        """What is stated, without spans, names and rules; equal where two facts say the same."""
        return ("move", self.instrument.subject, self.percent, self.points, self.level, self.direction, self.phase,
                self.basis, self.basis_from, self.date, self.superlative, self.of, self.article)  # fmt: skip


@frozen(slots=True, kw_only=True)
class Turnover:
    """The sum of money that changed hands.

    :param change: the change in turnover that the text states beside it, in percent.

    >>> from chinamkt import Market
    >>> Turnover(market=Market("SSE+SZSE"), amount=Money(Decimal("1430000000000"), "CNY")).core[1]
    'market:SSE+SZSE'
    """

    market: Instrument
    amount: Money
    change: Percent | None = None
    phase: Phase | None = None
    date: PartialDate | None = None
    superlative: Superlative | None = None
    article: int = 0
    evidence: Evidence | None = field(default=None, eq=False)

    def __attrs_post_init__(self) -> None:
        if self.amount.value < 0:
            raise InvalidValue(f"{self.amount.value} is negative", source="Turnover.amount", hint="a sum of money")

    @property
    def core(self) -> tuple[object, ...]:
        """What is stated, without spans, names and rules."""
        return ("turnover", self.market.subject, self.amount, self.change, self.phase, self.date, self.superlative, self.article)


@frozen(slots=True, kw_only=True)
class FundFlow:
    """Net money through a whole channel; an outflow is negative.

    >>> FundFlow(channel=Channel.SOUTHBOUND, amount=Money(Decimal("4200000000"), "HKD")).core[1]
    'flow:southbound'
    """

    channel: Channel
    amount: Money
    phase: Phase | None = None
    basis: Basis = Basis.DAY
    date: PartialDate | None = None
    superlative: Superlative | None = None
    article: int = 0
    evidence: Evidence | None = field(default=None, eq=False)

    @property
    def direction(self) -> Direction:
        """``up`` for a net inflow, ``down`` for a net outflow."""
        return Direction.DOWN if self.amount.value < 0 else Direction.UP

    @property
    def core(self) -> tuple[object, ...]:
        """What is stated, without spans, names and rules."""
        return ("flow", f"flow:{self.channel.value}", self.amount, self.phase, self.basis, self.date,
                self.superlative, self.article)  # fmt: skip


@frozen(slots=True, kw_only=True)
class TradeEvent:
    """A dated or quantified act of trade policy between named parties.

    :param parties: ISO 3166 alpha-2 codes, ``EU`` for the European Union; the acting party first.
    :param rate: for tariffs and duties, in percent, unsigned; ``rate_before``: the old rate, where the text tells it.
    :raises InvalidValue: for an unnamed or malformed party, a negative rate, an end before its start.

    >>> TradeEvent(kind=EventKind.TARIFF, parties=("US", "CN"), rate=Decimal("30")).parties
    ('US', 'CN')
    """

    kind: EventKind
    parties: tuple[str, ...]
    status: EventStatus | None = None
    place: str | None = None
    date: PartialDate | None = None
    rate: Decimal | None = field(default=None, eq=str)
    target: str | None = None
    effective_from: PartialDate | None = None
    effective_to: PartialDate | None = None
    rate_before: Decimal | None = field(default=None, eq=str)
    article: int = 0
    evidence: Evidence | None = field(default=None, eq=False)

    def __attrs_post_init__(self) -> None:
        if not self.parties:
            raise InvalidValue("no party", source="TradeEvent.parties", hint="ISO 3166 alpha-2 codes, the acting party first")
        for party in self.parties:
            if not (len(party) == 2 and party.isascii() and party.isalpha() and party.isupper()):
                raise InvalidValue(f"{party!r} is no party", source="TradeEvent.parties", hint="ISO 3166 alpha-2, or EU")
        for name, rate in (("rate", self.rate), ("rate_before", self.rate_before)):
            if rate is not None:
                check_decimal(rate, f"TradeEvent.{name}")
                if rate < 0:
                    raise InvalidValue(f"{rate} is negative", source=f"TradeEvent.{name}", hint="percent, unsigned")
        start, end = self.effective_from, self.effective_to
        if start and end and start.date and end.date and end.date < start.date:
            raise InvalidValue(f"{end} lies before {start}", source="TradeEvent.effective_to", hint="start first")

    @property
    def core(self) -> tuple[object, ...]:
        """What is stated, without spans and rules."""
        # a bare Decimal would call 10 and 10.0 equal
        rate, before = (None if rate is None else str(rate) for rate in (self.rate, self.rate_before))
        return ("trade_event", self.kind, self.parties, self.status, self.place, self.date, rate, self.target,
                self.effective_from, self.effective_to, before, self.article)  # fmt: skip


Fact = PriceMove | Turnover | FundFlow | TradeEvent
"""The union of the four kinds of fact."""
