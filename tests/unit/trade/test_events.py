"""Trade events across sentences: one event told twice, what carries over, days."""

from __future__ import annotations

from decimal import Decimal

import pytest

import chinamkt
from chinamkt.article import cut
from chinamkt.claims.trade import events
from chinamkt.lang.en import LANGUAGE
from chinamkt.model.facts import EventKind, EventStatus, TradeEvent


def read(text: str, published: str | None = None) -> list[TradeEvent]:
    page = cut(text, lang="en", published=published)
    return [event for article in page.articles for event in events(page, article, LANGUAGE, page.view.lower())]


def test_headline_and_body_tell_one_event_and_the_fullest_is_kept() -> None:
    text = (
        "Stocks firm ahead of U.S.-China trade talks\n\n"
        "Washington and Beijing begin trade talks in Madrid on Sunday, with chips on the table.\n"
    )
    (talks,) = read(text, "2025-09-12")
    assert (talks.kind, talks.parties, talks.place) == (EventKind.TALKS, ("US", "CN"), "Madrid")
    assert str(talks.date) == "2025-09-14"
    assert talks.evidence is not None
    assert talks.evidence.quote.startswith("Washington and Beijing begin trade talks")


def test_an_old_rate_is_no_fact() -> None:
    found = read("Washington will cut its tariffs on Chinese goods from 145% to 30%, and Beijing its own from 125% to 10%.")
    assert [(event.parties, event.rate) for event in found] == [(("US", "CN"), Decimal(30)), (("CN", "US"), Decimal(10))]
    assert {event.status for event in found} == {EventStatus.PLANNED}


def test_several_rates_in_one_sentence_are_several_events() -> None:
    found = read("China imposed tariffs of 5% and 10% on American goods.")
    assert [str(event.rate) for event in found] == ["5", "10"]
    assert {event.parties for event in found} == {("CN", "US")}


def test_printed_digits_of_a_rate_are_kept() -> None:
    (event,) = read("Brussels set anti-dumping duties of 7.50 percent on Chinese tyres, effective from May 8, 2025.")
    assert str(event.rate) == "7.50"


def test_an_answer_falls_on_who_acted_before() -> None:
    first, second = read("Canada imposed a 100% tariff on Chinese cars. Beijing hit back with a 25% tariff on pork.")
    assert first.parties == ("CA", "CN")
    assert second.parties == ("CN", "CA")


def test_several_parties_on_a_side() -> None:
    (event,) = read("Washington imposed a 25% tariff on goods from Canada and Mexico.")
    assert event.parties == ("US", "CA", "MX")


def test_what_starts_after_the_day_of_publication_is_planned() -> None:
    text = "China imposed a 15% tariff on American coal, effective February 10."
    (ahead,) = read(text, "2025-02-04")
    (past,) = read(text, "2025-03-04")
    assert (ahead.status, past.status) == (EventStatus.PLANNED, EventStatus.IN_FORCE)
    assert str(past.effective_from) == "2025-02-10"


def test_a_weekday_is_past_for_what_was_done_and_ahead_for_what_will_be() -> None:
    (done,) = read("On Friday Washington imposed a 10% tariff on Chinese goods.", "2025-06-09")
    (planned,) = read("Washington will impose a 10% tariff on Chinese goods from Friday.", "2025-06-09")
    assert str(done.date) == "2025-06-06"
    assert str(planned.effective_from) == "2025-06-13"


def test_a_year_comes_from_the_dates_of_the_article_alone() -> None:
    text = (
        "On July 6, 2018, Washington put a 25% tariff on Chinese goods. "
        "Beijing raised its tariff on American cars to 40% on July 8."
    )
    assert [str(event.date) for event in read(text)] == ["2018-07-06", "2018-07-08"]
    (event,) = read("The worst week since May 2015. Washington put a 25% tariff on Chinese goods on July 6.")
    assert str(event.date) == "--07-06"


def test_us_the_pronoun_is_no_country() -> None:
    assert read("The tariffs, one dealer told us, will cost 10% of Chinese sales.") == []


def test_the_gate_keeps_articles_without_trade_policy_out() -> None:
    assert not LANGUAGE.speaks_of_trade("the index rose 2% in early trade as turnover swelled to 1.2 trillion yuan")
    assert LANGUAGE.speaks_of_trade("new tariffs weighed")


def test_evidence_stands_in_the_text_and_names_its_rule() -> None:
    text = "In brief.\n\nMexico announced a 35% tariff on Chinese shoes."
    (event,) = read(text)
    assert event.evidence is not None
    assert event.evidence.span.of(text) == event.evidence.quote == "Mexico announced a 35% tariff on Chinese shoes"
    assert event.evidence.rule == "en.trade.tariff"


@pytest.mark.parametrize(
    ("words", "published"),
    [
        ("美国自下月31日起对中国商品加征10%关税。", "2025-05-20"),
        ("美国去年2月29日对中国商品加征10%关税。", "2024-03-01"),
    ],
)
def test_a_day_that_no_calendar_has_is_none(words: str, published: str) -> None:
    (event,) = chinamkt.read(words, published=published).events
    assert event.rate == 10
    assert event.date is event.effective_from is None


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        (
            "Washington will cut its tariffs on Chinese goods from 145% to 30%, and Beijing its own from 125% to 10%.",
            ["145", "125"],
        ),
        ("The United States cut its tariffs on Chinese goods to 30% from 145%.", ["145"]),
        ("Washington raised the tariff on Chinese steel from 7.50 percent to 25 percent.", ["7.50"]),
        ("China imposed tariffs ranging from 10 to 25 percent on American goods.", [None]),
        ("China imposed tariffs of 5% and 10% on American goods.", [None, None]),
    ],
)
def test_the_old_rate_stands_beside_the_new_one(text: str, rates: list[str | None]) -> None:
    before = [event.rate_before for event in read(text)]
    assert [None if rate is None else str(rate) for rate in before] == rates


def test_a_leap_day_far_from_any_keeps_to_what_is_told() -> None:
    (event,) = read("Washington imposed a 10% tariff on Chinese goods on February 29.", "2022-03-02")
    assert str(event.date) == "--02-29"
