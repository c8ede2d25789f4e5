"""The summary of one document."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporter.config import SummarySection
from reporter.errors import ConfigurationError
from reporter.model import CleanText, Document, Summary
from reporter.structure import structure
from reporter.summarize import METHODS, summarize_document

Read = Callable[..., Document]


def texts(document: Document, ids: tuple[str, ...]) -> list[str]:
    by_id = {sentence.id: sentence.text for sentence in document.sentences}
    return [by_id[name] for name in ids]


def length(document: Document, summary: Summary) -> int:
    return sum(len("".join(text.split())) for text in texts(document, summary.sentences))


def long_report(sections: int) -> str:
    names = "甲乙丙丁戊己庚辛"
    return "关于粮食工作的报告\n\n" + "\n".join(
        f"{number}、{name}镇情况\n{name}镇收购稻谷{at + 3}万吨。{name}镇粮站修缮了仓房。{name}镇有粮店{at + 5}家。"
        for at, (number, name) in enumerate(zip("一二三四五六七八"[:sections], names, strict=False))
    )


def test_without_a_budget_there_are_five_sentences(news: Document) -> None:
    assert len(summarize_document(news, SummarySection()).sentences) == 5


def test_a_short_document_has_what_it_has(read: Read) -> None:
    document = read("粮库昨天开工。工程明年完成。")
    assert len(summarize_document(document, SummarySection()).sentences) == 2


def test_without_a_budget_every_first_level_section_is_heard(read: Read) -> None:
    document = read(long_report(8))
    summary = summarize_document(document, SummarySection())
    sections = {sentence.id: sentence.section for sentence in document.sentences}
    assert len(document.sections) == 8
    assert {sections[name] for name in summary.sentences} == {section.id for section in document.sections}


def test_a_budget_too_small_for_all_sections_goes_to_the_best(read: Read) -> None:
    document = read(long_report(8))
    assert len(summarize_document(document, SummarySection(sentences=3)).sentences) == 3
    assert length(document, summarize_document(document, SummarySection(chars=40))) <= 46


def test_sentences_come_in_document_order_and_the_ranking_best_first(report: Document) -> None:
    summary = summarize_document(report, SummarySection(sentences=4))
    order = [sentence.id for sentence in report.sentences]
    scores = dict(summary.scores)
    assert list(summary.sentences) == sorted(summary.sentences, key=order.index)
    assert sorted(summary.ranking) == sorted(summary.sentences)
    assert [scores[name] for name in summary.ranking] == sorted(
        (scores[name] for name in summary.ranking), reverse=True
    )


def test_every_section_with_sentences_has_its_own_summary(report: Document) -> None:
    summary = summarize_document(report, SummarySection())
    assert [section for section, _ in summary.sections] == [section.id for section in report.sections]
    sections = {sentence.id: sentence.section for sentence in report.sentences}
    for section, picks in summary.sections:
        assert len(picks) == 1
        assert all(sections[name] == section for name in picks)


def test_a_section_without_sentences_of_its_own_is_heard_through_those_below_it(read: Read) -> None:
    document = read(
        "粮食工作报告\n\n一、主要工作\n（一）收购工作\n全县收购稻谷23万吨，没有出现卖粮难。各乡镇服务周到。\n"
        "（二）监管工作\n执法人员检查粮店340家，查处案件17起。\n二、下步打算\n明年将新建粮库3座，新增仓容2万吨。\n"
    )
    summary = dict(summarize_document(document, SummarySection()).sections)
    parent, first, second, _ = (section.id for section in document.sections)
    assert document.sections[1].parent == parent
    assert set(summary) == {section.id for section in document.sections}
    assert summary[parent] in (summary[first], summary[second])


def test_a_long_section_has_two_sentences(read: Read) -> None:
    body = "".join(
        f"第{name}乡收购稻谷{at}万吨，修建仓房{at + 2}座。" for at, name in enumerate("甲乙丙丁戊己庚辛壬癸子丑寅卯", 3)
    )
    document = read(f"报告\n\n一、收购情况\n{body}\n二、监管情况\n执法人员检查粮店340家。\n")
    summary = summarize_document(document, SummarySection())
    assert [len(picks) for _, picks in summary.sections] == [2, 1]


@pytest.mark.parametrize("name", sorted(METHODS))
def test_no_heading_and_no_half_sentence_is_chosen(name: str, read: Read) -> None:
    document = read(
        "粮食工作报告\n\n一、收购工作\n主要做法如下：\n1、丰登米业：去年加工稻谷5万吨。\n全县收购稻谷23万吨，没有出现卖粮难。\n"
        "二、监管工作\n执法人员检查粮店340家，查处案件17起。\n"
    )
    chosen = texts(document, summarize_document(document, SummarySection(method=name, sentences=2)).sentences)
    assert chosen == ["全县收购稻谷23万吨，没有出现卖粮难。", "执法人员检查粮店340家，查处案件17起。"]


def test_no_two_sentences_say_the_same(read: Read) -> None:
    document = read("全县收购稻谷23万吨。粮价稳定。全县共收购稻谷23万吨。水库蓄水充足。全县收购稻谷23万吨！")
    chosen = texts(document, summarize_document(document, SummarySection()).sentences)
    assert sum("23万吨" in text for text in chosen) == 1


@pytest.mark.parametrize("topic", ["收购", "收購", "水库管理"])
def test_a_topic_in_either_script_leads_the_ranking(topic: str, read: Read) -> None:
    document = read(
        "青山县召开农业会议，部署全年农业工作，要求各乡镇抓好落实。会议要求各乡镇抓好农业生产，落实农业政策。"
        "水库管理处连夜检查了堤坝。粮站已经开秤收购早稻。会议强调农业是全县的根本。"
    )
    best = summarize_document(document, SummarySection(sentences=1, topic=(topic,)))
    assert ("收购" if topic != "水库管理" else "水库") in texts(document, best.sentences)[0]
    assert best.sentences != summarize_document(document, SummarySection(sentences=1)).sentences


def test_a_topic_biases_every_method(news: Document) -> None:
    for name in METHODS:
        best = summarize_document(news, SummarySection(method=name, sentences=1, topic=("检验室",)))
        assert "检验室" in texts(news, best.sentences)[0]


def test_a_topic_that_the_text_does_not_have_changes_nothing(news: Document) -> None:
    plain = summarize_document(news, SummarySection(sentences=3))
    assert summarize_document(news, SummarySection(sentences=3, topic=("航天员",))) == plain


def test_an_unknown_method_is_an_error(news: Document) -> None:
    with pytest.raises(ConfigurationError):
        summarize_document(news, SummarySection(method="magic"))


def test_a_document_without_sentences_has_an_empty_summary(read: Read) -> None:
    assert summarize_document(read(""), SummarySection()) == Summary((), ())


def test_a_million_characters_are_summarized(read: Read) -> None:
    text = "".join(f"第{at}座粮库储粮{at % 97}万吨，粮情{'稳定' if at % 3 else '正常'}。\n" for at in range(50_000))
    document = structure(CleanText.of(text), "long")
    summary = summarize_document(document, SummarySection(chars=200))
    assert len(text) > 900_000
    assert 0 < length(document, summary) <= 230


WORDS = [
    "粮食",
    "收购",
    "水库",
    "12座",
    "，",
    "。",
    "！",
    "我们",
    "的",
    "2022年",
    "：",
    "”",
    "\n",
    "一、",
    "（一）",
    "A b",
]


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(WORDS), max_size=60).map("".join),
    st.one_of(
        st.builds(SummarySection, sentences=st.integers(1, 6)),
        st.builds(SummarySection, chars=st.integers(1, 60)),
        st.builds(SummarySection, topic=st.just(("水库",))),
    ),
)
def test_a_summary_is_an_ordered_subset_within_its_budget(text: str, section: SummarySection) -> None:
    document = structure(CleanText.of(text), "text")
    summary = summarize_document(document, section)
    order = [sentence.id for sentence in document.sentences]
    assert [name for name in order if name in summary.sentences] == list(summary.sentences)
    assert bool(summary.sentences) == bool(order)
    assert [name for name, _ in summary.scores] == order
    if section.chars is not None:
        assert len(summary.sentences) == 1 or length(document, summary) <= section.chars * 1.15
    if section.sentences is not None:
        assert len(summary.sentences) <= section.sentences
    assert summarize_document(document, section) == summary
