"""The version of an installed package, without reading the rest of what its author says of it."""

from __future__ import annotations

from importlib.metadata import distribution

_FIELD = "Version: "


def installed_version(package: str) -> str:
    """What ``importlib.metadata.version`` gives. That takes all metadata to be a letter (core metadata, PEP 566), the
    package's whole description with it, to find one field of the head.

    Raises:
        PackageNotFoundError: there is none of that name.
    """
    found = distribution(package)
    head = (found.read_text("METADATA") or "").partition("\n\n")[0]
    version = next((line.removeprefix(_FIELD) for line in head.split("\n") if line.startswith(_FIELD)), "")
    return version if version and version == version.strip() else found.version
