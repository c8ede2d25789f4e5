"""Document(s) → ranked, chosen sentences and keywords.

Document → Context (words, lengths, units, topic) → a method's scores → a choice under a budget → Summary.
"""

from reporter.summarize.curation import pick_document, picks_of, picks_of_text
from reporter.summarize.document import summarize_document
from reporter.summarize.documents import passed_over, slight_among, summarize_documents
from reporter.summarize.facets import is_slight, slight_findings
from reporter.summarize.keywords import keywords, keywords_of_all, terms
from reporter.summarize.methods import METHODS, Method, method
from reporter.summarize.remarks import curation_findings, text_findings, topic_findings
from reporter.summarize.topics import Spoken, rows_of, speaking, spoken, topic_rows, topics_of, unspoken, with_phrases

__all__ = [
    "METHODS",
    "Method",
    "Spoken",
    "curation_findings",
    "is_slight",
    "keywords",
    "keywords_of_all",
    "method",
    "passed_over",
    "pick_document",
    "picks_of",
    "picks_of_text",
    "rows_of",
    "slight_among",
    "slight_findings",
    "speaking",
    "spoken",
    "summarize_document",
    "summarize_documents",
    "terms",
    "text_findings",
    "topic_findings",
    "topic_rows",
    "topics_of",
    "unspoken",
    "with_phrases",
]
