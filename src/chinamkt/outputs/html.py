"""A report's facts as an HTML table, for notebooks and pages."""

from __future__ import annotations

from html import escape

from chinamkt.model.facts import Direction
from chinamkt.model.report import Report
from chinamkt.outputs.display import ARROWS, Line, lines, plain

__all__ = ["report_table"]

# Scoped to one class, so that it changes nothing else on the page; colours hold 4.5:1 on white and on black.
_STYLE = """<style>
.chinamkt { --up: #1a7f37; --down: #c62828; border-collapse: collapse; font: 0.9rem/1.4 system-ui, sans-serif; text-align: left; }
.chinamkt caption { caption-side: top; text-align: left; font-weight: 600; padding: 0.4em 0.6em; }
.chinamkt th, .chinamkt td { padding: 0.35em 0.6em; vertical-align: top; text-align: left;
  border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent); }
.chinamkt thead th { border-bottom-width: 2px; white-space: nowrap; }
.chinamkt .number { text-align: right; font-variant-numeric: tabular-nums; }
.chinamkt .states { font-variant-numeric: tabular-nums; min-width: 11em; }
.chinamkt .up .states { color: var(--up); }
.chinamkt .down .states { color: var(--down); }
.chinamkt tbody th { font-weight: 600; }
.chinamkt code { display: block; font-size: 0.8rem; font-weight: 400; opacity: 0.75; overflow-wrap: anywhere; }
.chinamkt q { quotes: none; max-width: 32em; display: inline-block; }
.chinamkt .related { opacity: 0.85; }
.chinamkt .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (prefers-color-scheme: dark) { .chinamkt { --up: #4ac26b; --down: #ff7b72; } }
</style>"""


def report_table(report: Report) -> str:
    """A table of the facts, each with its quote; self-contained, every word of the text escaped.

    >>> report_table(Report(text="")).splitlines()[-1]
    '<p class="chinamkt">No facts.</p>'
    """
    found = lines(report)
    if not found:
        return f'{_STYLE}\n<p class="chinamkt">No facts.</p>'
    count = f"{len(found)} fact{'s' if len(found) > 1 else ''}"
    caption = f"{plain(report.id)}: {count}" if report.id else count
    heads = "".join(f'<th scope="col">{head}</th>' for head in ("#", "Subject", "States", "When", "Quote"))
    body = "\n".join(_row(line) for line in found)
    return (
        f'{_STYLE}\n<table class="chinamkt">\n<caption>{escape(caption)}</caption>\n'
        f"<thead><tr>{heads}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"
    )


def _row(line: Line) -> str:
    look = " ".join([line.direction.value if line.direction else "none", *(["related"] if line.article else [])])
    arrow = f'<span aria-hidden="true">{ARROWS[line.direction]}</span> ' if line.direction else ""
    spoken = {Direction.UP: "up: ", Direction.DOWN: "down: ", Direction.FLAT: "flat: ", None: ""}[line.direction]
    spoken = f'<span class="unseen">{spoken}</span>' if spoken else ""
    about = f"{escape(line.about)} <code>{escape(line.subject)}</code>" if line.about else f"<code>{escape(line.subject)}</code>"
    return (
        f'<tr class="{look}"><td class="number">{line.number}</td><th scope="row">{about}</th>'
        f'<td class="states">{arrow}{spoken}{escape(line.states)}</td><td>{escape(line.when)}</td>'
        f"<td><q>{escape(line.quote)}</q></td></tr>"
    )
