"""A briefing is headed, ordered and grouped as configured, and sensibly where nothing is."""

from __future__ import annotations

from dataclasses import replace

from reporter.assemble import assemble
from reporter.config import BriefingSection, Config, InputSection, NoteSection
from reporter.model import Analysis, Briefing, Comparison, Reference
from tests.render.briefings import analysis_of, document_of

Terms = tuple[tuple[str, float], ...]
THEME: Terms = (("质量强市", 1.0), ("质量", 0.9), ("名牌", 0.8), ("鲁班", 0.7))


def doc(name: str, text: str = "标题\n质量强市工作推进名牌建设。", **changes: object) -> Analysis:
    """An analysis of a short document at in/<name>.txt."""
    return analysis_of(replace(document_of(text, f"in/{name}.txt"), **changes))  # type: ignore[arg-type]


def brief(
    *analyses: Analysis, config: Config | None = None, keywords: tuple[tuple[str, float], ...] = THEME
) -> Briefing:
    """The briefing of the analyses, without figures."""
    return assemble(
        analyses,
        (),
        config or Config(),
        summary=[Reference(item.document.id, item.summary.sentences[0]) for item in analyses],
        comparison=Comparison(tuple(item.document.id for item in analyses)),
        conflicts=(),
        keywords=keywords,
        findings=(),
    )


def paths(briefing: Briefing) -> list[str]:
    return [item.document.path.removeprefix("in/").removesuffix(".txt") for item in briefing.analyses]


def test_head_is_as_configured() -> None:
    given = BriefingSection("题", "副题", "第3期", "2020-01-02", "办公室", "内部资料")
    head = brief(doc("a"), config=Config(briefing=given)).head
    assert (head.title, head.subtitle, head.issue) == ("题", "副题", "第3期")
    assert (head.date, head.issuer, head.marking) == ("2020-01-02", "办公室", "内部资料")


TITLED = "名牌与质量强市\n推进工作。"


def test_title_names_terms_that_most_titles_share_and_no_part_of_one_twice() -> None:
    assert brief(doc("a", TITLED), doc("b", TITLED)).head.title == "质量强市、名牌情况要报"


def test_terms_of_the_texts_alone_are_no_title_but_place_and_years_are() -> None:
    one = doc("a", regions=("江西省南昌市",), date="2021-03-02")
    two = doc("b", regions=("江西省南昌市东湖区",), date="2022-01-05")
    assert brief(one, two).head.title == "南昌市2021—2022年情况要报"
    assert brief(one, replace(one, document=replace(two.document, date="2021"))).head.title == "南昌市2021年情况要报"
    assert brief(one, doc("b", regions=("某某县",))).head.title == "2021年情况要报"
    assert brief(one, two, config=Config(language="en")).head.title == "Briefing: 南昌市 2021—2022"
    assert brief(one, two, config=Config(language="zh-Hant")).head.title == "南昌市2021—2022年情況要報"


def test_a_place_of_the_documents_is_no_theme() -> None:
    titled = "南昌质量强市\n推进工作。"
    terms = (("南昌", 1.0), ("质量强市", 0.5))
    given = [doc(name, titled, regions=("江西省南昌市",)) for name in "ab"]
    assert brief(*given, keywords=terms).head.title == "质量强市情况要报"


def test_title_falls_back_on_the_number_of_documents() -> None:
    assert brief(doc("a"), doc("b"), keywords=()).head.title == "2份文件要报"
    assert brief(doc("a"), doc("b"), config=Config(language="en"), keywords=()).head.title == "Briefing of 2 documents"


def test_title_follows_the_language_of_the_interface() -> None:
    assert (
        brief(doc("a", TITLED), doc("b", TITLED), config=Config(language="zh-Hant")).head.title
        == "質量強市、名牌情況要報"
    )


def test_one_document_lends_its_title() -> None:
    assert brief(doc("a")).head.title == "标题"


def test_date_is_the_newest_full_date_of_a_document() -> None:
    dated = [doc("a", date="2011-03-23"), doc("b", date="2017-12-01"), doc("c", date="2018"), doc("d")]
    assert brief(*dated).head.date == "2017-12-01"
    assert brief(doc("d")).head.date is None


def test_documents_come_by_path_date_or_title() -> None:
    given = (doc("b", date="2001-01-01"), doc("c"), doc("a", date="2002-02-02"))
    for order, expected in (("path", "a b c"), ("date", "b a c"), ("title", "a b c")):
        config = Config(input=InputSection(order=order))  # type: ignore[arg-type]
        assert paths(brief(*given, config=config)) == expected.split()


def test_summary_and_columns_follow_the_order_of_the_documents() -> None:
    briefing = brief(doc("b"), doc("a"))
    ids = [item.document.id for item in briefing.analyses]
    assert [chosen.document for chosen in briefing.summary] == ids == list(briefing.comparison.columns)


def test_groups_stand_together_and_the_unnamed_one_last() -> None:
    given = (doc("a"), doc("b", kind="news"), doc("c", kind="notice"), doc("d", kind="news"))
    briefing = brief(*given, config=Config(input=InputSection(group_by="kind")))
    assert paths(briefing) == ["b", "d", "c", "a"]
    assert briefing.groups == ("news", "news", "notice", "")


def test_folders_below_the_input_folder_are_groups() -> None:
    briefing = brief(doc("x/a"), doc("b"), config=Config(input=InputSection(group_by="folder")))
    assert briefing.groups == ("x", "")


def test_without_grouping_there_are_no_groups() -> None:
    assert brief(doc("a")).groups == ()


def test_notes_are_the_editors_own_and_no_source() -> None:
    briefing = brief(doc("a"), config=Config(note=(NoteSection("请阅。", "按"),)))
    assert [(note.title, note.text) for note in briefing.notes] == [("按", "请阅。")]
    assert len(briefing.analyses) == 1


def test_page_one_asks_for_the_whole_summary() -> None:
    briefing = brief(doc("a"), doc("b"))
    assert briefing.overview == briefing.summary
    assert briefing.dropped == ()
