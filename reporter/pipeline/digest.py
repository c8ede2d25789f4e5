"""Analysis → its digest: all that the steps over all documents need of one, made in one look and kept.

An unchanged document is not opened by what spans the documents; of a changed one everything is made anew.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from reporter import assemble, extract, render, reprints
from reporter.config import Config
from reporter.model import Analysis, Keyword
from reporter.model.analyses import keys_of
from reporter.model.packing import packed, unpacked
from reporter.summarize import Spoken, is_slight, spoken, topics_of


@dataclass(frozen=True, slots=True)
class Digest:
    """What one document gives to each step: candidate for reprints, facts for head and page one, terms, shares of
    themes, dated events, topics; ``slight`` says that it tells next to nothing. ``stated`` are its figures, packed:
    they are the most of it."""

    candidate: reprints.Candidate
    facts: assemble.Facts
    terms: tuple[Keyword, ...]
    themes: extract.ThemeShares
    told: extract.Told
    spoken: Spoken
    slight: bool
    stated: bytes

    def statements(self) -> tuple[extract.Statement, ...]:
        """Its figures as they are held against others."""
        document = self.facts.document
        return tuple([extract.statement_of(document, row) for row in unpacked(zlib.decompress(self.stated))])


def digests(analyses: Sequence[Analysis], config: Config, kept: render.Kept) -> Iterator[Digest]:
    """The digest of each analysis, in order; an analysis without a kept one is opened."""
    topics = topics_of(config.summary.topic)

    def made(at: int) -> bytes:
        return packed(digest_of(analyses[at], config, topics))

    for at, key in enumerate(keys_of(analyses)):
        yield unpacked(kept.piece("digest", key, None, (), partial(made, at)))


def digest_of(analysis: Analysis, config: Config, topics: Sequence[str]) -> Digest:
    """The digest of an analysis."""
    return Digest(
        reprints.candidate_of(analysis),
        assemble.facts_of(analysis),
        analysis.terms,
        extract.theme_shares(analysis, config.themes.words),
        extract.told(analysis),
        spoken(analysis.document, topics, config.topics),
        is_slight(analysis.document),
        zlib.compress(packed(tuple(map(extract.row_of, extract.statements(analysis)))), 1),
    )
