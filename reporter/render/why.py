"""Why sentences were chosen, as data and in the words of the interface."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from reporter.language.script import simplified
from reporter.model import Analysis, Document, LeftOut, Reason, Section, TopicRow, Unheard
from reporter.render.catalogue import Catalogue
from reporter.render.contract_places import Json

# A line that names sections names no more than these; the data name all.
_NAMED = 12
# Parts of a score that are worth words: the weightiest few.
_PARTS = 4


def reason_dict(analysis: Analysis, reason: Reason) -> Json:
    """Why one sentence is in the summary, with the sections, keywords and figures that it covers."""
    return {
        "sentence": reason.sentence,
        "taken": reason.taken,
        "heard_for": reason.section,
        "rank": reason.rank,
        "score": round(reason.score, 4),
        "parts": dict(reason.parts),
        "sections": [section.id for section in section_path(analysis.document, reason.sentence)],
        "keywords": keywords_in(analysis, reason.sentence),
        "figures": [figure.id for figure in analysis.indicators if figure.sentence == reason.sentence],
        "rival": {"sentence": reason.rival, "nearness": reason.nearness} if reason.rival else None,
    }


def left_out_dict(left: LeftOut) -> Json:
    """Why one of the best sentences is not in the summary."""
    return {
        "sentence": left.sentence,
        "reason": left.reason,
        "rank": left.rank,
        "score": round(left.score, 4),
        "of": {"sentence": left.of, "nearness": left.nearness} if left.of else None,
    }


def choice_dict(analysis: Analysis) -> Json:
    """The reasons of a document's summary: ``why``, ``left_out``, ``unheard``."""
    summary = analysis.summary
    return {
        "why": [reason_dict(analysis, reason) for reason in summary.reasons],
        "left_out": [left_out_dict(left) for left in summary.left_out],
        "unheard": [{"section": silent.section, "reason": silent.reason} for silent in summary.unheard],
    }


def topic_dict(row: TopicRow) -> Json:
    """A topic with the documents that speak of it and those that do not."""
    return {
        "topic": row.topic,
        "words": list(row.words),
        "documents": [{"id": name, "sentences": list(sentences)} for name, sentences in row.documents],
        "silent": list(row.silent),
    }


# -- what a sentence covers


def section_path(document: Document, sentence: str) -> tuple[Section, ...]:
    """The sections that a sentence stands in, the outermost first; none in the preamble."""
    by_id = {section.id: section for section in document.sections}
    at = next((own.section for own in document.sentences if own.id == sentence), None)
    path: list[Section] = []
    while at is not None and at in by_id:
        path.insert(0, by_id[at])
        at = by_id[at].parent
    return tuple(path)


def keywords_in(analysis: Analysis, sentence: str) -> list[str]:
    """The keywords of the document that a sentence names, in either script."""
    document = analysis.document
    own = next(own for own in document.sentences if own.id == sentence)
    text = document.simplified[own.span.start : own.span.end]
    return [keyword.term for keyword in analysis.keywords if simplified(keyword.term) in text]


# -- in words


def heading_words(section: Section) -> str:
    """A heading with its number."""
    return f"{section.number or ''}{section.heading}"


def taken_words(analysis: Analysis, reason: Reason, t: Catalogue) -> str:
    """How a sentence came into the summary: 代表“二、品牌建设”入选."""
    if reason.section is not None:
        section = next(its for its in analysis.document.sections if its.id == reason.section)
        return t("why.heard", section=heading_words(section))
    return t(f"why.{reason.taken}" if reason.taken != "heard" else "why.opening")


def rank_words(reason: Reason | LeftOut, count: int, t: Catalogue) -> str:
    """A sentence's place among all by score."""
    return t("why.rank", rank=reason.rank, count=count, score=f"{reason.score:.2f}")


def part_words(reason: Reason, t: Catalogue, most: int = _PARTS) -> str:
    """The weightiest parts of a score in plain words, each with what it gives or takes."""
    parts = sorted(reason.parts, key=lambda part: -abs(part[1]))[:most]
    return t("joint").join(f"{t.given(f'why.part.{name}', name)} {value:+.2f}" for name, value in parts)


def cover_words(analysis: Analysis, reason: Reason, t: Catalogue, printed: Callable[[str], str] = str) -> Iterator[str]:
    """The keywords and figures in a sentence, a phrase each; ``printed`` puts words of the text as they are printed."""
    document = analysis.document
    terms = keywords_in(analysis, reason.sentence)
    figures = [printed(item.span.of(document.text)) for item in analysis.indicators if item.sentence == reason.sentence]
    for key, words in (("keywords", terms), ("figures", figures)):
        if words:
            yield t(f"why.{key}", words=t("joint").join(dict.fromkeys(words)))


def rival_words(analysis: Analysis, reason: Reason, t: Catalogue) -> str:
    """Which sentence lost to this one for saying much the same; empty for none."""
    if reason.rival is None:
        return ""
    scores = dict(analysis.summary.scores)
    better = sum(score > scores[reason.rival] for score in scores.values())
    return t("why.rival", rank=better + 1)


def unheard_words(analysis: Analysis, t: Catalogue) -> str:
    """The first-level sections that the summary does not speak of, with the reasons; empty where there are none."""
    by_id = {section.id: section for section in analysis.document.sections}
    told = [
        t("unheard.item", sections=_listed([by_id[silent.section] for silent in group], t), reason=reason)
        for reason, group in _by_reason(analysis, t)
    ]
    return t("unheard.lead", what=t("unheard.joint").join(told)) if told else ""


def _by_reason(analysis: Analysis, t: Catalogue) -> Iterator[tuple[str, list[Unheard]]]:
    unheard = sorted(analysis.summary.unheard, key=lambda silent: silent.reason)
    for reason, group in groupby(unheard, key=lambda silent: silent.reason):
        yield t(f"unheard.{reason}"), list(group)


def _listed(sections: Sequence[Section], t: Catalogue) -> str:
    names = t("joint").join(heading_words(section) for section in sections[:_NAMED])
    return names if len(sections) <= _NAMED else t("unheard.more", sections=names, count=len(sections))
