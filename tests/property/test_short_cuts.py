"""Short cuts taken for speed give what the long way gives."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chinamkt.lang.en import LANGUAGE as ENGLISH
from chinamkt.lang.en import _words, dates
from chinamkt.mentions.scan import names_in
from chinamkt.model.article import Article, Segment, SegmentKind
from chinamkt.model.text import Span
from chinamkt.reference import load
from chinamkt.rules.rule import Phrase

NEVER = re.compile(r"(?!)")
GAPS = st.lists(
    st.sampled_from(
        ["the", "a", "firm's", "blue-chip", "index", "its", " ", "  ", ",", ", ", ".", "'", "-", "investors'", "Co", "7"]
    ),
    max_size=9,
).map("".join)


@given(gap=GAPS)
def test_simple_gaps(gap: str) -> None:
    quick = _words.words_between(gap, gap.lower(), 0, len(gap), -9)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_words, "_SIMPLE", NEVER)
        full = _words.words_between(gap, gap.lower(), 0, len(gap), -9)
    assert [(one.start, one.end, one.code) for one in quick] == [(one.start, one.end, one.code) for one in full]


DATED = st.lists(
    st.sampled_from(
        [
            "tuesday",
            "on ",
            ", ",
            " ",
            "february 27",
            "sept. 3",
            "since ",
            "(07.28)",
            "16 november",
            " 2010",
            ", 2018",
            "41",
            "may 5",
            "up ",
        ]
    ),
    max_size=9,
).map("".join)


@given(text=DATED)
def test_days_of_leads(text: str) -> None:
    found, wanted = dates._anchor(text, 0, len(text)), dates._ANCHOR.search(text)
    assert (found and found.span()) == (wanted and wanted.span())


NAMES = st.sampled_from(
    [
        "Tencent",
        "the Hang Seng Index",
        "Hang Seng",
        "Index",
        "Bank of China",
        "China",
        "Ltd",
        "Hong Kong",
        "BOC Hong Kong",
        "rose 3%.",
    ]
)


@given(parts=st.lists(st.lists(NAMES, min_size=1, max_size=4).map(" ".join), min_size=1, max_size=5))
def test_names_of_an_article_are_those_of_its_segments(parts: list[str]) -> None:
    view = "\n".join(parts)
    segments, at = [], 0
    for part in parts:
        segments.append(Segment(SegmentKind.PARAGRAPH, Span(at, at + len(part))))
        at += len(part) + 1
    names = load().names
    found = names_in(Article(segments=tuple(segments)), view.lower(), view, names)
    shifts = [segment.span.start for segment in segments]
    assert found == [
        [(start + shift, end + shift, entry) for start, end, entry in names.scan(part.lower(), part)]
        for part, shift in zip(parts, shifts, strict=True)
    ]


def test_every_expression_of_a_rule_compiles() -> None:
    for rule in (*ENGLISH.rules, *ENGLISH.trade_rules):
        if isinstance(rule, Phrase):
            assert rule.pattern.pattern == rule.source
