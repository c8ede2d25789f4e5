"""Lines of labels and controls (来源：某县水利局 打印 关闭), whose parts many pages set apart by style alone: where a
blank belongs between inline elements."""

from __future__ import annotations

import re

from reporter.language.script import HAN
from reporter.read.html.markup import Token

# A label right behind another field's value.
_LABEL = re.compile(rf"(?:<[^<>]{{0,200}}>){{0,3}}\s{{0,20}}[{HAN}]{{2,6}}[:：]")
# So far back a label is looked for.
_REACH = 300
_TAG = re.compile(r"<[^<>]*>?")
# What stands behind these labels is one value; a link right behind it is a control.
_LABELLED = re.compile(
    r"(?:[来來]\s*源|稿源|作\s*者|[记記]者|[编編][辑輯]|[责責][编編]|[时時][间間]|日期|字[体號号體]|"
    r"[浏瀏][览覽][量数數]?|[点點][击擊][量数數]?|[阅閱][读讀][量数數]?|次[数數]|[单單]位|[机機][构構])"
    r"\s*[:：](?:\s|&nbsp;)*+(?P<value>[^\s，。；：:、！？]{1,30})$"
)
# A link behind whose end no text goes on.
_LINK = re.compile(r"[^<>]{0,80}</a\s*>\s*<", re.IGNORECASE)
_CONTROL = re.compile(
    rf"(?:<[^<>]{{0,200}}>){{0,3}}\s{{0,20}}[\[【（(]?(?:打印|列印|[关關][闭閉]|字[体號号體]|分享|收藏|返回|[复複][制製]|"
    rf"[纠糾][错錯]|朗[读讀]|保存|推[荐薦]|[转轉][发發])[{HAN}]{{0,4}}[\]】）)]?\s{{0,20}}</"
)


def parts_words(source: str, begins: int, token: Token, closed: str, *, only_links: bool) -> bool:
    """Whether an inline tag stands between words that are not to be read as one.

    It does before a label; before a control of the page (打印本页) behind another element or a labelled value; before a
    link behind the element of a labelled value; and between two links in a line of links. A link within a sentence
    (县<a>质监局</a>开展) parts nothing.

    Args:
        source: the markup.
        begins: where in it the present line begins.
        token: the tag.
        closed: the name of the inline element whose end tag stands right before it; empty where none does.
        only_links: whether the line holds nothing but links so far.
    """
    if _LABEL.match(source, token.end):
        return True
    if token.kind != "start":
        return False
    if closed == token.name == "a" and only_links and _LINK.match(source, token.end):
        return True
    is_control = _CONTROL.match(source, token.end) is not None
    if is_control and closed:
        return True
    if not is_control and (token.name != "a" or not closed):
        return False
    return _LABELLED.search(_TAG.sub("", source[max(begins, token.start - _REACH) : token.start])) is not None
