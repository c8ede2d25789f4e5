"""Briefing → files: the site, the PDF, the data. One renderer a format, in a table by the format's name."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from reporter.config import Config
from reporter.model import Briefing, Finding
from reporter.render.theme import Theme, load_theme


class Renderer(Protocol):
    """Writes one format of a briefing below a folder, under the names of the output contract."""

    def __call__(self, briefing: Briefing, folder: Path, config: Config) -> tuple[Finding, ...]:
        """Write the files; return what there is to say about them."""


def _of(module: str, function: str) -> Renderer:
    """A renderer whose module is loaded when it first runs: the PDF and office libraries take their time."""

    def render(briefing: Briefing, folder: Path, config: Config) -> tuple[Finding, ...]:
        renderer = cast("Renderer", getattr(import_module(f"reporter.render.{module}"), function))
        return renderer(briefing, folder, config)

    return render


# In the order in which they run: the site comes last, it offers the others' files for download.
RENDERERS: dict[str, Renderer] = {
    "json": _of("data_json", "write_json"),
    "csv": _of("data_csv", "write_csv"),
    "xlsx": _of("xlsx", "write_xlsx"),
    "pdf": _of("pdf", "write_pdf"),
    "docx": _of("docx", "write_docx"),
    "md": _of("markdown", "write_markdown"),
    "html": _of("site", "write_site"),
}

__all__ = ["RENDERERS", "Renderer", "Theme", "load_theme"]
