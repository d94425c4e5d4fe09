"""Facts from elsewhere against the text they are said to stand in: a language model's JSON, a CSV, another parser.

Each is read in the wire form or as a row of the facts table, looked up in the text by its quote, and judged by every
validator, those of :mod:`chinamkt.validate.grounding` first. What can't be read is refused with its place, and the rest
goes on.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import evolve, frozen

from chinamkt.article.cutting import cut
from chinamkt.errors import BadInput, ChinamktError
from chinamkt.model.dates import PartialDate
from chinamkt.model.facts import Fact, FundFlow, PriceMove, TradeEvent, Turnover
from chinamkt.model.report import Finding, Report
from chinamkt.model.text import Evidence, Span
from chinamkt.outputs.converter import structure
from chinamkt.outputs.flat import from_rows
from chinamkt.outputs.jsontext import loads
from chinamkt.validate import Context, check

__all__ = ["Guarded", "guard", "read_facts"]

_KINDS = (PriceMove, Turnover, FundFlow, TradeEvent)
#: Keys that only the wire form has, each with an object inside.
_NESTED = ("instrument", "market", "percent", "points", "level", "amount", "change", "superlative", "evidence")
_FORMS = "a fact in the wire form, or a row of the facts table"
_LISTS = ("parties", "candidates")


@frozen(slots=True, kw_only=True)
class Guarded:
    """What :func:`guard` returns.

    :param report: the text with the facts that could be read, each with its quote's place.
    :param findings: what the validators find in them.
    :param refused: an error for each fact that could not be read, with its place.
    :param numbers: which of the given facts each of the report's is, from 1.
    """

    report: Report
    findings: tuple[Finding, ...]
    refused: tuple[ChinamktError, ...] = ()
    numbers: tuple[int, ...] = ()

    @property
    def sound(self) -> tuple[Fact, ...]:
        """The facts that no finding is about."""
        doubted = {id(fact) for finding in self.findings for fact in finding.facts}
        return tuple(fact for fact in self.report.facts if id(fact) not in doubted)


def guard(
    text: str,
    facts: Iterable[Fact | Mapping[str, Any] | ChinamktError],
    *,
    published: dt.datetime | dt.date | PartialDate | str | None = None,
    publisher: str | None = None,
    lang: str | None = None,
    id: str | None = None,
    only: Iterable[str] | None = None,
    skip: Iterable[str] | None = None,
    context: Context | None = None,
) -> Guarded:
    """Judge facts that something else read in a text.

    :param facts: facts, mappings in the wire form or in the columns of the facts table (numbers may be JSON numbers), or
        errors in the place of what could not be read, which are passed on.
    :param published: with publisher and lang as for :func:`chinamkt.read`.
    :param only: with skip and context as for :func:`chinamkt.check`.

    :raises BadInput: for one mapping or a string instead of several facts, and as for :func:`chinamkt.read`.

    A quote counts wherever it stands; offsets that do not fit it are put right. Facts without a quote are judged by
    their figures alone.

    >>> guarded = guard("The Hang Seng Index fell 0.64 percent.", [
    ...     {"kind": "move", "subject": "index:HSI", "pct": -0.46, "quote": "The Hang Seng Index fell 0.64 percent"},
    ...     {"kind": "move", "subject": "index:HSI", "pct": "minus one"},
    ... ])
    >>> [(finding.code, finding.hint) for finding in guarded.findings]
    [('number-not-in-quote', '0.64, with digits swapped?')]
    >>> print(guarded.refused[0])
    fact 2: pct: 'minus one' is no decimal number
    """
    if isinstance(facts, Mapping | str):
        raise BadInput(f"a {type(facts).__name__} is no list of facts", source="facts", hint="[{...}]; read_facts reads files")
    page = cut(text, lang=lang, publisher=publisher, published=published)
    kept: dict[int, Fact] = {}
    refused: list[ChinamktError] = []
    for number, one in enumerate(facts, 1):
        if isinstance(one, ChinamktError):
            refused.append(one)
            continue
        try:
            fact = one if isinstance(one, _KINDS) else _fact(_mapping(one, number), text, f"fact {number}")
        except BadInput as error:
            refused.append(error)
            continue
        kept[number] = _anchored(fact, text)
    report = Report(text=text, id=id, articles=page.articles, facts=tuple(kept.values()))
    findings = tuple(check(report, only=only, skip=skip, context=context))
    return Guarded(report=report, findings=findings, refused=tuple(refused), numbers=tuple(kept))


def read_facts(written: str | bytes, *, source: str, form: str | None = None) -> Iterator[dict[str, Any] | BadInput]:
    r"""The facts of a file, or in a fact's place the error that says what is wrong: JSON lines, a JSON array, or CSV.

    :param source: the file's name, for errors.
    :param form: ``jsonl``, ``json`` or ``csv``; by the file's suffix unless given.

    Each mapping has its place under the key ``source``.

    >>> [type(one).__name__ for one in read_facts('{"subject": "index:HSI"}\n[1]\n{"pct"', source="facts.jsonl")]
    ['dict', 'BadInput', 'BadInput']
    """
    text = written.decode("utf-8-sig", "replace") if isinstance(written, bytes) else written
    form = form or ("csv" if source.endswith(".csv") else "json" if source.endswith(".json") else "jsonl")
    if form == "csv":
        yield from _csv_facts(text, source)
    elif form == "json":
        value = loads(text, source=source, digits=True)
        rows = value.get("facts") if isinstance(value, dict) else value
        if not isinstance(rows, list):
            raise BadInput("no array of facts", source=source, hint='[{...}] or {"facts": [{...}]}')
        for number, row in enumerate(rows, 1):
            yield _sourced(row, f"{source}: fact {number}")
    else:
        for number, line in enumerate(text.split("\n"), 1):
            if not line.strip():
                continue
            try:
                yield _sourced(loads(line, source=source, line=number, digits=True), f"{source}:{number}")
            except BadInput as error:
                yield error


def _csv_facts(text: str, source: str) -> Iterator[dict[str, Any] | BadInput]:
    reader = csv.reader(io.StringIO(text, newline=""))
    header = next(reader, None)
    if not header:
        raise BadInput("empty", source=source, hint="a header with columns of the facts table")
    for row in reader:
        place = f"{source}:{reader.line_num}"
        if not row:
            continue
        if len(row) != len(header):
            yield BadInput(f"{len(row)} values", source=place, hint=f"the header has {len(header)}")
            continue
        cells: dict[str, Any] = {name: cell for name, cell in zip(header, row, strict=True) if cell != ""}
        for name in _LISTS:
            if name in cells:
                cells[name] = cells[name].split(";")
        for name in ("article", "start", "end"):
            if cells.get(name, "").isdigit():
                cells[name] = int(cells[name])
        yield _sourced(cells, place)


def _sourced(value: Any, place: str) -> dict[str, Any] | BadInput:
    if not isinstance(value, dict):
        return BadInput("no object", source=place, hint=_FORMS)
    return {**value, "source": place}


def _mapping(one: object, number: int) -> Mapping[str, Any]:
    if isinstance(one, Mapping):
        return one
    raise BadInput(f"a {type(one).__name__} is no fact", source=f"fact {number}", hint=_FORMS)


def _fact(given: Mapping[str, Any], text: str, place: str) -> Fact:
    """A fact of either form; the place it comes from leads the error, its own before its number."""
    value = {key: one for key, one in given.items() if key not in ("source", "id")}
    place = str(given.get("source", place))
    try:
        if any(isinstance(value.get(key), dict) for key in _NESTED):
            return structure(value, Fact)  # type: ignore[arg-type]
        (fact,) = from_rows([value], text=text)
    except BadInput as error:
        where = (error.source or "").removeprefix("row 1").removeprefix("$").removeprefix(":").removeprefix(".").strip()
        raise BadInput(error.message, source=f"{place}: {where}" if where else place, hint=error.hint) from None
    if fact.evidence is None and isinstance(value.get("quote"), str):
        return evolve(fact, evidence=Evidence(span=Span(0, 0), quote=value["quote"], name=str(value.get("name") or "")))
    return fact


def _anchored(fact: Fact, text: str) -> Fact:
    """The fact with its evidence where its quote stands; parts that do not fit are dropped."""
    evidence = fact.evidence
    if evidence is None or not evidence.quote or evidence.span.of(text) == evidence.quote:
        return fact
    start = text.find(evidence.quote)
    span = Span(0, 0) if start < 0 else Span(start, start + len(evidence.quote))
    return evolve(fact, evidence=Evidence(span=span, quote=evidence.quote, name=evidence.name, rule=evidence.rule))
