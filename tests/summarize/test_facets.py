"""With more documents than lines, places, folders and kinds take turns, and trifles are passed over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.config import SummarySection
from reporter.model import Document
from reporter.summarize import slight_among, slight_findings, summarize_documents
from reporter.summarize.facets import facets_of, in_turns, is_slight
from tests.summarize.conftest import NEWS, document_of

Read = Callable[..., Document]
LINES = SummarySection(overall_sentences=6)
THINGS = (
    ("茶叶市场", "山区茶农"),
    ("跨江大桥", "两岸居民"),
    ("乡镇书店", "放学儿童"),
    ("候鸟湿地", "观鸟游客"),
    ("渔港码头", "出海渔民"),
    ("夜间门诊", "急症病人"),
    ("柑橘合作社", "坡地果农"),
    ("防火瞭望塔", "巡山护林员"),
    ("气象雷达站", "沿海船队"),
    ("旧城菜场", "老街摊贩"),
    ("滑雪场馆", "冬训队员"),
    ("苗木基地", "造林工人"),
    ("剧院舞台", "戏曲演员"),
    ("盲道路灯", "残疾市民"),
    ("污水泵房", "沿河住户"),
    ("山村邮路", "留守老人"),
    ("粮食烘干房", "种粮大户"),
)
TRIFLE = "通知\n定于本周五下午三时开会，请准时参加，不得缺席。"


def news(at: int, place: str, folder: str = "in") -> Document:
    """A news text in a place, on what no other of another number is on."""
    first, second = THINGS[at]
    text = (
        f"{first}的消息\n{first}昨天正式开放，{second}等了两年，今天终于因此受益。负责人说，{second}提出的意见都已采纳，"
        f"{first}明年还要扩建一倍。群众称赞{first}办得及时周到，希望别处也照这个样子办起来。"
    )
    made = document_of(text, f"{folder}/{at}.txt")
    return replace(made, id=f"{folder}-{at}", regions=(place,), kind="news")


def test_a_place_with_ten_documents_does_not_fill_the_page() -> None:
    documents = [*(news(at, "东县") for at in range(10)), *(news(at, f"{at}县") for at in range(10, 15))]
    chosen = summarize_documents(documents, LINES)
    heard = {reference.document for reference in chosen}
    assert len(chosen) == 6
    assert {f"in-{at}" for at in range(10, 15)} <= heard


def test_folders_take_turns_where_no_place_is_known() -> None:
    found = [*(news(at, "") for at in range(6)), news(6, "", "other"), news(7, "", "third")]
    documents = [replace(document, regions=()) for document in found]
    first = list(in_turns(documents, [9.0] * 6 + [1.0, 1.0]))[:3]
    assert {facets_of(documents[at])[0] for at in first} == {("folder", "in"), ("folder", "other"), ("folder", "third")}


def test_themes_take_turns_where_all_else_is_equal() -> None:
    documents = [news(at, "东县") for at in range(4)]
    themes = {documents[0].id: "交通", documents[1].id: "交通", documents[2].id: "交通", documents[3].id: "教育"}
    assert list(in_turns(documents, [4.0, 3.0, 2.0, 1.0], themes))[:2] == [0, 3]


def test_of_equals_the_better_sentence_is_heard_first_and_then_the_first() -> None:
    documents = [news(at, f"{at}县") for at in range(3)]
    assert list(in_turns(documents, [1.0, 2.0, 2.0])) == [1, 2, 0]


@given(st.lists(st.tuples(st.sampled_from("东南西"), st.floats(0, 5)), max_size=12))
def test_every_document_has_one_turn(given_: list[tuple[str, float]]) -> None:
    documents = [
        replace(document_of("题\n文。", f"in/{at}.txt"), regions=(place,)) for at, (place, _) in enumerate(given_)
    ]
    assert sorted(in_turns(documents, [score for _, score in given_])) == list(range(len(documents)))


def test_no_place_is_a_turn_ahead_of_another_that_waits() -> None:
    documents = [news(at, "东县" if at < 4 else "西县") for at in range(8)]
    turns = [at < 4 for at in in_turns(documents, [5.0] * 4 + [1.0] * 4)]
    assert all(turns[at] != turns[at + 1] for at in range(0, 8, 2))


def test_a_trifle_is_passed_over_when_there_are_more_documents_than_lines(read: Read) -> None:
    documents = [*(news(at, f"{at}县") for at in range(8)), read(TRIFLE, "in/trifle.txt")]
    chosen = summarize_documents(documents, LINES)
    assert slight_among(documents, LINES, chosen) == (documents[-1].id,)
    (finding,) = slight_findings(documents, (documents[-1].id,))
    assert "in/trifle.txt" in finding.message


def test_a_trifle_is_heard_when_there_is_room_for_all(read: Read) -> None:
    documents = [news(0, "东县"), read(TRIFLE, "in/trifle.txt")]
    chosen = summarize_documents(documents, LINES)
    assert documents[1].id in {reference.document for reference in chosen}
    assert slight_among(documents, LINES, chosen) == ()


def test_trifles_alone_are_heard(read: Read) -> None:
    documents = [read(TRIFLE.replace("五", day), f"in/{day}.txt") for day in "一二三四六七八九"]
    assert summarize_documents(documents, LINES)


@pytest.mark.parametrize(("text", "slight"), [(NEWS, False), (TRIFLE, True), ("价目\n白菜 2.1\n萝卜 1.8\n", True)])
def test_what_tells_next_to_nothing_is_slight(read: Read, text: str, slight: bool) -> None:
    assert is_slight(read(text)) is slight
