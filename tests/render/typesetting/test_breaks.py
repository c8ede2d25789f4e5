"""What is broken in place of a text has its length and breaks like Chinese."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.render.typesetting.breaks import StandIns, stand_in

ALL = StandIns()
TEXTS = st.text(st.sampled_from("甲第亿元年，。；：“”‘’（）《》—…~～.,%％12３４ a"), max_size=40)


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("据“甲”乙", "据「甲」乙"),
        ("完成1,234.5亿元投资", "完成1,234.5々々投资"),
        ("增长12.5%左右", "增长12.5%左右"),
        ("增长3.5个百分点左右", "增长3.5々々々々左右"),
        ("用3~5年、3～5年", "用3~5々、3％5々"),
        ("第3号文", "「3々文"),
        ("共１２３万元", "共１々々々々"),
        ("2023年5月", "2023々5々"),
        ("it’s", "it’s"),
        ("甲”，“乙", "甲｣，｢乙"),
        ("（《甲》）", "（｢甲｣）"),
        ("说：“好。”", "说：｢好｣」"),
        ("plain text 12", "plain text 12"),
        ("", ""),
    ],
)
def test_stand_ins(text: str, broken: str) -> None:
    assert stand_in(text, traditional=False, having=ALL) == broken


def test_traditional_text_keeps_the_width_of_its_centred_stops() -> None:
    assert stand_in("甲。」乙、「丙」", traditional=True, having=ALL) == "甲。」乙、「丙」"
    assert stand_in("（《甲》）", traditional=True, having=ALL) == "（｢甲｣）"


@given(TEXTS, st.booleans(), st.booleans(), st.booleans(), st.booleans())
def test_a_stand_in_has_every_offset_of_its_text(
    text: str, traditional: bool, glued: bool, quoted: bool, narrow: bool
) -> None:
    broken = stand_in(text, traditional, StandIns(glued, quoted, narrow))
    assert [len(character.encode()) for character in broken] == [len(character.encode()) for character in text]


@given(TEXTS)
def test_a_face_without_stand_ins_leaves_the_text(text: str) -> None:
    assert stand_in(text, traditional=False, having=StandIns(glued=False, quoted=False, narrow=False)) == text


@given(st.text(st.sampled_from("0123456789"), min_size=1, max_size=6), st.text("甲乙百万亿个元年", max_size=20))
def test_at_most_seven_characters_hang_on_a_number(number: str, behind: str) -> None:
    assert stand_in(number + behind, traditional=False, having=ALL).count("々") <= 7
