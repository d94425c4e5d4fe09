"""``chinamkt read``: texts in, facts out."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import click
from attrs import frozen

from chinamkt.cli.documents import Sources
from chinamkt.cli.run import Run, colours_option, context_options, source_options
from chinamkt.errors import ChinamktError
from chinamkt.model.report import Report

__all__ = ["command"]


@click.command("read", short_help="Read facts from files, folders or standard input.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--to", type=click.Choice(["table", "json", "jsonl", "csv"]), default="table", show_default=True, help="Form of the output."
)
@colours_option
@source_options
@context_options
def command(paths: tuple[str, ...], to: str, colours: str | None, form: str | None, encoding: str, **context: Any) -> None:
    """Read the facts of PATHs: files, folders, or - for standard input.

    A JSON line is {"id": ..., "text": ...}, optionally with "published", "publisher", "lang".
    """
    run = Run(Sources(paths, form=form, encoding=encoding), **context)
    if to == "table":
        _tables(run, colours)
    else:
        _stream(run, _form(to))
    run.end()


def _tables(run: Run, colours: str | None) -> None:
    from chinamkt.cli.tables import console_for, facts_table

    console = console_for(colours)
    for number, (document, report) in enumerate(run.reports(console=console)):
        if number:
            console.print()
        console.print(facts_table(report, document, colours or "west"))


@frozen
class _Form:
    """How reports are strung together as bytes."""

    each: Callable[[Report], bytes]
    head: bytes = b""
    between: bytes = b""
    tail: bytes = b""


def _form(to: str) -> _Form:
    from chinamkt.outputs.rows import to_rows

    if to == "jsonl":
        from chinamkt.outputs.jsonl import to_lines

        return _Form(lambda report: to_lines(to_rows(report)))
    if to == "csv":
        from chinamkt.outputs.csv import to_csv
        from chinamkt.outputs.jsontext import encode

        return _Form(lambda report: encode(to_csv(to_rows(report), header=False)), head=encode(to_csv([])))
    from chinamkt.outputs.converter import report_to_json

    return _Form(lambda report: report_to_json(report).encode(), head=b"[\n", between=b",\n", tail=b"\n]\n")


def _stream(run: Run, form: _Form) -> None:
    """Bytes, so that no locale changes them; flushed with every document, so that a pipe sees it at once."""
    out = sys.stdout.buffer
    out.write(form.head)
    between = b""
    for document, report in run.reports():
        try:
            written = form.each(report)
        except ChinamktError as error:
            run.fail(error, document)
            continue
        out.write(between + written)
        out.flush()
        between = form.between
    out.write(form.tail)
    out.flush()
