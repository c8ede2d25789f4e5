"""An edit for the terminal: what stood there and what it became, one above the other, equal words in equal columns."""

from __future__ import annotations

import unicodedata

from reporter.cli.inspection import PlacedEdit
from reporter.cli.terminal import harmless

# Columns of words around an edit, and of the edit itself before it is cut: a line of 100 columns holds all of it.
_CONTEXT = 12
_LONGEST = 40
# Format characters, blanks, private use and unassigned (Unicode 16, 4.5).
_UNSEEN = frozenset({"Cf", "Zs", "Co", "Cn"})


def edit_lines(placed: PlacedEdit, text: str) -> tuple[str, str]:
    """The original and the repaired line of an edit.

    The words around are those of the repaired text, so that the two lines differ in this one edit only; it stands in
    ⟦⟧ in both, which no colour is needed to see. Blanks inside are ␣, line ends ↵.

    Args:
        text: the repaired text.
    """
    before = text[max(0, placed.clean - _CONTEXT) : placed.clean]
    after = text[placed.clean_end : placed.clean_end + _CONTEXT]
    head = visible(("…" if placed.clean > _CONTEXT else "") + before)
    tail = visible(after + ("…" if placed.clean_end + _CONTEXT < len(text) else ""))
    original, repaired = _changed(placed.edit.original), _changed(placed.edit.replacement)
    size = max(columns(original), columns(repaired))
    padded = [part + " " * (size - columns(part)) for part in (original, repaired)]
    return f"{head}⟦{padded[0]}⟧{tail}", f"{head}⟦{padded[1]}⟧{tail}"


def _changed(text: str) -> str:
    """What an edit changed, nothing of it invisible: blanks as ␣ (wide ones ␣␣), characters without a picture as
    escapes (zero-width ones, other blanks, private use)."""
    shown = visible(shortened(text)).replace(" ", "␣").replace("\u3000", "␣␣")
    return "".join(f"\\u{ord(char):04x}" if unicodedata.category(char) in _UNSEEN else char for char in shown)


def visible(text: str) -> str:
    """The text in one line, line ends as ↵, tabs as →, what a terminal would obey as escapes."""
    return harmless(text.replace("\r\n", "↵").replace("\n", "↵").replace("\t", "→"))


def shortened(text: str, longest: int = _LONGEST) -> str:
    """The text, of a long one its beginning and how long it is."""
    return text if len(text) <= longest else f"{text[: longest - 16]}…({len(text)} characters)"


def columns(text: str) -> int:
    """How many columns of a terminal a text takes (UAX #11): wide characters two, marks above others none."""
    return sum(0 if unicodedata.combining(char) else 1 + (unicodedata.east_asian_width(char) in "WF") for char in text)
