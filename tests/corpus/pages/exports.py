"""Pages that office programs and browsers saved."""

# ruff: noqa: E501 - lines of markup are as long as in real pages

from __future__ import annotations

from tests.corpus.pages.case import PageCase
from tests.corpus.pages.texts import paragraphs

_WORD_HEAD = """<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=gb2312"><meta name=ProgId content=Word.Document><meta name=Generator content="Microsoft Word 11">
<link rel=File-List href="a.files/filelist.xml"><title>{title}</title><!--[if gte mso 9]><xml><o:DocumentProperties><o:Author>user</o:Author><o:Pages>12</o:Pages><o:Words>3345</o:Words></o:DocumentProperties></xml><![endif]-->
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--><style><!-- /* Style */ p.MsoNormal {{mso-style-parent:"";margin:0cm}} --></style></head>
<body lang=ZH-CN style='tab-interval:21.0pt;text-justify-trim:punctuation'><div class=Section1 style='layout-grid:15.6pt'>"""


def _normal(line: str) -> str:
    return (
        "<p class=MsoNormal style='text-indent:32.0pt;mso-char-indent-count:2.0'><span\nstyle='font-size:16.0pt;"
        f"font-family:仿宋_GB2312'>{line[:9]}\n{line[9:30]}</span><span lang=EN-US style='font-size:16.0pt'>{line[30:]}<o:p></o:p></span></p>\n"
    )


def word_export() -> PageCase:
    """Word's own web page: MsoNormal, o:p, conditional comments, VML shape, a table whose cells hold paragraphs."""
    text = paragraphs("安全生产", 5, 6)
    cell = "<td width=100 valign=top style='border:solid windowtext 1.0pt'><p class=MsoNormal align=center><span lang=EN-US>{}<o:p></o:p></span></p></td>"
    rows = (("单位", "检查次数", "隐患数"), ("东厂", "12", "3"), ("西厂", "9", "1"))
    table = (
        "<table class=MsoTableGrid border=1>"
        + "".join("<tr>" + "".join(cell.format(c) for c in row) + "</tr>" for row in rows)
        + "</table>"
    )
    page = (
        _WORD_HEAD.format(title="安全生产")
        + "<p class=MsoTitle align=center style='text-align:center'><b><span style='font-size:22.0pt'>安全生产工作总结</span></b></p>"
        + "<h1><span>一、基本情况</span></h1>" + "".join(map(_normal, text[:3]))
        + "<!--[if gte vml 1]><v:shape id=s1><v:imagedata src='a.png' o:title='图'/></v:shape><![endif]--><![if !vml]><img width=10 src='a.png'><![endif]>"
        + "<p class=MsoNormal><![if !supportEmptyParas]>&nbsp;<![endif]><o:p></o:p></p><h1><span lang=EN-US>二、</span><span>下步打算</span></h1>"
        + "".join(map(_normal, text[3:])) + table + "<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p></div></body></html>"
    )  # fmt: skip
    return PageCase(
        "word-export", page.encode("gb18030"), "安全生产工作总结", ("一、基本情况", *text[:3], "二、下步打算", *text[3:]),
        furniture=("3345", "DocumentProperties", "supportEmptyParas"), tables=(rows,),
    )  # fmt: skip


def wps_filtered() -> PageCase:
    """A filtered export without title: lists typed by hand as paragraphs with spacing spans, footnote at the end."""
    lines = (
        "关于申报科技计划项目的通知", "各有关单位：", "现将2018年度科技计划项目申报有关事项通知如下。", "1．申报单位须注册满1年，近3年无失信记录。",
        "2．每个单位限报2项，申请经费不超过50万元。", "请于3月31日前报送纸质材料一式6份。", "联系人：赵工，电话0900-1112223。",
    )  # fmt: skip
    body = "".join(
        f"<p class=MsoListParagraph style='margin-left:24.0pt;mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>{line[:2]}<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span></span>{line[2:]}</p>"
        if line[1] == "．" else f"<p class=MsoNormal>{line}</p>"
        for line in lines[1:]
    )  # fmt: skip
    page = f"<html><head><meta http-equiv=Content-Type content='text/html; charset=utf-8'><meta name=Generator content='Microsoft Word 15 (filtered)'><title>通知</title></head><body lang=ZH-CN><div class=WordSection1><p class=MsoNormal align=center style='text-align:center'><b><span style='font-size:18pt'>{lines[0]}</span></b></p>{body}</div></body></html>"
    return PageCase("wps-filtered", page.encode(), lines[0], lines[1:])


def sheet_export() -> PageCase:
    """Excel's web page: title row and unit row inside the table, spacer columns, hidden column, number formats."""
    page = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta http-equiv=Content-Type content="text/html; charset=gb2312"><meta name=Generator content="Microsoft Excel 12">
<title>表</title><style><!-- .xl65 {mso-number-format:"0\\.00";} --></style></head><body link=blue><!--[if gte mso 9]><xml><x:ExcelWorkbook></x:ExcelWorkbook></xml><![endif]-->
<table border=0 cellpadding=0 cellspacing=0 width=432 style='border-collapse:collapse'><col width=72><tr height=30><td colspan=5 height=30 class=xl65>各乡镇财政收入完成情况表</td></tr>
<tr><td></td><td></td><td></td><td colspan=2 class=xl66 align=right>单位：万元</td></tr>
<tr><td class=xl67>乡镇</td><td></td><td>全年任务</td><td>完成数</td><td>完成率%</td></tr>
<tr><td>城关镇</td><td></td><td x:num>3200</td><td x:num="2891.5">2,891.50</td><td>90.36</td></tr><tr><td>石桥镇</td><td></td><td x:num>1800</td><td>1,756.20</td><td>97.57</td></tr>
<tr><td>合计</td><td></td><td>5000</td><td>4,647.70</td><td>92.95</td></tr><![if supportMisalignedColumns]><tr height=0 style='display:none'><td width=72></td><td width=10></td><td width=72></td></tr><![endif]></table></body></html>"""
    return PageCase(
        "sheet-export", page.encode("gb18030"), "各乡镇财政收入完成情况表", (), furniture=("ExcelWorkbook",),
        tables=((("乡镇", "全年任务", "完成数", "完成率%"), ("城关镇", "3200", "2,891.50", "90.36"), ("石桥镇", "1800", "1,756.20", "97.57"),
                 ("合计", "5000", "4,647.70", "92.95")),),
        captions=("单位：万元",),
    )  # fmt: skip


def browser_saved() -> PageCase:
    """A complete page saved by a browser: base, saved-from comment, inline svg, template, noscript, iframe text."""
    text = paragraphs("校园安全", 5, 8)
    body = "".join(f"<p>{line}</p>" for line in text)
    page = f"""<!DOCTYPE html>
<!-- saved from url=(0034)http://example.org/edu/2017/0901.html -->
<html><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"><title>校园安全专项行动启动 — 枫林教育</title><meta property="og:site_name" content="枫林教育">
<meta property="article:published_time" content="2017-09-01T08:30:00+08:00"><noscript><style>.a{{}}</style></noscript></head><body>
<svg><text>图标文字</text></svg><noscript>请开启JavaScript后浏览</noscript><template><p>模板内容{{{{count}}}}条</p></template>
<div class="page"><div role="navigation"><a href="/">首页</a><a href="/2">学校</a></div><div class="post"><h1>校园安全专项行动启动</h1><p class="by">枫林教育 · 2017-09-01</p>
<div class="entry">{body}<p>附件：<a href="a.xls">检查表.xls</a></p><iframe src="v.html">您的浏览器不支持框架</iframe><p hidden>预加载正文99人</p><p aria-hidden="true">装饰文字</p></div>
<div class="post-nav"><a rel="prev" href="1">« 秋季运动会报名345人</a><a rel="next" href="2">教师节慰问 »</a></div></div>
<div class="widget"><h3>近期文章</h3><ul><li><a href="1">体质监测合格率95%</a></li></ul><h3>标签</h3><a>安全</a><a>学校</a></div></div><div id="site-info">主题由某某提供 © 2017</div></body></html>"""
    return PageCase(
        "browser-saved", page.encode(), "校园安全专项行动启动", text, "2017-09-01", "", "",
        ("图标文字", "开启JavaScript", "模板内容", "不支持框架", "预加载", "装饰文字", "345人", "近期文章", "95%", "主题由"),
        ("枫林教育 · 2017-09-01", "附件：检查表.xls"),
    )  # fmt: skip


CASES = (word_export, wps_filtered, sheet_export, browser_saved)
