"""``chinamkt.guard``: facts from elsewhere against their text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given

from chinamkt import BadInput, Report, guard, read, strategies
from chinamkt.cli import main
from chinamkt.guarding import read_facts
from chinamkt.outputs.converter import converter
from chinamkt.outputs.csv import to_csv
from chinamkt.outputs.rows import to_rows

TEXT = "The Hang Seng Index fell 0.64 percent to 23,916.06. The CSI 300 added 0.46 percent."
QUOTE = "The Hang Seng Index fell 0.64 percent to 23,916.06"
RIGHT = {"subject": "index:HSI", "pct": "-0.64", "level": "23916.06", "quote": QUOTE}
INVENTED = [
    ({"pct": "0.64"}, ["direction-mismatch"]),
    ({"pct": "-0.46"}, ["number-not-in-quote"]),
    ({"pct": "-6.4"}, ["number-not-in-quote"]),
    ({"level": "23961.06"}, ["number-not-in-quote"]),
    ({"subject": "index:HSCEI"}, ["subject-not-named"]),
    ({"subject": "index:CSI300"}, ["subject-not-named"]),
    ({"quote": "The Hang Seng Index lost 0.64 percent to 23,916.06"}, ["quote-not-in-text"]),
    ({"points": "-0.64", "pct": None}, ["unit-mismatch"]),
]


def test_what_is_right_passes() -> None:
    guarded = guard(TEXT, [RIGHT])
    assert guarded.findings == ()
    assert guarded.refused == ()
    assert guarded.sound == guarded.report.facts
    (fact,) = guarded.report.facts
    assert fact.evidence is not None
    assert fact.evidence.span.of(TEXT) == QUOTE


@pytest.mark.parametrize(("change", "codes"), INVENTED)
def test_inventions_are_found(change: dict[str, Any], codes: list[str]) -> None:
    row = {key: value for key, value in (RIGHT | change).items() if value is not None}
    guarded = guard(TEXT, [RIGHT, row])
    assert [finding.code for finding in guarded.findings if guarded.report.facts[1] in finding.facts] == codes
    assert guarded.sound == guarded.report.facts[:1]


def test_offsets_that_do_not_fit_are_put_right() -> None:
    guarded = guard("Well. " + TEXT, [RIGHT | {"start": 0, "end": 3}])
    assert guarded.findings == ()
    assert guarded.report.rows()[0]["start"] == 6


def test_numbers_of_json_keep_their_digits() -> None:
    (row,) = read_facts('{"subject": "index:HSI", "pct": -0.640}', source="facts.jsonl")
    assert isinstance(row, dict)
    assert guard(TEXT, [row]).report.rows()[0]["pct"] == "-0.640"


REFUSED = [
    ('{"subject": "index:HSI", "pct": "-0,64"}', "facts.jsonl:2: pct: '-0,64' is no decimal number"),
    ('{"subject": "index:HSI", "pct": [1]}', "facts.jsonl:2: pct: [1] is no decimal number"),
    ('{"subject": 5, "pct": "1"}', "facts.jsonl:2: subject: 5 is a int"),
    ('{"pct": "1"}', "facts.jsonl:2: no column 'subject'"),
    ('{"subject": "index:HSI", "percent": "1"}', "facts.jsonl:2: unknown column 'percent'"),
    ('{"subject": "index:HSI", "phase": "noon"}', "facts.jsonl:2: phase: 'noon' is not a valid Phase"),
    ('{"subject": "index:HSI", "date": "Friday"}', "facts.jsonl:2: date: 'Friday' is no date"),
    ('{"subject": "index:HSI", "pct": "1", "direction": "down"}', "facts.jsonl:2: down, but the figures say otherwise"),
    ('{"kind": "move", "instrument": {"type": "index"}}', "facts.jsonl:2: instrument.slug: missing"),
    (
        '{"kind": "move", "instrument": {"type": "index", "slug": "HSI"}, "percent": {"value": 1}}',
        "facts.jsonl:2: percent.value: 1 is no string",
    ),
    ("[1]", "facts.jsonl:2: no object"),
    ('{"subject"', "facts.jsonl:2:11: no JSON"),
]


@pytest.mark.parametrize(("line", "told"), REFUSED)
def test_a_malformed_fact_is_told_with_line_and_key_and_the_rest_goes_on(line: str, told: str) -> None:
    lines = f"{json.dumps(RIGHT)}\n{line}\n\n{json.dumps(RIGHT)}\n"
    guarded = guard(TEXT, read_facts(lines, source="facts.jsonl"))
    assert len(guarded.report.facts) == 2
    (error,) = guarded.refused
    assert str(error).startswith(told)


def test_facts_without_a_file_are_numbered() -> None:
    assert str(guard(TEXT, [RIGHT, {"pct": "1"}]).refused[0]) == "fact 2: no column 'subject'"


def test_arrays_and_csv() -> None:
    for written, source in (
        (json.dumps([RIGHT]), "a.json"),
        (json.dumps({"facts": [RIGHT]}), "a.json"),
        (to_csv([RIGHT]), "a.csv"),
    ):
        guarded = guard(TEXT, read_facts(written, source=source))
        assert (len(guarded.report.facts), guarded.refused, guarded.findings) == (1, (), ())
    with pytest.raises(BadInput, match=r"a\.json: no array of facts"):
        list(read_facts("{}", source="a.json"))
    with pytest.raises(BadInput, match=r"a\.csv: empty"):
        list(read_facts("", source="a.csv"))
    (short,) = read_facts("subject,pct\nindex:HSI\n", source="a.csv")
    assert str(short) == "a.csv:2: 1 values (the header has 2)"


@given(strategies.reports())
def test_the_wire_form_and_rows_come_in(report: Report) -> None:
    """What chinamkt writes is a fact from elsewhere too."""
    wire = [converter().unstructure(fact) | {"kind": kind} for fact, kind in zip(report.facts, kinds(report), strict=True)]
    assert guard(report.text, wire, only=()).report.facts == report.facts
    rows = to_rows(report)
    again = guard(report.text, rows, only=())
    assert again.refused == ()
    assert len(again.report.facts) == len(rows)


def kinds(report: Report) -> list[str]:
    names = {"PriceMove": "move", "Turnover": "turnover", "FundFlow": "flow", "TradeEvent": "trade_event"}
    return [names[type(fact).__name__] for fact in report.facts]


def test_what_chinamkt_reads_is_grounded() -> None:
    report = read(TEXT)
    assert guard(TEXT, report.facts).findings == ()


def test_the_command(tmp_path: Path) -> None:
    text, other, facts = tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "facts.jsonl"
    text.write_text(TEXT, encoding="utf-8")
    other.write_text(TEXT, encoding="utf-8")
    facts.write_text(f"{json.dumps(RIGHT | {'pct': '-0.46'})}\nno\n", encoding="utf-8")
    run = CliRunner().invoke
    told = run(main, ["check", "--to", "jsonl", "--facts", str(facts), str(text)])
    assert told.exit_code == 1
    assert [json.loads(line)["code"] for line in told.stdout.splitlines()] == ["number-not-in-quote"]
    assert "facts.jsonl:2:1: no JSON" in told.stderr
    # the second fact's quote is nowhere in the text, so it has no place there; its number is its line all the same
    facts.write_text(f"\n{json.dumps(RIGHT)}\n{json.dumps(RIGHT | {'quote': 'nowhere'})}\n", encoding="utf-8")
    lines = run(main, ["check", "--to", "jsonl", "--facts", str(facts), str(text)]).stdout.splitlines()
    assert {tuple(json.loads(line)["facts"]) for line in lines} == {(3,)}
    facts.write_text(f"{json.dumps(RIGHT | {'pct': '-0.46'})}\n", encoding="utf-8")
    several = run(main, ["check", "--to", "jsonl", "--facts", str(facts), str(text), str(other)])
    assert "facts.jsonl:1: no id, but several texts" in several.stderr
    facts.write_text(f"{json.dumps(RIGHT | {'id': str(other)})}\n{json.dumps(RIGHT | {'id': 'c'})}\n", encoding="utf-8")
    named = run(main, ["check", "--to", "jsonl", "--facts", str(facts), str(text), str(other)])
    assert "facts.jsonl:2: no text with the id 'c'" in named.stderr
    missing = run(main, ["check", "--facts", str(tmp_path / "none.jsonl"), str(text)])
    assert missing.exit_code == 2
    assert "No such file" in missing.stderr
