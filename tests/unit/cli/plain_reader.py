"""A reader that takes every signed percentage for a move of the Hang Seng Index.

It stands in for :mod:`chinamkt.reader`, so that these tests are about the command line alone.
Run as a script it is the command itself with that reader.
"""

from __future__ import annotations

import re
import sys
import types
from decimal import Decimal

from chinamkt.errors import BadInput
from chinamkt.model.article import Article
from chinamkt.model.facts import Fact, PriceMove
from chinamkt.model.instruments import Index
from chinamkt.model.quantities import Percent
from chinamkt.model.report import Report
from chinamkt.model.text import Evidence, Span

FIGURE = re.compile(r"[+-][0-9]+(?:\.[0-9]+)?%")


def read(text: str, *, id: str | None, published: object, publisher: str | None, lang: str | None) -> Report:
    if lang == "tlh":
        raise BadInput("no plug-in reads 'tlh'", source="lang")
    facts: list[Fact] = []
    for found in FIGURE.finditer(text):
        evidence = Evidence(span=Span(*found.span()), quote=found[0], name="gauge", rule="plain.percent")
        facts.append(PriceMove(instrument=Index(slug="HSI"), percent=Percent(Decimal(found[0][:-1])), evidence=evidence))
    article = Article(published=published, publisher=publisher, lang=lang or "en")  # type: ignore[arg-type]
    return Report(text=text, id=id, articles=(article,), facts=tuple(facts))


def explain(report: Report, fact: Fact) -> list[tuple[str, str]]:
    assert fact in report.facts
    assert fact.evidence is not None
    return [("rule", fact.evidence.rule), ("statement", f"{fact.evidence.span.start}:{fact.evidence.span.end}")]


def module() -> types.ModuleType:
    made = types.ModuleType("chinamkt.reader")
    made.__dict__.update(read=read, explain=explain)
    return made


if __name__ == "__main__":
    from chinamkt.cli import main

    sys.modules["chinamkt.reader"] = module()
    main(prog_name="chinamkt")
