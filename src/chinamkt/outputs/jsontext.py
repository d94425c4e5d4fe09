"""JSON as bytes: written the same with and without orjson, read with the place of every fault."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from chinamkt.errors import BadInput

_fast_dumps: Callable[[object], bytes] | None
try:
    from orjson import dumps as _fast_dumps
except ImportError:  # the extra ``json`` is not installed: the standard library writes the same bytes, slower
    _fast_dumps = None

__all__ = ["dumps", "encode", "loads"]


def dumps(value: object, *, indent: int | None = None) -> bytes:
    r"""UTF-8 JSON, without spaces unless ``indent`` asks for them.

    :raises BadInput: for a lone surrogate, which no UTF-8 can carry.

    >>> dumps({"pct": "0.90", "name": "恒指"}).decode()
    '{"pct":"0.90","name":"恒指"}'
    >>> dumps("\ud800")
    Traceback (most recent call last):
    ...
    chinamkt.errors.BadInput: a lone surrogate U+D800 can't be written (decode the text properly, or replace it)
    """
    if _fast_dumps is not None and indent is None:
        try:
            return _fast_dumps(value)
        except TypeError:
            pass  # a lone surrogate: the slow way says which
    text = json.dumps(value, ensure_ascii=False, indent=indent, separators=None if indent is not None else (",", ":"))
    return encode(text)


def encode(text: str) -> bytes:
    """UTF-8 bytes; :class:`BadInput` for a lone surrogate: any ``str`` is read, but UTF-8 can't write those."""
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        found = f"U+{ord(text[error.start]):04X}"
        raise BadInput(f"a lone surrogate {found} can't be written", hint="decode the text properly, or replace it") from None


def loads(written: str | bytes, *, source: str | None = None, line: int | None = None, digits: bool = False) -> Any:
    """JSON values.

    :param source: the file they come from; ``line`` is the number of a single line in it.
    :param digits: numbers with a point become decimals, which keep their digits, not floats.
    :raises BadInput: with source, line and column of what is no JSON.

    >>> loads('{"id": 1', source="pages.jsonl", line=7)
    Traceback (most recent call last):
    ...
    chinamkt.errors.BadInput: pages.jsonl:7:9: no JSON: Expecting ',' delimiter
    """
    place = source or "JSON"
    try:
        return json.loads(written, parse_float=Decimal if digits else None)
    except json.JSONDecodeError as error:
        raise BadInput(f"no JSON: {error.msg}", source=f"{place}:{line or error.lineno}:{error.colno}") from None
    except UnicodeDecodeError as error:
        number = line or error.object.count(b"\n", 0, error.start) + 1
        column = error.start - error.object.rfind(b"\n", 0, error.start)
        message = f"no UTF-8: byte 0x{error.object[error.start]:02x}"
        raise BadInput(message, source=f"{place}:{number}:{column}", hint="JSON is written in UTF-8") from None
    except (ValueError, RecursionError) as error:  # numbers of thousands of digits, brackets in brackets
        raise BadInput(f"no JSON that can be read: {error}", source=f"{place}:{line}" if line else place) from None
