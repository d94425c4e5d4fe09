"""Good, bad and undecidable cases of each rule, written in ``.toml`` beside the validators they hold up.

A *bad* case must give a finding, a *good* one nothing at all, and where the rule lacks what it
needs it *abstains*. A case is a text that is read, or facts in the columns of the facts table.

.. code-block:: toml

    [[bad]]
    code = "arithmetic-mismatch"
    text = "The Hang Seng Index fell 153.88 points, or 0.46 percent, to 23,916.06."
    says = "-0.639%"

    [[good]]
    code = "arithmetic-mismatch"
    facts = [{subject = "index:HSI", points = "-153.88", pct = "-0.64", level = "23916.06"}]

    [[abstains]]
    code = "arithmetic-mismatch"
    text = "The Hang Seng Index fell about 153 points, or 0.46 percent, to 23,916.06."
    says = "not exact"
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import frozen

from chinamkt.errors import BadInput
from chinamkt.model.report import Severity

__all__ = ["KINDS", "Case", "load_cases", "shipped_cases"]

#: The headings of a file of cases.
KINDS = ("good", "bad", "abstains")
_KEYS = {"code", "text", "facts", "published", "severity", "says", "why"}


@frozen(slots=True, kw_only=True)
class Case:
    """One case of one rule.

    :param kind: ``good``, ``bad`` or ``abstains``.
    :param text: what is read, unless there are facts; then what the facts are about.
    :param facts: rows in the columns of the facts table, instead of reading the text.
    :param severity: of a bad case's findings; ``None`` for the worst that the validator knows.
    :param says: words of the finding's message, or of the reason to abstain.
    :param why: for readers of the documentation.
    :param place: file, heading and number.
    """

    kind: str
    code: str
    text: str = ""
    facts: tuple[Mapping[str, Any], ...] | None = None
    published: str | None = None
    severity: Severity | None = None
    says: str = ""
    why: str = ""
    place: str = ""


def load_cases(path: Path) -> list[Case]:
    """The cases of one file, in its order.

    :raises BadInput: naming file, heading and number of an entry that has an unknown key, or neither text nor facts.
    """
    with path.open("rb") as file:
        content = tomllib.load(file)
    out: list[Case] = []
    for heading, entries in content.items():
        if heading not in KINDS:
            raise BadInput(f"unknown heading {heading!r}", source=str(path), hint=f"one of {', '.join(KINDS)}")
        for number, entry in enumerate(entries, 1):
            place = f"{path.name} {heading} {number}"
            unknown = sorted(set(entry) - _KEYS)
            if unknown:
                raise BadInput(f"unknown key {unknown[0]!r}", source=place, hint=f"one of {', '.join(sorted(_KEYS))}")
            if "code" not in entry or not ("text" in entry or "facts" in entry):
                raise BadInput("no code, or neither text nor facts", source=place, hint="code, and text or facts")
            given = dict(entry)
            given["facts"] = tuple(given["facts"]) if "facts" in given else None
            given["severity"] = Severity(given["severity"]) if "severity" in given else None
            out.append(Case(kind=heading, place=place, **given))
    return out


def shipped_cases() -> list[Case]:
    """The cases of every shipped rule.

    >>> {case.kind for case in shipped_cases() if case.code == "arithmetic-mismatch"} == set(KINDS)
    True
    """
    return [case for path in sorted(Path(__file__).parent.glob("*.toml")) for case in load_cases(path)]
