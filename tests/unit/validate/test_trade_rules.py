"""What the rules of trade policy let pass, and what they say instead."""

from __future__ import annotations

import pytest

from chinamkt import Article, PartialDate, Report, abstentions, check, read
from chinamkt.outputs.flat import from_rows

TRADE = ["actor-role", "proposed-as-effective", "round-number", "talks-place-date", "tariff-rate", "truce-window"]


def found(text: str, published: str | None = None) -> list[str]:
    return [finding.code for finding in check(read(text, published=published), only=TRADE)]


@pytest.mark.parametrize(
    ("text", "published"),
    [
        # looking back, ahead, or at other goods
        ("American duties on Chinese goods, which had been at 145%, remain at 30%.", "2025-06-09"),
        ("American duties on Chinese goods stay at 145% until May 14.", "2025-05-12"),
        ("Washington imposed a 145% tariff on Chinese goods in April.", "2025-06-09"),
        ("Washington imposed a 100% tariff on Chinese electric vehicles on September 27, 2024.", None),
        ("Washington imposed a 25% tariff on $200 billion of Chinese goods on May 10, 2019.", None),
        # parts of a sum
        ("American duties on Chinese goods remain at 20%.", "2025-06-09"),
        # other parties, other places, days on either side
        ("Brussels and Beijing held trade talks in Madrid on May 14, 2025.", None),
        ("American and Chinese officials held trade talks in Stockholm on July 27, 2025.", None),
        ("American and Chinese officials held trade talks in Singapore on July 10, 2025.", None),
        ("American and Chinese officials held trade talks in Beijing on July 10, 2025.", None),
        ("American and Chinese officials held a second day of trade talks in Madrid on September 15, 2025.", None),
        # counted with the first day, across a leap day, prolonged
        ("Washington and Beijing agreed a 91-day tariff truce from May 14 to August 12, 2025.", None),
        ("Washington and Beijing agreed a 90-day tariff truce from December 1 to March 1.", None),
        ("Washington and Beijing agreed a 90-day tariff truce from December 1, 2023 to February 29, 2024.", None),
        ("Washington and Beijing agreed a 92-day tariff truce from December 1 to March 1.", None),
        # offices
        ("Vice President JD Vance and President Xi Jinping met. Then-President Joe Biden did not.", "2025-06-09"),
        ("Prime Minister Li Qiang and Finance Minister Scott Bessent met.", "2025-06-09"),
        ("Then-Premier He Lifeng and former President Li Qiang met.", "2025-06-09"),
        ("前国家主席何立峰与副财长何立峰会面。", "2025-06-09"),
        ("特朗普总统与国家主席习近平通电话，副总理何立峰在座。", "2025-06-09"),
    ],
)
def test_what_is_right_or_unsure_passes(text: str, published: str | None) -> None:
    assert found(text, published) == []


@pytest.mark.parametrize(
    ("text", "published", "code", "hint"),
    [
        ("American duties on Chinese goods remain at 145%.", "2025-06-09", "tariff-rate", "30% from 2025-05-14 to 2025-11-09"),
        ("American duties on Chinese goods remain at 30%.", "2025-12-01", "tariff-rate", "20% from 2025-11-10 to 2026-02-20"),
        (
            "American and Chinese officials held trade talks in Geneva on June 9, 2025.", None, "talks-place-date",
            "Geneva from 2025-05-10 to 2025-05-11; from 2025-06-09 to 2025-06-10 they were in London",
        ),
        (
            "Washington and Beijing agreed a ninety-day tariff truce from May 14 to August 30.", None, "truce-window",
            "90 days from --05-14 end on --08-12",
        ),
        (
            "American and Chinese officials held a third round of trade talks in London.", "2025-06-11", "round-number",
            "round 2, or other talks",
        ),
        ("Commerce Minister He Lifeng spoke.", "2025-06-09", "actor-role", "Vice Premier He Lifeng"),
    ],
)  # fmt: skip
def test_a_finding_says_what_would_be_right(text: str, published: str | None, code: str, hint: str) -> None:
    (finding,) = check(read(text, published=published), only=TRADE)
    assert (finding.code, finding.hint) == (code, hint)
    assert finding.spans


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("duties on Chinese goods still are 145%", ["tariff-rate"]),
        ("duties on Chinese goods are 145%", []),
        ("duties on Chinese goods were still 145%", []),
        ("目前对中国商品征收145%的关税", ["tariff-rate"]),
        ("此前目前对中国商品征收145%的关税", []),
    ],
)
def test_only_words_of_the_day_fix_the_day(words: str, wanted: list[str]) -> None:
    """Facts as another extractor may state them, whatever their sentence says."""
    row = {"kind": "trade_event", "event": "tariff", "status": "in_force", "parties": ["US", "CN"], "rate": "145"}
    facts = from_rows([row | {"target": "Chinese goods", "quote": words}], text=words)
    report = Report(text=words, articles=(Article(published=PartialDate(2025, 6, 9)),), facts=facts)
    assert [finding.code for finding in check(report, only=TRADE)] == wanted


def test_another_tariff_of_a_rate_that_never_came_is_passed_over() -> None:
    report = read("Washington imposed a 25% tariff on Chinese steel on June 1, 2017.")
    assert abstentions(report, only="proposed-as-effective") == []
    assert check(report, only="proposed-as-effective") == []


def test_of_two_numbers_of_days_neither_is_taken() -> None:
    words = "a 90-day truce after a 60-day pause"
    row = {"kind": "trade_event", "event": "truce", "parties": ["US", "CN"], "quote": words}
    facts = from_rows([row | {"effective_from": "2025-05-14", "effective_to": "2025-08-30"}], text=words)
    report = Report(text=words, facts=facts)
    assert check(report, only=TRADE) == []
    assert [one.reason for one in abstentions(report, only="truce-window")] == ["several numbers of days"]


def test_before_its_first_day_the_timeline_knows_nothing() -> None:
    report = read("American and Chinese officials held trade talks in London on May 14, 2017.")
    assert [one.reason for one in abstentions(report, only="talks-place-date")] == ["the timeline begins on 2018-07-06"]


def test_chinese_numbers_of_rounds_are_read() -> None:
    text = "中美第十二轮经贸磋商2019年7月30日在上海举行。"
    assert found(text) == []
    assert found(text.replace("十二", "十三")) == ["round-number"]


def test_each_rule_abstains_at_most_once_a_fact() -> None:
    report = read("American duties on Chinese goods remain at 145%. American and Chinese officials held trade talks in London.")
    said = abstentions(report, only=TRADE)
    assert len({(one.code, id(one.fact)) for one in said}) == len(said)
