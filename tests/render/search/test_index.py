"""The index finds every stretch of every passage, and nothing that does not stand there."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter import resources
from reporter.language.script import simplified, traditional
from reporter.model import Analysis
from reporter.render.search import write_search
from reporter.render.search.bigrams import entries, merged, number_digits, postings_of, shards
from reporter.render.search.files import TEXTS_LENGTH
from reporter.render.search.folding import folded
from reporter.render.search.passages import passages_of
from tests.render.briefings import analysis_of, document_of, sample_briefing
from tests.render.search.lookup import Lookup, decoded


def lookup_of(folder: Path, *analyses: Analysis) -> Lookup:
    write_search(analyses, folder)
    return Lookup(folder)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Lookup:
    return lookup_of(tmp_path_factory.mktemp("search"), *sample_briefing().analyses)


def stretches(text: str) -> list[str]:
    """Every stretch of two to six characters that begins and ends with something to see."""
    found = (text[at : at + length] for length in range(2, 7) for at in range(len(text) - length + 1))
    return [stretch for stretch in found if len(folded(stretch)) == len(stretch)]


def test_every_stretch_of_every_passage_is_found_in_both_scripts(sample: Lookup) -> None:
    for analysis in sample_briefing().analyses:
        for passage in passages_of(analysis):
            for stretch in stretches(passage.text):
                for query in {stretch, simplified(stretch), traditional(stretch)}:
                    found = {(hit.document, hit.text) for hit in sample.hits(query)}
                    if folded(query) == folded(stretch):
                        assert (analysis.document.id, passage.text) in found, query


def test_every_single_character_is_found(sample: Lookup) -> None:
    for analysis in sample_briefing().analyses:
        for passage in passages_of(analysis):
            for char in folded(passage.text):
                assert passage.text in {hit.text for hit in sample.hits(char)}, char


@pytest.mark.parametrize("query", ["质监", "質監", "質监"])
def test_a_query_in_either_script_finds_both(sample: Lookup, query: str) -> None:
    assert sample.hits(query) == sample.hits("质监") != []


def test_what_stands_nowhere_is_not_found(sample: Lookup) -> None:
    assert sample.hits("名中牌国") == []
    assert sample.hits("龘") == []


def test_no_stretch_runs_from_one_passage_into_the_next(tmp_path: Path) -> None:
    lookup = lookup_of(tmp_path, analysis_of(document_of("题名\n第一句甲。\n乙第二句。", "in/a.txt")))
    assert lookup.candidates("。乙") == {}
    assert lookup.hits("甲。") != []


def test_marks_say_where_a_document_has_a_pair(tmp_path: Path) -> None:
    lookup = lookup_of(
        tmp_path,
        analysis_of(document_of("计量检定\n# 一、质量提升\n开展名牌建设。", "in/a.txt")),
        analysis_of(document_of("其他\n# 一、其他\n质量提升与计量检定。", "in/b.txt")),
    )
    assert lookup.candidates("计量检定") == {0: 1, 1: 0}
    assert lookup.candidates("质量提升") == {0: 2, 1: 0}


def test_passages_are_title_facts_then_the_text_in_order() -> None:
    document = document_of("题名\n# 一、甲\n第一句。第二句。\n# 二、乙\n第三句。", "in/a.txt")
    analysis = analysis_of(replace(document, source="某局", number="某发〔2017〕1号"))
    assert [(item.kind, item.text) for item in passages_of(analysis)] == [
        ("title", "题名"),
        ("fact", "某发〔2017〕1号"),
        ("fact", "某局"),
        ("heading", "一、甲"),
        ("sentence", "第一句。"),
        ("sentence", "第二句。"),
        ("heading", "二、乙"),
        ("sentence", "第三句。"),
    ]
    assert all(item.anchor for item in passages_of(analysis) if item.kind in ("heading", "sentence"))


def test_long_texts_are_spread_over_files(tmp_path: Path) -> None:
    body = "".join(f"第{number}项工作已经完成。" for number in range(TEXTS_LENGTH // 20))
    analyses = [analysis_of(document_of(f"题名{number}\n{body}", f"in/{number}.txt")) for number in range(5)]
    lookup = lookup_of(tmp_path, *analyses)
    assert len(lookup.index["texts"]) > 1
    assert {hit.document for hit in lookup.hits("第17项")} == {analysis.document.id for analysis in analyses}


def test_five_documents_of_a_usual_length_take_little_room(tmp_path: Path, seeds: Path) -> None:
    analyses = [
        analysis_of(document_of("题名\n" + re.sub(r"[#\[\]]", "", path.read_text("utf-8")), f"in/{path.name}"))
        for path in sorted(seeds.glob("*.txt"))
    ]
    write_search(analyses, tmp_path)
    scripts = resources.templates_folder() / "briefing" / "scripts"
    files = [*(tmp_path / "search").iterdir(), *scripts.iterdir()]
    assert len(analyses) == 5
    assert sum(path.stat().st_size for path in files) < 200_000


def test_equal_documents_give_equal_bytes(tmp_path: Path) -> None:
    for name in ("one", "other"):
        write_search(sample_briefing().analyses, tmp_path / name)
    names = sorted(path.name for path in (tmp_path / "one" / "search").iterdir())
    for name in names:
        assert (tmp_path / "one" / "search" / name).read_bytes() == (tmp_path / "other" / "search" / name).read_bytes()


def test_no_documents_give_an_empty_index(tmp_path: Path) -> None:
    lookup = lookup_of(tmp_path)
    assert lookup.index == {"texts": [], "keys": 1, "spellings": ""}
    assert lookup.hits("质量") == []


def test_characters_beyond_the_basic_plane_and_lone_surrogates_are_taken(tmp_path: Path) -> None:
    analysis = analysis_of(document_of("题名\n𠮷野家。", "in/a.txt"))
    title = replace(analysis.document.title, text="与\ud800乱码")
    lookup = lookup_of(tmp_path, replace(analysis, document=replace(analysis.document, title=title)))
    assert [hit.text for hit in lookup.hits("𠮷野")] == ["𠮷野家。"]
    assert [hit.text for hit in lookup.hits("与乱")] == ["与\ud800乱码"]


@given(st.dictionaries(st.integers(0, 5000), st.integers(0, 2), min_size=1))
def test_an_entry_gives_back_its_postings(kinds: dict[int, int]) -> None:
    names = ("sentence", "title", "heading")
    postings = [postings_of(number, [(names[kind], "甲乙")]) for number, kind in sorted(kinds.items())]  # type: ignore[list-item]
    table = dict(entries(merged(postings)))
    entry = next(entry for entry in table["甲"].split(" ") if entry.startswith("乙"))
    assert decoded(entry[1:]) == [(number, kind) for number, kind in sorted(kinds.items())]


@given(st.lists(st.text("甲乙丙丁", min_size=1), max_size=5), st.integers(1, 40))
def test_shards_part_the_index_by_the_first_character(texts: list[str], length: int) -> None:
    whole = merged([postings_of(number, [("sentence", text)]) for number, text in enumerate(texts)])
    parts = [dict(entries(part)) for part in shards(whole, length)]
    assert {first: words for part in parts for first, words in part.items()} == dict(entries(whole))
    assert all(ord(first) % len(parts) == number for number, part in enumerate(parts) for first in part)


@given(st.integers(0, 10**7))
def test_numbers_in_digits_end_where_they_end(value: int) -> None:
    (read,) = decoded(number_digits(value))
    assert read == (value // 4, value % 4)
