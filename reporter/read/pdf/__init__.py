"""PDF → RawText: pages → glyphs → lines → flow → groups → paragraphs, tables and notes.

Why it is read this way: docs/decisions/0008-pdf-reading.md.
"""

from reporter.read.pdf.reader import read_pdf

__all__ = ["read_pdf"]
