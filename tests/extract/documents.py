"""Documents made of short strings, as the tests of extraction need them."""

from __future__ import annotations

from reporter.extract import extract
from reporter.model import Analysis, CleanText, Document, Summary
from reporter.structure import structure


def document(text: str, name: str = "report") -> Document:
    """The document of a clean text."""
    return structure(CleanText.of(text, f"{name}.txt"), name)


def analysis(text: str, name: str = "report") -> Analysis:
    """The document with its figures and tables."""
    made = document(text, name)
    found = extract(made)
    return Analysis(made, Summary((), ()), (), found.indicators, found.tables, found.findings)
