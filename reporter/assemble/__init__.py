"""Analyses of all documents → the Briefing: its head, the documents' order, and what page one shows."""

from reporter.assemble.briefing import assemble
from reporter.assemble.facts import Facts, facts_of

__all__ = ["Facts", "assemble", "facts_of"]
