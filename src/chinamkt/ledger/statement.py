"""An event as one article states it, and what of it can be compared with another article's."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from hashlib import blake2b

from attrs import field, frozen

from chinamkt.errors import InvalidValue
from chinamkt.model.article import Article
from chinamkt.model.dates import PartialDate
from chinamkt.model.facts import EventKind, TradeEvent
from chinamkt.model.report import Report
from chinamkt.reference.goods import pieces_of
from chinamkt.reference.timeline import place_key

__all__ = [
    "HAPPENINGS",
    "LEVIES",
    "MEASURES",
    "MUTUAL",
    "Group",
    "Statement",
    "group_of",
    "has_year",
    "is_bare",
    "place_of",
    "statements_of",
]  # fmt: skip

#: Acts in which no side acts upon the other, so that the order of the parties means nothing.
MUTUAL = frozenset((EventKind.TALKS, EventKind.CALL, EventKind.MEETING, EventKind.TRUCE, EventKind.DEAL))
#: Acts with a rate.
LEVIES = frozenset((EventKind.TARIFF, EventKind.DUTY))
#: What is in force for a time; the other kinds happen on a day.
MEASURES = frozenset((*LEVIES, EventKind.TRUCE, EventKind.EXPORT_CONTROL, EventKind.SANCTION))
HAPPENINGS = frozenset(EventKind) - MEASURES

Group = tuple[EventKind, tuple[str, ...]]


@frozen(slots=True, kw_only=True)
class Statement:
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
        >>> Statement(report="a", event=event).source
        'a#2'
        """
        return f"{self.report}#{self.event.article}" if self.event.article else self.report

    @property
    def order(self) -> tuple[object, ...]:
        """What statements are sorted by: day, report, article, place in the text; the same in whatever order they come."""
        evidence = self.event.evidence
        span = (evidence.span.start, evidence.span.end) if evidence else (0, 0)
        rest = (evidence.quote if evidence else "", repr(evidence), self.publisher or "")
        return (str(self.told or "~"), self.report, self.event.article, span, *map(str, self.event.core), *rest)


def statements_of(report: Report) -> Iterator[Statement]:
    """The events of a report, each with the day its own article was published on.

    A report without an id is known by a digest of its text.

    :raises InvalidValue: for what is no report.
    """
    if not isinstance(report, Report):
        raise InvalidValue(f"a {type(report).__name__} is no report", source="TradeLedger.of", hint="what chinamkt.read returns")
    if not report.events:
        return
    name = report.id
    if name is None:
        name = "text:" + blake2b(report.text.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
    articles = {article.number: article for article in report.articles}
    for event in report.events:
        article = articles.get(event.article)
        yield Statement(report=name, event=event, told=_told(article), publisher=article.publisher if article else None)


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


def has_year(statement: Statement) -> bool:
    """Whether the statement has a year of its own."""
    event = statement.event
    return any(date and date.year for date in (event.date, event.effective_from, event.effective_to))


def is_bare(event: TradeEvent) -> bool:
    """Whether nothing is told by which the event could be known again."""
    known = (event.date, event.effective_from, event.effective_to, event.place, event.rate)
    return all(part is None for part in known) and not (event.target and pieces_of(event.target))


def place_of(event: TradeEvent) -> str | None:
    """A key of the place, the same in every language that the reference data has it in."""
    return None if event.place is None else place_key(event.place)
