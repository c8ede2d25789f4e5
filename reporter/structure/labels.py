"""Lines of labels: 来源：… 作者：… 发布时间：…, in the order printed, and where each value stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reporter.structure.lines import Line

_KINDS = {
    "author": (
        r"作\s*者|(?:报告|汇报|述职|主讲|演讲|致辞)人|撰\s*稿(?:人)?|撰文|执笔|文字|文|供稿人|供稿|"
        r"(?:本[报网刊台])?(?:特约|见习|实习)?(?:记者|通讯员|特约通讯员)"
    ),
    "source": (
        r"(?:信息|文章|稿件|新闻|内容|资料)?来\s*源|出处|稿源|转自|发布(?:机构|单位|部门)|"
        r"供稿单位|发文机关|发文单位|信息提供"
    ),
    "published": r"(?:发布|发表|更新|上传|录入|公开|添加|刊登|编辑|新闻|文章|信息)?(?:时\s*间|日\s*期)|发布于|日期时间",
    "written": r"(?:成文|生成|签发|印发|形成|起草|制作|发文)(?:时间|日期)",
    "number": r"(?:发文|文件|文)?(?:字号|编号|文号)|文\s*号",
    "other": (
        r"浏览(?:量|次数|数)?|点击(?:量|率|次数|数)?|阅读(?:量|次数|数)?|访问(?:量|次数)?|人气|次数|"
        r"字\s*[号体]|字体大小|索\s*引\s*号|主题分类|主题词|关键[词字]|分类|公开(?:方式|范围|程度|形式)|"
        r"有效性|效力状态|信息名称|名称|标题|原标题|编辑|责任编辑|责编|审核|校对|初审|复审|终审|美编|摄影|摄|图|"
        r"发布人|发布者|录入(?:者|人)?|打印|分享|评论|栏目|所属栏目|备注|抄送|印送|联系(?:人|电话|方式|地址)|"
        r"(?:预约|咨询|服务|举报|监督|投诉|报名|值班|客服|办公|订票|求助|维权|报修|便民|24小时)?(?:服务)?(?:电话|热线|专线)|传真|邮箱|电子邮箱|地址|邮编|网址|监制|策划|地点|导语|摘要|体裁|服务对象|"
        r"签发人|签发|会签|出席(?:者|人员|人)?|列席(?:者|人员)?|主持人?|记录人?|缺席(?:者|人员)?|受文者|正本|副本|速别|密等(?:及解密条件[^：:]{0,8})?|紧急程度|缓急|密级|保密期限|份号"
    ),
}
_LABEL = re.compile(
    "(?<![一-鿿])(?:" + "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS.items()) + r")\s*[：:]"
)
# 作者 姜某 and 记者 李某: the label of an author may stand without its colon.
_BARE = re.compile(
    r"(?<![一-鿿])(?P<author>(?:本[报网刊台])?(?:特约|见习|实习)?(?:记者|通讯员|特约通讯员)|作者)\s+(?=[一-鿿])"
)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label's kind (``author``, ``source``, ``published``, ``written``, ``number``, ``other``) and the stretch of its
    line that is the value, which may be empty."""

    kind: str
    label: str
    value: Line


def labels_of(line: Line) -> list[Labelled]:
    """The labels of a line with their values, in order; empty for a line without any."""
    return list(_labels(line, [*_matches(line)]))


def _matches(line: Line) -> list[re.Match[str]]:
    found = [*_LABEL.finditer(line.plain), *_BARE.finditer(line.plain)]
    return sorted(found, key=lambda match: match.start())


def _labels(line: Line, matches: list[re.Match[str]]) -> Iterator[Labelled]:
    ends = [*(match.start() for match in matches[1:]), len(line.text)]
    for match, after in zip(matches, ends[: len(matches)], strict=True):
        kind = next(name for name, value in match.groupdict().items() if value)
        end = max(match.end(), after)
        yield Labelled(kind, match.group(kind), line.part(match.end(), end))


def is_label_line(line: Line) -> bool:
    """Whether the line is nothing but labels and their values: it begins with one and ends no sentence."""
    found = _matches(line)
    return (
        bool(found)
        and found[0].start() <= 2
        and not line.plain.endswith(("。", "！", "；", "？", "?"))
        and line.size <= 160
    )
