# ruff: noqa: E501 - markup that breaks its lines where such files do
"""In: documents of texts/. Out: pages as sites, WeChat and Word leave them."""

import html

from tests.corpus.mixed.pdf_files import table_markup
from tests.corpus.mixed.spec import Spec, plain, tables


def paragraphs(spec: Spec, form: str = "<p>{}</p>") -> str:
    return "".join(form.format(html.escape(plain(kind, text))) for kind, text in spec.flow() if kind != "T")


def portal(spec: Spec) -> bytes:
    """Navigation, byline, article, share bar, related links with figures, footer."""
    crumbs, first, second, tail, share, size = spec.of("X")
    facts = spec.facts
    return f"""<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>{spec.title}_鹭洲新闻网</title></head>
<body><div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/yw">要闻</a></li><li><a href="/ms">民生</a></li></ul></div>
<div class="crumb">{html.escape(crumbs)}</div><div class="main"><h1>{spec.title}</h1>
<div class="info"><span>{facts["date"]} 08:30</span> <span>来源：{facts["source"]}</span> <span>作者：{facts["authors"]}</span>
<span>{size}</span></div><div class="content">{paragraphs(spec)}</div><div class="share">{share}</div>
<div class="related"><h3>相关新闻</h3><ul><li><a href="/1.html">{first}</a></li><li><a href="/2.html">{second}</a></li></ul>
</div></div><div class="footer"><p>{tail}</p></div></body></html>""".encode()


def wechat(spec: Spec) -> bytes:
    """Sections within sections, spans, pictures that load late, a call to follow above and to read on below."""
    above, more, code, praise = spec.of("X")
    text = paragraphs(spec, "<section style='margin:8px'><section><p><span>{}</span></p></section></section>")
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><meta property="og:title" content="{spec.title}">
<title>{spec.title}</title></head><body id="activity-detail"><div id="js_article"><h1 class="rich_media_title"
id="activity-name">{spec.title}</h1><div id="meta_content"><a id="js_name">{spec.facts["source"]}</a>
<em id="publish_time">{spec.facts["date"]}</em></div><div id="js_content" class="rich_media_content">
<section><p>{above}</p></section><img data-src="https://example.invalid/a.png">{text}<p>{code}</p></div>
<a id="js_view_source">{more}</a><div class="like">{praise}</div></div></body></html>""".encode()


def old_layout(spec: Spec) -> bytes:
    """Nested layout tables, fonts, indents of full-width blanks, line breaks for paragraphs; GB2312."""
    where, before, after, advice = spec.of("X")
    text = "<br><br>".join(f"　　{html.escape(plain(kind, text))}" for kind, text in spec.flow() if kind == "P")
    page = f"""<HTML><HEAD><META http-equiv=Content-Type content="text/html; charset=gb2312"><TITLE>{spec.title}</TITLE></HEAD>
<BODY><TABLE width=770><TR><TD><FONT size=2>{where}</FONT></TD></TR></TABLE><TABLE width=770><TR><TD width=170><TABLE>
<TR><TD><A href=a.asp>通知公告</A></TD></TR><TR><TD><A href=b.asp>乡镇动态</A></TD></TR></TABLE></TD><TD><TABLE><TR>
<TD align=center><FONT size=5><B>{spec.title}</B></FONT></TD></TR><TR><TD align=center>发布时间：2009-8-21 点击数：356</TD></TR>
<TR><TD>{text}</TD></TR><TR><TD>{before}<BR>{after}</TD></TR></TABLE></TD></TR></TABLE>
<TABLE width=770><TR><TD align=center>{advice}</TD></TR></TABLE></BODY></HTML>"""
    return page.encode("gb18030")


def taiwan(spec: Spec) -> bytes:
    guide, back = spec.of("X")
    page = f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=big5"><title>{spec.title}</title></head>
<body><div><a href="/map">{guide}</a></div><h2>{spec.title}</h2><p>發布單位：{spec.facts["source"]}</p>
<p>發布日期：110年4月9日</p>{paragraphs(spec)}<p><a href="javascript:history.back()">{back}</a></p></body></html>"""
    return page.encode("big5")


def wrongly_declared(spec: Spec) -> bytes:
    return f"""<html><head><meta charset="gb2312"><title>{spec.title}</title></head><body><h1>{spec.title}</h1>
<p>时间：2022年9月27日</p>{paragraphs(spec)}</body></html>""".encode()


def of_word(spec: Spec) -> bytes:
    """What Word writes under “save as page”: conditional comments, mso styles, o:p, line ends inside paragraphs."""
    lines = []
    for kind, text in spec.flow():
        style = "margin:0cm;text-indent:24.0pt;mso-char-indent-count:2.0"
        whole = plain(kind, text)
        middle = len(whole) // 2 if kind == "P" else 0
        shown = html.escape(whole[:middle]) + ("\n" if middle else "") + html.escape(whole[middle:])
        bold = ("<b>", "</b>") if kind in {"T", "H1", "H2"} else ("", "")
        centred = " align=center" if kind == "T" else ""
        span = f"<span style='font-family:宋体;mso-ascii-font-family:\"Times New Roman\"'>{shown}</span>"
        lines.append(f"<p class=MsoNormal{centred} style='{style}'>{bold[0]}{span}{bold[1]}<o:p></o:p></p>\n")
    page = f"""<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta http-equiv=Content-Type content="text/html; charset=gb2312"><meta name=Generator content="Microsoft Word 11">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {{mso-style-parent:"";font-size:10.5pt;}} --></style></head><body lang=ZH-CN>
<div class=Section1>{"".join(lines)}</div></body></html>"""
    return page.encode("gb18030")


def official(spec: Spec) -> bytes:
    """A paper of an office, as a page, for a file that is named .doc."""
    title = f"<h1>{spec.title}</h1><p align=center>{spec.facts['number']}</p>"
    return f"<html><head><meta charset='utf-8'></head><body>{title}{paragraphs(spec)}</body></html>".encode()


def sheet(spec: Spec) -> bytes:
    """What data portals call an Excel export."""
    table = tables(spec)[0]
    head = f"<caption>{table['caption']}（单位：{table['unit']}）</caption>"
    body = table_markup(table).replace("<table>", f'<table border="1">{head}')
    return f'<html><head><meta charset="utf-8"></head><body>{body}</body></html>'.encode()


def injected(spec: Spec) -> bytes:
    """Scripts, handlers, a hidden frame and a javascript link between the paragraphs."""
    text = paragraphs(spec, '<p onmouseover="alert(1)">{}<img src=x onerror="alert(document.cookie)"></p>')
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{spec.title}</title>
<script>document.write("窃取");</script></head><body onload="alert(2)"><h1>{spec.title}</h1><p>发布日期：{spec.facts["date"]}</p>
{text}<a href="javascript:alert(3)">点</a><iframe srcdoc="<script>alert(4)</script>"></iframe>
<svg><script>alert(5)</script></svg></body></html>""".encode()


def nested(spec: Spec) -> bytes:
    depth = 10_000
    inner = f"<h1>{spec.title}</h1>{paragraphs(spec)}"
    return f"<html><meta charset=utf-8><body>{'<div>' * depth}{inner}{'</div>' * depth}</body></html>".encode()
