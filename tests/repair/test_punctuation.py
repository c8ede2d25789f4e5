"""Half-width punctuation of Chinese text becomes full width; that of numbers, addresses and Latin text stays."""

from __future__ import annotations

import pytest

from reporter.model import CleanText
from reporter.repair import repair


def healed(text: str) -> str:
    return repair(CleanText.of(text).raw).text


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("今年以来,全市开展检查;效果很好!", "今年以来，全市开展检查；效果很好！"),
        ("企业19家,有252名", "企业19家，有252名"),
        ("合格率100%,其中", "合格率100%，其中"),
        ("10月29日,全省", "10月29日，全省"),
        ("通过ISO9001,成为", "通过ISO9001，成为"),
        ("作者:方知远", "作者：方知远"),
        ("这是为什么?答案", "这是为什么？答案"),
        ("真好!!!大家", "真好！！！大家"),
        ("说明 ,如下", "说明，如下"),
        ("(一)总体要求", "（一）总体要求"),
        ("(1)加强领导", "（1）加强领导"),
        ("增长(12.3%)以上", "增长（12.3%）以上"),
        ("办法(试行）", "办法（试行）"),
        ("系统(含(甲)和(乙))建设", "系统（含（甲）和（乙））建设"),
        ('推进"质量强市"战略', "推进“质量强市”战略"),
        ("所谓'三服务'工作", "所谓‘三服务’工作"),
        ("--某市工作纪实", "——某市工作纪实"),
        ("还有很多...", "还有很多……"),
        ("工作顺利完成.", "工作顺利完成。"),
        ("抓好落实.然后总结,提高水平.", "抓好落实。然后总结，提高水平。"),
        ("｢重點｣､甲｡", "「重點」、甲。"),
    ],
)
def test_chinese_punctuation_is_full_width(damaged: str, whole: str) -> None:
    assert healed(damaged) == whole


@pytest.mark.parametrize(
    "text",
    [
        "1,234.5万元",
        "02:22:00",
        "比例为3:1",
        "http://a.cn/x?a=1,b=2",
        "a@b.cn",
        "f(x)=1,2",
        "ISO/IEC17025",
        "LED,OLED灯",
        "ISO(2008)",
        "3~5年",
        "2012-3-5",
        "Copyright (c) 2018",
        "it's a test, isn't it?",
        "第一章 总则......12",
        "1.加强领导",
        "卡尔.马克思指出。",
        '5" 屏幕',
        "甲（乙",
        "1)加强领导",
        "a;b;c",
    ],
)
def test_numbers_addresses_and_latin_text_stay(text: str) -> None:
    assert healed(text) == text


def test_quotes_that_are_not_balanced_stay() -> None:
    assert healed('推进"质量强市战略') == '推进"质量强市战略'


def test_a_question_mark_in_the_place_of_a_character_stays_and_is_reported() -> None:
    done = repair(CleanText.of("原总理朱?基同志。").raw)
    assert "朱?基" in done.text
    assert [finding.code for finding in done.findings] == ["repair-lost-character"]


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("增长１２．５％", "增长12.5%"),
        ("１，２３４家", "1,234家"),
        ("ＩＳＯ９００１", "ISO9001"),
        ("說明︰甲﹐乙﹔丙﹪", "說明：甲，乙；丙%"),
        ("１０：３０", "10:30"),
        ("（１）甲，２家", "（1）甲，2家"),
    ],
)
def test_full_width_digits_and_letters_become_ascii(damaged: str, whole: str) -> None:
    assert healed(damaged) == whole


def test_every_full_width_digit_is_an_edit_of_its_own() -> None:
    done = repair(CleanText.of("１２家").raw)
    assert done.ledger.source_span(1, 2) == (1, 2)
