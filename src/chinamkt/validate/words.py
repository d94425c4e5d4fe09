"""The words that a fact's evidence points to."""

from __future__ import annotations

from bisect import bisect_left

from chinamkt.model.facts import Fact
from chinamkt.model.printed import is_coarse
from chinamkt.model.report import Report
from chinamkt.model.text import Span

__all__ = ["BENCHMARKS", "Places", "is_coarse", "quote", "spans_of", "words_at"]

#: The indices that an article's "Hong Kong stocks" goes by.
BENCHMARKS = {
    "market:HK": ("index:HSI",),
    "market:CN": ("index:SSE_COMPOSITE", "index:CSI300", "index:SZSE_COMPONENT"),
    "market:US": ("index:SPX", "index:DJIA", "index:COMP"),
}


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


class Places:
    """The facts of a report by where they stand, so that a place finds its facts without a look at all of them."""

    __slots__ = ("_facts", "_longest", "_starts")

    def __init__(self, report: Report) -> None:
        placed = [(fact.evidence.span, fact) for fact in report.facts if fact.evidence is not None]
        placed.sort(key=lambda pair: pair[0].start)
        self._facts = placed
        self._starts = [span.start for span, _ in placed]
        self._longest = max((len(span) for span, _ in placed), default=0)

    def at(self, place: Span) -> tuple[Fact, ...]:
        """The facts whose statements share a letter with a place."""
        first = bisect_left(self._starts, place.start - self._longest)
        last = bisect_left(self._starts, place.end)
        return tuple(fact for span, fact in self._facts[first:last] if place.start < span.end)


def spans_of(*facts: Fact) -> tuple[Span, ...]:
    """Where the facts stand, in the order of the text."""
    return tuple(
        sorted((fact.evidence.span for fact in facts if fact.evidence is not None), key=lambda span: (span.start, span.end))
    )
