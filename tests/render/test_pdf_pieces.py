"""A long PDF is laid out in pieces: what stands in it, where links lead and how it is built do not hang on them."""

from __future__ import annotations

import ctypes
import os
import re
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import msgspec
import numpy as np
import pypdfium2
import pytest
import weasyprint
from hypothesis import given
from hypothesis import strategies as st
from pypdfium2 import raw

from reporter.config import Config, configured
from reporter.config.sections import LimitsSection
from reporter.model import Briefing, InputFile
from reporter.render.charts.selection import charts
from reporter.render.pdf import press
from reporter.render.pdf.apart import write_apart
from reporter.render.pdf.in_pieces import may_be_cut
from reporter.render.pdf.pieces import CLOSING, OVERVIEW, Piece, pieces_of, ranges
from reporter.render.pdf.printing import print_pages
from reporter.render.pdf.shortcuts import shortcuts
from reporter.render.pdf.writing import write_here
from reporter.resources import templates_folder
from tests.processes import ends
from tests.render.briefings import sample_briefing
from tests.render.charts.places import compared, seen, towns


def cut(briefing: Briefing) -> tuple[Piece, ...]:
    """As many pieces as there can be."""
    return pieces_of(briefing, Config(), 1)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("whole")
    write_here(sample_briefing(), folder, Config())
    return folder / "briefing.pdf"


@pytest.fixture(scope="module")
def bound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bound")
    assert write_here(sample_briefing(), folder, Config(), pieces=cut(sample_briefing())) == ()
    return folder / "briefing.pdf"


def words(pdf: Path) -> list[str]:
    """The text of each page without running head, page number and white space."""
    document = pypdfium2.PdfDocument(pdf)
    texts = []
    for page in document:
        width, height = page.get_size()
        texts.append("".join(page.get_textpage().get_text_bounded(0, 60, width, height - 50).split()))
    return texts


def numbers(pdf: Path) -> list[str]:
    """What stands at the foot of each page."""
    document = pypdfium2.PdfDocument(pdf)
    return ["".join(page.get_textpage().get_text_bounded(0, 0, 600, 55).split()) for page in document]


def bookmarks(pdf: Path) -> list[tuple[int, str]]:
    return [(mark.level, mark.get_title()) for mark in pypdfium2.PdfDocument(pdf).get_toc()]


def link_targets(pdf: Path) -> list[tuple[str, str]]:
    """Of each link the words on it and those that it leads to."""
    document = pypdfium2.PdfDocument(pdf)
    found = []
    for page in document:
        at, link = ctypes.c_int(0), raw.FPDF_LINK()
        while raw.FPDFLink_Enumerate(page.raw, at, link):
            box = raw.FS_RECTF()
            raw.FPDFLink_GetAnnotRect(link, box)
            words = page.get_textpage().get_text_bounded(box.left, box.bottom, box.right, box.top)
            target = raw.FPDFLink_GetDest(document.raw, link)
            assert target, words
            found.append((re.sub(r"\d", "0", words), beginning(document, target)))
    return found


def beginning(document: pypdfium2.PdfDocument, target: object) -> str:
    """The words at the place that a link leads to."""
    page = document[raw.FPDFDest_GetDestPageIndex(document.raw, target)]
    flags = [ctypes.c_int() for _ in range(3)]
    x, y, zoom = (ctypes.c_float() for _ in range(3))
    raw.FPDFDest_GetLocationInPage(target, *flags, x, y, zoom)
    return "".join(page.get_textpage().get_text_bounded(x.value, y.value - 16, 600, y.value + 2).split())


def unnumbered(texts: list[str]) -> str:
    """All text, page numbers in it made alike."""
    return re.sub(r"(第|·+)\d+", r"\1", "".join(texts))


# -- what it says


def test_pieces_print_the_same_text(whole: Path, bound: Path) -> None:
    # In the order of the pages; within a page readers choose one of their own.
    assert sorted(unnumbered(words(bound))) == sorted(unnumbered(words(whole)))


def test_links_lead_to_the_same_places_across_pieces(whole: Path, bound: Path) -> None:
    assert sorted(link_targets(bound)) == sorted(link_targets(whole))


def test_bookmarks_are_those_of_the_whole(whole: Path, bound: Path) -> None:
    assert bookmarks(bound) == bookmarks(whole)


def test_every_page_states_its_number_and_that_of_all(bound: Path) -> None:
    stated = numbers(bound)
    assert len(stated) > len(cut(sample_briefing()))
    assert stated == [f"{number}/{len(stated)}" for number in range(1, len(stated) + 1)]


def test_contents_state_the_page_of_each_piece(bound: Path) -> None:
    pages = words(bound)
    entries = re.findall(r"(文件摘要|资料来源|处理说明|〔\d〕[^·]+)·+(\d+)", pages[1])
    assert len(entries) == 5
    for name, number in entries:
        assert name in pages[int(number) - 1]


@pytest.mark.parametrize("standard", ["pdf/a-3u", "pdf/ua-1"])
def test_a_standard_is_kept_by_bound_pieces(tmp_path: Path, standard: str) -> None:
    config = configured({"pdf": {"standard": standard}})
    assert write_here(sample_briefing(), tmp_path, config, pieces=cut(sample_briefing())) == ()
    document = pypdfium2.PdfDocument(tmp_path / "briefing.pdf")
    assert raw.FPDFCatalog_IsTagged(document.raw) == (standard == "pdf/ua-1")
    if standard == "pdf/ua-1":
        for page in document:
            tree = raw.FPDF_StructTree_GetForPage(page.raw)
            assert raw.FPDF_StructTree_CountChildren(tree) > 0
            raw.FPDF_StructTree_Close(tree)


def test_attachments_go_with_bound_pieces(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"a")
    digest = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"
    briefing = replace(sample_briefing(), inputs=(InputFile("a.txt", digest, "used"),))
    config = configured({"pdf": {"attach_sources": True}})
    write_here(briefing, tmp_path, config, {"a.txt": tmp_path / "a.txt"}, pieces=cut(briefing))
    assert pypdfium2.PdfDocument(tmp_path / "briefing.pdf").count_attachments() == 1


# -- how it is built


def test_equal_bytes_whatever_the_number_of_processes(bound: Path, tmp_path: Path) -> None:
    for processes in (1, 2):
        assert write_apart(sample_briefing(), tmp_path, Config(), None, cut(sample_briefing()), processes) == ()
        assert (tmp_path / "briefing.pdf").read_bytes() == bound.read_bytes()


def run(program: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=60)


BEGIN = """
import os, signal, time
from reporter.errors import RenderError
from reporter.render.pdf.crew import Crew
"""


def test_a_process_that_dies_is_one_error_and_leaves_none_behind() -> None:
    program = """
with Crew(2) as crew:
    others = crew.give(lambda: time.sleep(60))
    try:
        crew.result(crew.give(lambda: os.kill(os.getpid(), signal.SIGKILL)))
    except RenderError as error:
        print(error.message)
try:
    os.waitpid(-1, os.WNOHANG)
except ChildProcessError:
    print("none left")
"""
    assert run(BEGIN + program).stdout.splitlines() == [
        "a process that makes pages of the PDF ended by SIGKILL",
        "none left",
    ]


def test_results_and_errors_come_back_from_processes() -> None:
    program = """
def wrong():
    raise RenderError("wrong", "hint")
with Crew(2) as crew:
    jobs = [crew.give(lambda number=number: (number, os.getpid())) for number in range(5)]
    results = [crew.result(job) for job in jobs]
    print([number for number, _ in results], os.getpid() in {process for _, process in results})
    try:
        crew.result(crew.give(wrong))
    except RenderError as error:
        print(error.message, error.hint)
"""
    assert run(BEGIN + program).stdout.splitlines() == ["[0, 1, 2, 3, 4] False", "wrong hint"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="forks on Linux only")
def test_the_error_of_a_process_tells_what_it_ended_by_and_its_last_words_alone() -> None:
    program = """
from reporter.processes import limit_memory
def loop():
    while True:
        pass
def wrong():
    raise KeyError("last words")
limit_memory(2048)
with Crew(2, 1) as crew:
    for work in loop, lambda: bytearray(8 << 30), wrong, lambda: os._exit(7), lambda: os.abort():
        try:
            crew.result(crew.give(work))
        except RenderError as error:
            print(error.kind, error.reason)
    print(crew.result(crew.give(lambda: 1)))
"""
    done = run(BEGIN + program)
    assert done.stdout.splitlines() == [
        "timeout ",
        "memory MemoryError",
        "crashed ended with exit code 1: KeyError: 'last words'",
        "crashed ended with exit code 7",
        "crashed ended by SIGABRT",
        "1",
    ]
    assert done.stderr == ""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="forks on Linux only")
def test_each_piece_of_work_may_take_as_long_as_the_limit_says() -> None:
    program = """
def work():
    end = time.process_time() + 0.8
    while time.process_time() < end:
        pass
    return time.process_time() >= 0.8
with Crew(1, 1) as crew:
    print([crew.result(crew.give(work)) for _ in range(4)])
"""
    assert run(BEGIN + program).stdout == "[True, True, True, True]\n"


def test_what_a_process_said_that_answered_is_said_by_this_one() -> None:
    program = """
with Crew(1) as crew:
    crew.result(crew.give(lambda: os.write(2, b"a word\\n")))
"""
    assert run(BEGIN + program).stderr == "a word\n"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="forks on Linux only")
def test_processes_end_with_the_one_that_started_them() -> None:
    program = """
with Crew(1) as crew:
    crew.give(lambda: (print(os.getpid(), flush=True), time.sleep(60)))
    time.sleep(60)
"""
    with subprocess.Popen([sys.executable, "-c", BEGIN + program], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout
        child = int(parent.stdout.readline())
        parent.kill()
        parent.wait()
        ended = ends(child)
        if not ended:
            os.kill(child, signal.SIGKILL)
        assert ended


# -- where it is cut


def test_a_short_briefing_is_not_cut() -> None:
    assert pieces_of(sample_briefing(), Config()) == ()


def test_every_chapter_and_every_document_is_in_one_piece() -> None:
    pieces = cut(sample_briefing())
    assert pieces[0] == Piece(OVERVIEW)
    assert [(piece.start, piece.stop) for piece in pieces if piece.chapters == ("documents",)] == [(0, 1), (1, 2)]
    assert [name for piece in pieces for name in piece.chapters if name in CLOSING and name != "sources"] == [
        "timeline",
        "findings",
    ]


@given(st.lists(st.integers(1, 60), min_size=1, max_size=60), st.integers(1, 200))
def test_ranges_hold_every_neighbour_once_and_are_of_about_the_same_weight(weights: list[int], length: int) -> None:
    found = ranges(weights, length)
    assert [start for start, _ in found] == [0, *(stop for _, stop in found[:-1])]
    assert found[-1][1] == len(weights)
    assert all(start < stop and sum(weights[start:stop]) <= length + max(weights) for start, stop in found)


def themed(folder: Path, **files: str) -> Config:
    (folder / "own").mkdir()
    for name, text in files.items():
        (folder / "own" / name.replace("_", ".")).write_text(text, "utf-8")
    return configured({"output": {"theme": "own", "themes": str(folder)}})


def test_a_theme_that_tells_left_pages_from_right_ones_is_laid_out_whole(tmp_path: Path) -> None:
    assert may_be_cut(press(Config()), sample_briefing())
    own = press(themed(tmp_path, print_css="@page :left { margin-left: 3cm }"))
    assert not may_be_cut(own, sample_briefing())


def test_a_template_that_knows_no_chapters_is_laid_out_whole(tmp_path: Path) -> None:
    template = '<html lang="zh"><body>{% if page.part == "body" %}<p>文</p>{% endif %}</body></html>'
    own = press(themed(tmp_path, **{"print_html.j2": template}))
    assert not may_be_cut(own, sample_briefing())


def test_the_limits_as_they_come_leave_room_for_charts(tmp_path: Path) -> None:
    briefing = compared(towns([("50亿元", 50), ("40亿元", 40), ("30亿元", 30)]))
    findings = write_apart(briefing, tmp_path, Config(), None, cut(briefing), 1)
    assert [finding for finding in findings if finding.level != "info"] == []
    assert charts(seen(briefing)).comparison
    assert (tmp_path / "briefing.pdf").exists()


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS does not enforce a limit of memory")
def test_a_pdf_that_takes_more_than_it_may_is_a_finding_and_no_file(tmp_path: Path) -> None:
    config = Config(limits=LimitsSection(work_memory_mb=64))
    (finding,) = write_apart(sample_briefing(), tmp_path, config, None, cut(sample_briefing()), 1)
    assert (finding.code, finding.level) == ("render-pdf-missing", "error")
    assert finding.hint.startswith("the other outputs are complete")
    assert list(tmp_path.iterdir()) == []


def demanding(folder: Path, demand: str) -> Config:
    """A theme whose pages of documents, and no others, demand something of the process that makes them."""
    own = "{% if page.chapters == ('documents',) %}" + demand + "{% endif %}"
    template = (templates_folder() / "briefing" / "print.html.j2").read_text("utf-8")
    return themed(folder, **{"print_html.j2": template + own})


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="forks on Linux only")
def test_a_piece_that_takes_more_than_it_may_names_its_limit(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "out").mkdir()
    config = demanding(tmp_path, "{% set grown = '文' * 9999999999 %}")
    (finding,) = write_apart(sample_briefing(), tmp_path / "out", config, None, cut(sample_briefing()), 1)
    assert finding.key == "render-pdf-missing.memory"
    assert dict(finding.values) == {"limit": str(config.limits.work_memory_mb)}
    assert list((tmp_path / "out").iterdir()) == []
    assert capfd.readouterr() == ("", "")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="forks on Linux only")
def test_the_limit_of_time_is_that_of_a_piece_and_not_their_sum(tmp_path: Path) -> None:
    # The loops end after some seconds, and pieces that are there twice are laid out once: together these may take a
    # quarter of an hour, so that nothing but the limit of a piece can end one.
    (tmp_path / "out").mkdir()
    pieces = cut(sample_briefing())
    config = demanding(tmp_path, "{% for a in range(99999) %}{% for b in range(1000) %}{% endfor %}{% endfor %}")
    config = msgspec.structs.replace(config, limits=LimitsSection(layout_seconds=1))
    (finding,) = write_apart(sample_briefing(), tmp_path / "out", config, None, (*pieces, *pieces[:1] * 900), 1)
    assert (finding.key, dict(finding.values)) == ("render-pdf-missing.time", {"seconds": "1"})


def test_a_process_without_an_answer_is_a_finding(tmp_path: Path) -> None:
    (finding,) = write_apart(sample_briefing(), tmp_path / "none" / "such", Config(), None, cut(sample_briefing()), 1)
    assert finding.code == "render-pdf-missing"


# -- faces


def test_faces_that_are_cut_down_bare_show_the_same_signs(tmp_path: Path) -> None:
    html = (
        '<html lang="zh"><style>body { font-family: "Noto Serif CJK SC" } b { font-family: "Noto Sans CJK TC" }'
        "</style><p>质量强市，名牌61项（“以质取胜”）<b>質監局 Abc 2.5%</b></html>"
    )
    pictures = []
    weasyprint.HTML(string=html).write_pdf(tmp_path / "stock.pdf")
    with shortcuts() as active:
        assert active
        print_pages(weasyprint.HTML(string=html).render(), tmp_path / "bare.pdf", None)
    for name in ("stock", "bare"):
        page = pypdfium2.PdfDocument(tmp_path / f"{name}.pdf")[0]
        pictures.append(page.render(scale=2).to_numpy().astype(int))
    # The same outlines, a little finer or coarser at their edges.
    assert np.abs(pictures[0] - pictures[1]).max() < 64
    assert (tmp_path / "bare.pdf").stat().st_size * 5 < (tmp_path / "stock.pdf").stat().st_size
