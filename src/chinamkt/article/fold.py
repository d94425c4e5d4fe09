"""The folded view of a text: as long as the text, so offsets never move.

Curly quotes, odd dashes and odd blanks become plain ones. Only text with Han characters goes through the
big table (Traditional to Simplified, full width to half width); its pairs come from OpenCC's character data
by ``update/fold_table.py`` and are shipped compressed in ``fold.bin``.
"""

from __future__ import annotations

import zlib
from functools import cache
from typing import Final

from chinamkt.expressions import expression

__all__ = ["fold", "fold_table"]

#: What every non-ASCII text is freed of.
_PLAIN: Final[dict[str, str]] = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u00b4\u2032", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2212", "-"),
    **dict.fromkeys("\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "),
    **dict.fromkeys("\u200b\u200e\u200f\u2060\ufeff", " "),
    **dict.fromkeys("\u0085\u2028\u2029", "\n"),
}
#: What text without Han characters is freed of as well: most English pages become ASCII, which every later step reads faster.
_ENGLISH: Final[dict[str, str]] = {**_PLAIN, "\u2022": "*", "\u2026": ".", "\u00ae": " ", "\u2122": " "}
_ODD: Final = frozenset((*_ENGLISH, "\u2014"))
_ASCII: Final = bytes(range(128))

#: CJK ideographs, their first extension, compatibility ideographs; and full-width forms, small forms.
_TABLED: Final = expression("[\u2f00-\u2fdf\u3400-\u9fff\uf900-\ufaff\ufe50-\ufe6f\uff01-\uff5e\uffe0-\uffe6]")

#: A full-width comma that groups the digits of a full-width number; elsewhere it ends a clause and stays.
_WIDE_GROUP: Final = expression("，(?<=[０-９]，)(?=[０-９]{3}(?![０-９]))")

#: An em dash that stands between two figures is a range, and stays.
_TIGHT_DASH: Final = expression("\u2014(?:(?![0-9])|(?<![0-9]\u2014))")


@cache
def fold_table() -> str:
    """Load the table: a string of 65,536 characters for :meth:`str.translate`, what stands at a code point replaces it.

    It maps one character to one character, so a text keeps its length; characters beyond U+FFFF stay.

    >>> table = fold_table()
    >>> len(table), "恆生指數漲０．６４％".translate(table)
    (65536, '恒生指数涨0.64%')
    >>> "深圳滬港通，万科A".translate(table)
    '深圳沪港通，万科A'
    """
    loader = __spec__.loader
    # importlib.resources costs 12 ms to import; the loader itself reads from a folder or a zip alike.
    data: bytes = loader.get_data(__file__.replace("fold.py", "fold.bin"))  # type: ignore[union-attr]
    pairs = zlib.decompress(data).decode("utf-16-le")
    half = len(pairs) // 2
    table = list(map(chr, range(0x10000)))
    for old, new in zip(pairs[:half], pairs[half:], strict=True):
        table[ord(old)] = new
    for old, new in _PLAIN.items():
        table[ord(old)] = new
    return "".join(table)


def fold(text: str) -> str:
    r"""Give the view of ``text`` that rules and names are matched against; ``len(fold(text)) == len(text)``.

    :param text: any string, lone surrogates included.

    >>> fold("The index rose 1\xa0per cent \u2013 its \u201cbest\u201d day")
    'The index rose 1 per cent - its "best" day'
    >>> fold("Meituan fell\u2026 \u2014 Tencent\u2014now up\u2014rose 2\u20143%")
    'Meituan fell. - Tencent,now up,rose 2\u20143%'
    >>> fold("恆指跌１，２３４點，成交額１．４３萬億（人民幣）")
    '恒指跌1,234点，成交额1.43万亿(人民币)'
    >>> fold("plain") is fold("plain")
    True
    """
    if text.isascii():
        return text
    if not _TABLED.search(text, 0, 400):
        # Bytes are thinned out by the C library: what is left are the few odd characters of an English text.
        rest = text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass")
        if not _TABLED.search(rest):
            return _english(text, _ODD.intersection(rest))
    return _WIDE_GROUP.sub(",", text).translate(fold_table())


def _english(text: str, odd: frozenset[str]) -> str:
    for character in odd:
        if character in _ENGLISH:
            text = text.replace(character, _ENGLISH[character])
    if "\u2014" in odd:
        # Between blanks an em dash is the wires' " - "; between words a comma, since a hyphen would join them.
        text = _TIGHT_DASH.sub(",", text.replace(" \u2014 ", " - "))
    return text
