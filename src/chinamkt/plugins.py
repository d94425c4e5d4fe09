"""Plug-ins by entry points: what the library ships is found the way a third party's package is.

The entry points of all installed packages are read once a process, straight from their
``entry_points.txt`` (https://packaging.python.org/specifications/entry-points/): importing
``importlib.metadata`` for it would take 20 ms of the 150 that a first fact may take, five times
as long as the reading. A test holds both to the same answer.

With the environment variable ``CHINAMKT_PLUGINS=shipped`` only those of this package count,
which tells whether a third party's plug-in is to blame for a result.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from functools import cache, reduce
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Any

from attrs import frozen

from chinamkt.errors import PluginError

__all__ = ["GROUPS", "SWITCH", "Plugin", "get", "installed", "load"]

#: The groups that the library reads.
GROUPS = ("chinamkt.article_parsers", "chinamkt.languages", "chinamkt.references", "chinamkt.validators")

#: The environment variable that turns third parties' plug-ins off: ``CHINAMKT_PLUGINS=shipped``.
SWITCH = "CHINAMKT_PLUGINS"


@frozen(slots=True)
class Plugin:
    """An entry point and the distribution that declares it.

    :param target: ``module:object``, not imported yet.
    """

    group: str
    name: str
    target: str
    distribution: str
    version: str

    @property
    def package(self) -> str:
        """Distribution and version."""
        return f"{self.distribution} {self.version}"

    def load(self) -> Any:
        """The object itself.

        :raises PluginError: whatever goes wrong; it names the distribution.
        """
        module, _, name = self.target.partition(":")
        try:
            return reduce(getattr, filter(None, name.split(".")), import_module(module))
        except Exception as error:
            message = f"{self.group}: {self.name!r} can't be loaded from {self.target}: {type(error).__name__}: {error}"
            hint = f"repair or uninstall it; {SWITCH}=shipped leaves third parties out"
            raise PluginError(message, source=self.package, hint=hint) from error


@cache
def installed(group: str) -> tuple[Plugin, ...]:
    """The plug-ins of a group by name, not loaded.

    :raises PluginError: where a name is taken twice; it names the distributions.

    >>> [plugin.distribution for plugin in installed("chinamkt.validators") if plugin.name == "arithmetic-mismatch"]
    ['chinamkt']
    """
    setting = os.environ.get(SWITCH, "all")
    if setting not in ("all", "shipped"):
        raise PluginError(f"{setting!r}", source=SWITCH, hint="all, or shipped")
    found: dict[str, Plugin] = {}
    for plugin in _declared():
        if plugin.group != group or (setting == "shipped" and plugin.distribution != "chinamkt"):
            continue
        if plugin.name in found:
            packages = " and ".join(sorted({found[plugin.name].package, plugin.package}))
            raise PluginError(f"{group}: {plugin.name!r} is taken twice", source=packages, hint="uninstall one of them")
        found[plugin.name] = plugin
    return tuple(plugin for _, plugin in sorted(found.items()))


@cache
def load(group: str) -> Mapping[str, Any]:
    """The objects of a group by name, sorted; loaded once.

    :raises PluginError: where a name is taken twice, or an object can't be loaded; it names
        the distributions.
    """
    return MappingProxyType({plugin.name: plugin.load() for plugin in installed(group)})


class OnDemand(Mapping[str, Any]):
    """The objects of a group by name, sorted; each is loaded when it is first asked for.

    :raises PluginError: where a name is taken twice; and of an object that can't be loaded, when it is asked for.

    >>> sorted(OnDemand("chinamkt.languages"))
    ['en', 'zh']
    """

    def __init__(self, group: str) -> None:
        self._plugins = {plugin.name: plugin for plugin in installed(group)}
        self._loaded: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._loaded:
            self._loaded[name] = self._plugins[name].load()
        return self._loaded[name]

    def __contains__(self, name: object) -> bool:
        return name in self._plugins

    def __iter__(self) -> Iterator[str]:
        return iter(self._plugins)

    def __len__(self) -> int:
        return len(self._plugins)


def get(group: str, name: str) -> Any:
    """One object of a group.

    :raises PluginError: for an unknown name, with the known ones.

    >>> get("chinamkt.references", "nasdaq")
    Traceback (most recent call last):
    ...
    chinamkt.errors.PluginError: chinamkt.references: no plug-in 'nasdaq' (known: ...)
    """
    objects = load(group)
    if name not in objects:
        raise PluginError(f"no plug-in {name!r}", source=group, hint=f"known: {', '.join(objects) or 'none'}")
    return objects[name]


@cache
def _declared() -> tuple[Plugin, ...]:
    """Every entry point of the library's groups; of a distribution found twice on the path, the first counts."""
    found: dict[str, list[Plugin]] = {}
    for distribution, version, text in _distributions():
        if distribution not in found:
            found[distribution] = list(_parse(text, distribution, version)) if "[chinamkt." in text else []
    if not found.get("chinamkt"):
        hint = "pip install it; a source tree alone won't do"
        raise PluginError("its own entry points are not installed", source="chinamkt", hint=hint)
    return tuple(plugin for plugins in found.values() for plugin in plugins)


def _distributions() -> Iterator[tuple[str, str, str]]:
    """Name, version and entry points of each distribution on the path: ``NAME-VERSION.dist-info/entry_points.txt``."""
    for folder in dict.fromkeys(sys.path):
        try:
            infos = sorted(info for info in Path(folder or ".").iterdir() if info.suffix in (".dist-info", ".egg-info"))
        except OSError:  # a path may name archives, and folders that are not there
            continue
        for info in infos:
            try:
                text = (info / "entry_points.txt").read_text("utf-8")
            except OSError:  # most packages have none
                text = ""
            name, _, version = info.stem.partition("-")
            yield name.replace("_", "-").replace(".", "-").lower(), version.partition("-")[0] or "?", text


def _parse(text: str, distribution: str, version: str) -> Iterator[Plugin]:
    """Lines ``name = module:object`` under ``[group]``; extras in brackets have no meaning any more."""
    group = ""
    for line in map(str.strip, text.splitlines()):
        if line.startswith("["):
            group = line.strip("[]")
        elif group.startswith("chinamkt.") and line and not line.startswith(("#", ";")):
            name, equals, target = line.partition("=")
            if not equals:
                raise PluginError(
                    f"{group}: {line!r} is no entry point", source=f"{distribution} {version}", hint="name = module:object"
                )
            yield Plugin(group, name.strip(), target.partition("[")[0].strip(), distribution, version)
