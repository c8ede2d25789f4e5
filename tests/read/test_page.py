"""A page becomes its readable text; everything else is an edit, and the article is told from the page around it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from reporter.errors import ReadError
from reporter.model import RawText
from reporter.read import read_bytes
from tests.read.test_markup import PIECES

BODY = "会议总结了去年的工作，部署了今年的任务，要求各地各部门抓好落实，全面完成全年目标。"
PAGE = f"""<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>全市质量大会召开_云溪网</title>
<meta name="PubDate" content="2018-03-05 10:00"><meta name="ContentSource" content="云溪日报">
<meta name="author" content="方知远"><link rel="canonical" href="http://example.org/1.html">
<style>p {{}}</style></head>
<body><div class="top-nav"><a href="/">首页</a> | <a href="/n">新闻</a></div>
<div id="content"><h1>全市质量大会召开</h1>
<p>　　3月5日,全市质量大会召开&#12290;{BODY}</p>
<h2>一、去年工作</h2>
<p>去年新增名牌<b>12</b>个，增长8%。{BODY}<br>{BODY}</p>
<ul><li>标准化工作取得进展，{BODY}</li></ul>
</div>
<div class="related-list"><ul><li><a href="1">别县新增名牌99个</a></li><li><a href="2">又一条</a></li></ul></div>
<footer>版权所有 云溪网</footer><script>var x = "<p>";</script></body></html>"""


def read(page: str) -> RawText:
    return read_bytes(page.encode(), "a.html")


def marked(raw: RawText, kind: str) -> list[str]:
    """The readable text of the marks of one kind."""
    ledger = raw.ledger
    return [ledger.replay(mark.start, mark.end) for mark in raw.marks if mark.kind == kind]


def test_every_block_is_a_line_and_tags_leave_nothing() -> None:
    assert read("<div>甲<b>乙</b></div><p>丙\n丁</p>戊<br>己 \n 庚x &lt;y").ledger.text == "甲乙\n丙丁\n戊\n己庚x <y"


def test_offsets_index_the_markup() -> None:
    raw = read(PAGE)
    start = raw.ledger.text.index("12个")
    assert raw.ledger.source[slice(*raw.ledger.source_span(start, start + 2))] == "12"
    assert raw.ledger.inverse() == PAGE


def test_title_headings_paragraphs_and_items_are_marked() -> None:
    raw = read(PAGE)
    assert marked(raw, "title") == ["全市质量大会召开"]
    assert marked(raw, "heading") == ["一、去年工作"]
    assert [mark.level for mark in raw.marks if mark.kind == "heading"] == [2]
    assert len(marked(raw, "paragraph")) == 3
    assert len(marked(raw, "item")) == 1


def test_navigation_related_links_and_footer_are_outside() -> None:
    assert marked(read(PAGE), "aside") == ["首页 | 新闻", "别县新增名牌99个", "又一条", "版权所有 云溪网"]


def test_metadata_are_what_the_page_states() -> None:
    assert dict(read(PAGE).metadata) == {
        "title": "全市质量大会召开_云溪网",
        "author": "方知远",
        "source": "云溪日报",
        "date": "2018-03-05 10:00",
        "url": "http://example.org/1.html",
    }


def test_nothing_is_stated_where_nothing_is() -> None:
    assert read(f"<p>{BODY}</p>").metadata == ()


def test_hidden_parts_are_outside() -> None:
    raw = read(f"<body><p>{BODY}</p><div style='display: none'>隐藏的广告词</div><p>{BODY[::-1]}</p></body>")
    assert marked(raw, "aside") == ["隐藏的广告词"]


def test_rows_of_links_are_outside_even_inside_the_article() -> None:
    links = "".join(f"<p><a href='{n}'>另一条新闻的标题写在这里{n}</a></p>" for n in range(4))
    raw = read(f"<div><p>{BODY}</p>{links}<p>{BODY[::-1]}</p></div>")
    assert len(marked(raw, "aside")) == 4


def test_an_element_with_a_misleading_name_that_holds_the_article_is_the_article() -> None:
    raw = read(f"<div class='search-page'><h1>全市质量大会召开</h1><p>{BODY}</p><p>{BODY[::-1]}</p></div>")
    assert marked(raw, "aside") == []


def test_readings_over_characters_are_no_text() -> None:
    assert read("<p><ruby>監<rp>(</rp><rt>jiān</rt><rp>)</rp></ruby>管</p>").ledger.text.strip() == "監管"


def test_layout_tables_are_lines_not_tables() -> None:
    raw = read(
        f"<table><tr><td><p>{BODY}</p><h2>一、标题</h2></td><td>旁栏</td></tr><tr><td>甲</td><td>乙</td></tr></table>"
    )
    assert raw.tables == ()
    assert "旁栏" in raw.ledger.text.split("\n")


@settings(deadline=None)
@given(PIECES)
def test_any_markup_is_read_reversibly_and_its_marks_lie_in_order(source: str) -> None:
    raw = read(f"<html><p>质量</p>{source}")
    assert raw.ledger.inverse() == raw.ledger.source
    places = [(mark.start, mark.end) for mark in raw.marks]
    assert places == sorted(places)
    assert all(start < end <= len(raw.ledger.source) for start, end in places)


NAVIGATION = "<div class='nav'><a href='/'>首页</a><a href='/n'>新闻</a></div>"
FOOT = "<div><p>版权所有 云溪网</p></div>"


def test_an_article_that_is_hidden_until_a_script_shows_it_is_the_article() -> None:
    raw = read(f"{NAVIGATION}<div style='visibility: hidden'><p>{BODY}</p><p>{BODY[::-1]}</p></div>")
    assert marked(raw, "paragraph") == [BODY, BODY[::-1]]


def test_a_hidden_stretch_within_a_line_does_not_break_it() -> None:
    raw = read(f"<p>{BODY}</p><p>全市<span style='display:none'>抄袭者</span>{BODY}</p>")
    assert marked(raw, "paragraph")[1] == f"全市{BODY}"


def test_a_link_that_is_never_closed_ends_with_its_line() -> None:
    raw = read(f"<div><a href=/>首页<a href=/n>新闻</div><p>{BODY}</p><p>{BODY[::-1]}</p>")
    assert marked(raw, "paragraph") == [BODY, BODY[::-1]]
    assert marked(raw, "aside") == ["首页新闻"]


def test_a_bookmark_is_no_link() -> None:
    raw = read("".join(f"<p><a name='_Toc{n}'>第{n}条按照规定办理</a></p>" for n in range(5)))
    assert marked(raw, "aside") == []


def test_entities_that_are_escaped_twice_are_decoded() -> None:
    assert (
        read("<p>质量&amp;nbsp;&amp;ldquo;双百&amp;rdquo;&amp;lt;b&gt;</p>").ledger.text.strip()
        == "质量\u00a0“双百”&lt;b>"
    )


def test_a_list_of_links_under_its_heading_is_outside_and_attachments_are_not() -> None:
    links = "".join(f"<a href='{n}.html'>另一条新闻的标题{n}</a><br>" for n in range(3))
    files = "".join(f"<p><a href='{n}.doc'>附件{n}：名单.doc</a></p>" for n in range(3))
    raw = read(f"<td><p>{BODY}</p><p>{BODY[::-1]}</p>{files}<b>相关文章</b><br>{links}</td>")
    assert marked(raw, "aside") == ["相关文章", *(f"另一条新闻的标题{n}" for n in range(3))]


def test_an_article_without_a_marked_title_keeps_the_line_above_it() -> None:
    raw = read(f"{NAVIGATION}<div><div>某镇召开会议</div><div><div><span>{BODY}</span></div></div></div>{FOOT}")
    assert marked(raw, "paragraph") == ["某镇召开会议", BODY]


def test_a_column_before_the_article_is_outside() -> None:
    column = "".join(
        f"<div><a href='{n}'>县域观察第{n}期</a><p>本期看县域经济，增速为{n}.7%，专家建议稳增长。</p></div>"
        for n in range(4)
    )
    raw = read(
        f"<title>全市质量大会召开</title><table><tr><td>{column}</td><td><div>全市质量大会召开</div><p>{BODY}</p><p>{BODY[::-1]}</p>"
        f"<p>{BODY[5:]}</p></td></tr></table>"
    )
    assert marked(raw, "title") == ["全市质量大会召开"]
    assert marked(raw, "paragraph") == [BODY, BODY[::-1], BODY[5:]]


def test_the_name_of_the_site_in_a_top_heading_is_not_the_title() -> None:
    raw = read(
        f"<h1>云溪市人民政府</h1>{NAVIGATION}<div><h2>全市质量大会召开</h2><p>{BODY}</p><p>{BODY[::-1]}</p></div>"
    )
    assert marked(raw, "title") == ["全市质量大会召开"]


def test_labels_around_the_title_state_what_the_metadata_do_not() -> None:
    raw = read(
        f"<h1>全市质量大会召开</h1><div><span>来源：<a>云溪日报</a></span><span>作者：方知远</span><span>发布时间：2018年3月5日</span></div>"
        f"<p>{BODY}</p><p>{BODY[::-1]}</p>"
    )
    assert dict(raw.metadata) == {"author": "方知远", "source": "云溪日报", "date": "2018年3月5日"}


def test_linked_data_state_title_author_and_date() -> None:
    authors = '[{"name": "甲"}, {"name": "乙"}]'
    data = f'{{"@graph": [{{"headline": "全市质量大会召开", "author": {authors}, "datePublished": "2018-03-05"}}]}}'
    raw = read(f"<script type='application/ld+json'>{data}</script><p>{BODY}</p>")
    assert dict(raw.metadata) == {"title": "全市质量大会召开", "author": "甲、乙", "date": "2018-03-05"}


def test_linked_data_that_can_not_be_read_state_nothing() -> None:
    assert read(f"<script type='application/ld+json'>{{'a</script><p>{BODY}</p>").metadata == ()


def test_a_list_of_links_is_read_with_a_finding() -> None:
    raw = read(
        "<ul>"
        + "".join(f"<li><a href='{n}'>关于第{n}号方案的通知</a> 2018-03-0{n}</li>" for n in range(1, 6))
        + "</ul>"
    )
    assert [finding.code for finding in raw.findings] == ["read-page-list"]
    assert len(marked(raw, "item")) == 5


def test_a_frameset_says_where_its_text_is() -> None:
    with pytest.raises(ReadError) as caught:
        read("<html><frameset cols='20%,*'><frame src='left.htm'><frame src=main.htm></frameset></html>")
    assert caught.value.code == "read-empty"
    assert "left.htm、main.htm" in caught.value.hint


def test_a_table_behind_the_text_is_the_article_s() -> None:
    table = "<table><tr><th>任务</th><th>时限</th></tr><tr><td>归集</td><td>6月</td></tr></table>"
    raw = read(f"{NAVIGATION}<h3>全市质量方案</h3><div><p>{BODY}</p><p>{BODY[::-1]}</p></div>{table}{FOOT}")
    assert len(raw.tables) == 1
    assert marked(raw, "aside") == ["首页 新闻", "版权所有 云溪网"]


@pytest.mark.parametrize(
    ("stamp", "shown"),
    [
        ("<span>来源：云溪县水利局</span><a href='#'>打印本页</a>", "来源：云溪县水利局 打印本页"),
        ("来源：云溪县水利局<a href='#'>打印</a><a href='#'>关闭</a>", "来源：云溪县水利局 打印 关闭"),
        ("来源：<a href='#'>云溪县水利局</a><a href='#'>更多内容</a>", "来源：云溪县水利局 更多内容"),
        ("<span>2018-03-05</span><span onclick='p()'>【关闭】</span>", "2018-03-05 【关闭】"),
        ("字号：<a href='#'>大</a><a href='#'>中</a>", "字号：大 中"),
    ],
)
def test_controls_and_links_beside_a_stated_value_are_words_of_their_own(stamp: str, shown: str) -> None:
    raw = read(f"<h1>全市质量大会召开</h1><div>{stamp}</div><p>{BODY}</p><p>{BODY[::-1]}</p>")
    assert raw.ledger.text.split("\n")[1] == shown
    assert dict(raw.metadata).get("source", "云溪县水利局") == "云溪县水利局"


@pytest.mark.parametrize(
    "sentence",
    [
        "今年，云溪县<a href='#'>质监局</a>开展检查。",
        "<a href='#'>乡村</a><a href='#'>振兴</a>有序推进。",
        "请<b>县</b><a href='#'>质监局</a>负责，可<a href='#'>打印</a>证书。",
    ],
)
def test_links_within_a_sentence_leave_no_blank(sentence: str) -> None:
    raw = read(f"<h1>全市质量大会召开</h1><p>{sentence}</p><p>{BODY}</p><p>{BODY[::-1]}</p>")
    assert " " not in raw.ledger.text
