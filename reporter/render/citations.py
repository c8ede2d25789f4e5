"""A document as GB/T 7714—2015 cites it, in the order of citation: who. what[kind]. publisher, year(date). where.

What a document does not state is left out, as 8.1.5 (no author), 8.4 (no place or publisher of an electronic resource)
and 8.5 allow; nothing stands in for it. The day of the visit, which nobody recorded, is left out too.
"""

from __future__ import annotations

import re

from reporter.model import Document

# 8.1.2: up to three authors are all named, of more the first three.
_AUTHORS_NAMED = 3
# Annex B, table B.1: the letter of a kind of document; all others are Z. Papers that a body issues under a number are
# cited as records (A), as the standard's own example of a forwarded notice is.
_CODES = {"bulletin": "R", "report": "R", "notice": "A", "policy": "A"}
_RECORD, _ANNOUNCEMENT, _OTHER = "A", "EB", "Z"
_ONLINE = "/OL"
_BLANK = re.compile(r"\s+")
_DATE = re.compile(r"\d{4}(?:-\d{2}){0,2}")


def citation(document: Document, untitled: str = "") -> str:
    """The document's entry in a list of references, without its number; a title that is missing reads ``untitled``."""
    head = f"{_title(document, untitled)}[{_kind(document)}]"
    parts = [_authors(document), head, _issue(document), _line(document.url or "")]
    return ". ".join(filter(None, parts)) + ("" if document.url else ".")


def numbered_citation(number: int, document: Document, untitled: str = "") -> str:
    """The entry with its number: ``[3] …``."""
    return f"[{number}] {citation(document, untitled)}"


def _authors(document: Document) -> str:
    """Up to three authors, then 等; the body that issued it where nobody is named."""
    names = [name for name in map(_line, document.authors) if name]
    if not names:
        return _line(document.source or "")
    return ", ".join([*names[:_AUTHORS_NAMED], *(["等"] if len(names) > _AUTHORS_NAMED else [])])


def _title(document: Document, untitled: str) -> str:
    """The title, then subtitle and number as further title information (8.2.3)."""
    parts = (document.title.text or untitled, document.subtitle or "", document.number or "")
    return ": ".join(filter(None, map(_line, parts)))


def _kind(document: Document) -> str:
    """The letter of its kind, with the carrier where it was had from the web."""
    code = _RECORD if document.number else _CODES.get(document.kind or "", "")
    if document.url:
        return (code or _ANNOUNCEMENT) + _ONLINE
    return code or _OTHER


def _issue(document: Document) -> str:
    """Publisher and date; of a web page the date is in brackets (8.8.3), behind the year if a publisher is named."""
    publisher = _line(document.source or "") if any(map(_line, document.authors)) else ""
    date = document.date if document.date and _DATE.fullmatch(document.date) else ""
    if not document.url:
        return ", ".join(filter(None, (publisher, date)))
    year = date[:4] if publisher else ""
    return ", ".join(filter(None, (publisher, year))) + (f"({date})" if date else "")


def _line(text: str) -> str:
    """The text on one line."""
    return _BLANK.sub(" ", text).strip()
