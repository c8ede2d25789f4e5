"""The sentences that the program says of documents: English with ``{gaps}``, a key by which other languages have them.

A ``Saying`` becomes a ``Finding`` or a ``ReadError`` once its gaps are filled; both keep key and values, so that
whoever prints them says the same in the reader's language (``[said]`` of the interface's words, by the key).
"""

from __future__ import annotations

from dataclasses import dataclass

from reporter.errors import ReadError, Unread
from reporter.model.text import Finding, Level, Span


@dataclass(frozen=True, slots=True)
class Saying:
    """One thing to say. ``key`` is the finding's code or, where a code has several sentences, ``code.variant``.

    ``message`` and ``hint`` may hold ``{name}`` for the values that are given with it. Each saying is written with
    literals: a test reads them from the program's text and holds the languages to the same gaps.
    """

    key: str
    level: Level
    message: str
    hint: str = ""

    @property
    def code(self) -> str:
        """The code of the finding: the key before its dot."""
        return self.key.partition(".")[0]

    def finding(
        self,
        *,
        path: str = "",
        span: Span | None = None,
        document: str | None = None,
        level: Level | None = None,
        **values: object,
    ) -> Finding:
        """The finding with these values in the gaps.

        Args:
            path: the file that it is about, where its document is not known by an id; it leads the message.
            level: another level than the usual one.

        Raises:
            KeyError: a gap has no value.
        """
        given = tuple((name, str(value)) for name, value in values.items())
        message, hint = self._filled(given)
        return Finding(
            self.code,
            level or self.level,
            f"{path}: {message}" if path else message,
            hint,
            span,
            document,
            self.key,
            (*((("path", path),) if path else ()), *given),
        )

    def error(self, *, status: Unread = "failed", code: str = "", **values: object) -> ReadError:
        """The error of a file that can't be read; ``code`` is another one than the key's.

        Raises:
            KeyError: a gap has no value.
        """
        given = tuple((name, str(value)) for name, value in values.items())
        message, hint = self._filled(given)
        return ReadError(message, hint, code=code or self.code, status=status, key=self.key, values=given)

    def _filled(self, values: tuple[tuple[str, str], ...]) -> tuple[str, str]:
        gaps = dict(values)
        return self.message.format_map(gaps), self.hint.format_map(gaps)


def unread(error: ReadError, path: str) -> Finding:
    """The finding that an error about the file at a path is."""
    values = (("path", path), *error.values)
    return Finding(error.code, "warning", f"{path}: {error.message}", error.hint, None, None, error.key, values)
