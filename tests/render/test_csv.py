"""The CSV files open in a spreadsheet: a byte order mark, no formula, every number as it is."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.config import Config
from reporter.model import Analyses
from reporter.render import data_csv
from reporter.render.brief_view import comparison
from reporter.render.catalogue import load_catalogue
from reporter.render.data_csv import comparison_rows, guarded, indicator_rows, write_tables
from reporter.render.data_overview import OVERVIEW
from reporter.render.links import SiteLinks
from reporter.render.theme import load_theme
from reporter.render.viewpoint import Viewpoint
from tests.render.briefings import overview_briefing


def rows(path: Path) -> list[list[str]]:
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


@pytest.mark.parametrize("name", ["indicators", "comparison", "targets", "timeline", "tables/b0123abcd"])
def test_rows_are_as_long_as_their_heading(built: Path, name: str) -> None:
    table = rows(built / "data" / f"{name}.csv")
    assert len(table) > 1
    assert {len(row) for row in table} == {len(table[0])}


def test_indicators_quote_the_text(built: Path) -> None:
    table = [dict(zip(*pair, strict=True)) for pair in _pairs(rows(built / "data" / "indicators.csv"))]
    rate = next(row for row in table if row["name"] == "合格率")
    assert (rate["value"], rate["unit"], rate["quote"]) == ("92.5", "%", "92.5%")
    assert (rate["change_direction"], rate["change_value"]) == ("up", "1.4")


def _pairs(table: list[list[str]]) -> list[tuple[list[str], list[str]]]:
    return [(table[0], row) for row in table[1:]]


def test_comparison_has_a_column_for_each_document_and_notes_other_measures(built: Path) -> None:
    heading, first, second, *_ = rows(built / "data" / "comparison.csv")
    assert heading[4:6] == ["〔1〕北川市质量强市工作汇报", "〔2〕南江縣質量工作總結"]
    assert first == ["中国名牌", "个", "same", "false", "22", "4", ""]
    assert second == ["省级名牌", "个", "other measure", "false", "99", "2", "〔2〕2 actual"]


def test_a_fall_has_a_minus_in_the_comparison_and_a_word_on_the_page() -> None:
    briefing = overview_briefing()
    row = briefing.comparison.rows[0]
    fallen = replace(row, cells=tuple(replace(cell, falls=True) for cell in row.cells))
    changed = replace(briefing, comparison=replace(briefing.comparison, rows=(fallen,)))
    assert list(comparison_rows(changed))[1][4:6] == ("-22", "-4")
    view = Viewpoint(changed, load_catalogue(load_theme(Config()), "zh-Hans"), SiteLinks(""))
    assert [figure.text for figure in comparison(view).rows[0].figures] == ["减22", "减4"]


def test_targets_are_what_is_to_be_reached(built: Path) -> None:
    table = rows(built / "data" / "targets.csv")
    assert [row[3] for row in table[1:]] == ["中国名牌目标"]


def test_timeline_is_dated(built: Path) -> None:
    assert [row[:2] for row in rows(built / "data" / "timeline.csv")[1:]] == [["2017-06-19", "2017年6月19日"]]


@pytest.mark.parametrize("text", ["-3.2", "+5%", "-1,234.50", "3", "570亿元", "－3"])
def test_numbers_and_plain_text_are_left_alone(text: str) -> None:
    assert guarded(text) == text


@given(st.text())
def test_no_cell_begins_a_formula(text: str) -> None:
    cell = guarded(text)
    assert cell.removeprefix("'").startswith(text.removeprefix("'")) or cell == text
    if cell[:1] in {"=", "@", "\t", "\r"} or (cell[:1] in {"+", "-"} and not any(char.isdigit() for char in cell)):
        pytest.fail(f"a spreadsheet would run {cell!r}")


def test_rows_hold_text_only() -> None:
    briefing = overview_briefing()
    for table in (indicator_rows(briefing), *(rows(briefing) for rows in OVERVIEW.values())):
        lines = list(table)
        assert len(lines) > 1
        assert all(isinstance(cell, str) for row in lines for cell in row)
        assert {len(row) for row in lines} == {len(lines[0])}


def overview(folder: Path, name: str) -> list[dict[str, str]]:
    write_tables(overview_briefing(), folder)
    return [dict(zip(*pair, strict=True)) for pair in _pairs(rows(folder / f"{name}.csv"))]


def test_a_target_says_how_much_by_when_and_by_whom(tmp_path: Path) -> None:
    figure, task = overview(tmp_path, "targets")
    assert (figure["name"], figure["value"], figure["bound"]) == ("中国名牌目标", "30", "at_least")
    assert (figure["deadline"], figure["deadline_date"]) == ("2020年", "2020")
    assert (task["kind"], task["task"], task["lead"], task["support"]) == ("task", "行业标准", "北川市", "全市")


def test_sentences_that_tell_one_event_share_its_number(tmp_path: Path) -> None:
    told = overview(tmp_path, "timeline")
    assert [(row["event"], row["ahead"]) for row in told] == [("1", "true"), ("1", "true")]
    assert len({row["document"] for row in told}) == 2


def test_honours_references_and_themes_have_files_of_their_own(tmp_path: Path) -> None:
    assert [(row["text"], row["ahead"]) for row in overview(tmp_path, "honours")] == [("中国名牌", "true")]
    assert [(row["text"], row["times"]) for row in overview(tmp_path, "references")] == [("国家标准", "3")]
    themes = overview(tmp_path, "themes")
    assert [(row["theme"], row["sentences"], row["share"]) for row in themes[:2]] == [
        ("品牌", "2", "50.0"),
        ("品牌", "1", "25.0"),
    ]


def test_of_very_many_documents_the_comparison_has_the_rows_that_compare(monkeypatch: pytest.MonkeyPatch) -> None:
    briefing = overview_briefing()
    all_rows = list(comparison_rows(briefing))
    shared = [len({cell.document for cell in row.cells}) > 1 for row in briefing.comparison.rows]
    assert 0 < sum(shared) < len(shared)
    monkeypatch.setattr(data_csv, "MOST_SPARSE", 1)
    kept = [row for row, is_shared in zip(all_rows[1:], shared, strict=True) if is_shared]
    assert list(comparison_rows(briefing)) == [all_rows[0], *kept]


def test_packed_analyses_give_the_same_tables(tmp_path: Path) -> None:
    briefing = overview_briefing()
    write_tables(briefing, tmp_path / "plain")
    write_tables(replace(briefing, analyses=Analyses.of(briefing.analyses)), tmp_path / "packed")
    names = sorted(path.relative_to(tmp_path / "plain") for path in (tmp_path / "plain").rglob("*.csv"))
    assert len(names) > 6
    for name in names:
        assert (tmp_path / "plain" / name).read_bytes() == (tmp_path / "packed" / name).read_bytes()
