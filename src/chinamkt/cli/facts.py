"""``chinamkt check --facts``: texts with the facts that something else read in them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from chinamkt.cli.documents import Sources
from chinamkt.cli.run import Run
from chinamkt.errors import BadInput, ChinamktError
from chinamkt.model.report import Report
from chinamkt.outputs.jsonl import Document

__all__ = ["FactsRun"]


class FactsRun(Run):
    """A run in which facts of a file stand in the place of what would be read.

    A fact belongs to the text of its ``id``; without one, to the only text that is named. Every fact that can't be
    read, or whose text is not there, is told with its line. Findings have a fact's line too (its place in a JSON array).
    """

    def __init__(self, sources: Sources, path: str, **context: Any) -> None:
        super().__init__(sources, **context)
        self._facts: dict[str | None, list[dict[str, Any]]] = {}
        self._all = sources.single
        try:
            written = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
            self._load(written, path)
        except OSError as error:
            raise click.UsageError(f"--facts {path}: {error.strerror or error}") from None
        except ChinamktError as error:
            raise click.UsageError(f"--facts {error}") from None

    def end(self) -> None:
        """Tell of facts without their text, then leave."""
        for facts in self._facts.values():
            for fact in facts:
                whose = f"no text with the id {fact['id']!r}" if "id" in fact else "no id, but several texts"
                hint = 'a key or column "id": the path of its text, or the id of its JSON line'
                self.fail(BadInput(whose, source=fact["source"], hint=hint))
        super().end()

    def _load(self, written: bytes, path: str) -> None:
        from chinamkt.guarding import read_facts

        for one in read_facts(written, source=path):
            if isinstance(one, BadInput):
                self.fail(one)
            else:
                self._facts.setdefault(None if self._all else one.get("id"), []).append(one)

    def _read(self, document: Document) -> Report:
        from chinamkt.guarding import guard

        facts = self._facts.pop(None if self._all else document.id, [])
        guarded = guard(
            document.text,
            facts,
            published=document.published or self.published,
            publisher=document.publisher or self.publisher,
            lang=document.lang or self.lang,
            id=document.id,
            only=(),
        )
        for error in guarded.refused:
            self.fail(error)
        numbers = (int(facts[given - 1]["source"].rpartition(":")[2].removeprefix(" fact ")) for given in guarded.numbers)
        self.numbers = {id(fact): number for fact, number in zip(guarded.report.facts, numbers, strict=True)}
        return guarded.report
