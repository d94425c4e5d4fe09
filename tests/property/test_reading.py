"""What holds of reading whatever the text, and however a page is handed over."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chinamkt
from chinamkt.article import cut
from chinamkt.mentions.scan import sentences
from chinamkt.plugins import load
from chinamkt.rules.examples import Example, beside
from chinamkt.rules.language import Language

ROOT = Path(__file__).resolve().parents[2]
PAGES = {path.stem: path for folder in ("examples", "tests/golden/pages") for path in sorted((ROOT / folder).glob("*.txt"))}
LANGUAGES: Mapping[str, Language] = load("chinamkt.languages")
EXAMPLES: dict[str, list[Example]] = {code: beside(language.modules) for code, language in LANGUAGES.items()}
ELSEWHERE = {"start", "end", "quote", "name", "rule", "candidates"}
STATED = ("kind", "subject", "pct", "pct_max", "points", "level", "amount", "event", "rate", "basis")


def _page(name: str) -> str:
    return PAGES[name].read_text(encoding="utf-8")


def _facts(text: str, published: str | None = None) -> list[dict[str, Any]]:
    """The rows, without what speaks of places in the text."""
    return [
        {name: value for name, value in row.items() if name not in ELSEWHERE}
        for row in chinamkt.read(text, published=published).rows()
    ]


# -- the same page, handed over in another way --------------------------------------------


def _wrapped(text: str) -> str:
    wrap = textwrap.TextWrapper(width=70, break_long_words=False, break_on_hyphens=False)
    return "\n".join("\n".join(wrap.wrap(line)) if len(line) > wrap.width else line for line in text.split("\n"))


def _curly(text: str) -> str:
    text = re.sub(r'(?<!\S)"|(?<=[(\[])"', "\N{LEFT DOUBLE QUOTATION MARK}", text).replace('"', "\N{RIGHT DOUBLE QUOTATION MARK}")
    text = re.sub(r"(?<!\S)'|(?<=[(\[])'", "\N{LEFT SINGLE QUOTATION MARK}", text)
    return text.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}")


def _straight(text: str) -> str:
    return re.sub(
        "[\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}]",
        "'",
        re.sub("[\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}]", '"', text),
    )


WAYS: dict[str, Callable[[str], str]] = {
    "wrapped at 70 columns": _wrapped,
    "with CRLF": lambda text: text.replace("\n", "\r\n"),
    "with curly quotes": _curly,
    "with straight quotes": _straight,
    "with non-breaking spaces": lambda text: text.replace(" ", "\N{NO-BREAK SPACE}"),
    "with narrow spaces before units": lambda text: re.sub(
        r"(?<=\d) (?=per cent|percent|points|billion|yuan)", "\N{NARROW NO-BREAK SPACE}", text
    ),
    "wrapped, with CRLF and curly quotes": lambda text: _curly(_wrapped(text)).replace("\n", "\r\n"),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_keeps_its_facts(name: str, way: str) -> None:
    text = _page(name)
    assert _facts(WAYS[way](text)) == _facts(text)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("code", LANGUAGES)
def test_examples_keep_their_facts(code: str, way: str) -> None:
    changed = [
        example.place
        for example in EXAMPLES[code]
        if _facts(WAYS[way](example.text), example.published) != _facts(example.text, example.published)
    ]
    assert not changed


# -- a page cut off ------------------------------------------------------------------------


def _sentence_ends(text: str) -> list[int]:
    page = cut(text)
    return sorted(
        end
        for article in page.articles
        for segment in article.segments
        for _, end in sentences(page.view, LANGUAGES[article.lang[:2]], segment.span.start, segment.span.end)
    )


def _stated(row: dict[str, Any]) -> tuple[Any, ...]:
    """Dates and extremes apart, which may stand in the next sentence; an issuer counts, whichever its listing."""
    listings = tuple(sorted([row.get("subject", ""), *row.get("candidates", ())]))
    return tuple(listings if name == "subject" else row.get(name) for name in STATED)


@pytest.mark.parametrize("name", PAGES)
def test_cutting_a_page_loses_no_fact_whose_sentence_ended_before(name: str) -> None:
    text = _page(name)
    ends = _sentence_ends(text)
    rows = [(min((end for end in ends if end >= row["end"]), default=len(text)), row) for row in chinamkt.read(text).rows()]
    random = Random(name)
    for place in sorted({*random.sample(range(len(text)), 25), *random.sample(ends, min(len(ends), 10))}):
        kept = {_stated(row) for row in chinamkt.read(text[:place]).rows()}
        lost = [row["quote"] for end, row in rows if end <= place and _stated(row) not in kept]
        assert not lost, f"cut at {place}"


# -- any text ------------------------------------------------------------------------------

_WORDS = sorted(
    {word for examples in EXAMPLES.values() for example in examples for word in re.findall(r"\S+\s?|\n", example.text)}
)
_ANY_CHARACTER = st.characters(min_codepoint=0, max_codepoint=0x10FFFF, exclude_categories=()) | st.sampled_from(
    "\ud800\udfff\ufeff\x00\u2028"
)
_PIECES = (
    st.sampled_from(_WORDS)
    | st.text(_ANY_CHARACTER, max_size=4)
    | st.sampled_from([" ", "\n", "\n\n", "\r\n", ", ", "; ", ". ", " per cent", "%", "，", "。"])
)
texts = st.text(_ANY_CHARACTER) | st.lists(_PIECES, max_size=60).map("".join)


def _spans(report: chinamkt.Report) -> Iterable[tuple[Any, Any]]:
    for fact in report.facts:
        assert fact.evidence is not None
        evidence = fact.evidence
        yield fact, evidence.span
        for span in (evidence.subject, evidence.verb, evidence.date, *evidence.numbers):
            if span is not None:
                yield fact, span


@given(text=texts)
def test_any_text_is_read_and_every_span_stands_in_it(text: str) -> None:
    report = chinamkt.read(text)
    for fact, span in _spans(report):
        assert 0 <= span.start < span.end <= len(text)
        assert fact.evidence.quote == text[fact.evidence.span.start : fact.evidence.span.end]
    for row in report.rows():
        assert text[row["start"] : row["end"]] == row["quote"]


@given(text=texts)
def test_a_text_read_twice_gives_the_same(text: str) -> None:
    assert chinamkt.read(text) == chinamkt.read(text)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_facts_numbers_stand_inside_its_span(code: str) -> None:
    for example in EXAMPLES[code]:
        for fact in chinamkt.read(example.text, published=example.published).facts:
            assert fact.evidence is not None
            span = fact.evidence.span
            assert all(span.start <= number.start < number.end <= span.end for number in fact.evidence.numbers), example.text


# -- the same bytes ------------------------------------------------------------------------


def _bytes() -> list[str]:
    return [chinamkt.read(_page(name), id=name).to_json() for name in PAGES]


def test_threads_give_the_same_bytes() -> None:
    alone = _bytes()
    with ThreadPoolExecutor(4) as pool:
        assert all(told == alone for told in pool.map(lambda _: _bytes(), range(8)))


@pytest.mark.parametrize("seed", ["0", "1", "20250609"])
def test_a_fresh_process_gives_the_same_bytes(seed: str) -> None:
    code = (
        "import sys, chinamkt\nfor path in sys.argv[1:]:\n    print(chinamkt.read(open(path, encoding='utf-8').read()).to_json())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, PAGES.values())],
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8", "TZ": "America/New_York"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.splitlines() == [chinamkt.read(_page(name)).to_json() for name in PAGES]
