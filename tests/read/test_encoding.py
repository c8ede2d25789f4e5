"""The encodings that Chinese text comes in are told apart; nothing is doubtful in silence."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporter.errors import ReadError
from reporter.read import read_bytes
from reporter.read.encoding import decode

SIMPLIFIED = "今年以来，全市质量监督部门共检查企业120家，立案15起。\r\n下一步，将继续加大力度。\n"
TRADITIONAL = "今年以來，全市品質監督部門共檢查企業120家，立案15起。\r\n下一步，將繼續加大力度。\n"
SHORT = {"zh-Hans": "关于质量工作的通知", "zh-Hant": "關於品質工作的通知"}


@pytest.mark.parametrize(
    ("text", "codec", "read_as"),
    [
        (SIMPLIFIED, "utf-8", "utf-8"),
        (SIMPLIFIED, "gb18030", "gb18030"),
        (SIMPLIFIED, "gb2312", "gb18030"),
        (TRADITIONAL, "gbk", "gb18030"),
        (TRADITIONAL, "cp950", "cp950"),
        (SIMPLIFIED, "utf-16-le", "utf-16-le"),
        (TRADITIONAL, "utf-16-be", "utf-16-be"),
        (SHORT["zh-Hans"], "gb18030", "gb18030"),
        (SHORT["zh-Hant"], "cp950", "cp950"),
        (SHORT["zh-Hans"], "utf-16-le", "utf-16-le"),
        (SHORT["zh-Hant"], "utf-16-be", "utf-16-be"),
        (TRADITIONAL + "香港嘅啲嘢", "big5hkscs", "big5hkscs"),
        ("plain ASCII, 100%", "ascii", "utf-8"),
    ],
)
def test_every_encoding_is_told_without_a_mark(text: str, codec: str, read_as: str) -> None:
    decoded = decode(text.encode(codec))
    assert (decoded.text, decoded.encoding, decoded.findings) == (text, read_as, ())


@pytest.mark.parametrize("codec", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "gb18030"])
def test_a_mark_decides_and_counts_as_one_character(codec: str) -> None:
    decoded = decode(("\ufeff" + SIMPLIFIED).encode(codec))
    assert (decoded.text, decoded.encoding) == ("\ufeff" + SIMPLIFIED, codec)


def test_line_ends_stay_as_they_are() -> None:
    assert decode(b"a\r\nb\rc\n").text == "a\r\nb\rc\n"


@pytest.mark.parametrize(("codec", "cut"), [("utf-8", 1), ("utf-8", 2), ("gb18030", 1), ("utf-16-le", 1)])
def test_a_tail_cut_inside_a_character_is_one_replacement_and_a_finding(codec: str, cut: int) -> None:
    decoded = decode((SIMPLIFIED + "终").encode(codec)[:-cut])
    assert decoded.text == SIMPLIFIED + "\ufffd"
    assert [finding.code for finding in decoded.findings] == ["read-tail-cut"]


def test_chinese_bytes_that_are_valid_utf8_by_accident_are_chinese() -> None:
    assert decode("联通".encode("gb18030")).text == "联通"
    assert decode("café déjà vu".encode()).text == "café déjà vu"


def test_few_damaged_bytes_are_read_around_and_reported() -> None:
    data = (SIMPLIFIED * 40).encode()
    decoded = decode(data[:900] + b"\xff" + data[900:])
    assert decoded.encoding == "utf-8"
    assert [finding.code for finding in decoded.findings] == ["read-bytes-damaged"]


def test_a_guess_that_another_encoding_rivals_is_reported() -> None:
    decoded = decode("臅厝恕".encode("gb18030"))
    assert [finding.code for finding in decoded.findings] == ["read-encoding-doubtful"]


@pytest.mark.parametrize(
    ("declared", "codec", "read_as", "codes"),
    [
        ("gb2312", "utf-8", "utf-8", ["read-charset-wrong"]),
        ("utf-8", "gb18030", "gb18030", ["read-charset-wrong"]),
        ("big5", "gb18030", "gb18030", ["read-charset-wrong"]),
        ("GB2312", "gb18030", "gb18030", []),
        ("nonsense", "gb18030", "gb18030", []),
    ],
)
def test_a_wrong_declaration_does_not_mislead(declared: str, codec: str, read_as: str, codes: list[str]) -> None:
    decoded = decode((SIMPLIFIED * 3).encode(codec), declared)
    assert (decoded.text, decoded.encoding) == (SIMPLIFIED * 3, read_as)
    assert [finding.code for finding in decoded.findings] == codes


@pytest.mark.parametrize("data", [bytes(range(128, 256)) * 20, b"\0\1\2\3\4\5" * 50, b"\xff\xff\xff\xff" * 30])
def test_bytes_that_are_no_text_are_refused(data: bytes) -> None:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, "a.txt")
    assert caught.value.status == "failed"
    assert caught.value.hint


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with contextlib.suppress(ReadError):
        raw = read_bytes(data, "a.txt")
        assert raw.ledger.inverse() == raw.ledger.source


@settings(deadline=None)
@given(st.text(alphabet="质量监督部门检查企业，。的了在是和有12%\n", min_size=12, max_size=60))
def test_chinese_text_survives_each_encoding(text: str) -> None:
    for codec in ("utf-8", "gb18030"):
        assert decode(text.encode(codec)).text == text


# -- cuts, mixtures and rarities


@pytest.mark.parametrize(
    ("codec", "cut"), [("utf-8", 1), ("utf-8", 2), ("gb18030", 1), ("utf-16-le", 1), ("utf-16-be", 1)]
)
def test_a_head_cut_inside_a_character_is_one_replacement_and_a_finding(codec: str, cut: int) -> None:
    decoded = decode(SIMPLIFIED.encode(codec)[cut:])
    assert (decoded.text, decoded.encoding) == ("\ufffd" + SIMPLIFIED[1:], codec)
    assert [finding.code for finding in decoded.findings] == ["read-head-cut"]


def test_a_head_of_big5_cut_inside_a_character_is_read_from_the_next_one_on() -> None:
    text = "檢" + TRADITIONAL
    decoded = decode(text.encode("cp950")[1:])
    assert (decoded.text, [finding.code for finding in decoded.findings]) == ("\ufffd" + TRADITIONAL, ["read-head-cut"])


@pytest.mark.parametrize("codec", ["gb18030", "cp950", "utf-8", "utf-16-le"])
@pytest.mark.parametrize("text", ["嫘祖祭典", "「圖書」", "龘", "（一）質量", "　　品質工作"])
def test_a_rare_beginning_is_no_cut(text: str, codec: str) -> None:
    decoded = decode((text + TRADITIONAL).encode(codec))
    assert (decoded.text, decoded.findings) == (text + TRADITIONAL, ())


@pytest.mark.parametrize("codec", ["gb18030", "cp950"])
def test_lines_of_two_encodings_are_each_read_in_their_own(codec: str) -> None:
    first, second = SIMPLIFIED * 2, TRADITIONAL * 3
    for data, text in (
        (first.encode() + second.encode(codec), first + second),
        (second.encode(codec) + first.encode(), second + first),
    ):
        decoded = decode(data)
        assert (decoded.text, decoded.encoding) == (text, f"utf-8+{codec}")
        assert [finding.code for finding in decoded.findings] == ["read-encoding-mixed"]


@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "cp950", "utf-16", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("zeros", [4, 5, 500])
def test_zeros_that_fill_up_the_end_are_left_out_with_a_finding(codec: str, zeros: int) -> None:
    text = "工作總結。" * 4 + "一"
    decoded = decode(text.encode(codec) + b"\0" * zeros)
    assert decoded.text.lstrip("\ufeff") == text
    assert [finding.code for finding in decoded.findings] == ["read-padding"]


@pytest.mark.parametrize("codec", ["hz", "utf-7"])
def test_chinese_in_seven_bits_is_read(codec: str) -> None:
    decoded = decode(SIMPLIFIED.replace("\r", "").encode(codec))
    assert (decoded.text, decoded.encoding, decoded.findings) == (SIMPLIFIED.replace("\r", ""), codec, ())


@pytest.mark.parametrize("text", ["a+bcd- and ~{ab code +abc/def- done", "~{x} += b+c-d", "1+1-1"])
def test_ascii_with_odd_marks_is_ascii(text: str) -> None:
    assert decode(text.encode()) == decode(text.encode("utf-8"))
    assert decode(text.encode()).text == text


def test_text_in_iso_2022_is_refused_by_its_name() -> None:
    with pytest.raises(ReadError, match="ISO-2022") as caught:
        decode(b"text \x1b$)A\x0e=q\x0f")
    assert caught.value.code == "read-undecodable"


def test_text_in_an_encoding_that_nothing_here_decodes_is_doubtful() -> None:
    # A sentence in EUC-TW: both bytes of each character above A0, ordered by strokes.
    data = bytes.fromhex("c4f4c8a1c5e8cbf4a1a2c7c0c6cbd0c2efb3e9f1e5c6dde5cfdcc7c1f3f4d1e7c7bae4c6a1a2c4b6c4a1cae3")
    assert [finding.code for finding in decode(data).findings] == ["read-encoding-doubtful"]


@pytest.mark.parametrize("amount", ["亿元", "万人", "办公室"])
def test_a_few_chinese_characters_among_ascii_are_enough(amount: str) -> None:
    text = f"GDP growth report 2018, total {amount} per year\n"
    for codec in ("utf-8", "gb18030"):
        assert decode(text.encode(codec)).text == text


@pytest.mark.parametrize("text", ["通知", "质量", "目录", "工作报告", "二〇一八年", "关于质量工作的通知"])
@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "utf-16-le", "utf-16-be"])
def test_a_heading_alone_is_enough(text: str, codec: str) -> None:
    assert decode(text.encode(codec)).text == text
