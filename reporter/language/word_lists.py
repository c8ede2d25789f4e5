"""Lists that come with jieba and other packages, read as plain files: nobody who only wants to look a word up pays for
the packages."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path


def word_list(name: str) -> str:
    """The text of a list of jieba's by its path in the package: ``dict.txt`` (word, count, part of speech),
    ``analyse/idf.txt``.

    Raises:
        ModuleNotFoundError: jieba is not installed.
    """
    return package_file("jieba", name).decode("utf-8")


def listed_lines(name: str) -> list[bytes]:
    """The lines of such a list in UTF-8, in the order of their bytes; equal ones stay.

    ``dict.txt`` is all but sorted, which sorting makes use of.

    Raises:
        ModuleNotFoundError: jieba is not installed.
    """
    return sorted(package_file("jieba", name).splitlines())


def package_file(package: str, name: str) -> bytes:
    """The content of a file by its path in a package, which is not imported.

    Raises:
        ModuleNotFoundError: the package is not installed.
    """
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(f"{package} is not installed")
    return (Path(next(iter(spec.submodule_search_locations))) / name).read_bytes()
