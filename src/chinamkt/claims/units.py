"""Before a sentence is read: figures that share a unit, and ranges, become whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chinamkt.model.quantities import Bound
from chinamkt.rules import kinds as k
from chinamkt.rules.token import Figure, Token

if TYPE_CHECKING:
    from chinamkt.rules.language import Language

__all__ = ["join_figures"]

_RANGE = frozenset((k.TO, "-", "~"))


def join_figures(tokens: list[Token], language: Language) -> list[Token]:
    """ "6.05 and 7.88 percent" → two percentages; "between 3.2% and 5.5%", "5 to 7%" → one range."""
    codes = [token.code for token in tokens]
    if k.NUMBER not in codes and "g" not in codes and codes.count(k.PERCENT) < 2:
        return tokens  # nothing to join, as in most sentences
    _share_units(tokens, language)
    out: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.code == "g" and at + 3 < len(tokens):
            low, link, high = tokens[at + 1 : at + 4]
            if low.code == high.code in (k.PERCENT, k.POINTS) and link.code in (k.AND, k.TO, "-", "~"):
                out.append(_span(token.start, low, high))
                at += 4
                continue
        if (
            token.code == k.PERCENT
            and at + 2 < len(tokens)
            and tokens[at + 2].code == k.PERCENT
            and tokens[at + 1].code in _RANGE
        ):
            before = out[-1].code if out else ""
            high = tokens[at + 2]
            if before != k.FROM and high.value.value > token.value.value and not token.value.sign:
                out.append(_span(token.start, token, high))
                at += 3
                continue
        out.append(token)
        at += 1
    return out


def _span(start: int, low: Token, high: Token) -> Token:
    a, b = low.value, high.value
    if a.value > b.value:
        a, b = b, a
    figure = Figure(
        a.value, unit=a.unit, upper=b.value, bound=Bound.RANGE, sign=b.sign, start=low.value.start, end=high.value.end
    )
    return Token(start, high.end, low.code, figure, None, True)


def _share_units(tokens: list[Token], language: Language) -> None:
    """A bare figure takes the unit of the one it is joined to."""
    if "shared-unit" not in language.steps:
        return
    for at in range(len(tokens) - 3, -1, -1):
        token, link = tokens[at], tokens[at + 1].code
        if token.code != k.NUMBER or token.value.large or token.value.value >= 1000:
            continue
        if link in (k.AND, k.COMMA, k.TO, "-", "~"):
            other = tokens[at + 2]
            if other.code == k.AND and at + 3 < len(tokens):
                other = tokens[at + 3]
            before = tokens[at - 1].code if at else ""
            if other.code == k.PERCENT and other.near and before != k.AT:
                token.code = k.PERCENT
