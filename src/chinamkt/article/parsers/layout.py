"""What the shipped parsers share: one article's lines are read the same way on every layout."""

from __future__ import annotations

from collections.abc import Sequence

from chinamkt.article.furniture import AGE, furniture
from chinamkt.article.lines import Line, paragraphs
from chinamkt.article.metadata import closing_agency, published
from chinamkt.article.segment import BULLET, HEADLINE, Draft, draft
from chinamkt.article.stamps import Moment
from chinamkt.model.article import Article

__all__ = ["Layout", "Other", "headline_only"]

#: Another article: its draft, its publisher and its date, as far as the page gives them.
Other = tuple[Draft, str | None, Moment | None]


class Layout:
    """A layout whose main article is what is no furniture; subclasses find the other articles and the publisher."""

    name = "plain"

    def score(self, view: str, text: str) -> int:
        """Any text will do."""
        return 1

    def articles(self, view: str, text: str, lang: str) -> Sequence[Article]:
        """Cut the page; see :class:`~chinamkt.article.parsers.protocol.ArticleParser`."""
        lines = paragraphs(view)
        lines, linked = self.linked(lines, view, text)
        main = draft(lines)
        behind = len(lines) if main.behind is None else main.behind
        others = [*rail(main), *linked, *self.related(lines[behind + 1 :])]
        others.sort(key=lambda other: other[0].parts[0][1])
        begin = lines[behind].start if behind < len(lines) else len(text)
        moment = published(main.evidence(text, view, begin))
        made = [main.article(0, lang, publisher=self.publisher(main, text), moment=moment, parser=self.name)]
        for number, (other, publisher, date) in enumerate(others, 1):
            made.append(other.article(number, lang, publisher=publisher, moment=date, parser=self.name))
        return made

    def linked(self, lines: list[Line], view: str, text: str) -> tuple[list[Line], list[Other]]:
        """Take lines out that are links to other articles."""
        return lines, []

    def related(self, lines: Sequence[Line]) -> list[Other]:
        """Read the lines below the announcement of other articles."""
        return listed(lines)

    def publisher(self, main: Draft, text: str) -> str | None:
        """Who published the main article, where its dateline does not say so."""
        if main.dateline and main.dateline.agency:
            return main.dateline.agency
        return closing_agency(main.last.words) if main.last else None


def headline_only(line: Line) -> Draft:
    """An article of which the page shows the headline alone."""
    made = Draft(headline=line)
    made.add(HEADLINE, line.start, line.end)
    return made


def rail(main: Draft) -> list[Other]:
    """The headlines of a line that sets them apart by dots, above the article."""
    if main.rail is None:
        return []
    found = []
    at = main.rail.start
    for piece in main.rail.words.split("\u2022"):
        words = piece.strip()
        if words.count(" ") >= 2:
            start = at + piece.index(words)
            found.append((headline_only(Line(start, start + len(words), words)), None, None))
        at += len(piece) + 1
    return list(found)


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


_ = BULLET
