"""Characters torn between their bytes are put together when the bytes leave one answer, and reported when not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporter.model import CleanText, Edit
from reporter.repair import repair


def annotated(text: str, notes: dict[str, str]) -> str:
    """The text as a converter leaves it that writes notes into GBK bytes wherever a character's two bytes occur, and as
    a lenient decoder then shows it: "?" for a lead byte without trail, swallowing an opening bracket."""
    data = text.encode("gbk")
    for char, reading in notes.items():
        data = data.replace(char.encode("gbk"), f"{char}({reading})".encode("gbk"))
    shown, at = "", 0
    while at < len(data):
        size = 1 if data[at] < 0x80 else 2
        try:
            shown += data[at : at + size].decode("gbk")
        except UnicodeDecodeError:
            shown += "?"
            size = 2 if data[at + 1 : at + 2] == b"(" else 1
        at += size
    return shown


def healed(text: str) -> str:
    return repair(CleanText.of(text).raw).text


def codes(text: str) -> list[str]:
    return [finding.code for finding in repair(CleanText.of(text).raw).findings]


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("已有較大發展?,F(xiàn)有人員五十名", "已有較大發展。現有人員五十名"),
        ("已有較大發展?，F(xiàn)有人員五十名", "已有較大發展。現有人員五十名"),
        ("在適當?shù)臅r候考察", "在適當的時候考察"),
        ("在適當(dāng)?shù)臅r候考察", "在適當的時候考察"),
        ("對當?shù)禺a(chǎn)業(yè)發(fā)展", "對當地產業發展"),
        ("做好當?shù)丨h(huán)境保護工作", "做好當地環境保護工作"),
        ("得到當?shù)卣?府支持", "得到當地政府支持"),
    ],
)
def test_slips_are_healed(damaged: str, whole: str) -> None:
    assert healed(damaged) == whole


NOTES = {"數": "shù", "現": "xiàn", "產": "chǎn", "業": "yè", "環": "huán", "經": "jīng", "發": "fā"}


@pytest.mark.parametrize(
    "text",
    [
        "當地人民群眾反映強烈。現將有關情況通報如下",
        "促進當地的經濟發展，提高群眾收入水平",
        "在適當的時機開展環境保護工作",
        "對當地產業發展起到了積極作用",
    ],
)
def test_what_the_mechanism_tears_is_put_together(text: str) -> None:
    damaged = annotated(text, NOTES)
    assert damaged != text
    assert healed(damaged) == text


def test_both_characters_are_edits_of_their_own() -> None:
    done = repair(CleanText.of("較大發展?,F(xiàn)有人員").raw)
    assert done.ledger.edits == (Edit(4, 6, "?,", "。", "byte-slip"), Edit(6, 13, "F(xiàn)", "現", "byte-slip"))
    assert [finding.code for finding in done.findings] == ["repair-slip"]


@pytest.mark.parametrize("text", ["到通?,F(xiàn)在", "大?zhì)甲a乙"])
def test_an_ambiguous_or_contradictory_slip_stays_and_is_reported(text: str) -> None:
    assert "?" in healed(text)
    assert "repair-slip-open" in codes(text)


@pytest.mark.parametrize("text", ["这是什么？好", "真的吗？ok）好a", "答案是A（a）还是B（b）？", "是不是?,F(a)"])
def test_questions_are_no_slips(text: str) -> None:
    assert "repair-slip" not in codes(text)


@settings(deadline=None, max_examples=200)
@given(
    st.lists(
        st.sampled_from(
            ["當地的", "經濟", "發展", "產業", "環境", "現有", "數量", "適當的", "工作", "時間", "政府", "，", "。"]
        ),
        max_size=10,
    )
)
def test_what_is_healed_wholly_is_the_original(words: list[str]) -> None:
    text = "".join(words)
    result = healed(annotated(text, NOTES))
    assert "?" in result or result == healed(text)
