"""Analyses kept between builds: they change how long a build takes, never what it says."""

from __future__ import annotations

import os
import sqlite3
from dataclasses import dataclass
from pathlib import Path

import pytest
from msgspec.structs import replace

from reporter import pipeline
from reporter.config import Config, SummarySection
from reporter.pipeline.store import FILE, opened_store

TEXTS = {
    "甲.txt": "青田县质量工作总结\n一、标准建设\n全县制定地方标准12项。\n二、品牌建设\n新增名牌产品3个。\n",
    "乙.txt": "云和县质量工作总结\n一、标准建设\n全县制定地方标准9项。\n二、品牌建设\n新增名牌产品5个。\n",
}


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "文件"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, "utf-8")
    return folder


@dataclass
class Built:
    """A build and the bytes of all its outputs."""

    stored: int
    notes: tuple[str, ...]
    files: dict[str, bytes]


def built(sources: Path, cache: Path | None, *, config: Config, refresh: bool = False) -> Built:
    output = sources.parent / "简报"
    made = pipeline.build(config, sources=[sources], output=output, cache=cache, refresh=refresh)
    files = {
        path.relative_to(output).as_posix(): path.read_bytes()
        for path in output.rglob("*")
        if path.is_file() and ".reporter" not in path.parts
    }
    return Built(made.stored, tuple(note.code for note in made.notes), files)


@pytest.fixture
def quick() -> Config:
    base = Config()
    return replace(base, output=replace(base.output, formats=("json",)))


def test_a_second_build_takes_every_analysis_from_the_cache_and_says_the_same(
    sources: Path, tmp_path: Path, quick: Config
) -> None:
    without = built(sources, None, config=quick)
    first = built(sources, tmp_path / "cache", config=quick)
    second = built(sources, tmp_path / "cache", config=quick)
    assert (first.stored, second.stored) == (0, 2)
    assert without.files == first.files == second.files


def test_a_changed_document_is_analysed_and_no_other(sources: Path, tmp_path: Path, quick: Config) -> None:
    built(sources, tmp_path / "cache", config=quick)
    (sources / "甲.txt").write_text(TEXTS["甲.txt"].replace("12项", "13项"), "utf-8")
    changed = built(sources, tmp_path / "cache", config=quick)
    assert changed.stored == 1
    assert changed.files == built(sources, None, config=quick).files


def test_another_time_of_the_file_changes_nothing(sources: Path, tmp_path: Path, quick: Config) -> None:
    built(sources, tmp_path / "cache", config=quick)
    os.utime(sources / "甲.txt", (0, 0))
    assert built(sources, tmp_path / "cache", config=quick).stored == 2


def test_what_decides_the_summary_is_part_of_the_key(sources: Path, tmp_path: Path, quick: Config) -> None:
    built(sources, tmp_path / "cache", config=quick)
    lead = replace(quick, summary=SummarySection(method="lead"))
    assert built(sources, tmp_path / "cache", config=lead).stored == 0


def test_refresh_finds_nothing_and_stores_anew(sources: Path, tmp_path: Path, quick: Config) -> None:
    built(sources, tmp_path / "cache", config=quick)
    assert built(sources, tmp_path / "cache", config=quick, refresh=True).stored == 0
    assert built(sources, tmp_path / "cache", config=quick).stored == 2


def test_a_file_that_is_no_store_is_put_aside_and_said(sources: Path, tmp_path: Path, quick: Config) -> None:
    cache = tmp_path / "cache"
    cache.mkdir()
    (cache / FILE).write_bytes(b"no database at all, but long enough to be looked at" * 40)
    first = built(sources, cache, config=quick)
    assert (first.stored, first.notes) == (0, ("build-cache",))
    assert (cache / f"{FILE}.broken").read_bytes().startswith(b"no database")
    assert built(sources, cache, config=quick).stored == 2


def test_a_damaged_entry_is_made_anew_and_said(sources: Path, tmp_path: Path, quick: Config) -> None:
    cache = tmp_path / "cache"
    whole = built(sources, cache, config=quick)
    with sqlite3.connect(cache / FILE) as connection:
        connection.execute("UPDATE analyses SET value = substr(value, 1, 100)")
    connection.close()
    again = built(sources, cache, config=quick)
    assert (again.stored, again.notes) == (0, ("build-cache",))
    assert again.files == whole.files


def test_a_cache_that_cannot_be_made_costs_no_build(sources: Path, tmp_path: Path, quick: Config) -> None:
    (tmp_path / "file").write_text("in the way")
    made = built(sources, tmp_path / "file" / "cache", config=quick)
    assert made.notes == ("build-cache",)
    assert "data/briefing.json" in made.files


def test_two_stores_may_be_open_at_once(tmp_path: Path) -> None:
    with opened_store(tmp_path) as one, opened_store(tmp_path) as other:
        one.put("a", 1)
        other.put("b", 2)
    with opened_store(tmp_path) as later:
        assert (later.get("a"), later.get("b"), later.findings) == (1, 2, [])


def test_what_was_unused_longest_goes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reporter.pipeline.store.MOST_ENTRIES", 2)
    for name in ("a", "b"):
        with opened_store(tmp_path) as store:
            store.put(name, name)
    with opened_store(tmp_path) as store:
        assert store.get("a") == "a"
        store.put("c", "c")
    with opened_store(tmp_path) as store:
        assert [store.get(name) for name in "abc"] == ["a", None, "c"]
