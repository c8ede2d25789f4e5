"""The DOCX as an official document of a Chinese office (GB/T 9704-2012): the Word twin of the theme ``gongwen``.

``OfficialPage``, what the PDF of the theme says → paragraphs, tables and a page grid that Word keeps.
"""

from reporter.render.docx.official.document import write_official
from reporter.render.docx.official.styles import LINE, OFFICIAL_CELL_SIZE, OFFICIAL_LOOKS

__all__ = ["LINE", "OFFICIAL_CELL_SIZE", "OFFICIAL_LOOKS", "write_official"]
