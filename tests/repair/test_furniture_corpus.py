"""Short pages of many sites, each line judged by hand: ``=`` the article's, ``-`` the page's, ``~`` may be either (a
stamp or a byline, which must stay readable)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reporter.model import CleanText
from reporter.repair import patterns, repair
from reporter.repair.lines import lines_of

FOLDER = Path(__file__).parents[1] / "corpus" / "furniture"
# Measured on the 58 pages: 224 of 227; what is missed no general rule can know (a row of a shop's services).
LEAST_FOUND = 0.98

Page = list[tuple[str, str]]


def pages() -> Iterator[tuple[str, Page]]:
    for path in sorted(FOLDER.glob("*.txt")):
        for part in path.read_text("utf-8").split("# ")[1:]:
            name, *lines = part.split("\n")
            yield f"{path.stem}: {name}", [(line[0], line[2:]) for line in lines if line]


PAGES = dict(pages())


def judged(page: Page) -> Iterator[tuple[str, str, float, bool]]:
    """(kind, line, share of it that is set aside, whether all of that may still be read)."""
    done = repair(CleanText.of("\n".join(line for _, line in page)).raw)
    at = 0
    for (kind, _), line in zip(page, done.text.split("\n"), strict=True):
        hits = [aside for aside in done.asides if aside.span.start < at + len(line) and at < aside.span.end]
        covered = sum(min(hit.span.end, at + len(line)) - max(hit.span.start, at) for hit in hits)
        kept = all(hit.keep or hit.rule.startswith("repeated") for hit in hits)
        yield kind, line, covered / max(1, len(line)), kept
        at += len(line) + 1


def test_the_corpus_is_large_enough() -> None:
    assert len(PAGES) >= 50
    assert {kind for page in PAGES.values() for kind, _ in page} == {"=", "-", "~"}


@pytest.mark.parametrize("name", PAGES)
def test_no_line_of_an_article_is_set_aside(name: str) -> None:
    assert [line for kind, line, share, _ in judged(PAGES[name]) if kind == "=" and share] == []


@pytest.mark.parametrize("name", PAGES)
def test_stamps_and_bylines_stay_readable(name: str) -> None:
    assert [line for kind, line, _, kept in judged(PAGES[name]) if kind == "~" and not kept] == []


def test_nearly_all_furniture_is_set_aside() -> None:
    found = [share > 0.8 for page in PAGES.values() for kind, _, share, _ in judged(page) if kind == "-"]
    assert sum(found) / len(found) >= LEAST_FOUND


def test_the_quick_look_passes_over_no_line_that_fits_a_pattern() -> None:
    lines = [line.plain for page in PAGES.values() for line in lines_of("\n".join(line for _, line in page))]
    fitting = [line for line in lines if patterns.first_fit(patterns.ANYWHERE, line)]
    starting = [line for line in lines if patterns.first_fit(patterns.TAIL_STARTS, line)]
    assert fitting
    assert starting
    assert [line for line in fitting if not patterns.has_sign(line)] == []
    assert [line for line in starting if not patterns.may_start_tail(line)] == []
