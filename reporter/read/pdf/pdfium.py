"""The bytes of a PDF → what stands on its pages; the only module that speaks with pdfium."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import ArgumentError
from typing import TYPE_CHECKING

from reporter.model import Saying
from reporter.read.pdf.content import Bookmark, FileContent, PageContent

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

# A yearbook has a thousand pages. What is longer is cut with a finding.
_MOST_PAGES = 3000
_MOST_GLYPHS = 5_000_000
_DEEPEST_OUTLINE = 6
_MOST_BOOKMARKS = 5000
_UNREADABLE = Saying(
    "read-failed.pdf",
    "warning",
    "is a PDF that can't be read: {reason}",
    "open it in a PDF program, save it anew, and try again",
)
_DAMAGED = Saying(
    "read-damaged.pdf",
    "warning",
    "is a damaged PDF: {reason}",
    "open it in a PDF program, save it anew, and try again",
)
_LOCKED = Saying(
    "read-encrypted.pdf",
    "warning",
    "is locked with a password",
    "open it with its password, save a copy without one, and read that",
)
_OBJECT = rb"(?<!\d)(\d{1,7}) (\d{1,5}) obj(?:(?!endobj)[\s\S]){0,400}?/Type\s*"
_CATALOG = re.compile(_OBJECT + rb"/Catalog\b")
_PAGE = re.compile(_OBJECT + rb"/Page(?!s)\b")


def file_content(data: bytes) -> FileContent:
    """Everything that the file shows as text, rules and pictures.

    Raises:
        ReadError: ``read-encrypted`` (a password is needed), ``read-damaged`` (nothing can be opened),
            ``read-failed`` (pdfium gives up).
    """
    with _opened(data) as (document, mended):
        try:
            return _content(document, mended)
        except (OSError, ValueError, ArithmeticError, RuntimeError, ArgumentError) as error:
            raise _UNREADABLE.error(reason=_reason(error)) from error


@contextmanager
def _opened(data: bytes) -> Iterator[tuple[PdfDocument, bool]]:
    """The document, and whether its end had to be mended."""
    from pypdfium2 import PdfDocument, PdfiumError

    mended = False
    try:
        document = PdfDocument(data)
    except PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise _LOCKED.error() from error
        mended, document = True, _mended(data, error)
    try:
        yield document, mended
    finally:
        document.close()


def _mended(data: bytes, error: Exception) -> PdfDocument:
    """The document with a trailer written anew: what a file needs whose end is cut off."""
    from pypdfium2 import PdfDocument, PdfiumError

    root = _root(data)
    try:
        if not root:
            raise error
        return PdfDocument(data + b"\nendobj\n" + root + b"\n%%EOF\n")
    except PdfiumError as again:
        raise _DAMAGED.error(reason=_reason(again)) from again


def _root(data: bytes) -> bytes:
    """A trailer that leads to the file's catalog, or to a new one that lists its pages; empty where it has none."""
    catalog = _CATALOG.search(data)
    if catalog:
        return b"trailer\n<< /Root %s %s R >>" % (catalog[1], catalog[2])
    pages = [b"%s %s R" % match.groups() for match in _PAGE.finditer(data)][:_MOST_PAGES]
    if not pages:
        return b""
    tree = b"9999998 0 obj\n<< /Type /Pages /Kids [%s] /Count %d >>\nendobj\n" % (b" ".join(pages), len(pages))
    catalog_object = b"9999999 0 obj\n<< /Type /Catalog /Pages 9999998 0 R >>\nendobj\n"
    return tree + catalog_object + b"trailer\n<< /Root 9999999 0 R >>"


def _reason(error: BaseException) -> str:
    return str(error).split("\n")[0][:120] or type(error).__name__


def _content(document: PdfDocument, mended: bool) -> FileContent:
    from pypdfium2 import PdfiumError

    from reporter.read.pdf.glyphs import page_content

    pages: list[PageContent] = []
    unread: list[int] = []
    count = len(document)
    budget = _MOST_GLYPHS
    for index in range(min(count, _MOST_PAGES)):
        try:
            content = page_content(document, index, budget)
        except PdfiumError:
            unread.append(index + 1)
            continue
        pages.append(content)
        budget -= len(content.glyphs)
        if budget <= 0:
            break
    cut = len(pages) + len(unread) < count
    return FileContent(tuple(pages), tuple(unread), _outline(document), _title(document), cut, mended)


def _outline(document: PdfDocument) -> tuple[Bookmark, ...]:
    """The bookmarks in order; none where the outline is damaged."""
    from itertools import islice

    from pypdfium2 import PdfiumError

    try:
        entries = islice(document.get_toc(max_depth=_DEEPEST_OUTLINE), _MOST_BOOKMARKS)
        return tuple(Bookmark(entry.get_title(), entry.level + 1) for entry in entries)
    except (PdfiumError, ValueError, UnicodeError):
        return ()


def _title(document: PdfDocument) -> str:
    """The title of the file's metadata; empty where there is none."""
    try:
        return str(document.get_metadata_value("Title") or "").strip()
    except (ValueError, UnicodeError, KeyError):
        return ""
