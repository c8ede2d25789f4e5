"""Blanks, invisible characters, line ends and the residue of conversions."""

from __future__ import annotations

import pytest

from reporter.model import CleanText
from reporter.repair import repair


def healed(text: str) -> str:
    return repair(CleanText.of(text).raw).text


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("\u3000\u3000质量工作", "质量工作"),
        ("\u00a0 \u00a0 一、总体要求 ", "一、总体要求"),
        ("提升质量\u3000\u00a0建设侨乡", "提升质量 建设侨乡"),
        ("提升质量 建设侨乡", "提升质量 建设侨乡"),
        ("质量, 安全", "质量，安全"),
        ("质量 ，安全", "质量，安全"),
        ("a  b", "a b"),
        ("甲\r\n乙\r丙\u2028丁", "甲\n乙\n丙\n丁"),
        ("甲\n\n乙", "甲\n\n乙"),
        ("\ufeff质\u200b量\xad工\x01作", "质量工作"),
        ("质量工作\ufffd", "质量工作"),
        ("⼯作⼗分重要，\uf967要", "工作十分重要，不要"),
    ],
)
def test_blanks_and_invisible_characters(damaged: str, whole: str) -> None:
    assert healed(damaged) == whole


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("他说&ldquo;好&rdquo;&nbsp;。", "他说“好”。"),
        ("第一段<br/>第二段", "第一段\n第二段"),
        ("<p>质量</p>", "\n质量\n"),
        ("<strong>质量</strong>工作", "质量工作"),
        ("成功\\率提高，許\\先生", "成功率提高，許先生"),
        ("C:\\质量\\工作", "C:\\质量\\工作"),
        ("全面提升质量水平".encode().decode("gb18030"), "全面提升质量水平"),
        ("质量强市工作。".encode().decode("latin-1"), "质量强市工作。"),
        ("全面提升质量水平，成效".encode().decode("gb18030", "replace"), "全面提升质量水平，成鏁"),
        ("全面提升质量".encode("gb18030").decode("latin-1"), "全面提升质量"),
        ("联通公司提升质量", "联通公司提升质量"),
        ("AT&T公司，a<b", "AT&T公司，a<b"),
    ],
)
def test_residue_of_conversions(damaged: str, whole: str) -> None:
    assert healed(damaged) == whole


def test_misread_characters_keep_their_places() -> None:
    shown = "质量工作水平".encode().decode("gb18030")
    done = repair(CleanText.of(shown).raw)
    assert done.text == "质量工作水平"
    assert [done.ledger.replay(*done.ledger.source_span(at, at + 2)) for at in (0, 2, 4)] == ["质量", "工作", "水平"]


def test_private_use_characters_stay_and_are_reported() -> None:
    done = repair(CleanText.of("质量\ue123工作").raw)
    assert done.text == "质量\ue123工作"
    assert [finding.code for finding in done.findings] == ["repair-private-use"]
