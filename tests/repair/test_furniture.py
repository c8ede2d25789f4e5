"""What belongs to the page is set aside, whatever the site; what belongs to the article never is."""

from __future__ import annotations

import pytest

from reporter.model import CleanText
from reporter.repair import repair

FIRST = "今年以来，云溪县各级各部门扎实推进质量提升行动，产品质量总体水平稳步提高。"
LAST = "下一步，该县将继续加大监管力度，健全长效机制，确保全年目标任务圆满完成。"


def asides(*lines: str) -> list[tuple[str, bool]]:
    """(text, keep) of what is set aside."""
    done = repair(CleanText.of("\n".join(lines)).raw)
    return [(aside.span.of(done.text), aside.keep) for aside in done.asides]


def texts(*lines: str) -> list[str]:
    return [text for text, _ in asides(*lines)]


@pytest.mark.parametrize(
    "line",
    [
        "首页",
        "网站首页 | 新闻 | 登录",
        "首页 政务 服务 互动",
        "您的位置：首页 > 新闻 > 正文",
        "首页>>新闻中心>>正文",
        "当前位置：云溪新闻",
        "【字体：大 中 小】",
        "字号：[大] [中] [小] 打印",
        "分享到：微信 微博",
        "微信扫一扫分享到朋友圈",
        "浏览次数：132次",
        "点击：次",
        "代写总结加微信 yunxi2020，扫码咨询客服",
        "欢迎访问云溪网",
        "导语：本文由网友上传，不代表本站观点，仅供参考。",
    ],
)
def test_page_heads_are_set_aside(line: str) -> None:
    assert texts(line, "云溪县质量工作成效显著", FIRST, LAST) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "发布时间：2018-03-05 10:00 来源：云溪日报 作者：佚名",
        "发布时间： 浏览： 次 作者：方知远 柳明",
        "2018-03-05 网络 点击：次",
        "云溪日报 2018年3月5日 星期一 第02版",
        "2018-03-05 10:00:00 | 来源：云溪网 | 点击数：12",
        "2018年03月05日08:30",
        "来源：云溪日报",
        "作 者：方知远 来 源：云溪日报",
        "作者：方知远",
        "本报记者 方知远 通讯员 柳明",
        "□ 记者 方知远",
        "時間：2022-01-14 02:22:00",
        "發布單位：產業發展局",
        "信息来源：县市场监管局 发布日期：2018-03-05 浏览次数：",
        "（2018年3月5日）",
    ],
)
def test_stamps_and_bylines_are_set_aside_but_may_be_read(line: str) -> None:
    assert asides("云溪县质量工作成效显著", line, FIRST, LAST) == [(line, True)]


@pytest.mark.parametrize(
    "line",
    [
        "责任编辑：方知远",
        "（责编：方知远、柳明）",
        "编辑：柳明 审核：方知远",
        "上一篇：某县召开会议",
        "下一篇：没有了",
        "打印 关闭",
        "【打印】【关闭】",
        "返回顶部",
        "扫码投诉",
        "[1] [2] 下一页",
        "上一页 1 2 3 下一页",
        "Copyright © 2018 云溪网",
        "某ICP备12345678号 某公网安备 1101号",
        "本网转载的文章版权归原作者所有，如有侵权请联系我们删除。",
        "更多>>",
        "分享让更多人看到",
        "回上一頁",
        "瀏覽人次：1234",
        "新闻热线：0700-1234567",
        "更多资料请关注公众号，加微信 fanwen888",
        "首页|新闻热线:0700-1234567",
    ],
)
def test_page_tails_are_set_aside(line: str) -> None:
    shown = repair(CleanText.of(line).raw).text
    assert texts("云溪县质量工作成效显著", FIRST, LAST, line) == [shown]


def test_a_list_of_links_takes_everything_behind_it() -> None:
    tail = ["相关阅读", "某县生产总值增长8.5%", "1.又一县新增企业300家", "热点新闻", "某县投资50亿元"]
    assert texts("云溪县质量工作成效显著", FIRST, LAST, *tail) == tail


def test_a_links_box_with_a_paragraph_below_is_the_articles() -> None:
    assert texts("云溪县质量工作成效显著", FIRST, LAST, "相关链接", FIRST.replace("云溪", "清源")) == []


def test_a_link_word_above_paragraphs_takes_only_itself() -> None:
    lines = [
        "云溪县质量工作成效显著",
        FIRST,
        LAST,
        FIRST + "完成",
        "最新动态",
        "东镇质量工作",
        FIRST + "甲",
        LAST + "乙",
    ]
    assert texts(*lines) == ["最新动态"]


def test_everything_below_the_copyright_line_is_the_pages() -> None:
    tail = ["版权所有：云溪网", "总编室 广告部", "客户端"]
    assert texts("云溪县质量工作成效显著", FIRST, LAST, *tail) == tail


def test_contacts_are_the_pages_only_beside_other_parts_of_its_foot() -> None:
    contact = "地址：云溪路1号 邮编：700000"
    assert texts("云溪县质量工作成效显著", FIRST, LAST, contact) == []
    foot = ["主办：云溪县政府 承办：县政府办", contact, "某ICP备12345678号"]
    assert texts("云溪县质量工作成效显著", FIRST, LAST, *foot) == foot


def test_brackets_in_a_text_without_paragraphs_name_no_authors() -> None:
    assert texts("产品名录", "甲产品", "（云溪县）", "（方知远）") == []


def test_rows_of_a_table_drawn_with_bars_are_no_menus() -> None:
    assert texts("地区|产值|增速|占比", "甲区|十二|三|四", "乙区|五|六|七") == []


def test_menus_above_a_breadcrumb_are_set_aside() -> None:
    head = ["政务公开", "新闻中心", "互动交流", "首页 > 新闻中心"]
    assert texts(*head, "云溪县质量工作成效显著", FIRST, LAST) == head


def test_a_site_name_above_the_title_is_set_aside_but_may_be_read() -> None:
    assert asides("云溪新闻网", "云溪县质量工作成效显著", FIRST, LAST) == [("云溪新闻网", True)]


def test_a_site_name_that_is_the_only_title_stays() -> None:
    assert texts("走进云溪在线", FIRST, LAST) == []


def test_the_title_said_twice_is_set_aside_once() -> None:
    title = "云溪县质量工作成效显著"
    assert texts(title, "来源：云溪日报", title, FIRST, LAST)[-1] == title
    assert texts(f"{title}_云溪网", title, FIRST, LAST) == [title]
    assert texts(title, f"{title}-云溪网", FIRST, LAST) == [f"{title}-云溪网"]


def test_repeated_paragraphs_are_set_aside_once() -> None:
    done = repair(CleanText.of("\n".join(["云溪县质量工作", FIRST, LAST, FIRST])).raw)
    assert [(aside.rule, aside.span.start) for aside in done.asides] == [
        ("repeated-paragraph", done.text.rindex(FIRST))
    ]
    assert [finding.code for finding in done.findings] == ["repair-repeat"]


@pytest.mark.parametrize(
    "bracket",
    [
        "（云溪县市场监管局 郭欣然）",
        "（方知远 柳明）",
        "（记者 方知远）",
        "（本报记者 方知远 通讯员 柳明）",
        "（作者系云溪大学教授）",
        "（来源：云溪日报）",
        "（云溪县统计局）",
        "（据云溪日报报道）",
        "（阿依古丽·买买提）",
        "（文/方知远）",
    ],
)
def test_a_byline_behind_the_last_sentence_is_set_aside_but_may_be_read(bracket: str) -> None:
    assert asides("云溪县质量工作成效显著", FIRST, LAST + bracket) == [(bracket, True)]
    assert asides("云溪县质量工作成效显著", FIRST, LAST, bracket) == [(bracket, True)]


@pytest.mark.parametrize(
    "bracket",
    [
        "（完）",
        "（县发改局、县财政局负责）",
        "（责任单位：县发改局）",
        "（数据为初步统计数）",
        "（见附件）",
        "（高效 安全）",
    ],
)
def test_other_brackets_at_the_end_stay(bracket: str) -> None:
    assert texts("云溪县质量工作成效显著", FIRST, LAST + bracket) == []


def test_brackets_behind_several_paragraphs_name_no_authors() -> None:
    assert texts("云溪县工作计划", FIRST + "（县发改局）", LAST + "（县统计局）") == []


def test_a_line_that_repeats_the_byline_is_set_aside() -> None:
    assert texts("云溪县工作", FIRST, LAST + "（县统计局 方知远）", "方知远") == ["（县统计局 方知远）", "方知远"]
    assert texts("云溪县工作", "作者：方知远 柳明", FIRST, LAST, "柳明 方知远") == ["作者：方知远 柳明", "柳明 方知远"]


def test_a_credit_behind_the_last_sentence_is_set_aside() -> None:
    assert asides("云溪县工作", FIRST, LAST + " 责任编辑：方知远") == [("责任编辑：方知远", False)]
    assert asides("云溪县工作", FIRST, LAST + " 来源：云溪日报") == [("来源：云溪日报", True)]


@pytest.mark.parametrize(
    "line",
    [
        "打印服务更便捷",
        "扫码支付惠及百姓",
        "版权服务提质增效",
        "着力推动自主创新",
        "更多群众得到实惠",
        "分享经济快速发展",
        "相关部门积极配合",
        "编辑出版工作",
        "评论文章获奖情况",
        "推荐优秀企业",
        "一、版权所有权登记",
        "时间：2018年3月5日",
        "（一）关注重点人群",
        "首页改版工作",
        "云溪在线监测平台",
    ],
)
def test_headings_inside_the_body_stay(line: str) -> None:
    assert texts("云溪县质量工作成效显著", FIRST, line, LAST) == []


def test_a_notices_own_lines_stay() -> None:
    notice = [
        "云溪县人民政府办公室",
        "关于开展质量月活动的通知",
        "云政办发〔2018〕12号",
        "各乡镇人民政府，县直各单位：",
        FIRST,
        "一、活动时间",
        "2018年9月1日至30日。",
    ]
    signature = [
        "附件：1.活动方案",
        "2.名单",
        "联系人：方知远 联系电话：0700-1234567",
        "云溪县人民政府办公室",
        "2018年8月20日",
        "（此件公开发布）",
    ]
    assert texts(*notice, LAST, *signature) == []


def test_the_head_of_minutes_is_the_articles() -> None:
    assert texts("会议纪要", "时间：2018年3月5日", "地点：三楼会议室", "主持人：方知远", FIRST, LAST) == []


def test_the_dates_of_a_chronicle_are_its_headings() -> None:
    assert texts("大事记", "2018年3月6日", FIRST, "2018年5月17日", LAST, "2018年9月20日", FIRST + "完成") == []


def test_steps_of_a_procedure_are_no_credits() -> None:
    assert texts("办事指南", FIRST, "审核：由县级部门对材料进行核对", "初审：乡镇受理", LAST) == []


def test_sentences_on_rights_and_deletion_are_no_legal_lines() -> None:
    assert texts("知识产权工作", FIRST, "全县网站全年删除侵权链接300条，未经授权使用商标的行为受到查处。", LAST) == []


def test_a_text_of_nothing_but_furniture_keeps_it() -> None:
    assert texts("首页", "Copyright © 2018 云溪网") == []
