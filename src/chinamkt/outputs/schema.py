"""JSON Schema of the wire form, generated from the attrs classes; nothing in it is written by hand."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, get_args, get_origin

from attrs import NOTHING, fields, has, resolve_types

from chinamkt.model.report import Report
from chinamkt.outputs.wire import SCHEMA_VERSION, TAGGED, has_text_form, members, renamed, text_form

__all__ = ["json_schema"]


def json_schema(name: str = "report") -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of what ``Report.to_json`` writes and ``report_from_json`` reads.

    :param name: ``report``, or ``ledger`` for what ``TradeLedger.to_json`` writes.

    Its ``$id`` carries the version of the wire form. The converter also checks what a schema
    can't say: that signs agree, that a day is in its month.

    >>> schema = json_schema()
    >>> schema["$id"], schema["required"]
    ('urn:chinamkt:report:1', ['schema_version', 'text'])
    >>> json_schema("ledger")["$id"]
    'urn:chinamkt:ledger:1'
    >>> schema["$defs"]["Percent"]["required"]
    ['value']
    """
    definitions: dict[str, Any] = {}
    kind: type = Report
    if name == "ledger":
        from chinamkt.outputs.ledger_json import LedgerRecord  # only here: reports know no ledger

        kind = LedgerRecord
    _class(kind, definitions)
    root = definitions.pop(kind.__name__)
    version = {"schema_version": {"const": SCHEMA_VERSION}}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:chinamkt:{name}:{SCHEMA_VERSION}",
        "title": f"chinamkt {name}",
        **root,
        "properties": version | root["properties"] | version,
        "required": ["schema_version", *root["required"]],
        "$defs": dict(sorted(definitions.items())),
    }


def _type(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """The schema of one annotation; classes it meets enter ``definitions``."""
    kinds, optional = members(kind)
    if optional:
        return {"anyOf": [_type(_without_none(kind), definitions), {"type": "null"}]}
    if has_text_form(kind):
        form = text_form(kind)
        return {"type": "string", "pattern": f"^(?:{form.pattern})$", "description": form.says}
    if tagged := TAGGED.get(kinds):
        return {"oneOf": [_class(one, definitions, tagged.tag, tagged.names[one]) for one in tagged.names]}
    if get_origin(kind) is tuple:
        args = get_args(kind)
        if args[-1] is Ellipsis:
            return {"type": "array", "items": _type(args[0], definitions)}
        count = {"minItems": len(args), "maxItems": len(args)}
        return {"type": "array", "prefixItems": [_type(arg, definitions) for arg in args], **count}
    if has(kind):
        return _class(kind, definitions)
    if issubclass(kind, StrEnum):
        definitions[kind.__name__] = {"enum": [member.value for member in kind], "description": _summary(kind)}
        return {"$ref": f"#/$defs/{kind.__name__}"}
    return {"type": {str: "string", int: "integer"}[kind]}


def _class(kind: type, definitions: dict[str, Any], tag: str | None = None, name: str | None = None) -> dict[str, Any]:
    """A reference to a class's definition; inside a union it carries the union's tag and stands under that tag's name."""
    key = f"{kind.__name__}.{tag}" if tag else kind.__name__
    reference = {"$ref": f"#/$defs/{key}"}
    if key in definitions:
        return reference
    made = definitions[key] = {"type": "object", "description": _summary(kind), "properties": {}, "required": []}
    properties: dict[str, Any] = {tag: {"const": name}} if tag else {}
    resolve_types(kind)
    for one in fields(kind):
        if one.init:
            properties[renamed(kind).get(one.name, one.name)] = _type(one.type, definitions)
    required = [renamed(kind).get(one.name, one.name) for one in fields(kind) if one.default is NOTHING]
    made |= {"properties": properties, "required": [tag, *required] if tag else required, "additionalProperties": False}
    return reference


def _without_none(kind: Any) -> Any:
    first, *others = (arg for arg in get_args(kind) if arg is not type(None))
    for other in others:
        first = first | other
    return first


def _summary(kind: type) -> str:
    return (kind.__doc__ or "").strip().partition("\n\n")[0].replace("\n    ", " ")


if __name__ == "__main__":
    import json
    import sys

    json.dump(json_schema(*sys.argv[1:]), sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")
