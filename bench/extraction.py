"""How fast the figures of a text are found on one core, and whether that grows in a line.

    python bench/extraction.py

*Dense* text is the annotated sentences of ``tests/corpus/figures`` in drawn order, every digit drawn anew: about 60
figures in 1,000 characters, ten times as many as reports have. *Reports* are the sample documents in the same way.
Reading, repair and structure are done before the clock starts; the best of the rounds counts, in seconds of the
processor for a million characters.
"""

from __future__ import annotations

import random
import re
import time
from pathlib import Path

from reporter import pipeline, read
from reporter.extract import extract
from reporter.model import Document
from reporter.resources import seeds_folder

SIZES = (10_000, 100_000, 1_000_000)
ROUNDS = 3
_DIGIT = re.compile(r"\d")
_SENTENCES = Path(__file__).resolve().parent.parent / "tests" / "corpus" / "figures"


def main() -> None:
    """Print a table of each kind of text."""
    extract(document_of("全市生产总值100亿元，增长5%。"))
    for kind, pieces in (("dense", sentences()), ("reports", reports())):
        rates = {size: measured(kind, joined(pieces, size)) for size in SIZES}
        print(f"  1,000,000 beside 10,000 characters, for each: x{rates[1_000_000] / rates[10_000]:.2f}")


def measured(kind: str, text: str) -> float:
    """Print the line of one text; the seconds a million characters take."""
    document = document_of(text)
    best, found = min((timed(document) for _ in range(ROUNDS)), key=lambda timing: timing[0])
    rate = best / len(text) * 1e6
    print(f"  {kind:8s} {len(text):9,d} characters  {1000 * found / len(text):5.1f} figures in 1,000  {rate:6.2f} s")
    return rate


def timed(document: Document) -> tuple[float, int]:
    """The processor's seconds of one run and how many figures it found."""
    began = time.process_time()
    found = extract(document).indicators
    return time.process_time() - began, len(found)


def document_of(text: str) -> Document:
    """The document of a text, as the pipeline makes it."""
    return pipeline.document_of(read.read_bytes(text.encode(), "a.txt"))


def sentences() -> list[str]:
    """The annotated sentences that state figures."""
    lines = [line for path in sorted(_SENTENCES.glob("*.txt")) for line in path.read_text("utf-8").splitlines()]
    return [line for line in lines if line and line[0] not in " #" and len(_DIGIT.findall(line)) > 4]


def reports() -> list[str]:
    """The sample documents."""
    return [path.read_text("utf-8") for path in sorted(seeds_folder().glob("*.txt"))]


def joined(pieces: list[str], size: int) -> str:
    """So many characters of drawn pieces with drawn digits, a line each."""
    drawn = random.Random(1)
    lines: list[str] = []
    length = 0
    while length < size:
        lines.append(_DIGIT.sub(lambda _: str(drawn.randint(1, 9)), drawn.choice(pieces)))
        length += len(lines[-1]) + 1
    return "\n".join(lines)[:size]


if __name__ == "__main__":
    main()
