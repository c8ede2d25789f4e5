"""What drawings say: text boxes, paragraphs of DrawingML, and words that VML draws as a shape."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.read.docx.names import A, Element, V, W


def containers(drawing: Element) -> Iterator[Element]:
    """The outermost parts of a drawing that hold text, in order; none of a picture."""
    for child in drawing:
        if _holds_text(child):
            yield child
        else:
            yield from containers(child)


def _holds_text(element: Element) -> bool:
    if element.tag == W + "txbxContent":
        return True
    if element.tag == A + "p":
        return next(element.iter(A + "t"), None) is not None
    return bool(element.tag == V + "textpath" and (element.get("string") or "").strip())


def drawn_text(container: Element) -> str:
    """The words of a container that is no text box of WordprocessingML."""
    if container.tag == V + "textpath":
        return str(container.get("string"))
    return "".join(text.text or "" for text in container.iter(A + "t"))
