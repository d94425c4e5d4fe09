"""Tables in plain text: rows of a label and figures, and cells set apart by bars."""

from __future__ import annotations

from typing import Final

from chinamkt.expressions import expression
from chinamkt.model.article import SegmentKind

__all__ = ["is_row", "joined_rows"]

_NUMBERS: Final = expression(r"[0-9][0-9.,]*")
_FIGURES: Final = "0123456789.,%+-() \t|"
_LONGEST_ROW: Final = 120
_LONGEST_NAME: Final = 50
_SHORTEST_FIGURES: Final = 8
_LONGEST_HEADER: Final = 60
_LONGEST_LABEL: Final = 30


def is_row(words: str) -> bool:
    """Tell whether a line is a row: a short label and at least two figures up to the line's end.

    >>> is_row("Hang Seng Index 18,558.34 18,185.59 -372.75"), is_row("Hang Seng Index-7.12%-6.21%")
    (True, True)
    >>> is_row("Shenzhen stocks end 1.3% higher at 3,431.72")
    False
    """
    if len(words) > _LONGEST_ROW:
        return False
    label = words.rstrip(_FIGURES)
    figures = words[len(label) :]
    return len(label) <= _LONGEST_NAME and len(figures) >= _SHORTEST_FIGURES and len(_NUMBERS.findall(figures)) >= 2


def joined_rows(parts: list[tuple[SegmentKind, int, int]]) -> list[tuple[SegmentKind, int, int]]:
    """Join the rows of a table with the header above them and short labels between them."""
    made: list[tuple[SegmentKind, int, int]] = []
    last = -9  # where the last table stands in ``made``
    for kind, start, end in parts:
        if kind is not SegmentKind.TABLE:
            made.append((kind, start, end))
        elif len(made) - last <= 3 and all(behind - begin <= _LONGEST_LABEL for _, begin, behind in made[last + 1 :]):
            made[last:] = [(kind, made[last][1], end)]
        else:
            above = made[-1] if made else None
            header = above is not None and above[0] is SegmentKind.HEADLINE and above[2] - above[1] <= _LONGEST_HEADER
            made.append((kind, made.pop()[1] if header else start, end))
            last = len(made) - 1
    return made
