"""Pages of our own, one a layout, are cut as it was written down beside them."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from chinamkt.article import cut
from chinamkt.model.article import Article, Page, Role
from chinamkt.model.text import Span

PAGES = Path(__file__).parent / "pages"
NAMES = sorted(path.stem for path in PAGES.glob("*.txt"))


def _page(name: str) -> tuple[Page, dict[str, Any]]:
    page = cut((PAGES / f"{name}.txt").read_text(encoding="utf-8"))
    return page, tomllib.loads((PAGES / f"{name}.toml").read_text(encoding="utf-8"))


def _words(span: Span | None, text: str) -> str | None:
    return span.of(text) if span else None


def _told(article: Article, page: Page) -> dict[str, Any]:
    told = {
        "number": article.number,
        "publisher": article.publisher,
        "published": str(article.published) if article.published else None,
        "headline": _words(article.headline, page.text),
        "byline": _words(article.byline, page.text),
        "dateline": _words(article.dateline, page.text),
        "segments": [[str(segment.kind), segment.span.of(page.view)] for segment in article.segments],
    }
    return {name: value for name, value in told.items() if value is not None}


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_cut_as_written_down(name: str) -> None:
    page, golden = _page(name)
    assert [_told(article, page) for article in page.articles] == golden["articles"]
    assert {article.parser for article in page.articles} == {golden["parser"]}
    assert {article.lang for article in page.articles} == {golden["lang"]}


@pytest.mark.parametrize("name", NAMES)
def test_only_the_first_article_is_the_main_one(name: str) -> None:
    page, _ = _page(name)
    assert [article.role for article in page.articles] == [Role.MAIN] + [Role.RELATED] * (len(page.articles) - 1)
    assert [article.number for article in page.articles] == list(range(len(page.articles)))


def test_every_shipped_layout_has_a_page() -> None:
    from chinamkt.plugins import load

    parsers = load("chinamkt.article_parsers")
    shipped = {name for name, parser in parsers.items() if type(parser).__module__.startswith("chinamkt.")}
    assert {_page(name)[1]["parser"] for name in NAMES} == shipped
