"""The PDF in a process of its own when it is long: WeasyPrint keeps much of a layout's memory till its process ends.

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
from reporter.render.document_view import quoted_sentences

# Sentences, figures and rows from which a PDF is long. Measured on generated reports: 12 of them make a page, the
# layout of a page takes 5 MB and 0.15 s, the start of a process 1 s.
LONG = 800
_BOOT = "import sys; sys.path[:] = sys.argv[1:]; from reporter.render.pdf.apart import answer; answer()"


def write_pdf(
    briefing: Briefing, folder: Path, config: Config, originals: Mapping[str, Path] | None = None
) -> tuple[Finding, ...]:
    """Write ``briefing.pdf`` into a folder, in a process of its own when it is long; see ``writing.write_here``.

    Raises:
        RenderError: a template of the theme is missing or wrong, or the process ended without an answer.
    """
    if not sys.executable or lines(briefing, config) < LONG:
        return _write(briefing, folder, config, originals)
    return write_apart(briefing, folder, config, originals)


def lines(briefing: Briefing, config: Config) -> int:
    """How many sentences, figures and rows the PDF prints, about."""
    total = 0
    for analysis in briefing.analyses:
        quoted = quoted_sentences(analysis)
        total += len(quoted) + sum(indicator.sentence in quoted for indicator in analysis.indicators)
        total += sum(min(len(table.rows), config.pdf.table_rows) for table in analysis.tables)
    return total


def write_apart(
    briefing: Briefing, folder: Path, config: Config, originals: Mapping[str, Path] | None = None
) -> tuple[Finding, ...]:
    """The same in a process of its own.

    Raises:
        RenderError: as there, or the process ended without an answer.
    """
    request = pickle.dumps((briefing, folder.resolve(), config, dict(originals or {})))
    command = [sys.executable, "-c", _BOOT, *map(os.path.abspath, sys.path)]
    done = subprocess.run(command, input=request, stdout=subprocess.PIPE, check=False)  # noqa: S603 - our own program
    if done.returncode:
        raise RenderError(f"the process that makes the PDF ended with {done.returncode}", "see what it printed above")
    answer: tuple[Finding, ...] | RenderError = pickle.loads(done.stdout)  # noqa: S301 - our own program
    if isinstance(answer, RenderError):
        raise answer
    return answer


def answer() -> None:
    """What the process does: a request on standard input, the findings or the error on standard output."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints can't break the answer
    request = pickle.load(sys.stdin.buffer)  # noqa: S301 - our own program
    try:
        result: object = _write(*request)
    except RenderError as error:
        result = RenderError(error.message, error.hint)
    with answers:
        pickle.dump(result, answers)


def _write(
    briefing: Briefing, folder: Path, config: Config, originals: Mapping[str, Path] | None
) -> tuple[Finding, ...]:
    from reporter.render.pdf.writing import write_here

    return write_here(briefing, folder, config, originals)
