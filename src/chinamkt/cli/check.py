"""``chinamkt check``: what is wrong in the facts of texts."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

from chinamkt.cli.bars import load_bars
from chinamkt.cli.documents import Sources
from chinamkt.cli.facts import FactsRun
from chinamkt.cli.run import Run, colours_option, context_options, source_options
from chinamkt.errors import BadInput, InvalidValue
from chinamkt.model.report import Abstention, Finding, Report
from chinamkt.outputs.jsonl import Document

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["command"]

_Checked = tuple[Document, Report, list[Finding], list[Abstention]]


@click.command("check", short_help="Find what is wrong in the facts of texts.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--only", multiple=True, metavar="CODE", help="Run this validator only; may be repeated.")
@click.option("--skip", multiple=True, metavar="CODE", help="Leave this validator out; may be repeated.")
@click.option(
    "--bars",
    multiple=True,
    metavar="[SUBJECT=]FILE",
    help="Daily bars (CSV or Parquet) to hold the facts against, e.g. index:HSI=hsi.csv; may be repeated.",
)
@click.option("--complete", is_flag=True, help="The bars lack no session, and their figures are the exchange's own.")
@click.option(
    "--facts",
    metavar="FILE",
    help="Facts that something else read in the text (JSON lines, JSON or CSV), instead of reading it; - for standard input.",
)
@click.option("--abstained", is_flag=True, help="Also say what the validators could not judge, and why.")
@click.option("--to", type=click.Choice(["table", "jsonl"]), default="table", show_default=True, help="Form of the output.")
@colours_option
@source_options
@context_options
def command(
    paths: tuple[str, ...],
    only: tuple[str, ...],
    skip: tuple[str, ...],
    bars: tuple[str, ...],
    complete: bool,
    facts: str | None,
    abstained: bool,
    to: str,
    colours: str | None,
    form: str | None,
    encoding: str,
    **context: Any,
) -> None:
    """Read PATHs (files, folders, - for standard input) and print what the validators find.

    With --facts, the facts of that file are judged instead of those that chinamkt would read.

    Findings do not change the exit status: a text that contradicts itself was read.
    """
    from chinamkt.validate import Context, abstentions, check

    chosen, left_out = only or None, skip or None
    try:
        check(Report(text=""), only=chosen, skip=left_out)
    except InvalidValue as error:  # a code that no validator has is a wrong call, not a wrong text
        raise click.UsageError(str(error)) from None
    table = load_bars(bars, complete=complete)
    beside = Context(given={} if table is None else {"bars": table})
    sources = Sources(paths, form=form, encoding=encoding)
    run = Run(sources, **context) if facts is None else FactsRun(sources, facts, **context)

    def checked(console: Console | None = None) -> Iterator[_Checked]:
        for document, report in run.reports(console=console):
            silent = abstentions(report, only=chosen, skip=left_out, context=beside) if abstained else []
            yield document, report, check(report, only=chosen, skip=left_out, context=beside), silent

    if to == "table":
        _tables(run, checked, colours)
    else:
        _stream(run, checked())
    run.end()


def _tables(run: Run, checked: Callable[[Console], Iterable[_Checked]], colours: str | None) -> None:
    from chinamkt.cli.tables import abstentions_table, console_for, findings_table

    console, texts, total = console_for(colours), 0, 0
    for document, report, findings, silent in checked(console):
        texts, total = texts + 1, total + len(findings)
        if findings:
            console.print(findings_table(report, findings, document, run.numbers))
        if silent:
            console.print(abstentions_table(report, silent, document, run.numbers))
    console.print(f"{total} finding{'' if total == 1 else 's'} in {texts} text{'' if texts == 1 else 's'}")


def _stream(run: Run, checked: Iterable[_Checked]) -> None:
    from chinamkt.outputs.jsonl import to_lines
    from chinamkt.outputs.rows import abstention_rows, finding_rows

    for document, report, findings, silent in checked:
        try:
            found = finding_rows(report, findings, numbers=run.numbers)
            written = to_lines([*found, *abstention_rows(report, silent, numbers=run.numbers)])
        except BadInput as error:
            run.fail(error, document)
            continue
        sys.stdout.buffer.write(written)
        sys.stdout.buffer.flush()
