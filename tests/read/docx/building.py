"""DOCX files in memory: python-docx makes the package, raw WordprocessingML the body."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

import docx

from reporter.read.docx import read_docx

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "v": "urn:schemas-microsoft-com:vml",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
}
DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def part(root: str, inner: str) -> str:
    """A part of that root element."""
    return f"{HEAD}<w:{root} {DECLARED}>{inner}</w:{root}>"


def p(inner: str, properties: str = "") -> str:
    """A paragraph; ``inner`` is text or markup."""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner if '<' in inner else r(inner)}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run; ``text`` is text or markup."""
    shown = text if "<" in text else f'<w:t xml:space="preserve">{text}</w:t>'
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{shown}</w:r>"


def styled(style: str, text: str) -> str:
    """A paragraph of a style."""
    return p(text, f'<w:pStyle w:val="{style}"/>')


def listed(text: str, list_id: int, level: int = 0) -> str:
    """A paragraph of a list."""
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


def tc(text: str, properties: str = "") -> str:
    """A table cell; ``text`` is text, or the markup of its blocks."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{text if text.startswith('<w:') else p(text)}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A table row of cells as text or as markup."""
    inner = "".join(cell if cell.startswith("<w:tc") else tc(cell) for cell in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"


RULED = '<w:tblBorders><w:top w:val="single"/></w:tblBorders>'


def tbl(*rows: str, properties: str = RULED) -> str:
    """A table, with lines if nothing else is said."""
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(rows)}</w:tbl>"


def level(index: int, number_format: str, text: str, more: str = "", start: int = 1) -> str:
    """A level of a list definition."""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{number_format}"/>'
        f'{more}<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(definitions: Mapping[int, str], lists: str = "") -> str:
    """A numbering part: definition n's levels, list n of each, and more lists as markup."""
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{n}">{levels}</w:abstractNum>' for n, levels in definitions.items()
    )
    own = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in definitions)
    return part("numbering", abstract + own + lists)


def style(style_id: str, name: str, inner: str = "", based_on: str = "", kind: str = "paragraph") -> str:
    """A style."""
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:type="{kind}" w:styleId="{style_id}"><w:name w:val="{name}"/>{base}{inner}</w:style>'


def styles(*own: str) -> str:
    """A styles part with a default style and these."""
    normal = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    return part("styles", normal + "".join(own))


TYPES = {
    "document": "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "template": "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "macro": "application/vnd.ms-word.document.macroEnabled.main+xml",
}
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = NAMESPACES["r"]


def package(body: str, parts: Mapping[str, str | bytes] | None = None, *, kind: str = "document") -> bytes:
    """A DOCX of a body's markup and further parts (styles, numbering, footnotes, endnotes, header1, footer1 …), each
    with its relationship, whose id is its name."""
    parts = parts or {}
    relations = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/{name.rstrip("0123456789")}" Target="{name}.xml"/>'
        for name in parts
    )
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{TYPES[kind]}"/></Types>',
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": f'{HEAD}<Relationships xmlns="{_RELATIONS}">{relations}</Relationships>',
    }
    files |= {f"word/{name}.xml": content for name, content in parts.items()}
    return zipped(files)


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """The files as a zip."""
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return memory.getvalue()


def saved(build: Callable[[docx.document.Document], object]) -> bytes:
    """A document that python-docx writes from its own template."""
    document = docx.Document()
    build(document)
    memory = io.BytesIO()
    document.save(memory)
    return memory.getvalue()


def lines(data: bytes) -> list[str]:
    """The lines that the reader makes of a file."""
    return read_docx(data, "a.docx").ledger.source.splitlines()


def marked(data: bytes) -> list[tuple[str, int, str]]:
    """(kind, level, text) of every mark."""
    raw = read_docx(data, "a.docx")
    return [(mark.kind, mark.level, raw.ledger.source[mark.start : mark.end]) for mark in raw.marks]


def tables(data: bytes) -> list[list[list[str]]]:
    """The cells of every table as text."""
    raw = read_docx(data, "a.docx")
    return [[[raw.ledger.source[slice(*cell)] for cell in row] for row in table.rows] for table in raw.tables]


def codes(data: bytes) -> list[str]:
    """The codes of the findings."""
    return [finding.code for finding in read_docx(data, "a.docx").findings]
