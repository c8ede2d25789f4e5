"""版头 and signature stand where GB/T 9704-2012 puts them."""

from __future__ import annotations

import pytest

from reporter.config import GongwenSection
from reporter.render.gongwen.masthead import document_number, masthead, signature
from reporter.render.gongwen.measures import CHARACTER, MM
from tests.render.gongwen.documents import FULL, Leaf, printed, settings, text_briefing


@pytest.fixture(scope="module")
def page() -> Leaf:
    return printed(text_briefing("全市有名牌22个。"), settings(**FULL)).pages[0]


def test_the_masthead_is_red_and_fills_no_more_than_the_type_area(page: Leaf) -> None:
    red = [char for char in page.chars if char["non_stroking_color"] not in ((0,), (0, 0, 0), 0, None)]
    assert "".join(char["text"] for char in red) == "北川市质量监督局文件"
    assert max(char["x1"] for char in red) - min(char["x0"] for char in red) <= 156 * MM + 0.5


def test_the_red_rule_lies_4_mm_below_the_number(page: Leaf) -> None:
    line = next(iter(page.lines.values()))
    foot = 297 * MM - line[0]["matrix"][5] + 0.12 * 16
    rule = min(rule["top"] for rule in page.rules if rule["x1"] - rule["x0"] > 150 * MM)
    assert (rule - foot) / MM == pytest.approx(4, abs=1)


@pytest.mark.parametrize(
    "written", ["甲发[2018]3号", "甲发(2018)3号", "甲发（2018）3号", "甲发【2018】3号", "甲发〔2018〕3号"]
)
def test_the_year_of_the_number_stands_in_its_brackets(written: str) -> None:
    assert document_number(written) == "甲发〔2018〕3号"


def test_issuers_together_are_equally_wide() -> None:
    head = masthead(GongwenSection(issuers=("北川市人民政府", "北川市质量监督局")))
    assert head is not None
    widths = [len(name.text) * head.size + (len(name.text) - 1) * name.spacing for name in head.names]
    assert widths[0] == pytest.approx(widths[1])


def test_signers_stand_two_a_line_beside_the_number_on_the_left() -> None:
    head = masthead(GongwenSection(issuers=("某局",), number="某〔2018〕1号", signers=("王某某", "李某", "张某")))
    assert head is not None
    assert head.number_left
    tops = [signer.top for signer in head.signers]
    assert tops[0] == tops[1] < tops[2] == head.number_top
    ends = [signer.right + len(signer.name) * CHARACTER for signer in head.signers]
    assert ends[0] == pytest.approx(ends[2])  # the first names of the lines begin below each other
    assert min(signer.right for signer in head.signers) >= CHARACTER


def test_nothing_given_is_no_head() -> None:
    assert masthead(GongwenSection()) is None
    assert signature(GongwenSection(), "") is None


def test_with_a_seal_the_name_is_centred_on_the_date_and_room_is_left() -> None:
    made = signature(GongwenSection(issuers=("某某质量监督管理局",)), "2018年5月4日")
    assert made is not None
    ((_, right),) = made.names
    assert made.date_right == pytest.approx(4 * CHARACTER)
    assert right + 4.5 * CHARACTER == pytest.approx(made.date_right + 3 * CHARACTER)
    assert made.above == 2


@pytest.mark.parametrize("name", ["某局", "某某某某局", "某某某某某某某某某某某某管理局"])
def test_without_a_seal_the_date_begins_two_characters_behind_the_name(name: str) -> None:
    made = signature(GongwenSection(issuers=(name,), seal=False), "2018年5月4日")
    assert made is not None
    ((_, right),) = made.names
    name_left, date_left = right + len(name) * CHARACTER, made.date_right + 6 * CHARACTER
    assert name_left - date_left == pytest.approx(2 * CHARACTER)
    assert min(right, made.date_right) == pytest.approx(2 * CHARACTER)
