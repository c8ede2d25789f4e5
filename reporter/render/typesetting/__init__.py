"""Chinese typesetting in the PDF, beyond what the PDF library does: straight right edges, distances between scripts,
closed up punctuation, and lines that break where Chinese text may.

    activation       on and off, and what for          marked          running text for templates
    breaks, faces    text → the stand-in that breaks   opportunities   text and width → line
    layout, glyphs   Pango layouts, glyphs in place    justification   line and room → gaps
    gaps, spacing    text → where gaps are           measured        lines that were measured before
    styles           which styles set text alike
"""

from reporter.render.typesetting.activation import Typesetting, chinese_typesetting, missing_parts
from reporter.render.typesetting.marked import breakable, marked

__all__ = ["Typesetting", "breakable", "chinese_typesetting", "marked", "missing_parts"]
