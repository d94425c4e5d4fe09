"""The command ``chinamkt``. A subcommand is a module of this package, imported when it is called."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from chinamkt.errors import ChinamktError

__all__ = ["main"]

_COMMANDS = ("check", "compare", "explain", "ledger", "lookup", "plugins", "read")


class _Commands(click.Group):
    """Imports a subcommand on use, so that ``read --to jsonl`` does not pay for tables."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        found: click.Command = import_module(f"chinamkt.cli.{cmd_name}").command
        return found

    def invoke(self, ctx: click.Context) -> Any:
        """What stops a whole command (a plug-in that can't be loaded, a broken table) is told in one line."""
        try:
            return super().invoke(ctx)
        except ChinamktError as error:
            click.echo(f"chinamkt: {error}", err=True)
            ctx.exit(1)


def _version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        import chinamkt

        click.echo(f"chinamkt {chinamkt.__version__}")
        ctx.exit()


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version", is_flag=True, expose_value=False, is_eager=True, callback=_version, help="Print the version and leave."
)
def main() -> None:
    """Read reports about the mainland-China and Hong Kong stock markets into typed, checked facts.

    Exit status: 0 when all was read, 1 when some input could not be (the rest is), 2 for a wrong call.
    """
