"""DOCX (ECMA-376, also its strict form, templates and macro documents) → RawText."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence

from reporter.errors import ReadError
from reporter.model import Finding, RawText, Saying
from reporter.read.composer import Composer
from reporter.read.docx.blocks import text_of
from reporter.read.docx.changes import Changes, prepare
from reporter.read.docx.names import attribute
from reporter.read.docx.numbering import Numbering
from reporter.read.docx.package import Package, open_package
from reporter.read.docx.runs import Tally
from reporter.read.docx.story import StoryReader, number_blocks
from reporter.read.docx.styles import Styles
from reporter.read.docx.writing import Writer
from reporter.read.plain import has_text

# What a header or footer still says when its page numbers are gone.
_PAGE_FRAME = re.compile(r"[\s\-–—―─·|/\\第页頁共Page of]*", re.IGNORECASE)

_TITLE_LINES = 30  # a title stands before this line


def read_docx(data: bytes, shown: str) -> RawText:
    """A DOCX as RawText: its body in reading order, tracked changes accepted, automatic numbers written out; behind it,
    as asides, its notes and the text of its headers and footers.

    Headings, the title and lists are marked where styles or outline levels say so; what only looks like a heading is
    left to its words. Places count the paragraphs and table rows of the body as stored, from 0; a note stands at the
    paragraph that refers to it. The file's properties name a machine's author and dates and are not read.

    Raises:
        ReadError: it is no DOCX, damaged beyond reading, locked, too large, or holds no text.
    """
    try:
        return _read(data, shown)
    except RecursionError as error:
        raise _NESTED.error() from error


def _read(data: bytes, shown: str) -> RawText:
    package = open_package(data, shown)
    changes = Changes()
    number_blocks(package.body)
    stories = (package.body, package.footnotes, package.endnotes, *package.margins)
    for story in stories:
        if story is not None:
            prepare(story, changes)
    reader = StoryReader(Styles(package.styles), Numbering.of(package.numbering))
    writer = Writer(Composer())
    writer.write(reader.blocks(package.body))
    body_graphics = reader.tally.graphics
    if not has_text(writer.composer.source()):
        raise _empty(package, body_graphics)
    metadata = () if writer.has_title else _title(package.title, writer.composer)
    writer.write_asides(_unique(_notes(package, reader)))
    writer.write_asides(_unique(_margins(package, reader)))
    findings = (*package.findings, *_findings(shown, changes, reader.tally, body_graphics))
    return writer.composer.raw_text(shown, hashlib.sha256(data).hexdigest(), "docx", metadata, findings)


def _empty(package: Package, graphics: int) -> ReadError:
    if package.findings:
        return _UNREADABLE.error()
    return (_PICTURES if graphics else _EMPTY).error(status="empty")


def _title(stated: str, composer: Composer) -> tuple[tuple[str, str], ...]:
    """The title of the properties where it stands in the text as a line of its own. As the first line it proves
    nothing: office programs propose that themselves, be it a letterhead."""
    source, wanted = composer.source(), _letters(stated)
    lines = [_letters(source[mark.start : mark.end]) for mark in composer.marks[:_TITLE_LINES] if mark.kind != "aside"]
    return (("title", stated),) if len(wanted) >= 5 and wanted in lines[1:] and wanted != lines[0] else ()


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


def _notes(package: Package, reader: StoryReader) -> Iterator[tuple[str, int | None]]:
    """(text, body index) of the notes that the body refers to, in the order of their marks, footnotes first."""
    references = list(reader.tally.notes)
    for kind, root in (("footnotes", package.footnotes), ("endnotes", package.endnotes)):
        known = {attribute(note, "id"): note for note in (root if root is not None else ())}
        for id_, index in dict.fromkeys((id_, index) for name, id_, index in references if name == kind):
            if id_ in known:
                yield text_of(reader.blocks(known.pop(id_), index)), index


def _margins(package: Package, reader: StoryReader) -> Iterator[tuple[str, int | None]]:
    """The paragraphs of headers and footers that say more than a page number."""
    for root in package.margins:
        for block in reader.blocks(root, is_margin=True):
            text = text_of((block,))
            if not _PAGE_FRAME.fullmatch(text):
                yield text, None


def _unique(lines: Iterator[tuple[str, int | None]]) -> Sequence[tuple[str, int | None]]:
    """The lines, each text once."""
    first: dict[str, tuple[str, int | None]] = {}
    for line in lines:
        first.setdefault("".join(line[0].split()), line)
    return list(first.values())


def _findings(shown: str, changes: Changes, tally: Tally, graphics: int) -> Iterator[Finding]:
    """What was decided for the reader of the text, and what the text lacks."""
    if changes.total:
        yield _CHANGES.finding(
            path=shown, insertions=changes.insertions, deletions=changes.deletions, moves=changes.moves
        )
    for saying, count in (
        (_COMMENTS, len(tally.comments)),
        (_HIDDEN, tally.hidden),
        (_GRAPHICS, graphics),
        (_EMBEDDED, tally.foreign),
    ):
        if count:
            yield saying.finding(path=shown, count=count)


_NESTED = Saying(
    "read-damaged.docx-nested",
    "warning",
    "is damaged: it is nested too deeply",
    "get it again, or open it in its own program and save it again",
)
_UNREADABLE = Saying(
    "read-damaged.docx",
    "warning",
    "is damaged: none of its text can be read",
    "get it again, or open it in its own program and save it again",
)
_PICTURES = Saying(
    "read-scanned.docx",
    "warning",
    "holds pictures and no text",
    "recognise their text (OCR) and save that",
)
_EMPTY = Saying("read-empty.docx", "warning", "holds no text", "remove it, or get it again from its origin")
_CHANGES = Saying(
    "read-changes-accepted",
    "info",
    "tracked changes read as accepted: {insertions} insertions, {deletions} deletions, {moves} moves",
    "accept or reject them in the file",
)
_COMMENTS = Saying("read-comments-left-out", "info", "comments left out: {count}")
_HIDDEN = Saying(
    "read-hidden-left-out",
    "info",
    "stretches of hidden text left out: {count}",
    "show them in the file if they belong to the text",
)
_GRAPHICS = Saying(
    "read-graphics-left-out",
    "info",
    "pictures, charts and embedded objects not read: {count}",
    "look there for figures that the text lacks",
)
_EMBEDDED = Saying(
    "read-embedded-left-out",
    "warning",
    "embedded documents not read: {count}",
    "save it again in Word, which takes them in",
)
