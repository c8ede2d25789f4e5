"""Analyses of all documents → the Briefing: its head, the documents' order, and what page one shows."""

from reporter.assemble.briefing import assemble

__all__ = ["assemble"]
