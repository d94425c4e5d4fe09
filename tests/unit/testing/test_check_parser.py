"""``check_parser``: good parsers pass, and each way of breaking the contract is told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve, frozen

from chinamkt import Article, Segment, SegmentKind, Span
from chinamkt.article.parsers.protocol import ArticleParser
from chinamkt.plugins import load
from chinamkt.testing import check_parser

PAGES = {
    "blog": "Stocks Rally\n2 min read\n\nShares rose 1%.\n\nYour Reaction?\nLike\nDislike\n",
    "html": "<html><body><h1>Shares gain</h1><p>Shares rose 1%.</p></body></html>",
    "markdown": "# Shares gain\n\nShares of [Vanke](https://example.org/vanke) rose 1%.\n",
    "syndicated": "Shares gain\n\nShares rose 1%.\n\nALSO READ: Gold slips\n\nThis is from a syndicated feed.\n",
}


@pytest.mark.parametrize("name", ["blog", "html", "markdown", "newswire", "plain", "portal", "syndicated"])
def test_the_shipped_parsers_keep_the_contract(name: str, examples: Path) -> None:
    text = PAGES.get(name) or (examples / f"{name}.txt").read_text(encoding="utf-8")
    check_parser(load("chinamkt.article_parsers")[name], [text])


@frozen
class Lines:
    """A parser of pages that begin with a hash: one segment a line. ``spoil`` breaks what it cuts."""

    name: str = "lines"
    spoil: Callable[[Article], Any] = lambda article: [article]
    sure: int = 5

    def score(self, view: str, _text: str, /) -> int:
        return self.sure if view.startswith("#") else 0

    def articles(self, view: str, _text: str, lang: str, /) -> Sequence[Article]:
        segments, start = [], 0
        for line in view.splitlines(keepends=True):
            segments.append(Segment(SegmentKind.PARAGRAPH, Span(start, start + len(line))))
            start += len(line)
        cut: Sequence[Article] = self.spoil(Article(segments=tuple(segments), lang=lang, parser=self.name))
        return cut


PAGE = "#one\ntwo\nthree\n"


def test_a_sound_parser_passes() -> None:
    parser: ArticleParser = Lines()
    check_parser(parser, [PAGE])


def backwards(article: Article) -> list[Article]:
    return [evolve(article, segments=article.segments[::-1])]


def beyond(article: Article) -> list[Article]:
    return [evolve(article, headline=Span(0, 10_000))]


def twice(article: Article) -> list[Article]:
    return [article, evolve(article, number=1)]


BROKEN = {
    "raises": (Lines(spoil=lambda article: {"en": [article]}[article.parser]), "raised KeyError"),
    "no article": (Lines(spoil=lambda _: []), "articles numbered [], not 0, 1, 2"),
    "counts from one": (Lines(spoil=lambda article: [evolve(article, number=1)]), "articles numbered [1]"),
    "another's name": (Lines(spoil=lambda article: [evolve(article, parser="plain")]), "was cut by 'plain', not 'lines'"),
    "backwards": (Lines(spoil=backwards), "the segments of article 0 are not in the order of the text"),
    "beyond the text": (Lines(spoil=beyond), "article 0 reaches beyond the text"),
    "overlaps": (Lines(spoil=twice), "two segments share"),
    "too sure": (Lines(sure=10), "score 10 is not between 0 and 9"),
    "does not know its page": (Lines(sure=0), "scored 0, so another parser would cut it"),
}


@pytest.mark.parametrize(("parser", "told"), BROKEN.values(), ids=BROKEN)
def test_a_broken_contract_is_told(parser: Lines, told: str) -> None:
    with pytest.raises(AssertionError) as caught:
        check_parser(parser, [PAGE])
    assert told in str(caught.value)


def test_a_parser_with_a_memory_is_told() -> None:
    seen: list[Article] = []

    def grows(article: Article) -> list[Article]:
        seen.append(article)
        return [evolve(article, publisher=str(len(seen)))]

    with pytest.raises(AssertionError, match="cut otherwise the second time"):
        check_parser(Lines(spoil=grows), [PAGE])


@pytest.mark.parametrize(
    ("parser", "texts", "told"), [(object(), [PAGE], "no parser"), (Lines, [PAGE], "no parser"), (Lines(), [], "no text")]
)
def test_nothing_to_check_is_an_error(parser: Any, texts: list[str], told: str) -> None:
    with pytest.raises(AssertionError, match=told):
        check_parser(parser, texts)
