"""The checks of the project; ``nox`` runs ``tests``, ``nox -l`` lists the rest."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import nox

PROJECT = nox.project.load_toml("pyproject.toml")
HERE = Path(__file__).parent
SHARED = HERE.parent / "shared"
THIS_PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"
OTHER_PYTHONS = [python for python in nox.project.python_versions(PROJECT) if python != THIS_PYTHON]

nox.needs_version = ">=2025.5"
nox.options.default_venv_backend = "virtualenv"
nox.options.error_on_missing_interpreters = False
nox.options.sessions = ["tests"]


def group(*names: str) -> list[str]:
    """The requirements of dependency groups."""
    return list(nox.project.dependency_groups(PROJECT, *names))


def pytest(session: nox.Session, *arguments: str) -> None:
    session.run("pytest", "-q", "-n", "2", *arguments, *session.posargs)


@nox.session
def tests(session: nox.Session) -> None:
    """Unit, property, golden and plug-in tests, the docs and every docstring, on the Python that runs nox."""
    session.install("-q", "-e", ".", *group("test"))
    pytest(session)


@nox.session(python=OTHER_PYTHONS)
def others(session: nox.Session) -> None:
    """The same tests on the other supported Pythons, where present."""
    session.install("-q", "-e", ".", *group("test"))
    pytest(session)


@nox.session
def lint(session: nox.Session) -> None:
    """Ruff's rules and format; import-linter's contracts for the layers."""
    session.install("-q", "-e", ".", *group("lint"))
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("lint-imports")


@nox.session
def types(session: nox.Session) -> None:
    """Mypy, strict, over the library, its tests and its tools."""
    session.install("-q", "-e", ".", *group("types"))
    session.run("mypy")


@nox.session
def docs(session: nox.Session) -> None:
    """Build the documentation; a warning is an error."""
    session.install("-q", "-e", ".[testing,pandas]", *group("docs"))
    session.run("sphinx-build", "-q", "-W", "--keep-going", "-b", "html", "docs", "docs/_build/html")


@nox.session
def accuracy(session: nox.Session) -> None:
    """Score the reader on ../shared against the floors of tests/corpus/floors.toml, and count the validators' false alarms."""
    if not (SHARED / "eval" / "score.py").is_file():
        session.skip("no ../shared beside the checkout")
    session.install("-q", "-e", ".")
    session.run("python", "tests/corpus/accuracy.py", *session.posargs)
    session.run("python", "tests/corpus/alarms.py")


@nox.session
def oracles(session: nox.Session) -> None:
    """The trading calendar against the packages that it was made from, day by day."""
    session.install("-q", "-e", ".", *group("oracles"))
    session.run("pytest", "-q", "-n", "0", "tests/oracles", *session.posargs)


@nox.session
def bench(session: nox.Session) -> None:
    """Measure speed on own pages; prints figures, asserts none."""
    session.install("-q", ".")
    session.run("python", "bench/speed.py", *session.posargs)


@nox.session
def build(session: nox.Session) -> None:
    """Build sdist and wheel, and test the installed wheel with ``src`` out of the way."""
    session.install("-q", "build", *group("test"))
    dist = Path(session.create_tmp()) / "dist"
    shutil.rmtree(dist, ignore_errors=True)
    session.run("python", "-m", "build", "--outdir", str(dist), ".", silent=True)
    (wheel,) = dist.glob("*.whl")
    session.install("-q", "--force-reinstall", "--no-deps", str(wheel))
    session.install("-q", str(wheel))
    away = dist.parent / "away"
    shutil.rmtree(away, ignore_errors=True)
    away.mkdir()
    for name in ("tests", "docs", "examples", "bench"):
        shutil.copytree(HERE / name, away / name, ignore=shutil.ignore_patterns("_build", "__pycache__"))
    for name in ("conftest.py", "pyproject.toml", "README.md"):
        shutil.copy(HERE / name, away / name)
    session.chdir(away)
    pytest(session, "tests", "docs", "README.md")
    session.run("python", "-c", "import chinamkt, sys; sys.exit('src' in chinamkt.__file__.split('/'))")
