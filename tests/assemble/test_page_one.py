"""Page one shows the rows that compare and the figures that say most, spread over the documents."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from reporter.assemble.page_one import brief_figures, brief_rows
from reporter.model import Analysis, Comparison, ComparisonCell, ComparisonRow
from tests.render.briefings import analysis_of, briefing_of, document_of, sample_briefing


def row(name: str, *documents: str) -> ComparisonRow:
    cells = tuple(ComparisonCell(document, "i1", 1, "个", "", None, "actual", None) for document in documents)
    return ComparisonRow(name, "same", False, cells)


def figured(path: str, count: int) -> Analysis:
    """A document with so many sentences that state one figure each."""
    lines = "\n".join(f"第{index}类产品共有{index}00件。" for index in range(1, count + 1))
    figures = [(f"{index}00件", f"产品{index}", index * 100, "件") for index in range(1, count + 1)]
    return analysis_of(document_of(f"标题\n{lines}", path), figures)


def test_rows_of_one_document_compare_nothing() -> None:
    comparison = Comparison(("a", "b"), (row("x", "a", "b"), row("y", "a", "a"), row("z", "b", "a")))
    assert brief_rows(comparison) == (0, 2)


def test_rows_are_the_first_ones_up_to_the_limit() -> None:
    assert brief_rows(Comparison(("a", "b"), tuple(row(str(n), "a", "b") for n in range(9))), limit=4) == (0, 1, 2, 3)


def test_figures_of_the_shown_rows_are_not_shown_twice() -> None:
    briefing = sample_briefing()
    shown = {
        (cell.document, cell.indicator)
        for index in briefing.brief_rows
        for cell in briefing.comparison.rows[index].cells
    }
    assert not shown & {(chosen.document, chosen.id) for chosen in brief_figures(briefing)}


def test_figures_that_describe_a_rule_are_left_out() -> None:
    plain = figured("in/a.txt", 3)
    ruled = replace(plain, indicators=tuple(replace(item, role="threshold") for item in plain.indicators))
    assert brief_figures(briefing_of(ruled)) == ()


def test_a_figure_stated_twice_is_shown_once() -> None:
    plain = figured("in/a.txt", 4)
    same = replace(plain, indicators=tuple(replace(item, key="粮食产量") for item in plain.indicators))
    assert len(brief_figures(briefing_of(same))) == 1


@given(st.lists(st.integers(0, 12), min_size=1, max_size=4), st.integers(1, 8))
def test_every_document_with_figures_is_heard_before_one_fills_the_page(counts: list[int], limit: int) -> None:
    analyses = [figured(f"in/{index}.txt", count) for index, count in enumerate(counts)]
    chosen = brief_figures(briefing_of(*analyses), limit)
    assert len(chosen) == min(limit, sum(counts)) == len(set(chosen))
    order = [analysis.document.id for analysis in analyses]
    assert [order.index(item.document) for item in chosen] == sorted(order.index(item.document) for item in chosen)


def test_rows_that_compare_like_with_like_come_before_the_others() -> None:
    unlike = row("x", "a", "b")
    unlike = replace(unlike, cells=(unlike.cells[0], replace(unlike.cells[1], same=False)))
    assert brief_rows(Comparison(("a", "b"), (unlike, row("y", "a", "b")))) == (1, 0)


def test_names_that_tell_nothing_and_lone_amounts_of_time_are_not_shown() -> None:
    plain = figured("in/a.txt", 2)
    first, second = plain.indicators
    silent = (
        replace(first, name="时间", key="时间", unit="天"),
        replace(second, name="办结率", key="办结率", unit="%"),
    )
    assert brief_figures(briefing_of(replace(plain, indicators=silent))) == ()


def test_at_most_two_figures_of_a_sentence_are_shown() -> None:
    plain = figured("in/a.txt", 4)
    same = tuple(replace(item, sentence=plain.indicators[0].sentence) for item in plain.indicators)
    assert len(brief_figures(briefing_of(replace(plain, indicators=same)))) == 2


def test_what_reports_lead_with_comes_first() -> None:
    comparison = Comparison(("a", "b"), (row("总产量", "a", "b"), row("一般公共预算收入", "a", "b")))
    assert brief_rows(comparison) == (1, 0)
