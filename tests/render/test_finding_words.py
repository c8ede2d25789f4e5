"""What findings say stands in the reader's language, with the document's own words shown as they are."""

from __future__ import annotations

import pickle
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.config import Config
from reporter.model import Finding, Saying, unread
from reporter.render import document_view, finding_words
from reporter.render.catalogue import Catalogue, load_catalogue
from reporter.render.links import SiteLinks
from reporter.render.theme import load_theme
from reporter.render.viewpoint import Viewpoint
from tests.render.briefings import sample_briefing

SAYING = Saying("read-damaged.pdf", "warning", "is a damaged PDF: {reason}", "open it in a PDF program")
RULE = Saying("repair-furniture", "info", "set aside ({rule}): {text}")


def words(language: str) -> Catalogue:
    return load_catalogue(load_theme(Config()), language)


def test_a_sentence_is_said_in_the_readers_language() -> None:
    finding = SAYING.finding(path="甲.pdf", reason="bad xref")
    assert finding_words.plain(finding_words.sentence(finding, words("zh-Hans"))) == "PDF损坏：bad xref"
    assert finding_words.plain(finding_words.sentence(finding, words("zh-Hant"))) == "PDF損壞：bad xref"
    assert finding_words.plain(finding_words.sentence(finding, words("en"))) == "is a damaged PDF: bad xref"
    assert finding_words.plain(finding_words.hint(finding, words("zh-Hans"))) == "用PDF程序打开，重新保存后再试"


def test_the_file_leads_where_it_is_asked_for() -> None:
    finding = SAYING.finding(path="甲.pdf", reason="bad xref")
    assert finding.message == "甲.pdf: is a damaged PDF: bad xref"
    assert finding_words.sentence(finding, words("zh-Hans"), path=True) == ("", "甲.pdf", "：PDF损坏：", "bad xref")
    assert finding_words.plain(finding_words.sentence(finding, words("en"), path=True)) == finding.message


def test_an_error_says_the_same_as_the_finding_that_it_becomes() -> None:
    finding = unread(SAYING.error(reason="bad xref"), "甲.pdf")
    assert finding == SAYING.finding(path="甲.pdf", reason="bad xref")


def test_the_programs_own_words_for_a_gap_are_translated() -> None:
    finding = RULE.finding(rule="copyright", text="版权所有")
    assert finding_words.sentence(finding, words("zh-Hans")) == ("移出正文（", "版权声明", "）：", "版权所有")


def test_a_list_of_such_words_is_translated_one_by_one() -> None:
    saying = Saying("render-gongwen-incomplete", "warning", "the official document is without {names}")
    finding = saying.finding(names="issuers (发文机关), number (发文字号)")
    assert finding_words.plain(finding_words.sentence(finding, words("zh-Hans"))) == "公文缺少：发文机关、发文字号"


def test_a_document_cannot_fill_in_gaps_or_turn_the_line() -> None:
    finding = RULE.finding(rule="spam", text="{reason}\u202e<b>")
    assert finding_words.sentence(finding, words("zh-Hans"))[-1] == "{reason}[U+202E]<b>"


def test_a_value_from_right_to_left_is_set_apart_in_plain_text() -> None:
    finding = RULE.finding(rule="spam", text="שלום")
    assert finding_words.plain(finding_words.sentence(finding, words("zh-Hans"))).endswith("：\u2068שלום\u2069")


def test_a_finding_without_words_keeps_its_english() -> None:
    view = Viewpoint(sample_briefing(), words("zh-Hans"), SiteLinks(""))
    (shown,) = document_view.findings(view, [Finding("own-code", "warning", "said in English", "do this")])
    assert (shown.message, shown.hint, shown.lang) == ("said in English", "do this", "en")


def test_a_finding_that_was_kept_says_the_same() -> None:
    finding = replace(SAYING.finding(path="甲.pdf", reason="bad xref"), document="x")
    assert pickle.loads(pickle.dumps(finding)) == finding


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant"])
@given(st.text(), st.text())
def test_values_stand_as_they_are_between_the_words(language: str, rule: str, text: str) -> None:
    visible = "".join(char for char in text if char.isprintable())
    said = finding_words.sentence(RULE.finding(rule=rule, text=visible), words(language))
    assert len(said) == 4
    assert said[3] == visible
