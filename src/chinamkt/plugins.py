"""Plug-ins by entry points: what the library ships is found the way a third party's package is.

The entry points of all installed packages are read once a process. With the environment
variable ``CHINAMKT_PLUGINS=shipped`` only those of this package count, which tells whether a
third party's plug-in is to blame for a result.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from attrs import frozen

from chinamkt.errors import PluginError

if TYPE_CHECKING:
    from importlib.metadata import Distribution, EntryPoint

__all__ = ["GROUPS", "SWITCH", "Plugin", "get", "installed", "load"]

#: The groups that the library reads.
GROUPS = ("chinamkt.article_parsers", "chinamkt.languages", "chinamkt.references", "chinamkt.validators")

#: The environment variable that turns third parties' plug-ins off: ``CHINAMKT_PLUGINS=shipped``.
SWITCH = "CHINAMKT_PLUGINS"


@frozen(slots=True)
class Plugin:
    """An entry point and the distribution that declares it."""

    group: str
    name: str
    target: str
    distribution: str
    version: str

    def __str__(self) -> str:
        return f"{self.name} of {self.distribution} {self.version} ({self.target})"


def installed(group: str) -> tuple[Plugin, ...]:
    """The plug-ins of a group by name, not loaded.

    :raises PluginError: where two distributions take one name.

    >>> [plugin.distribution for plugin in installed("chinamkt.validators") if plugin.name == "arithmetic-mismatch"]
    ['chinamkt']
    """
    return tuple(_found(group))


@cache
def load(group: str) -> Mapping[str, Any]:
    """The objects of a group by name, sorted; loaded once.

    :raises PluginError: where two distributions take one name, or one can't be loaded; it
        names the distributions.
    """
    objects = {}
    for plugin, point in _found(group).items():
        try:
            objects[plugin.name] = point.load()
        except Exception as error:
            message = f"{group}: {plugin.name!r} can't be loaded from {plugin.target}: {type(error).__name__}: {error}"
            hint = f"repair or uninstall it; {SWITCH}=shipped leaves third parties out"
            raise PluginError(message, source=f"{plugin.distribution} {plugin.version}", hint=hint) from error
    return MappingProxyType(objects)


def get(group: str, name: str) -> Any:
    """One object of a group.

    :raises PluginError: for an unknown name, with the known ones.

    >>> get("chinamkt.references", "nasdaq")
    Traceback (most recent call last):
    ...
    chinamkt.errors.PluginError: chinamkt.references: no plug-in 'nasdaq' (known: ...)
    """
    try:
        return load(group)[name]
    except KeyError:
        known = ", ".join(load(group)) or "none"
        raise PluginError(f"no plug-in {name!r}", source=group, hint=f"known: {known}") from None


@cache
def _found(group: str) -> dict[Plugin, EntryPoint]:
    found: dict[str, tuple[Plugin, EntryPoint]] = {}
    for point in _entry_points(group):
        distribution, version = _who(point.dist)
        plugin = Plugin(group, point.name, point.value, distribution, version)
        if point.name in found:
            other = found[point.name][0]
            source = " and ".join(sorted({f"{other.distribution} {other.version}", f"{distribution} {version}"}))
            raise PluginError(f"{group}: {point.name!r} is taken twice", source=source, hint="uninstall one of them")
        found[point.name] = (plugin, point)
    return {plugin: point for _, (plugin, point) in sorted(found.items())}


def _entry_points(group: str) -> list[EntryPoint]:
    points = list(_all().select(group=group))
    if not points and not _all().select(group="console_scripts", name="chinamkt"):
        hint = "pip install it; a source tree alone won't do"
        raise PluginError("its own entry points are not installed", source="chinamkt", hint=hint)
    setting = os.environ.get(SWITCH, "all")
    if setting not in ("all", "shipped"):
        raise PluginError(f"{setting!r}", source=SWITCH, hint="all, or shipped")
    return points if setting == "all" else [point for point in points if _who(point.dist)[0] == "chinamkt"]


@cache
def _all() -> Any:
    """What all installed packages declare: read once, since a reading goes through every package's files."""
    from importlib.metadata import entry_points

    return entry_points()


@cache
def _who(distribution: Distribution | None) -> tuple[str, str]:
    """Name and version; each access to them parses the distribution's metadata anew, so they are kept."""
    return (distribution.name, distribution.version) if distribution else ("unknown", "?")
