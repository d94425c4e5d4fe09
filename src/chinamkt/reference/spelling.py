"""How the name tables spell a name: as the folded view has it, in lower case; an English one without punctuation.

The tables are made with the same two functions (``update/reference``), so a name is found as a text writes it.
"""

from __future__ import annotations

from typing import Final

from chinamkt.expressions import expression

__all__ = ["folded", "han_key", "is_han", "latin_key"]

_HAN: Final = expression("[\u3400-\u9fff]")
_NOT_ALNUM: Final = expression("[^0-9a-z]")


def is_han(name: str) -> bool:
    """Whether a name is matched in Chinese text (no word boundaries) or as English.

    >>> is_han("H股指数"), is_han("HSI")
    (True, False)
    """
    return _HAN.search(name) is not None


def latin_key(name: str) -> str:
    """A name in Latin letters as the scan sees it: what is neither a letter nor a digit is a blank.

    >>> latin_key("The S&P 500")
    's p 500'
    """
    from chinamkt.article.fold import fold

    return _NOT_ALNUM.sub(" ", fold(name).lower()).strip().removeprefix("the ")


def han_key(name: str) -> str:
    """A name with Chinese characters as the scan sees it.

    >>> han_key("恆生指數"), han_key("ＴＣＬ科技")
    ('恒生指数', 'tcl科技')
    """
    from chinamkt.article.fold import fold

    return fold(name).lower()


def folded(text: str) -> str:
    """The view of a text that names are looked for in: as long as the text, so that offsets stay.

    >>> folded("恆生指數漲０．６４％")
    '恒生指数涨0.64%'
    """
    from chinamkt.article.fold import fold

    return fold(text)
