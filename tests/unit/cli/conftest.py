"""The command with a plain reader, in this process or in one of its own."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from chinamkt.cli import main

SCRIPT = Path(__file__).with_name("plain_reader.py")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Result]:
    """Call ``chinamkt`` with arguments, in a folder of its own; ``input`` is standard input."""
    spec = importlib.util.spec_from_file_location("plain_reader", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    plain_reader = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(plain_reader)
    monkeypatch.setitem(sys.modules, "chinamkt.reader", plain_reader.module())
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)

    def call(*arguments: str, input: str | bytes | None = None) -> Result:
        return CliRunner().invoke(main, list(arguments), input=input, prog_name="chinamkt")

    return call


@pytest.fixture
def start(tmp_path: Path) -> Callable[..., subprocess.Popen[bytes]]:
    """Start ``chinamkt`` as a process with pipes."""

    def begin(*arguments: str, **options: Any) -> subprocess.Popen[bytes]:
        environment = {**os.environ, "PYTHONUNBUFFERED": "", **options.pop("env", {})}
        pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | options
        process: subprocess.Popen[bytes] = subprocess.Popen(
            [sys.executable, str(SCRIPT), *arguments], cwd=tmp_path, env=environment, **pipes
        )
        return process

    return begin
