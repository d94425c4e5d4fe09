"""What the shipped parsers share: one article's lines are read the same way on every layout."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from chinamkt.article.furniture import AGE, furniture
from chinamkt.article.lines import Line, paragraphs
from chinamkt.article.metadata import closing_agency, published
from chinamkt.article.segment import HEADLINE, Draft, draft
from chinamkt.article.stamps import Moment
from chinamkt.expressions import expression
from chinamkt.model.article import Article

__all__ = ["Layout", "Other", "headline_only", "listed"]

#: Another article: its draft, its publisher and its date, as far as the page gives them.
Other = tuple[Draft, str | None, Moment | None]

#: What sets headlines apart on one line.
_DOTS: Final = expression(" [*\u2022] ")


class Layout:
    """A layout whose main article is what is no furniture; subclasses find the other articles and the publisher."""

    name = "plain"

    def score(self, _view: str, _text: str, /) -> int:
        """Any text will do."""
        return 1

    def articles(self, view: str, text: str, lang: str, /) -> Sequence[Article]:
        """Cut the page; see :class:`~chinamkt.article.parsers.protocol.ArticleParser`."""
        lines, linked = self._linked(paragraphs(view), text)
        main = draft(lines, self._captions(lines, text))
        behind = len(lines) if main.behind is None else main.behind
        others = [*_rail(main), *linked, *self._related(lines[behind + 1 :])]
        begin = lines[behind].start if behind < len(lines) else len(text)
        moment = published(main.evidence(text, view, begin))
        made = [main.article(0, lang, publisher=self._publisher(main, text), moment=moment, parser=self.name)]
        if others:
            others.sort(key=lambda other: other[0].parts[0][1])
            for number, (other, publisher, date) in enumerate(others, 1):
                made.append(other.article(number, lang, publisher=publisher, moment=date, parser=self.name))
        return made

    def _linked(self, lines: list[Line], _text: str, /) -> tuple[list[Line], list[Other]]:
        """Take lines out that are links to other articles."""
        return lines, []

    def _captions(self, _lines: Sequence[Line], _text: str, /) -> Collection[int]:
        """Tell where lines start that the page's markup calls captions."""
        return ()

    def _related(self, lines: Sequence[Line], /) -> list[Other]:
        """Read the lines below the announcement of other articles."""
        return listed(lines)

    def _publisher(self, main: Draft, _text: str, /) -> str | None:
        """Who published the main article, as far as the page says so."""
        if main.dateline and main.dateline.agency:
            return main.dateline.agency
        for line in (*main.head, main.last):
            agency = closing_agency(line.words) if line else None
            if agency:
                return agency
        return None


def headline_only(line: Line) -> Draft:
    """An article of which the page shows the headline alone."""
    return Draft(headline=line, parts=[(HEADLINE, line.start, line.end)])


def _rail(main: Draft) -> list[Other]:
    """The headlines of a line that sets them apart by dots, above the article."""
    if main.rail is None:
        return []
    found: list[Other] = []
    at = main.rail.start
    for piece in _DOTS.split(main.rail.words):
        words = piece.strip()
        if words.count(" ") >= 2:
            start = at + piece.index(words)
            found.append((headline_only(Line(start, start + len(words), words)), None, None))
        at += len(piece) + 3
    return found


def listed(lines: Sequence[Line]) -> list[Other]:
    """A list of headlines, each with its age below it: the last line before an age is the headline."""
    found: list[Other] = []
    above: Line | None = None
    for line in lines:
        if AGE.fullmatch(line.words):
            if above:
                found.append((headline_only(above), None, None))
            above = None
        else:
            above = None if furniture(line.words) else line
    return found
