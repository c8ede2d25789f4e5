"""What page one has no room for goes in the stated order: rows, figures, sentences; and is recorded."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pdfplumber
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter import pipeline
from reporter.cli import main
from reporter.config import Config
from reporter.model import Briefing
from reporter.render.brief_view import brief
from reporter.render.catalogue import load_catalogue
from reporter.render.links import SiteLinks
from reporter.render.page_fit import Fit, Measured, cuts_of, fitted
from reporter.render.theme import load_theme
from reporter.render.viewpoint import Viewpoint
from tests.render.briefings import sample_briefing

STRINGS = load_catalogue(load_theme(Config()), "zh-Hans")


def parts(briefing: Briefing) -> tuple[int, int, int]:
    return len(briefing.brief_rows), len(briefing.brief_figures), len(briefing.overview)


def pages_for(room: int):  # type: ignore[no-untyped-def]
    """A page that holds so many parts when it is set tightly, two less when it is not; nothing else is known."""
    return lambda briefing, tight: Measured(1 if sum(parts(briefing)) <= room - 2 * (not tight) else 2)


def heights_for(room: float, sizes: tuple[float, ...]):  # type: ignore[no-untyped-def]
    """A page with room for parts of such sizes, named in the order in which they go; the last sentence takes one, and
    what is set loosely a quarter more."""

    def measure(briefing: Briefing, tight: bool) -> Measured:
        wide = 1 if tight else 1.25
        shares = tuple(size * wide / room for size in sizes)
        return Measured(sum(shares[len(sizes) + 1 - sum(parts(briefing)) :]) + wide / room, shares)

    return measure


def test_rows_go_first_then_figures_then_sentences_and_one_stays() -> None:
    order = [parts(cut) for cut in cuts_of(sample_briefing())]
    assert order == [(2, 2, 4), (1, 2, 4), (0, 2, 4), (0, 1, 4), (0, 0, 4), (0, 0, 3), (0, 0, 2), (0, 0, 1)]


def test_what_goes_goes_from_the_end() -> None:
    briefing = sample_briefing()
    for cut in cuts_of(briefing):
        for name in ("brief_rows", "brief_figures", "overview"):
            kept = getattr(cut, name)
            assert kept == getattr(briefing, name)[: len(kept)]


@given(st.integers(1, 12))
def test_the_cut_is_the_least_that_fits(room: int) -> None:
    fit = fitted(sample_briefing(), pages_for(room), STRINGS)
    assert sum(parts(fit.briefing)) == min(room, 8)


@given(st.lists(st.floats(0.2, 3), min_size=7, max_size=7), st.floats(1, 12))
def test_the_cut_is_the_least_that_fits_when_sizes_are_known(sizes: list[float], room: float) -> None:
    measure = heights_for(room, tuple(sizes))
    fit = fitted(sample_briefing(), measure, STRINGS)
    cuts = list(cuts_of(sample_briefing()))
    held = [cut for cut in cuts if measure(cut, True).filled <= 1]
    assert parts(fit.briefing) == parts(held[0] if held else cuts[-1])


def test_the_cut_is_found_with_few_measurements() -> None:
    asked: list[bool] = []
    measure = heights_for(5.0, (0.5, 0.8, 1, 1, 2, 2, 1.5))

    def counted(briefing: Briefing, tight: bool) -> Measured:
        asked.append(tight)
        return measure(briefing, tight)

    fit = fitted(sample_briefing(), counted, STRINGS)
    assert sum(parts(fit.briefing)) == 3
    assert asked == [False, True]


def test_one_tight_measurement_is_enough_where_rows_shrink_less_than_sentences() -> None:
    asked: list[tuple[int, int, int]] = []
    tight_sizes, shares = (0.1,) * 4 + (0.06,) * 3, (0.85,) * 4 + (0.75,) * 3

    def measure(briefing: Briefing, tight: bool) -> Measured:
        asked.append(parts(briefing))
        sizes = tight_sizes if tight else tuple(size / share for size, share in zip(tight_sizes, shares, strict=True))
        left = sizes[8 - sum(parts(briefing)) :]
        return Measured(sum(left) + (0.6 if tight else 0.6 / 0.66), left)

    fit = fitted(sample_briefing(), measure, STRINGS)
    assert parts(fit.briefing) == asked[-1] == (0, 2, 4)
    assert len(asked) == 2


def test_a_brief_that_fits_is_left_alone() -> None:
    assert fitted(sample_briefing(), pages_for(99), STRINGS) == Fit(sample_briefing())


def test_a_brief_is_set_tighter_before_anything_goes() -> None:
    assert fitted(sample_briefing(), pages_for(9), STRINGS) == Fit(sample_briefing(), tight=True)


def test_what_is_dropped_is_recorded_and_found() -> None:
    fit = fitted(sample_briefing(), pages_for(3), STRINGS)
    assert fit.briefing.dropped == ("比较2行", "数字2项", "要点1条")
    assert [finding.code for finding in fit.findings] == ["render-brief-cut"]


def test_a_brief_that_never_fits_is_a_warning() -> None:
    fit = fitted(sample_briefing(), pages_for(0), STRINGS)
    assert len(fit.briefing.overview) == 1
    assert [(finding.code, finding.level) for finding in fit.findings] == [("render-brief-overflow", "warning")]


@pytest.fixture
def many(tmp_path: Path) -> list[Path]:
    """Twelve reports that share one figure, two of which share another."""
    files = []
    for number in range(12):
        more = f"全县拥有市长质量奖企业{number + 2}家。" if number < 2 else ""
        text = f"{chr(0x7532 + number)}县工作总结\n全县拥有省级名牌产品{number + 3}个。{more}各项工作进展顺利。\n"
        files.append(tmp_path / f"{number:02}.txt")
        files[-1].write_text(text, "utf-8")
    return files


def test_a_row_of_many_documents_is_cut_on_page_one_and_whole_further_back(many: list[Path], tmp_path: Path) -> None:
    output = tmp_path / "out"
    assert main(["build", *map(str, many), "-o", str(output), "-f", "pdf,md"]) == 0
    with pdfplumber.open(output / "briefing.pdf") as pdf:
        pages = ["".join((page.extract_text() or "").split()) for page in pdf.pages]
    assert "另有4项" in pages[0]
    assert "另有" not in "".join(pages[1:])
    assert "另有4项" in (output / "briefing.md").read_text("utf-8")


def test_dropping_a_row_never_changes_how_the_others_are_set(many: list[Path]) -> None:
    briefing = pipeline.brief(Config(), many)
    assert len(briefing.brief_rows) == 2
    for rows in ((0, 1), (0,), (1,)):
        cut = replace(briefing, brief_rows=rows)
        assert brief(Viewpoint(cut, STRINGS, SiteLinks(""))).matrix.wide
