"""Plain text: one article, with or without a headline."""

from __future__ import annotations

from chinamkt.article.parsers.layout import Layout

__all__ = ["PARSER", "Plain"]


class Plain(Layout):
    """The parser for whatever has no layout of its own."""

    name = "plain"


PARSER = Plain()
