"""Entry points of made-up packages: found, ordered, refused with the names of those to blame."""

from __future__ import annotations

import importlib.metadata
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from chinamkt import plugins
from chinamkt.errors import PluginError

GROUP = "chinamkt.references"
Install = Callable[..., None]


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    """Each test finds the packages anew, and leaves no trace of its own."""

    def forget() -> None:
        for cached in (plugins.load, plugins.installed, plugins._declared):
            cached.cache_clear()

    forget()
    yield
    forget()


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Put a package with entry points on the path: name, version, lines of its entry points, its module's code."""
    monkeypatch.syspath_prepend(tmp_path)

    def make(name: str, *points: str, group: str = GROUP, version: str = "1.0", code: str = "thing = object()") -> None:
        module = re.sub(r"[-.]", "_", name).lower()
        info = tmp_path / f"{module}-{version}.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
        (info / "entry_points.txt").write_text("\n".join([f"[{group}]", *points]) + "\n")
        (tmp_path / f"{module}.py").write_text(code)

    return make


def test_what_the_library_ships_is_found_through_its_group() -> None:
    shipped = plugins.installed("chinamkt.validators")
    assert "arithmetic-mismatch" in [plugin.name for plugin in shipped]
    assert {plugin.distribution for plugin in shipped} >= {"chinamkt"}
    assert list(plugins.load("chinamkt.validators")) == sorted(plugins.load("chinamkt.validators"))


def test_a_third_partys_plug_in_is_loaded_beside_it(install: Install) -> None:
    install("zeta-names", "zeta = zeta_names:thing", code="thing = 'z'")
    install("alpha-names", "alpha = alpha_names:thing", code="thing = 'a'")
    found = dict(plugins.load(GROUP))
    assert (found["alpha"], found["zeta"]) == ("a", "z")
    assert list(found) == sorted(found)
    assert plugins.get(GROUP, "zeta") == "z"
    zeta = next(one for one in plugins.installed(GROUP) if one.name == "zeta")
    assert (zeta.package, zeta.target) == ("zeta-names 1.0", "zeta_names:thing")


def test_a_group_is_loaded_once(install: Install) -> None:
    install("once", "once = once:thing")
    assert plugins.load(GROUP) is plugins.load(GROUP)
    with pytest.raises(TypeError):
        plugins.load(GROUP)["other"] = 1  # type: ignore[index]


def test_listing_loads_nothing(install: Install) -> None:
    install("broken", "broken = broken:thing", code="raise RuntimeError")
    assert "broken" in [plugin.name for plugin in plugins.installed(GROUP)]


def test_a_name_taken_twice_names_both_packages(install: Install) -> None:
    install("one", "same = one:thing")
    install("two", "same = two:thing", version="2.0")
    with pytest.raises(PluginError, match=r"^one 1\.0 and two 2\.0: chinamkt\.references: 'same' is taken twice"):
        plugins.load(GROUP)


def test_a_shipped_name_can_not_be_taken_over(install: Install) -> None:
    install("thief", "arithmetic-mismatch = thief:thing", group="chinamkt.validators")
    with pytest.raises(PluginError, match=r"chinamkt .* and thief 1\.0: .*'arithmetic-mismatch' is taken twice"):
        plugins.load("chinamkt.validators")


@pytest.mark.parametrize(
    ("target", "code", "why"),
    [
        ("bad:thing", "1 / 0", "ZeroDivisionError"),
        ("bad:other", "thing = 1", "AttributeError"),
        ("missing:thing", "", "ModuleNotFoundError"),
    ],
)
def test_a_failed_load_names_the_package(install: Install, target: str, code: str, why: str) -> None:
    install("bad", f"bad = {target}", code=code)
    with pytest.raises(
        PluginError, match=rf"^bad 1\.0: .*'bad' can't be loaded from {target}: {why}.*CHINAMKT_PLUGINS=shipped"
    ) as caught:
        plugins.load(GROUP)
    assert caught.value.__cause__ is not None


def test_an_unknown_name_lists_the_known(install: Install) -> None:
    install("names", "alpha = names:thing", "beta = names:thing")
    with pytest.raises(PluginError, match=r"no plug-in 'gamma' \(known: .*alpha, .*beta\)"):
        plugins.get(GROUP, "gamma")


def test_the_switch_leaves_third_parties_out(install: Install, monkeypatch: pytest.MonkeyPatch) -> None:
    install("thief", "arithmetic-mismatch = thief:thing", group="chinamkt.validators")
    monkeypatch.setenv(plugins.SWITCH, "shipped")
    assert {plugin.distribution for plugin in plugins.installed("chinamkt.validators")} == {"chinamkt"}
    monkeypatch.setenv(plugins.SWITCH, "none")
    plugins.installed.cache_clear()
    with pytest.raises(PluginError, match=r"^CHINAMKT_PLUGINS: 'none' \(all, or shipped\)"):
        plugins.load("chinamkt.validators")


def test_a_source_tree_that_is_not_installed_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [])
    with pytest.raises(PluginError, match="its own entry points are not installed"):
        plugins.load("chinamkt.validators")


def test_the_answer_is_that_of_importlib_metadata(install: Install) -> None:
    install("Some.Names-Package", "# comment", "", "first = some_names_package:thing", "second=some_names_package:a.b [extra]")
    ours = {(one.group, one.name, one.target, one.distribution) for one in plugins._declared()}
    theirs = {
        (group, point.name, f"{point.module}:{point.attr}", re.sub(r"[-_.]+", "-", point.dist.name).lower())
        for group in plugins.GROUPS
        for point in importlib.metadata.entry_points(group=group)
        if point.dist
    }
    assert ours == theirs
    assert (GROUP, "second", "some_names_package:a.b", "some-names-package") in ours


def test_of_a_package_found_twice_the_first_on_the_path_counts(
    install: Install, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install("twice", "twice = twice:thing", version="1.0")
    older, newer = tmp_path / "twice-1.0.dist-info", tmp_path / "front" / "twice-2.0.dist-info"
    shutil.copytree(older, newer)
    monkeypatch.syspath_prepend(tmp_path / "front")
    assert [one.version for one in plugins.installed(GROUP) if one.name == "twice"] == ["2.0"]


def test_a_line_that_is_no_entry_point_names_the_package(install: Install) -> None:
    install("odd", "odd")
    with pytest.raises(PluginError, match=r"^odd 1\.0: chinamkt\.references: 'odd' is no entry point \(name = module:object\)"):
        plugins.load(GROUP)


def test_the_module_itself_is_light() -> None:
    code = "import sys; from chinamkt import plugins; plugins.load(plugins.GROUPS[0]); print('importlib.metadata' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
