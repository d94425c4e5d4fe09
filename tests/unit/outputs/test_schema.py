"""The JSON Schema says of the wire form what the converter does."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from chinamkt.model.report import Report
from chinamkt.outputs.converter import report_to_json
from chinamkt.outputs.schema import json_schema
from chinamkt.outputs.wire import SCHEMA_VERSION

STORED = Path(__file__).parent / f"report-{SCHEMA_VERSION}.schema.json"


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    schema = json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def test_a_report_validates(validator: jsonschema.Draft202012Validator, report: Report) -> None:
    validator.validate(json.loads(report_to_json(report)))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("colour",), 1),
        (("schema_version",), "2"),
        (("facts", 6, "kind"), "rumour"),
        (("facts", 6, "percent", "value"), -0.6),
        (("facts", 6, "percent", "value"), "0.6%"),
        (("facts", 6, "percent", "unit"), "%"),
        (("facts", 6, "instrument", "type"), "idx"),
        (("facts", 6, "instrument", "codes"), [["ric"]]),
        (("facts", 6, "phase"), "noon"),
        (("facts", 6, "date"), "June"),
        (("facts", 6, "superlative", "since"), "ever"),
        (("facts", 1, "parties"), "US"),
        (("articles", 0, "published"), "yesterday"),
    ],
)
def test_what_the_converter_refuses_does_not_validate(
    validator: jsonschema.Draft202012Validator, report: Report, path: tuple[str | int, ...], value: object
) -> None:
    written: Any = json.loads(report_to_json(report))
    inner = written
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    assert not validator.is_valid(written)


def test_every_class_of_a_report_is_described() -> None:
    schema = json_schema()
    definitions = schema["$defs"]
    assert {"Article", "Segment", "Span", "Evidence", "PriceMove.kind", "Index.type", "Index", "Basis"} <= set(definitions)
    assert all(definition["description"] for definition in definitions.values())
    assert "_cache" not in schema["properties"]


def test_the_version_names_the_form() -> None:
    """The stored schema is what readers of this version rely on: a change that breaks them needs another version.

    Write it anew with: python -m chinamkt.outputs.schema > tests/unit/outputs/report-1.schema.json
    """
    assert json_schema() == json.loads(STORED.read_text(encoding="utf-8"))
