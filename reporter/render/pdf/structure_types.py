"""Elements of HTML → standard structure types (ISO 32000-1, 14.8.4), where the name alone decides."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

SVG = "{http://www.w3.org/2000/svg}svg"

BLOCKS: Mapping[str, str] = MappingProxyType(
    {
        "address": "Div",
        "article": "Art",
        "aside": "Sect",
        "blockquote": "BlockQuote",
        "div": "Div",
        "figcaption": "Caption",
        "figure": "Div",
        "footer": "Div",
        "header": "Div",
        "main": "Part",
        "nav": "Sect",
        "p": "P",
        "pre": "P",
        "section": "Sect",
        **{f"h{level}": f"H{level}" for level in range(1, 7)},
    }
)
INLINES: Mapping[str, str] = MappingProxyType({"code": "Code", "q": "Quote"})
LISTS = frozenset(("ul", "ol", "dl"))
PICTURES = frozenset(("img", SVG))
# Of the parts of a table: what they become, and in what they may stand.
TABLE_PARTS: Mapping[str, tuple[str, frozenset[str]]] = MappingProxyType(
    {
        "caption": ("Caption", frozenset(("Table",))),
        "thead": ("THead", frozenset(("Table",))),
        "tbody": ("TBody", frozenset(("Table",))),
        "tfoot": ("TFoot", frozenset(("Table",))),
        "tr": ("TR", frozenset(("Table", "THead", "TBody", "TFoot"))),
        "th": ("TH", frozenset(("TR",))),
        "td": ("TD", frozenset(("TR",))),
    }
)
SCOPES: Mapping[str, str] = MappingProxyType({"row": "Row", "rowgroup": "Row", "col": "Column", "colgroup": "Column"})
NUMBERINGS: Mapping[str, str] = MappingProxyType(
    {
        "circle": "Circle",
        "disc": "Disc",
        "square": "Square",
        "lower-alpha": "LowerAlpha",
        "lower-latin": "LowerAlpha",
        "lower-roman": "LowerRoman",
        "upper-alpha": "UpperAlpha",
        "upper-latin": "UpperAlpha",
        "upper-roman": "UpperRoman",
    }
)
"""CSS list styles → ``ListNumbering`` (Table 347); all others number in figures."""
