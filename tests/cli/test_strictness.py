"""What a build's findings make of its exit code, and stopping at the first document that can't be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.cli.outcome import exit_code, known_codes, rules_of
from reporter.errors import ConfigurationError
from tests.cli.test_build import UNREADABLE, tree

PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256))  # the warning read-no-document


@pytest.fixture
def build(run, folder):
    def build_folder(*options):
        return run("build", folder, "-o", "out", "-f", "json", *options)

    return build_folder


def test_a_finding_that_is_named_is_an_error_and_exit_code_3(build, folder):
    (folder / "picture.png").write_bytes(PICTURE)
    ran = build("-W", "read-no-document")
    assert ran.code == 3
    assert "error: read-no-document: " in ran.err
    assert "findings: 1 error, 0 warnings" in ran.out
    assert (folder.parent / "out" / "manifest.json").is_file()


def test_an_error_needs_no_option_to_be_exit_code_3() -> None:
    counts = {"error": {"render-pdf-missing": 1}}
    assert exit_code({}, counts, {}, strict=False) == 3
    assert exit_code({}, counts, {"render-pdf-missing": False}, strict=True) == 0


def test_a_note_that_is_named_is_an_error_too(build, folder):
    (folder / "again.txt").write_bytes((folder / "north.txt").read_bytes())  # the note read-duplicate
    assert build().code == 0
    ran = build("--refresh", "-W", "read-duplicate")
    assert ran.code == 3
    assert "error: read-duplicate: " in ran.err


def test_what_is_said_by_hand_does_not_get_into_the_outputs(build, folder):
    (folder / "picture.png").write_bytes(PICTURE)
    build()
    before = tree(folder.parent / "out")
    build("--refresh", "-W", "read-no-document")
    assert tree(folder.parent / "out") == before


def test_a_finding_with_no_before_it_never_counts(build, folder):
    (folder / "picture.png").write_bytes(PICTURE)
    assert build("--strict").code == 3
    assert build("--strict", "-W", "no-read-no-document").code == 0
    assert build("--strict", "-W", "no-read-no-document", "-W", "read-no-document").code == 3


def test_a_document_that_is_known_to_be_broken_can_be_let_pass(build, folder):
    (folder / "broken.txt").write_bytes(UNREADABLE)
    assert build().code == 4
    assert build("-W", "no-read-binary").code == 0
    (folder / "plan.pdf").write_bytes(b"%PDF-1.7\n")
    assert build("-W", "no-read-binary").code == 4


def test_a_build_with_nothing_to_do_has_the_exit_code_of_the_one_that_made_it(build, folder):
    (folder / "picture.png").write_bytes(PICTURE)
    for options, code in ((), 0), (("--strict",), 3), (("-W", "read-no-document"), 3):
        build("--refresh")
        ran = build(*options)
        assert (ran.code, "nothing has changed" in ran.out) == (code, True)
        assert build("--check", *options).code == code


def test_an_unknown_code_is_one_line_with_the_nearest(build):
    ran = build("-W", "read-no-documents")
    assert ran.code == 2
    ran.said_in_one_line("read-no-documents", "read-no-document")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_fail_fast_stops_at_the_first_unreadable_document_and_writes_nothing(build, folder, jobs):
    assert build().code == 0
    before = tree(folder.parent / "out")
    (folder / "a-broken.txt").write_bytes(UNREADABLE)
    (folder / "picture.png").write_bytes(PICTURE)  # no document: no reason to stop
    ran = build("--fail-fast", "-j", jobs)
    assert ran.code == 1
    ran.said_in_one_line("documents/a-broken.txt: ", "nothing was written", "--fail-fast")
    assert tree(folder.parent / "out") == before
    assert sorted(path.name for path in folder.parent.iterdir()) == ["documents", "out"]


def test_fail_fast_without_an_unreadable_document_builds(build, folder):
    (folder / "picture.png").write_bytes(PICTURE)
    assert build("--fail-fast").code == 0


def test_of_two_rules_for_one_code_the_last_holds():
    assert rules_of(["read-binary", "no-read-binary"]) == {"read-binary": False}
    assert rules_of([]) == {}
    with pytest.raises(ConfigurationError):
        rules_of(["no-such-finding"])


counts = st.dictionaries(
    st.sampled_from(["error", "warning", "info"]),
    st.dictionaries(st.sampled_from(known_codes()[:6]), st.integers(1, 3), min_size=1),
)


@given(counts, st.booleans())
def test_without_rules_errors_count_and_under_strict_warnings(found, strict):
    serious = "error" in found or (strict and "warning" in found)
    assert exit_code({}, found, {}, strict=strict) == (3 if serious else 0)
    assert exit_code({"read-binary": 1}, found, {}, strict=strict) == 4


@given(counts, st.booleans())
def test_silencing_every_code_is_exit_code_0(found, strict):
    rules = {code: False for codes in found.values() for code in codes} | {"read-binary": False}
    assert exit_code({"read-binary": 2}, found, rules, strict=strict) == 0
