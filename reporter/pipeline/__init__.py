"""The stages in their order: from files to documents, from documents to a briefing."""

from __future__ import annotations

from reporter.pipeline.build import BuildResult, brief, build
from reporter.pipeline.documents import analyse, document_of, document_of_text, limits_of, outline_of_text
from reporter.pipeline.progress import Progress

__all__ = [
    "BuildResult",
    "Progress",
    "analyse",
    "brief",
    "build",
    "document_of",
    "document_of_text",
    "limits_of",
    "outline_of_text",
]
