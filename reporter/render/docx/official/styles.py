"""The styles and the page grid of an official document in Word; the numbers in brackets are clauses of GB/T 9704-2012.

Word measures in twentieths of a point. 22 lines of 225 mm are 579.8 of them each: at 580 Word has room for 21, so a
line is 579. 28 characters of 3号 (16 pt) are wider than 156 mm, so the grid sets them .207 pt closer (in 1/4096).
"""

from __future__ import annotations

from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from reporter.render.docx.marks import element
from reporter.render.docx.styles import FOOTER, HEI, KAI, SONG, Look

LINE = 579 / 20  # pt
GRID_LINE, GRID_CHARACTER = 579, -848
FANG, BIAOSONG = "仿宋", "方正小标宋简体"
RED = "FF0000"  # of masthead and rule
SIZE_2, SIZE_3, SIZE_4 = 22, 16, 14
OFFICIAL_CELL_SIZE = 12  # of tables; a row takes a line of the page or more
_BOTTOM_MARGIN = 35.0
_TO_NUMBER = 7.0  # mm from the type area to the page number (7.5)

ABOVE, ISSUER, NUMBER, TITLE, ADDRESSEE = "Official Above", "Issuer", "Document Number", "Title", "Addressee"
BODY, POINT, GROUP, PART = "Body Text", "Point", "Heading 2", "Heading 1"
NOTE, REMARK, ANNEX, SIGNATURE, DATE = "Editor Note", "Remark", "Annex List", "Signature", "Date"
ANNEX_LABEL, ANNEX_TITLE, SOURCE, IMPRINT = "Annex Label", "Annex Title", "Source Entry", "Imprint"
CELL, CELL_HEAD, GRID_NOTE = "Cell", "Cell Head", "Table Note"
_GRID_NOTE_SIZE = 10.5  # 5号, as small as the least type of a table


# The section has the grid, and whoever opens the page set-up finds it there. The styles do not stand on it: LibreOffice
# gives many a character two of its cells, and Word pulls Latin letters and digits apart by it. Lines of exact height
# and characters .3 pt closer (LibreOffice rounds .25 to .2, which is too little) give the same 22 × 28 in both.
_CLOSER = -6


def _text(name: str, face: str = FANG, **given: object) -> Look:
    """A style of the text: 28 characters fill a line."""
    return _look(name, face, SIZE_3, apart=_CLOSER, **given)


def _look(name: str, face: str = FANG, size: float = SIZE_3, **given: object) -> Look:
    return Look(name, face, size, LINE, latin=face, strict=True, **given)  # type: ignore[arg-type]  # fields of Look


def _in_cells(name: str, face: str = FANG) -> Look:
    """A style of tables: two lines of a cell stand in one line of the page, as in the PDF."""
    return Look(name, face, OFFICIAL_CELL_SIZE, LINE / 2, latin=face, align="left", strict=True)


OFFICIAL_LOOKS = (
    _text("Normal"),
    _look(ABOVE, HEI, align="left"),
    _look(ISSUER, BIAOSONG, 36, color=RED, align="distribute"),
    _look(NUMBER, align="center"),
    _look(TITLE, BIAOSONG, SIZE_2, before=2 * LINE, align="center"),
    _text(ADDRESSEE, before=LINE, align="left"),
    _text(BODY, indent=2),
    _text(POINT, indent=2),
    _text(PART, HEI, indent=2, outline=0),
    _text(GROUP, KAI, indent=2, outline=1),
    _text("Heading 3", indent=2, outline=2),
    _text("Heading 4", indent=2, outline=3),
    _text(NOTE, KAI, indent=2),
    _text(REMARK, indent=2),
    _text(ANNEX, indent=2, align="left"),
    _look(SIGNATURE, align="right"),
    _look(DATE, align="right"),
    _look(ANNEX_LABEL, HEI, align="left"),
    _look(ANNEX_TITLE, BIAOSONG, SIZE_2, before=LINE, after=LINE, align="center"),
    _look(SOURCE, hanging=2, align="left"),
    _look(IMPRINT, size=SIZE_4, align="left"),
    _in_cells(CELL),
    _in_cells(CELL_HEAD, HEI),
    _look(GRID_NOTE, size=_GRID_NOTE_SIZE, align="left"),
    Look(FOOTER, SONG, SIZE_4, SIZE_4 + 2, latin=SONG),
)  # fmt: skip


def set_grid(document: Document) -> None:
    """A type area of 22 lines of 28 characters (5.2.3), page numbers on outer sides."""
    section = document.sections[-1]
    section.different_first_page_header_footer = False
    number = Mm(_TO_NUMBER) + Pt(SIZE_4)
    section.footer_distance = Mm(_BOTTOM_MARGIN) - number
    properties = section._sectPr  # noqa: SLF001 - python-docx has no words for the grid
    for old in properties.findall(qn("w:docGrid")):
        properties.remove(old)
    properties.append(element("docGrid", type="linesAndChars", linePitch=str(GRID_LINE), charSpace=str(GRID_CHARACTER)))
    document.settings.element.find(qn("w:characterSpacingControl")).set(qn("w:val"), "doNotCompress")
