"""The directive ``command-help``: what ``chinamkt COMMAND --help`` prints."""

from __future__ import annotations

from typing import ClassVar

import click
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from chinamkt.cli import main


def help_text(name: str | None = None) -> str:
    """The help of a command, or of ``chinamkt`` itself."""
    context = click.Context(main, info_name="chinamkt", max_content_width=88, terminal_width=88)
    if name is None:
        return main.get_help(context)
    command = main.get_command(context, name)
    if command is None:
        raise KeyError(name)
    return command.get_help(click.Context(command, info_name=name, parent=context, max_content_width=88, terminal_width=88))


class CommandHelp(SphinxDirective):
    """``{command-help} read`` shows the help of ``chinamkt read``."""

    optional_arguments: ClassVar[int] = 1

    def run(self) -> list[nodes.Node]:
        """One literal block."""
        text = help_text(self.arguments[0] if self.arguments else None)
        return [nodes.literal_block(text, text, language="text")]


def setup(app: Sphinx) -> dict[str, bool]:
    """Sphinx's entry."""
    app.add_directive("command-help", CommandHelp)
    return {"parallel_read_safe": True}
