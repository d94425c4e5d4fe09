"""``weekday-mismatch``: dates and the weekdays named beside them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from chinamkt import (
    EventKind,
    Evidence,
    Fact,
    Finding,
    Index,
    PartialDate,
    Percent,
    PriceMove,
    Report,
    Severity,
    Span,
    TradeEvent,
    check,
)

# 18 February 2025 was a Tuesday.
WRITTEN = [
    "{Monday}, February 18, 2025",
    "{Monday} February 18 2025",
    "{Monday}, Feb. 18, 2025",
    "{Monday}, 18 February 2025",
    "{Monday} the 18th of February, 2025",
    "{Monday} (Feb 18, 2025)",
    "{Monday} 2025-02-18",
    "{Mon}, Feb 18, 2025",
    "{Mon}. 18 FEB 2025",
    "{MONDAY}, FEBRUARY 18, 2025",
    "{Monday},\u00a0February\u00a018, 2025",
    "{Monday}\nFebruary 18, 2025",
    "February 18, 2025 ({Monday})",
    "18 February 2025 ({Mon})",
    "2025-02-18 ({Monday})",
    "2025年2月18日（{一}）",
    "2025年2月18日 {一}",
    "2025 年 2 月 18 日{一}",
    "２０２５年２月１８日（{一}）",
    "2025-02-18 {一}",
    "{一}，2025年2月18日",
    "{一}（2025年2月18號）",
]
WRONG_AND_RIGHT = {"{Monday}": ("Monday", "Tuesday"), "{MONDAY}": ("MONDAY", "TUESDAY"), "{Mon}": ("Mon", "Tue")}
CHINESE = [
    ("星期一", "星期二"),
    ("周一", "周二"),
    ("週一", "週二"),
    ("禮拜一", "禮拜二"),
    ("礼拜日", "礼拜二"),
    ("星期天", "星期二"),
]


def findings(text: str, *facts: Fact) -> list[Finding]:
    return check(Report(text=text, facts=facts), only="weekday-mismatch")


def fill(form: str) -> list[tuple[str, str]]:
    """The form with a wrong weekday and with the right one."""
    if "{一}" in form:
        return [(form.replace("{一}", wrong), form.replace("{一}", right)) for wrong, right in CHINESE]
    ((name, (wrong, right)),) = [item for item in WRONG_AND_RIGHT.items() if item[0] in form]
    return [(form.replace(name, wrong), form.replace(name, right))]


@pytest.mark.parametrize(("wrong", "right"), [pair for form in WRITTEN for pair in fill(form)])
def test_a_weekday_beside_its_date(wrong: str, right: str) -> None:
    assert findings(f"It was published on {right}.") == []
    text = f"It was published on {wrong}."
    (finding,) = findings(text)
    assert (finding.code, finding.severity) == ("weekday-mismatch", Severity.ERROR)
    assert "2025-02-18 is a Tuesday" in finding.message
    assert [span.of(text) for span in finding.spans] == [wrong]


def test_the_finding_says_which_day_and_which_dates_would_do() -> None:
    (finding,) = findings("Monday, February 18, 2025")
    assert finding.hint == "Tuesday, or 2025-02-17 or 2025-02-24"
    (finding,) = findings("Wednesday, February 18, 2025")
    assert finding.hint == "Tuesday, or 2025-02-12 or 2025-02-19"


@pytest.mark.parametrize(
    "text",
    [
        "Monday, February 18",  # no year
        "Monday, February 2025",
        "星期一（2月18日）",
        "Monday, 18/02/2025",  # day or month first?
        "February 30, 2025 (Monday)",  # no such day: nothing to compare
        "February 18, 2025. Monday's session",  # another sentence
        "February 18, 2025 Monday",  # English sets it in front
        "2025年2月18日，周一",  # the next clause's day
        "2025年2月18日 上周一",
        "The Sun, February 18, 2025",  # a newspaper
        "Monday\n\nFebruary 18, 2025",  # another paragraph
        "",
    ],
)
def test_it_abstains(text: str) -> None:
    assert findings(text) == []


def dated(text: str, words: str, date: PartialDate | None) -> PriceMove:
    """A move whose date rests on the words."""
    start = text.index(words)
    evidence = Evidence(span=Span(0, len(text)), quote=text, date=Span(start, start + len(words)))
    return PriceMove(instrument=Index(slug="HSI"), percent=Percent(Decimal("-0.64")), date=date, evidence=evidence)


TEXT = "The index fell 0.64% on Tuesday."


def test_a_facts_date_and_the_weekday_it_rests_on() -> None:
    assert findings(TEXT, dated(TEXT, "Tuesday", PartialDate(2025, 2, 18))) == []
    wrong = dated(TEXT, "Tuesday", PartialDate(2025, 2, 17))
    (finding,) = findings(TEXT, wrong)
    assert finding.message == "2025-02-17 is a Monday, 'Tuesday' says Tuesday"
    assert finding.facts == (wrong,)
    assert [span.of(TEXT) for span in finding.spans] == ["Tuesday"]


def test_a_fact_that_travels_without_its_text() -> None:
    assert len(findings("", dated(TEXT, "Tuesday", PartialDate(2025, 2, 17)))) == 1


@pytest.mark.parametrize(
    ("text", "words", "date"),
    [
        (TEXT, "Tuesday", None),
        (TEXT, "Tuesday", PartialDate(2025, 2)),
        (TEXT, "Tuesday", PartialDate(None, 2, 17)),
        (TEXT, "fell", PartialDate(2025, 2, 17)),
        ("It fell from Monday to Tuesday.", "Monday to Tuesday", PartialDate(2025, 2, 19)),
        ("It sat on its gains.", "sat", PartialDate(2025, 2, 18)),
    ],
)
def test_it_abstains_for_facts(text: str, words: str, date: PartialDate | None) -> None:
    assert findings(text, dated(text, words, date)) == []


def test_what_the_text_writes_wrong_is_told_once() -> None:
    """The fact takes its date from a date that contradicts its own weekday: one finding, which names the fact."""
    text = "The index fell 0.64% on Monday, February 18, 2025."
    fact = dated(text, "Monday, February 18, 2025", PartialDate(2025, 2, 18))
    (finding,) = findings(text, fact)
    assert finding.facts == (fact,)


def test_an_events_words_may_give_the_day_of_its_term() -> None:
    text = "The truce runs to Tuesday."
    evidence = Evidence(span=Span(0, len(text)), quote=text, date=Span(18, 25))

    def truce(until: PartialDate) -> TradeEvent:
        return TradeEvent(
            kind=EventKind.TRUCE, parties=("US", "CN"), date=PartialDate(2025, 5, 12), effective_to=until, evidence=evidence
        )

    assert findings(text, truce(PartialDate(2025, 8, 12))) == []
    assert len(findings(text, truce(PartialDate(2025, 8, 13)))) == 1


@pytest.mark.parametrize("date", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar(date: str) -> None:
    text = f"Sunday {date}"
    assert len(findings(text)) == 1
