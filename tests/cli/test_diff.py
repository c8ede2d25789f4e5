"""reporter diff, and build --since: what has changed since an earlier build."""

from __future__ import annotations

import hashlib
import json
import shutil
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import NORTH, SOUTH

GOLDEN = """\
changed  documents/north.txt  北川市质量强市工作总结
  ~ 全市企业参与制定国家标准61项、行业标准56项。
    全市企业参与制定国家标准67项、行业标准56项。
  + 全市设立首席质量官。
  - 各单位要加强协作，抓好落实。
new      documents/west.txt  西河县质量工作简报
moved    documents/旧/south.txt  南江县质量工作汇报 (was documents/south.txt)
figures
  北川市 参与制定国家标准: 61项 → 67项  [edited]
  + 西河县 中国名牌: 3个
2 documents before, 3 now: 1 new, 1 changed, 1 moved, 0 gone; figures: 1 edited, 0 revised, 0 next, 1 new, 0 gone
"""


@pytest.fixture
def edited(folder):
    """The folder, edited; the build of it before stands in ``out``."""
    north = NORTH.replace("61项", "67项").replace("各单位要加强协作，抓好落实。", "全市设立首席质量官。")
    (folder / "north.txt").write_text(north, "utf-8")
    (folder / "旧").mkdir()
    (folder / "south.txt").rename(folder / "旧" / "south.txt")
    (folder / "west.txt").write_text("西河县质量工作简报\n\n西河县拥有中国名牌3个。\n", "utf-8")
    return folder


@pytest.fixture
def new(run, built, edited):
    """A build of the edited folder that tells the changes since ``out``."""
    assert run("build", edited, "-o", "new", "-f", "json", "--since", built).code == 0
    return built.parent / "new"


def test_two_builds_of_the_same_documents_do_not_differ(run, built, folder):
    (folder / "north.txt").touch()
    (folder / "south.txt").write_text(SOUTH, "utf-8")  # in another encoding
    assert run("build", folder, "-o", "again", "-f", "json", "-j", "2", "--method", "lead").code == 0
    ran = run("diff", built, "again")
    assert ran.code == 0, ran.out
    assert "1 with the same words in another file; nothing differs" in ran.out


def test_what_differs_is_told_in_lines(run, built, new):
    ran = run("diff", built, new)
    assert (ran.code, ran.out, ran.err) == (1, GOLDEN, "")


def test_a_manifest_and_the_data_name_a_build_as_well(run, built, new):
    assert run("diff", built / "manifest.json", new / "data" / "briefing.json").out == GOLDEN


def test_the_json_is_what_a_build_records(run, built, new):
    recorded = json.loads((new / "data" / "briefing.json").read_text("utf-8"))["changes"]
    assert json.loads(run("diff", built, new, "--json").out) == recorded
    assert [change["kind"] for change in recorded["documents"]] == ["changed", "new", "moved"]


def test_entries_are_cut_and_counted(run, built, new):
    ran = run("diff", built, new, "--limit", "1")
    assert "  and 2 more (--limit 0 shows all)" in ran.out
    assert "抓好落实" not in ran.out


@pytest.mark.parametrize("name", ["nowhere", "documents", "out/findings.json"])
def test_what_is_no_build_is_trouble_not_a_difference(run, built, name):
    ran = run("diff", built, name)
    assert ran.code == 2
    ran.said_in_one_line(name)


def test_data_that_are_not_those_of_their_manifest_are_named(run, built):
    path = built / "data" / "briefing.json"
    path.write_text(path.read_text("utf-8").replace("61项", "62项"), "utf-8")
    ran = run("diff", built, built)
    assert ran.code == 2
    ran.said_in_one_line("is not what its manifest lists")


def test_every_output_tells_the_changes(run, built, edited):
    import pypdfium2

    assert run("build", edited, "-o", "new", "-f", "html,pdf,docx,md", "--since", built).code == 0
    new = built.parent / "new"
    page = (new / "site" / "index.html").read_text("utf-8")
    assert '<section id="changes">' in page
    assert "全市企业参与制定国家标准61项、行业标准56项。" in page
    assert (new / "site" / "changes.html").is_file()
    assert "## 本期变化" in (new / "briefing.md").read_text("utf-8")
    with zipfile.ZipFile(new / "briefing.docx") as file:
        assert "本期变化" in file.read("word/document.xml").decode("utf-8")
    document = pypdfium2.PdfDocument(new / "briefing.pdf")
    text = "".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    assert "本期变化" in text
    assert "全市设立首席质量官" in text
    assert run("verify", new, "--since", built).code == 0


def test_the_earlier_build_is_part_of_what_a_build_is_made_of(run, built, edited, new):
    manifest = json.loads((new / "manifest.json").read_text("utf-8"))
    assert manifest["configuration"]["briefing"]["since"].startswith("sha256:")
    shutil.copytree(built, built.parent / "copy")
    ran = run("build", edited, "-o", "new", "-f", "json", "--since", "copy", "--check")
    assert ran.code == 0, ran.err
    assert run("build", edited, "-o", "other", "-f", "json", "--title", "另一期").code == 0
    ran = run("build", edited, "-o", "new", "-f", "json", "--since", "other", "--check")
    assert ran.code == 1
    assert "settings briefing.since" in ran.err


def test_a_stale_build_says_which_files_are_others(run, built, edited):
    ran = run("build", edited, "-o", "out", "--check", "-f", "json")
    assert ran.code == 1
    assert (
        "new documents/west.txt, documents/旧/south.txt; gone documents/south.txt; changed documents/north.txt"
        in ran.err
    )


def test_a_name_with_a_line_end_stays_on_its_line(run, built, folder):
    (folder / "a\nb.txt").write_text("西河县质量工作简报\n\n西河县拥有中国名牌3个。\n", "utf-8")
    assert run("build", folder, "-o", "new", "-f", "json").code == 0
    assert "new      documents/a\\x0ab.txt" in run("diff", built, "new").out


def test_an_unforeseen_error_is_one_line_unless_asked_for(run, built):
    path = built / "data" / "briefing.json"
    data = json.loads(path.read_text("utf-8"))
    data["documents"][0]["path"] = ""
    (built.parent / "bare.json").write_text(json.dumps(data), "utf-8")
    ran = run("diff", built, "bare.json")
    assert ran.code == 2
    assert ran.err.count("\n") == 2


def test_an_earlier_build_that_is_none_stops_the_build_before_the_work(run, folder):
    ran = run("build", folder, "-o", "new", "--since", "nowhere")
    assert ran.code == 1
    ran.said_in_one_line("nowhere: is no build")
    assert not Path("new").exists()


def test_the_changes_are_proved_and_what_needs_the_earlier_build_is_said(run, built, new):
    ran = run("verify", new)
    assert ran.code == 0, ran.err
    assert "name it with --since" in ran.err
    assert " changes" in ran.out
    ran = run("verify", new, "--since", built)
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.parametrize(
    ("old", "planted", "place"),
    [
        ('"text": "全市设立首席质量官。"', '"text": "全市设立质量官。"', "changes, "),
        ('"kind": "moved"', '"kind": "changed"', "changes: are not what differs"),
        ("国家标准61项", "国家标准60项", "changes: are not what differs"),
    ],
)
def test_a_planted_change_is_found(run, built, new, old, planted, place):
    path = new / "data" / "briefing.json"
    text = path.read_text("utf-8")
    at = text.rindex(old)
    path.write_text(text[:at] + planted + text[at + len(old) :], "utf-8")
    manifest = new / "manifest.json"
    entries = json.loads(manifest.read_text("utf-8"))
    for entry in entries["outputs"]:
        if entry["path"] == "data/briefing.json":
            entry["sha256"] = hashlib.sha256(path.read_bytes()).hexdigest()
    manifest.write_text(json.dumps(entries, ensure_ascii=False), "utf-8")
    ran = run("verify", new, "--since", built)
    assert ran.code == 1
    assert f"data/briefing.json: {place}" in ran.err


@pytest.mark.parametrize("language", ["zh-Hant", "en"])
def test_the_words_are_those_of_the_interface(run, built, edited, language, tmp_path):
    (tmp_path / "reporter.toml").write_text(f'language = "{language}"\n[briefing]\nsince = "out"\n', "utf-8")
    assert run("build", edited, "-o", "new", "-f", "md").code == 0
    text = (tmp_path / "new" / "briefing.md").read_text("utf-8")
    assert {"zh-Hant": "## 本期變化", "en": "## Changes in this issue"}[language] in text


def test_a_build_since_the_one_it_replaces_tells_what_changed(run, built, edited):
    assert run("build", edited, "-o", "out", "--since", "out", "-f", "json").code == 0
    found = json.loads((built / "data" / "briefing.json").read_text("utf-8"))["changes"]
    assert [change["kind"] for change in found["documents"]] == ["changed", "new", "moved"]
