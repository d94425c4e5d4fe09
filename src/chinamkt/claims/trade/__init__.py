"""Acts of trade policy: who does what to whom, at what rate, from when to when.

An article without words of trade policy costs one look of a small automaton. In others, sentences are read one by one:
words and figures (:mod:`scan`), who acts (:mod:`roles`), which rate is whose (:mod:`rates`), how far it has come
(:mod:`status`); and statements of one event are joined (:mod:`merge`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from chinamkt.claims.trade.dates import Calendar
from chinamkt.claims.trade.draft import Draft
from chinamkt.claims.trade.levies import levied
from chinamkt.claims.trade.measures import measures
from chinamkt.claims.trade.meetings import meetings
from chinamkt.claims.trade.merge import merged
from chinamkt.claims.trade.roles import Memory
from chinamkt.claims.trade.scan import scanner_of
from chinamkt.claims.trade.sentence import Sentence
from chinamkt.mentions.scan import sentences
from chinamkt.model.article import SegmentKind
from chinamkt.model.facts import EventKind, TradeEvent
from chinamkt.model.text import Evidence, Span
from chinamkt.rules import trade as k

if TYPE_CHECKING:
    from chinamkt.claims.trade.scan import Hit as Place
    from chinamkt.model.article import Article, Page
    from chinamkt.reference.names import Hit
    from chinamkt.rules.language import Language
    from chinamkt.rules.token import Token

__all__ = ["events"]


def events(
    page: Page,
    article: Article,
    language: Language,
    lower: str,
    names: Sequence[Sequence[Hit]] = (),
    bounds: Mapping[int, Sequence[tuple[int, int]]] = MappingProxyType({}),
    *,
    known: bool = False,
) -> list[TradeEvent]:
    """The trade events that an article states, one a fact, in order of the text.

    :param lower: the page's view in lower case, of the same length.
    :param language: its modules' ``TRADE_RULES`` are what is read with.
    :param names: the names of instruments in each segment: the China of "Hang Seng China Enterprises Index" is no party.
    :param bounds: the sentences of segments that were parted before, by the segment's start.
    :param known: whether the article is known to speak of trade.
    """
    if not article.segments:
        return []
    scanner = scanner_of(language)
    start, end = article.segments[0].span.start, article.segments[-1].span.end
    if scanner is None or not (known or language.speaks_of_trade(lower[start:end])):
        return []
    view = page.view
    segments = [segment.span for segment in article.segments if segment.kind is not SegmentKind.TABLE]
    # a segment without the words of an act is told of by its number alone
    acting = [scanner.may_act(view, lower, span.start, span.end) for span in segments]
    if True not in acting:
        return []
    within = [hit[:2] for found in names for hit in found if hit[1] - hit[0] > _LONGEST_ALONE]

    def tokens(hits: list[Place], span: Span) -> list[Token]:
        found = scanner.words(view, lower, hits, span.end)
        if not within:
            return found
        return [token for token in found if token.code != k.PARTY or not _in_a_name(token, within)]

    def all_named() -> list[str]:
        return _named(tokens(scanner.telling(scanner.hits(lower, span.start, span.end))[0], span) for span in segments)

    memory = Memory(names=all_named)
    # acts, parties, what blocks the reading; and the other words, which matter only in a sentence with an act
    hits = [
        scanner.telling(scanner.hits(lower, span.start, span.end)) if acts else ([], [])
        for span, acts in zip(segments, acting, strict=True)
    ]
    words = [tokens(found, span) if found else [] for span, (found, _) in zip(segments, hits, strict=True)]
    trade = any(token.code == k.ACT and token.value.sure for found in words for token in found)
    calendar = Calendar.of(article.published, lower, start, end)
    drafts: list[Draft] = []
    number = 0
    for span, (_, others), told in zip(segments, hits, words, strict=True):
        acts = [token.start for token in told if token.code == k.ACT or token.value in k.LEVYING]
        if not acts:
            number += 1
            continue
        blocked = any(token.code == k.BLOCK and token.value == "talks" for token in told)
        starts, others_start = [token.start for token in told], [hit[0] for hit in others]
        for a, b in bounds.get(span.start) or sentences(view, language, span.start, span.end):
            number += 1
            if bisect_left(acts, a) == bisect_left(acts, b):
                continue
            inside = told[bisect_left(starts, a) : bisect_left(starts, b)]
            inside += tokens(others[bisect_left(others_start, a) : bisect_left(others_start, b)], span)
            sentence = Sentence(view, a, b, scanner.sentence(view, lower, a, b, inside), scanner.spaced)
            if any(sentence.tokens[i].value.duty for i in sentence.of(k.ACT) if sentence.tokens[i].value.kind is EventKind.PROBE):
                memory.dumping = number
            drafts += levied(sentence, number, memory, calendar)
            drafts += measures(sentence, number, memory, calendar)
            if not blocked:
                drafts += meetings(sentence, number, memory, calendar, trade=trade)
            named = sentence.of(k.PARTY)
            memory.subject = sentence.tokens[named[0]].value.code if named else memory.subject
    return [_event(page, article, draft) for draft in merged(drafts, memory)]


#: A name no longer than this ("Hong Kong") may be a party's own.
_LONGEST_ALONE = 12


def _in_a_name(token: Token, names: list[tuple[int, int]]) -> bool:
    at = bisect_left(names, (token.start + 1, 0)) - 1
    return (
        at >= 0
        and names[at][0] <= token.start
        and token.end <= names[at][1]
        and token.end - token.start < names[at][1] - names[at][0]
    )


def _named(words: Iterable[list[Token]]) -> list[str]:
    """Who is named in the article, the great powers of its trade first."""
    codes = dict.fromkeys(
        token.value.code for found in words for token in found if token.code == k.PARTY and token.value.kind != "firm"
    )
    return sorted(codes, key=lambda code: (code != "US", code != "CN"))


def _as_written(page: Page, words: str | None, draft: Draft) -> str | None:
    """The words in the script of the text, where they stand near the statement; the view has them folded."""
    if not words or words.isascii():
        return words
    at = page.view.find(words, max(0, draft.start - 200), draft.end + 200)
    return words if at < 0 else page.text[at : at + len(words)]


def _event(page: Page, article: Article, draft: Draft) -> TradeEvent:
    days = draft.days
    span = Span(draft.start, draft.end)
    start, end = days.start, days.end
    if start and end and start.date and end.date and end.date < start.date:
        start = None
    return TradeEvent(
        kind=draft.kind, parties=draft.parties, status=draft.status, place=_as_written(page, draft.place, draft), date=days.date,
        rate=draft.rate, target=_as_written(page, draft.target, draft), effective_from=start, effective_to=end,
        rate_before=draft.rate_before, article=article.number,
        evidence=Evidence(span=span, quote=span.of(page.text), rule=draft.rule),
    )  # fmt: skip
