"""A wire's own page: byline, text, the writer's address, and a sign-off with agency and stamp."""

from __future__ import annotations

import re
from typing import Final

from chinamkt.article.parsers.layout import Layout
from chinamkt.article.segment import Draft

__all__ = ["Newswire"]

_SIGN_OFF: Final = re.compile(r"\(END\)\s{1,3}(?P<agency>[A-Z][\w .&'-]{2,60})")


class Newswire(Layout):
    """Signed off by "(END) Agency" and a stamp such as "06-09-25 0135ET"."""

    name = "newswire"

    def score(self, view: str, text: str) -> int:
        """The sign-off is beyond doubt; the writer's address alone is a hint."""
        if "(END)" in view:
            return 7
        return 4 if "\nWrite to " in view else 0

    def publisher(self, main: Draft, text: str) -> str | None:
        """The agency that signs off."""
        for line in main.tail:
            found = _SIGN_OFF.match(line.words)
            if found:
                return found["agency"].strip()
        return super().publisher(main, text)
