"""Writers of one document in every format, as the programs of offices and portals write them."""

from __future__ import annotations

import html
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import docx
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.shared import Pt

from tests.formats.blocks import Block


@dataclass(frozen=True, slots=True)
class Paper:
    """What is written: title, the line of source and date below it, the body."""

    title: str
    stamp: str
    blocks: tuple[Block, ...]


Writer = Callable[[Paper], tuple[str, bytes]]
"""A paper → (file name, bytes)."""


def plain(paper: Paper) -> str:
    """The paper as text, one paragraph a line."""
    return "\n".join([paper.title, paper.stamp, *(block.text for block in paper.blocks)]) + "\n"


def encoded(encoding: str, mark: bytes = b"") -> Writer:
    """A writer of text in that encoding behind that byte order mark."""
    return lambda paper: ("a.txt", mark + plain(paper).encode(encoding))


def wrapped(paper: Paper) -> tuple[str, bytes]:
    """Text cut at 38 characters a line, paragraphs and headings with a full-width indent."""
    lines = [paper.title, paper.stamp]
    for block in paper.blocks:
        rest = "　　" + block.text
        while rest:
            cut = 38
            while len(rest) > cut and rest[cut - 1].isdigit() and rest[cut].isdigit():
                cut -= 1
            while cut < len(rest) and rest[cut] in "，。；：、！？”’）》":
                cut += 1
            lines.append(rest[:cut])
            rest = rest[cut:]
    return "a.txt", "\r\n".join(lines).encode("gb18030")


def markdown(paper: Paper) -> tuple[str, bytes]:
    """Markdown: a title, headings by their level, paragraphs a blank line apart."""
    parts = [f"# {paper.title}", paper.stamp]
    parts += [f"{'#' * (block.level + 1)} {block.text}" if block.level else block.text for block in paper.blocks]
    return "a.md", "\n\n".join(parts).encode()


def page(paper: Paper) -> tuple[str, bytes]:
    """A page of a portal, with all that stands around its article."""
    body = "".join(
        f"<p style='text-indent:2em'>{'<strong>' if block.level else ''}{html.escape(block.text)}"
        f"{'</strong>' if block.level else ''}</p>\n"
        for block in paper.blocks
    )
    return "a.html", _PAGE.format(title=html.escape(paper.title), stamp=paper.stamp, body=body).encode("gb18030")


_PAGE = """<!DOCTYPE html><html><head><meta charset="gb2312"><title>{title}_清河县人民政府门户网站</title>
<script>var visits = 38219;</script><style>.nav a {{ color: red }}</style></head><body>
<div class="header"><img src="logo.gif" alt="logo"><div class="nav"><a href="/">首页</a><a href="/zwgk">政务公开</a>
<a href="/bsfw">办事服务</a><a href="/hd">互动交流</a></div></div>
<div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/zw">政务动态</a> &gt; 正文</div>
<div class="content"><h1>{title}</h1><div class="info"><span>{stamp}</span> 【字体：<a href="#">大</a>
<a href="#">中</a> <a href="#">小</a>】</div>
<div class="article">{body}</div>
<div class="share">分享到：<a href="#">微信</a><a href="#">微博</a></div></div>
<div class="side"><h3>相关文章</h3><ul><li><a href="/1.html">全县新增企业4728家</a></li>
<li><a href="/2.html">税收增长37.9%</a></li><li><a href="/3.html">县长到乡镇调研</a></li></ul></div>
<div class="footer">版权所有：清河县人民政府 备案号：ICP备05001234号 您是第 882716 位访客</div></body></html>
"""


def word_plain(paper: Paper) -> tuple[str, bytes]:
    """A DOCX without styles: a large centred title, everything else paragraphs with an indent."""
    document = _document()
    title = document.add_paragraph()
    title.alignment = 1
    run = title.add_run(paper.title)
    run.bold, run.font.size = True, Pt(22)
    document.add_paragraph(paper.stamp).alignment = 1
    for block in paper.blocks:
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.first_line_indent = Pt(32)
        paragraph.add_run(block.text).bold = bool(block.level)
    return "a.docx", _saved(document)


def word_styled(paper: Paper) -> tuple[str, bytes]:
    """A DOCX with title and heading styles; header and footer repeat what is no text of it."""
    document = _document()
    document.sections[0].header.paragraphs[0].text = "内部资料 注意保存"
    document.sections[0].footer.paragraphs[0].text = "第 1 页"
    document.add_paragraph(paper.title, style="Title")
    document.add_paragraph(paper.stamp)
    for block in paper.blocks:
        document.add_paragraph(block.text, style=f"Heading {block.level}" if block.level else None)
    return "a.docx", _saved(document)


def word_numbered(paper: Paper) -> tuple[str, bytes]:
    """A DOCX whose 一、 and （一） are automatic numbers, in the text nowhere."""
    document = _document()
    _add_numbering(document)
    document.add_paragraph(paper.title, style="Title")
    document.add_paragraph(paper.stamp)
    for block in paper.blocks:
        depth = _depth(block)
        paragraph = document.add_paragraph(block.text.removeprefix(block.number) if depth is not None else block.text)
        if depth is not None:
            xml = f'<w:numPr {_NS}><w:ilvl w:val="{depth}"/><w:numId w:val="77"/></w:numPr>'
            paragraph._p.get_or_add_pPr().append(parse_xml(xml))
    return "a.docx", _saved(document)


_NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_ABSTRACT = f"""<w:abstractNum {_NS} w:abstractNumId="77"><w:multiLevelType w:val="multilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/>
<w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/>
<w:suff w:val="nothing"/><w:lvlText w:val="（%2）"/></w:lvl>
</w:abstractNum>"""


def _depth(block: Block) -> int | None:
    """The list level of a heading whose number an office program would count; None for any other block."""
    if not block.level:
        return None
    return 0 if block.number.endswith("、") else 1 if block.number.startswith("（") else None


def counts_on(blocks: Sequence[Block]) -> bool:
    """Whether automatic numbers would give the numbers that the blocks have: 一、 from one, （一） anew below each."""
    expected = {0: 0, 1: 0}
    for block in blocks:
        depth = _depth(block)
        if depth is None:
            continue
        expected[depth] += 1
        if depth == 0:
            expected[1] = 0
        digits = "一二三四五六七八九十"
        if expected[depth] > 10 or block.number.strip("、（）") != digits[expected[depth] - 1]:
            return False
    return True


def _add_numbering(document: Any) -> None:
    numbering = document.part.numbering_part.element
    first = numbering.find(qn("w:num"))
    abstract = parse_xml(_ABSTRACT)
    if first is None:
        numbering.append(abstract)
    else:
        first.addprevious(abstract)
    numbering.append(parse_xml(f'<w:num {_NS} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))


def _document() -> Any:
    return docx.Document()


def _saved(document: Any) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def printed(paper: Paper) -> tuple[str, bytes]:
    """A PDF with a running header and page numbers, headings and paragraphs broken over lines and pages."""
    import weasyprint

    body = "".join(
        f"<p class='h'>{html.escape(block.text)}</p>" if block.level else f"<p>{html.escape(block.text)}</p>"
        for block in paper.blocks
    )
    markup = f"<style>{_PRINT}</style><h1>{html.escape(paper.title)}</h1><p class='stamp'>{paper.stamp}</p>{body}"
    return "a.pdf", weasyprint.HTML(string=markup).write_pdf()


_PRINT = """
@page { size: A4; margin: 3.7cm 2.6cm 3.5cm 2.8cm;
 @top-center { content: "清河县工作资料汇编"; font: 9pt "Noto Serif CJK SC" }
 @bottom-center { content: "— " counter(page) " —"; font: 9pt "Noto Serif CJK SC" } }
body { font: 16pt/28pt "Noto Serif CJK SC"; text-align: justify }
h1 { font-size: 22pt; text-align: center; line-height: 1.4 } .stamp { text-align: center; text-indent: 0 }
p { margin: 0; text-indent: 2em; orphans: 1; widows: 1 } .h { font-family: "Noto Sans CJK SC"; font-weight: bold }
"""

WRITERS: dict[str, Writer] = {
    "utf-8 with mark": encoded("utf-8", b"\xef\xbb\xbf"),
    "gb18030": encoded("gb18030"),
    "utf-16-le": encoded("utf-16-le", b"\xff\xfe"),
    "utf-16-be without mark": encoded("utf-16-be"),
    "wrapped": wrapped,
    "md": markdown,
    "html": page,
    "docx plain": word_plain,
    "docx styled": word_styled,
    "docx numbered": word_numbered,
    "pdf": printed,
}
"""Format as a person names it → its writer."""
