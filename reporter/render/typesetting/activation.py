"""Turning Chinese typesetting on and off in WeasyPrint.

This leans on inner names of WeasyPrint 70. Where one of them is gone or takes other arguments, nothing is replaced,
lines stay as WeasyPrint sets them, and ``Typesetting.missing`` says what was looked for.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from pkgutil import resolve_name

from reporter.model import Finding, Saying
from reporter.render.replacement import Place, Replacement

_INLINE, _PREFERRED = "weasyprint.layout.inline:", "weasyprint.layout.preferred:"
_BREAK, _DRAW = "weasyprint.text.line_break:", "weasyprint.draw.text:"
_SPLIT = ("text", "style", "context", "max_width", "justification_spacing", "is_line_start", "minimum")
# Inner functions of the PDF library → the names of their arguments.
EXPECTED: Mapping[str, tuple[str, ...]] = {
    f"{_INLINE}text_align": ("context", "line", "available_width", "last"),
    f"{_INLINE}justify_line": ("context", "line", "extra_width"),
    f"{_INLINE}can_break_text": ("text", "lang"),
    f"{_PREFERRED}can_break_text": ("text", "lang"),
    f"{_INLINE}split_first_line": _SPLIT,
    f"{_PREFERRED}split_first_line": _SPLIT,
    f"{_BREAK}create_layout": ("text", "style", "context", "max_width", "justification_spacing"),
    f"{_BREAK}get_font_description": ("style",),
    f"{_BREAK}line_size": ("line", "style"),
    f"{_BREAK}Layout": ("style", "justification_spacing", "max_width"),
    f"{_BREAK}Layout.get_first_line": ("self",),
    f"{_BREAK}Layout.set_text": ("self", "text", "justify"),
    f"{_BREAK}Layout.reactivate": ("self", "style"),
    f"{_DRAW}draw_first_line": ("stream", "textbox", "text_overflow", "block_ellipsis", "matrix"),
    "weasyprint.text.ffi:ffi.offsetof": (),
    "weasyprint.text.ffi:pango.pango_layout_get_baseline": (),
}


@dataclass(frozen=True, slots=True)
class Typesetting:
    """How lines are set: as Chinese, or, when the PDF library has parts ``missing``, as it sets them itself."""

    missing: tuple[str, ...] = ()

    @property
    def active(self) -> bool:
        """Whether lines are set as Chinese."""
        return not self.missing

    def findings(self) -> tuple[Finding, ...]:
        """One finding when lines are not set as Chinese."""
        if self.active:
            return ()
        return (_OFF.finding(names=", ".join(self.missing)),)


_OFF = Saying(
    "render-typesetting-off",
    "warning",
    "lines of the PDF are not set as Chinese: WeasyPrint is without {names}",
    "install the WeasyPrint of the lock file",
)


@contextmanager
def chinese_typesetting(expected: Mapping[str, tuple[str, ...]] = EXPECTED) -> Iterator[Typesetting]:
    """While it lasts, WeasyPrint sets lines as Chinese, in every thread; layout belongs inside, drawing may follow.

    ``expected`` is what is looked for in the PDF library. May be nested.
    """
    with _OURS.lasting(lambda: not missing_parts(expected)) as taken:
        yield Typesetting(() if taken else missing_parts(expected))


def missing_parts(expected: Mapping[str, tuple[str, ...]] = EXPECTED) -> tuple[str, ...]:
    """The inner parts of the PDF library that are not as this package expects them, looked for once."""
    return _missing(tuple(expected.items()))


@cache
def _missing(expected: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[str, ...]:
    return tuple(name.replace(":", ".") for name, arguments in expected if not _found(name, arguments))


def _found(name: str, arguments: tuple[str, ...]) -> bool:
    try:
        part = resolve_name(name)
    except (ImportError, AttributeError):
        return False
    return not arguments or (callable(part) and tuple(inspect.signature(part).parameters) == arguments)


def _places() -> tuple[Place, ...]:
    """Our functions and WeasyPrint's whose place they take."""
    # These lean on the parts that were looked for: they are imported when all are there.
    from weasyprint.layout import inline, preferred
    from weasyprint.text import line_break

    from reporter.render.typesetting.faces import described
    from reporter.render.typesetting.justification import set_line, spread_line
    from reporter.render.typesetting.layout import ChineseLayout
    from reporter.render.typesetting.opportunities import can_break, split_line

    return (
        (inline, "text_align", partial(set_line, stock=inline.text_align)),
        (inline, "justify_line", partial(spread_line, stock=inline.justify_line)),
        (inline, "can_break_text", partial(can_break, stock=inline.can_break_text)),
        (preferred, "can_break_text", partial(can_break, stock=preferred.can_break_text)),
        (inline, "split_first_line", partial(split_line, stock=inline.split_first_line)),
        (preferred, "split_first_line", partial(split_line, stock=preferred.split_first_line)),
        (line_break, "get_font_description", partial(described, stock=line_break.get_font_description)),
        (line_break, "Layout", ChineseLayout),
    )


_OURS = Replacement(_places)
