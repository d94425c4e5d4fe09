"""Pages given as HTML or Markdown: links to other articles stand on lines of their own, pictures carry captions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from chinamkt.article.lines import Line
from chinamkt.article.parsers.layout import Layout, Other, headline_only
from chinamkt.article.segment import Draft
from chinamkt.article.stamps import Moment, dates_in_link
from chinamkt.model.dates import PartialDate

__all__ = ["Html", "Markdown"]

_ANCHOR: Final = re.compile(r"<a\b[^<>]{0,2000}?\bhref\s?=\s?[\"']?(?P<address>[^\"'<>\s]{1,1500})[^<>]{0,2000}>(?:\s|<[^<>]{0,500}>){0,20}$", re.IGNORECASE)
_ARTICLE: Final = re.compile(r"[0-9]{6,}|/(?:news|article|story|stories)/", re.IGNORECASE)
_BEFORE: Final = 1200


def _date(address: str) -> Moment | None:
    days = dates_in_link(address)
    return PartialDate.of(days[-1]) if days else None


class Html(Layout):
    """Paragraphs in tags."""

    name = "html"

    def score(self, view: str, text: str) -> int:
        """Told by closing tags of blocks."""
        return 8 if "</p>" in text or "</div>" in text else 0

    def linked(self, lines: list[Line], view: str, text: str) -> tuple[list[Line], list[Other]]:
        """Take out the links that make up a whole block, once the article's text has begun."""
        if "<a" not in text and "<A" not in text:
            return lines, []
        kept: list[Line] = []
        found: list[Other] = []
        begun = False
        above = 0
        for line in lines:
            tags = text[max(above, line.start - _BEFORE) : line.start]
            above = line.end
            anchor = _ANCHOR.search(tags) if begun and "<" in tags else None
            if anchor and "</a" in text[line.end : line.end + 200].lower() and _ARTICLE.search(anchor["address"]):
                words = line.words.lstrip("\u2022\u00b7- ")
                if words:
                    bare = Line(line.end - len(words), line.end, words)
                    found.append((headline_only(bare), None, _date(anchor["address"])))
                continue
            begun = begun or len(line.words) >= 60
            kept.append(line)
        return kept, found

    def related(self, lines: Sequence[Line]) -> list[Other]:
        """Other articles are links, and those have been taken out."""
        return []


class Markdown(Layout):
    """Paragraphs with links in brackets; below them perhaps a list of links and the publisher's own."""

    name = "markdown"

    def score(self, view: str, text: str) -> int:
        """Told by the target of a link, or by a heading's mark."""
        return 6 if "](" in text or text.startswith("#") or "\n#" in text else 0

    def linked(self, lines: list[Line], view: str, text: str) -> tuple[list[Line], list[Other]]:
        """Take out lines that are a link and nothing else, once the article's text has begun."""
        kept: list[Line] = []
        found: list[Other] = []
        begun = False
        for line in lines:
            if begun and text.startswith("](", line.end) and text[line.start - 1 : line.start] == "[" and text[line.start - 2 : line.start - 1] != "!":
                if len(line.words) > 40:
                    address = text[line.end + 2 : line.end + 600].split(")", 1)[0]
                    found.append((headline_only(line), None, _date(address)))
                continue
            begun = begun or len(line.words) >= 60
            kept.append(line)
        return kept, found

    def related(self, lines: Sequence[Line]) -> list[Other]:
        """Other articles are links, and those have been taken out."""
        return []


_: Iterable[Draft] = ()
