"""A site that prints an agency's text: "ALSO READ" lines between the paragraphs, a note on the feed at the end."""

from __future__ import annotations

from typing import Final

from chinamkt.article.parsers.layout import Layout

__all__ = ["PARSER", "Syndicated"]

_NEAR: Final = 600


class Syndicated(Layout):
    """Text from a feed, interrupted by the site's own links."""

    name = "syndicated"

    def score(self, view: str, _text: str, /) -> int:
        """Told by the note at the end, or by the interruptions."""
        return 4 if "syndicated feed" in view[-_NEAR:] or "\nALSO READ" in view else 0


PARSER = Syndicated()
