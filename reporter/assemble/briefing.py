"""One value out of everything that is known: ordered, headed, with a choice for page one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reporter.assemble.facts import Facts, facts_of
from reporter.assemble.head import head_of
from reporter.assemble.order import ordered
from reporter.assemble.page_one import brief_figures, brief_rows
from reporter.config import Config, PicksSection
from reporter.model import (
    Analysis,
    Briefing,
    Comparison,
    Conflict,
    EditorNote,
    Finding,
    Happening,
    InputFile,
    Reference,
    ReprintGroup,
    ThemeRow,
    TopicRow,
)
from reporter.model.analyses import chosen as chosen_of
from reporter.model.analyses import ids_of


def assemble(  # noqa: PLR0913  (one value of all that the rooms before have found)
    analyses: Sequence[Analysis],
    inputs: Sequence[InputFile],
    config: Config,
    *,
    summary: Sequence[Reference],
    comparison: Comparison,
    conflicts: Sequence[Conflict],
    keywords: Sequence[tuple[str, float]],
    findings: Sequence[Finding],
    timeline: Sequence[Happening] = (),
    themes: Sequence[ThemeRow] = (),
    topics: Sequence[TopicRow] = (),
    reprints: Sequence[ReprintGroup] = (),
    slight: Sequence[str] = (),
    facts: Sequence[Facts] | None = None,
) -> Briefing:
    """The briefing of all documents, in the order and the groups that the configuration asks for.

    ``overview`` is the whole summary at first: page one keeps what its measured room allows.

    Args:
        summary: the choice over all documents; comes out in the order of the documents but for what the curation
            orders, which comes first.
        keywords: (term, weight) over all documents, best first.
        facts: those of the analyses, one for one, where they are known.
    """
    known = tuple(map(facts_of, analyses)) if facts is None else facts
    line, groups = ordered(known, config.input)
    documents, known = chosen_of(analyses, line), tuple(known[at] for at in line)
    places = {name: index for index, name in enumerate(ids_of(documents))}
    chosen = _chosen_in_order(summary, config.curation.overview, places)
    rows = tuple(_topic_in_order(row, places) for row in topics)
    copies = {copy.document for group in reprints for copy in group.copies}
    counted = [its for its in known if its.document not in copies]
    briefing = Briefing(
        head=head_of(counted, [term for term, _ in keywords], config, [row.topic for row in rows if row.documents]),
        language=config.interface,
        script=config.script,
        analyses=documents,
        inputs=tuple(inputs),
        groups=groups,
        summary=chosen,
        keywords=tuple(keywords),
        comparison=_columns_in_order(comparison, places),
        conflicts=tuple(conflicts),
        notes=tuple(EditorNote(note.text, note.title) for note in config.note),
        findings=tuple(findings),
        overview=chosen,
        timeline=tuple(timeline),
        themes=tuple(_in_order(row, places) for row in themes),
        topics=rows,
        reprints=tuple(sorted(reprints, key=lambda group: places[group.original])),
        slight=tuple(sorted(slight, key=lambda name: places[name])),
    )
    briefing = replace(briefing, brief_rows=brief_rows(briefing.comparison))
    return replace(briefing, brief_figures=brief_figures(briefing, facts=known))


def _chosen_in_order(
    summary: Sequence[Reference], curation: PicksSection, places: Mapping[str, int]
) -> tuple[Reference, ...]:
    """The summary in the order of the documents, behind what the curation orders."""
    first = _first_by_curation(curation)

    def place(reference: Reference) -> tuple[int, int]:
        ordered_at = first.get(f"{reference.document}/{reference.id}", len(first))
        return ordered_at, places.get(reference.document, len(places))

    return tuple(Reference(reference.document, reference.id) for reference in sorted(summary, key=place))


def _first_by_curation(picks: PicksSection) -> dict[str, int]:
    """``document/sentence`` → its place in the order that the curation states."""
    names = (entry if isinstance(entry, str) else entry.id for entry in picks.order)
    return {name: place for place, name in enumerate(dict.fromkeys(names))}


def _columns_in_order(comparison: Comparison, places: Mapping[str, int]) -> Comparison:
    """The comparison with its columns in the order of the documents."""
    columns = sorted(comparison.columns, key=lambda name: places.get(name, len(places)))
    return replace(comparison, columns=tuple(columns))


def _topic_in_order(row: TopicRow, places: Mapping[str, int]) -> TopicRow:
    """The row with its documents in the order of the documents."""
    spoken = sorted(row.documents, key=lambda pair: places[pair[0]])
    return replace(row, documents=tuple(spoken), silent=tuple(sorted(row.silent, key=lambda name: places[name])))


def _in_order(row: ThemeRow, places: Mapping[str, int]) -> ThemeRow:
    """The row with its cells in the order of the documents."""
    return replace(row, cells=tuple(sorted(row.cells, key=lambda cell: places[cell.document])))
