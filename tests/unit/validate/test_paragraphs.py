"""From the words of a paragraph to the findings: what is true never alarms, what is wrong is found."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

import chinamkt
from chinamkt import Severity

PLACE = Path(__file__).with_name("paragraphs.toml")
PARAGRAPHS: dict[str, list[dict[str, Any]]] = tomllib.loads(PLACE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("given", PARAGRAPHS["clean"], ids=lambda given: given["text"][:30])
def test_a_clean_paragraph_has_no_errors_nor_warnings(given: dict[str, Any]) -> None:
    report = chinamkt.read(given["text"], published=given["published"])
    assert report.facts
    assert [finding.message for finding in chinamkt.check(report) if finding.severity is not Severity.INFO] == []


@pytest.mark.parametrize("given", PARAGRAPHS["wrong"], ids=lambda given: f"{given['code']} {given['text'][:20]}")
def test_what_is_wrong_in_a_paragraph_is_found(given: dict[str, Any]) -> None:
    report = chinamkt.read(given["text"], published=given.get("published"))
    assert given["code"] in {finding.code for finding in chinamkt.check(report)}
