"""Tagged words, as the names of figures are read from them.

The tags are those of ICTCLAS as jieba gives them (n noun, v verb, d adverb, p preposition, u particle …). They err, so
every rule asks for as little of them as it can.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from reporter.extract.cues import LEADING_TO, LEVELS, LINKS, ORIGIN, words
from reporter.language.indicator_names import GENERIC
from reporter.language.words import tagged

LIMIT = 12
"""How many characters a name has, punctuation not counted; it may end two later, on a word's border."""

Token = tuple[str, str]

JOINTS = words("、 和 与 及 以及 或 或者 /")

_NOMINAL = words("a b z k h g ng vg ag un q")
_BRACKETS = re.compile(r"[（(][^（()）]*[)）]")
_INNER = re.compile(r"(?<=[\u4e00-\u9fff])[（(]([\u4e00-\u9fff、]{1,4})[)）](?=[\u4e00-\u9fff])")
# Marks of footnotes: 地区生产总值[2], 常住人口［注1］, 规模以上工业①.
_NOTES = re.compile(
    r"[\[［〔【](?:注|注释)?[\d一二三四五六七八九十]{0,2}[\]］〕】]|[①-⑳⑴-⑽]|(?<=[\u4e00-\u9fff])\*{1,3}"
)
_SHORT_QUOTE = re.compile(r"[“「『]([^“”「」『』，。；：、]{2,8})[”」』]")
_MARKED = re.compile(r"[（(\[［〔【①-⑳⑴-⑽*“”‘’「」『』《》\"]")
_QUOTES = re.compile(r"[“”‘’「」『』《》\"]")
# What the dictionary cuts or joins against the language of statistics.
_TOGETHER = frozenset(
    (
        *(("可", "支配"), ("占", "比"), ("不", "合格"), ("不", "良"), ("高", "达"), ("多", "达"), ("长", "达")),
        *(("单", "位"), ("住院", "日"), ("工作", "日"), ("支出", "进度"), ("逾期", "率"), ("城镇", "新增")),
        *(("在", "岗"), ("在", "校"), ("在", "职"), ("在", "园"), ("在", "册"), ("在", "编"), ("本", "科")),
    )
)
# 门诊次均费用, 生均经费: an average that goes on with the noun behind it.
_AVERAGED = frozenset("次件股篇校生班床")
# Nouns and verbs that the tagger takes for something else.
_TAGS = {
    "据点": "n",
    "选手": "n",
    "接管": "v",
    "预算": "n",
    "收入": "n",
    "未偿": "b",
    "本科": "n",
    "逾期": "vn",
    "酒后": "n",
    "初次": "b",
}
_TAGS |= {"次均": "b", "应届": "b", "关怀": "vn", "往届": "b", "首次": "d"}
_APART: dict[str, tuple[Token, ...]] = {
    "参与制": (("参与", "v"), ("制", "v")),
    "率均": (("率", "n"), ("均", "d")),
    "全面完成": (("全面", "d"), ("完成", "v")),
    "之比约": (("之", "u"), ("比", "v"), ("约", "d")),
    "率达": (("率", "n"), ("达", "v")),
    "率仅": (("率", "n"), ("仅", "d")),
    "率约": (("率", "n"), ("约", "d")),
    "率": (("率", "n"),),
    "初中": (("初中", "n"),),
    "高中": (("高中", "n"),),
}


@lru_cache(maxsize=4096)
def tokens_of(text: str) -> tuple[Token, ...]:
    """The tagged words of a text in simplified characters, a few words of statistics put right.

    The pieces around a quantity are asked for several times, so the last of them are kept.
    """
    found: list[Token] = []
    for token in tagged(text):
        if token[0] in _APART:
            found += _APART[token[0]]
        elif token[0] == "均" and found and found[-1][0][-1] in _AVERAGED:
            word = found.pop()[0]
            found += [(word[:-1], "n")] if len(word) > 1 else []
            found.append((word[-1] + "均", "b"))
        elif token[0] == "金红利" and found and found[-1][0] == "发现":  # 派 发现 金红利
            found[-1:] = [("发", "v"), ("现金", "n"), ("红利", "n")]
        elif found and (found[-1][0], token[0]) in _TOGETHER:
            found[-1] = (found[-1][0] + token[0], "n")
        elif token[0] == "比" and found and found[-1][1][0] in "vn" and _is_ratio(found[-1][0]):
            found[-1] = (found[-1][0] + "比", "n")
        else:
            found.append((token[0], _TAGS.get(token[0], token[1])))
    return tuple(found)


def _is_ratio(word: str) -> bool:
    """Whether 比 behind this word is a ratio (收入比, 存贷比) and no comparison."""
    return word in ("收入", "存贷", "性别", "师生", "抚养", "消费", "投入产出", "资产负债", "容积")


def is_noun(token: Token) -> bool:
    """Whether the token is a noun, a name, an abbreviation or a word in Latin letters."""
    word, tag = token
    return tag[0] in ("n", "j", "s") or tag in ("vn", "an", "l", "i", "eng") or (tag == "x" and word.isalnum())


def is_verb(token: Token) -> bool:
    """Whether the token is tagged as a verb proper (not as a verbal noun)."""
    return token[1] in ("v", "vi", "vd", "zg") and token[0] not in JOINTS


def is_nominal(token: Token) -> bool:
    """Whether the token can stand inside a noun phrase without being a verb."""
    return is_noun(token) or token[1] in _NOMINAL


def joined(tokens: Iterable[Token]) -> str:
    """The tokens' text."""
    return "".join([word for word, _ in tokens])


def length(text: str) -> int:
    """How many letters, characters and figures a name has."""
    return len(text) if text.isalnum() else sum(char.isalnum() for char in text)


def tidy(text: str) -> str:
    """The text without quotation marks and asides in brackets; a bracket inside a word is opened (制（修）订 is
    制修订)."""
    if not _MARKED.search(text):
        return text
    plain = _INNER.sub(lambda match: match[1].replace("、", ""), _NOTES.sub("", text))
    return _QUOTES.sub("", _BRACKETS.sub("", plain))


def blanked(text: str) -> str:
    """The text with asides in brackets blanked out, of the same length."""
    return _BRACKETS.sub(lambda match: " " * len(match[0]), text)


def stem_of(text: str) -> list[Token]:
    """The words of a piece of text without those that only lead to its number: 固定资产投资已达到 is 固定资产 投资."""
    tokens = _with_quoted(text)
    led = False
    while tokens:
        word = tokens[-1][0]
        reached = word[-1] in LEADING_TO and word[:-1] in LEVELS  # 增至, 降为
        if word in LINKS or word.isspace() or reached or (led and word in LEVELS):
            led = word in LEADING_TO
            tokens.pop()
        elif origin := ORIGIN.search(joined(tokens)):
            tokens = list(tokens_of(joined(tokens)[: origin.start()]))
        else:
            break
    return tokens


_COUNTED = re.compile(r"[\d零一二三四五六七八九十百千双两]")


def _with_quoted(text: str) -> list[Token]:
    """The words of a text, a short quotation with a figure in it (“四乱”, “零跑动”) as one noun."""
    if not _MARKED.search(text):
        return list(tokens_of(text.strip(" 　")))
    tokens: list[Token] = []
    at = 0
    for match in _SHORT_QUOTE.finditer(text):
        if _COUNTED.search(match[1]):
            tokens += tokens_of(tidy(text[at : match.start()]).strip(" 　“”‘’"))
            tokens.append((match[1], "nz"))
            at = match.end()
    return [*tokens, *tokens_of(tidy(text[at:]).strip(" 　“”‘’"))]


def strip_links(text: str) -> str:
    """The text of ``stem_of``."""
    return joined(stem_of(text))


def shorten(tokens: Sequence[Token]) -> str:
    """The tokens joined; far above the limit without leading conjuncts, then without leading words."""
    if length(joined(tokens)) <= LIMIT + 2:
        return joined(tokens)
    parts = _last_of_row([word for word, _ in tokens])
    while length("".join(parts)) > LIMIT and len(parts) > 1:
        joint = next((index for index, word in enumerate(parts[:-1]) if word in JOINTS), None)
        parts = parts[1:] if joint is None else parts[joint + 1 :]
        while len(parts) > 1 and (parts[0] in ("的", "了") or parts[0] in JOINTS):
            parts = parts[1:]
    return "".join(parts)


def _last_of_row(parts: list[str]) -> list[str]:
    """A clause before 的 with the last of the conjuncts behind it: 参与制修订的行业标准和国家标准 is
    参与制修订的国家标准."""
    ends = [index for index, word in enumerate(parts) if word == "的"]
    joints = [index for index, word in enumerate(parts) if word in JOINTS]
    if not ends or not joints or joints[-1] < ends[-1] or any(joint < ends[-1] for joint in joints):
        return parts
    return parts[: ends[-1] + 1] + parts[joints[-1] + 1 :]


def is_generic(core: str) -> bool:
    """Whether a head says too little on its own."""
    return core in GENERIC


def is_lone_verb(core: str) -> bool:
    """Whether a name is nothing but verbs: 发放, 审结, 整改到位."""
    return (
        bool(core) and length(core) <= 4 and all(is_verb(token) or token[1] in ("vn", "d") for token in tokens_of(core))
    )
