"""Tables by the ruled-line habit of Chinese reports: rules above, below and under the header, numbers flush right.

The markup (ECMA-376 part 1, 17.4) is written as text and parsed once a table: python-docx makes cells one by one, which
takes thirty times as long.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from reporter.render.archive import xml_text
from reporter.render.docx.marks import bookmark_name, east_asian

_TWIPS = 1440 / 25.4  # in a millimetre
_NARROWEST = 4  # of a column's text, in characters: no column is set narrower than that
_WIDEST = 24
_LETTER, _PADDING = 0.362, 4.2  # mm: a point of a full width with a hair over, a cell's margins (17.4.42)
_RULES = (("top", 12), ("bottom", 12), ("insideH", 4))
_WIDE, _LATIN = frozenset("WFA"), 0.6  # the width of other letters: that of digits in a broad face


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a cell; an ``anchor`` makes them a link to that place of the document."""

    text: str
    anchor: str = ""


CellText = str | tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """How a table is set: the style ids of its header's and its other cells, its width in millimetres, the columns that
    are flush right, the language of its cells, the size of their type in points, and how high a row is at least."""

    head: str
    cell: str
    width: float
    numeric: Sequence[int] = ()
    lang: str = "zh-Hans"
    size: float = 10.5
    row: float = 0.0


def add_table(
    document: Document, header: Sequence[CellText], rows: Sequence[Sequence[CellText]], setting: Setting
) -> None:
    """Add a table over the full width; the header is repeated on every page, each row is as long as it."""
    widths = [round(width * _TWIPS) for width in column_widths(header, rows, setting.width, setting.size)]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    height = f'<w:trHeight w:val="{round(setting.row * 20)}" w:hRule="atLeast"/>' if setting.row else ""
    whole = f"<w:cantSplit/>{height}"
    lines = [_row(header, widths, setting.head, setting, f"{whole}<w:tblHeader/>")]
    # No page has the head with a single row, or the last row alone.
    kept = {0, len(rows) - 2} if len(rows) > 1 else set()
    lines += [_row(row, widths, setting.cell, setting, whole, kept=at in kept) for at, row in enumerate(rows)]
    markup = f"<w:tbl {nsdecls('w')}>{_properties(sum(widths))}<w:tblGrid>{grid}</w:tblGrid>{''.join(lines)}</w:tbl>"
    document.element.body.insert_element_before(parse_xml(markup), "w:sectPr")


def column_widths(
    header: Sequence[CellText], rows: Sequence[Sequence[CellText]], width: float, size: float = 10.5
) -> list[float]:
    """Widths that fill the given one: each column has what its longest line takes, up to a limit, and where that is too
    much together, the narrow ones still do and the wide ones share the rest."""
    lengths = [max([_length(header[index]), *(_length(row[index]) for row in rows)]) for index in range(len(header))]
    wanted = [min(max(length, _NARROWEST), _WIDEST) * size * _LETTER + _PADDING for length in lengths]
    given = [min(want, _level(wanted, width)) for want in wanted]
    return [width * part / sum(given) for part in given]


def _level(wanted: Sequence[float], width: float) -> float:
    """The width at which columns are cut so that all fit: those that want less have left the others more."""
    left, narrow = width, sorted(wanted)
    for place, want in enumerate(narrow):
        fair = left / (len(narrow) - place)
        if want > fair:
            return fair
        left -= want
    return narrow[-1] if narrow else width


def words_of(cell: CellText) -> str:
    """What a cell says."""
    return cell if isinstance(cell, str) else "".join(words.text for words in cell)


def _length(cell: CellText) -> float:
    """The longest line of a cell in full widths."""
    return max(map(_line_length, words_of(cell).split("\n")))


def _line_length(line: str) -> float:
    return sum(1 if unicodedata.east_asian_width(character) in _WIDE else _LATIN for character in line)


def _properties(width: int) -> str:
    rules = "".join(f'<w:{edge} w:val="single" w:sz="{size}" w:space="0" w:color="000000"/>' for edge, size in _RULES)
    return (
        f'<w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>{rules}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
        ' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
    )


def _row(
    cells: Sequence[CellText], widths: Sequence[int], style: str, setting: Setting, options: str, *, kept: bool = False
) -> str:
    """A row; a ``kept`` one stays on the page of the next."""
    middle = '<w:vAlign w:val="center"/>' if setting.row else ""
    made = (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{middle}</w:tcPr>'
        f"{_paragraph(cell, style, setting.lang, right=index in setting.numeric, kept=kept)}</w:tc>"
        for index, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return f"<w:tr><w:trPr>{options}</w:trPr>{''.join(made)}</w:tr>"


def _paragraph(cell: CellText, style: str, lang: str, *, right: bool, kept: bool) -> str:
    """A cell's paragraph."""
    keep = "<w:keepNext/>" if kept else ""
    align = '<w:jc w:val="right"/>' if right else ""
    parts = (Words(cell),) if isinstance(cell, str) else cell
    runs = "".join(_linked(words, lang) for words in parts)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keep}{align}</w:pPr>{runs}</w:p>'


def _linked(words: Words, lang: str) -> str:
    run = _run(words.text, lang)
    return (
        f'<w:hyperlink w:anchor="{bookmark_name(words.anchor)}" w:history="1">{run}</w:hyperlink>'
        if words.anchor
        else run
    )


def _run(text: str, lang: str) -> str:
    """A run; a line feed in the text is a line break."""
    letters = f'<w:rPr><w:rFonts w:hint="eastAsia"/><w:lang w:eastAsia="{east_asian(lang)}"/></w:rPr>'
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in xml_text(text).split("\n"))
    return f"<w:r>{letters}{lines}</w:r>"
