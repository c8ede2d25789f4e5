"""版记 in Word: a text box at the foot of the last page, however far the text before it goes (GB/T 9704-2012, 7.4).

A box, because LibreOffice leaves floating tables and frames in the text where a document ends with them. Whether the
last page is an even one, as 7.4 wants it, only a word processor knows: see docs/templates.md.
"""

from __future__ import annotations

from html import escape

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from reporter.render.archive import xml_text
from reporter.render.docx.official.styles import IMPRINT, LINE, SIZE_4
from reporter.render.docx.writer import Writer
from reporter.render.gongwen.context import Imprint
from reporter.render.gongwen.measures import width

_MM = 72 / 25.4
_EMU = 12700  # in a point
_OUTER, _INNER = 8, 6  # eighths of a point: .35 mm and .25 mm (7.4.1)
_MARGIN = 6.0  # pt left and right of the text in a cell, as in every table
_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in (
        ("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
        ("wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
        ("a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
        ("wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"),
    )
)


def add_imprint(out: Writer, given: Imprint) -> None:
    """Copies, then printing office and date, between rules; anchored to a last paragraph of no text."""
    rows = [f"{out.t('official.copies')}{given.copies}"] if given.copies else []
    if given.office or given.date:
        rows.append(f"{given.office}\t{given.date}")
    wide = out.width * _MM
    room = (wide - 2 * (_MARGIN + SIZE_4)) / SIZE_4
    lines = sum(max(1, -int(-width(row) // room)) for row in rows)
    table = _table(out, rows, round(wide * 20))
    out.paragraph(IMPRINT)._p.append(parse_xml(_box(out, table, wide, lines * LINE + 2)))  # noqa: SLF001


def _table(out: Writer, rows: list[str], wide: int) -> str:
    rules = "".join(
        f'<w:{edge} w:val="single" w:sz="{size}" w:space="0" w:color="000000"/>'
        for edge, size in (("top", _OUTER), ("bottom", _OUTER), ("insideH", _INNER))
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{wide}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
        f'<w:tblBorders>{rules}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{wide}"/></w:tblGrid>{"".join(_row(out, row, wide) for row in rows)}</w:tbl>'
    )


def _row(out: Writer, text: str, wide: int) -> str:
    """A line, one character in from both sides; a tab sets the date flush right."""
    indent, margin = SIZE_4 * 20, round(_MARGIN * 20)
    office, tab, date = text.partition("\t")
    parts = _run(office) + ("<w:r><w:tab/></w:r>" + _run(date) if tab else "")
    end = wide - 2 * margin - indent
    tabs = f'<w:tabs><w:tab w:val="right" w:leader="none" w:pos="{end}"/></w:tabs>' if tab else ""
    side = f'<w:ind w:left="{indent}" w:right="{indent}"/>'
    return (
        f'<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{out.styles[IMPRINT]}"/>{tabs}{side}</w:pPr>{parts}</w:p></w:tc></w:tr>'
    )


def _run(text: str) -> str:
    letters = '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>'
    return f'<w:r>{letters}<w:t xml:space="preserve">{escape(xml_text(text))}</w:t></w:r>'


def _box(out: Writer, content: str, wide: float, high: float) -> str:
    """A run with a box at the foot of the type area of the page that it is on (20.4.2.3, anchor)."""
    size = f'cx="{round(wide * _EMU)}" cy="{round(high * _EMU)}"'
    style = f'<w:pStyle w:val="{out.styles[IMPRINT]}"/>'
    end = f'<w:p><w:pPr>{style}<w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
    shape = (
        '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln>'
        f"</wps:spPr><wps:txbx><w:txbxContent>{content}{end}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="b"><a:noAutofit/></wps:bodyPr></wps:wsp>'
    )
    return (
        f'<w:r {nsdecls("w")} {_NAMESPACES}><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0"'
        ' layoutInCell="1" allowOverlap="0"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="margin"><wp:align>center</wp:align></wp:positionH>'
        '<wp:positionV relativeFrom="margin"><wp:align>bottom</wp:align></wp:positionV>'
        f'<wp:extent {size}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapTopAndBottom/>'
        f'<wp:docPr id="1" name="{out.styles[IMPRINT]}"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData'
        f' uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">{shape}</a:graphicData></a:graphic>'
        "</wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )
