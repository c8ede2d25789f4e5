"""Text decoded in a wrong encoding is decoded in the right one where nothing was lost; everything else stays."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporter.language.script import traditional
from reporter.model import CleanText
from reporter.repair import repair
from tests.corpus.pages.texts import paragraphs

LINES = (*paragraphs("安全生产", 4), "一、总体要求", "云溪县质量工作总结", "（记者 江一帆）", "2018年3月5日")


def windows(data: bytes) -> str:
    """Bytes as browsers read Windows-1252: its gaps are the control characters of Latin-1."""
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in data)


def mangled(text: str, right: str, wrong: str) -> str:
    data = text.encode(right)
    return windows(data) if wrong == "windows" else data.decode(wrong)


def reversible(text: str, right: str, wrong: str) -> bool:
    try:
        return mangled(text, right, wrong) != text
    except UnicodeError:
        return False


def healed(text: str) -> str:
    return repair(CleanText.of(text).raw).text


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("utf-8", "windows"),
        ("utf-8", "latin-1"),
        ("gb18030", "windows"),
        ("gb18030", "latin-1"),
        ("big5", "windows"),
        ("big5", "gb18030"),
        ("gb18030", "cp950"),
        ("utf-8", "gb18030"),
    ],
)
def test_whole_texts_come_back(right: str, wrong: str) -> None:
    lines = [traditional(line) if right == "big5" else line for line in LINES]
    lines = [line for line in lines if reversible(line, right, wrong)]
    text = "\n".join(lines)
    assert healed(mangled(text, right, wrong)) == healed(text)
    if wrong in ("windows", "latin-1"):
        assert len(lines) >= len(LINES) - 1


@pytest.mark.parametrize("wrong", ["windows", "latin-1"])
def test_utf_8_encoded_twice_comes_back(wrong: str) -> None:
    text = "\n".join(LINES)
    assert healed(mangled(mangled(text, "utf-8", wrong), "utf-8", wrong)) == healed(text)


@pytest.mark.parametrize(("right", "wrong"), [("utf-8", "windows"), ("gb18030", "windows"), ("big5", "gb18030")])
def test_one_line_among_sound_ones_comes_back(right: str, wrong: str) -> None:
    sound = "各乡镇人民政府，县政府各部门，现将有关事项通知如下。"
    line = traditional(LINES[0]) if right == "big5" else LINES[0]
    assert healed(f"{sound}\n{mangled(line, right, wrong)}\n{sound[:12]}") == healed(f"{sound}\n{line}\n{sound[:12]}")


def test_characters_between_losses_are_restored_and_the_losses_reported() -> None:
    shown = LINES[0].encode().decode("gb18030", "replace")
    done = repair(CleanText.of(shown).raw)
    assert done.ledger.inverse() == shown
    assert "坚持问题导向" in done.text
    assert {"repair-misread"} <= {finding.code for finding in done.findings}


@pytest.mark.parametrize("text", ["锟斤拷锟斤拷锟斤拷云溪县", "涓?銆佹?讳綋瑕?佹眰锛?"])
def test_what_was_lost_stays_and_is_reported(text: str) -> None:
    done = repair(CleanText.of(text).raw)
    assert [finding.level for finding in done.findings if finding.code == "repair-misread-open"] == ["warning"]


@pytest.mark.parametrize(
    "text",
    [
        "Société Générale 与 Münchener Rück 签署合作协议，Ångström 实验室参加。",
        "魑魅魍魉、饕餮、貔貅、麒麟、狻猊、狴犴",
        "龘靐齉齾爩鱻麤龗灪吁籱",
        "褚遂良、欧阳询、虞世南、薛稷、颜真卿、柳公权",
        "温度25°C±0.5°C，湿度≤60%，尺寸3×4×5",
        "联通、移动、电信",
        "これは日本語の文です。ありがとうございます。",
        "Größe: 5 €, «déjà vu» — naïve café",
    ],
)
def test_sound_text_is_left_alone(text: str) -> None:
    assert not any("misread" in edit.rule for edit in repair(CleanText.of(text).raw).ledger.edits)


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(LINES),
            st.sampled_from([("utf-8", "gb18030"), ("utf-8", "cp950"), ("gb18030", "cp950"), ("gb18030", "latin-1")]),
            st.sampled_from(["", "正常", "LED ", "?"]),
        ),
        max_size=5,
    )
)
def test_the_laws_hold_for_lossy_misread_text(parts: list[tuple[str, tuple[str, str], str]]) -> None:
    text = (
        "\n".join(more + line.encode(right).decode(wrong, "replace") for line, (right, wrong), more in parts) + "\n完"
    )
    done = repair(CleanText.of(text).raw)
    assert done.ledger.inverse() == text
    assert healed(done.text) == done.text
