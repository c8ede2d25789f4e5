"""The wheel works as well as the checkout: it carries the package, the templates and the sample documents."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """The wheel of this checkout, built without the network by the locked build tools."""
    folder = tmp_path_factory.mktemp("wheel")
    options = ["-q", "--no-deps", "--no-build-isolation", "--disable-pip-version-check", "--no-index"]
    subprocess.run([sys.executable, "-m", "pip", "wheel", *options, "-w", str(folder), str(ROOT)], check=True)
    [path] = folder.glob("*.whl")
    return zipfile.ZipFile(path)


def files_below(folder: str) -> set[str]:
    """The files of a folder of the checkout, as paths inside it; Python's own caches are no part of it."""
    base = ROOT / folder
    found = (path for path in base.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(base).as_posix() for path in found}


@pytest.mark.parametrize(
    ("folder", "place"),
    [
        ("reporter", "reporter/"),
        ("templates", "reporter/_data/templates/"),
        ("seeds", "reporter/_data/seeds/"),
    ],
)
def test_the_wheel_carries_every_file_of(wheel: zipfile.ZipFile, folder: str, place: str) -> None:
    packed = {name.removeprefix(place) for name in wheel.namelist() if name.startswith(place)}
    expected = files_below(folder)
    assert expected
    assert expected <= packed


def test_the_wheel_carries_nothing_else(wheel: zipfile.ZipFile) -> None:
    tops = {name.split("/")[0] for name in wheel.namelist()}
    assert {top for top in tops if not top.startswith("reporter")} == set()


def test_the_wheel_names_the_command_and_the_licence(wheel: zipfile.ZipFile) -> None:
    [points] = [name for name in wheel.namelist() if name.endswith("/entry_points.txt")]
    assert "reporter = reporter.cli:main" in wheel.read(points).decode()
    assert any(name.endswith("/licenses/LICENSE") for name in wheel.namelist())


def test_an_installed_wheel_builds_a_folder_away_from_the_checkout(wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    installed, documents = tmp_path / "installed", tmp_path / "documents"
    options = ["-q", "--no-deps", "--no-index", "--disable-pip-version-check"]
    command = [
        sys.executable,
        "-m",
        "pip",
        "install",
        *options,
        "--target",
        str(installed),
        str(wheel.filename),
    ]
    subprocess.run(command, check=True)
    documents.mkdir()
    text = "某县二〇二五年工作报告\n\n一、工作回顾\n全县新建公路三十公里。财政收入增长百分之五。\n"
    (documents / "报告.txt").write_text(text, "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    place = [sys.executable, "-c", "import reporter; print(reporter.__file__)"]
    where = subprocess.run(place, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
    assert where.stdout.startswith(str(installed))
    build = [sys.executable, str(installed / "bin" / "reporter"), "build", "documents", "-o", "briefing"]
    subprocess.run(build, cwd=tmp_path, env=environment, check=True)
    assert (tmp_path / "briefing" / "site" / "index.html").is_file()
    assert (tmp_path / "briefing" / "briefing.pdf").is_file()
