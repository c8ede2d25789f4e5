"""What a document holds is text in every output: no page, sheet, field, link, script, template or terminal obeys it.

The site is looked at in a browser too (tests/site/test_hostile.py).
"""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from html.parser import HTMLParser

import openpyxl
import pypdfium2
import pytest
from lxml import etree
from markdown_it import MarkdownIt

from reporter.cli.terminal import harmless
from tests.hostile import make
from tests.hostile import texts as t
from tests.hostile.conftest import Built, build

pytestmark = pytest.mark.slow
FILES = (
    "injected.txt",
    "escapes.txt",
    "formulas.csv",
    "formulas.xlsx",
    "fields.docx",
    "outward.html",
    "outward.md",
    "line\nend.txt",
    "=cmd|' ∕c calc'!A0.txt",
    "<script>alert(1)<∕script>.txt",
    "turned\u202etxt.exe.txt",
)
FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")
NUMBER = re.compile(r"[-+＋－]?\d[\d,.]*%?")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    home = tmp_path_factory.mktemp("injected")
    (home / "in").mkdir()
    cases = {name: case for name, case in make.cases().items() if name in FILES}
    assert len(cases) == len(FILES)
    for name, case in cases.items():
        (home / "in" / name).write_bytes(case.content)
    exit_code, printed = build(home, "html,pdf,docx,md,csv,xlsx")
    return Built(exit_code, printed, home / "build", cases)


def shown_attacks(built: Built) -> list[str]:
    """The attacks that stand in sentences of documents, in the documents' own data."""
    sentences = [
        sentence["text"] for one in built.data("data/briefing.json")["documents"] for sentence in one["sentences"]
    ]
    found = [attack for attack in t.SHOWN if any(attack in sentence for sentence in sentences)]
    assert len(found) > len(t.SHOWN) // 2
    return found


class Elements(HTMLParser):
    """The tags of a page with their attributes, and the text outside scripts and styles."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self._inside = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._inside = tag

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside not in ("script", "style"):
            self.words += data


@pytest.fixture(scope="module")
def pages(built: Built) -> dict[str, Elements]:
    paths = sorted((built.folder / "site").rglob("*.html"))
    return {path.relative_to(built.folder).as_posix(): Elements(path.read_text("utf-8")) for path in paths}


def test_the_build_reads_them_all(built: Built) -> None:
    assert {entry["status"] for entry in built.inputs.values()} == {"used"}


def test_a_page_has_the_programs_own_script_and_no_handler(pages: dict[str, Elements]) -> None:
    assert len(pages) > 20
    for name, page in pages.items():
        tags = [tag for tag, _ in page.tags]
        assert (tags.count("script"), tags.count("style")) == (1, 1), name
        assert not {"iframe", "object", "embed", "base", "img", "video", "form"}.intersection(tags), name
        assert [
            key for _, attributes in page.tags for key in attributes if key.startswith("on") or key == "style"
        ] == []


def test_a_link_of_a_page_leads_into_the_site(pages: dict[str, Elements]) -> None:
    for name, page in pages.items():
        hrefs = [
            value or "" for _, attributes in page.tags for key, value in attributes.items() if key in ("href", "src")
        ]
        assert [href for href in hrefs if re.match(r"[a-z]+:|//|/", href.strip(), re.IGNORECASE)] == [], name


def test_the_attacks_stand_on_the_pages(built: Built, pages: dict[str, Elements]) -> None:
    shown = "".join(page.words for page in pages.values())
    assert [attack for attack in shown_attacks(built) if attack not in shown] == []


def test_what_the_search_loads_is_one_call_with_plain_data(built: Built) -> None:
    paths = sorted((built.folder / "site" / "search").glob("*.js"))
    assert paths
    for path in paths:
        call = re.fullmatch(r"reporterSearch\.\w+\((.*)\);\n", path.read_text("utf-8"))
        assert call, path.name
        json.loads(f"[{call[1]}]")


def test_the_pdf_shows_them_and_holds_no_action(built: Built) -> None:
    data = (built.folder / "briefing.pdf").read_bytes()
    document = pypdfium2.PdfDocument(data)
    shown = "".join("".join(page.get_textpage().get_text_range().split()) for page in document)
    assert "{{7*7}}" in shown
    assert "alert(1)" in shown
    forbidden = rb"/(?:JavaScript|JS|Launch|GoToR|SubmitForm|ImportData|RichMedia|EmbeddedFile|AA|OpenAction)\b"
    assert re.search(forbidden, data) is None
    assert re.findall(rb"/URI\s*\(", data) == []


def test_the_word_file_holds_them_as_text_and_its_own_fields_alone(built: Built) -> None:
    with zipfile.ZipFile(built.folder / "briefing.docx") as package:
        parts = {name: package.read(name) for name in package.namelist()}
    body = etree.fromstring(parts["word/document.xml"])
    shown = "".join(body.itertext(f"{W}t"))
    assert "{{ 7*7 }}" in shown
    assert "<script>" in shown
    codes = {(element.text or "").split()[0] for element in body.iter(f"{W}instrText")}
    assert codes <= {"TOC", "PAGEREF", "SEQ", "PAGE", "NUMPAGES"}
    assert next(body.iter(f"{W}fldSimple", f"{W}altChunk", f"{W}subDoc", f"{W}object"), None) is None
    relations = b"".join(content for name, content in parts.items() if name.endswith(".rels"))
    assert b'TargetMode="External"' not in relations


def test_the_markdown_holds_no_markup_of_a_document(built: Built) -> None:
    text = (built.folder / "briefing.md").read_text("utf-8")
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(text)
    kinds = {token.type for token in tokens} | {child.type for token in tokens for child in token.children or ()}
    assert not {"html_block", "html_inline", "link_open", "image", "fence", "code_block"}.intersection(kinds)


def test_no_cell_of_a_csv_file_is_a_formula(built: Built) -> None:
    paths = sorted((built.folder / "data").rglob("*.csv"))
    cells = [
        cell
        for path in paths
        for row in csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline=""))
        for cell in row
    ]
    assert sum("cmd|" in cell for cell in cells) > 2
    assert [cell for cell in cells if cell.startswith(FORMULA_STARTS) and not NUMBER.fullmatch(cell)] == []


def test_no_cell_of_the_workbook_is_a_formula_or_leads_out(built: Built) -> None:
    book = openpyxl.load_workbook(built.folder / "data" / "briefing.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "inlineStr"}
    assert any(str(cell.value).startswith("=cmd|") for cell in cells)
    targets = [cell.hyperlink.target or "" for cell in cells if cell.hyperlink]
    assert targets
    assert [target for target in targets if not target.startswith("../site/sources/")] == []


def test_no_template_is_computed(built: Built) -> None:
    data = json.dumps(built.data("data/briefing.json"), ensure_ascii=False)
    assert "{{ page.__class__.__mro__ }}" in data
    pages = [path.read_text("utf-8") for path in (built.folder / "site").rglob("*.html")]
    assert [page for page in pages if "&lt;class &#39;" in page or "<class '" in page] == []


def test_a_terminal_is_shown_names_and_text_as_text(built: Built) -> None:
    assert [char for char in built.printed if not char.isprintable() and char != "\n"] == []
    assert harmless("\x1b[31m\u202e\n\x9b\x07") == "\\x1b[31m\\u202e\\x0a\\x9b\\x07"
    assert harmless("付款\u200b.txt\ufeff\u3164\U000e0041") == "付款\\u200b.txt\\ufeff\\u3164\\U000e0041"
