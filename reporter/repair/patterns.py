"""What site furniture looks like: patterns on one line in simplified characters.

Every pattern states a kind of thing that pages carry around their articles: navigation, stamps, counters, credits,
calls to share, link lists, legal lines. None knows a site. Patterns of ``ANYWHERE`` are unmistakable wherever they
stand; those of ``EDGES`` hold only before the first and behind the last paragraph; those of ``TAIL_STARTS`` open the
part of the page that has nothing more to do with the article.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from reporter.repair import adverts, stamps


@dataclass(frozen=True, slots=True)
class Pattern:
    """A kind of furniture: its code, its test on a line, and whether title, byline or date may be read from it."""

    rule: str
    fits: Callable[[str], bool]
    keep: bool = False


def _any_of(words: str) -> str:
    """An expression for one of the blank-separated alternatives."""
    return f"(?:{'|'.join(words.split())})"


def _no_longer(limit: int) -> str:
    """An expression for nothing where a text of at most so many characters begins: behind it even repeats that could be
    divided in many ways stay short, whatever the line."""
    return rf"(?s:(?=.{{0,{limit}}}+\Z))"


def _whole(expression: str, limit: int) -> Callable[[str], bool]:
    """A test that the whole line, decoration aside, is the expression and no longer than so many characters."""
    compiled = re.compile(rf"{_no_longer(limit)}[\s\W_]*(?:{expression})[\s\W_]*", re.IGNORECASE)
    return lambda line: compiled.fullmatch(line) is not None


def _begins(expression: str, limit: int) -> Callable[[str], bool]:
    """A test that the line begins with the expression, is no longer than so many characters and ends no sentence."""
    compiled = re.compile(rf"{_no_longer(limit)}[\s\W_]*(?:{expression})", re.IGNORECASE)
    return lambda line: compiled.match(line) is not None and not stamps.SENTENCE_END.search(line)


# -- navigation

_LINK = _any_of(
    "(?:网站|返回|回到?|回)?(?:首页|主页|顶部|顶端|页首|上一?页) (?:用户|会员)?(?:登录|登陆|注册) 搜索 返回 打开 "
    "[上下]一[篇条则] "
    "(?:网站|站点)(?:地图|导航) 设为首页 加入收藏 收藏(?:[本此]?[页站文])? 下载 联[系络]我们 联系方式 "
    "关于(?:我们|本站) 广告(?:服务|投放)? 友情链接 "
    "(?:隐私|私隐)(?:政策|声明|权政策)? 重要告示 网站声明 法律声明 使用帮助 帮助中心 手机版 电脑版 移动版 客户端 "
    "无障碍(?:浏览|阅读)? "
    "长者(?:版|模式) 简体(?:版|中文)? 繁体(?:版|中文)? english rss wap app(?:下载)? 微信 微博 投稿 留言 "
    "在线客服 反馈 (?:在线)?(?:咨询|投诉|举报|纠错) 更多 查看(?:更多|全文|原文) 阅读(?:全文|原文) 展开(?:全文)? 收起 "
    "[打列]印(?:[本此][页文])? (?:友善)?列印 双击滚屏 举报 回复 转寄(?:友人)? 关闭(?:窗口|本页|视窗)? 分享(?:到)? "
    "点赞 评论 复制链接 top more"
)
_MENU_ITEM = re.compile(_LINK, re.IGNORECASE)
_HOME = re.compile(r"(?:网站)?(?:首页|主页)")
_SEPARATOR = re.compile(r"[|｜┃│丨·>»/\s]+")
_BAR = re.compile("[|｜┃│丨]")


def _is_menu(line: str) -> bool:
    """A row of links: short parts between bars or blanks, among them what only a menu holds."""
    if len(line) > 120 or stamps.SENTENCE_END.search(line):
        return False
    parts = [part for part in _SEPARATOR.split(line) if part]
    bars = len(_BAR.findall(line))
    links = sum(_MENU_ITEM.fullmatch(part) is not None for part in parts)
    short = sum(len(part) <= 8 for part in parts)
    if bars:
        return links >= 1 or (bars >= 3 and short == len(parts))
    if len(parts) >= 3 and short == len(parts) and _HOME.fullmatch(parts[0]):
        return True
    return links >= 2 and links * 2 >= len(parts)


_BUTTONS = re.compile(rf"(?:[【\[(（]\s*(?:(?:[大中小][\s/]{{0,3}}){{2,3}}|{_LINK})\s*[】\])）]\s*)++", re.IGNORECASE)


def _is_buttons(line: str) -> bool:
    """Buttons and nothing else: 【大 中 小】【打印】【关闭】."""
    return len(line) <= 80 and _BUTTONS.fullmatch(line) is not None


# What pages say beside their articles, alone on a line.
_PAGE_WORDS = (
    r"今天是\s*\d{4}年.{3,16}|您是(?:本站)?第\s*\d+\s*位(?:访客|访问者|浏览者)|建议使用.{2,20}(?:浏览|分辨率).{0,6}|跳到主要内容区?块?|"
    r"本网站使用\s?Cookie.{0,30}|(?:核心|内容)?提[示要]|导[语读]|(?:视频)?(?:正在)?加载中|点击播放|图文直播|立即报名|使用道具|楼主热帖|"
    r"放大\+?\s*缩小-?\s*(?:默认\w?)?|附件下载\s*[:：]?|是否满意.{0,20}|点击(?:下载|查看)\s*[:：].{1,40}|点赞\s*\d*|"
    r"上一版\s*下一版|抢沙发|被引频次\s*[:：]\s*\d*|(?:全国)?(?:统一)?(?:客服|服务|咨询)热线\s*[:：]\s*[\d-]+|(?:.{2,30})?点击(?:查看|进入|播放|收听|观看)(?:.{0,8}[>＞»]{1,3})?"
)

_HERE = re.compile(
    r"您?(?:现在|当前|目前)?(?:所在)?(?:的)?位置(?:是)?\s*[:：]|您(?:现在|当前)?(?:正)?在\s*[:：]|"
    r"(?:网站|本站)?(?:首页|主页)\s*[>》»→›/\\-]"
)
_STEPS = re.compile(r"\s?[>»›→]{1,2}\s?")
# A path with dashes for arrows is known by where it ends: 某某新闻网 - 经济 - 正文.
_DASHED = re.compile(r"(?:[^\s\-–—]{1,16}\s?[-–—]{1,2}\s?){1,5}(?:正文|内容|详情|详细内容|文章内容|列表)")


def _is_breadcrumb(line: str) -> bool:
    """A path through the site: 首页 > 新闻 > 正文, 当前位置：…; two steps at least where it does not begin like one."""
    if len(line) > 120 or stamps.SENTENCE_END.search(line):
        return False
    if _DASHED.fullmatch(line.strip()):
        return True
    steps = _STEPS.split(line)
    return _HERE.match(line) is not None or (len(steps) >= 3 and all(0 < len(step) <= 20 for step in steps))


# -- credits, sharing, legal lines

_CREDIT = _any_of(
    "(?:责任|网络|本期|值班|执行|文字)?编辑 责编 编审 (?:责任)?校对 审核 审签 [一二三初复终]审 监制 签发 "
    "值班(?:主任|编委|总编) 统筹 策划 录入 排版 制图"
)
_EDITOR = "(?:责任编辑|网络编辑|值班编辑|责编|编辑)"
_NAMES = r"[\u4e00-\u9fff·]{0,4}(?:[、，,\s]{1,2}[\u4e00-\u9fff·]{2,4}){0,3}\s*"
_COPYRIGHT = re.compile(
    r"copyright|©|\(c\)\s*\d{4}|版权所有|(?:版权|著作权)(?:均|皆)?[归属][于本]|保留(?:所有|一切)权利|"
    r"all rights reserved|[\u4e00-\u9fff]ICP[备证]|ICP备|"
    r"公网安备|网安备|网站标识码|备案(?:序)?号|经营许可证|技术支持\s*[:：]",
    re.IGNORECASE,
)


def _is_copyright(line: str) -> bool:
    """The legal foot of a page."""
    return len(line) <= 200 and not stamps.SENTENCE_END.search(line) and _COPYRIGHT.search(line) is not None


_SITE_FOOT = _any_of(
    "网站(?:管理|运维|维护|热线|编辑) 新闻热线 (?:爆料|投稿|举报|监督|客服)(?:热线|电话|邮箱) 新闻爆料"
)
_CONTACT_FOOT = _any_of(
    "主办(?:单位)? 承办(?:单位)? 联[系络]单位 协办(?:单位)? [校社院厂]址 运营(?:单位|维护) 维护(?:单位)? 版权(?:单位)? "
    "值班电话 "
    "(?:服务|咨询|联系|办公)?(?:热线|电话|邮箱|邮件|地址) 电子(?:邮箱|邮件) e-?mail 邮编 邮政编码 传真 总机"
)
_SHARE = (
    r"(?:分享|转发|推荐)(?:到|至|给)(?:朋友圈|微信|微博|好友|qq空间)?[\w\s|:：]{0,30}|分享让更多人看到|"
    r"(?:微信|手机)?扫(?:一扫|码|描)[^。！？]{0,10}(?:分享|关注|下载|查看|阅读|打开|继续)[^。！？]{0,16}"
)
_PAGE_TURN = _any_of(r"上一?页 下一?页 首页 尾页 末页 第\s*\d+\s*页 共\s*\d+\s*页")
_FONT = r"字[体号]\s*[:：]?\s*(?:[大中小特默认正常+\-a\s]|\[|\]|【|】){2,24}(?:打印|关闭|收藏|\s){0,4}"

_PAGE_TURNS = re.compile(_PAGE_TURN)
_TURNED = re.compile("[上下尾末]一?页|共")


def _is_page_turn(line: str) -> bool:
    """Links to the pages of an article: nothing but page numbers and 上一页, 下一页."""
    if len(line) > 60 or not _TURNED.search(line):
        return False
    return re.fullmatch(r"[\d\W_]*", _PAGE_TURNS.sub(" ", line)) is not None


ANYWHERE: tuple[Pattern, ...] = (
    Pattern("legal", adverts.is_legal),
    Pattern("spam", adverts.is_spam),
    Pattern("stamp", stamps.is_full_stamp, keep=True),
    Pattern("font-size", _whole(_FONT, 40)),
    Pattern("share", _begins(rf"(?:{_SHARE})\s*\W*$", 48)),
    Pattern("share", adverts.is_promotion),
    Pattern("page-turn", _is_page_turn),
    Pattern("counter", _whole(rf"{stamps.COUNTER}|已?有?\s*(?:\d+\s*)?人(?:阅读|浏览|参与|评论)", 24)),
    Pattern("credit", _whole(rf"(?:{_EDITOR}\s*[:：]\s*{_NAMES}){{1,3}}", 40)),
    Pattern("advert", _whole("广告(?:位)?|advertisement|(?:图片)?加载中|暂无(?:图片|评论)", 14)),
)

EDGES: tuple[Pattern, ...] = (
    Pattern("breadcrumb", _is_breadcrumb),
    Pattern("stamp", stamps.is_stamp, keep=True),
    Pattern("stamp", _whole(r"第\s*[A-Z]?\d{1,3}\s*版\s*[:：]\S{1,8}", 16), keep=True),
    Pattern("byline", stamps.is_reporter_line, keep=True),
    Pattern("menu", _is_menu),
    Pattern("link", _whole(rf"(?:{_LINK}|正文|内容|详情|当前位置)(?:[\s\W_]*{_LINK}){{0,6}}", 40)),
    Pattern("link", _is_buttons),
    Pattern("link", _whole("", 12)),
    Pattern("link", adverts.is_store),
    Pattern("link", _whole(_PAGE_WORDS, 40)),
    Pattern("scan", _begins("(?:请?用?(?:微信|手机|支付宝))?(?:扫(?:一扫|码|描)|长按)", 24)),
    Pattern("copyright", _is_copyright),
    Pattern("credit", _begins(rf"{_CREDIT}\s*[:：]", 60)),
    Pattern("foot", _begins(rf"{_SITE_FOOT}\s*[:：]", 160)),
)
"""In the order of trial; the first that fits names the rule."""

CONTACTS: tuple[Pattern, ...] = (Pattern("foot", _begins(rf"{_CONTACT_FOOT}\s*[:：]", 160)),)
"""Who runs the site and how to reach it: the page's when other parts of a page's foot stand there too, else the
article's own."""

_LINK_LIST = (
    "(?:相关|相似|推荐|延伸|热门|最新|精彩|热点|往期|本类|同类|其他|更多)(?:的)?"
    "(?:文章|阅读|新闻|链接|连结|推荐|报道|资讯|信息|专题|内容|热词|稿件|回顾|图片|视频|评论|动态|精彩|解读|附件|范文|产品|"
    "文献|栏目|资料)"
    "(?:推荐|排行榜?|列表)?|猜你喜欢|大家(?:都在看|还看了)|(?:为[您你]|本站)推荐|编辑推荐|"
    "(?:点击|阅读|新闻|热点|热门|本周|一周)排行榜?|引用本文|(?:网友|最新|精彩|我要|发表|参与)评论|"
    "更多|友情链接|返回(?:栏目|列表|目录|首页|顶部|上一?[级页])|回(?:上一?页|列表|首页|顶端)"
)

TAIL_STARTS: tuple[Pattern, ...] = (
    Pattern("link-list", _whole(rf"(?:{_LINK_LIST})[A-Za-z\s]{{0,20}}", 30)),
    Pattern("link-list", _begins(rf"(?:{_LINK_LIST})\s*[:：>]", 80)),
    Pattern("neighbour", _begins(r"[上下前后]一?[篇条则]\s*(?:[:：>》】]|$|没有|[上下]一)", 120)),
)

_SITE = re.compile(
    r"[^\W_][^\W_·\s]{1,14}(?:门户网站|官方网站|政府网站?|信息网|数字报)|[^\W_][^\W_·\s]{0,7}"
    r"(?:网站?|在线|频道|门户|之窗|信息港|资讯|论坛|客户端|公众号|官网|[日晚时商快周]报|电视台|广播电台)|"
    r"欢迎(?:您)?(?:来到|访问|光临|关注).{1,20}"
)

# What a line that fits a pattern of ``ANYWHERE`` holds at least: one look spares a line of an article all of them.
# The colon behind a label's last character stands for stamps and credits. Every alternative begins with a literal,
# so the search skips what begins none.
_LABEL_END = r"[间期源处稿接址者文图位人影辑编审对核制签发构关号体词类别式围性字gGsSſ目\s]"
_SIGN = re.compile(
    "|".join(
        (
            "本[站网平公刊页资文]|我们?网?站|网友|一文来源|注明|小编|版权|侵权|评论仅|内容仅|不代表|以上[就便]?是|希望",
            "微信|威信|薇信|加微|加群|加好友|公众号|qq|qQ|QQ|Qq|点击|免费|下载|扫|二维码|范文|客服|长按|关注[我本]",
            *(rf"{letter}(?=\D{{0,4}}[\w-]{{5}})" for letter in "vVwW"),
            "h[tT]{2}[pP]|H[tT]{2}[pP]|w[wW]{2}\\.|W[wW]{2}\\.|1[3-9]\\d{9}|代[开孕写]|刻章|办证|百家乐|六合彩|时时彩|老虎机|棋牌|娱乐城|真人娱乐",
            "赌场|博彩|葡京|威尼斯人|投注|开奖|彩票平台|b[eE][tT]\\d|B[eE][tT]\\d|皇冠体育|男科|妇科|人流|壮阳|伟哥|私服",
            "外挂|论文发表|在线客服|在线咨询|在线预约|预约挂号|哪家好|网上娱乐|套现|快速拿证",
            rf":(?<={_LABEL_END}:)|：(?<={_LABEL_END}：)",
            "浏览|阅读|点阅|访问|查看|人气|热度|围观|人参与|人评论|字[体号]|分享|转发|推荐[到至给]|广告|加载中|暂无",
            "更多|上方|下方|左下角|右上角|在看|点个?赞|三连|客户端|a[pP]{2}|A[pP]{2}|全文|原文|粉丝团|页|a[dD][vV]|A[dD][vV]",
        )
    )
)
_TAIL_START = re.compile(rf"[\s\W_]*+(?:{_LINK_LIST}|[上下前后]一?[篇条则])")
_LONGEST_TAIL_START = 120


def has_sign(line: str) -> bool:
    """Whether a line may fit a pattern of ``ANYWHERE``; most lines of an article don't."""
    return _SIGN.search(line) is not None


def may_start_tail(line: str) -> bool:
    """Whether a line may fit a pattern of ``TAIL_STARTS``."""
    return len(line) <= _LONGEST_TAIL_START and _TAIL_START.match(line) is not None


def is_site_name(line: str) -> bool:
    """Whether a line names a site or a newspaper; before the title it is the page's head."""
    return _SITE.fullmatch(line) is not None


def first_fit(kinds: Iterable[Pattern], line: str) -> Pattern | None:
    """The first pattern that a line in simplified characters fits."""
    return next((kind for kind in kinds if kind.fits(line)), None)
