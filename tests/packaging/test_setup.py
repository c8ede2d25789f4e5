"""Set-up stops with one clear line where it cannot go on, and before it changes anything."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SETUP = ROOT / "scripts" / "setup.sh"


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = ["bash", str(SETUP), *arguments]
    variables = {**os.environ, **environment}
    return subprocess.run(command, env=variables, capture_output=True, text=True, check=False)


def interpreter(path: Path, *, version: str) -> Path:
    """A command that says it is this Python and fails at all else, as one that is too old does."""
    path.write_text(f'#!/bin/sh\n[ "$1" = --version ] && echo "Python {version}" && exit 0\nexit 1\n', "utf-8")
    path.chmod(0o755)
    return path


def test_an_old_python_is_named_with_what_to_do(tmp_path: Path) -> None:
    result = run(PYTHON=str(interpreter(tmp_path / "python3", version="3.10.12")))
    assert result.returncode == 1
    assert "3.11 or later is needed; found: Python 3.10.12" in result.stderr
    assert "make PYTHON=" in result.stderr
    assert result.stdout == ""


def test_no_python_at_all_is_said(tmp_path: Path) -> None:
    result = run(PYTHON=str(tmp_path / "absent"))
    assert result.returncode == 1
    assert "found: none" in result.stderr


def test_an_unknown_option_is_a_usage_error() -> None:
    result = run("--everything")
    assert result.returncode == 2
    assert "--everything" in result.stderr


def test_commands_run_as_their_caller_where_no_rights_were_borrowed() -> None:
    command = ["bash", str(ROOT / "scripts" / "as.sh"), "owner", "id", "-u"]
    variables = {name: value for name, value in os.environ.items() if name != "SUDO_UID"}
    result = subprocess.run(command, env=variables, capture_output=True, text=True, check=True)
    assert int(result.stdout) == os.getuid()
