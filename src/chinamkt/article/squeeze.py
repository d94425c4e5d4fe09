"""Blanks in a row made one, so that a name or a phrase matches across them; and the way back to the page's own offsets.

A page wrapped with CRLF, one whose lines end in blanks, and one with markup between its words have
runs of blanks inside their paragraphs. The view keeps the length of the text, so the runs stay in
it; what is read is a copy without them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Final

from attrs import evolve, frozen

from chinamkt.expressions import expression
from chinamkt.model.article import Article, Page
from chinamkt.model.facts import Fact
from chinamkt.model.text import Span

__all__ = ["Squeezed", "squeeze"]

_RUN: Final = expression(r"[ \t\r\n]{2,}")


@frozen(slots=True)
class Squeezed:
    """A page without runs of blanks inside its segments.

    :param page: the page to read; its text and view are as long as each other.
    :param text: the text as given.
    :param places: for each character of the page, where it stands in the text; then the text's length.
    """

    page: Page
    text: str
    places: Sequence[int]

    def given(self, facts: Iterable[Fact]) -> list[Fact]:
        """The facts with their spans and quotes in the text as given."""
        return [self._given(fact) for fact in facts]

    def _given(self, fact: Fact) -> Fact:
        told = fact.evidence
        if told is None:
            return fact
        span = self._span(told.span)
        evidence = evolve(
            told,
            span=span,
            quote=span.of(self.text),
            subject=told.subject and self._span(told.subject),
            verb=told.verb and self._span(told.verb),
            date=told.date and self._span(told.date),
            numbers=tuple(map(self._span, told.numbers)),
        )
        return evolve(fact, evidence=evidence)

    def _span(self, span: Span) -> Span:
        start = self.places[span.start]
        return Span(start, self.places[span.end - 1] + 1 if span.end > span.start else start)


def squeeze(page: Page) -> Squeezed | None:
    """A copy of a page without runs of blanks, or ``None`` where no segment has one.

    >>> from chinamkt.article import cut
    >>> text = "The Hang  Seng Index rose   0.7 per cent."
    >>> found = squeeze(cut(text))
    >>> found.page.view
    'The Hang Seng Index rose 0.7 per cent.'
    >>> text[found.places[9]:]
    'Seng Index rose   0.7 per cent.'
    """
    if not any(blanks in page.view for blanks in ("  ", "\t", "\r")):
        return None
    runs = [
        run.span()
        for article in page.articles
        for segment in article.segments
        for run in _RUN.finditer(page.view, segment.span.start, segment.span.end)
    ]
    if not runs:
        return None
    text: list[str] = []
    view: list[str] = []
    places: list[int] = []
    at = 0
    for start, end in [*sorted(runs), (len(page.view), len(page.view))]:
        text.append(page.text[at:start])
        view.append(page.view[at:start])
        places.extend(range(at, start))
        if end > start:
            text.append(" ")
            view.append(" ")
            places.append(start)
        at = end
    places.append(len(page.text))
    articles = tuple(_moved(article, places) for article in page.articles)
    return Squeezed(evolve(page, text="".join(text), view="".join(view), articles=articles), page.text, places)


def _moved(article: Article, places: Sequence[int]) -> Article:
    def move(span: Span) -> Span:
        return Span(bisect_left(places, span.start), bisect_left(places, span.end))

    return evolve(
        article,
        segments=tuple(evolve(segment, span=move(segment.span)) for segment in article.segments),
        headline=article.headline and move(article.headline),
        byline=article.byline and move(article.byline),
        dateline=article.dateline and move(article.dateline),
    )
