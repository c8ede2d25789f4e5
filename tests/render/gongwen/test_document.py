"""The official document says what the brief and the configuration say, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reporter.config import configured
from reporter.errors import ConfigurationError
from reporter.model import BriefingHead
from reporter.render import RENDERERS
from reporter.render.gongwen.document import chinese_ordinal, written_date
from tests.render.briefings import sample_briefing
from tests.render.gongwen.documents import FULL, MM, Leaf, Pdf, printed, settings, text_briefing


@pytest.fixture(scope="module")
def full() -> Pdf:
    return printed(sample_briefing(), settings(**FULL, remark="此件公开发布", annexes=["任务分解表"]))


def text(pdf: Pdf) -> str:
    return "".join(page.text for page in pdf.pages)


def test_every_sentence_of_the_brief_is_there_with_its_source(full: Pdf) -> None:
    briefing = sample_briefing()
    known = {(a.document.id, s.id): s.text for a in briefing.analyses for s in a.document.sentences}
    numbers = {analysis.document.id: at for at, analysis in enumerate(briefing.analyses, 1)}
    for chosen in briefing.summary:
        assert f"{known[chosen.document, chosen.id]}〔{numbers[chosen.document]}〕" in text(full)


def test_elements_come_in_the_order_of_the_standard(full: Pdf) -> None:
    said = text(full)
    words = [
        "质量工作要报", "各县人民政府、市政府各部门：", "一、要点", "1.全市",
        "二、关键数字", "三、横向比较", "附件：1.资料来源2.任务分解表", "北川市质量监督局2018年5月4日",
        "（此件公开发布）", "附件1资料来源", "〔1〕张山.北川市质量强市工作汇报[Z]",
        "抄送：市委办公室、市人大常委会办公室。",
    ]  # fmt: skip
    places = [said.index(word) for word in words]
    assert places == sorted(places)
    for word in ("北川市质量监督局文件", "北质发〔2018〕12号", "2018年5月5日印发"):
        assert word in said


def test_a_full_configuration_lacks_nothing(full: Pdf) -> None:
    assert [finding.code for finding in full.findings if finding.code != "render-font-stand-in"] == []


def test_what_is_not_configured_is_left_out_and_told() -> None:
    pdf = printed(text_briefing("全市有名牌22个。"), settings())
    assert "质量工作要报" in text(pdf)
    for word in ("文件", "〔2018〕", "签发人", "抄送", "印发", "2018年"):
        assert word not in text(pdf)
    (finding,) = [finding for finding in pdf.findings if finding.code == "render-gongwen-incomplete"]
    assert finding.level == "warning"
    for word in ("issuers", "number", "addressees", "date", "printing_office", "printing_date"):
        assert word in finding.message


def test_the_date_of_a_source_is_not_the_date_of_the_document() -> None:
    briefing = replace(text_briefing("全市有名牌22个。"), head=BriefingHead("要报", date="2018-05-04"))
    assert "2018年5月4日" not in text(printed(briefing, settings(issuers=["某局"])))


def test_the_configured_date_of_the_briefing_is() -> None:
    config = configured({"output": {"theme": "gongwen"}, "briefing": {"date": "2018-05-04"}})
    assert "2018年5月4日" in text(printed(text_briefing("全市有名牌22个。"), config))


@pytest.mark.parametrize(
    ("iso", "shown"), [("2018-05-04", "2018年5月4日"), ("2018-12-31", "2018年12月31日"), (None, "")]
)
def test_dates_have_arabic_numerals_without_zeros(iso: str | None, shown: str) -> None:
    assert written_date(iso) == shown


@pytest.mark.parametrize(("number", "shown"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (35, "三十五")])
def test_headings_are_numbered_in_chinese(number: int, shown: str) -> None:
    assert chinese_ordinal(number) == shown


def test_groups_become_headings_of_the_second_level() -> None:
    briefing = replace(sample_briefing(), groups=("北川市", "南江县"))
    said = text(printed(briefing, settings(**FULL)))
    assert said.index("（一）北川市") < said.index("1.全市") < said.index("（二）南江县") < said.index("二、关键数字")


def test_the_file_is_written_by_the_renderer_of_the_pdf(tmp_path: Path) -> None:
    RENDERERS["pdf"](sample_briefing(), tmp_path, settings(**FULL))
    assert (tmp_path / "briefing.pdf").read_bytes().startswith(b"%PDF-")


def test_equal_input_gives_equal_bytes(full: Pdf) -> None:
    again = printed(sample_briefing(), settings(**FULL, remark="此件公开发布", annexes=["任务分解表"]))
    assert again.data == full.data


def test_a_sentence_that_begins_with_a_number_does_not_join_that_of_the_list() -> None:
    said = text(printed(text_briefing("全市有名牌22个。", "2018年新建车间30个。"), settings(**FULL)))
    assert "（1）全市有名牌22个。" in said
    assert "（2）2018年新建车间30个。" in said


def test_the_topic_stands_below_the_title_and_no_path_among_the_sources() -> None:
    briefing = replace(text_briefing("全市有名牌22个。"), head=BriefingHead("要报", subtitle="专题：名牌"))
    said = text(printed(briefing, settings(**FULL)))
    assert said.index("要报") < said.index("专题：名牌") < said.index("各县人民政府")
    assert "in/a.txt" not in said


@pytest.mark.parametrize("count", [1, 3, 5, 13])
def test_no_page_has_the_signature_without_text_above_it(count: int) -> None:
    pdf = printed(text_briefing(*many(count)), settings(**FULL, annexes=["甲", "乙"]))
    (page,) = [page for page in pdf.pages if "2018年5月4日" in page.text]
    assert "效。" in page.text[: page.text.index("附件：")]


def test_markup_in_a_document_shows_as_text() -> None:
    sentence = '<img src="file:///etc/hostname">有名牌22个。'
    assert "".join(sentence.split()) in text(printed(text_briefing(sentence), settings(**FULL)))


@pytest.mark.parametrize(
    "data", [{"date": "2018"}, {"printing_date": "soon"}, {"page_numbers": "left"}, {"issuer": "某局"}]
)
def test_a_value_that_does_not_fit_is_an_error(data: dict[str, str]) -> None:
    with pytest.raises(ConfigurationError):
        configured({"gongwen": data})


# -- the imprint


def rules(page: Leaf) -> list[float]:
    """Where rules as wide as the type area lie, in mm from the top edge; the head's red one left out."""
    wide = [rule for rule in page.rules if rule["x1"] - rule["x0"] > 150 / MM]
    return sorted({round(rule["bottom"] * MM, 1) for rule in wide})


def many(count: int) -> tuple[str, ...]:
    return tuple(f"第{at}项工作已经全面完成并且取得了十分显著的实际成效。" for at in range(count))


@pytest.mark.parametrize("count", range(3, 24, 4))
def test_the_imprint_is_on_the_last_and_even_page_at_its_foot(count: int) -> None:
    pdf = printed(text_briefing(*many(count)), settings(**FULL))
    assert len(pdf.pages) % 2 == 0
    assert [number for number, page in enumerate(pdf.pages) if "抄送" in page.text] == [len(pdf.pages) - 1]
    assert max(rules(pdf.pages[-1])) == pytest.approx(262, abs=0.4)


def test_a_blank_page_and_the_imprint_behind_it_have_no_number() -> None:
    pdf = printed(text_briefing("全市有名牌22个。"), settings(**FULL | {"copies": ["某某某某某机关"] * 75}))
    assert len(pdf.pages) == 4
    assert pdf.pages[1].text.endswith("—2—")
    assert pdf.pages[2].chars == []
    assert "抄送" in pdf.pages[3].text
    assert "—" not in pdf.pages[3].text


def test_an_imprint_that_fits_stands_on_the_last_page_of_text() -> None:
    pdf = printed(text_briefing("全市有名牌22个。"), settings(**FULL))
    assert len(pdf.pages) == 2
    assert "资料来源" in pdf.pages[1].text
    assert "抄送" in pdf.pages[1].text
