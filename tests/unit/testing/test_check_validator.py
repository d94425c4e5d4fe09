"""``check_validator``: the shipped validators pass, and each way of breaking the contract is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve, frozen

from chinamkt import Evidence, Finding, Index, Level, Market, Percent, Points, PriceMove, Report, Severity, Span
from chinamkt.testing import check_validator, report_of
from chinamkt.validate import Context, Validator, validators
from chinamkt.validate.cases import shipped_cases

HSI = Index(slug="HSI")


def triple(percent: str) -> Report:
    move = PriceMove(
        instrument=HSI, percent=Percent(Decimal(percent)), points=Points(Decimal("-153.88")), level=Level(Decimal("23916.06"))
    )
    return Report(text="", facts=(move,))


def told(text: str) -> Report:
    evidence = Evidence(span=Span(0, len(text)), quote=text)
    return Report(text=text, facts=(PriceMove(instrument=HSI, percent=Percent(Decimal("0.64")), evidence=evidence),))


SHIPPED = {
    "arithmetic-mismatch": ([triple("-0.46"), triple("-0.65")], [triple("-0.64"), Report(text="")]),
    "direction-mismatch": ([told("HSI fell 0.64%")], [told("HSI rose 0.64%"), told("HSI: 0.64%")]),
    "weekday-mismatch": ([Report(text="Monday, 18 February 2025")], [Report(text="Tuesday, 18 February 2025")]),
}
CASES = shipped_cases()
#: Rules that need more than the report are held by tests of their own.
ALONE = [
    code for code, validator in validators().items() if type(validator).__module__.startswith("chinamkt.") and not validator.needs
]


@pytest.mark.parametrize("code", SHIPPED)
def test_shipped_validators_keep_the_contract_on_reports_by_hand(code: str) -> None:
    positive, abstains = SHIPPED[code]
    check_validator(validators()[code], positive, abstains)


@pytest.mark.parametrize("code", ALONE)
def test_the_shipped_validators_keep_the_contract_on_their_cases(code: str) -> None:
    own = [case for case in CASES if case.code == code]
    positive = [report_of(case) for case in own if case.kind == "bad"]
    check_validator(validators()[code], positive, [report_of(case) for case in own if case.kind != "bad"], examples=30)


@frozen
class NoMarkets:
    """A sound validator of a third party: whole markets should not have a level. ``spoil`` breaks its findings."""

    code: str = "market-level"
    severity: Severity = Severity.WARNING
    needs: tuple[str, ...] = ()
    spoil: Callable[[Finding], Finding] = lambda finding: finding

    def check(self, report: Report, context: Context) -> Iterator[Finding]:
        del context
        for move in report.moves:
            if isinstance(move.instrument, Market) and move.level is not None:
                message = f"{move.instrument.code} has no level"
                yield self.spoil(
                    Finding(code=self.code, severity=self.severity, message=message, facts=(move,), hint="name its index")
                )


POSITIVE = Report(text="", facts=(PriceMove(instrument=Market("HK"), level=Level(Decimal(24000))),))
SILENT = Report(text="", facts=(PriceMove(instrument=HSI, level=Level(Decimal(24000))),))


def test_a_sound_validator_passes() -> None:
    validator: Validator = NoMarkets()
    check_validator(validator, [POSITIVE], [SILENT])
    check_validator(NoMarkets(needs=("bars",)), [POSITIVE], context=Context(given={"bars": []}), examples=0)


BROKEN = {
    "another code": (NoMarkets(spoil=lambda found: evolve(found, code="other")), "a finding with the code 'other'"),
    "too severe": (NoMarkets(spoil=lambda found: evolve(found, severity=Severity.ERROR)), "worse than warning: error"),
    "no hint": (NoMarkets(spoil=lambda found: evolve(found, hint=None)), "without message or hint"),
    "made-up fact": (NoMarkets(spoil=lambda found: evolve(found, facts=SILENT.facts)), "a fact that is not in the report"),
    "beyond the text": (NoMarkets(spoil=lambda found: evolve(found, spans=(Span(0, 9),))), "a finding beyond the text"),
    "odd code": (NoMarkets(code="Market_Level"), "code 'Market_Level': lower-case words joined by hyphens"),
    "lacks its needs": (NoMarkets(needs=("bars",)), "it needs bars"),
}


@pytest.mark.parametrize(("validator", "told"), BROKEN.values(), ids=BROKEN)
def test_a_broken_contract_is_told(validator: NoMarkets, told: str) -> None:
    with pytest.raises(AssertionError) as caught:
        check_validator(validator, [POSITIVE], examples=0)
    assert told in str(caught.value)


def test_what_it_misses_and_what_it_should_not_find_are_told() -> None:
    with pytest.raises(AssertionError) as caught:
        check_validator(NoMarkets(), [SILENT], [POSITIVE], examples=0)
    assert "nothing found" in str(caught.value)
    assert "should abstain, but found 'HK has no level'" in str(caught.value)


@frozen
class Careless(NoMarkets):
    """It is right on its own examples, and crashes where a move has a percentage."""

    def check(self, report: Report, context: Context) -> Iterator[Finding]:
        if any(move.percent is not None for move in report.moves):
            raise ZeroDivisionError
        yield from NoMarkets().check(report, context)


def test_generated_reports_find_what_the_examples_do_not() -> None:
    check_validator(Careless(), [POSITIVE], examples=0)
    with pytest.raises(ZeroDivisionError):
        check_validator(Careless(), [POSITIVE], examples=100)


def test_a_validator_with_a_memory_is_told() -> None:
    seen: list[Finding] = []

    def grows(finding: Finding) -> Finding:
        seen.append(finding)
        return evolve(finding, message=f"the {len(seen)}th")

    with pytest.raises(AssertionError, match="found otherwise the second time"):
        check_validator(NoMarkets(spoil=grows), [POSITIVE], examples=0)


@pytest.mark.parametrize(
    ("validator", "positive", "told"),
    [(object(), [POSITIVE], "no validator"), (NoMarkets, [POSITIVE], "no validator"), (NoMarkets(), [], "no positive report")],
)
def test_nothing_to_check_is_an_error(validator: Any, positive: list[Report], told: str) -> None:
    with pytest.raises(AssertionError, match=told):
        check_validator(validator, positive)
