"""Documents in and rows out, one a line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import field, frozen

from chinamkt.errors import BadInput, InvalidValue
from chinamkt.model.dates import PartialDate
from chinamkt.outputs.jsontext import dumps, loads
from chinamkt.outputs.wire import read_published

__all__ = ["Document", "documents", "to_lines"]


@frozen(slots=True, kw_only=True)
class Document:
    """A text to read and what is known of it.

    :param id: its name; unique in one run.
    :param published: when it was published, where the page itself need not say.
    :param source: where it comes from (file, or file:line), for errors.
    """

    text: str = field(repr=False)
    id: str
    published: dt.datetime | PartialDate | None = None
    publisher: str | None = None
    lang: str | None = None
    source: str = ""


def documents(lines: Iterable[bytes], *, source: str, seen: set[str] | None = None) -> Iterator[Document | BadInput]:
    """The documents of JSON lines, or in a line's place the error that says what is wrong with it.

    A line is ``{"id": ..., "text": ...}``, optionally with ``published``, ``publisher`` and
    ``lang``; other keys are left alone, blank lines are skipped.

    :param source: the file's name, for errors.
    :param seen: ids met before, added to; a repeated id is an error of its line.

    >>> for found in documents([b'{"id": "a", "text": "Shares rose."}', b'{"id": "a", "text": ""}'], source="-"):
    ...     print(repr(found))
    Document(id='a', published=None, publisher=None, lang=None, source='-:1')
    BadInput("id 'a' is repeated", '-:2', 'every id once')
    """
    seen = set() if seen is None else seen
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            document = _document(loads(line.rstrip(b"\r\n"), source=source, line=number), f"{source}:{number}")
        except BadInput as error:
            yield error
            continue
        if document.id in seen:
            yield BadInput(f"id {document.id!r} is repeated", source=document.source, hint="every id once")
        else:
            seen.add(document.id)
            yield document


def _document(value: Any, source: str) -> Document:
    if not isinstance(value, dict):
        raise BadInput("no object", source=source, hint='{"id": ..., "text": ...}')
    for key in ("id", "text", "published", "publisher", "lang"):
        found = value.get(key)
        if found is None and key in ("id", "text"):
            raise BadInput(f"no {key}", source=source, hint='{"id": ..., "text": ...}')
        if found is not None and not isinstance(found, str):
            raise BadInput(f"{key} is no string", source=source)
    published = value.get("published")
    try:
        day = read_published(published) if published else None
    except InvalidValue as error:
        raise BadInput(f"published: {error.message}", source=source, hint=error.hint) from None
    return Document(
        id=value["id"], text=value["text"], published=day, publisher=value.get("publisher"), lang=value.get("lang"), source=source
    )


def to_lines(rows: Iterable[Mapping[str, Any]]) -> bytes:
    r"""Rows as JSON lines in UTF-8, each with its line end.

    :raises BadInput: for a lone surrogate, which no UTF-8 can carry.

    >>> to_lines([{"subject": "index:HSI", "pct": "0.90"}])
    b'{"subject":"index:HSI","pct":"0.90"}\n'
    """
    return b"".join(dumps(row) + b"\n" for row in rows)
