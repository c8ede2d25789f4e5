"""Themes × documents: how much of each document speaks of what.

A theme is a name with words; a sentence is on it when it holds one of them, in either script. The file that comes with
the package has the themes of quality supervision; another domain brings its own.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reporter.language.script import simplified
from reporter.model.briefing import ThemeCell, ThemeRow
from reporter.model.document import Analysis, Document, Sentence
from reporter.model.saying import Saying
from reporter.model.text import Finding

Themes = Mapping[str, Sequence[str]]

_OWN_FILE = Path(__file__).with_name("themes.toml")
# The built-in themes fit documents where so many of them are met and so much of the text is on one of them. Of fifteen
# documents, those on quality supervision have 6 themes and 0.6 of their text and more, the others at most 5 and 0.33.
_LEAST_THEMES = 4
_LEAST_SHARE = 0.45


@cache
def built_in_themes() -> Themes:
    """The themes that come with the package."""
    return tomllib.loads(_OWN_FILE.read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class ThemeShares:
    """A document's cell for each theme, how many characters stand in sentences on some theme, and how many in all."""

    cells: tuple[ThemeCell, ...]
    covered: int
    total: int


def themes(analyses: Iterable[Analysis], own: Themes) -> tuple[tuple[ThemeRow, ...], tuple[Finding, ...]]:
    """A row a theme with a cell a document, in the order of the file; themes that no document speaks of are left out.

    Args:
        own: themes of one's own; where there are none the built-in ones are taken, if they fit the documents.

    Returns:
        The rows, and a finding where there are none.
    """
    return themes_among([theme_shares(analysis, own) for analysis in analyses], own)


def themes_among(documents: Sequence[ThemeShares], own: Themes) -> tuple[tuple[ThemeRow, ...], tuple[Finding, ...]]:
    """What ``themes`` gives of the documents of these shares."""
    found = (
        ThemeRow(name, tuple(its.cells[at] for its in documents)) for at, name in enumerate(own or built_in_themes())
    )
    rows = tuple(row for row in found if any(cell.sentences for cell in row.cells))
    if own:
        return rows, () if rows else (_nothing_found(),)
    covered = sum(its.covered for its in documents) / max(1, sum(its.total for its in documents))
    if len(rows) >= _LEAST_THEMES and covered >= _LEAST_SHARE:
        return rows, ()
    return (), (_other_domain(),) if any(its.total for its in documents) else ()


def theme_shares(analysis: Analysis, own: Themes) -> ThemeShares:
    """How much of a document speaks of each theme, those of one's own or the built-in ones."""
    themes = {name: tuple(map(simplified, words)) for name, words in (own or built_in_themes()).items()}
    document = analysis.document
    sentences = [(sentence, sentence.span.of(document.simplified)) for sentence in document.sentences]
    scores = dict(analysis.summary.scores)
    on: set[str] = set()
    cells = []
    for words in themes.values():
        hits = [(sentence, count) for sentence, text in sentences if (count := sum(word in text for word in words))]
        on.update(sentence.id for sentence, _ in hits)
        cells.append(_cell(document, sentences, hits, scores))
    covered = sum(len(text) for sentence, text in sentences if sentence.id in on)
    return ThemeShares(tuple(cells), covered, sum(len(text) for _, text in sentences))


def _cell(
    document: Document,
    sentences: Sequence[tuple[Sentence, str]],
    hits: Sequence[tuple[Sentence, int]],
    scores: Mapping[str, float],
) -> ThemeCell:
    """A document's cell. The best sentence holds the most of the words; of several the one that the summary ranks
    highest, then the first."""
    best = max(hits, key=lambda item: (item[1], scores.get(item[0].id, 0.0), -item[0].span.start), default=None)
    total = sum(len(sentence.span) for sentence, _ in sentences)
    share = sum(len(sentence.span) for sentence, _ in hits) / total if total else 0.0
    return ThemeCell(document.id, len(hits), round(share, 4), best[0].id if best else None)


def _other_domain() -> Finding:
    return Saying(
        "extract-themes-other",
        "info",
        "the built-in themes (quality supervision) do not fit these documents: no table of themes",
        'name a file of your own: [themes] file = "themes.toml", with lines such as "theme" = ["word", "word"]',
    ).finding()


def _nothing_found() -> Finding:
    return Saying(
        "extract-themes-unmet",
        "info",
        "no document holds a word of the configured themes: no table of themes",
        "check the words under [themes]",
    ).finding()
