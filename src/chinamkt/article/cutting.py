"""The article stage: from a text to a page with its articles."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Final

import attrs

from chinamkt.article.fold import fold
from chinamkt.article.inserts import without_inserts
from chinamkt.article.markup import without_html, without_markdown
from chinamkt.article.parsers.protocol import ArticleParser
from chinamkt.article.script import language
from chinamkt.errors import BadInput
from chinamkt.expressions import expression
from chinamkt.model.article import Article, Page, SegmentKind
from chinamkt.model.dates import PartialDate
from chinamkt.plugins import load

__all__ = ["cut", "view_of"]

#: Signs of Markdown: a link's target; a doubled or an escaped star; a heading, or a line between underscores.
_LINKED: Final = expression(r"\]\(")
_STARRED: Final = expression(r"\*(?:\*\S|(?<=\\\*))")
_HEADED: Final = expression(r"\n(?:#{1,6} |[ ]{0,3}_\S)")


def view_of(text: str) -> str:
    r"""Fold a text and blank its markup; the view is as long as the text.

    >>> view_of("**Shares**\u00a0of [Vanke](https://example.org) fell\r\n3%")
    '  Shares   of  Vanke                       fell \n3%'
    """
    view = fold(text)
    if "\r" in view:
        view = view.replace("\r\n", " \n").replace("\r", "\n")
    if "\t" in view:
        view = view.replace("\t", " ")
    tags = "<" in view
    if tags or "&" in view:
        view = without_html(view)
    if _marked(view):
        view = without_markdown(view)
    return without_inserts(view, coded=tags)


def _marked(view: str) -> bool:
    """Look for Markdown: first for a character that plain text seldom has, then for what it marks."""
    return bool(
        ("]" in view and _LINKED.search(view))
        or ("*" in view and _STARRED.search(view))
        or (("#" in view or "_" in view) and (view[0] == "#" or _HEADED.search(view)))
    )


def cut(
    text: str,
    *,
    lang: str | None = None,
    publisher: str | None = None,
    published: str | dt.date | PartialDate | None = None,
    parsers: Iterable[ArticleParser] | None = None,
) -> Page:
    r"""Cut a text into the articles that stand on it.

    :param lang: ``en``, ``zh-Hans`` or ``zh-Hant``, where the caller knows; else it is counted.
    :param publisher: who published the main article, where the caller knows.
    :param published: when, as an ISO 8601 string, a date, a datetime or a partial date; it outranks the page's own.
    :param parsers: the parsers to choose from; those of the entry-point group ``chinamkt.article_parsers`` unless given. The
        highest score cuts the page, among equals the first.
    :raises BadInput: for a text that is no string, and for a ``published`` that is no date.

    >>> page = cut("Stocks gain\n\nThe index rose 0.4 per cent to 3,346.72 on Friday.\n\nRelated Articles\n\nA\nB")
    >>> [(str(segment.kind), segment.span.of(page.text)) for segment in page.articles[0].segments]
    [('headline', 'Stocks gain'), ('paragraph', 'The index rose 0.4 per cent to 3,346.72 on Friday.')]
    """
    if not isinstance(text, str):
        raise BadInput(f"a {type(text).__name__} is no text", source="text", hint="a string; bytes are to be decoded")
    view = view_of(text)
    best, most = None, 0
    for parser in load("chinamkt.article_parsers").values() if parsers is None else parsers:
        score = parser.score(view, text)
        if score > most:
            best, most = parser, score
    lang = lang or language(text, view)
    articles: Sequence[Article] = best.articles(view, text, lang) if best else (Article(lang=lang),)
    if publisher or published:
        main = articles[0]
        main = attrs.evolve(main, publisher=publisher or main.publisher, published=_moment(published) or main.published)
        articles = [main, *articles[1:]]
    return Page(text=text, view=_unwrapped(view, articles), articles=tuple(articles))


_DATES = "ISO 8601, e.g. 2025-07-04 or 2025-07-04T16:30+08:00"


def _moment(published: str | dt.date | PartialDate | None) -> dt.datetime | PartialDate | None:
    if published is None or isinstance(published, (dt.datetime, PartialDate)):
        return published
    if isinstance(published, dt.date):
        return PartialDate.of(published)
    if not isinstance(published, str):
        raise BadInput(f"{published!r} is no date", source="published", hint=_DATES)
    try:
        if "T" in published or ":" in published:
            moment = dt.datetime.fromisoformat(published)
            return moment if moment.tzinfo else PartialDate.of(moment.date())
        return PartialDate.parse(published)
    except ValueError as error:
        raise BadInput(f"{published!r} is no date", source="published", hint=_DATES) from error


def _unwrapped(view: str, articles: Sequence[Article]) -> str:
    """Write the line ends within a paragraph as blanks, so that a phrase matches across them."""
    pieces, done = [], 0
    for article in articles:
        for segment in article.segments:
            span = segment.span
            if view.find("\n", span.start, span.end) >= 0 and segment.kind is not SegmentKind.TABLE:
                pieces += [view[done : span.start], view[span.start : span.end].replace("\n", " ")]
                done = span.end
    return "".join((*pieces, view[done:])) if pieces else view
