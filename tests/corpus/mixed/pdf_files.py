"""In: documents of texts/. Out: PDF files, with running headers, columns, tables, a picture, passwords."""

import base64
import hashlib
import html
import io
from typing import Any

import pydyf
from weasyprint import HTML

from tests.corpus.mixed.spec import Spec, plain, tables

FONT = "body{font-family:'Noto Serif CJK SC';font-size:12pt;line-height:1.8;text-align:justify}p{text-indent:2em}"
STYLE = (
    "h1{font-size:20pt;text-align:center}h2{font-size:15pt}h3{font-size:13pt}"
    ".right{text-align:right;text-indent:0}.left{text-indent:0}"
    "table{border-collapse:collapse;width:100%}td,th{border:1px solid #000;padding:3pt}"
)


def _block(kind: str, text: str) -> str:
    body = html.escape(plain(kind, text))
    tag = {"T": "h1", "H1": "h2", "H2": "h3"}.get(kind, "p")
    mark = {"G": " class=right", "A": " class=left", "V": " class=left"}.get(kind, "")
    return f"<{tag}{mark}>{body}</{tag}>"


def table_markup(table: dict[str, Any]) -> str:
    rows = [f"<tr>{''.join(f'<th>{cell}</th>' for cell in row)}</tr>" for row in table["header"]]
    rows += [f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in table["rows"]]
    return f"<table>{''.join(rows)}</table>"


def markup(spec: Spec) -> str:
    """The document's body as a page of HTML."""
    parts: list[str] = []
    count = 0
    for kind, text in spec.flow():
        if kind == "B":
            table = tables(spec)[count]
            count += 1
            unit = f"<p class=right>单位：{table['unit']}</p>" if table["unit"] else ""
            parts.append(f"<p class=left>{table['caption']}</p>{unit}{table_markup(table)}")
        elif kind not in {"HR", "R"}:
            parts.append(_block(kind, text))
    return "".join(parts)


def printed(body: str, style: str = "", **options: Any) -> bytes:
    page = f"<html lang=zh-CN><style>{FONT}{STYLE}{style}</style><body>{body}</body></html>"
    data: bytes = HTML(string=page).write_pdf(**options)
    return data


def report(spec: Spec) -> bytes:
    """Small pages with a running header and page numbers, so that paragraphs run over page breaks."""
    header, footer = spec.of("X")
    style = (
        f"@page{{size:A5;margin:20mm;@top-center{{content:'{header}';font-size:9pt}}"
        f"@bottom-center{{content:'{footer} ' counter(pages) ' 页，第 ' counter(page) ' 页';font-size:9pt}}}}"
    )
    facts = spec.facts
    head = f"<p class=right>{facts['source']}</p><p class=right>2024年6月5日</p>"
    return printed(markup(spec).replace("</h1>", "</h1>" + head, 1), style)


def tables_over_pages(spec: Spec) -> bytes:
    """The table begins low on the first page and goes on, its header repeated, on the second."""
    style = "@page{size:A5;margin:20mm}thead{display:table-header-group}h1{margin-bottom:75mm}"
    body = markup(spec).replace("<tr><th>", "<thead><tr><th>", 1).replace("</th></tr>", "</th></tr></thead>", 1)
    return printed(body, style)


def two_columns(spec: Spec) -> bytes:
    head, rest = markup(spec).split("</h1>", 1)
    style = "@page{size:A4;margin:20mm}.c{column-count:2;column-gap:10mm}h1{font-size:18pt}body{font-size:10.5pt}"
    return printed(f"{head}</h1><div class=c>{rest}</div>", style)


def simple(spec: Spec) -> bytes:
    date = f"<p class=right>{spec.facts['date']}</p>" if "date" in spec.facts else ""
    return printed(markup(spec).replace("</h1>", "</h1>" + date, 1))


def scanned() -> bytes:
    """One page that is a picture of grey lines."""
    from PIL import Image, ImageDraw

    image = Image.new("L", (400, 560), 255)
    for y in range(40, 520, 24):
        ImageDraw.Draw(image).rectangle((40, y, 360, y + 12), fill=90)
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    source = base64.b64encode(buffer.getvalue()).decode()
    return printed(f"<img src='data:image/png;base64,{source}'>")


PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")

NAME = b"0123456789abcdef"


def rc4(key: bytes, data: bytes) -> bytes:
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


def _own(key: bytes, number: int) -> bytes:
    """The key of one object (PDF 1.7, 7.6.2, algorithm 1)."""
    return hashlib.md5(key + number.to_bytes(3, "little") + b"\0\0").digest()[:10]


class _Sealed(pydyf.Object):  # type: ignore[misc]
    """A stream whose data are encrypted when it is written."""

    def __init__(self, stream: pydyf.Stream, key: bytes) -> None:
        super().__init__()
        self.number, self._stream, self._key = stream.number, stream, key

    @property
    def data(self) -> bytes:
        head, _, rest = self._stream.data.partition(b"stream\n")
        return head + b"stream\n" + rc4(_own(self._key, self.number), rest[: -len(b"\nendstream")]) + b"\nendstream"


def locked(spec: Spec, user: str, owner: str) -> bytes:
    """The standard security handler, revision 2, 40 bits; with an empty user password it opens for everybody."""
    sealed: list[bytes] = []
    data = printed(
        markup(spec),
        finisher=lambda _, pdf: sealed.append(_seal(pdf, user.encode(), owner.encode())),
        uncompressed_pdf=True,
        pdf_identifier=NAME,
    )
    return data.replace(b"trailer\n<<\n", b"trailer\n<<\n/Encrypt " + sealed[0] + b"\n")


def _seal(pdf: pydyf.PDF, user: bytes, owner: bytes) -> bytes:
    """Encrypts all streams and strings, and returns the reference of the encryption dictionary."""
    padded = (user + PAD)[:32]
    o_entry = rc4(hashlib.md5((owner + PAD)[:32]).digest()[:5], padded)
    rights = -44
    key = hashlib.md5(padded + o_entry + rights.to_bytes(4, "little", signed=True) + NAME).digest()[:5]
    pdf.info.clear()
    for i, item in enumerate(pdf.objects):
        own = _own(key, item.number or 0)
        if isinstance(item, pydyf.Stream):
            item.extra = _sealed_values(item.extra, own)
            pdf.objects[i] = _Sealed(item, key)
        elif isinstance(item, dict):
            item.update(_sealed_values(item, own))
    entry = {"Filter": "/Standard", "V": 1, "R": 2, "P": rights, "O": _hex(o_entry), "U": _hex(rc4(key, PAD))}
    pdf.add_object(pydyf.Dictionary(entry))
    return bytes(pdf.objects[-1].reference)


def _sealed_values(values: Any, own: bytes) -> Any:
    if isinstance(values, dict):
        return pydyf.Dictionary({key: _sealed_values(value, own) for key, value in values.items()})
    if isinstance(values, list):
        return pydyf.Array([_sealed_values(value, own) for value in values])
    text = values.data if isinstance(values, pydyf.String) else values
    if isinstance(text, str) and text.startswith("("):
        text = text.encode()
    if isinstance(text, bytes) and text.startswith(b"("):
        return _hex(rc4(own, text[1:-1]))
    if isinstance(text, bytes) and text.startswith(b"<") and not text.startswith(b"<<"):
        return _hex(rc4(own, bytes.fromhex(text[1:-1].decode())))
    return values


def _hex(data: bytes) -> bytes:
    return b"<" + data.hex().encode() + b">"
