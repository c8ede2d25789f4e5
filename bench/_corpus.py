"""Made-up documents by number: reports, news, plans and bulletins of invented counties, with what a build must find in
them planted: reprints of ten kinds, drafts that only look like some, contradicting figures, later changes.

Every hundred documents (a block) are mixed alike, so that a document of a large corpus costs what one of a small corpus
costs if nothing grows. A document is decided by its number alone; figures by place, year and name, so that documents
agree on them where no contradiction is planted.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from bench._corpus_papers import Paper, bulletin, drawn, news, place_of, plan, report, value_of
from bench._corpus_words import ENDS, NOTE, SUBJECTS
from reporter.language.script import traditional

BLOCK = 100
# The documents of a block in turn: so many of each kind.
_REPORTS, _NEWS, _PLANS, _BULLETINS, _DRAFTS, _REPRINTS = 38, 24, 14, 10, 4, 10
_CONFLICTS = 3
_FORMATS = ("txt",) * 8 + ("md", "html")


@dataclass(slots=True)
class Planted:
    """What was planted: (original, copy) paths of reprints, (first, second) paths that state a figure differently, with
    its name; paths of drafts with their report; all paths written, and their characters."""

    reprints: list[tuple[str, str]] = field(default_factory=list)
    conflicts: list[tuple[str, str, str]] = field(default_factory=list)
    drafts: list[tuple[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    characters: int = 0


_KINDS: tuple[tuple[int, Callable[[int], Paper]], ...] = (
    (_REPORTS, report), (_NEWS, news), (_PLANS, plan), (_BULLETINS, bulletin),
)  # fmt: skip
_BASE = sum(count for count, _ in _KINDS)


def base(number: int) -> Paper:
    """A document that is its own text: the first of each block are."""
    at = number % BLOCK
    for count, make in _KINDS:
        if at < count:
            return make(number)
        at -= count
    raise ValueError(number)


def draft(number: int, planted: Planted) -> Paper:
    """Another version of a report: the same words, half of its figures other ones."""
    dice = drawn("draft", number)
    old = base(number // BLOCK * BLOCK + dice.randrange(_CONFLICTS, _REPORTS))
    planted.drafts.append((name_of(old.number), name_of(number)))
    moved = tuple(_other_figures(dice, text) for text in old.paragraphs)
    return Paper(number, old.place, old.year, old.title, moved, source=old.source, month=old.month)


def _other_figures(dice: random.Random, text: str) -> str:
    """The text with a part of its numbers but the years drawn anew."""
    parts = text.split("，")
    changed = [
        "".join(str(9 - int(sign)) if sign.isdecimal() else sign for sign in part)
        if "年" not in part and dice.random() < 0.6
        else part
        for part in parts
    ]
    return "，".join(changed)


# -- reprints


def copy_of(old: Paper, number: int) -> tuple[Paper, str]:
    """A reprint of a document and the format that it is written in; the number decides its kind."""
    dice = drawn("reprint", number)
    body = list(old.paragraphs)
    kind = number % _REPRINTS
    paper, ending, source = old, "txt", f"{place_of(dice)}日报"
    if kind in (2, 3):  # another script; other white space and line ends
        body = [traditional(text) for text in body] if kind == 2 else [_wrapped(text) for text in body]
    elif kind == 4:
        del body[dice.randrange(1, len(body))]
    elif kind == 5:
        body.append(NOTE)
    elif kind == 7:
        body = body[: 1 + round(0.7 * len(body))]
    elif kind == 8:
        body = [text.replace("，", ",").replace("。", "．", 1) for text in body]
    title = traditional(old.title) if kind == 2 else old.title
    title = f"{old.place}：{dice.choice(ENDS)}" if kind == 6 else title
    if kind in (0, 9):
        ending, source = ("html", old.source) if kind == 0 else ("md", source)
    return Paper(number, paper.place, paper.year, title, tuple(body), old.table, source, old.month), ending


def _wrapped(text: str) -> str:
    return "\n".join(text[at : at + 36] for at in range(0, len(text), 36)) if len(text) > 72 else text


# -- files


def written(folder: Path, count: int) -> Planted:
    """Write so many documents below a folder, a folder a block."""
    planted = Planted()
    for number in range(count):
        name, at, old = name_of(number), number % BLOCK, -1
        if at < _CONFLICTS:
            paper = _contradicted(planted, number)
        elif at < _BASE:
            paper = base(number)
        elif at < _BASE + _DRAFTS:
            paper = draft(number, planted)
        else:
            old = _original(number)
            paper, ending = copy_of(base(old), number)
            name = str(Path(name).with_suffix(f".{ending}"))
            planted.reprints.append((name_of(old), name))
        planted.characters += _write(folder / name, paper)
        planted.paths.append(name)
    return planted


def _original(number: int) -> int:
    """The document that a reprint repeats: of its own or an earlier block, none that contradicts another."""
    dice = drawn("original", number)
    block = dice.randint(0, number // BLOCK)
    return block * BLOCK + dice.randrange(_CONFLICTS, _BASE - _BULLETINS)


def _contradicted(planted: Planted, number: int) -> Paper:
    """A report of the place and year of a bulletin of its block, which states one of the bulletin's figures
    otherwise."""
    other = base(number // BLOCK * BLOCK + _BASE - 1 - number % BLOCK)
    measure = SUBJECTS[number % len(SUBJECTS[:9])].measures[0]
    value = float(value_of(other.place, other.year, measure)) * 1.5 + 1
    line = f"{other.year}年，{other.place}{measure.name}{value:.{measure.digits}f}{measure.unit}。"
    planted.conflicts.append((name_of(number), name_of(other.number), measure.name))
    paper = report(number, other.place, other.year)
    return replace(paper, paragraphs=(*paper.paragraphs, line))


def name_of(number: int) -> str:
    """The path of a document that is no reprint."""
    ending = "txt" if number % BLOCK >= _BASE else _FORMATS[number % len(_FORMATS)]
    return f"{number // BLOCK:03}/{number:05}.{ending}"


def _write(path: Path, paper: Paper) -> int:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = {".txt": as_text, ".md": as_markdown, ".html": as_page}[path.suffix](paper)
    path.write_text(text, "utf-8")
    return len(text)


def as_text(paper: Paper) -> str:
    """The document as plain text."""
    rows = ["\t".join(row) for row in (_HEADER, *paper.table)] if paper.table else []
    return "\n".join([paper.title, _byline(paper), *paper.paragraphs, *rows, ""])


def as_markdown(paper: Paper) -> str:
    """The document as Markdown."""
    rows = ["| " + " | ".join(row) + " |" for row in (_HEADER, ("---",) * 3, *paper.table)] if paper.table else []
    lines = [
        f"# {paper.title}",
        _byline(paper),
        *("## " + text if _is_heading(text) else text for text in paper.paragraphs),
    ]
    return "\n\n".join(lines) + "\n\n" + "\n".join(rows) + "\n"


def as_page(paper: Paper) -> str:
    """The document as a page of a site, with the site's own lines around it."""
    body = "\n".join(f"<h2>{text}</h2>" if _is_heading(text) else f"<p>{text}</p>" for text in paper.paragraphs)
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in paper.table)
    table = f"<table><tr><th>{'</th><th>'.join(_HEADER)}</th></tr>{rows}</table>" if rows else ""
    return (
        f"<!DOCTYPE html><html lang=zh><head><meta charset=utf-8><title>{paper.title}</title></head><body>"
        "<nav><a href=/>首页</a> <a href=/list>工作动态</a> <a href=/open>信息公开</a></nav>"
        f"<article><h1>{paper.title}</h1><p>{_byline(paper)}</p>\n{body}\n{table}</article>"
        "<footer><p>主办：信息中心　网站地图　联系我们</p></footer></body></html>\n"
    )


_HEADER = ("指标", "单位", "数值")


def _byline(paper: Paper) -> str:
    return (
        f"来源：{paper.source}　发布时间：{paper.year + (paper.month < 6)}-{paper.month:02}-{1 + paper.number % 28:02}"
    )


def _is_heading(text: str) -> bool:
    return len(text) < 16 and text[1:2] == "、"


# -- later


def change(folder: Path, paths: Sequence[str]) -> None:
    """Change a figure of each of these documents, as a later version would."""
    for name in paths:
        path = folder / name
        path.write_text(path.read_text("utf-8").replace("比上年", "比上年（修正后）", 1), "utf-8")
