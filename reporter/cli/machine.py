"""What a build needs of the machine: Python, packages, libraries, fonts; and what installs them."""

from __future__ import annotations

import ctypes
import platform
import re
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version

from reporter.cli.fontconfig import face_of
from reporter.cli.libraries import loaded
from reporter.config import Config
from reporter.render.theme import FontRole, load_theme

OLDEST_PYTHON = (3, 11)

# Libraries that lay out the PDF, with the version of their interface and the name of their packages.
_LIBRARIES = {
    "pango-1.0": ("Pango", 0, "pango"),
    "pangoft2-1.0": ("Pango for FreeType", 0, "pangoft2"),
    "fontconfig": ("fontconfig", 1, "pangoft2"),
    "harfbuzz-subset": ("HarfBuzz subset", 0, "subset"),
}

# Common characters of both scripts and the punctuation that stand-in fonts lack most often.
PROBE = "国國质質监監规規龙龜〔〕《》—…“”·％"

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
    yield from font_checks(load_theme(Config()).fonts)


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


def font_checks(roles: Sequence[FontRole], characters: str = PROBE) -> Iterator[Check]:
    """Each role of a theme: the first of its families that is there, and the characters that none of them holds."""
    for role in roles:
        faces = [face for family in role.families if (face := face_of(family, characters)) and face.exact]
        name = f"font {role.label}"
        missing = [char for char in characters if all(char in face.missing for face in faces)]
        if not faces:
            stand_in = face_of(role.families[0])
            instead = f"; {stand_in.families[0]} would stand in" if stand_in and stand_in.families else ""
            yield Check(name, f"{' or '.join(role.families)} missing{instead}", install_command("fonts"))
        elif missing:
            yield Check(name, f"{faces[0].file} lacks {''.join(missing)}", install_command("fonts"))
        else:
            yield Check(name, f"{faces[0].families[0]} ({faces[0].file})")


def install_command(package: str) -> str:
    """The command that installs a package with the package manager of this machine."""
    for manager, (command, names) in _INSTALL.items():
        if shutil.which(manager):
            return f"{command} {names[package]}"
    return f"install the package {_INSTALL['apt-get'][1][package]} (its name on Debian)"
