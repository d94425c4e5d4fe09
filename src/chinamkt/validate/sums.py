"""Whether the turnover of two exchanges is that of both together."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from attrs import frozen

from chinamkt.model.facts import Turnover
from chinamkt.model.instruments import Market
from chinamkt.model.printed import Interval, is_printable, wide_arithmetic
from chinamkt.model.quantities import Bound, Money
from chinamkt.model.report import Abstention, Finding, Report, Severity
from chinamkt.validate.protocol import Context
from chinamkt.validate.words import spans_of

__all__ = ["SumMismatch", "sum_mismatch"]

_WHOLE, _PARTS = Market("SSE+SZSE"), (Market("SSE"), Market("SZSE"))


@frozen(slots=True)
class SumMismatch:
    """Finds a turnover of Shanghai and Shenzhen together that is not the sum of the two.

    It judges articles that give all three for one day. Abstains where one is missing or only roughly told.
    """

    code: str = "sum-mismatch"
    severity: Severity = Severity.WARNING
    needs: tuple[str, ...] = ()

    def check(self, report: Report, context: Context) -> Iterator[Finding | Abstention]:
        """One finding for each sum."""
        for whole in report.turnovers:
            if whole.market != _WHOLE:
                continue
            parts = [_part(report, whole, market) for market in _PARTS]
            found = [part for part in parts if part is not None]
            if len(found) < len(parts):
                yield Abstention(code=self.code, reason="one of the exchanges is not told, or told twice", fact=whole)
            elif not all(_is_exact(fact) for fact in (whole, *found)):
                yield Abstention(code=self.code, reason="a sum is only roughly told", fact=whole)
            else:
                with wide_arithmetic():
                    sizes = [_printed(part.amount.value) for part in found]
                    added = Interval(sum(size.low for size in sizes), sum(size.high for size in sizes))  # type: ignore[arg-type]
                    total = sum(part.amount.value for part in found)
                    agree = added.meets(_printed(whole.amount.value))
                if not agree:
                    yield Finding(
                        code=self.code,
                        severity=self.severity,
                        message=f"{' and '.join(str(part.amount.value) for part in found)} are {total}, not {whole.amount.value}",
                        facts=(whole, *found),
                        spans=spans_of(whole, *found),
                        hint=f"{total} {whole.amount.currency}",
                    )


sum_mismatch = SumMismatch()


def _part(report: Report, whole: Turnover, market: Market) -> Turnover | None:
    """The one turnover of a market that goes with the whole."""
    found = [
        turnover
        for turnover in report.turnovers
        if (turnover.market, turnover.article, turnover.date, turnover.phase) == (market, whole.article, whole.date, whole.phase)
        and turnover.amount.currency == whole.amount.currency
    ]
    return found[0] if len(found) == 1 else None


def _is_exact(turnover: Turnover) -> bool:
    amount: Money = turnover.amount
    return amount.bound is Bound.EXACT and is_printable(amount.value)


def _printed(amount: Decimal) -> Interval:
    """What a sum written out in full can have been: "1.43 trillion" ends in zeros that were not printed."""
    plain = amount.normalize()
    with wide_arithmetic():
        return Interval.printed(plain) if amount else Interval.printed(amount)
