"""Document → what head, order and page one need of it; the document itself is let go of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from reporter.assemble.weights import own_weight
from reporter.language.indicator_names import tells_alone
from reporter.model import Analysis, Span

# Roles that state how things stand or shall stand; a threshold or a scope describes a rule.
_TELLING_ROLES = ("actual", "target", "plan")


@dataclass(frozen=True, slots=True)
class Telling:
    """A figure that page one might show: its id, sentence, key, subject and place, and how much it says: by its
    sentence's rank, by itself, by its subject."""

    id: str
    sentence: str
    key: str
    subject: str
    span: Span
    weights: tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Facts:
    """A document among all. ``region`` is its first one, ``kind`` and ``region`` are empty where not known, ``text`` is
    its text in simplified characters, ``figures`` are those that state something and whose name tells what, once by
    name and unit."""

    document: str
    path: str
    title: str
    date: str | None
    region: str
    kind: str
    text: str
    figures: tuple[Telling, ...]


def facts_of(analysis: Analysis) -> Facts:
    """The facts of a document."""
    document = analysis.document
    return Facts(
        document.id,
        document.path,
        document.title.text,
        document.date,
        next(iter(document.regions), ""),
        document.kind or "",
        document.simplified,
        tuple(_figures(analysis)),
    )


def _figures(analysis: Analysis) -> Iterator[Telling]:
    ranks = {name: place for place, name in enumerate(analysis.summary.ranking)}
    subjects = Counter(indicator.subject for indicator in analysis.indicators)
    own = max(subjects, key=lambda subject: subjects[subject], default="")
    seen: set[tuple[str, str]] = set()
    for indicator in analysis.indicators:
        named = (indicator.key, indicator.unit)
        told = indicator.role in _TELLING_ROLES and tells_alone(indicator.key, indicator.subject)
        if not told or named in seen:
            continue
        seen.add(named)
        rank = ranks.get(indicator.sentence)
        weights = 0.0 if rank is None else 1 / (1 + rank), own_weight(indicator), 0.3 * (indicator.subject == own)
        yield Telling(indicator.id, indicator.sentence, indicator.key, indicator.subject, indicator.span, weights)
