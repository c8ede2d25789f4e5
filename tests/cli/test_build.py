"""reporter build: what it writes, says and answers, for good input and bad."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

# No text in any encoding: nothing but control characters.
UNREADABLE = bytes(range(1, 9)) * 50


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def test_a_folder_becomes_a_build(run, folder):
    ran = run("build", folder, "-o", "out", "-f", "json,html,csv")
    assert ran.code == 0
    written = tree(folder.parent / "out")
    assert {"data/briefing.json", "findings.json", "manifest.json", "site/index.html", "data/indicators.csv"} <= set(
        written
    )
    assert "briefing.pdf" not in written
    manifest = json.loads(written["manifest.json"])
    assert [entry["status"] for entry in manifest["inputs"]] == ["used", "used"]


def test_the_closing_line_says_what_was_written_where(run, folder):
    ran = run("build", folder, "-o", "out", "-f", "json")
    (line,) = ran.out.splitlines()
    assert line.startswith("out: briefing of 2 documents (json); findings: 0 errors, ")


def test_progress_in_a_pipe_is_plain_lines_on_standard_error(run, folder):
    ran = run("build", folder, "-o", "out", "-f", "json")
    assert "analyse: 1 of 2" in ran.err.splitlines()
    assert "\x1b" not in ran.err


def test_data_are_written_whatever_is_asked_for(run, folder):
    assert run("build", folder, "-o", "out", "-f", "html").code == 0
    assert (folder.parent / "out" / "data" / "briefing.json").is_file()


def test_title_and_date_are_taken_from_the_command_line(run, folder):
    assert run("build", folder, "-o", "out", "-f", "json", "--title", "质量要报", "--date", "2018-03-30").code == 0
    data = json.loads((folder.parent / "out" / "data" / "briefing.json").read_text("utf-8"))
    assert (data["title"], data["date"]) == ("质量要报", "2018-03-30")


def test_the_configuration_here_is_found_and_the_command_line_goes_before_it(run, folder):
    (folder.parent / "reporter.toml").write_text(
        '[briefing]\ntitle = "甲"\nissuer = "乙"\n[output]\nformats = ["json"]\nfolder = "elsewhere"\n'
        '[input]\nsources = ["documents"]\n',
        "utf-8",
    )
    assert run("build", "--title", "丙").code == 0
    data = json.loads((folder.parent / "elsewhere" / "data" / "briefing.json").read_text("utf-8"))
    assert data["title"] == "丙"
    assert data["issuer"] == "乙"
    assert not (folder.parent / "elsewhere" / "site").exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["build", "--metod", "lead"], ["--metod", "--method", "reporter build --help"]),
        (["biuld"], ["biuld", "build"]),
        (["build", "documents", "--method", "textrnk"], ["textrnk", "textrank"]),
        (["build", "documents", "-f", "pfd"], ["pfd", "pdf"]),
        (["build", "documents", "-f", ","], ["no format"]),
        (["build", "documents", "--date", "30.3.2018"], ["30.3.2018", "2018-03-30"]),
        (["build", "documents", "-j", "-1"], ["-1", "-j"]),
        (["build", "documents", "-c", "missing.toml"], ["missing.toml"]),
        (["build", "documents", "-c", "wrong.toml"], ["briefing.titel", "title"]),
        (["build", "documents", "-c", "broken.toml"], ["broken.toml", "TOML"]),
        (["build", "documents", "-o"], ["-o"]),
        (["build", "documents", "-o", ""], ["-o", "empty"]),
        (["build", ""], ["SRC", "empty"]),
    ],
)
def test_wrong_usage_is_one_line_with_the_nearest_name_and_exit_code_2(run, folder, built, arguments, told):
    (folder.parent / "wrong.toml").write_text('[briefing]\ntitel = "x"\n', "utf-8")
    (folder.parent / "broken.toml").write_text("[briefing\n", "utf-8")
    before = tree(built)
    ran = run(*arguments, *([] if "-o" in arguments or arguments == ["biuld"] else ["-o", "out"]))
    assert ran.code == 2
    ran.said_in_one_line(*told)
    assert tree(built) == before


@pytest.mark.parametrize(
    ("source", "told"),
    [("nowhere", "nowhere: does not exist"), ("empty", "empty: holds no document"), ("unreadable", "none of 1 file")],
)
def test_no_document_is_one_line_and_exit_code_1(run, folder, built, source, told):
    (folder.parent / "empty").mkdir()
    (folder.parent / "unreadable").mkdir()
    (folder.parent / "unreadable" / "a.txt").write_bytes(UNREADABLE)
    before = tree(built)
    ran = run("build", source, "-o", "out", "-f", "json")
    assert ran.code == 1
    ran.said_in_one_line(told)
    assert tree(built) == before


def test_no_source_at_all_is_one_line_and_exit_code_1(run, folder):
    (folder.parent / "reporter.toml").write_text("[input]\nsources = []\n", "utf-8")
    ran = run("build", "-o", "out")
    assert ran.code == 1
    ran.said_in_one_line("no source is named", "[input]")


def test_a_file_that_no_build_wrote_is_one_line_and_exit_code_1(run, folder, built):
    (built / "mine.txt").write_text("mine")
    ran = run("build", folder, "-o", "out", "-f", "json")
    assert ran.code == 1
    ran.said_in_one_line("mine.txt")
    assert (built / "mine.txt").read_text() == "mine"


def test_a_target_below_a_missing_folder_is_one_line_and_exit_code_1(run, folder):
    ran = run("build", folder, "-o", "a/b/c", "-f", "json")
    assert ran.code == 1
    ran.said_in_one_line("does not exist", "mkdir -p")


def test_one_unreadable_file_is_a_finding_and_exit_code_4(run, folder):
    healthy = tree(folder)
    assert run("build", folder, "-o", "alone", "-f", "json").code == 0
    (folder / "broken.txt").write_bytes(UNREADABLE)
    ran = run("build", folder, "-o", "out", "-f", "json")
    assert ran.code == 4
    assert "warning: " in ran.err
    assert "broken.txt" in ran.err
    manifest = json.loads((folder.parent / "out" / "manifest.json").read_text("utf-8"))
    assert sum(entry["status"] == "used" for entry in manifest["inputs"]) == len(healthy)
    (alone, out) = (
        json.loads((folder.parent / name / "data" / "briefing.json").read_text("utf-8")) for name in ("alone", "out")
    )
    assert alone["documents"] == out["documents"]


def test_a_warning_names_the_file_that_it_is_about(run, folder):
    (folder / "late.txt").write_text("某县工作总结\n时间：2022-01-14\n2008年，全县企业达到20家。\n", "utf-8")
    ran = run("build", folder, "-o", "out", "-f", "json")
    assert "warning: structure-date-implausible: documents/late.txt: " in ran.err


def test_a_file_name_that_is_no_unicode_is_built_and_found_again(run, folder):
    try:
        name = os.fsdecode("总结".encode("gb18030") + b".txt")
        (folder / name).write_text("某县工作总结\n全县企业达到20家。\n", "utf-8")
    except OSError:
        pytest.skip("this file system takes Unicode names only")
    assert run("build", folder, "-o", "out", "-f", "json,html,csv,md").code == 0
    data = json.loads((folder.parent / "out" / "data" / "briefing.json").read_text("utf-8"))
    assert "documents/总结.txt" in [document["path"] for document in data["documents"]]
    assert run("verify", "out").code == 0


def test_warnings_under_strict_are_exit_code_3_and_the_build_is_written(run, folder):
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    assert run("build", folder, "-o", "out", "-f", "json").code == 0
    ran = run("build", folder, "-o", "strict", "-f", "json", "--strict")
    assert ran.code == 3
    assert (folder.parent / "strict" / "manifest.json").is_file()


def test_a_build_without_warnings_is_fine_under_strict(run, folder):
    assert run("build", folder, "-o", "out", "-f", "json", "--strict").code == 0


def test_many_warnings_are_counted_not_listed(run, folder):
    for number in range(14):
        (folder / f"picture-{number}.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes([number]) * 300)
    ran = run("build", folder, "-o", "out", "-f", "json")
    listed = [line for line in ran.err.splitlines() if line.startswith("warning: ")]
    assert len(listed) == 10
    assert "and 4 more in findings.json" in ran.err


def test_terminal_escapes_in_file_names_are_shown_not_obeyed(run, folder):
    (folder / "a\x1b[31m\u202eb.txt").write_bytes(UNREADABLE)
    ran = run("build", folder, "-o", "out", "-f", "json")
    assert ran.code == 4
    assert "a\\x1b[31m\\u202eb.txt" in ran.err
    assert "\x1b" not in ran.err + ran.out


def test_two_builds_of_one_folder_are_equal_to_the_byte_wherever_they_are(run, folder):
    (folder.parent / "deep").mkdir()
    assert run("build", folder, "-o", "out", "-f", "json,html,csv").code == 0
    assert run("build", folder, "-o", "deep/other", "-f", "json,html,csv", "-j", "2").code == 0
    one, two = tree(folder.parent / "out"), tree(folder.parent / "deep" / "other")
    assert {name for name in one if one[name] != two.get(name)} == {".reporter/inputs.json"}
    assert set(one) == set(two)


def test_a_document_of_a_format_without_a_reader_is_exit_code_4_and_a_picture_is_not(run, folder):
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    assert run("build", folder, "-o", "out", "-f", "json").code == 0
    (folder / "plan.pdf").write_bytes(b"%PDF-1.7\n")
    assert run("build", folder, "-o", "out", "-f", "json").code == 4


def test_the_printed_script_is_recorded_printed_and_proved(run, folder):
    (folder / "south.txt").write_text("南江縣質量工作彙報\n\n南江縣質監局服務企業320家，發展勢頭良好。\n", "utf-8")
    (folder.parent / "reporter.toml").write_text('protected_names = ["良好"]\n', "utf-8")
    assert run("build", folder, "-o", "out", "-f", "html,md", "--script", "zh-Hans").code == 0
    manifest = json.loads((folder.parent / "out/manifest.json").read_text("utf-8"))
    assert manifest["configuration"]["script"] == "zh-Hans"
    assert manifest["configuration"]["protected_names"] == ["良好"]
    assert "南江县质监局服务企业320家，发展势头良好。" in (folder.parent / "out/briefing.md").read_text("utf-8")
    assert "南江縣質監局服務企業320家" in (folder.parent / "out/data/briefing.json").read_text("utf-8")
    assert run("verify", "out").code == 0


def test_a_script_that_is_none_lists_those_that_are(run, folder):
    ran = run("build", folder, "-o", "out", "--script", "zh-TW")
    assert ran.code == 2
    ran.said_in_one_line("zh-Hant")
