"""Pages that are broken, wrongly declared, or cut off."""

# ruff: noqa: E501 - lines of markup are as long as in real pages

from __future__ import annotations

from tests.corpus.pages.case import PageCase
from tests.corpus.pages.texts import paragraphs


def unclosed() -> PageCase:
    """No closing tags, bare <, attributes with >, stray end tags, uppercase mix."""
    text = (*paragraphs("污染防治", 4, 10), "当PM2.5浓度<35微克/立方米且臭氧≤160时评为优良，全年优良天数292天。")
    body = "".join(f"<P>{line}</SPAN>\n" for line in text)
    page = f"""<html><head><meta charset=utf-8><title>污染防治攻坚战取得阶段成果<body><div class=nav><a href=/>首页<a href=/2>要闻</div></div></td>
<h1>污染防治攻坚战取得阶段成果</h1><p>发布时间：2020-01-09　来源：环保局<div id=con onclick="if(a>b)alert('x')" title="a > b">{body}</div><div class=footer>版权所有<p>邮编100000"""
    page = page.replace("阶段成果<body>", "阶段成果</title><body>")
    return PageCase(
        "unclosed", page.encode(), "污染防治攻坚战取得阶段成果", text, "2020-01-09", "环保局", "", ("首页", "要闻", "邮编100000", "alert"),
        ("发布时间：2020-01-09　来源：环保局",),
    )  # fmt: skip


def wrong_charset() -> PageCase:
    """UTF-8 bytes declared as GB 2312, double-encoded entities, quotes as entities, wide blanks."""
    text = paragraphs("人才引进", 4, 12)
    first = f"&amp;nbsp;&amp;nbsp;&#12288;&#12288;{text[0][:12]}&ldquo;双百&rdquo;计划&mdash;&mdash;{text[0][12:]}"
    body = f"<p>{first}</p>" + "".join(f"<p>&emsp;&emsp;{line}</p>" for line in text[1:])
    page = f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>人才引进&ldquo;双百&rdquo;计划实施</title></head><body><div class="daohang"><a href="/">首页</a> → <a href="/r">人才</a></div>
<div class="biaoti">人才引进&ldquo;双百&rdquo;计划实施</div><div class="laiyuan">来源：人社局&nbsp;&nbsp;发布日期：2018-5-4&nbsp;&nbsp;【<a>关闭</a>】</div><div class="neirong">{body}</div><div class="banquan">人社局 版权所有 总访问865432次</div></body></html>"""
    return PageCase(
        "wrong-charset", page.encode(), "人才引进“双百”计划实施", (f"{text[0][:12]}“双百”计划——{text[0][12:]}", *text[1:]), "2018-05-04", "人社局", "",
        ("首页", "关闭", "865432"), ("来源：人社局 发布日期：2018-5-4 【关闭】",),
    )  # fmt: skip


def cut_off() -> PageCase:
    """GBK declared as UTF-8, cut in the middle of a tag."""
    text = paragraphs("旅游市场整治", 5, 14)
    body = "".join(f"<p>{line}</p>" for line in text)
    page = f"""<html><head><meta charset="utf-8"><title>旅游市场整治行动启动_听涛市文旅局</title></head><body><ul id="menu"><li><a href="/">首页</a></li><li><a href="/j">景区</a></li></ul>
<div class="content-box"><h1>旅游市场整治行动启动</h1><p class="msg">2019年4月30日</p><div class="Custom_UnionStyle">{body}</div><div class="share-bar"><a href="http"""
    return PageCase(
        "cut-off",
        page.encode("gbk"),
        "旅游市场整治行动启动",
        text,
        "2019-04-30",
        "",
        "",
        ("首页", "景区", 'href="http'),
        ("2019年4月30日",),
    )


def article_in_form() -> PageCase:
    """A server page wrapped whole in one form, classes that sound like furniture around the article."""
    text = paragraphs("社区治理", 5, 16)
    body = "".join(f"<p>{line}</p>" for line in text)
    page = f"""<html><head><meta charset="utf-8"><title>社区治理经验交流</title></head><body><form id="aspnetForm" method="post"><input type="hidden" name="__VIEWSTATE" value="dDwtMTM2" /><div class="header"><span>民政在线</span><select><option>北区</option><option>南区</option></select></div>
<div class="search-result-detail"><table cellspacing="0"><tr><td><span id="lblTitle" class="title">社区治理经验交流</span></td></tr><tr><td><span id="lblInfo">作者：[郑可]　来源：[民政简报]　时间：[2012-12-5]</span></td></tr><tr><td><span id="lblContent">{body}</span></td></tr></table></div>
<div class="footer"><span>访问统计：76543</span></div></form></body></html>"""
    return PageCase(
        "article-in-form", page.encode(), "社区治理经验交流", text, "2012-12-05", "民政简报", "郑可", ("民政在线", "北区", "76543"),
        ("作者：[郑可]　来源：[民政简报]　时间：[2012-12-5]",),
    )  # fmt: skip


CASES = (unclosed, wrong_charset, cut_off, article_in_form)
