"""Pages of government portals: content systems of three generations, gazette, bidding, statistics."""

# ruff: noqa: E501 - lines of markup are as long as in real pages

from __future__ import annotations

from tests.corpus.pages.case import PageCase
from tests.corpus.pages.texts import paragraphs


def _joined(template: str, lines: tuple[str, ...]) -> str:
    return "\n".join(template.format(line) for line in lines)


def modern_portal() -> PageCase:
    """2020s: metadata by the guideline, content in div.article-con, share bar, neighbours, related, footer."""
    text = paragraphs("营商环境建设", 6, 1)
    page = f"""<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8">
<meta name="SiteName" content="临溪市人民政府"><meta name="ColumnName" content="政务要闻">
<meta name="ArticleTitle" content="全市营商环境建设推进会召开"><meta name="PubDate" content="2023-07-18 09:12">
<meta name="ContentSource" content="临溪发布"><meta name="Author" content="陆明远">
<title>全市营商环境建设推进会召开-临溪市人民政府</title></head><body>
<div class="wrapper"><div class="top"><a href="/">无障碍阅读</a><a href="/t">繁体版</a><span>今天是2023年7月20日 星期四</span></div>
<div class="nav-box"><ul><li><a href="/a">首页</a></li><li><a href="/b">走进临溪</a></li><li><a href="/c">政务公开</a></li></ul></div>
<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/x">政务要闻</a> &gt; 正文</div>
<div class="article"><h1 class="tit">全市营商环境建设推进会召开</h1>
<div class="info"><span>发布时间：2023-07-18 09:12</span><span>来源：临溪发布</span><span>作者：陆明远</span>
<span>浏览次数：<em id="hits">368</em></span><span class="fontsize">字号：【<a href="javascript:;">大</a> <a href="javascript:;">中</a> <a href="javascript:;">小</a>】</span>
<a href="javascript:window.print()">打印本页</a></div>
<div class="article-con"><div class="TRS_Editor">
{_joined('<p style="text-indent:2em">{}</p>', text)}
</div></div>
<div class="share"><span>分享到：</span><a class="wx">微信</a><a class="wb">微博</a></div>
<div class="ewm"><img src="q.png" alt="二维码"><p>扫一扫在手机打开当前页</p></div>
<div class="pn"><p>上一篇：<a href="1.html">上半年招商引资签约48个项目</a></p><p>下一篇：<a href="2.html">防汛会商调度会强调守住底线</a></p></div>
<div class="xgxw"><h3>相关新闻</h3><ul><li><a href="3.html">市场主体突破23万户</a></li><li><a href="4.html">一件事办理时限压缩六成</a></li></ul></div>
</div><div class="foot"><p>主办：临溪市人民政府办公室　承办：临溪市大数据中心</p><p>网站标识码：3399000123　备案号12003456号</p></div></div></body></html>"""
    return PageCase(
        "modern-portal", page.encode(), "全市营商环境建设推进会召开", text, "2023-07-18", "临溪发布", "陆明远",
        ("无障碍阅读", "政务公开", "当前位置", "打印本页", "分享到", "扫一扫", "48个项目", "防汛会商", "相关新闻", "23万户", "主办：", "3399000123"),
        ("发布时间：2023-07-18 09:12 来源：临溪发布 作者：陆明远 浏览次数：368 字号：【大 中 小】打印本页",),
    )  # fmt: skip


def table_layout_2003() -> PageCase:
    """2000s: nested tables and font tags, the article in one td, side column in another, GB 2312."""
    text = paragraphs("春季植树造林", 5, 3)
    body = "<br><br>".join(f"　　{line}" for line in text)
    page = f"""<html><head><title>春季植树造林工作全面展开--青禾县政府网站</title>
<meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head>
<body bgcolor=#ffffff topmargin=0><center><table width=778 border=0 cellspacing=0><tr><td colspan=2><img src=top.gif alt="青禾县政府网站"></td></tr>
<tr bgcolor=#eeeeee><td colspan=2><font size=2>| <a href=index.htm>首页</a> | <a href=xw.htm>青禾新闻</a> | <a href=zw.htm>政务公开</a> | <a href=ly.htm>旅游天地</a> |</font></td></tr>
<tr><td width=160 valign=top><table width=150><tr><td bgcolor=red><font color=white>热点新闻</font></td></tr>
<tr><td>·<a href=1.htm>全县财政收入突破6亿元</a></td></tr><tr><td>·<a href=2.htm>三大工程完成投资8700万元</a></td></tr>
<tr><td>·<a href=3.htm>民兵整组工作圆满结束</a></td></tr></table></td>
<td valign=top><table width=100%><tr><td align=center><font size=5 color=red><b>春季植树造林工作全面展开</b></font></td></tr>
<tr><td align=center><font size=2>2004-3-12 10:05:00　来源：青禾日报　作者：白石　阅读：521次</font></td></tr>
<tr><td><hr size=1></td></tr><tr><td><font size=3 style="line-height:1.8">{body}</font></td></tr>
<tr><td align=right><font size=2>【<a href="javascript:print()">打印</a>】【<a href="javascript:close()">关闭</a>】</font></td></tr></table></td></tr>
<tr><td colspan=2 align=center><font size=2>版权所有：青禾县人民政府　电话：0900-1234567<br>您是第18832位访客</font></td></tr></table></center></body></html>"""
    return PageCase(
        "table-layout-2003", page.encode("gb18030"), "春季植树造林工作全面展开", text, "2004-03-12", "青禾日报", "白石",
        ("旅游天地", "热点新闻", "6亿元", "8700万元", "民兵整组", "打印", "版权所有", "18832"),
        ("2004-3-12 10:05:00 来源：青禾日报 作者：白石 阅读：521次",),
    )  # fmt: skip


def middle_cms() -> PageCase:
    """2010s: ids in pinyin, a table of fields above the article, content in #zoom, editor's line."""
    text = paragraphs("食品安全监管", 6, 5)
    page = f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<title>关于加强食品安全监管工作的通知_松原湾区政府信息公开</title></head><body>
<div id="header"><div id="logo">松原湾区人民政府</div><div id="menu"><a href="#">机构职能</a><a href="#">政策法规</a><a href="#">人事信息</a></div></div>
<div id="main"><div id="leftcol"><h3>信息公开目录</h3><ul><li><a href="#">规划计划</a></li><li><a href="#">统计信息</a></li><li><a href="#">应急管理</a></li></ul></div>
<div id="rightcol"><table class="xxgk" width="100%" border="1"><tr><td>索引号：</td><td>SYW-2014-00087</td><td>信息分类：</td><td>市场监管/通知</td></tr>
<tr><td>发文机关：</td><td>松原湾区管理委员会</td><td>成文日期：</td><td>2014年05月06日</td></tr>
<tr><td>文号：</td><td>松管发〔2014〕31号</td><td>发布日期：</td><td>2014年05月09日</td></tr></table>
<div class="bt">关于加强食品安全监管工作的通知</div>
<div id="zoom"><p align="left">各镇、街道办事处，各有关单位：</p>
{_joined('<p align="left"><span style="font-family:仿宋">　　{}</span></p>', text)}
<p align="right">松原湾区管理委员会</p><p align="right">2014年5月6日</p></div>
<div class="tools"><a onclick="doZoom(16)">大</a><a onclick="doZoom(14)">中</a><a onclick="doZoom(12)">小</a> <a href="#">收藏</a> <a href="#">关闭窗口</a></div>
</div></div><div id="bottom">版权所有：松原湾区管理委员会　邮编：999123　技术支持：某某软件</div></body></html>"""
    lines = ("各镇、街道办事处，各有关单位：", *text, "松原湾区管理委员会", "2014年5月6日")
    return PageCase(
        "middle-cms", page.encode(), "关于加强食品安全监管工作的通知", lines, "2014-05-09", "", "",
        ("机构职能", "信息公开目录", "统计信息", "收藏", "999123", "技术支持"),
        tables=((("索引号：", "SYW-2014-00087", "信息分类：", "市场监管/通知"),
                 ("发文机关：", "松原湾区管理委员会", "成文日期：", "2014年05月06日"),
                 ("文号：", "松管发〔2014〕31号", "发布日期：", "2014年05月09日")),),
    )  # fmt: skip


def gazette() -> PageCase:
    """A government gazette: decision with chapters and articles, letterhead number, headings as bold paragraphs."""
    lines = (
        "云岭市人民政府令", "第27号", "第一章　总则", "第一条　为了规范供水用水秩序，保障城乡供水安全，根据有关法律、法规，制定本办法。",
        "第二条　本市行政区域内的供水、用水及其监督管理活动，适用本办法。", "第二章　供水设施",
        "第三条　新建住宅的二次供水设施应当与主体工程同时设计、同时施工、同时交付使用。",
        "第四条　供水管网漏损率应当控制在10%以内，超过12%的，应当在180日内完成改造。", "第三章　附则", "第五条　本办法自2019年1月1日起施行。",
    )  # fmt: skip
    html = "\n".join(
        f'<p style="text-align:center"><strong>{line}</strong></p>'
        if line[2:3] == "章" or n < 2
        else f"<p>　　{line}</p>"
        for n, line in enumerate(lines)
    )
    page = f"""<!doctype html><html><head><meta charset=utf-8><title>云岭市供水用水管理办法</title>
<meta name="PubDate" content="2018-11-20"><meta name="ContentSource" content="云岭市人民政府公报"></head><body>
<header class="site-header"><a href="/">云岭市人民政府公报</a><nav><a href="/2018">2018年</a><a href="/2017">2017年</a></nav></header>
<section class="crumb"><a href="/">首页</a>/<a href="/l">市政府令</a></section>
<main><h2 class="gb-title">云岭市供水用水管理办法</h2><div class="gb-meta">2018年第11期　公报总第326期</div>
<div class="view TRS_UEDITOR trs_paper_default">{html}</div><div class="attach"><p>附件：</p><a href="a.doc">云岭市供水用水管理办法.doc</a></div></main>
<aside><h4>本期目录</h4><ol><li><a href="1">人事任免4则</a></li><li><a href="2">大事记</a></li></ol></aside>
<footer>编辑出版：云岭市人民政府办公室　印数：3200份</footer></body></html>"""
    return PageCase(
        "gazette", page.encode(), "云岭市供水用水管理办法", lines, "2018-11-20", "云岭市人民政府公报", "",
        ("首页", "人事任免", "3200份", "编辑出版", "本期目录"),
        ("2018年第11期　公报总第326期", "附件：", "云岭市供水用水管理办法.doc"),
    )  # fmt: skip


def bidding_notice() -> PageCase:
    """A notice of award: two tables, one with a title row, rowspans, unit row, contact lines in spans."""
    page = """<html><head><meta charset="utf-8"><title>环卫车辆采购项目中标公告 - 平湾公共资源交易网</title></head><body>
<div class="topbar"><span>欢迎访问平湾公共资源交易网</span> <a href="/login">登录</a> <a href="/reg">注册</a></div>
<div class="container"><div class="bread">您的位置：<a href="/">首页</a>&nbsp;&gt;&nbsp;<a href="/z">政府采购</a>&nbsp;&gt;&nbsp;中标公告</div>
<div class="detail"><h3 class="detail_t">环卫车辆采购项目中标公告</h3><p class="detail_i">发布日期：2021-04-02　　信息来源：平湾区政府采购中心　　点击数：77</p>
<div class="detail_c"><p>一、项目编号：PWCG-2021-018</p><p>二、项目名称：环卫车辆采购项目</p><p>三、中标信息</p>
<table border="1" cellpadding="0"><tbody><tr><td colspan="4" align="center"><b>中标结果一览表</b></td></tr>
<tr><td colspan="4" align="right">单位：万元</td></tr>
<tr><td>包号</td><td>品名</td><td>数量</td><td>中标金额</td></tr>
<tr><td rowspan="2">第1包</td><td>洗扫车</td><td>4台</td><td>168.00</td></tr><tr><td>压缩车</td><td>6台</td><td>231.50</td></tr>
<tr><td>第2包</td><td>护栏清洗车</td><td>2台</td><td>59.80</td></tr></tbody></table>
<p>四、评审专家：由5名专家组成评审小组，采用综合评分法。</p><p>五、公告期限：自本公告发布之日起1个工作日。</p>
<p>六、凡对本次公告内容提出询问，请按以下方式联系。</p><p>采购人：平湾区城市管理局</p><p>联系电话：0900-7654321</p></div></div>
<div class="side"><h4>最新公告</h4><ul><li><a href="1">学校食堂食材配送项目流标公告</a><span>04-01</span></li><li><a href="2">智慧路灯二期招标公告</a><span>03-31</span></li>
<li><a href="3">档案数字化1200万页成交公告</a><span>03-30</span></li></ul></div></div>
<div class="footer-wrap">平湾区公共资源交易中心　联系地址：平湾大道99号　访问量：1028371</div></body></html>"""
    return PageCase(
        "bidding-notice", page.encode(), "环卫车辆采购项目中标公告",
        ("一、项目编号：PWCG-2021-018", "二、项目名称：环卫车辆采购项目", "三、中标信息",
         "四、评审专家：由5名专家组成评审小组，采用综合评分法。", "五、公告期限：自本公告发布之日起1个工作日。",
         "六、凡对本次公告内容提出询问，请按以下方式联系。", "采购人：平湾区城市管理局", "联系电话：0900-7654321"),
        "2021-04-02", "平湾区政府采购中心", "",
        ("欢迎访问", "您的位置", "最新公告", "1200万页", "智慧路灯", "1028371", "平湾大道99号"),
        ("发布日期：2021-04-02 信息来源：平湾区政府采购中心 点击数：77",),
        ((("包号", "品名", "数量", "中标金额"), ("第1包", "洗扫车", "4台", "168.00"), ("第1包", "压缩车", "6台", "231.50"),
          ("第2包", "护栏清洗车", "2台", "59.80")),),
        ("中标结果一览表", "单位：万元"),
    )  # fmt: skip


def statistics_bulletin() -> PageCase:
    """A statistics bulletin: h1 outside the content box, numbered headings, two tables with captions and notes."""
    a, b, c, d = paragraphs("工业经济运行", 4, 2)
    page = f"""<!DOCTYPE html><html><head><meta charset="gb2312"><title>2019年禾川县国民经济和社会发展统计公报_禾川县统计局</title>
<meta name="keywords" content="统计,公报"><meta name="description" content="{a[:40]}"></head><body>
<div id="page"><div id="hd"><a href="/">禾川县统计局</a><form><input value="请输入关键字"><button>搜索</button></form></div>
<div class="dqwz">现在位置：首页&gt;&gt;统计公报</div>
<h1>2019年禾川县国民经济和社会发展统计公报</h1><div class="date">2020-03-27　禾川县统计局</div><hr>
<div class="con"><p><b>一、综合</b></p><p>{a}</p><p>{b}</p>
<p align="center"><b>表1　2019年居民消费价格比上年涨跌幅度</b></p><p align="right">单位：%</p>
<table border=1 width=90%><thead><tr><th rowspan=2>指　标</th><th colspan=2>全县</th></tr><tr><th>城市</th><th>农村</th></tr></thead>
<tbody><tr><td>居民消费价格</td><td>2.8</td><td>3.1</td></tr><tr><td>　食品烟酒</td><td>6.9</td><td>7.4</td></tr><tr><td>　衣着</td><td>1.2</td><td>&nbsp;</td></tr></tbody></table>
<p><b>二、工业和建筑业</b></p><p>{c}</p><p align=center>表2　主要工业产品产量</p>
<table border=1><tr><td>产品名称</td><td>单位</td><td>产量</td><td>比上年增长（%）</td></tr><tr><td>水泥</td><td>万吨</td><td>132.6</td><td>4.5</td></tr>
<tr><td>发电量</td><td>亿千瓦时</td><td>8.73</td><td>-2.1</td></tr></table><p>{d}</p>
<p>注：本公报数据均为初步统计数。</p></div>
<table width=100% class=link><tr><td>友情链接</td><td><a href=1>国家部门</a></td><td><a href=2>省级部门</a></td></tr><tr><td>快速通道</td><td><a href=3>数据发布</a></td><td><a href=4>数据查询2018</a></td></tr></table>
<div class="bq">禾川县统计局 版权所有 建议使用1024×768分辨率浏览</div></div></body></html>"""
    return PageCase(
        "statistics-bulletin", page.encode("gb18030"), "2019年禾川县国民经济和社会发展统计公报",
        ("一、综合", a, b, "表1　2019年居民消费价格比上年涨跌幅度", "单位：%", "二、工业和建筑业", c, "表2　主要工业产品产量", d,
         "注：本公报数据均为初步统计数。"),
        "2020-03-27", "", "", ("请输入关键字", "现在位置", "友情链接", "数据查询2018", "1024×768", "国家部门"),
        ("2020-03-27　禾川县统计局",),
        ((("指　标", "全县", "全县"), ("指　标", "城市", "农村"), ("居民消费价格", "2.8", "3.1"), ("食品烟酒", "6.9", "7.4"), ("衣着", "1.2", "")),
         (("产品名称", "单位", "产量", "比上年增长（%）"), ("水泥", "万吨", "132.6", "4.5"), ("发电量", "亿千瓦时", "8.73", "-2.1"))),
    )  # fmt: skip


def short_notice() -> PageCase:
    """A very short article among much furniture."""
    links = "".join(
        f'<li><a href="{n}.html">第{n}号停水停电信息公告栏目内容更新</a><i>0{n}-12</i></li>' for n in range(1, 9)
    )
    page = f"""<html><head><meta charset="utf-8"><title>停水公告</title></head><body><div class="w1200 head"><a href="/">东渡水务</a><a href="/fw">服务大厅</a></div>
<div class="w1200"><div class="fl lm"><h3>公告栏</h3><ul>{links}</ul></div><div class="fr"><h1>停水公告</h1><p class="sj">2022-08-03</p>
<div class="zw"><p>因管网检修，8月5日8时至18时，东渡街道望江路沿线停水，请提前储水。</p></div></div></div>
<div class="w1200 bottom"><p>客服热线：96xxx　日供水能力25万吨</p></div></body></html>"""
    return PageCase(
        "short-notice", page.encode(), "停水公告", ("因管网检修，8月5日8时至18时，东渡街道望江路沿线停水，请提前储水。",),
        "2022-08-03", "", "", ("服务大厅", "公告栏", "第3号停水", "客服热线", "25万吨"), ("2022-08-03",),
    )  # fmt: skip


def only_a_table() -> PageCase:
    """A page whose article is one table."""
    rows = "".join(
        f"<tr><td>{name}</td><td>{one}</td><td>{two}</td></tr>"
        for name, one, two in (("东城镇", "1203", "88.1%"), ("西岭乡", "977", "90.4%"), ("南港镇", "1540", "79.9%"))
    )
    page = f"""<html><head><meta charset="utf-8"><title>危房改造进度表_民生公开</title><meta name="ContentSource" content="县住建局"></head><body>
<div class="head"><a href="/">首页</a><a href="/2">民生公开</a></div><div class="content"><div class="title">农村危房改造进度表</div>
<div class="source">日期：2016年9月8日　来源：县住建局</div><div class="text"><table><tr><td>乡镇</td><td>任务（户）</td><td>完成率</td></tr>{rows}</table></div></div>
<div class="copyright">版权所有 2010-2016 访问量4300021</div></body></html>"""
    return PageCase(
        "only-a-table", page.encode(), "农村危房改造进度表", (), "2016-09-08", "县住建局", "", ("首页", "民生公开", "4300021"),
        ("日期：2016年9月8日　来源：县住建局",),
        ((("乡镇", "任务（户）", "完成率"), ("东城镇", "1203", "88.1%"), ("西岭乡", "977", "90.4%"), ("南港镇", "1540", "79.9%")),),
    )  # fmt: skip


def only_items() -> PageCase:
    """An article of list items with headings."""
    items = (
        "推进老旧小区改造，惠及居民2300户，完善水电气管网。", "新增公共停车位1500个，缓解中心城区停车难。", "改扩建幼儿园6所，新增学位1080个。",
        "为70岁以上老人免费体检，全年不少于4万人次。", "建成城市书房12座，免费开放。",
    )  # fmt: skip
    page = f"""<html><head><meta charset="utf-8"><meta property="og:title" content="2024年十件民生实事"><title>2024年十件民生实事 | 连山发布</title></head><body>
<nav><ul><li><a href="/">新闻</a></li><li><a href="/s">视频</a></li></ul></nav><article><header><h1>2024年十件民生实事</h1>
<p class="meta"><time datetime="2024-01-15T08:00:00+08:00" pubdate>1月15日</time> <span>编辑：周舟</span></p></header>
<h2>一、住有所居</h2><ul><li>{items[0]}</li><li>{items[1]}</li></ul><h2>二、幼有所育</h2><ul><li>{items[2]}</li></ul>
<h2>三、老有所养</h2><ol><li>{items[3]}</li><li>{items[4]}</li></ol></article>
<section class="recommend"><h3>猜你喜欢</h3><ul><li><a href="1">2023年十件民生实事完成98%</a></li></ul></section></body></html>"""
    return PageCase(
        "only-items", page.encode(), "2024年十件民生实事",
        ("一、住有所居", *items[:2], "二、幼有所育", items[2], "三、老有所养", *items[3:]), "2024-01-15", "", "",
        ("视频", "猜你喜欢", "完成98%"), ("1月15日 编辑：周舟",),
    )  # fmt: skip


CASES = (
    modern_portal, table_layout_2003, middle_cms, gazette, bidding_notice, statistics_bulletin, short_notice,
    only_a_table, only_items,
)  # fmt: skip
