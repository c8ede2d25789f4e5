"""Tables of the DOCX: three rules (三线表), header rows that repeat on every page, numbers flush right.

The markup (ECMA-376 part 1, 17.4) is written as text and parsed once a table: python-docx makes cells one by one, which
takes thirty times as long.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from reporter.render.archive import xml_text
from reporter.render.docx.marks import east_asian

TYPE_AREA = 156  # mm
_TWIPS = 1440 / 25.4  # in a millimetre
_NARROWEST = 4  # of a column's text, in characters: no column is set narrower than that
_WIDEST = 24
_RULES = (("top", 12), ("bottom", 12), ("insideH", 4))


def add_table(
    document: Document,
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    numeric: Sequence[int] = (),
    lang: str = "zh-Hans",
) -> None:
    """Add a table over the full width.

    Args:
        header: the first row, repeated on every page.
        rows: as long as the header each.
        numeric: the columns that are set flush right.
        lang: the language of the cells.
    """
    widths = [round(width * _TWIPS) for width in column_widths(header, rows)]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    lines = [_row(header, widths, "CellHead", numeric, lang, "<w:cantSplit/><w:tblHeader/>")]
    lines += [_row(row, widths, "Cell", numeric, lang, "<w:cantSplit/>") for row in rows]
    markup = f"<w:tbl {nsdecls('w')}>{_properties(sum(widths))}<w:tblGrid>{grid}</w:tblGrid>{''.join(lines)}</w:tbl>"
    document.element.body.insert_element_before(parse_xml(markup), "w:sectPr")


def column_widths(header: Sequence[str], rows: Sequence[Sequence[str]]) -> list[float]:
    """Widths in millimetres that fill the type area, by each column's longest text, within limits."""
    lengths = [max([len(header[index]), *(len(row[index]) for row in rows)]) for index in range(len(header))]
    shares = [min(max(length, _NARROWEST), _WIDEST) for length in lengths]
    return [TYPE_AREA * share / sum(shares) for share in shares]


def _properties(width: int) -> str:
    rules = "".join(f'<w:{edge} w:val="single" w:sz="{size}" w:space="0" w:color="000000"/>' for edge, size in _RULES)
    return (
        f'<w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>{rules}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
        ' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
    )


def _row(
    texts: Sequence[str], widths: Sequence[int], style: str, numeric: Sequence[int], lang: str, options: str
) -> str:
    cells = (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f"{_paragraph(text, style, index in numeric, lang)}</w:tc>"
        for index, (text, width) in enumerate(zip(texts, widths, strict=True))
    )
    return f"<w:tr><w:trPr>{options}</w:trPr>{''.join(cells)}</w:tr>"


def _paragraph(text: str, style: str, right: bool, lang: str) -> str:
    """A cell's paragraph; a line feed in the text is a line break."""
    align = '<w:jc w:val="right"/>' if right else ""
    letters = f'<w:rPr><w:rFonts w:hint="eastAsia"/><w:lang w:eastAsia="{east_asian(lang)}"/></w:rPr>'
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in xml_text(text).split("\n"))
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{align}</w:pPr><w:r>{letters}{lines}</w:r></w:p>'
