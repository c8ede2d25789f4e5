"""The tokenizer loses nothing, never fails, and reads tags as browsers do."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporter.read.html.markup import attributes, tokens

# What pages are made of, whole and broken; the bar stands for a blank inside a piece.
WORDS = (
    "<p> </p> <div|class='a'> </div> < > <!-- --> <!doctype|html> 质量 \" ' = | \n <script> </script> <title> <?x"
    ' <table> <tr> <td> <td|colspan=2 &nbsp; &# </ <br/> <a|href="x>y">'
)
PIECES = st.lists(st.sampled_from([word.replace("|", " ") for word in WORDS.split(" ")]), max_size=30).map("".join)


def shape(source: str) -> list[tuple[str, str]]:
    return [(token.kind, source[token.start : token.end]) for token in tokens(source)]


@settings(deadline=None)
@given(st.one_of(PIECES, st.text(alphabet="<>!-/=\"'ap &;\n质")))
def test_tokens_cover_the_source_without_gaps(source: str) -> None:
    assert "".join(piece for _, piece in shape(source)) == source


def test_tags_text_and_comments_are_told_apart() -> None:
    assert shape("<p>质<!-- a > b -->量</p>") == [
        ("start", "<p>"), ("text", "质"), ("comment", "<!-- a > b -->"), ("text", "量"), ("end", "</p>"),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["a < b", "3<5", "1<2>1", "<", "< p>"])
def test_a_bracket_that_opens_no_tag_is_text(text: str) -> None:
    assert {kind for kind, _ in shape(text)} == {"text"}


def test_a_quoted_bracket_does_not_end_a_tag() -> None:
    assert shape('<a title="x > y">质</a>')[0] == ("start", '<a title="x > y">')


def test_a_quote_that_never_ends_costs_only_its_tag() -> None:
    assert ("text", "质量") in shape('<a href="x>质量</a><b class="y">')


def test_scripts_are_no_markup() -> None:
    assert shape("<script>if (a<b) '<p>'</script>质")[1] == ("raw", "if (a<b) '<p>'")


def test_a_script_that_never_ends_runs_to_the_end() -> None:
    assert shape("<script>a<p>")[-1] == ("raw", "a<p>")


def test_attributes_are_read_in_all_their_forms() -> None:
    given_ = attributes("<td a=1 B='2' c=\"3 &amp; 4\" d a=9 />")
    assert given_ == {"a": "1", "b": "2", "c": "3 & 4", "d": ""}
