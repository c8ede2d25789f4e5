"""A structure tree → the objects of a PDF (ISO 32000-1, 14.7): elements, the parent tree, and what the catalog says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import pydyf

from reporter.render.pdf.structure import Annotated, Element, Marked, Value
from reporter.render.pdf.structure_completion import complete

# Whose the attributes of an element are (14.8.5.2).
_OWNERS: Mapping[str, str] = MappingProxyType({"TH": "Table", "TD": "Table", "L": "List", "Figure": "Layout"})


class Raw(pydyf.Object):  # type: ignore[misc]  # pydyf has no types
    """An object that is written already; its content is None where it is no stream."""

    def __init__(self, text: bytes = b"", stream: bytes | None = None) -> None:
        super().__init__()
        self.text, self._stream = text, stream

    @property
    def data(self) -> bytes:
        """What stands between ``obj`` and ``endobj``."""
        if self._stream is None:
            return self.text
        return b"".join((self.text, b"\nstream\n", self._stream, b"\nendstream"))

    @property
    def compressible(self) -> bool:
        """Whether it may stand in an object stream."""
        return self._stream is None


def write_structure(pdf: pydyf.PDF, tree: Element) -> None:
    """Put a tree into a PDF that has all of its pages.

    The keys of the parent tree are the pages' numbers, then those of the annotations: ``StructParents`` of a page and
    ``StructParent`` of an annotation state them.
    """
    complete(tree)
    root = Raw()
    pdf.add_object(root)
    writer = _Writer(pdf, list(pdf.pages["Kids"][::3]))
    document = writer.element(tree, root.number)
    parents = Raw(writer.parent_tree())
    pdf.add_object(parents)
    entries = (
        b"<</Type/StructTreeRoot/K[%d 0 R]" % document,
        b"/ParentTree %d 0 R/ParentTreeNextKey %d" % (parents.number, writer.keys),
        writer.identifiers(),
        b">>",
    )
    root.text = b"".join(entries)
    pdf.catalog["StructTreeRoot"] = root.reference


class _Writer:
    """Writes elements down, and remembers what marked content and which annotations they have."""

    def __init__(self, pdf: pydyf.PDF, pages: Sequence[int]) -> None:
        self._pdf, self._pages = pdf, pages
        self._marked: list[dict[int, int]] = [{} for _ in pages]
        self._annotated: dict[int, int] = {}
        self._notes: list[int] = []

    @property
    def keys(self) -> int:
        """The first key that the parent tree has free."""
        return len(self._pages) + max(self._annotated, default=-1) + 1

    def element(self, element: Element, parent: int, language: str = "") -> int:
        """Write an element and all below it; the number of its object.

        Args:
            parent: the number of the object that it hangs on.
            language: what that one is written in.
        """
        made = Raw()
        self._pdf.add_object(made)
        number: int = made.number
        page = next((kid.page for kid in element.kids if not isinstance(kid, Element)), None)
        kids = b" ".join([self._kid(kid, number, page, element.lang) for kid in element.kids])
        parts = [b"<</Type/StructElem/S/%b/P %d 0 R/K[%b]" % (element.kind.encode("ascii"), parent, kids)]
        if page is not None:
            parts.append(b"/Pg %d 0 R" % self._pages[page])
        if element.lang != language:
            parts.append(b"/Lang" + _text(element.lang))
        if element.alt:
            parts.append(b"/Alt" + _text(element.alt))
        if element.attributes:
            parts.append(_attributes(_OWNERS[element.kind], element.attributes))
        if element.kind == "Note":  # ISO 14289-1, 7.9
            parts.append(b"/ID(note-%06d)" % len(self._notes))
            self._notes.append(number)
        parts.append(b">>")
        made.text = b"".join(parts)
        return number

    def _kid(self, kid: Element | Marked | Annotated, number: int, page: int | None, language: str) -> bytes:
        """What an element says of something in it; ``page`` is the one that it says itself."""
        if isinstance(kid, Element):
            return b"%d 0 R" % self.element(kid, number, language)
        if isinstance(kid, Marked):
            self._marked[kid.page][kid.number] = number
            if kid.page == page:
                return b"%d" % kid.number
            return b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (self._pages[kid.page], kid.number)
        self._annotated[kid.key] = number
        return b"<</Type/OBJR/Pg %d 0 R/Obj %d 0 R>>" % (self._pages[kid.page], kid.number)

    def parent_tree(self) -> bytes:
        """What leads from marked content and annotations to their elements (14.7.4.4)."""
        parts = [b"%d[%b]" % (page, _parents(marked)) for page, marked in enumerate(self._marked)]
        start = len(self._pages)
        parts.extend(b"%d %d 0 R" % (start + key, number) for key, number in sorted(self._annotated.items()))
        return b"<</Nums[%b]>>" % b" ".join(parts)

    def identifiers(self) -> bytes:
        """What leads from the identifiers of elements to them; nothing where none has one."""
        if not self._notes:
            return b""
        names = b" ".join(b"(note-%06d)%d 0 R" % named for named in enumerate(self._notes))
        return b"/IDTree<</Names[%b]>>" % names


def _parents(marked: Mapping[int, int]) -> bytes:
    """The elements of the marked content of a page, in the order of its numbers; artifacts have none."""
    count = max(marked, default=-1) + 1
    return b" ".join(b"%d 0 R" % marked[number] if number in marked else b"null" for number in range(count))


def _attributes(owner: str, attributes: Mapping[str, Value]) -> bytes:
    written = b"".join(b"/%b%b" % (name.encode("ascii"), _value(value)) for name, value in attributes.items())
    return b"/A<</O/%b%b>>" % (owner.encode("ascii"), written)


def _value(value: Value) -> bytes:
    """A number, a name, or an array of numbers."""
    if isinstance(value, str):
        return b"/" + value.encode("ascii")
    if isinstance(value, tuple):
        return b"[%b]" % b" ".join(pydyf._to_bytes(number) for number in value)  # noqa: SLF001 - as pydyf writes it
    return b" %d" % value


def _text(text: str) -> bytes:
    written: bytes = pydyf.String(text).data
    return written
