"""Documents with one text are one group; documents of one form, of two years or in two drafts are none."""

from __future__ import annotations

import random

import pytest

from reporter.language.script import traditional
from reporter.model import Finding
from tests.reprints.texts import BODY, PARAGRAPHS, TEXT, TITLE, found, grouped


def nearly(findings: tuple[Finding, ...]) -> list[Finding]:
    return [finding for finding in findings if finding.code == "reprints-nearly-same"]


REPRINTS = {
    "another head and an editor's line": f"某某网 2019-08-02 来源：石桥日报\n{TEXT}\n责任编辑：林某",
    "another script": traditional(TEXT),
    "another title": f"渠道修到田埂边\n{BODY}",
    "lines cut at a width": "\n".join(TEXT[at : at + 30] for at in range(0, len(TEXT), 30)),
    "a paragraph cut": "\n".join((TITLE, *PARAGRAPHS[:2], *PARAGRAPHS[3:])),
    "a paragraph added": "\n".join((TITLE, *PARAGRAPHS[:3], "编者认为，这些做法值得邻县借鉴。", *PARAGRAPHS[3:])),
    "another dateline": TEXT.replace("石桥县近日召开", "本网讯 石桥县近日召开"),
    "a slip of recognition": TEXT.replace("渠道衬砌和泵站", "渠道村砌和泵站"),
    "furniture left in it": f"首页 新闻 地方\n{TEXT}\n上一篇：某地举行桥梁检查培训\n下一篇：某地开展秋粮收购",
}
OTHERS = {
    "a form filled in for another county": TEXT.replace("石桥县", "平川区").replace("上游乡", "南坡镇"),
    "the report of another year": TEXT.replace("2019", "2020")
    .replace("126", "141")
    .replace("38", "45")
    .replace("4.2", "5.1")
    .replace("6.5", "2.3"),
    "the same event in other words": "\n".join(
        (TITLE, "副县长在现场会上说，灌区改造要见实效。", "来自17个乡镇的代表观看了量水设施，并交流了管护经验。")
    ),
}


@pytest.mark.parametrize("text", REPRINTS.values(), ids=REPRINTS.keys())
def test_a_reprint_is_found_whatever_it_changed(text: str) -> None:
    assert [sorted([first, *copies]) for first, copies in grouped({"a.txt": TEXT, "b.txt": text})] == [
        ["a.txt", "b.txt"]
    ]


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS.keys())
def test_what_only_shares_its_form_or_its_subject_is_no_reprint(text: str) -> None:
    assert found({"a.txt": TEXT, "b.txt": text}).groups == ()


def test_an_excerpt_is_counted_with_the_whole() -> None:
    excerpt = "\n".join(("农田喝上放心水", *PARAGRAPHS[1:4]))
    result = found({"a.txt": excerpt, "b.txt": TEXT})
    assert grouped({"a.txt": excerpt, "b.txt": TEXT}) == [("b.txt", ["a.txt"])]
    (group,) = result.groups
    assert (group.reason, group.copies[0].reason) == ("complete", "excerpt")


def test_a_short_news_in_a_long_collection_is_a_document_of_its_own() -> None:
    others = [
        "柳河市的码头启用了新的装卸设备，货船停靠时间缩短了一半，船主对此十分满意。",
        "山前乡的小学添了一间图书室，孩子们课间就能借到绘本，老师也多了备课的去处。",
        "白鹭洲的候鸟今年提早到来，志愿者在湿地边搭起观察棚，记录每一群鸟的去向。",
        "城东的旧厂房改成了菜市场，摊位整齐，地面干爽，附近居民买菜少走了两里路。",
        "县医院开设了夜间门诊，下班的人不必请假看病，药房也相应延长了取药的时间。",
        "林场的工人赶在雨季之前清理了防火道，又在山口加修了两座瞭望塔和一处水池。",
        "河堤加固工程本月收尾，沿岸的护坡换成了生态砖，缝隙里已经长出了新的青草。",
        "气象站换上了新的雷达，暴雨来临之前能提前发出提醒，渔民收网也更加从容了。",
    ]
    assert found({"a.txt": TEXT, "b.txt": "一周简讯\n" + "\n".join((*PARAGRAPHS, *others))}).groups == ()


def test_two_texts_with_one_excerpt_in_common_are_no_reprints_of_each_other() -> None:
    common = "\n".join(PARAGRAPHS[:3])
    first = "\n".join((TITLE, common, "山前乡的小学添了一间图书室，孩子们课间就能借到绘本，老师也多了备课的去处。" * 3))
    second = "\n".join((TITLE, common, "城东的旧厂房改成了菜市场，摊位整齐，地面干爽，附近居民买菜少走了两里路。" * 3))
    assert found({"a.txt": first, "b.txt": second}).groups == ()


def test_a_reprint_with_a_changed_figure_conflicts_with_its_original() -> None:
    result = found({"a.txt": TEXT, "b.txt": TEXT.replace("126公里", "162公里")})
    (group,) = result.groups
    (conflict,) = result.conflicts
    assert {item.document for item in conflict.items} == {group.original, group.copies[0].document}
    assert "126 / 162" in result.findings[0].message


def test_equal_figures_never_conflict() -> None:
    assert found({"a.txt": TEXT, "b.txt": traditional(TEXT)}).conflicts == ()


def test_two_drafts_are_both_counted_and_said_to_differ_in_figures() -> None:
    draft = TEXT.replace("126公里", "120公里").replace("38座", "36座").replace("850万元", "800万元")
    result = found({"a.txt": TEXT, "b.txt": draft})
    assert result.groups == ()
    (finding,) = nearly(result.findings)
    assert all(name in finding.message for name in ("in/a.txt", "in/b.txt", "126 / 120"))


@pytest.mark.parametrize(
    ("first", "second"), [("东山县情况", "西山县情况"), ("2022年情况", "2023年情况"), ("2月情况", "3月情况")]
)
def test_a_form_of_another_place_or_year_is_no_draft(first: str, second: str) -> None:
    draft = TEXT.replace("126公里", "120公里").replace("38座", "36座").replace("850万元", "800万元")
    body, other = TEXT.replace(TITLE, first), draft.replace(TITLE, second)
    assert nearly(found({"a.txt": body, "b.txt": other}).findings) == []
    assert len(nearly(found({"a.txt": body, "b.txt": draft.replace(TITLE, first)}).findings)) == 1


def test_letters_on_one_form_are_each_counted_and_a_copy_among_them_is_found() -> None:
    places = "东南西北山河云水"
    letters = {
        f"{first}{second}.txt": f"关于核查台账的函\n{first}{second}水库管理所：\n"
        f"{BODY.replace('石桥县', first + second + '县')}\n"
        f"请于{month}月{month * 2}日前报送{first}{second}材料{month * 3}份。"
        for month, (first, second) in enumerate(((a, b) for a in places for b in places if a != b), 1)
    }
    letters["copy.txt"] = f"某某网\n{letters['东南.txt']}\n责任编辑：林某"
    assert [sorted([first, *copies]) for first, copies in grouped(letters)] == [["copy.txt", "东南.txt"]]


def test_a_text_printed_in_fifty_places_is_one_group() -> None:
    texts = {f"{at:02}.txt": f"第{at}号网站\n{TEXT}\n责任编辑：林某" for at in range(50)}
    ((_, copies),) = grouped(texts)
    assert len(copies) == 49


def test_the_order_of_the_documents_makes_no_difference() -> None:
    texts = {f"{at}.txt": text for at, text in enumerate((TEXT, *REPRINTS.values(), *OTHERS.values()))}
    shuffled = list(texts.items())
    random.Random(5).shuffle(shuffled)
    assert found(texts) == found(dict(shuffled))


def test_documents_without_text_and_alone_have_no_reprints() -> None:
    assert found({}).groups == ()
    assert found({"a.txt": TEXT}).groups == ()
    assert found({"a.txt": "", "b.txt": ""}).groups == ()


def test_short_texts_must_be_equal() -> None:
    note = "定于本周五下午三时在二楼会议室开会，请准时参加。"
    assert len(found({"a.txt": note, "b.txt": note}).groups) == 1
    assert found({"a.txt": note, "b.txt": note.replace("周五", "周四")}).groups == ()
