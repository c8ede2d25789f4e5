"""Web pages → RawText: the decoded markup is the source, everything that is not text an edit.

    markup (tokens) ──> page (readable text, blocks) ──> regions, evidence, article (which blocks are the article)
                   └──> tables, grids               └──> metadata, stated, headline (title, source, author, date)

``main_text`` asks trafilatura, which keeps no positions; the article is found again among our blocks.
"""

from __future__ import annotations

from reporter.read.html.page_reader import read_page
from reporter.read.html.web_archive import read_web_archive

__all__ = ["read_page", "read_web_archive"]
