"""The language and script of a text, by counting: ``en``, ``zh-Hans`` or ``zh-Hant``."""

from __future__ import annotations

from functools import cache
from typing import Final

from chinamkt.article.fold import fold_table
from chinamkt.expressions import expression

__all__ = ["language"]

_NOT_LETTERS: Final = bytes(code for code in range(256) if not chr(code).isalpha() or code > 127)
_HAN: Final = expression("[\u3400-\u9fff\uf900-\ufaff]")

#: Characters that tell the script are counted in a sample: every Chinese text has some within its first lines.
_SAMPLE: Final = 1000


@cache
def _told_apart() -> tuple[frozenset[str], frozenset[str]]:
    """Characters of Traditional text alone, and of Simplified text alone."""
    table = fold_table()
    changed = [(chr(code), table[code]) for code in range(0x3400, 0xA000) if table[code] != chr(code)]
    return frozenset(old for old, _ in changed), frozenset(new for _, new in changed if not new.encode("big5", "ignore"))


def language(text: str, view: str | None = None) -> str:
    """Tell the language of ``text``: ``en``, ``zh-Hans`` or ``zh-Hant``.

    :param text: the text as given; its characters tell the Chinese script.
    :param view: the same text without tags and link targets, where there is one; its letters are counted.

    A Chinese character counts as two letters. A Chinese text without any character of either script alone is ``zh-Hans``.

    >>> language("Shares rose."), language("恒指收报23916点"), language("恆指收報23916點")
    ('en', 'zh-Hans', 'zh-Hant')
    >>> language("Shenzhen’s 深圳成指 index rose 0.4 per cent")
    'en'
    """
    view = text if view is None else view
    if view.isascii():
        return "en"
    # The C library thins the bytes out. A Chinese character takes two bytes more than a letter, so this weighs it double.
    data = view.encode("utf-8", "surrogatepass")
    letters = len(data.translate(None, _NOT_LETTERS))
    if len(data) - len(view) <= letters or not _HAN.search(view):
        return "en"
    traditional, simplified = _told_apart()
    first = _HAN.search(text)
    sample = set(text[first.start() : first.start() + _SAMPLE]) if first else set(text)
    return "zh-Hant" if len(sample & traditional) > len(sample & simplified) else "zh-Hans"
