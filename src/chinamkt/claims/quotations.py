"""Quotations set beside the prose: a widget behind a code, a row of a table of indices.

A widget says ``NAME (01088.HK) +1.750 (+4.717%)``. A row says last time, this time, change;
it counts only where the three agree to the last digit, so that no other columns pass for it.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from chinamkt.claims.claim import NAMED, UNKNOWN, Claim, Subject
from chinamkt.expressions import expression
from chinamkt.model.article import Article, Page
from chinamkt.model.facts import Phase
from chinamkt.rules.token import Figure

__all__ = ["quotation_rows", "quotation_widgets"]

_WIDGET = expression(
    r"(?P<name>[A-Z][A-Z0-9&.' -]{0,40})\s?\((?P<code>\d{4,6}\.[A-Z]{2})\)"
    r"\s+(?P<points>[+-]\d[\d,]*(?:\.\d+)?)\s+\((?P<percent>[+-]\d+(?:\.\d+)?)%\)"
)
_ROW = expression(r"[ \t|]+(?P<before>\d[\d,]*\.\d+)[ \t|]+(?P<now>\d[\d,]*\.\d+)[ \t|]+(?P<change>[+-]?\d[\d,]*\.\d+)(?=\s|$)")


def quotation_widgets(page: Page, article: Article) -> list[Claim]:
    """The widgets that stand between the segments of an article or in them."""
    if not article.segments:
        return []
    start, end = article.segments[0].span.start, article.segments[-1].span.end
    out: list[Claim] = []
    if "(+" not in page.text and "(-" not in page.text:
        return out
    for found in _WIDGET.finditer(page.text, start, min(len(page.text), end + 80)):
        percent, points = _figure(found, "percent"), _figure(found, "points")
        if percent.sign != points.sign and percent.value and points.value:
            continue
        a = found.start("name") + len(found["name"]) - len(found["name"].lstrip())
        subject = Subject(UNKNOWN, found["name"].strip(), a, found.end("name"), listing=[(None, found["code"])])
        subject.end = a + len(subject.name)
        out.append(
            Claim(
                subject,
                percent=percent,
                points=points,
                sign=percent.sign,
                start=a,
                end=found.end(),
                rule="en.levels.widget",
                group=[subject],
            )
        )
    return out


def quotation_rows(view: str, names: list[tuple[int, int, Any]], start: int, end: int) -> list[Claim]:
    """The rows of a table in ``view[start:end]``: a name, the level before, the level now, the change."""
    out: list[Claim] = []
    for a, b, entry in names:
        if entry.kind != "index" or not start <= a < end:
            continue
        row = _ROW.match(view, b, end)
        if row is None:
            continue
        before, now, change = (Decimal(row[part].replace(",", "").replace("+", "")) for part in ("before", "now", "change"))
        if now - before != change or not change:
            continue
        points = _figure(row, "change")
        points.value, points.sign, points.unit = abs(change), 1 if change > 0 else -1, "points"
        subject = Subject(NAMED, view[a:b], a, b, entry)
        level = Figure(now, start=row.start("now"), end=row.end("now"))
        out.append(
            Claim(
                subject,
                points=points,
                level=level,
                sign=points.sign,
                phase=Phase.CLOSE,
                start=a,
                end=row.end(),
                rule="en.levels.table-row",
                group=[subject],
            )
        )
    return out


def _figure(found: re.Match[str], part: str) -> Figure:
    digits = found[part].replace(",", "")
    sign = -1 if digits[0] == "-" else 1
    return Figure(Decimal(digits.lstrip("+-")), sign=sign, start=found.start(part), end=found.end(part))
