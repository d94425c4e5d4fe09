"""An example in the other script, converted by OpenCC, gives the same facts.

Words that only one place uses stay as they are: OpenCC changes characters here, not vocabulary.
"""

from __future__ import annotations

from typing import Any

import opencc
import pytest

import chinamkt
from chinamkt.article.fold import fold
from chinamkt.plugins import load
from chinamkt.rules.examples import Example, beside

EXAMPLES = beside(load("chinamkt.languages")["zh"].modules)
CONVERTERS = {"s2t": opencc.OpenCC("s2t"), "t2s": opencc.OpenCC("t2s")}
#: What may differ: words, and what speaks of them.
WORDS = {"name", "quote", "rule", "candidates"}
#: What is told in the words of the text, whatever its script.
AS_WRITTEN = {"place", "target"}


def _facts(text: str, published: str | None) -> list[dict[str, Any]]:
    return [
        {name: fold(value) if name in AS_WRITTEN else value for name, value in row.items() if name not in WORDS}
        for row in chinamkt.read(text, published=published).rows()
    ]


@pytest.mark.parametrize("to", CONVERTERS)
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.place)
def test_the_other_script_says_the_same(example: Example, to: str) -> None:
    converted = CONVERTERS[to].convert(example.text)
    assert len(converted) == len(example.text)
    assert _facts(converted, example.published) == _facts(example.text, example.published)
