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
