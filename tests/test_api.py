"""reporter as a library: what its functions promise of any text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reporter
from reporter import pipeline
from reporter.config import SummarySection
from reporter.errors import ConfigurationError
from reporter.summarize import keywords as ranked_keywords
from reporter.summarize import summarize_document

TEXT = (
    "一、标准化工作\n全区企业参与制修订国家标准12项。各部门密切配合，工作有序推进。新增标准化良好行为企业5家，比上年多2家。\n"
    "二、品牌建设\n累计拥有省级名牌31个。宣传活动深入社区。下一步将重点培育食品和机械行业的骨干企业，力争再创省级名牌4个。\n"
    "三、监督管理\n出动执法人员860人次，查处违法案件17起。特种设备定期检验率达到98.6%。"
)
WORDS = st.sampled_from(
    ["质监", "(jiān)", "\ud800", "企业", "12家", "。", "，", "\n", "一、", "“", "”", " ", "\u00a0", "A", "监", "3.5%"]
)


def length(text: str) -> int:
    """Characters without white space."""
    return len("".join(text.split()))


@given(st.lists(WORDS, max_size=40).map("".join))
@settings(max_examples=60, deadline=None)
def test_offsets_lead_to_the_text_as_given(text: str) -> None:
    for sentence in reporter.summarize(text).sentences:
        assert 0 <= sentence.start < sentence.end <= len(text)
        assert sentence.text


def test_sentences_come_in_document_order_and_stand_verbatim() -> None:
    summary = reporter.summarize(TEXT, sentences=4)
    starts = [sentence.start for sentence in summary.sentences]
    assert len(starts) == 4
    assert starts == sorted(starts)
    assert all(TEXT[sentence.start : sentence.end] == sentence.text for sentence in summary.sentences)
    assert str(summary) == "\n".join(sentence.text for sentence in summary.sentences)


@given(st.integers(10, 200))
@settings(max_examples=30, deadline=None)
def test_chars_are_a_length_that_whole_sentences_keep(chars: int) -> None:
    chosen = reporter.summarize(TEXT, chars=chars).sentences
    assert chosen
    assert len(chosen) == 1 or sum(length(sentence.text) for sentence in chosen) <= 1.15 * chars


def test_by_default_five_sentences_or_one_for_each_first_level_section() -> None:
    assert len(reporter.summarize(TEXT).sentences) == 5
    numbers = "一二三四五六七"
    text = "\n".join(
        f"{n}、第{n}项工程\n{n}号工程完成投资{i}亿元。{n}号工程进展顺利。" for i, n in enumerate(numbers, 2)
    )
    assert len(reporter.summarize(text).sentences) == len(numbers)


def test_a_heading_or_a_byline_is_never_chosen() -> None:
    text = f"全区质量工作情况\n作者：赵一帆\n{TEXT}\n（某区市场监管局 赵一帆）"
    chosen = "".join(sentence.text for sentence in reporter.summarize(text, sentences=50).sentences)
    assert "赵一帆" not in chosen
    assert "品牌建设" not in chosen


@pytest.mark.parametrize("text", ["", " \n\u3000", "。"])
def test_a_text_without_words_has_an_empty_summary(text: str) -> None:
    assert reporter.keywords(text) == ()
    assert sum(length(sentence.text) for sentence in reporter.summarize(text).sentences) <= 1


def test_one_sentence_is_its_own_summary() -> None:
    assert [s.text for s in reporter.summarize("全年粮食总产量15.8万吨。", chars=3).sentences] == [
        "全年粮食总产量15.8万吨。"
    ]


def test_documents_together_name_the_text_that_each_sentence_stands_in() -> None:
    texts = [TEXT, "全市新增就业5680人，城镇登记失业率为2.9%。社会保障水平稳步提高。"]
    chosen = reporter.summarize_documents(texts, sentences=4).sentences
    assert {sentence.document for sentence in chosen} == {0, 1}
    assert all(texts[s.document][s.start : s.end] == s.text for s in chosen)
    assert all(s.score > 0 for s in chosen)


def test_keywords_are_best_first_with_weights_up_to_one() -> None:
    found = reporter.keywords(TEXT, title="全区标准化与品牌建设", limit=5)
    weights = [keyword.weight for keyword in found]
    assert 0 < len(found) <= 5
    assert weights == sorted(weights, reverse=True)
    assert weights[0] == 1
    assert weights[-1] > 0


REPORTED = {
    "a stated title": f"全区质量工作总结\n发布时间：2019-01-15 来源：某区市场监管局\n{TEXT}",
    "no title": "某县12月3日召开会议。县长张某某要求，年内建成12个检测平台。某县水利局负责落实，投资3.4亿元。",
    "traditional": "雲溪縣質監局2011年工作要點\n一、質量強縣\n全縣新增名牌12個，培育企業30家。",
    "damaged": "雲溪縣質監(jiān)局2011年工作,投資&nbsp;12億元.\n一、質量強縣(縣)\n全縣新增名牌12個，培育企業３０家。",
    "a table of contents": "目录\n一、总则……1\n二、附则……3\n一、总则\n本办法适用于全县。\n二、附则\n自发布之日起施行。",
}


@pytest.mark.parametrize("text", REPORTED.values(), ids=REPORTED.keys())
@pytest.mark.parametrize("method", ["default", "lead", "textrank", "lexrank", "centroid"])
def test_a_text_is_summarized_as_the_whole_document_is(text: str, method: str) -> None:
    document = pipeline.document_of_text(text)
    settings = SummarySection(method=method, sentences=2)
    chosen = set(summarize_document(document, settings).sentences)
    expected = [sentence.text for sentence in document.sentences if sentence.id in chosen]
    assert [sentence.text for sentence in reporter.summarize(text, sentences=2, method=method).sentences] == expected
    assert reporter.keywords(text) == ranked_keywords(document, 10)


def test_an_unknown_method_names_the_known_ones() -> None:
    with pytest.raises(ConfigurationError) as caught:
        reporter.summarize(TEXT, method="textrnk")
    assert "textrank" in caught.value.hint


@pytest.mark.parametrize("budget", [{"sentences": 0}, {"chars": 0}, {"sentences": -3}])
def test_a_budget_below_one_is_refused(budget: dict[str, int]) -> None:
    with pytest.raises(ConfigurationError, match="below 1"):
        reporter.summarize(TEXT, **budget)  # type: ignore[arg-type]


def test_the_public_names_are_sorted_and_there() -> None:
    assert list(reporter.__all__) == sorted(reporter.__all__)
    assert all(hasattr(reporter, name) for name in reporter.__all__)


def test_files_are_loaded_with_their_structure(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / ".hidden.txt").write_text(TEXT, "utf-8")
    documents = reporter.load(tmp_path)
    assert [document.path for document in documents] == [f"{tmp_path.name}/a.txt"]
    assert [section.heading for section in documents[0].sections] == ["标准化工作", "品牌建设", "监督管理"]
