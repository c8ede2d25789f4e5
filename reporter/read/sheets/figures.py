"""Which texts are figures, which are labels: what header detection and the reading of cells agree on."""

from __future__ import annotations

import re

_FIGURE = re.compile(
    r"[（(]?[-+－＋−△▲▼]?[¥￥$]?(?:[\d０-９]{1,3}(?:[,，][\d０-９]{3})+|[\d０-９]+)(?:[.．][\d０-９]+)?(?:[eE][+-]?\d+)?\s?[%％‰]?[)）]?$"
)
_NOTHING = re.compile(r"(?:[-－—–―─…·.×*/＊]{1,4}|—\s—|N/?A|#N/A|无|\.{2,6})$", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d(?:年)?$")


def is_figure(text: str) -> bool:
    """Whether a text is one number and nothing else."""
    return _FIGURE.match(text) is not None


def is_nothing(text: str) -> bool:
    """Whether a text stands for a missing value: a dash, dots, a slash."""
    return _NOTHING.match(text) is not None


def is_year(text: str) -> bool:
    """Whether a text is a year: a figure that heads a column."""
    return _YEAR.match(text) is not None
