"""Words: the fast cutter says what jieba says, in both scripts, and nothing is lost."""

from __future__ import annotations

import stat
import subprocess
import sys
import warnings
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.language import words as module
from reporter.language.rarity import rarity
from reporter.language.script import simplified
from reporter.language.words import (
    cache_folder,
    content_words,
    is_content,
    reference_tagged,
    reference_words,
    stop_words,
    tagged,
    words,
)

TEXTS = (
    "全县共收购稻谷23万吨，比上年增长5.4%，没有出现卖粮难。",
    "县人民政府办公室印发《青山县粮食应急预案》，自2022年5月1日起施行。",
    "好，那我们现在就开始吧，我觉得这个事情其实是这样的，对吧？",
    "水库管理处主任许志远说：“氧气不够，鱼就浮头。”",
    "新能源汽车销售1,234.5万辆，同比下降3.2个百分点；进出口总值达45.47万亿元。",
    "ISO9001质量管理体系认证、GB/T 19001标准、5G基站、3A级景区。",
    "乡镇（街道）设立便民服务点，一站式办理12类86项事务！",
    "在党的领导下，坚持以人民为中心的发展思想，推动高质量发展取得新成效。",
    "王小丫和欧阳明华在北京市海淀区中关村参加了研讨会。",
    "Abc def, 一二三四五六七八九十；\u3000全角　空格\t制表\n换行。",
    "𠮷野家与😀表情",
)
TRADITIONAL = "縣糧食局組織了專業人員編寫質量管理經驗，並匯編成冊，供相關企業學習借鑒。"


@pytest.mark.parametrize("text", [*TEXTS, TRADITIONAL])
def test_words_are_those_of_the_reference(text: str) -> None:
    assert words(text) == reference_words(text)


def test_what_hyphens_join_is_the_one_difference() -> None:
    text = "2010-2018年间，热线0371-5561接到疫情COVID-19来电150-300个。"
    ours, theirs = words(text), reference_words(text)
    assert "".join(ours) == "".join(theirs) == text
    assert set(ours) - set(theirs) == {"2010-2018", "0371-5561", "COVID-19", "150-300"}
    assert set(theirs) - set(ours) == {"2010", "-", "2018", "0371", "5561", "COVID", "19", "150", "300"}


def test_tags_of_listed_words_are_those_of_the_reference() -> None:
    for text in TEXTS[:5]:
        ours = {(word, tag) for word, tag in tagged(text) if len(word) > 1}
        theirs = {(word, tag) for word, tag in reference_tagged(text) if len(word) > 1}
        assert len(ours & theirs) >= 0.8 * len(theirs)


@given(st.text(alphabet="县粮食局質監分業的了在2010-8.5%，。 \nabcZ😀", max_size=60))
def test_words_join_to_the_simplified_text(text: str) -> None:
    assert "".join(words(text)) == simplified(text)
    assert "".join(word for word, _ in tagged(text)) == simplified(text)


def test_traditional_text_has_the_words_of_its_simplified_form() -> None:
    assert words(TRADITIONAL) == words(simplified(TRADITIONAL))
    assert content_words(TRADITIONAL) == content_words(simplified(TRADITIONAL))


def test_content_words_leave_out_what_stands_in_any_text() -> None:
    found = content_words("我们进一步加强粮食收购工作，并且对大豆的收购进行了监管。")
    assert {"粮食", "收购", "大豆", "监管"} <= set(found)
    assert not {"我们", "进一步", "并且", "进行", "，", "的", "。"} & set(found)


def test_a_number_and_a_latin_word_are_content_but_signs_are_not() -> None:
    assert is_content("2022")
    assert is_content("iso")
    assert not is_content("……")
    assert not is_content("县")


def test_stop_words_are_simplified_words_of_two_characters_or_more_each_listed_once() -> None:
    text = (module.resources.files("reporter.language") / "stop_words.txt").read_text("utf-8")
    listed = [word for line in text.splitlines() if not line.startswith("#") for word in line.split()]
    assert sorted(listed) == sorted(stop_words())
    assert all(len(word) > 1 for word in listed)


def test_common_words_are_less_rare_than_technical_ones() -> None:
    assert rarity()["发展"] < rarity()["计量"] < rarity()["能耗"]
    assert "" not in rarity()


@pytest.fixture
def _without_rjieba(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setitem(sys.modules, "rjieba", None)
    module._cut.cache_clear()
    module._tag.cache_clear()
    yield
    module._cut.cache_clear()
    module._tag.cache_clear()


@pytest.mark.usefixtures("_without_rjieba")
def test_jieba_steps_in_where_rjieba_is_missing() -> None:
    assert words("县粮食局2010-2018") == ["县", "粮食局", "2010", "-", "2018"]
    assert ("粮食局", "n") in tagged("县粮食局")


def test_the_cache_folder_belongs_to_this_user_alone(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    folder = cache_folder.__wrapped__()
    assert folder.parent == tmp_path
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_without_a_home_the_cache_goes_to_a_fresh_private_folder(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = f"{tmp_path}/file"
    with open(blocked, "w", encoding="utf-8"):  # noqa: PTH123
        pass
    monkeypatch.setenv("XDG_CACHE_HOME", f"{blocked}/below")
    first, second = cache_folder.__wrapped__(), cache_folder.__wrapped__()
    assert first != second
    assert stat.S_IMODE(first.stat().st_mode) == 0o700


def test_loading_the_reference_says_nothing() -> None:
    code = "from reporter.language.words import reference_tagged as t; t('县粮食局')"
    run = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == ""
    assert run.stderr == ""


def test_importing_the_module_loads_no_word_library() -> None:
    code = (
        "import sys, reporter.language.words\n"
        "print([name for name in ('jieba', 'rjieba', 'numpy') if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "jieba" not in run.stdout


def test_lengths_of_words_give_their_places() -> None:
    text = TEXTS[0]
    ends = [0]
    for word in words(text):
        ends.append(ends[-1] + len(word))
    assert [text[low:high] for low, high in pairwise(ends)] == words(text)


def test_no_warning_escapes_from_the_reference() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert reference_words("粮食") == ["粮食"]
