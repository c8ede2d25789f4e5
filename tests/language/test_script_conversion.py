"""The printed script: characters only, one for one, and nothing changes that is in the script already."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporter.language.script_conversion import Conversion, folded

HANS, HANT = Conversion("zh-Hans"), Conversion("zh-Hant")
SCRIPTS = st.sampled_from(["zh-Hans", "zh-Hant", "mixed"])
WORDS = st.text(alphabet="發髮后後乾干淨净裏里台臺著着于於面麵系係只隻安县縣质質，。1\n", max_size=30)


@settings(deadline=None)
@given(st.one_of(st.text(), WORDS), SCRIPTS, st.sampled_from([HANS, HANT, Conversion("zh-Hans", ("乾", "安縣"))]))
def test_conversion_keeps_the_length_of_any_text(text: str, script: str, conversion: Conversion) -> None:
    assert len(conversion.printed(text, script)) == len(text)  # type: ignore[arg-type]


@given(st.text(), SCRIPTS)
def test_keeping_the_script_changes_nothing(text: str, script: str) -> None:
    assert Conversion().printed(text, script) == text  # type: ignore[arg-type]


@settings(deadline=None)
@given(WORDS, SCRIPTS, st.sampled_from([HANS, HANT]))
def test_a_printed_text_printed_again_stays(text: str, script: str, conversion: Conversion) -> None:
    once = conversion.printed(text, script)  # type: ignore[arg-type]
    assert conversion.printed(once, conversion.target) == once  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    ["乾安县与后勤部门", "瞭望塔和著作，慰藉", "李昇先生来到乾县", "干部面对面联系", "", "GDP 12.5%", "於潜镇"],
)
def test_simplified_text_stays_to_the_byte(text: str) -> None:
    assert HANS.printed(text, "zh-Hans") == text


@pytest.mark.parametrize("text", ["皇后與范先生", "公里數與台州", "里長", "先后完成質量工作", "于姓"])
def test_traditional_text_stays_to_the_byte(text: str) -> None:
    assert HANT.printed(text, "zh-Hant") == text


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("頭髮與發展", "头发与发展"),
        ("軟體與資訊", "软体与资讯"),  # no regional wording
        ("沿著專著所說，隨著發展", "沿着专著所说，随着发展"),
        ("顯著、著名、著作與執著", "显著、著名、著作与执着"),
        ("乾隆年間晾乾衣物", "乾隆年间晾干衣物"),
        ("乾安縣質監局", "乾安县质监局"),
        ("烘乾安全規範", "烘干安全规范"),
        ("瞭望臺，瞭解情況", "瞭望台，了解情况"),
    ],
)
def test_traditional_text_is_printed_in_simplified_characters(text: str, printed: str) -> None:
    assert HANS.printed(text, "zh-Hant") == printed


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("头发与发展", "頭髮與發展"),
        ("皇后与后勤", "皇后與後勤"),
        ("一公里里面", "一公里裏面"),
        ("干部若干，晾干", "幹部若干，晾乾"),
        ("一只船，只有联系", "一隻船，只有聯繫"),
        ("于洪区由于发展", "于洪區由於發展"),
        ("软件和信息", "軟件和信息"),  # no regional wording
    ],
)
def test_simplified_text_is_printed_in_traditional_characters(text: str, printed: str) -> None:
    assert HANT.printed(text, "zh-Hans") == printed


def test_where_no_character_tells_the_documents_script_decides() -> None:
    assert HANS.printed("乾旱", "zh-Hant") == "干旱"
    assert HANS.printed("乾旱", "zh-Hans") == "乾旱"
    assert HANT.printed("里面", "zh-Hans") == "裏面"
    assert HANT.printed("里面", "zh-Hant") == "里面"


def test_a_protected_name_keeps_the_characters_it_is_listed_with() -> None:
    protecting = Conversion("zh-Hans", ("刘乾", "葉聖"))
    assert protecting.printed("劉乾和葉聖到會", "zh-Hant") == "刘乾和葉聖到会"
    assert HANS.printed("劉乾和葉聖到會", "zh-Hant") == "刘干和叶圣到会"
    assert Conversion("zh-Hant", ("里仁村",)).printed("里仁村发展", "zh-Hans") == "里仁村發展"


def test_a_protected_name_stays_in_a_text_of_the_target_script_too() -> None:
    assert Conversion("zh-Hans", ("葉聖",)).printed("葉聖来到县质监局", "zh-Hans") == "葉聖来到县质监局"


def test_two_forms_of_a_name_fold_to_one() -> None:
    assert folded("乾安縣") == folded("乾安县") == folded("干安县")


def test_the_phrases_of_the_conversion_change_no_word() -> None:
    """Each character of a converted text is a form of the one that it replaces, whatever the phrase."""
    text = "回復復興乾淨頭髮發展裏程面粉后妃系統聯繫準備批准製造制度"
    for conversion in (HANS, HANT):
        converted = conversion.printed(text, "mixed")
        assert [folded(char) for char in converted] == [folded(char) for char in text]
