"""Themes × documents: how much of each document speaks of what.

A theme is a name with words; a sentence is on it when it holds one of them, in either script. The file that comes with
the package has the themes of quality supervision; another domain brings its own.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from reporter.language.script import simplified
from reporter.model.briefing import ThemeCell, ThemeRow
from reporter.model.document import Analysis, Sentence
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


def themes(analyses: Sequence[Analysis], own: Themes) -> tuple[tuple[ThemeRow, ...], tuple[Finding, ...]]:
    """A row a theme with a cell a document, in the order of the file; themes that no document speaks of are left out.

    Args:
        own: themes of one's own; where there are none the built-in ones are taken, if they fit the documents.

    Returns:
        The rows, and a finding where there are none.
    """
    chosen = own or built_in_themes()
    sentences = {analysis.document.id: _plain_sentences(analysis) for analysis in analyses}
    found = [_row(name, words, analyses, sentences) for name, words in chosen.items()]
    rows = tuple(row for row in found if any(cell.sentences for cell in row.cells))
    if own:
        return rows, () if rows else (_nothing_found(),)
    if len(rows) >= _LEAST_THEMES and _covered(chosen, sentences) >= _LEAST_SHARE:
        return rows, ()
    return (), (_other_domain(),) if any(sentences.values()) else ()


def _plain_sentences(analysis: Analysis) -> list[tuple[Sentence, str]]:
    document = analysis.document
    return [(sentence, sentence.span.of(document.simplified)) for sentence in document.sentences]


def _row(
    name: str, words: Sequence[str], analyses: Sequence[Analysis], sentences: Mapping[str, list[tuple[Sentence, str]]]
) -> ThemeRow:
    plain = tuple(simplified(word) for word in words)
    return ThemeRow(name, tuple(_cell(analysis, plain, sentences[analysis.document.id]) for analysis in analyses))


def _cell(analysis: Analysis, words: Sequence[str], sentences: Sequence[tuple[Sentence, str]]) -> ThemeCell:
    """A document's cell. The best sentence holds the most of the words; of several the one that the summary ranks
    highest, then the first."""
    scores = dict(analysis.summary.scores)
    on = [(sentence, hits) for sentence, text in sentences if (hits := sum(word in text for word in words))]
    best = max(on, key=lambda item: (item[1], scores.get(item[0].id, 0.0), -item[0].span.start), default=None)
    total = sum(len(sentence.span) for sentence, _ in sentences)
    share = sum(len(sentence.span) for sentence, _ in on) / total if total else 0.0
    return ThemeCell(analysis.document.id, len(on), round(share, 4), best[0].id if best else None)


def _covered(chosen: Themes, sentences: Mapping[str, list[tuple[Sentence, str]]]) -> float:
    """The share of all characters whose sentence is on some theme."""
    words = [simplified(word) for words in chosen.values() for word in words]
    texts = [text for pairs in sentences.values() for _, text in pairs]
    on = sum(len(text) for text in texts if any(word in text for word in words))
    return on / max(1, sum(map(len, texts)))


def _other_domain() -> Finding:
    return Finding(
        "extract-themes-other",
        "info",
        "the built-in themes (quality supervision) do not fit these documents: no table of themes",
        'name a file of your own: [themes] file = "themes.toml", with lines such as "theme" = ["word", "word"]',
    )


def _nothing_found() -> Finding:
    return Finding(
        "extract-themes-unmet",
        "info",
        "no document holds a word of the configured themes: no table of themes",
        "check the words under [themes]",
    )
