"""What a heading looks like and what it can't be: tests of a short phrase in simplified characters."""

from __future__ import annotations

import re

from reporter.language.dates import find_dates

_DATED = re.compile(r"[年月]|\d[-/.]\d")
# What no date holds (``language.dates``): a line with more than three of these is not looked at any closer.
_NO_DATE = re.compile(
    r"[^\s\d〇零○一二三四五六七八九十百元年月日号公中华民国今本去前明翌次度同期份上下旬初底末半第季终./-]"
)
_SENTENCE_END = re.compile(r"[。！？；!?;]|…{1,2}$|[㐀-鿿%][.．]$")
_END_MARK = re.compile("[。！？；!?;….．]")
_CONTENTS = re.compile(r"目\s*[录次]$")
_PAIR_OR_STOP = re.compile("[“‘「『《（(【”’」』》）)】:：.．。！？；!?;]")
_QUOTED = re.compile(r"[“‘「《『（(][^”’」》』）)]{0,60}[”’」》』）)]")

# Verbs that open a task in official writing; with them a label before a colon is a task, not the name of a thing.
_ACTIONS = (
    "加强|加快|加大|加紧|推进|推动|推行|推广|强化|深化|优化|完善|健全|建立|建设|构建|打造|提升|提高|促进|落实|抓好|抓实|抓住|抓紧|"
    "狠抓|突出|坚持|坚决|坚定|着力|大力|全力|全面|积极|努力|切实|深入|扎实|稳步|稳妥|认真|严格|严把|严厉|规范|创新|拓展|扩大|"
    "培育|发展|壮大|做好|做强|做大|做优|实施|开展|组织|统筹|保障|确保|改善|改进|改革|维护|服务|引导|引领|支持|鼓励|帮助|参与|"
    "夯实|筑牢|守牢|压实|凝聚|激发|释放|聚焦|围绕|紧扣|紧盯|立足|把握|把好|明确|增强|发挥|营造|整合|整治|治理|防范|化解|破解|"
    "攻坚|突破|探索|创建|争创|争取|申报|宣传|弘扬|传承|学习|贯彻|执行|履行|转变|转型|调整|盘活|补齐|理顺|搭建|走好|用好|管好|"
    "广泛|持续|不断|进一步|继续|牢固|树立|牢记|有效|有序|依法|科学|合理|精准|主动|注重|重视|实现|力争|丰富|繁荣|惠及|共建|共享|"
    "充实|培训|办理|辅导|补助|推展|活化|研拟|赓续|配合|汰换|增设|新建|改建|兴建|修订|制定|编制|检查|抽查|督查|清理|排查|摸清|保护"
)
_ACTION = re.compile(rf"(?:{_ACTIONS})")
# Openings of a sentence that goes on from what was said, or that speaks in person.
_SPOKEN = re.compile(
    r"我们|我局|我市|我区|我县|我省|我院|我校|我是|我也|我在|该局|该市|该区|该县|他|她|它|这[是个些一种样里]|那|其中|因此|因而|所以|"
    r"但|然而|而且|不过|由于|如果|虽然|尽管|据[悉了介统]|与此同时|与会|会上|会后|会议[认指强要由]|综上|总之|为此|对此|随后|"
    r"日前|近日|目前，|记者|图为|图[：:]|注[：:]|表\d|图\d|附[件表图录]|来源|作者|编辑|责编|责任|原标题|点击|扫码|欢迎|本文|转载"
)
# A predicate that states a fact: counts, growth, completion.
_STATED = re.compile(
    r"(?:共|达|计|为|超|有|增长?|减少?|下降|提高|完成|实现|新增|检查|查处|办理|培训|出动)[了到至]?[近约]?\d"
)
_NUMBER = re.compile(
    r"(?<!\d)(?<!\d[.,])\d++(?:[.,]\d++)*+\s*+"
    r"(?:%|[亿万千百余多]{1,2}|[个家项名人件台起元吨亩次批场期户所座辆倍米])"
)
_ORGANISATION = re.compile(
    r"(?:公司|集团|企业|[工药酒纸糖饭]厂|总厂|商行|药业|酒业|实业|控股|股份|银行|医院|学校|大学|学院|中学|小学|研究院|研究所|合作社|"
    r"[省市县区镇乡村局厅委部处科]|街道|办事处|协会|商会|中心|基地|项目)$"
)


def ends_sentence(plain: str) -> bool:
    """Whether a mark that ends sentences (or ；) stands anywhere outside its quotations."""
    return bool(_END_MARK.search(plain) and _SENTENCE_END.search(_QUOTED.sub("", plain)))


def first_stop(plain: str, start: int, limit: int = 90) -> int:
    """Where the first 。！？；： outside quotations and brackets stands after ``start``; -1 for none near."""
    depth = 0
    for match in _PAIR_OR_STOP.finditer(plain, start, start + limit):
        char, at = match.group(), match.start()
        if char in "“‘「『《（(【":
            depth += 1
        elif char in "”’」』》）)】":
            depth = max(0, depth - 1)
        elif depth == 0 and _stops(plain, at):
            return at
    return -1


def _stops(plain: str, at: int) -> bool:
    """Whether the character ends a clause; a colon between digits is a clock time, a dot ends one between Chinese."""
    char, before, after = plain[at], plain[at - 1 : at], plain[at + 1 : at + 2]
    if char in ":：":
        return not (before.isdigit() and after.isdigit())
    if char in ".．":
        return "㐀" <= before <= "鿿" and (not after or "㐀" <= after <= "鿿")
    return char in "。！？；!?;"


def is_date(plain: str) -> bool:
    """Whether a line is nothing but a date, with three more characters at most (上午, 星期一)."""
    if not _DATED.search(plain) or len(_NO_DATE.findall(plain)) > 3:
        return False
    dates = find_dates(plain, plain=True)
    return bool(dates) and len("".join(plain.split())) - sum(len("".join(date.text.split())) for date in dates) <= 3


def is_contents(plain: str) -> bool:
    """Whether a line is the word that heads a table of contents."""
    return bool(_CONTENTS.match(plain))


def is_phrase(plain: str, longest: int) -> bool:
    """Whether a run-in heading may read so: short, no figure stated, no spoken opening, at most two commas."""
    size = len(plain.replace(" ", ""))
    if not 2 <= size <= longest or _SPOKEN.match(plain):
        return False
    bare = _QUOTED.sub("", plain)
    if _STATED.search(bare) or len(_NUMBER.findall(bare)) > 1:
        return False
    return len(re.findall(r"[，,]", bare)) <= 2 and not plain.endswith(("，", ",", "、", "的"))


def is_task(plain: str) -> bool:
    """Whether a label opens with a verb of official tasks (加强, 推进, …)."""
    return bool(_ACTION.match(plain))


def is_organisation(plain: str) -> bool:
    """Whether a label ends like the name of a firm, a body or a place."""
    return bool(_ORGANISATION.search(plain))


def is_spoken(plain: str) -> bool:
    """Whether a line opens like a running sentence, a caption or a note, so that it is no heading."""
    return bool(_SPOKEN.match(plain))


def halves(plain: str) -> tuple[int, int] | None:
    """The lengths of the two halves of a heading such as 兴修水利工程 保障粮食安全; None unless they are of a size."""
    parts = plain.split()
    if len(parts) != 2:
        return None
    one, two = (sum(char.isalnum() for char in part) for part in parts)
    return (one, two) if min(one, two) >= 3 and max(one, two) <= 2 * min(one, two) else None
