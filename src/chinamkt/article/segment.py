"""From a page's paragraphs to an article's segments: headlines, bullets, paragraphs, captions, tables.

A :class:`Draft` is filled line by line; what is furniture is left out, what tells of the article (byline, stamps, dateline)
is kept aside. The parsers decide which lines make an article; how the lines of one article are read is the same for all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attrs import define, field

from chinamkt.article.furniture import AGE, Furniture, credited, furniture
from chinamkt.article.lines import SENTENCE_ENDS, Line
from chinamkt.article.metadata import Dateline, Evidence, byline, dateline, dumped_date
from chinamkt.article.stamps import Moment
from chinamkt.model.article import Article, Role, Segment, SegmentKind
from chinamkt.model.text import Span

__all__ = ["Draft", "draft"]

HEADLINE, BULLET, PARAGRAPH, CAPTION, TABLE = SegmentKind

_MARKS: Final = frozenset("-*\u2022\u25cf\u25aa\u00b7\u2013\u2014|\u3010")
_MARKER: Final = re.compile(r"(?:[-*\u2022\u25cf\u25aa\u00b7\u2013\u2014]{1,2}\s{1,4}){1,3}")
#: A bracketed headline that opens a short Chinese report.
_BRACKETED: Final = re.compile(r"\u3010([^\u3010\u3011]{4,80})\u3011(?=.)")
#: Lines that tell when or by whom, however they are worded.
_ABOUT: Final = re.compile(
    r"(?:first )?(?:published|updated|last updated|posted|modified)\b|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? [a-z]{3,9}\.? [0-9]"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4}|[0-9]{1,2}-[0-9]{2}-[0-9]{2} |[a-z]{3,9}\.? [0-9]{1,2},? [0-9]{4}\b|\([A-Z][A-Za-z/ ]{1,30}\)(?: [0-9]|$)",
    re.IGNORECASE,
)
#: What a site puts behind the last sentence, on the same line.
_NOTE: Final = re.compile(
    r"\s?\((?:Only the headline|This (?:story|article|report) (?:has|was)|With (?:inputs|agency)|Reporting by|\(?Editing by|Compiled by|编辑|责任编辑|译者|记者|完\))"
)

_LONGEST_HEADLINE: Final = 160
_SHORTEST_TEXT: Final = 40
_LONGEST_HEADER: Final = 60
_LONGEST_LABEL: Final = 30
_NUMBERS: Final = re.compile(r"[0-9][0-9.,]*")
_FIGURES: Final = "0123456789.,%+-() \t|"


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

    def add(self, kind: SegmentKind, start: int, end: int) -> None:
        """Note a stretch; an empty one is left out."""
        if start < end:
            self.parts.append((kind, start, end))

    def evidence(self, text: str, view: str, behind: int) -> Evidence:
        """What :func:`chinamkt.article.metadata.published` is told of this article."""
        return Evidence(text, view, self.head, self.first, self.last, self.tail, self.dateline, self.dumped, behind)

    def article(
        self, number: int, lang: str, *, publisher: str | None = None, moment: Moment | None = None, parser: str = ""
    ) -> Article:
        """Freeze the draft."""
        span = self.headline
        line = self.dateline
        return Article(
            number=number,
            role=Role.RELATED if number else Role.MAIN,
            lang=lang,
            segments=tuple([Segment(kind, Span(start, end)) for kind, start, end in self.parts]),
            headline=Span(span.start, span.end) if span else None,
            byline=Span(self.byline.start, self.byline.end) if self.byline else None,
            dateline=Span(self.dateline_at, self.dateline_at + line.size) if line else None,
            publisher=publisher or (line.agency if line else None),
            published=moment,
            parser=parser,
        )


def draft(lines: Sequence[Line]) -> Draft:
    """Read the lines of one article, from the first to where other articles or the page's closing matter begin."""
    made = Draft()
    bullet = tables = False
    for number, line in enumerate(lines):
        words = line.words
        cue = furniture(words)
        if cue:
            if made.first and cue is not Furniture.LINE:
                made.behind = _opening(lines, number)
                made.tail += lines[number + 1 : made.behind][:6]
                break
            (made.tail if made.first else made.head).append(line)
            bullet = words in ("*", "-", "\u2022")
            continue
        start = line.start
        kind = PARAGRAPH
        if words[0] in _MARKS:
            if words[0] == "|":
                made.add(TABLE, start, line.end)
                tables = True
                continue
            marker = _MARKER.match(words)
            if marker:
                start += marker.end()
                words = words[marker.end() :]
                bullet = True
        if bullet:
            kind, bullet = BULLET, False
        size = len(words)
        if size <= _LONGEST_HEADLINE:
            if made.first is None and words.count("  \u2022 ") > 2:
                made.rail = line
                continue
            aside = _aside(made, line, words)
            if aside:
                continue
            if _row(words):
                made.add(TABLE, start, line.end)
                tables = True
                continue
            if credited(words):
                made.add(CAPTION, start, line.end)
                continue
            if words[-1] not in SENTENCE_ENDS or (words[-1] in "?!'\")" and made.first is None):
                _headline(made, Line(start, line.end, words), kind)
                continue
        _text(made, Line(start, line.end, words), kind)
    if tables:
        made.parts = _tables(made.parts)
    return made


def _opening(lines: Sequence[Line], number: int) -> int:
    """The line that announces other articles, at or behind a closing one; the number of lines where none does."""
    while number < len(lines):
        if furniture(lines[number].words) is Furniture.RELATED:
            return number
        number += 1
    return number


def _aside(made: Draft, line: Line, words: str) -> bool:
    """Keep what tells of the article; tell whether the line does nothing else."""
    if byline(words):
        made.byline = made.byline or line
        return True
    lines = made.head if made.first is None else made.tail
    lines.append(line)
    if AGE.fullmatch(words):
        return True
    return len(words) <= 90 and _ABOUT.match(words) is not None


def _headline(made: Draft, line: Line, kind: SegmentKind) -> None:
    if made.headline is None and kind is PARAGRAPH:
        made.headline = line
    elif made.first is None and made.headline and line.words == made.headline.words:
        return
    made.add(kind if kind is BULLET and made.headline else HEADLINE, line.start, line.end)


def _text(made: Draft, line: Line, kind: SegmentKind) -> None:
    start, end, words = line
    if made.first is None:
        start, words = _opened(made, start, words)
        if not words:
            return
        if made.headline is None and words[0] == "\u3010":
            bracketed = _BRACKETED.match(words)
            if bracketed:
                made.headline = Line(start + 1, start + bracketed.end() - 1, bracketed[1])
                made.add(HEADLINE, start + 1, start + bracketed.end() - 1)
                start += bracketed.end()
                words = words[bracketed.end() :]
        if len(words) >= _SHORTEST_TEXT or words[0] >= "\u3000":
            made.first = line
    made.last = line
    note = _NOTE.search(words, max(0, len(words) - 400)) if words[-1] in ")0123456789" else None
    made.add(kind, start, start + note.start() if note else end)


def _opened(made: Draft, start: int, words: str) -> tuple[int, str]:
    """Take an archive's date and the dateline off the front of the first paragraph."""
    if words.startswith("date "):
        dumped = dumped_date(words)
        if dumped:
            made.dumped = dumped[1]
            start += dumped[0]
            words = words[dumped[0] :]
    found = dateline(words) if words and made.dateline is None else None
    if found:
        made.dateline, made.dateline_at = found, start
        start += found.size
        words = words[found.size :]
    return start, words


def _row(words: str) -> bool:
    """A row of a table: a short label and at least two figures up to the line's end."""
    if words[-1] not in "0123456789%)":
        return False
    label = words.rstrip(_FIGURES)
    figures = words[len(label) :]
    return len(label) <= 50 and len(figures) >= 8 and len(_NUMBERS.findall(figures)) >= 2


def _tables(parts: list[Part]) -> list[Part]:
    """Join the rows of a table with the header above them and short labels between them."""
    made: list[Part] = []
    last = -9  # where the last table stands in ``made``
    for kind, start, end in parts:
        if kind is TABLE and len(made) - last <= 3 and all(end - start <= _LONGEST_LABEL for _, start, end in made[last + 1 :]):
            made[last:] = [(TABLE, made[last][1], end)]
        elif kind is TABLE:
            header = len(made) > 0 and made[-1][0] is not TABLE and made[-1][2] - made[-1][1] <= _LONGEST_HEADER
            made[len(made) - header :] = [(TABLE, made[-1][1] if header else start, end)]
            last = len(made) - 1
        else:
            made.append((kind, start, end))
    return made
