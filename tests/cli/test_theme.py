"""reporter theme: what there is, and copies that take the place of the originals."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.cli.conftest import Ran

Run = Callable[..., Ran]


def test_themes_are_listed_with_what_they_are(run: Run) -> None:
    ran = run("theme", "list")
    assert ran.code == 0
    assert any(line.startswith("briefing  ") and "A brief on page one" in line for line in ran.out.splitlines())


def test_without_files_a_themes_files_are_named(run: Run) -> None:
    names = run("theme", "eject").out.split()
    assert {"index.html.j2", "site.css", "partials/parts.html.j2", "strings/en.toml"} <= set(names)
    assert names == sorted(names)


def test_a_copied_file_takes_the_place_of_the_themes_own(run: Run, folder: Path, tmp_path: Path) -> None:
    assert run("theme", "eject", "briefing", "strings/zh-Hans.toml", "--to", "my/briefing").code == 0
    copy = tmp_path / "my" / "briefing" / "strings" / "zh-Hans.toml"
    copy.write_text(copy.read_text("utf-8").replace('title = "要点"', 'title = "核心要点"'), "utf-8")
    (tmp_path / "reporter.toml").write_text('[output]\nthemes = "my"\n', "utf-8")
    assert run("build", folder, "-o", "out", "-f", "html").code == 0
    assert "核心要点" in (tmp_path / "out" / "site" / "index.html").read_text("utf-8")


def test_a_whole_theme_is_copied_under_a_name_of_its_own(run: Run, tmp_path: Path) -> None:
    assert run("theme", "eject", "--all", "--to", "my/office").code == 0
    assert (tmp_path / "my" / "office" / "base.html.j2").is_file()
    (tmp_path / "reporter.toml").write_text('[output]\nthemes = "my"\n', "utf-8")
    assert "office  " in run("theme", "list").out


def test_an_existing_file_is_never_overwritten(run: Run, tmp_path: Path) -> None:
    (tmp_path / "my").mkdir()
    (tmp_path / "my" / "site.css").write_text("mine", "utf-8")
    ran = run("theme", "eject", "briefing", "base.html.j2", "site.css", "--to", "my")
    assert ran.code == 1
    ran.said_in_one_line("site.css is there already", "--to")
    assert [path.name for path in (tmp_path / "my").iterdir()] == ["site.css"]


def test_an_unknown_file_or_theme_names_the_nearest(run: Run) -> None:
    run("theme", "eject", "briefing", "sight.css", "--to", "my").said_in_one_line("sight.css", "site.css")
    run("theme", "eject", "breifing").said_in_one_line("breifing", "briefing")


def test_files_without_a_folder_are_wrong_usage(run: Run) -> None:
    ran = run("theme", "eject", "briefing", "site.css")
    assert ran.code == 2
    ran.said_in_one_line("--to")
