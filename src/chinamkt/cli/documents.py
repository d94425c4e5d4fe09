"""The documents that a command line names: files, folders, standard input; texts or JSON lines."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import IO

from chinamkt.errors import BadInput
from chinamkt.outputs.jsonl import Document, documents

__all__ = ["Sources"]

_TEXTS = (".txt", ".text", ".md")
_LINES = (".jsonl", ".ndjson")
#: Encodings that a text which is no UTF-8 is tried in, only to say so in the error.
_GUESSES = ("gb18030", "big5hkscs")


class Sources:
    """What the arguments name; iterating gives documents, and errors in the place of what can't be read.

    :param form: ``text``, ``jsonl``, or ``None`` to go by the file's suffix.
    :ivar found: every file, and the error of every argument that names none.
    """

    def __init__(self, arguments: Sequence[str], *, form: str | None = None, encoding: str = "utf-8-sig") -> None:
        self.form, self.encoding = form, encoding
        self._seen: set[str] = set()
        self.found: list[str | BadInput] = []
        for argument in arguments:
            self.found.extend(self._expand(argument))

    def __len__(self) -> int:
        return len(self.found)

    @property
    def single(self) -> bool:
        """Whether there is one text, whatever its name."""
        return len(self.found) == 1 and isinstance(self.found[0], str) and not self._is_lines(self.found[0])

    def _is_lines(self, place: str) -> bool:
        return self.form == "jsonl" or (self.form is None and place.endswith(_LINES))

    def __iter__(self) -> Iterator[Document | BadInput]:
        for place in self.found:
            yield from self.read(place)

    def read(self, place: str | BadInput) -> Iterator[Document | BadInput]:
        """The documents of one file."""
        if isinstance(place, BadInput):
            yield place
        elif self._is_lines(place):
            yield from self._lines(place)
        else:
            yield self._text(place)

    def _expand(self, argument: str) -> Iterator[str | BadInput]:
        """A folder's files in sorted order, hidden ones left out; anything else as it is."""
        if argument == "-" or not Path(argument).is_dir():
            yield argument
            return
        suffixes = {"text": _TEXTS, "jsonl": _LINES}.get(self.form or "", _TEXTS + _LINES)
        closed: list[OSError] = []
        found = []
        for folder, folders, names in os.walk(argument, onerror=closed.append):
            folders[:] = [name for name in folders if not name.startswith(".")]
            found += [str(Path(folder, name)) for name in names if name.endswith(suffixes) and not name.startswith(".")]
        yield from (BadInput(error.strerror or str(error), source=str(error.filename)) for error in closed)
        if not found and not closed:
            yield BadInput("no texts in this folder", source=argument, hint=f"looked for {', '.join(suffixes)}")
        yield from sorted(found)

    def _text(self, place: str) -> Document | BadInput:
        if place in self._seen:
            return BadInput("named twice", source=place, hint="every document once")
        self._seen.add(place)
        try:
            with _open(place) as file:
                raw = file.read()
        except OSError as error:
            return BadInput(error.strerror or str(error), source=place)
        text = _decode(raw, place, self.encoding)
        if isinstance(text, BadInput):
            return text
        if not text.strip():
            return BadInput("empty", source=place)
        return Document(id=place, text=text, source=place)

    def _lines(self, place: str) -> Iterator[Document | BadInput]:
        none = True
        try:
            with _open(place) as file:
                for document in documents(file, source=place, seen=self._seen):
                    none = False
                    yield document
        except OSError as error:
            yield BadInput(error.strerror or str(error), source=place)
            return
        if none:
            yield BadInput("empty", source=place)


def _open(place: str) -> AbstractContextManager[IO[bytes]]:
    return nullcontext(sys.stdin.buffer) if place == "-" else Path(place).open("rb")


def _decode(raw: bytes, place: str, encoding: str) -> str | BadInput:
    """The text as it stands, line ends untouched, so that offsets count in the file's own characters."""
    wide = raw.startswith((b"\xff\xfe", b"\xfe\xff"))
    if b"\0" in raw and encoding == "utf-8-sig" and not wide:
        at = raw.index(b"\0")
        return BadInput(f"binary: a zero byte at offset {at}", source=place, hint="a text is wanted")
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        line, column = raw.count(b"\n", 0, error.start) + 1, error.start - raw.rfind(b"\n", 0, error.start)
        message = f"no {encoding.removesuffix('-sig').upper()}: byte 0x{raw[error.start]:02x}"
        fits = ["utf-16"] if wide else [guess for guess in _GUESSES if guess != encoding and _decodes(raw, guess)]
        hint = f"--encoding {' or '.join(fits)} would do" if fits else None
        return BadInput(message, source=f"{place}:{line}:{column}", hint=hint)


def _decodes(raw: bytes, encoding: str) -> bool:
    try:
        raw.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
