"""Keywords are phrases of the document, whole and in its own script."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from reporter.language.script import simplified, traditional
from reporter.model import CleanText, Document, Keyword
from reporter.structure import structure
from reporter.summarize import keywords, keywords_of_all
from reporter.summarize import terms as best_terms

Read = Callable[..., Document]

TEXT = (
    "青山县推进节水灌溉\n\n青山县把节水灌溉作为农业工作的重点，全年新增节水灌溉面积5万亩。"
    "县水利局为农户安装节水设备，节水灌溉设备达到3000套。专家认为，节水灌溉让玉米产量提高了两成，玉米品质也更好。"
)


def terms(found: tuple[Keyword, ...]) -> list[str]:
    return [keyword.term for keyword in found]


def test_a_phrase_comes_before_its_parts_and_without_them(read: Read) -> None:
    found = terms(keywords(read(TEXT), 8))
    assert found[0] == "节水灌溉"
    assert "节水" not in found
    assert "灌溉" not in found
    assert not any(term.startswith("推进") for term in found)


def test_weights_fall_from_one(read: Read) -> None:
    weights = [keyword.weight for keyword in keywords(read(TEXT), 8)]
    assert weights[0] == 1.0
    assert weights == sorted(weights, reverse=True)
    assert weights[-1] > 0


def test_terms_are_printed_in_the_script_of_the_document(read: Read) -> None:
    found = terms(keywords(read(traditional(TEXT)), 5))
    assert "節水灌溉" in found
    assert [simplified(term) for term in found] == terms(keywords(read(TEXT), 5))


def test_the_limit_holds(read: Read) -> None:
    assert len(keywords(read(TEXT), 3)) == 3
    assert keywords(read(TEXT), 0) == ()
    assert keywords(read(""), 5) == ()


def test_words_of_any_report_are_no_keywords(read: Read) -> None:
    text = "我们进一步加强工作，积极推进工作，努力做好工作。这项工作需要大豆种子，大豆种子由县种子站提供。"
    found = terms(keywords(read(text), 2))
    assert "大豆种子" in found
    assert not {"我们", "进一步", "工作"} & set(found)


def test_a_title_vouches_for_its_terms(read: Read) -> None:
    body = "专家在会上介绍了多种作物的病害，其中有玉米锈病、水稻纹枯病和小麦赤霉病，农户应当及早防治。"
    assert terms(keywords(read(f"小麦赤霉病防治要点\n\n{body}"), 1)) == ["小麦赤霉病"]


def test_terms_of_several_documents_come_before_those_of_one(read: Read) -> None:
    first = read("县里推广节水灌溉。节水灌溉让玉米增产，网箱养鱼也有收获。", "a.txt")
    second = read("鄉裏學習節水灌溉。節水灌溉以後，果樹長得好，果樹不再缺水。", "b.txt")
    found = keywords_of_all([best_terms(first), best_terms(second)], 5)
    assert found[0] == ("节水灌溉", 1.0)
    assert found[1][1] < 1
    assert [weight for _, weight in found] == sorted((weight for _, weight in found), reverse=True)
    assert keywords_of_all([], 5) == ()


OFFICIAL = (
    "云溪县水利局2019年工作总结\n\n云溪县水利局抓好农村供水，全县农村供水覆盖率达到98%。李建国局长到青石镇检查农村供水。"
    "云溪县推进管网改造，管网改造由云溪县水利局负责，全县农村供水人次同比增长8%。主要做法是加强水质检测，"
    "青石镇加强水质检测，水质检测由县水利局开展。"
)


def test_an_official_text_is_about_its_subjects_not_about_its_place_its_people_and_its_paper(read: Read) -> None:
    found = terms(keywords(read(OFFICIAL), 3))
    assert found == ["农村供水", "水质检测", "管网改造"]
    for none in ("云溪", "全县", "青石镇", "李建国", "局长", "水利局", "总结", "做法", "人次", "同比"):
        assert not any(none in term for term in found)


def test_what_is_to_be_done_stands_without_its_verb(read: Read) -> None:
    found = terms(keywords(read("加强水质检测\n\n全市加强水质检测。水质检测有力。加强水质检测，水质更好。"), 3))
    assert found[0] == "水质检测"


def test_quotes_vouch_for_a_term(read: Read) -> None:
    plain = "各村完成清洁庭院建设，粮食仓储也有改善，道路硬化如期进行，农田灌溉不误农时，果树修剪按时开展。"
    quoted = plain.replace("道路硬化", "“道路硬化”")
    assert terms(keywords(read(quoted), 1)) == ["道路硬化"] != terms(keywords(read(plain), 1))


def test_overlapping_cuts_of_one_phrase_give_one_term(read: Read) -> None:
    text = "人居环境整治进展快。人居环境整治投入大。人居环境整治效果好，人居环境整治得民心。"
    found = terms(keywords(read(text), 5))
    assert sum("环境" in term for term in found) == 1


def test_a_short_text_has_few_terms(read: Read) -> None:
    text = "粮食仓储、道路硬化、农田灌溉、果树修剪、水库加固、村容整洁、苗木嫁接都在进行。"
    assert len(keywords(read(text), 10)) == 5
    assert len(keywords(read(text * 12), 10)) > 5


def test_what_several_documents_speak_of_comes_before_what_one_makes_much_of(read: Read) -> None:
    shared = "农田灌溉按计划进行，农田灌溉用水充足。"
    one = read(f"网箱养鱼\n\n网箱养鱼收入高，网箱养鱼前景好，网箱养鱼要学技术，网箱养鱼带动农户。{shared}", "1.txt")
    others = [
        read(f"{name}\n\n{name}收入高，{name}前景好。{shared}", name) for name in ("果树修剪", "苗木嫁接", "水库加固")
    ]
    found = [term for term, _ in keywords_of_all(map(best_terms, [one, *others]), 3)]
    assert found[0] == "农田灌溉"


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(["粮食", "節水", "灌溉", "，", "。", "12", "Abc", "的", "工作", "\n", "王"]), max_size=40)
)
def test_every_term_stands_in_the_document_and_in_no_other_term(pieces: list[str]) -> None:
    document = structure(CleanText.of("".join(pieces)), "text")
    found = terms(keywords(document, 6))
    for at, term in enumerate(found):
        assert term in document.text
        assert 2 <= len(term) <= 12
        assert not any(simplified(term).lower() in simplified(other).lower() for other in found[:at] + found[at + 1 :])
