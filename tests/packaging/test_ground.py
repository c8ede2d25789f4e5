"""What the ground promises: locks, licences, workflows and folders agree with one another."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
LOCKS = (
    *("requirements.lock", "requirements-dev.lock", "requirements-build.lock"),
    *("requirements-fuzz.lock", "requirements-audit.lock"),
)
SCRIPTS = [ROOT / ".ci" / "run", *sorted((ROOT / "scripts").glob("*.sh"))]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def normalized(name: str) -> str:
    """The name of a package as PEP 503 compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def required_name(requirement: str) -> str:
    found = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert found, requirement
    return normalized(found.group())


@cache
def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


@cache
def locked(lock: str) -> dict[str, list[str]]:
    """The lines of a lock file by package; a package may have a version for each Python."""
    packages: dict[str, list[str]] = {}
    for line in (ROOT / lock).read_text("utf-8").replace("\\\n", " ").splitlines():
        if line and not line.startswith("#"):
            packages.setdefault(required_name(line), []).append(line)
    return packages


def runtime_names() -> set[str]:
    return {required_name(requirement) for requirement in project()["project"]["dependencies"]}


def optional_names() -> set[str]:
    extras = project()["project"]["optional-dependencies"].values()
    return {required_name(requirement) for extra in extras for requirement in extra}


def group_names(group: str) -> set[str]:
    return {required_name(requirement) for requirement in project()["dependency-groups"][group]}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    assert not re.search(r"://|--(?:extra-)?index-url|--find-links|@ ?file:", text)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_one_version_a_line_and_hashes(lock: str) -> None:
    for lines in locked(lock).values():
        for line in lines:
            assert re.match(r"[A-Za-z0-9._-]+==[^\s;]+ ", line), line
            assert "--hash=sha256:" in line


def test_every_dependency_is_in_its_lock() -> None:
    assert runtime_names() <= locked("requirements.lock").keys()
    assert group_names("dev") <= locked("requirements-dev.lock").keys()
    assert group_names("build") <= locked("requirements-build.lock").keys()
    assert group_names("fuzz") <= locked("requirements-fuzz.lock").keys()
    assert group_names("audit") <= locked("requirements-audit.lock").keys()


def test_the_tests_run_on_the_versions_that_the_program_runs_with() -> None:
    versions = {name: [line.split()[0] for line in lines] for name, lines in locked("requirements.lock").items()}
    tested = locked("requirements-dev.lock")
    assert versions == {name: [line.split()[0] for line in tested[name]] for name in versions}


def test_every_dependency_is_explained_with_its_licence() -> None:
    page = (ROOT / "docs" / "dependencies.md").read_text("utf-8")
    rows = re.findall(r"^\| ([\w.-]+) \| [^|]+ \| [^|]+ \|$", page, re.MULTILINE)
    explained = {normalized(name) for name in rows}
    named = locked("requirements.lock").keys() | group_names("dev") | group_names("build")
    named |= group_names("fuzz") | group_names("audit")
    assert named - explained == set()
    assert explained - named - {"package"} == set()


def make_targets() -> set[str]:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    return set(re.findall(r"^([a-z][a-z-]*):", makefile, re.MULTILINE))


def run_steps(workflow: Path) -> list[str]:
    jobs = yaml.safe_load(workflow.read_text("utf-8"))["jobs"].values()
    return [step["run"] for job in jobs for step in job["steps"] if "run" in step]


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_workflows_call_targets_and_scripts_that_exist(workflow: Path) -> None:
    steps = "\n".join(run_steps(workflow))
    targets = re.findall(r"^make ([a-z-]+)", steps, re.MULTILINE)
    assert set(targets) <= make_targets()
    scripts = re.findall(r"^bash (\S+)", steps, re.MULTILINE)
    assert all((ROOT / script).is_file() for script in scripts)
    assert "make" in steps or scripts


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_workflows_pin_their_actions_by_version(workflow: Path) -> None:
    jobs = yaml.safe_load(workflow.read_text("utf-8"))["jobs"].values()
    actions = [step["uses"] for job in jobs for step in job["steps"] if "uses" in step]
    assert actions
    assert [action for action in actions if not re.fullmatch(r"[\w-]+/[\w-]+@v\d+(\.\d+)*", action)] == []


def test_the_briefing_workflow_builds_verifies_and_keeps_the_build() -> None:
    workflow = ROOT / ".github" / "workflows" / "briefing.yml"
    steps = yaml.safe_load(workflow.read_text("utf-8"))["jobs"]["build"]["steps"]
    assert [step["run"] for step in steps if "run" in step] == ["make", "make verify"]
    upload = next(step for step in steps if step.get("uses", "").startswith("actions/upload-artifact@"))
    assert "build/" in upload["with"]["path"].split()


def test_every_target_is_declared_phony_and_explained_by_help() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    phony = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert phony
    assert make_targets() <= set(phony.group(1).split())
    listed = subprocess.run(
        ["make", "--no-print-directory", "help"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    assert set(re.findall(r"make ([a-z-]+)", listed)) >= make_targets() - {"moved", "setup-dev"}


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_scripts_are_executable_bash_that_stops_at_the_first_error(script: Path) -> None:
    assert script.stat().st_mode & 0o111
    lines = script.read_text("utf-8").splitlines()
    assert lines[0] == "#!/usr/bin/env bash"
    assert "set -euo pipefail" in lines
    subprocess.run(["bash", "-n", str(script)], check=True)


def test_the_build_folder_is_ignored_but_for_its_placeholder() -> None:
    assert (ROOT / "build" / ".gitkeep").is_file()
    rules = (ROOT / ".gitignore").read_text("utf-8").splitlines()
    assert {"/build/*", "!/build/.gitkeep"} <= set(rules)


def imported_names(folder: str) -> set[str]:
    """The top-level names of all that the modules of a folder import, wherever in the module they do."""
    names: set[str] = set()
    for path in (ROOT / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names.add(node.module.split(".")[0])
    return names


def test_all_that_the_program_imports_is_declared() -> None:
    outside = imported_names("reporter") - sys.stdlib_module_names - {"reporter"}
    distributions = packages_distributions()
    undeclared = {
        name
        for name in outside
        if not (runtime_names() | optional_names()) & {normalized(found) for found in distributions.get(name, [name])}
    }
    assert undeclared == set()
