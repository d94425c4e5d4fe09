"""Whether codes of securities are what their market gives out. Table: the exchanges' code ranges.

Codes are judged as the text writes them ("600519.SZ"), and as facts carry them.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache

from attrs import frozen

from chinamkt.model.facts import Fact, PriceMove
from chinamkt.model.instruments import Security
from chinamkt.model.quantities import Money
from chinamkt.model.report import Abstention, Finding, Report, Severity
from chinamkt.model.text import Span
from chinamkt.reference import codes, load
from chinamkt.reference.lookup import lookup
from chinamkt.reference.market.limits import board_of
from chinamkt.reference.market.tables import table
from chinamkt.validate.protocol import Context
from chinamkt.validate.rule import FactRule, MoveRule, Wrong
from chinamkt.validate.whereabouts import day_of, published_day
from chinamkt.validate.words import Places, spans_of

__all__ = [
    "CodeAmbiguous",
    "CodeBoard",
    "CodeFormat",
    "CodeRetired",
    "CounterCurrency",
    "code_ambiguous",
    "code_board",
    "code_format",
    "code_retired",
    "counter_currency",
]

#: A code with the suffix of its market, as Yahoo, Reuters and Chinese vendors write it. Not a part of a longer word or link.
_WRITTEN = re.compile(r"(?<![\w./-])(?P<code>\d{3,8})\.(?P<at>HK|SS|SH|SZ|BJ)(?![\w-]|\.\w)")
_MICS = {"HK": "XHKG", "SS": "XSHG", "SH": "XSHG", "SZ": "XSHE", "BJ": "BJSE"}
_NAMES = {"XHKG": "Hong Kong", "XSHG": "Shanghai", "XSHE": "Shenzhen", "BJSE": "Beijing"}
_BARE = re.compile(r"(?<![\w.:/-])(?P<code>000\d{3})(?![\w:/-]|[.,]\d|\.[A-Z]|\s?(?:shares|people|yuan|股|元|万|人))")
_EXCHANGE = re.compile(r"\b(?:SH|SZ|SSE|SZSE|Shanghai|Shenzhen|XSHG|XSHE)\b|[上滬沪深]|index|指数|指數", re.IGNORECASE)


def _written(report: Report) -> Iterator[tuple[str, str, Span]]:
    """Code, MIC and place of each code that the text writes with a suffix."""
    for found in _WRITTEN.finditer(report.text):
        yield found["code"], _MICS[found["at"]], Span(found.start(), found.end())


@frozen(slots=True)
class CodeFormat:
    """Finds codes of the wrong length in the text: six digits on the mainland, at most five in Hong Kong.

    Abstains for codes of three digits before ".HK", which may be short for five.
    """

    code: str = "code-format"
    severity: Severity = Severity.ERROR
    needs: tuple[str, ...] = ()

    def check(self, report: Report, context: Context) -> Iterator[Finding | Abstention]:
        """One finding a code."""
        places = Places(report)
        for code, mic, span in _written(report):
            if mic == "XHKG" and len(code) == 3:
                yield Abstention(code=self.code, reason=f"{code} may be short for 00{code}")
            elif len(code) > 5 if mic == "XHKG" else len(code) != 6:
                yield Finding(
                    code=self.code,
                    severity=self.severity,
                    message=f"{span.of(report.text)}: {len(code)} digits",
                    facts=places.at(span),
                    spans=(span,),
                    hint="four or five digits" if mic == "XHKG" else "six digits",
                )


code_format = CodeFormat()


@frozen(slots=True)
class CodeBoard:
    """Finds mainland codes at the wrong exchange: 600519 in Shenzhen, 300750 in Shanghai.

    Abstains where the code's beginning is none that shares or funds have (indices and bonds have others).
    """

    code: str = "code-board"
    severity: Severity = Severity.ERROR
    needs: tuple[str, ...] = ()

    def check(self, report: Report, context: Context) -> Iterator[Finding | Abstention]:
        """First the codes of the text, then those of facts whose words have none."""
        told, places = set[int](), Places(report)
        for code, mic, span in _written(report):
            if mic != "XHKG" and len(code) == 6:
                facts = places.at(span)
                told.update(id(fact) for fact in facts)
                yield from self._judge(code, mic, facts, (span,), None)
        for fact in report.facts:
            share = fact.instrument if isinstance(fact, PriceMove) else None
            if not isinstance(share, Security) or share.mic == "XHKG" or not share.code or id(fact) in told:
                continue
            if share.mic in _NAMES:
                yield from self._judge(share.code, share.mic, (fact,), spans_of(fact), fact)

    def _judge(
        self, code: str, mic: str, facts: tuple[Fact, ...], spans: tuple[Span, ...], fact: Fact | None
    ) -> Iterator[Finding | Abstention]:
        right = codes.mainland_mic(code)
        if right is None or (mic == "XSHG" and code.startswith("000")):  # the indices of Shanghai
            yield Abstention(code=self.code, reason=f"{code} begins like no share", fact=fact)
        elif right != mic and not load().knows(f"security:{mic}:{code}"):
            yield Finding(
                code=self.code,
                severity=self.severity,
                message=f"{code} in {_NAMES[mic]}; codes that begin so are {_NAMES[right]}'s",
                facts=facts,
                spans=spans,
                hint=f"{right}:{code}, or another code",
            )


code_board = CodeBoard()


@frozen(slots=True)
class CodeRetired(FactRule):
    """Finds figures under a code of Beijing's exchange that had been replaced by then. Table: the code ranges.

    Abstains without a date of the fact or its article.
    """

    code: str = "code-retired"
    severity: Severity = Severity.WARNING

    def judge(self, report: Report, fact: Fact) -> Wrong | str | None:
        """See the class."""
        share = fact.instrument if isinstance(fact, PriceMove) else None
        if not isinstance(share, Security) or share.mic != "BJSE" or share.code is None:
            return None
        row = next((row for row in table("code_ranges") if row["mic"] == "BJSE" and share.code.startswith(row["prefix"])), None)
        if row is None or not row["until"]:
            return None
        day = day_of(fact) or published_day(report, fact)
        if day is None:
            return "no date"
        if day <= dt.date.fromisoformat(row["until"]):
            return None
        message = f"{share.code} on {day}; such codes were in use until {row['until']}"
        return Wrong(message=message, hint="a code that begins with 920")


code_retired = CodeRetired()


@frozen(slots=True)
class CodeAmbiguous:
    """Notes bare codes that are an index in Shanghai and a share in Shenzhen: 000001, 000300, 000688.

    Abstains where the exchange, or the word index, stands beside the code.
    """

    code: str = "code-ambiguous"
    severity: Severity = Severity.INFO
    needs: tuple[str, ...] = ()

    def check(self, report: Report, context: Context) -> Iterator[Finding | Abstention]:
        """One finding a code."""
        places = Places(report)
        for found in _BARE.finditer(report.text):
            code, span = found["code"], Span(found.start(), found.end())
            both = _meanings(code)
            if len(both) < 2:
                continue
            around = report.text[max(0, span.start - 30) : span.end + 10]
            if _EXCHANGE.search(around):
                yield Abstention(code=self.code, reason=f"words beside {code} tell which is meant")
            else:
                yield Finding(
                    code=self.code,
                    severity=self.severity,
                    message=f"{code} is {' and '.join(both)}",
                    facts=places.at(span),
                    spans=(span,),
                    hint=f"{code}.SH or {code}.SZ",
                )


code_ambiguous = CodeAmbiguous()


@cache
def _meanings(code: str) -> tuple[str, ...]:
    """The index of Shanghai and the share of Shenzhen with one code."""
    found = {one.subject for one in lookup(code)}
    share = f"security:XSHE:{code}"
    return (*sorted(one for one in found if one.startswith("index:")), share) if share in found else ()


@frozen(slots=True)
class CounterCurrency(MoveRule):
    """Finds a renminbi counter of Hong Kong (80700) priced in another currency.

    Abstains where the price has no currency of its own.
    """

    code: str = "counter-currency"
    severity: Severity = Severity.WARNING

    def judge_move(self, report: Report, move: PriceMove) -> Wrong | str | None:
        """See the class."""
        share = move.instrument
        if not isinstance(share, Security) or share.mic != "XHKG" or share.code is None or move.level is None:
            return None
        if board_of("XHKG", share.code) != "rmb_counter":
            return None
        if not isinstance(move.level, Money):
            return "the level has no currency"
        if move.level.currency in ("CNY", "CNH"):
            return None
        message = f"{share.code} trades in renminbi, not in {move.level.currency}"
        return Wrong(message=message, hint=f"CNY, or the counter 0{share.code[1:]}")


counter_currency = CounterCurrency()
