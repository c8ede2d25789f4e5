"""Pieces that were drawn apart, and the pages in front of them → one PDF file: objects numbered through, links and
bookmarks over all pages, one structure tree, each face once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pydyf
import weasyprint
from weasyprint import Attachment
from weasyprint.anchors import make_page_bookmark_tree
from weasyprint.matrix import Matrix
from weasyprint.pdf.anchors import add_outlines

from reporter.render.pdf.across import destination, lead_abroad
from reporter.render.pdf.drawing import GAP, Body, Drawn, written
from reporter.render.pdf.faces import embed
from reporter.render.pdf.numbering import Forms
from reporter.render.pdf.printing import fonts_of, options_of, write
from reporter.render.pdf.structure import Element, join, move
from reporter.render.pdf.structure_writing import Raw, write_structure
from reporter.render.pdf.used_faces import put_together

_POINTS = 0.75


@dataclass(frozen=True, slots=True)
class Sheets:
    """All pages of a file: those in front, laid out; the pieces behind them; the forms that state their numbers.

    A PDF in several files has pages in front in the first one; ``bare`` says that of ``front`` nothing but what it says
    of the file is wanted. ``files`` has the file of each name that pieces of any of them may link to, ``file`` is this
    one; both are empty where there is one file.
    """

    front: weasyprint.Document
    pieces: tuple[Drawn, ...]
    numbers: tuple[Forms, ...]
    files: Mapping[str, str] = field(default_factory=dict)
    file: str = ""
    bare: bool = False

    @property
    def pages(self) -> list[Any]:
        """The pages, with their bookmarks."""
        front = () if self.bare else self.front.pages
        return [*front, *(page for piece in self.pieces for page in piece.pages)]


def bind(sheets: Sheets, path: Path, variant: str | None, attachments: Iterable[Attachment] = ()) -> tuple[str, ...]:
    """Write the pages into one file.

    Returns:
        The families of the faces in it.

    Raises:
        RenderError: a face of a piece is not found again.
    """
    options = options_of(variant) | {"attachments": list(attachments)}
    made = written(sheets.front, options)
    pdf = made.pdf
    fonts, others = put_together(
        sheets.front.fonts.used(),
        [*(piece.faces for piece in sheets.pieces), *(part.faces for part in sheets.numbers)],
        sheets.front.font_config.font_map,
    )
    references = embed(pdf, dict(enumerate(fonts)), options)
    table = fonts_of(pdf)
    table.update(references)
    if sheets.bare:
        _empty(pdf)
        made = replace(made, structure=made.structure and Element("Document", made.structure.lang))
    lead_abroad(pdf, made.abroad, sheets.files, sheets.file)
    binder = _Binder(pdf, sheets, int(table.number), made.structure)
    tables = [binder.fonts(references, named) for named in others]
    forms: list[int] = []
    for part, table in zip(sheets.numbers, tables[len(sheets.pieces) :], strict=True):
        forms.extend(binder.forms(part, table))
    for piece, table in zip(sheets.pieces, tables, strict=False):
        binder.piece(piece, table, forms)
    binder.close()
    _destinations(pdf, binder, made.abroad)
    _outlines(pdf, sheets)
    write(pdf, path, options)
    return tuple(dict.fromkeys(font.family for font in fonts))


def _empty(pdf: pydyf.PDF) -> None:
    """Take the pages out of a PDF, and all that leads to them."""
    pdf.pages["Kids"], pdf.pages["Count"] = pydyf.Array(), 0
    pdf.catalog.get("Names", {}).pop("Dests", None)


class _Binder:
    """Puts the objects of pieces into the PDF of the pages in front, one piece after the other."""

    def __init__(self, pdf: pydyf.PDF, sheets: Sheets, fonts: int, structure: Element | None) -> None:
        self._pdf, self._sheets, self._fonts = pdf, sheets, fonts
        self._front = self._before = int(pdf.pages["Count"])
        self._streams: dict[Body, int] = {}
        self._structure = _Structure(pdf, structure, len(sheets.pages))
        self.destinations: dict[str, bytes] = {}

    def fonts(self, references: Mapping[str, bytes], named: Mapping[str, str]) -> int:
        """The number of the dictionary of a piece's fonts."""
        if not named:
            return self._fonts
        own = pydyf.Dictionary(dict(references) | {name: references[other] for name, other in named.items()})
        self._pdf.add_object(own)
        return int(own.number)

    def forms(self, part: Forms, fonts: int) -> list[int]:
        """Put the forms of page numbers in; the numbers of their objects."""
        numbers = self._put(part.objects, {1: 1, part.fonts: fonts}, _Gaps({}))
        return [numbers[form] for form in part.forms]

    def piece(self, piece: Drawn, fonts: int, forms: Sequence[int]) -> None:
        """Put the pages of a piece in, behind those that are in already."""
        known = {1: 1, piece.fonts: fonts}
        links = [destination(name, self._sheets.files, self._sheets.file) for name in piece.abroad]
        gaps = _Gaps({}, self._before, self._structure.annotations, forms[self._before - self._front :], links)
        numbers = self._put(piece.objects, known, gaps)
        for page in piece.pages:
            self._pdf.pages["Kids"].extend([numbers[page.number], 0, "R"])
        for name, place in piece.destinations:
            self.destinations.setdefault(name, gaps.filled(place))
        self._structure.add(piece, numbers, self._before)
        self._before += len(piece.pages)
        self._pdf.pages["Count"] = self._before

    def _put(self, objects: Mapping[int, Body], known: Mapping[int, int], gaps: _Gaps) -> Mapping[int, int]:
        """Put objects in; their new numbers by their old ones. Equal streams (images, colour profiles) become one."""
        new: list[tuple[int, Body]] = []
        gaps.numbers = numbers = dict(known)
        at = len(self._pdf.objects)
        for number, body in objects.items():
            alike = self._streams.get(body) if body.stream is not None and b"\0" not in body.text else None
            numbers[number] = at + len(new) if alike is None else alike
            if alike is None:
                new.append((number, body))
                if body.stream is not None and b"\0" not in body.text:
                    self._streams[body] = numbers[number]
        for _, body in new:
            self._pdf.add_object(Raw(gaps.filled(body.text), body.stream))
        return numbers

    def close(self) -> None:
        """Write down what is gathered over all pieces."""
        self._structure.close()


class _Gaps:
    """Fills the gaps in what a piece wrote."""

    def __init__(
        self,
        numbers: Mapping[int, int],
        pages: int = 0,
        annotations: int = 0,
        forms: Sequence[int] = (),
        links: Sequence[bytes] = (),
    ) -> None:
        self.numbers = numbers
        self._pages, self._annotations, self._forms, self._links = pages, annotations, forms, links

    def filled(self, text: bytes) -> bytes:
        """The text with numbers in its gaps."""
        return GAP.sub(self._number, text)

    def _number(self, gap: re.Match[bytes]) -> bytes:
        kind, value = gap[1], int(gap[2])
        if kind in b"PA":
            return b"%d" % (value + (self._pages if kind == b"P" else self._annotations))
        if kind == b"L":
            return self._links[value]
        return b"%d 0 R" % (self._forms[value] if kind == b"F" else self.numbers[value])


class _Structure:
    """The structure tree over all pieces; nothing in a PDF that has none."""

    def __init__(self, pdf: pydyf.PDF, tree: Element | None, pages: int) -> None:
        """``tree``: that of the pages in front. ``pages``: how many pages there are with all pieces; in the parent tree
        they stand before all annotations."""
        self._pdf, self._tree = pdf, tree
        self._pages, own = pages, int(pdf.pages["Count"])
        annotations = [made for made in pdf.objects if isinstance(made, dict) and "StructParent" in made]
        for annotation in annotations:
            annotation["StructParent"] += pages - own
        self._count = len(annotations) if own else 0

    @property
    def annotations(self) -> int:
        """The key that the parent tree has for the next annotation."""
        return self._pages + self._count

    def add(self, piece: Drawn, numbers: Mapping[int, int], before: int) -> None:
        """Join the tree of a piece, which that many pages stand before, to the document's."""
        if self._tree is not None and piece.structure is not None:
            found = move(piece.structure, before, numbers, self._count)
            join(self._tree, piece.structure, piece.continued)
            self._count += found

    def close(self) -> None:
        """Write the tree down."""
        if self._tree is not None:
            write_structure(self._pdf, self._tree)


def _destinations(pdf: pydyf.PDF, binder: _Binder, abroad: frozenset[str]) -> None:
    """Write the places that links lead to as one sorted list (ISO 32000-1, 7.9.6)."""
    names = pdf.catalog.setdefault("Names", pydyf.Dictionary())
    given = names.get("Dests", {}).get("Names", [])
    places = dict(binder.destinations)
    places.update(
        {name.string: place for name, place in zip(given[::2], given[1::2], strict=True) if name.string not in abroad}
    )
    listed = pydyf.Array()
    for name, place in sorted(places.items()):
        listed.extend((pydyf.String(name), place))
    names["Dests"] = pydyf.Dictionary({"Names": listed})


def _outlines(pdf: pydyf.PDF, sheets: Sheets) -> None:
    """Write the bookmarks of all pages as one tree."""
    root: list[Any] = []
    skipped: list[int] = []
    last, level = [root], 0
    for number, page in enumerate(sheets.pages):
        matrix = Matrix(a=_POINTS, d=-_POINTS, f=page.height * _POINTS)
        level = make_page_bookmark_tree(page, skipped, last, level, number, matrix)
    # WeasyPrint asks a PDF for the references of all pages at each bookmark; here they are made once.
    target = SimpleNamespace(page_references=pdf.page_references, add_object=pdf.add_object, catalog=pdf.catalog)
    add_outlines(target, root)
