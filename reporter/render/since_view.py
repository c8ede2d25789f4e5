"""``Changes`` → what a page says of them: 本期变化."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from reporter.model.changes import Changes
from reporter.render.change_views import ChangesView
from reporter.render.since_documents import Room, document_changes, left_words
from reporter.render.since_figures import conflict_change, figure_change, lost_figure, target_met
from reporter.render.viewpoint import Viewpoint

__all__ = ["FIRST_PAGE", "MARKDOWN", "OFFICIAL", "OWN_PAGE", "PAPER", "Room", "changes_view", "document_changes"]

# The first page is read in three minutes; paper lists what a reader looks through; a page of its own has all.
FIRST_PAGE = Room(6, 2, 8, 3, "page")
MARKDOWN = replace(FIRST_PAGE, rest="data")
PAPER = Room(100, 12, 60, 40)
OWN_PAGE = Room(1_000_000, 12, 0, 200, whole=True)
OFFICIAL = Room(8, 2, 10, 8)


def changes_view(view: Viewpoint, room: Room) -> ChangesView | None:
    """What has changed since the earlier build, as far as there is room; None where none was named."""
    found = view.briefing.changes
    if found is None:
        return None
    told = [change for change in found.figures if change.earlier is not None]
    shown = tuple(islice(document_changes(view, room), room.documents))
    gone, few = tuple(_gone(view, found)), room.others
    return ChangesView(
        lead=lead(view, found),
        documents=shown,
        figures=tuple(figure_change(view, change) for change in told[: room.figures]),
        gone=gone[:few],
        conflicts=tuple(conflict_change(view, item, here=True) for item in found.conflicts[:few]),
        solved=tuple(conflict_change(view, item, here=False) for item in found.solved[:few]),
        met=tuple(target_met(view, item) for item in found.met[:few]),
        lost=tuple(lost_figure(view, figure) for figure in found.gone_figures[:few]),
        more={
            **_left(view, room, documents=len(found.documents), figures=len(found.figures) - len(told[: room.figures])),
            **{
                name: left_words(view, room, **{kind: len(items) - few})
                for name, kind, items in (
                    ("gone", "documents", found.gone),
                    ("lost_figures", "figures", found.gone_figures),
                    ("met", "items", found.met),
                    ("conflicts", "items", found.conflicts),
                    ("solved", "items", found.solved),
                )
            },
        },
    )


def _left(view: Viewpoint, room: Room, documents: int, figures: int) -> dict[str, str]:
    """The documents and figures without room; none on a page that has the whole of them elsewhere."""
    if room.whole:
        return {"documents": "", "figures": ""}
    return {
        "documents": left_words(view, room, documents=documents - room.documents),
        "figures": left_words(view, room, figures=figures),
    }


def _gone(view: Viewpoint, found: Changes) -> Iterator[str]:
    """The documents that are gone, by their titles; of a copy where its text still stands."""
    kept = {item.gone: item.document for item in found.kept}
    for document in found.gone:
        title = view.script.term(document.title or document.path)
        still = kept.get(document.id)
        mark = view.mark(view.analysis(still)).label if still else ""
        yield view.strings("changes.kept", title=title, mark=mark) if still else title


def lead(view: Viewpoint, found: Changes) -> str:
    """Which build it is compared with, and how much has changed, in words."""
    t = view.strings
    kinds = Counter(change.kind for change in found.documents)
    compared = sum(change.earlier is not None for change in found.figures)
    counts = {
        **{kind: kinds[kind] for kind in ("new", "changed", "moved")},
        "gone": len(found.gone),
        "figures": compared,
        "figures_new": len(found.figures) - compared,
        "figures_gone": len(found.gone_figures),
    }
    said = [t(f"changes.count.{name}", count=count) for name, count in counts.items() if count]
    if not found.differs:
        said = [t("changes.none")]
    if found.rewritten:
        said.append(t("changes.count.rewritten", count=len(found.rewritten)))
    title = view.script.term(found.earlier.title)
    key = "changes.lead_dated" if found.earlier.date else "changes.lead"
    return t(key, title=title, date=view.date(found.earlier.date), what=t("joint_clause").join(said))
