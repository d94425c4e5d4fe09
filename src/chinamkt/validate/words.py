"""The words that a fact's evidence points to."""

from __future__ import annotations

import re

from chinamkt.model.facts import Fact
from chinamkt.model.report import Report
from chinamkt.model.text import Span

__all__ = ["is_coarse", "quote", "spans_of", "words_at"]

#: Words whose digits are not the number's own: multiples, fractions, tenths (成). 百分之 only says "per cent".
_COARSE = re.compile(
    r"[万萬亿億兆千百十成半两兩]|half|quarter|third|dozen|hundred|thousand|million|billion|trillion|\d\s?(?:k|mn?|bn|tn)\b",
    re.IGNORECASE,
)


def words_at(report: Report, fact: Fact, span: Span | None) -> str:
    """The words at a span of the fact's evidence; from its quote where the fact travels without its text."""
    if span is None or fact.evidence is None:
        return ""
    words = span.of(report.text)
    start = span.start - fact.evidence.span.start
    if len(words) == len(span) or start < 0:
        return words
    return fact.evidence.quote[start : start + len(span)]


def quote(report: Report, fact: Fact) -> str:
    """The words of the whole statement."""
    if fact.evidence is None:
        return ""
    return fact.evidence.quote or fact.evidence.span.of(report.text)


def spans_of(*facts: Fact) -> tuple[Span, ...]:
    """Where the facts stand, in the order of the text."""
    return tuple(
        sorted((fact.evidence.span for fact in facts if fact.evidence is not None), key=lambda span: (span.start, span.end))
    )


def is_coarse(words: str) -> bool:
    """Whether the figure was written with a multiple or a fraction, so that its digits say little of its precision.

    >>> is_coarse("2.4万点"), is_coarse("half a percent"), is_coarse("23,916.06"), is_coarse("百分之3")
    (True, True, False, False)
    """
    return bool(_COARSE.search(words.replace("百分之", "")))
