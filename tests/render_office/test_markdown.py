"""The Markdown says the brief, and nothing in it is markup that the briefing did not mean."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reporter.config import Config
from reporter.model import BriefingHead
from reporter.render.markdown import plain, table, write_markdown

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


@given(st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=30).filter(str.strip))
def test_any_text_is_shown_as_it_is(text):
    assert shown(f"x {plain(text)} x") == f"x {' '.join(text.split(chr(10))).strip()} x"


def test_a_bar_in_a_cell_adds_no_column():
    assert cells_of(table(["a|b", "c"], [["1|2", "3"]], right=(1,))) == ["a|b", "c", "1|2", "3"]
