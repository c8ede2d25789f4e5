"""The numbers of pages whose place among all is not known when they are laid out.

A page's margin boxes that state its number, or how many pages there are, are taken off it. Later the same boxes are
set on empty pages of the same sorts, which lie over the pages as forms.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import weasyprint
from weasyprint.formatting_structure import boxes

from reporter.render.pdf.drawing import Body, Writer
from reporter.render.pdf.faces import Faces
from reporter.render.pdf.printing import generated, number_of
from reporter.render.pdf.used_faces import UsedFace

_COUNTERS = frozenset(("page", "pages"))


@dataclass(frozen=True, slots=True)
class Forms:
    """What states the numbers of pages: the objects, and of each page the one that is its form."""

    objects: Mapping[int, Body]
    forms: tuple[int, ...]
    fonts: int
    faces: tuple[UsedFace, ...]


def without_numbers(document: weasyprint.Document) -> frozenset[int]:
    """Take the boxes with page numbers off the pages; the pages that had some, counted from 0."""
    return frozenset(index for index, page in enumerate(document.pages) if _kept(page, stating=False))


def empty_pages(sorts: Iterable[str], language: str) -> str:
    """HTML of empty pages of such sorts (CSS ``page``)."""
    style = "break-before: page; height: 0"
    pages = (f'<div style="{style}; page: {html.escape(sort) or "auto"}"></div>' for sort in sorts)
    return f'<html lang="{html.escape(language)}"><body style="margin: 0">{"".join(pages)}</body></html>'


def number_forms(document: weasyprint.Document, options: Mapping[str, Any]) -> Forms:
    """The page numbers of empty pages as forms; untagged: they are no part of the text."""
    for page in document.pages:
        _kept(page, stating=True)
    document.fonts = Faces()
    # What states numbers is no PDF of a kind by itself.
    pdf = generated(document, dict(options) | {"pdf_variant": None, "pdf_tags": None})
    numbers = pdf.pages["Kids"][::3]
    fonts = number_of(pdf.objects[number_of(pdf.objects[numbers[0]]["Resources"])]["Font"])
    writer = Writer(pdf, stop={1, fonts})
    forms = []
    for number in numbers:
        page = pdf.objects[number]
        at = number_of(page["Contents"])
        pdf.objects[at].extra = {
            "Type": "/XObject", "Subtype": "/Form", "BBox": page["MediaBox"], "Resources": page["Resources"],
        }  # fmt: skip
        writer.add(at)
        forms.append(at)
    return Forms(
        dict(sorted(writer.objects.items())), tuple(forms), fonts, tuple(map(UsedFace.of, document.fonts.used()))
    )


def _kept(page: Any, *, stating: bool) -> Sequence[Any]:
    """Keep of a page's margin boxes those that state its number, or the others; the boxes that went."""
    box = page._page_box  # noqa: SLF001 - pages tell of no margin boxes otherwise
    gone = [
        child for child in box.children if isinstance(child, boxes.MarginBox) and _states_number(child) is not stating
    ]
    box.children = [child for child in box.children if child not in gone]
    return gone


def _states_number(box: Any) -> bool:
    """Whether a margin box states the number of its page or of all pages."""
    content = box.style["content"]
    if not isinstance(content, (list, tuple)):
        return False
    return any(
        kind in ("counter()", "counters()") and value[0] in _COUNTERS
        for kind, value in content
        if isinstance(value, tuple)
    )


__all__ = ["Forms", "empty_pages", "number_forms", "without_numbers"]
