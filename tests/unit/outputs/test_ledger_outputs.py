"""A ledger as JSON, rows and a page."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chinamkt import BadInput, EventKind, EventStatus, PartialDate, Report, TradeEvent, TradeLedger
from chinamkt.ledger import Entry
from chinamkt.model.article import Article
from chinamkt.outputs.ledger_json import ledger_from_json, ledger_to_json, standing_to_json
from chinamkt.outputs.ledger_lines import LEDGER_COLUMNS, ledger_lines
from chinamkt.outputs.schema import json_schema
from chinamkt.outputs.timeline_svg import timeline_svg
from chinamkt.strategies import reports

STORED = Path(__file__).parent / "ledger-1.schema.json"
SCHEMA = jsonschema.Draft202012Validator(json_schema("ledger"))


def tariff(name: str, end: str, words: str = "") -> Report:
    event = TradeEvent(
        kind=EventKind.TARIFF,
        parties=("US", "CN"),
        status=EventStatus.IN_FORCE,
        rate=Decimal("30.0"),
        target=f"Chinese goods{words}",
        effective_from=PartialDate(2025, 5, 14),
        effective_to=PartialDate.parse(end),
    )
    article = Article(published=PartialDate(2025, 6, 9), publisher=f"News{words}")
    return Report(text="", id=name, articles=(article,), facts=(event,))


QUARREL = TradeLedger.of([tariff("a", "2025-08-12"), tariff("b", "2025-08-30")])


class Outline(HTMLParser):
    """Tags that are opened and closed, and the text between them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []
        self.words: list[str] = []
        self.faults: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        self.faults += [f"{name}={value}" for name, value in attrs if name.startswith("on") or name in ("src", "href")]
        if tag not in ("br", "meta", "link", "img"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@given(st.lists(reports(), max_size=4))
def test_json_comes_back_as_it_was_and_fits_the_schema(told: list[Report]) -> None:
    ledger = TradeLedger.of(told)
    written = ledger_to_json(ledger)
    SCHEMA.validate(json.loads(written))
    again = ledger_from_json(written)
    assert again == ledger
    assert repr(again.entries) == repr(ledger.entries)


def test_the_version_names_the_form() -> None:
    """Write it anew with ``python -m chinamkt.outputs.schema ledger > tests/unit/outputs/ledger-1.schema.json``."""
    assert json_schema("ledger") == json.loads(STORED.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ('{"schema_version": "0", "entries": []}', r"ledgers\.json: \$\.schema_version: '0' is unknown"),
        ('{"schema_version": "1"}', r"\$\.entries: missing"),
        ("[]", r"\[\] is no object"),
        ('{"schema_version": "1", "entries": [{"event": "rumour", "parties": ["US"]}]}', r"entries\[0\]\.kind: 'rumour' is no"),
        ('{"schema_version": "1", "entries": [], "colour": 1}', "unknown key 'colour'"),
    ],
)
def test_what_is_no_ledger_is_refused(written: str, told: str) -> None:
    with pytest.raises(BadInput, match=told):
        ledger_from_json(written, source="ledgers.json")


def test_rows_have_the_columns_of_the_facts_table() -> None:
    (row,) = QUARREL.rows()
    assert list(row) == [column for column in LEDGER_COLUMNS if column in row]
    assert row == {
        "event": "tariff", "parties": ["US", "CN"], "status": "in_force", "rate": "30.0", "target": "Chinese goods",
        "effective_from": "2025-05-14", "reports": ["a", "b"],
        "contradictions": ["end: 2025-08-12 (a) or 2025-08-30 (b)"],
    }  # fmt: skip


def test_a_standing_keeps_reasons_beside_entries() -> None:
    written = json.loads(standing_to_json(QUARREL.in_force("US", "CN", dt.date(2025, 8, 20))))
    assert written["in_force"] == []
    ((undecided),) = written["undecided"]
    assert undecided["reason"] == "the reports contradict each other about its end"
    assert undecided["entry"]["event"] == "tariff"


def test_a_page_is_whole_escaped_and_loads_nothing() -> None:
    ledger = TradeLedger.of([tariff("<b>", "2025-08-12", "<script>x</script> & co"), tariff("b", "2025-08-30", "<i>")])
    page = ledger.to_html(title="A & <B>")
    outline = Outline(page)
    assert outline.faults == []
    assert outline.open == []
    assert not {"script", "b", "i", "img", "link", "iframe"} & set(outline.seen)
    assert "http" not in page
    assert "A & <B>" in outline.words
    assert page.startswith("<!DOCTYPE html>\n")
    assert ledger._repr_html_() in page


def test_each_pair_has_a_section_with_its_events_and_sources() -> None:
    outline = Outline(QUARREL.to_html())
    words = " ".join(outline.words)
    against = "end: 2025-08-12 (a) or 2025-08-30 (b)"
    named = "China and United States", "tariff 30.0% on Chinese goods", "US → CN", "2 sources", "News"
    for told in (*named, against, "1 event in 2 reports", "1 contradiction"):
        assert told in words
    assert outline.seen.count("svg") == 1


@given(st.lists(reports(), max_size=3))
def test_any_ledger_is_shown(told: list[Report]) -> None:
    ledger = TradeLedger.of(told)
    outline = Outline(ledger.to_html())
    assert outline.faults == []
    assert outline.open == []
    assert outline.seen.count("details") == sum(len(entry.pairs) for entry in ledger)


def svg(*entries: Entry) -> ET.Element:
    return ET.fromstring(timeline_svg(ledger_lines(entries), name="x", label="events"))  # noqa: S314  our own text


def test_a_term_is_a_bar_a_day_is_a_dot_and_what_is_planned_is_dashed() -> None:
    term = Entry(
        kind=EventKind.TRUCE, parties=("CN", "US"), effective_from=PartialDate(2025, 5, 14), effective_to=PartialDate(2025, 8, 12)
    )
    day = Entry(kind=EventKind.TALKS, parties=("CN", "US"), days=(PartialDate(2025, 6, 9),))
    picture = svg(term, day)
    (bar,), (dot,) = picture.iter("rect"), picture.iter("circle")
    assert bar.get("class") == "holds plan"
    assert dot.get("class") == "happens plan"
    left, width = int(bar.get("x", "0")), int(bar.get("width", "0"))
    # June 9 is 26 days into the 90
    assert abs(left + width * 26 / 90 - int(dot.get("cx", "0"))) < 3


def test_what_has_no_year_is_not_drawn() -> None:
    assert timeline_svg(ledger_lines([Entry(kind=EventKind.CALL, parties=("CN", "US"))]), name="x", label="events") == ""
    yearless = Entry(kind=EventKind.TALKS, parties=("CN", "US"), days=(PartialDate(None, 6, 9),))
    assert timeline_svg(ledger_lines([yearless]), name="x", label="events") == ""


@pytest.mark.parametrize(
    ("first", "last"), [("0001-01-01", "9999-12-31"), ("2025-06-09", "2025-06-09"), ("2024-01-01", "2026-12-31")]
)
def test_any_span_of_time_has_a_few_ticks(first: str, last: str) -> None:
    entries = [
        Entry(kind=EventKind.TALKS, parties=("CN", "US"), days=(PartialDate.parse(day),), history=()) for day in (first, last)
    ]
    ticks = [line for line in svg(*entries).iter("line") if line.get("class") == "grid"]
    assert 1 <= len(ticks) <= 14
