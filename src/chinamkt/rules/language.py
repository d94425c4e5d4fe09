"""A language: its rules, compiled into one scanner, and its way with numbers and sentences."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from attrs import define, evolve, field

from chinamkt.rules import trade
from chinamkt.rules.rule import Construction, Cue, Phrase, Rule, RuleClash

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

    from chinamkt.model.dates import PartialDate
    from chinamkt.model.facts import Basis, Phase

__all__ = ["Language"]


def _always(view: str, found: re.Match[str]) -> bool:
    """Every match of ``sentence_end`` is one."""
    return True


@define(slots=False, frozen=True, kw_only=True, eq=False)
class Language:
    """The rules and habits of a language; stages receive it as a value.

    :param code: ``en`` or ``zh``.
    :param rules: every rule; ids are unique, and so are the words of cues.
    :param spaced: words are separated by blanks (a cue starts behind one).
    :param numeral: finds the figures of a text; starts with a digit class.
    :param sentence_end: finds what may end a sentence; a match with a group ends one for sure.
    :param ends_sentence: whether another match ends one.
    :param quantity: reads figure and unit at a numeral: ``(view, lower, match) → token or None``.
    :param session_date: the day that a lead names for its session; :param lead_date: the day that a sentence without figures
        names; :param weekday: the weekday named first, Monday 0; :param lead_phase: the part of the day;
        :param lead_basis: the stretch of time that a sentence without figures speaks of.
    :param goes_on: how a sentence begins that says more of the figure before it ("It was the biggest fall since May");
        :param compares: how one begins that compares with that figure ("That compares with a 2% drop in ...").
    :param listing: finds codes in brackets, with groups ``exchange`` and ``code``.
    :param gone: ids of the rules that :meth:`without` took away.
    :param words_between: reads the words between two tokens, for subjects that no table knows.
    """

    code: str
    rules: tuple[Rule, ...]
    spaced: bool
    numeral: re.Pattern[str]
    spelled: tuple[str, ...] = ()
    sentence_end: re.Pattern[str]
    ends_sentence: Callable[[str, re.Match[str]], bool] = _always
    quantity: Callable[..., Any]
    words_between: Callable[..., Any]
    listing: re.Pattern[str] | None = None
    session_date: Callable[[str, int, int], PartialDate | None] | None = None
    lead_date: Callable[[str, int, int], Any] | None = None
    weekday: Callable[[str, int, int], int | None] | None = None
    lead_phase: Callable[[str, int, int], Phase | None] | None = None
    lead_basis: Callable[[str, int, int], Basis | None] | None = None
    goes_on: re.Pattern[str] | None = None
    compares: re.Pattern[str] | None = None
    modules: tuple[Any, ...] = field(default=(), repr=False)
    gone: frozenset[str] = field(default=frozenset(), repr=False)

    def __attrs_post_init__(self) -> None:
        seen: dict[str, str] = {}
        ids: set[str] = set()
        for rule in self.rules:
            if rule.id in ids:
                raise RuleClash(f"two rules are called {rule.id}", source=f"language {self.code}", hint="rename one")
            ids.add(rule.id)
            if isinstance(rule, Cue):
                for word in rule.words:
                    if seen.get(word, rule.id) != rule.id:
                        raise RuleClash(
                            f"{word!r} stands in {seen[word]} and in {rule.id}",
                            source=f"language {self.code}",
                            hint="one meaning a word",
                        )
                    seen[word] = rule.id

    @cached_property
    def steps(self) -> frozenset[str]:
        """The steps of the engine that are on."""
        return frozenset(rule.step for rule in self.rules if isinstance(rule, Construction))

    def construction(self, step: str) -> str:
        """The id of the construction that has a step on, or nothing."""
        return self._constructions.get(step, "")

    @cached_property
    def _constructions(self) -> dict[str, str]:
        return {rule.step: rule.id for rule in self.rules if isinstance(rule, Construction)}

    @cached_property
    def rules_by_word(self) -> dict[str, tuple[Cue | Phrase, ...]]:
        """Words, behind a blank where words are spaced, and their rules."""
        lead = " " if self.spaced else ""
        by_word: dict[str, list[Cue | Phrase]] = {}
        for rule in self.rules:
            if not isinstance(rule, Construction):
                for word in rule.words:
                    by_word.setdefault(lead + word, []).append(rule)
        # a phrase reads more than the bare word, so it is tried before the cue
        return {word: tuple(sorted(rules, key=lambda rule: isinstance(rule, Cue))) for word, rules in by_word.items()}

    @cached_property
    def rules_of(self) -> list[tuple[Cue | Phrase, ...]]:
        """The rules of each pattern of :attr:`automaton`, phrases first."""
        return list(self.rules_by_word.values())

    @cached_property
    def cue_of(self) -> list[Cue | None]:
        """Of each pattern of :attr:`automaton` the cue, where its words begin no phrase."""
        return [rules[0] if isinstance(rules[0], Cue) else None for rules in self.rules_of]

    @cached_property
    def automaton(self) -> AhoCorasick:
        """One leftmost-longest automaton over all cues and triggers; behind a blank where words are spaced."""
        from ahocorasick_rs import AhoCorasick, MatchKind

        return AhoCorasick(list(self.rules_by_word), matchkind=MatchKind.LeftmostLongest)

    @cached_property
    def figure_words(self) -> AhoCorasick:
        """Finds every place of the words of ``spelled``: few, so it can be a table of transitions."""
        from ahocorasick_rs import AhoCorasick, Implementation

        return AhoCorasick(self.spelled, implementation=Implementation.DFA)

    def without(self, *ids: str) -> Language:
        """The language less some rules, to show that each is needed."""
        gone = self.gone.union(ids)
        return evolve(self, rules=tuple(rule for rule in self.rules if rule.id not in gone), gone=gone)

    @cached_property
    def trade_rules(self) -> tuple[Rule, ...]:
        """The ``TRADE_RULES`` of the modules: words of trade policy have a scanner of their own."""
        return tuple(rule for module in self.modules for rule in getattr(module, "TRADE_RULES", ()) if rule.id not in self.gone)

    @cached_property
    def _trade_gate(self) -> AhoCorasick:
        """The words that name an act of trade policy by themselves: few, so it can be a table of transitions."""
        from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

        gate: set[str] = set()
        for rule in self.trade_rules:
            if isinstance(rule, Cue) and rule.code == trade.GATE:
                gate.update(rule.words)
                continue
            if isinstance(rule, Construction) or rule.code in (trade.FORMS, trade.PAIR):
                continue  # of other words they make some
            if isinstance(rule, Cue) and isinstance(rule.value, trade.Act) and rule.value.sure:
                gate.update(rule.words, [word.replace("-", " ") for word in rule.words])
        return AhoCorasick(sorted(gate), matchkind=MatchKind.LeftmostFirst, implementation=Implementation.DFA)

    def speaks_of_trade(self, lower: str) -> bool:
        """Whether any word stands there that names an act of trade policy by itself."""
        return bool(self.trade_rules) and bool(self._trade_gate.find_matches_as_indexes(lower))

    @property
    def every_rule(self) -> tuple[Rule, ...]:
        """All rules, those of trade policy among them."""
        return (*self.rules, *self.trade_rules)

    @staticmethod
    def gather(modules: Iterable[Any]) -> tuple[Rule, ...]:
        """The ``RULES`` of some modules, in order."""
        return tuple(rule for module in modules for rule in module.RULES)
