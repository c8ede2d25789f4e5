"""The shortcuts through WeasyPrint change how long a PDF takes, and nothing in it."""

from __future__ import annotations

import inspect
from hashlib import sha256
from pkgutil import resolve_name

import pytest
import weasyprint
from weasyprint.css import ComputedStyle, StyleFor, get_all_computed_styles
from weasyprint.css.targets import TargetCollector
from weasyprint.layout import block
from weasyprint.text.line_break import Layout

from reporter.render.pdf.shortcuts import EXPECTED, changed_parts, shortcuts, source_digest
from reporter.render.pdf.tagging import EXPECTED as TAGS
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


# What elements, their pseudo-elements and rules of every weight state, of elements that share a style and that don't.
CASCADE = """<html lang="zh-Hans"><style>
@layer low, high; @layer high { .b { color: #a00 } } @layer low { .b { color: #0a0; font-size: 120% } }
li::marker { color: #00a } li { list-style: outside decimal } ol ol li { list-style: inside square }
.own { list-style-type: "◆ " } li:nth-child(2)::after { content: attr(title) "止" }
.at::before { content: "至" leader(".") } .at { color: #555 !important }
[lang=zh-Hant] { font-weight: 700 } [lang] > i::before { content: "：" }
a::after { content: " (" target-counter(attr(href), page) ")" } b::before { content: "甲" }
.note { float: footnote } .note::footnote-call { color: #a00 } .note::footnote-marker { font-weight: 700 }
p + p { text-indent: 2em } :is(h2, h3):not(.x) { margin: 1em 0 }
</style><h2 id="one">一</h2><h3 class="x" id="one">同名</h3>
<ol><li lang="zh-Hans">甲<li lang="zh-Hant">乙<li lang="zh-Hant" style="color: #0aa">丙
<li class="own" lang="zh-Hans" title="丁">丁
<li>戊<ol><li title="里">里<li class="at" style="color: red">外</ol></ol>
<p class="b">文字<span lang="en">word</span><span lang="zh-Hant"><i>臺</i></span><span lang="zh-Hans"><i>台</i></span>
<p class="b" style="margin-left: 3%">文字<span lang="en">word</span><span class="note">脚注甲</span>
<span class="note" lang="en">two</span></p><p class="at">末行</p><p class="at">又一行</p>
<p><a href="#one">见一</a><a href="#none">见无</a><b>乙</b><b id="two" lang="zh-Hans">丙</b></p>
<p><u style="color: #0aa">甲</u><u style="color: #aa0">乙</u><u id="three">丙</u><u id="four">丁</u></p>
<p><a href="#four">见丁</a><a href="#three">见丙</a><q lang="en">quoted</q><q lang="zh-Hant">引文</q>
<q lang="fr">dit</q></p>
<table><col style="width: 30%"><tr lang="en"><td lang="en">a<td style="" lang="en">b<tr><td>c<td>d</table></html>"""


def pdf(taken: bool, page: str = PAGE) -> bytes:
    with shortcuts(EXPECTED if taken else {"weasyprint:nothing": "changed"}) as state:
        assert state is taken
        made: bytes = weasyprint.HTML(string=page).write_pdf()
        with chinese_typesetting():
            return made + weasyprint.HTML(string=page * 3).write_pdf()


def test_the_weasyprint_of_the_lock_file_is_the_one_they_were_written_for() -> None:
    assert changed_parts() == ()


@pytest.mark.parametrize("name", [*EXPECTED, *TAGS])
def test_a_source_is_what_python_takes_it_for(name: str) -> None:
    source = inspect.getsource(resolve_name(name))
    assert source_digest(name) == sha256(source.encode()).hexdigest()[:16]


def test_a_pdf_is_the_same_to_the_byte_with_them_and_without() -> None:
    assert pdf(taken=True) == pdf(taken=False)


@pytest.mark.parametrize("counting", ["", "@page :nth(2n) { margin-left: 20mm } @page :nth(3) { background: #eee }"])
def test_pages_of_every_sort_are_the_same(counting: str) -> None:
    page = SORTS.replace("NTH", counting)
    assert pdf(taken=True, page=page) == pdf(taken=False, page=page)


def test_elements_that_share_a_style_are_the_same() -> None:
    assert pdf(taken=True, page=CASCADE) == pdf(taken=False, page=CASCADE)


def test_pseudo_elements_that_nobody_asks_for_share_their_style() -> None:
    made: list[StyleFor] = []

    def counted(taken: bool) -> int:
        with shortcuts(EXPECTED if taken else {"weasyprint:nothing": "changed"}):
            html = weasyprint.HTML(string="<p lang=zh>文字</p>" * 50)
            made.append(get_all_computed_styles(html, target_collector=TargetCollector()))
        return len({id(style) for style in made[-1].get_computed_styles().values()})

    assert counted(taken=True) < 50 < counted(taken=False)


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
