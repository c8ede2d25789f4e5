"""The search of the site: an index that a page loads piece by piece, from a file: address too.

``passages`` says what of a document can be found, ``folding`` how two spellings become one, ``bigrams`` what the index
holds, ``files`` how it is written; ``templates/briefing/scripts/search.js`` reads it.
"""

from __future__ import annotations

from reporter.render.search.files import write_search

__all__ = ["write_search"]
