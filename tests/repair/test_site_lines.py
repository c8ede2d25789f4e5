"""What stands beside the articles of one site is the site's; titles, sentences and signatures never are."""

from __future__ import annotations

import pytest

from reporter.model import CleanText
from reporter.repair import edge_lines, repair, repeated_lines
from tests.corpus.pages.texts import paragraphs

TITLES = (
    "云溪县召开春季防火工作会议",
    "小微企业质量帮扶成效明显",
    "质量提升行动走进青木镇",
    "我县茶叶获国家地理标志保护",
    "县计量检测中心投入使用",
)
HEAD = ("掌上云溪 让生活更美好", "文化 旅游 生态 宜居")
FOOT = ("云溪融媒倾力打造", "用心记录云溪每一天")
OFFICE = "云溪县质监局"


def document(number: int, head: tuple[str, ...] = HEAD, foot: tuple[str, ...] = FOOT, title: str = "") -> CleanText:
    """One document of a site: its lines, a title, paragraphs, a signature, its lines again."""
    heading = title or f"{TITLES[number % len(TITLES)]}之{number}"
    body = paragraphs("质量提升", 3, seed=number)
    text = "\n".join([*head, heading, *body, OFFICE, f"2018年3月{number + 1}日", *foot])
    return repair(CleanText.of(text).raw)


def second_look(documents: list[CleanText]) -> list[CleanText]:
    lines = repeated_lines([edge_lines(clean) for clean in documents])
    return [repair(clean.raw, lines) for clean in documents]


def site_lines(clean: CleanText) -> list[str]:
    return [aside.span.of(clean.text) for aside in clean.asides if aside.rule == "site-line"]


@pytest.mark.parametrize("count", [3, 4, 8, 20])
def test_lines_of_a_site_are_set_aside_in_all_its_documents(count: int) -> None:
    for clean in second_look([document(number) for number in range(count)]):
        assert site_lines(clean) == [*HEAD, *FOOT]


def test_two_documents_prove_nothing() -> None:
    assert repeated_lines([edge_lines(document(number)) for number in range(2)]) == frozenset()
    assert repeated_lines([]) == frozenset()


def test_a_few_of_many_documents_prove_nothing() -> None:
    strangers = [document(number, (f"第{number}号窗口开放日",), ()) for number in range(40)]
    site = [document(100 + number) for number in range(3)]
    assert not {"掌上云溪让生活更美好"} & repeated_lines([edge_lines(clean) for clean in (*strangers, *site)])


def test_copies_of_one_document_keep_their_title() -> None:
    for clean in second_look([document(1)] * 5):
        assert "小微企业质量帮扶成效明显之1" not in site_lines(clean)


def test_edge_lines_are_bare_and_each_once() -> None:
    clean = document(1, (*HEAD, HEAD[0]), ("雲溪融媒傾力打造！", "一、总体要求", "2018"))
    assert edge_lines(clean)[:2] == ("掌上云溪让生活更美好", "文化旅游生态宜居")
    assert len(set(edge_lines(clean))) == len(edge_lines(clean))
    assert not {"一总体要求", "2018"} & set(edge_lines(clean))
    assert edge_lines(repair(CleanText.of("").raw)) == ()


def test_the_office_that_signs_every_document_stays() -> None:
    for clean in second_look([document(number, (), ()) for number in range(6)]):
        assert clean.asides == ()


def test_titles_of_papers_that_come_every_year_stay() -> None:
    documents = [document(number, ("掌上云溪 让生活更美好",), (), "政府工作报告") for number in range(5)]
    for clean in second_look(documents):
        assert site_lines(clean) == ["掌上云溪 让生活更美好"]


def test_a_title_that_all_share_stays_where_nothing_else_may_be_one() -> None:
    for clean in second_look([document(number, ("云溪网",), FOOT, "质量月活动走进社区") for number in range(5)]):
        assert site_lines(clean) == list(FOOT)


def test_sentences_and_addresses_at_the_edges_stay() -> None:
    head = ("各乡镇人民政府：", "同志们，朋友们：")
    documents = [document(number, ("掌上云溪 让生活更美好",), ("特此报告", "谢谢大家！")) for number in range(4)]
    documents += [document(10 + number, head, ()) for number in range(4)]
    assert repeated_lines([edge_lines(clean) for clean in documents]) == {"掌上云溪让生活更美好"}


def test_lines_that_name_a_source_may_still_be_read() -> None:
    documents = [document(number, ("云溪县融媒体中心", "掌上云溪 让生活更美好"), ()) for number in range(5)]
    for clean in second_look(documents):
        kept = {aside.span.of(clean.text): aside.keep for aside in clean.asides if aside.rule == "site-line"}
        assert kept == {"云溪县融媒体中心": True, "掌上云溪 让生活更美好": False}


def test_the_second_look_changes_no_character_and_reports_what_it_sets_aside() -> None:
    documents = [document(number) for number in range(4)]
    for before, after in zip(documents, second_look(documents), strict=True):
        assert after.ledger == before.ledger
        reported = {finding.span for finding in after.findings if finding.code == "repair-furniture"}
        assert {aside.span for aside in after.asides if aside.rule == "site-line"} <= reported
