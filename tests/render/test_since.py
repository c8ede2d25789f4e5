"""本期变化 as a page shows it: words, links, and how much there is room for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reporter.changes import changes, edition_of
from reporter.config import Config, GongwenSection, OutputSection
from reporter.model import Briefing
from reporter.model.changes import EarlierBuild
from reporter.render.catalogue import load_catalogue
from reporter.render.gongwen.document import official_page
from reporter.render.links import SiteLinks
from reporter.render.since_view import FIRST_PAGE, OWN_PAGE, Room, changes_view
from reporter.render.theme import load_theme
from reporter.render.viewpoint import Viewpoint
from tests.changes.editions import briefing

OLD = {
    "资料/甲.txt": "石桥县水利总结\n\n石桥县改造泵站38座。上游乡请村民当监督员。\n",
    "资料/乙.txt": "柳河县教育汇报\n\n柳河县新建公办幼儿园12所。\n",
}
NEW = {
    "资料/甲.txt": "石桥县水利总结\n\n石桥县改造泵站41座。各乡成立了用水户协会。\n",
    "资料/丙.txt": "清溪县交通简报\n\n清溪县新修公路56公里。\n",
}


def compared(old: dict[str, str] = OLD, new: dict[str, str] = NEW) -> Briefing:
    """The briefing of some texts since that of others."""
    later = briefing(new)
    earlier = EarlierBuild("上期要报", None, "2021-12-20", len(old), "0" * 64)
    return replace(later, changes=changes(edition_of(briefing(old)), edition_of(later), earlier))


def view_of(given: Briefing, language: str = "zh-Hans", theme: str = "briefing") -> Viewpoint:
    strings = load_catalogue(load_theme(Config(output=OutputSection(theme=theme))), language)
    return Viewpoint(given, strings, SiteLinks(""))


def test_the_lead_names_the_earlier_issue_and_counts() -> None:
    found = changes_view(view_of(compared()), FIRST_PAGE)
    assert found is not None
    assert found.lead == (
        "与上期《上期要报》（2021年12月20日）相比：新增文件1份，有改动的1份，撤下1份，可与上期对照的数字1项，"
        "其他新数字1项，不再出现的数字1项。"
    )
    assert found.gone == ("柳河县教育汇报",)


def test_a_briefing_that_was_held_against_no_other_has_no_such_part() -> None:
    assert changes_view(view_of(briefing(NEW)), FIRST_PAGE) is None


def test_without_a_difference_it_says_so() -> None:
    found = changes_view(view_of(compared(OLD, OLD), "en"), FIRST_PAGE)
    assert found is not None
    assert found.lead == "Since “上期要报” (2021-12-20): nothing says anything else."
    assert (found.documents, found.figures) == ((), ())


def test_every_new_sentence_and_figure_leads_to_its_place() -> None:
    found = changes_view(view_of(compared()), FIRST_PAGE)
    assert found is not None
    (new, changed) = sorted(found.documents, key=lambda item: item.kind, reverse=True)
    assert [(item.quote.text, item.earlier) for item in changed.sentences] == [
        ("石桥县改造泵站41座。", "上期为：石桥县改造泵站38座。"),
        ("各乡成立了用水户协会。", ""),
    ]
    assert changed.gone == ("上期有而本期无：上游乡请村民当监督员。",)
    assert all("#t" in item.quote.href for item in (*changed.sentences, *new.sentences))
    (figure,) = found.figures
    assert (figure.earlier, figure.figure.quantity) == ("38座", "41座")
    assert "#i" in figure.figure.words.href


def test_what_there_is_no_room_for_is_counted() -> None:
    found = changes_view(view_of(compared()), Room(1, 1, 8, 0))
    assert found is not None
    assert {name: words for name, words in found.more.items() if words} == {
        "documents": "另有1份文件，见数据文件。",
        "figures": "另有1项数字，见数据文件。",
        "gone": "另有1份文件，见数据文件。",
        "lost_figures": "另有1项数字，见数据文件。",
    }
    (shown,) = found.documents
    assert shown.more == "另有1句，见数据文件。"


def test_a_page_of_its_own_has_the_figures_with_their_documents() -> None:
    found = changes_view(view_of(compared()), OWN_PAGE)
    assert found is not None
    assert (found.figures, found.lost) == ((), ("柳河县 新建公办幼儿园 12所",))
    assert [[figure.note for figure in document.figures] for document in found.documents] == [
        ["新增"] if document.kind == "new" else ["本文件改动"] for document in found.documents
    ]


def test_a_page_of_its_own_has_every_new_sentence_and_figure_however_many() -> None:
    long = "\n\n".join(f"清溪县第{number}号水库蓄水{number}万立方米。" for number in range(11, 311))
    given = compared(OLD, {**OLD, "资料/丁.txt": f"清溪县水库名录\n\n{long}\n"})
    assert given.changes is not None
    found = changes_view(view_of(given), OWN_PAGE)
    assert found is not None
    listed = [item.quote.text for piece in found.documents for item in (*piece.sentences, *piece.rest)]
    (document,) = (analysis.document for analysis in given.analyses if "丁" in analysis.document.path)
    assert sorted(listed) == sorted(sentence.text for sentence in document.sentences)
    assert sum(len(piece.figures) for piece in found.documents) == len(given.changes.figures) > 250
    assert [piece.continued for piece in found.documents] == [False, True, True]
    assert all(piece.more == "" for piece in found.documents)


def test_a_document_that_only_moved_keeps_its_path_for_the_page_of_its_own() -> None:
    moved = {"资料/旧/甲.txt": OLD["资料/甲.txt"], "资料/乙.txt": OLD["资料/乙.txt"]}
    first, own = (changes_view(view_of(compared(OLD, moved)), room) for room in (FIRST_PAGE, OWN_PAGE))
    assert first is not None
    assert own is not None
    assert [document.notes for document in first.documents] == [()]
    assert [document.notes for document in own.documents] == [("上期路径：资料/甲.txt",)]


def test_a_target_that_is_met_names_whose_and_when() -> None:
    plan = {"资料/计划.txt": "石桥县品牌计划\n\n力争到2022年，石桥县省级名牌达到30个以上。\n"}
    report = {"资料/总结.txt": "石桥县品牌总结\n\n2022年，石桥县省级名牌32个。\n"}
    found = changes_view(view_of(compared(plan, plan | report)), FIRST_PAGE)
    assert found is not None
    assert [item.title for item in found.met] == ["石桥县 省级名牌（2022年）"]


def test_a_copy_that_is_gone_names_the_document_that_still_has_its_text() -> None:
    again = {"资料/转载.txt": "石桥水利再加力\n\n石桥县改造泵站38座。上游乡请村民当监督员。\n"}
    found = changes_view(view_of(compared(OLD | again, OLD)), FIRST_PAGE)
    assert found is not None
    assert (len(found.gone), found.gone[0][:12], found.lost) == (1, "石桥水利再加力（正文仍见", ())


def test_an_official_document_has_it_as_a_part_whose_sources_it_lists() -> None:
    page = official_page(view_of(compared(), theme="gongwen"), GongwenSection(), None)
    (part,) = page.parts  # the briefing says nothing else: one part alone has no heading
    assert [point.quote.text for group in part.groups for point in group.points][-1] == "清溪县新修公路56公里。"
    assert part.grid is not None
    assert part.lead.startswith("与上期《上期要报》（2021年12月20日）相比")
    assert [point.remark for group in part.groups for point in group.points if point.remark] == [
        "上期为：石桥县改造泵站38座。"
    ]
    assert part.remarks[0] == "撤下的文件：柳河县教育汇报。"
    assert {entry.mark.number for entry in page.sources} == {1, 2}


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_every_language_has_the_words(language: str) -> None:
    found = changes_view(view_of(compared(), language), OWN_PAGE)
    assert found is not None
    assert "{" not in found.lead
