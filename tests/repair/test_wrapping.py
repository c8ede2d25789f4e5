"""Lines cut at a fixed width become paragraphs again; what was never wrapped is left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporter.model import CleanText
from reporter.read import read_bytes
from reporter.repair import repair
from tests.corpus.pages.texts import paragraphs

CORPUS = Path(__file__).parents[1] / "corpus"
NO_START = "，。、；：！？）》”’」』】…%％"
NO_END = "（《“‘「『【"
FIRST, SECOND, THIRD = paragraphs("质量提升", 3)
HEADING = "一、总体情况"
LONG_HEADING = (
    "（二）坚持问题导向，聚焦群众反映强烈的突出问题开展专项整治，切实维护消费者的合法权益和公平竞争的市场秩序"
)


def columns(text: str) -> int:
    return sum(2 if ord(char) > 0x2000 else 1 for char in text)


def wrapped(text: str, width: int, indent: str = "　　", punctuation: str = "push", words: bool = True) -> list[str]:
    """The text in lines of so many columns.

    ``punctuation`` that may not begin a line hangs behind its end (hang), takes a character along (push) or does begin
    lines (none); ``words`` keeps Latin words and numbers whole.
    """
    lines, line = [], indent
    for unit in _units(text, punctuation, words):
        if line.strip() and columns(line + unit) > width:
            if punctuation == "hang" and unit in NO_START:
                lines.append(line + unit)
                line = ""
                continue
            lines.append(line)
            line = ""
        line += unit
    return [*lines, line] if line.strip() else lines


def _units(text: str, punctuation: str, words: bool) -> list[str]:
    units: list[str] = []
    for unit in re.findall(r"[!-~]+|." if words else ".", text):
        if punctuation == "push" and units and (unit[0] in NO_START or units[-1][-1] in NO_END):
            units[-1] += unit
        else:
            units.append(unit)
    return units


def healed(text: str) -> str:
    return repair(CleanText.of(text).raw).text


def lines_of(*lines: str) -> list[str]:
    """The lines that repair makes of these, blank ones left out."""
    return [line for line in healed("\n".join(lines)).split("\n") if line]


STYLES = tuple(product((60, 70, 76, 84), ("　　", "    ", ""), ("none", "hang", "push"), (True, False)))


@pytest.mark.parametrize(("width", "indent", "punctuation", "words"), STYLES)
def test_paragraphs_come_back_whatever_the_style(width: int, indent: str, punctuation: str, words: bool) -> None:
    article = paragraphs("市场监管", 9, seed=3)
    blank = [] if indent else [""]
    cut = [line for text in article for line in [*wrapped(text, width, indent, punctuation, words), *blank]]
    assert lines_of(*cut) == list(article)


@pytest.mark.parametrize(("end", "trail"), [("\r\n", ""), ("\n", "  "), ("\r", " "), ("\n\n", "")])
def test_line_ends_trailing_and_doubled_blanks_do_not_matter(end: str, trail: str) -> None:
    cut = [line + trail for text in (FIRST, SECOND, THIRD) for line in wrapped(text, 60)]
    assert [line for line in healed(end.join(cut)).split("\n") if line] == [FIRST, SECOND, THIRD]


def test_a_text_cut_by_characters_comes_back() -> None:
    article = paragraphs("公共服务", 8)
    cut = [text[at : at + 30] for text in article for at in range(0, len(text), 30)]
    assert "".join(lines_of(*cut)) == "".join(article)
    assert len(lines_of(*cut)) <= len(article) + 2


def test_headings_stay_lines_of_their_own_and_long_ones_become_one() -> None:
    cut = [
        HEADING,
        *wrapped(FIRST, 64),
        *wrapped(LONG_HEADING, 64, ""),
        *wrapped(SECOND, 64),
        "　　三、下一步打算",
        *wrapped(THIRD, 64),
    ]
    assert lines_of(*cut) == [HEADING, FIRST, LONG_HEADING, SECOND, "三、下一步打算", THIRD]


def test_titles_signatures_and_annexes_stay_as_they_are() -> None:
    head = ["            关于全面推进质量强县建设加快", "              经济高质量发展的实施意见", "", "各有关单位："]
    foot = [
        "　　附件：1.任务分工表",
        "　　　　　2.评分细则",
        "",
        " " * 44 + "云溪县人民政府",
        " " * 46 + "2018年3月5日",
    ]
    found = lines_of(*head, *wrapped(FIRST, 64), *wrapped(SECOND, 64), *foot)
    assert found == [
        "关于全面推进质量强县建设加快",
        "经济高质量发展的实施意见",
        "各有关单位：",
        FIRST,
        SECOND,
        "附件：1.任务分工表",
        "2.评分细则",
        "云溪县人民政府",
        "2018年3月5日",
    ]


def test_items_with_hanging_lines_become_one_line_each() -> None:
    first, second = wrapped(FIRST, 60, ""), wrapped(SECOND, 60, "")
    cut = ["1. " + first[0], *("   " + line for line in first[1:]), "2. " + second[0], *("   " + x for x in second[1:])]
    assert lines_of(*cut) == ["1. " + FIRST, "2. " + SECOND]


def test_tables_between_paragraphs_keep_their_rows() -> None:
    rows = ["指标      2016年    2017年", "总产值    1234.5    1345.6", "| 甲 | 12 |", "| 乙 | 13 |"]
    found = lines_of(*wrapped(FIRST, 60), *rows, *wrapped(SECOND, 60))
    assert found == [FIRST, *(re.sub(" +", " ", row) for row in rows), SECOND]


def test_latin_words_are_joined_by_a_blank_and_numbers_by_nothing() -> None:
    text = (
        "The bureau has opened a service centre where small firms may test their products without paying any fee at all"
    )
    middle = text.rindex(" ", 0, 57)
    cut = [text[:middle], text[middle + 1 :], "", *wrapped(FIRST, 56, ""), "", *wrapped(SECOND, 56, "")]
    assert lines_of(*cut) == [text, FIRST, SECOND]
    hard = [line for text in (FIRST, SECOND, THIRD) for line in wrapped(text, 34, "　　", "none", False)]
    assert lines_of(*hard) == [FIRST, SECOND, THIRD]


def test_lines_of_any_length_around_do_not_hide_a_wrapped_text() -> None:
    long, other = FIRST + SECOND, SECOND + THIRD
    assert lines_of(FIRST * 3, *wrapped(long, 60), THIRD * 3, *wrapped(other, 60)) == [
        FIRST * 3,
        long,
        THIRD * 3,
        other,
    ]


def test_preformatted_text_of_a_page_is_rejoined() -> None:
    cut = "\n".join([*wrapped(FIRST, 60), *wrapped(SECOND, 60), *wrapped(THIRD, 60)])
    raw = read_bytes(f"<html><body><h1>质量工作情况</h1><pre>\n{cut}</pre></body></html>".encode(), "a.html")
    done = repair(raw)
    assert done.text.split() == ["质量工作情况", FIRST, SECOND, THIRD]
    assert done.ledger.inverse() == raw.ledger.source
    assert healed(done.text) == done.text


@pytest.mark.parametrize(
    "lines",
    [
        ("春水初生新绿遍山前，", "布谷声声又唤种新田。") * 6,
        ("云溪水暖鸭先知两岸青山", "竹外桃花三两枝春来早些", "蒌蒿满地芦芽短正是时节", "河豚欲上时人未归来唱晚") * 3,
        tuple(
            f"云溪县{town}镇人民路一百二十三号市场监督管理所办公大楼"
            for town in ("东山", "西河", "南湖", "北岭", "中坪")
        ),
        ("坚持以人为本的发展理念 建设人民满意的服务型政府", "深入开展质量提升的行动 打造全国知名的品牌示范区") * 3,
        (
            "全市召开安全生产工作会议部署下一步重点任务",
            "我县三家企业获评全省质量标杆称号受到表彰",
            "云溪茶叶通过国家地理标志产品保护专家审查",
        )
        * 2,
        ("会议听取了汇报。", "会议讨论了方案。", "会议通过了决议。", "会议作出了部署。"),
    ],
)
def test_verse_addresses_slogans_and_short_paragraphs_are_left_alone(lines: tuple[str, ...]) -> None:
    assert lines_of(*lines) == list(lines)


def corpus_texts() -> Iterator[tuple[str, str]]:
    for path in sorted(CORPUS.glob("*/*.txt")) + sorted(CORPUS.glob("documents/docs/*")):
        yield path.name, read_bytes(path.read_bytes(), path.name).ledger.text


def test_nothing_is_joined_in_the_corpora() -> None:
    joined = [name for name, text in corpus_texts() if any("wrap" in edit.rule for edit in edits(text))]
    assert joined == []


def edits(text: str) -> tuple[Any, ...]:
    return repair(CleanText.of(text).raw).ledger.edits


@pytest.mark.parametrize(("indent", "blank"), [("", [""]), ("　　", [])])
def test_wrapped_corpora_come_back(indent: str, blank: list[str]) -> None:
    good = total = 0
    for name, text in corpus_texts():
        lines = [line for line in healed(text).split("\n") if line and "\t" not in line]
        if max(map(len, lines), default=0) < 80 or len(lines) < 5 or (CORPUS / "figures" / name).exists():
            continue
        cut = [piece for line in lines for piece in [*wrapped(line, 76, indent), *blank]]
        found = set(lines_of(*cut))
        good += sum(line in found for line in lines)
        total += len(lines)
    assert total > 200
    assert good / total > 0.97


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.integers(0, 40), min_size=1, max_size=8),
    st.sampled_from(STYLES),
    st.sampled_from(["\n", "\r\n", " \n", "\n\n"]),
    st.sampled_from(["", HEADING + "\n", "甲\t乙\n1\t2\n", "                云溪县人民政府\n"]),
)
def test_the_laws_hold_for_wrapped_text(
    picks: list[int], style: tuple[int, str, str, bool], end: str, between: str
) -> None:
    texts = paragraphs("安全生产", 41)
    cut = between.join(end.join([*wrapped(texts[pick], *style), ""]) for pick in picks)
    done = repair(CleanText.of(cut).raw)
    assert done.ledger.inverse() == cut
    assert healed(done.text) == done.text
    at = 0
    for line in done.text.split("\n"):
        assert done.ledger.replay(*done.ledger.source_span(at, at + len(line))) == line
        at += len(line) + 1


def test_a_finding_counts_the_joined_lines() -> None:
    cut = "\n".join([*wrapped(FIRST, 60), *wrapped(SECOND, 60)])
    found = [finding for finding in repair(CleanText.of(cut).raw).findings if finding.code == "repair-unwrapped"]
    assert [finding.level for finding in found] == ["info"]
    assert str(len(wrapped(FIRST, 60)) + len(wrapped(SECOND, 60)) - 2) in found[0].message
