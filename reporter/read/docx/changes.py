"""Prepares the tree of a part in place: one branch of each alternative, tracked changes accepted, fields in pairs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reporter.read.docx.names import BODY_INDEX, MC, A, Element, V, W

_DELETING = (W + "del", W + "moveFrom")
_TRACKED = (*_DELETING, W + "ins", W + "moveTo", W + "cellDel")
_TEXT = (W + "t", W + "txbxContent", A + "t", V + "textpath")
# What may stand between a paragraph and the next without being a block.
_RANGES = ("bookmark", "moveFromRange", "moveToRange", "commentRange", "perm")
_BETWEEN = frozenset(W + name + end for name in _RANGES for end in ("Start", "End")) | {W + "proofErr"}


@dataclass(slots=True)
class Changes:
    """How many tracked changes were accepted."""

    insertions: int = 0
    deletions: int = 0
    moves: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.insertions + self.deletions + self.moves


def prepare(root: Element, changes: Changes) -> None:
    """Bring a part's tree into the form that is read: final text, one branch, paired fields."""
    for element in list(root.iter(MC + "AlternateContent")):
        _choose(element)
    _accept(root, changes)
    _pair_fields(root)


def _choose(alternatives: Element) -> None:
    """Keep one branch (part 3, 7.5): the first choice with text, else the fallback with text, else the first."""
    branches = [child for child in alternatives if child.tag in (MC + "Choice", MC + "Fallback")]
    kept = next((branch for branch in branches if next(branch.iter(*_TEXT), None) is not None), None)
    for branch in branches:
        if branch is not (kept if kept is not None else branches[0]):
            alternatives.remove(branch)


def _accept(root: Element, changes: Changes) -> None:
    """Drop what was deleted or moved away, join paragraphs whose mark was deleted; what came in stays (17.13.5)."""
    joined: list[Element] = []
    for element in list(root.iter(*_TRACKED)):
        parent = element.getparent()
        if parent is None:
            continue
        _count(element.tag, changes)
        if element.tag == W + "cellDel":
            _remove(parent.getparent())
        elif element.tag in _DELETING:
            if parent.tag == W + "trPr":
                _remove(parent.getparent())
            elif parent.tag == W + "rPr":
                joined += _paragraph_of(parent)
            else:
                parent.remove(element)
    for frame in root.iter(W + "framePr"):  # a large first letter is a paragraph of its own
        if frame.get(W + "dropCap") in ("drop", "margin"):
            joined += _paragraph_of(frame)
    for paragraph in reversed(joined):  # from the end, so that what is moved is moved once
        _join(paragraph)


def _count(tag: str, changes: Changes) -> None:
    if tag == W + "ins":
        changes.insertions += 1
    elif tag == W + "moveTo":
        changes.moves += 1
    elif tag != W + "moveFrom":
        changes.deletions += 1


def _paragraph_of(properties: Element) -> Iterator[Element]:
    """The paragraph whose properties hold these, directly or for its mark."""
    around = properties.getparent()
    around = (
        around.getparent() if around is not None and around.tag == W + "pPr" and properties.tag == W + "rPr" else around
    )
    around = around.getparent() if around is not None and around.tag == W + "pPr" else around
    if around is not None and around.tag == W + "p":
        yield around


def _remove(element: Element | None) -> None:
    parent = element.getparent() if element is not None else None
    if parent is not None:
        parent.remove(element)


def _join(paragraph: Element) -> None:
    """Move a paragraph's content to the front of the next one; without a next one an empty paragraph goes."""
    content = [child for child in paragraph if child.tag != W + "pPr"]
    following = paragraph.getnext()
    while following is not None and following.tag in _BETWEEN:
        following = following.getnext()
    if following is None or following.tag != W + "p":
        if not content:
            _remove_unless_last(paragraph)
        return
    at = 1 if len(following) and following[0].tag == W + "pPr" else 0
    for offset, child in enumerate(content):
        following.insert(at + offset, child)
    if content and paragraph.get(BODY_INDEX):
        following.set(BODY_INDEX, paragraph.get(BODY_INDEX))
    _remove(paragraph)


def _remove_unless_last(paragraph: Element) -> None:
    """A cell or story keeps its last paragraph, which has nothing to be joined to."""
    if paragraph.getparent() is not None and paragraph.getnext() is not None:
        _remove(paragraph)


def _pair_fields(root: Element) -> None:
    """Drop the field characters without a partner: an open field would swallow all that follows."""
    stack: list[Element] = []
    alone: list[Element] = []
    for mark in root.iter(W + "fldChar"):
        kind = mark.get(W + "fldCharType")
        if kind == "begin":
            stack.append(mark)
        elif not stack:
            alone.append(mark)
        elif kind == "end":
            stack.pop()
    for mark in (*alone, *stack):
        _remove(mark)
