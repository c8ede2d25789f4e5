"""A pinyin note goes only when it is a reading of the character before it; every other bracket stays."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporter.model import CleanText
from reporter.repair import repair

READ = {
    "監": "jiān",
    "業": "yè",
    "區": "qū",
    "質": "zhì",
    "準": "zhǔn",
    "发": "fā",
    "长": "cháng",
    "绿": "lǜ",
    "优": "yōu",
    "数": "shù",
}


def healed(text: str) -> str:
    return repair(CleanText.of(text).raw).text


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("質監(jiān)分局", "質監分局"),
        ("質监（jiān）分局", "質监分局"),
        ("企業(yè)、產(chǎn)業(yè)", "企業、產業"),
        ("試點縣(區(qū))的", "試點縣（區）的"),
        ("试点县(区(qū))", "试点县（区）"),
        ("綠(lv4)色", "綠色"),
        ("業(yè)(yè)務", "業務"),
        ("監\u200b(jiān)管", "監管"),
        ("監(\u00a0jiān )管", "監管"),
        ("鎮(zhèn)", "鎮"),
    ],
)
def test_notes_go(damaged: str, whole: str) -> None:
    assert healed(damaged) == whole


@pytest.mark.parametrize(
    "text",
    [
        "縣（區）",
        "制（修）訂",
        "运距200公里（km）",
        "发光二极管（led）",
        "監（guān）管",
        "业务（ye务）",
        "甲乙（a）",
        "安（全）",
        "ISO(jiān)",
        "（jiān）在句首",
        "重庆（cq）",
    ],
)
def test_other_brackets_stay(text: str) -> None:
    assert healed(text) == text


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from("監業區質準发长绿优数工作，（的）"), st.booleans()), max_size=40))
def test_notes_behind_any_of_a_texts_characters_vanish(parts: list[tuple[str, bool]]) -> None:
    whole = "".join(char for char, _ in parts)
    damaged = "".join(f"{char}({READ[char]})" if noted and char in READ else char for char, noted in parts)
    assert healed(damaged) == healed(whole)


@settings(deadline=None)
@given(st.text(alphabet="区县修参数据", min_size=1, max_size=4), st.sampled_from("甲区县"))
def test_real_brackets_survive_notes_inside_and_before_them(held: str, before: str) -> None:
    assert healed(f"{before}({held[:-1]}業(yè))") == f"{before}（{held[:-1]}業）"


def test_each_note_is_an_edit_of_its_own() -> None:
    done = repair(CleanText.of("企業(yè)產(chǎn)業(yè)").raw)
    assert [edit.original for edit in done.ledger.edits] == ["(yè)", "(chǎn)", "(yè)"]
    assert [finding.code for finding in done.findings] == ["repair-pinyin"]
