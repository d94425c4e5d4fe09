"""Score the reader on ``../shared`` and hold the figures against their floors.

    python tests/corpus/accuracy.py            # print, and fail below a floor
    python tests/corpus/accuracy.py --raise    # print, and raise floors.toml to what was reached

A floor holds for the gold files it was measured on: each part of ``floors.toml``
carries their digest. Where the gold has changed, the figures are printed and
nothing fails; ``--raise`` then measures the part anew. Floors never sink.
The exam articles, which the scorer leaves out by default, stay left out.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import subprocess
import sys
import sysconfig
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[2] / "shared"
FLOORS = HERE / "floors.toml"
PARTS: Mapping[str, tuple[str, ...]] = {"seed": ("--only", "^seed"), "en": ("--lang", "en"), "zh": ("--lang", "zh")}
#: Kept unread by whoever writes rules; the same expression as in the scorer.
EXAM = re.compile(r"(en-[wf]05[1-9]|en-[wf]060|zh-d03[3-9]|zh-d04[0-2])\Z")
HEAD = """\
# What the reader has reached on ../shared, by part and figure. Floors only rise:
# python tests/corpus/accuracy.py --raise
# `gold` is the digest of the gold files that the figures were measured on.
"""

Floors = dict[str, dict[str, Any]]


def gold_digest(gold: Path, part: str) -> str:
    """SHA-256 over the names and bytes of the gold files of a part, the exam left out."""
    digest = hashlib.sha256()
    for path in sorted(gold.glob("*.json")):
        if EXAM.match(path.stem):
            continue
        content = path.read_bytes()
        if path.stem.startswith("seed") if part == "seed" else json.loads(content)["lang"].startswith(part):
            digest.update(f"{path.name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def figure(result: Mapping[str, Any], name: str) -> float | None:
    """One figure of the scorer's JSON: ``claims.f1``, ``linked``, ``attr:date``; ``None`` where nothing was scored."""
    name, _, part = name.partition(".")
    value = result[name][part or "right"]
    return None if value is None else float(value)


def below(floors: Mapping[str, Any], digest: str, result: Mapping[str, Any]) -> Iterable[str]:
    """What has sunk below its floor; nothing where the gold is not the gold of the floors."""
    if floors.get("gold") != digest:
        return
    for name, floor in floors.get("floors", {}).items():
        reached = figure(result, name)
        if reached is not None and reached < floor:
            yield f"{name} {reached} < {floor}"


def raised(floors: Mapping[str, Any], digest: str, result: Mapping[str, Any]) -> dict[str, Any]:
    """The part's floors after a measurement: higher or the same, or anew where the gold has changed."""
    same_gold = floors.get("gold") == digest
    new = {}
    for name, floor in floors["floors"].items():
        reached = figure(result, name)
        new[name] = floor if reached is None else max(floor, reached) if same_gold else reached
    return {"gold": digest, "floors": new}


def written(floors: Floors) -> str:
    """The file's text."""
    lines = [HEAD]
    for part, held in floors.items():
        lines += [f"[{part}]", f'gold = "{held["gold"]}"', f"[{part}.floors]"]
        lines += [f'"{name}" = {value}' for name, value in held["floors"].items()]
        lines.append("")
    return "\n".join(lines)


def score(shared: Path, part: str, command: str) -> dict[str, Any]:
    """Run the scorer on one part.

    :raises RuntimeError: where the scorer or the command under it fails.
    """
    scorer = [sys.executable, str(shared / "eval" / "score.py")]
    where = ["--gold", str(shared / "gold"), "--articles", str(shared / "articles")]
    done = subprocess.run(
        [*scorer, *where, *PARTS[part], "--json", "--command", command], capture_output=True, text=True, check=False
    )
    if done.returncode or done.stderr:
        raise RuntimeError(f"scoring {part} failed:\n{done.stderr}")
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def table(part: str, result: Mapping[str, Any]) -> str:
    """The scorer's figures in two lines: counted figures, then shares."""
    counted = [
        f"{name} P {value['precision']:.3f} R {value['recall']:.3f} F1 {value['f1']:.3f} ({value['gold']})"
        for name, value in result.items()
        if isinstance(value, dict) and "f1" in value and value["gold"] + value["predicted"]
    ]
    shares = [
        f"{name} {value['right']:.3f} ({value['n']})"
        for name, value in result.items()
        if isinstance(value, dict) and value.get("right") is not None
    ]
    return f"{part}: {result['documents']} documents\n  {', '.join(counted)}\n  {', '.join(shares)}"


def main(
    arguments: list[str] | None = None, *, shared: Path = SHARED, floors_file: Path = FLOORS, command: str | None = None
) -> int:
    """Measure every part; 1 where a floor is broken."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raise", dest="lift", action="store_true", help="write what was reached into floors.toml")
    options = parser.parse_args(arguments)
    if not (shared / "eval" / "score.py").is_file():
        print("accuracy: no ../shared beside the checkout; nothing scored")
        return 0
    command = command or f"{Path(sysconfig.get_path('scripts')) / 'chinamkt'} read --from jsonl --to jsonl -"
    floors: Floors = tomllib.loads(floors_file.read_text(encoding="utf-8"))
    broken = []
    for part in PARTS:
        digest = gold_digest(shared / "gold", part)
        result = score(shared, part, command)
        print(table(part, result))
        if floors[part]["gold"] != digest:
            print("  the gold has changed since these floors were set: figures only")
        sunk = list(below(floors[part], digest, result))
        broken += [f"{part}: {line}" for line in sunk]
        if options.lift:
            floors[part] = raised(floors[part], digest, result)
    if options.lift:
        floors_file.write_text(written(floors), encoding="utf-8")
    for line in broken:
        print(f"below the floor: {line}", file=sys.stderr)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
