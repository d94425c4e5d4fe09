"""The lines of a page, and the paragraphs they make once hard-wrapped lines are joined.

Everything works on the folded view. A blank line always ends a paragraph; a lone line end does unless the text looks
hard-wrapped there: the next line goes on in lower case, or the line is full and so are most lines around it.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

__all__ = ["SENTENCE_ENDS", "Line", "paragraphs"]


class Line(NamedTuple):
    """A line or a paragraph without the blanks around it; ``words`` is ``view[start:end]`` with line ends as blanks."""

    start: int
    end: int
    words: str


#: What a finished sentence ends with, closing quotes and brackets included.
SENTENCE_ENDS: Final = frozenset(".!?;:\"')\u3002\uff01\uff1f\u300d\u300f\u2026")

#: Lines no wider than this may have been wrapped; no wrapped line is narrower than the other bound.
_WIDEST: Final = 100
_NARROWEST: Final = 30
_NARROWEST_COLUMN: Final = 50

#: What begins anew and never continues the line above.
_MARKS: Final = frozenset("-*\u2022\u25cf\u25aa\u00b7#|+>")
_FRESH: Final = re.compile(
    r"[-*\u2022\u25cf\u25aa\u00b7#|+>]|[0-9]{1,2}[.)]\s|\(END\)|By [A-Z]|Write to |https?:"
    r"|(?:time)?(?:an?|[0-9]{1,3}) (?:min|hour|day)"
    r"|[A-Z][a-z]{2,8}\.? [0-9]{1,2},? (?:19|20)[0-9]{2}(?: [/|-]|$)"
)

#: A figure that goes on from the line above: "3.63 percent", "9% and". A date or a clock begins anew.
_FIGURE: Final = re.compile(r"[0-9][0-9.,]*(?:%|\s[a-z])")


def paragraphs(view: str) -> list[Line]:
    r"""Cut a view into paragraphs; wrapped lines are joined.

    >>> text = "Shares rose as investors awaited high-level talks in\nLondon on Monday.\n\nBy A. Reporter\nThe index fell."
    >>> [line.words for line in paragraphs(text)]
    ['Shares rose as investors awaited high-level talks in', 'London on Monday.', 'By A. Reporter', 'The index fell.']
    >>> [line.words for line in paragraphs(text.replace("London", "the capital"))][0]
    'Shares rose as investors awaited high-level talks in the capital on Monday.'
    """
    found: list[Line] = []
    suspects: list[tuple[int, int]] = []  # block and number of each line that may go on from the one above
    at = above = block = 0
    new = tuple.__new__  # half the cost of calling the class, and this is the hot path
    for line in view.split("\n"):
        words = line.strip()
        if words:
            start = at if words is line else at + line.index(words[0])
            if above >= _NARROWEST and _may_go_on(above, words):
                suspects.append((block, len(found)))
            found.append(new(Line, (start, start + len(words), words)))
            above = len(words)
        else:
            above = 0
            block += 1
        at += len(line) + 1
    return _joined(view, found, suspects) if suspects else found


def _may_go_on(above: int, words: str) -> bool:
    """The cheap part of :func:`_goes_on`: no more can be told before all lines are known."""
    return words[0] not in _MARKS and (above <= _WIDEST >= len(words) or words[0].islower() or words[0] in ",;0123456789")


def _joined(view: str, lines: list[Line], suspects: list[tuple[int, int]]) -> list[Line]:
    blocks: dict[int, list[tuple[Line, Line]]] = {}
    for block, number in suspects:
        upper, lower = lines[number - 1], lines[number]
        if len(upper.words) <= _WIDEST >= len(lower.words):
            blocks.setdefault(block, []).append((upper, lower))
    page = _column([pair for pairs in blocks.values() for pair in pairs], 4)
    columns = {block: _column(pairs, 3) or page for block, pairs in blocks.items()}
    going_on = {number for block, number in suspects if _goes_on(lines[number - 1], lines[number], columns.get(block, page))}
    if not going_on:
        return lines
    made: list[Line] = []
    first = 0
    for number in range(1, len(lines) + 1):
        if number not in going_on:
            made.append(lines[first] if number == first + 1 else _one(view, lines[first], lines[number - 1]))
            first = number
    return made


def _one(view: str, first: Line, last: Line) -> Line:
    return Line(first.start, last.end, view[first.start : last.end].replace("\n", " "))


def _first_word(words: str) -> int:
    """Width of what a wrapping program would have had to put on the line above; a Han character stands alone."""
    return 1 if words[0] >= "\u3000" else len(words[:_WIDEST].split(None, 1)[0])


def _full(upper: Line, lower: Line, column: int) -> bool:
    gap = 0 if lower.words[0] >= "\u3000" else 1
    return len(upper.words) + gap + _first_word(lower.words) > column


def _column(pairs: list[tuple[Line, Line]], enough: int) -> int:
    """The column at which these lines were wrapped, or 0 where they were not."""
    if len(pairs) < enough:
        return 0
    column = max(len(line.words) for pair in pairs for line in pair)
    wide = sum(1 for upper, _ in pairs if upper.words[-1] >= "\u3000" or column >= _NARROWEST_COLUMN)
    full = sum(1 for upper, lower in pairs if _full(upper, lower, column) or _same_sentence(upper, lower))
    return column if full >= 0.6 * len(pairs) and 2 * wide > len(pairs) else 0


def _same_sentence(upper: Line, lower: Line) -> bool:
    if upper.words[-1] in SENTENCE_ENDS or len(upper.words) < _NARROWEST:
        return False
    return lower.words[0].islower() or lower.words[0] in ",;" or _FIGURE.match(lower.words) is not None


def _goes_on(upper: Line, lower: Line, column: int) -> bool:
    if _FRESH.match(lower.words) or upper.words[0] == "|":
        return False
    if _same_sentence(upper, lower):
        return True
    if not column or not _NARROWEST <= len(upper.words) <= _WIDEST:
        return False
    last = upper.words[-1]
    unfinished = last in ",-" or (last not in SENTENCE_ENDS and upper.words.rpartition(" ")[2].islower())
    return unfinished or _full(upper, lower, column)
