"""Statements made of parts keep their parts, and no text breaks the reading."""

from __future__ import annotations

import textwrap
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from chinamkt.article import cut
from chinamkt.claims.trade import events
from chinamkt.lang.en import LANGUAGE
from chinamkt.model.facts import EventStatus, TradeEvent
from chinamkt.reference.parties import parties
from chinamkt.rules.rule import Construction

#: How a country is written as who acts, and as whose goods are hit.
COUNTRIES = [
    (party.code, party.en[0], demonym.en[0])
    for party in parties() if party.kind == "name"
    for demonym in parties() if demonym.kind == "demonym" and demonym.code == party.code
    and not demonym.en[0].endswith("'s") and party.code != "EU"
]  # fmt: skip
VERBS = {
    "imposed": EventStatus.IN_FORCE, "will impose": EventStatus.PLANNED, "announced": EventStatus.PLANNED,
    "threatened": EventStatus.THREATENED, "suspended": EventStatus.SUSPENDED, "lifted": EventStatus.LIFTED,
}  # fmt: skip
GOODS = ["steel", "cars", "soybeans", "solar panels", "wine", "toys", "goods"]
PLACES = ["London", "Geneva", "Madrid", "Kuala Lumpur", "Busan"]
rates = st.decimals(min_value="0.1", max_value="200", places=1).map(lambda rate: Decimal(str(rate)))
pairs = st.lists(st.sampled_from(COUNTRIES), min_size=2, max_size=2, unique_by=lambda country: country[0])


def read(text: str) -> list[TradeEvent]:
    page = cut(text, lang="en")
    return [event for article in page.articles for event in events(page, article, LANGUAGE, page.view.lower())]


def the(name: str) -> str:
    return f"the {name}" if name in ("United States", "Netherlands", "Philippines", "United Kingdom", "Czech Republic") else name


@given(pairs, rates, st.sampled_from(sorted(VERBS)), st.sampled_from(GOODS), st.booleans())
def test_a_levy_keeps_payer_rate_and_status(
    pair: list[tuple[str, str, str]], rate: Decimal, verb: str, goods: str, before: bool
) -> None:
    (levier, name, _), (payer, _, demonym) = pair
    levy = f"a {rate}% tariff" if before else f"tariffs of {rate} percent"
    sentence = f"{the(name)} {verb} {levy} on {demonym} {goods}."
    (event,) = read(sentence[0].upper() + sentence[1:])
    assert (event.parties, event.rate, event.status) == ((levier, payer), rate, VERBS[verb])
    assert event.target == f"{demonym} {goods}"


@given(pairs, st.sampled_from(PLACES), st.booleans())
def test_talks_keep_parties_and_place_whoever_is_named_first(pair: list[tuple[str, str, str]], place: str, swapped: bool) -> None:
    one, other = pair[::-1] if swapped else pair
    sentence = f"{the(one[1])} and {the(other[1])} held trade talks in {place}."
    (event,) = read(sentence[0].upper() + sentence[1:])
    assert (set(event.parties), event.place) == ({one[0], other[0]}, place)
    assert event.parties[0] == "US" or "US" not in event.parties


WORDS = sorted({word for rule in LANGUAGE.trade_rules if not isinstance(rule, Construction) for word in rule.words} - {"#"})
FIGURES = ["10%", "25 percent", "$34 billion", "China", "U.S.", "Trump", "May 14", ",", ".", "\n\n"]


@given(st.lists(st.sampled_from([*WORDS, *FIGURES]), max_size=40))
def test_any_heap_of_the_rules_words_is_read_and_every_event_is_grounded(words: list[str]) -> None:
    text = " ".join(words)
    for event in read(text):
        assert event.evidence is not None
        assert event.evidence.span.of(text) == event.evidence.quote != ""
        assert len(event.parties) == len(set(event.parties))
        assert str(event.rate or 0) in {"0", "10", "25"}


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    read(f"tariff {text} tariffs")


@given(st.integers(min_value=60, max_value=80), st.sampled_from([" ", "\xa0"]), st.sampled_from(["\n", "\r\n"]))
def test_lines_and_blanks_of_the_page_change_no_event(width: int, blank: str, end: str) -> None:
    words = (
        "On May 12, 2025 the United States and China agreed on a tariff truce, with few details to go by. Washington will cut "
        "its tariffs on Chinese goods to 30%, and Chinese duties on American goods stay at 10%."
    )
    lead = end.join(["Stocks were mixed", "", "Most markets in the region ended the day little changed, dealers said.", "", ""])
    text = lead + textwrap.fill(words, width).replace("\n", end).replace(" ", blank)
    assert len(read(text)) == 3
    assert [event.core for event in read(text)] == [event.core for event in read(lead + words)]
