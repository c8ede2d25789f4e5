"""DOC, WPS, RTF and ODT → RawText, by way of LibreOffice, which turns them into DOCX.

LibreOffice is no part of the installation: without it these formats are findings that say so. It runs as a process of
its own with a profile of its own (so that many may run at once and nothing of the user's settings matters), without
macros, without updating links or fields, under limits, and is ended with all that it started. What it wrote is as
hostile as what it read: a build reads it in the reading process like any DOCX.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from reporter.errors import ReadError
from reporter.model import RawText, Saying
from reporter.read.formats import format_of
from reporter.read.isolation.limits import Limits

_VARIABLE = "REPORTER_SOFFICE"
_PLACES = (
    "/usr/lib/libreoffice/program/soffice",
    "/usr/lib64/libreoffice/program/soffice",
    "/usr/local/lib/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
# LibreOffice maps some 1.5 GB of libraries and fonts before it has read anything.
_LEAST_MEMORY_MB = 4096
_LARGEST_OUTPUT_MB = 512
_DEFAULTS = Limits()

# Sets the limits of the process that becomes LibreOffice: kernel limits survive exec.
_LAUNCH = """
import os, resource, sys
seconds, memory, written, *command = sys.argv[1:]
for what, value in (
    (resource.RLIMIT_CORE, 0), (resource.RLIMIT_CPU, int(seconds)),
    (resource.RLIMIT_AS, int(memory)), (resource.RLIMIT_FSIZE, int(written)),
):
    try:
        resource.setrlimit(what, (value, value))
    except (OSError, ValueError):
        pass
os.execv(command[0], command)
"""
# The profile's settings: no macros, no active content, no links out of the document, nothing updated on loading (a date
# field keeps the date that the document shows), and for the network a proxy that nobody answers at.
_SETTINGS = (
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("/org.openoffice.Office.Writer/Content/Update", "Field", "false"),
    ("/org.openoffice.Office.Writer/Content/Update", "Chart", "false"),
    ("/org.openoffice.Inet/Settings", "ooInetProxyType", "2"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", "9"),
    ("/org.openoffice.Office.Common/Misc", "FirstRun", "false"),
)
_CONVERTED = Saying("read-converted", "info", "read by way of {program}, which made a DOCX of it")
_NOT_INSTALLED = Saying(
    "read-unsupported.office",
    "warning",
    "is a document that only LibreOffice can open ({format}), which is not installed",
    "install libreoffice-writer, or save the document as DOCX",
)
_UNOPENED = Saying(
    "read-failed.office",
    "warning",
    "can't be opened by LibreOffice as {format}",
    "save it as DOCX in its own program",
)
_TOO_LARGE = Saying("read-too-large.converted", "warning", "is larger than {limit} MB as DOCX", "split it")
_NOT_STARTED = Saying(
    "read-failed.office-start", "warning", "LibreOffice can't be started: {reason}", "install it anew"
)
_TOO_LONG = Saying(
    "read-timeout.office",
    "warning",
    "takes LibreOffice longer than the limit of {seconds} seconds allows",
    "save it as DOCX in its own program, or raise seconds under [limits]",
)
_SETTING = '<item oor:path="{}"><prop oor:name="{}" oor:op="fuse"><value>{}</value></prop></item>'


@dataclass(frozen=True, slots=True)
class Converted:
    """A document as DOCX, what it was before, and by which program it was converted."""

    data: bytes
    format: str
    program: str

    def relabelled(self, raw: RawText, original: bytes) -> RawText:
        """What was read of the DOCX, as the reading of the document that it was."""
        finding = _CONVERTED.finding(program=self.program)
        digest = hashlib.sha256(original).hexdigest()
        return replace(raw, sha256=digest, format=self.format, findings=(finding, *raw.findings))


def read_office(data: bytes, shown: str) -> RawText:
    """A text document of an office program as RawText, read in this very process; offsets index what the DOCX reader
    made of LibreOffice's DOCX.

    Raises:
        ReadError: LibreOffice is missing or can't convert it, or the DOCX reader finds no text.
    """
    from reporter.read.converted import read_converted

    converted = as_docx(data, format_of(data, shown)[0])
    return converted.relabelled(read_converted(converted.data, shown), data)


def as_docx(data: bytes, kind: str, limits: Limits = _DEFAULTS) -> Converted:
    """The document, which is of the format ``kind``, as DOCX.

    Raises:
        ReadError: LibreOffice is missing (``read-unsupported``), takes too long or makes nothing of it.
    """
    program = soffice()
    if program is None:
        raise _NOT_INSTALLED.error(status="unsupported", format=kind.upper())
    with tempfile.TemporaryDirectory(prefix="reporter-office-", ignore_cleanup_errors=True) as folder:
        made = _converted(program, data, kind, Path(folder), limits)
    return Converted(made, kind, version_of(program))


def soffice() -> Path | None:
    """LibreOffice: what REPORTER_SOFFICE names, else what the search path or one of the usual places has."""
    named = os.environ.get(_VARIABLE)
    if named is not None:
        return Path(named) if _is_program(Path(named)) else None
    return next((path for path in _candidates() if _is_program(path)), None)


def _candidates() -> Iterator[Path]:
    for name in ("soffice", "libreoffice"):
        if found := shutil.which(name):
            yield Path(found)
    yield from map(Path, _PLACES)
    yield from sorted(Path("/opt").glob("libreoffice*/program/soffice"), reverse=True)


def _is_program(path: Path) -> bool:
    return path.is_absolute() and path.is_file() and os.access(path, os.X_OK)


@cache
def version_of(program: Path) -> str:
    """Name and version, as the program states them: LibreOffice 7.4.7.2."""
    with tempfile.TemporaryDirectory(prefix="reporter-office-", ignore_cleanup_errors=True) as folder:
        try:
            said = _run([str(program), "--version"], Path(folder), _DEFAULTS)
        except ReadError:
            return "LibreOffice"
    return " ".join(said.split()[:2]) or "LibreOffice"


# -- running it


def _converted(program: Path, data: bytes, kind: str, folder: Path, limits: Limits) -> bytes:
    """The DOCX that the program makes of a document.

    Raises:
        ReadError: it makes none, or takes too long.
    """
    profile = folder / "profile"
    _write_settings(profile)
    given = folder / f"document.{kind}"
    given.write_bytes(data)
    command = [
        *(str(program), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--invisible", "--norestore"),
        *("--nologo", "--nodefault", "--nolockcheck", "--convert-to", "docx:MS Word 2007 XML"),
        *("--outdir", str(folder / "out"), str(given)),
    ]
    _run(command, folder, limits)
    try:
        with (folder / "out" / "document.docx").open("rb") as file:
            made = file.read((limits.file_mb << 20) + 1)
    except OSError as error:
        raise _UNOPENED.error(format=kind.upper()) from error
    if len(made) > limits.file_mb << 20:
        raise _TOO_LARGE.error(limit=limits.file_mb)
    return made


def _write_settings(profile: Path) -> None:
    items = "".join(_SETTING.format(*setting) for setting in _SETTINGS)
    text = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        f"{items}</oor:items>\n"
    )
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(text, "utf-8")


def _run(command: list[str], folder: Path, limits: Limits) -> str:
    """What a program prints; it and all that it started are gone afterwards.

    Raises:
        ReadError: it can't be started, or takes too long.
    """
    bounds = (limits.seconds, max(limits.memory_mb, _LEAST_MEMORY_MB) << 20, _LARGEST_OUTPUT_MB << 20)
    launch = [sys.executable, "-I", "-S", "-c", _LAUNCH, *map(str, bounds)]
    environment = {
        "HOME": str(folder),
        "PATH": "/usr/bin:/bin",
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        "SAL_USE_VCLPLUGIN": "svp",
    }
    try:
        process = subprocess.Popen(  # noqa: S603 - the program that was found, with our arguments
            [*launch, *command],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            cwd=folder,
            start_new_session=True,
        )
    except OSError as error:
        raise _NOT_STARTED.error(reason=error.strerror) from error
    with process:
        try:
            said, _ = process.communicate(timeout=limits.seconds * limits.patience)
        except subprocess.TimeoutExpired as error:
            raise _TOO_LONG.error(seconds=limits.seconds) from error
        finally:
            _end_group(process.pid)
    if process.returncode in (-signal.SIGXCPU, 128 + signal.SIGXCPU):  # a shell in between says it so
        raise _TOO_LONG.error(seconds=limits.seconds)
    return said.decode("utf-8", "replace")


def _end_group(leader: int) -> None:
    """End every process of the group that this one leads: LibreOffice starts its real self as a child."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(leader, signal.SIGKILL)
