"""A portal's page: the article, the site's offers, then "Related Articles" from other publishers, often cut off.

Two orders are met. Either a publisher, an age ("an hour ago"), the publisher again behind a dash, the headline, the text;
or the headline twice, then the publisher, the age, the publisher behind a dot, the headline, the text. In both the age
stands between two mentions of the publisher, so the ages are what is looked for. Lists of bare headlines with their ages
are read as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from chinamkt.article.furniture import AGE
from chinamkt.article.lines import Line
from chinamkt.article.parsers.layout import Layout, Other, listed
from chinamkt.article.segment import draft
from chinamkt.expressions import expression

__all__ = ["PARSER", "Portal"]

_AGAIN: Final = expression(r"[-*\u2022\u00b7|]\s{0,4}")


class Portal(Layout):
    """Related articles with publisher, age, headline and text."""

    name = "portal"

    def score(self, view: str, _text: str, /) -> int:
        """Told by the announcement of other articles with ages among them."""
        return 5 if ("\nRelated " in view or "\nLatest " in view or "\nMore " in view) and " ago" in view else 0

    def _related(self, lines: Sequence[Line], /) -> list[Other]:
        """Cut the lines at the ages that stand between two mentions of a publisher."""
        ages = [number for number, line in enumerate(lines) if AGE.fullmatch(line.words) and _publisher(lines, number)]
        if not ages:
            return listed(lines)
        found: list[Other] = []
        for number, behind in zip(ages, [*ages[1:], None], strict=True):
            end = len(lines)
            if behind is not None:
                headline = lines[behind + 2].words if behind + 2 < len(lines) else ""
                end = behind - 1
                while end > number + 2 and lines[end - 1].words == headline:
                    end -= 1
            made = draft(lines[number + 2 : end], related=True)
            if made.parts:
                found.append((made, _publisher(lines, number), None))
        return found


def _publisher(lines: Sequence[Line], age: int) -> str | None:
    if not 0 < age < len(lines) - 1:
        return None
    above, below = lines[age - 1].words, lines[age + 1].words
    mark = _AGAIN.match(below)
    return above if mark and below[mark.end() :] == above else None


PARSER = Portal()
