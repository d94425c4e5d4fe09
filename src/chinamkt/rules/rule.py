"""How a rule is written.

A language is a set of rules, one pair of files a phenomenon: the rules in ``.py``, their
examples and counterexamples in ``.toml``. There are three kinds of rule:

- a :class:`Cue` gives words their meaning ("climbed" is a rise, "noon break" is midday);
- a :class:`Phrase` reads words with figures in them ("highest since March 21");
- a :class:`Construction` turns a step of the shared engine on ("respectively" deals figures out).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from typing import Any

from attrs import field, frozen

from chinamkt.errors import ChinamktError
from chinamkt.model.facts import Basis, Extreme, Phase
from chinamkt.model.quantities import Bound

__all__ = ["Construction", "Cue", "Phrase", "Rule", "split_words"]


def split_words(words: str) -> tuple[str, ...]:
    """``"rose | put on"`` → ``("rose", "put on")``; line breaks count as blanks."""
    return tuple(" ".join(word.split()) for word in words.split("|") if word.strip())


@frozen(slots=True, kw_only=True, eq=False)
class Cue:
    """Words and what they mean.

    :param id: ``language.phenomenon.name``.
    :param code: the kind of mention, a letter of :mod:`chinamkt.rules.kinds`.
    :param words: lower-case words, separated by ``|``.
    :param sign: for words of movement: 1, -1, or 0 for "unchanged".
    :param value: what else the engine needs (a unit, a reference's kind, a listing's market, ...).
    :param past: the words point to an earlier day or stretch of time.
    """

    id: str
    code: str
    words: tuple[str, ...] = field(converter=split_words)
    sign: int = 0
    phase: Phase | None = None
    basis: Basis | None = None
    bound: Bound | None = None
    extreme: Extreme | None = None
    value: Any = None
    past: bool = False


@frozen(slots=True, kw_only=True, eq=False)
class Phrase:
    """A regular expression that starts where one of its trigger words stands.

    :param words: the triggers, separated by ``|``; the expression is matched at their start.
    :param pattern: matched against the folded lower-case view; kept as ``source``.
    :param read: turns the match into the mention's value, or ``None`` where it is none.
    """

    id: str
    code: str
    words: tuple[str, ...] = field(converter=split_words)
    source: str = field(alias="pattern")
    read: Callable[[re.Match[str]], Any]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The compiled expression; compiled on first use, since a text needs few of the hundreds there are."""
        return re.compile(self.source)

    sign: int = 0
    phase: Phase | None = None
    basis: Basis | None = None


@frozen(slots=True, kw_only=True, eq=False)
class Construction:
    """A step of the shared engine that a language wants.

    :param id: ``language.phenomenon.name``.
    :param step: the name of the step in :mod:`chinamkt.claims`.
    """

    id: str
    step: str


Rule = Cue | Phrase | Construction


class RuleClash(ChinamktError):
    """Two rules with one id, or one word in two rules."""
