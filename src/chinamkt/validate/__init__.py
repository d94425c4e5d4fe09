"""Facts → findings: one module a family of rules, each a plug-in of the group ``chinamkt.validators``."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches

from chinamkt.errors import InvalidValue, PluginError
from chinamkt.model.report import Abstention, Finding, Report
from chinamkt.plugins import load
from chinamkt.validate.protocol import Context, Validator

__all__ = ["Context", "Validator", "abstentions", "check", "validators"]

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
    findings = [said for said in _run(report, "check", only, skip, context) if isinstance(said, Finding)]
    behind = len(report.text)
    return sorted(findings, key=lambda found: (min((span.start for span in found.spans), default=behind), found.code))


def abstentions(
    report: Report, *, only: Iterable[str] | None = None, skip: Iterable[str] | None = None, context: Context | None = None
) -> list[Abstention]:
    """What the validators could not judge in a report, and why; the parameters are those of :func:`check`.

    :return: by the facts' place in the text, then by code; those about no fact last. A validator
        that needs what the context lacks says so once.
    :raises InvalidValue: for a code that no validator has.

    >>> from decimal import Decimal
    >>> from chinamkt import Bound, Index, Level, Percent, Points, PriceMove
    >>> move = PriceMove(instrument=Index(slug="HSI"), percent=Percent(Decimal("-0.5"), bound=Bound.ABOUT),
    ...                  points=Points(Decimal("-153.88")), level=Level(Decimal("23916.06")))
    >>> [one.reason for one in abstentions(Report(text="", facts=(move,)), only="arithmetic-mismatch")]
    ['a figure is not exact']
    """
    said = [said for said in _run(report, "abstentions", only, skip, context) if isinstance(said, Abstention)]
    behind = len(report.text)

    def place(one: Abstention) -> tuple[bool, int, str]:
        span = one.fact.evidence.span if one.fact is not None and one.fact.evidence is not None else None
        return one.fact is None, behind if span is None else span.start, one.code

    return sorted(said, key=place)


def _run(
    report: Report, name: str, only: Iterable[str] | None, skip: Iterable[str] | None, context: Context | None
) -> Iterator[Finding | Abstention]:
    known = validators()
    wanted = set(known) if only is None else _codes(only, known, f"{name}.only")
    wanted -= set() if skip is None else _codes(skip, known, f"{name}.skip")
    context = Context() if context is None else context
    for code in sorted(wanted):
        lacking = [need for need in known[code].needs if not context.provides((need,))]
        if lacking:
            yield Abstention(code=code, reason=f"no {', no '.join(lacking)}")
        else:
            yield from known[code].check(report, context)


def _codes(codes: Iterable[str], known: Collection[str], where: str) -> set[str]:
    chosen = {codes} if isinstance(codes, str) else set(codes)
    for code in sorted(chosen - set(known)):
        parts = [part.strip() for part in code.split(",")]
        if len(parts) > 1 and set(parts) <= set(known):
            hint = f"each by itself: {' and '.join(map(repr, parts))}"
        elif near := get_close_matches(code, known):
            hint = f"{' or '.join(near)}?"
        else:
            hint = f"one of {', '.join(sorted(known))}"
        raise InvalidValue(f"no validator has the code {code!r}", source=where, hint=hint)
    return chosen
