"""Locked, scanned and damaged files end as a clear error or a finding, never as another exception."""

from __future__ import annotations

import random
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporter.errors import ReadError
from reporter.read.pdf import read_pdf
from tests.read.pdf.handmade import Encryption, Handmade
from tests.read.pdf.reading import codes, lines, read

_WORDS = "The county report says what was done in the year and what is planned."
_PAGE = f"BT /F1 12 Tf 100 700 Td ({_WORDS}) Tj ET"


def _plain() -> Handmade:
    return Handmade().page(_PAGE)


def _scans(*overlays: str) -> bytes:
    """Pages that are one picture each, with what is written over it."""
    from PIL import Image

    buffer = BytesIO()
    Image.new("L", (60, 80), 200).save(buffer, "JPEG")
    image = buffer.getvalue()
    dictionary = (
        "<< /Type /XObject /Subtype /Image /Width 60 /Height 80 /ColorSpace /DeviceGray /BitsPerComponent 8"
        f" /Filter /DCTDecode /Length {len(image)} >>\nstream\n{image.decode('latin-1')}\nendstream"
    )
    made = Handmade(extra=(dictionary,))
    for overlay in overlays:
        made.page(f"q 500 0 0 700 50 50 cm /Im Do Q {overlay}")
    return made.data()


def test_an_owner_password_does_not_keep_from_reading() -> None:
    assert lines(read(_plain().data(Encryption(b"", b"secret")))) == [_WORDS]


def test_a_user_password_is_an_error_that_says_what_to_do() -> None:
    with pytest.raises(ReadError) as refused:
        read_pdf(_plain().data(Encryption(b"user", b"secret")), "a.pdf")
    assert (refused.value.code, refused.value.status) == ("read-encrypted", "failed")
    assert "password" in refused.value.hint


def test_a_scan_is_an_error_that_says_to_run_ocr() -> None:
    with pytest.raises(ReadError) as refused:
        read_pdf(_scans("", ""), "a.pdf")
    assert (refused.value.code, refused.value.status) == ("read-scanned", "empty")
    assert "OCR" in refused.value.hint


def test_scanned_pages_among_others_are_a_finding_that_names_them() -> None:
    raw = read(_scans("", _PAGE, "", ""))
    assert codes(raw) == ["read-page-scanned"]
    assert "p. 1, 3-4" in raw.findings[0].message
    assert "OCR" in raw.findings[0].hint


def test_a_text_layer_over_the_scan_is_read() -> None:
    assert lines(read(_scans(_PAGE.replace("BT", "BT 3 Tr")))) == [_WORDS]


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4\nxxxx", _plain().data()[:60]])
def test_what_is_no_pdf_is_an_error(data: bytes) -> None:
    with pytest.raises(ReadError):
        read_pdf(data, "a.pdf")


def test_a_blank_file_is_empty() -> None:
    with pytest.raises(ReadError) as refused:
        read_pdf(Handmade().page("").data(), "a.pdf")
    assert (refused.value.code, refused.value.status) == ("read-empty", "empty")


def test_a_file_whose_end_is_cut_off_is_read_with_a_finding() -> None:
    data = _plain().data()
    raw = read(data[: data.index(b"trailer")])
    assert lines(raw) == [_WORDS]
    assert codes(raw) == ["read-pdf-damaged"]


def test_a_file_that_is_cut_off_before_its_text_is_damaged_and_not_empty() -> None:
    data = _plain().data()
    blank = Handmade().page("").data()
    for cut in (data[: data.index(b"BT")], data[: len(data) * 6 // 10], blank[: blank.index(b"trailer")]):
        with pytest.raises(ReadError) as refused:
            read_pdf(cut, "a.pdf")
        assert (refused.value.code, refused.value.status) == ("read-damaged", "failed")


def test_a_file_without_catalog_is_read_by_its_pages() -> None:
    data = _plain().page(_PAGE.replace("county", "second")).data()
    data = data[: data.index(b"trailer")].replace(b"/Catalog", b"/Cxtalog")
    assert "The second report" in read(data).ledger.text


def test_damaged_bytes_never_raise_anything_else() -> None:
    source = random.Random(7)
    data = _plain().page(_PAGE).data()
    for _ in range(150):
        broken = bytearray(data)
        for _ in range(source.randint(1, 40)):
            broken[source.randrange(len(broken))] = source.randrange(256)
        try:
            raw = read_pdf(bytes(broken), "a.pdf")
        except ReadError:
            continue
        assert raw.ledger.inverse() == raw.ledger.source


_PLACED = st.tuples(
    st.integers(0, 560), st.integers(0, 830), st.integers(2, 40), st.sampled_from(["a", "12.5", "Ab cd"])
)


@settings(max_examples=60, deadline=None)
@given(st.lists(_PLACED, min_size=1, max_size=25), st.lists(_PLACED, max_size=25))
def test_wherever_the_text_stands_the_ledger_gives_the_source_back(
    first: list[tuple[int, int, int, str]], second: list[tuple[int, int, int, str]]
) -> None:
    made = Handmade()
    for texts in (first, second):
        made.page("\n".join(f"BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET" for x, y, size, text in texts))
    with suppress(ReadError):  # all of it may stand outside of the page
        raw = read(made.data())
        assert all(mark.start <= mark.end <= len(raw.ledger.source) for mark in raw.marks)
        assert read(made.data()) == raw
