"""Reports and facts to JSON and back, through cattrs; what does not fit is refused with its path."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import cache
from reprlib import repr as shorten
from types import GenericAlias
from typing import Any, TypeVar, get_args, get_origin

from attrs import fields, has, resolve_types
from cattrs import Converter, ForbiddenExtraKeysError, transform_error
from cattrs.errors import BaseValidationError
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override
from cattrs.strategies import configure_tagged_union

from chinamkt.errors import BadInput, InvalidValue
from chinamkt.model.facts import Fact
from chinamkt.model.instruments import Instrument, Names
from chinamkt.model.quantities import ExchangeRate, Level, Money
from chinamkt.model.report import Report
from chinamkt.outputs.jsontext import dumps, loads
from chinamkt.outputs.wire import SCHEMA_VERSION, TAGGED, has_text_form, members, renamed, text_form

__all__ = ["converter", "report_from_json", "report_to_json", "structure"]

T = TypeVar("T")


@cache
def converter() -> Converter:
    """The converter between the model and plain JSON values, made once; ``.copy()`` it to change it.

    Facts carry the tag ``kind`` (``move``, ``turnover``, ``flow``, ``trade_event``); instruments
    and levels the tag ``type``. Decimals and dates are strings. Absent values are left out.

    >>> from decimal import Decimal
    >>> from chinamkt.model.quantities import Percent
    >>> converter().unstructure(Percent(Decimal("0.90")))
    {'value': '0.90', 'bound': 'exact'}
    """
    made = Converter(forbid_extra_keys=True, unstruct_collection_overrides={tuple: list})
    # Unions keep the hooks they find when they are configured, so the plain values come first.
    made.register_structure_hook(str, _string)
    made.register_structure_hook(int, _whole)
    made.register_structure_hook(StrEnum, _enum)
    made.register_unstructure_hook(StrEnum, lambda value: value.value)
    made.register_structure_hook_factory(_is_tuple, lambda kind: _array(kind, made))
    made.register_structure_hook_factory(has, lambda kind: _object_in(kind, made))
    made.register_unstructure_hook_factory(has, lambda kind: _object_out(kind, made))
    made.register_structure_hook_factory(has_text_form, _text_in)
    made.register_unstructure_hook_factory(has_text_form, _text_out)
    for union in (Level | Money | ExchangeRate, Instrument, Fact):
        _tag(union, made)
    return made


def structure(value: object, kind: type[T], *, source: str | None = None, root: str = "$") -> T:
    """An object of the model from plain JSON values.

    :param source: the file or line they come from, for errors; ``root`` is the path they stand at.
    :raises BadInput: with the path to what does not fit.

    >>> from chinamkt.model.quantities import Percent
    >>> structure({"value": "0.90", "unit": "%"}, Percent)
    Traceback (most recent call last):
    ...
    chinamkt.errors.BadInput: $.unit: unknown key 'unit' (known: bound, upper, value)
    """
    try:
        return converter().structure(value, kind)
    except (BaseValidationError, InvalidValue) as error:
        causes: list[BaseException] = []

        def keep(cause: BaseException, _: Any) -> str:
            causes.append(cause)
            return ""

        paths = [line.removeprefix(" @ ") for line in transform_error(error, root, keep)]
    # A misspelt key is named before the key that is missing because of it.
    pairs = sorted(zip(paths, causes, strict=True), key=lambda pair: not isinstance(pair[1], ForbiddenExtraKeysError))
    faults = [(path, *_fault(cause)) for path, cause in pairs]
    path, key, message, hint = faults[0]
    if len(faults) > 1:
        message += f"; {len(faults) - 1} more at {', '.join(dict.fromkeys(other[0] + other[1] for other in faults[1:]))}"
    raise BadInput(message, source=f"{source}: {path}{key}" if source else path + key, hint=hint)


def _fault(cause: BaseException) -> tuple[str, str, str | None]:
    """What is wrong with a value: the key inside it, a message, a hint."""
    if isinstance(cause, ForbiddenExtraKeysError):
        key, *more = sorted(cause.extra_fields)
        known = {renamed(cause.cl).get(one.name, one.name) for one in fields(cause.cl) if one.init}
        also = f" (and {', '.join(map(repr, more))})" if more else ""
        return f".{key}", f"unknown key {key!r}{also}", f"known: {', '.join(sorted(known))}"
    if isinstance(cause, KeyError):
        return "", "missing", None
    if isinstance(cause, InvalidValue):
        # The model names type and field; the path already leads to the type.
        return (cause.source or "").removeprefix((cause.source or "").partition(".")[0]), cause.message, cause.hint
    return "", str(cause) or type(cause).__name__, None


def report_to_json(report: Report, *, indent: int | None = None) -> str:
    """A report in the wire form; :func:`chinamkt.outputs.schema.json_schema` describes it.

    :raises BadInput: where the text holds a lone surrogate, which no UTF-8 can carry.

    >>> report_to_json(Report(text="No figures."))
    '{"schema_version":"1","text":"No figures.","articles":[],"facts":[],"fingerprint":""}'
    """
    return dumps(converter().unstructure(report, Report), indent=indent).decode()


def report_from_json(written: str | bytes, *, source: str | None = None) -> Report:
    """The report that :func:`report_to_json` wrote, or that another extractor wrote in its form.

    :param source: the file it comes from, for errors.
    :raises BadInput: for bad JSON (with line and column), another schema version, unknown keys
        and impossible values (with the path to them).

    >>> report_from_json(report_to_json(Report(text="No figures."))).text
    'No figures.'
    >>> report_from_json('{"schema_version": "0"}')
    Traceback (most recent call last):
    ...
    chinamkt.errors.BadInput: $.schema_version: '0' is unknown (this version of chinamkt reads '1')
    """
    return structure(loads(written, source=source), Report, source=source)


def _string(value: Any, _: Any) -> str:
    """A string; stock cattrs would turn 5 into "5"."""
    if not isinstance(value, str):
        raise InvalidValue(f"{shorten(value)} is no string")
    return value


def _enum(value: Any, kind: type[StrEnum]) -> StrEnum:
    try:
        return kind(value)
    except ValueError:
        raise InvalidValue(f"{shorten(value)} is no {kind.__name__}", hint=f"one of {', '.join(kind)}") from None


def _whole(value: Any, _: Any) -> int:
    """A whole number; stock cattrs would turn 1.7 into 1 and ``true`` into 1."""
    if type(value) is not int:
        raise InvalidValue(f"{shorten(value)} is no whole number")
    return value


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _array(kind: Any, made: Converter) -> Callable[[Any, Any], Any]:
    """A tuple of one type, of any or of a fixed length, from an array; a string is no array of its letters."""
    item, *others = get_args(kind)
    length = None if others == [Ellipsis] else 1 + len(others)
    if length is not None and set(others) != {item}:
        raise TypeError(f"{kind}: only tuples of one type have a wire form")
    array = GenericAlias(list, (item,))
    inner = made.get_structure_hook(array)

    def read(value: Any, _: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise InvalidValue(f"{shorten(value)} is no array")
        if length is not None and len(value) != length:
            raise InvalidValue(f"{shorten(value)} has {len(value)} values", hint=f"an array of {length}")
        return tuple(inner(value, array))

    return read


def _text_in(kind: Any) -> Callable[[Any, Any], Any]:
    form, (_, optional) = text_form(kind), members(kind)
    return lambda value, _: None if value is None and optional else form.read(value)


def _text_out(kind: Any) -> Callable[[Any], Any]:
    form = text_form(kind)
    return lambda value: None if value is None else form.write(value)


def _object_in(kind: type, made: Converter) -> Callable[[Any, Any], Any]:
    changed: Any = {name: override(rename=key) for name, key in renamed(kind).items()}
    inner: Callable[[Any, Any], Any] = make_dict_structure_fn(kind, made, **changed)

    def read(value: Any, wanted: Any) -> Any:
        if not isinstance(value, dict):
            raise InvalidValue(f"{shorten(value)} is no object")
        if kind is Report:
            value = dict(value)
            version = value.pop("schema_version", None)
            if version != SCHEMA_VERSION:
                hint = f"this version of chinamkt reads {SCHEMA_VERSION!r}"
                raise InvalidValue(f"{shorten(version)} is unknown", source="Report.schema_version", hint=hint)
        return inner(value, wanted)

    return read


def _object_out(kind: type, made: Converter) -> Callable[[Any], Any]:
    """Absent values are left out; what has a meaning by default (bound, basis, article) is written."""
    resolve_types(kind)
    names, empty = renamed(kind), (None,) if kind is Report else (None, "", (), Names())
    changed: Any = {
        one.name: override(rename=names.get(one.name), omit_if_default=one.default in empty) for one in fields(kind) if one.init
    }
    inner: Callable[[Any], dict[str, Any]] = make_dict_unstructure_fn(kind, made, **changed)
    if kind is not Report:
        return inner
    return lambda report: {"schema_version": SCHEMA_VERSION, **inner(report)}


def _tag(union: Any, made: Converter) -> None:
    """The tagged union of cattrs, with an error that names the known tags, and for fields that may be ``None``."""
    tagged = TAGGED[members(union)[0]]
    configure_tagged_union(union, made, tag_generator=tagged.names.__getitem__, tag_name=tagged.tag)
    inner_in, inner_out, known = made.get_structure_hook(union), made.get_unstructure_hook(union), set(tagged.names.values())

    def read(value: Any, _: Any) -> Any:
        if not isinstance(value, dict):
            raise InvalidValue(f"{shorten(value)} is no object")
        found = value.get(tagged.tag)
        if not isinstance(found, str) or found not in known:
            what = "no " + tagged.tag if tagged.tag not in value else f"unknown {tagged.tag} {shorten(found)}"
            raise InvalidValue(what, hint=f"one of {', '.join(tagged.names.values())}")
        return inner_in(value, union)

    def write(value: Any) -> Any:
        written = inner_out(value)
        return {tagged.tag: written.pop(tagged.tag), **written}

    made.register_structure_hook(union, read)
    made.register_unstructure_hook(union, write)
    made.register_structure_hook(union | None, lambda value, _: None if value is None else read(value, _))
    made.register_unstructure_hook(union | None, lambda value: None if value is None else write(value))
