"""Links from one piece of a PDF to another, and from one of its files to another.

``files`` has the file of each name that a piece of any file has, empty where there is one file; ``file`` is the one
that is written.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pydyf
import weasyprint

from reporter.render.pdf.drawing import DrawnPage, links_abroad
from reporter.render.pdf.volumes import FIRST


def unknown_links(front: weasyprint.Document, pages: Sequence[DrawnPage]) -> tuple[str, ...]:
    """The names that pages link to and no page has."""
    known = {name for page in (*front.pages, *pages) for name in page.anchors}
    links = dict.fromkeys((*sorted(links_abroad(front)), *(name for page in pages for name in page.links)))
    return tuple(name for name in links if name not in known)


def lead_abroad(pdf: pydyf.PDF, abroad: frozenset[str], files: Mapping[str, str], file: str) -> None:
    """Have the links of the pages in front that lead to another file open that."""
    for made in pdf.objects:
        if isinstance(made, dict) and made.get("Subtype") == "/Link" and "Dest" in made:
            name = made["Dest"].string
            if name in abroad and files.get(name, file) != file:
                made["A"] = _remote(name, files[name])
                del made["Dest"]


def _remote(name: str, file: str) -> pydyf.Dictionary:
    """The action that goes to a named place of another file (ISO 32000-1, 12.6.4.3)."""
    parts = {"Type": "/Action", "S": "/GoToR", "F": pydyf.String(file), "D": pydyf.String(name)}
    return pydyf.Dictionary(parts)


def destination(name: str, files: Mapping[str, str], file: str) -> bytes:
    """Where a link to a name leads that is not in its piece; what no piece has stands in front, in the first file."""
    there = files.get(name, FIRST) if files else file
    if there == file:
        return b"/Dest " + bytes(pydyf.String(name).data)
    return b"/A " + bytes(_remote(name, there).data)
