"""Which documents the choice over all hears first where it can't hear all: each place, folder, kind and theme in turn.

A folder of ten reports of one place and one of each of five others shall not become a briefing on that one place. And a
document that tells next to nothing, a notice of two lines or a table of prices, is not heard for its own sake.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from types import MappingProxyType

from reporter.model import Document, Finding, Saying
from reporter.model.analyses import document_ids

# A document of fewer letters in whole sentences than this, about three of them, is slight; so is one whose sentences
# are less than this part of its text: lists and tables that only the whole of them tells.
_LETTERS, _SHARE = 80, 0.2
# The shortest whole sentence: 联系电话：…。 is none.
_SHORTEST = 15
# So many are named in a finding.
_NAMED = 10
Facets = tuple[tuple[str, str], ...]
NO_THEMES: Mapping[str, str] = MappingProxyType({})
_ENDS = "。！？!?；;"


def is_slight(document: Document) -> bool:
    """Whether a document tells next to nothing in whole sentences."""
    whole = [
        s.text for s in document.sentences if len(s.text) >= _SHORTEST and s.text.rstrip("”’」』）)")[-1:] in _ENDS
    ]
    letters = sum(map(len, whole))
    return letters < max(_LETTERS, _SHARE * len(document.text))


def slight_findings(documents: Sequence[Document], slight: Sequence[str]) -> tuple[Finding, ...]:
    """A finding that names the documents of these ids; none without any."""
    if not slight:
        return ()
    wanted = set(slight)
    places = [at for at, name in enumerate(document_ids(documents)) if name in wanted]
    names = [documents[at].path for at in places[: _NAMED + 1]]
    if not names:
        return ()
    shown = ", ".join(names[:_NAMED]) + (" …" if len(names) > _NAMED else "")
    return (_SLIGHT.finding(count=len(places), names=shown),)


_SLIGHT = Saying(
    "summarize-slight",
    "info",
    "the choice over all documents passes over {count} that say next to nothing: {names}",
    "nothing; each has its own page",
)


def in_turns(
    documents: Sequence[Document], scores: Sequence[float], themes: Mapping[str, str] = NO_THEMES
) -> Iterator[int]:
    """Places of documents, those first that are heard first: of all left, one whose place, folder, kind and theme have
    been heard least, and among these the one with the best score, then the first.

    Args:
        documents: those that have something to say.
        scores: the score of each one's best sentence.
        themes: the theme that a document speaks of most, by its id, as far as known.
    """
    return turns([facets_of(document, themes.get(document.id, "")) for document in documents], scores)


def turns(facets: Sequence[Facets], scores: Sequence[float]) -> Iterator[int]:
    """The same of documents of these facets."""
    heard: Counter[tuple[str, str]] = Counter()
    left = list(range(len(facets)))
    while left:
        best = min(left, key=lambda at: (_crowding(facets[at], heard), -round(scores[at], 9), at))
        left.remove(best)
        heard.update(facets[best])
        yield best


def facets_of(document: Document, theme: str = "") -> Facets:
    """(facet, value): the place that a document is of, its folder, kind and theme; what is not known is left out."""
    folder = PurePosixPath(document.path).parent.as_posix()
    region = next(iter(document.regions), "")
    values = (("region", region), ("folder", folder), ("kind", document.kind or ""), ("theme", theme))
    return tuple((facet, value) for facet, value in values if value)


def _crowding(facets: Sequence[tuple[str, str]], heard: Counter[tuple[str, str]]) -> tuple[int, int]:
    """How often a document's place has been heard, then its folder, kind and theme."""
    values = dict(facets)
    place = heard["region", values["region"]] if "region" in values else 0
    return place, sum(heard[facet, value] for facet, value in facets if facet != "region")
