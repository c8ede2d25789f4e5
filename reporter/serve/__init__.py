"""The site while it is worked on: served on this machine only, built anew when a file changes, reloaded in the browser.

``state`` knows which build stands and what went wrong, ``pages`` puts the reload into a page, ``server`` answers the
browser, ``watching`` waits for changes, ``session`` puts them together.
"""

from __future__ import annotations

from reporter.serve.session import serve
from reporter.serve.watching import watched_files

__all__ = ["serve", "watched_files"]
