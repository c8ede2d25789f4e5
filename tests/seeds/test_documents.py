"""The sample documents hold the damage that they are there for, and nobody is quoted in them."""

from __future__ import annotations

import re
from pathlib import Path

import opencc
import pytest
from pypinyin import Style, pinyin

NAMES = (
    "jiangmen-quality-city",
    "jiaojiang-quality-projects",
    "jinhua-quality-safety",
    "shunde-study-visit",
    "suiyang-quality-district",
)
TRADITIONAL = NAMES[:4]
# A reading in brackets after a character: letters of pinyin, one of them with a tone mark.
NOTE = re.compile(r"([\u3400-\u9fff])\(([a-z]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-z]*)\)")
SLIPS = ("?,F(xiàn)", "?shù)臅r")


def text_of(seeds: Path, name: str) -> str:
    """The document as it stands in the file, line ends untouched."""
    return (seeds / f"{name}.txt").read_bytes().decode("utf-8")


def test_folder_holds_five_documents_and_says_what_they_are(seeds: Path) -> None:
    assert sorted(path.stem for path in seeds.glob("*.txt")) == sorted(NAMES)
    about = (seeds / "README.md").read_text("utf-8")
    assert "invented" in about
    assert "虚构" in about
    assert "demonstration only" in about
    assert all(f"`{name}.txt`" in about for name in NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_document_is_bare_utf8_with_half_width_punctuation(seeds: Path, name: str) -> None:
    text = text_of(seeds, name)
    assert not text.startswith("\ufeff")
    assert "\r" not in text
    assert not text.endswith("\n")
    assert not re.search("[，；：（）！？]", text)
    assert text.count(",") > 60
    assert "。" in text


@pytest.mark.parametrize("name", NAMES)
def test_scripts_are_as_described(seeds: Path, name: str) -> None:
    text = text_of(seeds, name)
    changed = sum(a != b for a, b in zip(text, opencc.OpenCC("t2s").convert(text), strict=True))
    assert (changed > len(text) // 10) == (name in TRADITIONAL)


@pytest.mark.parametrize(
    ("name", "least", "most"),
    [
        ("jiaojiang-quality-projects", 95, 105),
        ("jinhua-quality-safety", 215, 240),
        ("shunde-study-visit", 165, 180),
        ("jiangmen-quality-city", 0, 0),
        ("suiyang-quality-district", 0, 0),
    ],
)
def test_notes_stand_where_described_and_are_readings(seeds: Path, name: str, least: int, most: int) -> None:
    notes = NOTE.findall(text_of(seeds, name))
    assert least <= len(notes) <= most
    wrong = [(c, note) for c, note in notes if note not in pinyin(c, style=Style.TONE, heteronym=True)[0]]
    assert wrong == []


@pytest.mark.parametrize("name", TRADITIONAL)
def test_a_noted_character_is_noted_everywhere(seeds: Path, name: str) -> None:
    """The tool that set the notes knew characters, not words: it left none out."""
    text = text_of(seeds, name)
    for character in {c for c, _ in NOTE.findall(text)}:
        assert text.count(character) == len(re.findall(rf"{character}\([^)]+\)", text)), character


@pytest.mark.parametrize("name", NAMES)
def test_nobody_is_quoted_word_for_word(seeds: Path, name: str) -> None:
    plain = NOTE.sub(r"\1", text_of(seeds, name))
    assert ":“" not in plain
    assert re.findall(r"(?:說|说|表示|認為|认为|指出|強調|强调|告訴|告诉)“", plain) == []
    # What stands in quotation marks is a name or a slogan.
    assert re.findall(r"“[^”]{16,}”|“[^”]*[。?][^”]*”", plain) == []


def test_byte_slips_stand_in_the_trip_report_alone(seeds: Path) -> None:
    assert [text_of(seeds, "shunde-study-visit").count(slip) for slip in SLIPS] == [3, 2]
    assert not any("?" in text_of(seeds, name) for name in NAMES if name != "shunde-study-visit")


def test_byte_slips_are_what_replacing_bytes_makes_of_good_text() -> None:
    """Replacing bytes of GBK text anywhere: the comma's A3 AC across 。現, 數 as 94 B5 across 當的."""
    good = "規范。現有".encode("gbk")
    note = good.replace("現".encode("gbk"), "現(xiàn)".encode("gbk")).replace("，".encode("gbk"), b",")
    assert note.decode("gbk", "replace").replace("\ufffd", "?") == "規范?,F(xiàn)有"
    good = "適當的時候".encode("gbk")
    note = good.replace("數".encode("gbk"), "數(shù)".encode("gbk"))
    # The byte that is left over takes the bracket with it.
    assert note.decode("gbk", "replace").replace("\ufffd(", "?") == "適當?shù)臅r候"


def test_run_in_headings_nested_bracket_and_byline(seeds: Path) -> None:
    lines = text_of(seeds, "jiaojiang-quality-projects").split("\n")
    assert len(lines) == 8
    for number, line in zip("一二三四五六", lines[1:7], strict=True):
        assert re.match(rf"\({number}\)[^。,]+工程。.", line)
    assert "縣(區(qū))" in lines[3]
    byline = re.search(r"。\([^ ]+ (\w+)\)$", lines[6])
    assert byline is not None
    assert lines[7] == byline[1]


def test_site_furniture_padding_and_empty_date(seeds: Path) -> None:
    lines = text_of(seeds, "suiyang-quality-district").split("\n")
    assert lines[0] == "首页"
    assert re.fullmatch(r"发布时间:\xa0\xa0浏览: 次\xa0\xa0作者:\w+ \w+", lines[5])
    assert lines[7].startswith("——")
    assert lines[8] == "\xa0"
    assert all(line.startswith("\xa0 \xa0") for line in lines[9:21])
    assert sum("\xa0 ——" in line and "。" in line for line in lines) == 3
    assert re.search(r"。 \xa0\(\w+ \w+\)$", lines[20])
    assert [line.strip()[:4] for line in lines[22::2]] == ["相关文章", "返回栏目", "首页|读", "Copy"]


def test_headings_without_numbers_on_one_line_and_on_two(seeds: Path) -> None:
    lines = text_of(seeds, "jiangmen-quality-city").split("\n")
    short = [n for n, line in enumerate(lines) if len(line) < 20]
    assert short == [2, 3, 9, 10, 14, 15, 19, 22]
    assert not any(line.endswith("。") for line in (lines[n] for n in short))
    assert any(line.endswith("!”") for line in lines)


def test_heading_glued_to_a_paragraph_and_date_line(seeds: Path) -> None:
    lines = NOTE.sub(r"\1", text_of(seeds, "jinhua-quality-safety")).split("\n")
    assert lines[0].endswith("-其他")
    assert lines[1] == "2008-03-30 網絡 點擊:次"
    assert re.search(r"。\w+ \w+$", lines[2])
    assert lines[-1] == "掃碼投訴"


def test_list_of_seven_firms_and_repeated_title(seeds: Path) -> None:
    lines = NOTE.sub(r"\1", text_of(seeds, "shunde-study-visit")).split("\n")
    assert lines[0] == lines[6]
    assert lines[2] == "時間:2022-01-14 02:22:00"
    assert lines[4].startswith("導語:")
    items = [line for line in lines if re.match(r"\d、", line)]
    assert [item[0] for item in items] == list("1234567")
    assert any(line.startswith("附:") for line in lines)
