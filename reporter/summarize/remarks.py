"""What there is to say of topics and curation once the choices are made: findings."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

import numpy as np

from reporter.config import CurationSection, PicksSection, SummarySection
from reporter.model import Document, Finding, Reference, Saying, Summary, TopicRow
from reporter.model.analyses import document_ids
from reporter.summarize import documents as overall
from reporter.summarize.choice import Budget
from reporter.summarize.context import length
from reporter.summarize.curation import DocumentsById, overview_name, pick_document, picked, unknown_ids, unknown_in
from reporter.summarize.document import budget_of

_UNMET = Saying(
    "summarize-topic-unmet",
    "warning",
    "no document speaks of the topic {topic}",
    "look at its wording; [topics] names phrases that count like it",
)
_OVER = Saying(
    "curation-over-budget",
    "info",
    "curation: {name}: {count} pinned sentences of {length} characters pass the budget",
    "they are kept and nothing is added; raise the budget under [summary] or pin fewer",
)
_IDLE = Saying(
    "curation-order-idle",
    "info",
    "curation: {name} has a place in the order and is not in the summary",
    "pin it to have it in",
)


def topic_findings(rows: Sequence[TopicRow]) -> tuple[Finding, ...]:
    """A warning for each topic that no document speaks of."""
    return tuple(_UNMET.finding(topic=row.topic) for row in rows if not row.documents)


def curation_findings(
    documents: Sequence[Document],
    summary_of: Callable[[int], Summary],
    summary: Sequence[Reference],
    settings: SummarySection,
    curation: CurationSection,
) -> tuple[Finding, ...]:
    """Ids that no document has, pins that pass the budget, and orders of sentences that are not in the summary.

    Args:
        documents: all of them; those that the curation names are looked at, the others where it names one that is not
            there.
        summary_of: the own summary of the document at a place.
        summary: the choice over all documents.
    """
    if curation == CurationSection():
        return ()
    own = (
        finding
        for at, name in enumerate(document_ids(documents))
        if name in curation.documents
        for finding in _of_document(documents[at], summary_of(at), settings, curation.documents[name])
    )
    return (*unknown_ids(documents, curation), *own, *_of_overview(documents, summary, settings, curation.overview))


def text_findings(
    document: Document, summary: Summary, settings: SummarySection, table: PicksSection
) -> tuple[Finding, ...]:
    """The same of one text by itself."""
    return (*unknown_in(document, table), *_of_document(document, summary, settings, table))


def _of_document(
    document: Document, summary: Summary, settings: SummarySection, table: PicksSection
) -> Iterator[Finding]:
    if table == PicksSection():
        return
    texts = {sentence.id: sentence.text for sentence in document.sentences}
    yield from _over_budget(table, texts, budget_of(document, settings), document.id, document.id)
    yield from _idle(table, texts, summary.sentences, document.id)


def _of_overview(
    documents: Sequence[Document], summary: Sequence[Reference], settings: SummarySection, table: PicksSection
) -> Iterator[Finding]:
    if table == PicksSection():
        return
    by_id, named = DocumentsById(documents), dict.fromkeys(map(pick_document, (*table.pin, *table.order)))
    its = (by_id[name] for name in named if name in by_id)
    texts = {overview_name(one.id, sentence.id): sentence.text for one in its for sentence in one.sentences}
    yield from _over_budget(table, texts, overall.budget_of(documents, settings), "overview")
    yield from _idle(table, texts, [overview_name(chosen.document, chosen.id) for chosen in summary])


def _over_budget(
    table: PicksSection, texts: Mapping[str, str], budget: Budget, name: str, document: str | None = None
) -> Iterator[Finding]:
    pinned = dict.fromkeys(pick.id for pick in map(picked, table.pin) if pick.id in texts)
    lengths = np.array([length(texts[name]) for name in pinned], dtype=float)
    if not budget.holds(lengths):
        yield _OVER.finding(name=name, count=len(pinned), length=int(lengths.sum()), document=document)


def _idle(
    table: PicksSection, texts: Mapping[str, str], chosen: Collection[str], document: str | None = None
) -> Iterator[Finding]:
    idle = [pick.id for pick in map(picked, table.order) if pick.id in texts and pick.id not in chosen]
    for name in dict.fromkeys(idle):
        yield _IDLE.finding(name=name, document=document)
