"""The theme's font roles as a style sheet: ``var(--song)`` is the role's families in the order they are tried."""

from __future__ import annotations

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
