"""A page is kept by everything that decides it, and sees nothing beside that."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reporter.config import Config
from reporter.model import (
    Analyses,
    Briefing,
    Comparison,
    ComparisonCell,
    ComparisonRow,
    Finding,
    Reference,
    Reprint,
    ReprintGroup,
)
from reporter.render.alone import AloneViewpoint
from reporter.render.brief_view import MOST_COLUMNS, matrix
from reporter.render.catalogue import load_catalogue
from reporter.render.kept import Kept
from reporter.render.links import SiteLinks
from reporter.render.standing import Fellow, Standing, Standings
from reporter.render.theme import load_theme
from reporter.render.viewpoint import Viewpoint
from tests.render.briefings import analysis_of, briefing_of, document_of, sample_briefing

STRINGS = load_catalogue(load_theme(Config()), "zh-Hans")
PLAIN = Standing(1, None, copied=False, reprints=(), fellows=(), findings=(), used=())


class Shelf(dict[str, object]):
    """A shelf in memory."""

    def put(self, key: str, value: object) -> None:
        self[key] = value


def pieces(*asked: tuple[str, str, Standing | None, tuple[object, ...]], ground: str = "ground") -> int:
    """How many different pieces are made when these are asked for, each twice."""
    shelf, made = Shelf(), []
    for kind, analysis, standing, parts in asked * 2:
        Kept(shelf, ground).piece(kind, analysis, standing, parts, lambda: made.append(1) or "piece")  # type: ignore[func-returns-value]
    return len(made)


def test_a_piece_is_made_once() -> None:
    assert pieces(("rows", "a", PLAIN, ())) == 1


@pytest.mark.parametrize(
    "other",
    [
        ("pages", "a", PLAIN, ()),
        ("rows", "b", PLAIN, ()),
        ("rows", "a", None, ()),
        ("rows", "a", PLAIN, ("part",)),
        ("rows", "a", replace(PLAIN, number=2), ()),
        ("rows", "a", replace(PLAIN, opens=""), ()),
        ("rows", "a", replace(PLAIN, copied=True), ()),
        ("rows", "a", replace(PLAIN, reprints=(ReprintGroup("d", "path", ()),)), ()),
        ("rows", "a", replace(PLAIN, fellows=(Fellow("d", 2, "key"),)), ()),
        ("rows", "a", replace(PLAIN, findings=(Finding("a-b", "info", "words"),)), ()),
        ("rows", "a", replace(PLAIN, used=("s1",)), ()),
    ],
)
def test_whatever_decides_a_piece_makes_another_one(
    other: tuple[str, str, Standing | None, tuple[object, ...]],
) -> None:
    assert pieces(("rows", "a", PLAIN, ()), other) == 2


def test_what_has_no_key_is_made_each_time() -> None:
    unknown = replace(PLAIN, fellows=(Fellow("d", 2, ""),))
    assert pieces(("rows", "", PLAIN, ())) == 2
    assert pieces(("rows", "a", unknown, ())) == 2


def test_standings_tell_what_other_documents_and_rooms_say_of_a_document() -> None:
    briefing = sample_briefing()
    first, second = briefing.ids[:2]
    briefing = replace(
        briefing,
        groups=("甲", "乙", *("乙" for _ in briefing.ids[2:])),
        reprints=(ReprintGroup(first, "path", (Reprint(second, 0.9, "reprint"),)),),
        findings=(Finding("a-b", "info", "words", document=second),),
        summary=(Reference(second, "s2"), Reference(second, "s1"), Reference(first, "s1")),
    )
    standings = Standings(briefing)
    original, copy = standings.of(first), standings.of(second)
    assert (original.number, original.opens, original.copied, original.used) == (1, "甲", False, ("s1",))
    assert (copy.number, copy.opens, copy.copied, copy.used) == (2, "乙", True, ("s1", "s2"))
    assert [finding.message for finding in copy.findings] == ["words"]
    assert [fellow.document for fellow in copy.fellows] == [first]


def briefing_of_so_many(count: int) -> Briefing:
    """Documents that state how many standards they have."""
    texts = [f"第{number}县总结\n全县制定标准{number}项。" for number in range(1, count + 1)]
    made = [document_of(text, f"in/{number:02}.txt") for number, text in enumerate(texts, 1)]
    figures = [[("标准", f"{number}项", float(number), "项")] for number in range(1, count + 1)]
    return briefing_of(*(analysis_of(*pair) for pair in zip(made, figures, strict=True)))


def test_a_copy_knows_its_original_and_no_other_copy() -> None:
    briefing = briefing_of_so_many(3)
    first, second, third = briefing.ids[:3]
    copies = (Reprint(second, 0.9, "reprint"), Reprint(third, 0.9, "reprint"))
    standings = Standings(replace(briefing, reprints=(ReprintGroup(first, "path", copies),)))
    assert [fellow.document for fellow in standings.of(third).fellows] == [first]
    assert [fellow.document for fellow in standings.of(first).fellows] == [second, third]


def test_a_document_alone_sees_no_other() -> None:
    briefing = sample_briefing()
    whole = Viewpoint(briefing, STRINGS, SiteLinks(""))
    alone = AloneViewpoint(whole, briefing.analyses[0], Standings(briefing).of(briefing.ids[0]))
    assert alone.briefing.summary == ()
    assert alone.briefing.comparison.rows == ()
    assert alone.mark(briefing.analyses[0]) == whole.mark(briefing.analyses[0])
    with pytest.raises(KeyError):
        alone.analysis(briefing.ids[1])


def test_standings_open_no_packed_analysis() -> None:
    briefing = replace(sample_briefing(), analyses=Analyses.of(sample_briefing().analyses))
    Standings(briefing)
    assert not briefing.analyses._opened  # type: ignore[attr-defined]


def compared(briefing: Briefing) -> ComparisonRow:
    """The row of the standards."""
    own = [(analysis.document.id, analysis.indicators[0]) for analysis in briefing.analyses]
    cells = (
        ComparisonCell(name, item.id, item.value, item.unit, item.subject, None, item.role, item.bound)
        for name, item in own
    )
    return ComparisonRow("标准", "same", False, tuple(cells))


@pytest.mark.parametrize("limit", [None, 1, 5, 100])
def test_a_long_row_counts_what_it_leaves_out(limit: int | None) -> None:
    briefing = briefing_of_so_many(MOST_COLUMNS + 3)
    row = compared(briefing)
    briefing = replace(briefing, comparison=Comparison(briefing.ids, (row,)))
    (shown,) = matrix(Viewpoint(briefing, STRINGS, SiteLinks("")), [row], limit).rows
    whole = list(range(1, MOST_COLUMNS + 4))
    assert [figure.mark.number for figure in shown.figures] == whole[:limit]
    assert shown.more == len(whole) - len(shown.figures)


def test_of_few_documents_every_figure_has_its_column() -> None:
    briefing = briefing_of_so_many(MOST_COLUMNS)
    row = compared(briefing)
    briefing = replace(briefing, comparison=Comparison(briefing.ids, (row,)))
    (shown,) = matrix(Viewpoint(briefing, STRINGS, SiteLinks("")), [row], 2).rows
    assert [len(cell) for cell in shown.cells] == [1] * MOST_COLUMNS
    assert (len(shown.figures), shown.more) == (MOST_COLUMNS, 0)
