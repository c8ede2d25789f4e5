"""Two builds → ``Changes``: documents, sentences and figures that are new, changed or gone.

It needs no more of a build than its data/briefing.json (and the manifest beside it, if there is one), so that builds of
other folders, other days and other versions of the program can be compared.
"""

from reporter.changes.compare import changes
from reporter.changes.data import Edition
from reporter.changes.edition import decoded, edition_of, read_edition

__all__ = ["Edition", "changes", "decoded", "edition_of", "read_edition"]
