"""The floors: they hold on their own gold, only rise, and step aside where the gold has changed."""

from __future__ import annotations

import json
import runpy
import tomllib
from pathlib import Path
from typing import Any

import accuracy
import pytest

#: Stands in for the scorer: prints what the command under test prints.
SCORER = """
import subprocess, sys
part = "seed" if "--only" in sys.argv else sys.argv[sys.argv.index("--lang") + 1]
done = subprocess.run([sys.executable, sys.argv[sys.argv.index("--command") + 1], part], capture_output=True, text=True)
if done.returncode:
    print(f"score: the command ended with status {done.returncode}", file=sys.stderr)
print(done.stdout)
"""
READER = """
import json
print(json.dumps({{"documents": 1, "claims": {{"gold": 9, "predicted": 9, "precision": {f1}, "recall": {f1}, "f1": {f1}}},
                  "linked": {{"n": 4, "right": {linked}}}, "attr:date": {{"n": 0, "right": None}}}}))
"""


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """A small ``shared`` with a gold file for each part and one of the exam."""
    for name, lang in {"seed-0": "en", "en-w001": "en", "zh-d001": "zh-Hans", "en-w055": "en"}.items():
        path = tmp_path / "shared" / "gold" / f"{name}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps({"id": name, "lang": lang, "facts": []}), encoding="utf-8")
    scorer = tmp_path / "shared" / "eval" / "score.py"
    scorer.parent.mkdir()
    scorer.write_text(SCORER, encoding="utf-8")
    return tmp_path / "shared"


@pytest.fixture
def floors(tmp_path: Path, shared: Path) -> Path:
    """Floors of 0.9 on that gold."""
    path = tmp_path / "floors.toml"
    held = {
        part: {"gold": accuracy.gold_digest(shared / "gold", part), "floors": {"claims.f1": 0.9, "linked": 0.9, "attr:date": 0.9}}
        for part in accuracy.PARTS
    }
    path.write_text(accuracy.written(held), encoding="utf-8")
    return path


def run(shared: Path, floors: Path, *arguments: str, f1: float = 0.95, linked: float = 1.0) -> int:
    reader = shared / "reader.py"
    reader.write_text(READER.format(f1=f1, linked=linked), encoding="utf-8")
    status: int = accuracy.main(list(arguments), shared=shared, floors_file=floors, command=str(reader))
    return status


def read(floors: Path) -> dict[str, Any]:
    return tomllib.loads(floors.read_text(encoding="utf-8"))


def test_above_the_floors_passes(shared: Path, floors: Path) -> None:
    assert run(shared, floors) == 0


def test_below_a_floor_fails_and_says_which(shared: Path, floors: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(shared, floors, linked=0.8) == 1
    assert "below the floor: zh: linked 0.8 < 0.9" in capsys.readouterr().err


def test_changed_gold_prints_and_passes(shared: Path, floors: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("seed-0", "zh-d001"):  # every part holds one of them
        (shared / "gold" / f"{name}.json").write_text(json.dumps({"lang": "zh" if "zh" in name else "en", "facts": [1]}))
    assert run(shared, floors, f1=0.1) == 0
    printed = capsys.readouterr().out
    assert "F1 0.100" in printed
    assert printed.count("the gold has changed") == len(accuracy.PARTS)


def test_the_exam_is_no_part_of_the_digest(shared: Path) -> None:
    before = accuracy.gold_digest(shared / "gold", "en")
    (shared / "gold" / "en-w055.json").write_text("not even JSON")
    assert accuracy.gold_digest(shared / "gold", "en") == before
    (shared / "gold" / "en-w001.json").write_text('{"lang": "en", "facts": [1]}')
    assert accuracy.gold_digest(shared / "gold", "en") != before


def test_floors_rise_and_never_sink(shared: Path, floors: Path) -> None:
    assert run(shared, floors, "--raise", f1=0.97, linked=0.8) == 1  # broken, and not written down
    assert read(floors)["en"]["floors"] == {"claims.f1": 0.97, "linked": 0.9, "attr:date": 0.9}
    assert run(shared, floors, f1=0.96) == 1


def test_changed_gold_is_measured_anew(shared: Path, floors: Path) -> None:
    (shared / "gold" / "zh-d001.json").write_text('{"lang": "zh", "facts": [1]}')
    assert run(shared, floors, "--raise", f1=0.91, linked=0.9) == 0
    assert read(floors)["zh"]["floors"] == {"claims.f1": 0.91, "linked": 0.9, "attr:date": 0.9}
    assert read(floors)["zh"]["gold"] == accuracy.gold_digest(shared / "gold", "zh")
    assert run(shared, floors, f1=0.9) == 1


def test_a_failing_command_is_no_score(shared: Path, floors: Path) -> None:
    broken = shared / "broken.py"
    broken.write_text("import sys; sys.exit(1)")
    with pytest.raises(RuntimeError, match="ended with status 1"):
        accuracy.main([], shared=shared, floors_file=floors, command=str(broken))


def test_without_shared_nothing_is_scored(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert accuracy.main([], shared=tmp_path / "none") == 0
    assert "nothing scored" in capsys.readouterr().out


def test_the_kept_floors_name_every_part_and_are_written_by_the_command() -> None:
    text = accuracy.FLOORS.read_text(encoding="utf-8")
    floors = tomllib.loads(text)
    assert list(floors) == list(accuracy.PARTS)
    assert accuracy.written(floors) == text


@pytest.mark.skipif(not (accuracy.SHARED / "eval").is_dir(), reason="no ../shared")
def test_the_scorer_leaves_out_the_same_exam() -> None:
    """The digest and the scorer agree on which articles are the exam."""
    scorer = runpy.run_path(str(accuracy.SHARED / "eval" / "score.py"))
    names = [path.stem for path in (accuracy.SHARED / "gold").glob("*.json")]
    assert {n for n in names if accuracy.EXAM.match(n)} == {n for n in names if scorer["EXAM"].match(n)}
