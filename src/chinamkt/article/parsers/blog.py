"""A blog's post: a standfirst, sections under headings, then reactions and comments."""

from __future__ import annotations

from typing import Final

from chinamkt.article.parsers.layout import Layout
from chinamkt.expressions import expression

__all__ = ["PARSER", "Blog"]

_READING: Final = expression(r"\b[0-9]{1,3} [Mm]ins? [Rr]ead\b")
_NEAR: Final = 600


class Blog(Layout):
    """Sections under headings; what readers think stands below."""

    name = "blog"

    def score(self, view: str, _text: str, /) -> int:
        """Told by what a blog asks its readers below the text, or by the reading time above it."""
        return 3 if "Your Reaction" in view[-_NEAR:] or ("ead" in view[:_NEAR] and _READING.search(view, 0, _NEAR)) else 0


PARSER = Blog()
