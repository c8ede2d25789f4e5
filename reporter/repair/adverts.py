"""Advertisements, calls to follow and share, and sites that speak of themselves: tests on one line in simplified
characters.

A call or a trade alone proves nothing, since articles warn of them: it takes two calls, an account to add, or a row of
nothing but such words, and no sentence of the article around it.
"""

from __future__ import annotations

import re

_SENTENCE_END = re.compile("[。；]|[！？][^！？]")
_PARTS = re.compile(r"[\s|｜、，,/·;；]+")

# -- advertisements

_CALL = re.compile(
    r"微信(?:号|公众号|群)?\s*+(?:[:：]\s*+)?[a-z0-9_-]{5,}|公众号|qq\s*+(?:(?:群|号)\s*+)?(?:[:：]\s*+)?\d{5,}|加(?:微信|群|好友)|"
    r"点击(?:下载|领取|进入|链接|这里|此处)|免费(?:领取|下载|咨询|试用|获取)|下载(?:app|客户端)|扫(?:码|一扫|描)|二维码|代写|"
    r"范文网?|客服|长按|关注(?:我们|本号)|(?:https?://|www\.)\S+",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(
    r"(?:微信|威信|薇信|(?<![a-z])[vw]信?x?|加微)(?:同?号|同号)?\D{0,4}[a-z0-9_-]{5,}|qq\D{0,4}\d{5,}|https?://|www\.|"
    r"(?<!\d)1[3-9]\d{9}(?!\d)|微信同号",
    re.IGNORECASE,
)
_OFFER = re.compile(
    "为您服务|专业(?:老师|团队|办理|承接)|代[写办开孕考]|办理各类|无需|秒批|包[过成]|优惠|低价|诚信|全国可|不看|快速|"
    "刻章|办证|论文|职称|贷款|征信|兼职|日[赚结]|加盟|招代理"
)
_TRADE = re.compile(
    r"代开|代孕|代写|刻章|办证|百家乐|六合彩|时时彩|老虎机|棋牌|娱乐城|真人娱乐|赌场|博彩|葡京|威尼斯人|投注|开奖|彩票平台|"
    r"bet\d{2,}|皇冠体育|男科|妇科医院|人流医院|壮阳|伟哥|私服|外挂|论文发表|在线(?:客服|咨询|预约)|点击咨询|免费预约|"
    r"预约挂号|哪家好|网上娱乐|套现|快速拿证",
    re.IGNORECASE,
)
# What articles do about such trades.
_AGAINST = re.compile("打击|整治|严查|查处|警惕|防范|专项|取缔|通报|破获|案|诈骗|提醒|治理|行动|推进|推行|服务$")


def is_spam(line: str) -> bool:
    """An advertisement: two different calls to click, scan, add or buy in few words or with an account; an offer with
    an account; a row of nothing but trades and calls."""
    if len(line) > 200 or (line.endswith("。") and not _ACCOUNT.search(line)):
        return False
    calls = {match.casefold() for match in _CALL.findall(line)}
    if len(calls) >= 2 and (len(line) <= 40 or _ACCOUNT.search(line)):
        return True
    if _SENTENCE_END.search(line) or _AGAINST.search(line):
        return False
    return (_ACCOUNT.search(line) is not None and _OFFER.search(line) is not None) or _is_row_of_trades(line)


def _is_row_of_trades(line: str) -> bool:
    parts = [part for part in _PARTS.split(line.partition("：")[2] or line) if part]
    trades = sum(_TRADE.search(part) is not None for part in parts)
    return len(parts) >= 2 and trades >= 2 and trades * 2 > len(parts) and max(map(len, parts)) <= 12


# -- a site that speaks of itself

_SELF = re.compile(
    "本(?:站|网|平台|公众号|刊|页面?|资料)|本文(?:章|档|由|来|系|为|内容|仅|所有|版权|转)|我们?(?:站|网站)|"
    "网友(?:上传|投稿|提供|分享)|一文来源|注明(?:来源|出处)|小编"
)
_LEGAL = re.compile(
    "不代表|观点|立场|来[源自]于?(?:网络|互联网|网友|网上)|转载|侵权|侵犯|删除|原创|客服|版权|著作权|"
    "未经.{0,6}(?:授权|许可|同意)|仅供|不构成|不对.{0,12}(?:负责|承担)|免责|违法(?:和)?不良|联系我们|参考|"
    "欢迎(?:阅读|借鉴|收藏|下载)|为[您你大]家?(?:整理|收集|带来)|会员(?:分享|上传)|整理发布|注明(?:来源|出处)"
)
_LEGAL_LABEL = re.compile(
    r"[\s\W_]*(?:导语|导读|提示|声明|(?:免责|版权|特别|郑重)(?:声明|说明|提示)|温馨提示|备注|来源说明)\s*[:：]"
)
_RIGHTS = re.compile(
    "版权(?:声明)?.{0,40}(?:本[站网]|我们).{0,20}(?:联系|删除)|如(?:有|涉及?).{0,12}(?:侵权|版权).{0,30}(?:联系|告知|删除)|"
    "(?:网友)?评论仅(?:供|代表)|(?:以上|文章|本文)?内容仅代表|不代表本(?:站|网|平台)"
)
_FAREWELL = re.compile(
    "以上(?:就|便)?是.{2,40}(?:内容|介绍|全文)?.{0,6}(?:希望|欢迎|更多)|希望.{0,6}(?:对(?:您|你|大家)|能).{0,6}帮助[!！]?$"
)


def is_legal(line: str) -> bool:
    """A site speaking of itself and of rights: 本文来源于网络，不代表本站观点; both have to be there."""
    if len(line) > 400:
        return False
    if len(line) <= 120 and (_RIGHTS.search(line) or _FAREWELL.match(line)):
        return True
    legal = len(set(_LEGAL.findall(line)))
    return bool(legal and _SELF.search(line)) and (legal >= 2 or _LEGAL_LABEL.match(line) is not None)


# -- calls to follow, share and read on

_PROMOTION = re.compile(
    r"(?:(?:想)?(?:了解|查看|获取|阅读)?更多.{1,20}(?:请|尽在|欢迎|可|[，,])\s?(?:点击|关注|下载|登[录陆]|访问|搜索|添加|查看).{0,30}|"
    r"(?:请|欢迎)?(?:点击|戳)?(?:上方|下方|左下角|右上角)(?:的)?(?:蓝字|名片|卡片|按钮).{0,12}|"
    r".{0,12}(?:点个?(?:在看|赞)|一键三连|三连|转发给(?:朋友|更多人)).{0,10}|(?:长按|扫描|识别).{0,6}二维码.{0,16}|"
    r"(?:点击|戳)?(?:打开|下载)(?:app|客户端|.{1,8}客户端).{0,12}|(?:点击)?(?:展开|打开)?(?:剩余|阅读|查看)(?:\d+%|\d+页)?.{0,4}(?:全文|原文|继续阅读)|"
    r"微信里点.{0,4}发现.{0,40}|看更多新闻|按赞加入粉丝团|加入粉丝团|喜欢就分享.{0,16})[!！~。]?",
    re.IGNORECASE,
)
_STORE = re.compile(
    r"(?:文档|资料|文件)(?:格式|大小|编号|页数|下载|类型)|上传(?:者|人|时间|用户)\s*[:：]|下载(?:次数|积分|券|文档|全文)|免费预览|"
    r"剩余\d+页|未读.{0,2}继续阅读|需要\s?\d+\s?(?:积分|下载券|金币)"
)


def is_promotion(line: str) -> bool:
    """A call to follow, share or read on, and nothing else: 更多内容请关注本报客户端."""
    return len(line) <= 60 and _PROMOTION.fullmatch(line.strip("[]【】 ")) is not None


def is_store(line: str) -> bool:
    """What a library of documents says of a file: format, size, points, pages that are left."""
    return len(line) <= 60 and not line.endswith("。") and _STORE.search(line) is not None
