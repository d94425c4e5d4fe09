"""A plain picture of events on a line of time: one row an event, as inline SVG without script."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from html import escape

from attrs import frozen

from chinamkt.ledger.entry import Entry
from chinamkt.ledger.statement import HAPPENINGS, MUTUAL
from chinamkt.model.dates import PartialDate
from chinamkt.model.facts import EventStatus
from chinamkt.outputs.ledger_lines import LedgerLine

__all__ = ["STYLE", "timeline_svg"]

# The classes are scoped to the picture; colours hold 4.5:1 on white and on black.
STYLE = """.chinamkt-time { --happens: #0550ae; --holds: #9a4400; --unsure: #6e7781; display: block; width: 100%; height: auto;
  max-width: 960px; margin: 0.4em 0 0.2em; font: 12px/1.2 system-ui, sans-serif; }
.chinamkt-time text { fill: currentColor; }
.chinamkt-time .grid { stroke: currentColor; stroke-opacity: 0.18; }
.chinamkt-time .happens { fill: var(--happens); stroke: var(--happens); }
.chinamkt-time .holds { fill: var(--holds); stroke: var(--holds); }
.chinamkt-time .plan { fill: transparent; stroke-dasharray: 3 2; }
.chinamkt-time .told { stroke: var(--unsure); stroke-width: 1.5; }
.chinamkt-time .more { fill: none; stroke: var(--holds); stroke-dasharray: 1 3; stroke-width: 2; }
@media (prefers-color-scheme: dark) { .chinamkt-time { --happens: #79b8ff; --holds: #f0a35e; --unsure: #9aa4ae; } }"""

_WIDTH, _LABELS, _ROW, _TOP = 960, 330, 22, 24
_WEAK = (
    None, EventStatus.PLANNED, EventStatus.REPORTED, EventStatus.THREATENED, EventStatus.SUSPENDED, EventStatus.LIFTED,
)  # fmt: skip
#: How far the dotted line goes where an end is not told.
_STUB = 48
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@frozen(slots=True)
class _Mark:
    """Where an event stands: first and last day, the days it was told on, and what of it is open.

    :param open_start: nobody says when it began; :param open_end: nobody says when it ends.
    """

    first: dt.date
    last: dt.date
    told: tuple[dt.date, ...]
    open_start: bool = False
    open_end: bool = False
    own: bool = True


def timeline_svg(lines: list[LedgerLine], *, name: str, label: str) -> str:
    """The picture of some events; those without a year can't be drawn, an empty string where none can.

    :param name: an id, unique on the page; ``label`` says to a reader what is shown.
    """
    drawn = [(line, mark) for line in lines if (mark := _mark(line.entry)) is not None]
    if not drawn:
        return ""
    days = [day for _, mark in drawn for day in (mark.first, mark.last, *mark.told)]
    scale = _Scale.of(min(days), max(days))
    height = _TOP + _ROW * len(drawn) + 8
    parts = [
        f'<svg class="chinamkt-time" viewBox="0 0 {_WIDTH} {height}" role="img" aria-labelledby="{name}">',
        f'<title id="{name}">{escape(label)}</title>',
    ]
    for day, words in scale.ticks():
        x = scale.x(day)
        parts.append(
            f'<line class="grid" x1="{x}" x2="{x}" y1="{_TOP - 6}" y2="{height}"/><text x="{x + 3}" y="12">{words}</text>'
        )
    for row, (line, mark) in enumerate(drawn):
        parts += _row(line, mark, scale, _TOP + _ROW * row)
    return "\n".join([*parts, "</svg>"])


@frozen(slots=True)
class _Scale:
    """Days to places."""

    first: dt.date
    last: dt.date

    @classmethod
    def of(cls, first: dt.date, last: dt.date) -> _Scale:
        """Some room on both sides."""
        room = max(3, (last - first).days // 40)
        return cls(
            dt.date.fromordinal(max(1, first.toordinal() - room)),
            dt.date.fromordinal(min(dt.date.max.toordinal(), last.toordinal() + room)),
        )

    def x(self, day: dt.date) -> int:
        """Whole units are enough, and the same everywhere."""
        span = (self.last - self.first).days
        return _LABELS + (_WIDTH - 14 - _LABELS) * (day - self.first).days // span

    def ticks(self) -> Iterator[tuple[dt.date, str]]:
        """Firsts of weeks, months or years, some ten of them."""
        span = (self.last - self.first).days
        if span <= 70:
            monday = self.first + dt.timedelta(days=-self.first.weekday() % 7)
            for week in range((self.last - monday).days // 7 + 1):
                day = monday + dt.timedelta(days=7 * week)
                yield day, f"{_MONTHS[day.month - 1]} {day.day}"
            return
        months = next((step for step in (1, 2, 3, 6) if span <= 320 * step), 12 * max(1, span // 3650))
        year, month = self.first.year, 1
        while year <= self.last.year:
            day = dt.date(year, month, 1)
            if self.first <= day <= self.last:
                yield day, str(year) if month == 1 else _MONTHS[month - 1]
            year, month = year + (month - 1 + months) // 12, (month - 1 + months) % 12 + 1
            if year > 9999:
                return


def _bounds(date: PartialDate | None) -> tuple[dt.date, dt.date] | None:
    return date.bounds if date is not None else None


def _mark(entry: Entry) -> _Mark | None:
    told = tuple(sorted({day.date for statement in entry.sources if (day := statement.told) and day.date}))
    days = [bounds for day in entry.days if (bounds := day.bounds)]
    start, end = _bounds(entry.effective_from), _bounds(entry.effective_to)
    if entry.kind in HAPPENINGS:
        if days:
            return _Mark(days[0][0], days[-1][1], told)
        return _Mark(told[0], told[-1], told, own=False) if told else None
    first = start or (days[0] if days else None)
    if first is None and end is None:
        return _Mark(told[0], told[-1], told, open_start=True, open_end=True, own=False) if told else None
    begun = first[0] if first else min([*told[:1], end[0]]) if end else None
    over = end[1] if end else max([*told[-1:], first[1]]) if first else None
    if begun is None or over is None or over < begun:
        return None
    return _Mark(begun, over, told, open_start=first is None, open_end=end is None)


def _row(line: LedgerLine, mark: _Mark, scale: _Scale, top: int) -> Iterator[str]:
    middle = top + _ROW // 2
    words = f"{line.number}. {line.what}" if line.entry.kind in MUTUAL else f"{line.number}. {line.who}: {line.what}"
    short = words if len(words) <= 50 else words[:49].rstrip() + "…"
    about = f"{line.who}: {line.what}" + "".join(
        f"; {part}" for part in (line.when, line.status, ", ".join(line.sources)) if part
    )
    yield f"<g><title>{escape(about)}</title>"
    yield f'<text x="0" y="{middle + 4}">{escape(short)}</text>'
    kind = "happens" if line.entry.kind in HAPPENINGS else "holds"
    weak = line.entry.status in _WEAK
    plan = " plan" if weak else ""
    left, right = scale.x(mark.first), scale.x(mark.last)
    if not mark.own:
        pass  # no day of its own: only the days it was told on
    elif kind == "happens" and right - left < 8:
        yield f'<circle class="{kind}{plan}" cx="{left}" cy="{middle}" r="5"/>'
    else:
        yield f'<rect class="{kind}{plan}" x="{left}" y="{middle - 5}" width="{max(3, right - left)}" height="10" rx="2"/>'
    if mark.own and mark.open_end and not weak:
        yield _dotted(right + 2, min(_WIDTH - 14, right + _STUB), middle)
    if mark.own and mark.open_start and not weak:
        yield _dotted(max(_LABELS, left - _STUB), left - 2, middle)
    for day in mark.told:
        x = scale.x(day)
        yield f'<line class="told" x1="{x}" x2="{x}" y1="{middle - 8}" y2="{middle + 8}"/>'
    yield "</g>"


def _dotted(left: int, right: int, y: int) -> str:
    return f'<line class="more" x1="{left}" x2="{right}" y1="{y}" y2="{y}"/>'
