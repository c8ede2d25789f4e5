"""Across documents: the timeline, the themes, named honours and references, the lexicon of the comparison."""

from __future__ import annotations

import pytest

from reporter.extract import Lexicon, compare, conflicts, extract, themes, timeline, timeline_of, told
from reporter.extract.honours import mentions
from reporter.extract.periods import part_of_year
from reporter.extract.themes import built_in_themes
from reporter.model import Analysis
from tests.extract.documents import analysis, document

NEWS = "县质监局工作动态\n\n2018年6月19日，县质监局在工业园区召开品牌建设现场会。{more}\n"


def test_the_timeline_is_sorted_and_one_event_is_told_once() -> None:
    first = analysis(NEWS.format(more="2018年3月1日，标准馆开馆。"), "a")
    second = analysis("通报\n\n2018年6月19日，质监局在工业园区召开了品牌建设现场会。\n", "b")
    found = timeline([first, second])
    assert [happening.date for happening in found] == ["2018-03-01", "2018-06-19"]
    assert [telling.document for telling in found[1].tellings] == ["a", "b"]


def test_other_events_of_one_day_stay_apart() -> None:
    texts = ("2018年6月19日，县质监局召开品牌会。", "2018年6月19日，全县遭遇暴雨袭击。")
    assert len(timeline([analysis(f"动态\n\n{text}\n", str(index)) for index, text in enumerate(texts)])) == 2


def test_what_is_still_to_come_is_marked() -> None:
    text = "通知\n\n2019年5月1日起施行新办法。2017年启动试点。\n\n县政府办公室\n2018年3月2日\n"
    made = analysis(text)
    assert made.document.date == "2018-03-02"
    assert {happening.date[:4]: happening.ahead for happening in timeline([made])} == {"2017": False, "2019": True}


def test_nothing_before_the_newest_document_or_the_given_day_is_still_to_come() -> None:
    old = analysis("通知\n\n2019年5月1日起施行新办法。\n\n县政府办公室\n2018年3月2日\n", "old")
    new = analysis("通报\n\n全县办结案件3件。\n\n县政府办公室\n2020年3月2日\n", "new")
    assert [happening.ahead for happening in timeline([old])] == [True]
    assert not any(happening.ahead for happening in timeline([old, new]))
    assert not any(happening.ahead for happening in timeline_of(map(told, [old]), "2021-01-01"))


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("2019年，全县粮食总产量达18万吨，比2018年增长3%。", []),
        ("合格率由2015年的61%提高到94%，收入是2015年的2.6倍。", []),
        ("落实《安全生产三年行动方案（2024—2026年）》。", []),
        ("截至2017年末，全县有企业1万户。", []),
        ("2016年新厂建成投产。", ["2016"]),
        ("医院始建于1958年，设床位300张。", ["1958"]),
        ("到2027年，湿地保护率较2023年提高2个百分点。", ["2027"]),
        ("“十五五”期间，建成8座水厂。", ["2026/2030"]),
        ("2017年5月4日，桥梁通车，2017年完成投资3亿元。", ["2017-05-04"]),
    ],
)
def test_a_year_is_an_event_only_where_something_happens_in_it(text: str, dates: list[str]) -> None:
    found = timeline([analysis(f"工作动态\n\n{text}\n\n县政府办公室\n2024年3月2日\n")])
    assert [happening.date for happening in found] == dates


def test_no_documents_have_neither_timeline_nor_themes() -> None:
    assert timeline([]) == ()
    assert themes([], {}) == ((), ())


OWN = {"计量": ["计量"], "天气": ["降雨", "氣溫"]}


def test_a_theme_counts_sentences_and_names_the_best() -> None:
    made = analysis("报告\n\n县里检定计量器具。气温下降，降雨增多。降雨不断。\n")
    (measuring, weather), told = themes([made], OWN)
    assert (told, measuring.theme) == ((), "计量")
    (cell,) = weather.cells
    texts = {sentence.id: sentence.text for sentence in made.document.sentences}
    assert (cell.sentences, texts[cell.best or ""]) == (2, "气温下降，降雨增多。")
    assert 0 < measuring.cells[0].share < cell.share < 1


def test_the_built_in_themes_are_left_out_where_they_do_not_fit() -> None:
    weather = analysis("气象通报\n\n今天多云转晴，气温上升。明天有小雨，风力三级。\n")
    rows, (finding,) = themes([weather], {})
    assert (rows, finding.code, finding.level) == ((), "extract-themes-other", "info")
    _, (unmet,) = themes([weather], {"计量": ["计量"]})
    assert unmet.code == "extract-themes-unmet"


def test_every_built_in_theme_has_words_of_its_own() -> None:
    words = [word for theme in built_in_themes().values() for word in theme]
    assert len(words) == len(set(words))
    assert all(len(word) > 1 for word in words)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("我市荣获“全国质量强市示范城市”称号。", [("honour", "“全国质量强市示范城市”称号")]),
        ("公司获得省政府质量奖，被评为全国文明单位。", [("honour", "省政府质量奖"), ("honour", "全国文明单位")]),
        ("拥有中国名牌产品“飞鸿牌”电扇。", [("honour", "中国名牌产品“飞鸿牌”电扇")]),
        ("先后获得“青年文明号”、“巾帼文明岗”等荣誉称号。", [("honour", "“青年文明号”"), ("honour", "“巾帼文明岗”")]),
        ("推行GB/T 19001-2016、ISO 14001和DB33/T 2015-2018。",
         [("standard", "GB/T 19001-2016"), ("standard", "ISO 14001"), ("standard", "DB33/T 2015-2018")]),
        ("根据《质量意见》（国发〔2017〕24号）办理。", [("title", "《质量意见》"), ("number", "国发〔2017〕24号")]),
        ("获得国家专利5项，获群众好评。", []),
        ("未被评为先进单位，参加“质量月”活动。", []),
        ("COVID-19、PM2.5、G20和5G。", []),
    ],
)  # fmt: skip
def test_honours_and_references_are_named(text: str, found: list[tuple[str, str]]) -> None:
    assert [(mention.kind, mention.text) for mention in mentions(document(f"{text}\n"))] == found


def test_what_is_named_again_is_counted_and_an_aim_is_marked() -> None:
    made = document("争创全国文明单位。\n执行ISO 9001。\n通过ISO9001认证。\n")
    honour, standard = mentions(made)
    assert (honour.ahead, honour.times, standard.times) == (True, 1, 2)
    assert all(item.span.of(made.text) == item.text for item in (honour, standard))


def rows(analyses: list[Analysis], lexicon: Lexicon) -> dict[str, int]:
    return {row.indicator: len({cell.document for cell in row.cells}) for row in compare(analyses, lexicon).rows}


def test_names_that_the_configuration_joins_stand_in_one_row() -> None:
    texts = [analysis("全县有规上企业20家。", "a"), analysis("全市有規模以上工業企業90家。", "b")]
    apart = rows(texts, Lexicon())
    assert max(apart.values()) == 1
    joined = rows(texts, Lexicon([["规模以上工业企业", "规上企业"]]))
    assert joined == {"规模以上工业企业": 2}
    assert rows(texts, Lexicon([["规模以上工业企业", "规上企业"]], ["規上企業"])) == {}


def test_a_place_before_a_name_is_no_part_of_its_key() -> None:
    lexicon = Lexicon()
    assert lexicon.key("浙江省粮食产量") == lexicon.key("杭州市粮食产量") == "粮食产量"
    assert lexicon.key("小区绿化率") == "小区绿化率"


@pytest.mark.parametrize(
    ("words", "part"),
    [("2017年", ""), ("上半年", "1-6"), ("1-6月", "1-6"), ("1至6月份", "1-6"), ("第2季度", "4-6"), ("前三季度", "1-9"),
     ("5月", "5"), ("截至2017年底", "end"), ("四季度", "10-12")],
)  # fmt: skip
def test_a_part_of_the_year_has_one_form(words: str, part: str) -> None:
    assert part_of_year(words) == part


@pytest.mark.parametrize(
    "text",
    [
        "2017年工业总产值100亿元。\n2017年第1季度工业总产值23亿元。\n2017年第2季度工业总产值25亿元。",
        "2017年1-6月工业总产值48亿元。\n2017年工业总产值100亿元。",
        "一、一季度情况\n2017年工业总产值23亿元。\n二、二季度情况\n2017年工业总产值25亿元。",
        "2017年5月查处案件12起。\n2017年6月查处案件13起。\n2017年1-5月累计查处案件52起。",
        "2017年东乡粮食产量5万吨。\n2017年西乡粮食产量6万吨。",
    ],
)
def test_quarters_months_and_subjects_are_no_conflict(text: str) -> None:
    assert conflicts([analysis(text)]) == ()


def test_one_half_year_in_two_forms_can_conflict() -> None:
    made = analysis("2017年上半年工业总产值48亿元。\n2017年1-6月工业总产值52亿元。")
    (conflict,) = conflicts([made])
    assert len(conflict.items) == 2


def test_a_list_of_alike_lines_is_no_conflict() -> None:
    lines = "\n".join(f"{number}. 2018年全县完成项目投资{number * 7}亿元。" for number in range(1, 9))
    assert conflicts([analysis(lines)]) == ()


def test_a_plain_text_has_no_mentions() -> None:
    assert extract(document("今天开会。\n")).mentions == ()
