"""The structure tree of a tagged PDF: one element for an element, however pages and pieces part it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import weasyprint
from hypothesis import given, settings
from hypothesis import strategies as st

from reporter.config import Config, configured
from reporter.model import Briefing
from reporter.render.pdf.complaints import collected_complaints
from reporter.render.pdf.pieces import Piece, pieces_of
from reporter.render.pdf.printing import print_pages
from reporter.render.pdf.shortcuts import _changed, shortcuts
from reporter.render.pdf.tagging import complete_tags
from reporter.render.pdf.writing import write_here
from tests.render.briefings import overview_briefing, sample_briefing
from tests.render.matterhorn import Element, elements, failures

UA = "pdf/ua-1"
SMALL = "@page { size: 60mm 40mm; margin: 4mm } html { font-size: 8pt } * { margin: 0 }"


@pytest.fixture
def tagged(tmp_path: Path) -> Iterator[Tagger]:
    with complete_tags(), shortcuts():
        yield Tagger(tmp_path / "tagged.pdf")


class Tagger:
    """Makes a tagged PDF of the body of a page of HTML, on pages of a few lines."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __call__(self, body: str, style: str = "") -> list[Element]:
        """The elements, in a PDF of which the checker has nothing to say."""
        head = f"<head><title>题</title><style>{SMALL}{style}</style></head>"
        html = weasyprint.HTML(string=f'<html lang="zh-Hans">{head}<body>{body}</body></html>')
        document = html.render(pdf_variant=UA)
        self.pages = len(document.pages)
        print_pages(document, self.path, UA)
        data = self.path.read_bytes()
        assert failures(data) == []
        return elements(data)


def named(found: list[Element], name: str) -> list[Element]:
    return [element for element in found if element.name == name]


def shape(element: Element) -> str:
    """An element and what is below it, as in ``L(LI(Lbl LBody))``."""
    below = " ".join(map(shape, element.elements))
    return f"{element.name}({below})" if below else element.name


def pages_of(element: Element) -> int:
    """On how many pages an element and those below it have content."""
    waiting: list[Element] = [element]
    found: set[int] = set()
    while waiting:
        at = waiting.pop()
        found.update(page for page, _ in at.marked)
        waiting.extend(at.elements)
    return len(found)


# -- what pages part


def test_a_table_over_pages_is_one_table_with_one_header(tagged: Tagger) -> None:
    rows = "".join(f"<tr><th scope=row>甲{n}</th><td>{n}</td></tr>" for n in range(40))
    head = "<thead><tr><th>名</th><th>数</th></tr></thead><tfoot><tr><th>计</th><td>40</td></tr></tfoot>"
    found = tagged(f"<table>{head}<tbody>{rows}</tbody></table>")
    (table,) = named(found, "Table")
    assert pages_of(table) == tagged.pages > 3
    assert [part.name for part in table.elements] == ["THead", "TBody", "TFoot"]
    assert len(named(found, "TR")) == 42
    assert len(named(found, "TH")) == 2 + 40 + 1
    assert [pages_of(part) for part in table.elements] == [1, tagged.pages, 1]


def test_a_link_in_a_header_works_on_each_page_and_is_one_link(tagged: Tagger) -> None:
    rows = "".join(f"<tr><td>{n}</td></tr>" for n in range(40))
    found = tagged(f'<table><thead><tr><th><a href="#end">名</a></th></tr></thead>{rows}</table><p id="end">尾</p>')
    (link,) = named(found, "Link")
    assert len(link.annotations) >= 3
    assert pages_of(link) == 1


def test_a_link_in_a_running_head_is_told_though_its_words_are_an_artifact(tagged: Tagger) -> None:
    style = "@page { @top-left { content: element(head) } } div { position: running(head) }"
    (link,) = named(tagged('<div><a href="https://example.org/">首</a></div><p>文</p>', style), "Link")
    assert (len(link.annotations), link.marked) == (1, [])


def test_a_paragraph_over_pages_is_one_paragraph(tagged: Tagger) -> None:
    (paragraph,) = named(tagged(f"<p>{'一段很长的话，' * 120}</p>"), "P")
    assert pages_of(paragraph) == tagged.pages > 1


def test_a_row_over_pages_is_one_row(tagged: Tagger) -> None:
    found = tagged(f"<table><tr><th scope=row>名</th><td>{'一段很长的话，' * 120}</td></tr></table>")
    (row,) = named(found, "TR")
    assert shape(row) == "TR(TH TD)"
    assert pages_of(row) == tagged.pages > 1


def test_a_list_over_pages_is_one_list(tagged: Tagger) -> None:
    found = tagged("<ol>" + "<li>条目</li>" * 30 + "</ol>", "li { list-style: inside decimal }")
    (listed,) = named(found, "L")
    assert tagged.pages > 1
    assert shape(listed) == "L(" + " ".join(["LI(Lbl LBody)"] * 30) + ")"
    assert listed.attribute("ListNumbering") == "Decimal"


# -- what elements become


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<h1>一</h1><h4>二</h4><h4>三</h4><h2>四</h2>", "H1 H2 H2 H2"),
        ("<h2>一</h2><h3>二</h3><h1>三</h1><h3>四</h3>", "H1 H2 H1 H2"),
        ("<ul><li>一<ul><li>二</ul></ul>", "L(LI(LBody(L(LI(LBody)))))"),
        ("<dl><dt>名<dd>义<dt>名<dd>义</dl>", "L(LI(Lbl LBody) LI(Lbl LBody))"),
        ('<ol><li><span class="number">〔1〕</span><span>文</span></ol>', "L(LI(Lbl LBody))"),
        ("<section>文<p>段</p>文</section>", "Sect(P P P)"),
        ("<div>一</div><div>二</div>", "Div(P) Div(P)"),
        ("<figure><figcaption>题</figcaption><svg><title>图</title></svg></figure>", "Div(Caption Figure)"),
        ('<p>甲<span lang="zh-Hant">乙</span></p><p><span lang="zh-Hant">丙</span></p>', "P(Span) P"),
        ('<p>见<a href="#a">甲</a>与<a href="https://example.org/">乙</a></p><p id=a>甲', "P(Reference(Link) Link) P"),
        ("<table><tr><th>a<th>b<tr><td colspan=2>c<tr><td>d</table>", "Table(TBody(TR(TH TH) TR(TD) TR(TD TD)))"),
        ("<table><tr><td rowspan=2>a<td>b<tr></table>", "Table(TBody(TR(TD TD) TR(TD)))"),
        ("<table role=presentation><tr><td>a<td>b</table>", "Div(Div(P) Div(P))"),
        ("<table><caption>题</caption><tr><td>a</table>", "Table(Caption TBody(TR(TD)))"),
    ],
)
def test_elements_have_the_types_of_the_standard(body: str, expected: str, tagged: Tagger) -> None:
    document, *_ = tagged(body, "li { list-style: none }")
    assert " ".join(map(shape, document.elements)) == expected


def test_contents_are_items_that_refer(tagged: Tagger) -> None:
    body = '<nav><h1>目</h1><ul><li><a href="#a">甲<i></i></a><ul><li><a href="#b">乙<i></i></a></ul></ul></nav>'
    found = tagged(
        f"{body}<h1 id=a>甲</h1><h2 id=b>乙</h2>", "i::before { content: leader('.') '1' } li { list-style: none }"
    )
    assert shape(named(found, "Sect")[0]) == "Sect(H1 TOC(TOCI(Reference(Link) TOC(TOCI(Reference(Link))))))"
    # Words and number: the dots between them are an artifact.
    assert [len(link.marked) for link in named(found, "Link")] == [2, 2]


def test_header_cells_head_rows_or_columns(tagged: Tagger) -> None:
    found = tagged("<table><tr><th>a<th>b<th>c<tr><th>d<td>e<td>f<tr><th>g<td>h<th scope=col>i</table>")
    scopes = [cell.attribute("Scope") for cell in named(found, "TH")]
    assert scopes == ["Column", "Column", "Column", "Row", "Row", "Column"]


def test_a_footnote_is_a_note_that_is_referred_to(tagged: Tagger) -> None:
    found = tagged("<p>文<span>一</span>文<span>二</span></p>", "span { float: footnote }")
    assert [note.values["ID"] for note in named(found, "Note")] == [b"note-000000", b"note-000001"]
    assert [shape(note) for note in named(found, "Note")] == ["Note(Lbl)"] * 2
    assert len(named(found, "Reference")) == 2


def test_counters_in_front_of_items_are_their_labels(tagged: Tagger) -> None:
    style = "li { list-style: none; counter-increment: n; position: relative } li::before { content: counter(n) }"
    (item,) = named(tagged("<ol><li>文</ol>", style), "LI")
    assert [len(part.marked) for part in item.elements] == [1, 1]


def test_a_picture_without_words_is_complained_of_and_decoration_is_not(tmp_path: Path) -> None:
    with complete_tags(), collected_complaints() as complaints:
        html = '<html lang=zh><title>题</title><svg viewBox="0 0 1 1"></svg>'
        print_pages(weasyprint.HTML(string=html).render(pdf_variant=UA), tmp_path / "a.pdf", UA)
    assert [words for words in complaints if "alt" in words]
    assert "13-004 a picture without words" in failures((tmp_path / "a.pdf").read_bytes())


_WORDS = st.sampled_from(["文字", "a", " ", "很长的文字" * 60])
_TAGS = st.sampled_from(
    "div p span ul ol li dl dt dd table tr td th thead tbody h1 h3 h6 section nav figure blockquote aside b q".split()  # noqa: SIM905
)
_LANGS = st.sampled_from(["", " lang=zh-Hant", " lang=en", " style='position: absolute'", " style='display: block'"])


def _element(content: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    inside = st.lists(content, max_size=4).map("".join)
    return st.builds(lambda tag, lang, words: f"<{tag}{lang}>{words}</{tag}>", _TAGS, _LANGS, inside)


@settings(max_examples=60)
@given(st.recursive(_WORDS, _element, max_leaves=20))
def test_whatever_the_html_all_content_has_one_place(tmp_path_factory: pytest.TempPathFactory, body: str) -> None:
    folder = tmp_path_factory.mktemp("any")
    html = f"<html lang=zh><head><title>题</title><style>{SMALL}</style></head><body>{body}</body></html>"
    with complete_tags(), collected_complaints():
        print_pages(weasyprint.HTML(string=html).render(pdf_variant=UA), folder / "a.pdf", UA)
    assert [line for line in failures((folder / "a.pdf").read_bytes()) if line.startswith("01-")] == []


# -- pieces


def cut(briefing: Briefing) -> tuple[Piece, ...]:
    """As many pieces as there can be."""
    return pieces_of(briefing, Config(), 1)


def cut_in_rows(briefing: Briefing) -> tuple[Piece, ...]:
    """The same, the two rows of the comparison in pieces of their own."""
    return (
        Piece(("rest", "changes")),
        Piece(("comparison",), 0, 1, unfinished=True),
        Piece(("comparison",), 1, 2, continued=True),
        Piece(("growth",)),
        Piece(("conflicts",), 0, len(briefing.conflicts)),
        Piece(("targets", "themes")),
        *cut(briefing)[1:],
    )


def test_pieces_have_the_tree_of_the_whole(tmp_path: Path) -> None:
    briefing, trees = overview_briefing(), []
    for name, pieces in (("whole", ()), ("bound", cut(briefing)), ("rows", cut_in_rows(briefing))):
        (tmp_path / name).mkdir()
        write_here(briefing, tmp_path / name, configured({"pdf": {"standard": UA}}), pieces=pieces)
        data = (tmp_path / name / "briefing.pdf").read_bytes()
        assert failures(data) == []
        trees.append(elements(data))
    whole, bound, rows = ([(element.name, shape(element)) for element in tree] for tree in trees)
    assert bound == whole
    assert rows == whole
    # The header that the second piece redraws is an artifact, its links belong to the first one.
    (_, table, *_) = (
        element for element in trees[2] if element.name == "Table" and element.elements[0].name == "THead"
    )
    assert [pages_of(part) for part in table.elements] == [1, 2]
    assert [len(link.annotations) for link in links(table.elements[0])] == [2, 2]


def links(element: Element) -> list[Element]:
    """The links below an element."""
    return [link for below in element.elements for link in ([below] if below.name == "Link" else links(below))]


def test_each_file_of_a_pdf_has_a_tree_of_its_own(tmp_path: Path) -> None:
    config = configured({"pdf": {"standard": UA, "part_pages": 1}})
    write_here(sample_briefing(), tmp_path, config, pieces=cut(sample_briefing()))
    files = sorted(tmp_path.glob("*.pdf"))
    assert len(files) > 1
    for file in files:
        assert failures(file.read_bytes()) == []


# -- another WeasyPrint


def test_tags_that_cannot_be_completed_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from weasyprint.pdf import tags

    def another(*parts: Any, stock: Callable[..., None] = tags.add_tags) -> None:
        stock(*parts)

    monkeypatch.setattr(tags, "add_tags", another)
    briefing, made = sample_briefing(), []
    _changed.cache_clear()
    try:
        for kind in (UA, "none"):
            config = configured({"pdf": {"standard": kind}})
            made.append(write_here(briefing, tmp_path, config, pieces=cut(briefing)))
    finally:
        _changed.cache_clear()
    assert [[finding.code for finding in found] for found in made] == [["render-tags"], []]
    assert weasyprint.__version__ in made[0][0].message
