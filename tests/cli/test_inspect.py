"""reporter inspect: how a file is read, every repair beside its original."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path

import pytest

from reporter.cli.edit_lines import edit_lines
from reporter.cli.inspection import PlacedEdit
from reporter.model import Edit

PAGE = """<html><head><meta charset="utf-8"><title>北川市名牌工作总结</title><script>var x = "甲";</script></head>
<body><nav><a href="/">首页</a></nav><article><h1>北川市名牌工作总结</h1>
<p>来源：市质监局 2017-06-19</p>
<p>全市新增名牌4个,增长5%。品牌(pái)带动作用明显，企业积极性提高。</p>
<h2>一、名牌数量</h2>
<table><tr><th>单位</th><th>数量</th></tr><tr><td>甲厂</td><td>12</td></tr><tr><td>乙厂</td><td>15</td></tr></table>
<p>全市企业共同努力，名牌数量继续增加，质量稳步提高。</p></article></body></html>
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_text(PAGE, "utf-8")
    return path


def test_the_head_says_what_the_file_is_and_states(run, page):
    ran = run("inspect", page)
    assert ran.code == 0
    head = ran.out.partition("\n\n")[0]
    for words in ("html, utf-8", "北川市名牌工作总结", "市质监局", "2017-06-19", "zh-Hans", "punctuation 1", "asides"):
        assert words in head


def test_both_versions_of_an_edit_stand_one_above_the_other_in_equal_columns(run, page):
    lines = run("inspect", page, "--rule", "punctuation").out.splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("punctuation: 1 edit"))
    start = PAGE.index("个,增") + 1
    assert lines[at + 1] == f"  line 4, {start}-{start + 1}"
    original, repaired = lines[at + 2 : at + 4]
    assert original.startswith("    original  ")
    assert "4个⟦, ⟧增长5%" in original
    assert "4个⟦，⟧增长5%" in repaired
    assert not any("html-tag:" in line for line in lines)


@pytest.mark.parametrize(
    ("original", "replacement", "shown"),
    [
        ("\u200b", "", ("⟦\\u200b⟧", "⟦      ⟧")),
        (" ", "", ("⟦␣⟧", "⟦ ⟧")),
        ("\u3000", " ", ("⟦␣␣⟧", "⟦␣ ⟧")),
        ("质", "監", ("⟦质⟧", "⟦監⟧")),
        ("\r\n", "\n", ("⟦↵⟧", "⟦↵⟧")),
        ("\x1b[0m", "", ("⟦\\x1b[0m⟧", "⟦       ⟧")),
        ("x" * 500, "", ("⟦xxxxxxxxxxxxxxxxxxxxxxxx…(500␣characters)⟧", f"⟦{' ' * 41}⟧")),
    ],
)
def test_nothing_that_an_edit_changed_is_invisible(original, replacement, shown):
    edit = Edit(1, 1 + len(original), original, replacement, "rule")
    lines = edit_lines(PlacedEdit(edit, 1, 1), f"甲{replacement}乙")
    assert lines == tuple(f"甲{part}乙" for part in shown)


def test_the_limit_counts_what_it_leaves_out(run, page):
    few = run("inspect", page, "--rule", "html-tag", "--limit", "1").out
    every = run("inspect", page, "--rule", "html-tag", "--limit", "0").out
    assert "more; --limit 0 shows all" in few
    assert "more;" not in every
    assert every.count("repaired  ") > few.count("repaired  ")


def test_the_outline_and_the_tables_take_the_edits_place(run, page):
    out = run("inspect", page, "--outline", "--tables").out
    assert "一、名牌数量  line 5" in out
    assert "| 单位 | 数量 |" in out
    assert "| 乙厂 | 15   |" in out
    assert "original  " not in out


def test_the_repaired_text_alone(run, page):
    out = run("inspect", page, "--text").out
    assert "全市新增名牌4个，增长5%。品牌带动作用明显" in out
    assert "<" not in out
    assert "format" not in out


def test_json_holds_every_edit_and_replaying_them_gives_the_text(run, page):
    data = json.loads(run("inspect", page, "--json").out)
    assert data["schema_version"] == 1
    (file,) = data["files"]
    text, at = "", 0
    for edit in file["edits"]:
        assert PAGE[edit["start"] : edit["end"]] == edit["original"]
        text += PAGE[at : edit["start"]] + edit["replacement"]
        at = edit["end"]
    text += PAGE[at:]
    assert text.rstrip("\n") == run("inspect", page, "--text").out.rstrip("\n")
    assert {edit["line"] for edit in file["edits"] if edit["rule"] == "punctuation"} == {4}
    assert file["tables"][0]["header"] == ["单位", "数量"]
    assert file["sections"][0]["heading"] == "名牌数量"
    assert [aside["rule"] for aside in file["asides"]]


class Elements(HTMLParser):
    """The names of a page's elements and what they load."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.loads: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.loads += [
            value or "" for name, value in attrs if name in ("src", "href") and not (value or "").startswith("#")
        ]


def test_the_page_of_both_versions_is_complete_in_itself(run, page, tmp_path):
    assert run("inspect", page, "--html", "out.html").code == 0
    text = (tmp_path / "out.html").read_text("utf-8")
    elements = Elements()
    elements.feed(text)
    assert "script" not in elements.tags
    assert elements.loads == []
    assert "default-src 'none'" in text
    assert text.count("(pái)</del>") == 2  # in both columns, shown in the first
    assert "&lt;script&gt;" in text


def test_nothing_that_a_terminal_obeys_is_printed(run, tmp_path):
    words = "正文很长，说明工作进展，各项任务按计划完成。" * 20
    path = tmp_path / "a.txt"
    path.write_text(f"标题\n{words}\n甲\x1b[31m红\x1b[0m色(hóng)，乙\u202e反。\n", "utf-8")
    for options in ((), ("--outline",), ("--limit", "0")):
        ran = run("inspect", path, *options)
        assert ran.code == 0
        assert "\x1b" not in ran.out
        assert "\u202e" not in ran.out


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["inspect"], 2, "FILE"),
        (["inspect", "missing.txt"], 1, "missing.txt"),
        (["inspect", "missing.txt", "gone.txt"], 1, "missing.txt"),
        (["inspect", "page.html", "--rule", "pinyin"], 2, "pinyin-note"),
        (["inspect", "page.html", "page.html", "--html", "x.html"], 2, "--html"),
        (["inspect", "page.html", "--html", "no/folder/x.html"], 1, "x.html"),
        (["inspect", "page.html", "--limit", "-1"], 2, "--limit"),
    ],
)
def test_bad_input_is_told_clearly(run, page, arguments, code, told):
    ran = run(*arguments)
    assert ran.code == code
    assert told in ran.err
    assert "Traceback" not in ran.err


def test_a_file_that_can_not_be_read_does_not_stop_the_others(run, page):
    ran = run("inspect", page, "missing.txt")
    assert ran.code == 4
    assert "missing.txt" in ran.err
    assert "北川市名牌工作总结" in ran.out
