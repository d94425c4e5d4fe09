"""Reading: text → article → mentions → claims → facts → report."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from attrs import define, field

from chinamkt.article import cut
from chinamkt.claims.claim import NAMED, Subject
from chinamkt.claims.discourse import Discourse
from chinamkt.claims.quotations import quotation_rows, quotation_widgets
from chinamkt.claims.sentence import read_sentence
from chinamkt.claims.trade import events
from chinamkt.claims.units import join_figures
from chinamkt.errors import BadInput, ChinamktError
from chinamkt.mentions.scan import names_in, sentences, spelled_out, tokens_of
from chinamkt.model.article import Article, Page, SegmentKind
from chinamkt.model.dates import PartialDate
from chinamkt.model.facts import Basis, Fact, Phase, TradeEvent
from chinamkt.model.report import Report
from chinamkt.plugins import load as load_plugins
from chinamkt.reference import load as load_reference
from chinamkt.resolve.facts import FactMaker
from chinamkt.resolve.instruments import Market, market_of_entry, markets_of, place_of
from chinamkt.resolve.merge import merge_repeated
from chinamkt.resolve.sessions import published_day
from chinamkt.rules import kinds as k

if TYPE_CHECKING:
    from chinamkt.reference.tables import Reference
    from chinamkt.rules.language import Language

__all__ = ["Reader", "explain", "read", "read_many"]

_DIGITS = re.compile("[0-9]+")


@define(slots=False, frozen=True, kw_only=True)
class Reader:
    """Reads texts with fixed options; safe to share between threads.

    :param languages: languages by code; the plug-ins' unless given.
    :param reference: the names and instruments; the shipped ones unless given.

    >>> Reader().read("The CSI 300 Index rose 0.9 percent.").moves[0].percent.value
    Decimal('0.9')
    """

    languages: Mapping[str, Language] = field(factory=lambda: load_plugins("chinamkt.languages"))
    reference: Reference = field(factory=load_reference)

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
        :raises BadInput: for a ``published`` that is no date, or a language that no plug-in reads.
        """
        page = cut(text, lang=lang, publisher=publisher, published=_when(published))
        lower = page.view.lower()
        if len(lower) != len(page.view):
            lower = "".join(letter if len(letter.lower()) != 1 else letter.lower() for letter in page.view)
        facts: list[Fact] = []
        for article in page.articles:
            language = self.languages.get(article.lang[:2])
            if language is not None:
                facts.extend(self._article(page, lower, article, language))
        facts.sort(key=_place)
        return Report(text=text, id=id, articles=page.articles, facts=tuple(facts), fingerprint=self.fingerprint)

    def _article(self, page: Page, lower: str, article: Article, language: Language) -> list[Fact]:
        view, reference = page.view, self.reference
        today = published_day(article)
        market = Market()
        discourse = Discourse()
        anchor = None
        if today is None and language.session_date is not None:
            leads = (language.session_date(lower, segment.span.start, segment.span.end) for segment in article.segments[:3])
            anchor = next((day for day in leads if day is not None), None)
            if anchor is not None and anchor.date is not None:
                today = anchor.date
        maker = FactMaker(page.text, article, reference, today, market, anchor)
        lead: Phase | None = None
        leading: tuple[int, int] | None = None  # the sentence that ``lead`` is to be read from, once it is wanted
        claims: list[tuple[Any, str | None]] = []
        near: str | None = None
        period: Basis | None = None  # what a sentence without figures says that its paragraph is about
        unread: list[tuple[int, int]] = []  # the sentences that ``period`` is to be read from, once it is wanted
        spelled = spelled_out(lower, language)
        has_figures = _figure_finder(lower, article, language)
        for segment, names in zip(article.segments, names_in(article, lower, view, reference.names), strict=True):
            a, b = segment.span.start, segment.span.end
            for hit in names:
                heard = market_of_entry(hit[2]) if hit[2].kind != "security" else None
                if heard:
                    market.hear(heard)
            if segment.kind is SegmentKind.HEADLINE and "headline-phase" in language.steps and language.lead_phase is not None:
                discourse.phase = language.lead_phase(lower, a, b)  # "midday review: ..." holds for the article
            if not has_figures(a, b):
                if names:
                    _mention(discourse, names, view)
                    if segment.kind is SegmentKind.PARAGRAPH:
                        leading = a, b
                continue
            if "table-rows" in language.steps:
                claims.extend((claim, None) for claim in quotation_rows(view, names, a, b))
            starts = [hit[0] for hit in names]
            period, unread = None, []
            near = near if near == "US!" else None  # "US-listed", "premarket" last until another market is named
            for start, end in sentences(view, language, a, b):
                own = names[bisect_left(starts, start) : bisect_left(starts, end)]
                if not has_figures(start, end):
                    unread.append((start, end))
                    if own:
                        _mention(discourse, own, view)
                        leading = start, end
                    continue
                if leading is not None and language.lead_phase is not None:
                    lead = language.lead_phase(lower, *leading)
                leading = None
                tokens = join_figures(tokens_of(view, lower, spelled, language, own, start, end), language)
                spoken = markets_of(tokens)
                near = place_of(tokens, spoken, near)
                phases = [token for token in tokens if token.code == k.PHASE]
                if phases and any(getattr(token.rule, "phase", token.value) is Phase.PREMARKET for token in phases):
                    lead = Phase.PREMARKET
                elif spoken - {"US"}:
                    lead = lead if lead is not Phase.PREMARKET else None
                found = read_sentence(tokens, view, language, discourse)
                if found and language.lead_basis is not None:
                    for stretch in unread:
                        period = language.lead_basis(lower, *stretch) or period
                    unread = []
                for claim in found:
                    if (
                        claim.phase is None
                        and lead is not None
                        and claim.subject.family in ("index", "market", "security", "future")
                    ):
                        claim.phase = lead
                    if period is not None and claim.basis is None and claim.date is None and claim.phase is None:
                        claim.basis = period
                    claim.headline = segment.kind is SegmentKind.HEADLINE
                    claims.append((claim, near and near.rstrip("!")))
                if lead is not Phase.PREMARKET:
                    lead = None  # it leads in one sentence
                if near == "US":
                    near = None
        if "widgets" in language.steps:
            claims.extend((claim, None) for claim in quotation_widgets(page, article))
        facts: list[Fact] = []
        for claim, near in claims:
            fact = maker.make(claim, near)
            if fact is not None:
                facts.append(fact)
        return [*merge_repeated(facts), *events(page, article, language, lower)]


def _figure_finder(lower: str, article: Article, language: Language) -> Callable[[int, int], bool]:
    """Tells whether a stretch of the article holds a figure, in digits or in words."""
    if not article.segments:
        return lambda start, end: False
    first, last = article.segments[0].span.start, article.segments[-1].span.end
    # found once for the article, not sentence by sentence
    places = [(match.start(), match.start() + 1) for match in _DIGITS.finditer(lower, first, last)]
    for word in language.spelled:
        at = lower.find(word, first, last)
        while at >= 0:
            places.append((at, at + len(word)))
            at = lower.find(word, at + 1, last)
    places.sort()
    starts = [place[0] for place in places]

    def has_figures(start: int, end: int) -> bool:
        return any(stop <= end for _, stop in places[bisect_left(starts, start) : bisect_left(starts, end)])

    return has_figures


def _mention(discourse: Discourse, names: list[tuple[int, int, Any]], view: str) -> None:
    """A sentence without figures may still name whom the next one speaks of."""
    group: list[Subject] = []
    for start, end, entry in names:
        if entry.weak or entry.blocker:
            break
        if group and (view[group[-1].end : start].strip(" ,") not in ("and", "and the", "") or group[0].family != entry.kind):
            break
        group.append(Subject(NAMED, view[start:end], start, end, entry))
    discourse.focus(group)


def _place(fact: Fact) -> tuple[int, int]:
    return (fact.evidence.span.start, fact.evidence.span.end) if fact.evidence else (0, 0)


def _when(published: dt.datetime | dt.date | PartialDate | str | None) -> dt.datetime | PartialDate | None:
    if published is None or isinstance(published, (dt.datetime, PartialDate)):
        return published
    if isinstance(published, dt.date):
        return PartialDate.of(published)
    try:
        return dt.datetime.fromisoformat(published) if len(published) > 10 else PartialDate.parse(published)
    except ValueError as error:
        raise BadInput(
            f"{published!r} is no date", source="published", hint="ISO 8601, e.g. 2025-07-04 or 2025-07-04T16:30+08:00"
        ) from error


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

    :param documents: mappings with ``text`` and optionally ``id``, ``published``, ``publisher``, ``lang``.
    :param jobs: processes to read with.
    """
    if jobs > 1:
        from concurrent.futures import ProcessPoolExecutor

        with ProcessPoolExecutor(jobs) as pool:
            yield from pool.map(read_record, documents, chunksize=16)
        return
    for document in documents:
        yield read_record(document)


def read_record(document: Mapping[str, Any]) -> Report | ChinamktError:
    """One document of :func:`read_many`."""
    options = {name: document.get(name) for name in ("published", "publisher", "lang", "id")}
    text = document.get("text")
    if not isinstance(text, str):
        return BadInput("a document without text", source=f"document {document.get('id')!r}, key 'text'", hint="a string")
    try:
        return read(text, **options)
    except ChinamktError as error:
        return error


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
        lines.extend(("candidate", other.subject) for other in getattr(fact, "candidates", ()))
    lines.append(("made by", report.fingerprint))
    return lines
