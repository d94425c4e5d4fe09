"""Run every validator over ``../shared`` as written, and count false alarms and misprints found.

    python tests/corpus/alarms.py            # print, and fail above one false alarm in 1,000 facts or below 90% found
    python tests/corpus/alarms.py --all      # print warnings and notes too

Each text is judged twice: with the facts that the reader finds, and with those of its gold file, so that a mistake of
reading can be told from one of a rule. Findings of severity ``error`` are false alarms unless ``alarms.toml`` lists them with
the arithmetic that shows the text wrong. The exam articles are left out.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from accuracy import EXAM, SHARED
from attrs import evolve, frozen

import chinamkt
from chinamkt import BadInput, Fact, Finding, Report, Severity, Span
from chinamkt.outputs.flat import from_rows
from chinamkt.outputs.rows import COLUMNS

HERE = Path(__file__).resolve().parent
#: What the gold calls a rule, where findings of another code tell the same misprint.
ALSO = {"direction-mismatch": {"self-contradiction"}}
MOST_FALSE, LEAST_FOUND = 1 / 1000, 0.9


@frozen
class Judged:
    """One text with its facts from one side, and what the validators say of it."""

    id: str
    side: str
    report: Report
    findings: list[Finding]
    misprints: list[Mapping[str, str]]


def typed(rows: list[dict[str, Any]], read: Report) -> Iterator[Fact]:
    """The gold facts that the model can hold (a change of turnover without its sum is none)."""
    met = {move.instrument.subject for move in read.moves}
    for row in rows:
        given = {name: value for name, value in row.items() if name in COLUMNS}
        if isinstance(given.get("subject"), list):  # any of them will do
            given["subject"] = next((one for one in given["subject"] if one in met), given["subject"][0])
        try:
            yield from from_rows([given], text=read.text)
        except BadInput:
            continue


def judged(shared: Path) -> Iterator[Judged]:
    """Every article with a gold file, by reader and by gold."""
    for path in sorted((shared / "gold").glob("*.json")):
        if EXAM.match(path.stem):
            continue
        gold = json.loads(path.read_bytes())
        text = (shared / "articles" / f"{path.stem}.txt").read_text(encoding="utf-8")
        read = chinamkt.read(text, id=path.stem)
        sides = {"read": read, "gold": evolve(read, facts=tuple(typed(gold["facts"], read)))}
        for side, report in sides.items():
            yield Judged(path.stem, side, report, chinamkt.check(report), gold.get("misprints", []))


def is_found(misprint: Mapping[str, str], one: Judged) -> bool:
    """Whether a finding of the misprint's rule stands where the misprint does."""
    start = one.report.text.find(misprint["quote"])
    place = Span(max(start, 0), max(start, 0) + len(misprint["quote"]))
    codes = {misprint["rule"]} | ALSO.get(misprint["rule"], set())
    return any(
        finding.code in codes and any(span.start < place.end and place.start < span.end for span in finding.spans)
        for finding in one.findings
    )


def main(arguments: list[str]) -> int:
    """Print the figures; 1 where they are out of bounds."""
    if not (SHARED / "gold").is_dir():
        print("no ../shared beside the checkout")
        return 0
    known = {(one["id"], one["code"]): one["why"] for one in tomllib.loads((HERE / "alarms.toml").read_text("utf-8"))["error"]}
    facts, false, misprints, found = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    severities = Counter[str]()
    for one in judged(SHARED):
        facts[one.side] += len(one.report.facts)
        for misprint in one.misprints:
            misprints[one.side] += 1
            found[one.side] += is_found(misprint, one)
            if not is_found(misprint, one):
                print(f"{one.id} {one.side}: misprint not found: {misprint['rule']} {misprint['quote']!r}")
        for finding in one.findings:
            severities[f"{one.side} {finding.severity.value}"] += 1
            is_false = finding.severity is Severity.ERROR and (one.id, finding.code) not in known
            false[one.side] += is_false
            if is_false or "--all" in arguments:
                print(f"{one.id} {one.side} {finding.severity.value} {finding.code}: {finding.message}")
    failed = False
    for side in facts:
        rate, share = false[side] / facts[side], found[side] / misprints[side]
        failed = failed or rate > MOST_FALSE or share < LEAST_FOUND
        print(f"{side}: {facts[side]} facts, {false[side]} false alarms, {found[side]} of {misprints[side]} misprints found")
    print(", ".join(f"{name} {count}" for name, count in sorted(severities.items())))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
