"""Pages given as HTML or Markdown: links to other articles stand on lines of their own, pictures carry captions."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from typing import Final

from chinamkt.article.lines import Line
from chinamkt.article.parsers.layout import Layout, Other, headline_only
from chinamkt.article.segment import Draft
from chinamkt.article.stamps import Moment, dates_in_link
from chinamkt.expressions import expression
from chinamkt.model.dates import PartialDate

__all__ = ["HTML", "MARKDOWN", "Html", "Markdown"]

#: The tags that open a link around a whole block; the address is the link's.
_ANCHOR: Final = expression(
    r"<a\b[^<>]{0,600}?\bhref\s?=\s?[\"']?(?P<address>[^\"'<>\s]{1,600})[^<>]{0,600}>(?:\s|<[^<>]{0,300}>){0,20}\Z", re.IGNORECASE
)
_CAPTION: Final = expression(r"<figcaption(?:[^<]|<(?!/?figcaption))*")
_ARTICLE: Final = expression(r"[0-9]{6,}|/(?:news|article|story|stories)/", re.IGNORECASE)
_BEFORE: Final = 1200
_LINKED: Final = expression(r"\]\(")  # a literal that begins with a rare character is found faster by a pattern
#: A link with a longer label is another article's headline.
_LONGEST_NAME: Final = 40
_SIGNED: Final = expression(r"\n\[(?P<name>[^\[\]\n]{2,40})\]\(https?://[^\s()]{4,600}\)\s*\Z")


def _date(address: str) -> Moment | None:
    days = dates_in_link(address)
    return PartialDate.of(days[-1]) if days else None


def _prose(words: str) -> bool:
    """A line of an article's text: no link before it leads to another article."""
    return len(words) >= (20 if words[-1] >= "\u3000" else 60)


class Html(Layout):
    """Paragraphs in tags."""

    name = "html"

    def score(self, _view: str, text: str, /) -> int:
        """Told by closing tags of blocks."""
        return 8 if "<" in text and ("</p>" in text or "</div>" in text) else 0

    def _linked(self, lines: list[Line], text: str, /) -> tuple[list[Line], list[Other]]:
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
                words = line.words.lstrip("*\u2022\u25aa\u25cf\u00b7- ")
                if words:
                    bare = Line(line.end - len(words), line.end, words)
                    found.append((headline_only(bare), None, _date(anchor["address"])))
                continue
            begun = begun or _prose(line.words)
            kept.append(line)
        return kept, found

    def _captions(self, lines: Sequence[Line], text: str, /) -> Collection[int]:
        """What stands in a ``figcaption``."""
        if "<figcaption" not in text:
            return ()
        spans = [found.span() for found in _CAPTION.finditer(text)]
        starts = [line.start for line in lines]
        return {at for start, end in spans for at in starts[bisect_left(starts, start) : bisect_left(starts, end)]}

    def _related(self, _lines: Sequence[Line], /) -> list[Other]:
        """Other articles are links, and those have been taken out."""
        return []


class Markdown(Layout):
    """Paragraphs with links in brackets; below them perhaps a list of links and the publisher's own."""

    name = "markdown"

    def score(self, _view: str, text: str, /) -> int:
        """Told by the target of a link, or by a heading's mark."""
        if ("]" in text and _LINKED.search(text)) or text[:1] == "#":
            return 6
        return 6 if "#" in text and "\n#" in text else 0

    def _linked(self, lines: list[Line], text: str, /) -> tuple[list[Line], list[Other]]:
        """Take out lines that are a link and nothing else, once the article's text has begun."""
        kept: list[Line] = []
        found: list[Other] = []
        begun = False
        for line in lines:
            if begun and _whole_link(line, text):
                if len(line.words) > _LONGEST_NAME:
                    address = text[line.end + 2 : line.end + 600].split(")", 1)[0]
                    found.append((headline_only(line), None, _date(address)))
                continue
            begun = begun or _prose(line.words)
            kept.append(line)
        return kept, found

    def _captions(self, lines: Sequence[Line], text: str, /) -> Collection[int]:
        """The words that stand for a picture."""
        return {line.start for line in lines if text.startswith("![", max(0, line.start - 2))} if "![" in text else ()

    def _publisher(self, main: Draft, text: str, /) -> str | None:
        """The last line's link, where it is no more than a name."""
        found = _SIGNED.search(text, max(0, len(text) - 700))
        return found["name"] if found else super()._publisher(main, text)

    def _related(self, _lines: Sequence[Line], /) -> list[Other]:
        """Other articles are links, and those have been taken out."""
        return []


def _whole_link(line: Line, text: str) -> bool:
    """A line that is a link and nothing else; a picture is none."""
    return text.startswith("](", line.end) and text[line.start - 1] == "[" and text[line.start - 2 : line.start - 1] != "!"


HTML = Html()
MARKDOWN = Markdown()
