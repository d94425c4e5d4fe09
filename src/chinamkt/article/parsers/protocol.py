"""What a parser of pages is: the contract of the entry-point group ``chinamkt.article_parsers``.

A parser sees one page at a time, keeps no state between pages and raises for no text. :func:`chinamkt.article.cut` asks
every parser for its score and lets the highest cut the page; among equals the first by name.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from chinamkt.model.article import Article

__all__ = ["ArticleParser"]


@runtime_checkable
class ArticleParser(Protocol):
    """One layout of pages.

    >>> from chinamkt.article.parsers.plain import Plain
    >>> isinstance(Plain(), ArticleParser)
    True
    """

    @property
    def name(self) -> str:
        """The name under which the parser is registered; it comes back as ``Article.parser``."""

    def score(self, view: str, text: str, /) -> int:
        """How sure the parser is that the page has its layout: 0 not at all, 1 plain text, 9 beyond doubt.

        It is asked for every page, so it should look for a literal or two and nothing more.
        """

    def articles(self, view: str, text: str, lang: str, /) -> Sequence[Article]:
        """Cut the page: the main article with the number 0 first, then others, numbered as they stand on the page.

        :param view: the folded view, as long as ``text``; tags and link targets are blanks.
        :param text: the page as given.
        :param lang: ``en``, ``zh-Hans`` or ``zh-Hant``.
        :return: articles whose segments are sorted, disjoint and within the text, over all articles.
        """
