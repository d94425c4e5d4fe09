"""``chinamkt check``: what is wrong in the facts of texts."""

from __future__ import annotations

from typing import Any

import click

from chinamkt.cli.documents import Sources
from chinamkt.cli.run import Run, colours_option, context_options, source_options
from chinamkt.errors import ChinamktError, PluginError

__all__ = ["command"]


@click.command("check", short_help="Find what is wrong in the facts of texts.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--only", multiple=True, metavar="CODE", help="Run this validator only; may be repeated.")
@click.option("--skip", multiple=True, metavar="CODE", help="Leave this validator out; may be repeated.")
@click.option("--to", type=click.Choice(["table", "jsonl"]), default="table", show_default=True, help="Form of the output.")
@colours_option
@source_options
@context_options
def command(
    paths: tuple[str, ...],
    only: tuple[str, ...],
    skip: tuple[str, ...],
    to: str,
    colours: str | None,
    form: str | None,
    encoding: str,
    **context: Any,
) -> None:
    """Read PATHs (files, folders, - for standard input) and print what the validators find.

    Findings do not change the exit status: a text that contradicts itself was read.
    """
    from chinamkt.outputs.jsonl import to_lines
    from chinamkt.outputs.rows import finding_rows
    from chinamkt.validate import check

    run = Run(Sources(paths, form=form, encoding=encoding), **context)
    console, total, texts = None, 0, 0
    if to == "table":
        from chinamkt.cli.tables import console_for, findings_table

        console = console_for(colours)
    for document, report in run.reports(console=console):
        texts += 1
        try:
            findings = list(check(report, only=list(only) or None, skip=list(skip) or None))
            if console is None:
                out = click.get_binary_stream("stdout")
                out.write(to_lines(finding_rows(report, findings)))
                out.flush()
        except PluginError as error:  # a code that no validator has
            raise click.UsageError(str(error)) from None
        except ChinamktError as error:
            run.fail(error, document)
            continue
        total += len(findings)
        if console is not None and findings:
            console.print(findings_table(report, findings, document))
    if console is not None:
        console.print(f"{total} finding{'' if total == 1 else 's'} in {texts} text{'' if texts == 1 else 's'}")
    run.end()
