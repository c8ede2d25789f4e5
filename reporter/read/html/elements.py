"""Elements of HTML: which begin a line, which nest, and which hold no article."""

from __future__ import annotations

import re
from typing import Literal

from reporter.read.html.markup import attributes


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


BLOCKS = _names(
    "address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre section select "
    "summary table tbody td tfoot th thead title tr ul"
)
"""Elements that begin and end a line."""

HEADINGS = {f"h{level}": level for level in range(1, 7)}

CONTAINERS = _names(
    "article aside blockquote body button center dd details dir div dl dt fieldset figure footer form header main menu "
    "nav ol section select span table td th tr ul"
)
"""Elements whose nesting is kept: what they say of themselves holds for all inside."""

ASIDE_ELEMENTS = _names("aside button footer form menu nav select")
"""Elements that hold no article."""

# Words in a class, id or role that say the same of any element: English ones, and the pinyin that Chinese content
# systems name their boxes by (导航, 位置, 版权, 分享, 二维码, 相关新闻, 友情链接, 推荐, 热门, 排行, 评论).
_ASIDE_WORDS = _names(
    "ad ads advert advertisement aside banner breadcrumb breadcrumbs comment comments complementary contentinfo "
    "copyright crumb crumbs foot footer friendlink hot hots links login menu nav navbar navigation pager pagination "
    "paging prevnext print qr qrcode rank ranking recommend recommended relate related relation search share sharing "
    "side sidebar submenu toolbar tools topbar widget "
    "banquan daohang dangqianweizhi dqwz erweima ewm fenxiang paihang pinglun remen tuijian weizhi xgnr xgwz xgxw xgyd "
    "yqlj youqinglianjie"
)
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(?:p[xt]|r?em)?\s*(?:;|$)",
    re.IGNORECASE,
)
_FONT_SIZE = re.compile(r"font-?size", re.IGNORECASE)

Kind = Literal["", "hidden", "element", "word"]


def aside_kind(tag: str, name: str = "") -> Kind:
    """Why a start tag's element is no article: it is ``hidden``, is of an ``element`` that holds none, or a ``word`` of
    its class, id or role says so; empty where nothing does."""
    if "=" in tag or " hidden" in tag:
        given = attributes(tag)
        if "hidden" in given or given.get("aria-hidden") == "true" or _HIDDEN.search(given.get("style", "")):
            return "hidden"
        if name not in ("body", "article", "main"):
            said = " ".join((given.get("class", ""), given.get("id", ""), given.get("role", "")))
            if any(word.lower() in _ASIDE_WORDS for word in _WORD.findall(said)) or _FONT_SIZE.search(said):
                return "element" if name in ASIDE_ELEMENTS else "word"
    return "element" if name in ASIDE_ELEMENTS else ""


def speaks_of_aside(tag: str) -> bool:
    """Whether a start tag's class, id, role or style says that its element is no article, or is not shown."""
    return aside_kind(tag) != ""
