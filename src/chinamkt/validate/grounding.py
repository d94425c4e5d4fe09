"""Whether a fact stands in its text: its quote word for word, its figures in the quote with their units, its subject named.

Facts that chinamkt reads have this by construction; facts from elsewhere, a language model's above all, often do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from attrs import frozen

from chinamkt.model.facts import Fact, FundFlow, PriceMove, TradeEvent, Turnover
from chinamkt.model.instruments import Index, IndexFuture, Security
from chinamkt.model.printed import is_printable
from chinamkt.model.report import Abstention, Finding, Report, Severity
from chinamkt.reference.spelling import folded
from chinamkt.validate.named import is_known, is_named, meanings, names_in, view_of
from chinamkt.validate.numbers import Printed, numbers_in
from chinamkt.validate.protocol import Context
from chinamkt.validate.words import quote, spans_of

__all__ = [
    "NumberNotInQuote", "QuoteNotInText", "SubjectNotNamed", "UnitMismatch", "number_not_in_quote", "quote_not_in_text",
    "subject_not_named", "unit_mismatch",
]  # fmt: skip

_BLANKS = re.compile(r"\s+")


@frozen(slots=True)
class QuoteNotInText:
    """Finds facts whose quote does not stand in the text, or not where they say.

    A quote that differs in blanks, capitals, quotation marks or the script alone is a warning. Abstains on facts without
    a quote, and on reports without their text.
    """

    code: str = "quote-not-in-text"
    severity: Severity = Severity.ERROR
    needs: tuple[str, ...] = ()

    def check(self, report: Report, context: Context) -> Iterator[Finding | Abstention]:
        """At most one finding for each fact."""
        plain: str | None = None
        for fact in report.facts:
            words = fact.evidence.quote if fact.evidence else ""
            if not report.text or not words:
                yield Abstention(code=self.code, reason="no text" if words else "no quote", fact=fact)
                continue
            if fact.evidence is not None and fact.evidence.span.of(report.text) == words:
                continue
            if plain is None:
                plain = _plain(report.text)
            alike = _plain(words) in plain
            elsewhere = words in report.text
            yield Finding(
                code=self.code,
                severity=Severity.WARNING if alike or elsewhere else Severity.ERROR,
                message=f"the quote {_short(words)} " + _where(alike=alike, elsewhere=elsewhere),
                facts=(fact,),
                hint="the words of the text, copied",
            )


@frozen(slots=True)
class NumberNotInQuote:
    """Finds figures that the fact's quote does not print, in digits or in words.

    Abstains on facts without a quote.
    """

    code: str = "number-not-in-quote"
    severity: Severity = Severity.ERROR
    needs: tuple[str, ...] = ()

    def check(self, report: Report, context: Context) -> Iterator[Finding | Abstention]:
        """At most one finding for each fact."""
        for fact in report.facts:
            figures = [(name, abs(value)) for name, value, _ in _figures(fact) if is_printable(value)]
            words = quote(report, fact)
            if not figures:
                continue
            if not words:
                yield Abstention(code=self.code, reason="no quote", fact=fact)
                continue
            printed = numbers_in(words)
            values = {value for number in printed for value in number.values}
            missing = [(name, value) for name, value in figures if not any(value == one for one in values)]
            if missing:
                told = ", ".join(f"{name} {value}" for name, value in missing)
                yield Finding(
                    code=self.code,
                    severity=self.severity,
                    message=f"{told}: not in {_short(words)}",
                    facts=(fact,),
                    spans=spans_of(fact),
                    hint=_instead(missing[0][1], printed, report.text),
                )


@frozen(slots=True)
class UnitMismatch:
    """Finds figures that the quote prints with another unit: points told as a percentage, Hong Kong dollars as yuan.

    Abstains where nothing beside the number says its unit.
    """

    code: str = "unit-mismatch"
    severity: Severity = Severity.ERROR
    needs: tuple[str, ...] = ()

    def check(self, report: Report, context: Context) -> Iterator[Finding | Abstention]:
        """At most one finding for each fact."""
        for fact in report.facts:
            words = quote(report, fact)
            if not words or isinstance(fact, TradeEvent):
                continue
            printed = numbers_in(words)
            for name, value, unit in _figures(fact):
                if not is_printable(value):
                    continue
                units = [number.unit for number in printed if any(abs(value) == one for one in number.values)]
                if units and None in units:
                    if all(one is None for one in units):
                        yield Abstention(code=self.code, reason=f"no unit beside {abs(value)}", fact=fact)
                    continue
                if units and not any(_fits(unit, one) for one in units):
                    yield Finding(
                        code=self.code,
                        severity=self.severity,
                        message=f"{name} {abs(value)} {unit}, but the quote has it in {units[0]}",
                        facts=(fact,),
                        spans=spans_of(fact),
                        hint=f"{abs(value)} in {units[0]}",
                    )
                    break


@frozen(slots=True)
class SubjectNotNamed:
    """Finds facts about an index or a share that the text does not name, by any name, code or nickname of the tables.

    A warning where the text names it, but the quote names another one and not this. Abstains on subjects that are no
    index, future or share, and on names that the tables do not know.
    """

    code: str = "subject-not-named"
    severity: Severity = Severity.ERROR
    needs: tuple[str, ...] = ()

    def check(self, report: Report, context: Context) -> Iterator[Finding | Abstention]:
        """At most one finding for each fact."""
        view = ""
        for fact in report.facts:
            if not isinstance(fact, PriceMove):
                continue
            if not report.text or not isinstance(fact.instrument, Index | IndexFuture | Security):
                yield Abstention(code=self.code, reason="no name to look for", fact=fact)
                continue
            view = view or view_of(report.text)
            told = self._judge(report, fact, view)
            if told is not None:
                yield told

    def _judge(self, report: Report, move: PriceMove, view: str) -> Finding | Abstention | None:
        words = view_of(quote(report, move))
        if is_named(move, words):
            return None
        others = [entry.name for _, _, entry in names_in(words) if entry.kind in ("index", "security") and not entry.weak]
        named = is_named(move, view)
        if named and not (others and move.evidence and move.evidence.subject is None):
            return None
        name = move.evidence.name if move.evidence else ""
        if not is_known(move.instrument):
            return Abstention(code=self.code, reason="a subject that the tables do not know", fact=move)
        if name and view_of(name) in view and not meanings(name):
            return Abstention(code=self.code, reason=f"a name that the tables do not know: {name}", fact=move)
        if not named and isinstance(move.instrument, Security) and move.instrument.mic is None:
            subject = move.instrument.name or ""
        else:
            subject = move.instrument.subject
        if named:
            message = f"the quote names {' and '.join(dict.fromkeys(others))}, not {subject}"
        else:
            message = f"the text does not name {subject}"
        return Finding(
            code=self.code,
            severity=Severity.WARNING if named else Severity.ERROR,
            message=message,
            facts=(move,),
            spans=spans_of(move),
            hint=f"the subject is {others[0]}?" if others else "a subject that the text names",
        )


quote_not_in_text = QuoteNotInText()
number_not_in_quote = NumberNotInQuote()
unit_mismatch = UnitMismatch()
subject_not_named = SubjectNotNamed()


def _plain(words: str) -> str:
    return _BLANKS.sub("", folded(words)).casefold()


def _where(*, alike: bool, elsewhere: bool) -> str:
    if elsewhere:
        return "stands elsewhere in the text"
    return "differs from the text in blanks, marks or capitals" if alike else "does not stand in the text"


def _figures(fact: Fact) -> Iterator[tuple[str, Decimal, str]]:
    """The figures of a fact with their names and units."""
    if isinstance(fact, TradeEvent):
        if fact.rate is not None:
            yield "rate", fact.rate, "percent"
        return
    if isinstance(fact, Turnover | FundFlow):
        yield "amount", fact.amount.value, fact.amount.currency
        if isinstance(fact, Turnover) and fact.change is not None:
            yield "pct", fact.change.value, "percent"
        return
    if fact.percent is not None:
        yield "pct", fact.percent.value, "percent"
        if fact.percent.upper is not None:
            yield "pct_max", fact.percent.upper, "percent"
    if fact.points is not None:
        yield "points", fact.points.value, fact.points.unit
    if fact.level is not None:
        yield "level", fact.level.value, fact.level.unit


def _fits(unit: str, printed: str | None) -> bool:
    """Whether the unit of a figure can be the one that is printed beside its number."""
    if printed is None or printed == unit:
        return True
    if printed == "dollars":
        return unit.partition("/")[0] in ("HKD", "USD", "SGD", "TWD", "AUD", "CAD", "NZD") or "/" in unit
    if printed == "CNY":
        return unit in ("CNH", "TWD", "HKD", "USD", "JPY", "MOP") or "/" in unit  # 元, 圓 and ¥ are also said of others
    if printed == "percent":
        return False
    if printed == "points":
        return unit == "bp" or "/" in unit  # 点子
    if printed == "bp":
        return unit in ("points", "percent") or "/" in unit
    return "/" in unit


def _instead(value: Decimal, printed: list[Printed], text: str) -> str:
    """What the quote has instead: a number whose digits are swapped, or all of its numbers."""
    values = list(dict.fromkeys(one for number in printed for one in sorted(number.values)))
    digits = sorted(f"{value:f}")
    swapped = [one for one in values if sorted(f"{one:f}") == digits]
    if swapped:
        return f"{swapped[0]}, with digits swapped?"
    scaled = [one for one in values if one and value and one.normalize().as_tuple().digits == value.normalize().as_tuple().digits]
    if scaled:
        return f"{scaled[0]}, with the point elsewhere?"
    elsewhere = f"{value:,f}" in text or f"{value:f}" in text
    also = "; it stands elsewhere in the text" if elsewhere else ""
    return (f"one of {', '.join(map(str, values[:6]))}" if values else "a quote with the figure") + also


def _short(words: str) -> str:
    return repr(words if len(words) <= 80 else f"{words[:77]}...")
