"""Which format a file is: what its bytes say, held against what its name says."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from reporter.errors import ReadError
from reporter.model import Finding

# How files of formats that are not read begin (their published signatures).
_SIGNATURES = (
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"BM", "bmp"),
    (b"II*\0", "image"),
    (b"MM\0*", "image"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"\x7fELF", "program"),
    (b"MZ\x90", "program"),
    (b"SQLite format 3\0", "database"),
    (b"AT&TFORM", "djvu"),
)
_BY_NAME = {
    ".txt": "txt", ".text": "txt", ".md": "txt", ".markdown": "txt", "": "txt",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".shtml": "html",
}  # fmt: skip
# Of these a reader may come: a file of theirs is a document that the briefing lacks. The rest are no documents.
_DOCUMENTS = frozenset({"pdf", "zip", "ole", "rtf", "djvu"})
_HINTS = {
    "pdf": "copy its text into a .txt file",
    "ole": "open it in Word, WPS or LibreOffice and save it as plain text or as a web page",
    "zip": "open it in its own program and save it as plain text or as a web page; unpack it if it is an archive",
    "rtf": "open it in a word processor and save it as plain text",
    "image": "recognise its text (OCR) and save that as a .txt file",
    "archive": "unpack it into the folder",
}
_DEFAULT_HINT = "save it as plain text (.txt) or as a web page (.html)"

# A page says so at its very beginning; a fragment by a head, a body or more than a few block tags.
_PAGE = re.compile(
    rb"\A[\s\0\xef\xbb\xbf\xfe\xff]*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_BLOCK_TAG = re.compile(rb"</?(?:p|div|br|table|tr|td|h[1-6]|ul|li|span|meta|title)\b[^<>]{0,300}>", re.IGNORECASE)
_SNIFFED = 4096


def format_of(data: bytes, shown: str) -> tuple[str, tuple[Finding, ...]]:
    """(format, findings): what the file is to be read as.

    Content decides; a name that says something else is a finding. An unknown name with text inside is unsupported:
    program code and data files are no documents.

    Raises:
        ReadError: the format is not supported.
    """
    suffix = PurePosixPath(shown).suffix.casefold()
    foreign = _signature(data)
    if foreign:
        raise _unsupported(foreign, suffix)
    named = _BY_NAME.get(suffix)
    is_page = _is_page(data, named)
    found = "html" if is_page else "txt"
    if named == found:
        return found, ()
    if named is None and not is_page and suffix not in _OFFICE:
        raise _unsupported(suffix.lstrip("."), suffix)
    return found, (_disagreement(shown, suffix, found),) if suffix else ()


_DOCUMENT_NAMES = frozenset(
    ".doc .docx .wps .rtf .odt .xls .xlsx .et .ods .csv .tsv .pdf .ofd .ppt .pptx .dps .epub .djvu".split()  # noqa: SIM905
)
_OFFICE = frozenset({".doc", ".docx", ".wps", ".rtf", ".xls", ".xlsx", ".et", ".pdf"})


def _signature(data: bytes) -> str | None:
    for signature, name in _SIGNATURES:
        if data.startswith(signature) and (name != "bmp" or data[6:10] == b"\0\0\0\0"):
            return "image" if name == "bmp" else name
    return None


def _is_page(data: bytes, named: str | None) -> bool:
    head = data[:_SNIFFED]
    if head.count(b"\0") > len(head) // 4:  # UTF-16: every other byte of a tag
        head = head.replace(b"\0", b"")
    if _PAGE.match(head):
        return True
    tags = len(_BLOCK_TAG.findall(head))
    return tags >= (1 if named == "html" else 6)


def _unsupported(what: str, suffix: str) -> ReadError:
    shown = suffix.lstrip(".") or what
    message = (
        f"is of a format that is not read ({shown})"
        if shown == what or what in ("ole", "zip")
        else (f"is not what its name says: a file of the kind {what}, which is not read")
    )
    code = "read-unsupported" if what in _DOCUMENTS or suffix in _DOCUMENT_NAMES else "read-no-document"
    return ReadError(message, _HINTS.get(what, _DEFAULT_HINT), code=code, status="unsupported")


def _disagreement(shown: str, suffix: str, found: str) -> Finding:
    kind = "a web page" if found == "html" else "plain text"
    return Finding(
        "read-format-differs",
        "warning" if suffix in _OFFICE else "info",
        f"{shown}: its name says {suffix}, its content is {kind}; read as {kind}",
        "give it the ending of what it is",
    )
