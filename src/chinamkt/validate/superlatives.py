"""What superlatives and names of market phases say about the figures beside them, as far as the text and the records tell."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

from attrs import frozen

from chinamkt.model.facts import Basis, Extreme, Phase, PriceMove
from chinamkt.model.instruments import Index
from chinamkt.model.printed import Interval, is_printable, wide_arithmetic
from chinamkt.model.quantities import Bound, Level
from chinamkt.model.report import Report, Severity
from chinamkt.reference.market.ranges import records
from chinamkt.validate.rule import MoveRule, Wrong
from chinamkt.validate.whereabouts import stated_day
from chinamkt.validate.words import quote

__all__ = ["RecordMismatch", "RegimeMismatch", "SpanMismatch", "record_mismatch", "regime_mismatch", "span_mismatch"]


@frozen(slots=True)
class RecordMismatch(MoveRule):
    """Finds a level called an all-time high that lies below one the index had reached before. Table: records of the indices.

    Abstains without a date, for indices without a record in the table, and after the day that its source covers.
    """

    code: str = "record-mismatch"
    severity: Severity = Severity.WARNING

    def judge_move(self, report: Report, move: PriceMove) -> Wrong | str | None:
        """See the class."""
        superlative, level = move.superlative, move.level
        if superlative is None or superlative.since != "record" or superlative.kind is not Extreme.HIGH:
            return None
        if not isinstance(move.instrument, Index) or not isinstance(level, Level):
            return None
        day = stated_day(report, move)
        if level.bound is not Bound.EXACT or not is_printable(level.value):
            return "the level is only roughly told"
        known = records(move.instrument.slug)
        if day is None or not known:
            return "no date" if day is None else f"no record is known of {move.instrument.slug}"
        # a closing record may lie below the highest moment of another day
        kinds = {record.kind: record for record in known if record.date <= day}
        record = kinds.get("close") if move.phase is not Phase.HIGH and "close" in kinds else kinds.get("high")
        if record is None:
            return f"no record is known of before {day}"
        if move.phase is not Phase.HIGH and record.kind == "high":
            return "no record close is known"
        with wide_arithmetic():
            if Interval.printed(level.value).high >= record.level:
                return None
        message = f"{level.value} is below the {record.kind} of {record.level} on {record.date}"
        return Wrong(message=message, hint=f"{record.level} or more, or not a record")


record_mismatch = RecordMismatch()

_REGIMES = (
    (re.compile(r"\bbull market\b|牛市", re.IGNORECASE), Decimal("19.5"), None, "a bull market begins at 20%"),
    (re.compile(r"\bbear market\b|熊市", re.IGNORECASE), Decimal("19.5"), None, "a bear market begins at -20%"),
    (re.compile(r"\bcorrection\b(?! territory ends)", re.IGNORECASE), Decimal("9.5"), Decimal("20.5"),
     "a correction is a fall of 10% to 20%"),
)  # fmt: skip
_NOT_YET = re.compile(
    r"\b(?:near|nearly|close to|closer|verge|brink|approach\w*|away|almost|not|no|short of|within|toward|threat\w*|fear\w*|"
    r"risk\w*|enter(?:ed|ing)? .{0,30}(?:last|in) |since (?:it )?enter|could|may|might|would|will|until|before|exit\w*|"
    r"end(?:ed|ing)?|left|escap\w*|out of|if)\b|[近将將未或若逼]|边缘|邊緣|进入.{0,6}(?:以来|以來)",
    re.IGNORECASE,
)


@frozen(slots=True)
class RegimeMismatch(MoveRule):
    """Finds a bull market, bear market or correction whose own figure is not one: a bull market at +12% from the low.

    It judges changes since some day whose own words name the phase. Abstains where the words say that it is not reached, may
    be, or is over, and where the change is only roughly told.
    """

    code: str = "regime-mismatch"
    severity: Severity = Severity.WARNING

    def judge_move(self, report: Report, move: PriceMove) -> Wrong | str | None:
        """See the class."""
        if move.percent is None or move.basis is not Basis.SINCE or not isinstance(move.instrument, Index):
            return None
        said = quote(report, move) if move.evidence is None else _sentence(report, move)
        found = [(least, most, rule) for words, least, most, rule in _REGIMES if words.search(said)]
        if not found:
            return None
        if len(found) > 1 or _NOT_YET.search(said):
            return "the words do not say that it is reached"
        if move.percent.bound is not Bound.EXACT or not is_printable(move.percent.value):
            return "the change is only roughly told"
        least, most, rule = found[0]
        size = move.percent.value.copy_abs()
        rising = "bull" in rule
        if rising == (move.percent.value > 0) and size >= least and (most is None or size <= most):
            return None
        return Wrong(message=f"{move.percent.value}%; {rule}", hint=rule)


regime_mismatch = RegimeMismatch()

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_MONTH = "|".join(f"{month[:3]}(?:{month[3:]})?" if len(month) > 3 else month for month in _MONTHS)
_SINCE = re.compile(
    rf"\bsince (?:late |early |mid-|last )?(?P<month>{_MONTH})\b\.?(?: (?P<day>\d{{1,2}})(?!\d))?"
    r"(?:,? (?P<year>(?:19|20)\d\d))?|"
    r"自(?:(?P<yearzh>(?:19|20)\d\d)年)?(?P<monthzh>1?\d)月(?:(?P<dayzh>\d{1,2})[日号號])?以[来來]",
    re.IGNORECASE,
)
_COUNTS = {
    word: count
    for count, words in enumerate(
        ("one 一", "two 两 兩 二", "three 三", "four 四", "five 五", "six 六", "seven 七", "eight 八", "nine 九", "ten 十",
         "eleven 十一", "twelve 十二"), 1)
    for word in words.split()
}  # fmt: skip
_COUNT = rf"\d{{1,2}}|{'|'.join(sorted(_COUNTS, key=len, reverse=True))}"
_LEVEL = r"(?:high|low|peak|trough|best|closing|top|bottom)"
#: "A four-month high", "the highest close in more than nine months", "四个月高位".
_SPAN = re.compile(
    rf"\b(?P<a>{_COUNT})[- ](?P<aunit>month|year)[- ]{_LEVEL}\b|"
    rf"\b(?:(?:high|low|strong|weak)est|best|worst) (?:\w+ )?in (?:(?:more|less) than |over |nearly |about )?"
    rf"(?P<b>{_COUNT}) (?P<bunit>month|year)s\b|"
    rf"(?P<c>{_COUNT})(?P<cunit>个月|個月|年)[来來]?(?:[新最]|的)?[高低]",
    re.IGNORECASE,
)
_HALF_MONTH, _MONTH_DAYS = 15, Decimal("30.44")


@frozen(slots=True)
class SpanMismatch(MoveRule):
    """Finds a "four-month high" whose own sentence dates it to another month: "the best close since March", told in April.

    It judges superlatives whose sentence says both. Abstains without a date of the fact, and where the sentence has several
    such days or spans.
    """

    code: str = "span-mismatch"
    severity: Severity = Severity.ERROR

    def judge_move(self, report: Report, move: PriceMove) -> Wrong | str | None:
        """See the class."""
        if move.superlative is None or move.evidence is None:
            return None
        said = _sentence(report, move)
        days, spans = list(_SINCE.finditer(said)), list(_SPAN.finditer(said))
        if not days or not spans:
            return None
        if len(days) > 1 or len(spans) > 1 or move.basis is Basis.SINCE:
            return "the day may belong to another figure"
        today = stated_day(report, move)
        if today is None:
            return "no date"
        between = _days_since(days[0], today)
        if between is None:
            return "the day is ambiguous, or none of the calendar"
        count, months = _length(spans[0])
        least, most = count * months * _MONTH_DAYS - months * _HALF_MONTH, (count + 1) * months * _MONTH_DAYS
        if between[1] >= least and between[0] <= most:
            return None
        message = f"{spans[0][0]!r}, but {days[0][0]!r} is {between[1]} days before {today}"
        return Wrong(message=message, hint="one of the two spans of time")


span_mismatch = SpanMismatch()


def _length(found: re.Match[str]) -> tuple[int, int]:
    """How many units of how many months."""
    name = next(name for name in "abc" if found[name])
    count = _COUNTS.get(found[name].lower()) or int(found[name])
    return count, 12 if found[f"{name}unit"].lower() in ("year", "年") else 1


def _days_since(found: re.Match[str], today: dt.date) -> tuple[int, int] | None:
    """How many days ago the day was, at least and at most; ``None`` where it can't be told."""
    if found["month"]:
        month = next(number for number, name in enumerate(_MONTHS, 1) if name.startswith(found["month"].lower()[:3]))
    else:
        month = int(found["monthzh"])
    told, day = found["year"] or found["yearzh"], found["day"] or found["dayzh"]
    if not 1 <= month <= 12 or (told is None and month == today.month):
        return None
    year = int(told) if told else today.year - (month > today.month)
    try:
        first = dt.date(year, month, int(day or 1))
        last = first if day else dt.date(year + month // 12, month % 12 + 1, 1)
    except ValueError:
        return None
    return ((today - last).days, (today - first).days) if first <= today else None


def _sentence(report: Report, move: PriceMove) -> str:
    """The quote and the rest of its sentence."""
    assert move.evidence is not None  # noqa: S101 - asked for by the caller
    start = move.evidence.span.end
    behind = report.text[start : start + 200]
    end = re.search(r"[.!?。！？](?:\s|$)|\n", behind)
    return quote(report, move) + behind[: end.start() if end else None]
