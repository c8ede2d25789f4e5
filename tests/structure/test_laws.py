"""Laws of the room: names and numbers do not change an outline, any text has one, sizes do not explode."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reporter.model import CleanText, Title
from reporter.repair import repair
from reporter.structure import outlined, structure
from tests.structure.printed import tree
from tests.structure.test_outline_corpus import DOCUMENTS

# Places and persons of the corpus and others of the same form.
NAMES = {
    "云溪": ("松岭", "清河", "白鹭"),
    "方知远": ("顾长风", "沈念之"),
    "江映雪": ("陆清扬", "韩冬青"),
    "温秋禾": ("许南星", "梁听雨"),
}
LINE = st.text(
    alphabet="一二三、（）()12.。，：；“”《》—— \n第章节条是首先附件\t年月日质量工作推进发展全县", max_size=80
)


@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_other_names_and_numbers_leave_the_outline_the_same(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(DOCUMENTS))
    text = path.read_text("utf-8")
    changed = text
    for name, others in NAMES.items():
        changed = changed.replace(name, data.draw(st.sampled_from(others)))
    changed = re.sub(r"(?<=[^\d\n.（(第〔])([2-9])(?=\d*[个家项名人万亿户])", lambda m: str(11 - int(m[1])), changed)
    before, after = (tree(structure(CleanText.of(each), "x")) for each in (text, changed))
    assert after == before


@given(text=LINE)
@settings(max_examples=200, deadline=None)
def test_any_text_has_a_document_whose_spans_hold(text: str) -> None:
    document = structure(CleanText.of(text), "x")
    for sentence in document.sentences:
        assert sentence.span.of(document.text) == sentence.text == sentence.text.strip()
        assert sentence.text
    for paragraph in document.paragraphs:
        own = [sentence.text for sentence in document.sentences if sentence.paragraph == paragraph.index]
        assert "".join("".join(own).split()) == "".join(paragraph.span.of(document.text).split())
    assert [paragraph.index for paragraph in document.paragraphs] == list(range(len(document.paragraphs)))
    assert len({sentence.id for sentence in document.sentences}) == len(document.sentences)


@given(text=st.text(alphabet="一二三、（）12.。，：全县质量工作推进 ", min_size=1, max_size=40).filter(str.strip))
@example(text="1  1")  # a lone leader is no table of contents
def test_a_line_of_text_is_never_left_without_a_sentence(text: str) -> None:
    assert structure(CleanText.of(text), "x").sentences


@given(text=LINE)
@settings(max_examples=100, deadline=None)
def test_an_outline_is_the_document_without_what_its_sentences_do_not_need(text: str) -> None:
    whole, outline = (make(CleanText.of(text), "x") for make in (structure, outlined))
    for name in ("id", "text", "simplified", "script", "subtitle", "sections", "paragraphs", "sentences", "items"):
        assert getattr(outline, name) == getattr(whole, name)
    assert outline.title == (Title("", True) if whole.title.inferred else whole.title)


def test_sentence_ids_do_not_depend_on_white_space_and_count_repeats() -> None:
    one = structure(CleanText.of("标题文字在此\n全县质量提升。全县 质量提升。"), "x").sentences
    assert one[1].id == f"{one[0].id}-2"
    assert re.fullmatch(r"t[0-9a-f]{8}", one[0].id)


@pytest.mark.corpus
def test_the_real_documents_have_their_outlines(corpus: Path) -> None:
    for path in sorted((corpus / "seeds").glob("*.txt")):
        from reporter.read import read_file

        document = structure(repair(read_file(path, path.name)), path.stem)
        assert len(document.sections) >= 4, path.name
        assert document.sentences, path.name
