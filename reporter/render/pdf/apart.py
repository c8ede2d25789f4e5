"""A long PDF in a process of its own, which starts others for its pieces: WeasyPrint keeps much of a layout's memory
till its process ends, and only a process that has just begun may fork.

The bytes are the same either way. A process that takes more time or memory than it may leaves a finding instead of a
PDF; all other outputs are made.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from reporter.config import Config
from reporter.model import Briefing, Finding, Saying
from reporter.processes import Costs, DiedError, called_apart
from reporter.render.pdf.crew import CrewError
from reporter.render.pdf.pieces import Piece, pieces_of
from reporter.render.theme import load_theme

# A theme with this template prints an official document, which is the brief alone.
_OFFICIAL = "official.html.j2"
_LAYOUTS = 4


def write_pdf(
    briefing: Briefing, folder: Path, config: Config, originals: Mapping[str, Path] | None = None, jobs: int = 0
) -> tuple[Finding, ...]:
    """Write ``briefing.pdf`` into a folder, a long one in a process of its own; see ``writing.write_here``.

    Args:
        jobs: how many documents may be worked on at once, 0 for as many as there are cores; ``layouts`` says how many
            pieces are laid out at once.

    Raises:
        RenderError: a template of the theme is missing or wrong.
    """
    pieces = () if _prints_brief_alone(config) else pieces_of(briefing, config)
    if not sys.executable or not pieces:
        return _write(briefing, folder, config, originals, pieces)
    return write_apart(briefing, folder, config, originals, pieces, layouts(jobs))


def _prints_brief_alone(config: Config) -> bool:
    """Whether no document is printed: then nothing is gained by pieces, nor by looking where they would be cut."""
    return config.pdf.extent == "brief" or bool(load_theme(config).files(_OFFICIAL))


def layouts(jobs: int) -> int:
    """How many processes lay out pieces at once: as many as there are cores, and no more than four unless so many jobs
    are asked for. One takes 0.2 GB."""
    return min(cores(), max(jobs, _LAYOUTS) if jobs else cores())


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def write_apart(
    briefing: Briefing,
    folder: Path,
    config: Config,
    originals: Mapping[str, Path] | None = None,
    pieces: tuple[Piece, ...] = (),
    processes: int = 0,
) -> tuple[Finding, ...]:
    """The same in a process of its own, which starts others for the pieces; a finding alone, and no PDF, where that
    takes more than it may or ends without an answer.

    Raises:
        RenderError: as there.
    """
    limits = config.limits
    # Each piece has its own limit in a process of the crew. This one waits for them and binds what they made, which
    # grows with their number; where the system has no forks, it lays all of them out itself.
    costs = Costs(limits.layout_seconds * max(1, len(pieces)), limits.work_memory_mb)
    try:
        return called_apart(
            _write,
            (briefing, folder.resolve(), config, dict(originals or {}), pieces, processes),
            costs,
        )
    except (DiedError, CrewError) as error:
        for path in folder.glob("briefing*.pdf"):
            path.unlink()
        return (_not_made(error, config),)


def _not_made(death: DiedError | CrewError, config: Config) -> Finding:
    """What there is to say of a PDF whose process, or one of whose pieces' processes, ended."""
    if death.kind == "timeout":
        return _TOO_LONG.finding(seconds=config.limits.layout_seconds)
    if death.kind == "memory":
        return _TOO_LARGE.finding(limit=config.limits.work_memory_mb)
    if death.kind == "unstarted":
        return _NOT_STARTED.finding(reason=death.reason)
    return _ENDED.finding(reason=death.reason)


_TOO_LONG = Saying(
    "render-pdf-missing.time",
    "error",
    "the PDF was not made: it takes longer than the limit of {seconds} seconds for each piece allows",
    'the other outputs are complete; extent = "brief" prints less, layout_seconds under [limits] allows more',
)
_TOO_LARGE = Saying(
    "render-pdf-missing.memory",
    "error",
    "the PDF was not made: it takes more memory than the limit of {limit} MB allows",
    'the other outputs are complete; extent = "brief" prints less, work_memory_mb under [limits] allows more',
)
_ENDED = Saying(
    "render-pdf-missing.ended",
    "error",
    "the PDF was not made: a process that makes it {reason}",
    "the other outputs are complete; build again, with fewer --jobs where memory ran out",
)
_NOT_STARTED = Saying(
    "render-pdf-missing.unstarted",
    "error",
    "the PDF was not made: no process can be started for its pages: {reason}",
    "the other outputs are complete; raise the limit of processes (ulimit -u), or make room in memory",
)


def _write(
    briefing: Briefing,
    folder: Path,
    config: Config,
    originals: Mapping[str, Path] | None,
    pieces: tuple[Piece, ...],
    processes: int = 0,
) -> tuple[Finding, ...]:
    from reporter.render.pdf.writing import write_here

    return write_here(briefing, folder, config, originals, pieces, processes)
