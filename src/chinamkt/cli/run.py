"""What the reading commands share: options, the loop over documents, errors and the progress bar."""

from __future__ import annotations

import codecs
import datetime as dt
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

import click

from chinamkt.cli.documents import Sources
from chinamkt.errors import ChinamktError, InvalidValue, PluginError, ReferenceFault
from chinamkt.model.dates import PartialDate
from chinamkt.model.report import Report
from chinamkt.outputs.jsonl import Document
from chinamkt.outputs.wire import read_published

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["Run", "colours_option", "context_options", "source_options"]

F = TypeVar("F", bound=Callable[..., Any])


def _published(_: click.Context, __: click.Parameter, value: str | None) -> dt.datetime | PartialDate | None:
    try:
        return None if value is None else read_published(value)
    except InvalidValue as error:
        raise click.BadParameter(str(error)) from None


def _encoding(_: click.Context, __: click.Parameter, value: str) -> str:
    try:
        name = codecs.lookup(value).name
    except LookupError:
        raise click.BadParameter(f"{value!r} is unknown; try utf-8, gb18030, big5hkscs or utf-16") from None
    return "utf-8-sig" if name == "utf-8" else name  # a byte order mark is no part of the text


def context_options(command: F) -> F:
    """Options that say of a text what it may not say itself; a document's own values come first."""
    for option in (
        click.option("--lang", help="Language of the texts (en, zh-Hans, zh-Hant); found out by default."),
        click.option("--publisher", help="Publisher of the texts, where they do not say."),
        click.option(
            "--published",
            metavar="DATE",
            callback=_published,
            help="Date or time (ISO 8601) of publication, where the texts do not say.",
        ),
    ):
        command = option(command)
    return command


def source_options(command: F) -> F:
    """How the input is written."""
    for option in (
        click.option("--encoding", default="utf-8", show_default=True, callback=_encoding, help="Encoding of texts."),
        click.option(
            "--from", "form", type=click.Choice(["text", "jsonl"]), help="Form of the input; by the file's suffix by default."
        ),
    ):
        command = option(command)
    return command


def colours_option(command: F) -> F:
    """Which way is green."""
    option = click.option(
        "--colours",
        type=click.Choice(["west", "cn", "none"]),
        help="Green is up (west, the default) or red is (cn); none with NO_COLOR.",
    )
    return option(command)


class Run:
    """One pass over documents: every fault is told on standard error with its place, the rest goes on.

    :param published: with publisher and lang what the command line says of all texts.
    """

    def __init__(self, sources: Sources, *, published: Any = None, publisher: str | None = None, lang: str | None = None) -> None:
        self.sources = sources
        self.published, self.publisher, self.lang = published, publisher, lang
        self.failed = False
        #: Of the facts of the last report, by ``id``, where they are not counted by their place in the text.
        self.numbers: dict[int, int] | None = None
        self._tell: Callable[[str], None] = lambda message: click.echo(message, err=True)

    def reports(self, *, console: Console | None = None) -> Iterator[tuple[Document, Report]]:
        """Every document that can be read, with its report.

        :param console: what prints tables, so that a progress bar on the same terminal stays below them.
        """
        for place in self._watched(console):
            for document in self.sources.read(place):
                if isinstance(document, ChinamktError):
                    self.fail(document)
                    continue
                try:
                    report = self._read(document)
                except (PluginError, ReferenceFault):  # nothing would be read after these
                    raise
                except ChinamktError as error:
                    self.fail(error, document)
                else:
                    yield document, report

    def fail(self, error: ChinamktError, document: Document | None = None) -> None:
        """Tell what is wrong and where; the exit status will be 1."""
        self.failed = True
        place = f"{document.source}: " if document and not str(error).startswith(document.source) else ""
        self._tell(f"chinamkt: {place}{error}")

    def end(self) -> None:
        """Leave with status 1 where a document failed."""
        if self.failed:
            sys.exit(1)

    def _read(self, document: Document) -> Report:
        from chinamkt.reader import read

        return read(
            document.text,
            published=document.published or self.published,
            publisher=document.publisher or self.publisher,
            lang=document.lang or self.lang,
            id=document.id,
        )

    def _watched(self, console: Console | None) -> Iterator[Any]:
        """The files, with a progress bar where there are many and a terminal to show it without harm to the output."""
        if len(self.sources) < 2 or not sys.stderr.isatty() or (sys.stdout.isatty() and console is None):
            yield from self.sources.found
            return
        from rich.console import Console
        from rich.progress import Progress

        shown = console if console is not None and sys.stdout.isatty() else Console(stderr=True)
        with Progress(console=shown, transient=True) as progress:
            self._tell = lambda message: progress.console.print(message, markup=False, highlight=False, soft_wrap=True)
            yield from progress.track(self.sources.found, description="reading")
