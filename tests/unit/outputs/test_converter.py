"""The wire form: nothing is lost on the way, nothing wrong gets in, and every error names its place."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from chinamkt.errors import BadInput
from chinamkt.model.facts import Fact, PriceMove
from chinamkt.model.quantities import Percent
from chinamkt.model.report import Report
from chinamkt.outputs import jsontext
from chinamkt.outputs.converter import converter, report_from_json, report_to_json, structure


@pytest.fixture
def wire(report: Report) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(report_to_json(report))
    return found


def test_a_report_comes_back_as_it_was(report: Report) -> None:
    back = report_from_json(report_to_json(report))
    assert back == report
    # repr shows what equality leaves out: evidence, candidates, exponents of decimals
    assert repr(back) == repr(report)
    assert report_to_json(back) == report_to_json(report)


def test_what_is_written(wire: dict[str, Any]) -> None:
    written = wire
    move = next(fact for fact in written["facts"] if fact.get("percent", {}).get("value") == "-0.60")
    assert next(iter(written)) == "schema_version"
    assert written["schema_version"] == "1"
    assert next(iter(move)) == "kind"
    assert move["kind"] == "move"
    assert move["instrument"] == {"type": "index", "slug": "HSI", "codes": [["ric", ".HSI"]]}
    assert move["level"] == {"type": "level", "value": "23916.06", "unit": "points", "bound": "exact"}
    assert move["superlative"] == {"kind": "low", "since": "P4M"}
    assert move["date"] == "2025-06-10"
    assert "of" not in move
    assert written["articles"][0]["published"] == "2025-06-10T16:30:00+08:00"
    event = next(fact for fact in written["facts"] if fact["kind"] == "trade_event")
    assert (event["event"], event["rate"], event["effective_to"]) == ("tariff", "24", "--11-10")


def test_printed_digits_of_sums_survive(report: Report) -> None:
    turnover = next(fact for fact in report_from_json(report_to_json(report)).turnovers)
    assert turnover.amount.value.as_tuple() == Decimal("1.43E+12").as_tuple()


def test_plain_values_only(report: Report) -> None:
    def check(value: object) -> None:
        assert type(value) in (dict, list, str, int)
        for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            check(inner)

    check(converter().unstructure(report, Report))


def test_with_and_without_orjson(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    assert jsontext._fast_dumps is not None
    fast = report_to_json(report)
    monkeypatch.setattr(jsontext, "_fast_dumps", None)
    assert report_to_json(report) == fast


def test_indent_changes_only_spaces(report: Report, wire: dict[str, Any]) -> None:
    assert json.loads(report_to_json(report, indent=2)) == wire
    assert "\n  " in report_to_json(report, indent=2)


def set_at(*path: str | int, to: object) -> Callable[[dict[str, Any]], None]:
    def change(value: Any) -> None:
        for key in path[:-1]:
            value = value[key]
        value[path[-1]] = to

    return change


def drop(*path: str | int) -> Callable[[dict[str, Any]], None]:
    def change(value: Any) -> None:
        for key in path[:-1]:
            value = value[key]
        del value[path[-1]]

    return change


# facts stand in the order of conftest.FACTS: 6 is the move, 1 the tariff
WRONG = [
    (set_at("colour", to=1), "$.colour: unknown key 'colour' (known: articles, facts, fingerprint, id, text)"),
    (set_at("facts", 6, "percent", "unit", to="%"), "$.facts[6].percent.unit: unknown key 'unit' (known: bound, upper, value)"),
    (set_at("facts", 6, "evidence", "span", "length", to=3), "$.facts[6].evidence.span.length: unknown key 'length'"),
    (set_at("facts", 6, "kind", to="rumour"), "$.facts[6]: unknown kind 'rumour' (one of move, turnover, flow, trade_event)"),
    (drop("facts", 6, "kind"), "$.facts[6]: no kind (one of move, turnover, flow, trade_event)"),
    (set_at("facts", 6, "instrument", "type", to=["index"]), "$.facts[6].instrument: unknown type ['index'] (one of index,"),
    (drop("facts", 6, "instrument"), "$.facts[6].instrument: missing"),
    (
        set_at("facts", 6, "instrument", "codes", to=[["ric"]]),
        "$.facts[6].instrument.codes[0]: ['ric'] has 1 values",
    ),
    (set_at("facts", 6, "percent", "value", to=-0.6), "$.facts[6].percent.value: -0.6 is no string (a decimal number as a JSON"),
    (set_at("facts", 6, "percent", "value", to="1E999999999"), "$.facts[6].percent.value: '1E999999999' does not fit"),
    (set_at("facts", 6, "percent", "value", to="NaN"), "$.facts[6].percent.value: 'NaN' does not fit"),
    (set_at("facts", 6, "percent", to={"value": "0.60"}), "$.facts[6].points: percent and points disagree in sign"),
    (set_at("facts", 6, "percent", to=[]), "$.facts[6].percent: [] is no object"),
    (set_at("facts", 6, "level", to=23916), "$.facts[6].level: 23916 is no object"),
    (set_at("facts", 6, "level", "unit", to="yuan"), "$.facts[6].level.unit: 'yuan' is no unit of a level"),
    (set_at("facts", 6, "phase", to="noon"), "$.facts[6].phase: 'noon' is no Phase (one of open, morning, intraday,"),
    (set_at("facts", 6, "article", to="1"), "$.facts[6].article: '1' is no whole number"),
    (set_at("facts", 6, "article", to=True), "$.facts[6].article: True is no whole number"),
    (set_at("facts", 6, "date", to="2025-02-30"), "$.facts[6].date: 2025-02 has no day 30 (a day of the Gregorian calendar)"),
    (set_at("facts", 6, "superlative", "since", to="ever"), "$.facts[6].superlative.since: 'ever' does not fit ('record',"),
    (set_at("facts", 6, "evidence", "span", to={"start": 4, "end": 1}), "$.facts[6].evidence.span.end: 1 lies before start 4"),
    (set_at("facts", 6, "evidence", "quote", to=None), "$.facts[6].evidence.quote: None is no string"),
    (set_at("facts", 1, "parties", to="US"), "$.facts[1].parties: 'US' is no array"),
    (set_at("facts", 1, "parties", to=["US", 86]), "$.facts[1].parties[1]: 86 is no string"),
    (set_at("facts", 1, "parties", to=[]), "$.facts[1].parties: no party"),
    (set_at("facts", to={}), "$.facts: {} is no array"),
    (set_at("facts", 0, to=None), "$.facts[0]: None is no object"),
    (set_at("articles", 0, "published", to="2025-06-10T25:00"), "$.articles[0].published: '2025-06-10T25:00':"),
    (set_at("schema_version", to="2"), "$.schema_version: '2' is unknown (this version of chinamkt reads '1')"),
    (drop("schema_version"), "$.schema_version: None is unknown"),
    (drop("text"), "$.text: missing"),
]


@pytest.mark.parametrize(("change", "error"), WRONG, ids=[error for _, error in WRONG])
def test_what_is_wrong_is_refused_with_its_path(
    wire: dict[str, Any], change: Callable[[dict[str, Any]], None], error: str
) -> None:
    change(wire)
    with pytest.raises(BadInput) as caught:
        report_from_json(json.dumps(wire), source="other.json")
    assert str(caught.value).startswith(f"other.json: {error}")


def test_a_misspelt_key_is_named_before_the_one_that_is_missing(wire: dict[str, Any]) -> None:
    wire["facts"][6]["instrment"] = wire["facts"][6].pop("instrument")
    with pytest.raises(BadInput, match=r"^\$\.facts\[6\]\.instrment: unknown key .*; 1 more at \$\.facts\[6\]\.instrument"):
        structure(wire, Report)


def test_every_fault_is_named(wire: dict[str, Any]) -> None:
    wire["facts"][6]["percent"]["value"] = 1
    wire["facts"][1]["status"] = "rumoured"
    with pytest.raises(BadInput, match=r"^\$\.facts\[1\]\.status: .*; 1 more at \$\.facts\[6\]\.percent\.value"):
        structure(wire, Report)


@pytest.mark.parametrize(
    ("written", "error"),
    [
        ("", "JSON:1:1: no JSON: Expecting value"),
        ('{"text":\n "x"', "JSON:2:5: no JSON"),
        (b'{"text":\n "\xb9\xfa"}', "JSON:2:3: no UTF-8: byte 0xb9 (JSON is written in UTF-8)"),
        ("[" * 100_000, "JSON: no JSON that can be read"),
        ("9" * 5_000, "JSON: no JSON that can be read"),
        ("[]", "$: [] is no object"),
        ("null", "$: None is no object"),
    ],
)
def test_what_is_no_json_is_refused_with_line_and_column(written: str | bytes, error: str) -> None:
    with pytest.raises(BadInput) as caught:
        report_from_json(written)
    assert str(caught.value).startswith(error)


def test_a_lone_surrogate_can_be_held_but_not_written() -> None:
    report = Report(text="fell \ud800 0.9%")
    with pytest.raises(BadInput, match=r"lone surrogate U\+D800"):
        report_to_json(report)
    with pytest.raises(BadInput, match=r"lone surrogate U\+D800"):
        report_to_json(report, indent=1)


def test_single_facts_enter_too() -> None:
    written = {"kind": "move", "instrument": {"type": "index", "slug": "HSI"}, "percent": {"value": "-0.60"}}
    fact: Any = structure(written, Fact)  # type: ignore[arg-type]
    assert isinstance(fact, PriceMove)
    assert fact.percent == Percent(Decimal("-0.60"))
    with pytest.raises(BadInput, match=r"^llm\.jsonl:3: fact\.level: 'high' is no object"):
        structure(written | {"level": "high"}, Fact, source="llm.jsonl:3", root="fact")  # type: ignore[arg-type]


def test_evidence_keeps_pointing(report: Report) -> None:
    quotes = [fact.evidence.span.of(report.text) for fact in report_from_json(report_to_json(report)).facts if fact.evidence]
    assert quotes == [fact.evidence.quote for fact in report.facts if fact.evidence]
    assert len(quotes) == len(report.facts)
