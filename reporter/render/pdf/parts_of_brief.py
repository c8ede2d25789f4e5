"""What the parts of a laid out brief take on its pages, by the classes of the theme's ``print.html.j2``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

# The elements that hold the parts, and those that are one part each.
_TABLES, _POINTS = ("matrix", "key-figures"), "points"


def freed(pages: Sequence[Any]) -> list[float]:
    """The height in pixels that goes with each part of a brief, in the order in which they go: rows of the comparison,
    key figures (two stand in a row, which goes with the first of them), sentences, each from the end; one sentence
    stays. The heading and the head of a table go with the last of its parts."""
    heights: dict[str, dict[Any, float]] = {name: {} for name in (*_TABLES, _POINTS)}
    heads: dict[str, float] = dict.fromkeys(heights, 0.0)
    for page in pages:
        for kind, box in _parts(page._page_box, ""):  # noqa: SLF001 - pages tell of no heights otherwise
            own = heights[kind]
            own[box.element] = own.get(box.element, 0.0) + box.margin_height()
    for page in pages:
        for kind, height in _heads(page._page_box):  # noqa: SLF001
            heads[kind] = heads[kind] or height
    rows, pairs, points = (list(found.items()) for found in heights.values())
    return [
        *_with_head([height for _, height in reversed(rows)], heads["matrix"]),
        *_with_head(
            [part for row, height in reversed(pairs) for part in [0.0] * (len(row.findall("th")) - 1) + [height]],
            heads["key-figures"],
        ),
        *(height for _, height in reversed(points[1:])),
    ]


def _with_head(parts: list[float], head: float) -> list[float]:
    return [*parts[:-1], parts[-1] + head] if parts else []


def _heads(box: Any) -> Iterator[tuple[str, float]]:
    """The tables of parts below a box, each with the height of its heading and its head."""
    before = None
    for child in getattr(box, "children", ()):
        element = child.element
        classes = (element.get("class") or "").split() if element is not None and element.tag == "table" else ()
        named = next((name for name in _TABLES if name in classes), "")
        if named:
            heading = before.margin_height() if before is not None and before.element_tag == "h2" else 0.0
            yield (
                named,
                heading + sum(part.margin_height() for part in child.descendants() if part.element_tag == "thead"),
            )
        else:
            yield from _heads(child)
        before = child


def _parts(box: Any, kind: str) -> Iterator[tuple[str, Any]]:
    """The boxes of parts below a box, each with the class of what holds them."""
    for child in getattr(box, "children", ()):
        element = child.element
        tag = child.element_tag if element is not None else None
        if kind and tag == ("li" if kind == _POINTS else "tr"):
            yield kind, child
            continue
        classes = (element.get("class") or "").split() if tag in ("ol", "table") else ()
        named = next((name for name in (*_TABLES, _POINTS) if name in classes), kind)
        if tag != "thead":
            yield from _parts(child, named)
