"""Editions of our own making: out of texts by way of the rooms that read, or put together by hand for the laws."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256

from reporter import extract
from reporter.changes import Edition, changes, edition_of
from reporter.changes.data import DocumentData, FigureData, SentenceData, TitleData
from reporter.config import SummarySection
from reporter.model import Briefing, BriefingHead
from reporter.model.changes import Changes, EarlierBuild
from reporter.model.ids import Ids, document_id
from reporter.pipeline import analyse, document_of_text

EARLIER = EarlierBuild("上期", None, None, 0, "0" * 64)


def briefing(texts: Mapping[str, str]) -> Briefing:
    """The briefing of texts by path."""
    analyses = tuple(analyse(document_of_text(text, path), SummarySection()) for path, text in texts.items())
    found = extract.conflicts(analyses)
    return Briefing(BriefingHead("要报"), "zh-Hans", "keep", analyses, (), conflicts=found)


def edition(texts: Mapping[str, str]) -> Edition:
    """The edition of texts by path."""
    return edition_of(briefing(texts))


def between(old: Mapping[str, str], new: Mapping[str, str]) -> Changes:
    """What differs between two folders of texts."""
    return changes(edition(old), edition(new), EARLIER)


def by_hand(documents: Mapping[str, Sequence[tuple[str, int]]]) -> Edition:
    """The edition of documents by path: (words, number) of each sentence, which is a figure of its words."""
    return Edition(1, "要报", tuple(_document(path, told) for path, told in documents.items()))


def sentence(words: str, number: int) -> str:
    """A sentence that states a figure."""
    return f"{words}达到{number}家，情况良好。"


def _document(path: str, told: Sequence[tuple[str, int]]) -> DocumentData:
    ids, figures = Ids("t"), Ids("i")
    sentences = tuple(SentenceData(ids.of(sentence(*item)), sentence(*item)) for item in told)
    indicators = tuple(
        FigureData(figures.of(text.text), text.id, "石桥县", words, words, number, "家", period="2019年")
        for text, (words, number) in zip(sentences, told, strict=True)
    )
    content = sha256(repr((path.rsplit("/", maxsplit=1)[-1], told)).encode()).hexdigest()
    return DocumentData(document_id(path), path, content, TitleData("总结"), None, (), sentences, indicators)
