"""The manifest lists what went in and what came out; the findings count the source."""

from __future__ import annotations

import json
import zlib
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from reporter.config.packages import package_versions
from reporter.publish.fonts import embedded_fonts
from reporter.publish.manifest import file_digest


def test_every_output_but_the_manifest_and_local_files_is_listed_with_its_hash(build):
    folder = build().folder
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    listed = {entry["path"]: entry["sha256"] for entry in manifest["outputs"]}
    there = {
        path.relative_to(folder).as_posix(): file_digest(path)
        for path in folder.rglob("*")
        if path.is_file() and path.name != "manifest.json" and ".reporter" not in path.parts
    }
    assert listed == there
    assert list(listed) == sorted(listed)


def test_every_input_is_listed_with_its_status(build):
    manifest = json.loads((build().folder / "manifest.json").read_text("utf-8"))
    assert [(entry["path"], entry["status"], entry["reason"]) for entry in manifest["inputs"]] == [
        ("in/~$甲.docx", "unsupported", "a lock file"),
        ("in/甲.txt", "used", ""),
    ]


def test_the_manifest_knows_no_place_and_no_time(build, tmp_path):
    text = (build().folder / "manifest.json").read_text("utf-8")
    assert str(tmp_path) not in text
    assert set(json.loads(text)) == {
        "schema_version",
        "versions",
        "configuration",
        "fonts",
        "inputs",
        "outputs",
    }
    assert "sources" not in json.loads(text)["configuration"]["input"]
    assert "folder" not in json.loads(text)["configuration"]["output"]


def test_the_inputs_places_are_kept_beside_it(build, tmp_path):
    built = build()
    places = json.loads((built.folder / ".reporter" / "inputs.json").read_text("utf-8"))["inputs"]
    assert places["in/甲.txt"]["absolute"] == str(built.source)
    assert places["in/甲.txt"]["relative"] == str(Path("..", "in", "甲.txt"))


def test_findings_count_the_source(build):
    findings = json.loads((build().folder / "findings.json").read_text("utf-8"))
    assert findings["schema_version"] == 1
    (finding,) = findings["findings"]
    assert finding["code"] == "repair-note"
    assert (finding["start"], finding["end"]) == (17, 19)


def test_versions_name_what_shapes_the_output():
    versions = package_versions()
    assert {"jinja2", "weasyprint", "jieba"} <= set(versions)
    assert not {"click", "rich", "pytest"} & set(versions)


def pdf_with(name: str, *, packed: bool) -> bytes:
    entry = f"<</Type /FontDescriptor/FontName /{name}/Flags 4>>".encode()
    if not packed:
        return b"%PDF-1.7\n5 0 obj\n" + entry + b"\nendobj"
    stream = zlib.compress(b"1 0 " + entry)
    return b"%PDF-1.7\n9 0 obj\n<</Type /ObjStm/N 1/Filter /FlateDecode>>\nstream\n" + stream + b"\nendstream"


def test_fonts_are_those_that_the_pdf_embeds():
    assert embedded_fonts(pdf_with("ABCDEF+Noto-Serif", packed=True)) == ("Noto-Serif",)
    assert embedded_fonts(pdf_with("ABCDEF+Noto#20Serif", packed=False)) == ("Noto Serif",)


@given(st.binary(max_size=300))
def test_fonts_of_other_bytes_are_none_or_names(data):
    assert all(isinstance(name, str) for name in embedded_fonts(data))
