"""``chinamkt explain``: why a fact is what it is."""

from __future__ import annotations

from typing import Any

import click

from chinamkt.cli.documents import Sources
from chinamkt.cli.run import Run, colours_option, context_options, source_options

__all__ = ["command"]


@click.command("explain", short_help="Show why a fact was read: rule, spans, reference rows.")
@click.argument("path", metavar="FILE")
@click.argument("number", metavar="[FACT]", type=click.IntRange(min=1), required=False)
@colours_option
@source_options
@context_options
def command(path: str, number: int | None, colours: str | None, form: str | None, encoding: str, **context: Any) -> None:
    """Show why each fact of FILE (- for standard input) was read, or only FACT, a number of the table that read prints."""
    from rich.text import Text

    from chinamkt.cli.tables import console_for
    from chinamkt.outputs.display import lines, plain
    from chinamkt.outputs.rows import ordered
    from chinamkt.reader import explain

    run = Run(Sources([path], form=form, encoding=encoding), **context)
    console = console_for(colours)
    for document, report in run.reports():
        facts = ordered(report)
        if number is not None and number > len(facts):
            told = f"{len(facts)} fact{'' if len(facts) == 1 else 's'}"
            raise click.BadParameter(f"{document.id} has {told}.", param_hint="FACT")
        if document.id != path and facts:  # one of several in a file of JSON lines
            console.print(Text(plain(document.id), style="bold underline"))
        for line, fact in zip(lines(report), facts, strict=True):
            if number not in (None, line.number):
                continue
            console.print(Text(f"{line.number}. {line.about or line.subject}: {', '.join(line.states)}", style="bold"))
            steps = explain(report, fact)
            width = max((len(label) for label, _ in steps), default=0)
            for label, text in steps:
                console.print(Text(f"   {label:<{width}}  ", style="dim").append(plain(text), style="not dim"), soft_wrap=True)
            console.print()
    run.end()
