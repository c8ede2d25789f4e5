"""Document(s) → ranked, chosen sentences and keywords.

Document → Context (words, lengths, units, topic) → a method's scores → a choice under a budget → Summary.
"""

from reporter.summarize.curation import pick_document, picks_of, picks_of_text
from reporter.summarize.document import summarize_document
from reporter.summarize.documents import slight_among, summarize_documents
from reporter.summarize.facets import slight_findings
from reporter.summarize.keywords import keywords, keywords_of_all, terms
from reporter.summarize.methods import METHODS, Method, method
from reporter.summarize.remarks import curation_findings, text_findings, topic_findings
from reporter.summarize.topics import speaking, topic_rows, unspoken, with_phrases

__all__ = [
    "METHODS",
    "Method",
    "curation_findings",
    "keywords",
    "keywords_of_all",
    "method",
    "pick_document",
    "picks_of",
    "picks_of_text",
    "slight_among",
    "slight_findings",
    "speaking",
    "summarize_document",
    "summarize_documents",
    "terms",
    "text_findings",
    "topic_findings",
    "topic_rows",
    "unspoken",
    "with_phrases",
]
