"""For any report the model can hold: every form of output keeps what it promises."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chinamkt import strategies
from chinamkt.errors import BadInput
from chinamkt.model.report import Report
from chinamkt.outputs import jsontext
from chinamkt.outputs.converter import converter, report_from_json, report_to_json
from chinamkt.outputs.csv import to_csv
from chinamkt.outputs.display import lines
from chinamkt.outputs.html import report_table
from chinamkt.outputs.jsonl import Document, documents, to_lines
from chinamkt.outputs.rows import COLUMNS, ordered, to_rows
from chinamkt.outputs.schema import json_schema

VALIDATOR = jsonschema.Draft202012Validator(json_schema())


@given(strategies.reports())
def test_a_report_comes_back_through_json(report: Report) -> None:
    back = report_from_json(report_to_json(report))
    assert back == report
    # evidence, candidates and the printed digits too; ISO 8601 has no word for the fold of a fixed offset
    assert repr(back) == repr(report).replace(", fold=1", "")


@given(strategies.reports())
def test_what_is_written_validates(report: Report) -> None:
    VALIDATOR.validate(json.loads(report_to_json(report)))


@given(strategies.reports())
def test_orjson_and_the_standard_library_write_the_same_bytes(report: Report) -> None:
    plain = converter().unstructure(report, Report)
    fast, jsontext._fast_dumps = jsontext._fast_dumps, None
    try:
        slow = jsontext.dumps(plain)
    finally:
        jsontext._fast_dumps = fast
    assert fast is not None
    assert jsontext.dumps(plain) == slow


@given(strategies.reports())
def test_rows_say_what_the_facts_say(report: Report) -> None:
    rows = to_rows(report)
    assert len(rows) == len(report.facts)
    for fact, row in zip(ordered(report), rows, strict=True):
        assert list(row) == [column for column in COLUMNS if column in row]
        for column, found in (("pct", "percent"), ("points", "points"), ("level", "level"), ("amount", "amount")):
            figure = getattr(fact, found, None)
            if figure is not None:
                assert Decimal(row[column]) == figure.value
                assert "E" not in row[column]
        if fact.evidence:
            assert report.text[row["start"] : row["end"]] == row["quote"]


@given(strategies.reports())
def test_rows_come_back_through_lines_and_csv(report: Report) -> None:
    rows = to_rows(report)
    assert [json.loads(line) for line in to_lines(rows).splitlines()] == json.loads(json.dumps(rows))
    read = list(csv.DictReader(io.StringIO(to_csv(rows), newline="")))
    assert [row["quote"] for row in read] == [row.get("quote", "") for row in rows]
    assert [row["pct"] for row in read] == [row.get("pct", "") for row in rows]


@given(strategies.reports())
def test_every_fact_has_its_line_in_tables(report: Report) -> None:
    found = lines(report)
    assert len(found) == len(report.facts)
    assert all(line.states for line in found)
    assert report_table(report).count('scope="row"') == len(found)


@given(st.lists(st.tuples(st.text(max_size=5), st.text()), max_size=5))
def test_documents_come_back_or_their_ids_repeat(pairs: list[tuple[str, str]]) -> None:
    written = [json.dumps({"id": name, "text": text}).encode() for name, text in pairs]
    found = list(documents(written, source="-"))
    assert len(found) == len(pairs)
    read = {one.id: one.text for one in found if isinstance(one, Document)}
    first: dict[str, str] = {}
    for name, text in pairs:
        first.setdefault(name, text)
    assert read == first


@given(st.binary(max_size=60))
def test_no_bytes_break_the_reading_of_lines(noise: bytes) -> None:
    for one in documents(noise.split(b"\n"), source="noise"):
        assert isinstance(one, Document) or one.source


KEYS = st.sampled_from(["kind", "type", "facts", "text", "value", "instrument", "schema_version", "x"])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.sampled_from(["move", "1.5", "2025-06"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


@given(JSON)
def test_no_json_breaks_the_converter(value: object) -> None:
    """Any JSON gives a report, or an error that says where."""
    try:
        report_from_json(json.dumps(value))
        source = "$"
    except BadInput as error:
        source = error.source or ""
    assert source.startswith("$")


@pytest.mark.parametrize("kind", ["text", "facts", "id"])
@given(report=strategies.reports(max_facts=2), value=JSON)
def test_what_the_converter_reads_validates(kind: str, report: Report, value: object) -> None:
    """The schema is no stricter than the reader (the reader also knows what a schema can't say)."""
    written = json.loads(report_to_json(report)) | {kind: value}
    try:
        report_from_json(json.dumps(written))
        read = True
    except BadInput:
        read = False
    assert read <= VALIDATOR.is_valid(written)
