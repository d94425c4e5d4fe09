"""A blog's post: a standfirst, sections under headings, then reactions and comments."""

from __future__ import annotations

from chinamkt.article.parsers.layout import Layout

__all__ = ["Blog"]


class Blog(Layout):
    """Sections under headings; what readers think stands below."""

    name = "blog"

    def score(self, view: str, text: str) -> int:
        """Told by what a blog asks its readers, or by the time that it takes to read it."""
        return 3 if "Your Reaction" in view or " mins read" in view or " min read" in view or " Min Read" in view else 0
