"""Stable ids: the same content has the same id in every build, whatever else is in the folder."""

from __future__ import annotations

import re
from collections import Counter
from hashlib import sha256
from pathlib import PurePosixPath

_UNSAFE = re.compile(r"[^\w.-]+")


def digest(text: str, length: int) -> str:
    """The first hexadecimal digits of the sha256 of a text."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:length]


def document_id(path: str) -> str:
    """A file-name-safe slug of a relative path, with six digits of the path's hash that keep slugs apart."""
    slug = _UNSAFE.sub("-", str(PurePosixPath(path).with_suffix("")).replace("/", "-")).strip("-.")[:48]
    return f"{slug or 'document'}-{digest(path, 6)}"


class Ids:
    """Gives out ids of one kind: a letter and eight digits of the content's hash, ``-2``, ``-3`` for repeats."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._seen: Counter[str] = Counter()

    def of(self, content: str) -> str:
        """The next id for this content; white space does not count."""
        base = self._prefix + digest("".join(content.split()), 8)
        self._seen[base] += 1
        return base if self._seen[base] == 1 else f"{base}-{self._seen[base]}"
