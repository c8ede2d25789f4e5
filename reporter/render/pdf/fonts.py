"""The theme's font roles as a style sheet (``var(--song)`` is the role's families in the order they are tried), and
the fonts that a document uses."""

from __future__ import annotations

from typing import Any

from reporter.render.theme import FontRole

# What holds where an element states no other script.
_DEFAULT_SCRIPT = "zh-Hans"


def family_sheet(fonts: tuple[FontRole, ...]) -> str:
    """Custom properties for each role, by the script of the passage; empty without roles."""
    scripts = dict.fromkeys([_DEFAULT_SCRIPT, *(font.script for font in fonts)])
    return "".join(_rule(script, [font for font in fonts if font.script == script]) for script in scripts)


def _rule(script: str, fonts: list[FontRole]) -> str:
    if not fonts:
        return ""
    selector = ":root" if script == _DEFAULT_SCRIPT else f":lang({script})"
    lines = (f"--{font.role}: {', '.join(map(_quoted, font.families))};" for font in fonts)
    return f"{selector} {{ {' '.join(lines)} }}\n"


def _quoted(family: str) -> str:
    """A family name as a CSS string."""
    return '"{}"'.format(family.replace("\\", "\\\\").replace('"', '\\"'))


class SharedFonts(dict[int, Any]):
    """The fonts of a document, by WeasyPrint's key. Fonts of one file share its bytes: the faces of a family for
    several scripts lie in one file of twenty megabytes, and WeasyPrint reads it for each of them anew."""

    def __setitem__(self, key: int, font: Any) -> None:
        for known in self.values():
            if known.file_content == font.file_content:
                font.file_content = known.file_content
                break
        super().__setitem__(key, font)
