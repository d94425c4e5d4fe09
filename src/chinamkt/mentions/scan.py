"""Sentence → mentions: names, cues and figures found, and overlaps settled, in one place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from chinamkt.model.quantities import Bound
from chinamkt.rules import kinds as k
from chinamkt.rules.rule import Cue
from chinamkt.rules.token import Figure, Token

if TYPE_CHECKING:
    from chinamkt.rules.language import Language

__all__ = ["sentences", "tokens_of"]


#: What a word may stand behind besides a blank.
_OPENERS = str.maketrans(dict.fromkeys('("[*_/\n\t', " "))


def sentences(view: str, language: Language, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a paragraph, as offsets."""
    begin = start
    for stop in language.sentence_end.finditer(view, start, end):
        if not language.ends_sentence(view, stop):
            continue
        yield begin, stop.end()
        begin = stop.end()
    if begin < end:
        yield begin, end


def tokens_of(view: str, lower: str, language: Language, names: list[tuple[int, int, Any]], start: int, end: int) -> list[Token]:
    """The mentions of the sentence ``view[start:end]`` in their order, without overlaps.

    :param lower: the view in lower case, of the same length.
    :param names: the names that stand in the sentence.
    """
    found = [Token(a, b, k.NAME, entry) for a, b, entry in names]
    if language.listing is not None and view.find("(", start, end) >= 0:
        for match in language.listing.finditer(view, start, end):
            found.append(Token(match.start(), match.end(), k.LISTING, (match["exchange"], match["code"])))
    found.extend(_cues(view, lower, language, start, end))
    for match in language.numeral.finditer(view, start, end):
        token = language.quantity(view, lower, match, start, end)
        if token is not None:
            found.append(token)
    found.sort(key=_order)
    kept: list[Token] = []
    reach = start
    for token in found:
        if token.start >= reach:
            kept.append(token)
            reach = token.end
        elif kept and token.end > reach and _stronger(token, kept[-1]):
            kept[-1] = token
            reach = token.end
    return _fill(view, lower, language, kept, start, end)


def _order(token: Token) -> tuple[int, int]:
    return (token.start, -token.end)


def _stronger(token: Token, rival: Token) -> bool:
    """Of two that overlap, the longer; a figure never yields to words that merely touch it."""
    return token.end - token.start > rival.end - rival.start and rival.code not in k.QUANTITIES


def _cues(view: str, lower: str, language: Language, start: int, end: int) -> Iterator[Token]:
    rules_of = language.rules_of
    if language.spaced:
        text, shift, lead = f" {lower[start:end]}".translate(_OPENERS), start - 1, 1
    else:
        text, shift, lead = lower[start:end], start, 0
    spaced = lead == 1
    for number, begin, stop in language.automaton.find_matches_as_indexes(text):
        a, b = begin + shift + lead, stop + shift
        rules = rules_of[number]
        if spaced and b < end and lower[b].isalnum():
            rules, b = _shorter(language, lower, a, b)
        token = _read(rules, lower, a, b, end)
        while token is None and spaced:
            rules, b = _shorter(language, lower, a, b)
            if not rules:
                break
            token = _read(rules, lower, a, b, end)
        if token is not None:
            yield token


def _read(rules: tuple[Any, ...], lower: str, a: int, b: int, end: int) -> Token | None:
    """The mention that the rules of some words make of them: of a phrase that reads on, else of the bare words."""
    for rule in rules:
        if isinstance(rule, Cue):
            return Token(a, b, rule.code, rule.value, rule)
        match = rule.pattern.match(lower, a, end)
        if match is not None and (value := rule.read(match)) is not None:
            return Token(a, match.end(), rule.code, value, rule)
    return None


def _shorter(language: Language, lower: str, a: int, b: int) -> tuple[tuple[Any, ...], int]:
    """ "Since it" stands in "since its", but so does "since": the longest known words that end where a word ends."""
    while (b := lower.rfind(" ", a, b)) > a:
        rules = language.rules_by_word.get(f" {lower[a:b]}")
        if rules:
            return rules, b
    return (), a


def _fill(view: str, lower: str, language: Language, kept: list[Token], start: int, end: int) -> list[Token]:
    """Put punctuation and unknown words between the tokens, and bounds into their figures."""
    out: list[Token] = []
    at = start
    for token in kept:
        a = token.start
        if not token.code:  # an auxiliary or an adverb: as good as a blank
            if a > at and not view[at:a].isspace():
                out.extend(language.words_between(view, lower, at, a, start))
            at = token.end
            continue
        if a > at and not (a - at == 1 and view[at] == " "):
            out.extend(language.words_between(view, lower, at, a, start))
            token.near = view[at:a].isspace()
        else:
            token.near = True
        if token.code in k.QUANTITIES and out:
            _bound(token, out, lower)
        out.append(token)
        at = token.end
    if end > at + 1:
        out.extend(language.words_between(view, lower, at, end, start))
    return out


def _bound(token: Token, before: list[Token], lower: str) -> None:
    """ "More than" and "as much as" belong to the figure they precede."""
    figure: Figure = token.value
    while before and before[-1].code == k.BOUND and (token.near or not before[-1].end < token.start - 6):
        cue = before.pop()
        if cue.rule is not None:
            bound = cue.value if isinstance(cue.value, Bound) else getattr(cue.rule, "bound", None)
            if bound is not None:
                figure.bound = bound
                if figure.bound is Bound.UNDER and token.code != k.PERCENT and lower.startswith("near", cue.start):
                    figure.bound = Bound.ABOUT  # "held near $1,400", but "a near 3% fall"
            if cue.value == "peak":
                figure.peak = True
            elif cue.value == "reach":
                figure.peak, figure.reach = True, token.code != k.PERCENT
                figure.low = lower.find("low", cue.start, cue.end) >= 0
        token.start = cue.start
        token.near = cue.near
