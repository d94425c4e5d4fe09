"""Facts → findings: one module a family of rules, each a plug-in of the group ``chinamkt.validators``."""

from __future__ import annotations

from collections.abc import Iterable

from chinamkt.errors import InvalidValue, PluginError
from chinamkt.model.report import Finding, Report
from chinamkt.plugins import load
from chinamkt.validate.protocol import Context, Validator

__all__ = ["Context", "Validator", "check", "validators"]

GROUP = "chinamkt.validators"


def validators() -> dict[str, Validator]:
    """Every installed validator by its code.

    :raises PluginError: for an entry point that is no validator, or not under its own code.

    >>> "arithmetic-mismatch" in validators()
    True
    """
    found: dict[str, Validator] = {}
    for name, plugin in load(GROUP).items():
        if not isinstance(plugin, Validator) or isinstance(plugin, type):
            raise PluginError(
                "no validator", source=f"{GROUP}: {name}", hint="an instance with code, severity, needs and check()"
            )
        if plugin.code != name:
            raise PluginError(f"its code is {plugin.code!r}", source=f"{GROUP}: {name}", hint="register it under its code")
        found[name] = plugin
    return found


def check(
    report: Report, *, only: Iterable[str] | None = None, skip: Iterable[str] | None = None, context: Context | None = None
) -> list[Finding]:
    """Run the validators over a report.

    :param only: codes of the validators to run; ``None`` for all.
    :param skip: codes of validators to leave out.
    :param context: what validators may use beside the report; one that needs more is not run.
    :return: the findings by place in the text, then by code.
    :raises InvalidValue: for a code that no validator has.

    >>> from decimal import Decimal
    >>> from chinamkt import Index, Level, Percent, Points, PriceMove
    >>> move = PriceMove(instrument=Index(slug="HSI"), percent=Percent(Decimal("-0.46")),
    ...                  points=Points(Decimal("-153.88")), level=Level(Decimal("23916.06")))
    >>> [finding.code for finding in check(Report(text="", facts=(move,)))]
    ['arithmetic-mismatch']
    """
    known = validators()
    wanted = set(known) if only is None else _codes(only, known, "check.only")
    wanted -= set() if skip is None else _codes(skip, known, "check.skip")
    context = Context() if context is None else context
    findings: list[Finding] = []
    for code in sorted(wanted):
        if context.provides(known[code].needs):
            findings.extend(known[code].check(report, context))
    behind = len(report.text)
    return sorted(findings, key=lambda found: (min((span.start for span in found.spans), default=behind), found.code))


def _codes(codes: Iterable[str], known: Iterable[str], where: str) -> set[str]:
    chosen = {codes} if isinstance(codes, str) else set(codes)
    for code in sorted(chosen - set(known)):
        raise InvalidValue(f"no validator has the code {code!r}", source=where, hint=f"one of {', '.join(sorted(known))}")
    return chosen
