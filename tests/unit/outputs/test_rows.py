"""The flat form, column by column."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal
from typing import Any

import pytest

from chinamkt.errors import BadInput, ChinamktError
from chinamkt.model.facts import Direction, PriceMove
from chinamkt.model.instruments import Index, Yield
from chinamkt.model.quantities import Level, Percent, Points
from chinamkt.model.report import Finding, Report, Severity
from chinamkt.model.text import Evidence, Span
from chinamkt.outputs.csv import to_csv
from chinamkt.outputs.frames import to_pandas
from chinamkt.outputs.jsonl import Document, documents, to_lines
from chinamkt.outputs.rows import COLUMNS, finding_rows, to_rows


@pytest.fixture
def rows(report: Report) -> list[dict[str, Any]]:
    return to_rows(report)


def test_rows_follow_the_text(rows: list[dict[str, Any]]) -> None:
    subjects = [row.get("subject") for row in rows]
    assert subjects == [
        "index:HSI", "security:XHKG:00700", "market:SSE+SZSE", "flow:southbound", "fx:USD/CNY", None, "index:HSI",
    ]  # fmt: skip
    starts = [row["start"] for row in rows]
    assert starts == sorted(starts)


def test_a_move(rows: list[dict[str, Any]], report: Report) -> None:
    quote = "The Hang Seng Index ended down 153.88 points, or 0.60 per cent, at 23,916.06"
    assert rows[0] == {
        "id": "sample", "article": 0, "kind": "move", "subject": "index:HSI", "name": "Hang Seng Index", "direction": "down",
        "pct": "-0.60", "points": "-153.88", "level": "23916.06", "unit": "points", "bound": "exact", "phase": "close",
        "basis": "day", "date": "2025-06-10", "extreme": "low", "extreme_since": "P4M", "start": 0, "end": len(quote),
        "quote": quote, "rule": "en.test", "candidates": ["index:HSCEI"],
    }  # fmt: skip
    assert report.text[rows[0]["start"] : rows[0]["end"]] == quote


def test_a_range_has_the_end_nearer_zero_first(rows: list[dict[str, Any]]) -> None:
    assert (rows[1]["pct"], rows[1]["pct_max"], rows[1]["bound"]) == ("3.2", "5.5", "range")
    assert (rows[1]["basis"], rows[1]["basis_from"]) == ("since", "--04-02")
    assert "unit" not in rows[1]


def test_sums_are_written_out(rows: list[dict[str, Any]]) -> None:
    assert (rows[2]["amount"], rows[2]["unit"], rows[2]["bound"]) == ("1430000000000", "CNY", "about")
    assert (rows[3]["amount"], rows[3]["direction"], rows[3]["basis"]) == ("-4200000000", "down", "day")
    assert "direction" not in rows[2]
    assert "basis" not in rows[2]


def test_a_pair_says_whose_sign_it_is(rows: list[dict[str, Any]]) -> None:
    assert (rows[4]["of"], rows[4]["pct"], rows[4]["level"], rows[4]["unit"]) == ("CNY", "-0.2", "7.1852", "CNY/USD")


def test_an_event(rows: list[dict[str, Any]]) -> None:
    event = rows[5]
    assert (event["event"], event["status"], event["parties"], event["rate"]) == ("tariff", "suspended", ["US", "CN"], "24")
    assert (event["target"], event["effective_to"]) == ("Chinese goods", "--11-10")


def test_a_bare_level_is_measured_over_nothing(rows: list[dict[str, Any]]) -> None:
    assert (rows[6]["level"], rows[6]["bound"], rows[6]["article"]) == ("23916", "over", 1)
    assert "basis" not in rows[6]
    assert "direction" not in rows[6]


def test_a_direction_without_figures_keeps_its_basis() -> None:
    move = PriceMove(instrument=Index(slug="HSI"), direction=Direction.FLAT)
    assert to_rows(Report(text="", facts=(move,))) == [
        {"article": 0, "kind": "move", "subject": "index:HSI", "direction": "flat", "basis": "day"}
    ]


def test_points_in_another_unit_than_the_level() -> None:
    move = PriceMove(instrument=Yield("CN10Y"), level=Level(Decimal("1.65"), "percent"), points=Points(Decimal("2.5"), "bp"))
    row = to_rows(Report(text="", facts=(move,)))[0]
    assert (row["level"], row["unit"], row["points"], row["points_unit"]) == ("1.65", "percent", "2.5", "bp")
    alone = PriceMove(instrument=Yield("CN10Y"), points=Points(Decimal("2.5"), "bp"))
    row = to_rows(Report(text="", facts=(alone,)))[0]
    assert (row["unit"], "points_unit" in row) == ("bp", False)


def test_a_quote_is_found_in_the_text_where_evidence_keeps_none() -> None:
    move = PriceMove(instrument=Index(slug="HSI"), percent=Percent(Decimal(1)), evidence=Evidence(span=Span(4, 9)))
    assert to_rows(Report(text="HSI  +1 %", facts=(move,)))[0]["quote"] == " +1 %"


def test_columns_come_in_the_order_of_the_table(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        assert list(row) == [column for column in COLUMNS if column in row]
        assert None not in row.values()


def test_csv_has_every_column_under_a_fixed_header(rows: list[dict[str, Any]]) -> None:
    read = list(csv.DictReader(io.StringIO(to_csv(rows), newline="")))
    assert to_csv([]).strip().split(",") == list(COLUMNS)
    assert [row["pct"] for row in read] == ["-0.60", "3.2", "", "", "-0.2", "", ""]
    assert read[5]["parties"] == "US;CN"
    assert to_csv(rows) == to_csv([]) + to_csv(rows, header=False)


def test_csv_keeps_line_breaks_inside_a_quote() -> None:
    quote = 'fell\r\n"0.9%",\rsaid\nhe'
    assert list(csv.reader(io.StringIO(to_csv([{"quote": quote}], columns=("quote",)), newline=""))) == [["quote"], [quote]]


def test_a_frame_has_the_same_columns_whatever_the_facts(report: Report, rows: list[dict[str, Any]]) -> None:
    frame, empty = to_pandas(report), to_pandas(Report(text=""))
    assert list(frame.columns) == list(empty.columns) == list(COLUMNS)
    assert list(map(str, frame.dtypes)) == list(map(str, empty.dtypes))
    assert frame["pct"].dropna().tolist() == [row["pct"] for row in rows if "pct" in row]
    assert frame["start"].sum() == sum(row["start"] for row in rows)
    assert frame["parties"].dropna().tolist() == [["US", "CN"]]
    assert len(to_pandas([report, report])) == 2 * len(frame)


def test_a_frame_without_pandas_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pandas", None)
    with pytest.raises(ChinamktError, match=r"pandas is not installed \(pip install 'chinamkt\[pandas\]'\)"):
        to_pandas(Report(text=""))


def test_findings_point_to_facts_by_their_number(report: Report) -> None:
    finding = Finding(code="odd", severity=Severity.INFO, message="odd", facts=(report.facts[6], report.facts[5]), hint="why")
    row = finding_rows(report, [finding])[0]
    assert (row["id"], row["facts"], row["start"], row["hint"]) == ("sample", [1, 2], 0, "why")
    assert row["quote"] == report.facts[6].evidence.quote  # type: ignore[union-attr]
    elsewhere = Finding(code="odd", severity=Severity.INFO, message="odd", spans=(Span(4, 13),))
    assert finding_rows(report, [elsewhere])[0]["quote"] == "Hang Seng"


def test_lines_are_json_in_utf_8(rows: list[dict[str, Any]]) -> None:
    lines = to_lines(rows).split(b"\n")
    assert lines.pop() == b""
    assert [json.loads(line) for line in lines] == rows
    assert "恒指".encode() in lines[-1]
    with pytest.raises(BadInput, match="lone surrogate"):
        to_lines([{"quote": "\udc00"}])


LINES = [
    (b"", None),
    (b"  \r\n", None),
    (b'{"id": "a", "text": ""}\r\n', "a"),
    (b'{"id": "b", "text": "\xe2\x80\xa8 x", "title": 1, "published": "2025-06", "publisher": null, "lang": "en"}', "b"),
    (b'{"id": "a", "text": "x"}', "in.jsonl:5: id 'a' is repeated (every id once)"),
    (b'{"text": "x"}', 'in.jsonl:6: no id ({"id": ..., "text": ...})'),
    (b'{"id": null, "text": "x"}', "in.jsonl:7: no id"),
    (b'{"id": "c"}', "in.jsonl:8: no text"),
    (b'{"id": 4, "text": "x"}', "in.jsonl:9: id is no string"),
    (b'{"id": "d", "text": ["x"]}', "in.jsonl:10: text is no string"),
    (b'{"id": "e", "text": "x", "published": "soon"}', "in.jsonl:11: published: 'soon' is no date"),
    (b'["f", "x"]', "in.jsonl:12: no object"),
    (b'{"id": "g", "text": "x"', "in.jsonl:13:24: no JSON: Expecting ',' delimiter"),
    (b'{"id": "h", "text": "\xb9\xfa"}', "in.jsonl:14:22: no UTF-8: byte 0xb9"),
    (b'{"id": "i", "text": "x"}', "i"),
]


def test_every_line_gives_its_document_or_its_error() -> None:
    found = list(documents([line for line, _ in LINES], source="in.jsonl"))
    expected = [answer for _, answer in LINES if answer]
    assert len(found) == len(expected)
    for one, answer in zip(found, expected, strict=True):
        if isinstance(one, Document):
            assert one.id == answer
        else:
            assert str(one).startswith(answer)


def test_a_document_carries_what_its_line_says() -> None:
    second = [one for one in documents([line for line, _ in LINES], source="in.jsonl") if isinstance(one, Document)][1]
    assert (str(second.published), second.publisher, second.lang, second.source) == ("2025-06", None, "en", "in.jsonl:4")
    assert second.text == "\u2028 x"


def test_documents_come_as_their_lines_do() -> None:
    def lines() -> Any:
        yield b'{"id": "a", "text": "x"}'
        raise AssertionError("read ahead")

    assert isinstance(next(documents(lines(), source="-")), Document)
