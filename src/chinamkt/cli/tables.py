"""Tables for the terminal."""

from __future__ import annotations

import sys
from collections.abc import Mapping

from rich import box
from rich.console import Console
from rich.style import Style
from rich.table import Table
from rich.text import Text

from chinamkt.model.facts import Direction
from chinamkt.model.report import Abstention, Finding, Report
from chinamkt.outputs.display import ARROWS, lines, plain
from chinamkt.outputs.jsonl import Document
from chinamkt.outputs.rows import abstention_rows, finding_rows

__all__ = ["abstentions_table", "console_for", "empty_table", "facts_table", "findings_table", "plain_table"]

#: Which colour is up: green in most of the world, red in mainland China.
_COLOURS = {
    "west": {Direction.UP: "green", Direction.DOWN: "red"},
    "cn": {Direction.UP: "red", Direction.DOWN: "green"},
    "none": {},
}
_SEVERITIES = {"error": "bold red", "warning": "yellow", "info": "cyan"}


def console_for(colours: str | None = None) -> Console:
    """Standard output. NO_COLOR is heeded unless ``--colours`` asks for colours by name.

    Characters that the terminal's encoding lacks are replaced, never an error.
    """
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure:
        reconfigure(errors="replace")
    no_colour = None if colours is None else colours == "none"
    return Console(no_color=no_colour, highlight=False, emoji=False, markup=False, width=None if sys.stdout.isatty() else 120)


def facts_table(report: Report, document: Document, colours: str = "west") -> Table | Text:
    """One line a fact: what, how much, when, and the words that say so."""
    found = lines(report)
    title = _title(report, document)
    if not found:
        return title.append(": no facts", style="not bold")
    table = _table(title, "#", "subject", "", "states", "quote")
    table.columns[0].justify = "right"
    table.columns[1].min_width = 20  # security:XHKG:00700 and its like stay whole
    table.columns[3].min_width = 18
    article = 0
    for line in found:
        if line.article != article:
            table.add_section()
        article = line.article
        style = _COLOURS[colours].get(line.direction, "") if line.direction else ""
        subject = Text(line.about)
        subject.append(f"{chr(10) if line.about else ''}{line.subject}", style="dim")
        states = Text(", ".join(line.states), style=style)
        if line.when:
            states.append(f"\n{', '.join(line.when)}", style=Style(color="default", dim=True))
        number = f"{line.number}*" if article else f"{line.number}"
        table.add_row(number, subject, Text(ARROWS[line.direction], style=style), states, Text(line.quote, style="italic"))
    if any(line.article for line in found):
        table.caption = Text("* in a related article on the page", style="dim")
        table.caption_justify = "left"
    return table


def findings_table(report: Report, findings: list[Finding], document: Document, numbers: Mapping[int, int] | None) -> Table:
    """One line a finding: code, what is wrong, what would be right, and the words."""
    table = _table(_title(report, document), "finding", "what is wrong", "facts", "quote")
    for row in finding_rows(report, findings, numbers=numbers):
        code = Text(row["code"], style=_SEVERITIES[row["severity"]])
        code.append(f"\n{row['severity']}", style="dim")
        message = Text(plain(row["message"]))
        if hint := row.get("hint"):
            message.append(f"\n→ {plain(hint)}", style="dim")
        facts = ", ".join(map(str, row.get("facts", ())))
        table.add_row(code, message, facts, Text(plain(row.get("quote", "")), style="italic"))
    return table


def abstentions_table(
    report: Report, abstentions: list[Abstention], document: Document, numbers: Mapping[int, int] | None
) -> Table:
    """One line an abstention: code, why, and the words."""
    table = _table(_title(report, document), "abstained", "why", "facts", "quote")
    for row in abstention_rows(report, abstentions, numbers=numbers):
        facts = ", ".join(map(str, row.get("facts", ())))
        quote = Text(plain(row.get("quote", "")), style="italic")
        table.add_row(Text(row["code"], style="dim"), Text(plain(row["abstained"])), facts, quote)
    return table


def _title(report: Report, document: Document) -> Text:
    """The document's id, and of its main article what the page says: publisher and date."""
    title = Text(plain(document.id), style="bold")
    for article in report.articles[:1]:
        for known in (article.publisher, article.published):
            if known:
                title.append(f"  {plain(str(known))}", style="not bold")
    return title


def plain_table(title: str, heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> Table:
    """A table of words."""
    table = _table(Text(title, style="bold"), *heads)
    for row in rows:
        table.add_row(*row)
    return table


def empty_table(title: str, *heads: str) -> Table:
    """A table in the style of all, to be filled."""
    return _table(Text(plain(title), style="bold"), *heads)


def _table(title: Text, *heads: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD, title=title, title_justify="left", pad_edge=False, show_edge=False, padding=(0, 1, 0, 0))
    for head in heads:
        table.add_column(head, overflow="fold")
    return table
