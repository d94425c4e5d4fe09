"""A ledger does not depend on the order of its reports, nor on how it was added up."""

from __future__ import annotations

import datetime as dt
import pickle
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from chinamkt import EventKind, EventStatus, Report, TradeLedger
from chinamkt.ledger.likeness import Node, conflict, likeness
from chinamkt.ledger.statement import group_of
from chinamkt.strategies import meeting_reports, reports

many = st.lists(meeting_reports() | reports(), max_size=6)


@given(many, st.randoms())
def test_the_order_of_reports_changes_nothing(told: list[Report], random: object) -> None:
    mixed = list(told)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    one, other = TradeLedger.of(told), TradeLedger.of(mixed)
    assert one == other
    assert one.entries == other.entries
    # equality leaves evidence aside, the quotes must be the same too
    assert repr(one.entries) == repr(other.entries)


@given(many, many, many)
def test_adding_is_associative_and_commutative(a: list[Report], b: list[Report], c: list[Report]) -> None:
    one, two, three = TradeLedger.of(a), TradeLedger.of(b), TradeLedger.of(c)
    left, right = (one + two) + three, one + (two + three)
    assert left == right == TradeLedger.of([*a, *b, *c]) == three + two + one
    assert repr(left.entries) == repr(right.entries) == repr((three + two + one).entries)


@given(many)
def test_what_was_added_is_not_added_again(told: list[Report]) -> None:
    ledger = TradeLedger.of(told)
    assert ledger + ledger == ledger == TradeLedger() + ledger
    assert repr((ledger + ledger).entries) == repr(ledger.entries)
    assert pickle.loads(pickle.dumps(ledger)).entries == ledger.entries  # noqa: S301


@given(many)
def test_every_statement_has_one_entry_of_its_kind_and_parties(told: list[Report]) -> None:
    ledger = TradeLedger.of(told)
    assert sorted(statement.order for entry in ledger for statement in entry.sources) == [m.order for m in ledger.statements]
    for entry in ledger:
        assert len({group_of(statement.event) for statement in entry.sources}) == 1
        assert entry.kind is entry.sources[0].event.kind


@given(many)
def test_an_entry_says_nothing_that_no_report_says(told: list[Report]) -> None:
    for entry in TradeLedger.of(told):
        events = [statement.event for statement in entry.sources]
        held = [event for event in events if event.status is not EventStatus.LIFTED or event.kind is EventKind.TALKS] or events
        assert entry.place in {event.place for event in events} | {None}
        assert str(entry.rate) in {str(event.rate) for event in events} | {"None"}
        assert entry.target in {event.target for event in events} | {None}
        for name in ("effective_from", "effective_to"):
            joint, stated = getattr(entry, name), [date for event in held if (date := getattr(event, name))]
            if joint is not None:
                assert all(date.merge(joint) == joint for date in stated)
                for part in ("year", "month", "day"):
                    assert getattr(joint, part) in {getattr(date, part) for date in stated}


@given(many)
def test_contradictions_are_between_reports(told: list[Report]) -> None:
    for entry, contradiction in TradeLedger.of(told).contradictions:
        assert len(contradiction.sayings) > 1
        assert len({source.partition("#")[0] for saying in contradiction.sayings for source in saying.sources}) > 1
        if contradiction.attribute in ("place", "rate", "effective_from", "effective_to"):
            assert getattr(entry, contradiction.attribute) is None


@given(many)
def test_likeness_is_symmetric_and_excludes_conflict(told: list[Report]) -> None:
    nodes = [Node.of([statement]) for statement in TradeLedger.of(told).statements]
    for one, other in combinations(nodes, 2):
        if one.statements[0].event.kind is other.statements[0].event.kind:
            assert likeness(one, other) == likeness(other, one)
            assert conflict(one, other) == conflict(other, one)
            assert not (likeness(one, other) and conflict(one, other))
            assert not likeness(one, other) or one.keys & other.keys


@given(many, st.dates(dt.date(2025, 5, 1), dt.date(2026, 9, 1)))
def test_only_measures_between_the_two_are_in_force_and_never_what_is_undecided(told: list[Report], day: dt.date) -> None:
    ledger = TradeLedger.of(told)
    found = ledger.in_force("US", "CN", day)
    assert found.in_force == ledger.in_force("CN", "US", day).in_force
    between = ledger.between("US", "CN")
    for entry in found.in_force:
        assert entry in between
        assert {told.status for told in entry.history} & {EventStatus.IN_FORCE, EventStatus.DONE}
        assert entry not in [undecided.entry for undecided in found.undecided]
        end = entry.effective_to and entry.effective_to.bounds
        assert not end or day <= end[1]
