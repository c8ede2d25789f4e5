"""Characters of symbol fonts, and the fields that draw a character: what they look like as Unicode."""

from __future__ import annotations

import re

# Symbol fonts keep their glyphs at U+F000 to U+F0FF; documents name the glyph with or without that offset.
_OFFSET = 0xF000
_SYMBOL = dict(
    zip(
        range(0x61, 0x7B),
        "αβχδεφγηιϕκλμνοπθρστυϖωξψζ",
        strict=True,
    )
) | {
    0x41: "Α", 0x42: "Β", 0x44: "Δ", 0x46: "Φ", 0x47: "Γ", 0x4C: "Λ", 0x50: "Π", 0x51: "Θ", 0x53: "Σ", 0x57: "Ω",
    0x59: "Ψ", 0xA3: "≤", 0xA5: "∞", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB3: "≥",
    0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xBC: "…", 0xD7: "⋅", 0xE5: "∑", 0xD6: "√",
}  # fmt: skip
_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x9F: "•",
    0xA1: "○", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE8: "➔", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒",
    0xFE: "☑",
}  # fmt: skip
_WINGDINGS |= {0x80 + digit: chr(ord("①") + digit - 1) for digit in range(1, 11)}
_WINGDINGS |= {0x8B + digit: chr(ord("❶") + digit - 1) for digit in range(1, 11)}
_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "☐"}
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}

# Office programs draw a circled character (EQ \o\ac(○,1)) and a note above a character (EQ … \o\ad(\s\up 9(…),…)) by
# formula fields, whose result nobody stores.
_CIRCLED = re.compile(r"\\o\s*\\ac\s*\(\s*[○◯△□◇]\s*[,，;]\s*+(?P<inner>[^()\s][^()]{0,5}?)\s*+\)")
_ANNOTATED = re.compile(
    r"\\o\s*\\a[cdlr]\s*\(\s*\\s\s*\\up\s*[\d.]+\s*\([^()]*\)\s*[,，;]\s*+"
    r"(?P<inner>[^()\s]++(?:\s++[^()\s]++)*+)\s*+\)"
)


def symbol(font: str, code: str) -> str:
    """The character of a w:sym (17.3.3.30), whose code is hexadecimal. A glyph that no table here knows stays in the
    private area, where repair reports it; nonsense is empty."""
    try:
        point = int(code, 16)
    except ValueError:
        return ""
    glyph = point - _OFFSET if _OFFSET <= point < _OFFSET + 0x100 else point
    table = _FONTS.get(font.strip().lower())
    if table is not None:
        return table.get(glyph) or chr(_OFFSET + glyph % 0x100)
    return chr(point) if 0x20 <= point < 0x110000 and not 0xD800 <= point < 0xE000 else ""


def drawn_by_formula(instruction: str) -> str:
    """The character that a formula field draws; empty where it draws something else."""
    if match := _ANNOTATED.search(instruction):
        return match["inner"]
    match = _CIRCLED.search(instruction)
    if not match:
        return ""
    inner = match["inner"]
    return chr(ord("①") + int(inner) - 1) if inner.isdecimal() and 1 <= int(inner) <= 20 else inner
