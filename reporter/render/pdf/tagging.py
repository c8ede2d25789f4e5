"""The structure tree of a tagged PDF, completed: what PDF/UA-1 (ISO 14289-1) asks for and WeasyPrint leaves out.

WeasyPrint tags what it lays out, but says of no passage which language it is in, of no header cell what it heads, and
tags running heads and page numbers, which are artifacts (7.8). While ``complete_tags()`` lasts its tree gets ``Lang``
where an element has one (7.2), ``Scope`` on header cells (7.5), the words of a link as its description (7.18.5) and the
place of a picture in the page's own measure; running heads and page numbers are marked as artifacts, and a link is
one link.

This leans on inner names of WeasyPrint 70: where their source is not the one that this was written for nothing is
replaced, and the tree stays as WeasyPrint makes it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial
from types import MappingProxyType
from typing import Any

import pydyf
from weasyprint import pdf as writing
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.pdf import tags as tagging

from reporter.render.pdf.shortcuts import changed_parts
from reporter.render.replacement import Place, Replacement

# Inner functions of WeasyPrint 70.0 → the beginning of the SHA-256 of their source.
EXPECTED: Mapping[str, str] = MappingProxyType(
    {
        "weasyprint.anchors:gather_anchors": "373f8c676f27da3b",
        "weasyprint.pdf.anchors:add_links": "262e8b9b299892a7",
        "weasyprint.pdf.tags:add_tags": "f0e74575b0bafaf3",
        "weasyprint.pdf.tags:_build_box_tree": "f716251a83e7096e",
        "weasyprint.pdf.stream:Stream.marked": "3fa3acacbbf66422",
    }
)
# WeasyPrint measures in pixels of 1/96 inch from the top of the page.
_POINTS = 0.75
_SCOPES = {"row": "/Row", "rowgroup": "/Row"}
# The heights of the pages that are being tagged, in pixels.
_HEIGHTS: ContextVar[tuple[float, ...]] = ContextVar("heights", default=())


@contextmanager
def complete_tags(expected: Mapping[str, str] = EXPECTED) -> Iterator[bool]:
    """While it lasts, tagged PDFs get the whole tree, in every thread; whether they do. May be nested."""
    with _OURS.lasting(lambda: not changed_parts(expected)) as taken:
        yield taken


def _places() -> tuple[Place, ...]:
    return (
        (writing, "add_links", partial(_add_links, writing.add_links)),
        (writing, "add_tags", partial(_add_tags, writing.add_tags)),
        (tagging, "_build_box_tree", partial(_build_box_tree, tagging._build_box_tree)),  # noqa: SLF001
    )


_OURS = Replacement(_places)


def _add_links(stock: Callable[..., None], found: tuple[list[Any], Any], *rest: Any) -> None:
    """One link for each stretch of a link's text: WeasyPrint has another one on top of it for every element inside."""
    links, anchors = found
    stock(([link for link in links if link[3].element_tag == "a"], anchors), *rest)


def _add_tags(stock: Callable[..., None], pdf: pydyf.PDF, document: Any, version: Any, streams: Sequence[Any]) -> None:
    """Tag the pages; what stands in their margins becomes artifacts."""
    margins = [
        [stream._tags.pop(box)["mcid"] for box in _in_margins(page._page_box) if box in stream._tags]  # noqa: SLF001
        for page, stream in zip(document.pages, streams, strict=True)
    ]
    for stream, numbers in zip(streams, margins, strict=True):
        _mark_artifacts(stream, numbers)
    token = _HEIGHTS.set(tuple(page.height for page in document.pages))
    try:
        stock(pdf, document, version, streams)
    finally:
        _HEIGHTS.reset(token)
    tree = pdf.objects[_number(pdf.objects[_number(pdf.catalog["StructTreeRoot"])]["ParentTree"])]["Nums"]
    for parents, numbers in zip(tree[1::2], margins, strict=False):
        for number in sorted(numbers):  # a page's list goes by the numbers of its marked content
            parents.insert(number, "null")


def _in_margins(page: Any) -> Iterator[Any]:
    """All boxes of the margins of a page."""
    for child in page.children:
        if isinstance(child, boxes.MarginBox):
            yield from child.descendants()


def _mark_artifacts(stream: Any, numbers: Sequence[int]) -> None:
    """Make marked content of these numbers artifacts of the page's layout. It begins with three entries: tag,
    properties, operator."""
    wanted = set(numbers)
    for at, entry in enumerate(stream.stream):
        if isinstance(entry, pydyf.Dictionary) and entry.get("MCID") in wanted:
            stream.stream[at - 1] = "/Artifact"
            stream.stream[at] = pydyf.Dictionary({"Type": "/Pagination"})


def _build_box_tree(stock: Callable[..., Iterator[Any]], box: Any, parent: Any, *rest: Any) -> Iterator[Any]:
    """The elements of a box, completed."""
    inner = box._box if isinstance(box, AbsolutePlaceholder) else box  # noqa: SLF001
    if isinstance(inner, boxes.MarginBox):
        return
    passed_on = isinstance(inner, boxes.PageBox) or inner.element_tag in {"html", "body"}
    _, page_number, *_ = rest  # the PDF, the page, and what WeasyPrint collects
    for element in stock(box, parent, *rest):
        if not passed_on and inner.element is not None:
            _complete(element, inner, _HEIGHTS.get()[page_number])
        yield element


def _complete(element: Any, box: Any, height: float) -> None:
    """Say of an element what WeasyPrint does not."""
    attributes = box.element.attrib
    if attributes.get("lang"):
        element["Lang"] = pydyf.String(attributes["lang"])
    if element["S"] == "/TH":
        element["A"]["Scope"] = _SCOPES.get(attributes.get("scope", ""), "/Column")
    if element["S"] == "/Figure":
        left, right = box.content_box_x(), box.content_box_x() + box.width
        top, bottom = box.content_box_y(), box.content_box_y() + box.height
        points = (left, height - bottom, right, height - top)
        element["A"]["BBox"] = pydyf.Array([round(value * _POINTS, 2) for value in points])
    if box.link_annotation:
        words = " ".join("".join(box.element.itertext()).split())
        if words:
            box.link_annotation["Contents"] = pydyf.String(words)


def _number(reference: bytes) -> int:
    """The number of the object that a reference is to."""
    return int(reference.split()[0])
