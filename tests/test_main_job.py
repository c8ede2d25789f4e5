"""The main job on the samples and on the real documents: the whole contract, to the byte, as good as recorded."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import docx
import openpyxl
import pdfplumber
import pytest

from reporter import cli, pipeline
from reporter.config import Config, SummarySection

# Floors of score_truth.py's measures, means over documents: (real documents, our samples). They may only be raised.
FLOORS = {
    "clean": (1.0, 1.0),
    "authors": (1.0, 1.0),
    "date": (1.0, 1.0),
    "title": (1.0, 0.9),
    "source": (1.0, 1.0),
    "sentences": (1.0, 1.0),
    "sections_f1": (1.0, 1.0),
    "section_levels": (1.0, 1.0),
    "indicator_recall": (1.0, 1.0),
    "indicator_precision": (1.0, 0.98),
    "indicator_named": (0.85, 0.87),
    "indicator_subject": (0.88, 0.93),
    "indicator_bound": (1.0, 1.0),
    "list_table_cells": (1.0, 1.0),
    "summary_p@5": (0.7, 0.6),
}


@pytest.fixture(scope="module")
def built(seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The build of the sample documents."""
    output = tmp_path_factory.mktemp("main") / "build"
    assert cli.main(["build", str(seeds), "-o", str(output)]) == 0
    return output


@pytest.fixture(scope="module")
def data(built: Path) -> dict[str, Any]:
    """Its briefing.json."""
    loaded: dict[str, Any] = json.loads((built / "data" / "briefing.json").read_text("utf-8"))
    return loaded


def sentences_of(data: dict[str, Any]) -> Iterator[str]:
    """The sentences chosen over all documents."""
    texts = {(d["id"], s["id"]): s["text"] for d in data["documents"] for s in d["sentences"]}
    for chosen in data["summary"]:
        yield texts[chosen["document"], chosen["sentence"]]


def squeezed(text: str) -> str:
    """The text without white space."""
    return "".join(text.split())


def test_everything_that_the_contract_names_is_there(built: Path, data: dict[str, Any]) -> None:
    for document in data["documents"]:
        assert (built / "site" / "documents" / f"{document['id']}.html").is_file()
        assert (built / "site" / "sources" / f"{document['id']}.html").is_file()
        assert (built / "data" / "repairs" / f"{document['id']}.json").is_file()
        for table in document["tables"]:
            assert (built / "data" / "tables" / f"{table['id']}.csv").is_file()
    for name in ("indicators", "comparison", "targets", "timeline"):
        assert (built / "data" / f"{name}.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    for name in ("site/index.html", "briefing.md", "findings.json", "manifest.json", ".reporter/inputs.json"):
        assert (built / name).is_file()


def test_pdf_docx_markdown_and_workbook_open_and_say_the_same(built: Path, data: dict[str, Any]) -> None:
    with pdfplumber.open(built / "briefing.pdf") as pdf:
        printed = squeezed("".join(page.extract_text() for page in pdf.pages))
    word = docx.Document(str(built / "briefing.docx"))
    written = squeezed("".join(paragraph.text for paragraph in word.paragraphs))
    pasted = squeezed((built / "briefing.md").read_text("utf-8"))
    for sentence in sentences_of(data):
        assert squeezed(sentence) in written
        assert squeezed(sentence) in printed
    assert data["title"] in pasted
    assert len(openpyxl.load_workbook(built / "data" / "briefing.xlsx").sheetnames) >= 4


def test_the_build_proves_itself(built: Path) -> None:
    assert cli.main(["verify", str(built)]) == 0


def test_site_furniture_is_listed_and_never_printed(built: Path, data: dict[str, Any], seeds: Path) -> None:
    findings = json.loads((built / "findings.json").read_text("utf-8"))["findings"]
    assert any(finding["code"] == "repair-furniture" for finding in findings)
    truths = Path(__file__).parent / "seeds" / "truth"
    shown = squeezed("".join(s["text"] for d in data["documents"] for s in d["sentences"]))
    for path in truths.glob("seed_*.json"):
        for line in json.loads(path.read_text("utf-8"))["boilerplate"]:
            assert len(line) < 4 or squeezed(line) not in shown


def test_equal_bytes_whatever_the_place_the_workers_the_zone_and_the_seed(seeds: Path, tmp_path: Path) -> None:
    contents = []
    for jobs, zone, seed, language in (("1", "UTC", "0", "C.UTF-8"), ("2", "Asia/Shanghai", "4711", "C")):
        folder = tmp_path / f"with-{jobs}"
        (folder / "docs").mkdir(parents=True)
        for path in seeds.iterdir():
            (folder / "docs" / path.name).write_bytes(path.read_bytes())
        command = [sys.executable, "-m", "reporter", "build", "docs", "-o", "out", "-j", jobs]
        where = {"TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": language}
        subprocess.run(command, cwd=folder, env=os.environ | where, check=True, capture_output=True)
        contents.append(
            {
                path.relative_to(folder / "out").as_posix(): path.read_bytes()
                for path in sorted((folder / "out").rglob("*"))
                if path.is_file() and ".reporter" not in path.parts
            }
        )
    first, second = contents
    assert list(first) == list(second)
    assert [name for name in first if first[name] != second[name]] == []


@pytest.mark.parametrize("method", ["lead", "textrank", "textrank4zh"])
def test_the_samples_are_built_with_every_method(seeds: Path, tmp_path: Path, method: str) -> None:
    assert cli.main(["build", str(seeds), "-o", str(tmp_path / "b"), "--method", method, "-f", "json"]) == 0
    data = json.loads((tmp_path / "b" / "data" / "briefing.json").read_text("utf-8"))
    assert all(document["summary"] for document in data["documents"])


def test_a_document_has_the_same_ids_whatever_lies_beside_it(seeds: Path, tmp_path: Path) -> None:
    alone = pipeline.brief(Config(), [next(iter(sorted(seeds.glob("*.txt"))))])
    together = pipeline.brief(Config(), [seeds])
    one = alone.analyses[0]
    same = next(a for a in together.analyses if a.document.clean.raw.sha256 == one.document.clean.raw.sha256)
    assert [s.id for s in same.document.sentences] == [s.id for s in one.document.sentences]
    assert [i.id for i in same.indicators] == [i.id for i in one.indicators]


def test_a_summary_keeps_its_budget(seeds: Path) -> None:
    for path in sorted(seeds.glob("*.txt")):
        document = pipeline.document_of_text(path.read_text("utf-8"), path.name)
        for chars in (80, 200, 500):
            chosen = pipeline.analyse(document, SummarySection(chars=chars)).summary.sentences
            texts = [squeezed(s.text) for s in document.sentences if s.id in chosen]
            assert len(texts) == 1 or sum(map(len, texts)) <= chars * 1.15


# -- against hand-made truth


def scorer_of(corpus: Path) -> ModuleType:
    """The scorer that lies with the real documents."""
    spec = importlib.util.spec_from_file_location("score_truth", corpus / "eval" / "score_truth.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def means(scorer: ModuleType, build: Path, truths: Path) -> dict[str, float]:
    """The mean of each measure over the documents that have a truth."""
    data = json.loads((build / "data" / "briefing.json").read_text("utf-8"))
    documents = {Path(document["path"]).name: document for document in data["documents"]}
    rows = []
    for path in sorted(truths.glob("seed_*.json")):
        truth = json.loads(path.read_text("utf-8"))
        rows.append(scorer.score_document(documents[truth["file"]], truth))
    names = {name for row in rows for name in row}
    return {name: sum(row[name] for row in rows if name in row) / sum(name in row for row in rows) for name in names}


@pytest.mark.corpus
def test_real_documents_score_no_worse_than_recorded(corpus: Path, tmp_path: Path) -> None:
    assert cli.main(["build", str(corpus / "seeds"), "-o", str(tmp_path / "b"), "-f", "json"]) == 0
    got = means(scorer_of(corpus), tmp_path / "b", corpus / "truth")
    assert {name: got[name] for name, (floor, _) in FLOORS.items() if got[name] < floor - 1e-9} == {}


@pytest.mark.corpus
def test_sample_documents_score_no_worse_than_recorded(corpus: Path, built: Path) -> None:
    got = means(scorer_of(corpus), built, Path(__file__).parent / "seeds" / "truth")
    assert {name: got[name] for name, (_, floor) in FLOORS.items() if got[name] < floor - 1e-9} == {}


# The same for ten documents of other places and kinds in tests/corpus/documents: bulletin, plan, notice, speech, report
# from Taiwan, web page and others.
OTHER_FLOORS = {
    "clean": 1.0,
    "authors": 1.0,
    "date": 1.0,
    "title": 0.9,
    "source": 1.0,
    "sentences": 0.99,
    "sections_f1": 1.0,
    "section_levels": 1.0,
    "indicator_recall": 0.99,
    "indicator_precision": 0.99,
    "indicator_named": 0.88,
    "indicator_subject": 0.93,
    "indicator_bound": 0.99,
    "summary_p@5": 0.7,
}


@pytest.mark.corpus
def test_documents_of_other_kinds_score_no_worse_than_recorded(corpus: Path, tmp_path: Path) -> None:
    folder = Path(__file__).parent / "corpus" / "documents"
    assert cli.main(["build", str(folder / "docs"), "-o", str(tmp_path / "b"), "-f", "json"]) == 0
    got = means(scorer_of(corpus), tmp_path / "b", folder / "truth")
    assert {name: got[name] for name, floor in OTHER_FLOORS.items() if got[name] < floor - 1e-9} == {}


@pytest.mark.corpus
def test_the_comparison_of_the_real_documents_holds_the_known_rows(corpus: Path, tmp_path: Path) -> None:
    assert cli.main(["build", str(corpus / "seeds"), "-o", str(tmp_path / "b"), "-f", "json"]) == 0
    data = json.loads((tmp_path / "b" / "data" / "briefing.json").read_text("utf-8"))
    rows = {
        row["indicator"]: {
            Path(key).name[6:9]: [cell["value"] for cell in cells] for key, cells in row["cells"].items()
        }
        for row in data["comparison"]["rows"]
    }
    assert rows["中国名牌"] == {"000": [4], "003": [22], "004": [32]}
    assert rows["国家免检产品"] == {"003": [63], "004": [70]}
    assert {key: rows["省级名牌"][key] for key in ("000", "003", "004")} == {"000": [10], "003": [99], "004": [76]}
