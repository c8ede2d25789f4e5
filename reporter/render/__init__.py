"""Briefing → files: the site, the PDF, the data. One renderer a format, in a table by the format's name."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Protocol, cast

from reporter.config import Config
from reporter.errors import RenderError
from reporter.model import Briefing, Finding
from reporter.render.kept import NOTHING_KEPT, Kept
from reporter.render.theme import Theme, load_theme


class Renderer(Protocol):
    """Writes one format of a briefing below a folder, under the names of the output contract."""

    def __call__(
        self,
        briefing: Briefing,
        folder: Path,
        config: Config,
        originals: Mapping[str, Path] | None = None,
        kept: Kept = NOTHING_KEPT,
        jobs: int = 0,
    ) -> tuple[Finding, ...]:
        """Write the files; return what there is to say about them. ``originals`` says where the inputs lie, by the path
        that the briefing shows; ``kept`` has the pieces of earlier builds; ``jobs`` is how many processes may work at
        once, 0 for as many as there are cores."""


def _of(module: str, function: str, *, embeds: bool = False, keeps: bool = False) -> Renderer:
    """A renderer whose module is loaded when it first runs: the PDF and office libraries take their time. ``embeds``
    says that it wants to know where the inputs lie and how many may work on it, ``keeps`` that it takes and leaves
    pieces."""

    def render(
        briefing: Briefing,
        folder: Path,
        config: Config,
        originals: Mapping[str, Path] | None = None,
        kept: Kept = NOTHING_KEPT,
        jobs: int = 0,
    ) -> tuple[Finding, ...]:
        renderer = getattr(_loaded(module), function)
        wanted = {"originals": originals, "jobs": jobs} if embeds else {"kept": kept} if keeps else {}
        return cast("tuple[Finding, ...]", renderer(briefing, folder, config, **wanted))

    return render


def _loaded(module: str) -> ModuleType:
    """A module of this room.

    Raises:
        RenderError: a library of the system that it needs is missing: WeasyPrint raises OSError without Pango.
    """
    try:
        return import_module(f"reporter.render.{module}")
    except OSError as error:
        raise RenderError(
            f"the {module} can't be made here: {error}",
            "reporter doctor says what to install; -f html,docx,md,csv,xlsx builds everything but the PDF",
        ) from error


# In the order in which they run: the site comes last, it offers the others' files for download.
RENDERERS: dict[str, Renderer] = {
    "json": _of("data_json", "write_json", keeps=True),
    "csv": _of("data_csv", "write_csv"),
    "xlsx": _of("xlsx", "write_xlsx"),
    "pdf": _of("pdf", "write_pdf", embeds=True),
    "docx": _of("docx", "write_docx"),
    "md": _of("markdown", "write_markdown"),
    "html": _of("site", "write_site", keeps=True),
}

__all__ = ["NOTHING_KEPT", "RENDERERS", "Kept", "Renderer", "Theme", "load_theme"]
