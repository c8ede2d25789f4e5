"""Document(s) → ranked, chosen sentences and keywords.

Document → Context (words, lengths, units, topic) → a method's scores → a choice under a budget → Summary.
"""

from reporter.summarize.document import summarize_document
from reporter.summarize.documents import summarize_documents
from reporter.summarize.keywords import keywords, keywords_of_all
from reporter.summarize.methods import METHODS, Method, method

__all__ = [
    "METHODS",
    "Method",
    "keywords",
    "keywords_of_all",
    "method",
    "summarize_document",
    "summarize_documents",
]
