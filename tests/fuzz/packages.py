"""Recipe → a sound package around it: what fuzzes the readers of zipped formats behind the unpacking.

A recipe is text in parts: ``@@name`` begins the part of that name, what stands before the first belongs to the main
one. Every part becomes a member of the package, in the root element of its kind and named by the relationships, so
that bytes that change in a recipe change the XML of a package that is sound otherwise.
"""

from __future__ import annotations

import base64
import io
import quopri
import re
import zipfile
from collections.abc import Mapping

from tests.hostile import containers, pages
from tests.hostile.containers import HEAD, MAIN, SHEET, R, S, W

_PART = re.compile(r"@@([a-z0-9]{1,12})\n?")
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_V = "urn:schemas-microsoft-com:vml"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_NAMES = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:a="{_A}" xmlns:m="{_M}" xmlns:v="{_V}" xmlns:mc="{_MC}"'
# The parts of a DOCX beside the body: name → (member, kind of the relationship, root element).
_WORD = {
    "styles": ("word/styles.xml", "styles", "w:styles"),
    "numbering": ("word/numbering.xml", "numbering", "w:numbering"),
    "footnotes": ("word/footnotes.xml", "footnotes", "w:footnotes"),
    "endnotes": ("word/endnotes.xml", "endnotes", "w:endnotes"),
    "header": ("word/header1.xml", "header", "w:hdr"),
}
# The parts of a workbook beside its first sheet.
_BOOK = {
    "strings": ("xl/sharedStrings.xml", "sharedStrings", "sst"),
    "styles": ("xl/styles.xml", "styles", "styleSheet"),
}
_METHODS = (zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)
WORD_PARTS = tuple(f"@@{name}\n" for name in (*_WORD, "core"))
BOOK_PARTS = tuple(f"@@{name}\n" for name in (*_BOOK, "tail", "sheet", "book"))
FILE_PARTS = tuple(f"@@{name}\n" for name in ("font", "page", "map", "root", "more", "info"))
ARCHIVE_PARTS = ("@@html\n", "@@head\n", "@@part\n")


def parts_of(recipe: str) -> dict[str, str]:
    """Name → text of a recipe's parts; the first has the empty name. Of equal names the last holds."""
    first, *rest = _PART.split(recipe)
    return {"": first, **dict(zip(rest[::2], rest[1::2], strict=True))}


def docx_of(recipe: str) -> bytes:
    """A DOCX whose body, styles, numbering, notes, header and title are the recipe's."""
    parts = parts_of(recipe)
    given = {name: parts[name] for name in _WORD if name in parts}
    more = {
        _WORD[name][0]: f"{HEAD}<{_WORD[name][2]} {_NAMES}>{text}</{_WORD[name][2]}>" for name, text in given.items()
    }
    rows = [(name, _WORD[name][1], _WORD[name][0].removeprefix("word/")) for name in given]
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header"/></w:sectPr>' if "header" in given else ""
    body = f"{HEAD}<w:document {_NAMES}><w:body>{parts['']}{section}</w:body></w:document>"
    members = {**more, "word/_rels/document.xml.rels": containers.relations(*rows)}
    if "core" in parts:
        members["docProps/core.xml"] = (
            f'<c xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{parts["core"]}</dc:title></c>'
        )
        named = (("r1", "officeDocument", MAIN), ("r2", "core-properties", "docProps/core.xml"))
        members["_rels/.rels"] = containers.relations(*named)
    return containers.docx(body, members)


def xlsx_of(recipe: str) -> bytes:
    """A workbook whose rows, shared strings, styles, second sheet and properties are the recipe's."""
    parts = parts_of(recipe)
    given = {name: parts[name] for name in _BOOK if name in parts}
    more = {
        _BOOK[name][0]: f'{HEAD}<{_BOOK[name][2]} xmlns="{S}">{text}</{_BOOK[name][2]}>' for name, text in given.items()
    }
    rows = [("r1", "worksheet", SHEET.removeprefix("xl/")), ("r2", "worksheet", "worksheets/sheet2.xml")]
    rows += [(name, _BOOK[name][1], _BOOK[name][0].removeprefix("xl/")) for name in given]
    second = '<sheet name="乙" sheetId="2" r:id="r2"/>' if "sheet" in parts else ""
    sheets = f'<sheets><sheet name="表" sheetId="1" r:id="r1"/>{second}</sheets>'
    members = {
        **more,
        "xl/workbook.xml": f'{HEAD}<workbook xmlns="{S}" xmlns:r="{R}">{parts.get("book", "")}{sheets}</workbook>',
        "xl/_rels/workbook.xml.rels": containers.relations(*rows),
        "xl/worksheets/sheet2.xml": containers.sheet_of(parts.get("sheet", "")),
    }
    return containers.xlsx(containers.sheet_of(parts[""], parts.get("tail", "")), members)


def pdf_of(recipe: str) -> bytes:
    """A PDF whose content, font, page, map of characters, catalog and further object (number 7) are the recipe's."""
    parts = {name: text.encode("latin-1", "replace") for name, text in parts_of(recipe).items()}
    font = parts.get("font", b"/Subtype /Type1 /BaseFont /Helvetica")
    objects = [
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        pages.page(parts.get("page", b"")),
        pages.stream(parts[""]),
        b"<< /Type /Font %s %s >>" % (font, b"/ToUnicode 6 0 R" if "map" in parts else b""),
        pages.stream(parts.get("map", b"")),
        parts.get("more", b"<< >>"),
        b"<< %s >>" % parts.get("info", b""),
    ]
    return pages.pdf(objects, b"<< /Type /Catalog /Pages 2 0 R %s >>" % parts.get("root", b""), b"/Info 8 0 R")


def archive_of(recipe: str, transfer: int, charset: str) -> bytes:
    """A web archive of a page that is packed for its way: ``transfer`` 0 as it is, 1 quoted-printable, 2 base64."""
    parts = parts_of(recipe)
    page = parts[""].encode(charset, "replace")
    body = (page, quopri.encodestring(page), base64.encodebytes(page))[transfer]
    name = ("8bit", "quoted-printable", "base64")[transfer]
    head = f"MIME-Version: 1.0\n{parts.get('head', '')}Content-Type: multipart/related; boundary=x\n\n"
    own = f"--x\nContent-Type: text/html; charset={charset}\nContent-Transfer-Encoding: {name}\n\n"
    other = f"--x\n{parts['part']}\n" if "part" in parts else ""
    return (head + other + own).encode("utf-8", "replace") + body + b"\n--x--\n"


def repacked(data: bytes, method: int, patch: Mapping[int, int]) -> bytes:
    """A package packed anew by one of the four methods of ZIP, some bytes of its directory changed.

    Args:
        patch: place from the archive's end → byte there.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for info in old.infolist():
            new.writestr(zipfile.ZipInfo(info.filename), old.read(info), _METHODS[method % len(_METHODS)])
    made = bytearray(buffer.getvalue())
    for place, byte in patch.items():
        made[-1 - place % len(made)] = byte
    return bytes(made)
