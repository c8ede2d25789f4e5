"""The Markdown says the brief, and nothing in it is markup that the briefing did not mean."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reporter.config import Config
from reporter.model import BriefingHead, Reference
from reporter.render.markdown import plain, table, write_markdown
from tests.render.briefings import analysis_of, briefing_of, document_of

READER = MarkdownIt("commonmark").enable("table")


def cells_of(markdown: str) -> list[str]:
    tokens = READER.parse(markdown)
    return [token.content for token in tokens if token.type == "inline"]


def shown(markdown: str) -> str:
    """What a reader of the rendered text sees."""
    (inline,) = [token for token in READER.parse(markdown) if token.type == "inline"]
    return "".join(child.content for child in inline.children or ())


def test_every_sentence_of_the_brief_is_there_with_its_mark(briefing, office):
    text = (office / "briefing.md").read_text("utf-8")
    for reference in briefing.overview:
        number, analysis = next(
            (n, a) for n, a in enumerate(briefing.analyses, 1) if a.document.id == reference.document
        )
        sentence = next(s for s in analysis.document.sentences if s.id == reference.id)
        assert f"{sentence.text}〔{number}〕" in text


def test_it_reads_as_headings_a_list_and_tables(office):
    tokens = READER.parse((office / "briefing.md").read_text("utf-8"))
    kinds = [token.type for token in tokens]
    assert kinds.count("heading_open") == 5
    assert kinds.count("ordered_list_open") == 1
    assert kinds.count("table_open") == 2
    assert kinds.count("blockquote_open") == 1
    assert "html_block" not in kinds


def test_a_hostile_title_is_text(briefing, tmp_path):
    title = "a *b* [c](d) <script> `e` |\n# f"
    write_markdown(replace(briefing, head=BriefingHead(title)), tmp_path, Config())
    first = (tmp_path / "briefing.md").read_text("utf-8").split("\n")[0]
    assert shown(first) == "a *b* [c](d) <script> `e` | # f"


# Letters, digits and signs in any order, and what begins a block: lists, headings, rules, code, entities.
ANY_TEXT = st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), max_size=30)
OPENINGS = st.sampled_from(
    ["", "1. ", "12) ", "- ", "+ ", "* ", "# ", "> ", "---", "- - -", "===", "```", "&lt;", "[a]: b "]
)


def one_line(text: str) -> str:
    return " ".join(text.split("\n")).strip()


@given(OPENINGS, ANY_TEXT)
def test_any_text_is_shown_as_it_is_where_a_block_begins(opening, text):
    if one_line(opening + text):
        assert shown(plain(opening + text)) == one_line(opening + text)


@given(OPENINGS, ANY_TEXT)
def test_any_text_is_shown_as_it_is_in_a_list_and_after_a_paragraph(opening, text):
    if one_line(opening + text):
        tokens = READER.parse(f"x\n\n1. {plain(opening + text)}\n\n> {plain(opening + text)}\n")
        said = ["".join(c.content for c in token.children) for token in tokens if token.type == "inline"]
        assert said == ["x", one_line(opening + text), one_line(opening + text)]


@pytest.mark.parametrize("end", ["\r", "\r\n", "\n\n", "\u2028", "\x0b", "\x85"])
def test_no_line_end_of_a_text_ends_the_line(end):
    assert plain(f"a{end}# b") == "a \\# b"


@pytest.mark.parametrize("text", ["增长-3.2%", "+5亿元", "1.5倍", "2018年", "100.5", "A=B"])
def test_what_is_no_markup_is_left_as_it_is(text):
    assert plain(text) == text


def test_the_documents_cited_are_numbered_like_their_marks(office):
    text = (office / "briefing.md").read_text("utf-8")
    assert "\\[1\\] 张山. 北川市质量强市工作汇报\\[Z\\]. 北川市质监局, 2018-05-04.\n" in text
    assert [line for line in cells_of(text) if line.startswith("\\[2\\] 南江縣質量工作總結")]


def test_a_bar_in_a_cell_adds_no_column():
    assert cells_of(table(["a|b", "c"], [["1|2", "3"]], right=(1,))) == ["a|b", "c", "1|2", "3"]


def listed(text, tmp_path):
    """The points of a Markdown whose brief has two sentences, the second of them this."""
    analysis = analysis_of(document_of(f"标题\n全市有名牌22个。\n{text}", "in/a.txt"), chosen=2)
    chosen = tuple(Reference(analysis.document.id, name) for name in analysis.summary.sentences)
    write_markdown(replace(briefing_of(analysis), summary=chosen, overview=chosen), tmp_path, Config())
    said = (tmp_path / "briefing.md").read_text("utf-8")
    return said[said.index("全市有名牌") - 4 :].split("\n\n## ")[0]


def test_a_sentence_that_begins_with_a_number_does_not_join_that_of_the_list(tmp_path):
    said = listed("2018年新建车间30个。", tmp_path)
    assert "（1）全市有名牌22个。〔1〕\n\n（2）2018年新建车间30个。〔1〕" in said


def test_other_sentences_are_a_numbered_list(tmp_path):
    assert "1. 全市有名牌22个。〔1〕\n2. 全市新建车间30个。〔1〕" in listed("全市新建车间30个。", tmp_path)
