"""What a measure falls on, compared by words: goods at large, or these goods."""

from __future__ import annotations

import re
from functools import cache

from chinamkt.reference.parties import party_words

__all__ = ["pieces_of"]

#: Words of a target that say no more than "goods".
_GENERAL = frozenset(
    ("a", "about", "additional", "all", "and", "another", "any", "certain", "country", "exports", "extra", "from", "further",
     "goods", "import", "imports", "in", "into", "items", "made", "most", "of", "on", "originate", "originating", "other",
     "products", "relevant", "shipments", "so-called", "some", "such", "the", "their", "these", "to", "total", "wares", "worth")
)  # fmt: skip
_GENERAL_ZH = re.compile("商品|产品|货品|货物|进口|出口|来自|所有|全部|部分|大部分|制|的|对|中|输")
_WORD = re.compile(r"[^\W_]+(?:[.'’$-][^\W_]+)*")


@cache
def pieces_of(target: str) -> frozenset[str]:
    """The words by which a target is known again; none for goods at large. Chinese is cut into pairs of characters.

    >>> sorted(pieces_of("all steel and aluminium imports into the country")), pieces_of("U.S. goods")
    (['aluminum', 'steel'], frozenset())
    >>> sorted(pieces_of("中国制电动车"))
    ['动车', '电动']
    """
    lower = target.lower().replace("aluminium", "aluminum").replace("us$", "$")
    if lower.isascii():
        parties = party_words("en")
        words = (word.removesuffix("'s") for word in _WORD.findall(lower))
        return frozenset(word for word in words if not {word, f"{word}."} & parties.keys() and word not in _GENERAL)
    for word in sorted(party_words("zh"), key=len, reverse=True):
        if len(word) > 1:
            lower = lower.replace(word, " ")
    lower = _GENERAL_ZH.sub(" ", lower)
    return frozenset(part[i : i + 2] for part in lower.split() for i in range(max(1, len(part) - 1)))
