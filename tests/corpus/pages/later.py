"""Pages written after the rules of reading were: a check on what no rule has seen."""

# ruff: noqa: E501 - lines of markup are as long as in real pages

from __future__ import annotations

from tests.corpus.pages.case import PageCase
from tests.corpus.pages.texts import paragraphs


def _joined(template: str, lines: tuple[str, ...]) -> str:
    return "\n".join(template.format(line) for line in lines)


def custom_elements() -> PageCase:
    """A content element of its own, reading aloud, policy interpretation beside, version for the aged."""
    text = paragraphs("医疗保障", 6, 21)
    page = f"""<!DOCTYPE html><html lang="zh"><head><meta charset="UTF-8"><meta name="ArticleTitle" content="我市出台医疗保障新规"><meta name="PubDate" content="2024-03-19"><meta name="ContentSource" content="">
<title>我市出台医疗保障新规_政策文件_栗川市人民政府门户网站</title></head><body><div id="app"><div class="gjnav"><span>长者模式</span><span>智能问答</span></div>
<div class="zy-wz"><i></i><a href="/">首页</a><em>&gt;</em><a href="/zc">政策</a><em>&gt;</em><a href="/zc/wj">政策文件</a></div>
<div class="xl-box"><div class="xl-l"><div class="xl-tt">我市出台医疗保障新规</div><ul class="xl-info"><li>2024-03-19 15:02</li><li>来源：市医保局</li><li>【字号：<a href="javascript:;">大</a><a href="javascript:;">中</a><a href="javascript:;">小</a>】</li><li>语音朗读</li></ul>
<UCAPCONTENT><div class="zw-con">{_joined("<p><span>　　{}</span></p>", text)}<p style="text-align:right">栗川市医疗保障局</p><p style="text-align:right">2024年3月18日</p></div></UCAPCONTENT>
<p class="fj">附件：<a href="p1.pdf">报销比例对照表.pdf</a></p></div><div class="xl-r"><div class="bt2">政策解读</div><p><a href="/j1">一图读懂：门诊统筹限额提高到4500元</a></p><p><a href="/j2">问答：异地就医怎么备案</a></p><p><a href="/j3">视频：参保缴费流程</a></p></div></div>
<div class="btm"><p>地址：栗川市人民路8号　联系电话：12345</p><p>蜀ICP备09000001号　总访问量 9988776</p></div></div></body></html>"""
    return PageCase(
        "custom-elements", page.encode(), "我市出台医疗保障新规", (*text, "栗川市医疗保障局", "2024年3月18日"), "2024-03-19", "市医保局", "",
        ("长者模式", "智能问答", "政策解读", "4500元", "异地就医", "人民路8号", "9988776"),
        ("2024-03-19 15:02", "来源：市医保局", "【字号：大中小】", "语音朗读", "附件：报销比例对照表.pdf"),
    )  # fmt: skip


def feed_article() -> PageCase:
    """An article of a reader's feed: hashed class names, captions, author card, comments in prose, more to read."""
    text = paragraphs("老旧小区改造", 7, 22)
    page = f"""<html><head><meta charset="utf-8"><title>老旧小区改造让邻里更近 - 今日云麓</title><meta property="og:title" content="老旧小区改造让邻里更近"></head><body><div class="_2kVq"><div class="a9x"><a href="/">今日云麓</a><a href="/dl">下载APP</a></div>
<div class="main"><div class="_x1"><h1 class="_3tG">老旧小区改造让邻里更近</h1><div class="meta-9"><span>原创</span><span class="d">2023-05-06 11:20</span><span>·</span><span class="n">云麓观察员</span></div>
<article class="syl-1"><p>{text[0]}</p><div class="pgc-img"><img src="1.jpg"><p class="pgc-img-caption">改造后的小区一角</p></div>{_joined("<p>{}</p>", text[1:])}</article></div>
<div class="card-3"><div>云麓观察员</div><div>粉丝 3.2万</div><button>关注</button></div>
<div class="cmt-list"><div class="cmt"><b>用户8812</b><p>我们小区什么时候能改？等了三年了，希望快一点。</p></div><div class="cmt"><b>青山</b><p>改得不错，就是停车位还少了20个。</p></div></div>
<div class="more-2"><div class="t">大家都在看</div><a href="/1">楼市新政满月成交1万套</a><a href="/2">地铁5号线封顶</a><a href="/3">这座桥通车了</a><a href="/4">油菜花开</a></div></div></div></body></html>"""
    return PageCase(
        "feed-article", page.encode(), "老旧小区改造让邻里更近", text, "2023-05-06", "", "",
        ("下载APP", "3.2万", "用户8812", "等了三年", "20个。", "大家都在看", "成交1万套"),
        ("原创 2023-05-06 11:20·云麓观察员", "原创2023-05-06 11:20·云麓观察员", "改造后的小区一角"),
    )  # fmt: skip


def asp_page() -> PageCase:
    """A page of 2006: one cell with marquee, title, text in br lines, related news in the same cell, vote box."""
    text = paragraphs("农机补贴", 5, 23)
    page = f"""<HTML><HEAD><TITLE>农业信息网</TITLE><META content="text/html; charset=gb2312" http-equiv=Content-Type></HEAD><BODY><MARQUEE>热烈欢迎您的光临！今日粮价：小麦每斤0.72元</MARQUEE>
<TABLE width=760 align=center><TR><TD width=180><B>用户登录</B><FORM>用户名<INPUT><BR>密码<INPUT></FORM><B>调查</B><BR>您对本站的评价：<BR><INPUT type=radio>好 63%<BR><INPUT type=radio>一般 30%</TD>
<TD width=580><P align=center><FONT color=#ff0000 size=5><STRONG>农机补贴政策宣讲进村入户</STRONG></FONT></P><P align=center>作者：闻道　　文章来源：农机站　　点击数：<SCRIPT src="hits.asp"></SCRIPT>　　更新时间：2006-4-21</P><HR>
{"<BR>".join("　　" + line for line in text)}<BR><P align=right>文章录入：admin　　责任编辑：admin</P><HR>
<LI>上一篇文章：<A href="11.htm">水稻育秧技术要点</A><LI>下一篇文章：<A href="13.htm">夏收机具检修3200台</A><P>【<A href="#">发表评论</A>】【<A href="#">告诉好友</A>】【<A href="#">打印此文</A>】【<A href="#">关闭窗口</A>】</P>
<B>相关文章</B><BR><A href="21.htm">全县农机总动力达41万千瓦</A><BR><A href="22.htm">农机合作社发展到56家</A><BR><A href="23.htm">跨区作业证发放通知</A><BR></TD></TR>
<TR><TD colspan=2 align=center>| <A href="#">设为首页</A> | <A href="#">加入收藏</A> | <A href="#">联系站长</A> |<BR>站长：admin　页面执行时间：156.25毫秒</TD></TR></TABLE></BODY></HTML>"""
    return PageCase(
        "asp-page", page.encode("gb18030"), "农机补贴政策宣讲进村入户", text, "2006-04-21", "农机站", "闻道",
        ("0.72元", "63%", "用户名", "水稻育秧", "3200台", "打印此文", "相关文章", "41万千瓦", "56家", "加入收藏", "156.25"),
        ("作者：闻道　　文章来源：农机站　　点击数：　　更新时间：2006-4-21", "文章录入：admin　　责任编辑：admin"),
    )  # fmt: skip


def budget_tables() -> PageCase:
    """Tables of a budget: title and unit in one row, group rows, a header of three rows, spans in both directions."""
    text = paragraphs("预算执行", 3, 24)
    page = f"""<html><head><meta charset="utf-8"><title>2022年预算执行情况表-财政公开</title></head><body><div class="nav"><a href="/">首页</a></div><div class="art-main"><h2 class="art-title">2022年预算执行情况</h2><div class="art-sub">发布日期：2023/02/10　来源：财政局</div>
<p>{text[0]}</p><table border="1"><tr><td colspan="3">附表　一般公共预算收入</td><td colspan="2">单位：亿元</td></tr>
<tr><td rowspan="2">科目</td><td colspan="2">收入</td><td colspan="2">增幅</td></tr><tr><td>预算</td><td>决算</td><td>同比</td><td>环比</td></tr>
<tr><td>税收</td><td>32.5</td><td>33.1</td><td>4.2%</td><td rowspan="2">—</td></tr><tr><td>非税</td><td>8.0</td><td>7.6</td><td>-1.3%</td></tr></table>
<p>{text[1]}</p><table border="1"><caption>表2　分镇完成情况</caption><tfoot><tr><td>合计</td><td>9.9</td></tr></tfoot><tbody><tr><th>东镇</th><td>4.1</td></tr><tr><th>西镇</th><td>5.8</td></tr></tbody></table><p>{text[2]}</p></div>
<div class="xglj">相关链接：<br><a href="1">2021年决算</a><br><a href="2">三公经费下降5%</a><br><a href="3">政府债务</a></div></body></html>"""
    return PageCase(
        "budget-tables", page.encode(), "2022年预算执行情况", text, "2023-02-10", "财政局", "", ("首页", "相关链接", "下降5%", "政府债务"),
        ("发布日期：2023/02/10　来源：财政局",),
        ((("科目", "收入", "收入", "增幅", "增幅"), ("科目", "预算", "决算", "同比", "环比"), ("税收", "32.5", "33.1", "4.2%", "—"),
          ("非税", "8.0", "7.6", "-1.3%", "—")),
         (("合计", "9.9"), ("东镇", "4.1"), ("西镇", "5.8"))),
        ("附表　一般公共预算收入", "单位：亿元", "表2　分镇完成情况"),
    )  # fmt: skip


def taiwan_portal() -> PageCase:
    """A city's page in traditional characters, UTF-8: anchors for the blind, files, counters, fat footer."""
    text = (
        "市府推動社區照顧據點再升級，全年新增據點24處，服務長者逾1萬2,000人次，受到地方肯定。",
        "市長表示，高齡化是各城市共同面對的課題，市府整合醫療、社福與交通資源，讓長輩在地安老。",
        "社會局說明，據點提供共餐、健康促進及電話問安等服務，歡迎民眾就近參加，相關資訊可洽各區公所。",
    )
    page = f"""<!DOCTYPE html><html lang="zh-Hant-TW"><head><meta charset="utf-8"><title>社區照顧據點再升級 長輩在地安老-市政新聞</title><meta name="DC.Title" content="社區照顧據點再升級 長輩在地安老"><meta name="DC.Date" content="2022-09-08"></head>
<body><a class="goCenter" href="#center">跳到主要內容區塊</a><div class="group header"><ul><li><a href="/s">網站導覽</a></li><li><a href="/m">市長信箱</a></li></ul></div>
<div class="simple-text title"><h2>社區照顧據點再升級 長輩在地安老</h2></div><div class="area-essay page-caption-p"><div class="essay">{_joined("<p>{}</p>", text)}</div></div>
<div class="list-text file-download"><h3>相關檔案</h3><ul><li><a href="a.odt">據點一覽表(odt)</a></li></ul></div><div class="list-text detail"><ul><li>市府分類：社會福利</li><li>最後異動日期：111-09-09</li><li>發布單位：社會局</li><li>點閱數：1357</li></ul></div>
<div class="fat-footer"><ul><li><a href="1">市政新聞</a></li><li><a href="2">活動訊息</a></li><li><a href="3">人事徵才</a></li></ul></div><div class="footer">市政府 版權所有 地址：府前一路9號 總機：(00)987-6543</div></body></html>"""
    return PageCase(
        "taiwan-portal", page.encode(), "社區照顧據點再升級 長輩在地安老", text, "2022-09-08", "", "",
        ("跳到主要內容", "網站導覽", "市長信箱", "點閱數", "人事徵才", "府前一路9號", "活動訊息"),
        ("相關檔案", "據點一覽表(odt)"),
    )  # fmt: skip


def speech_with_snippets() -> PageCase:
    """A speech beside a column of news in whole sentences with their titles linked."""
    text = paragraphs("生态文明建设", 9, 25)
    snippets = "".join(
        f'<div class="it"><h4><a href="{n}">第{n}期：县域经济观察</a></h4><p>本期聚焦县域经济，第{n}季度增速为{n}.7%，专家建议稳增长、调结构。</p></div>' for n in range(1, 5)
    )  # fmt: skip
    body = f"<p>同志们：</p><p><strong>一、认清形势</strong></p>{_joined('<p>{}</p>', text[:5])}<p><strong>二、明确任务</strong></p>{_joined('<p>{}</p>', text[5:])}"
    page = f"""<html><head><meta charset="utf-8"><title>在生态文明建设大会上的讲话</title></head><body><div class="hd"><a href="/">讲话库</a></div><table><tr><td class="lt">{snippets}</td><td class="rt"><div class="h">在生态文明建设大会上的讲话</div><div class="a">（2015年6月5日）</div><div class="a">高山</div>{body}</td></tr></table><div class="bot">本站资料仅供学习 日更新80篇</div></body></html>"""
    return PageCase(
        "speech-with-snippets", page.encode(), "在生态文明建设大会上的讲话", ("同志们：", "一、认清形势", *text[:5], "二、明确任务", *text[5:]), "2015-06-05", "", "",
        ("讲话库", "第2期", "3.7%", "80篇"), ("（2015年6月5日）", "高山"),
    )  # fmt: skip


def word_with_notes() -> PageCase:
    """A web page of Word's with footnotes, a comment, bookmarks, a header part and a merged table."""
    text = paragraphs("水利建设", 4, 26)
    page = f"""<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta http-equiv=Content-Type content="text/html; charset=unicode"><meta name=Generator content="Microsoft Word 14"><title>水利建设总结</title><style><!--@page Section1 {{size:595.3pt 841.9pt;}}--></style></head>
<body><div class=WordSection1><p class=MsoNormal align=center style='text-align:center;line-height:150%'><b style='mso-bidi-font-weight:normal'><span style='font-size:22.0pt;font-family:方正小标宋简体'>水利建设工作总结</span></b></p><p class=MsoNormal><a name="_Toc1"></a><a name="OLE_LINK2"><span>{text[0]}</span></a></p>
<p class=MsoNormal>{text[1][:-1]}<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference><span lang=EN-US>[1]</span></span></a>。</p><p class=MsoNormal><span style='mso-hide:all;display:none'>内部草稿第7稿</span>{text[2]}</p>
<table class=MsoNormalTable><tr><td colspan=2><p class=MsoNormal>项目</p></td><td><p class=MsoNormal>长度（公里）</p></td></tr><tr><td colspan=2><p>干渠</p></td><td><p>18.4</p></td></tr><tr><td colspan=2><p>支渠</p></td><td><p>52.6</p></td></tr></table><p class=MsoNormal>{text[3]}</p></div>
<div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1"><span>[1]</span></a> 数据截至2016年底。</p></div></div></body></html>"""
    lines = (text[0], text[1][:-1] + "[1]。", text[2], text[3], "[1] 数据截至2016年底。")
    return PageCase(
        "word-with-notes", page.encode(), "水利建设工作总结", lines, furniture=("内部草稿",),
        tables=((("项目", "长度（公里）"), ("干渠", "18.4"), ("支渠", "52.6")),),
    )  # fmt: skip


def plain_divs() -> PageCase:
    """No telling names at all: utility classes, paragraphs as divs, neighbours and a contact line below."""
    text = paragraphs("科技创新", 6, 27)
    page = f"""<!doctype html><html><head><meta charset="utf-8"><title>科技创新十条措施落地</title></head><body class="m-0"><div class="flex"><div class="w-20"><a href="/">云</a></div><div class="w-80 flex"><a href="/a">动态</a><a href="/b">通知</a><a href="/c">下载</a></div></div>
<div class="p-4"><div class="text-2xl text-center">科技创新十条措施落地</div><div class="text-sm text-gray">2024-05-30 08:00　科技局　阅读（245）</div><div class="mt-4">{_joined('<div class="mb-2">{}</div>', text)}</div>
<div class="mt-8 flex"><div>上一条：<a href="1">专利授权量突破2000件</a></div><div>下一条：无</div></div></div><div class="bg-dark text-white p-8"><div>联系我们</div><div>电话 0900-5556667</div><div>邮箱 kj@example.org</div></div></body></html>"""
    return PageCase(
        "plain-divs", page.encode(), "科技创新十条措施落地", text, "2024-05-30", "", "",
        ("动态", "下载", "2000件", "下一条", "联系我们", "5556667"), ("2024-05-30 08:00　科技局　阅读（245）",),
    )  # fmt: skip


CASES = (
    custom_elements, feed_article, asp_page, budget_tables, taiwan_portal, speech_with_snippets, word_with_notes,
    plain_divs,
)  # fmt: skip
