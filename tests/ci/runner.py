"""What GitHub gives to the steps of a job, in a temporary checkout: environment, files for outputs, expressions.

Only ``run`` steps are executed; actions (checkout, caches, uploads) are GitHub's own.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
COPIED = ("reporter", "templates", "seeds", "scripts")
EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")


def checkout(folder: Path) -> Path:
    """A copy of what a build needs of the checkout, set up: what is installed here counts as installed there."""
    for name in COPIED:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for path in (ROOT / "Makefile", ROOT / "pyproject.toml", *ROOT.glob("requirements*.lock")):
        shutil.copy2(path, folder / path.name)
    (folder / "build").mkdir()
    (folder / "build" / ".gitkeep").touch()
    _set_up(folder)
    return folder


def _set_up(folder: Path) -> None:
    """A .venv with the installed packages and the copy's own program, compiled, with the stamps that ``make setup``
    leaves."""
    made = folder / ".venv"
    venv.create(made, symlinks=True)
    packages = next(made.glob("lib/python*/site-packages"))
    (packages / "checkout.pth").write_text(f"{folder}\n{sysconfig.get_paths()['purelib']}\n", "utf-8")
    program = made / "bin" / "reporter"
    program.write_text(f"#!{made}/bin/python\nimport sys\nfrom reporter.cli import main\nsys.exit(main())\n", "utf-8")
    program.chmod(0o755)
    subprocess.run([made / "bin" / "python", "-m", "compileall", "-q", folder / "reporter"], check=True)
    (made / ".place").write_text(f"{folder.resolve()}\n", "utf-8")
    (made / ".ready").touch()


@dataclass
class Job:
    """The run of a job's steps: where they work, what they were given and what they have put out."""

    workspace: Path
    files: Path
    context: dict[str, str]
    environment: dict[str, str] = field(default_factory=dict)
    code: int = 0
    log: str = ""

    def run(self, steps: Sequence[Mapping[str, Any]]) -> None:
        """Execute the ``run`` steps in order; after one that failed only those whose ``if`` asks for it."""
        for number, step in enumerate(steps):
            if "run" in step and self._wanted(step):
                self._execute(step, self.files / f"output-{number}")

    def _wanted(self, step: Mapping[str, Any]) -> bool:
        condition = step.get("if")
        if condition is None:
            return self.code == 0
        match = re.fullmatch(r"\$\{\{ !cancelled\(\) && (\S+) != '' \}\}", condition)
        assert match, f"a condition that this runner does not know: {condition}"
        return self.context.get(match[1], "") != ""

    def _execute(self, step: Mapping[str, Any], output: Path) -> None:
        script = self.files / "step.sh"
        script.write_text(step["run"], "utf-8")
        output.touch()
        given = {name: self._filled(str(value)) for name, value in step.get("env", {}).items()}
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],
            cwd=self.workspace,
            env={**self.environment, **given, "GITHUB_OUTPUT": str(output)},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        self.log += done.stdout + done.stderr
        self.code = self.code or done.returncode
        for line in output.read_text("utf-8").splitlines():
            name, _, value = line.partition("=")
            self.context[f"steps.{step['id']}.outputs.{name}"] = value

    def _filled(self, text: str) -> str:
        return EXPRESSION.sub(lambda found: self.context[found[1]], text)


def environment(home: Path, action: Path, **more: str) -> dict[str, str]:
    """The variables of a runner: none of this project's own, a home without any cache."""
    own = {name: value for name, value in os.environ.items() if not name.startswith(("REPORTER_", "MAKE", "MFLAGS"))}
    home.mkdir()
    return {**own, "HOME": str(home), "GITHUB_ACTION_PATH": str(action), "PYTHON": sys.executable, **more}
