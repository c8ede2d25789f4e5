"""Which faces an official document is set in: for each role and script the proper face of this machine, or a stand-in.

The theme's ``theme.toml`` names the families of each role, best first: those of office machines, then free ones. A
family is there when fontconfig knows it, or when one of the ``files`` lies in a folder that the configuration or the
theme names.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit, urlunsplit

from weasyprint.text.ffi import ffi, fontconfig
from weasyprint.urls import URLFetcher, URLFetcherResponse

from reporter.model import Finding, Saying
from reporter.render.fetcher import ThemeFetcher
from reporter.render.gongwen.measures import CHARACTER, SIZE_3
from reporter.render.gongwen.quotes import narrowed_marks
from reporter.render.theme import DESCRIPTION, Theme

# Where `make setup` puts the face that no small package has.
FETCHED = Path(sys.prefix) / "share" / "fonts"
_QUOTES, _MARKS = " Quotes", "U+2018-2019, U+201C-201D"
_ADVANCE = "advance"  # behind the address of a face's file: its quotation marks alone, so wide
_SELECTORS = {"zh-Hans": ":root, :lang(zh), :lang(zh-Hans)", "zh-Hant": ":lang(zh-Hant)"}


@dataclass(frozen=True, slots=True)
class Face:
    """The face of a role: its family, the files of families that fontconfig does not know, and its weight. ``proper``
    is false for a stand-in."""

    role: str
    script: str
    label: str
    family: str
    weight: int
    files: tuple[tuple[str, Path], ...]
    proper: bool
    wanted: tuple[str, ...]
    install: str
    others: tuple[str, ...]
    """Families for characters that the face lacks."""
    advance: float = 1.0
    """The width of its ideographs in em; not every face fills its em."""
    top: float = 0.04
    """From the top of a line as high as the type to the top of its ideographs, in em."""
    quotes: Path | None = None
    """The file of a face that sets its quotation marks, for its own are narrow ones."""

    @property
    def families(self) -> tuple[str, ...]:
        """The families that set the role, in the order they are tried."""
        return (*((f"{self.family}{_QUOTES}",) if self.quotes else ()), self.family, *self.others)


def faces_of(theme: Theme, folder: str | None = None) -> tuple[Face, ...]:
    """The face of each role of a theme, in the order of its theme.toml; none where it names none.

    Args:
        folder: the configured folder of font files.
    """
    tables = _tables(theme)
    folders = [Path(name) for name in ((folder,) if folder else ()) + tuple(tables.pop("folders", ()))]
    folders.append(FETCHED)
    roles = [(role, script, table) for role, scripts in tables.items() for script, table in scripts.items()]
    files = _found({family: name for *_, table in roles for family, name in table.get("files", {}).items()}, folders)
    return tuple(_face(role, script, table, files) for role, script, table in roles)


def face_sheet(faces: tuple[Face, ...]) -> str:
    """The style sheet that gives the template's roles (``--fang`` …) their families, weights and sizes, and loads
    files."""
    files = dict(pair for face in faces for pair in face.files)
    rules = [f'@font-face {{ font-family: "{family}"; src: url("{file.as_uri()}") }}' for family, file in files.items()]
    rules += [_quotes_rule(face.families[0], face.quotes, face.advance) for face in faces if face.quotes]
    for script, selector in _SELECTORS.items():
        own = [face for face in faces if face.script == script]
        families = [f"--{face.role}: {_quoted(face.families)}" for face in own]
        weights = [f"--{face.role}-weight: {face.weight}; --{face.role}-top: {face.top}" for face in own]
        sizes = [part for face in own for part in _setting(face)]
        rules.append(f"{selector} {{ {'; '.join((*families, *weights, *sizes))} }}")
    return "\n".join(rules)


def _quotes_rule(family: str, file: Path, advance: float) -> str:
    """The family that has nothing but the quotation marks of a file, as wide as the ideographs beside them."""
    url = f"{file.as_uri()}?{_ADVANCE}={advance}"
    return f'@font-face {{ font-family: "{family}"; src: url("{url}"); unicode-range: {_MARKS} }}'


def _setting(face: Face) -> tuple[str, str]:
    """Size and letter spacing that put 28 characters on a line: 16 pt set closer; faces whose characters are narrower
    than their em are set larger, so that the characters are as large as those of others."""
    if face.advance == 1:
        return f"--{face.role}-size: {SIZE_3:g}pt", f"--{face.role}-spacing: {CHARACTER - SIZE_3:.4f}pt"
    return f"--{face.role}-size: {CHARACTER / face.advance:.4f}pt", f"--{face.role}-spacing: 0"


_STAND_IN = Saying(
    "render-font-stand-in.role",
    "warning",
    "{role} is set in {face}: {wanted} are not installed",
    "{install}",
)
_STRANGERS = Saying(
    "render-font-stand-in.lacking",
    "warning",
    "characters that the faces of the theme lack are set in {faces}",
    "apt-get install fonts-noto-cjk",
)


def stand_in_findings(faces: tuple[Face, ...], used: set[str]) -> Iterator[Finding]:
    """A finding for each role whose face is a stand-in that the document uses, and one for families of no role."""
    for face in faces:
        if not face.proper and face.family in used:
            wanted = ", ".join(face.wanted)
            yield _STAND_IN.finding(role=face.label, face=face.family, wanted=wanted, install=face.install)
    known = {name for face in faces for name in face.families}
    strangers = sorted(used - known)
    if strangers:
        yield _STRANGERS.finding(faces=", ".join(strangers))


def is_installed(family: str) -> bool:
    """Whether fontconfig has a face of that family name, in any language."""
    return family.casefold() in _matched(family)


@cache
def _matched(family: str) -> frozenset[str]:
    """The names of the family that fontconfig gives for a name; that of another one where it does not know it."""
    config = _fontconfig()
    pattern = ffi.gc(fontconfig.FcPatternCreate(), fontconfig.FcPatternDestroy)
    fontconfig.FcPatternAddString(pattern, b"family", family.encode())
    fontconfig.FcConfigSubstitute(config, pattern, fontconfig.FcMatchPattern)
    fontconfig.FcDefaultSubstitute(pattern)
    match = fontconfig.FcFontMatch(config, pattern, ffi.new("FcResult *"))
    if match == ffi.NULL:
        return frozenset()
    match = ffi.gc(match, fontconfig.FcPatternDestroy)
    return frozenset(name.casefold() for name in _families(match))


@cache
def _fontconfig() -> Any:
    """The fonts of this machine, read once."""
    return ffi.gc(fontconfig.FcInitLoadConfigAndFonts(), fontconfig.FcConfigDestroy)


def _families(match: Any) -> Iterator[str]:
    value = ffi.new("FcChar8 **")
    number = 0
    while fontconfig.FcPatternGetString(match, b"family", number, value) == fontconfig.FcResultMatch:
        yield ffi.string(ffi.cast("char *", value[0])).decode("utf-8", "replace")
        number += 1


class FaceFetcher(ThemeFetcher):
    """Serves files of the theme and the font files that were found for its roles; refuses all else."""

    def __init__(self, folders: tuple[Path, ...], faces: tuple[Face, ...]) -> None:
        super().__init__(folders)
        files = {path for face in faces for _, path in face.files}
        self._files = frozenset(files | {face.quotes for face in faces if face.quotes})

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """The file of a ``file:`` address; its quotation marks alone where the address names their width.

        Raises:
            ValueError: the address is neither a file of the theme nor one of the font files.
        """
        parts = urlsplit(url)
        file = Path(unquote(parts.path)).resolve()
        if parts.scheme == "file" and not parts.netloc and file in self._files:
            name, _, advance = parts.query.partition("=")
            if name == _ADVANCE and float(advance) < 1:
                return URLFetcherResponse(url, narrowed_marks(file, float(advance)))
            return URLFetcher.fetch(self, urlunsplit(parts._replace(query="")), headers)
        return super().fetch(url, headers)


def _tables(theme: Theme) -> dict[str, Any]:
    """The table ``fonts`` of the most special theme.toml that has one; theme.py has read all of them before."""
    for path in theme.files(DESCRIPTION):
        fonts = tomllib.loads(path.read_text("utf-8")).get("fonts")
        if fonts:
            return dict(fonts)
    return {}


def _face(role: str, script: str, settings: dict[str, Any], files: dict[str, Path]) -> Face:
    families, stand_in = settings["families"], settings.get("stand_in", settings["families"][-1])
    there = [
        name for name in (*families, *settings.get("reserve", ()), stand_in) if is_installed(name) or name in files
    ]
    family = next((name for name in there if name in families), stand_in)
    bold = family in settings.get("bold", ())
    reserve = [name for name in (*settings.get("reserve", ()), stand_in) if name in there and name != family]
    return Face(
        role=role, script=script, label=settings["label"], family=family, weight=700 if bold else 400,
        files=tuple((name, files[name]) for name in (family, *reserve) if name in files and not is_installed(name)),
        proper=family in families,
        wanted=tuple(families), install=settings.get("install", ""), others=tuple(dict.fromkeys(reserve)),
        advance=float(settings.get("advances", {}).get(family, 1.0)),
        quotes=files.get(settings.get("quotes", {}).get(family, "")),
        top=float(settings.get("tops", {}).get(family, 0.04)),
    )  # fmt: skip


def _found(files: dict[str, str], folders: list[Path]) -> dict[str, Path]:
    """Family → its file, in the first folder that has it."""
    found = {}
    for family, name in files.items():
        path = next((folder / name for folder in folders if (folder / name).is_file()), None)
        if path:
            found[family] = path.resolve()
    return found


def _quoted(families: tuple[str, ...]) -> str:
    return ", ".join(f'"{family}"' for family in families)
