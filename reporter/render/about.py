"""About this build: the version, the files that were met, the settings, the files that it offers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, get_args

from reporter.config import Config, in_force
from reporter.config.packages import package_versions
from reporter.config.toml import toml_key, toml_value
from reporter.model.briefing import InputStatus
from reporter.render.context import Download
from reporter.render.site_views import About, FindingCount, Output, Setting
from reporter.render.theme import FontRole, load_theme
from reporter.render.viewpoint import Viewpoint

# Longer values are lists of words that somebody keeps in files of their own; the manifest has all of them.
_VALUE_LENGTH = 200
PROGRAM = "reporter"
# Its value is a hash, which says nothing to a reader.
_SINCE = "briefing.since"
_LEVELS = ("error", "warning", "info")


def about(view: Viewpoint, config: Config, site: Path, downloads: tuple[Download, ...]) -> About:
    """What the page about the build says; ``site`` is the folder that the downloads lie below."""
    met = Counter(file.status for file in view.briefing.inputs)
    versions = package_versions()
    return About(
        version=versions.get(PROGRAM, ""),
        counts=tuple(
            (view.strings(f"status.{status}"), met[status]) for status in get_args(InputStatus) if met[status]
        ),
        settings=tuple(setting for setting in settings(config) if setting.key != _SINCE),
        since=_since(view),
        outputs=tuple(_output(site, download) for download in downloads),
        findings=tuple(finding_counts(view)),
        packages=tuple((name, number) for name, number in versions.items() if name != PROGRAM),
        fonts=tuple((_role_words(view, font), ", ".join(font.families)) for font in load_theme(config).fonts),
    )


def _since(view: Viewpoint) -> str:
    """Which build it was held against, in words; empty for none."""
    found = view.briefing.changes
    if found is None:
        return ""
    t, title = view.strings, view.script.term(found.earlier.title)
    key = "about.since_dated" if found.earlier.date else "about.since"
    return t(key, title=title, date=view.date(found.earlier.date), digest=found.earlier.sha256)


def finding_counts(view: Viewpoint) -> Iterator[FindingCount]:
    """How many findings there are of each code: errors and warnings first, of a level the most frequent."""
    t = view.strings
    met = Counter((finding.level, finding.code) for finding in view.briefing.findings)
    for (level, code), count in sorted(met.items(), key=lambda item: (_LEVELS.index(item[0][0]), -item[1], item[0])):
        yield FindingCount(level, t(f"level.{level}"), code, t.given(f"finding.{code}", code), count)


def _role_words(view: Viewpoint, font: FontRole) -> str:
    """What a role of the type is for, in the interface's words where it has some."""
    return view.strings.given(f"role_of_type.{font.role}.{font.script}", font.label or f"{font.role} {font.script}")


def settings(config: Config) -> Iterator[Setting]:
    """The values that differ from the defaults as TOML, in the order of the configuration."""
    defaults = dict(_flat(in_force(Config())))
    for key, value in _flat(in_force(config)):
        if value != defaults.get(key):
            shown = toml_value(value)
            yield Setting(key, shown if len(shown) <= _VALUE_LENGTH else f"{shown[:_VALUE_LENGTH]}…")


def _flat(table: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{toml_key(key)}.")
        else:
            yield prefix + toml_key(key), value


def _output(site: Path, download: Download) -> Output:
    data = (site / download.href).read_bytes()
    return Output(download.name, download.href, len(data), size_words(len(data)), sha256(data).hexdigest())


def size_words(length: int) -> str:
    """A length in bytes for reading, in units of 1,000 (IEC 80000-13): 512 B, 3.4 KB, 12 MB."""
    value, unit = float(length), "B"
    for unit in ("B", "KB", "MB", "GB"):
        if value < 1000 or unit == "GB":
            break
        value /= 1000
    return f"{value:.0f} {unit}" if unit == "B" or value >= 10 else f"{value:.1f} {unit}"
