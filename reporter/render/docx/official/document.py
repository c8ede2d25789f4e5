"""What an official document says, in its order: head, title, text, annexes, signature, list of sources, imprint."""

from __future__ import annotations

import re

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.text.paragraph import Paragraph

from reporter.render.docx.marks import add_link, add_raised, add_text
from reporter.render.docx.official import masthead
from reporter.render.docx.official.footer import add_page_numbers
from reporter.render.docx.official.imprint import add_imprint
from reporter.render.docx.official.indents import shift
from reporter.render.docx.official.styles import (
    ADDRESSEE,
    ANNEX,
    ANNEX_LABEL,
    ANNEX_TITLE,
    BODY,
    DATE,
    GRID_NOTE,
    GROUP,
    LINE,
    NOTE,
    PART,
    POINT,
    REMARK,
    SIGNATURE,
    SOURCE,
    TITLE,
    set_grid,
)
from reporter.render.docx.tables import Words
from reporter.render.docx.template import Blank
from reporter.render.docx.writer import Writer
from reporter.render.gongwen.context import Grid, GridCell, OfficialPage, Part, Piece, Point
from reporter.render.passages import SourceMark

_CHAPTER = re.compile(r"#d(\d+)")
_ANNEX_INDENT = 3  # characters of 附件：


def write_official(out: Writer, page: OfficialPage, blank: Blank) -> None:
    """Write the document."""
    if blank.own:
        set_grid(blank.document)
    masthead.add_masthead(out, page)
    _add_title(out, page)
    for part in page.parts:
        _add_part(out, part)
    if page.annexes or page.signature:
        _keep_with_ending(out)
    _add_annexes(out, page)
    _add_signature(out, page)
    for remark in page.remarks:
        out.text(remark, REMARK)
    _add_sources(out, page)
    if page.imprint is not None:
        add_imprint(out, page.imprint)
    add_page_numbers(blank, page.numbering)


def _add_title(out: Writer, page: OfficialPage) -> None:
    """Title, addressees and the editor's notes."""
    title = out.paragraph(TITLE)
    if page.masthead is None:
        title.paragraph_format.space_before = 0
    for place, line in enumerate(page.title):
        run = add_text(title, line, page.head.lang)
        if place + 1 < len(page.title):
            run.add_break(WD_BREAK.LINE)
    if page.head.subtitle:
        out.text(page.head.subtitle, ANNEX_LABEL).alignment = WD_ALIGN_PARAGRAPH.CENTER
    if page.addressees:
        out.text(page.addressees, ADDRESSEE)
    for note in page.notes:
        out.text(f"{out.t('brief.note')}{'：' + note.title if note.title else ''}", NOTE)
        for paragraph in note.paragraphs:
            out.text(paragraph, NOTE)


def _add_part(out: Writer, part: Part) -> None:
    """A part of the text: its heading, its sentences under theirs, its table."""
    if part.heading:
        out.text(part.heading, PART)
    if part.lead:
        out.text(part.lead, POINT)
    for group in part.groups:
        if group.heading:
            out.text(group.heading, GROUP, group.lang)
        for point in group.points:
            _add_point(out, point)
    if part.grid is not None:
        _add_grid(out, part.grid)
    for remark in part.remarks:
        out.text(remark, POINT)


def _add_point(out: Writer, point: Point) -> None:
    line = out.paragraph(POINT)
    if point.ordinal:
        add_text(line, point.ordinal)
    add_text(line, point.quote.text, point.quote.lang)
    add_raised(line, point.quote.whose, point.quote.lang)
    add_link(line, point.quote.mark.label, _source(point.quote.mark), raised=True)
    if point.remark:
        add_text(line, f"（{point.remark}）", point.quote.lang)


def _add_grid(out: Writer, grid: Grid) -> None:
    """A table; marks and figures lead to the list of sources."""
    numeric = [place for place, cell in enumerate(grid.head.cells) if cell.numeric]
    rows = [[_cell(cell) for cell in row.cells] for row in grid.rows]
    out.table([_cell(cell) for cell in grid.head.cells], rows, numeric=numeric, after=grid.remark, style=GRID_NOTE)


def _cell(cell: GridCell) -> tuple[Words, ...]:
    lines = [tuple(_words(piece) for piece in line) for line in cell.lines]
    joint = Words("；" if cell.running else "\n")
    return tuple(words for place, line in enumerate(lines) for words in ((joint, *line) if place else line))


def _words(piece: Piece) -> Words:
    chapter = _CHAPTER.match(piece.href)
    text = f"{piece.text} " if piece.kind == "small" else piece.text
    return Words(text, f"source-{chapter[1]}" if chapter else "")


def _source(mark: SourceMark) -> str:
    return f"source-{mark.number}"


def _keep_with_ending(out: Writer) -> None:
    """Keep the last lines of the text, a sentence or a row of a table, on the page of what ends it: none has the
    signature alone (7.3.5)."""
    *_, last = out.document.iter_inner_content()
    if isinstance(last, Paragraph) and not last.text:  # the distance behind a table
        last.paragraph_format.keep_with_next = True
        *_, last, _ = out.document.iter_inner_content()
    holders = [] if isinstance(last, Paragraph) else last.rows[-1].cells
    for line in [last] if isinstance(last, Paragraph) else [line for cell in holders for line in cell.paragraphs]:
        line.paragraph_format.keep_with_next = True


def _add_annexes(out: Writer, page: OfficialPage) -> None:
    """附件说明, a line below the text (7.3.4): one by its name, several numbered."""
    several = len(page.annexes) > 1
    for place, name in enumerate(page.annexes, 1):
        number = f"{place}." if several else ""
        line = out.text(f"{'' if place > 1 else out.t('official.annexes')}{number}{name}", ANNEX)
        if place == 1:
            shift(line, before=LINE)
        else:
            shift(line, left_characters=_ANNEX_INDENT)
        line.paragraph_format.keep_with_next = place < len(page.annexes) or page.signature is not None


def _add_signature(out: Writer, page: OfficialPage) -> None:
    """署名 and 成文日期, set from the right edge (7.3.5); they stay on one page."""
    given = page.signature
    if given is None:
        return
    lines = [(name, right, SIGNATURE) for name, right in given.names]
    lines += [(given.date, given.date_right, DATE)] if given.date else []
    for place, (text, right, style) in enumerate(lines):
        line = out.text(text, style)
        shift(line, right=right, before=0 if place else LINE * given.above)
        line.paragraph_format.keep_with_next = place + 1 < len(lines)


def _add_sources(out: Writer, page: OfficialPage) -> None:
    """The list of sources as an annex that begins on a page of its own (7.3.7)."""
    if not page.sources:
        return
    number = "1" if len(page.annexes) > 1 else ""
    out.text(f"{out.t('official.annex')}{number}", ANNEX_LABEL).paragraph_format.page_break_before = True
    out.text(out.t("official.sources"), ANNEX_TITLE)
    for entry in page.sources:
        line = out.text(f"{entry.mark.label}{entry.citation}", SOURCE, entry.mark.lang)
        out.bookmark(line, _source(entry.mark))
    if page.uncited:
        out.text(page.uncited, BODY)
