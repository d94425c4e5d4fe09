"""Blanks for what a page puts inside its sentences: quotation widgets and the codes of price terminals.

A reader skips them ("Tencent (00700.HK) +4.200 (+0.876%) ... rose 0.9%"); in the view they are blanks, line ends
included, so that the sentence goes on.
"""

from __future__ import annotations

import re
from typing import Final

from chinamkt.expressions import expression

__all__ = ["without_inserts"]

#: "(00700.HK) +4.200 (+0.876%)", and the line on short selling below it: the code stays, the figures go.
_QUOTE: Final = expression(
    r"\.[A-Z]{2}\)(?P<widget>\s{1,3}[+-][0-9][0-9.,]{0,12}\s{1,3}\([+-][0-9][0-9.,]{0,12}%\)"
    r"(?:\s{1,6}Short\s{1,3}selling\s{1,3}\$[0-9.,]{1,12}[KMB]?;\s{1,3}Ratio\s{1,3}[0-9.,]{1,12}%[ ]{0,3}\n?)?"
    r"(?:[ ]{0,3}\n[ ]{0,3}(?=[a-z,;.]))?)"
)

#: A code and a change on lines of their own, within a sentence that goes on behind them.
_LINES: Final = expression(
    r"(?<=[\w.'\")])[ ]{0,3}\n\s{0,6}(?:[A-Z]{1,5}|[0-9]{4,6})\s{0,3},?[ ]{0,3}\n\s{0,6}[+-][0-9]{1,3}(?:\.[0-9]{1,3})?%[ ]{0,3}"
    r"(?:\n\s{0,6}(?=[a-z0-9,;.(]))?"
)

#: "(HK:883 16.18, -0.20, -1.22%)": the code stays where it says its exchange.
_BRACKETED: Final = re.compile(
    r"\((?P<code>(?:[A-Z]{2}:[A-Z0-9.]{1,8})?)(?:(?<=\()[A-Z]{1,6})?\s{1,2}[0-9][0-9,]{0,8}(?:\.[0-9]{1,4})?,\s{1,2}"
    r"[+-]?[0-9][0-9,]{0,8}(?:\.[0-9]{1,4})?,\s{1,2}[+-]?[0-9]{1,3}(?:\.[0-9]{1,2})?%\)"
)

#: "AAPL, -2.92%" behind a company's name.
_TICKED: Final = re.compile(r"(?<=\s)[A-Z]{1,5},\s{1,2}[+-][0-9]{1,3}\.[0-9]{2}%,?")

#: Terminal codes of indices (".SSEC", "[.T]") and of currencies and bonds ("CNY=CFXS", "XAU=") behind a name.
_DOT_CODE: Final = expression(r"(?<=\s)(?:\[\.[A-Z]{1,4}\]|\.[A-Z][A-Z0-9]{2,12}(?!\.?\w))")
_EQUALS_CODE: Final = expression(r"(?<![\w=])(?:[A-Z]{3}|[A-Z]{6}|[A-Z]{2}[0-9]{1,2}[A-Z]{1,2})=(?:[A-Z]{1,5}[0-9]?)?(?![\w=])")
_LETTER_CODE: Final = expression(r"(?<=\s)[A-Z]{2,3}c[0-9](?!\w)")

#: Cheap signs of widgets: each begins with a rare character, so that a page without them costs one look for it.
_QUOTED: Final = expression(r"\)\s{1,3}[+-][0-9]")
_CHANGED: Final = expression(r"%[ ]{0,3}\n")
_LEAD: Final = 1000


def _spaces(found: re.Match[str]) -> str:
    return " " * (found.end() - found.start())


def _without_figures(found: re.Match[str]) -> str:
    kept = found.start("widget") - found.start()
    return found[0][:kept] + " " * (found.end() - found.start() - kept)


def _only_code(found: re.Match[str]) -> str:
    code = found["code"]
    return f"({code}){' ' * (found.end() - found.start() - len(code) - 2)}" if code else _spaces(found)


def without_inserts(view: str, *, coded: bool = False) -> str:
    r"""Blank quotation widgets and terminal codes; the length stays.

    :param coded: terminal codes may stand in the text; else they are looked for where the page shows signs of them.

    >>> without_inserts("HKEX (00388.HK) +2.700 (+1.879%)\nShort selling $33.18M; Ratio 3.926%\nrose 1.6%.")
    'HKEX (00388.HK)                                                      rose 1.6%.'
    >>> without_inserts("Cnooc (CEO 210.27, -3.07, -1.44%) (HK:883 16.18, -0.20, -1.22%) slid")
    'Cnooc                             (HK:883)                        slid'
    >>> without_inserts("Tokyo's Nikkei .N225 shed 0.7 percent", coded=True)
    "Tokyo's Nikkei       shed 0.7 percent"
    """
    if _QUOTED.search(view):
        view = _QUOTE.sub(_without_figures, view)
    if "%)" in view:
        view = _BRACKETED.sub(_only_code, view)
    if ", -" in view or ", +" in view:
        view = _TICKED.sub(_spaces, view)
    if _CHANGED.search(view):
        view = _LINES.sub(_spaces, view)
    if "=" in view:
        view = _LETTER_CODE.sub(_spaces, _EQUALS_CODE.sub(_spaces, view))
    elif not coded and "Reuters" not in view[:_LEAD]:
        return view
    return _DOT_CODE.sub(_spaces, view)
