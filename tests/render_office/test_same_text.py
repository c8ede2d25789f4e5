"""HTML, PDF, DOCX and Markdown say the same: no sentence, figure or cell is in one and not in the others."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import docx
import lxml.html
import pypdfium2
import pytest
from docx.oxml.ns import qn
from markdown_it import MarkdownIt

from reporter.config import Config, configured
from reporter.language.script import simplified
from reporter.model import Analysis, Briefing
from reporter.pipeline import brief
from reporter.render.docx import write_docx
from reporter.render.markdown import write_markdown
from reporter.render.pdf import write_pdf
from reporter.render.site import write_site

ROOT = Path(__file__).parents[2]
CORPORA = {"seeds": ROOT / "seeds", "documents": ROOT / "tests" / "corpus" / "documents" / "docs"}
# Above and below these heights a page of the PDF has its running lines, in points from its edges.
HEAD, FOOT = 72.0, 68.0

# What would be markup in one of the formats.
HOSTILE = """北川市<b>质量</b>强市 *工作* 汇报 & 总结
一、标准 | 提升 {{ page.title }}
全市现有国家标准61项，`行业标准`56项，[比上年](https://example.org)增长12.5%。
1. 市里提出 <script>alert("1")</script> 的做法是不可取的，已经整改到位。
二、品牌\\建设 &amp; 管理
# 全市拥有中国名牌22个 &lt;其中新增4个&gt;，省级名牌99个，~~删去~~的不再计入。
- 下一步，力争到2020年中国名牌达到30个以上，__确保__完成目标任务。
"""
OTHER = """南江县质量工作总结 $x^2$
一、主要工作
全县拥有中国名牌4个，省级名牌2个，比上年增加1个 <!-- 注释 -->。
全县监督抽查合格率为92.5%，%d 与 \\n 不是换行。
"""


def normal(text: str) -> str:
    """The text without what setting it changes: white space, line breaks, compatible forms, invisible characters."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(
        character for character in plain if not character.isspace() and unicodedata.category(character) != "Cf"
    )


def hostile(folder: Path) -> Path:
    (folder / "a.txt").write_text(HOSTILE, "utf-8")
    (folder / "b.txt").write_text(OTHER, "utf-8")
    columns = range(12)
    rows = [",".join(f"列{column}" for column in columns)]
    rows += [",".join(f"<{row}|{column}>" for column in columns) for row in range(60)]
    (folder / "c.csv").write_text("\n".join(rows), "utf-8")
    return folder


def of_html(folder: Path) -> str:
    pages = sorted((folder / "site").rglob("*.html"))
    shown = (page for page in pages if page.parent.name != "sources")
    return "".join(lxml.html.fromstring(page.read_bytes()).text_content() for page in shown)


def of_pdf(folder: Path) -> str:
    pdf = pypdfium2.PdfDocument(folder / "briefing.pdf")
    texts = []
    for page in pdf:
        text = page.get_textpage()
        texts.append(text.get_text_bounded(bottom=FOOT, top=page.get_height() - HEAD))
    return "".join(texts)


def of_docx(folder: Path) -> str:
    body = docx.Document(folder / "briefing.docx").element.body
    return "".join(node.text or "" for node in body.iter(qn("w:t")))


def of_markdown(folder: Path) -> str:
    tokens = MarkdownIt("commonmark").enable("table").parse((folder / "briefing.md").read_text("utf-8"))
    return "".join(child.content for token in tokens for child in token.children or ())


def sentences(briefing: Briefing) -> Iterator[str]:
    """The sentences of the brief."""
    texts = {(a.document.id, s.id): s.text for a in briefing.analyses for s in a.document.sentences}
    yield from (texts[reference.document, reference.id] for reference in briefing.summary)


def figures(briefing: Briefing) -> Iterator[str]:
    """The key figures, in the words of their documents."""
    for reference in briefing.brief_figures:
        analysis = next(item for item in briefing.analyses if item.document.id == reference.document)
        indicator = next(item for item in analysis.indicators if item.id == reference.id)
        yield indicator.span.of(analysis.document.text)


def names(briefing: Briefing) -> Iterator[str]:
    """What the key figures are called, in simplified characters as the data have it."""
    indicators = {(a.document.id, item.id): item for a in briefing.analyses for item in a.indicators}
    yield from (indicators[reference.document, reference.id].name for reference in briefing.brief_figures)


def cells(analysis: Analysis) -> Iterator[str]:
    for table in analysis.tables:
        yield from table.header
        yield from (cell.text for row in table.rows for cell in row)


@pytest.fixture(scope="module", params=[*CORPORA, "hostile"])
def made(request, tmp_path_factory) -> tuple[Briefing, dict[str, str]]:
    """A briefing, and the text of each of its outputs."""
    folder = tmp_path_factory.mktemp(request.param)
    source = CORPORA.get(request.param) or hostile(tmp_path_factory.mktemp("sources"))
    briefing = brief(Config(), [source])
    for write in (write_pdf, write_docx, write_markdown, write_site):
        write(briefing, folder, Config())
    texts = {"html": of_html(folder), "pdf": of_pdf(folder), "docx": of_docx(folder), "md": of_markdown(folder)}
    return briefing, {name: normal(text) for name, text in texts.items()}


@pytest.mark.parametrize("output", ["html", "pdf", "docx", "md"])
def test_every_sentence_and_figure_of_the_brief_is_in_every_output(made, output):
    briefing, texts = made
    wanted = [*sentences(briefing), *figures(briefing)]
    assert wanted
    assert [words for words in wanted if normal(words) not in texts[output]] == []


@pytest.mark.parametrize("output", ["html", "pdf", "docx", "md"])
def test_every_key_figure_is_named_in_every_output_in_whichever_script(made, output):
    briefing, texts = made
    printed = simplified(texts[output])
    assert [name for name in names(briefing) if normal(name) not in printed] == []


@pytest.mark.parametrize("output", ["html", "pdf", "docx"])
def test_every_cell_of_every_table_is_in_every_output_of_the_whole(made, output):
    briefing, texts = made
    wanted = [words for analysis in briefing.analyses for words in cells(analysis)]
    assert wanted
    assert [words for words in wanted if normal(words) not in texts[output]] == []


@pytest.mark.parametrize("output", ["html", "pdf", "docx"])
def test_every_document_has_its_title_and_summary_in_every_output_of_the_whole(made, output):
    briefing, texts = made
    for analysis in briefing.analyses:
        by_id = {sentence.id: sentence.text for sentence in analysis.document.sentences}
        wanted = [analysis.document.title.text, *(by_id[name] for name in analysis.summary.sentences)]
        assert [words for words in wanted if normal(words) not in texts[output]] == []


def test_the_official_document_says_every_sentence_too(made, tmp_path):
    briefing, _ = made
    write_docx(briefing, tmp_path, configured({"output": {"theme": "gongwen"}}))
    text = normal(of_docx(tmp_path))
    assert [words for words in sentences(briefing) if normal(words) not in text] == []
