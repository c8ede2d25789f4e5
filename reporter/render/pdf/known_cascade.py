"""What the shortcuts keep while WeasyPrint applies style sheets: the cascade of rules that match together.

The sheet that WeasyPrint has for every page has rules for list markers and four parts of notes which match each
element. So an element gets seven styles, six of which nobody asks for where there is neither list nor note. WeasyPrint
gives one style to elements that the same rules match and whose parents have one; here their pseudo-elements have one
likewise, and what the rules state is put in order once for all that they match together.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import inf
from typing import Any, NamedTuple

from weasyprint import css
from weasyprint.logger import PROGRESS_LOGGER

# Name of a property → its value and the weight that it is stated with.
Cascade = dict[str, tuple[Any, Any]]


class _Own(NamedTuple):
    """What an element states by itself, and a key that equal ones share."""

    key: Any
    cascade: Cascade


_NOTHING = _Own(None, {})


def shared_styles(
    style_for: Any, html: Any, sheets: Sequence[Any], presentational_hints: bool, fonts: Any, targets: Any
) -> None:
    """``StyleFor.__init__``."""
    style_for._cascaded_styles, style_for._computed_styles = {}, {}  # noqa: SLF001 - it is what makes them
    style_for.initial_page_sizes = {"box": None, "area": None}
    style_for._sheets, style_for.font_config = sheets, fonts  # noqa: SLF001
    PROGRESS_LOGGER.info("Step 3 - Applying CSS")
    pseudo_elements = _style_elements(style_for, html, _Rules(sheets), _stated(html, presentational_hints), targets)
    _style_pseudo_elements(style_for, html, pseudo_elements, targets)
    style_for.get_cascaded_styles().clear()


def _style_elements(
    style_for: Any, html: Any, rules: _Rules, stated: dict[Any, _Own], targets: Any
) -> list[tuple[Any, str, Cascade]]:
    """Give elements their styles, parents first; their pseudo-elements with what is stated of them."""
    computed, cascaded, root = style_for.get_computed_styles(), style_for.get_cascaded_styles(), html.etree_element
    known: dict[Any, Any] = {}
    pseudo_elements = []
    for wrapped in html.wrapper_element.iter_subtree():
        element = wrapped.etree_element
        parent = wrapped.parent.etree_element if wrapped.parent else None
        matching, found = rules.of(wrapped, stated.get(element, _NOTHING))
        key = (id(computed[parent, None]) if wrapped.parent else None, matching)
        if key in known:
            computed[element, None] = known[key]
        else:
            cascaded[element, None] = found.get(None, {})
            style_for.set_computed_styles(
                element, root=root, parent=parent, base_url=html.base_url, target_collector=targets
            )
            known[key] = computed[element, None]
        pseudo_elements += [(element, kind, cascade) for kind, cascade in found.items() if kind]
    return pseudo_elements


def _style_pseudo_elements(
    style_for: Any, html: Any, pseudo_elements: Iterable[tuple[Any, str, Cascade]], targets: Any
) -> None:
    """Give pseudo-elements their styles: one to those of elements with one style of which the same is stated. An anchor
    is one element's own."""
    computed, cascaded = style_for.get_computed_styles(), style_for.get_cascaded_styles()
    known: dict[Any, Any] = {}
    for element, kind, cascade in pseudo_elements:
        key = id(computed[element, None]), kind, id(cascade)
        style = known.get(key)
        if style is None:
            cascaded[element, kind] = cascade
            style_for.set_computed_styles(
                element, root=html.etree_element, parent=element, pseudo_type=kind, base_url=html.base_url,
                target_collector=targets,
            )  # fmt: skip
            if not computed[element, kind]["anchor"]:
                known[key] = computed[element, kind]
        else:
            computed[element, kind] = style


def _stated(html: Any, presentational_hints: bool) -> dict[Any, _Own]:
    """What elements state by themselves: their ``style``, and attributes that are taken for style. Elements that state
    a language and nothing else state the same."""
    found: dict[Any, Cascade] = {}
    attributes = css.find_style_attributes(html.etree_element, presentational_hints, html.base_url)
    for specificity, element, declarations, base_url in attributes:
        cascade = found.setdefault(element, {})
        _state(cascade, css.preprocess_declarations(base_url, declarations), "author", inf, specificity)
    return {element: _Own(_shared_key(element, cascade), cascade) for element, cascade in found.items()}


def _shared_key(element: Any, cascade: Cascade) -> Any:
    value, weight = cascade.get("lang", (None, None))
    plain = isinstance(value, str) or (isinstance(value, tuple) and all(isinstance(part, str) for part in value))
    return (value, weight) if len(cascade) == 1 and plain else element


def _state(
    cascade: Cascade, declarations: Iterable[tuple[str, Any, bool]], origin: str, layer: float, specificity: Any
) -> None:
    """Put declarations into a cascade, where nothing of more weight is stated."""
    for name, values, importance in declarations:
        weight = (css.declaration_precedence(origin, importance), layer, specificity)
        old = cascade.get(name)
        if old is None or old[1] <= weight:
            cascade[name] = values, weight


class _Rules:
    """The rules of sheets, and for those that match together the cascades of an element and its pseudo-elements."""

    def __init__(self, sheets: Sequence[Any]) -> None:
        self._sheets = sheets
        self._known: dict[Any, dict[str | None, Cascade]] = {}

    def of(self, wrapped: Any, own: _Own) -> tuple[tuple[Any, ...], dict[str | None, Cascade]]:
        """Which rules match an element, with what it states itself, and its cascades by the name of the pseudo-element
        (None for itself)."""
        matches = [sheet.matcher.match(wrapped) for sheet, _, _ in self._sheets]
        # The places of rules in their sheets tell them apart.
        matching = (own.key, *[tuple([match[1] for match in found]) for found in matches])
        if matching not in self._known:
            self._known[matching] = self._cascades(matches, {None: dict(own.cascade)} if own.cascade else {})
        return matching, self._known[matching]

    def _cascades(
        self, matches: Sequence[Sequence[Any]], cascades: dict[str | None, Cascade]
    ) -> dict[str | None, Cascade]:
        for (sheet, origin, sheet_specificity), found in zip(self._sheets, matches, strict=True):
            for specificity, _, kind, (declarations, layer) in found:
                order = inf if layer is None else sheet.layers.index(layer)
                _state(cascades.setdefault(kind, {}), declarations, origin, order, sheet_specificity or specificity)
        return cascades
