"""Which format a file is: what its bytes say, held against what its name says."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from reporter.errors import ReadError
from reporter.model import Finding, Saying
from reporter.read.binary_formats import binary_format
from reporter.read.encoding import decode
from reporter.read.plain import refuse_binary
from reporter.read.refusals import refused

# Endings and the formats that a file of that name is expected to be.
_BY_NAME: dict[str, tuple[str, ...]] = {
    ".xml": ("doc", "docx"),
    **dict.fromkeys(("", ".txt", ".text"), ("txt",)),
    **dict.fromkeys((".md", ".markdown", ".mkd"), ("md",)),
    **dict.fromkeys((".html", ".htm", ".xhtml", ".shtml"), ("html",)),
    **dict.fromkeys((".mht", ".mhtml"), ("mhtml",)),
    **dict.fromkeys((".docx", ".docm", ".dotx", ".dotm"), ("docx",)),
    **dict.fromkeys((".doc", ".dot"), ("doc",)),
    **dict.fromkeys((".wps", ".wpt"), ("wps", "docx")),
    ".rtf": ("rtf",),
    **dict.fromkeys((".odt", ".ott", ".fodt"), ("odt",)),
    ".pdf": ("pdf",),
    **dict.fromkeys((".xlsx", ".xlsm", ".xltx", ".xltm"), ("xlsx",)),
    **dict.fromkeys((".xls", ".xlt"), ("xls",)),
    **dict.fromkeys((".et", ".ett"), ("xls", "xlsx")),
    ".csv": ("csv",),
    **dict.fromkeys((".tsv", ".tab"), ("tsv",)),
}
# Text under these names is an export or a mistake, in any case a document.
_SHEETS = frozenset({"csv", "tsv", "xls", "xlsx"})
_TEXTS = frozenset({"txt", "md", "html", "mhtml", "csv", "tsv"})
# Names of documents that are not read; another content under them is still a document that the briefing may lack.
_OTHER_DOCUMENTS = frozenset({".ods", ".ppt", ".pptx", ".dps", ".ofd", ".uof", ".uot"})
_KINDS = {
    "txt": "plain text",
    "md": "Markdown",
    "html": "a web page",
    "mhtml": "a web archive (MHTML)",
    "docx": "a Word document (DOCX)",
    "doc": "a Word document (DOC)",
    "wps": "a WPS document",
    "rtf": "rich text (RTF)",
    "odt": "an OpenDocument text",
    "pdf": "a PDF",
    "xlsx": "a workbook (XLSX)",
    "xls": "a workbook (XLS)",
    "csv": "a table with separators",
    "tsv": "a table with tabs",
}

# A page says so at its very beginning; a fragment by a head, a body or more than a few block tags.
_PAGE = re.compile(
    rb"\A\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_BLOCK_TAG = re.compile(rb"</?(?:p|div|br|table|tr|td|h[1-6]|ul|li|span|meta|title)\b[^<>]{0,300}>", re.IGNORECASE)
# The header of a web archive: MIME (RFC 2045) with one of the fields that Word, WPS and browsers write.
_WEB_ARCHIVE = re.compile(
    rb"\A\s*(?:[A-Za-z-]{2,40}:[^\n]{0,500}\n(?:[ \t][^\n]{0,500}\n)*){0,20}?MIME-Version:", re.IGNORECASE
)
_PART = re.compile(rb"Content-Type:\s*(?:multipart/related|text/html)", re.IGNORECASE)
# Word 2003 XML, often named .doc, and OpenDocument in one file (.fodt): what converts their kind takes them as well.
_CONVERTIBLE_XML = (
    (re.compile(rb"<w:wordDocument\b"), "doc"),
    (re.compile(rb"<office:document\b[^>]{0,4096}opendocument\.text\"|opendocument\.text\"[^>]{0,4096}>"), "odt"),
)
_OFFICE_XML = (
    (re.compile(rb"<pkg:package\b"), "word-xml"),
    (re.compile(rb"progid=\"Excel\.Sheet\"|urn:schemas-microsoft-com:office:spreadsheet"), "excel-xml"),
    (re.compile(rb"<uof:UOF\b|schemas\.uof\.org"), "uof"),
)
_SNIFFED = 4096
_LINES = 40


def format_of(data: bytes, shown: str) -> tuple[str, tuple[Finding, ...]]:
    """(format, findings): what the file is to be read as, a key of ``READERS``.

    Content decides; a name that says something else is a finding. An unknown name with text inside is unsupported:
    program code and data files are no documents.

    Raises:
        ReadError: the format is not supported, or the file is damaged or protected by a password.
    """
    suffix = PurePosixPath(shown).suffix.casefold()
    expected = _BY_NAME.get(suffix, ())
    found = binary_format(data, suffix) or _text_format(data, suffix, expected)
    if found in expected or not suffix or _is_blank(data):
        return found, ()
    return found, (_disagreement(suffix, found, expected),)


def _text_format(data: bytes, suffix: str, expected: tuple[str, ...]) -> str:
    """The format of what is no container: by its markup, else by its name.

    Raises:
        ReadError: text of a name that no document has, or bytes that are no text under the name of a binary format.
    """
    head = _head(data)
    if markup := _markup(head, "html" in expected):
        return markup
    if expected and expected[0] in ("txt", "md", "csv", "tsv"):
        return expected[0]
    if not expected and suffix not in _OTHER_DOCUMENTS:
        raise refused(suffix.lstrip("."), suffix, document=False)
    if not _is_blank(data) and not _TEXTS.intersection(expected):
        _refuse_unless_text(data, suffix)
    if _SHEETS.intersection(expected):
        return _separated(head) or "txt"
    return "txt"


def _head(data: bytes) -> bytes:
    """The beginning without byte order mark; of UTF-16 every other byte of its ASCII."""
    head = data[:_SNIFFED]
    if head.count(b"\0") > len(head) // 4 or head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.replace(b"\0", b"")
    return head.lstrip(b"\xef\xbb\xbf\xfe\xff\0 \t\r\n")


def _markup(head: bytes, named_page: bool) -> str | None:
    """html, mhtml, doc, odt or None.

    Raises:
        ReadError: XML of an office program.
    """
    if head.startswith(b"<"):
        for pattern, read_as in _CONVERTIBLE_XML:
            if pattern.search(head):
                return read_as
        for pattern, kind in _OFFICE_XML:
            if pattern.search(head):
                raise refused(kind, "")
    if _WEB_ARCHIVE.match(head) and _PART.search(head):
        return "mhtml"
    tags = len(_BLOCK_TAG.findall(head))
    return "html" if _PAGE.match(head) or tags >= (1 if named_page else 6) else None


def _separated(head: bytes) -> str | None:
    """Either csv or tsv, where nearly all lines have the same number of commas or tabs."""
    lines = [line for line in head.splitlines()[:_LINES] if line.strip()][: -1 if len(head) > _SNIFFED // 4 else None]
    for separator, name in ((b"\t", "tsv"), (b",", "csv")):
        counts = [line.count(separator) for line in lines]
        usual = max(counts, key=counts.count, default=0)
        if usual and len(counts) > 1 and counts.count(usual) * 5 >= 4 * len(counts):
            return name
    return None


def _is_blank(data: bytes) -> bool:
    return not data.strip(b"\0 \t\r\n")


def _refuse_unless_text(data: bytes, suffix: str) -> None:
    """Raise for bytes under a binary format's name that are neither that format nor text.

    Raises:
        ReadError: they are no text.
    """
    try:
        refuse_binary(decode(data).text)
    except ReadError as error:
        raise _NEITHER.error(format=suffix.lstrip(".")) from error


def _disagreement(suffix: str, found: str, expected: tuple[str, ...]) -> Finding:
    kind = _KINDS[found]
    lossy = found in _TEXTS and not _TEXTS.intersection(expected)
    return _DIFFERS.finding(level="warning" if lossy else "info", ending=suffix, kind=kind)


_NEITHER = Saying(
    "read-damaged.neither",
    "warning",
    "is damaged: its content is neither {format} nor text",
    "get it again from its origin",
)
_DIFFERS = Saying(
    "read-format-differs",
    "info",
    "its name says {ending}, its content is {kind}; read as {kind}",
    "give it the ending of what it is",
)
