"""How fast ``chinamkt.read`` is, against yardsticks measured in the same run.

    python bench/speed.py [--passes 9] [--pages 60] [--pages-only]

Texts, all our own: pages of 6 kB put together from the examples of the rules, with about as
much prose between them as real reports have (2.6 facts in a kB of English), or without any
("dense"). The digits of figures are drawn anew for each pass, so that no cache helps.
R is one pass of a plain percent regex over the same texts, F the making of one flat
PriceMove with two Spans and a Decimal (the yardsticks of the project's budgets), "ten
regexes" the baseline of ../shared/eval, where it is there. Times are CPU times, the
smallest of the passes: read ratios, not milliseconds. Nothing here fails on a slow machine.
Loading, memory and long texts follow, by ``bench/resources.py``, unless ``--pages-only`` is given.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import runpy
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

from attrs import frozen

import chinamkt
from chinamkt import Index, Span
from chinamkt.rules.examples import load_examples

ROOT = Path(__file__).resolve().parents[1]
TEN_REGEXES = ROOT.parent / "shared" / "eval" / "ten_regexes.py"
PERCENT = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?\s*(?:%|per ?cent)")
FIGURE = re.compile(r"[0-9][0-9,]*\.[0-9]+|[0-9]+(?=\s*(?:%|per ?cent))")
PAGE_BYTES = 6_000
HEADS = {
    "en": ("Hong Kong and mainland shares: the day in figures", "HONG KONG, Sept 16, 2025 -"),
    "zh": ("港股及内地股市：当日数字", "2025年9月16日"),
}
#: What is measured: a name, the language, sentences of prose for each example of a rule.
KINDS = (("English", "en", 3), ("English, dense", "en", 0), ("Chinese", "zh", 3))
MOVES = 10_000
T = TypeVar("T")


@frozen
class FlatMove:
    """The flat fact that F stands for."""

    instrument: Index
    percent: Decimal
    direction: str
    span: Span
    subject: Span
    article: int


def sentences(language: str) -> list[str]:
    """The texts of a language's examples."""
    folder = Path(chinamkt.__file__).parent / "lang" / language
    return [example.text.strip() for path in sorted(folder.glob("*.toml")) for example in load_examples(path)]


def pages(language: str, prose: int, count: int, rng: random.Random) -> list[str]:
    """Pages of a language's examples under a headline and a dateline, each example followed by sentences of prose."""
    pool = sentences(language)
    between = (ROOT / "bench" / f"prose-{language}.txt").read_text(encoding="utf-8").splitlines()
    made = []
    for _ in range(count):
        lines, length = list(HEADS[language]), 0
        while length < PAGE_BYTES:
            lines.append(" ".join((rng.choice(pool), *rng.sample(between, prose))))
            length += len(lines[-1].encode())
        made.append("\n\n".join(lines))
    return made


def redrawn(text: str, rng: random.Random) -> str:
    """The text with new digits in its figures: as many, and no leading zero where there was none."""

    def figure(match: re.Match[str]) -> str:
        return re.sub(r"[1-9]", lambda _: rng.choice("123456789"), match[0])

    return FIGURE.sub(figure, text)


def cpu(work: Callable[[T], object], argument: T) -> float:
    """CPU seconds of one call."""
    start = time.process_time()
    work(argument)
    return time.process_time() - start


def one_percent_pass(texts: Sequence[str]) -> None:
    """R: find every percentage, and nothing else."""
    for text in texts:
        for _ in PERCENT.finditer(text):
            pass


def make_moves(count: int) -> None:
    """F, ``count`` times."""
    index = Index(slug="HSI")
    for _ in range(count):
        FlatMove(index, Decimal("1.6"), "up", Span(5, 9), Span(20, 24), 0)


def ten_regexes() -> Callable[[str], object] | None:
    """The baseline's ``find``, or ``None`` where ../shared is not there."""
    if not TEN_REGEXES.is_file():
        return None
    find: Callable[[str], object] = runpy.run_path(str(TEN_REGEXES))["find"]
    return find


def fresh(code: str, runs: int) -> float:
    """CPU milliseconds of a fresh interpreter that runs ``code``, smallest of some runs.

    Modules are compiled beforehand, as an installer does it; else the first fact would mostly cost the compiling.
    """
    measured = f"{code}\nimport time; print(time.process_time())"
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryDirectory() as cache:
        environment["PYTHONPYCACHEPREFIX"] = cache
        command = [sys.executable, "-c", measured]
        times = [float(subprocess.check_output(command, text=True, env=environment)) for _ in range(runs + 1)]
    return min(times[1:]) * 1e3


def read_all(texts: Sequence[str]) -> None:
    """What is measured."""
    for text in texts:
        chinamkt.read(text)


def throughput(kind: str, language: str, prose: int, count: int, passes: int) -> None:
    """Time ``read`` and its yardsticks over the same texts, pass by pass."""
    rng = random.Random(20250616)  # the same pages in every run
    originals = pages(language, prose, count, rng)
    runs: dict[str, Callable[[Sequence[str]], object]] = {"R": one_percent_pass, "read": read_all}
    baseline = ten_regexes()
    if baseline:
        runs["ten"] = lambda texts: [baseline(text) for text in texts]
    facts = sum(len(chinamkt.read(text)) for text in originals)  # the first use builds tables and automata, too
    smallest = dict.fromkeys((*runs, "F"), float("inf"))
    for _ in range(passes):
        texts = [redrawn(text, rng) for text in originals]
        for name, work in runs.items():
            smallest[name] = min(smallest[name], cpu(work, texts))
        smallest["F"] = min(smallest["F"], cpu(make_moves, MOVES) / MOVES)

    number, length = len(originals), sum(map(len, originals))
    read, r, f = smallest["read"], smallest["R"], smallest["F"]
    print(f"{kind}: {number} pages, {length / number:,.0f} characters, {facts / number:.1f} facts each; {passes} passes")
    line("R, one percent regex", r / number, f"{length / r / 1e6:8.0f} million characters a second")
    line("F, one flat fact", f)
    if baseline:
        line("ten regexes", smallest["ten"] / number, f"{smallest['ten'] / r:8.1f} R")
    line("chinamkt.read", read / number, f"{read / r:8.1f} R, {number / read:,.0f} pages a second")
    if baseline:
        print(f"  read : ten regexes    {read / smallest['ten']:10.2f}")
    print(f"  read : 6 R + 6 F facts{read / (6 * r + 6 * f * facts):10.2f}")


def line(name: str, seconds: float, note: str = "") -> None:
    """One line of the printed table."""
    print(f"{name:24}{seconds * 1e6:10.2f} µs {note}".rstrip())


def start_up(runs: int) -> None:
    """CPU time of the import, and of the first fact, in a fresh process."""
    bare = fresh("pass", runs)
    imported = fresh("import chinamkt", runs) - bare
    first = fresh("import chinamkt; assert chinamkt.read('The Hang Seng Index fell 0.64 percent to 23,916.06.').facts", runs)
    print(f"import chinamkt         {imported:10.2f} ms beyond a bare interpreter ({bare:.1f} ms)")
    print(f"first fact              {first:10.2f} ms in a fresh process, interpreter and import included")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--passes", type=int, default=9)
    parser.add_argument("--pages", type=int, default=60)
    parser.add_argument("--pages-only", action="store_true", help="leave loading, memory and long texts out")
    options = parser.parse_args()
    for kind in KINDS:
        throughput(*kind, options.pages, options.passes)
        print()
    start_up(options.passes)
    if not options.pages_only:
        from resources import report

        print()
        report(options.passes, 1_000_000)


if __name__ == "__main__":
    main()
