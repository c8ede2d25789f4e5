"""Beside the real documents: the samples are rewritten, alike in size, and hold the same figures."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import opencc
import pytest

pytestmark = pytest.mark.corpus

ORIGINALS = {
    "jiaojiang-quality-projects": "000",
    "suiyang-quality-district": "001",
    "jiangmen-quality-city": "002",
    "jinhua-quality-safety": "003",
    "shunde-study-visit": "004",
}
NOTE = re.compile(r"(?<=[\u3400-\u9fffA-Z])\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]+\)")
# Furniture of web pages that has one form only: stamps of date and time, the copyright line.
FORMS = re.compile(r"^(?:時間:\d.*|\d{4}-\d\d-\d\d .*|\s*Copyright .*)$", re.MULTILINE)
SIGN = "%億萬元家名项項个個台臺人起份期种種類条條畝年月日余多"
FIGURE = re.compile(rf"(?<![A-Za-z\d-])\d[\d.~]*(?:[{SIGN}]|KM|噸|平方)")
LONGEST = 11
PAIRS = pytest.mark.parametrize(("name", "number"), ORIGINALS.items())


def original(corpus: Path, number: str) -> str:
    (path,) = (corpus / "seeds").glob(f"{number}_*.txt")
    return path.read_bytes().decode("utf-8")


def sample(seeds: Path, name: str) -> str:
    return (seeds / f"{name}.txt").read_bytes().decode("utf-8")


def bare(text: str) -> str:
    """Simplified letters and digits alone, without notes or marks: runs go across clauses and lines."""
    text = opencc.OpenCC("t2s").convert(NOTE.sub("", FORMS.sub("", text)))
    return "".join(c for c in text if c.isalnum())


def core_figures(path: Path) -> Counter[tuple[str, str, str | None]]:
    figures = json.loads(path.read_text("utf-8"))["figures"]
    return Counter((str(f["value"]), f["unit"], f["approx"]) for f in figures if f["core"])


@pytest.mark.parametrize("name", ORIGINALS)
def test_no_twelve_characters_in_a_row_are_shared(name: str, seeds: Path, corpus: Path) -> None:
    text = bare(sample(seeds, name))
    size = LONGEST + 1
    for number in ORIGINALS.values():
        theirs = bare(original(corpus, number))
        runs = {theirs[i : i + size] for i in range(len(theirs) - size + 1)}
        assert [text[i : i + size] for i in range(len(text) - size + 1) if text[i : i + size] in runs] == []


@PAIRS
def test_size_is_alike(name: str, number: str, seeds: Path, corpus: Path) -> None:
    ours, theirs = sample(seeds, name), original(corpus, number)
    assert len(ours) == pytest.approx(len(theirs), rel=0.15)
    assert ours.count("\n") == theirs.count("\n")
    assert ours.count("。") == pytest.approx(theirs.count("。"), rel=0.15)
    assert len(NOTE.findall(ours)) == pytest.approx(len(NOTE.findall(theirs)), rel=0.15)


@PAIRS
def test_arabic_figures_and_years_are_the_same(name: str, number: str, seeds: Path, corpus: Path) -> None:
    """Each number counts with the sign after it, so that no unit changes unseen; telephones are aside."""
    theirs = Counter(FIGURE.findall(original(corpus, number)))
    assert Counter(FIGURE.findall(sample(seeds, name))) == theirs


def test_annotated_core_figures_are_the_same(corpus: Path) -> None:
    """For the documents that are annotated there: three or more."""
    names = {number: name for name, number in ORIGINALS.items()}
    annotated = sorted((corpus / "truth").glob("seed_*.json"))
    assert len(annotated) >= 3
    for theirs in annotated:
        short = names[theirs.stem.removeprefix("seed_")].partition("-")[0]
        assert core_figures(Path(__file__).parent / "truth" / f"seed_{short}.json") == core_figures(theirs)
