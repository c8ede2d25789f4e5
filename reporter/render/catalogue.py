"""The interface's words: one TOML file a language, in the theme's folder ``strings/``.

Only the words around the documents are translated; what comes from a document is printed as it stands.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from reporter.errors import RenderError
from reporter.render.theme import Theme

# A gap in a text is a name, with the width of a number at most: a theme's words reach into no value.
_NO_GAP = re.compile(r"\{(?!\w*(?::\d{1,2})?\})")


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The words of one language by dotted key; call it with a key to get the text."""

    language: str
    texts: Mapping[str, str] = field(repr=False)

    def __call__(self, key: str, **values: object) -> str:
        """The text of a key, with ``{name}`` replaced by the values.

        Raises:
            RenderError: the catalogue has no such key.
        """
        text = self.texts.get(key)
        if text is None:
            raise RenderError(
                f"no text {key!r} in {self.language}", f"add it to strings/{self.language}.toml of the theme"
            )
        return text.format_map(values) if values else text

    def split(self, key: str) -> tuple[str, str]:
        """The text of a key before and after its one ``{…}``: what stands around a number that only the page knows."""
        before, _, after = self(key).partition("{")
        return before, after.partition("}")[2]

    def given(self, key: str, otherwise: str) -> str:
        """The text of a key that may be missing: codes and kinds that other rooms may add to."""
        return self.texts.get(key, otherwise)


def load_catalogue(theme: Theme, language: str) -> Catalogue:
    """The words of a language; a theme's own file overrides the keys it has.

    Raises:
        RenderError: no theme has a file for the language, or one is no TOML or has a gap that is no name.
    """
    texts: dict[str, str] = {}
    for path in reversed(theme.files(f"strings/{language}.toml")):
        try:
            texts.update(_parsed(path.read_text("utf-8")))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise RenderError(f"{path}: is no TOML: {error}", "mend the theme's file") from error
    if not texts:
        raise RenderError(f"theme {theme.name!r} has no words for {language}", f"add strings/{language}.toml to it")
    wrong = next((key for key, text in texts.items() if _NO_GAP.search(text)), None)
    if wrong:
        raise RenderError(f"theme {theme.name!r}: strings/{language}.toml: {wrong}: a gap is {{name}} and no more", "")
    return Catalogue(language, texts)


@lru_cache(maxsize=8)
def _parsed(text: str) -> Mapping[str, str]:
    """The words of a file by dotted key. Every output of a build asks for them, and reading them takes 25 ms."""
    return dict(_flat(tomllib.loads(text)))


def _flat(table: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield prefix + key, str(value)
