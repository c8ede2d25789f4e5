"""What a page draws beside text: ruled lines and pictures."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from reporter.read.pdf.content import Rule

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_THICKEST = 3.5  # points; what is thicker is a bar or a shaded field
_SHORTEST = 4.0
_LEVEL = 1.0  # by how much the ends of a line may differ in height
_MOST_OBJECTS = 30_000  # of a page: maps and charts draw more
_MOST_SEGMENTS = 400  # of a path
_MANY_PATHS = 50  # so many on a page without text may be text drawn as outlines
_DEEPEST = 4

_Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(slots=True)
class Drawing:
    """The rules of a page in its own coordinates (``top`` is the lesser y), and whether it shows a picture."""

    rules: list[Rule] = field(default_factory=list)
    images: int = 0
    paths: int = 0

    @property
    def picture(self) -> bool:
        """Whether there is an image, or a drawing that may be one."""
        return self.images > 0 or self.paths > _MANY_PATHS


def drawing_of(page: PdfPage) -> Drawing:
    """The rules and pictures of a page, those of its forms (nested pages) included."""
    from pypdfium2 import raw

    drawing = Drawing()
    for count, (handle, matrix) in enumerate(_objects(page, _IDENTITY, 0)):
        if count > _MOST_OBJECTS:
            break
        kind = raw.FPDFPageObj_GetType(handle)
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            drawing.images += 1
        elif kind == raw.FPDF_PAGEOBJ_PATH:
            drawing.paths += 1
            drawing.rules += _rules(handle, matrix)
    return drawing


def _objects(holder: Any, matrix: _Matrix, depth: int) -> Iterator[tuple[Any, _Matrix]]:
    """The objects of a page (depth 0) or a form, with the matrix that leads to the page's coordinates."""
    from pypdfium2 import raw

    counted = raw.FPDFFormObj_CountObjects if depth else raw.FPDFPage_CountObjects
    given = raw.FPDFFormObj_GetObject if depth else raw.FPDFPage_GetObject
    for index in range(max(0, counted(holder))):
        handle = given(holder, index)
        if not handle:
            continue
        if raw.FPDFPageObj_GetType(handle) != raw.FPDF_PAGEOBJ_FORM:
            yield handle, matrix
        elif depth < _DEEPEST:
            yield from _objects(handle, _times(_matrix(handle), matrix), depth + 1)


def _matrix(handle: Any) -> _Matrix:
    from pypdfium2 import raw

    found = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(handle, found):
        return _IDENTITY
    return found.a, found.b, found.c, found.d, found.e, found.f


def _times(one: _Matrix, two: _Matrix) -> _Matrix:
    """First the one, then the other."""
    return (
        one[0] * two[0] + one[1] * two[2],
        one[0] * two[1] + one[1] * two[3],
        one[2] * two[0] + one[3] * two[2],
        one[2] * two[1] + one[3] * two[3],
        one[4] * two[0] + one[5] * two[2] + two[4],
        one[4] * two[1] + one[5] * two[3] + two[5],
    )


def _rules(handle: Any, matrix: _Matrix) -> Iterator[Rule]:
    """The level and upright lines of a path: strokes, edges of stroked boxes, thin filled boxes."""
    from pypdfium2 import raw

    fill, stroke = ctypes.c_int(0), raw.FPDF_BOOL(0)
    raw.FPDFPath_GetDrawMode(handle, fill, stroke)
    if not fill.value and not stroke.value:
        return
    runs = _runs(handle, _times(_matrix(handle), matrix))
    for points in runs:
        xs, ys = [x for x, _ in points], [y for _, y in points]
        width, height = max(xs) - min(xs), max(ys) - min(ys)
        if min(width, height) <= _THICKEST:
            yield from _line(((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2), width, height)
        elif stroke.value:
            for (ax, ay), (bx, by) in pairwise(points):
                if min(abs(ax - bx), abs(ay - by)) <= _LEVEL:
                    yield from _line(((ax + bx) / 2, (ay + by) / 2), abs(ax - bx), abs(ay - by))


def _line(middle: tuple[float, float], width: float, height: float) -> Iterator[Rule]:
    """The line through the middle of a flat box, if it is long enough for one."""
    x, y = middle
    if width >= height and width >= _SHORTEST:
        yield Rule(x - width / 2, y, x + width / 2, y)
    elif height > width and height >= _SHORTEST:
        yield Rule(x, y - height / 2, x, y + height / 2)


def _runs(handle: Any, matrix: _Matrix) -> list[list[tuple[float, float]]]:
    """The path's corners, a list for each of its closed or open runs."""
    from pypdfium2 import raw

    runs: list[list[tuple[float, float]]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(min(_MOST_SEGMENTS, max(0, raw.FPDFPath_CountSegments(handle)))):
        segment = raw.FPDFPath_GetPathSegment(handle, index)
        if not segment or not raw.FPDFPathSegment_GetPoint(segment, x, y):
            continue
        point = (
            x.value * matrix[0] + y.value * matrix[2] + matrix[4],
            x.value * matrix[1] + y.value * matrix[3] + matrix[5],
        )
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO or not runs:
            runs.append([])
        runs[-1].append(point)
        if raw.FPDFPathSegment_GetClose(segment):
            runs[-1].append(runs[-1][0])
    return [run for run in runs if len(run) > 1]
