"""reporter init begins without overwriting; reporter clean removes what builds wrote and nothing else."""

from __future__ import annotations

import re
import tomllib

import pytest

from reporter.config import Config, configured, load_config
from tests.cli.test_build import tree


def test_what_init_writes_changes_nothing_and_can_be_built(run, tmp_path):
    ran = run("init", "work")
    assert ran.code == 0
    assert ran.out == "next: cd work && reporter build\n"
    assert load_config(tmp_path / "work" / "reporter.toml") == Config()
    assert (tmp_path / "work" / "seeds").is_dir()
    assert run("build", tmp_path / "work" / "seeds", "-o", "out", "-f", "json").code == 0


def test_the_curation_without_its_comment_signs_is_one(run, tmp_path):
    run("init")
    text = re.sub(r"(?m)^#(?=[a-z\[])", "", (tmp_path / "curation.toml").read_text("utf-8"))
    picks = configured({"curation": tomllib.loads(text)}).curation
    assert picks.overview.pin
    assert picks.documents["report"].pin


def test_init_overwrites_nothing_and_says_what_stayed(run, tmp_path):
    (tmp_path / "reporter.toml").write_text("# mine\n")
    (tmp_path / "seeds").mkdir()
    ran = run("init")
    assert (ran.code, ran.out) == (0, "next: reporter build\n")
    assert "kept reporter.toml" in ran.err
    assert (tmp_path / "reporter.toml").read_text() == "# mine\n"
    assert list((tmp_path / "seeds").iterdir()) == []
    before = tree(tmp_path)
    assert run("init").code == 0
    assert tree(tmp_path) == before


def test_init_where_nothing_can_be_written_is_one_line(run, tmp_path):
    (tmp_path / "file").write_text("")
    ran = run("init", "file/below")
    assert ran.code == 1
    ran.said_in_one_line("can't be written")


def test_clean_removes_the_build_and_its_folder(run, folder, built):
    ran = run("clean", "-o", "out")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("out: removed ")
    assert sorted(path.name for path in folder.parent.iterdir()) == ["documents"]


def test_clean_leaves_and_names_what_no_build_wrote(run, built):
    (built / "site" / "mine.txt").write_text("mine")
    (built / ".gitkeep").write_text("")
    ran = run("clean", "-o", "out")
    assert ran.code == 0
    assert "kept out/site/mine.txt, which no build wrote" in ran.err
    assert tree(built) == {"site/mine.txt": b"mine", ".gitkeep": b""}


def test_clean_follows_no_link(run, folder, built):
    elsewhere = folder.parent / "elsewhere"
    (built / "data").rename(elsewhere)
    (built / "data").symlink_to(elsewhere)
    before = tree(elsewhere)
    assert run("clean", "-o", "out").code == 0
    assert tree(elsewhere) == before


def test_clean_of_a_folder_that_is_no_build_changes_nothing(run, folder):
    before = tree(folder)
    ran = run("clean", "-o", folder)
    assert ran.code == 1
    ran.said_in_one_line("is no build")
    assert tree(folder) == before


@pytest.mark.parametrize("path", ["../documents/north.txt", "/etc/hostname"])
def test_clean_stays_in_the_folder_whatever_the_manifest_lists(run, folder, built, path):
    manifest = built / "manifest.json"
    manifest.write_text(manifest.read_text("utf-8").replace("findings.json", path), "utf-8")
    before = tree(folder)
    assert run("clean", "-o", "out").code == 0
    assert tree(folder) == before


def test_clean_without_a_build_says_so(run):
    ran = run("clean")
    assert (ran.code, ran.out) == (0, "build: is not there, nothing to remove\n")


def test_clean_cache_removes_the_kept_analyses_and_no_build(run, folder):
    assert run("build", folder, "-o", "out", "-f", "json", "--cache", "kept").code == 0
    before = tree(folder.parent / "out")
    ran = run("clean", "--cache", "kept")
    assert (ran.code, ran.out) == (0, "kept: removed 2 files\n")
    assert not (folder.parent / "kept").exists()
    assert tree(folder.parent / "out") == before
    assert run("clean", "--cache").out == "no analyses are kept\n"  # REPORTER_CACHE is none in tests
    assert run("clean", "--cache", "kept", "-o", "out").code == 0
    assert not (folder.parent / "out").exists()
