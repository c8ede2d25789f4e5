"""Documents as different office programs write them: the same text comes out."""

from __future__ import annotations

from tests.read.docx.building import (
    lines,
    marked,
    numbering,
    p,
    package,
    r,
    style,
    styled,
    styles,
    tables,
    tbl,
    tc,
    tr,
)

NO_LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
THIN = '<w:tcBorders><w:top w:val="single" w:sz="4"/></w:tcBorders>'


def test_libreoffice() -> None:
    """It numbers headings by a list without signs, and draws the borders of each cell."""
    part_ = styles(
        style("Heading", "Heading"),
        style("Heading1", "Heading 1", f'<w:pPr>{NO_LIST}<w:outlineLvl w:val="0"/></w:pPr>', "Heading"),
        style("TextBody", "Body Text"),
        style("IndexHeading", "TOC Heading", "", "Heading"),
        style("Contents1", "TOC 1"),
    )
    silent = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="none"/><w:suff w:val="nothing"/>'
        '<w:lvlText w:val=""/></w:lvl>'
    )
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    contents = styled("IndexHeading", "目录") + styled("Contents1", r("<w:t>一、总则</w:t><w:tab/><w:t>1</w:t>"))
    body = f"<w:sdt>{gallery}<w:sdtContent>{contents}</w:sdtContent></w:sdt>"
    heading = '<w:bookmarkStart w:id="0" w:name="__RefHeading"/>' + r("一、总则") + '<w:bookmarkEnd w:id="0"/>'
    body += p(heading, '<w:pStyle w:val="Heading1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    body += styled("TextBody", "为了规范管理，制定本办法。")
    body += tbl(tr(tc("指标", THIN), tc("数", THIN)), tr(tc("产值", THIN), tc("1", THIN)), properties="")
    data = package(body, {"styles": part_, "numbering": numbering({1: silent})})
    assert marked(data) == [
        ("aside", 0, "目录"),
        ("aside", 0, "一、总则\t1"),
        ("heading", 1, "一、总则"),
        ("paragraph", 0, "为了规范管理，制定本办法。"),
    ]
    assert tables(data) == [[["指标", "数"], ["产值", "1"]]]


def test_wps() -> None:
    """It splits runs by script, freezes typed numbers as lists of one, and writes text boxes in both forms."""
    one = (
        '<w:lvl w:ilvl="0"><w:start w:val="2"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/>'
        '<w:lvlText w:val="%1、"/></w:lvl>'
    )
    split = r("全年完成", '<w:rFonts w:hint="eastAsia"/>') + r("12", '<w:lang w:val="en-US"/>') + r("项。")
    heading = p("重点任务", '<w:pStyle w:val="2"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    part_ = styles(style("2", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'))
    data = package(heading + p(split), {"styles": part_, "numbering": numbering({1: one})})
    assert marked(data) == [("heading", 1, "二、重点任务"), ("paragraph", 0, "全年完成12项。")]


def test_word_of_1997_by_conversion() -> None:
    """A picture of words, a note by formula and a frame come as the older forms that converters keep."""
    shape = '<w:pict><v:shape><v:textpath string="某县人民政府文件"/></v:shape></w:pict>'
    formula = (
        r('<w:fldChar w:fldCharType="begin"/>')
        + r(r"<w:instrText>EQ \o\ac(○,1)</w:instrText>")
        + r('<w:fldChar w:fldCharType="end"/>')
    )
    framed = p("某政发〔2003〕8号", '<w:framePr w:w="4000" w:hSpace="180" w:wrap="around"/>')
    assert lines(package(p(r(shape)) + framed + p(formula + r("加强领导。")))) == [
        "某县人民政府文件",
        "某政发〔2003〕8号",
        "①加强领导。",
    ]
