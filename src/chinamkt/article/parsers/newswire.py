"""A wire's own page: byline, text, the writer's address, and a sign-off with agency and stamp."""

from __future__ import annotations

from typing import Final

from chinamkt.article.parsers.layout import Layout
from chinamkt.article.segment import Draft
from chinamkt.expressions import expression

__all__ = ["PARSER", "Newswire"]

_SIGN_OFF: Final = expression(r"\(END\)\s{1,3}(?P<agency>[A-Z][\w .&'-]{2,60})")
#: How near to the page's end the sign-off is looked for.
_NEAR: Final = 600


class Newswire(Layout):
    """Signed off by "(END) Agency" and a stamp such as "06-09-25 0135ET"."""

    name = "newswire"

    def score(self, view: str, _text: str, /) -> int:
        """The sign-off stands at the page's end, or near it."""
        return 7 if "(END)" in view[-_NEAR:] else 0

    def _publisher(self, main: Draft, text: str, /) -> str | None:
        """The agency that signs off."""
        for line in main.tail:
            found = _SIGN_OFF.match(line.words)
            if found:
                return found["agency"].strip()
        return super()._publisher(main, text)


PARSER = Newswire()
