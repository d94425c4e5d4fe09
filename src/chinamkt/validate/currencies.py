"""Whether exchange rates are where they can be, and sums of two currencies side by side go together.

Tables: official bands of the Hong Kong dollar and the yuan, ranges of the dollar's rate by year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from attrs import frozen

from chinamkt.model.facts import PriceMove
from chinamkt.model.instruments import CurrencyPair, Midpoint, Security
from chinamkt.model.printed import Interval, is_printable, wide_arithmetic
from chinamkt.model.quantities import Bound, ExchangeRate, Money
from chinamkt.model.report import Abstention, Finding, Report, Severity
from chinamkt.model.text import Span
from chinamkt.reference.market.ranges import band, fx_range
from chinamkt.validate.protocol import Context
from chinamkt.validate.rule import MoveRule, Wrong
from chinamkt.validate.whereabouts import date_at, known, stated_day, stated_year
from chinamkt.validate.words import quote

__all__ = [
    "CnyBand",
    "CurrencyAmbiguous",
    "FxCross",
    "FxRange",
    "HkdBand",
    "cny_band",
    "currency_ambiguous",
    "fx_cross",
    "fx_range_rule",
    "hkd_band",
]

#: Quotes run a few pips over the band's ends.
_PIPS = Decimal("0.0005")


def _rate(move: PriceMove) -> tuple[str, Decimal] | str | None:
    """Pair and rate of an exact level; why it is none to judge; ``None`` for what is no rate."""
    pair = move.instrument.pair if isinstance(move.instrument, Midpoint) else move.instrument
    level = move.level
    if not isinstance(pair, CurrencyPair) or level is None:
        return None
    if not isinstance(level, ExchangeRate) or level.base != pair.base or level.quote != pair.quote:
        return "the rate is told the other way round"
    if level.bound is not Bound.EXACT or not is_printable(level.value):
        return "the rate is only roughly told"
    return f"{pair.base}/{pair.quote}", level.value


@frozen(slots=True)
class HkdBand(MoveRule):
    """Finds a rate of the US dollar in Hong Kong dollars outside 7.75 to 7.85, the band since 2005. Abstains without a date."""

    code: str = "hkd-band"
    severity: Severity = Severity.ERROR

    def judge_move(self, report: Report, move: PriceMove) -> Wrong | str | None:
        """See the class."""
        found = _rate(move)
        if not isinstance(found, tuple) or found[0] != "USD/HKD":
            return found if isinstance(found, str) and move.instrument.subject == "fx:USD/HKD" else None
        day = stated_day(report, move)
        if day is None:
            return "no date"
        held = band("USD/HKD", day)
        if held is None:
            return f"no band is known on {day}"
        with wide_arithmetic():
            rate = Interval.printed(found[1])
            if rate.high >= held.low - _PIPS and rate.low <= held.high + _PIPS:
                return None
        return Wrong(message=f"{found[1]} is outside the band of {held.low} to {held.high}", hint=f"{held.low} to {held.high}")


hkd_band = HkdBand()


@frozen(slots=True)
class CnyBand(MoveRule):
    """Finds an onshore rate of the yuan further from the day's midpoint than the band allows.

    The offshore yuan (CNH) has no band. Abstains unless the article gives the midpoint of the same day.
    """

    code: str = "cny-band"
    severity: Severity = Severity.ERROR

    def judge_move(self, report: Report, move: PriceMove) -> Wrong | str | None:
        """See the class."""
        found = _rate(move)
        if move.instrument != CurrencyPair("USD", "CNY") or found is None:
            return None
        if isinstance(found, str):
            return found
        day = stated_day(report, move)
        fixings = [
            (other, told[1])
            for other in report.moves
            if other.instrument == Midpoint(CurrencyPair("USD", "CNY")) and isinstance(told := _rate(other), tuple)
            if other.article == move.article and day is not None and stated_day(report, other) == day
        ]
        if day is None or len(fixings) != 1:
            return "no date" if day is None else f"{len(fixings) or 'no'} midpoints of {day}"
        held = band("USD/CNY", day)
        if held is None:
            return f"no band is known on {day}"
        fixing = fixings[0][1]
        with wide_arithmetic():
            rate, middle = Interval.printed(found[1]), Interval.printed(fixing)
            low, high = middle.low * (1 + held.low / 100), middle.high * (1 + held.high / 100)
            if rate.high >= low and rate.low <= high:
                return None
        message = f"{found[1]} is more than {held.high}% from the midpoint {fixing}"
        return Wrong(message=message, hint=f"{low:.4f} to {high:.4f}", others=(fixings[0][0],))


cny_band = CnyBand()


@frozen(slots=True)
class FxRange(MoveRule):
    """Finds a rate of the dollar in yuan that lies beyond the year's range. Abstains without a year, or a range of it."""

    code: str = "fx-range"
    severity: Severity = Severity.WARNING

    def judge_move(self, report: Report, move: PriceMove) -> Wrong | str | None:
        """See the class."""
        found = _rate(move)
        if not isinstance(found, tuple) or found[0] not in ("USD/CNY", "USD/CNH"):
            return found if isinstance(found, str) and move.instrument.subject in _YUAN else None
        year = stated_year(report, move)
        known_range = None if year is None else fx_range(found[0], year)
        if year is None or known_range is None:
            return "no year" if year is None else f"no range is known of {year}"
        with wide_arithmetic():
            rate = Interval.printed(found[1])
            if known_range.holds(rate.low, rate.high):
                return None
        told = f"{known_range.low} to {known_range.high}"
        return Wrong(message=f"{found[1]} in {year}, when the rate was {told}", hint=told)


_YUAN = frozenset(("fx:USD/CNY", "fx:USD/CNH", "fix:USD/CNY"))
fx_range_rule = FxRange()

_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_TIMES = {
    "thousand": 3, "million": 6, "mn": 6, "mln": 6, "m": 6, "billion": 9, "bn": 9, "bln": 9, "b": 9, "trillion": 12, "tn": 12,
    "万": 4, "萬": 4, "亿": 8, "億": 8, "万亿": 12, "萬億": 12,
}  # fmt: skip
_TIMES_ALONE = "|".join(sorted(_TIMES, key=len, reverse=True))
_PREFIXES = {"HK$": "HKD", "US$": "USD", "RMB": "CNY", "CNY": "CNY", "HKD": "HKD", "USD": "USD", "¥": "CNY", "$": "$"}
_SUFFIXES = {
    "yuan": "CNY", "renminbi": "CNY", "RMB": "CNY", "Hong Kong dollars": "HKD", "HK dollars": "HKD", "US dollars": "USD",
    "U.S. dollars": "USD", "dollars": "USD", "人民币": "CNY", "人民幣": "CNY", "美元": "USD", "美金": "USD", "港元": "HKD",
    "港币": "HKD", "港幣": "HKD",
}  # fmt: skip


def _amount(name: str) -> str:
    prefix = "|".join(map(re.escape, _PREFIXES))
    suffix = "|".join(map(re.escape, sorted(_SUFFIXES, key=len, reverse=True)))
    return (
        rf"(?:(?P<{name}p>{prefix})\s?)?(?P<{name}n>{_NUMBER})(?:[\s-]?(?P<{name}t>{_TIMES_ALONE}))?(?![a-zA-Z%])"
        rf"(?:\s?元?(?P<{name}s>{suffix}))?"
    )


_ROUGHLY = r"(?:about|around|some|approximately|roughly|nearly|or|equivalent to|约|約|折合|相当于|合)"
_PAIRED = re.compile(rf"(?<![\d.,]){_amount('a')}\s?[(（]\s?(?:{_ROUGHLY}\s?)*{_amount('b')}\s?[)）]")


@frozen(slots=True)
class FxCross:
    """Finds a sum with its worth in another currency beside it that implies a rate nobody paid: 90,000 yuan (US$90,000).

    A bare "$" may be either dollar. Abstains where the article has no year, or no range of it is known.
    """

    code: str = "fx-cross"
    severity: Severity = Severity.WARNING
    needs: tuple[str, ...] = ()

    def check(self, report: Report, context: Context) -> Iterator[Finding | Abstention]:
        """One finding a pair of sums."""
        if "(" not in report.text and "（" not in report.text:
            return
        for found in _PAIRED.finditer(report.text):
            span = Span(found.start(), found.end())
            one, other = _sum(found, "a"), _sum(found, "b")
            if one is None or other is None or one[0] == other[0] or not one[1].low > 0 or not other[1].low > 0:
                continue
            day = date_at(report, span)
            year = None if day is None else day.year
            yuan = None if year is None else fx_range("USD/CNY", year)
            if yuan is None:
                reason = "its article has no date" if year is None else f"no range is known of {year}"
                yield Abstention(code=self.code, reason=f"{reason}: {span.of(report.text)}")
                continue
            with wide_arithmetic():
                worth = {"USD": (Decimal(1),) * 2, "HKD": (Decimal("7.75"), Decimal("7.85")), "CNY": (yuan.low, yuan.high)}
                if any(_fits(one, other, mine, yours, worth) for mine in _meant(one[0]) for yours in _meant(other[0])):
                    continue
                implied = (one[1].low + one[1].high) / (other[1].low + other[1].high)
            yield Finding(
                code=self.code,
                severity=self.severity,
                message=f"{span.of(report.text)}: {implied:.4g} for one, in {year}",
                spans=(span,),
                hint=f"US$1 was {yuan.low} to {yuan.high} yuan, or about HK$7.80",
            )


fx_cross = FxCross()


def _sum(found: re.Match[str], name: str) -> tuple[str, Interval] | None:
    """Currency and size of a sum."""
    currency = _SUFFIXES.get(found[f"{name}s"] or "") or _PREFIXES.get(found[f"{name}p"] or "")
    if currency is None:
        return None
    printed = Decimal(found[f"{name}n"].replace(",", ""))
    if not is_printable(printed):
        return None
    with wide_arithmetic():
        size = Interval.printed(printed)
        factor = Decimal(10) ** _TIMES.get(found[f"{name}t"] or "", 0)
        return currency, Interval(size.low * factor, size.high * factor)


def _meant(currency: str) -> tuple[str, ...]:
    return ("USD", "HKD") if currency == "$" else (currency,)


def _fits(
    one: tuple[str, Interval], other: tuple[str, Interval], mine: str, yours: str, worth: dict[str, tuple[Decimal, Decimal]]
) -> bool:
    """Whether the two sums can be worth the same, within the year's range and 3 percent."""
    if mine == yours:
        return False
    slack = Decimal("0.03")
    low = one[1].low / worth[mine][1] * (1 - slack)
    high = one[1].high / worth[mine][0] * (1 + slack)
    return low <= other[1].high / worth[yours][0] and other[1].low / worth[yours][1] <= high


@frozen(slots=True)
class CurrencyAmbiguous(MoveRule):
    """Notes a price in bare 元 of a company that is listed both in Hong Kong and on the mainland.

    Abstains where the text names a market or another currency, which a reader goes by.
    """

    code: str = "currency-ambiguous"
    severity: Severity = Severity.INFO

    def judge_move(self, report: Report, move: PriceMove) -> Wrong | str | None:
        """See the class."""
        share = known(move.instrument)
        if not isinstance(share, Security) or not isinstance(move.level, Money) or not _BARE_YUAN.search(quote(report, move)):
            return None
        markets = {listing.partition(":")[0] for listing in (share.id, *share.listings)}
        if "XHKG" not in markets or not markets & {"XSHG", "XSHE"}:
            return None
        if _TELLING.search(report.text):
            return "the text names a market or a currency"
        return Wrong(message=f"元 of {share.id}, which is listed as {', '.join(share.listings)} too", hint="港元, or 人民币")


_BARE_YUAN = re.compile(r"\d\s?元")
_TELLING = re.compile(
    r"港[元币幣股交]|人民[币幣]|[AＡHＨBＢ][股]|恒[生指]|恆[生指]|香港|[沪滬深两兩]市|上海|深圳|[沪滬]深|上[证證]|深[证證成]"
)
currency_ambiguous = CurrencyAmbiguous()
