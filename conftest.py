"""README and docs are run as tests: Python sessions by doctest, console sessions in a shell.

Property-based tests draw the same examples in every run; ``CHINAMKT_HYPOTHESIS=search`` draws
new ones, and many.
"""

from __future__ import annotations

import doctest
import os
import subprocess
import sysconfig
from pathlib import Path

from hypothesis import HealthCheck, settings
from sybil import Example, Sybil
from sybil.parsers.myst import CodeBlockParser, PythonCodeBlockParser, SkipParser

# Timing says nothing about truth: no deadlines.
settings.register_profile("same", deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("search", deadline=None, max_examples=2_000, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("CHINAMKT_HYPOTHESIS", "same"))

ROOT = Path(__file__).parent
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


class ConsoleParser(CodeBlockParser):
    """Runs the ``$`` lines of a ``console`` block in the project's folder and compares what they print."""

    language = "console"

    def evaluate(self, example: Example) -> str | None:
        """Run each ``$`` line; a text is a failure."""
        path = os.pathsep.join((sysconfig.get_path("scripts"), os.environ.get("PATH", "")))
        env = {**os.environ, "PATH": path, "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
        for session in str(example.parsed).split("$ ")[1:]:
            command, _, wanted = session.partition("\n")
            done = subprocess.run(  # noqa: S602 - the docs are ours
                command,
                shell=True,
                cwd=ROOT,
                env=env,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                check=False,
            )
            if not doctest.OutputChecker().check_output(wanted, done.stdout, FLAGS):
                return f"$ {command}\nshould print\n{wanted}\nbut prints\n{done.stdout}"
        return None


pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(doctest_optionflags=FLAGS), ConsoleParser(), SkipParser()],
    patterns=["*.md"],
    path=str(ROOT),
    excludes=[
        "changelog.d/*",
        "CHANGELOG.md",
        "examples/*",
        "docs/_build/**",
        "docs/explanation/phenomena.md",
        "docs/reference/validators.md",
    ],
).pytest()


collect_ignore = ["docs/conf.py", "docs/_ext", "bench", "noxfile.py", "update"]
