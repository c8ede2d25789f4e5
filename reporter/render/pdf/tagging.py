"""Tagged PDF as PDF/UA-1 (ISO 14289-1) asks for it, in place of what WeasyPrint tags page by page.

WeasyPrint marks what it draws and makes an element for each box: a table on two pages is two tables, a line of text a
span, a running head a passage. While ``complete_tags()`` lasts the tree is ours (``structure_boxes``), and a link is
one link. The tree is kept with the document that it is of; who writes the file puts it in (``structure_writing``), once
all of its pages are there.

This leans on inner names of WeasyPrint 70: where their source is not the one that this was written for nothing is
replaced, and the tree stays as WeasyPrint makes it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from types import MappingProxyType
from typing import Any

import pydyf
import weasyprint
from weasyprint import pdf as writing

from reporter.model import Finding, Saying
from reporter.render.pdf.shortcuts import changed_parts
from reporter.render.pdf.structure_boxes import Structure
from reporter.render.pdf.structure_writing import write_structure
from reporter.render.replacement import Place, Replacement

# Inner functions of WeasyPrint 70.0 → the beginning of the SHA-256 of their source.
EXPECTED: Mapping[str, str] = MappingProxyType(
    {
        "weasyprint.anchors:gather_anchors": "373f8c676f27da3b",
        "weasyprint.pdf.anchors:add_links": "262e8b9b299892a7",
        "weasyprint.pdf.tags:add_tags": "f0e74575b0bafaf3",
        "weasyprint.pdf.stream:Stream.marked": "3fa3acacbbf66422",
    }
)
_INCOMPLETE = Saying(
    "render-tags",
    "warning",
    "the PDF's tags could not be completed: those of WeasyPrint {version} part tables and lists where pages do",
    "install the WeasyPrint that the lock file names",
)


@contextmanager
def complete_tags(expected: Mapping[str, str] = EXPECTED) -> Iterator[bool]:
    """While it lasts, tagged PDFs get the whole tree, in every thread; whether they do. May be nested."""
    with _OURS.lasting(lambda: not changed_parts(expected)) as taken:
        yield taken


def _places() -> tuple[Place, ...]:
    return (
        (writing, "add_links", partial(_add_links, writing.add_links)),
        (writing, "add_tags", _add_tags),
    )


_OURS = Replacement(_places)


def tags_findings(variant: str | None, *, completed: bool) -> Iterator[Finding]:
    """A word on a tagged PDF whose tags could not be completed.

    Args:
        variant: the kind of PDF, a name of WeasyPrint's; None for any.
        completed: what ``complete_tags()`` gave.
    """
    if not may_be_bound(variant, completed=completed):
        yield _INCOMPLETE.finding(version=weasyprint.__version__)


def may_be_bound(variant: str | None, *, completed: bool) -> bool:
    """Whether a kind of PDF may be made of pieces: not where it has tags of which only WeasyPrint knows the tree."""
    return completed or not (variant and writing.VARIANTS[variant][1].get("pdf_tags"))


def _add_links(stock: Callable[..., None], found: tuple[list[Any], Any], *rest: Any) -> None:
    """One link for each stretch of a link's text: WeasyPrint has another one on top of it for every element inside."""
    links, anchors = found
    stock(([link for link in links if link[3].element_tag == "a"], anchors), *rest)


def _add_tags(pdf: pydyf.PDF, document: Any, _version: Any, streams: Sequence[Any]) -> None:
    """Make the tree of a document's pages, and put it into the PDF where the document is not one that keeps it."""
    language = document.metadata.lang or ""
    structure = Structure(language, continued=bool(getattr(document, "continued", "")))
    for number, (page, stream) in enumerate(zip(document.pages, streams, strict=True)):
        _mark_artifacts(stream, structure.add(number, page, stream._tags))  # noqa: SLF001 - it tells nobody otherwise
    for key, annotation in enumerate(structure.annotations, len(document.pages)):
        annotation["StructParent"] = key
    pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})
    pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})
    if hasattr(document, "structure"):
        document.structure = structure.tree
    else:
        write_structure(pdf, structure.tree)


def _mark_artifacts(stream: Any, kinds: Mapping[int, str]) -> None:
    """Make marked content of these numbers artifacts of a type (ISO 32000-1, 14.8.2.2). It begins with three entries:
    tag, properties, operator."""
    if not kinds:
        return
    entries = stream.stream
    for at, entry in enumerate(entries):
        if isinstance(entry, pydyf.Dictionary) and entry.get("MCID") in kinds:
            entries[at - 1] = "/Artifact"
            entries[at] = pydyf.Dictionary({"Type": f"/{kinds[entry['MCID']]}"})
