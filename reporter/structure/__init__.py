"""CleanText → Document: title, byline, date, section tree, paragraphs, items and sentences.

``outlined`` stops at the section tree and the sentences: what a summary of a text needs, at a third of the cost.
"""

from reporter.structure.document import outlined, structure

__all__ = ["outlined", "structure"]
