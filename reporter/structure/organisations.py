"""The bodies that act in a document: offices, committees and governments that it names again and again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

_SUFFIX = re.compile(
    r"(?:(?<![开布格大全结时政棋定饭])局(?![长面限部势])|委员会(?!主任)|人民政府|(?<=[市县区省镇乡])政府(?!部门|工作)|"
    r"办公室(?!主任)|办公厅|(?<=[务政通育生设护利业源保法文商教])厅(?!长)|管委会|研究院|研究所|法院|检察院)"
)
_BORDER = (
    "，。；：、（）()“”《》〈〉 \n\t的了在是和与及或对从向到由为被把将使让以"
    "我本该全各某此这那每也就都并而但有第等赴经据含届"
)
_GENERIC = re.compile(
    r"^(?:当地|有关|相关|各级|上级|地方|主管|监管|职能|国家|人民|乡镇|党委|市委|区委|县委|省委|市|区|县|省|州|镇|乡)?"
    r"(?:政府|局|委员会|办公室|总局|分局|人民政府|省局|市局|区局|县局|厅|法院|检察院|质监局|公安局|教育局)$"
)
_VERBS = re.compile(
    r"^(?:[^，。]{0,6}(?:根据|充分发挥|发挥|通过|经过|协助|配合|牵头|成立|召开|督促|报|请|已经|省里|落户|代表|同意|要求|审议))"
)
_REACH = 30_000  # characters from the beginning that are looked at
_LONGEST = 18
_DISTINCT = 300  # so many different names at most are counted


def organisations_of(signature: str, title: str, opening: str, plain: str) -> tuple[str, ...]:
    """The bodies of a document in simplified characters, at most three, the likeliest first.

    A name counts when title, byline or signature states it or the text repeats it; title and first paragraphs count
    more than the rest.
    """
    text = plain[:_REACH]
    weights: Counter[str] = Counter({signature: 8} if signature and _SUFFIX.search(signature) else {})
    for part, weight in ((title, 4), (opening, 2), (text, 1)):
        for name in _names(part, text):
            weights[name] += weight
    ranked = sorted(weights, key=lambda name: (-weights[name], text.find(name), name))
    likely = [name for name in ranked if weights[name] >= 3]
    return tuple(name for name in likely if not any(other != name and other.endswith(name) for other in likely))[:3]


def _names(part: str, text: str) -> Iterator[str]:
    """The bodies of a stretch, each cut to what the text repeats."""
    known: dict[str, str] = {}
    for match in _SUFFIX.finditer(part):
        run = _run(part, match.start(), match.end())
        if len(run) <= len(match.group()) or _GENERIC.match(run):
            continue
        if run not in known and len(known) < _DISTINCT:
            known[run] = _cut(run, len(match.group()), text)
        name = known.get(run, "")
        if name and not _GENERIC.match(name):
            yield name


def _run(part: str, start: int, end: int) -> str:
    """The characters before the suffix up to a border, and the suffix."""
    at = start
    while at > 0 and end - at < _LONGEST and part[at - 1] not in _BORDER and not part[at - 1].isascii():
        at -= 1
    return _VERBS.sub("", part[at:end])


def _cut(run: str, suffix: int, text: str) -> str:
    """The longest end of the run that the text has nearly as often as its shortest; the run when it comes once."""
    size = suffix + 2
    count = text.count(run[-size:])
    if count < 2:
        return run if len(run) <= _LONGEST - 4 else ""
    while size < len(run) and text.count(run[-size - 1 :]) * 5 >= count * 3:
        size += 1
        count = min(count, text.count(run[-size:]))
    return run[-size:] if count > 1 else run
