"""Where the data folders lie: beside the package in a checkout, inside it in an installed wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _folder(name: str) -> Path:
    """A top-level folder of the checkout, or the wheel's copy of it."""
    beside = _PACKAGE.parent / name
    return beside if (_PACKAGE.parent / "pyproject.toml").is_file() and beside.is_dir() else _PACKAGE / "_data" / name


def templates_folder() -> Path:
    """The folder that holds one folder a theme."""
    return _folder("templates")


def seeds_folder() -> Path:
    """The folder of the sample documents."""
    return _folder("seeds")
