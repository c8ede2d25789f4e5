"""CleanText → Document: title, byline, date, section tree, paragraphs, items and sentences."""

from reporter.structure.document import structure

__all__ = ["structure"]
