"""Laid out pages → the structure tree of what is on them.

WeasyPrint lays boxes out, several for an element that lines or pages part. All boxes of an element have that element,
so what is marked in them is gathered in one structure element: a table over three pages is one ``Table``. Rows that a
page redraws become artifacts, "there is only one THead element" (ISO 32000-1, Table 337). So do running heads, page
numbers and the dots that lead to a page number.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pydyf
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.logger import LOGGER

from reporter.render.pdf.structure import GROUPING, Annotated, Element, Marked
from reporter.render.pdf.structure_types import (
    BLOCKS,
    INLINES,
    LISTS,
    NUMBERINGS,
    PICTURES,
    SCOPES,
    SVG,
    TABLE_PARTS,
)

# WeasyPrint measures in pixels of 1/96 inch from the top of the page.
_POINTS = 0.75
_PRINTED = 4  # ISO 32000-1, Table 165: on paper as on the screen
_ARTIFACTS = ("Pagination", "Layout")
# Types that have text in them as words of a line: they stand in a paragraph, never beside one.
_INLINE = frozenset(("", "Span", "Code", "Quote", "Reference", "Link", "Lbl"))
# Of types that may have few others in them: these, and what is made around all else.
_STRICT: Mapping[str, tuple[frozenset[str], tuple[str, ...]]] = {
    "L": (frozenset(("L", "LI")), ("LI", "LBody")),
    "TOC": (frozenset(("TOC", "TOCI")), ("TOCI", "P")),
    "TR": (frozenset(("TH", "TD")), ("TD",)),
    "Table": (frozenset(("Caption", "THead", "TBody", "TFoot", "TR")), ("TR", "TD")),
    **dict.fromkeys(("THead", "TBody", "TFoot"), (frozenset(("TR",)), ("TR", "TD"))),
}
_NAMELESS = ("P",)


class Structure:
    """Builds the tree of one document, page by page.

    Args:
        language: the document's.
        continued: whether the document goes on with a chapter that another began: the header of a table that it begins
            with was drawn there.
    """

    def __init__(self, language: str, *, continued: bool = False) -> None:
        self.tree = Element("Document", language)
        self.annotations: list[Any] = []
        self._pagination, self._layout = (Element(kind) for kind in _ARTIFACTS)
        self._notes = Element("Div", language)  # what stands in the area of footnotes; never in the tree
        self._continued = continued
        self._known: dict[tuple[Any, str], Element] = {}
        # The nameless element that an element ends with, and what is put in there, by the id of the element.
        self._nameless: dict[int, tuple[Element, Element]] = {}
        self._contents: set[int] = set()  # the ids of elements in which lists are tables of contents
        self._items: dict[int, tuple[Element, Element]] = {}  # list item and list, by the id of the item's body
        self._groups: dict[int, int] = {}  # the page on which a header or footer of a table stood first, by its id
        self._marks: dict[Any, Mapping[str, Any]] = {}
        self._page, self._height = 0, 0.0
        self._redrawn = False

    def add(self, number: int, page: Any, marks: dict[Any, Mapping[str, Any]]) -> dict[int, str]:
        """Take a page in.

        Args:
            number: its number, counted from 0.
            page: WeasyPrint's page.
            marks: the number (``mcid``) of each box's marked content; emptied.

        Returns:
            The marked content that is none, with the type of artifact that it is (14.8.2.2.2).
        """
        self._page, self._height, self._marks = number, page.height, marks
        self._walk(page._page_box, self.tree, None, "")  # noqa: SLF001 - pages tell of no boxes otherwise
        for box, mark in marks.items():  # what is drawn and lies in no box of the page
            self._mark(mark["mcid"], self.tree, box)
        artifacts: dict[int, str] = {}
        for holder in (self._pagination, self._layout):
            artifacts.update((kid.number, holder.kind) for kid in holder.kids if type(kid) is Marked)
            holder.kids.clear()
        return artifacts

    def _walk(self, box: Any, holder: Element, element: Any, tag: str) -> None:
        """Take in what is in a box, whose element and its part (``li::before``) stand in the tree as the holder."""
        for child in box.children:
            inner = child._box if type(child) is AbsolutePlaceholder else child  # noqa: SLF001
            here = holder
            if inner.element is not element or inner.element_tag != tag or inner.is_leader:
                here = self._holder(inner, holder)
            if inner.link_annotation is not None:
                self._annotate(inner, here)
            mark = self._marks.pop(inner, None)
            if mark is not None:
                self._mark(mark["mcid"], here, inner)
            elif isinstance(inner, boxes.TableRowGroupBox) and (inner.is_header or inner.is_footer):
                self._walk_group(inner, here)
            else:
                self._walk(inner, here, inner.element, inner.element_tag)

    def _walk_group(self, group: Any, here: Element) -> None:
        """Take in the header or footer of a table, which each page redraws."""
        first = self._groups.setdefault(id(here), self._page)
        before, self._redrawn = self._redrawn, first != self._page or (self._continued and self._begins_with(here))
        self._walk(group, here, group.element, group.element_tag)
        self._redrawn = before

    def _begins_with(self, header: Element) -> bool:
        """Whether the document's first chapter begins with this header's table."""
        at: Any = self.tree
        while type(at) is Element and at is not header and at.kids:
            at = at.kids[0]
        return at is header

    def _mark(self, number: int, here: Element, box: Any) -> None:
        """Put marked content into what its box stands in; white space between blocks is of the layout alone."""
        if self._redrawn:
            here = self._pagination
        elif here.kind in GROUPING and isinstance(box, boxes.TextBox) and box.text.isspace():
            here = self._layout
        else:
            here = self._room(here, "")
        here.kids.append(Marked(self._page, number))

    def _room(self, holder: Element, kind: str) -> Element:
        """Where something of a kind, or plain text, may stand in an element: there, or in a nameless one at its end."""
        allowed, path = _STRICT.get(holder.kind, (None, _NAMELESS))
        if allowed is None:
            beside = holder.kind not in GROUPING or kind not in _INLINE
            beside = beside or (kind == "Reference" and holder.kind == "TOCI")
        else:
            beside = kind in allowed
        if beside:
            return holder
        outer, inner = self._nameless.get(id(holder), (None, holder))
        if outer is None or holder.kids[-1] is not outer:
            outer = inner = holder.within(path[0])
            for name in path[1:]:
                inner = inner.within(name)
            self._nameless[id(holder)] = outer, inner
        return inner

    def _annotate(self, box: Any, here: Element) -> None:
        """Put the annotation of a link's box into the link, with the words of the link (ISO 14289-1, 7.18.5)."""
        annotation = box.link_annotation
        words = " ".join("".join(box.element.itertext()).split())
        if words:
            annotation["Contents"] = pydyf.String(words)
        annotation["F"] = _PRINTED
        if here.kind in _ARTIFACTS:  # a running head that leads somewhere
            here = self._spoken(box, self.tree, "Link")
        here.kids.append(Annotated(self._page, annotation.number, len(self.annotations)))
        self.annotations.append(annotation)

    def _holder(self, box: Any, holder: Element) -> Element:
        """What a box's content stands in: the element that was made for it, or the one around it."""
        if holder.kind in _ARTIFACTS:
            return holder
        if isinstance(box, boxes.MarginBox):
            return self._pagination
        if box.is_leader:
            return self._layout
        if isinstance(box, boxes.FootnoteAreaBox):
            return self._notes
        if box.element is None:
            return holder
        key = box.element, box.element_tag
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._begun(box, holder)
        return known

    def _begun(self, box: Any, holder: Element) -> Element:
        """What the content of an element stands in that is met for the first time."""
        name, _, part = box.element_tag.partition("::")
        if part:
            return self._generated(box, holder, name, part)
        if name in {"html", "body"}:
            return holder
        if holder is self._notes:
            return self._spoken(box, self.tree, "Note")
        if name in TABLE_PARTS and holder.kind in TABLE_PARTS[name][1]:
            return self._cell(box, self._spoken(box, holder, TABLE_PARTS[name][0]))
        if name in TABLE_PARTS and name not in {"caption", "th", "td"}:
            return holder  # of what is a table for its looks alone
        special = _SPECIAL.get(name)
        return special(self, box, holder) if special else self._plain(box, holder, name)

    def _plain(self, box: Any, holder: Element, name: str) -> Element:
        """An element whose name says what it is; one that says nothing is passed over."""
        foreign = (box.element.get("lang") or holder.lang) != holder.lang
        if name in INLINES:
            return self._spoken(box, holder, INLINES[name])
        inline = isinstance(box, boxes.InlineLevelBox) or (name not in BLOCKS and holder.kind not in GROUPING)
        kind = "Span" if inline else BLOCKS.get(name, "Div")
        if not foreign and (inline or (kind == "Div" and holder.kind not in GROUPING)):
            return holder
        element = self._spoken(box, holder, kind)
        if name == "nav" or (kind in GROUPING and id(holder) in self._contents):
            self._contents.add(id(element))
        return element

    def _spoken(self, box: Any, holder: Element, kind: str) -> Element:
        """A new element in the language of the box's one."""
        element = self._room(holder, kind).within(kind)
        element.lang = box.element.get("lang") or holder.lang
        return element

    def _cell(self, box: Any, element: Element) -> Element:
        """The same part of a table, with what it says of itself."""
        if element.kind in {"TH", "TD"}:
            element.attributes.update({"ColSpan": box.colspan} if box.colspan != 1 else {})
            element.attributes.update({"RowSpan": box.rowspan} if box.rowspan != 1 else {})
        scope = SCOPES.get(box.element.get("scope", ""))
        if element.kind == "TH" and scope:
            element.attributes["Scope"] = scope
        return element

    def _table(self, box: Any, holder: Element) -> Element:
        laid = box.element.get("role") in {"presentation", "none"}
        return self._plain(box, holder, "div") if laid else self._spoken(box, holder, "Table")

    def _list(self, box: Any, holder: Element) -> Element:
        contents = holder.kind == "TOCI" or id(holder) in self._contents
        return self._spoken(box, holder, "TOC" if contents else "L")

    def _item(self, box: Any, holder: Element) -> Element:
        if holder.kind == "TOC":
            return self._spoken(box, holder, "TOCI")
        if holder.kind != "L":
            return self._plain(box, holder, "div")
        name = box.element_tag
        if name != "li":
            holder.attributes.setdefault("ListNumbering", "None")
        item = holder.elements()[-1] if name == "dd" and holder.elements() else None
        if item is None or any(kid.kind == "LBody" for kid in item.elements()):
            item = holder.within("LI")
        body = self._spoken(box, item, "Lbl" if name == "dt" else "LBody")
        self._items[id(body)] = item, holder
        return body

    def _generated(self, box: Any, holder: Element, name: str, part: str) -> Element:
        """What a style sheet puts into an element: the label of a list item, or words like its others."""
        if part == "footnote-call":
            return self._spoken(box, holder, "Reference")
        if part == "footnote-marker":
            return self._spoken(box, holder, "Lbl")
        if name == "li" and id(holder) in self._items and (part == "marker" or _counts(box)):
            return self._label(box, holder)
        return holder

    def _span(self, box: Any, holder: Element) -> Element:
        """Inline words; what a list item of a class ``number`` begins with is its label."""
        labels = "number" in box.element.get("class", "").split() and id(holder) in self._items and not holder.kids
        return self._label(box, holder) if labels else self._plain(box, holder, "span")

    def _label(self, box: Any, body: Element) -> Element:
        item, numbered = self._items[id(body)]
        label = Element("Lbl", box.element.get("lang") or item.lang)
        item.kids.insert(0, label)
        numbered.attributes.setdefault("ListNumbering", _numbering(box))
        return label

    def _anchor(self, box: Any, holder: Element) -> Element:
        """A link; one to a place in the document is a reference to it."""
        annotation = box.link_annotation
        if annotation is None:
            return self._plain(box, holder, "span")
        outer = self._spoken(box, holder, "Reference") if "Dest" in annotation else holder
        return self._spoken(box, outer, "Link")

    def _picture(self, box: Any, holder: Element) -> Element:
        """A picture with the words that stand for it; one that has none on purpose is decoration."""
        words = _words(box.element)
        if words == "":
            return self._layout
        figure = self._spoken(box, holder, "Figure")
        figure.alt = words or ""
        if words is None:
            LOGGER.error('Image "%s" has no required alt description', box.element.get("src", "unknown"))
        left, right = box.content_box_x(), box.content_box_x() + box.width
        top, bottom = box.content_box_y(), box.content_box_y() + box.height
        corners = (left, self._height - bottom, right, self._height - top)
        figure.attributes["BBox"] = tuple(round(value * _POINTS, 2) for value in corners)
        return figure


_SPECIAL: Mapping[str, Callable[[Structure, Any, Element], Element]] = {
    "a": Structure._anchor,  # noqa: SLF001
    "span": Structure._span,  # noqa: SLF001
    "table": Structure._table,  # noqa: SLF001
    **dict.fromkeys(LISTS, Structure._list),  # noqa: SLF001
    **dict.fromkeys(("li", "dt", "dd"), Structure._item),  # noqa: SLF001
    **dict.fromkeys(PICTURES, Structure._picture),  # noqa: SLF001
}


def _words(element: Any) -> str | None:
    """What an image or drawing is in words; nothing for decoration, None where it does not say."""
    if element.tag == SVG:
        title = element.find(SVG.replace("}svg", "}title"))
        words: str | None = (title.text if title is not None else None) or element.get("aria-label")
    else:
        words = element.get("alt")
    return words


def _counts(box: Any) -> bool:
    """Whether generated content has a counter in it."""
    content = box.style["content"]
    return isinstance(content, (list, tuple)) and any(part[0] in {"counter()", "counters()"} for part in content)


def _numbering(box: Any) -> str:
    """How a list numbers its items, by the label of one."""
    style = box.style["list_style_type"] if box.element_tag.endswith("::marker") else "decimal"
    return NUMBERINGS.get(style, "Decimal")
