"""What the PDF library says and does beside its pages → findings: warnings, missing glyphs, stand-in fonts."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from reporter.model import Finding, Saying

_LOGGER = logging.getLogger("weasyprint")
_NO_GLYPH = ".notdef glyph rendered"
_NO_FONT = Saying(
    "render-glyph-missing",
    "warning",
    "no font has a glyph for {count} characters, the PDF shows boxes: {characters}",
    "apt-get install fonts-noto-cjk, or see reporter doctor",
)
# Measured on a PDF of four pages with the Noto faces: 1 s becomes 30, 99 KB become 1.2 MB.
_SLOW = Saying(
    "render-subset-slow",
    "warning",
    "the PDF's fonts were cut down without HarfBuzz: that takes about half a minute and a megabyte more for each file",
    "apt-get install libharfbuzz-subset0",
)
_COMPLAINT = Saying("render-pdf", "warning", "{complaint}", "see the theme's print.html.j2 and print.css")
_STAND_IN = Saying(
    "render-font-stand-in.faces",
    "warning",
    "the PDF uses {faces} in place of {wanted}",
    "apt-get install fonts-noto-cjk, or see reporter doctor",
)


def complaint_findings(complaints: list[str]) -> Iterator[Finding]:
    """What the PDF library complained of, each once; missing glyphs in one finding."""
    missing = [text.removeprefix(_NO_GLYPH) for text in complaints if text.startswith(_NO_GLYPH)]
    if missing:
        characters = "".join(dict.fromkeys(text.split('"')[1] for text in missing if text.count('"') > 1))
        yield _NO_FONT.finding(count=len(characters), characters=characters)
    others = dict.fromkeys(text for text in complaints if not text.startswith(_NO_GLYPH))
    slow = [text for text in others if "HarfBuzz-Subset" in text]
    if slow:
        yield _SLOW.finding()
    for text in others:
        if text not in slow:
            yield _COMPLAINT.finding(complaint=text)


def stand_in_findings(faces: set[str], wanted: tuple[str, ...]) -> Iterator[Finding]:
    """One finding for the font families in the PDF that the theme did not ask for."""
    strangers = sorted(face for face in faces if face not in wanted)
    if wanted and strangers:
        yield _STAND_IN.finding(faces=", ".join(strangers), wanted=", ".join(wanted))


class _Collector(logging.Handler):
    """Keeps the messages that it is given."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def collected_complaints() -> Iterator[list[str]]:
    """The PDF library's warnings and errors, kept from whoever else listens."""
    collector = _Collector()
    before = _LOGGER.handlers, _LOGGER.propagate
    _LOGGER.handlers, _LOGGER.propagate = [collector], False
    try:
        yield collector.messages
    finally:
        _LOGGER.handlers, _LOGGER.propagate = before
