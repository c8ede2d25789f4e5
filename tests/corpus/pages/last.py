"""Pages written last, read once before the rules were touched again: another check on what no rule has seen."""

# ruff: noqa: E501 - lines of markup are as long as in real pages

from __future__ import annotations

from tests.corpus.pages.case import PageCase
from tests.corpus.pages.texts import paragraphs


def _joined(template: str, lines: tuple[str, ...]) -> str:
    return "".join(template.format(line) for line in lines)


def rendered_app() -> PageCase:
    """A page that an app rendered on its server: cards of links beside, bars of actions below."""
    text = paragraphs("文旅融合", 5, 31)
    return PageCase(
        "rendered-app",
        f"""<!doctype html><html><head><meta charset=utf-8><title data-n-head="ssr">文旅融合出新 | 江畔融媒</title><meta data-n-head="ssr" name="publish-time" content="2023-08-08"></head><body><div id="__nuxt"><header class="header-wrap"><div class="logo">江畔融媒</div><div class="tabs"><span>推荐</span><span>视频</span><span>直播</span></div></header><main class="detail-wrap"><div class="detail-left"><h1 class="headline">文旅融合出新</h1><div class="info-bar"><span>江畔日报</span><span>2023-08-08 07:00:00</span><span>阅读量 1.2万</span></div><section class="rich">{_joined("<p>{}</p>", text)}</section><div class="editor-bar">责编：石头 审核：木子</div><div class="op-bar"><span>点赞 33</span><span>收藏</span></div></div><div class="detail-right"><div class="block-title">热门推荐</div><div class="news-card"><a href="/1"><p class="ttl">夜游航线客流破60万</p></a></div><div class="news-card"><a href="/2"><p class="ttl">民宿评级出炉</p></a></div></div></main><footer>江畔融媒体中心 Copyright © 2023 互联网新闻信息服务许可证123</footer></div></body></html>""".encode(),
        "文旅融合出新",
        text,
        "2023-08-08",
        "",
        "",
        ("直播", "收藏", "热门推荐", "60万", "许可证123", "点赞 33"),
        ("江畔日报2023-08-08 07:00:00阅读量 1.2万", "责编：石头 审核：木子"),
    )


def left_menu() -> PageCase:
    """A page of 2011 with a path, a title in a named style and the office as issuer."""
    text = paragraphs("渔业生产", 4, 33)
    return PageCase(
        "left-menu",
        f"""<html><head><title>海湾县海洋与渔业局</title><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head><body><table width="980"><tr><td height="30" background="bg.gif">您现在的位置： <a class=link href="/">海湾渔业</a> >> <a href="/l">工作动态</a> >> 正文</td></tr><tr><td align="center" class="STYLE1"><b>我县渔业生产形势良好</b></td></tr><tr><td align="center">发布时间：2011-11-3 9:02:11 &nbsp;&nbsp;发布人：办公室 &nbsp;&nbsp;点击：<script>document.write("77")</script></td></tr><tr><td style="line-height:200%"><p>{"</p><p>".join("&nbsp;&nbsp;&nbsp; " + x for x in text)}</p></td></tr><tr><td align=right><a href="javascript:window.close()">关闭本页</a></td></tr></table><table width=980><tr><td align=center>地址：海湾县滨海路1号 邮编：000111<br>技术支持：某网络 访客：<b>55667</b></td></tr></table></body></html>""".encode(
            "gbk"
        ),
        "我县渔业生产形势良好",
        text,
        "2011-11-03",
        "",
        "",
        ("您现在的位置", "工作动态", "关闭本页", "000111", "55667"),
        ("发布时间：2011-11-3 9:02:11 发布人：办公室 点击：",),
    )


def letter_box() -> PageCase:
    """A letter of a citizen with its answer: fields in a table, two boxes, other letters."""
    text = paragraphs("义务教育", 3, 34)
    return PageCase(
        "letter-box",
        f"""<html><head><meta charset=utf-8><title>民生留言回复</title></head><body><div class="crumbs"><a href=/>首页</a>><a href=/2>互动</a></div><div class="letter"><h2>关于入学划片问题的咨询</h2><table class="letter-info"><tr><td>来信人</td><td>刘*</td><td>来信时间</td><td>2022-06-01</td></tr><tr><td>受理编号</td><td>2022060018</td><td>办理状态</td><td>已办结</td></tr></table><div class="q"><b>来信内容</b><p>请问今年划片有变化吗？</p></div><div class="a"><b>回复内容</b>{_joined("<p>{}</p>", text)}</div></div><div class="others"><h4>其他来信</h4><ul><li><a href=1>路灯不亮问题18件</a></li><li><a href=2>噪音</a></li><li><a href=3>公交站</a></li></ul></div></body></html>""".encode(),
        "关于入学划片问题的咨询",
        ("来信内容", "请问今年划片有变化吗？", "回复内容", *text),
        "2022-06-01",
        "",
        "",
        ("互动", "其他来信", "18件"),
        (),
        ((("来信人", "刘*", "来信时间", "2022-06-01"), ("受理编号", "2022060018", "办理状态", "已办结")),),
    )


def split_pages() -> PageCase:
    """The first of three pages, with recommended reading in prose below."""
    text = paragraphs("项目建设", 6, 36)
    return PageCase(
        "split-pages",
        f"""<html><head><meta charset=utf-8><title>项目建设综述(1)-新闻-山城在线</title></head><body><div id=top><a href=/>山城在线</a></div><div id=wrap><div id=left><h1>项目建设综述</h1><div class=sub><span>2017年11月20日08:11</span> <span>来源：<a href=x>山城日报</a></span> <span>手机看新闻</span></div><div id=txt>{_joined("<P>　　{}</P>", text)}<div class=page_n><a class=on>1</a><a href=2.html>2</a><a href=3.html>3</a></div><p><em>（责编：冯甲、陈乙）</em></p></div><div class=edit>分享让更多人看到</div><div class=tuijian_list><h3>推荐阅读</h3><div><a href=1><b>开工率达到97%的秘密</b></a><p>近日，山城区项目开工率达到97%，如何做到？请看报道。<a href=1>详细</a></p></div><div><a href=2><b>一座桥</b></a><p>桥长1280米，通车后车程缩短。<a href=2>详细</a></p></div></div></div><div id=right><h3>24小时排行</h3><ol><li><a href=1>天气</a><li><a href=2>停水5小时</a><li><a href=3>招聘</a></ol></div></div></body></html>""".encode(),
        "项目建设综述",
        text,
        "2017-11-20",
        "山城日报",
        "",
        ("手机看新闻", "让更多人", "推荐阅读", "97%", "1280米", "24小时排行", "停水5小时"),
        ("2017年11月20日08:11来源：山城日报", "2017年11月20日08:11来源：山城日报手机看新闻", "（责编：冯甲、陈乙）"),
    )


def nameless() -> PageCase:
    """A plan without any head: a heading, paragraphs as divs, a table behind them."""
    text = paragraphs("信用体系", 4, 38)
    return PageCase(
        "nameless",
        f"""<body><h3 style="text-align:center">信用体系建设工作方案</h3><center>（征求意见稿）</center><div>{_joined("<div>　　{}</div>", text)}</div><table border=1><tr><th>任务</th><th>责任单位</th><th>时限</th></tr><tr><th>归集数据</th><td rowspan=2>大数据局</td><td>2025年6月</td></tr><tr><th>公开目录</th><td>2025年12月</td></tr></table><div style="text-align:right">2025年3月1日</div></body>""".encode(),
        "信用体系建设工作方案",
        text,
        "2025-03-01",
        "",
        "",
        (),
        ("（征求意见稿）", "2025年3月1日"),
        (
            (
                ("任务", "责任单位", "时限"),
                ("归集数据", "大数据局", "2025年6月"),
                ("公开目录", "大数据局", "2025年12月"),
            ),
        ),
    )


CASES = (rendered_app, left_menu, letter_box, split_pages, nameless)
