# ruff: noqa: E501 - markup that breaks its lines where such files do
"""In: documents of texts/. Out: what people send that is harder: tables of contents, fields, comments, forms, page
furniture, official metadata, cells over two lines, letters, web archives, RTF."""

import datetime as dt
import html
import io
import quopri
import re
from typing import Any

from docx import Document
from openpyxl import Workbook

from tests.corpus.mixed import text_files
from tests.corpus.mixed.docx_files import dated, rewritten, saved
from tests.corpus.mixed.pdf_files import markup, printed
from tests.corpus.mixed.sheet_files import undated
from tests.corpus.mixed.spec import Spec, plain, tables
from tests.corpus.mixed.web_files import paragraphs


def circular(spec: Spec) -> bytes:
    """Header and footer, a table of contents with page numbers, a title over two lines, a comment, hidden text."""
    office, header, contents, comment, hidden = spec.of("X")
    document = Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = header
    section.footer.paragraphs[0].text = office
    first, second = spec.title[:11], spec.title[11:]
    title = document.add_paragraph()
    title.alignment = 1
    run = title.add_run(first)
    run.add_break()
    run.add_text(second)
    run.bold = True
    document.add_paragraph(spec.facts["number"]).alignment = 1
    document.add_paragraph(contents).alignment = 1
    for page, text in enumerate(spec.of("H1"), 1):
        document.add_paragraph(f"{text.replace('|', '')}\t{page}", style=_toc(document))
    for kind, text in spec.flow():
        if kind == "H1":
            document.add_heading(plain(kind, text), 1)
        elif kind != "T":
            document.add_paragraph(plain(kind, text)).alignment = 2 if kind == "G" else None
    body = next(p for p in document.paragraphs if "食物中毒" in p.text)
    document.add_comment(body.runs, text=comment, author="审", initials="审")
    secret = document.add_paragraph().add_run(hidden)
    secret.font.hidden = True
    return rewritten(saved(document), lambda _, content: re.sub(rb' w:date="[^"]*"', b"", content))


def _toc(document: Any) -> str:
    name = "toc 1"
    if name not in [style.name for style in document.styles]:
        document.styles.add_style(name, 1)
    return name


def form(spec: Spec) -> bytes:
    """A form: names in the first column, answers in the second."""
    document = Document()
    document.add_paragraph(spec.title).alignment = 1
    rows = [*tables(spec)[0]["header"], *tables(spec)[0]["rows"]]
    grid = document.add_table(len(rows), 2, style="Table Grid")
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            grid.cell(r, c).text = text
    for text in spec.of("P"):
        document.add_paragraph(plain("P", text))
    return dated(saved(document))


def paper(spec: Spec) -> bytes:
    """An official paper: red masthead, number, rule, title over two lines, seal's date to the right, page number."""
    masthead, _ = spec.of("X")
    style = (
        "@page{size:A4;margin:37mm 26mm;@bottom-right{content:'— ' counter(page) ' —'}}"
        ".m{color:#c00;font-size:30pt;text-align:center;text-indent:0}.n{text-align:center;border-bottom:2px solid #c00}"
        "h1{margin:12mm 18mm}"
    )
    half = len(spec.title) // 2
    title = f"<h1>{spec.title[:half]}<br>{spec.title[half:]}</h1>"
    body = markup(spec).partition("</h1>")[2]
    return printed(f"<p class=m>{masthead}</p><p class=n>{spec.facts['number']}</p>{title}{body}", style)


def with_contents(spec: Spec) -> bytes:
    """A cover, a table of contents with leaders, and chapters that begin on new pages."""
    lines = "".join(
        f"<p class=left>{text.replace('|', '')} {'.' * 60} {page}</p>" for page, text in enumerate(spec.of("H1"), 3)
    )
    head, _, body = markup(spec).partition("</h1>")
    contents = f"<div style='page-break-before:always'><p style='text-align:center'>目 录</p>{lines}</div>"
    style = "h2{page-break-before:always}@page{size:A5;margin:18mm;@bottom-center{content:counter(page)}}"
    return printed(f"{head}</h1>{contents}{body}", style)


def mixed_sheet(spec: Spec) -> bytes:
    """Percentages and dates as Excel has them, blank rows, a hidden sheet, a sheet of a picture only."""
    table = tables(spec)[0]
    book = Workbook()
    sheet = book.active
    sheet.title = "Sheet1"
    sheet.append([spec.title])
    sheet.append([])
    sheet.append(table["header"][0])
    for month, count, rate, day in table["rows"]:
        sheet.append([month, int(count), float(rate[:-1]) / 100, dt.datetime.fromisoformat(day)])
        sheet.cell(sheet.max_row, 3).number_format = "0.0%"
        sheet.cell(sheet.max_row, 4).number_format = "yyyy-mm-dd"
    secret = book.create_sheet("底稿")
    secret.append(["密级", "内部测算"])
    secret.sheet_state = "hidden"
    book.create_sheet("Sheet3")
    buffer = io.BytesIO()
    book.save(buffer)
    return undated(buffer.getvalue())


QUOTED = (
    '部门,事项,经费（元）,备注\r\n水务局,渠道维修,"1,250,000.50","分两期\n实施"\r\n'
    '林业局,补植造林,"860,000.00",\r\n城管局,路灯更换,"430,200.00","含""节能""改造"\r\n'
)
QUOTED_TABLE = {
    "caption": "",
    "unit": None,
    "header": [["部门", "事项", "经费（元）", "备注"]],
    "rows": [
        ["水务局", "渠道维修", "1,250,000.50", "分两期实施"],
        ["林业局", "补植造林", "860,000.00", ""],
        ["城管局", "路灯更换", "430,200.00", "含“节能”改造"],
    ],
}


def official_page(spec: Spec) -> bytes:
    """The metadata that Chinese government sites must carry, paging, tools, a colophon."""
    before, after, printing, code, office, mark = spec.of("X")
    facts = spec.facts
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{spec.title}-禾溪县人民政府</title>
<meta name="SiteName" content="禾溪县人民政府"><meta name="ColumnName" content="预警信息">
<meta name="ArticleTitle" content="{spec.title}"><meta name="PubDate" content="{facts["date"]} 10:12">
<meta name="ContentSource" content="{facts["source"]}"></head><body><div class="header"><a href="/">网站首页</a>
<a href="/xxgk">信息公开</a></div><div class="article"><div class="title">{spec.title}</div>
<div class="tools"><span>发布时间：{facts["date"]} 10:12</span><span>来源：{facts["source"]}</span><a>{printing}</a></div>
<div class="TRS_Editor">{paragraphs(spec, "<p style='text-indent:2em'>&nbsp;&nbsp;{}</p>")}</div>
<div class="page"><a>{before}</a> <span>1</span> <a>2</a> <a>{after}</a></div><div class="code">{code}</div></div>
<div class="footer"><p>{office}</p><p>{mark}：3300000000</p></div></body></html>""".encode()


def page_list() -> bytes:
    heads = (
        "石坪镇召开防汛会议",
        "青杨乡开展农机检修",
        "河口乡发放种粮补贴",
        "柏渡镇举办龙舟邀请赛",
        "竹林村评选文明家庭",
    )
    items = "".join(
        f'<li><a href="/{i}.html">{head}</a><span>2024-06-{i + 10}</span></li>' for i, head in enumerate(heads * 4)
    )
    return (
        f"<html><head><meta charset=utf-8><title>乡镇动态</title></head><body><ul>{items}</ul></body></html>".encode()
    )


def script_page() -> bytes:
    return b"<!DOCTYPE html><html><head><meta charset=utf-8><script src=app.js></script></head><body><div id=app></div></body></html>"


def rich_markdown(spec: Spec) -> bytes:
    """Underlined headings, a link, emphasis, a list that begins at 3, a quotation, a picture, a comment."""
    first, second, third = spec.of("H1")[0], spec.of("H1")[1], spec.of("H2")[0]
    p, (i, j) = spec.of("P"), spec.of("I")
    body = f"""{spec.title}
===

## {first.replace("|", "")}

{p[0].replace("98.2万人次", "**98.2万人次**")}

{p[1].replace("公开数据", "[公开数据](https://example.invalid/data)")}

![图](a.png)

## {second.replace("|", "")}

{i.replace("|", " ")}
{j.replace("|", " ")}

> {p[2]}

### {third.replace("|", "")}

<!-- 编辑备注 -->

{p[3]}
"""
    return body.encode()


def letter(spec: Spec) -> bytes:
    """A 函 of an office in Taiwan."""
    first, second, third = spec.of("P")
    return f"""鹿鳴鄉公所　函
地址：鹿鳴鄉中山路1號
承辦人：陳小姐
電話：049-0000000
受文者：各村辦公處
發文日期：中華民國110年6月18日
發文字號：{spec.facts["number"]}
速別：普通件
主旨：{first}
說明：
一、{second}
二、{third}
正本：各村辦公處
副本：本所民政課
鄉長　林大山
""".encode()


def dateline(spec: Spec) -> bytes:
    first, *rest = [plain("P", text) for text in spec.of("P")]
    lines = [
        spec.title,
        "2022年11月09日 08:15",
        f"　　本报讯（记者{spec.facts['authors']}）{first}",
        *(f"　　{p}" for p in rest),
    ]
    return "\n".join(lines).encode()


def mixed_lines(spec: Spec) -> bytes:
    """Parts of two origins in one file: the first two lines in UTF-8, the others in GB 18030."""
    lines = text_files.lines(spec, "　　")
    return b"\n".join(line.encode("utf-8" if i < 2 else "gb18030") for i, line in enumerate(lines))


def rtf(spec: Spec) -> bytes:
    def coded(text: str) -> str:
        return "".join(c if c.isascii() else f"\\u{ord(c) if ord(c) < 0x8000 else ord(c) - 0x10000}?" for c in text)

    body = "".join(f"{coded(line)}\\par\n" for line in text_files.lines(spec))
    return ("{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0 SimSun;}}\\f0\\fs24\n" + body + "}").encode("ascii")


def web_archive(spec: Spec) -> bytes:
    """What a browser saves as one file, quoted-printable."""
    page = f"""<html><head><meta charset="utf-8"><title>{html.escape(spec.title)}</title></head><body><h1>{spec.title}</h1>
<p>发布时间：{spec.facts["date"]}</p>{paragraphs(spec)}</body></html>"""
    head = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="----b1"; type="text/html"\r\n\r\n'
    part = "------b1\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    return head.encode() + part.encode() + quopri.encodestring(page.encode()) + b"\r\n------b1--\r\n"
