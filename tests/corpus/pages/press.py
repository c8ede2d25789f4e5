"""Pages of newspapers, news sites, public accounts, forums and phones."""

# ruff: noqa: E501 - lines of markup are as long as in real pages

from __future__ import annotations

import json

from tests.corpus.pages.case import PageCase
from tests.corpus.pages.texts import paragraphs


def _joined(template: str, lines: tuple[str, ...]) -> str:
    return "\n".join(template.format(line) for line in lines)


def news_site() -> PageCase:
    """A news site: JSON-LD, byline in spans, hot list in the article's column, responsible editor."""
    text = paragraphs("乡村振兴", 7, 4)
    data = {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": "一条产业路带富沿线十八村",
        "datePublished": "2022-10-11T07:30:00+08:00", "author": {"@type": "Person", "name": "沈若谷"},
        "publisher": {"@type": "Organization", "name": "北洲新闻网"},
    }  # fmt: skip
    page = f"""<!doctype html><html><head><meta charset="utf-8"><title>一条产业路带富沿线十八村_北洲新闻网</title>
<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script></head><body>
<div class="channel-nav"><a href="/1">要闻</a><a href="/2">经济</a><a href="/3">社会</a><a href="/4">文体</a></div>
<div class="main-left"><h1>一条产业路带富沿线十八村</h1><div class="info"><span class="time">2022-10-11 07:30</span> <span class="src">来源：<a href="http://x">北洲日报</a></span> <span>记者 沈若谷</span></div>
<div class="cnt_bd">{_joined("<p>{}</p>", text[:4])}<div class="figure"><img src="a.jpg"><p class="pic-desc">产业路旁的采摘园。沈若谷 摄</p></div>
<script>showAd('mid');</script><div class="ad_mid"><a href="http://ad">装修特惠直降8888元</a></div>{_joined("<p>{}</p>", text[4:])}</div>
<div class="editor">责任编辑：高远　校对：林禾</div>
<div class="hot-rank"><h3>24小时热榜</h3><ol><li><a href="/h1">油价年内第9次上调</a></li><li><a href="/h2">冷空气周末抵达</a></li><li><a href="/h3">高铁新线票价公布</a></li></ol></div></div>
<div class="comment"><h4>网友评论（126条）</h4><p>江边客：说得好！</p></div>
<footer><p>北洲新闻网版权所有　未经授权不得转载　举报电话：0900-2222333</p></footer></body></html>"""
    return PageCase(
        "news-site", page.encode(), "一条产业路带富沿线十八村", text, "2022-10-11", "北洲日报", "沈若谷",
        ("文体", "8888元", "24小时热榜", "第9次上调", "网友评论", "江边客", "举报电话"),
        ("2022-10-11 07:30 来源：北洲日报 记者 沈若谷", "产业路旁的采摘园。沈若谷 摄", "责任编辑：高远　校对：林禾"),
    )  # fmt: skip


def public_account() -> PageCase:
    """A page of a public account: sections and spans, name and date filled by script, tail of the account."""
    text = paragraphs("夜间经济", 6, 7)
    body = "".join(
        f'<section style="box-sizing:border-box"><section><p style="margin:0 8px"><span style="font-size:15px">{line}</span></p></section></section><p><br></p>'
        for line in text
    )
    page = f"""<!DOCTYPE html><html class=""><head><meta charset="utf-8"><meta property="og:title" content="夜间经济点亮古镇街巷" />
<meta property="og:article:author" content="" /><meta name="author" content="苏晚" /><title></title></head><body id="activity-detail" class="zh_CN">
<div id="js_article" class="rich_media"><div class="rich_media_inner"><h1 class="rich_media_title" id="activity-name">
            夜间经济点亮古镇街巷
        </h1><div id="meta_content" class="rich_media_meta_list"><span class="rich_media_meta rich_media_meta_text">苏晚</span>
<span class="rich_media_meta rich_media_meta_nickname" id="profileBt"><a href="javascript:void(0);" id="js_name">古镇微报</a>
<div id="js_profile_qrcode" class="profile_container" style="display:none;"><strong class="profile_nickname">古镇微报</strong><p>微信号 guzhenwb</p><p>功能介绍 每天三分钟读懂古镇</p></div></span>
<em id="publish_time" class="rich_media_meta rich_media_meta_text">2021-06-30 18:20</em></div>
<div class="rich_media_content" id="js_content" style="visibility: hidden; opacity: 0; ">{body}</div></div>
<div class="rich_media_tool"><span>阅读 2104</span><span>赞38</span><span>在看12</span></div>
<div id="js_pc_qr_code" style="display:none"><p>微信扫一扫关注该公众号</p></div></div>
<script>var ct = "1625048400"; document.getElementById("js_content").style.visibility = "visible";</script></body></html>"""
    return PageCase(
        "public-account", page.encode(), "夜间经济点亮古镇街巷", text, "2021-06-30", "", "苏晚",
        ("guzhenwb", "功能介绍", "阅读 2104", "赞38", "微信扫一扫"), ("苏晚 古镇微报 2021-06-30 18:20", "苏晚", "古镇微报", "2021-06-30 18:20"),
    )  # fmt: skip


def phone_page() -> PageCase:
    """A page for phones: no ids, flex boxes, app banner, floating bars."""
    text = paragraphs("数字政府建设", 5, 9)
    page = f"""<!DOCTYPE html><html><head><meta name="viewport" content="width=device-width"><meta charset="utf-8"><title>数字政府建设提速 - 掌上丰安</title></head>
<body><div class="app-open"><p>打开掌上丰安APP，阅读更流畅</p><a>立即打开</a></div><div class="wrap"><p class="h">数字政府建设提速</p>
<div class="row"><span>丰安发布</span><span>2020-11-23 16:40</span></div>{_joined('<div class="t">{}</div>', text)}
<div class="row2"><span>展开全文</span></div><div class="list"><div class="hd">推荐阅读</div><a class="it" href="1"><div>丰安机场旅客吞吐量破百万</div><div>3评论</div></a><a class="it" href="2"><div>体育公园开放</div><div>15评论</div></a><a class="it" href="3"><div>公交新增4条线路</div><div>8评论</div></a></div></div>
<div class="fixed"><a>评论</a><a>收藏</a><a>分享</a></div></body></html>"""
    return PageCase(
        "phone-page", page.encode(), "数字政府建设提速", text, "2020-11-23", "", "",
        ("立即打开", "阅读更流畅", "展开全文", "推荐阅读", "破百万", "3评论", "收藏"), ("丰安发布 2020-11-23 16:40", "丰安发布", "2020-11-23 16:40"),
    )  # fmt: skip


def taiwan_big5() -> PageCase:
    """A county's press release in traditional characters, Big5, dates of the Republic, definition list of fields."""
    text = (
        "為提升水產品品質，本縣今（15）日辦理養殖漁業輔導說明會，共有126位漁民參加，現場反應熱烈。",
        "縣府農業處表示，今年度編列經費3,200萬元，補助智慧養殖設備48組，並協助取得產銷履歷驗證。",
        "處長表示，未來將持續與學術單位合作，建立水質監測站12處，讓消費者買得安心、吃得放心。",
    )
    page = f"""<html lang="zh-Hant"><head><meta http-equiv="Content-Type" content="text/html; charset=big5"><title>南灣縣政府全球資訊網-縣府輔導養殖漁業升級</title></head>
<body><a href="#C" accesskey="C" title="中央內容區塊">:::</a><div id="top"><a href="/">回首頁</a>｜<a href="/map">網站導覽</a>｜<a href="/en">English</a></div>
<div id="path"><a href="/">首頁</a> / <a href="/news">縣府新聞</a></div><div id="C"><h2>縣府輔導養殖漁業升級</h2>
<dl><dt>發布日期：</dt><dd>109-07-15</dd><dt>發布單位：</dt><dd>農業處</dd></dl><div class="cp">{_joined("<p>{}</p>", text)}</div>
<p class="back"><a href="javascript:history.back()">回上一頁</a> <a href="#top">TOP</a></p></div>
<div id="foot">南灣縣政府　地址：南灣市府前路1號　電話：(00)123-4567　瀏覽人數：5566778</div></body></html>"""
    return PageCase(
        "taiwan-big5", page.encode("cp950"), "縣府輔導養殖漁業升級", text, "", "農業處", "",
        ("回首頁", "網站導覽", "縣府新聞", "回上一頁", "府前路1號", "5566778"), ("發布日期：109-07-15發布單位：農業處", "發布日期：", "109-07-15", "發布單位：", "農業處"),
    )  # fmt: skip


def newspaper_page() -> PageCase:
    """An electronic newspaper: subtitle and lead title in a table, founder layout comments, page list."""
    text = paragraphs("河道整治", 5, 11)
    page = f"""<HTML><HEAD><META http-equiv=Content-Type content="text/html; charset=utf-8"><TITLE>河清岸绿入画来</TITLE></HEAD><BODY>
<TABLE cellSpacing=0 width=1000><TBODY><TR><TD width=400><TABLE><TBODY><TR><TD><B>第03版：民生</B></TD><TD><A href="n2.htm">上一版</A> <A href="n4.htm">下一版</A></TD></TR>
<TR><TD><LI><A href="c1.htm">农贸市场改造完成37家</A></LI><LI><A href="c2.htm">河清岸绿入画来</A></LI><LI><A href="c3.htm">广告</A></LI></TD><TD></TD></TR></TBODY></TABLE></TD>
<TD vAlign=top><TABLE><TBODY><TR><TD align=center><FONT style="FONT-SIZE:14px">——我市推进河道整治纪实</FONT></TD></TR><TR><TD align=center><STRONG style="FONT-SIZE:23px">河清岸绿入画来</STRONG></TD></TR>
<TR><TD align=middle>2013年09月17日　星期二　　来源：江口晚报　　作者：罗星</TD></TR></TBODY></TABLE>
<DIV id=ozoom style="ZOOM: 100%"><founder-content><!--enpcontent-->{_joined("<P>　　{}</P>", text)}<!--/enpcontent--></founder-content></DIV>
<TABLE><TBODY><TR><TD>放大+</TD><TD>缩小-</TD><TD>默认○</TD></TR></TBODY></TABLE></TD></TR></TBODY></TABLE>
<DIV align=center>版权声明：江口晚报社所有，发行量18万份</DIV></BODY></HTML>"""
    return PageCase(
        "newspaper-page", page.encode(), "河清岸绿入画来", text, "2013-09-17", "江口晚报", "罗星",
        ("上一版", "37家", "放大+", "发行量18万份", "第03版"), ("——我市推进河道整治纪实", "2013年09月17日　星期二　　来源：江口晚报　　作者：罗星"),
    )  # fmt: skip


def forum_thread() -> PageCase:
    """A forum thread: the first post is the document, replies are not."""
    text = paragraphs("农产品质量监测", 4, 13)
    body = "<br />\n<br />\n".join(text)
    page = f"""<!DOCTYPE html><html><head><meta charset="gbk"><title>转发：农产品质量监测工作总结 - 公文写作 - 笔杆论坛</title></head><body>
<div id="toptb"><a href="/">设为首页</a><a href="/">收藏本站</a></div><div id="um"><a href="/l">登录</a> | <a href="/r">注册</a></div>
<div id="pt"><a href="/">论坛</a> › <a href="/f">公文写作</a> › 转发：农产品质量监测工作总结</div>
<div id="postlist"><div class="post"><h1 class="ts"><span id="thread_subject">转发：农产品质量监测工作总结</span></h1>
<table class="plhin"><tr><td class="pls"><div class="authi"><a href="u1">老秘书</a></div><p>积分 8812</p><p>帖子 301</p></td>
<td class="plc"><div class="authi"><em>发表于 2015-12-28 21:14:03</em> <a>只看该作者</a> <a>倒序浏览</a></div><div class="pct"><table><tr><td class="t_f" id="postmessage_1">{body}</td></tr></table></div></td></tr></table></div>
<div class="post"><table class="plhin"><tr><td class="pls"><div class="authi"><a href="u2">小科员</a></div><p>积分 12</p></td>
<td class="plc"><div class="authi"><em>发表于 2015-12-29 08:02:11</em></div><div class="pct"><table><tr><td class="t_f" id="postmessage_2">谢谢楼主分享，学习了！</td></tr></table></div></td></tr></table></div></div>
<div id="ft">Powered by 某论坛 GMT+8, 2016-1-3 10:11 , Processed in 0.031 second(s)</div></body></html>"""
    return PageCase(
        "forum-thread", page.encode("gb18030"), "转发：农产品质量监测工作总结", text, "2015-12-28", "", "",
        ("设为首页", "积分 8812", "只看该作者", "谢谢楼主", "0.031"), ("发表于 2015-12-28 21:14:03",),
    )  # fmt: skip


def breaks_only() -> PageCase:
    """Text in one div, a line per br with indents, label line in the same div, pagination below."""
    text = paragraphs("招商引资", 6, 15)
    body = "<br>".join(f"&nbsp;&nbsp;&nbsp;&nbsp;{line}" for line in text)
    page = f"""<html><head><meta http-equiv=Content-Type content="text/html;charset=gbk"><title>招商引资取得新突破</title></head><body><div id=nav><a href=/>首页</a>&nbsp;|&nbsp;<a href=/n>新闻</a></div>
<div id=t>招商引资取得新突破</div><div id=s>时间：2009-08-14 来源：<span>沙河门户</span> 编辑：admin</div><div id=c>{body}<br><br><div class=fy>共3页: <a>上一页</a> 1 <a>2</a> <a>3</a> <a>下一页</a></div></div>
<div id=x>【字体：<a>大</a> <a>中</a> <a>小</a>】【<a>打印</a>】【<a>推荐给好友</a>】</div><div id=b>Copyright 2009 沙河县政府 日均点击4.2万</div></body></html>"""
    return PageCase(
        "breaks-only", page.encode("gbk"), "招商引资取得新突破", text, "2009-08-14", "沙河门户", "",
        ("共3页", "下一页", "推荐给好友", "4.2万", "Copyright"), ("时间：2009-08-14 来源：沙河门户 编辑：admin",),
    )  # fmt: skip


def interview() -> PageCase:
    """Questions and answers, many short paragraphs, speaker in bold, pull quote, summary box."""
    talk = (
        "主持人：各位网友大家好，今天请到市教育局副局长。", "嘉宾：主持人好，各位网友好。", "主持人：今年学位够不够？",
        "嘉宾：够。全市新建学校9所，新增学位1.26万个。", "主持人：校车呢？", "嘉宾：新购校车60辆，开通线路34条。", "主持人：谢谢。", "嘉宾：谢谢大家。",
    )  # fmt: skip
    html = "".join(f"<p><strong>{line.split('：')[0]}：</strong>{line.split('：')[1]}</p>" for line in talk)
    page = f"""<html><head><meta charset="utf-8"><title>在线访谈：新学期学位保障</title><meta name="publishdate" content="2019-08-28"></head><body>
<div class="header"><ul class="menu"><li><a href="/">在线访谈</a></li><li><a href="/v">往期回顾</a></li></ul></div><div class="ft_main"><h2>在线访谈：新学期学位保障</h2>
<div class="ft_time">2019-08-28 10:00</div><div class="ft_text">{html}</div></div><div class="wq"><h3>往期访谈</h3><ul><li><a href=1>住房公积金贷款额度80万元</a></li><li><a href=2>医保报销比例</a></li><li><a href=3>消防安全</a></li></ul></div></body></html>"""
    return PageCase(
        "interview",
        page.encode(),
        "在线访谈：新学期学位保障",
        talk,
        "2019-08-28",
        "",
        "",
        ("往期回顾", "往期访谈", "80万元"),
        ("2019-08-28 10:00",),
    )


CASES = (
    news_site, public_account, phone_page, taiwan_big5, newspaper_page, forum_thread, breaks_only, interview,
)  # fmt: skip
