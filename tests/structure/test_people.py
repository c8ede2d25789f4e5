"""Persons and firms of a text: words of the text at their places, each once; nothing invented from any characters."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.language.script import simplified
from reporter.model import CleanText
from reporter.structure import structure
from reporter.structure.companies import companies_of
from reporter.structure.people import people_of

TEXT = st.text(alphabet="局长书记张王李某某、，。（）（：公司有限集团厂银行“”牌 国家质监主任·任副", max_size=60)


@given(TEXT)
def test_names_and_roles_stand_in_the_text_and_each_person_once(text: str) -> None:
    persons = people_of(text, simplified(text))
    assert len({person.name for person in persons}) == len(persons)
    assert [person.span for person in persons] == sorted(person.span for person in persons)
    for person in persons:
        assert person.span.of(text) == person.name
        assert person.role in text
        assert (person.organisation or "") in text


@given(TEXT)
def test_firms_stand_in_the_text_and_none_lies_in_another(text: str) -> None:
    companies = companies_of(text, simplified(text))
    assert all(company.span.of(text) == company.text for company in companies)
    assert all(first.span.end <= second.span.start for first, second in pairwise(companies))


def test_names_keep_the_script_of_the_document() -> None:
    (person,) = people_of("縣質監局局長陳某某表示", "县质监局局长陈某某表示")
    assert (person.name, person.role, person.organisation) == ("陳某某", "局長", "縣質監局")


def test_a_title_of_address_gives_way_to_an_office() -> None:
    text = "刘芳同志发言。局长刘芳作报告。"
    assert [(person.name, person.role) for person in people_of(text, text)] == [("刘芳", "局长")]


@pytest.mark.parametrize("text", ["", "局长", "（县长）", "、局长、书记", "任局长", "牌", "公司", "有限公司"])
def test_bare_roles_and_kinds_name_nobody(text: str) -> None:
    assert people_of(text, text) == companies_of(text, text) == ()


def test_a_document_knows_its_people_its_firms_and_why_it_is_of_its_kind() -> None:
    text = "云泽县质监局工作总结\n云泽县质监局局长王某某走访云泽恒光机械有限公司，检查合格。"
    document = structure(CleanText.of(text), "x")
    assert [(person.name, person.organisation) for person in document.people] == [("王某某", "云泽县质监局")]
    assert [company.text for company in document.companies] == ["云泽恒光机械有限公司"]
    assert (document.kind, document.kind_evidence) == ("report", "title: …总结")


def test_the_years_of_a_bulletin_count_from_its_title() -> None:
    text = "云泽县2017年统计公报\n发布时间：2018-03-02\n全县生产总值百亿元，比上年增长一成。年末人口十万人。"
    events = structure(CleanText.of(text), "x").events
    assert [(event.text, event.date, event.basis) for event in events] == [
        ("上年", "2016", "2017"), ("年末", "2017", "2017")
    ]  # fmt: skip


def test_events_keep_the_script_of_the_document() -> None:
    text = "雲澤縣工作總結\n“十二五”期間完成改造，上個月開工。"
    assert [event.text for event in structure(CleanText.of(text), "x").events] == ["“十二五”期間", "上個月"]
