"""verify proves a build, and finds every planted difference with its file and place."""

from __future__ import annotations

import json
import shutil

import pytest

from reporter.config import Config
from reporter.errors import VerifyError
from reporter.publish import verify
from reporter.publish.manifest import file_digest
from reporter.read import read_file as reread


def reseal(built, *names):
    """Write the present hashes into the manifest: a change that the hashes do not show."""
    path = built.folder / "manifest.json"
    manifest = json.loads(path.read_text("utf-8"))
    for entry in manifest["outputs"]:
        if entry["path"] in names:
            entry["sha256"] = file_digest(built.folder / entry["path"])
    path.write_text(json.dumps(manifest), "utf-8")


def change(built, name, old, new):
    """Plant a change in the data, its copy in the site, and their hashes."""
    built.changed(name, old, new)
    names = [name]
    if name == "data/briefing.json":
        shutil.copy(built.folder / name, built.folder / "site" / name)
        names.append(f"site/{name}")
    reseal(built, *names)


def test_a_sound_build_is_proved(build):
    report = build().verified()
    assert report.problems == ()
    counts = dict(report.counts)
    assert counts["sources"] == 1
    assert counts["sentences"] == 2
    assert counts["headings"] == counts["cells"] == counts["indicators"] == 1
    assert counts["repairs"] == 1
    assert counts["site quotations"] == 1
    assert counts["links"] == 4
    assert counts["source pages"] == 1


@pytest.mark.parametrize(
    "name", ["data/briefing.json", "site/index.html", "findings.json", "site/sources/甲-000001.html"]
)
def test_one_changed_character_in_an_output_is_found(build, name):
    built = build()
    path = built.folder / name
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    assert name in {problem.file for problem in built.problems()}


def test_one_changed_character_in_a_source_is_found_with_its_place(build):
    built = build()
    built.source.write_text(built.source.read_text("utf-8").replace("32", "33"), "utf-8")
    told = [str(problem) for problem in built.problems()]
    assert any("in/甲.txt: has changed" in line for line in told)
    assert any("in/甲.txt: sentence t2 at 20-27" in line and "33" in line for line in told), told


def test_a_source_that_is_gone_is_named(build):
    built = build()
    built.source.unlink()
    (problem,) = built.problems()
    assert problem.file == "in/甲.txt"
    assert "not found" in problem.message
    assert "--sources" in problem.message


@pytest.mark.parametrize("place", ["in", "", "flat"])
def test_sources_are_found_in_the_folder_that_is_named(build, tmp_path, place):
    built = build()
    moved = tmp_path / "moved"
    (moved / place).mkdir(parents=True)
    built.source.rename(moved / place / "甲.txt")
    assert built.problems() != ()
    folder = moved if place == "in" else moved / place
    assert built.verified(folder).ok


def test_a_build_and_its_sources_can_move_together(build, tmp_path):
    built = build()
    (tmp_path / "elsewhere").mkdir()
    shutil.copytree(tmp_path / "build", tmp_path / "elsewhere" / "build")
    shutil.move(tmp_path / "in", tmp_path / "elsewhere" / "in")
    assert verify(tmp_path / "elsewhere" / "build", reread=reread).ok
    assert not built.verified().ok


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("企業達32家。", "企業達33家。", "sentence t2"),
        ('"heading": "品牌"', '"heading": "品质"', "heading s1"),
        ('"4個"', '"5個"', "cell b1[0][0]"),
        ('"sentence": "t1"', '"sentence": "t2"', "indicator i1"),
        ('"value": 4', '"value": 5', "indicator i1"),
        ('"text": "品牌"', '"text": "质量"', "title of 甲-000001"),
        ('"縣"', '"省"', "author of 甲-000001"),
        ('"sentence": "t1"', '"sentence": "t9"', "t9"),
        ('"summary": [\n    "t1"', '"summary": [\n    "t9"', "t9"),
    ],
)
def test_a_false_statement_in_the_data_is_found_although_the_hashes_fit(build, old, new, told):
    built = build()
    change(built, "data/briefing.json", old, new)
    problems = [str(problem) for problem in built.problems()]
    assert any(told in line and line.startswith("data/briefing.json") for line in problems), problems


def test_a_repair_that_no_rule_makes_is_found(build):
    built = build()
    name = "data/repairs/甲-000001.json"
    edits = json.loads((built.folder / name).read_text("utf-8"))
    edits["edits"].append([23, 25, "32", "99", "pinyin-note"])
    (built.folder / name).write_text(json.dumps(edits), "utf-8")
    reseal(built, name)
    change(built, "data/briefing.json", "企業達32家。", "企業達99家。")
    assert built.problems()[0].file == name


def test_a_damaged_ledger_is_found(build):
    built = build()
    change(built, "data/repairs/甲-000001.json", "(xiàn)", "(xian)")
    assert "does not quote its source" in str(built.problems()[0])


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("名牌4個", "名牌5個", "quotes t1"),
        ('data-sentence="t1"', 'data-sentence="t7"', "t7"),
        ("#t1", "#t3", "anchor"),
        ("sources/%E7%94%B2-000001.html", "sources/c.html", "nowhere"),
        ('href="#top"', 'href="#bottom"', "anchor"),
        ("data/briefing.json", "../data/briefing.json", "leads out"),
        ('<a href="https://example.org/">', '<img src="https://example.org/">', "leads out"),
        ('href="#top"', 'href="javascript:alert(1)"', "leads out"),
    ],
)
def test_a_false_quotation_or_a_broken_link_in_the_site_is_found(build, page, old, new, told):
    assert old in page
    problems = [str(problem) for problem in build(page=page.replace(old, new, 1)).problems()]
    assert any(line.startswith("site/index.html: line") and told in line for line in problems), problems


@pytest.mark.parametrize(
    ("old", "new"), [("32</ins>", "33</ins>"), ("新增", "新增新"), ("家。", "家"), ("<del ", "<i ")]
)
def test_a_source_page_that_shows_another_text_is_found(build, old, new):
    built = build()
    name = "site/sources/甲-000001.html"
    change(built, name, old, new)
    assert [problem.file for problem in built.problems()] == [name]


def test_a_source_page_in_several_parts_is_one_text(build):
    built = build()
    first = built.folder / "site" / "sources" / "甲-000001.html"
    text = first.read_text("utf-8")
    first.with_name("甲-000001-2.html").write_text(f'<div class="original">企業{text.partition("企業")[2]}', "utf-8")
    first.write_text(text.replace("企業達<ins>32</ins>家。", ""), "utf-8")
    assert {problem.message.partition(":")[0] for problem in built.problems()} == {
        "has changed since the build",
        "is not in the manifest",
    }


def test_a_download_that_is_no_copy_is_found(build):
    built = build()
    change(built, "site/data/briefing.json", "要报", "要聞")
    assert [problem.file for problem in built.problems()] == ["site/data/briefing.json"]


def test_a_missing_output_and_a_stranger_are_found(build):
    built = build()
    (built.folder / "findings.json").unlink()
    (built.folder / "site" / "stranger.txt").write_text("x")
    assert {problem.file for problem in built.problems()} == {"findings.json", "site/stranger.txt"}


def test_many_differences_of_one_file_are_counted(build):
    built = build()
    page = "".join(f'<a href="n{number}.html">x</a>' for number in range(20))
    (built.folder / "site" / "index.html").write_text(page)
    told = [str(problem) for problem in built.problems() if problem.file == "site/index.html"]
    assert len(told) == 6
    assert told[-1].endswith("more")


def test_what_is_no_build_can_not_be_verified(tmp_path):
    with pytest.raises(VerifyError, match="is no build"):
        verify(tmp_path, reread=reread)
    (tmp_path / "manifest.json").write_text("[]")
    with pytest.raises(VerifyError, match="damaged"):
        verify(tmp_path, reread=reread)


def test_data_that_break_the_contract_are_found(build):
    built = build()
    change(built, "data/briefing.json", '"documents"', '"dokuments"')
    assert any("documents" in str(problem) for problem in built.problems())


def test_a_manifest_that_leads_out_of_the_build_is_found(build):
    built = build()
    built.changed("manifest.json", "findings.json", "../in/甲.txt")
    assert any("leads out of the build" in str(problem) for problem in built.problems())


def test_a_date_that_its_place_does_not_state_is_found(build):
    built = build()
    event = '{"date": null, "text": "去年", "sentence": "t1", "inferred_year": false, "start": 13, "end": 15}'
    change(built, "data/briefing.json", '"events": []', f'"events": [{event}]')
    assert any("date 去年 at 13-15 of in/甲.txt" in str(problem) for problem in built.problems())


SIMPLIFIED = "全县新增名牌4个。"


def converted(build, page, text=SIMPLIFIED, **settings):
    """A build that prints its source in simplified characters, with that text on its page."""
    return build(page=page.replace("全縣新增名牌4個。", text), config=Config(script="zh-Hans", **settings))


def test_a_converted_sentence_is_proved_by_converting_anew(build, page):
    assert converted(build, page).verified().ok


@pytest.mark.parametrize("text", ["全县新增名牌4個。", "全县新增名牌5个。", "全縣新增名牌4個。", "全县新增名牌4个！"])
def test_one_changed_character_in_a_converted_sentence_is_found(build, page, text):
    (problem,) = converted(build, page, text).problems()
    assert problem.file == "site/index.html"
    assert f"printed as “{SIMPLIFIED}”" in problem.message


def test_a_protected_name_is_proved_as_it_was_kept(build, page):
    assert converted(build, page, "全縣新增名牌4个。", protected_names=("全縣",)).verified().ok


def test_another_script_in_the_data_than_in_the_configuration_is_found(build, page):
    built = converted(build, page)
    change(built, "data/briefing.json", '"script": "zh-Hans"', '"script": "keep"')
    assert "script" in {problem.place for problem in built.problems()}


def test_a_document_that_is_said_to_be_in_another_script_is_found(build):
    built = build()
    change(built, "data/briefing.json", '"script": "zh-Hant"', '"script": "zh-Hans"')
    assert any("script of 甲-000001" in problem.place for problem in built.problems())


def test_a_build_of_another_version_is_proved_but_for_the_choice_of_characters(build, page):
    built = converted(build, page, "全縣新增名牌4个。")
    built.changed("manifest.json", '"opencc": "', '"opencc": "0.')
    assert built.verified().ok
    built.changed("site/index.html", "名牌4", "名牌5")
    reseal(built, "site/index.html")
    assert [problem.file for problem in built.problems()] == ["site/index.html"]


def test_a_configuration_that_no_build_writes_is_found(build):
    built = build()
    built.changed("manifest.json", '"script": "keep"', '"script": "runes"')
    assert "manifest.json" in {problem.file for problem in built.problems()}
