"""What authors of plug-ins run in their own tests."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from chinamkt.rules.examples import Example
    from chinamkt.rules.language import Language

__all__ = ["check_examples", "rows_of"]


def rows_of(language: Language, example: Example) -> list[dict[str, Any]]:
    """The rows that a language alone reads in an example's text.

    >>> from chinamkt.rules.examples import Example
    >>> from chinamkt.plugins import load
    >>> rows = rows_of(load("chinamkt.languages")["en"], Example(text="The Hang Seng Index rose 0.7 per cent."))
    >>> rows[0]["subject"], rows[0]["pct"]
    ('index:HSI', '0.7')
    """
    from chinamkt.reader import Reader

    reader = Reader(languages={language.code: language})
    return reader.read(example.text, published=example.published).rows()


def check_examples(language: Language, examples: Iterable[Example] | None = None, *, rules: Iterable[str] | None = None) -> None:
    """Check that a language reads its examples as written, and that each rule is needed by one that names it.

    :param examples: those beside the language's modules unless given.
    :param rules: ids of the rules that must be needed; all of the language unless given.
    :raises AssertionError: with a line for every example that reads otherwise, for every one that
        does without a rule it names, and for every rule that no example names.
    """
    from chinamkt.rules.examples import beside, disagreement

    given = beside(language.modules) if examples is None else list(examples)
    wrong = [f"{example.place}: {told}" for example in given if (told := disagreement(example, rows_of(language, example)))]
    for rule in [rule.id for rule in language.rules] if rules is None else rules:
        named = [example for example in given if rule in example.rules]
        if not named:
            wrong.append(f"{rule}: no example names it")
        less = language.without(rule)
        wrong += [
            f"{example.place}: does without {rule}" for example in named if disagreement(example, rows_of(less, example)) is None
        ]
    if wrong:
        raise AssertionError("\n".join(wrong))
