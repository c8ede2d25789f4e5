"""A PDF of more pages than a file may have: its files, one after the other, are the one that they would be."""

from __future__ import annotations

import ctypes
import re
import zlib
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdfium2 import raw

from reporter.config import Config, configured
from reporter.model import Briefing, InputFile
from reporter.publish.manifest import manifest_of
from reporter.render.brief_view import shared_rows
from reporter.render.pdf.apart import write_apart
from reporter.render.pdf.pieces import Piece, pieces_of
from reporter.render.pdf.volumes import cuts, placed
from reporter.render.pdf.writing import write_here
from reporter.render.site import copied_downloads
from tests.render.briefings import briefing_of, sample_briefing
from tests.render.test_pdf_build import with_table

PARTED = configured({"pdf": {"part_pages": 1}})


def cut(briefing: Briefing) -> tuple[Piece, ...]:
    """As many pieces as there can be."""
    return pieces_of(briefing, Config(), 1)


def files(folder: Path) -> list[Path]:
    """The files of a PDF in their order; there are less than ten."""
    return [folder / "briefing.pdf", *sorted(folder.glob("briefing-*.pdf"))]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("whole")
    write_here(sample_briefing(), folder, Config(), pieces=cut(sample_briefing()))
    return folder / "briefing.pdf"


@pytest.fixture(scope="module")
def parted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("parted")
    (finding,) = write_here(sample_briefing(), folder, PARTED, pieces=cut(sample_briefing()))
    assert (finding.code, finding.level) == ("render-pdf-parts", "info")
    assert f"{len(files(folder))} files" in finding.message
    return folder


def body(pdf: Path) -> list[str]:
    """The text of each page without running head, foot and white space."""
    texts = []
    for page in pypdfium2.PdfDocument(pdf):
        width, height = page.get_size()
        texts.append("".join(page.get_textpage().get_text_bounded(0, 60, width, height - 50).split()))
    return texts


def foot(pdf: Path) -> list[str]:
    pages = pypdfium2.PdfDocument(pdf)
    return ["".join(page.get_textpage().get_text_bounded(0, 0, 600, 55).split()) for page in pages]


def named_places(pdf: Path) -> dict[str, str]:
    """The names that other files may lead to, with the words that stand there."""
    document = pypdfium2.PdfDocument(pdf)
    places = {}
    for at in range(raw.FPDF_CountNamedDests(document.raw)):
        size = ctypes.c_long()
        raw.FPDF_GetNamedDest(document.raw, at, None, size)
        buffer = ctypes.create_string_buffer(size.value)
        target = raw.FPDF_GetNamedDest(document.raw, at, buffer, size)
        name = buffer.raw[: size.value].decode("utf-16-le").rstrip("\0")
        places[name] = beginning(document, target)
    return places


def beginning(document: pypdfium2.PdfDocument, target: object) -> str:
    page = document[raw.FPDFDest_GetDestPageIndex(document.raw, target)]
    flags = [ctypes.c_int() for _ in range(3)]
    x, y, zoom = (ctypes.c_float() for _ in range(3))
    raw.FPDFDest_GetLocationInPage(target, *flags, x, y, zoom)
    return "".join(page.get_textpage().get_text_bounded(x.value, y.value - 16, 600, y.value + 2).split())


def objects(pdf: Path) -> bytes:
    """A PDF's objects; those of ours that are no pages' text are never compressed alone."""
    data = pdf.read_bytes()
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL)
    found = [data]
    for stream in streams:
        try:
            found.append(zlib.decompress(stream))
        except zlib.error:
            continue
    return b"\n".join(found)


def remote_links(pdf: Path) -> list[tuple[str, str]]:
    """File and name of each link that leads to another file."""
    pattern = rb"/S /GoToR/F \((.*?)\)/D \((.*?)\)"
    return [(file.decode(), name.decode()) for file, name in re.findall(pattern, objects(pdf))]


# -- what they say


def test_the_files_together_are_the_one(whole: Path, parted: Path) -> None:
    parts = files(parted)
    assert len(parts) > 2
    together = [text for part in parts for text in body(part)]
    assert len(together) == len(body(whole))
    # All but the contents, which name the parts.
    assert together[:1] + together[2:] == body(whole)[:1] + body(whole)[2:]


def test_pages_are_numbered_through_all_files(whole: Path, parted: Path) -> None:
    stated = [number for part in files(parted) for number in foot(part)]
    assert stated == foot(whole)
    assert stated == [f"{number}/{len(stated)}" for number in range(1, len(stated) + 1)]


def test_contents_name_part_and_page(parted: Path) -> None:
    parts = files(parted)
    contents = body(parts[0])[1]
    starts = [1]
    for part in parts:
        starts.append(starts[-1] + len(body(part)))
    for number, part in enumerate(parts, 1):
        assert f"第{number}册{part.name}（第{starts[number - 1]}—{starts[number] - 1}页）" in contents
    entries = re.findall(r"(文件摘要|资料来源|处理说明|〔\d〕[^·]+)·+第(\d)册(\d+)", contents)
    assert len(entries) == 5
    for name, number, page in entries:
        part = int(number)
        assert name in body(parts[part - 1])[int(page) - starts[part - 1]]


def test_links_lead_into_the_other_files(parted: Path) -> None:
    parts = files(parted)
    places = {part.name: named_places(part) for part in parts}
    for part in parts:
        found = remote_links(part)
        for file, name in found:
            assert file != part.name
            assert places[file][name]
    assert {file for file, _ in remote_links(parts[0])} == {part.name for part in parts[1:]}
    assert places["briefing-2.pdf"]["d1"].startswith("〔1〕")


def test_every_link_leads_somewhere(parted: Path) -> None:
    for part in files(parted):
        document = pypdfium2.PdfDocument(part)
        remote = 0
        for page in document:
            at, link = ctypes.c_int(0), raw.FPDF_LINK()
            while raw.FPDFLink_Enumerate(page.raw, at, link):
                action = raw.FPDFLink_GetAction(link)
                if action and raw.FPDFAction_GetType(action) == raw.PDFACTION_REMOTEGOTO:
                    remote += 1
                else:
                    assert raw.FPDFLink_GetDest(document.raw, link)
        assert remote == len(remote_links(part))


def test_each_file_has_its_bookmarks_and_says_which_it_is(whole: Path, parted: Path) -> None:
    parts = [pypdfium2.PdfDocument(part) for part in files(parted)]
    marks = [mark.get_title() for part in parts for mark in part.get_toc()]
    assert marks == [mark.get_title() for mark in pypdfium2.PdfDocument(whole).get_toc()]
    for number, part in enumerate(parts, 1):
        assert part.get_metadata_dict()["Title"] == f"质量工作要报（第{number}册，共{len(parts)}册）"


@pytest.mark.parametrize("standard", ["pdf/a-3u", "pdf/ua-1"])
def test_a_standard_is_kept_by_each_file(tmp_path: Path, standard: str) -> None:
    config = configured({"pdf": {"standard": standard, "part_pages": 1}})
    write_here(sample_briefing(), tmp_path, config, pieces=cut(sample_briefing()))
    for part in files(tmp_path):
        document = pypdfium2.PdfDocument(part)
        assert raw.FPDFCatalog_IsTagged(document.raw) == (standard == "pdf/ua-1")
        for page in document if standard == "pdf/ua-1" else ():
            tree = raw.FPDF_StructTree_GetForPage(page.raw)
            assert raw.FPDF_StructTree_CountChildren(tree) > 0
            raw.FPDF_StructTree_Close(tree)


# -- how they are built


def test_equal_bytes_whatever_the_number_of_processes(parted: Path, tmp_path: Path) -> None:
    for processes in (1, 2):
        folder = tmp_path / str(processes)
        folder.mkdir()
        write_apart(sample_briefing(), folder, PARTED, None, cut(sample_briefing()), processes)
        assert sorted(path.name for path in folder.iterdir()) == sorted(path.name for path in parted.iterdir())
        for part in files(parted):
            assert (folder / part.name).read_bytes() == part.read_bytes()


def test_attachments_are_in_the_first_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"a")
    digest = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"
    briefing = replace(sample_briefing(), inputs=(InputFile("a.txt", digest, "used"),))
    config = configured({"pdf": {"attach_sources": True, "part_pages": 1}})
    write_here(briefing, tmp_path, config, {"a.txt": tmp_path / "a.txt"}, pieces=cut(briefing))
    first, *others = (pypdfium2.PdfDocument(part).count_attachments() for part in files(tmp_path))
    assert (first, sum(others)) == (1, 0)


def test_manifest_and_site_know_every_file(parted: Path) -> None:
    names = [part.name for part in files(parted)]
    manifest = manifest_of(parted, (), {})
    assert {entry.path for entry in manifest.outputs} >= set(names)
    assert manifest.fonts
    offered = copied_downloads(parted, parted / "site" / "data")
    assert [download.name for download in offered] == names
    assert all((parted / "site" / download.href).is_file() for download in offered)


def test_a_pdf_that_has_room_in_one_file_is_one(whole: Path, tmp_path: Path) -> None:
    config = configured({"pdf": {"part_pages": len(body(whole))}})
    assert write_here(sample_briefing(), tmp_path, config, pieces=cut(sample_briefing())) == ()
    assert [path.name for path in tmp_path.iterdir()] == ["briefing.pdf"]
    assert (tmp_path / "briefing.pdf").read_bytes() == whole.read_bytes()


# -- where they are cut


PAGES = st.lists(st.integers(1, 40), min_size=1, max_size=40)


@given(PAGES, st.integers(0, 2), st.integers(1, 20), st.integers(1, 200))
def test_files_hold_every_piece_once_and_no_more_pages_than_they_may(
    lengths: list[int], leading: int, front: int, limit: int
) -> None:
    leading = min(leading, len(lengths))
    found = cuts(lengths, leading, front, limit)
    assert [place for pieces in found for place in pieces] == list(range(len(lengths)))
    for pieces in found[1:]:
        assert len(pieces) == 1 or sum(lengths[place] for place in pieces) <= limit
    if len(found) > 1:
        assert front + sum(lengths) > limit
        assert found[0] == range(leading)
    volumes = placed(found, lengths, front)
    assert volumes[0].first == front + 1
    assert [volume.first for volume in volumes[1:]] == [volume.first + volume.pages for volume in volumes[:-1]]


# -- what is very long


def test_a_long_overview_is_cut_and_says_the_same(whole: Path, tmp_path: Path) -> None:
    briefing = sample_briefing()
    rows, conflicts = len(shared_rows(briefing)), len(briefing.conflicts)
    assert rows > 1
    chapters = [Piece(("rest", "changes"))]
    chapters += [Piece(("comparison",), at, at + 1, at > 0, at + 1 < rows) for at in range(rows)]
    chapters += [Piece(("growth",))]
    chapters += [Piece(("conflicts",), at, at + 1, at > 0, at + 1 < conflicts) for at in range(conflicts)]
    chapters += [Piece(("targets", "themes"))]
    pieces = (*chapters, *cut(briefing)[1:])
    assert write_here(briefing, tmp_path, Config(), pieces=pieces) == ()
    # Page one and the contents state other numbers; the table's head stands on each page of it.
    once = [text for text in body(whole)[2:] if "指标" not in text]
    found = [text for text in body(tmp_path / "briefing.pdf")[2:] if "指标" not in text]
    assert "".join(found[-len(once) + 1 :]) == "".join(once[1:])


def test_the_comparison_of_very_many_documents_is_cut_into_pieces() -> None:
    briefing = sample_briefing()
    (row, *_) = shared_rows(briefing)
    long = replace(briefing.comparison, rows=(replace(row, cells=row.cells * 30),) * 500)
    pieces = [piece for piece in cut(replace(briefing, comparison=long)) if piece.chapters == ("comparison",)]
    assert len(pieces) > 5
    assert [piece.start for piece in pieces] == [0, *(piece.stop for piece in pieces[:-1])]
    assert pieces[-1].stop == 500
    assert [piece.unfinished for piece in pieces] == [True] * (len(pieces) - 1) + [False]


def test_many_documents_with_many_tables_are_printed_whole_in_files_of_their_own(tmp_path: Path) -> None:
    shapes = [(40, 4), (3, 40), (60, 1), (15, 14), (1, 2)]
    tables = [shapes[number % len(shapes)] for number in range(30)]
    analyses = [
        with_table([[f"{at}行{row}列{column}" for column in range(width)] for row in range(rows)],
                   [f"栏{column}" for column in range(width)], f"t{at}")
        for at, (rows, width) in enumerate(tables)
    ]  # fmt: skip
    config = configured({"pdf": {"part_pages": 20}})
    briefing = briefing_of(*analyses)
    (finding,) = write_apart(briefing, tmp_path, config, None, pieces_of(briefing, config, 60), 2)
    assert finding.code == "render-pdf-parts"
    parts = files(tmp_path)
    assert len(parts) > 2
    assert all(len(body(part)) <= 20 for part in parts[1:])
    words = "".join(text for part in parts for text in body(part))
    for at, (rows, width) in enumerate(tables):
        assert f"{at}行{rows - 1}列{width - 1}" in words
