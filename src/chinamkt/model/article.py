"""A page and the articles on it."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from attrs import field, frozen

from chinamkt.model.dates import PartialDate
from chinamkt.model.text import Span

__all__ = ["Article", "Page", "Role", "Segment", "SegmentKind"]


class Role(StrEnum):
    """An article's role on its page."""

    MAIN = "main"
    RELATED = "related"


class SegmentKind(StrEnum):
    """What a stretch of an article is; what is in no segment is furniture and is not read."""

    HEADLINE = "headline"
    BULLET = "bullet"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    TABLE = "table"


@frozen(slots=True)
class Segment:
    """A stretch of prose: sentences never cross a segment's end."""

    kind: SegmentKind
    span: Span


@frozen(slots=True, kw_only=True)
class Article:
    """One article of a page.

    :param number: 0 for the main article, 1, 2, ... for others in page order.
    :param segments: headline, bullets, paragraphs in text order; they do not overlap.
    :param published: an aware time where the page gives hour and zone, else the date as far as given.
    :param lang: ``en``, ``zh-Hans`` or ``zh-Hant``.
    :param parser: the name of the plug-in that cut the page.
    """

    number: int = 0
    role: Role = Role.MAIN
    lang: str = "en"
    segments: tuple[Segment, ...] = ()
    headline: Span | None = None
    byline: Span | None = None
    dateline: Span | None = None
    publisher: str | None = None
    published: dt.datetime | PartialDate | None = None
    parser: str = "plain"


@frozen(slots=True, kw_only=True)
class Page:
    """A text as given, its folded view, and the articles cut from it.

    :param view: as long as ``text``; traditional Chinese is simplified, full width is half
        width, curly quotes and odd spaces are plain, tags and link targets are blanks.
        Letter case is kept.
    """

    text: str = field(repr=False)
    view: str = field(repr=False)
    articles: tuple[Article, ...] = ()
