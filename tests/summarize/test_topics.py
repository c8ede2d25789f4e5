"""A topic that the reader asks for: who speaks of it, in which words, and who does not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reporter.config import SummarySection
from reporter.model import Document, TopicRow
from reporter.summarize import METHODS, speaking, summarize_document, topic_findings, topic_rows, with_phrases

Read = Callable[..., Document]

BRANDS = "河东县工作汇报\n\n全县新增驰名商标3件。\n秋收工作进展顺利。\n各乡镇组织培育自主品牌。\n"
CROPS = "河西县工作汇报\n\n秋收工作进展顺利，农田水利设施建设完成。\n全县收购稻谷9万吨。\n"
SCRIPTED = "河南縣工作匯報\n\n全縣擁有名牌產品5個。\n秋收工作進展順利。\n"


@pytest.fixture
def folder(read: Read) -> list[Document]:
    return [read(text, f"{name}.txt") for name, text in (("east", BRANDS), ("west", CROPS), ("south", SCRIPTED))]


def spoken(document: Document, row: TopicRow) -> list[str]:
    ids = dict(row.documents).get(document.id, ())
    return [sentence.text for sentence in document.sentences if sentence.id in ids]


def test_a_document_with_nothing_on_a_topic_is_silent(folder: list[Document]) -> None:
    (row,) = topic_rows(folder, ["品牌建设"], {})
    assert spoken(folder[0], row) == ["各乡镇组织培育自主品牌。"]
    assert row.silent == (folder[1].id, folder[2].id)


def test_a_light_last_word_is_no_part_of_a_topic(folder: list[Document]) -> None:
    (row,) = topic_rows(folder, ["品牌建设"], {})
    assert folder[1].id in row.silent  # it speaks of building, not of brands


@pytest.mark.parametrize("topic", ["品牌建设", "品牌建設"])
def test_configured_phrases_count_like_the_topic_in_either_script(topic: str, folder: list[Document]) -> None:
    (row,) = topic_rows(folder, [topic], {"品牌建设": ("名牌", "商标")})
    assert row.words == ("名牌", "商标")
    assert spoken(folder[0], row) == ["全县新增驰名商标3件。", "各乡镇组织培育自主品牌。"]
    assert spoken(folder[2], row) == ["全縣擁有名牌產品5個。"]
    assert row.silent == (folder[1].id,)


def test_phrases_of_a_topic_that_was_not_asked_for_do_nothing() -> None:
    assert with_phrases(SummarySection(topic=("商标",)), {"品牌": ("名牌",)}) == SummarySection(topic=("商标",))


def test_sentences_below_a_heading_that_names_the_topic_are_on_it(read: Read) -> None:
    document = read("工作报告\n\n一、品牌培育\n全县有名优产品5个。\n二、秋收\n（一）秋收品牌\n全县收购稻谷9万吨。\n")
    (row,) = topic_rows([document], ["品牌"], {})
    assert spoken(document, row) == ["全县有名优产品5个。", "全县收购稻谷9万吨。"]


def test_a_document_whose_title_alone_names_the_topic_is_not_silent(read: Read) -> None:
    document = read("河东县品牌工作汇报\n\n全县新增奖牌3件，秋收工作进展顺利。\n")
    (row,) = topic_rows([document], ["品牌"], {})
    assert row.documents == ((document.id, ()),)


@pytest.mark.parametrize("method", sorted(METHODS))
def test_every_method_prefers_a_configured_phrase(method: str, folder: list[Document]) -> None:
    settings = with_phrases(SummarySection(method=method, sentences=1, topic=("品质",)), {"品质": ("商标",)})
    summary = summarize_document(folder[0], settings)
    assert [its.text for its in folder[0].sentences if its.id in summary.sentences] == ["全县新增驰名商标3件。"]


def test_the_overall_choice_is_among_the_documents_that_speak(folder: list[Document]) -> None:
    rows = topic_rows(folder, ["品牌", "水利"], {})
    assert speaking(folder, rows) == (folder[0], folder[1])
    assert speaking(folder, rows, [folder[2].id]) == tuple(folder)


def test_a_topic_that_nobody_speaks_of_is_told_and_changes_nothing(folder: list[Document]) -> None:
    rows = topic_rows(folder, ["航天"], {})
    assert [finding.code for finding in topic_findings(rows)] == ["summarize-topic-unmet"]
    assert speaking(folder, rows) == tuple(folder)
    settings = SummarySection(sentences=1)
    for document in folder:
        plain = summarize_document(document, settings)
        assert summarize_document(document, SummarySection(sentences=1, topic=("航天",))) == plain


def test_without_a_topic_nobody_is_silent(folder: list[Document]) -> None:
    assert topic_rows(folder, [" "], {}) == ()
    assert speaking(folder, ()) == tuple(folder)
