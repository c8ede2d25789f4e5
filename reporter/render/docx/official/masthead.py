"""版头 in Word: number of the copy, secrecy and urgency, the issuers in red, document number, signers, the red rule."""

from __future__ import annotations

from html import escape

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from reporter.render.archive import xml_text
from reporter.render.docx.marks import add_text, border_below, right_tab
from reporter.render.docx.official.indents import shift
from reporter.render.docx.official.styles import ABOVE, ISSUER, LINE, NUMBER, RED, SIZE_3
from reporter.render.docx.styles import KAI
from reporter.render.docx.writer import Writer
from reporter.render.gongwen.context import Masthead, OfficialPage

_MM = 72 / 25.4
_TOP = 35 * _MM  # from the top of the type area to the masthead (7.2.4)
_ABOVE_GLYPHS = 0.125  # of the masthead's size: its line is 1.25 times as high
_TO_RULE = 4 * _MM - (LINE - SIZE_3) / 2  # 4 mm below the number (7.2.7), of which its line has a part
_BESIDE = 0.4  # of the masthead's size, between the issuers and the suffix
_CLOSER = 0.98  # of the size that fills the width: sizes are whole half points
_NONE = 'w:w="0" w:type="dxa"'
_RULE = 12  # eighths of a point


def add_masthead(out: Writer, page: OfficialPage) -> None:
    """Everything above the title; nothing where nothing of it is configured."""
    for text in page.above:
        out.text(text, ABOVE)
    head = page.masthead
    if head is None:
        return
    if head.names:
        _add_issuers(out, head, _TOP - LINE * len(page.above) - _ABOVE_GLYPHS * head.size)
    _add_number(out, head)
    rule = out.paragraph(NUMBER)
    rule.paragraph_format.line_spacing = Pt(_TO_RULE)
    border_below(rule, _RULE, RED)


def _add_issuers(out: Writer, head: Masthead, before: float) -> None:
    """One issuer with its suffix in a line; several one below the other with the suffix beside them."""
    if len(head.names) == 1:
        line = out.paragraph(ISSUER)
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        shift(line, before=before)
        line.paragraph_format.line_spacing = Pt(head.line)
        add_text(line, head.names[0].text + head.suffix).font.size = Pt(head.size)
        return
    _add_issuer_table(out, head, before)


def _add_issuer_table(out: Writer, head: Masthead, before: float) -> None:
    """The issuers spread over one width, the suffix in the middle of their height: a table without rules (17.4)."""
    suffix = (len(head.suffix) + _BESIDE) * head.size
    widths = [round((out.width * _MM - suffix) * 20), round(suffix * 20)]
    rows = []
    for place, name in enumerate(head.names):
        first = place == 0
        top, merge = (before, '<w:vMerge w:val="restart"/>') if first else (0, "<w:vMerge/>")
        left = _issuer_cell(out, head, name.text, widths[0], "distribute", "", top)
        right = _issuer_cell(out, head, head.suffix if first else "", widths[1], "right", merge, top)
        rows.append(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{left}{right}</w:tr>")
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    margins = f"<w:tblCellMar><w:left {_NONE}/><w:right {_NONE}/></w:tblCellMar>"
    markup = (
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblLayout w:type="fixed"/>{margins}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )
    out.document.element.body.insert_element_before(parse_xml(markup), "w:sectPr")


def _issuer_cell(out: Writer, head: Masthead, text: str, width: int, align: str, merge: str, before: float) -> str:
    size, line = int(head.size * 2 * _CLOSER), round(head.line * 20)
    spacing = f'<w:spacing w:before="{round(before * 20)}" w:line="{line}" w:lineRule="exact"/>'
    letters = f'<w:rPr><w:rFonts w:hint="eastAsia"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{merge}<w:vAlign w:val="center"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{out.styles[ISSUER]}"/>{spacing}<w:jc w:val="{align}"/></w:pPr>'
        f"<w:r>{letters}<w:t>{escape(xml_text(text))}</w:t></w:r></w:p></w:tc>"
    )


def _add_number(out: Writer, head: Masthead) -> None:
    """The document number, in the middle or, with signers, one character from the left; they end one from the right."""
    if not head.signers:
        shift(out.text(head.number, NUMBER), before=2 * LINE if head.names else 0)
        return
    rows = [head.signers[at : at + 2] for at in range(0, len(head.signers), 2)]
    for place, row in enumerate(rows):
        line = out.paragraph(NUMBER)
        line.alignment = WD_ALIGN_PARAGRAPH.LEFT
        shift(line, before=0 if place or not head.names else 2 * LINE, left_characters=1)
        right_tab(line, out.width - SIZE_3 / _MM)
        add_text(line, head.number if place + 1 == len(rows) else "")
        line.add_run("\t")
        add_text(line, out.t("official.signer") if place == 0 else "")
        _in_kai(line, "\u3000".join(signer.name for signer in row))


def _in_kai(line: Paragraph, text: str) -> None:
    """The signers' names are in 楷体 (7.2.6)."""
    run = add_text(line, text)
    run.font.name = KAI
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), KAI)  # noqa: SLF001 - the Latin face only
