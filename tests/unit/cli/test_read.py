"""``chinamkt read``: every form in, every form out, every fault told with its place."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from chinamkt.model.report import Report
from chinamkt.outputs.converter import structure
from chinamkt.outputs.rows import COLUMNS

Run = Callable[..., Result]
Start = Callable[..., "subprocess.Popen[bytes]"]


def rows(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_text_file_gives_rows(run: Run) -> None:
    Path("a.txt").write_bytes("恒指 \r\n+0.90%".encode())
    result = run("read", "a.txt", "--to", "jsonl")
    assert rows(result) == [
        {
            "id": "a.txt", "article": 0, "kind": "move", "subject": "index:HSI", "name": "gauge", "direction": "up",
            "pct": "0.90", "bound": "exact", "basis": "day", "start": 5, "end": 11, "quote": "+0.90%", "rule": "plain.percent",
        }
    ]  # fmt: skip
    assert result.exit_code == 0
    assert result.stderr == ""


def test_the_order_is_that_of_the_arguments_and_of_names_in_a_folder(run: Run) -> None:
    for name in ("z.txt", "folder/b.txt", "folder/a/c.md", "folder/.hidden.txt", "folder/.git/d.txt", "folder/e.pdf"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("+1%")
    result = run("read", "z.txt", "folder", "--to", "jsonl")
    assert [row["id"] for row in rows(result)] == ["z.txt", "folder/a/c.md", "folder/b.txt"]


def test_standard_input_is_one_text(run: Run) -> None:
    result = run("read", "-", "--to", "jsonl", input="+1% and\n-2%")
    assert [(row["id"], row["pct"]) for row in rows(result)] == [("-", "1"), ("-", "-2")]


def test_json_lines_in_and_out(run: Run) -> None:
    lines = '{"id": "a", "text": "+1%"}\n\n{"id": "b", "text": "nothing"}\n{"id": "c", "text": "-2.0% \\u2028 +3%"}'
    result = run("read", "--from", "jsonl", "--to", "jsonl", "-", input=lines)
    assert [(row["id"], row["pct"]) for row in rows(result)] == [("a", "1"), ("c", "-2.0"), ("c", "3")]
    assert result.exit_code == 0


def test_a_suffix_tells_json_lines_and_an_option_overrules_it(run: Run) -> None:
    Path("in.jsonl").write_text('{"id": "a", "text": "+1%"}\n')
    assert [row["id"] for row in rows(run("read", "in.jsonl", "--to", "jsonl"))] == ["a"]
    assert [row["id"] for row in rows(run("read", "in.jsonl", "--to", "jsonl", "--from", "text"))] == ["in.jsonl"]


def test_a_bad_line_is_told_and_the_rest_goes_on(run: Run) -> None:
    lines = (
        b'{"id": "a", "text": "+1%"}\n{"id": "b" "text": ""}\n{"text": "+2%"}\n{"id": "a", "text": "+3%"}\n'
        b'\xff\n{"id": "c", "text": "+4%"}\n'
    )
    result = run("read", "--from", "jsonl", "--to", "jsonl", "-", input=lines)
    assert [row["pct"] for row in rows(result)] == ["1", "4"]
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        "chinamkt: -:2:12: no JSON: Expecting ',' delimiter",
        'chinamkt: -:3: no id ({"id": ..., "text": ...})',
        "chinamkt: -:4: id 'a' is repeated (every id once)",
        "chinamkt: -:5:1: no UTF-8: byte 0xff (JSON is written in UTF-8)",
    ]


def test_ids_are_unique_over_all_files(run: Run) -> None:
    Path("1.jsonl").write_text('{"id": "a", "text": "+1%"}\n')
    Path("2.jsonl").write_text('{"id": "a", "text": "+2%"}\n')
    Path("3.txt").write_text("+3%")
    result = run("read", "1.jsonl", "2.jsonl", "3.txt", "3.txt", "--to", "jsonl")
    assert [row["pct"] for row in rows(result)] == ["1", "3"]
    assert "2.jsonl:1: id 'a' is repeated" in result.stderr
    assert "3.txt: named twice" in result.stderr


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", "bad.txt: empty"),
        (b" \n\t", "bad.txt: empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "bad.txt: binary: a zero byte at offset 8 (a text is wanted)"),
        ("收報\n恆指 +1%".encode("big5"), "bad.txt:1:1: no UTF-8: byte 0xa6 (--encoding gb18030 or big5hkscs would do)"),
        ("上证指数\n涨+1%".encode("gb18030"), "bad.txt:1:1: no UTF-8: byte 0xc9 (--encoding gb18030"),
        ("+1%".encode("utf-16"), "bad.txt:1:1: no UTF-8: byte 0xff (--encoding utf-16 would do)"),
        (b"rose\n +1% \xa0 caf\xe9", "bad.txt:2:6: no UTF-8: byte 0xa0"),
    ],
)
def test_what_is_no_text_is_told_with_its_place(run: Run, content: bytes, error: str) -> None:
    Path("bad.txt").write_bytes(content)
    Path("good.txt").write_text("+1%")
    result = run("read", "bad.txt", "good.txt", "--to", "jsonl")
    assert [row["id"] for row in rows(result)] == ["good.txt"]
    assert result.stderr.startswith(f"chinamkt: {error}")
    assert len(result.stderr.splitlines()) == 1
    assert result.exit_code == 1


def test_other_encodings_by_option_and_no_byte_order_mark(run: Run) -> None:
    Path("gb.txt").write_bytes("涨 +1%".encode("gb18030"))
    Path("bom.txt").write_bytes("\ufeff+2%".encode())
    assert rows(run("read", "gb.txt", "--encoding", "gb18030", "--to", "jsonl"))[0]["start"] == 2
    assert rows(run("read", "bom.txt", "--to", "jsonl"))[0]["start"] == 0
    assert "unknown; try utf-8" in run("read", "gb.txt", "--encoding", "klingon").stderr


def test_missing_files_closed_folders_and_folders_without_texts(run: Run) -> None:
    Path("empty").mkdir()
    Path("empty/picture.png").touch()
    Path("none.jsonl").touch()
    Path("good.txt").write_text("+1%")
    result = run("read", "missing.txt", "empty", "none.jsonl", "good.txt", "--to", "jsonl")
    assert [row["id"] for row in rows(result)] == ["good.txt"]
    assert result.stderr.splitlines() == [
        "chinamkt: missing.txt: No such file or directory",
        "chinamkt: empty: no texts in this folder (looked for .txt, .text, .md, .jsonl, .ndjson)",
        "chinamkt: none.jsonl: empty",
    ]
    assert result.exit_code == 1


def test_what_the_reader_refuses_is_told_with_the_document(run: Run) -> None:
    lines = '{"id": "a", "text": "+1%", "lang": "tlh"}\n{"id": "b", "text": "+2%"}'
    result = run("read", "--from", "jsonl", "--to", "jsonl", "-", input=lines)
    assert [row["id"] for row in rows(result)] == ["b"]
    assert result.stderr == "chinamkt: -:1: lang: no plug-in reads 'tlh'\n"
    assert result.exit_code == 1


def test_what_can_not_be_written_is_told_and_the_rest_goes_on(run: Run) -> None:
    lines = '{"id": "\\ud800", "text": "+1%"}\n{"id": "b", "text": "\\ud800 +2%"}'
    result = run("read", "--from", "jsonl", "--to", "jsonl", "-", input=lines)
    assert [row["id"] for row in rows(result)] == ["b"]
    assert "-:1: a lone surrogate U+D800 can't be written" in result.stderr
    assert result.exit_code == 1


def test_a_documents_own_words_come_before_the_options(run: Run) -> None:
    lines = '{"id": "a", "text": "+1%", "published": "2025-06", "publisher": "Own"}\n{"id": "b", "text": "+1%"}'
    options = ["--published", "2024-01-02T16:00:00+08:00", "--publisher", "Option", "--lang", "zh-Hans"]
    found = json.loads(run("read", "--from", "jsonl", "--to", "json", "-", *options, input=lines).stdout)
    articles = [report["articles"][0] for report in found]
    assert [(one["published"], one["publisher"], one["lang"]) for one in articles] == [
        ("2025-06", "Own", "zh-Hans"),
        ("2024-01-02T16:00:00+08:00", "Option", "zh-Hans"),
    ]


def test_json_is_an_array_of_reports_in_the_wire_form(run: Run) -> None:
    Path("a.txt").write_text("+0.90%")
    for names in (["a.txt"], ["a.txt", "-"], ["missing.txt"]):
        found = json.loads(run("read", *names, "--to", "json", input="-1%").stdout)
        assert [report["id"] for report in found] == [name for name in names if name != "missing.txt"]
        assert all(structure(report, Report).facts for report in found)


def test_csv_has_one_header(run: Run) -> None:
    Path("a.txt").write_text("+0.90%")
    result = run("read", "a.txt", "-", "--to", "csv", input="-1%")
    found = list(csv.DictReader(io.StringIO(result.stdout_bytes.decode(), newline="")))
    assert tuple(found[0]) == COLUMNS
    assert [(row["id"], row["pct"]) for row in found] == [("a.txt", "0.90"), ("-", "-1")]


def test_the_table_is_the_default_and_shows_the_quote(run: Run) -> None:
    Path("a.txt").write_text("gauge +0.90% \x1b]0;steered\x07")
    result = run("read", "a.txt", "-", input="calm")
    assert "+0.90%" in result.stdout
    assert "▲" in result.stdout
    assert "index:HSI" in result.stdout
    assert "-: no facts" in result.stdout
    assert "\x1b" not in result.stdout


@pytest.mark.parametrize(
    ("options", "environment", "up"),
    [
        ([], {}, "32"),
        (["--colours", "west"], {}, "32"),
        (["--colours", "cn"], {}, "31"),
        (["--colours", "none"], {}, ""),
        ([], {"NO_COLOR": "1"}, ""),
        (["--colours", "cn"], {"NO_COLOR": "1"}, "31"),
    ],
)
def test_colours(
    run: Run, monkeypatch: pytest.MonkeyPatch, options: list[str], environment: dict[str, str], up: str | None
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    shown = run("read", "-", *options, input="+1%").stdout
    assert ("\x1b[32m" in shown) is (up == "32")
    assert ("\x1b[31m" in shown) is (up == "31")


def test_wrong_calls(run: Run) -> None:
    assert run("read").exit_code == 2
    assert run("read", "-", "--published", "soon", input="x").exit_code == 2
    assert run("read", "-", "--to", "xml", input="x").exit_code == 2
    assert run("reed").exit_code == 2


def test_lines_appear_as_their_document_is_read(start: Start) -> None:
    with start("read", "--from", "jsonl", "--to", "jsonl", "-") as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for number in range(3):
            process.stdin.write(b'{"id": "%d", "text": "+%d%%"}\n' % (number, number))
            process.stdin.flush()
            # the next document is not sent before this one's line is back
            assert json.loads(process.stdout.readline())["id"] == str(number)
        process.stdin.close()
        assert process.wait() == 0


def test_a_closed_pipe_ends_the_command_quietly(start: Start) -> None:
    for to in ("jsonl", "csv", "json", "table"):
        with start("read", "--from", "jsonl", "--to", to, "-") as process:
            assert process.stdin is not None
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.close()
            lines = b"".join(b'{"id": "%d", "text": "+1%%"}\n' % number for number in range(5_000))
            try:
                process.stdin.write(lines)
                process.stdin.close()
            except BrokenPipeError:
                pass
            assert process.wait() in (0, 1)
            assert process.stderr.read() == b""


def test_lines_do_not_load_what_tables_need(start: Start) -> None:
    process = start("read", "--to", "jsonl", "-", env={"PYTHONPROFILEIMPORTTIME": "1"})
    _, told = process.communicate(b"+1%")
    loaded = {line.rsplit(b"|", 1)[-1].strip().decode() for line in told.splitlines()}
    assert "chinamkt.outputs.rows" in loaded
    assert not loaded & {"rich", "cattrs", "pandas", "pint", "babel", "hypothesis", "chinamkt.cli.tables"}


def test_the_locale_changes_no_byte(start: Start) -> None:
    outputs = []
    for locale in ("C", "C.UTF-8"):
        environment = {"LC_ALL": locale, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
        process = start("read", "--from", "jsonl", "--to", "jsonl", "-", env=environment)
        outputs.append(process.communicate('{"id": "恒指", "text": "+1%"}'.encode())[0])
    assert outputs[0] == outputs[1]
    assert "恒指".encode() in outputs[0]


@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("to", ["jsonl", "table"])
def test_many_files_show_a_progress_bar_on_a_terminal(start: Start, tmp_path: Path, to: str) -> None:
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text("+1%")
    (tmp_path / "bad.txt").touch()
    ours, theirs = pty.openpty()
    # a table goes to the same terminal as the bar, lines go to a file
    stdout = theirs if to == "table" else subprocess.PIPE
    environment = {"TERM": "xterm", "COLUMNS": "100"}
    with start("read", ".", "--to", to, stdin=subprocess.DEVNULL, stderr=theirs, stdout=stdout, env=environment) as process:
        os.close(theirs)
        shown = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:  # the terminal is closed: the process has ended
                break
            shown += piece
        os.close(ours)
        output = process.stdout.read() if process.stdout else shown
        assert process.wait() == 1
    assert b"reading" in shown
    assert b"bad.txt: empty" in shown
    assert output.count(b'"pct"' if to == "jsonl" else "▲".encode()) == 5
