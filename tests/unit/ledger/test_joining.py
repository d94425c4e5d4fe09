"""Which statements are of one event, and where they contradict each other."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from chinamkt import EventKind, EventStatus, InvalidValue, Report, TradeEvent, TradeLedger, read

MakeEvent = Callable[..., TradeEvent]
MakeReport = Callable[..., Report]
Stated = Callable[[str], TradeEvent]
SEEDS = Path(__file__).parents[4] / "shared/articles"


def sizes(ledger: TradeLedger) -> list[int]:
    return sorted(len(entry.sources) for entry in ledger)


@pytest.mark.parametrize(
    ("one", "other", "entries"),
    [
        # happenings
        ("talks place=London date=2025-06-09", "talks place=London", 1),
        ("talks place=London date=2025-06-09", "talks place=伦敦", 1),
        ("talks place=London date=2025-06-09", "talks date=2025-06", 1),
        ("talks place=London date=2025-06-09", "talks place=London date=2025-06-10", 1),
        ("talks place=London date=2025-06-09", "talks place=London date=2025-06-20", 2),
        ("talks place=London date=2025-06-09", "talks place=Paris date=2025-06-10", 2),
        ("talks place=London date=2025-06-09", "meeting place=London date=2025-06-09", 2),
        ("talks place=London", "talks place=London parties=CN/US", 1),
        ("talks place=London", "talks place=London parties=CN/EU", 2),
        ("call", "call", 2),
        ("call date=2025-06-05", "call date=2025-06-06", 1),
        ("call date=2025-06-05", "call date=2025-06-20", 2),
        ("probe target=EU_brandy parties=CN/EU", "probe target=brandy parties=CN/EU", 1),
        ("probe target=pork parties=CN/EU", "probe target=brandy parties=CN/EU", 2),
        # measures
        ("tariff rate=30 target=Chinese_goods", "tariff rate=30.0 target=goods_from_China", 1),
        ("tariff rate=30 target=Chinese_goods", "tariff rate=30", 2),
        ("tariff rate=30", "tariff rate=10", 2),
        ("tariff rate=30", "tariff rate=30 parties=CN/US", 2),
        ("tariff rate=25 target=steel", "tariff rate=25 target=all_Chinese_goods", 2),
        ("tariff rate=25 effective_from=2018-07-06", "tariff rate=25 effective_from=2018-08-23", 2),
        ("tariff rate=30 effective_from=2025-05-14 target=goods", "tariff rate=30 effective_from=--05-14 target=goods", 1),
        ("tariff target=all_goods", "tariff target=all_goods", 2),
        ("truce date=2025-05", "truce place=Geneva date=--05 effective_from=--05-14", 1),
        ("truce effective_to=2025-08-12", "truce effective_to=2025-11-10", 2),
        ("sanction target=Huawei", "sanction target=chipmakers", 2),
        ("truce status=done date=2025-05", "truce status=lifted date=2025-05", 2),
        ("tariff rate=10 target=steel effective_from=2025-05-14", "tariff rate=30 target=steel effective_from=2025-05-14", 2),
    ],
)  # fmt: skip
def test_two_reports_without_dates_of_their_own(stated: Stated, report: MakeReport, one: str, other: str, entries: int) -> None:
    ledger = TradeLedger.of([report("one", stated(one)), report("other", stated(other))])
    assert len(ledger) == entries
    assert not ledger.contradictions


def test_the_same_words_long_after_are_another_event(event: MakeEvent, report: MakeReport) -> None:
    steel = event("tariff", rate=25, target="steel")
    assert len(TradeLedger.of([report("a", steel, told="2018-03-23"), report("b", steel, told="2025-03-12")])) == 2
    assert len(TradeLedger.of([report("a", steel, told="2025-02-10"), report("b", steel, told="2025-03-12")])) == 1


def test_a_rate_alone_is_enough_in_news_of_one_time(event: MakeEvent, report: MakeReport) -> None:
    bare, full = event("tariff", rate=30), event("tariff", rate=30, target="Chinese goods", effective_from="2025-05-14")
    assert len(TradeLedger.of([report("a", bare, told="2025-06-09"), report("b", full, told="2025-05-15")])) == 1
    assert len(TradeLedger.of([report("a", bare), report("b", full, told="2025-05-15")])) == 2


def test_what_names_nothing_is_one_event_for_some_days_only(event: MakeEvent, report: MakeReport) -> None:
    days = ("2025-06-05", "2025-06-09", "2025-06-20")
    ledger = TradeLedger.of(report(day, event("call", status="done"), told=day) for day in days)
    assert [entry.reports for entry in ledger] == [("2025-06-05", "2025-06-09"), ("2025-06-20",)]


def test_what_fits_two_events_belongs_to_neither(event: MakeEvent, report: MakeReport) -> None:
    rounds = [
        report("june", event("talks", place="London", date="2025-06-09")),
        report("march", event("talks", place="London", date="2026-03-02")),
    ]
    ledger = TradeLedger.of([*rounds, report("someday", event("talks", place="London"))])
    assert [entry.reports for entry in ledger] == [("june",), ("march",), ("someday",)]
    # the day it was told settles it
    ledger = TradeLedger.of([*rounds, report("someday", event("talks", place="London"), told="2025-06-11")])
    assert sizes(ledger) == [1, 2]


def test_news_that_fits_two_events_belongs_to_neither(stated: Stated, report: MakeReport) -> None:
    told = {"june": "talks place=London date=2025-06-09", "july": "talks place=London date=2025-07-10"}
    ledger = TradeLedger.of([report(name, stated(words)) for name, words in told.items()])
    between = TradeLedger.of([report("between", stated("talks place=London"), told="2025-06-24")])
    assert sorted(entry.reports for entry in ledger + between) == [("between",), ("july",), ("june",)]
    # the others are joined all the same
    again = TradeLedger.of([report("again", stated("talks place=London date=2025-06-10"))])
    assert sorted(entry.reports for entry in ledger + between + again) == [("again", "june"), ("between",), ("july",)]


def test_what_quarrels_is_not_joined_to_one_event_by_its_guests(stated: Stated, report: MakeReport) -> None:
    words = ("talks date=2025-06", "talks place=London date=--06", "talks place=Madrid date=--06")
    assert sizes(TradeLedger.of(report(word, stated(word)) for word in words)) == [1, 1, 1]


def test_a_chain_does_not_join_its_ends(stated: Stated, report: MakeReport) -> None:
    """Each is like its neighbour, the first and the last are a week apart."""
    chain = [
        "probe date=2025-05-12 place=Geneva",
        "probe place=Geneva target=brandy",
        "probe target=brandy effective_to=2025-05-30",
        "probe date=2025-05-20 effective_to=2025-05-30",
    ]
    reports = [report(words, stated(words), told="2025-05-15") for words in chain]
    assert sizes(TradeLedger.of(reports)) == [1, 1, 1, 1]
    assert sizes(TradeLedger.of(reports[:3])) == [3]


def test_a_happening_of_long_ago_is_not_the_one_in_the_news(stated: Stated, report: MakeReport) -> None:
    then = report("review", stated("talks place=London date=2025-06-09"), told="2025-12-01")
    assert sizes(TradeLedger.of([then, report("news", stated("talks place=London"), told="2025-12-05")])) == [1, 1]


def test_one_report_that_tells_of_two_rates_tells_of_two_levies(event: MakeEvent, report: MakeReport) -> None:
    term = {"effective_from": "2025-05-14", "effective_to": "2025-08-12", "target": "Chinese goods"}
    both = [event("tariff", rate=rate, **term) for rate in (10, 30)]
    assert sizes(TradeLedger.of([report("a", *both)])) == [1, 1]
    ledger = TradeLedger.of([report("a", both[0]), report("b", both[1])])
    ((entry, contradiction),) = ledger.contradictions
    assert (contradiction.attribute, [saying.value for saying in contradiction.sayings]) == ("rate", ["10", "30"])
    assert entry.rate is None
    # of goods that are not told there may be two levies
    unsaid = event("tariff", rate=30, effective_from="2025-05-14", effective_to="2025-08-12")
    assert sizes(TradeLedger.of([report("a", both[0]), report("b", unsaid)])) == [1, 1]


def test_one_report_that_tells_of_two_starts_tells_of_two_truces(stated: Stated, report: MakeReport) -> None:
    both = [stated(f"truce effective_from={start} effective_to=2025-08-12") for start in ("2025-05-10", "2025-05-14")]
    assert sizes(TradeLedger.of([report("a", *both)])) == [1, 1]
    assert sizes(TradeLedger.of([report("a", both[0]), report("b", both[1])])) == [2]


@pytest.mark.parametrize(
    ("one", "other", "attribute"),
    [
        ("talks date=2025-06-09 place=London", "talks date=2025-06-09 place=Madrid", "place"),
        ("talks date=2025-06-09 place=London", "talks date=2025-06-12 place=London", "date"),
        (
            "truce effective_from=2025-05-14 effective_to=2025-08-12",
            "truce effective_from=2025-05-14 effective_to=2025-08-30",
            "effective_to",
        ),
        ("truce date=2025-05-12 effective_to=2025-08-12", "truce date=2025-05-12 effective_to=2025-08-30", "effective_to"),
        (
            "truce effective_from=2025-05-14 effective_to=2025-08-12",
            "truce effective_from=2025-05-10 effective_to=2025-08-12",
            "effective_from",
        ),
    ],
)  # fmt: skip
def test_a_difference_in_one_point_is_a_contradiction(
    stated: Stated, report: MakeReport, one: str, other: str, attribute: str
) -> None:
    ledger = TradeLedger.of([report("one", stated(one)), report("two", stated(other)), report("three", stated(one))])
    ((entry, contradiction),) = ledger.contradictions
    assert contradiction.attribute == attribute
    assert sorted(saying.sources for saying in contradiction.sayings) == [("one", "three"), ("two",)]
    assert entry.reports == ("one", "three", "two")


def test_in_force_and_lifted_on_one_day_contradict_each_other(event: MakeEvent, report: MakeReport) -> None:
    held, lifted = (event("tariff", rate=25, target="steel", status=status) for status in ("in_force", "lifted"))
    ledger = TradeLedger.of([report("a", held, told="2025-06-09"), report("b", lifted, told="2025-06-09")])
    assert [contradiction.attribute for _, contradiction in ledger.contradictions] == ["status"]
    ledger = TradeLedger.of([report("a", held, told="2025-06-09"), report("b", lifted, told="2025-06-10")])
    assert not ledger.contradictions
    assert [entry.status for entry in ledger] == [EventStatus.LIFTED]


def test_an_entry_puts_together_what_its_reports_say(event: MakeEvent, report: MakeReport) -> None:
    ledger = TradeLedger.of(
        [
            report("a", event("truce", status="done", date="2025-05"), told="2025-06-09"),
            report("b", event("truce", place="Geneva", date="--05", effective_from="--05-14", effective_to="--08-12")),
            report("c", event("truce", status="in_force", date="2025-05", effective_from="2025-05-14"), told="2025-07-01"),
        ]
    )
    (entry,) = ledger
    assert (entry.kind, entry.parties, entry.place) == (EventKind.TRUCE, ("CN", "US"), "Geneva")
    # nobody says in which year it ends
    assert (str(entry.effective_from), str(entry.effective_to)) == ("2025-05-14", "--08-12")
    assert [(str(told.told), told.status.value, told.sources) for told in entry.history] == [
        ("2025-06-09", "done", ("a",)), ("2025-07-01", "in_force", ("c",)),
    ]  # fmt: skip
    assert [statement.publisher for statement in entry.sources] == ["a news", "c news", "b news"]


def test_reports_without_id_are_told_apart_by_their_text() -> None:
    text = "Washington and Beijing held trade talks in London."
    assert TradeLedger.of([read(text), read(text)]) == TradeLedger.of([read(text)])
    (entry,) = TradeLedger.of([read(text), read(f"{text} Nothing was said of a date.")])
    assert len(entry.reports) == 2


def test_what_is_no_report_is_refused() -> None:
    with pytest.raises(InvalidValue, match=r"one report \(several: TradeLedger.of\(\[report\]\)\)"):
        TradeLedger.of(read("Calm."))  # type: ignore[arg-type]
    with pytest.raises(InvalidValue, match="a str is no report"):
        TradeLedger.of(["Calm."])  # type: ignore[list-item]


def test_quotes_and_articles_stay_with_the_statements() -> None:
    text = "Beijing. China imposed a 15% tariff on American coal."
    ((source,),) = (entry.sources for entry in TradeLedger.of([read(text, id="a")]))
    evidence = source.event.evidence
    assert evidence is not None
    assert evidence.span.of(text) == evidence.quote
    assert (source.source, source.event.rate) == ("a", Decimal(15))


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the example reports are not beside this checkout")
@pytest.mark.parametrize("order", [1, -1])
def test_the_five_seeds(order: int) -> None:
    reports = [read((SEEDS / f"seed-{i}.txt").read_bytes().decode(), id=str(i)) for i in range(5)][::order]
    ledger = TradeLedger.of(reports)
    (london,) = (entry for entry in ledger if entry.place == "London")
    assert (london.kind, london.reports, [str(day) for day in london.days]) == (EventKind.TALKS, ("0", "1"), ["2025-06-09"])
    truce = {entry.parties: entry for entry in ledger if entry.rate in (30, 10)}
    assert {parties: str(entry.rate) for parties, entry in truce.items()} == {("US", "CN"): "30", ("CN", "US"): "10"}
    for entry in truce.values():
        assert (str(entry.effective_from), str(entry.effective_to)) == ("--05-14", "--08-12")
    brandy = [statement for entry in ledger.between("CN", "EU") if entry.kind is EventKind.DUTY for statement in entry.sources]
    assert brandy
    assert {statement.source for statement in brandy} == {"4#1"}
    assert not ledger.contradictions
