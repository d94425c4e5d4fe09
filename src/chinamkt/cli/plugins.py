"""``chinamkt plugins``: what is installed under the library's entry-point groups."""

from __future__ import annotations

import click

__all__ = ["command"]


@click.command("plugins", short_help="List parsers, languages, references and validators.")
def command() -> None:
    """List the plug-ins by group, with the package each comes from."""
    from chinamkt.cli.tables import console_for, plain_table
    from chinamkt.plugins import GROUPS, installed

    rows: list[tuple[str, ...]] = [
        (group, plugin.name, f"{plugin.distribution} {plugin.version}", plugin.target)
        for group in GROUPS
        for plugin in installed(group)
    ]
    console_for().print(plain_table("plug-ins", ("group", "name", "package", "object"), rows))
