"""Sentence → mentions: names, cues and figures found, and overlaps settled, in one place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from chinamkt.model.quantities import Bound
from chinamkt.rules import kinds as k
from chinamkt.rules.rule import Cue
from chinamkt.rules.token import Figure, Token

if TYPE_CHECKING:
    from chinamkt.model.article import Article
    from chinamkt.reference.names import Hit, NameIndex
    from chinamkt.rules.language import Language

__all__ = ["figure_finder", "names_in", "sentences", "spelled_out", "tokens_of"]


#: What a word may stand behind besides a blank.
_OPENERS = str.maketrans(dict.fromkeys('("[*_/\n\t', " "))


def sentences(view: str, language: Language, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of a paragraph, as offsets."""
    out: list[tuple[int, int]] = []
    begin, ends = start, language.ends_sentence
    for stop in language.sentence_end.finditer(view, start, end):
        if stop.lastindex is None and not ends(view, stop):
            continue
        at = stop.end()
        out.append((begin, at))
        begin = at
    if begin < end:
        out.append((begin, end))
    return out


def figure_finder(lower: str, article: Article, language: Language) -> Callable[[int, int], bool]:
    """Tells whether a stretch of the article holds a figure, in digits or in words."""
    if not article.segments:
        return lambda start, end: False
    first, last = article.segments[0].span.start, article.segments[-1].span.end
    # found once for the article, not sentence by sentence
    digits = [match.start() for match in _DIGITS.finditer(lower, first, last)]
    found = language.figure_words.find_matches_as_indexes(lower[first:last], overlapping=True)
    words = sorted([(a + first, b + first) for _, a, b in found])
    digits.append(len(lower))
    words.append((len(lower), 0))

    def has_figures(start: int, end: int) -> bool:
        if digits[bisect_left(digits, start)] < end:
            return True
        number = bisect_left(words, (start, 0))
        while words[number][0] < end:
            if words[number][1] <= end:
                return True
            number += 1
        return False

    return has_figures


_START = attrgetter("start")
_DIGITS = re.compile("[0-9]+")
#: Set between segments where names are looked for: no name and no tail of one goes over three line ends.
_APART = "\n\n\n"


def names_in(article: Article, lower: str, view: str, names: NameIndex) -> list[list[Hit]]:
    """The names in each segment of an article, found in one scan."""
    spans = [segment.span for segment in article.segments]
    hits = names.scan(
        _APART.join([lower[span.start : span.end] for span in spans]),
        _APART.join([view[span.start : span.end] for span in spans]),
    )
    out: list[list[Hit]] = []
    at = number = 0
    for span in spans:
        shift, behind = span.start - at, at + span.end - span.start
        found: list[Hit] = []
        while number < len(hits) and hits[number][0] < behind:
            start, end, entry = hits[number]
            found.append((start + shift, end + shift, entry))
            number += 1
        out.append(found)
        at = behind + len(_APART)
    return out


def spelled_out(lower: str, language: Language) -> str:
    """A view as its words are looked up: where words are spaced, a blank stands for whatever else a word may stand behind."""
    return lower.translate(_OPENERS) if language.spaced else lower


def tokens_of(view: str, lower: str, spelled: str, language: Language, names: list[Hit], start: int, end: int) -> list[Token]:
    """The mentions of the sentence ``view[start:end]`` in their order, without overlaps.

    :param lower: the view in lower case, of the same length.
    :param spelled: what :func:`spelled_out` makes of it.
    :param names: the names that stand in the sentence.
    """
    found = [Token(a, b, k.NAME, entry) for a, b, entry in names if not entry.weak] if names else []
    if language.listing is not None and (view.find("(", start, end) >= 0 or view.find("[", start, end) >= 0):
        codes = language.listing.finditer(view, start, end)
        # several codes are an issuer's: they choose none of its listings
        told = [(match, ("", "") if match["more"] else (match["exchange"], match["code"])) for match in codes]
        found += [Token(match.start(), match.end(), k.LISTING, value) for match, value in told]
    _add_cues(found, lower, spelled, language, start, end)
    quantity = language.quantity
    for match in language.numeral.finditer(view, start, end):
        token = quantity(view, lower, match, start, end)
        if token is not None:
            found.append(token)
    # a weak name yields to a word of the language that is as long: "won" is a verb first
    if names:
        found += [Token(a, b, k.NAME, entry) for a, b, entry in names if entry.weak]
    found.sort(key=_START)
    kept: list[Token] = []
    reach, spaced = start, language.spaced
    for token in found:
        if token.start >= reach:
            kept.append(token)
            reach = token.end
        elif token.end > reach and kept and (token.start == kept[-1].start or _stronger(token, kept[-1])):
            kept[-1] = token
            reach = token.end
        elif token.end > reach and not spaced and (rules := language.rules_by_word.get(lower[reach : token.end])):
            # a name ends inside a longer word: 莫高|升, not 莫|高升
            rest = _read(rules, lower, reach, token.end, end)
            if rest is not None:
                kept.append(rest)
                reach = rest.end
    return _fill(view, lower, language, kept, start, end)


def _stronger(token: Token, rival: Token) -> bool:
    """Of two that overlap, the longer; a figure never yields to words that merely touch it."""
    return token.end - token.start > rival.end - rival.start and rival.code not in k.QUANTITIES


def _add_cues(found: list[Token], lower: str, spelled: str, language: Language, start: int, end: int) -> None:
    """Add the words that the rules know."""
    rules_of, cue_of = language.rules_of, language.cue_of
    spaced = language.spaced
    if spaced:
        text, shift = f" {spelled[start:end]} ", start - 1
    else:
        text, shift = lower[start:end], start
    find = language.automaton.find_matches_as_indexes
    matches = find(text)
    while matches:
        again = 0
        for number, begin, stop in matches:
            a, b = begin + shift + spaced, stop + shift
            whole = b
            if spaced and text[stop].isalnum():
                rules, b = _shorter(language, lower, a, b)
            else:
                cue = cue_of[number]
                if cue is not None:
                    found.append(Token(a, b, cue.code, cue.value, cue))
                    continue
                rules = rules_of[number]
            token = _read(rules, lower, a, b, end) if rules else None
            while token is None and spaced and rules:
                rules, b = _shorter(language, lower, a, b)
                token = _read(rules, lower, a, b, end)
            if token is not None:
                found.append(token)
            if b < whole:
                again = b if b > a else lower.find(" ", a, whole)
                if again > a:
                    break  # what is left of the longer words may begin others
                again = 0
        if not again:
            return
        shift = again - 1 if spaced else again
        text = f" {spelled[again:end]} " if spaced else lower[again:end]
        matches = find(text)


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
    words_between, spaced = language.words_between, language.spaced
    quantities, bound = k.QUANTITIES, k.BOUND
    out: list[Token] = []
    at = start
    for token in kept:
        a, code = token.start, token.code
        if not code:  # an auxiliary or an adverb: as good as a blank
            if a > at and not view[at:a].isspace():
                out += words_between(view, lower, at, a, start)
            at = token.end
            continue
        if a > at and not (spaced and a == at + 1 and view[at] == " "):
            out += words_between(view, lower, at, a, start)
            token.near = view[at:a].isspace()
        else:
            token.near = True
        if code in quantities and out and out[-1].code == bound:
            _bound(token, out, lower)
        out.append(token)
        at = token.end
    if end > at + 1:
        out += words_between(view, lower, at, end, start)
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
                figure.far = lower.find("far", cue.start, cue.end) >= 0
        token.start = cue.start
        token.near = cue.near
