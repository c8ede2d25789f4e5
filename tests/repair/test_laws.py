"""The laws of repair: it is reversible, repairing twice changes nothing more, every span leads back to its source."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from reporter.model import CleanText
from reporter.read import read_bytes
from reporter.repair import STEPS, repair

# What damaged texts are made of: words, notes, slips, marks of both widths, residue and stamps (one a word); blanks,
# line ends and invisible characters.
WORDS = (
    "監(jiān) 區(qū)) 縣( 質(zhì) 质量 工作 现 F(xiàn) ?, ?shù)臅r 適當 "
    "？ ? , . ; : ! ( ) （ ） \" ' “ ” 12 3.5 % １２ ， 。 、 -- ... —— "
    "LED http://a.cn/?a=1,b \\ 功\\ &nbsp; <br> 一、 (一) 浣犲ソ 来源：某报 首页 相关文章 ©2018 责任编辑：甲 2018-03-05"
)
DAMAGE = st.lists(
    st.sampled_from([*WORDS.split(), *" \u00a0\u3000\n\r\t\u200b\ufeff\xad\ue000\ufffd", "\r\n"]), max_size=40
).map("".join)


def clean(text: str) -> CleanText:
    return repair(CleanText.of(text).raw)


@settings(max_examples=300, deadline=None)
@given(st.one_of(DAMAGE, st.text(max_size=80)))
def test_undoing_the_ledger_gives_the_source(text: str) -> None:
    assert clean(text).ledger.inverse() == text


@settings(max_examples=300, deadline=None)
@given(st.one_of(DAMAGE, st.text(max_size=80)))
def test_repairing_repaired_text_changes_nothing(text: str) -> None:
    once = clean(text).text
    assert clean(once).text == once


@settings(deadline=None)
@given(DAMAGE)
def test_every_line_slices_to_its_text_through_the_map(text: str) -> None:
    done = clean(text)
    at = 0
    for line in done.text.split("\n"):
        start, end = done.ledger.source_span(at, at + len(line))
        assert done.ledger.replay(start, end) == line
        at += len(line) + 1


@settings(deadline=None)
@given(DAMAGE)
def test_asides_are_stretches_in_order_that_do_not_overlap(text: str) -> None:
    done = clean(text)
    spans = [aside.span for aside in done.asides]
    assert spans == sorted(spans)
    assert all(first.end <= second.start for first, second in itertools.pairwise(spans))
    assert all(span.of(done.text).strip() for span in spans)


@settings(deadline=None)
@given(DAMAGE)
def test_nothing_is_set_aside_without_a_finding(text: str) -> None:
    done = clean(text)
    reported = [finding.span for finding in done.findings if finding.code in ("repair-furniture", "repair-repeat")]
    assert reported == [aside.span for aside in done.asides]


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(["<p>", "</p>", "<b>", "<td>", "<table><tr>", "<br>", "&nbsp;", "&ldquo;"]) | DAMAGE,
        max_size=12,
    )
)
def test_the_laws_hold_on_top_of_a_readers_edits(pieces: list[str]) -> None:
    done = repair(read_bytes(("<html><body><p>质量" + "".join(pieces)).encode(), "a.html"))
    assert done.ledger.inverse() == done.raw.ledger.source
    assert clean(done.text).text == done.text


def test_every_step_has_a_code_of_its_own() -> None:
    assert len({step.rule for step in STEPS}) == len(STEPS)


def test_an_empty_text_stays_empty() -> None:
    assert (clean("").text, clean("").asides) == ("", ())
