"""Claims → facts: instrument, sign, unit, session."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from chinamkt.claims.claim import Claim
from chinamkt.errors import InvalidValue
from chinamkt.model.article import Article
from chinamkt.model.currencies import CURRENCY_CODES
from chinamkt.model.dates import PartialDate
from chinamkt.model.facts import Basis, Channel, Direction, Fact, FundFlow, Phase, PriceMove, Superlative, Turnover
from chinamkt.model.instruments import Commodity, CurrencyPair, Index, IndexFuture, Instrument, Midpoint, Security, Yield
from chinamkt.model.instruments import Market as WholeMarket
from chinamkt.model.quantities import Bound, ExchangeRate, Level, Money, Percent, Points
from chinamkt.model.text import Evidence, Span
from chinamkt.resolve.instruments import Market, resolve_subject
from chinamkt.resolve.sessions import day_before, last_new_york, resolve_date, trades_in_china, trades_in_new_york, with_year
from chinamkt.rules.token import Figure

if TYPE_CHECKING:
    from chinamkt.reference.tables import Reference

__all__ = ["FactMaker"]


class FactMaker:
    """Makes the facts of one article from its claims."""

    def __init__(
        self,
        text: str,
        article: Article,
        reference: Reference,
        today: dt.date | None,
        market: Market,
        anchor: PartialDate | None = None,
        usual: dt.date | None = None,
    ) -> None:
        self.text, self.article, self.reference, self.today, self.market = text, article, reference, today, market
        published = article.published
        #: The session the article speaks of, where only its own words tell it.
        self.anchor = published if today is None and isinstance(published, PartialDate) and published.day is not None else anchor
        #: The New York session spoken of last: it holds until another is named.
        self.western: PartialDate | None = None
        self.span = Basis.SINCE  # "over that period"
        self.since: PartialDate | None = None
        day = usual or today
        self.usual = None if day is None else PartialDate.of(day)  # the session of figures without a day
        self.weekday: int | None = None  # that of the anchor, as the text tells it
        self.told: dt.date | None = None  # the latest day that was told with its year
        #: A day that the text itself tells lies within the months it speaks of, not behind them.
        self.ahead = 0 if published is not None else 2

    def make(self, claim: Claim, near: str | None) -> Fact | None:
        """The fact of a claim, or ``None`` where its subject or its figures can't be what they would have to be."""
        try:
            if claim.kind == "turnover":
                return self._turnover(claim)
            if claim.kind == "flow":
                return self._flow(claim)
            return self._move(claim, near)
        except InvalidValue:
            return None  # a figure that no instrument of this kind can have: no fact

    def _move(self, claim: Claim, near: str | None) -> PriceMove | None:
        found = resolve_subject(claim, self.reference, near, self.market)
        if found is None:
            return None
        instrument, others, clue = found
        of: str | None = None
        quoted = claim.level.unit if claim.level is not None else None
        if isinstance(instrument, Index) and instrument.slug == "DXY" and quoted in CURRENCY_CODES:
            # "the dollar slipped to 99.48 yen": the pair, and the sign is the dollar's
            instrument, of = CurrencyPair("USD", str(quoted)), "USD"
        elif isinstance(instrument, Index) and instrument.slug == "DXY" and claim.against is not None:
            counter = self.reference.instrument(claim.against.entry.targets[0])
            if isinstance(counter, CurrencyPair):
                instrument, of = counter, "USD"
        elif isinstance(instrument, (CurrencyPair, Midpoint)):
            pair = instrument if isinstance(instrument, CurrencyPair) else instrument.pair
            of = pair.quote if pair.base == "USD" else pair.base
            if pair.quote == "CNH":
                of = "CNH"
            if "/" in claim.subject.name or claim.subject.name.startswith("美元"):
                of = pair.base  # "USD/CNH climbed": the rate's own sign
            if claim.per is not None and isinstance(instrument, CurrencyPair) and pair.base == "USD":
                instrument, of = CurrencyPair(claim.per, pair.quote), pair.quote  # "1.0917 francs per euro"
            if claim.fixing and isinstance(instrument, CurrencyPair) and pair.quote == "CNY":
                instrument = Midpoint(pair)
        if (
            isinstance(instrument, Index)
            and instrument.slug == "HSCI"
            and claim.level is not None
            and claim.level.value > _COMPOSITE
        ):
            instrument = self.reference.instrument(_BENCHMARKS["HK"])  # Taiwan's papers call the main index composite
        if isinstance(instrument, WholeMarket) and instrument.code in _BENCHMARKS and _in_points(claim):
            instrument = self.reference.instrument(_BENCHMARKS[instrument.code])
        sign = claim.sign
        percent = self._percent(claim.percent, sign)
        level = self._level(claim.level, instrument)
        points = self._points(claim.points, sign, instrument)
        if percent is None and points is None and level is None:
            return None
        if isinstance(level, Money) and isinstance(instrument, Index):
            return None
        basis, since = self._basis(claim, instrument)
        direction = None
        if percent is None and points is None and (sign or claim.flat):
            direction = Direction.UP if sign > 0 else Direction.DOWN if sign < 0 else Direction.FLAT
        return PriceMove(
            instrument=instrument,
            percent=percent,
            points=points,
            level=level,
            direction=direction,
            phase=_phase(claim.phase, instrument),
            basis=basis,
            basis_from=since,
            date=self._date(claim, instrument, basis),
            superlative=self._superlative(claim.superlative),
            of=of,
            article=self.article.number,
            candidates=others,
            evidence=self._evidence(claim, clue),
        )

    def _percent(self, figure: Figure | None, sign: int) -> Percent | None:
        if figure is None or (not sign and figure.value):
            return None
        return Percent(sign * figure.value, None if figure.upper is None else sign * figure.upper, figure.bound)

    def _points(self, figure: Figure | None, sign: int, instrument: Instrument) -> Points | None:
        if figure is None or not sign:
            return None
        unit = figure.unit
        if unit in ("bp", "pp"):
            return Points(sign * figure.value, "bp", figure.bound) if unit == "bp" else None
        if isinstance(instrument, (Index, IndexFuture)):
            return Points(sign * figure.value, "points", figure.bound) if unit in (None, "points") else None
        if isinstance(instrument, Security):
            currency = self._currency(unit, instrument)
            return Points(sign * figure.value, currency, figure.bound) if currency and unit != "points" else None
        if isinstance(instrument, Commodity):
            return (
                Points(sign * figure.value, self._currency(unit, instrument) or "USD", figure.bound)
                if unit not in (None, "points")
                else None
            )
        return None

    def _level(self, figure: Figure | None, instrument: Instrument) -> Level | Money | ExchangeRate | None:
        if figure is None:
            return None
        unit, value, bound = figure.unit, figure.value, figure.bound if figure.bound is not Bound.RANGE else Bound.EXACT
        if isinstance(instrument, (Index, IndexFuture)):
            return Level(value, "points", bound) if unit in (None, "points") else None
        if isinstance(instrument, Yield):
            return Level(value, "percent", bound) if unit is None else None
        if isinstance(instrument, (CurrencyPair, Midpoint)):
            pair = instrument if isinstance(instrument, CurrencyPair) else instrument.pair
            return ExchangeRate(value, pair.quote, pair.base, bound) if unit not in ("points", "bp") else None
        if isinstance(instrument, Security):
            currency = self._currency(unit, instrument)
            return Money(value, currency, bound) if currency else None
        if isinstance(instrument, Commodity):
            return Money(value, self._currency(unit, instrument) or "USD", bound) if unit != "points" else None
        return None

    def _currency(self, unit: str | None, instrument: Instrument) -> str | None:
        """A bare dollar sign is the listing's own dollar; a price without a sign has the listing's currency."""
        own = instrument.currency if isinstance(instrument, Security) else None
        if unit == "$":
            return own if own in ("HKD", "USD", "AUD", "SGD", "TWD", "CAD") else "USD"
        if unit in (None, "points"):
            return own
        if unit == "元":  # never the American dollar: an ADR's price is told in Hong Kong's
            return "CNY" if isinstance(instrument, Commodity) else own if own in ("HKD", "CNY", "TWD", "JPY", "KRW") else "HKD"
        return None if unit == "c" else unit

    def _basis(self, claim: Claim, instrument: Instrument) -> tuple[Basis, PartialDate | None]:
        if claim.basis_from == "same":
            return self.span, self.since  # "over the same period"
        basis, since = self._basis_told(claim)
        if basis is Basis.IPO and isinstance(instrument, Index):
            basis = Basis.DAY  # its first day, but against the day before
        if basis not in (Basis.DAY, Basis.IPO):
            self.span, self.since = basis, since or (self.since if basis is Basis.SINCE else None)
        return basis, since

    def _basis_told(self, claim: Claim) -> tuple[Basis, PartialDate | None]:
        basis = claim.basis or Basis.DAY
        if (
            basis is Basis.YEAR
            and isinstance(claim.basis_from, PartialDate)
            and self.today is not None
            and claim.basis_from.year == self.today.year
        ):
            basis = Basis.YTD  # "in 2016", said in 2016
        since = claim.basis_from if isinstance(claim.basis_from, PartialDate) else None
        if basis is Basis.YTD and since is not None and self.today is not None and since.year not in (None, self.today.year):
            basis = Basis.SINCE  # "since the beginning of 2015", said in 2016
        if isinstance(claim.basis_from, tuple):
            since = resolve_date(claim.basis_from, self.today)
        if basis is not Basis.SINCE:
            return basis, None
        return basis, with_year(since, self.today)

    def _date(self, claim: Claim, instrument: Instrument, basis: Basis) -> PartialDate | None:
        western = trades_in_new_york(instrument)
        dated = claim.date is not None and not (claim.date[0] == "overnight" and trades_in_china(instrument))
        if dated:
            found = resolve_date(claim.date, self.today, western=western, ahead=self.ahead)
            if found is not None and found.year is None and self.today is None:
                found = with_year(found, self.told, 2)  # "on April 27, 2015 ... on April 20"
            elif found is not None and found.date is not None and self.today is None:
                self.told = max(found.date, self.told or found.date)
            if found is not None and found.day is not None:
                if western:
                    self.western = found
                elif self.today is None and self.anchor is None and claim.date[0] == "date":
                    self.anchor = found
            if (
                found is None
                and claim.date[0] == "weekday"
                and not claim.date[2]
                and self.anchor is not None
                and self.today is None
            ):
                self.weekday = claim.date[1] if self.weekday is None else self.weekday
                back = (self.weekday - claim.date[1]) % 7  # "March 24 - ... on Tuesday, ... on Monday"
                return day_before(self.anchor, back) if not (western and not back) else None
            if found is None and not western and self.today is None and claim.date in (("day", 0), ("day", -1)):
                return self.anchor if claim.date == ("day", 0) else day_before(self.anchor)
            return found
        if basis is Basis.YTD and self.today is None and isinstance(claim.basis_from, PartialDate):
            return claim.basis_from  # "so far in 2026"
        if basis in (Basis.MONTH, Basis.YEAR) and isinstance(claim.basis_from, PartialDate):
            return with_year(claim.basis_from, self.today or self.told, self.ahead)  # "in 2019", "in October": the period itself
        if basis not in (Basis.DAY, Basis.IPO, Basis.SINCE, Basis.WEEK, Basis.YTD):
            return None
        if western and self.western is not None:
            return self.western
        if western and claim.phase is Phase.CLOSE and self.today is not None and self.article.lang.startswith("zh"):
            return resolve_date(("overnight", 0), self.today)  # where it is told, the day has begun after that close
        if western and isinstance(self.article.published, dt.datetime) and claim.phase not in (Phase.PREMARKET, Phase.POSTMARKET):
            return PartialDate.of(last_new_york(self.article.published, closed=claim.phase is Phase.CLOSE))
        return self.usual or self.anchor

    def _turnover(self, claim: Claim) -> Turnover | None:
        figure = claim.amount
        if figure is None:
            return None
        home = {"HKEX": "HKD", "": "HKD"}.get(claim.channel, "CNY")
        currency = figure.unit if figure.unit not in (None, "$", "元") else home
        market = WholeMarket(claim.channel or ("SSE+SZSE" if currency == "CNY" else "HKEX"))
        return Turnover(
            market=market,
            amount=Money(figure.value, str(currency), figure.bound),
            phase=claim.phase,
            date=self._date(claim, market, Basis.DAY),
            superlative=self._superlative(claim.superlative),
            article=self.article.number,
            evidence=self._evidence(claim),
        )

    def _flow(self, claim: Claim) -> FundFlow | None:
        figure = claim.amount
        if figure is None or not claim.sign:
            return None
        channel = Channel(claim.channel)
        currency = figure.unit if figure.unit not in (None, "$", "元") else ("HKD" if channel is Channel.SOUTHBOUND else "CNY")
        return FundFlow(
            channel=channel,
            amount=Money(claim.sign * figure.value, str(currency), figure.bound),
            phase=claim.phase,
            date=self._date(claim, WholeMarket("HK"), Basis.DAY),
            superlative=self._superlative(claim.superlative),
            article=self.article.number,
            evidence=self._evidence(claim),
        )

    def _superlative(self, superlative: Superlative | None) -> Superlative | None:
        """A superlative since a day gets that day's year."""
        if superlative is not None and isinstance(superlative.since, PartialDate):
            return Superlative(superlative.kind, with_year(superlative.since, self.today))
        return superlative

    def _evidence(self, claim: Claim, clue: str = "") -> Evidence:
        start, end, numbers = claim.start, claim.end, []
        for figure in (claim.percent, claim.points, claim.level, claim.amount):
            if figure is not None:
                numbers.append(Span(figure.start, figure.end))
                start = min(start, figure.start)
                end = max(end, figure.end)
        subject = claim.subject
        return Evidence(
            span=Span(start, end),
            quote=self.text[start:end],
            name=self.text[subject.start : subject.end] or subject.name,
            subject=Span(subject.start, subject.end),
            verb=Span(*claim.verb) if claim.verb else None,
            numbers=tuple(numbers),
            date=Span(*claim.date_span) if claim.date_span else None,
            rule=claim.rule,
            clue=clue,
        )


#: The composite index of Hong Kong has never been half as high, and the main one never as low since 1993.
_COMPOSITE = 9000
#: What the points of a whole market are points of.
_BENCHMARKS = {
    "HK": "index:HSI",
    "CN": "index:SSE_COMPOSITE",
    "US": "index:DJI",
    "TW": "index:TAIEX",
    "SSE": "index:SSE_COMPOSITE",
    "SZSE": "index:SZSE_COMPONENT",
    "JP": "index:N225",
}


def _phase(phase: Phase | None, instrument: Instrument) -> Phase | None:
    """A midpoint is set once a day, and New York has no break at noon: the hour is the article's."""
    if isinstance(instrument, Midpoint) or (phase is Phase.MORNING and trades_in_new_york(instrument)):
        return None
    return phase


def _in_points(claim: Claim) -> bool:
    return any(figure is not None and figure.unit == "points" for figure in (claim.points, claim.level))
