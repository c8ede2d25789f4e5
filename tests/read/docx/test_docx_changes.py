"""Tracked changes: the text as if all were accepted."""

from __future__ import annotations

from reporter.read.docx import read_docx
from tests.read.docx.building import codes, lines, p, package, r, tables, tbl, tc, tr


def gone(text: str) -> str:
    return f'<w:del w:id="1"><w:r><w:delText>{text}</w:delText></w:r></w:del>'


def come(text: str) -> str:
    return f'<w:ins w:id="2">{r(text)}</w:ins>'


GONE_MARK = '<w:rPr><w:del w:id="3"/></w:rPr>'


def test_insertions_stay_and_deletions_go() -> None:
    data = package(p(r("增长") + gone("4%") + come("5%") + r("。")))
    assert lines(data) == ["增长5%。"]
    message = read_docx(data, "a.docx").findings[0].message
    assert message == "a.docx: tracked changes read as accepted: 1 insertions, 1 deletions, 0 moves"


def test_an_insertion_that_was_deleted_again_goes() -> None:
    assert lines(package(p(r("甲") + f"<w:ins>{gone('乙')}</w:ins>"))) == ["甲"]


def test_moved_text_stands_once_where_it_went() -> None:
    body = p(f"<w:moveFrom>{r('移动。')}</w:moveFrom>" + r("甲。")) + p(
        r("乙。") + f"<w:moveTo>{r('移动。')}</w:moveTo>"
    )
    data = package(body)
    assert lines(data) == ["甲。", "乙。移动。"]
    assert "0 insertions, 0 deletions, 1 moves" in read_docx(data, "a.docx").findings[0].message


def test_paragraphs_whose_mark_was_deleted_are_one() -> None:
    body = (
        p("上半句，", GONE_MARK) + '<w:bookmarkStart w:id="1"/>' + p("中间，", GONE_MARK) + p("下半句。") + p("后文。")
    )
    data = package(body)
    assert lines(data) == ["上半句，中间，下半句。", "后文。"]
    assert [place.locator.paragraph for place in read_docx(data, "a.docx").places] == [0, 3]


def test_a_paragraph_deleted_whole_leaves_nothing() -> None:
    assert lines(package(p("甲。") + p(gone("删去。"), GONE_MARK) + p("乙。"))) == ["甲。", "乙。"]


def test_a_deleted_mark_before_a_table_keeps_its_text() -> None:
    table = tbl(tr("指标", "数"), tr("产值", "1"))
    assert lines(package(p("前文。", GONE_MARK) + table)) == ["前文。", "指标\t数", "产值\t1"]


def test_deleted_rows_and_cells_go_and_inserted_ones_stay() -> None:
    gone_row = tr("旧", "0", properties="<w:del/>")
    new_row = tr("新", "2", properties="<w:ins/>")
    gone_cell = tr("产值", "1", tc("9", "<w:cellDel/>"))
    assert tables(package(tbl(tr("指标", "数"), gone_row, gone_cell, new_row))) == [
        [["指标", "数"], ["产值", "1"], ["新", "2"]]
    ]


def test_places_count_the_file_as_it_is_stored() -> None:
    raw = read_docx(package(p(gone("删。"), GONE_MARK) + p("甲。")), "a.docx")
    assert [place.locator.paragraph for place in raw.places] == [1]


def test_a_former_list_of_a_paragraph_is_not_read() -> None:
    former = '<w:pPrChange><w:pPr><w:pStyle w:val="x"/><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>'
    assert lines(package(p("甲", former))) == ["甲"]


def test_a_file_without_changes_has_no_finding() -> None:
    assert codes(package(p("甲。"))) == []


def test_a_hundred_marks_deleted_in_a_row_keep_their_order() -> None:
    texts = [f"第{number}段，" for number in range(100)]
    assert lines(package("".join(p(text, GONE_MARK) for text in texts) + p("完。"))) == ["".join(texts) + "完。"]
