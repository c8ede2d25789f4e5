"""The shortcuts through WeasyPrint change how long a PDF takes, and nothing in it."""

from __future__ import annotations

import pytest
import weasyprint
from weasyprint.css import ComputedStyle
from weasyprint.layout import block
from weasyprint.text.line_break import Layout

from reporter.render.pdf.shortcuts import EXPECTED, changed_parts, shortcuts
from reporter.render.typesetting import chinese_typesetting

# Lengths in every manner, floats, columns, flex boxes, collapsed borders, notes, drawings, decorated and spaced text.
PAGE = """<html lang="zh-Hans"><style>
@page { size: 90mm 80mm; margin: 10%; @top-left { content: string(head); width: 50% }
@bottom-right { content: counter(page) } }
* { box-sizing: border-box } h1 { string-set: head content() } table { border-collapse: collapse; width: 100% }
td { border: 1px solid; padding: .2em 2% }
td { background: #eee } td:first-child { border-radius: 2px 10% }
.units { white-space: pre-wrap; tab-size: 2ch; hyphens: auto; hyphenate-limit-zone: 2ch }
.units { letter-spacing: .1ch; word-spacing: 1ex }
.units b { font-size: 2ex; tab-size: 3ic } aside { float: right; width: 30%; margin-inline-start: 1em }
.calc { width: calc(50% - 1em); min-width: 2em; padding-block: 3px; line-height: calc(1em + 4px) }
.row { display: flex } .row span { flex: 1; min-width: 10%; max-height: 50% } ul { columns: 2 }
em { text-decoration: underline }
.note { float: footnote } .spaced { letter-spacing: .1em; word-spacing: 2px; font-variant-numeric: tabular-nums }
p::first-letter { font-size: 150%; margin-right: 3% } p::first-line { font-weight: 700 }
i { position: absolute; top: 1%; right: 2% }
p { text-align: justify; --wide: 4%; padding-left: var(--wide) } section { inset-inline-start: 2px; position: relative }
</style><h1>检验报告</h1><aside>旁注若干字</aside>
<p>今年上半年完成投资12亿元，<em>同比增长8.5%</em>。<span class="note">脚注</span></p>
<section><p lang="zh-Hant" dir="rtl">第3號文件“說明”《附件》<i>角</i>abc</p></section>
<p class="units" lang="en">Extraordinary\tresponsibilities <b>of\tmunicipalities</b></p>
<p class="calc">窄栏里的若干文字</p>
<div class="row"><span>甲</span><span>乙 two words</span></div><ul><li>一<li>二<li>三</ul>
<p class="spaced">疏排的一行 with words</p>
<table><tr><td>单元格<td style="border-width: 3px">12.5<tr><td colspan=2>&nbsp;合并</table>
<svg width="40" height="20" viewBox="0 0 40 20"><text x="2" y="12" font-size="8">图 1</text></svg></html>"""


# Pages of several sorts: the first, left and right ones, named ones; with :nth also by their numbers.
SORTS = """<html lang="zh-Hans"><style>
@page { size: 80mm 40mm; margin: 9mm; @bottom-center { content: counter(page) "/" counter(pages) } }
@page :first { margin-top: 15mm; @top-left { content: "首页" } } @page :left { @top-right { content: string(head) } }
@page wide { size: 120mm 40mm; @top-center { content: string(head); font-weight: 700 } }
h2 { string-set: head content() } .wide { page: wide }
.apart { break-before: right } NTH</style><div>
<h2>第一章</h2><p>PLAIN</p><div class="wide"><h2>第二章</h2><p>PLAIN</p></div><aside style="float: left">旁注</aside>
<p class="apart">PLAIN</p><table><tr><td>甲<td>乙</table></div></html>""".replace(
    "PLAIN", "逐条对照清单，逐项落实责任。" * 12
)


def pdf(taken: bool, page: str = PAGE) -> bytes:
    with shortcuts(EXPECTED if taken else {"weasyprint:nothing": "changed"}) as state:
        assert state is taken
        made: bytes = weasyprint.HTML(string=page).write_pdf()
        with chinese_typesetting():
            return made + weasyprint.HTML(string=page * 3).write_pdf()


def test_the_weasyprint_of_the_lock_file_is_the_one_they_were_written_for() -> None:
    assert changed_parts() == ()


def test_a_pdf_is_the_same_to_the_byte_with_them_and_without() -> None:
    assert pdf(taken=True) == pdf(taken=False)


@pytest.mark.parametrize("counting", ["", "@page :nth(2n) { margin-left: 20mm } @page :nth(3) { background: #eee }"])
def test_pages_of_every_sort_are_the_same(counting: str) -> None:
    page = SORTS.replace("NTH", counting)
    assert pdf(taken=True, page=page) == pdf(taken=False, page=page)


def test_none_is_taken_where_a_part_is_another_one() -> None:
    name = "weasyprint.text.line_break:Layout.setup"
    before = Layout.setup
    with shortcuts({**EXPECTED, name: "0" * 16}) as taken:
        assert not taken
        assert Layout.setup is before
    assert changed_parts({name: "0" * 16, "weasyprint:no.such.part": "0"}) == (name, "weasyprint:no.such.part")


def test_they_end_with_the_last_who_asked_for_them() -> None:
    parts = lambda: (ComputedStyle.__missing__, Layout.setup, block.resolve_percentages)  # noqa: E731
    before = parts()
    with shortcuts():
        with shortcuts():
            inside = parts()
        assert parts() == inside
        assert all(ours is not stock for ours, stock in zip(inside, before, strict=True))
    assert parts() == before
