"""Which document is which, and what is new, edited and gone in it."""

from __future__ import annotations

import msgspec
import pytest

from reporter.changes import changes, decoded
from reporter.changes.wording import letters
from reporter.render.contract import briefing_dict
from tests.changes.editions import EARLIER, between, briefing, by_hand, edition

NORTH = """石桥县水利工作总结

石桥县全年完成渠道衬砌126公里，改造泵站38座。工程惠及17个乡镇的农户。
上游乡把村民请进工地当监督员，每道工序验收之后才付款。
下一步，石桥县将把管护责任落实到每一条支渠。
"""
SOUTH = """柳河县教育工作汇报

柳河县新建公办幼儿园12所，新增学位3600个。全县义务教育大班额基本消除。
教师轮岗交流覆盖所有乡镇中心学校。
"""


def test_the_data_of_a_build_give_the_edition_that_the_briefing_gives() -> None:
    content = briefing({"资料/甲.txt": NORTH, "资料/乙.txt": SOUTH})
    assert decoded(msgspec.json.encode(briefing_dict(content)), "briefing.json") == edition(
        {"资料/甲.txt": NORTH, "资料/乙.txt": SOUTH}
    )


def test_a_new_document_and_one_that_is_gone_are_named() -> None:
    found = between({"资料/甲.txt": NORTH}, {"资料/乙.txt": SOUTH})
    assert [(change.kind, change.document.path) for change in found.documents] == [("new", "资料/乙.txt")]
    assert [document.path for document in found.gone] == ["资料/甲.txt"]


def test_an_edited_sentence_stands_beside_what_it_was() -> None:
    edited = NORTH.replace("泵站38座", "泵站41座").replace("上游乡把村民", "上游乡从去年起把村民")
    (change,) = between({"资料/甲.txt": NORTH}, {"资料/甲.txt": edited}).documents
    assert [(item.earlier and item.earlier.text, item.sentence.text) for item in change.sentences] == [
        ("石桥县全年完成渠道衬砌126公里，改造泵站38座。", "石桥县全年完成渠道衬砌126公里，改造泵站41座。"),
        (
            "上游乡把村民请进工地当监督员，每道工序验收之后才付款。",
            "上游乡从去年起把村民请进工地当监督员，每道工序验收之后才付款。",
        ),
    ]
    assert change.gone == ()


def test_a_sentence_that_went_and_one_that_came_are_no_edit() -> None:
    edited = NORTH.replace("工程惠及17个乡镇的农户。", "各乡镇都成立了用水户协会。")
    (change,) = between({"资料/甲.txt": NORTH}, {"资料/甲.txt": edited}).documents
    assert [(item.sentence.text, item.earlier) for item in change.sentences] == [("各乡镇都成立了用水户协会。", None)]
    assert [sentence.text for sentence in change.gone] == ["工程惠及17个乡镇的农户。"]


def test_a_renamed_file_has_moved() -> None:
    (change,) = between({"资料/甲.txt": NORTH}, {"资料/归档/水利.txt": NORTH}).documents
    assert (change.kind, change.earlier and change.earlier.path) == ("moved", "资料/甲.txt")


def test_a_renamed_and_edited_file_is_changed_not_gone_and_new() -> None:
    found = between({"资料/甲.txt": NORTH}, {"资料/归档/水利.txt": NORTH.replace("126公里", "131公里")})
    assert [change.kind for change in found.documents] == ["changed"]
    assert found.documents[0].earlier is not None
    assert not found.gone


def test_a_name_that_passes_to_another_text_leaves_the_document_with_its_words() -> None:
    found = between({"资料/最新.txt": NORTH}, {"资料/最新.txt": SOUTH, "资料/旧.txt": NORTH})
    assert {(change.kind, change.document.path) for change in found.documents} == {
        ("new", "资料/最新.txt"), ("moved", "资料/旧.txt"),
    }  # fmt: skip


def test_a_document_written_anew_under_its_name_is_changed() -> None:
    found = between({"资料/最新.txt": NORTH}, {"资料/最新.txt": SOUTH})
    assert [change.kind for change in found.documents] == ["changed"]
    assert found.documents[0].retitled == "石桥县水利工作总结"


def test_the_same_folder_under_another_name_has_not_moved() -> None:
    assert not between({"去年/甲.txt": NORTH}, {"今年/甲.txt": NORTH}).differs


@pytest.mark.parametrize(
    "other",
    [
        NORTH.replace("，", ", ").replace("。", "．"),
        NORTH.replace("126", "１２６"),
        NORTH.replace("\n", "\r\n\r\n"),
        NORTH.replace("县", "縣").replace("乡镇", "鄉鎮").replace("责任", "責任"),
    ],
)
def test_punctuation_width_line_ends_and_script_are_no_change(other: str) -> None:
    found = between({"资料/甲.txt": NORTH}, {"资料/甲.txt": other.replace("．", "。")})
    assert not found.differs
    assert len(found.rewritten) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [("增长3.5%", "增长35%"), ("3-5年", "35年"), ("1、2号楼", "12号楼"), ("-2度", "2度"), ("12:30", "1230")],
)
def test_what_holds_numbers_apart_counts(first: str, second: str) -> None:
    assert letters(first) != letters(second)


@pytest.mark.parametrize(("first", "second"), [("12,345 元", "12345元"), ("（共3人）", "共3人"), ("標準", "标准")])
def test_what_only_sets_words_otherwise_does_not(first: str, second: str) -> None:
    assert letters(first) == letters(second)


def test_a_cell_of_a_table_that_reads_otherwise_is_a_changed_row() -> None:
    table = (
        "各乡镇情况\n\n下表列出各乡镇的渠道。\n\n| 乡镇 | 渠道（公里） |\n| --- | --- |\n| 上游 | 12 |\n| 下游 | 30 |\n"
    )
    (change,) = _tables(table, table.replace("30", "34") + "| 河口 | 7 |\n").documents
    assert [(row.cells, row.earlier) for row in change.rows] == [
        (("下游", "34"), ("下游", "30")),
        (("河口", "7"), None),
    ]
    (back,) = _tables(table + "| 河口 | 7 |\n", table).documents
    assert back.gone_rows == (("河口", "7"),)


def _tables(old: str, new: str) -> object:
    from reporter.changes.data import TableData

    def with_table(text: str) -> object:
        rows = [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in text.splitlines() if "|" in line]
        table = TableData("b1", "各乡镇的渠道", "table", rows[0], tuple(rows[2:]))
        (document,) = by_hand({"资料/表.txt": [("企业", 1)]}).documents
        made = msgspec.structs.replace(document, tables=(table,), sha256=text)
        return msgspec.structs.replace(by_hand({}), documents=(made,))

    return changes(with_table(old), with_table(new), EARLIER)
