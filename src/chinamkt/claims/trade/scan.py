"""Text → the words of trade policy in it: one small automaton a language, apart from that of the market's moves."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from chinamkt.expressions import expression
from chinamkt.reference.parties import Party, parties, party_words
from chinamkt.rules import trade as k
from chinamkt.rules.rule import Construction, Cue, Phrase, Rule
from chinamkt.rules.token import Token

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

    from chinamkt.rules.language import Language

__all__ = ["Scanner", "scanner_of"]

#: Figures, and the marks that part clauses; a comma between digits belongs to its figure.
#: One class of characters begins them all, so that the search skips what can't begin any.
_MARKS = expression(r"[ 0-9,，、:：()（）—–;；。!?！？](?:(?<= )- |(?<=[0-9])[0-9,]*(?:\.[0-9]+)?|(?<![ 0-9]))")
_SEMICOLONS = frozenset(";；。!?！？")
#: Where known words start and end, and the number of their pattern.
Hit = tuple[int, int, int]
#: Joints inside words and quotation marks; blanks take their place, so "US-China" is two words.
_JOINTS = str.maketrans(dict.fromkeys("-'\"()[]/“”‘’—–*,:;", " "))
_CACHE: WeakKeyDictionary[Any, Scanner] = WeakKeyDictionary()


def scanner_of(language: Language) -> Scanner | None:
    """The scanner of a language, compiled on first use; ``None`` where it has no rules for trade."""
    scanner = _CACHE.get(language)
    if scanner is None:
        if not language.trade_rules:
            return None
        scanner = _CACHE[language] = Scanner(language.code, language.trade_rules, spaced=language.spaced)
    return scanner


class Scanner:
    """The compiled rules of a language.

    :param spaced: words are separated by blanks.
    """

    def __init__(self, code: str, rules: Iterable[Rule], *, spaced: bool) -> None:
        self.spaced = spaced
        self._code, self._all = code, tuple(rules)
        self.at_numbers = [rule for rule in self._all if isinstance(rule, Phrase) and "#" in rule.words]

    @cached_property
    def _rules(self) -> dict[str, list[Any]]:
        """All words and their rules, phrases first, since a phrase reads more than the bare word."""
        words = party_words(self._code)
        entries: dict[str, list[Any]] = {}
        for word, party in words.items():
            if party.kind != "short":
                entries.setdefault(self._key(word), []).append(party)
        for rule in self._all:
            if isinstance(rule, Construction) or rule.code == k.GATE:
                continue
            if isinstance(rule, Cue) and rule.code in (k.FORMS, k.PAIR):
                for word, value in _made(rule, words):
                    entries.setdefault(word, []).insert(0, (rule, value))
                continue
            for word in rule.words:
                if word != "#":
                    entries.setdefault(self._key(word), []).append(rule)
        return {word: sorted(found, key=lambda rule: not isinstance(rule, Phrase)) for word, found in entries.items()}

    @cached_property
    def _automaton(self) -> AhoCorasick:
        """One leftmost-longest automaton over all words; built for the first article that speaks of trade."""
        from ahocorasick_rs import AhoCorasick, MatchKind

        return AhoCorasick(list(self._rules), matchkind=MatchKind.LeftmostLongest)

    @cached_property
    def _rules_of(self) -> list[list[Any]]:
        """The rules of each pattern of the automaton."""
        return list(self._rules.values())

    @cached_property
    def _telling(self) -> list[bool]:
        """Of each pattern: whether its words tell what is to be read at all; the others matter beside them alone."""
        return [any(_tells(rule) for rule in found) for found in self._rules_of]

    @cached_property
    def _acts(self) -> tuple[AhoCorasick, list[list[Any]], list[bool]]:
        """The words that may be acts or verbs of levying, wherever they stand; the rules of each; those that are for sure."""
        from ahocorasick_rs import AhoCorasick, Implementation

        rules = {word: found for word, found in self._rules.items() if any(_acts(rule) for rule in found)}
        sure = [not isinstance(found[0], Phrase) and _acts(found[0]) for found in rules.values()]
        return AhoCorasick(list(rules), implementation=Implementation.DFA), list(rules.values()), sure

    def may_act(self, view: str, lower: str, start: int, end: int) -> bool:
        """Whether ``lower[start:end]`` may name an act: without, :meth:`words` of :meth:`hits` hold neither act nor levy.

        A word of these may still be part of a longer one that is none.
        """
        text = f" {lower[start:end].translate(_JOINTS)} " if self.spaced else lower[start:end]
        automaton, rules_of, sure = self._acts
        found = automaton.find_matches_as_indexes(text, overlapping=True)
        if self.spaced:
            found = [hit for hit in found if not text[hit[2]].isalnum()]
        if any(sure[hit[0]] for hit in found):
            return True
        shift = start - 1 if self.spaced else start
        for number, a, b in found:
            token = _first(rules_of[number], view, lower, a + start, b + shift, end, spaced=self.spaced)
            if token is not None and (token.code == k.ACT or token.value in k.LEVYING):
                return True
        return False

    def _key(self, word: str) -> str:
        return " " + " ".join(word.lower().translate(_JOINTS).split()) if self.spaced else word

    def hits(self, lower: str, start: int, end: int) -> list[Hit]:
        """Where words that the rules know begin in ``lower[start:end]``, figures apart; some go on as other words."""
        text = f" {lower[start:end].translate(_JOINTS)} " if self.spaced else lower[start:end]
        shift = start - 1 if self.spaced else start
        return [(a + start, b + shift, number) for number, a, b in self._automaton.find_matches_as_indexes(text)]

    def telling(self, hits: list[Hit]) -> tuple[list[Hit], list[Hit]]:
        """The hits of words that name an act, a party, a verb of levying, or what blocks the reading; and the others."""
        telling = self._telling
        return [hit for hit in hits if telling[hit[2]]], [hit for hit in hits if not telling[hit[2]]]

    def words(self, view: str, lower: str, hits: list[Hit], end: int) -> list[Token]:
        """What the rules make of the words at some hits; they may overlap.

        :param end: where the segment ends; no phrase reads on behind it.
        """
        found: list[Token] = []
        for a, b, number in hits:
            if self.spaced and b < end and lower[b].isalnum():
                continue
            token = _first(self._rules_of[number], view, lower, a, b, end, spaced=self.spaced)
            if token is not None:
                found.append(token)
        return found

    def sentence(self, view: str, lower: str, start: int, end: int, found: list[Token]) -> list[Token]:
        """The words of a sentence, its figures and its marks, in order and without overlaps."""
        tokens = list(found)
        for mark in _MARKS.finditer(lower, start, end):
            a, b = mark.span()
            sign = lower[a]
            if not "0" <= sign <= "9":
                tokens.append(Token(a, b, k.SEMICOLON if sign in _SEMICOLONS else k.COMMA))
                continue
            for rule in self.at_numbers:
                token = _phrase(rule, view, lower, a, end)
                if token is not None:
                    tokens.append(token)
                    break
        tokens.sort(key=lambda token: (token.start, -token.end))
        kept: list[Token] = []
        reach = start
        for token in tokens:
            if token.start >= reach:
                kept.append(token)
                reach = token.end
        return kept


def _tells(rule: Any) -> bool:
    """Whether what a rule finds may be an act, a party, a verb of levying, or what blocks the reading."""
    if isinstance(rule, (Party, tuple)):
        return True
    return rule.code in (k.ACT, k.PARTY, k.BLOCK) or (isinstance(rule, Cue) and rule.value in k.LEVYING)


def _acts(rule: Any) -> bool:
    """Whether what a rule finds may be an act or a verb of levying."""
    if isinstance(rule, Party):
        return False
    cue, value = rule if isinstance(rule, tuple) else (rule, getattr(rule, "value", None))
    return bool(cue.code == k.ACT or value in k.LEVYING)


def _first(rules: list[Any], view: str, lower: str, a: int, b: int, end: int, *, spaced: bool) -> Token | None:
    """What the first rule makes of some words that makes anything of them."""
    for rule in rules:
        token = _token(rule, view, lower, a, b, end, spaced=spaced)
        if token is not None:
            return token
    return None


def _token(rule: Any, view: str, lower: str, a: int, b: int, end: int, *, spaced: bool) -> Token | None:
    if isinstance(rule, Cue):
        return Token(a, b, rule.code, rule.value, rule)
    if isinstance(rule, Phrase):
        return _phrase(rule, view, lower, a, end)
    if isinstance(rule, Party):
        if spaced and (not _written_as_name(view[a:b], rule) or view[max(0, a - 5) : a].lower() == "anti-"):
            return None
        return Token(a, b, k.PARTY, rule)
    cue, value = rule
    return Token(a, b, k.PARTY if isinstance(value, Party) else cue.code, value, cue)


def _phrase(rule: Phrase, view: str, lower: str, a: int, end: int) -> Token | None:
    # Only a place is known by its capitals.
    match = rule.pattern.match(view if rule.code == k.PLACE else lower, a, end)
    if match is not None and rule.code == k.DATE and not _of_calendar(view[a : match.end()]):
        return None
    value = None if match is None else rule.read(match)
    return None if match is None or value is None else Token(a, match.end(), rule.code, value, rule)


def _of_calendar(words: str) -> bool:
    """Whether a word that is a month too is written as one: "may fall" is no date."""
    return not (words.isascii() and words.startswith(("may", "march", "mar")))


def _written_as_name(words: str, party: Party) -> bool:
    """Names have capitals ("us" is no country, "Polish" is), "the bloc" has none."""
    if words in ("us", "Us"):
        return False
    return words[0].isupper() or (words.startswith("the ") and (party.code == "EU" or any(map(str.isupper, words))))


def _made(rule: Cue, words: dict[str, Party]) -> Iterable[tuple[str, Any]]:
    """What templates ("对{}") and pairs ("中美") give with the names of the table."""
    short = {word: party for party in parties() if party.kind == "short" for word in party.zh}
    for word in rule.words:
        if rule.code == k.PAIR:
            yield word, tuple(short[sign] for sign in word)
        else:
            for name, party in {**words, **short, **(rule.value or {})}.items():
                yield word.replace("{}", name), party
