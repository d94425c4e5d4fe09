"""Whether market identifiers and ISINs are what they should be. Table: market identifier codes (ISO 10383)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from chinamkt.errors import InvalidValue
from chinamkt.model.facts import Fact, PriceMove
from chinamkt.model.instruments import Security
from chinamkt.model.report import Abstention, Finding, Report, Severity
from chinamkt.model.text import Span
from chinamkt.reference import codes
from chinamkt.reference.market.tables import table
from chinamkt.validate.protocol import Context
from chinamkt.validate.rule import FactRule, Wrong
from chinamkt.validate.words import Places, spans_of

__all__ = ["IdChecksum", "MicUnknown", "id_checksum", "mic_unknown"]

_NAMES = {"XHKG": "Hong Kong", "XSHG": "Shanghai", "XSHE": "Shenzhen", "BJSE": "Beijing"}


@frozen(slots=True)
class MicUnknown(FactRule):
    """Finds securities under a market identifier that is none, or that is another country's: XBSE is Bucharest, not Beijing.

    Judges codes of six digits, as the mainland's exchanges give them. Abstains for identifiers that the table lacks.
    """

    code: str = "mic-unknown"
    severity: Severity = Severity.ERROR

    def judge(self, report: Report, fact: Fact) -> Wrong | str | None:
        """See the class."""
        share = fact.instrument if isinstance(fact, PriceMove) else None
        if not isinstance(share, Security) or share.mic is None:
            return None
        if not re.fullmatch(r"[A-Z0-9]{4}", share.mic):
            return Wrong(message=f"{share.mic!r} is no market identifier", hint="four capitals or digits, ISO 10383")
        row = next((row for row in table("mics") if row["mic"] == share.mic), None)
        if row is None:
            return f"{share.mic} is not in the table"
        mainland = codes.mainland_mic(share.code or "")
        if mainland is None or row["country"] == "CN" or row["country"] in ("KR", "JP", "TW"):
            return None
        message = f"{share.mic} is {row['name']}; a code like {share.code} is of {_NAMES[mainland]}"
        return Wrong(message=message, hint=mainland)


mic_unknown = MicUnknown()


@frozen(slots=True)
class IdChecksum:
    """Finds ISINs whose check digit is wrong, in the text (behind the word ISIN) and in facts. Source: ISO 6166.

    Abstains where an ISIN stands without the word, as it may be something else.
    """

    code: str = "id-checksum"
    severity: Severity = Severity.ERROR
    needs: tuple[str, ...] = ()

    def check(self, report: Report, context: Context) -> Iterator[Finding | Abstention]:
        """First those of the text, then those of facts."""
        places = Places(report)
        for found in _ISIN.finditer(report.text):
            if _is_sound(found[0]):
                continue
            span = Span(found.start(), found.end())
            if _WORD.search(report.text[max(0, span.start - 12) : span.start]):
                yield self._finding(found[0], places.at(span), (span,))
            else:
                yield Abstention(code=self.code, reason=f"{found[0]} may be no ISIN")
        for fact in report.facts:
            share = fact.instrument if isinstance(fact, PriceMove) else None
            if isinstance(share, Security) and share.isin and not _is_sound(share.isin):
                yield self._finding(share.isin, (fact,), spans_of(fact))

    def _finding(self, isin: str, facts: tuple[Fact, ...], spans: tuple[Span, ...]) -> Finding:
        return Finding(
            code=self.code,
            severity=self.severity,
            message=f"the check digit of {isin} is wrong",
            facts=facts,
            spans=spans,
            hint="an ISIN whose digits add up",
        )


id_checksum = IdChecksum()
_ISIN = re.compile(r"\b[A-Z]{2}[A-Z0-9]{9}\d\b", re.ASCII)
_WORD = re.compile(r"\bISIN(?: code)?[:：]? ?$")


def _is_sound(isin: str) -> bool:
    try:
        return codes.isin(isin) is not None
    except InvalidValue:
        return False
