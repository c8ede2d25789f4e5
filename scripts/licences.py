"""Writes docs/licences.md: what the locked packages state of their licences in their own metadata.

    .venv/bin/python scripts/licences.py

A package states an SPDX expression (PEP 639), a licence, or classifiers; ``_SPELLED`` says which SPDX expression an
older statement means. A package that is not
installed here (for another platform or Python) keeps the line that it has.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]
PAGE = CHECKOUT / "docs" / "licences.md"
LOCKS = (
    ("requirements.lock", "What the program runs with"),
    ("requirements-dev.lock", "What builds and tests it, beside that"),
)
# Licences that a package may be under: permissive ones, and those that bind changed copies of the package alone.
ALLOWED = frozenset(
    {
        "0BSD",
        "Apache-2.0",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "CC0-1.0",
        "CNRI-Python",
        "HPND",
        "ISC",
        "LGPL-2.1-or-later",
        "LGPL-3.0-or-later",
        "MIT",
        "MIT-0",
        "MIT-CMU",
        "MPL-1.1",
        "MPL-2.0",
        "PSF-2.0",
        "Python-2.0",
        "Unlicense",
        "Zlib",
    }
)
# Older statements → SPDX. Where the statement names a family only (BSD), the package's own licence file was read.
_SPELLED = {
    "apache 2.0": "Apache-2.0",
    "apache license 2.0": "Apache-2.0",
    "apache license, version 2.0": "Apache-2.0",
    "apache software license": "Apache-2.0",
    "apache-2.0 license": "Apache-2.0",
    "bsd": "BSD-3-Clause",
    "bsd license": "BSD-3-Clause",
    "bsd 3-clause license": "BSD-3-Clause",
    "bsd-2-clause": "BSD-2-Clause",
    "mit license": "MIT",
    "mit no attribution license (mit-0)": "MIT-0",
    "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0",
    "gnu general public license v2 or later (gplv2+)": "GPL-2.0-or-later",
    "gnu lesser general public license v2 or later (lgplv2+)": "LGPL-2.1-or-later",
    "mozilla public license 1.1 (mpl 1.1)": "MPL-1.1",
    "psfl": "PSF-2.0",
    "python software foundation license": "PSF-2.0",
}
# Packages whose metadata state none, not as an expression, or not that of what is packed with it (axe-core): by the
# licence files in them. PDFium within pypdfium2 has further permissive ones. The last two are for other platforms.
_READ = {
    "axe-playwright-python": "MIT AND MPL-2.0",
    "pypdfium2": "BSD-3-Clause AND Apache-2.0",
    "brotlicffi": "MIT",
    "colorama": "BSD-3-Clause",
}
_PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)", re.MULTILINE)
_ROW = re.compile(r"^\| ([^ |]+) \| (\d[^ |]*) \| ([^|]+) \|$", re.MULTILINE)
_INNER = re.compile(r"\(([^()]*)\)")
_HEAD = """# Licences

Written by `make licences` from the metadata of the packages that the lock files name. What each one is for, and what to
know of its licence: [dependencies](dependencies.md). A test holds that every licence is one of those that
`scripts/licences.py` allows: permissive ones, and LGPL and MPL, which bind changed copies of the package alone. Where a
package offers several, one that is allowed is enough.
"""


def locked(name: str) -> dict[str, str]:
    """Package → version of a lock file, as it spells them."""
    return dict(_PINNED.findall((CHECKOUT / name).read_text("utf-8")))


def licence_of(package: str) -> str | None:
    """The licence as an SPDX expression where it is known for one, else as stated; None for a package that is not
    installed."""
    if package in _READ:
        return _READ[package]
    try:
        stated = metadata.metadata(package)
    except metadata.PackageNotFoundError:
        return None
    if expression := stated.get("License-Expression"):
        return str(expression)
    classifiers = [
        line.rpartition(" :: ")[2] for line in stated.get_all("Classifier") or () if line.startswith("License ::")
    ]
    named = [_SPELLED.get(name.casefold(), name) for name in classifiers if name != "OSI Approved"]
    given = " ".join(str(stated.get("License") or "").split())
    said = _SPELLED.get(given.casefold(), given) if given and len(given) < 60 else ""
    if said and (said in ALLOWED or not named):
        return said
    return " OR ".join(dict.fromkeys(named)) or said or "not stated"


def is_allowed(expression: str) -> bool:
    """Whether one of the alternatives has only allowed licences. What follows WITH only ever allows more."""
    plain = re.sub(r" WITH [\w.-]+", "", expression)
    while inner := _INNER.search(plain):
        plain = plain.replace(inner[0], "MIT" if is_allowed(inner[1]) else "refused")
    return any(all(part.strip() in ALLOWED for part in side.split(" AND ")) for side in plain.split(" OR "))


def rows() -> dict[str, tuple[str, str]]:
    """Package → (version, licence) as the page has them."""
    return (
        {name: (version, licence) for name, version, licence in _ROW.findall(PAGE.read_text("utf-8"))}
        if PAGE.exists()
        else {}
    )


def page() -> str:
    """The whole page."""
    return "".join([_HEAD, *_tables()])


def _tables() -> Iterator[str]:
    kept, told = rows(), set[str]()
    for lock, title in LOCKS:
        yield f"\n## {title}\n\n| package | version | licence |\n|---|---|---|\n"
        for name, version in sorted(locked(lock).items()):
            if name not in told:
                licence = licence_of(name) or kept.get(name, ("", "not installed here"))[1]
                told.add(name)
                yield f"| {name} | {version} | {licence} |\n"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
    sys.stdout.write(f"licences: {len(rows())} packages in {PAGE.relative_to(CHECKOUT)}\n")
