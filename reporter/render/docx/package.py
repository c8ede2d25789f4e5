"""A Word document → the bytes of its package (ECMA-376 part 2), whatever the machine's clock says."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from docx.document import Document
from docx.opc.packuri import PackURI
from docx.opc.pkgwriter import PackageWriter


class _Members:
    """Writes members without asking for the time, as python-docx does: ZIP has no time before 1980, and a machine whose
    clock was never set stands in 1970."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive

    def write(self, name: PackURI, content: bytes) -> None:
        self._archive.writestr(zipfile.ZipInfo(name.membername), content)  # 1980-01-01


def package_bytes(document: Document) -> bytes:
    """The document as a file; its members carry 1980-01-01."""
    package: Any = document.part.package  # python-docx types neither this nor the writer's steps
    for part in package.parts:
        part.before_marshal()
    made = io.BytesIO()
    steps: Any = PackageWriter  # those of its write(), which makes its own archive
    with zipfile.ZipFile(made, "w") as archive:
        members = _Members(archive)
        steps._write_content_types_stream(members, package.parts)  # noqa: SLF001
        steps._write_pkg_rels(members, package.rels)  # noqa: SLF001
        steps._write_parts(members, package.parts)  # noqa: SLF001
    return made.getvalue()
