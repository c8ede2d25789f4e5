"""The workflow and the action: what they ask of GitHub is little, and their steps do what they promise."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.ci.runner import EXPRESSION, ROOT, Job, checkout, environment

WORKFLOW = ROOT / ".github" / "workflows" / "briefing.yml"
ACTION = ROOT / "action.yml"
OFFICIAL = re.compile(r"actions/[a-z-]+@v\d+")
UNREADABLE = bytes(range(1, 9)) * 50


def parsed(path: Path) -> dict[Any, Any]:
    loaded = yaml.safe_load(path.read_text("utf-8"))
    assert isinstance(loaded, dict)
    return loaded


def steps_of_all() -> list[dict[str, Any]]:
    jobs = [job for path in WORKFLOW.parent.glob("*.yml") for job in parsed(path)["jobs"].values()]
    return [step for job in jobs for step in job["steps"]] + parsed(ACTION)["runs"]["steps"]


def test_every_action_is_an_official_one_pinned_by_its_tag() -> None:
    used = [step["uses"] for step in steps_of_all() if "uses" in step]
    assert used
    assert [name for name in used if not OFFICIAL.fullmatch(name)] == []


def test_no_file_holds_an_address() -> None:
    for path in (WORKFLOW, ACTION):
        assert "://" not in path.read_text("utf-8")


def test_only_the_job_that_publishes_may_write_and_only_what_pages_needs() -> None:
    workflow = parsed(WORKFLOW)
    assert workflow["permissions"] == {"contents": "read"}
    jobs = {name: job.get("permissions") for name, job in workflow["jobs"].items()}
    assert jobs == {"build": None, "publish": {"pages": "write", "id-token": "write"}}


def test_what_is_uploaded_is_what_is_built() -> None:
    steps = parsed(WORKFLOW)["jobs"]["build"]["steps"]
    paths = [step["with"]["path"] for step in steps if "upload" in step.get("uses", "")]
    assert paths == ["build/\n!build/.gitkeep\n", "build/site"]


def test_nothing_that_others_write_gets_into_a_script() -> None:
    assert [step for step in steps_of_all() if EXPRESSION.search(step.get("run", ""))] == []


def test_every_script_is_sound_bash() -> None:
    for step in steps_of_all():
        if "run" in step:
            subprocess.run(["bash", "-n"], input=step["run"], text=True, check=True)


def test_every_output_and_input_that_is_named_is_there() -> None:
    action = parsed(ACTION)
    names = set(EXPRESSION.findall(ACTION.read_text("utf-8")))
    written = {
        f"steps.{step['id']}.outputs.{name}"
        for step in action["runs"]["steps"]
        for name in re.findall(r'echo "(\w+)=', step.get("run", ""))
    }
    given = {f"inputs.{name}" for name in action["inputs"]}
    assert {name for name in names if name.startswith("inputs.")} == given
    assert {name for name in names if re.fullmatch(r"steps\.\S+", name)} <= written


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return checkout(tmp_path_factory.mktemp("checkout"))


@pytest.fixture
def job(copy: Path, tmp_path: Path) -> Job:
    """A job in the workspace of somebody who has a folder of documents and uses the action."""
    files, workspace = tmp_path / "files", tmp_path / "workspace"
    files.mkdir()
    documents = workspace / "documents of mine"
    documents.mkdir(parents=True)
    (documents / "a.txt").write_text("某县工作总结\n\n全县企业达到20家，新增名牌2个。\n", "utf-8")
    inputs = {f"inputs.{name}": str(entry["default"]) for name, entry in parsed(ACTION)["inputs"].items()}
    context = {**inputs, "inputs.sources": "documents of mine\n", "inputs.formats": "json,html"}
    return Job(workspace, files, context, environment(tmp_path / "home", copy))


@pytest.mark.slow
def test_the_steps_of_the_workflow_build_and_prove_the_samples(copy: Path, tmp_path: Path) -> None:
    workflow = parsed(WORKFLOW)
    job = Job(copy, tmp_path, {}, environment(tmp_path / "home", copy, **workflow["env"]))
    job.run(workflow["jobs"]["build"]["steps"])
    assert job.code == 0, job.log
    assert "verified" in job.log
    assert (copy / "build" / "site" / "index.html").is_file()
    assert (copy / "build" / "briefing.pdf").is_file()
    assert "pip installs" not in job.log


@pytest.mark.slow
def test_the_action_builds_proves_and_names_folder_and_findings(job: Job) -> None:
    job.run(parsed(ACTION)["runs"]["steps"])
    assert job.code == 0, job.log
    build = job.workspace / "build"
    assert job.context["steps.build.outputs.folder"] == str(build)
    findings = json.loads((build / "findings.json").read_text("utf-8"))["findings"]
    assert job.context["steps.build.outputs.findings"] == str(len(findings))
    assert "verified" in job.log
    assert not (build / "briefing.pdf").exists()
    assert (Path(job.environment["HOME"]) / ".cache" / "reporter" / "analyses.sqlite").is_file()
    assert re.fullmatch(r"reporter-\d+\.\d+\.\d+-[0-9a-f]{16}", job.context["steps.program.outputs.key"])


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "content", "strict", "code"),
    [
        ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "true", 3),
        ("broken.txt", UNREADABLE, "false", 4),
    ],
)
def test_the_action_fails_with_the_code_of_the_build_after_proving_it(
    job: Job, name: str, content: bytes, strict: str, code: int
) -> None:
    (job.workspace / "documents of mine" / name).write_bytes(content)
    job.context["inputs.strict"] = strict
    job.run(parsed(ACTION)["runs"]["steps"])
    assert job.code == code, job.log
    assert "verified" in job.log
    assert int(job.context["steps.build.outputs.findings"]) > 0


@pytest.mark.slow
def test_the_action_without_sources_takes_those_of_the_configuration(job: Job) -> None:
    (job.workspace / "mine.toml").write_text('[input]\nsources = ["documents of mine"]\n', "utf-8")
    job.context |= {"inputs.sources": "", "inputs.config": "mine.toml", "inputs.output": "out"}
    job.run(parsed(ACTION)["runs"]["steps"])
    assert job.code == 0, job.log
    assert job.context["steps.build.outputs.folder"] == str(job.workspace / "out")


@pytest.mark.slow
def test_a_build_that_fails_proves_nothing_and_names_no_folder(job: Job) -> None:
    job.context["inputs.sources"] = "nowhere"
    job.run(parsed(ACTION)["runs"]["steps"])
    assert job.code == 1, job.log
    assert "steps.build.outputs.folder" not in job.context
    assert "nowhere: does not exist" in job.log
