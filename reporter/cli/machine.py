"""What a build needs of the machine: Python, packages, libraries, fonts; and what installs them."""

from __future__ import annotations

import ctypes
import platform
import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version

from reporter.cli.fontconfig import face_of
from reporter.cli.libraries import loaded
from reporter.config import Config
from reporter.render.theme import load_theme

OLDEST_PYTHON = (3, 11)

# Libraries that lay out the PDF, with the version of their interface and the name of their packages.
_LIBRARIES = {
    "pango-1.0": ("Pango", 0, "pango"),
    "pangoft2-1.0": ("Pango for FreeType", 0, "pangoft2"),
    "fontconfig": ("fontconfig", 1, "pangoft2"),
    "harfbuzz-subset": ("HarfBuzz subset", 0, "subset"),
}

# What the themes set in which face; docs/templates.md says more.
_ROLES = {
    "Noto Serif CJK SC": "宋 text, simplified",
    "Noto Serif CJK TC": "宋 text, traditional",
    "Noto Sans CJK SC": "黑 headings, simplified",
    "Noto Sans CJK TC": "黑 headings, traditional",
}

# Common characters of both scripts and the punctuation that stand-in fonts lack most often.
_PROBE = "国國质質监監规規龙龜〔〕《》—…“”·％"

# Package names by package manager.
_INSTALL = {
    "apt-get": ("sudo apt-get install -y", {"pango": "libpango-1.0-0", "pangoft2": "libpangoft2-1.0-0",
                "subset": "libharfbuzz-subset0", "fonts": "fonts-noto-cjk"}),
    "dnf": ("sudo dnf install -y", {"pango": "pango", "pangoft2": "pango", "subset": "harfbuzz",
            "fonts": "google-noto-serif-cjk-fonts google-noto-sans-cjk-fonts"}),
    "pacman": ("sudo pacman -S", {"pango": "pango", "pangoft2": "pango", "subset": "harfbuzz",
               "fonts": "noto-fonts-cjk"}),
    "brew": ("brew install", {"pango": "pango", "pangoft2": "pango", "subset": "harfbuzz",
             "fonts": "font-noto-serif-cjk font-noto-sans-cjk"}),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that a build needs: what was found, and how to install it when it was not."""

    name: str
    found: str
    remedy: str = ""

    @property
    def ok(self) -> bool:
        """Whether it is there."""
        return not self.remedy


def checks() -> Iterator[Check]:
    """Everything that a build needs, one after the other."""
    yield _python()
    yield from _packages()
    yield from _libraries()
    yield from _fonts()


def _python() -> Check:
    wanted = ".".join(map(str, OLDEST_PYTHON))
    good = sys.version_info >= OLDEST_PYTHON
    return Check("Python", platform.python_version(), "" if good else f"install Python {wanted} or later")


def _packages() -> Iterator[Check]:
    """The packages that reporter declares; extras are nobody's need."""
    try:
        declared = requires("reporter") or []
    except PackageNotFoundError:
        yield Check("package reporter", "not installed", "pip install .")
        return
    for requirement in declared:
        name = re.split(r"[^\w.-]", requirement, maxsplit=1)[0]
        if "extra ==" in requirement:
            continue
        try:
            yield Check(f"package {name}", version(name))
        except PackageNotFoundError:
            yield Check(f"package {name}", "missing", f"pip install '{requirement}'")


def _libraries() -> Iterator[Check]:
    for library, (name, interface, package) in _LIBRARIES.items():
        found = loaded(library, interface)
        if found is None:
            yield Check(f"library {name}", "missing", install_command(package))
        else:
            yield Check(f"library {name}", _pango_version(found) if library == "pango-1.0" else "there")


def _pango_version(library: ctypes.CDLL) -> str:
    library.pango_version_string.restype = ctypes.c_char_p
    text: bytes = library.pango_version_string()
    return text.decode("ascii", "replace")


def _fonts() -> Iterator[Check]:
    """Each face of the default theme by its role: the file found, and common characters that it lacks."""
    for family in dict.fromkeys([*_ROLES, *load_theme(Config()).faces]):
        face = face_of(family, _PROBE)
        name = f"font {_ROLES.get(family, family)}"
        if face is None or not face.exact:
            instead = f"; {face.families[0]} would stand in" if face and face.families else ""
            yield Check(name, f"{family} missing{instead}", install_command("fonts"))
        elif face.missing:
            yield Check(name, f"{face.file} lacks {face.missing}", install_command("fonts"))
        else:
            yield Check(name, f"{family} ({face.file})")


def install_command(package: str) -> str:
    """The command that installs a package with the package manager of this machine."""
    for manager, (command, names) in _INSTALL.items():
        if shutil.which(manager):
            return f"{command} {names[package]}"
    return f"install the package {_INSTALL['apt-get'][1][package]} (its name on Debian)"
