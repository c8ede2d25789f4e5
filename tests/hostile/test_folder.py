"""A folder full of files that explode, loop, lie, point outwards and pretend is built in one go, and costs nobody
else anything."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pypdfium2
import pytest

from reporter.read.office import soffice
from tests.hostile import make
from tests.hostile.conftest import SECRET, Built, Whole

pytestmark = pytest.mark.slow
# Of some hundred documents, most of them floods; a page of the PDF holds about a thousand characters.
MOST_PAGES = 400
SUPPORTED = {"used", "duplicate", "empty", "failed", "unsupported"}


def test_some_files_that_could_not_be_read_are_said_by_the_exit_code(whole: Whole) -> None:
    assert whole.exit_code == 4


def test_there_are_more_than_sixty_hostile_files(whole: Whole) -> None:
    assert len(whole.cases) >= 60


def test_every_file_is_accounted_for_with_a_reason(whole: Whole) -> None:
    sound = {f"{make.SOUND_FOLDER}/{name}" for name in make.SOUND}
    assert set(whole.inputs) == set(whole.cases) | sound
    assert {entry["status"] for entry in whole.inputs.values()} <= SUPPORTED
    unexplained = [name for name, entry in whole.inputs.items() if entry["status"] != "used" and not entry["reason"]]
    assert unexplained == []


def test_every_file_has_the_outcome_that_it_should(whole: Whole) -> None:
    findings = whole.data("findings.json")["findings"]
    wrong = {}
    for name, case in whole.cases.items():
        entry = whole.inputs[name]
        own = [
            finding
            for finding in findings
            if (finding["document"] and finding["document"] == entry["document"])
            or finding["message"].startswith(f"{entry['path']}: ")
        ]
        codes = {finding["code"] for finding in own}
        if entry["status"] not in case.status or (case.codes and not codes.intersection(case.codes)):
            wrong[name] = (entry["status"], entry["reason"], sorted(codes))
    if not soffice():
        wrong.pop(f"{make.HOSTILE_FOLDER}/braces.rtf", None)
    assert wrong == {}


def test_the_sound_documents_are_what_they_are_without_the_others(whole: Whole, alone: Built) -> None:
    assert alone.exit_code == 0
    first = [json.dumps(document) for document in alone.data("data/briefing.json")["documents"]]
    second = [json.dumps(document) for document in whole.data("data/briefing.json")["documents"]]
    assert len(first) == len(make.SOUND)
    assert second[: len(first)] == first
    assert {name: entry for name, entry in whole.inputs.items() if name in alone.inputs} == alone.inputs


def test_their_pages_sources_and_tables_are_the_same_to_the_byte(whole: Whole, alone: Built) -> None:
    names = [
        path.relative_to(alone.folder).as_posix()
        for folder in ("site/documents", "site/sources", "data/tables", "data/repairs")
        for path in sorted((alone.folder / folder).iterdir())
    ]
    assert len(names) > 2 * len(make.SOUND)
    other = [name for name in names if _content(whole.folder / name) != _content(alone.folder / name)]
    assert other == []


def _content(path: Path) -> bytes:
    """The bytes of a file; of a page its main element: beside it stand links to the lists that the site has."""
    data = path.read_bytes()
    return data[data.index(b"<main") : data.index(b"</main>")] if path.suffix == ".html" else data


def test_every_output_is_made_and_bounded(whole: Whole) -> None:
    made = {path.name: path for path in (whole.folder, whole.folder / "data") for path in path.iterdir()}
    assert {"briefing.pdf", "briefing.docx", "briefing.md", "briefing.xlsx", "comparison.csv"} <= set(made)
    assert len(pypdfium2.PdfDocument(made["briefing.pdf"])) < MOST_PAGES


def test_what_no_page_has_room_for_is_cut_with_a_finding(whole: Whole) -> None:
    found = whole.data("findings.json")["findings"]
    cut = {finding["document"] for finding in found if finding["code"] == "render-sentence-cut"}
    flood = whole.inputs[f"{make.HOSTILE_FOLDER}/line.txt"]["document"]
    assert flood in cut
    (document,) = (item for item in whole.data("data/briefing.json")["documents"] if item["id"] == flood)
    assert max(len(sentence["text"]) for sentence in document["sentences"]) == 60_000


def test_nothing_outside_the_folder_is_touched(whole: Whole) -> None:
    assert whole.connections == 0
    assert not whole.canary_touched
    files = [Path(root) / name for root, _, names in os.walk(whole.folder) for name in names]
    assert [path.name for path in files if SECRET.encode() in path.read_bytes()] == []
    assert not Path("/tmp/reporter-climbed.txt").exists()


def test_a_link_out_of_the_folder_is_not_even_hashed(whole: Whole) -> None:
    assert {whole.inputs[f"{make.HOSTILE_FOLDER}/{name}"]["sha256"] for name in ("out.txt", "device.txt")} == {None}


def test_nothing_that_a_terminal_obeys_is_printed(whole: Whole) -> None:
    assert [char for char in whole.printed if not char.isprintable() and char != "\n"] == []


def test_no_name_of_an_output_leads_anywhere(whole: Whole) -> None:
    outputs = [entry["path"] for entry in whole.data("manifest.json")["outputs"]]
    assert [path for path in outputs if ".." in path.split("/") or path.startswith("/") or not path.isprintable()] == []
    assert [path for path in outputs if not (whole.folder / path).is_file()] == []
