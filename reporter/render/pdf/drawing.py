"""One piece of a PDF, laid out → its objects as bytes, to be bound with other pieces by ``binding``.

The piece is drawn by WeasyPrint as if it were a PDF of its own. Its objects are then written down with gaps where
numbers hang on the other pieces: the numbers of objects, of pages in the parent tree and of forms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pydyf
import weasyprint

from reporter.render.pdf.edges import lost_text
from reporter.render.pdf.faces import Faces
from reporter.render.pdf.printing import generated, number_of
from reporter.render.pdf.structure import Element
from reporter.render.pdf.used_faces import UsedFace

Bookmark = tuple[int, str, tuple[float, float], str]
Place = tuple[float, float, float, float]

_REFERENCE = re.compile(rb"(\d+) 0 R")
GAP = re.compile(rb"\0([RPAFL])(\d+)\0")
"""What is filled in when pieces are bound: a reference to an object (R), the number of a page (P) or an annotation (A)
in the parent tree, a reference to the form that states a page's number (F), where a link leads that leaves the piece
(L: with its key)."""


@dataclass(frozen=True, slots=True)
class Body:
    """An object of a PDF as it is written, with gaps; a stream's content is None where it is no stream."""

    text: bytes
    stream: bytes | None = None


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """What a page is beside its object: its height in pixels, what other pages may link to and what it links to that
    is in no page of its piece, bookmarks, the name of its sort (CSS ``page``), whether it states its number, and text
    that lies off it."""

    number: int
    height: float
    anchors: tuple[str, ...]
    links: tuple[str, ...]
    bookmarks: tuple[Bookmark, ...]
    sort: str
    numbered: bool
    lost: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """The pages of a piece.

    ``objects`` has them by their numbers in the piece, ``destinations`` name and place, ``structure`` the tree of a
    tagged PDF, ``abroad`` the names that links lead to in other pieces, ``continued`` the chapter that it goes on with.
    ``fonts`` is the object that has the fonts by name.
    """

    pages: tuple[DrawnPage, ...]
    objects: Mapping[int, Body]
    destinations: tuple[tuple[str, bytes], ...]
    structure: Element | None
    fonts: int
    faces: tuple[UsedFace, ...]
    abroad: tuple[str, ...] = ()
    continued: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """Pages as WeasyPrint wrote them: its PDF, what they link to that is not among them, and the structure tree, which
    is not in the PDF yet; None in a PDF without tags."""

    pdf: pydyf.PDF
    abroad: frozenset[str]
    structure: Element | None


def written(document: weasyprint.Document, options: Mapping[str, Any]) -> Written:
    """A PDF of the document without bookmarks and fonts; links that lead to none of its pages stay."""
    document.fonts = Faces()
    document.make_bookmark_tree = lambda *_, **__: []
    document.structure = None  # kept here by ``tagging``
    abroad = links_abroad(document)
    # WeasyPrint drops links whose target it does not know.
    document.pages[-1].anchors.update(dict.fromkeys(sorted(abroad), (0, 0, 0, 0)))
    pdf = generated(document, options)
    for name in abroad:
        del document.pages[-1].anchors[name]
    return Written(pdf, abroad, document.structure)


def links_abroad(document: weasyprint.Document) -> frozenset[str]:
    """The names that a document's pages link to and none of them has."""
    at_home = {name for page in document.pages for name in page.anchors}
    links = [link for page in document.pages for link in page.links]
    return frozenset(name for kind, name, _, _ in links if kind == "internal" and name not in at_home)


def drawn(document: weasyprint.Document, options: Mapping[str, Any], unstated: frozenset[int] = frozenset()) -> Drawn:
    """The document's pages as objects.

    Args:
        options: WeasyPrint's, those of the kind of PDF among them.
        unstated: the pages that lack their number; each shows a form in its place.
    """
    made = written(document, options)
    pdf = made.pdf
    numbers = pdf.pages["Kids"][::3]
    for index in unstated:
        _show_form(pdf, index, document.pages[index].height, tagged=made.structure is not None)
    resources = pdf.objects[number_of(pdf.objects[numbers[0]]["Resources"])]
    abroad = tuple(sorted(made.abroad))
    writer = Writer(pdf, stop={1, number_of(resources["Font"])}, abroad=abroad)
    for number in numbers:
        writer.add(number)
    return Drawn(
        tuple(
            _page(page, number, made.abroad, index in unstated)
            for index, (page, number) in enumerate(zip(document.pages, numbers, strict=True))
        ),
        dict(sorted(writer.objects.items())),
        tuple(_destinations(pdf, writer, made.abroad)),
        made.structure,
        number_of(resources["Font"]),
        tuple(map(UsedFace.of, document.fonts.used())),
        abroad,
        getattr(document, "continued", ""),
    )


def _page(page: Any, number: int, abroad: frozenset[str], numbered: bool) -> DrawnPage:
    links = (name for kind, name, _, _ in page.links if kind == "internal" and name in abroad)
    box = page._page_box  # noqa: SLF001 - pages tell neither their sort nor their text otherwise
    return DrawnPage(
        number,
        page.height,
        tuple(page.anchors),
        tuple(dict.fromkeys(links)),
        tuple(page.bookmarks),
        box.page_type.name or "",
        numbered,
        lost_text(page),
    )


def _show_form(pdf: pydyf.PDF, index: int, height: float, *, tagged: bool) -> None:
    """Show a form in front of a page; which one is left open. The page's own text stands on its head, so to say."""
    page = pdf.objects[pdf.pages["Kids"][index * 3]]
    stream = pdf.objects[number_of(page["Contents"])]
    resources = pdf.objects[number_of(page["Resources"])]
    resources["XObject"][f"page-{index}"] = _Form(index)
    lines = ("q", f"1 0 0 -1 0 {pydyf._to_bytes(height * 0.75).decode()} cm", f"/page-{index} Do", "Q")  # noqa: SLF001
    stream.stream.extend(("/Artifact BMC", *lines, "EMC") if tagged else lines)


class _Form(pydyf.Object):  # type: ignore[misc]  # pydyf has no types
    """The reference to the form of a page, left open."""

    def __init__(self, index: int) -> None:
        super().__init__()
        self._index = index

    @property
    def data(self) -> bytes:
        return b"\0F%d\0" % self._index


def _destinations(pdf: pydyf.PDF, writer: Writer, abroad: frozenset[str]) -> Iterator[tuple[str, bytes]]:
    names = pdf.catalog.get("Names", {}).get("Dests", {}).get("Names", [])
    for name, place in zip(names[::2], names[1::2], strict=True):
        if name.string not in abroad:
            yield name.string, writer.encoded(place)


class Writer:
    """Writes objects of a PDF down, and what they refer to."""

    def __init__(self, pdf: pydyf.PDF, stop: set[int], abroad: Sequence[str] = ()) -> None:
        self.objects: dict[int, Body] = {}
        self._pdf = pdf
        self._stop = stop
        self._pages = pdf.pages["Count"]
        self._abroad = {name: at for at, name in enumerate(abroad)}

    def add(self, number: int) -> None:
        """Write an object and all that hangs on it, but for what is known to whoever binds."""
        waiting = [number]
        while waiting:
            at = waiting.pop()
            if at not in self._stop and at not in self.objects:
                self.objects[at] = body = self._body(self._pdf.objects[at])
                waiting.extend(int(found[2]) for found in GAP.finditer(body.text) if found[1] == b"R")

    def encoded(self, value: Any) -> bytes:
        """A value as it is written, with gaps."""
        if isinstance(value, dict):
            return b"<<" + b"".join(self._pair(value, key) for key in value) + b">>"
        if isinstance(value, list):
            return b"[" + b" ".join(map(self.encoded, value)) + b"]"
        if isinstance(value, bytes) and (found := _REFERENCE.fullmatch(value)):
            return b"\0R%d\0" % int(found[1])
        return pydyf._to_bytes(value)  # type: ignore[no-any-return]  # noqa: SLF001 - as pydyf writes it

    def _body(self, value: Any) -> Body:
        if not isinstance(value, pydyf.Stream):
            return Body(self.encoded(value))
        rest = value.data.partition(b"\nstream\n")[2]
        length = len(rest) - len(b"\nendstream")
        extra = dict(value.extra) | ({"Filter": "/FlateDecode"} if value.compress else {}) | {"Length": length}
        return Body(self.encoded(extra), rest[:length])

    def _pair(self, values: dict[str, Any], key: str) -> bytes:
        """Key and value; where a link leads that leaves the piece is left open, and with it the key."""
        if key == "Dest" and values.get("Subtype") == "/Link" and values[key].string in self._abroad:
            return b"\0L%d\0" % self._abroad[values[key].string]
        return b"/%b %b" % (_name(key), self._entry(values, key))

    def _entry(self, values: dict[str, Any], key: str) -> bytes:
        """The value of a key; those that number things over all pieces are left open."""
        value = values[key]
        if key == "StructParents":
            return b"\0P%d\0" % value
        if key == "StructParent":
            return b"\0A%d\0" % (value - self._pages)
        return self.encoded(value)


def _name(key: Any) -> bytes:
    return pydyf._to_bytes(key)  # type: ignore[no-any-return]  # noqa: SLF001 - as pydyf writes it
