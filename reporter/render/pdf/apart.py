"""A long PDF in a process of its own, which starts others for its pieces: WeasyPrint keeps much of a layout's memory
till its process ends, and only a process that has just begun may fork.

The child is this program; the two talk in pickles, which is safe between a process and the one it starts. The bytes
are the same either way.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from reporter.config import Config
from reporter.errors import RenderError
from reporter.model import Briefing, Finding
from reporter.render.pdf.crew import end_with
from reporter.render.pdf.pieces import Piece, pieces_of
from reporter.render.theme import load_theme

# A theme with this template prints an official document, which is the brief alone.
_OFFICIAL = "official.html.j2"
_BOOT = "import sys; sys.path[:] = sys.argv[2:]; from reporter.render.pdf.apart import answer; answer(int(sys.argv[1]))"


def write_pdf(
    briefing: Briefing, folder: Path, config: Config, originals: Mapping[str, Path] | None = None, jobs: int = 0
) -> tuple[Finding, ...]:
    """Write ``briefing.pdf`` into a folder, a long one in a process of its own; see ``writing.write_here``.

    Args:
        jobs: how many processes may lay out pieces at once; as many as there are cores for 0, and never more.

    Raises:
        RenderError: a template of the theme is missing or wrong, or a process ended without an answer.
    """
    pieces = () if _prints_brief_alone(config) else pieces_of(briefing, config)
    if not sys.executable or not pieces:
        return _write(briefing, folder, config, originals, pieces)
    return write_apart(briefing, folder, config, originals, pieces, min(jobs or cores(), cores()))


def _prints_brief_alone(config: Config) -> bool:
    """Whether no document is printed: then nothing is gained by pieces, nor by looking where they would be cut."""
    return config.pdf.extent == "brief" or bool(load_theme(config).files(_OFFICIAL))


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
    """The same in a process of its own, which starts others for the pieces.

    Raises:
        RenderError: as there, or the process ended without an answer.
    """
    request = pickle.dumps((briefing, folder.resolve(), config, dict(originals or {}), pieces, processes))
    done = subprocess.run(command(), input=request, stdout=subprocess.PIPE, check=False)  # noqa: S603 - our own program
    if done.returncode:
        raise RenderError(f"the process that makes the PDF ended with {done.returncode}", "see what it printed above")
    answer: tuple[Finding, ...] | RenderError = pickle.loads(done.stdout)  # noqa: S301 - our own program
    if isinstance(answer, RenderError):
        raise answer
    return answer


def command() -> list[str]:
    """What starts such a process from this one."""
    return [sys.executable, "-c", _BOOT, str(os.getpid()), *map(os.path.abspath, sys.path)]


def answer(parent: int) -> None:
    """What the process does: a request on standard input, the findings or the error on standard output. It ends with
    its parent: a build that is killed leaves nothing behind that goes on."""
    end_with(parent)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints can't break the answer
    request = pickle.load(sys.stdin.buffer)  # noqa: S301 - our own program
    try:
        result: object = _write(*request)
    except RenderError as error:
        result = RenderError(error.message, error.hint)
    except KeyboardInterrupt:  # the build was interrupted too, and says so
        os._exit(130)
    with answers:
        pickle.dump(result, answers)


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
