"""Quotation marks of one face for text in another whose ideographs are narrower than their em.

Such a face is set larger, so that its ideographs fill their place on the line (``faces.py``). Marks of another face
would be larger with it and push the last characters off the line: of 28 places two marks would take 2.17.
"""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont, TTLibError

MARKS = range(0x2018, 0x201E)


@cache
def narrowed_marks(file: Path, advance: float) -> bytes:
    """A face with nothing but the quotation marks of a file, drawn smaller.

    Args:
        file: an OpenType face.
        advance: the width of a full-width mark in the face that is made, in em.

    Returns:
        an OpenType face; the file as it is where it can't be taken apart.
    """
    from fontTools.ttLib.scaleUpem import scale_upem  # few documents need it, and loading it takes a tenth of a second

    data = file.read_bytes()
    try:
        font = TTFont(io.BytesIO(data), lazy=True, recalcTimestamp=False)
        _reduce(font)
        whole = font["head"].unitsPerEm
        scale_upem(font, round(whole * advance))
        font["head"].unitsPerEm = whole
        made = io.BytesIO()
        font.save(made, reorderTables=False)
    except (TTLibError, KeyError, ValueError, TypeError, AttributeError):
        return data
    return made.getvalue()


def _reduce(font: TTFont) -> None:
    """Leave the marks alone in a face: drawing all of it anew takes seconds. They keep their numbers, by which a
    CID-keyed face is embedded (``pdf/faces.py``)."""
    from fontTools import subset

    layout = ["BASE", "DSIG", "GPOS", "GSUB", "VORG", "vhea", "vmtx"]
    options = subset.Options(retain_gids=True, layout_features=[], drop_tables=layout)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=MARKS)
    subsetter.subset(font)
