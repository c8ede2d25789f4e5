"""Words of Chinese text and their parts of speech.

``rjieba`` cuts as jieba's precise mode does, about forty times faster; jieba itself is the reference and steps in
where rjieba can't be loaded. The two differ in one thing: rjieba keeps what hyphens join (2010-2018, COVID-19) in
one piece. Both know simplified characters, so every text is converted first (offsets stay, see ``script``);
tagging traditional characters would cost jieba eighty times as much and get them wrong.
"""

from __future__ import annotations

import logging
import os
import tempfile
import warnings
from collections.abc import Callable
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path
from types import ModuleType

from reporter.language.script import simplified

Cut = Callable[[str], list[str]]
Tag = Callable[[str], list[tuple[str, str]]]

# So many words are remembered: more than a long document has.
_REMEMBERED = 1 << 16


def words(text: str, *, plain: bool = False) -> list[str]:
    """The words of a text in simplified characters, punctuation and white space included; ``plain`` says that the text
    is simplified already.

    Joined they are the simplified text again, so their lengths give their places. Empty for an empty text.
    """
    return _cut()(text if plain else simplified(text))


def tagged(text: str, *, plain: bool = False) -> list[tuple[str, str]]:
    """(word, part of speech) over a text in simplified characters; the tags are jieba's (those of ICTCLAS). ``plain``
    as for ``words``."""
    return _tag()(text if plain else simplified(text))


def content_words(text: str) -> list[str]:
    """The words that say what a text is about: no stop words, no punctuation, no single characters; lower case."""
    return [word for word in (found.lower() for found in words(text)) if is_content(word)]


@lru_cache(maxsize=_REMEMBERED)
def is_content(word: str) -> bool:
    """Whether a simplified, lower-case word carries content: two characters or more, not all signs, no stop word."""
    return len(word) > 1 and word not in stop_words() and is_said(word)


@lru_cache(maxsize=_REMEMBERED)
def is_said(word: str) -> bool:
    """Whether it is a word at all, no sign and no white space."""
    return any(char.isalnum() for char in word)


@cache
def stop_words() -> frozenset[str]:
    """Words that stand in any text whatever it is about, in simplified characters (``stop_words.txt``)."""
    lines = resources.files("reporter.language").joinpath("stop_words.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@cache
def load_reference() -> ModuleType:
    """The jieba module, quiet and with its dictionary cache in a folder of our own.

    jieba's own place for the cache is the shared temporary folder, where anyone may have put a file of that name.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its patterns are plain strings and it asks for pkg_resources
        import jieba

    module: ModuleType = jieba
    jieba.setLogLevel(logging.CRITICAL)
    jieba.dt.tmp_dir = str(cache_folder())
    return module


@cache
def cache_folder() -> Path:
    """A folder that only this user writes to: below XDG_CACHE_HOME (or ~/.cache), else a fresh temporary one."""
    base = os.environ.get("XDG_CACHE_HOME", "")
    try:
        folder = (Path(base) if Path(base).is_absolute() else Path.home() / ".cache") / "reporter"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if os.access(folder, os.W_OK):
            return folder
    except (OSError, RuntimeError):  # a read-only or an unknown home
        pass
    return Path(tempfile.mkdtemp(prefix="reporter-"))


def reference_words(text: str) -> list[str]:
    """What jieba itself makes of a text: the standard that ``words`` is held to."""
    found: list[str] = load_reference().lcut(simplified(text))
    return found


def reference_tagged(text: str) -> list[tuple[str, str]]:
    """What jieba's own tagger makes of a text."""
    load_reference()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from jieba import posseg
    return [(pair.word, pair.flag) for pair in posseg.lcut(simplified(text))]


@cache
def _cut() -> Cut:
    try:
        import rjieba
    except ImportError:
        return reference_words
    return lambda text: list(rjieba.cut(text))


@cache
def _tag() -> Tag:
    try:
        import rjieba
    except ImportError:
        return reference_tagged
    return lambda text: list(rjieba.tag(text))
