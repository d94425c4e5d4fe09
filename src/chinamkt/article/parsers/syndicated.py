"""A site that prints an agency's text: "ALSO READ" lines between the paragraphs, a note on the feed at the end."""

from __future__ import annotations

from chinamkt.article.parsers.layout import Layout

__all__ = ["Syndicated"]


class Syndicated(Layout):
    """Text from a feed, interrupted by the site's own links."""

    name = "syndicated"

    def score(self, view: str, text: str) -> int:
        """Told by the interruptions and by the note."""
        return 4 if "ALSO READ" in view or "\nAlso Read" in view or "syndicated feed" in view else 0
