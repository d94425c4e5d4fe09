"""Strategies for what surrounds the facts: evidence, articles, findings, reports."""

from __future__ import annotations

import datetime as dt
from itertools import groupby

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from chinamkt.model.article import Article, Page, Role, Segment, SegmentKind
from chinamkt.model.facts import Fact
from chinamkt.model.report import Abstention, Finding, Report, Severity
from chinamkt.model.text import Evidence, Span
from chinamkt.strategies.facts import facts as any_facts
from chinamkt.strategies.statements import EN, ZH, state
from chinamkt.strategies.values import partial_dates, spans

__all__ = ["abstentions", "cut_articles", "evidence", "findings", "pages", "reports", "segments"]

_LANGUAGES = {"en": EN, "zh-Hans": ZH}

# Made once, see values.py.
_LANGUAGE = st.sampled_from(tuple(_LANGUAGES))
_TEXT, _SOME_TEXT, _FILLER, _NO_FILLER = st.text(max_size=80), st.text(min_size=1, max_size=60), st.text(max_size=12), st.just("")
_RULES = st.from_regex(r"([a-z]{1,6}(\.[a-z]{1,6}){1,2})?", fullmatch=True)
_SEGMENT_KINDS = st.sampled_from(SegmentKind)
_PUBLISHERS = st.none() | st.sampled_from(("The Harbour Post", "海港日报"))
_ZONES = st.integers(-12, 14).map(lambda hours: dt.timezone(dt.timedelta(hours=hours)))
_SINCE, _UNTIL = dt.datetime(1990, 1, 1), dt.datetime(2049, 12, 31)  # noqa: DTZ001 - Hypothesis asks for naive ends
_PUBLISHED = st.none() | partial_dates() | st.datetimes(_SINCE, _UNTIL, timezones=_ZONES)
_NUMBERS = st.integers(0, 3)
_CODES = st.from_regex(r"[a-z]{3,10}(-[a-z]{3,10}){1,2}", fullmatch=True)
_SEVERITIES = st.sampled_from(Severity)
_HINTS = st.none() | _SOME_TEXT
_IDS = st.none() | st.from_regex(r"[a-z]{1,4}-[0-9]{1,4}", fullmatch=True)
_FINGERPRINTS = st.text("0123456789abcdef", max_size=8)


@st.composite
def evidence(draw: DrawFn, *, text: str | None = None) -> Evidence:
    """Evidence whose quote and name are the words at its spans; the parts lie inside the statement.

    :param text: the text that it points into; ``None`` for one of its own.
    """
    whole = draw(_SOME_TEXT) if text is None else text
    span = draw(spans(within=len(whole)))
    part = spans(within=span)
    subject = draw(st.none() | part)
    return Evidence(
        span=span,
        quote=span.of(whole),
        name=subject.of(whole) if subject is not None else "",
        subject=subject,
        verb=draw(st.none() | part),
        numbers=tuple(sorted(draw(st.lists(part, max_size=3)), key=lambda number: number.start)),
        date=draw(st.none() | part),
        rule=draw(_RULES),
    )


def segments(*, within: int | Span = 2_000) -> SearchStrategy[Segment]:
    """Stretches of prose; :param within: as for :func:`spans`."""
    return st.builds(Segment, st.sampled_from(SegmentKind), spans(within=within))


@st.composite
def cut_articles(draw: DrawFn, *, size: int = 2_000, number: int | None = None) -> Article:
    """Articles as cut from a page: segments in the order of the text, none over another.

    :param size: the length of the page's text.
    :param number: the article's number on its page.
    """
    number = draw(_NUMBERS) if number is None else number
    cuts = sorted(draw(st.lists(st.integers(0, size), max_size=8)))
    stretches = [Span(start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=False)]
    parts = tuple(Segment(draw(_SEGMENT_KINDS), stretch) for stretch in stretches)
    return _article(draw, number, parts, "en")


def _article(draw: DrawFn, number: int, parts: tuple[Segment, ...], lang: str) -> Article:
    headline = next((part.span for part in parts if part.kind is SegmentKind.HEADLINE), None)
    return Article(
        number=number,
        role=Role.RELATED if number else Role.MAIN,
        lang=lang,
        segments=parts,
        headline=headline,
        publisher=draw(_PUBLISHERS),
        published=draw(_PUBLISHED),
    )


@st.composite
def pages(draw: DrawFn) -> Page:
    """Pages with up to three articles, one behind the other; the view is the text itself."""
    text = draw(_TEXT)
    ends = sorted(draw(st.lists(st.integers(0, len(text)), max_size=3)))
    starts = [0, *ends[:-1]]
    cut = [
        _article(draw, number, (Segment(draw(_SEGMENT_KINDS), Span(start, end)),), "en")
        for number, (start, end) in enumerate(zip(starts, ends, strict=False))
    ]
    return Page(text=text, view=text, articles=tuple(cut))


@st.composite
def findings(draw: DrawFn, *, report: Report | None = None) -> Finding:
    """Findings; :param report: the report whose facts and text they are about."""
    size = 1_000 if report is None else len(report.text)
    about = any_facts() if report is None else st.sampled_from(report.facts) if report.facts else st.nothing()
    return Finding(
        code=draw(_CODES),
        severity=draw(_SEVERITIES),
        message=draw(_SOME_TEXT),
        facts=tuple(draw(st.lists(about, max_size=2))),
        spans=tuple(draw(st.lists(spans(within=size), max_size=2))),
        hint=draw(_HINTS),
    )


@st.composite
def abstentions(draw: DrawFn, *, report: Report | None = None) -> Abstention:
    """Abstentions; :param report: the report whose facts they are about."""
    about = any_facts() if report is None else st.sampled_from(report.facts) if report.facts else st.nothing()
    return Abstention(code=draw(_CODES), reason=draw(_SOME_TEXT), fact=draw(st.none() | about))


@st.composite
def reports(
    draw: DrawFn, *, facts: SearchStrategy[Fact] | None = None, min_facts: int = 0, max_facts: int = 6, filler: bool = True
) -> Report:
    """Reports whose facts stand in their text: quotes, names, verbs and printed numbers are where the evidence says.

    :param facts: the facts to draw from; their evidence is made anew.
    :param filler: put any other text between the statements.
    """
    lang = draw(_LANGUAGE)
    drawn = draw(st.lists(any_facts() if facts is None else facts, min_size=min_facts, max_size=max_facts))
    other = _FILLER if filler else _NO_FILLER
    text, grounded = "", []
    for fact in sorted(drawn, key=lambda fact: fact.article):
        text += draw(other)
        statement, with_words = state(fact, len(text), _LANGUAGES[lang])
        text += statement + "\n"
        grounded.append(with_words)
    numbered = _number_from_zero(grounded)
    cut = []
    for number, members in groupby(numbered, key=lambda fact: fact.article):
        stretches = [fact.evidence.span for fact in members if fact.evidence is not None]
        parts = tuple(Segment(SegmentKind.PARAGRAPH, stretch) for stretch in stretches)
        cut.append(_article(draw, number, parts, lang))
    return Report(
        text=text + draw(other),
        id=draw(_IDS),
        articles=tuple(cut),
        facts=tuple(numbered),
        fingerprint=draw(_FINGERPRINTS),
    )


def _number_from_zero(facts: list[Fact]) -> list[Fact]:
    """The same facts, their articles counted 0, 1, 2, ... without a gap."""
    order = {number: place for place, number in enumerate(sorted({fact.article for fact in facts}))}
    return [evolve(fact, article=order[fact.article]) for fact in facts]
