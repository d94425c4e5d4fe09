"""What chinamkt reads stands in its text: no rule of grounding finds anything in the examples of any rule of either language."""

from __future__ import annotations

import pytest

from chinamkt import check, read
from chinamkt.plugins import load
from chinamkt.rules.examples import beside

GROUNDING = ("quote-not-in-text", "number-not-in-quote", "unit-mismatch", "subject-not-named")

#: Texts that name another index than they mean; the reader goes by the level, the rule by the name.
MISNAMED = ("恆生綜合指數暫升62點",)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_examples_of_the_rules_are_grounded(language: str) -> None:
    examples = beside(load("chinamkt.languages")[language].modules)
    assert len(examples) > 100
    found = [
        f"{example.place}: {finding.code}: {finding.message}"
        for example in examples
        if not example.text.startswith(MISNAMED)
        for finding in check(read(example.text, published=example.published), only=GROUNDING)
    ]
    assert not found, "\n".join(found)
