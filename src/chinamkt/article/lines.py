"""The lines of a page, and the paragraphs they make once hard-wrapped lines are joined.

Everything works on the folded view. A blank line always ends a paragraph; a lone line end does unless the text looks
hard-wrapped there: the next line goes on in lower case, or the line is full and so are most lines around it.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from chinamkt.expressions import expression

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

#: What begins anew and never continues the line above: marks of lists, ages, stamps, sign-offs.
_MARKS: Final = frozenset("-*\u2022\u25cf\u25aa\u00b7#|+>")
_FRESH: Final = expression(
    r"[-+](?![0-9])|[*\u2022\u25cf\u25aa\u00b7#|>]|[0-9]{1,2}[.)]\s|\(END\)|By [A-Z]|Write to |https?:"
    r"|(?:time)?(?:an?|[0-9]{1,3}) (?:min|hour|day)[a-z]{0,5} ago"
    r"|[A-Z][a-z]{2,8}\.? [0-9]{1,2},? (?:19|20)[0-9]{2}(?: [/|-]|$)"
    r"|[A-Z]{3,}(?: [A-Z]{3,})?(?:, [A-Z][a-z]+)?, (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? [0-9]{1,2}\b"
)

#: A figure that goes on from the line above: "3.63 percent", "9% and", "3,346.72." A date or a clock begins anew.
_FIGURE: Final = expression(r"[-+]?[0-9][0-9,]*(?:[.,][0-9]+)*(?:%|\s[a-z]|[.,](?:\s|$))")

#: Words that end with a full stop and no sentence.
_SHORTENED: Final = expression(
    r"\b(?:Inc|Ltd|Co|Corp|Cos|Bros|No|vs|St|Mr|Ms|Mrs|Dr|Gen|Sen|Rep|U\.S|U\.K|E\.U|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.$"
)

#: Words that a headline's capitals spare.
_SMALL: Final = frozenset(
    ("with", "from", "amid", "over", "into", "than", "that", "upon", "after", "before", "under", "since", "while")
)

#: Where no other line tells the column, lines that end here were wrapped at the usual 70 to 80.
_USUAL: Final = range(70, 81)


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
    if words[0] in _MARKS and not words[1:2].isdigit():
        return False
    return above <= _WIDEST >= len(words) or words[0].islower() or words[0] in ",;0123456789+-"


def _joined(view: str, lines: list[Line], suspects: list[tuple[int, int]]) -> list[Line]:
    blocks: dict[int, list[tuple[Line, Line]]] = {}
    for block, number in suspects:
        upper, lower = lines[number - 1], lines[number]
        if len(upper.words) <= _WIDEST >= len(lower.words) and not _FRESH.match(lower.words):
            blocks.setdefault(block, []).append((upper, lower))
    page = _column(view, [pair for pairs in blocks.values() for pair in pairs], 4)
    columns = {block: _column(view, pairs, 3) or page for block, pairs in blocks.items()}
    going_on = {
        number for block, number in suspects if _goes_on(view, lines[number - 1], lines[number], columns.get(block, page))
    }
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


def _full(view: str, upper: Line, lower: Line, column: int) -> bool:
    """Tell whether the lower line's first word would not have fitted; blanks before it may be those of a blanked code."""
    gap = 0 if lower.words[0] >= "\u3000" else 1
    width = upper.end - view.rfind("\n", 0, upper.start) - 1
    lead = lower.start - view.rfind("\n", 0, lower.start) - 1
    return width + gap + lead + _first_word(lower.words) > column


def _column(view: str, pairs: list[tuple[Line, Line]], enough: int) -> int:
    """The column at which these lines were wrapped, or 0 where they were not."""
    if len(pairs) < enough:
        return 0
    column = max(len(line.words) for pair in pairs for line in pair)
    wide = sum(1 for upper, _ in pairs if upper.words[-1] >= "\u3000" or column >= _NARROWEST_COLUMN)
    # A full line tells nothing where it ends a sentence: so does a paragraph of one line.
    broken = [(upper, lower) for upper, lower in pairs if upper.words[-1] not in SENTENCE_ENDS]
    full = sum(1 for upper, lower in broken if _full(view, upper, lower, column) or _same_sentence(upper, lower))
    return column if 2 * full >= len(pairs) and 2 * wide > len(pairs) else 0


def _ended(words: str) -> bool:
    return words[-1] in SENTENCE_ENDS and not (words[-1] == "." and _SHORTENED.search(words, max(0, len(words) - 8)))


def _same_sentence(upper: Line, lower: Line) -> bool:
    """The lower line can only go on: it begins in lower case, with a comma or with a figure."""
    if len(upper.words) < _NARROWEST:
        return False
    first = lower.words[0]
    if first.islower():
        return " " in lower.words or lower.words[-1] in SENTENCE_ENDS
    return not _ended(upper.words) and (first in ",;" or _FIGURE.match(lower.words) is not None)


def _goes_on(view: str, upper: Line, lower: Line, column: int) -> bool:
    if _FRESH.match(lower.words) or upper.words[0] == "|" or upper.words == lower.words:
        return False
    if _same_sentence(upper, lower):
        return True
    size = len(upper.words)
    if not _NARROWEST <= size <= _WIDEST:
        return False
    if column:
        last = upper.words[-1]
        unfinished = last in ",-" or (last not in SENTENCE_ENDS and upper.words.rpartition(" ")[2].islower())
        return unfinished or _full(view, upper, lower, column)
    if _ended(upper.words) or len(lower.words) > _WIDEST or upper.words[-1] >= "\u3000":
        return False
    return size < _USUAL.stop and size + 1 + _first_word(lower.words) > _USUAL.start and not _title_case(upper.words)


def _title_case(words: str) -> bool:
    """A headline whose every word but the smallest has a capital: it never goes on."""
    return not any(len(word) > 3 and word.islower() and word not in _SMALL for word in words.split())
