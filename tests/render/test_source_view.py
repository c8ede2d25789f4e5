"""A source page shows the whole source: every character once, passages marked and anchored, repairs as repairs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.config import Config
from reporter.model import Analysis, CleanText, Edit, Ledger, Locator, Place, Span, Target
from reporter.render import source_parts
from reporter.render.catalogue import load_catalogue
from reporter.render.links import SiteLinks
from reporter.render.source_lines import Piece, Run, SourceView
from reporter.render.source_parts import part_of, part_starts
from reporter.render.source_view import source_pages
from reporter.render.theme import load_theme
from reporter.render.viewpoint import Viewpoint
from tests.render.briefings import analysis_of, briefing_of, document_of, north_analysis, south_analysis

STRINGS = load_catalogue(load_theme(Config()), "zh-Hans")


def pages(analysis: Analysis) -> list[SourceView]:
    view = Viewpoint(briefing_of(analysis), STRINGS, SiteLinks("../"))
    return list(source_pages(view, analysis, frozenset()))


def runs(analysis: Analysis) -> list[Run]:
    return [run for page in pages(analysis) for line in page.lines for run in line.runs]


def pieces(run: Run) -> Iterator[Piece]:
    for stretch in run.stretches:
        yield from stretch.pieces


def text(run: Run) -> str:
    return "".join(piece.text for piece in pieces(run))


def squeezed(words: str) -> str:
    return "".join(words.split())


@pytest.mark.parametrize("analysis", [north_analysis(), south_analysis()], ids=["north", "south"])
def test_a_marked_sentence_reads_as_quoted(analysis: Analysis) -> None:
    sentences = {sentence.id: sentence.text for sentence in analysis.document.sentences}
    marked = {run.id: text(run) for run in runs(analysis) if run.id and run.used}
    assert set(analysis.summary.sentences) <= set(marked)
    assert all(marked[name] == sentences[name] for name in marked)


def test_repairs_show_what_stood_there() -> None:
    shown = [(piece.original, piece.text) for run in runs(south_analysis()) for piece in pieces(run) if piece.original]
    assert shown == [("(jiān)", "")]


def test_a_change_of_width_is_no_struck_text() -> None:
    ledger = Ledger("标题\n甲,乙。", [Edit(4, 5, ",", "，", "repair-width")])
    document = document_of("标题\n甲，乙。", "in/a.txt")
    document = replace(document, clean=replace(document.clean, ledger=ledger))
    shown = [piece for run in runs(analysis_of(document)) for piece in pieces(run)]
    assert not any(piece.original for piece in shown)
    assert [piece.rule for piece in shown if piece.text == "，"] == [","]


def test_asides_are_marked_as_such() -> None:
    aside = [text(run) for run in runs(north_analysis()) if run.aside]
    assert aside == ["本站声明：内容来自网络"]


def test_every_figure_cell_section_and_table_has_its_anchor() -> None:
    analysis = north_analysis()
    found = [
        name for run in runs(analysis) for stretch in run.stretches for name in (stretch.id, *stretch.anchors) if name
    ]
    assert len(found) == len(set(found))
    wanted = {item.id for item in analysis.indicators} | {section.id for section in analysis.document.sections}
    wanted |= {"b0123abcd", "b0123abcd-1-1", "b0123abcd-2-2"}
    assert wanted <= set(found)


def test_figures_are_marked_as_written() -> None:
    analysis = north_analysis()
    shown = {
        stretch.id: "".join(piece.text for piece in stretch.pieces)
        for run in runs(analysis)
        for stretch in run.stretches
        if stretch.id
    }
    for item in analysis.indicators:
        assert shown[item.id] == item.span.of(analysis.document.text)


def test_a_figure_hidden_by_another_keeps_an_anchor() -> None:
    analysis = north_analysis()
    first = analysis.indicators[0]
    inner = replace(first, id="i-inner", span=Span(first.span.start + 1, first.span.end))
    both = replace(analysis, indicators=(inner, *analysis.indicators))
    anchors = {name for run in runs(both) for stretch in run.stretches for name in stretch.anchors}
    assert "i-inner" in anchors


@st.composite
def damaged(draw: st.DrawFn) -> Ledger:
    """A source with edits anywhere."""
    source = draw(st.text("甲乙丙。，\n 1a(", min_size=0, max_size=60))
    cuts = sorted(draw(st.sets(st.integers(0, len(source)), max_size=12)))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    replacements = st.text("丁戊\n", max_size=3)
    edits = [Edit(low, high, source[low:high], draw(replacements), "rule") for low, high in pairs]
    return Ledger(source, edits)


@given(damaged())
def test_the_page_reads_as_the_repaired_text(ledger: Ledger) -> None:
    document = document_of("标题", "in/a.txt")
    clean = CleanText(replace(document.clean.raw, ledger=Ledger(ledger.source)), ledger)
    analysis = analysis_of(replace(document, clean=clean, title=replace(document.title, span=None)))
    assert squeezed("".join(text(run) for run in runs(analysis))) == squeezed(ledger.text)


@given(damaged(), st.integers(5, 20))
def test_parts_join_to_the_source_and_cut_no_edit(ledger: Ledger, length: int) -> None:
    clean = replace(CleanText.of(ledger.source), ledger=ledger)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(source_parts, "PART_LENGTH", length)
        starts = part_starts(clean)
    assert starts[0] == 0
    assert list(starts) == sorted(set(starts))
    assert all(start < len(ledger.source) for start in starts[1:])
    assert not any(edit.start < start < edit.end for edit in ledger.edits for start in starts)
    assert [part_of(starts, start) for start in starts] == list(range(1, len(starts) + 1))


def test_a_long_source_is_shown_in_parts_that_link_to_each_other() -> None:
    body = "\n".join(f"第{number}句话说明一件事情。" * 5 for number in range(2_500))
    analysis = analysis_of(document_of(f"标题\n{body}", "in/long.txt"))
    made = pages(analysis)
    assert len(made) > 1
    assert all(len(page.parts) == len(made) for page in made)
    assert made[0].parts[1].href == f"{analysis.document.id}-2.html"
    assert squeezed("".join(text(run) for run in runs(analysis))) == squeezed(analysis.document.text)


def marked_up(source: str, *edits: Edit, file_format: str = "html") -> Analysis:
    """A document whose reader made these edits."""
    ledger = Ledger(source, edits)
    document = document_of("标题", "in/a.html")
    raw = replace(document.clean.raw, ledger=ledger, format=file_format)
    return analysis_of(replace(document, clean=CleanText(raw, ledger), title=replace(document.title, span=None)))


def test_marks_of_the_format_are_told_from_words_that_were_dropped() -> None:
    tag = Edit(0, 4, "<em>", "", "html-tag")
    (page,) = pages(marked_up("<em>甲乙丙。", tag))
    assert [piece for run in page.lines[0].runs for piece in pieces(run) if piece.original] == [
        Piece("", "<em>", "网页标记", markup=True)
    ]
    header = Edit(0, 4, "市政公报", "", "pdf-running-line")
    (page,) = pages(marked_up("市政公报甲乙丙。", header, file_format="pdf"))
    assert [piece.markup for run in page.lines[0].runs for piece in pieces(run) if piece.original] == [False]


def test_a_line_of_nothing_but_marks_says_so() -> None:
    (page,) = pages(marked_up("<a>\n甲。", Edit(0, 4, "<a>\n", "\n", "html-block")))
    assert [line.markup for line in page.lines] == [True, False]


def test_what_was_dropped_is_shown_shortened_when_it_is_long() -> None:
    script = "x" * 2_000_000
    (page,) = pages(marked_up(f"{script}甲。", Edit(0, len(script), script, "", "html-script")))
    (dropped,) = [piece for run in page.lines[0].runs for piece in pieces(run) if piece.original]
    assert len(dropped.original) < 80
    assert "2000000" in dropped.original


def placed(*locators: Locator) -> Analysis:
    """A document of one line a locator."""
    lines = [f"第{number}行有数字。" for number in range(len(locators))]
    document = document_of("\n".join(["标题", *lines]), "in/a.pdf")
    text = document.clean.ledger.source
    places = tuple(
        Place(text.index(line), text.index(line) + len(line), locator)
        for line, locator in zip(lines, locators, strict=True)
    )
    raw = replace(document.clean.raw, places=places, format="pdf")
    return analysis_of(replace(document, clean=replace(document.clean, raw=raw)), chosen=len(lines))


def test_the_first_line_of_a_page_names_it_and_passages_say_where_they_stand() -> None:
    analysis = placed(Locator(page=1), Locator(page=1), Locator(page=2))
    (page,) = pages(analysis)
    assert [line.place for line in page.lines] == ["", "第1页", "", "第2页"]
    assert [run.place for line in page.lines for run in line.runs if run.used] == ["第1页", "第1页", "第2页"]


@pytest.mark.parametrize(
    ("locator", "words"),
    [
        (Locator(sheet="统计", cell="B7"), "工作表“统计”，单元格B7"),
        (Locator(paragraph=11), "第12段"),
        (Locator(page=3, box=(1.0, 2.0, 3.0, 4.0)), "第3页"),
    ],
)
def test_a_place_is_told_in_words(locator: Locator, words: str) -> None:
    assert [run.place for run in runs(placed(locator)) if run.used] == [words]
    view = Viewpoint(briefing_of(placed(locator)), STRINGS, SiteLinks(""))
    analysis = view.briefing.analyses[0]
    assert view.quote(analysis, analysis.summary.sentences[0]).note == words


@pytest.mark.parametrize("line", ["第{n}镇完成投资{n}元，增长{n}%。", "{n}\t{n}\t{n}\t{n}\t{n}"])
def test_a_source_that_is_dense_in_figures_is_shown_in_more_parts(line: str) -> None:
    text_of = "\n".join(line.format(n=n) for n in range(1000, 6000))
    starts = part_starts(CleanText.of(text_of))
    prose = part_starts(CleanText.of("长" * len(text_of)))
    assert len(starts) > len(prose)
    assert all(end - start <= source_parts.PART_LENGTH for start, end in pairwise((*starts, len(text_of))))


def test_the_sentence_of_a_target_reads_as_quoted() -> None:
    analysis = analysis_of(document_of("标题\n甲句。\n乙句。", "in/a.txt"), chosen=1)
    left = next(s for s in analysis.document.sentences if s.id not in analysis.summary.sentences)
    target = Target("t1", "task", left.text, left.span, left.id)
    assert left.id not in {run.id for run in runs(analysis) if run.used}
    assert left.id in {run.id for run in runs(replace(analysis, targets=(target,))) if run.used}
