"""The scan through the automaton finds what a plain search in Python finds, on any text."""

from __future__ import annotations

import random
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from chinamkt.article.fold import fold
from chinamkt.reference import load
from chinamkt.reference.entries import Hit, fits, whole
from chinamkt.reference.names import _longest, _Script
from chinamkt.reference.spelling import han_key, is_han, latin_key

NAMES = load().names
WORDS = bytes(code if code < 128 and chr(code).isalnum() else 32 for code in range(256))


def plainly(script: _Script, text: str, lower: str, view: str) -> list[Hit]:
    """Every name tried at every place, the longest first: a dictionary and slices, nothing else."""
    lines = {script.line(number).key: script.line(number) for number in range(len(script.lines))}
    longest = max(map(len, lines))
    hits, at = [], 0
    while at < len(view):
        for size in range(longest, 0, -1):
            line = lines.get(text[at : at + size])
            inside = script.ending and at and text[at - 1] != " "
            if line is not None and len(text[at : at + size]) == size and not inside and fits(line, lower, view, at):
                end, entry = whole(line.entry, view, at, at + line.length)
                if entry.role != "boundary":
                    hits.append((at, end, entry))
                at = end - 1
                break
        at += 1
    return hits


def check(text: str) -> None:
    view = fold(text)
    lower = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in view)
    words = lower.encode("ascii", "replace").translate(WORDS).decode() + " "
    hits = plainly(NAMES.latin, words, lower, view)
    if is_han(lower):
        hits = _longest(hits + plainly(NAMES.han, lower, lower, view))
    assert NAMES.scan(lower, view) == hits


ALL = [
    *(NAMES.latin.line(number).entry.name for number in range(len(NAMES.latin.lines))),
    *(NAMES.han.line(number).entry.name for number in range(len(NAMES.han.lines))),
]
GLUE = st.sampled_from(
    [" ", "", ", ", " and ", "'s ", ".", "(", ") ", "-", "\n", "1", "的", "、", "é", "\ud800", "𠮷", " index", "指数"]
)
NAME = st.sampled_from(ALL)
PIECES = st.one_of(NAME, st.builds(lambda name, size: name[:size], NAME, st.integers(1, 30)), st.text(max_size=4))


@given(st.lists(st.tuples(PIECES, GLUE, st.sampled_from([str, str.upper, str.lower])), max_size=6))
def test_the_scan_agrees_with_a_plain_search(parts: list[tuple[str, str, type[str]]]) -> None:
    check("".join(case(piece) + glue for piece, glue, case in parts))


def test_every_name_is_found_where_nothing_longer_stands() -> None:
    chosen = random.Random(7).sample(ALL, 3000)
    for name in chosen:
        script, key = (NAMES.han, han_key(name)) if is_han(name) else (NAMES.latin, latin_key(name))
        lines = [line for line in script.beginning(key + "\0") if not line.silent and line.entry.role != "boundary"]
        view = fold(name).removeprefix("the ")
        hits = NAMES.scan(view.lower(), view)
        for line in lines:
            assert any(start == 0 and entry.targets == line.entry.targets for start, _, entry in hits), name


def test_the_end_of_a_word_begins_no_name() -> None:
    for text, name in (("其中集友升", "集友"), ("盘中天安升", "天安"), ("今天龙大升", "龙大"), ("今天国际升", "今天国际")):
        assert [text[start:end] for start, end, _ in NAMES.scan(text, text)] == [name]


def test_the_tables_are_spelled_sorted_and_chained_as_the_scan_expects() -> None:
    for script, spell in ((NAMES.latin, latin_key), (NAMES.han, han_key)):
        keys = [line.partition("\0")[0] for line in script.lines]
        known = set(keys)
        assert all(a < b for a, b in pairwise(keys))
        assert [key for key in keys if spell(key) != key] == []
        for number, key in enumerate(keys):
            shorter = script.line(number).shorter
            begins = [key[:size] for size in range(len(key)) if key[:size] in known]
            assert (keys[shorter] if shorter >= 0 else None) == (begins[-1] if begins else None)
