"""Every error that reporter raises on purpose.

    ReporterError
    ├── ConfigurationError   an option, key or value that does not exist        exit code 2
    ├── InputError           a path that is missing, nothing readable in it     exit code 1
    │   └── ReadError        one file that can't be read: becomes a finding     exit code 4
    ├── WorkError            a process that works on documents was killed       exit code 1
    ├── OutputError          the target can't be written, or holds foreign files  exit code 1
    ├── RenderError          a template or the PDF library failed               exit code 1
    ├── VerifyError          a build does not prove what it shows               exit code 1
    └── LedgerError          an edit that does not fit its text (model.ledger)

A message says what failed, where and, in ``hint``, what to do.
"""

from __future__ import annotations

from typing import Literal

Unread = Literal["failed", "empty", "unsupported"]


class ReporterError(Exception):
    """The root of reporter's errors.

    Args:
        message: what failed and where, in one line.
        hint: what to do about it, in one line; may be empty.
    """

    exit_code = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class ConfigurationError(ReporterError):
    """An unknown option, key, method or a value out of its range."""

    exit_code = 2


class InputError(ReporterError):
    """No input: a missing path, an empty folder, no readable document."""


class ReadError(InputError):
    """One file that can't be read; ``code`` is the finding it becomes, ``status`` its line in the manifest.

    ``key`` and ``values`` say the message in other languages (``model.saying``).
    """

    exit_code = 4

    def __init__(
        self,
        message: str,
        hint: str = "",
        *,
        code: str = "read-failed",
        status: Unread = "failed",
        key: str = "",
        values: tuple[tuple[str, str], ...] = (),
    ) -> None:
        super().__init__(message, hint)
        self.code = code
        self.status = status
        self.key = key
        self.values = values


class WorkError(ReporterError):
    """The work on the documents was cut off: a process of it was killed."""


class OutputError(ReporterError):
    """The output can't be written, or its folder holds files that no build wrote."""


class RenderError(ReporterError):
    """A template or a rendering library failed."""


class VerifyError(ReporterError):
    """A build that can't be verified at all: not a build, or a source that is gone."""
