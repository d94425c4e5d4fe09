"""A report's facts as an HTML table, for notebooks and pages."""

from __future__ import annotations

from html import escape

from chinamkt.model.report import Report
from chinamkt.outputs.display import ARROWS, Line, lines, plain

__all__ = ["STYLE", "report_table"]

# Scoped to one class, so that it changes nothing else on the page; colours hold 4.5:1 on white and on black.
STYLE = """<style>
.chinamkt { --up: #1a7f37; --down: #c62828; border-collapse: collapse; font: 0.9rem/1.4 system-ui, sans-serif; text-align: left; }
.chinamkt caption { caption-side: top; text-align: left; font-weight: 600; padding: 0.4em 0.6em; }
.chinamkt th, .chinamkt td { padding: 0.35em 0.6em; vertical-align: top; text-align: left;
  border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent); }
.chinamkt thead th { border-bottom-width: 2px; white-space: nowrap; }
.chinamkt .number { text-align: right; font-variant-numeric: tabular-nums; }
.chinamkt .states { font-variant-numeric: tabular-nums; min-width: 13em; }
.chinamkt .up { color: var(--up); }
.chinamkt .down { color: var(--down); }
.chinamkt tbody th { min-width: 12.5em; }
.chinamkt tbody th { font-weight: 600; }
.chinamkt code { display: block; font-size: 0.8rem; font-weight: 400; opacity: 0.75; overflow-wrap: anywhere; }
.chinamkt small { display: block; font-size: 0.8rem; opacity: 0.8; }
.chinamkt q { quotes: none; max-width: 32em; display: inline-block; }
.chinamkt tbody th.group { font-weight: 400; font-style: italic; }
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
        return f'{STYLE}\n<p class="chinamkt">No facts.</p>'
    count = f"{len(found)} fact{'s' if len(found) > 1 else ''}"
    caption = f"{plain(report.id)}: {count}" if report.id else count
    heads = "".join(f'<th scope="col">{head}</th>' for head in ("#", "Subject", "States", "Quote"))
    body, article = [], 0
    for line in found:
        if line.article != article:
            article = line.article
            body.append(f'<tr><th class="group" colspan="4" scope="colgroup">{_article(article)}</th></tr>')
        body.append(_row(line))
    return (
        f'{STYLE}\n<table class="chinamkt">\n<caption>{escape(caption)}</caption>\n'
        f"<thead><tr>{heads}</tr></thead>\n<tbody>\n{chr(10).join(body)}\n</tbody>\n</table>"
    )


def _article(number: int) -> str:
    return f"Related article {number} on the page" if number else "Main article"


def _row(line: Line) -> str:
    states = escape(", ".join(line.states))
    if line.direction:
        way = line.direction.value
        arrow = f'<span aria-hidden="true">{ARROWS[line.direction]}</span><span class="unseen">{way}:</span>'
        states = f'<span class="{way}">{arrow} {states}</span>'
    when = f"<small>{escape(', '.join(line.when))}</small>" if line.when else ""
    about = f"{escape(line.about)} " if line.about else ""
    return (
        f'<tr><td class="number">{line.number}</td><th scope="row">{about}<code>{escape(line.subject)}</code></th>'
        f'<td class="states">{states}{when}</td><td><q>{escape(line.quote)}</q></td></tr>'
    )
