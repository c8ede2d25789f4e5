"""What makes a build out of date: its manifest against the files and the settings of now, in a few words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from reporter.config import Config, in_force
from reporter.config.packages import package_versions
from reporter.errors import VerifyError
from reporter.freshness import inputs_of
from reporter.publish import read_manifest
from reporter.read import found_digest

_SHOWN = 3


def what_changed(config: Config, sources: Sequence[Path], output: Path) -> str:
    """The files, settings and packages that are not those of the build, three of each kind by name; where there are
    none that an output, the theme or the program is another.

    Raises:
        InputError: a source is missing.
    """
    target = output.resolve()
    try:
        manifest = read_manifest(target)
    except VerifyError:
        return "there is no whole build"
    found = {file.shown: found_digest(file, config.limits.file_mb) for file in inputs_of(config, sources, target)}
    known = {entry.path: entry.sha256 for entry in manifest.inputs}
    kinds = {
        "new": sorted(found.keys() - known.keys()),
        "gone": sorted(known.keys() - found.keys()),
        "changed": [path for path, digest in known.items() if path in found and found[path] != digest],
        "settings": list(_others(dict(_flat(manifest.configuration)), dict(_flat(in_force(config))))),
        "versions": list(_others(manifest.versions, package_versions())),
    }
    said = [f"{kind} {_named(names)}" for kind, names in kinds.items() if names]
    return "; ".join(said) or "an output, the theme or the program is another"


def _others(was: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[str]:
    return (key for key in sorted(was.keys() | now.keys()) if was.get(key) != now.get(key))


def _named(names: Sequence[str]) -> str:
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return f"{', '.join(names[:_SHOWN])}{more}"


def _flat(table: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield prefix + key, list(value) if isinstance(value, tuple) else value
