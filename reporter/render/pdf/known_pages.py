"""What the shortcuts keep of pages and lines: the style of pages of one sort, page names, the strut of a style."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from reporter.render.typesetting.styles import known_of, text_style

Method = Callable[..., Any]


def known_page_styles(stock: Method) -> Method:
    """``set_page_type_computed_styles``: pages that the same rules are for share their styles and those of their
    margins. Sheets with rules for pages of some number or group are left to WeasyPrint."""

    def set_styles(page_type: Any, html: Any, style_for: Any) -> None:
        known = style_for.__dict__.get("page_styles")
        if known is None:
            known = style_for.__dict__["page_styles"] = None if _counts_pages(style_for) else {}
        if known is None:
            stock(page_type, html, style_for)
            return
        sort = page_type.side, page_type.blank, page_type.name, page_type.index == 0
        computed = style_for.get_computed_styles()
        if sort in known:
            computed.update({(page_type, part): style for part, style in known[sort]})
            return
        stock(page_type, html, style_for)
        parts = {part for page, part in style_for.get_cascaded_styles() if page == page_type}
        known[sort] = [(part, computed[page_type, part]) for part in {None, *parts}]

    return set_styles


def _counts_pages(style_for: Any) -> bool:
    """Whether a sheet has a rule for pages by their number (``:nth``); then each page may look another way."""
    return any(
        selector[2].index is not None
        for sheet, _, _ in style_for._sheets  # noqa: SLF001 - styles tell of no rules otherwise
        for _, selectors, _ in sheet.page_rules
        for selector in selectors
    )


def page_values(box: Any) -> tuple[Any, Any]:
    """``ParentBox.page_values``, which asks the first child and the last one in the flow, without looking at those
    between them."""
    start = end = box.style["page"]
    first = _in_flow(box.children)
    if first is not None:
        last = _in_flow(reversed(box.children))
        found = first.page_values()
        start = found[0] or start
        end = (found if last is first else last.page_values())[1] or end
    return start, end


def _in_flow(children: Iterable[Any]) -> Any:
    """The first box that is in the flow or floats; None where there is none."""
    return next((child for child in children if child.is_in_normal_flow() or child.is_floated()), None)


def known_strut(stock: Method) -> Method:
    """``strut``, asked once for all styles that set text alike with the same distance of lines."""

    def strut(style: Any) -> Any:
        found = style.__dict__.get("strut")
        if found is None:
            known, key = known_of(style, "struts"), (text_style(style), style["line_height"])
            if key not in known:
                known[key] = stock(style)
            found = style.__dict__["strut"] = known[key]
        return found

    return strut
