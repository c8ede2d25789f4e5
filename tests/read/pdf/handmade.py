"""PDF files written by hand, object by object, for what no ordinary program writes on request."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field

_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
_KEY_LENGTH = 16


@dataclass(slots=True)
class Encryption:
    """The standard security handler, revision 3 with RC4 of 128 bits (ISO 32000-1, 7.6.3)."""

    user: bytes
    owner: bytes
    identity: bytes = b"0123456789abcdef"
    permissions: int = -44

    def owner_entry(self) -> bytes:
        """The O entry: the user's password under the owner's (algorithm 3)."""
        key = hashlib.md5((self.owner + _PADDING)[:32]).digest()
        for _ in range(50):
            key = hashlib.md5(key).digest()
        return _rounds(key, (self.user + _PADDING)[:32])

    def file_key(self) -> bytes:
        """The key of the file (algorithm 2)."""
        permissions = (self.permissions & 0xFFFFFFFF).to_bytes(4, "little")
        key = hashlib.md5((self.user + _PADDING)[:32] + self.owner_entry() + permissions + self.identity).digest()
        for _ in range(50):
            key = hashlib.md5(key[:_KEY_LENGTH]).digest()
        return key

    def user_entry(self) -> bytes:
        """The U entry (algorithm 5)."""
        return _rounds(self.file_key(), hashlib.md5(_PADDING + self.identity).digest()) + bytes(16)

    def stream(self, number: int, data: bytes) -> bytes:
        """The stream of that object, encrypted (algorithm 1)."""
        key = hashlib.md5(self.file_key() + number.to_bytes(3, "little") + b"\0\0").digest()
        return _rc4(key, data)

    def dictionary(self) -> str:
        """The encryption dictionary."""
        return (
            f"<< /Filter /Standard /V 2 /R 3 /Length 128 /P {self.permissions} "
            f"/O <{self.owner_entry().hex()}> /U <{self.user_entry().hex()}> >>"
        )


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    j = 0
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


def _rounds(key: bytes, data: bytes) -> bytes:
    for step in range(20):
        data = _rc4(bytes(byte ^ step for byte in key), data)
    return data


@dataclass(slots=True)
class Handmade:
    """A PDF that grows by pages; every page has the content stream given and the one font F1."""

    font: str = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    extra: Sequence[str] = ()
    pages: list[tuple[bytes, str]] = field(default_factory=list)

    def page(self, content: str | bytes, attributes: str = "/MediaBox [0 0 595 842]") -> Handmade:
        """Add a page."""
        self.pages.append((content.encode("latin-1") if isinstance(content, str) else content, attributes))
        return self

    def data(self, encryption: Encryption | None = None) -> bytes:
        """The file. Objects: 1 catalog, 2 pages, 3 font, then the extra ones from 4, then two a page."""
        first = 4 + len(self.extra)
        kids = " ".join(f"{first + 2 * index} 0 R" for index in range(len(self.pages)))
        objects = [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            f"<< /Type /Pages /Kids [{kids}] /Count {len(self.pages)} >>".encode(),
            self.font.encode("latin-1"),
            *(text.encode("latin-1") for text in self.extra),
        ]
        for index, (content, attributes) in enumerate(self.pages):
            number = first + 2 * index + 1
            stream = encryption.stream(number, content) if encryption else content
            objects.append(
                f"<< /Type /Page /Parent 2 0 R {attributes} /Resources << /Font << /F1 3 0 R >> "
                f"/XObject << /Im 4 0 R >> >> /Contents {number} 0 R >>".encode()
            )
            objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        return _file(objects, encryption)


def _file(objects: list[bytes], encryption: Encryption | None) -> bytes:
    trailer = "/Root 1 0 R"
    if encryption:
        objects = [*objects, encryption.dictionary().encode()]
        trailer += f" /Encrypt {len(objects)} 0 R /ID [<{encryption.identity.hex()}> <{encryption.identity.hex()}>]"
    out = bytearray(b"%PDF-1.6\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += f"trailer\n<< /Size {len(objects) + 1} {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def cid_font(encoding: str, collection: str, name: str = "STSong-Light") -> tuple[str, tuple[str, ...]]:
    """A composite font without an embedded program, with a predefined CMap: the font and its extra objects."""
    font = f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /{encoding} /DescendantFonts [4 0 R] >>"
    descendant = (
        f"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /{name} /CIDSystemInfo << /Registry (Adobe) "
        f"/Ordering ({collection}) /Supplement 2 >> /FontDescriptor 5 0 R /DW 1000 >>"
    )
    descriptor = (
        f"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 "
        "/Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>"
    )
    return font, (descendant, descriptor)


def shown(lines: Sequence[str], codec: str, size: int = 16, left: int = 80, top: int = 760) -> str:
    """A content stream that shows the lines in font F1, in the codec of its CMap."""
    steps = [f"BT /F1 {size} Tf {size * 1.75} TL {left} {top} Td"]
    steps += [f"<{line.encode(codec).hex()}> Tj T*" for line in lines]
    return "\n".join([*steps, "ET"])
