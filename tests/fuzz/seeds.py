"""What inputs are built from: fragments of official text, of markup and of files, one list for every target.

The tests draw pieces of these in any order; ``make fuzz`` begins with them, one file each, and takes them for its
dictionary.
"""

from __future__ import annotations

import json

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
    '<w:numFmt w:val="chineseCounting"/>', '<w:start w:val="99999999999"/>',
)  # fmt: skip
CELLS = (
    "<row r='1'>", "</row>", "<c r='A1'>", "<c r='ZZZ9999999' t='s'>", "<c t='inlineStr'>", "<c t='b'>", "<c t='d'>",
    "<c s='1'>", "</c>", "<v>", "</v>", "<is><t>",
    "</t></is>", "1", "-1", "1e999", "nan", "43101.5", "<f>", "</f>", "<mergeCells>", "<mergeCell ref='A1:B2'/>",
    "<mergeCell ref='B2:A1'/>", "<si><t>", "</t></si>",
    "<numFmts>", "<numFmt numFmtId='164' formatCode='#,##0.0%'/>", "<cellXfs>", "<xf numFmtId='164'/>",
    "yyyy\"年\"m\"月\"", "<cols><col min='1' max='99999' hidden='1'/></cols>",
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

_MHTML = ("MIME-Version: 1.0\n", "Content-Type: text/html; charset=gbk\n", "boundary=x", "--x\n", "=E4=", "\n\n")
FRAGMENTS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("decoding", "telling", "repairing", "headings", "numbers"), PROSE),
    "html": TAGS + PROSE,
    "mhtml": _MHTML + TAGS,
    "markdown": MARKS + PROSE,
    "separated": SEPARATED + PROSE,
    "docx": WORD + PROSE,
    "xlsx": CELLS + PROSE,
    "xls": ("\t\x08", "\x85\x00", "\x0a\x00", "\xff\xff\xff\xff"),
    "pdf": CONTENT,
    "configuration": TOML,
    "built": JSON,
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
    **dict.fromkeys(("repairing", "headings", "numbers", "markdown"), (_TEXT.encode(),)),
    "html": (f"<html><body><h1>报告</h1><p>{_TEXT}</p><table><tr><th>项目<td>1</table></body></html>".encode(),),
    "mhtml": (b"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<html><body><p>" + _TEXT.encode(),),
    "separated": ("项目,数\n甲,1\n合计,1\n".encode(),),
    "docx": (
        b"\0" + containers.docx(containers.body(containers.paragraph("甲"))),
        b"\5" + containers.paragraph("一、甲").encode(),
    ),
    "xlsx": (
        b"\0" + containers.xlsx(_ROWS),
        b"\1" + _ROWS.encode(),
        b"\2" + containers.rows_of([["项目", "数"], ["甲", "1"]]).encode(),
    ),
    "xls": (biff.ole(_STREAM), b"S" + _STREAM),
    "pdf": (pages.pdf(_PAGE), b"C" + pages.words(["abc", "def"])),
    "configuration": (b'[output]\nformats = ["html"]\n[limits]\nfile_mb = 5\n',),
    "built": (b"M" + json.dumps(_MANIFEST).encode(), b"{}", DATA),
    "compared": tuple(bytes([place]) + value for place in range(70) for value in (b"", b"soon")),
}
"""Target → whole inputs that are sound."""
