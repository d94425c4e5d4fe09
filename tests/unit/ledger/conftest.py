"""Events and reports by hand."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from chinamkt import EventKind, EventStatus, PartialDate, Report, TradeEvent
from chinamkt.model.article import Article

MakeEvent = Callable[..., TradeEvent]
MakeReport = Callable[..., Report]


def event(kind: str, parties: str = "US/CN", status: str | None = None, **more: str | int) -> TradeEvent:
    """An event; dates and rates as strings."""
    dates = {name: PartialDate.parse(str(more.pop(name))) for name in ("date", "effective_from", "effective_to") if name in more}
    rate = Decimal(str(more.pop("rate"))) if "rate" in more else None
    return TradeEvent(
        kind=EventKind(kind), parties=tuple(parties.split("/")), status=EventStatus(status) if status else None, rate=rate,
        **dates, **more,  # type: ignore[arg-type]
    )  # fmt: skip


def stated(words: str) -> TradeEvent:
    """An event from ``talks place=London date=2025-06-09``; an underscore is a blank."""
    kind, *rest = words.split()
    return event(kind, **{name: value.replace("_", " ") for name, _, value in (word.partition("=") for word in rest)})


def report(name: str, *events: TradeEvent, told: str | None = None) -> Report:
    """A report of one article."""
    published = PartialDate.parse(told) if told else None
    return Report(text="", id=name, articles=(Article(published=published, publisher=f"{name} news"),), facts=events)


@pytest.fixture(name="event")
def _event() -> MakeEvent:
    return event


@pytest.fixture(name="stated")
def _stated() -> Callable[[str], TradeEvent]:
    return stated


@pytest.fixture(name="report")
def _report() -> MakeReport:
    return report
