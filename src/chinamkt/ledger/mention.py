"""An event as one article states it, and what of it can be compared with another article's."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b

from attrs import field, frozen

from chinamkt.model.article import Article
from chinamkt.model.dates import PartialDate
from chinamkt.model.facts import EventKind, TradeEvent
from chinamkt.model.report import Report
from chinamkt.reference.parties import party_words
from chinamkt.reference.timeline import place_key

__all__ = [
    "HAPPENINGS", "LEVIES", "MEASURES", "MUTUAL", "Group", "Mention", "group_of", "has_year", "is_bare", "mentions_of",
    "pieces_of", "place_of",
]  # fmt: skip

#: Acts in which no side acts upon the other, so that the order of the parties means nothing.
MUTUAL = frozenset((EventKind.TALKS, EventKind.CALL, EventKind.MEETING, EventKind.TRUCE, EventKind.DEAL))
#: Acts with a rate.
LEVIES = frozenset((EventKind.TARIFF, EventKind.DUTY))
#: What is in force for a time; the other kinds happen on a day.
MEASURES = frozenset((*LEVIES, EventKind.TRUCE, EventKind.EXPORT_CONTROL, EventKind.SANCTION))
HAPPENINGS = frozenset(EventKind) - MEASURES

Group = tuple[EventKind, tuple[str, ...]]

#: Words of a target that say no more than "goods".
_GENERAL = frozenset(
    ("a", "all", "and", "any", "certain", "country", "exports", "from", "goods", "import", "imports", "in", "into", "items",
     "made", "most", "of", "on", "originate", "originating", "other", "products", "relevant", "shipments", "so-called", "some",
     "such", "the", "their", "these", "to", "total", "wares", "worth")
)  # fmt: skip
_GENERAL_ZH = re.compile("商品|产品|货品|货物|进口|出口|来自|所有|全部|部分|大部分|制|的|对|中|输")
_WORD = re.compile(r"[^\W_]+(?:[.'’$-][^\W_]+)*")


@frozen(slots=True, kw_only=True)
class Mention:
    """An event as one article of one report states it.

    :param report: the report's id.
    :param told: when the article was published, as far as it says; its hour is left out.
    :param event: what it states; ``event.article`` is the article's number, ``event.evidence`` the words.
    """

    report: str
    event: TradeEvent
    told: PartialDate | None = None
    publisher: str | None = field(default=None, eq=False)

    @property
    def source(self) -> str:
        """The report, and the article's number where it is not the main one: ``a``, ``a#1``.

        >>> event = TradeEvent(kind=EventKind.CALL, parties=("US", "CN"), article=2)
        >>> Mention(report="a", event=event).source
        'a#2'
        """
        return f"{self.report}#{self.event.article}" if self.event.article else self.report

    @property
    def order(self) -> tuple[object, ...]:
        """What mentions are sorted by: day, report, article, place in the text; the same in whatever order they come."""
        evidence = self.event.evidence
        span = (evidence.span.start, evidence.span.end) if evidence else (0, 0)
        rest = (evidence.quote if evidence else "", repr(evidence), self.publisher or "")
        return (str(self.told or "~"), self.report, self.event.article, span, *map(str, self.event.core), *rest)


def mentions_of(report: Report) -> Iterator[Mention]:
    """The events of a report, each with the day its own article was published on.

    A report without an id is known by a digest of its text.
    """
    if not report.events:
        return
    name = report.id
    if name is None:
        name = "text:" + blake2b(report.text.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
    articles = {article.number: article for article in report.articles}
    for event in report.events:
        article = articles.get(event.article)
        yield Mention(report=name, event=event, told=_told(article), publisher=article.publisher if article else None)


def _told(article: Article | None) -> PartialDate | None:
    published = article.published if article else None
    return PartialDate.of(published.date()) if isinstance(published, dt.datetime) else published


def group_of(event: TradeEvent) -> Group:
    """Kind and parties: only events that share both can be one.

    >>> group_of(TradeEvent(kind=EventKind.TALKS, parties=("US", "CN")))[1]
    ('CN', 'US')
    """
    if event.kind in MUTUAL:
        return event.kind, tuple(sorted(set(event.parties)))
    return event.kind, (event.parties[0], *sorted(set(event.parties[1:]) - {event.parties[0]}))


def has_year(mention: Mention) -> bool:
    """Whether the statement has a year of its own."""
    event = mention.event
    return any(date and date.year for date in (event.date, event.effective_from, event.effective_to))


def is_bare(event: TradeEvent) -> bool:
    """Whether nothing is told by which the event could be known again."""
    known = (event.date, event.effective_from, event.effective_to, event.place, event.rate)
    return all(part is None for part in known) and not (event.target and pieces_of(event.target))


def place_of(event: TradeEvent) -> str | None:
    """A key of the place, the same in every language that the reference data has it in."""
    return None if event.place is None else place_key(event.place)


@cache
def pieces_of(target: str) -> frozenset[str]:
    """The words by which a target is known again; none for goods at large. Chinese is cut into pairs of characters.

    >>> sorted(pieces_of("all steel and aluminium imports into the country")), pieces_of("Chinese goods")
    (['aluminum', 'steel'], frozenset())
    >>> sorted(pieces_of("中国制电动车"))
    ['动车', '电动']
    """
    lower = target.lower().replace("aluminium", "aluminum")
    if lower.isascii():
        parties = party_words("en")
        words = (word.removesuffix("'s") for word in _WORD.findall(lower))
        return frozenset(word for word in words if word not in _GENERAL and word not in parties)
    for word in sorted(party_words("zh"), key=len, reverse=True):
        if len(word) > 1:
            lower = lower.replace(word, " ")
    lower = _GENERAL_ZH.sub(" ", lower)
    return frozenset(part[i : i + 2] for part in lower.split() for i in range(max(1, len(part) - 1)))
