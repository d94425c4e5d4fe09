"""From a page's lines to an article's segments: headlines, bullets, paragraphs, captions, tables.

A :class:`Draft` is filled line by line; what is furniture is left out, what tells of the article (byline, stamps, dateline)
is kept aside. The parsers decide which lines make an article; how the lines of one article are read is the same for all.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from attrs import define, field

from chinamkt.article.furniture import AGE, HOT, HOT_HAN, Furniture, credited, furniture
from chinamkt.article.lines import SENTENCE_ENDS, Line
from chinamkt.article.metadata import Dateline, Evidence, about, byline, dateline, dumped_date
from chinamkt.article.stamps import Moment
from chinamkt.article.tables import is_row, joined_rows
from chinamkt.expressions import expression
from chinamkt.model.article import Article, Role, Segment, SegmentKind
from chinamkt.model.text import Span

__all__ = ["Draft", "draft"]

HEADLINE, BULLET, PARAGRAPH, CAPTION, TABLE = SegmentKind

_MARKS: Final = frozenset("-*\u2022\u25cf\u25aa\u00b7\u2013\u2014|")
_MARKER: Final = expression(r"(?:[-*\u2022\u25cf\u25aa\u00b7\u2013\u2014]{1,2}\s{1,4}){1,3}")
#: A bracketed headline that opens a short Chinese report.
_BRACKETED: Final = expression(r"\u3010([^\u3010\u3011]{4,80})\u3011(?=.)")
#: What a site or an agency puts behind the last sentence, on the same line.
_NOTE: Final = expression(
    r"\((?:Only the headline|This (?:story|article|report) (?:has|was)|With (?:inputs|agency)|(?:Additional )?[Rr]eporting by"
    r"|Editing by|Compiled by|编辑|责任编辑|译者|记者|完\))"
)
#: The entries of a menu, run together: "MarketsSectorsHelp".
_GLUED: Final = expression(r"[a-z][A-Z][a-z]{1,20}[A-Z][a-z]")
_NOTED: Final = frozenset(")0123456789")
_NOTE_WITHIN: Final = 400

#: Longer lines are read as text at once: above the first paragraph of text, and below it.
_LONGEST_TITLE: Final = 240
_LONGEST_SHORT: Final = 160
_LONGEST_HEADING: Final = 100
_LONGEST_HAN: Final = 60
#: What is shorter does not begin an article's text: a motto, a menu, a credit.
_SHORTEST_TEXT: Final = 40

#: A stretch of an article: its kind, where it starts and where it ends.
Part = tuple[SegmentKind, int, int]


@define(slots=True)
class Draft:
    """An article in the making; offsets are those of the page."""

    parts: list[Part] = field(factory=list)
    headline: Line | None = None
    byline: Line | None = None
    dateline: Dateline | None = None
    dateline_at: int = 0
    dumped: Moment | None = None
    head: list[Line] = field(factory=list)
    tail: list[Line] = field(factory=list)
    first: Line | None = None
    last: Line | None = None
    rail: Line | None = None
    """A line above the article that lists other headlines, set apart by dots."""
    behind: int | None = None
    """The number of the line at which other articles are announced."""

    def aside(self, line: Line) -> None:
        """Keep a line that is no part of the text but may tell when it was published."""
        (self.head if self.first is None else self.tail).append(line)

    def evidence(self, text: str, view: str, behind: int) -> Evidence:
        """What :func:`chinamkt.article.metadata.published` is told of this article."""
        return Evidence(text, view, self.head, self.first, self.last, self.tail, self.dateline, self.dumped, behind)

    def article(self, number: int, lang: str, *, publisher: str | None, moment: Moment | None, parser: str) -> Article:
        """Freeze the draft."""
        line = self.dateline
        return Article(
            number=number,
            role=Role.RELATED if number else Role.MAIN,
            lang=lang,
            segments=tuple([Segment(kind, Span(start, end)) for kind, start, end in self.parts]),
            headline=Span(self.headline.start, self.headline.end) if self.headline else None,
            byline=Span(self.byline.start, self.byline.end) if self.byline else None,
            dateline=Span(self.dateline_at, self.dateline_at + line.size) if line else None,
            publisher=publisher,
            published=moment,
            parser=parser,
        )


def draft(lines: Sequence[Line], captions: Collection[int] = (), *, related: bool = False) -> Draft:
    """Read the lines of one article, from the first to where other articles or the page's closing matter begin.

    :param captions: where lines start that the page's markup calls captions.
    :param related: the lines are those of another article, so that closing matter may follow the headline at once.
    """
    made = Draft()
    bullet = False
    if lines and lines[0].words.startswith("date "):
        lines = _dumped(made, lines)
    for number, given in enumerate(lines):
        line = given
        start, end, words = line
        # The first test of furniture(), written out: it spares a call for nearly every line of prose.
        if len(words) <= 80 or words[:6].lower() in HOT or words[:2] in HOT_HAN:
            cue = furniture(words)
            if cue:
                if (made.first or (related and made.parts)) and cue is not Furniture.LINE:
                    made.behind = _announcement(lines, number)
                    made.tail += lines[number + 1 : made.behind][:6]
                    break
                made.aside(line)
                bullet = words in ("*", "-", "\u2022")
                continue
        kind = PARAGRAPH
        if captions and start in captions:
            made.parts.append((CAPTION, start, end))
            continue
        if words[0] in _MARKS:
            marker = _MARKER.match(words)
            if marker and marker.end() < len(words):
                line = Line(start + marker.end(), end, words[marker.end() :])
                start, end, words = line
                bullet = True
                if furniture(words):
                    made.aside(line)
                    continue
        if bullet:
            kind, bullet = BULLET, False
        if made.first is None:
            _above(made, line, kind)
        elif len(words) > _LONGEST_SHORT or not _short(made, line, kind):
            made.last = line
            if words[-1] in _NOTED:
                end = _without_note(line)
            if start < end:
                made.parts.append((kind, start, end))
    if TABLE in [part[0] for part in made.parts]:
        made.parts = joined_rows(made.parts)
    return made


def _dumped(made: Draft, lines: Sequence[Line]) -> Sequence[Line]:
    """Take off the date that an archive has put before the page's first word."""
    first = lines[0]
    found = dumped_date(first.words)
    if found is None:
        return lines
    size, made.dumped = found
    rest = [Line(first.start + size, first.end, first.words[size:])] if size < len(first.words) else []
    return [*rest, *lines[1:]]


def _announcement(lines: Sequence[Line], number: int) -> int:
    """The line that announces other articles, at or behind a closing one; the number of lines where none does."""
    while number < len(lines) and furniture(lines[number].words) is not Furniture.RELATED:
        number += 1
    return number


def _above(made: Draft, line: Line, kind: SegmentKind) -> None:
    """Read a line above the text, or the text's first."""
    words = line.words
    if words.count(" * ") > 2 or words.count(" \u2022 ") > 2:
        made.rail = line
        return
    if len(words) <= _LONGEST_TITLE:
        made.head.append(line)
        if _tells(made, line) or (words[-1] != "." and _GLUED.search(words)):
            return
        if words[0] == "(" and len(words) <= 40:
            alone = dateline(words)
            if alone and alone.size == len(words):
                made.dateline, made.dateline_at = alone, line.start
                return
        if _short(made, line, kind):
            return
    start, words = _opened(made, line)
    if len(words) >= _SHORTEST_TEXT or (words and words[0] >= "\u3000"):
        made.first = line
    made.last = line
    end = _without_note(line)
    if start < end:
        made.parts.append((kind, start, end))


def _tells(made: Draft, line: Line) -> bool:
    """Tell whether a line does nothing but say when or by whom the article was written."""
    if byline(line.words):
        made.byline = made.byline or line
        return True
    age = AGE.match(line.words)
    return (age is not None and len(line.words) - age.end() <= 9) or about(line.words)


def _short(made: Draft, line: Line, kind: SegmentKind) -> bool:
    """Read a short line as a row, a caption, a headline or a note; tell whether it was one."""
    start, end, words = line
    last = words[-1]
    if words[0] == "|" or (last in "0123456789%)" and is_row(words)):
        made.parts.append((TABLE, start, end))
    elif credited(words):
        made.parts.append((CAPTION, start, end))
    elif made.first is None:
        if not _titled(words, above=made.headline is None):
            return False
        _headline(made, line, kind)
    elif last not in SENTENCE_ENDS and _titled(words, above=False):
        if _tells(made, line):
            made.tail.append(line)
        else:
            made.parts.append((HEADLINE if kind is PARAGRAPH else kind, start, end))
    else:
        return False
    return True


def _titled(words: str, *, above: bool) -> bool:
    """A headline or a heading: no full stop, neither at the end nor within."""
    last = words[-1]
    if last in ",\uff0c\u3001" or (last in SENTENCE_ENDS and not (above and last in "?!'\")")):
        return False
    if words[0] >= "\u3000" and len(words) > _LONGEST_HAN:
        return False
    return "\u3002" not in words and (above or (len(words) <= _LONGEST_HEADING and ". " not in words))


def _headline(made: Draft, line: Line, kind: SegmentKind) -> None:
    """Note a headline; one that is printed again counts once, and a word or two of a menu are none."""
    words = line.words
    if made.headline is None:
        if words.count(" ") > 1 or max(words[0], words[-1]) >= "\u3000":
            made.headline, kind = line, HEADLINE
    elif words.casefold() == made.headline.words.casefold():
        return
    made.parts.append((kind if kind is BULLET else HEADLINE, line.start, line.end))


def _opened(made: Draft, line: Line) -> tuple[int, str]:
    """Take the dateline and a bracketed headline off the front of the first paragraph."""
    start, _, words = line
    found = dateline(words) if made.dateline is None else None
    if found:
        made.dateline, made.dateline_at = found, start
        start += found.size
        words = words[found.size :]
    if made.headline is None and words[:1] == "\u3010":
        bracketed = _BRACKETED.match(words)
        if bracketed:
            made.headline = Line(start + 1, start + bracketed.end() - 1, bracketed[1])
            made.parts.append((HEADLINE, start + 1, start + bracketed.end() - 1))
            start += bracketed.end()
            words = words[bracketed.end() :]
    return start, words


def _without_note(line: Line) -> int:
    """Where the paragraph ends without the note in brackets that closes it."""
    if line.words[-1] not in _NOTED:
        return line.end
    note = _NOTE.search(line.words, max(0, len(line.words) - _NOTE_WITHIN))
    return line.start + len(line.words[: note.start()].rstrip()) if note else line.end
