"""PDF → RawText."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from reporter.errors import ReadError
from reporter.model import Finding, RawText, Saying
from reporter.read.pdf.composing import compose
from reporter.read.pdf.content import FileContent
from reporter.read.pdf.flow import Body, Flow, flow_of
from reporter.read.pdf.gridding import TableBlock
from reporter.read.pdf.pdfium import file_content

_ENDS = (b"startxref", b"%%EOF")  # what the last lines of a PDF say (ISO 32000-1, 7.5.5)
_WITHIN = 2048  # bytes in which they stand: a kilobyte is what programs search, mail systems add lines behind them
_FEW_GLYPHS = 40  # on a page with a picture: a stamp or a page number beside a scanned page


def read_pdf(data: bytes, shown: str) -> RawText:
    """The text of a PDF with its marks and tables; every line and cell has its page and box.

    The source holds every line of every page in reading order; page numbers and running lines are dropped
    (``pdf-running``), lines of a paragraph joined (``pdf-line``) and references to footnotes taken out (``pdf-note``)
    by edits of the ledger.

    Raises:
        ReadError: ``read-encrypted``, ``read-scanned`` (pictures of pages and no text), ``read-pdf-glyphs`` (most
            characters can't be told), ``read-damaged`` (cut off, or no page can be read), ``read-empty``,
            ``read-failed``.
    """
    file = file_content(data)
    flow = flow_of(file.pages)
    scanned = _scanned(file, flow)
    bodies = [item for item in flow.items if isinstance(item, Body | TableBlock)]
    if not bodies:
        raise _without_text(scanned, file, is_cut=not any(end in data[-_WITHIN:] for end in _ENDS))
    _refuse_lost(file)
    composer = compose(flow, file.outline)
    digest = hashlib.sha256(data).hexdigest()
    metadata = (("title", file.title),) if _says(bodies, file.title) else ()
    return composer.raw_text(shown, digest, "pdf", metadata, tuple(_findings(file, scanned, shown)))


def _says(items: Sequence[Body | TableBlock], title: str) -> bool:
    """Whether the words of the metadata's title, which is often another document's, stand on the first page."""
    words = "".join(title.split())
    first = items[0].page if isinstance(items[0], TableBlock) else items[0].line.page
    page = "".join(item.text for item in items if isinstance(item, Body) and item.line.page == first)
    return len(words) >= 4 and words in "".join(page.split())


def _refuse_lost(file: FileContent) -> None:
    """Refuse a file most of whose characters only its fonts could show."""
    glyphs = [glyph for page in file.pages for glyph in page.glyphs if not glyph.text.isspace()]
    if sum(glyph.lost for glyph in glyphs) * 2 > len(glyphs):
        raise _NO_CHARACTERS.error()


def _scanned(file: FileContent, flow: Flow) -> tuple[int, ...]:
    """The pages that show a picture and hardly any text."""
    return tuple(
        page.number
        for page in file.pages
        if page.picture and sum(not glyph.text.isspace() for glyph in page.glyphs) < _FEW_GLYPHS
        and not _has_body(flow, page.number)
    )  # fmt: skip


def _has_body(flow: Flow, page: int) -> bool:
    return any(
        (item.page if isinstance(item, TableBlock) else item.line.page) == page
        for item in flow.items
        if isinstance(item, Body | TableBlock)
    )


def _without_text(scanned: Sequence[int], file: FileContent, *, is_cut: bool) -> ReadError:
    """Why there is no text; ``is_cut`` says that the file has no end."""
    if scanned:
        return _SCANNED.error(status="empty", pages=_pages(scanned))
    if file.unread and not is_cut:
        return _NO_PAGES.error(pages=_pages(file.unread))
    if is_cut or file.mended:
        return _CUT_OFF.error()
    return _EMPTY.error(status="empty")


def _findings(file: FileContent, scanned: Sequence[int], shown: str) -> Iterator[Finding]:
    if scanned:
        yield _PICTURES.finding(path=shown, pages=_pages(scanned))
    lost = {page.number: sum(glyph.lost for glyph in page.glyphs) for page in file.pages}
    pages = [number for number, count in lost.items() if count]
    if pages:
        yield _GLYPHS.finding(path=shown, count=sum(lost.values()), pages=_pages(pages))
    if file.unread:
        yield _UNREAD.finding(path=shown, pages=_pages(file.unread))
    elif file.mended:
        yield _MENDED.finding(path=shown)
    if file.cut:
        last = max((page.number for page in file.pages), default=0)
        yield _CUT.finding(path=shown, last=last)


def _pages(numbers: Sequence[int]) -> str:
    """The numbers in runs: 3-5, 9."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    parts = [str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs]
    return ", ".join(parts[:12]) + (" …" if len(parts) > 12 else "")


# -- what is said

_NO_CHARACTERS = Saying(
    "read-pdf-glyphs.most",
    "warning",
    "does not say which characters its text is made of",
    "get it as DOCX or text, or run OCR over it",
)
_SCANNED = Saying(
    "read-scanned.pdf",
    "warning",
    "holds pictures of its pages and no text (p. {pages})",
    "run OCR over it (ocrmypdf, ABBYY, WPS), or get the document itself from its office, and read that",
)
_NO_PAGES = Saying(
    "read-damaged.pdf-pages", "warning", "is a damaged PDF: p. {pages} can't be read", "get the file again"
)
_CUT_OFF = Saying("read-damaged.pdf-end", "warning", "is a damaged PDF: its end is cut off", "get the file again")
_EMPTY = Saying("read-empty.pdf", "warning", "is a PDF without any text", "remove it, or get it again")
_PICTURES = Saying(
    "read-page-scanned",
    "warning",
    "only a picture is on p. {pages}",
    "run OCR over it (ocrmypdf, ABBYY, WPS), or get the document itself from its office, and read that",
)
_GLYPHS = Saying(
    "read-pdf-glyphs.some",
    "warning",
    "{count} characters can't be told and stand as U+FFFD, on p. {pages}",
    "compare with the page; save the document as text or DOCX",
)
_UNREAD = Saying("read-pdf-damaged.pages", "warning", "p. {pages} can't be read", "get the file again")
_MENDED = Saying("read-pdf-damaged.end", "warning", "its end is cut off", "get the file again")
_CUT = Saying("read-pdf-cut", "warning", "read up to page {last} only", "split it into smaller files")
