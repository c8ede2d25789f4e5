"""Organisations: whole names, one for each body, the one that acts first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.language.script import simplified
from reporter.structure.organisations import body_names, organisations_of


def bodies(text: str, title: str = "", source: str = "") -> tuple[str, ...]:
    plain = simplified("\n".join((title, source, text)))
    return organisations_of(simplified(source), simplified(title), plain[:60], plain)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("江门市质监局局长介绍，江门局今年开展检查。江门局表示，江门市质监局还将继续。", ("江门市质监局",)),
        ("顺德质监局先做通镇政府的工作。顺德质监局推进整治，顺德局负责，质监局公布。", ("顺德质监局",)),
        ("經濟部標準檢驗局表示，經濟部標準檢驗局抽查商品。經濟部標準檢驗局公布結果。", ("经济部标准检验局",)),
        ("浔江市人力资源和社会保障局局长表示，浔江市人力资源和社会保障局服务群众。", ("浔江市人力资源和社会保障局",)),
        ("青嵐縣政府農業處說明，青嵐縣政府農業處補助農民。青嵐縣政府農業處", ("青岚县政府农业处",)),
        ("省住房和城乡建设厅通报，省住房和城乡建设厅检查。省住房和城乡建设厅", ("省住房和城乡建设厅",)),
    ],
)
def test_a_name_is_whole_and_its_short_forms_are_no_other_body(text: str, expected: tuple[str, ...]) -> None:
    assert bodies(text) == expected


def test_the_source_is_the_acting_body() -> None:
    text = "椒江质监分局检查企业。质监分局开展服务，质监分局查处案件，椒江质监分局公布结果，省质监局肯定。"
    assert bodies(text, source="臺州市椒江區質監分局") == ("台州市椒江区质监分局",)


def test_a_particle_at_the_level_is_cut_and_the_level_stays() -> None:
    assert list(body_names("记者从市市场监管局获悉")) == ["市市场监管局"]


@pytest.mark.parametrize(
    "text",
    [
        "形成新格局，布局合理，开局良好。新格局、大格局、好布局。",
        "该局检查，我局服务，市局要求，市政府决定，各级政府支持，区政府重视，该局表彰。",
        "由领导小组办公室负责，领导小组办公室协调，领导小组办公室检查，媒体中心报道，媒体中心发布。",
        "作为领导组办公室，要协调。领导组办公室检查，领导组办公室通报。",
    ],
)
def test_names_that_say_not_whose_are_left_out(text: str) -> None:
    assert bodies(text) == ()


def test_offices_of_two_places_are_two_bodies() -> None:
    text = "望溪县质监局和明河市质监局签约。" * 3
    assert set(bodies(text)) == {"望溪县质监局", "明河市质监局"}


@given(st.text(alphabet="望溪县明河市质监局政府办公室和的，。工商分处()[*+?\\ \n", max_size=80))
def test_every_body_stands_in_the_text_and_is_listed_once(text: str) -> None:
    found = organisations_of(text[-20:], text[:20], text, text)
    assert len(found) == len(set(found)) <= 3
    assert all(name in text for name in found)


def test_a_superior_cited_once_does_not_act_and_an_office_of_the_place_does() -> None:
    source = "澄安区教育局"
    text = "根据省政府办公厅意见，区教育局检查学校。学校整改，记者从区发展改革局获悉进展。"
    assert bodies(text, source=source) == ("澄安区教育局", "区发展改革局")
