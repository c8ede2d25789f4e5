"""A reprint has a page of its own and counts once in everything that spans the documents."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reporter.config import Config, ThemesSection
from reporter.language.script import traditional
from reporter.model import Briefing
from reporter.pipeline import brief, build
from reporter.publish import verify
from reporter.read import read_file
from tests.reprints.texts import TEXT

OTHER = (
    "河东县推进灌区改造\n河东县2019年完成渠道衬砌88公里，改造泵站21座。县里要求各乡镇在入冬之前完成清淤，并公示用水账目。\n"
    "河东县还为每一座泵站配备了看护员，看护员由用水户推选，报酬从水费中列支，账目每个季度公布一次。"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("home") / "in"
    home.mkdir()
    (home / "a.txt").write_text(TEXT, "utf-8")
    (home / "b.txt").write_text(f"某某网 来源：石桥日报\n{traditional(TEXT)}\n責任編輯：林某", "utf-8")
    (home / "c.txt").write_text(OTHER, "utf-8")
    return home


@pytest.fixture(scope="module")
def briefing(folder: Path) -> Briefing:
    return brief(Config(themes=ThemesSection(words={"水利": ("渠道", "泵站")})), [folder])


def ids(briefing: Briefing) -> list[str]:
    return [analysis.document.id for analysis in briefing.analyses]


def test_the_copy_is_named_and_kept(briefing: Briefing) -> None:
    first, second, _ = ids(briefing)
    (group,) = briefing.reprints
    assert (group.original, [copy.document for copy in group.copies]) == (first, [second])
    assert any(finding.code == "reprints-found" for finding in briefing.findings)


def test_nothing_over_all_documents_takes_from_the_copy(briefing: Briefing) -> None:
    first, second, third = ids(briefing)
    assert {reference.document for reference in briefing.summary} == {first, third}
    assert briefing.comparison.columns == (first, third)
    assert {reference.document for reference in briefing.brief_figures} <= {first, third}
    assert {telling.document for happening in briefing.timeline for telling in happening.tellings} <= {first, third}
    assert [cell.document for cell in briefing.themes[0].cells] == [first, third]
    assert briefing.conflicts == ()
    assert second not in str((briefing.comparison.rows, briefing.overview))


def test_terms_of_a_text_do_not_gain_by_being_printed_twice(folder: Path, briefing: Briefing, tmp_path: Path) -> None:
    alone = tmp_path / "in"
    alone.mkdir()
    for name in ("a.txt", "c.txt"):
        (alone / name).write_bytes((folder / name).read_bytes())
    assert brief(Config(), [alone]).keywords == briefing.keywords


def test_a_changed_figure_of_a_copy_is_a_conflict_with_both_sources(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "b.txt").write_text(TEXT.replace("126公里", "162公里"), "utf-8")
    made = brief(Config(), [tmp_path])
    assert len(made.reprints) == 1
    assert [{item.document for item in conflict.items} for conflict in made.conflicts] == [set(ids(made))]


def test_the_number_of_workers_makes_no_difference_and_the_build_is_proved(folder: Path, tmp_path: Path) -> None:
    for jobs in (1, 2):
        build(Config(), sources=[folder], output=tmp_path / str(jobs), jobs=jobs)
    first, second = ((tmp_path / str(jobs) / "data" / "briefing.json").read_bytes() for jobs in (1, 2))
    assert first == second
    assert json.loads(first)["reprints"]
    assert verify(tmp_path / "1", reread=read_file).problems == ()
