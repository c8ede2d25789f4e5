"""A PDF against the conditions of the Matterhorn Protocol 1.1 that a program can decide and our PDFs can meet or break,
and against what of PDF/A-3 (ISO 19005-3) they can.

Held: 01-003 to 01-005 (content is tagged or an artifact, and has one element), 02-001 (standard structure types),
06-001 to 06-004 (XMP, identifier, title), 07-001, 07-002 (the title is displayed), 09-004 to 09-008 (tables, lists,
contents), 11-001, 11-006 (language), 13-004 (alternate text), 14-002, 14-003 (headings begin with the first level and
skip none), 15-003 (scope of header cells), 15-005 (rows of one length), 19-003, 19-004 (identifiers of notes), 28-002,
28-004, 28-011, 28-012 (annotations tagged and described), 28-008 (tab order), 31-009, 31-027 (fonts embedded, with a
way to Unicode); and of ISO 32000-1 that elements, parent tree and annotations lead to one another (14.7), that content
stands in no grouping element (14.8.4.2) and that a list with labels says how it is numbered (14.8.5.5). Not held, for
our PDFs have none of it: forms, media, optional content, XFA, encryption, actions, formulas.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfinterp import PDFContentParser
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjRef, PDFStream, resolve1, stream_value
from pdfminer.psexceptions import PSEOF
from pdfminer.psparser import PSKeyword, PSLiteral

_STANDARD = frozenset(
    """
    Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody
    Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby Warichu Figure Formula Form
    """.split()  # noqa: SIM905
)
_CHILDREN = {
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "TOC": {"TOC", "TOCI", "Caption"},
    "TOCI": {"Lbl", "Reference", "NonStruct", "P", "TOC"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "TR": {"TH", "TD"},
    "L": {"LI", "L", "Caption"},
    "LI": {"Lbl", "LBody"},
}
_PARENTS = {
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
    "LI": {"L"},
    "LBody": {"LI"},
    "TOCI": {"TOC"},
    "TFoot": {"Table"},
    "Document": {""},
    "THead": {"Table"},
    "TBody": {"Table"},
}
_GROUPING = frozenset("Document Part Art Sect Div BlockQuote TOC TOCI L LI Table THead TBody TFoot TR".split())  # noqa: SIM905
_PAINTING = frozenset(b"Tj TJ ' \" S s f F f* B B* b b* Do sh BI EI".split())


def failures(data: bytes) -> list[str]:
    """The failed conditions with what failed them, in the order of the protocol."""
    document = PDFDocument(PDFParser(BytesIO(data)))
    found = list(_elements(document))
    return [
        *_content(document, found),
        *_metadata(document),
        *_nesting(found),
        *_languages(document, found),
        *_figures(found),
        *_headings(found),
        *_tables(found),
        *_lists(found),
        *_notes(document, found),
        *_annotations(document, found),
        *_fonts(document),
    ]


def archival_failures(data: bytes) -> list[str]:
    """What breaks PDF/A-3u, by clause: encryption and identifier (6.1.3), output intent (6.2.3), fonts (6.2.11),
    annotations that are not printed (6.3.2), actions (6.5), metadata (6.6), embedded files (6.8)."""
    document = PDFDocument(PDFParser(BytesIO(data)))
    return [*_trailer(document), *_intent(document), *_fonts(document), *_unprinted(document), *_embedded(document)]


def _trailer(document: PDFDocument) -> Iterator[str]:
    trailer = document.xrefs[0].get_trailer()
    if "Encrypt" in trailer or "ID" not in trailer:
        yield "6.1.3 encrypted, or without an identifier"
    if {"OpenAction", "AA"} & set(document.catalog):
        yield "6.5 an action"
    xmp = stream_value(document.catalog["Metadata"])
    if b'pdfaid:part="3"' not in xmp.get_data() or b'conformance="U"' not in xmp.get_data():
        yield "6.6 no identifier"


def _intent(document: PDFDocument) -> Iterator[str]:
    intents = [resolve1(intent) for intent in _listed(resolve1(document.catalog.get("OutputIntents")))]
    if not any(_name(one.get("S")) == "GTS_PDFA1" and resolve1(one.get("DestOutputProfile")) for one in intents):
        yield "6.2.3 no output intent with a profile"


def _unprinted(document: PDFDocument) -> Iterator[str]:
    for page in _pages(document):
        for annotation in map(resolve1, _listed(resolve1(resolve1(page).get("Annots")))):
            if annotation.get("F", 0) & 0b100111 != 0b100:
                yield "6.3.2 an annotation that is not printed"


def _embedded(document: PDFDocument) -> Iterator[str]:
    for file in map(resolve1, _listed(resolve1(document.catalog.get("AF")))):
        if not {"F", "UF", "EF", "AFRelationship"} <= set(file):
            yield "6.8 an embedded file without name or relation"
        if not resolve1(resolve1(file["EF"])["F"]).attrs.get("Subtype"):
            yield "6.8 an embedded file of no type"


def elements(data: bytes) -> list[Element]:
    """All elements of the structure in reading order."""
    return list(_elements(PDFDocument(PDFParser(BytesIO(data)))))


class Element:
    """An element of the structure: the number of its object, its type, its dictionary, its parent, what is in it: the
    marked content by page and the annotations by the numbers of their objects, the elements."""

    def __init__(self, number: int, values: dict[str, Any], parent: Element | None) -> None:
        self.number, self.name, self.values, self.parent = number, values["S"].name, values, parent
        self.marked: list[tuple[int, int]] = []
        self.annotations: list[int] = []
        self.elements: list[Element] = []
        if parent is not None:
            parent.elements.append(self)

    def attribute(self, name: str) -> Any:
        """The value of one of its attributes, None where it has none."""
        found = resolve1(self.values.get("A", {})).get(name)
        return found.name if isinstance(found, PSLiteral) else found


def _elements(document: PDFDocument) -> Iterator[Element]:
    """All elements in reading order."""
    tree = resolve1(document.catalog["StructTreeRoot"])
    waiting: list[tuple[Any, Element | None]] = [(kid, None) for kid in reversed(_listed(resolve1(tree["K"])))]
    while waiting:
        reference, parent = waiting.pop()
        element = Element(reference.objid, resolve1(reference), parent)
        yield element
        below = []
        for kid in _listed(element.values.get("K", [])):
            resolved = resolve1(kid)
            kind = "" if isinstance(resolved, int) else _name(resolved.get("Type"))
            if isinstance(resolved, int):
                element.marked.append((element.values["Pg"].objid, resolved))
            elif kind == "MCR":
                element.marked.append((resolved.get("Pg", element.values.get("Pg")).objid, resolved["MCID"]))
            elif kind == "OBJR":
                element.annotations.append(resolved["Obj"].objid)
            else:
                below.append((kid, element))
        waiting.extend(reversed(below))


def _content(document: PDFDocument, found: list[Element]) -> Iterator[str]:
    """Each piece of content is in one element, or an artifact; elements and parent tree lead to one another."""
    owners = Counter(mark for element in found for mark in element.marked)
    yield from (f"01-005 marked content {mark} is in {count} elements" for mark, count in owners.items() if count > 1)
    tree = _parent_tree(document)
    for page in _pages(document):
        drawn = list(_painted(page))
        yield from (f"01-005 content neither tagged nor an artifact: {words}" for words, _ in drawn if words)
        seen = {(page.objid, number) for _, number in drawn if number is not None}
        yield from (f"01-005 marked content {mark} is in no element" for mark in sorted(seen - set(owners)))
        parents = resolve1(tree[resolve1(page)["StructParents"]])
        for element in found:
            for number in (mark for holder, mark in element.marked if holder == page.objid):
                if number >= len(parents) or parents[number] is None or parents[number].objid != element.number:
                    yield f"01-005 the parent tree does not know marked content {number} of {element.name}"
    for element in found:
        above = element.parent.number if element.parent else document.catalog["StructTreeRoot"].objid
        if element.values["P"].objid != above:
            yield f"01-005 {element.name} names another parent"
        if element.name in _GROUPING and element.marked:
            yield f"01-005 {element.name} has content of its own"
        if element.annotations:
            yield from _annotated(element, tree)


def _annotated(element: Element, tree: dict[int, Any]) -> Iterator[str]:
    for kid in map(resolve1, _listed(element.values["K"])):
        if isinstance(kid, dict) and _name(kid.get("Type")) == "OBJR":
            reference = tree.get(resolve1(kid["Obj"]).get("StructParent"))
            if not isinstance(reference, PDFObjRef) or reference.objid != element.number:
                yield f"28-002 the parent tree does not know an annotation of {element.name}"


def _parent_tree(document: PDFDocument) -> dict[int, Any]:
    """What the parent tree has, by its keys."""
    root = resolve1(document.catalog["StructTreeRoot"])
    listed = resolve1(resolve1(root["ParentTree"])["Nums"])
    tree = dict(zip(listed[::2], listed[1::2], strict=True))
    assert list(tree) == sorted(tree)
    assert root["ParentTreeNextKey"] == max(tree) + 1
    return tree


def _painted(page: PDFObjRef) -> Iterator[tuple[str, int | None]]:
    """Of all that a page paints, what is wrong with how it is marked, and the number that it is marked with."""
    parser = PDFContentParser([stream_value(part) for part in _listed(resolve1(page)["Contents"])])
    stack: list[tuple[str, int | None]] = []
    begun: list[int] = []
    operands: list[Any] = []
    while True:
        try:
            _, value = parser.nextobject()
        except PSEOF:
            break
        if not isinstance(value, PSKeyword):
            operands.append(value)
            continue
        if value.name in {b"BDC", b"BMC"}:
            properties = operands[-1] if isinstance(operands[-1], dict) else {}
            stack.append((_name(operands[0]), properties.get("MCID")))
            begun.extend([properties["MCID"]] if "MCID" in properties else [])
        elif value.name == b"EMC":
            stack.pop()
        elif value.name in _PAINTING:
            numbers = [number for _, number in stack if number is not None]
            artifact = any(name == "Artifact" for name, _ in stack)
            wrong = "in both" if artifact and numbers else "in neither" if not artifact and not numbers else ""
            yield wrong, numbers[-1] if numbers else None
        operands = []
    for number, count in Counter(begun).items():
        yield ("a number twice" if count > 1 else ""), number


def _metadata(document: PDFDocument) -> Iterator[str]:
    xmp = stream_value(document.catalog["Metadata"]).get_data().decode()
    if 'pdfuaid:part="1"' not in xmp and "<pdfuaid:part>1<" not in xmp:
        yield "06-002 no identifier"
    if "dc:title" not in xmp:
        yield "06-003 no title"
    if resolve1(document.catalog.get("ViewerPreferences", {})).get("DisplayDocTitle") is not True:
        yield "07-001 the title is not displayed"
    if resolve1(document.catalog.get("MarkInfo", {})).get("Marked") is not True:
        yield "06-001 not marked as tagged"


def _nesting(found: list[Element]) -> Iterator[str]:
    for element in found:
        above = element.parent.name if element.parent else ""
        if element.name not in _STANDARD:
            yield f"02-001 {element.name}"
        if above in _CHILDREN and element.name not in _CHILDREN[above]:
            yield f"09-004 {element.name} in {above}"
        if element.name in _PARENTS and above not in _PARENTS[element.name]:
            yield f"09-005 {element.name} in {above}"


def _languages(document: PDFDocument, found: list[Element]) -> Iterator[str]:
    if not document.catalog.get("Lang"):
        yield "11-006 no language"
    for element in found:
        if element.values.get("Lang", b"zh") not in {b"zh-Hans", b"zh-Hant", b"zh", b"en"}:
            yield f"11-001 {element.values['Lang']!r}"


def _figures(found: list[Element]) -> Iterator[str]:
    for element in found:
        if element.name == "Figure" and not element.values.get("Alt"):
            yield "13-004 a picture without words"
        if element.name == "Figure" and len(resolve1(element.attribute("BBox")) or ()) != 4:
            yield "13-004 a picture without a place"


def _headings(found: list[Element]) -> Iterator[str]:
    level = 0
    for element in found:
        if element.name[0] == "H" and element.name[1:].isdigit():
            if int(element.name[1:]) > level + 1:
                yield f"14-003 {element.name} behind H{level}"
            level = int(element.name[1:])


def _tables(found: list[Element]) -> Iterator[str]:
    for element in found:
        if element.name == "TH" and element.attribute("Scope") not in {"Row", "Column", "Both"}:
            yield "15-003 a header cell without scope"
        if element.name == "Table":
            names = [part.name for part in element.elements]
            yield from (f"09-004 {name} twice" for name in ("THead", "TFoot", "Caption") if names.count(name) > 1)
            lengths = set(_lengths(element))
            if len(lengths) != 1 or 0 in lengths:
                yield f"15-005 rows of {sorted(lengths)} columns"


def _lengths(table: Element) -> Iterator[int]:
    """How many columns each row of a table takes."""
    direct = [part for part in table.elements if part.name == "TR"]
    for rows in (direct, *(part.elements for part in table.elements if part.name != "TR")):
        taken: list[int] = [0] * len(rows)
        for at, row in enumerate(rows):
            for cell in row.elements if row.name == "TR" else ():
                for below in range(at, min(at + (cell.attribute("RowSpan") or 1), len(rows))):
                    taken[below] += cell.attribute("ColSpan") or 1
        yield from taken if rows and rows[0].name == "TR" else ()


def _lists(found: list[Element]) -> Iterator[str]:
    for element in found:
        labels = [part.name for item in element.elements for part in item.elements].count("Lbl")
        if element.name == "L" and labels and not element.attribute("ListNumbering"):
            yield "09-006 a list with labels does not say how it is numbered"
        if element.name == "LI" and sorted(part.name for part in element.elements) not in (["LBody"], ["LBody", "Lbl"]):
            yield f"09-005 a list item of {[part.name for part in element.elements]}"


def _notes(document: PDFDocument, found: list[Element]) -> Iterator[str]:
    named = [element.values.get("ID") for element in found if element.name == "Note"]
    if None in named:
        yield "19-003 a note without an identifier"
    if len(set(named)) < len(named):
        yield "19-004 two notes of one identifier"
    tree = resolve1(document.catalog["StructTreeRoot"]).get("IDTree")
    if named and list(resolve1(resolve1(tree)["Names"])[::2]) != named:
        yield "19-004 the identifiers do not lead to the notes"


def _annotations(document: PDFDocument, found: list[Element]) -> Iterator[str]:
    holders = {number: element.name for element in found for number in element.annotations}
    for page in _pages(document):
        values = resolve1(page)
        annotations = _listed(resolve1(values.get("Annots")))
        if annotations and _name(values.get("Tabs")) != "S":
            yield "28-008 tabs do not go by the structure"
        for annotation in annotations:
            if holders.get(annotation.objid) != "Link":
                yield "28-011 a link outside of a link's element"
            if not resolve1(annotation).get("Contents"):
                yield "28-012 a link without words"


def _fonts(document: PDFDocument) -> Iterator[str]:
    for page in _pages(document):
        fonts = resolve1(resolve1(resolve1(page)["Resources"]).get("Font", {}))
        for font in map(resolve1, fonts.values()):
            (below,) = _listed(resolve1(font.get("DescendantFonts"))) or [font]
            descriptor = resolve1(resolve1(below)["FontDescriptor"])
            if not {"FontFile", "FontFile2", "FontFile3"} & set(descriptor):
                yield f"31-009 {font['BaseFont']} is not embedded"
            if not isinstance(resolve1(font.get("ToUnicode")), PDFStream):
                yield f"31-027 {font['BaseFont']} has no way to Unicode"


def _pages(document: PDFDocument) -> list[PDFObjRef]:
    return list(resolve1(resolve1(document.catalog["Pages"])["Kids"]))


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [value]


def _name(value: Any) -> str:
    return str(value.name) if isinstance(value, PSLiteral) else ""
