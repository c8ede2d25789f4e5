"""Every medium prints source text in the script asked for, says so, and leaves sources and data as they were."""

from __future__ import annotations

import html
import json
import re
from functools import cache
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from reporter.config import Config
from reporter.language.script import script_of_character
from reporter.language.script_conversion import Conversion
from reporter.model import Briefing, CleanText
from reporter.render import RENDERERS
from reporter.render.catalogue import load_catalogue
from reporter.render.links import SiteLinks
from reporter.render.pages import print_page
from reporter.render.printed_script import PrintedScript, printed_script
from reporter.render.theme import load_theme
from reporter.render.viewpoint import Viewpoint
from reporter.structure import structure
from tests.render.briefings import sample_briefing

TARGETS = ("zh-Hans", "zh-Hant")
OTHER = {"zh-Hans": "zh-Hant", "zh-Hant": "zh-Hans"}
QUOTE = re.compile(r'<a class="quote"([^>]*)data-document="([^"]+)" data-sentence="([^"]+)">([^<]*)</a>')


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory):
    """The folder that the renderers make of the sample briefing for a script."""

    @cache
    def write(script: str) -> Path:
        folder = tmp_path_factory.mktemp(script)
        for name in ("json", "csv", "xlsx", "docx", "md", "html"):
            RENDERERS[name](sample_briefing(), folder, Config(script=script, language="zh-Hans"))  # type: ignore[arg-type]
        return folder

    return write


def strangers(text: str, target: str) -> str:
    """The characters of a text that only the other script has."""
    return "".join(char for char in text if script_of_character(char) == OTHER[target])


def view(script: str) -> Viewpoint:
    config = Config(script=script)  # type: ignore[arg-type]
    return Viewpoint(
        sample_briefing(), load_catalogue(load_theme(config), "zh-Hans"), SiteLinks(""), printed_script(config)
    )


@pytest.mark.parametrize("target", TARGETS)
def test_every_quoted_sentence_of_the_site_is_the_conversion_of_its_text(written, target: str) -> None:
    briefing, conversion = sample_briefing(), Conversion(target)  # type: ignore[arg-type]
    texts = {
        (a.document.id, s.id): (s.text, a.document.script) for a in briefing.analyses for s in a.document.sentences
    }
    found = 0
    for page in (written(target) / "site").rglob("*.html"):
        for attributes, document, sentence, shown in QUOTE.findall(page.read_text("utf-8")):
            text, script = texts[document, sentence]
            expected = conversion.printed(text, script)
            found += 1
            assert html.unescape(shown) == expected
            assert f'lang="{target}"' in attributes
            assert ("data-converted" in attributes) == (expected != text)
            assert ("title=" in attributes) == (expected != text)
    assert found > 10


@pytest.mark.parametrize("target", TARGETS)
def test_documents_and_headings_tables_names_and_units_are_converted(target: str) -> None:
    page = print_page(view(target))
    for document in page.documents:
        entry = document.entry
        words = [entry.title, entry.subtitle, *entry.keywords, *(quote.text for quote in entry.summary)]
        words += [fact.text for fact in entry.facts if fact.label in ("来源", "作者", "地区")]
        words += [section.number + section.heading for section in document.sections]
        words += [cell.text for table in document.tables for row in table.rows for cell in row]
        words += [column.title for table in document.tables for column in table.columns]
        for figure in document.figures:
            words += [figure.subject, figure.name, figure.words.text]
            assert figure.lang == target
        assert strangers("".join(words), target) == ""
        assert entry.lang == target
    assert page.comparison
    assert strangers("".join(row.indicator + row.unit for row in page.comparison.rows), target) == ""


def test_a_figures_words_are_those_of_its_printed_sentence() -> None:
    page = print_page(view("zh-Hans"))
    words = {figure.words.text for figure in page.documents[1].figures}
    assert "2万台件" in words
    assert "1.4个百分点" in page.documents[1].figures[1].details[0]
    assert any("1.4個百分點" in part for part in print_page(view("zh-Hant")).documents[1].figures[1].details)


def test_only_the_documents_that_change_are_said_to_be_converted() -> None:
    assert [bool(document.entry.converted) for document in print_page(view("zh-Hans")).documents] == [False, True]
    assert [bool(document.entry.converted) for document in print_page(view("zh-Hant")).documents] == [True, False]
    assert not any(document.entry.converted for document in print_page(view("keep")).documents)


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
@pytest.mark.parametrize("target", TARGETS)
def test_the_conversion_is_told_in_every_language_of_the_interface(language: str, target: str) -> None:
    strings = load_catalogue(load_theme(Config()), language)
    told = {strings(f"script.{script}.{target}") for script in ("zh-Hans", "zh-Hant", "mixed")}
    assert len(told) == 3
    assert "2" in strings(f"script.count.{target}", count=2)


@pytest.mark.parametrize("target", TARGETS)
def test_source_pages_and_data_keep_the_sources_script(written, target: str) -> None:
    kept, converted = written("keep"), written(target)
    for path in sorted(kept.rglob("*.csv")):
        assert path.read_bytes() == (converted / path.relative_to(kept)).read_bytes()
    assert (kept / "data/briefing.xlsx").read_bytes() == (converted / "data/briefing.xlsx").read_bytes()
    for path in sorted((kept / "site/sources").glob("*.html")):
        assert path.read_bytes() == (converted / path.relative_to(kept)).read_bytes()
    one, other = (json.loads((folder / "data/briefing.json").read_text("utf-8")) for folder in (kept, converted))
    assert one["documents"] == other["documents"]


def test_the_document_in_its_own_script_is_printed_to_the_byte(written) -> None:
    name = next((written("keep") / "site/documents").glob("*north*.html")).name
    kept, converted = ((written(s) / "site/documents" / name).read_text("utf-8") for s in ("keep", "zh-Hans"))
    assert kept == converted


def test_links_lead_to_the_same_places_whatever_the_script(written) -> None:
    for page in (written("keep") / "site").rglob("*.html"):
        twin = written("zh-Hans") / page.relative_to(written("keep"))
        links = [re.findall(r'href="([^"]+)"', path.read_text("utf-8")) for path in (page, twin)]
        assert links[0] == links[1]


def test_word_and_markdown_print_the_script_and_say_so(written) -> None:
    body = docx.Document(str(written("zh-Hans") / "briefing.docx")).element.body
    words = "".join(node.text or "" for node in body.iter(qn("w:t")))
    assert "质监局为企业检定计量器具近2万台件。" in words
    assert "文字已由繁体转换为简体" in words
    text = (written("zh-Hans") / "briefing.md").read_text("utf-8")
    assert "质监局为企业检定计量器具近2万台件。" in text
    assert "其中1份文件有文字由繁体转换而来" in text


def test_the_editors_own_words_stay() -> None:
    page = print_page(view("zh-Hant"))
    assert page.head.title == sample_briefing().head.title
    assert page.brief is not None
    assert page.brief.notes[0].paragraphs[0] == "请各单位参阅。"


def test_keeping_hands_the_briefing_on_as_it_is() -> None:
    briefing: Briefing = sample_briefing()
    assert PrintedScript(Conversion()).briefing(briefing) is briefing


def test_names_of_a_traditional_document_keep_its_characters_where_nothing_is_converted() -> None:
    document = structure(CleanText.of("東河縣情況\n稻米產量達八萬噸。", "old.txt"), "old")
    script, plain = (
        PrintedScript(Conversion()),
        structure(CleanText.of("东河县情况\n稻米产量达八万吨。", "new.txt"), "new"),
    )
    assert document.script == "zh-Hant"
    assert [script.named(name, document) for name in ("稻米产量", "稻米产量增长")] == ["稻米產量", "稻米產量增長"]
    assert (script.named("稻米产量", plain), script.named_lang(document)) == ("稻米产量", "zh-Hant")
    assert PrintedScript(Conversion("zh-Hans")).named("稻米产量", document) == "稻米产量"
