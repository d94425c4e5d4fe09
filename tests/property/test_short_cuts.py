"""Short cuts taken for speed give what the long way gives."""

from __future__ import annotations

import copy
import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chinamkt.claims.trade.scan import scanner_of
from chinamkt.expressions import expression
from chinamkt.lang.en import LANGUAGE as ENGLISH
from chinamkt.lang.en import _words, dates
from chinamkt.lang.zh import LANGUAGE as CHINESE
from chinamkt.mentions.scan import names_in, sentences
from chinamkt.model.article import Article, Segment, SegmentKind
from chinamkt.model.facts import Basis, Fact, PriceMove, Turnover
from chinamkt.model.instruments import Index, Market
from chinamkt.model.quantities import Level, Money, Percent
from chinamkt.model.text import Span
from chinamkt.reference import load
from chinamkt.resolve import merge
from chinamkt.rules.language import Language
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
        patch.setattr(_words, "_simple", lambda view, a, b: None)
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


PROSE = st.lists(
    st.sampled_from(
        [
            "shares",
            "rose",
            "3.9%",
            "0.6 per cent",
            "Inc",
            "Co",
            "U.S",
            "vs",
            "approx",
            "the",
            "The",
            "In",
            "A",
            "said",
            "1",
            "62",
            "Sept",
        ]
    ).flatmap(lambda word: st.sampled_from([f"{word} ", f"{word}. ", f"{word}.", f"{word}.\n", f'{word}." ', f"{word}?  "])),
    max_size=12,
).map("".join)


@given(view=PROSE)
def test_sure_ends_of_sentences(view: str) -> None:
    long_way = re.compile(ENGLISH.sentence_end.pattern.replace("(?P<sure>", "(?P<sure>(?!)"))
    ends = [found.end() for found in long_way.finditer(view) if ENGLISH.ends_sentence(view, found)]
    assert [end for _, end in sentences(view, ENGLISH, 0, len(view))] == [*ends, *[len(view)] * (ends[-1:] != [len(view)] != [0])]


POLICY = st.lists(
    st.sampled_from(
        ["China", "imposed ", "a 25% tariff", "trade", " talks", "interest rates", "rates", "limits", "chip sales", "levied", "s",
         "in talks with", "need", "a licence", ", ", "-", "中国", "对美国", "加征", "关税", "贸易", "会谈", "课", "税率"]
    ).flatmap(lambda words: st.sampled_from([words, f"{words} ", f" {words}"])),
    max_size=9,
).map("".join)  # fmt: skip


@given(view=POLICY)
@pytest.mark.parametrize("language", [ENGLISH, CHINESE], ids=["en", "zh"])
def test_segments_without_acts(language: Language, view: str) -> None:
    scanner = scanner_of(language)
    assert scanner is not None
    lower, end = view.lower(), len(view)
    words = scanner.words(view, lower, scanner.hits(lower, 0, end), end)
    acts = any(token.code == "act" or token.value == "levy" for token in words)
    assert scanner.may_act(view, lower, 0, end) or not acts


@given(text=st.text(alphabet="ab1 \n", max_size=9), source=st.sampled_from(["a+", "(?P<b>b)|1", "^a", "[ab]$"]))
def test_expressions_compiled_on_demand(text: str, source: str) -> None:
    for lazy in (expression(source, re.MULTILINE), copy.copy(expression(source, re.MULTILINE))):
        compiled = re.compile(source, re.MULTILINE)
        assert [found.span() for found in lazy.finditer(text)] == [found.span() for found in compiled.finditer(text)]
        assert (lazy.pattern, lazy.flags) == (compiled.pattern, compiled.flags)


FIGURES = st.sampled_from([None, "1.5", "1.50", "-2", "3"]).map(lambda digits: None if digits is None else Decimal(digits))


@st.composite
def moves(draw: st.DrawFn) -> PriceMove | Turnover:
    percent, level, other = draw(FIGURES), draw(FIGURES), draw(st.integers(0, 9))
    if other == 0:
        return Turnover(market=Market("HK"), amount=Money(abs(percent or Decimal(7)), "HKD"))
    shown = Decimal(9) if level is None and percent is None else level
    return PriceMove(
        instrument=Index(slug=draw(st.sampled_from(["HSI", "HSTECH"]))),
        percent=None if percent is None else Percent(percent),
        level=None if shown is None else Level(abs(shown)),
        basis=draw(st.sampled_from([Basis.DAY, Basis.WEEK])),
    )


@given(st.lists(moves(), max_size=12))
def test_repeated_facts_meet_all_before_them(facts: list[Fact]) -> None:
    kept: list[Fact] = []
    for fact in facts:
        for place, other in enumerate(kept):
            same = isinstance(fact, PriceMove) and isinstance(other, PriceMove) and fact.instrument == other.instrument
            joined = merge._join(other, fact) if same else None  # type: ignore[arg-type]
            if joined is not None or (isinstance(fact, Turnover) and fact == other):
                kept[place] = joined or other
                break
        else:
            kept.append(fact)
    assert merge.merge_repeated(facts) == kept
