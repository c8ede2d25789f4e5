"""Official documents of briefings made by hand, and what their pages measure."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cached_property
from io import BytesIO
from typing import Any

import pdfplumber

from reporter.config import Config, configured
from reporter.model import Briefing, Finding, Reference
from reporter.render.gongwen.layout import official_pages
from tests.render.briefings import analysis_of, briefing_of, document_of

MM = 25.4 / 72
FULL: dict[str, Any] = {
    "issuers": ["北川市质量监督局"],
    "number": "北质发[2018]12号",
    "addressees": ["各县人民政府", "市政府各部门"],
    "date": "2018-05-04",
    "copies": ["市委办公室", "市人大常委会办公室"],
    "printing_office": "北川市质量监督局办公室",
    "printing_date": "2018-05-05",
}


def settings(**gongwen: Any) -> Config:
    """The configuration of an official document."""
    return configured({"output": {"theme": "gongwen"}, "gongwen": gongwen})


def printed(briefing: Briefing, config: Config) -> Pdf:
    """The official document as a PDF."""
    made = official_pages(briefing, config)
    data = made.pages.write_pdf()
    return Pdf(data, (*made.findings, *made.font_findings()))


def text_briefing(*sentences: str, script: str = "zh-Hans") -> Briefing:
    """A briefing that chooses every sentence of one document."""
    analysis = analysis_of(
        document_of("\n".join(("标题", *sentences)), "in/a.txt", script=script), chosen=len(sentences)
    )
    chosen = tuple(Reference(analysis.document.id, name) for name in analysis.summary.sentences)
    return replace(briefing_of(analysis), summary=chosen, overview=chosen)


@dataclass
class Pdf:
    """A written document with what there was to say about it."""

    data: bytes
    findings: tuple[Finding, ...]

    @cached_property
    def pages(self) -> list[Leaf]:
        """Its pages."""
        with pdfplumber.open(BytesIO(self.data)) as document:
            return [
                Leaf([char for char in page.chars if char["text"].strip()], page.rects + page.lines, page.annots)
                for page in document.pages
            ]


@dataclass
class Leaf:
    """A page: its characters, and its rules."""

    chars: list[dict[str, Any]]
    rules: list[dict[str, Any]]
    annots: list[dict[str, Any]]

    @cached_property
    def lines(self) -> dict[float, list[dict[str, Any]]]:
        """The lines of text from top to bottom by their baselines (points from the foot), without marks and page
        number."""
        found: dict[float, list[dict[str, Any]]] = defaultdict(list)
        for char in self.chars:
            if 15 < char["size"] < 18:
                found[round(char["matrix"][5], 1)].append(char)
        return {y: sorted(found[y], key=lambda char: char["x0"]) for y in sorted(found, reverse=True)}

    def texts(self) -> list[str]:
        """The text of each line."""
        return ["".join(char["text"] for char in line) for line in self.lines.values()]

    @property
    def text(self) -> str:
        """All its characters, in the order of the file."""
        return "".join(char["text"] for char in self.chars)

    def of_size(self, size: float) -> list[dict[str, Any]]:
        """The characters of a size, from left to right."""
        return sorted((c for c in self.chars if abs(c["size"] - size) < 0.1), key=lambda char: char["x0"])
