"""Office files are ZIP archives; these are written anew so that equal content gives equal bytes.

Members carry the briefing's date (1980-01-01, the oldest that the format knows, where there is none), no
permissions of the machine, and stand in one order, the content types first.
"""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime
from pathlib import Path

_FIRST = ("[Content_Types].xml", "_rels/.rels")
_OLDEST = datetime(1980, 1, 1, tzinfo=UTC)
_UNIX = 3
_TARGET = re.compile(rb'Target="[^"]*"')

# XML 1.0, 2.2: what no XML document may hold. It is shown as the replacement character.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """The text with the characters that no office file can hold replaced."""
    return _NOT_XML.sub("\ufffd", text)


def briefing_day(date: str | None) -> datetime:
    """The briefing's date as the time that its files carry; a shortened date (2011-03) is its first day.

    Returns:
        1980-01-01 where there is no date, or one that a ZIP archive can't carry (before 1980, after 2107).
    """
    year, month, day = (*(int(part) for part in (date or "").split("-") if part.isdecimal()), 0, 0, 0)[:3]
    if not 1980 <= year <= 2107:
        return _OLDEST
    return datetime(year, min(max(month, 1), 12), max(day, 1), tzinfo=UTC)


def write_archive(data: bytes, path: Path, day: datetime) -> None:
    """Write an archive's members to a file, all dated on that day, in a fixed order."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(path, "w") as target:
        for name in sorted(source.namelist(), key=_rank):
            member = zipfile.ZipInfo(name, day.timetuple()[:6])
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = _UNIX
            content = source.read(name)
            target.writestr(member, _forward(content) if name.endswith(".rels") else content)


def _forward(relations: bytes) -> bytes:
    """Relations (ECMA-376 part 2, 9.3) whose targets are URIs: XlsxWriter writes links to files with backslashes, which
    only Windows takes."""
    return _TARGET.sub(lambda match: match[0].replace(b"\\", b"/"), relations)


def copy_relinked(source: Path, target: Path, old: str, new: str) -> None:
    """Copy a workbook whose links to files begin with ``old`` so that they begin with ``new``, the rest as it is."""
    with zipfile.ZipFile(source) as given, zipfile.ZipFile(target, "w") as made:
        for member in given.infolist():
            data = given.read(member)
            if member.filename.endswith(".rels"):
                data = data.replace(f'Target="{old}'.encode(), f'Target="{new}'.encode())
            made.writestr(member, data)


def _rank(name: str) -> tuple[int, str]:
    return (_FIRST.index(name) if name in _FIRST else len(_FIRST), name)
