"""What a paragraph says: runs, fields, symbols, breaks, text boxes, hidden text."""

from __future__ import annotations

import pytest

from tests.read.docx.building import codes, lines, marked, p, package, part, r, style, styled, styles, tbl, tc, tr


def field(instruction: str, result: str | None) -> str:
    """A complex field."""
    separated = '<w:fldChar w:fldCharType="separate"/>' if result is not None else ""
    return (
        r('<w:fldChar w:fldCharType="begin"/>')
        + r(f'<w:instrText xml:space="preserve">{instruction}</w:instrText>')
        + (r(separated) if separated else "")
        + (r(result) if result else "")
        + r('<w:fldChar w:fldCharType="end"/>')
    )


def test_runs_links_and_inline_controls_join_to_one_line() -> None:
    body = p(
        r("全市") + f"<w:hyperlink>{r('生产')}</w:hyperlink><w:smartTag>{r('总值')}</w:smartTag>"
        f"<w:sdt><w:sdtPr/><w:sdtContent>{r('增长')}</w:sdtContent></w:sdt><w:customXml>{r('5%。')}</w:customXml>"
    )
    assert lines(package(body)) == ["全市生产总值增长5%。"]


def test_blanks_count_only_where_they_are_kept() -> None:
    body = p(
        "<w:r><w:t> 甲 </w:t></w:r>" + '<w:r><w:t xml:space="preserve"> 乙</w:t></w:r><w:r><w:t>\n丙\n</w:t></w:r>'
    )
    assert lines(package(body)) == ["甲 乙丙"]


def test_an_ideographic_space_is_kept() -> None:
    assert lines(package(p("<w:r><w:t>　甲</w:t></w:r>"))) == ["　甲"]


@pytest.mark.parametrize(
    ("inner", "shown"),
    [
        ("<w:t>甲</w:t><w:tab/><w:t>乙</w:t>", "甲\t乙"),
        ("<w:t>2023</w:t><w:noBreakHyphen/><w:t>2025</w:t>", "2023-2025"),
        ("<w:t>甲</w:t><w:softHyphen/><w:t>乙</w:t>", "甲乙"),
        ('<w:t>合格</w:t><w:sym w:font="Wingdings" w:char="F0FC"/>', "合格✓"),
        ('<w:sym w:font="Wingdings 2" w:char="F0A3"/><w:t>否</w:t>', "☐否"),
        ('<w:t>3</w:t><w:sym w:font="Symbol" w:char="F0B4"/><w:t>4</w:t>', "3×4"),
        ('<w:t>甲</w:t><w:sym w:font="宋体" w:char="2460"/>', "甲①"),
        (f"<w:ruby><w:rt>{r('hàn')}</w:rt><w:rubyBase>{r('汉')}</w:rubyBase></w:ruby>", "汉"),
        ("<w:t>甲</w:t><w:lastRenderedPageBreak/><w:t>乙</w:t>", "甲乙"),
    ],
)  # fmt: skip
def test_characters_that_are_elements(inner: str, shown: str) -> None:
    assert lines(package(p(r(inner)))) == [shown]


def test_a_glyph_without_a_known_character_stays_for_repair_to_report() -> None:
    assert lines(package(p(r('<w:t>甲</w:t><w:sym w:font="Wingdings" w:char="F021"/>')))) == ["甲\uf021"]


def test_a_field_says_its_result_and_not_its_instruction() -> None:
    body = p(r("截至") + field(' DATE \\@ "yyyy年" ', "2023年") + r("底"))
    assert lines(package(body)) == ["截至2023年底"]


def test_a_field_inside_the_instruction_of_another_says_nothing() -> None:
    inner = r('<w:fldChar w:fldCharType="begin"/>') + r("<w:instrText>IF </w:instrText>") + field("PAGE", "7")
    inner += r('<w:fldChar w:fldCharType="separate"/>') + r("正文") + r('<w:fldChar w:fldCharType="end"/>')
    assert lines(package(p(inner))) == ["正文"]


def test_a_field_that_is_never_closed_swallows_nothing() -> None:
    body = p(r('<w:fldChar w:fldCharType="begin"/>') + r("<w:instrText>REF</w:instrText>") + r("甲")) + p("乙")
    assert lines(package(body)) == ["甲", "乙"]


@pytest.mark.parametrize(
    ("instruction", "shown"),
    [
        (r"eq \o\ac(○,3)", "③重点"),
        (r"EQ \o\ac(○,限)", "限重点"),
        (r'EQ \* jc2 \* "Font:宋体" \* hps10 \o\ad(\s\up 9(hàn),汉)', "汉重点"),
        (r"EQ \f(1,2)", "重点"),
    ],
)
def test_a_formula_field_that_draws_a_character_gives_it(instruction: str, shown: str) -> None:
    assert lines(package(p(field(instruction, None) + r("重点")))) == [shown]


def test_a_line_break_makes_a_line_of_its_own_in_running_text() -> None:
    body = p(r("<w:t>第一行。</w:t><w:br/><w:t>第二行。</w:t>") + r('<w:br w:type="page"/>') + r("第三行。"))
    assert lines(package(body)) == ["第一行。", "第二行。", "第三行。"]


def test_a_heading_with_a_line_break_is_one_heading() -> None:
    part_ = styles(style("1", "heading 1"))
    body = p(r("<w:t>加快发展</w:t><w:br/><w:t>现代产业</w:t>"), '<w:pStyle w:val="1"/>')
    assert marked(package(body, {"styles": part_})) == [("heading", 1, "加快发展现代产业")]


def test_a_centred_title_goes_on_behind_a_break_in_the_same_size_only() -> None:
    large, small = '<w:sz w:val="44"/>', '<w:sz w:val="32"/>'
    first = r("<w:t>某市人民政府关于印发</w:t><w:br/>", large) + r("<w:t>工作方案的通知</w:t><w:br/>", large)
    body = p(first + r("（2023年1月5日）", large) + r("<w:br/>") + r("市长　某某", small), '<w:jc w:val="center"/>')
    expected = ["某市人民政府关于印发工作方案的通知", "（2023年1月5日）", "市长　某某"]
    assert lines(package(body)) == expected


@pytest.mark.parametrize(
    ("first", "second", "size"),
    [
        ("某市统计局", "某市财政局", "32"),
        ("某市统计局", "某市财政局", ""),
        ("2024年1月8日在会议上", "县长　某某", "44"),
        ("政府工作报告", "——在会议上的报告", "44"),
        ("政府工作报告（摘要）", "某某", "44"),
    ],
)
def test_centred_lines_that_are_no_title_stay_apart(first: str, second: str, size: str) -> None:
    look = f'<w:sz w:val="{size}"/>' if size else ""
    body = p(r(f"<w:t>{first}</w:t><w:br/><w:t>{second}</w:t>", look), '<w:jc w:val="center"/>')
    assert lines(package(body)) == [first, second]


def test_hidden_text_is_left_out_and_counted() -> None:
    part_ = styles(style("h", "secret", "<w:rPr><w:vanish/></w:rPr>", kind="character"))
    body = p(r("甲") + r("藏", "<w:vanish/>") + r("乙", '<w:vanish w:val="0"/>') + r("也藏", '<w:rStyle w:val="h"/>'))
    data = package(body, {"styles": part_})
    assert lines(data) == ["甲乙"]
    assert codes(data) == ["read-hidden-left-out"]


def test_a_control_that_shows_what_to_fill_in_says_nothing() -> None:
    empty = (
        f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r('单击此处输入文字。')}</w:sdtContent></w:sdt>"
    )
    block = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{p('单击此处')}</w:sdtContent></w:sdt>"
    assert lines(package(p(r("姓名：") + empty) + block + p("完"))) == ["姓名：", "完"]


BOX = "<w:txbxContent>{}</w:txbxContent>"


def drawing(inner: str) -> str:
    """A text box of today's form."""
    shape = f"<wps:wsp><wps:txbx>{BOX.format(inner)}</wps:txbx></wps:wsp>"
    return f"<w:drawing><wp:anchor><a:graphic>{shape}</a:graphic></wp:anchor></w:drawing>"


def picture(inner: str) -> str:
    """The same in the older form."""
    return f"<w:pict><v:shape><v:textbox>{BOX.format(inner)}</v:textbox></v:shape></w:pict>"


def either(choice: str, fallback: str) -> str:
    """Two forms of the same."""
    branches = f'<mc:Choice Requires="wps">{choice}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback>'
    return f"<mc:AlternateContent>{branches}</mc:AlternateContent>"


def test_a_text_box_stands_once_behind_its_paragraph() -> None:
    both = either(drawing(p("框中")), picture(p("框中")))
    assert lines(package(p(r("正文") + r(both)) + p("后文"))) == ["正文", "框中", "后文"]


def test_a_text_box_of_the_older_form_and_one_within_another_are_read() -> None:
    assert lines(package(p(r(picture(p(r("外") + r(drawing(p("内"))))))))) == ["外", "内"]


def test_the_fallback_is_read_where_the_choice_says_nothing() -> None:
    both = either("<w:drawing/>", picture(p("框中")))
    assert lines(package(p(r(both)))) == ["框中"]


def test_words_drawn_as_a_shape_are_read() -> None:
    shape = '<w:pict><v:shape><v:textpath string="某市人民政府文件"/></v:shape></w:pict>'
    assert lines(package(p(r(shape)))) == ["某市人民政府文件"]


def test_a_table_in_a_text_box_is_a_table() -> None:
    inner = tbl(tr("指标", "数值"), tr("产值", "12"))
    assert lines(package(p(r("正文") + r(drawing(inner))))) == ["正文", "指标\t数值", "产值\t12"]


def test_pictures_are_counted() -> None:
    body = p(r("正文") + r("<w:drawing><a:blip/></w:drawing>") + r("<w:pict><v:imagedata/></w:pict>"))
    assert codes(package(body)) == ["read-graphics-left-out"]


def test_a_formula_stands_in_one_line() -> None:
    fraction = "<m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f>"
    assert lines(package(p(r("比率=") + f"<m:oMath>{fraction}</m:oMath>"))) == ["比率=a/b"]


def test_a_large_first_letter_belongs_to_the_next_paragraph() -> None:
    body = p("改", '<w:framePr w:dropCap="drop"/>') + p("革开放以来。")
    assert lines(package(body)) == ["改革开放以来。"]


def test_notes_leave_no_mark_and_stand_behind_the_text() -> None:
    notes = part(
        "footnotes",
        '<w:footnote w:id="-1" w:type="separator"><w:p/></w:footnote>'
        f'<w:footnote w:id="1">{p(r("<w:footnoteRef/>") + r("数据来自年报。"))}{p("第二段。")}</w:footnote>'
        f'<w:footnote w:id="2">{p("无人引用。")}</w:footnote><w:footnote w:id="3">{p("自编号。")}</w:footnote>',
    )
    ends = part("endnotes", f'<w:endnote w:id="1">{p("尾注。")}</w:endnote>')
    own = '<w:footnoteReference w:id="3" w:customMarkFollows="1"/><w:t>※</w:t>'
    body = p(r("空"), "") + p(
        r("增长") + r('<w:endnoteReference w:id="1"/>') + r('<w:footnoteReference w:id="1"/>') + r(own) + r("5%。")
    )
    data = package(body, {"footnotes": notes, "endnotes": ends})
    assert marked(data) == [
        ("paragraph", 0, "空"),
        ("paragraph", 0, "增长5%。"),
        ("aside", 0, "数据来自年报。 第二段。"),
        ("aside", 0, "自编号。"),
        ("aside", 0, "尾注。"),
    ]


def test_headers_and_footers_stand_once_at_the_end_without_page_numbers() -> None:
    header = part("hdr", p("某市统计局"))
    footer = part("ftr", p(r("— ") + '<w:fldSimple w:instr=" PAGE "><w:r><w:t>3</w:t></w:r></w:fldSimple>' + r(" —")))
    counted = part(
        "ftr", p(r("第") + field("PAGE", "3") + r("页 共") + field("NUMPAGES", "9") + r("页")) + p("内部资料")
    )
    named = ("headerReference r:id='header1'", "headerReference r:id='header2'")
    named += ("footerReference r:id='footer1'", "footerReference r:id='footer2'")
    sections = f"<w:sectPr>{''.join(f'<w:{name}/>' for name in named)}</w:sectPr>"
    parts = {"header1": header, "header2": header, "footer1": footer, "footer2": counted}
    assert marked(package(p("正文。") + sections, parts)) == [
        ("paragraph", 0, "正文。"),
        ("aside", 0, "某市统计局"),
        ("aside", 0, "内部资料"),
    ]


def test_a_table_of_contents_is_set_apart_with_its_heading() -> None:
    begin = r('<w:fldChar w:fldCharType="begin"/>') + r('<w:instrText>TOC \\o "1-3"</w:instrText>')
    begin += r('<w:fldChar w:fldCharType="separate"/>')
    body = p("目　录") + p(begin + r("<w:t>一、总体要求</w:t><w:tab/>") + field("PAGEREF _Toc1", "1"))
    body += p("二、工作任务") + p(r('<w:fldChar w:fldCharType="end"/>')) + p("正文。")
    expected = [
        ("aside", 0, "目　录"),
        ("aside", 0, "一、总体要求\t1"),
        ("aside", 0, "二、工作任务"),
        ("paragraph", 0, "正文。"),
    ]
    assert marked(package(body)) == expected


def test_a_paragraph_that_a_table_of_contents_ends_in_is_text() -> None:
    begin = r('<w:fldChar w:fldCharType="begin"/>') + r("<w:instrText>TOC</w:instrText>")
    body = p(begin + r('<w:fldChar w:fldCharType="separate"/>') + r("总则 1"))
    body += p(r('<w:fldChar w:fldCharType="end"/>') + r("一、总则"))
    assert [kind for kind, _, _ in marked(package(body))] == ["aside", "paragraph"]


def test_a_table_of_contents_is_known_by_its_control_and_by_its_styles() -> None:
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    body = (
        f"<w:sdt>{gallery}<w:sdtContent>{p('目录')}{p('总则 1')}</w:sdtContent></w:sdt>"
        + styled("t", "附则 2")
        + p("完。")
    )
    kinds = [kind for kind, _, _ in marked(package(body, {"styles": styles(style("t", "toc 1"))}))]
    assert kinds == ["aside", "aside", "aside", "paragraph"]


def test_comments_are_left_out_and_counted() -> None:
    body = p(
        '<w:commentRangeStart w:id="1"/>'
        + r("甲")
        + '<w:commentRangeEnd w:id="1"/>'
        + r('<w:commentReference w:id="1"/>')
    )
    data = package(body, {"comments": part("comments", f'<w:comment w:id="1">{p("批注")}</w:comment>')})
    assert lines(data) == ["甲"]
    assert codes(data) == ["read-comments-left-out"]


def test_embedded_documents_are_reported() -> None:
    assert codes(package(p("正文") + '<w:altChunk r:id="x"/>')) == ["read-embedded-left-out"]


def test_a_cell_with_several_paragraphs_is_one_line() -> None:
    body = tbl(tr("单位", "职责"), tr(tc(p("甲局") + p("乙局")), "牵头"))
    assert lines(package(body)) == ["单位\t职责", "甲局 乙局\t牵头"]
