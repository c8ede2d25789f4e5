"""What inputs are built from: fragments of official text, of markup and of files, one list for every target.

The tests draw pieces of these in any order; ``make fuzz`` begins with them, one file each, and takes them for its
dictionary.
"""

from __future__ import annotations

import json

from reporter.read import read_bytes
from reporter.read.isolation.wire import Refusal, encoded, reading_of
from tests.fuzz import packages
from tests.hostile import containers, pages
from tests.read.sheets import biff

PROSE = (
    "一、", "（一）", "1、", "1.", "(1)", "①", "第一章 ", "一是", "其中：", "\n", "\n\n", "\u3000\u3000", " ", "\t",
    "。", "，", "、", "；", "：",
    "“", "”", "（", "）", "(", ")", "《", "》", "〔", "〕", "……", "——", "?", "%", "％", "质量工作情况的报告",
    "工作计划", "来源：", "作者：",
    "发布时间：2017-05-01", "〔2017〕12号", "2017年5月3日", "二〇一七年", "今年1-6月", "到2020年", "6月底前",
    "12.5亿元", "3,456.7万吨", "８％",
    "百分之三十", "三分之一", "-0.5", "2.3个百分点", "1e309", "9" * 30, "〇", "万亿", "近千", "增长", "同比", "占",
    "分别", "甲、乙、丙类",
    "完成投资", "达到", "第一产业", "东河县", "县质监局", "东山机械有限公司", "局长王某", "责任单位：县住建局",
    "荣获“质量强市”称号", "GB/T 19001-2016",
    "長(cháng)", "質量", "(xiàn)", "臅", "\ufffd", "\u200b", "\ufeff", "\ue000", "\x00", "\r", "&nbsp;", "<br>", "首页",
    "相关文章：", "责任编辑：甲",
    "合计", "小计", "项目 12 34.5", "单位：万元", "https://a.example/?b=1", "e̍",
)  # fmt: skip
TAGS = (
    "<html>", "<body>", "<p>", "</p>", "<div class='content'>", "</div>", "<h1>", "</h1>", "<table>", "<tr>",
    "<td rowspan=3>", "<td colspan='0'>",
    "<th>", "</td>", "</tr>", "</table>", "<ul><li>", "<br/>", "<!--", "-->", "<script>", "</script>", "<![CDATA[",
    "]]>", "<meta charset=gbk>",
    "<title>", "</title>", "&#x4e2d;", "&#0;", "&#xd800;", "&amp", "<a href='x'>", "<sup>", "<style>", "<pre>",
    "<template>", "<svg>", "<math>",
)  # fmt: skip
MARKS = (
    "# ",
    "## ",
    "- ",
    "1. ",
    "> ",
    "```\n",
    "|",
    "|---|",
    "**",
    "_",
    "[^1]",
    "[^1]: ",
    "---\n",
    "title: ",
    "![](x)",
    "\\",
    "<p>",
    "    ",
    "~~~",
)
SEPARATED = (",", "\t", ";", '"', '""', "\r\n", "\n", "项目,数", "合计", "1,234", "甲", "=1+1", "\ufeff", "'", " ")
WORD = (
    "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>", "</w:t>", "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>",
    "</w:tc>", "<w:pPr>", "</w:pPr>",
    '<w:pStyle w:val="1"/>', "<w:numPr>", "</w:numPr>", '<w:ilvl w:val="0"/>', '<w:numId w:val="1"/>',
    '<w:gridSpan w:val="99999"/>', "<w:tcPr>",
    "</w:tcPr>", '<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:outlineLvl w:val="-1"/>',
    '<w:fldChar w:fldCharType="begin"/>', "<w:instrText>",
    "</w:instrText>", '<w:sym w:font="Symbol" w:char="F0B7"/>', "<w:del>", "</w:del>", "<w:ins>", "</w:ins>",
    '<w:footnoteReference w:id="1"/>', "<w:br/>",
    "<w:tab/>", '<w:style w:styleId="1">', "</w:style>", '<w:basedOn w:val="1"/>',
    '<w:abstractNum w:abstractNumId="0">', '<w:lvlText w:val="%1、"/>',
    '<w:numFmt w:val="chineseCounting"/>', '<w:start w:val="99999999999"/>', *packages.WORD_PARTS,
    '<w:lvl w:ilvl="0">', "</w:lvl>", "</w:abstractNum>", '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    "<w:rPr>", "</w:rPr>", "<w:vanish/>", '<w:sz w:val="44"/>', '<w:jc w:val="center"/>', "<w:tblHeader/>",
    "<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", "<w:moveFrom>", "</w:moveFrom>", "<w:cellDel/>",
    "<mc:AlternateContent><mc:Choice>", "</mc:Choice><mc:Fallback>", "</mc:Fallback></mc:AlternateContent>",
    "<w:pict><v:textbox><w:txbxContent>", "</w:txbxContent></v:textbox></w:pict>", "<w:ruby><w:rubyBase>",
    "</w:rubyBase></w:ruby>", '<w:fldChar w:fldCharType="separate"/>', '<w:fldChar w:fldCharType="end"/>',
    '<w:fldSimple w:instr="EQ \\o\\ac(○,1)">', "</w:fldSimple>", "TOC", "PAGE", '<w:framePr w:dropCap="drop"/>',
    "<m:oMath><m:t>1</m:t><m:den><m:t>2</m:t></m:den></m:oMath>", "<w:altChunk/>", '<w:footnote w:id="1">',
    "</w:footnote>", '<w:name w:val="heading 1"/>', '<w:name w:val="Title"/>', '<w:hMerge w:val="continue"/>',
)  # fmt: skip
CELLS = (
    "<row r='1'>", "</row>", "<c r='A1'>", "<c r='ZZZ9999999' t='s'>", "<c t='inlineStr'>", "<c t='b'>", "<c t='d'>",
    "<c s='1'>", "</c>", "<v>", "</v>", "<is><t>",
    "</t></is>", "1", "-1", "1e999", "nan", "43101.5", "<f>", "</f>", "<mergeCells>", "<mergeCell ref='A1:B2'/>",
    "<mergeCell ref='B2:A1'/>", "<si><t>", "</t></si>",
    "<numFmts>", "<numFmt numFmtId='164' formatCode='#,##0.0%'/>", "<cellXfs>", "<xf numFmtId='164'/>",
    "yyyy\"年\"m\"月\"", "<cols><col min='1' max='99999' hidden='1'/></cols>", *packages.BOOK_PARTS,
    "<col min='-1' max='5' hidden='1'/>", "<c t='s'>", "<c t='str'>", "<c t='e'>", "<row hidden='1'>",
    "<row r='999999'>", "_xD800_", "_x0000_", "formatCode=\"[&gt;=1.5][Red]0.0;@\"", "[h]:mm:ss.000", "0.00E+00",
    "# ?/?", "[DBNum1]", "<xf numFmtId='14'/>", "<workbookPr date1904='1'/>", "2017-05-01T00:00:00",
    "<mergeCell ref='C9:A1'/>", "$A$1", "<r><t>", "</t></r>", "<rPh><t>", "</t></rPh>", "上午/下午",
    "0.0000000000000000000000000000000000",
)  # fmt: skip
CONTENT = (
    "BT ",
    " ET ",
    "/F 12 Tf ",
    "72 700 Td ",
    "(abc) Tj ",
    "[(a) -999999 (b)] TJ ",
    "1 0 0 1 1e30 0 cm ",
    "q ",
    "Q ",
    "0 0 100 100 re S ",
    "10 10 m 500 10 l S ",
    "W n ",
    "/X Do ",
    "nan ",
    "T* ",
    "<4E2D65875B57> Tj ",
    "0 1 -1 0 300 300 cm ",
    "3 Tr ",
    "12 TL ",
    "50 Tz ",
    "1 0 0 rg ",
    "0 0 m 500 0 l 500 300 l 0 300 l h S ",
    "0 100 500 1 re f ",
    "/P <</MCID 0>> BDC ",
    "EMC ",
    "BI /W 1 /H 1 /BPC 8 /CS /G ID x EI ",
    *packages.FILE_PARTS,
    "/Subtype /Type0 /Encoding /Identity-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A >>]",
    "/Rotate 90 ",
    "/MediaBox [0 0 1e30 -5] ",
    "/CropBox [9 9 9 9] ",
    "/UserUnit 1e9 ",
    "beginbfchar\n<01> <4E2D>\nendbfchar\n",
    "beginbfrange\n<00> <FF> <4E00>\nendbfrange\n",
    "begincodespacerange\n<00> <FF>\nendcodespacerange\n",
    "<D800>",
    "/Outlines 7 0 R ",
    "<< /First 7 0 R /Title (abc) /Next 7 0 R /Dest [3 0 R /Fit] >>",
    "/Title (abc) ",
    "/XObject << /X 7 0 R >> ",
)
TOML = (
    "[output]\n",
    "[limits]\n",
    "[summary]\n",
    "[curation.documents.a]\n",
    'formats = ["html"]\n',
    "file_mb = -1\n",
    "a = nan\n",
    "pin = [1]\n",
    "[themes]\n",
    'file = ""\n',
    "[",
    "]",
    '"',
    "=",
    "\n",
    "9" * 25,
    "'\\u0000'",
    '"\\u0000"',
    "\\U0010ffff",
    "[" * 400,
    "a." * 200,
    "0x" + "f" * 40,
    "inf",
    "1979-05-27T07:32:00Z",
    "date = 2018-03-30\n",
    "[briefing]\n",
    "[input]\n",
    "[comparison]\n",
    'same = [["a", "b"]]\n',
    "[gongwen]\n",
    "[pdf]\n",
    "[docx]\n",
    "[workers]\n",
    "[[note]]\n",
    'text = "甲"\n',
    'words = {"甲" = ["乙"]}\n',
    '[topics]\n"甲" = ["乙"]\n',
    "[curation.overview]\n",
    'pin = ["a/s1", {id = "b", text = "甲"}]\n',
    'drop = ["a/s1"]\n',
    'language = "en"\n',
    'script = "zh-Hant"\n',
    'protected_names = ["甲"]\n',
    '"""\n',
    "'''",
    "# ",
    ", ",
    "{",
    "}",
    "true",
)
JSON = (
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    '"',
    '"schema_version"',
    "1",
    "-1",
    "1e400",
    "null",
    '"inputs"',
    '"outputs"',
    '"edits"',
    '"\\ud800"',
    '"path"',
    '"../a"',
    '""',
    '"."',
    '"soon"',
    '"date"',
)


def _figure(name: str, sentence: str, value: float, period: str, role: str) -> dict[str, object]:
    """A figure of DATA."""
    where = {"id": name, "sentence": sentence, "subject": "东河县", "name": "完成投资", "key": "完成投资"}
    return {**where, "value": value, "unit": "亿元", "period": period, "role": role}


_MANIFEST = {"schema_version": 1, "versions": {}, "configuration": {}, "fonts": [], "inputs": [], "outputs": []}
# The data of a build, as far as builds are compared by them.
DATA = json.dumps(
    {
        "schema_version": 1,
        "title": "要报",
        "documents": [
            {
                "id": "a",
                "path": "甲/a.txt",
                "sha256": "00",
                "title": {"text": "东河县2017年总结"},
                "date": "2017-12-20",
                "sections": [{"heading": "一、道路"}],
                "sentences": [
                    {"id": "a1", "text": "2017年东河县完成投资12.5亿元。"},
                    {"id": "a2", "text": "到2018年，完成投资15亿元。"},
                ],
                "indicators": [
                    _figure("i1", "a1", 12.5, "2017年", "actual"),
                    _figure("i2", "a2", 15, "到2018年", "target"),
                ],
                "tables": [{"id": "t1", "caption": "表1", "origin": "cells", "header": ["甲"], "rows": [["1"]]}],
                "targets": [{"id": "g1", "indicator": "i2", "deadline": {"date": "2018"}}],
            },
            {"id": "b", "path": "甲/b.txt", "sha256": "01", "title": {"text": "计划"}},
        ],
        "conflicts": [{"indicator": "完成投资", "items": [{"document": "a", "indicator": "i1"}]}],
    },
    ensure_ascii=False,
).encode()
_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
_PAGE = [b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", pages.page(), pages.stream(pages.words(["abc"])), _FONT]
_ROWS = containers.sheet_of(containers.rows_of([["项目", "数"], ["甲", "1"]]))
_STREAM = biff.workbook([biff.Sheet("表", [["项目", "数"], ["甲", 1.5]])])
_TEXT = (
    "质量工作情况的报告\n发布时间：2017-05-01\n一、主要工作\n"
    "今年1-6月完成投资12.5亿元，增长8%。\n1、甲公司：产值5亿元。\n"
)

_MHTML = (
    "MIME-Version: 1.0\n", "Content-Type: text/html; charset=gbk\n", "boundary=x", "--x\n", "--x--\n", "=E4=", "\n\n",
    "Content-Type: multipart/mixed; boundary=x\n\n--x\n", "Content-Type: message/rfc822\n\n",
    "charset*0*=utf-8''%E4", "Content-Transfer-Encoding: base64\n",
    "Content-Transfer-Encoding: x-uuencode\n\nbegin 6 x\n", "=?utf-8?B?5Lit?=",
    'Content-Type: multipart/related; type="text/html"; boundary="x"\n', "\r\n", ";", '"', "(",
    *packages.ARCHIVE_PARTS,
)  # fmt: skip
# A text with what repair mends, so that there are repairs to forge.
DAMAGED = (
    "质量工作情况的报告\n发布时间：2017-05-01\n一、主要工作\n今年1-6月，全县完 成投资12.5亿元，，增长8%。\n"
    "二是&nbsp;质量(zhì)提升。目标是到2018年底，由县质监局完成投资15亿元。\n\n项目,数\n"
).encode()
_ANSWERS = (
    *(
        encoded(reading_of(read_bytes(content, name), 1))
        for content, name in (
            (b"<p>abc<b>1&amp;2</b></p><table><tr><th>a<th>b<tr><td>1<td>2</table>" * 2, "a.html"),
            (containers.docx(containers.body(containers.paragraph("甲"))), "a.docx"),
            (b"a,b\n1,2\n3,4\n", "a.csv"),
        )
    ),
    encoded(Refusal("is empty", "remove it", "read-empty", "empty", "read-empty.file", (("count", "1"),), 1)),
)
_NUMBERED = (
    '<w:p><w:pPr><w:pStyle w:val="1"/></w:pPr><w:r><w:t>工作</w:t></w:r></w:p><w:p><w:pPr><w:numPr><w:ilvl w:val="0"/>'
    '<w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>甲</w:t><w:footnoteReference w:id="1"/></w:r></w:p>'
    '@@styles\n<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/>'
    '</w:pPr></w:style>@@numbering\n<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>@@footnotes\n<w:footnote w:id="1"><w:p><w:r><w:t>注'
    "</w:t></w:r></w:p></w:footnote>@@header\n<w:p><w:r><w:t>内部资料</w:t></w:r></w:p>@@core\n工作"
)


def _cell(span: int, text: str) -> str:
    """A cell of a DOCX that spans columns and begins a merge."""
    properties = f'<w:tcPr><w:gridSpan w:val="{span}"/><w:vMerge w:val="restart"/></w:tcPr>'
    return f"<w:tc>{properties}<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


_TABLED = "<w:p><w:r><w:t>表1 数</w:t></w:r></w:p><w:tbl>{}</w:tbl>".format(
    "".join(
        f"<w:tr>{_cell(1, name)}{_cell(2, value)}{_cell(1, '3')}</w:tr>"
        for name, value in (("项目", "数"), ("甲", "1.5"), ("乙", "12%"))
    )
)
_STYLED = (
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c>'
    '<c r="B2" s="1"><v>43101.5</v></c></row><row r="3"><c r="A3" s="2"><v>-0.25</v></c><c r="B3" s="0"><v>2</v></c>'
    "</row>@@strings\n<si><t>项目</t></si><si><r><t>数_x4E2D_</t></r></si>@@styles\n<numFmts>"
    '<numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/>'
    '<numFmt numFmtId="165" formatCode="[&gt;=1]0.0%;[Red]\\-0.00"/></numFmts>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>@@tail\n<mergeCells>'
    '<mergeCell ref="A1:A2"/></mergeCells>@@sheet\n<row r="1"><c r="A1"><v>1</v></c></row>'
)
_RULED = b" ".join(
    (
        b"0.5 w", *(b"72 %d m 372 %d l S" % (y, y) for y in (700, 680, 660)),
        *(b"%d 700 m %d 660 l S" % (x, x) for x in (72, 222, 372)),
        b"BT /F 10 Tf 80 686 Td (name) Tj 150 0 Td (value) Tj -150 -20 Td (a) Tj 150 0 Td (12.5) Tj ET",
    )
)  # fmt: skip
_MAPPED = (
    b"BT /F 12 Tf 72 700 Td (abc) Tj 0 -20 Td (cab) Tj ET@@map\n/CIDInit /ProcSet findresource begin 12 dict begin "
    b"begincmap 1 begincodespacerange <00> <FF> endcodespacerange 3 beginbfchar <61> <4E2D> <62> <6587> <63> <5B57> "
    b"endbfchar endcmap end end@@root\n/Outlines 7 0 R @@more\n<< /First 7 0 R /Title (abc) /Dest [3 0 R /Fit] >>"
)
FRAGMENTS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("decoding", "telling", "repairing", "headings", "numbers", "proving"), PROSE),
    "html": TAGS + PROSE,
    "mhtml": _MHTML + TAGS,
    "markdown": MARKS + PROSE,
    "separated": SEPARATED + PROSE,
    "docx": WORD + PROSE,
    "xlsx": CELLS + PROSE,
    "xls": ("\t\x08", "\x85\x00", "\x0a\x00", "\xff\xff\xff\xff"),
    "pdf": CONTENT,
    "configuration": TOML,
    "answered": ("\x90", "\x91", "\x93\x00\x01\xa0", "\xa0", "read", "refused", "read-empty", "\xff", "\xd3", "\xc0"),
    "built": JSON,
    "forged": JSON + PROSE,
    "compared": JSON + PROSE,
}
"""Target → pieces that its inputs are strung from."""

SEEDS: dict[str, tuple[bytes, ...]] = {
    "decoding": (
        b"\0" + _TEXT.encode(),
        b"\2" + _TEXT.encode("gb18030"),
        b"\3" + _TEXT.encode("big5", "replace"),
        b"\4" + _TEXT.encode("utf-16"),
    ),
    "telling": (
        containers.docx(containers.body(containers.paragraph("甲"))),
        containers.xlsx(_ROWS),
        biff.ole(_STREAM),
        pages.pdf(_PAGE),
    ),
    **dict.fromkeys(("repairing", "headings", "numbers", "proving", "markdown"), (_TEXT.encode(), DAMAGED)),
    "html": (f"<html><body><h1>报告</h1><p>{_TEXT}</p><table><tr><th>项目<td>1</table></body></html>".encode(),),
    "mhtml": (
        b"\0MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<html><body><p>" + _TEXT.encode(),
        *(bytes([choice]) + f"<h1>报告</h1><p>{_TEXT}".encode() for choice in (1, 2, 3, 5, 6, 7)),
        "\1<p>甲乙@@head\nFrom: a\n@@part\nContent-Type: text/plain\n\n甲".encode(),
    ),
    "separated": ("项目,数\n甲,1\n合计,1\n".encode(),),
    "docx": (
        b"\0" + containers.docx(containers.body(containers.paragraph("甲"))),
        b"\1" + containers.body(containers.paragraph("甲")).encode(),
        b"\2" + containers.paragraph("一、甲").encode(),
        b"\2" + _NUMBERED.encode(),
        b"\2" + _TABLED.encode(),
        b"\7\3\0\0\0" + containers.paragraph("甲").encode(),
    ),
    "xlsx": (
        b"\0" + containers.xlsx(_ROWS),
        b"\1" + _ROWS.encode(),
        b"\2" + containers.rows_of([["项目", "数"], ["甲", "1"]]).encode(),
        b"\2" + _STYLED.encode(),
        b"\7\2\0\0\0" + containers.rows_of([["项目", "数"], ["甲", "1"]]).encode(),
    ),
    "xls": (biff.ole(_STREAM), b"S" + _STREAM),
    "pdf": (
        pages.pdf(_PAGE),
        b"C" + pages.words(["abc", "def"]),
        b"C" + _RULED + b"@@page\n/Rotate 90 @@info\n/Title (abc) ",
        b"C" + _MAPPED,
    ),
    "answered": _ANSWERS,
    "configuration": (b'[output]\nformats = ["html"]\n[limits]\nfile_mb = 5\n',),
    "built": (b"M" + json.dumps(_MANIFEST).encode(), b"{}", DATA),
    "forged": tuple(place.to_bytes(2, "big") + value for place in range(0, 600, 7) for value in (b"1", b"soon")),
    "compared": tuple(bytes([place]) + value for place in range(70) for value in (b"", b"soon")),
}
"""Target → whole inputs that are sound."""
