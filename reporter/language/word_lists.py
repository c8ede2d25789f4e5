"""The word lists that come with jieba, read as plain files: nobody who only wants to look a word up pays for jieba."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path


def word_list(name: str) -> str:
    """The text of a list by its path in the package: ``dict.txt`` (word, count, part of speech), ``analyse/idf.txt``.

    Raises:
        ModuleNotFoundError: jieba is not installed.
    """
    spec = find_spec("jieba")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("jieba is not installed")
    return (Path(next(iter(spec.submodule_search_locations))) / name).read_text("utf-8")
