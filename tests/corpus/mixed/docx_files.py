"""In: documents of texts/. Out: DOCX files as Word and WPS leave them, made in memory."""

import io
import zipfile
from collections.abc import Callable

from docx import Document
from docx.document import Document as Docx
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from tests.corpus.mixed.spec import Spec, plain, tables

NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def saved(document: Docx) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def rewritten(data: bytes, change: Callable[[str, bytes], bytes | None], extra: dict[str, str] | None = None) -> bytes:
    """The package with each member changed, and members added; all dated alike."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = change(name, old.read(name))
            if content is not None:
                new.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
        for name, text in (extra or {}).items():
            new.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def dated(data: bytes) -> bytes:
    return rewritten(data, lambda _, content: content)


def _tables_in(document: Docx, spec: Spec, index: int) -> None:
    table = tables(spec)[index]
    document.add_paragraph(table["caption"])
    if table["unit"]:
        document.add_paragraph(f"单位：{table['unit']}")
    grid = [*table["header"], *table["rows"]]
    made = document.add_table(len(grid), len(grid[0]), style="Table Grid")
    for r, row in enumerate(grid):
        for c, text in enumerate(row):
            made.cell(r, c).text = text
    if len(table["header"]) > 1:
        _merge_header(made, table["header"])


def _merge_header(made, header) -> None:  # type: ignore[no-untyped-def]
    """Merge equal neighbours of the first header row, and columns that say the same twice."""
    top = header[0]
    for c in range(len(top) - 1):
        if top[c] == top[c + 1]:
            made.cell(0, c + 1).text = ""
            made.cell(0, c).merge(made.cell(0, c + 1)).text = top[c]
    for c, text in enumerate(top):
        if header[1][c] == text:
            made.cell(1, c).text = ""
            made.cell(0, c).merge(made.cell(1, c)).text = text


def body(document: Docx, spec: Spec, heading: Callable[[Docx, int, str], None] | None = None) -> None:
    """All blocks but the title; headings are plain paragraphs unless another way is given."""
    count = 0
    for kind, text in spec.flow():
        if kind == "B":
            _tables_in(document, spec, count)
            count += 1
        elif kind in {"H1", "H2"} and heading:
            heading(document, int(kind[1]), text)
        elif kind not in {"T", "HR", "R"}:
            document.add_paragraph(plain(kind, text))


def _numbering(document: Docx) -> None:
    """List 90: 一、 then （一）; list 91: 1. 2. 3."""
    numbering = document.part.numbering_part.element
    levels = (("chineseCounting", "%1、"), ("chineseCounting", "（%2）"))
    for number, styles in ((90, levels), (91, (("decimal", "%1."),))):
        xml = "".join(
            f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
            for i, (kind, text) in enumerate(styles)
        )
        abstract = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">{xml}</w:abstractNum>')
        numbering.insert(0, abstract)
        numbering.append(
            parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>')
        )


def _numbered(paragraph: Paragraph, number: int, level: int) -> None:
    properties = paragraph._p.get_or_add_pPr()
    xml = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    properties.append(parse_xml(xml))


def auto_numbered(spec: Spec) -> bytes:
    document = Document()
    _numbering(document)
    document.add_paragraph(spec.title, style="Title")

    def heading(made: Docx, level: int, text: str) -> None:
        _numbered(made.add_paragraph(text.split("|")[1], style=f"Heading {level}"), 90, level - 1)

    body(document, spec, heading)
    return dated(saved(document))


def auto_list(spec: Spec) -> bytes:
    document = Document()
    _numbering(document)
    document.add_heading(spec.title, 0)
    for kind, text in spec.flow():
        if kind == "I":
            _numbered(document.add_paragraph(text.split("|")[1]), 91, 0)
        elif kind == "H1":
            document.add_heading(plain(kind, text), 1)
        elif kind == "P":
            document.add_paragraph(plain(kind, text))
    return dated(saved(document))


def headed(spec: Spec) -> bytes:
    document = Document()
    document.add_paragraph(spec.title, style="Title")
    if "number" in spec.facts:
        document.add_paragraph(spec.facts["number"])
    body(document, spec, lambda made, level, text: made.add_heading(text.replace("|", ""), level) and None)
    return dated(saved(document))


def notice(spec: Spec) -> bytes:
    """A 公文: masthead in a table, number, title, body, signature to the right, colophon in a table."""
    document = Document()
    head, colophon = spec.of("X")
    document.add_table(1, 1).cell(0, 0).text = head
    document.add_paragraph(spec.facts["number"]).alignment = 1
    title = document.add_paragraph()
    title.alignment = 1
    title.add_run(spec.title).font.size = Pt(22)
    for kind, text in spec.flow():
        if kind != "T":
            document.add_paragraph(plain(kind, text)).alignment = 2 if kind == "G" else None
    document.add_table(1, 1, style="Table Grid").cell(0, 0).text = colophon
    return dated(saved(document))


def wps(spec: Spec) -> bytes:
    """No styles at all: a big bold title, bold headings, an application that names itself."""
    document = Document()
    title = document.add_paragraph()
    title.alignment = 1
    run = title.add_run(spec.title)
    run.bold, run.font.size = True, Pt(22)

    def heading(made: Docx, level: int, text: str) -> None:
        run = made.add_paragraph().add_run(text.replace("|", ""))
        run.bold, run.font.size = True, Pt(16)

    body(document, spec, heading)

    def change(name: str, content: bytes) -> bytes:
        return content.replace(b"Microsoft Macintosh Word", b"WPS Office") if name == "docProps/app.xml" else content

    return rewritten(saved(document), change)


def with_tables(spec: Spec) -> bytes:
    document = Document()
    document.add_heading(spec.title, 0)
    body(document, spec)
    return dated(saved(document))


def minutes(spec: Spec) -> bytes:
    """A text box beside the first paragraph and a footnote at the third."""
    document = Document()
    document.add_paragraph(spec.title, style="Title")
    document.add_paragraph("2023年9月8日")
    body(document, spec)
    paragraphs = [p for p in document.paragraphs if p.text and "。" in p.text]
    paragraphs[0].add_run()._r.append(_text_box(spec.of("K")[0]))
    paragraphs[2].add_run()._r.append(parse_xml(f'<w:footnoteReference {nsdecls("w")} w:id="2"/>'))
    notes = (
        f'<w:footnotes {NS}><w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        f'<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>{spec.of("O")[0]}</w:t></w:r></w:p>'
        "</w:footnote></w:footnotes>"
    )
    return rewritten(saved(document), _with_footnotes, {"word/footnotes.xml": notes})


def _text_box(text: str):  # type: ignore[no-untyped-def]
    box = f"<w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent>"
    return parse_xml(
        f'<w:pict {NS} xmlns:v="urn:schemas-microsoft-com:vml"><v:shape style="width:100pt"><v:textbox>{box}'
        "</v:textbox></v:shape></w:pict>"
    )


def _with_footnotes(name: str, content: bytes) -> bytes:
    kind = f'<Override PartName="/word/footnotes.xml" ContentType="{WORD}.footnotes+xml"/></Types>'
    relation = f'<Relationship Id="rId900" Type="{RELATIONS}/footnotes" Target="footnotes.xml"/></Relationships>'
    if name == "[Content_Types].xml":
        return content.replace(b"</Types>", kind.encode())
    if name == "word/_rels/document.xml.rels":
        return content.replace(b"</Relationships>", relation.encode())
    return content


def tracked(spec: Spec) -> bytes:
    """The acreage was changed by a revision, and a paragraph was deleted."""
    document = Document()
    document.add_paragraph(spec.title, style="Title")
    body(document, spec)
    old, gone = spec.of("Z")
    first = document.paragraphs[1]
    before, after = first.text.split("42.8")
    first.text = before
    first._p.append(_revision("del", old))
    first._p.append(_revision("ins", "42.8"))
    first.add_run(after)
    document.add_paragraph()._p.append(_revision("del", gone))
    return dated(saved(document))


def _revision(kind: str, text: str):  # type: ignore[no-untyped-def]
    element = OxmlElement(f"w:{kind}")
    for key, value in (("id", "7"), ("author", "审稿人"), ("date", "2024-01-01T00:00:00Z")):
        element.set(qn(f"w:{key}"), value)
    tag = "delText" if kind == "del" else "t"
    element.append(parse_xml(f"<w:r {nsdecls('w')}><w:{tag}>{text}</w:{tag}></w:r>"))
    return element
