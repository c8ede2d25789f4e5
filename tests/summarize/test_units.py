"""Units: sections, the items of a digest, or the whole text."""

from __future__ import annotations

from collections.abc import Callable

from reporter.config import SummarySection
from reporter.model import Document
from reporter.summarize import summarize_document
from reporter.summarize.context import context_of


def test_a_reports_units_are_its_preamble_and_first_level_sections(report: Document) -> None:
    units = context_of(report).units
    assert units.count == 4
    assert not units.digest
    assert units.number.tolist() == [0, 1, 1, 1, 2, 2, 2, 3, 3, 3]
    assert units.place.tolist() == [0, 0, 1, 2, 0, 1, 2, 0, 1, 2]


def test_each_item_of_a_digest_is_a_unit(digest: Document) -> None:
    units = context_of(digest).units
    assert units.digest
    assert units.count == len(digest.paragraphs) == 4


def test_one_news_story_is_one_unit(news: Document) -> None:
    units = context_of(news).units
    assert not units.digest
    assert units.count == 1
    assert units.place.tolist() == list(range(len(news.sentences)))


def test_every_item_of_a_digest_has_a_lead(digest: Document) -> None:
    scores = dict(summarize_document(digest, SummarySection()).scores)
    assert min(scores.values()) > 0.9 * max(scores.values())


def test_no_sentences_have_no_units(read: Callable[..., Document]) -> None:
    units = context_of(read("")).units
    assert units.count == 0
    assert units.number.tolist() == []
