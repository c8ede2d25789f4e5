"""The package of a DOCX (ECMA-376 part 2): a zip of XML parts → the parts that hold the text.

The zip is read here and not by python-docx, which gives up on the whole file where any part is damaged, where a
relationship leads nowhere, and on templates, macro documents and strict OOXML.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from dataclasses import dataclass

from reporter.model import Finding, Saying
from reporter.read.containers import refuse_other_methods
from reporter.read.docx.names import Element, R, W

# The parts that are read may unpack to so much together. A document of 500 pages has some 20 MB of XML; 85 MB, which
# are two and a half million characters in runs of three, took 1.3 GB of memory.
_MOST_BYTES = 128 * 1024 * 1024
# Nobody's text is a part of so many bytes that packs to less than a two hundredth; deflate ends at a thousandth. A
# table of 2,000 equal rows packs to a 127th.
_BOMB_BYTES = 10 * 1024 * 1024
_BOMB_RATIO = 200
# Strict OOXML (ISO/IEC 29500-1) names the same things by other namespaces; the last path segments are equal.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
)
# Characters that XML 1.0 (2.2) has no place for.
_FORBIDDEN = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]")
_DAMAGES = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, OverflowError)


@dataclass(frozen=True, slots=True)
class Package:
    """The roots of the parts that hold text, None for a part that the file lacks; headers and footers in the order in
    which the sections name them; the title of the file's properties, which may be another document's."""

    body: Element
    styles: Element | None
    numbering: Element | None
    footnotes: Element | None
    endnotes: Element | None
    margins: tuple[Element, ...]
    title: str
    findings: tuple[Finding, ...]


def open_package(data: bytes, shown: str) -> Package:
    """The package of a file's bytes.

    Raises:
        ReadError: they are no zip, no word processing document, locked by a password, or too large.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _DAMAGES as error:
        raise _NO_ZIP.error(reason=error) from error
    with archive:
        return _Reader(archive, shown).package()


_NO_ZIP = Saying(
    "read-damaged.docx-zip",
    "warning",
    "is a damaged file: {reason}",
    "get it again; the copy may be cut off",
)
_NO_BODY = Saying(
    "read-damaged.docx-body",
    "warning",
    "is damaged: its text part can't be read",
    "get it again, or open it in its own program and save it again",
)
_NO_MAIN_PART = Saying(
    "read-damaged.docx-main",
    "warning",
    "is damaged: its text part is missing",
    "get it again, or open it in its own program and save it again",
)
_NO_DOCUMENT = Saying(
    "read-unsupported.zip",
    "warning",
    "is a zip file, but no word processing document",
    "unpack it, or give it its own ending",
)
_LOCKED = Saying("read-encrypted.docx", "warning", "is locked by a password", "save it without a password")
_UNPACKED = Saying(
    "read-too-large.docx",
    "warning",
    "is too large: its text unpacks to more than {limit} MB",
    "split it, or take out what is no text",
)
_BOMB = Saying(
    "read-too-large.docx-part",
    "warning",
    "is too large: its part {part} unpacks to {size} bytes, mostly repetition",
    "split it, or take out what is no text",
)
_OVERLONG = Saying(
    "read-too-large.docx-paragraph",
    "warning",
    "is too large: a paragraph of it has more than 10 MB",
    "split it, or take out what is no text",
)
_LOST_PART = Saying(
    "read-part-damaged.lost",
    "warning",
    "its part {part} can't be read and is left out",
    "open it in its own program and save it again",
)
_TORN_PART = Saying(
    "read-part-damaged.torn",
    "warning",
    "its part {part} is damaged; what can be read of it is kept",
    "open it in its own program and save it again",
)


class _Reader:
    """The open archive, and what was found on the way."""

    def __init__(self, archive: zipfile.ZipFile, shown: str) -> None:
        self._archive = archive
        self._shown = shown
        self._members = {_key(info.filename): info for info in reversed(archive.infolist())}
        self._findings: list[Finding] = []
        self._size = 0

    def package(self) -> Package:
        main = self._main()
        root = self._root(main)
        body = root.find(W + "body") if root is not None else None
        if body is None:
            raise _NO_BODY.error()
        targets = self._targets(main)
        named = dict(reversed(targets.values()))
        folder = posixpath.dirname(main)

        def part(kind: str) -> Element | None:
            return self._root(named.get(kind, posixpath.join(folder, f"{kind}.xml")))

        references = body.iter(W + "headerReference", W + "footerReference")
        names = [targets[id_][1] for element in references if (id_ := element.get(R + "id")) in targets]
        margins = [margin for name in dict.fromkeys(names) if (margin := self._root(name)) is not None]
        return Package(
            body,
            part("styles"),
            part("numbering"),
            part("footnotes"),
            part("endnotes"),
            tuple(margins),
            self._title(),
            tuple(self._findings),
        )

    def _main(self) -> str:
        """The name of the main part."""
        named = [target for kind, target in self._targets("").values() if kind == "officeDocument"]
        for name in (*named, "word/document.xml"):
            if _key(name) in self._members:
                if posixpath.basename(_key(name)) in ("workbook.xml", "presentation.xml"):
                    break
                return name
        if not any(_key(name).startswith("word/") for name in self._members):
            raise _NO_DOCUMENT.error(status="unsupported")
        raise _NO_MAIN_PART.error()

    def _title(self) -> str:
        """The title of the core properties; empty without one."""
        named = [target for kind, target in self._targets("").values() if kind == "core-properties"]
        root = self._root(named[0]) if named else None
        return (root.findtext("{http://purl.org/dc/elements/1.1/}title") or "").strip() if root is not None else ""

    def _targets(self, source: str) -> dict[str, tuple[str, str]]:
        """Relationship id → (kind, name of the part) of a part's relationships, or of the package's."""
        folder, name = posixpath.split(source)
        root = self._root(posixpath.join(folder, "_rels", f"{name}.rels"))
        found: dict[str, tuple[str, str]] = {}
        for element in root if root is not None else ():
            if element.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, element.get("Target") or "")).lstrip("/")
                found[element.get("Id") or ""] = ((element.get("Type") or "").rpartition("/")[2], target)
        return found

    def _root(self, name: str) -> Element | None:
        """The root element of a part; None where there is no such part, or none of its text can be read."""
        info = self._members.get(_key(name))
        if info is None:
            return None
        try:
            root, is_whole = _parsed(self._bytes(info))
        except _DAMAGES:
            root, is_whole = None, False
        if not is_whole:
            saying = _LOST_PART if root is None else _TORN_PART
            self._findings.append(saying.finding(path=self._shown, part=name))
        return root

    def _bytes(self, info: zipfile.ZipInfo) -> bytes:
        if info.flag_bits & 1:
            raise _LOCKED.error()
        refuse_other_methods(info)
        self._size += info.file_size
        if self._size > _MOST_BYTES:
            raise _UNPACKED.error(limit=_MOST_BYTES >> 20)
        if info.file_size > max(_BOMB_BYTES, _BOMB_RATIO * info.compress_size):
            raise _BOMB.error(part=info.filename, size=f"{info.file_size:,}")
        return self._archive.read(info)


def _key(name: str) -> str:
    """A part's name as names are compared: without case (part 2, 6.2.2.3), with forward slashes."""
    return name.replace("\\", "/").lstrip("/").lower()


def _parsed(data: bytes) -> tuple[Element | None, bool]:
    """(root, whole): of a part that is no well-formed XML, as much as can be read.

    Nothing outside the part is loaded and no entity replaced. A document type declaration, which the standard forbids
    (part 2, 6.2.5), makes the part unreadable.

    Raises:
        ReadError: a text or value in it is longer than the parser takes (10 MB): recovery would cut it off.
    """
    from lxml import etree

    for strict, usual in _STRICT:
        data = data.replace(strict, usual)
    options = {"resolve_entities": False, "no_network": True, "remove_comments": True, "remove_pis": True}
    for recover in (False, True):
        try:
            root = etree.fromstring(_healed(data) if recover else data, etree.XMLParser(recover=recover, **options))
        except etree.XMLSyntaxError as error:
            if _is_overlong(error.msg or "", is_limit=error.code == etree.ErrorTypes.ERR_RESOURCE_LIMIT):
                raise _OVERLONG.error() from error
            continue
        if root is not None and root.getroottree().docinfo.internalDTD is not None:
            return None, False
        return root, not recover
    return None, False


def _is_overlong(message: str, *, is_limit: bool) -> bool:
    """Whether the parser gave up at a long text (libxml2 2.14 calls that a resource limit, as it does elements nested
    too deeply; 2.9 wants memory for a huge text node)."""
    return "huge text node" in message or (is_limit and "depth" not in message and "entity" not in message.lower())


def _healed(data: bytes) -> bytes:
    """The part with U+FFFD for bytes and characters at which the parser would give up the rest (UTF-8 only)."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data
    return _FORBIDDEN.sub("\ufffd", data.decode("utf-8", "replace")).encode()
