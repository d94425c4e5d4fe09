"""Reading: text → article → mentions → claims → facts → report."""

from __future__ import annotations

import datetime as dt
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import define, field

from chinamkt.article import cut
from chinamkt.article.squeeze import squeeze
from chinamkt.errors import BadInput, ChinamktError
from chinamkt.model.dates import PartialDate
from chinamkt.model.facts import Fact, TradeEvent
from chinamkt.model.report import Report
from chinamkt.plugins import OnDemand
from chinamkt.reference import load as load_reference
from chinamkt.stages import ArticleReading, lowered

if TYPE_CHECKING:
    from concurrent.futures import Future

    from chinamkt.reference.tables import Reference
    from chinamkt.rules.language import Language

__all__ = ["Reader", "explain", "read", "read_many"]


def _paths(given: Iterable[Path | str]) -> tuple[Path | str, ...]:
    return (given,) if isinstance(given, (str, Path)) else tuple(given)


@define(slots=False, frozen=True, kw_only=True)
class Reader:
    """Reads texts with fixed options; safe to share between threads.

    :param languages: languages by code; the plug-ins' unless given, each loaded for the first text in it.
    :param reference: the names and instruments; the shipped ones unless given.
    :param references: the paths of CSV files of more instruments (columns: :mod:`chinamkt.reference.more`).
    :raises ReferenceFault: for a fault in such a file, with its line; for an id that stands in two tables, naming both.

    >>> Reader().read("The CSI 300 Index rose 0.9 percent.").moves[0].percent.value
    Decimal('0.9')
    """

    languages: Mapping[str, Language] = field(factory=lambda: OnDemand("chinamkt.languages"))
    reference: Reference = field(factory=load_reference)
    references: tuple[Path | str, ...] = field(default=(), converter=_paths)

    def __attrs_post_init__(self) -> None:
        if self.references:  # a fault is told where the reader is made
            object.__setattr__(self, "reference", self.reference.extended(*self.references))

    @cached_property
    def fingerprint(self) -> str:
        """What made the reports of this reader: languages and tables with their versions."""
        return f"languages={'+'.join(sorted(self.languages))}; reference={self.reference.fingerprint}"

    def read(
        self,
        text: str,
        *,
        published: dt.datetime | dt.date | PartialDate | str | None = None,
        publisher: str | None = None,
        lang: str | None = None,
        id: str | None = None,
    ) -> Report:
        """The facts that a text states.

        :param published: when the text came out, where the page does not say it or says it wrongly.
        :param lang: ``en``, ``zh-Hans`` or ``zh-Hant``; found out unless given.
        :param id: kept in the report.
        :raises BadInput: for a text that is no string, a ``published`` that is no date, or a language that no plug-in reads.
        """
        page = cut(text, lang=lang, publisher=publisher, published=published)
        if lang is not None and lang[:2] not in self.languages:
            raise BadInput(f"no plug-in reads {lang!r}", source="lang", hint=f"one of {', '.join(sorted(self.languages))}")
        squeezed = squeeze(page)
        read = squeezed.page if squeezed else page
        lower = lowered(read.view)
        facts: list[Fact] = []
        for article, given in zip(read.articles, page.articles, strict=True):
            language = self.languages.get(article.lang[:2])
            if language is None:
                continue
            reading = ArticleReading(read, lower, article, language, self.reference)
            found = reading.facts()
            facts.extend(squeezed.given(found) if squeezed else found)
            facts.extend(reading.widgets(page, given))
        facts.sort(key=_place)
        return Report(text=text, id=id, articles=page.articles, facts=tuple(facts), fingerprint=self.fingerprint)


def _place(fact: Fact) -> tuple[int, int]:
    return (fact.evidence.span.start, fact.evidence.span.end) if fact.evidence else (0, 0)


_READER: list[Reader] = []


def _default() -> Reader:
    if not _READER:
        _READER.append(Reader())
    return _READER[0]


def read(
    text: str,
    *,
    published: dt.datetime | dt.date | PartialDate | str | None = None,
    publisher: str | None = None,
    lang: str | None = None,
    id: str | None = None,
) -> Report:
    """Read one text; see :meth:`Reader.read`.

    >>> report = read("Tencent added 0.9 per cent to HK$498.")
    >>> report.moves[0].instrument.subject
    'security:XHKG:00700'
    """
    return _default().read(text, published=published, publisher=publisher, lang=lang, id=id)


def read_many(documents: Iterable[Mapping[str, Any]], *, jobs: int = 1) -> Iterator[Report | ChinamktError]:
    """A record for every document in order: its report, or its error.

    :param documents: mappings with ``text`` and optionally ``id``, ``published``, ``publisher``, ``lang``; what is none
        gives an error in its place.
    :param jobs: processes to read with.
    """
    if jobs > 1:
        from concurrent.futures import ProcessPoolExecutor

        waiting = iter(documents)
        with ProcessPoolExecutor(jobs) as pool:
            ahead: deque[Future[list[Report | ChinamktError]]] = deque()
            while batch := list(islice(waiting, _BATCH)):
                ahead.append(pool.submit(_read_batch, batch))
                if len(ahead) > 2 * jobs:  # no more of the documents in memory than keeps the processes busy
                    yield from ahead.popleft().result()
            while ahead:
                yield from ahead.popleft().result()
        return
    for document in documents:
        yield read_record(document)


#: Documents that a process gets at a time.
_BATCH = 16


def _read_batch(documents: list[Mapping[str, Any]]) -> list[Report | ChinamktError]:
    return [read_record(document) for document in documents]


def read_record(document: Mapping[str, Any]) -> Report | ChinamktError:
    """One document of :func:`read_many`."""
    given: object = document
    if not isinstance(given, Mapping):
        return BadInput(f"a {type(given).__name__} is no document", source=repr(given)[:60], hint='{"text": ...}')
    options = {name: document.get(name) for name in ("published", "publisher", "lang", "id")}
    text = document.get("text")
    if not isinstance(text, str):
        return BadInput("a document without text", source=f"document {document.get('id')!r}, key 'text'", hint="a string")
    for name in ("publisher", "lang"):
        if not isinstance(options[name], str | None):
            value = options[name]
            return BadInput(f"{value!r} is no string", source=f"document {document.get('id')!r}, key {name!r}", hint="or None")
    try:
        return read(text, **options)
    except ChinamktError as error:
        return error


#: The clue that chose among the instruments of a name, in words.
_BECAUSE = {
    "code": "a code stands beside the name",
    "word": "a word beside the name says which listing",
    "currency": "its price is in that listing's currency",
    "session": "it is traded there at that time of day",
    "sentence": "the sentence speaks of that market",
    "article": "the article speaks of that market",
    "table": "nothing in the text tells them apart: the likeliest by the tables",
}


def explain(report: Report, fact: Fact) -> list[tuple[str, str]]:
    """Why a fact was read: its rule, its words, the rows of the reference data it rests on."""
    lines: list[tuple[str, str]] = []
    evidence = fact.evidence
    if evidence is None:
        return [("evidence", "none: the fact was not read from a text")]
    lines.append(("rule", evidence.rule))
    lines.append(("statement", f"{evidence.span.start}:{evidence.span.end} {evidence.quote!r}"))
    parts = [
        ("subject", evidence.subject),
        ("verb", evidence.verb),
        ("date", evidence.date),
        *(("figure", span) for span in evidence.numbers),
    ]
    lines.extend((label, f"{span.start}:{span.end} {span.of(report.text)!r}") for label, span in parts if span is not None)
    if not isinstance(fact, TradeEvent):
        instrument = getattr(fact, "instrument", None) or getattr(fact, "market", None)
        if instrument is not None:
            lines.append(("instrument", f"{instrument.subject} {instrument!r}"))
        if evidence.clue in _BECAUSE:
            lines.append(("because", _BECAUSE[evidence.clue]))
        lines.extend(("candidate", other.subject) for other in getattr(fact, "candidates", ()))
    lines.append(("made by", report.fingerprint))
    return lines
