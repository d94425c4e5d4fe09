"""What reading costs besides time a page: names, loading, memory, long texts.

    python bench/resources.py [--largest 1000000] [--runs 5]

Everything is measured in processes of its own, CPU time, the smallest of some runs; memory is what Linux tells of a
process (``/proc``), so these lines are left out elsewhere. ``bench/speed.py`` prints this behind its own figures.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import chinamkt
from chinamkt.article import fold_table
from chinamkt.reference import load

PROC = Path("/proc/self/smaps_rollup")
#: What is loaded, each in a fresh process behind the line before it.
LOADS = (
    ("English rules", "from chinamkt.lang.en import LANGUAGE as en"),
    ("Chinese rules", "from chinamkt.lang.zh import LANGUAGE as zh"),
    ("cue automaton, English", "en.automaton, en.cue_of"),
    ("cue automaton, Chinese", "zh.automaton, zh.cue_of"),
    ("names, Latin", "from chinamkt.reference import load; names = load().names; names.latin"),
    ("names, Latin, in its fast form", "names.latin._hurry()"),
    ("names, Chinese", "names.han"),
    ("securities", "load().instrument('security:XHKG:00700')"),
    (
        "trade words, English",
        "from chinamkt.claims.trade.scan import scanner_of; scanner_of(en)._automaton, scanner_of(en)._acts",
    ),
    ("trade words, Chinese", "scanner_of(zh)._automaton, scanner_of(zh)._acts"),
)
#: Run in a fresh process: the lines of LOADS, each timed and weighed.
WEIGH = """
import gc, json, sys, time
from pathlib import Path
def resident():
    try:
        return int(Path("/proc/self/statm").read_text().split()[1]) * 4096
    except OSError:
        return 0
import chinamkt.reader
out = []
for code in json.loads(sys.argv[1]):
    gc.collect()
    before, start = resident(), time.process_time()
    exec(code)
    out.append((time.process_time() - start, resident() - before))
print(json.dumps(out))
"""
#: Run in a fresh process: a worker that is forked behind a parent with all tables, and one that loads them itself.
WORKER = """
import os, sys
from pathlib import Path
import chinamkt
def private():
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()
    told = {line.split()[0]: int(line.split()[1]) for line in lines[1:]}
    return told["Private_Clean:"] + told["Private_Dirty:"], told["Rss:"]
texts = Path(sys.argv[1]).read_text(encoding="utf-8").split("\\x00")
def work():
    for text in texts:
        chinamkt.read(text)
work()
print(*private(), flush=True)
if os.fork() == 0:
    work()
    print(*private(), flush=True)
    os._exit(0)
os.wait()
"""


def smallest(work: Callable[[], object], runs: int) -> float:
    """CPU seconds of a call, smallest of some."""
    best = float("inf")
    for _ in range(runs):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def traditional(text: str) -> str:
    """The text with a Traditional character for each Simplified one that has some."""
    table = fold_table()
    olds = {ord(table[code]): chr(code) for code in range(0xA000, 0x3400, -1) if table[code] != chr(code)}
    return text.translate(olds)


def of_size(pages: list[str], size: int) -> str:
    """One article of a size in characters: the first page's head, and paragraphs of them all."""
    head, *paragraphs = pages[0].split("\n\n")
    paragraphs += [paragraph for page in pages[1:] for paragraph in page.split("\n\n")[2:]]
    out, length, number = [head], len(head), 0
    while length < size:
        out.append(paragraphs[number % len(paragraphs)])
        length += len(out[-1]) + 2
        number += 1
    return "\n\n".join(out)[:size]


def names_scan(english: list[str], chinese: list[str], runs: int) -> None:
    """MB of UTF-8 a second that are searched for names."""
    names = load().names
    for title, texts in (("English", english), ("Chinese", chinese)):
        pairs = [(text.lower(), text) for text in texts]
        seconds = smallest(lambda pairs=pairs: [names.scan(*pair) for pair in pairs], runs)  # type: ignore[misc]
        found = sum(len(names.scan(*pair)) for pair in pairs)
        size = sum(len(text.encode()) for text in texts)
        print(f"names, {title:25}{size / seconds / 1e6:8.0f} MB/s, {found / len(texts):.0f} names a page")


def loading(runs: int) -> None:
    """Load times, and the memory that stays."""
    import json

    command = [sys.executable, "-c", WEIGH, json.dumps([code for _, code in LOADS])]
    told = [json.loads(subprocess.check_output(command, text=True)) for _ in range(runs)]
    for number, (title, _) in enumerate(LOADS):
        seconds = min(run[number][0] for run in told)
        memory = min(run[number][1] for run in told)
        print(f"{title:32}{seconds * 1e3:8.1f} ms {memory / 1e6:8.1f} MB")


def long_texts(scripts: dict[str, list[str]], largest: int) -> None:
    """CPU a character by the length of a text: flat, whatever its script."""
    sizes = [size for size in (1_000, 10_000, 100_000, 1_000_000) if size <= largest]
    for title, pages in scripts.items():
        told = []
        for size in sizes:
            text = of_size(pages, size)
            times = max(1, 50_000 // size)
            chinamkt.read(text)
            seconds = smallest(lambda text=text, times=times: [chinamkt.read(text) for _ in range(times)], 3)  # type: ignore[misc]
            told.append(seconds / times / len(text) * 1e9)
        shown = " ".join(f"{nanoseconds:8.0f}" for nanoseconds in told)
        print(f"{title:24}{shown} ns a character at {', '.join(f'{size:,}' for size in sizes)}: {max(told) / min(told):.2f}")


def workers(texts: list[str], folder: Path) -> None:
    """Memory of a process that has read English and Chinese, and of one forked from it."""
    if not PROC.is_file():
        return
    file = folder / "texts"
    file.write_text("\x00".join(texts), encoding="utf-8")
    lines = subprocess.check_output([sys.executable, "-c", WORKER, str(file)], text=True).splitlines()
    for title, line in zip(("a process with all tables", "a worker forked from it"), lines, strict=True):
        private, resident = (int(part) / 1024 for part in line.split())
        print(f"{title:32}{resident:8.1f} MB resident, {private:.1f} MB its own")


def report(runs: int, largest: int) -> None:
    """Print everything."""
    import tempfile

    from speed import pages

    rng = random.Random(20250616)
    english, chinese = pages("en", 3, 40, rng), pages("zh", 3, 40, rng)
    names_scan(english, chinese, runs)
    loading(runs)
    with tempfile.TemporaryDirectory() as folder:
        workers([*english, *chinese], Path(folder))
    scripts = {"English": english, "Simplified": chinese, "Traditional": [traditional(page) for page in chinese]}
    long_texts(scripts, largest)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--largest", type=int, default=1_000_000, help="characters of the longest text")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    report(options.runs, options.largest)


if __name__ == "__main__":
    main()
