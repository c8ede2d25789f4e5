"""What each part of the default summarizer is worth: drops and scales them one by one on the public sets.

    REPORTER_CORPUS=FOLDER python bench/summary_weights.py [all | PART=FACTOR,FACTOR …]

Reads the sets below eval/dev of that folder and its eval/rouge_eval.py. The score is the gap between the leading
sentences (0) and the greedy oracle (1) on the sum of ROUGE-1, -2 and -L. News is scored at eight lengths, not only at
that of its references: with 32 documents a single length says more of what happens to fit than of the choice. Beside
each gap stands the difference to the weights in use with its standard error over the documents (paired).
"""

from __future__ import annotations

import json
import os
import statistics
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from types import ModuleType
from unittest.mock import patch

import numpy as np

from reporter import pipeline
from reporter.config import SummarySection
from reporter.model import Document
from reporter.summarize import default, summarize_document, summarize_documents
from reporter.summarize.default import WEIGHTS

SETS = ("newsbench", "vcsum_seg", "xwlb_item", "xwlb_daily")
NEWS_LENGTHS = (100, 115, 130, 138, 150, 165, 185, 210)


@dataclass(frozen=True)
class Corpus:
    """One set: documents, references, lengths, and for each document the sums for the lead (mean over the lengths)."""

    documents: tuple[tuple[Document, ...], ...]
    references: tuple[str, ...]
    lengths: tuple[int, ...]
    lead: np.ndarray
    oracle: float


def main() -> None:
    """Print a row for each change."""
    folder = Path(os.environ.get("REPORTER_CORPUS", "../shared")) / "eval"
    if not (folder / "rouge_eval.py").is_file():
        print(f"{folder}/rouge_eval.py: not there, nothing measured; set REPORTER_CORPUS")
        return
    sys.path.insert(0, str(folder))
    rouge = import_module("rouge_eval")
    corpora = {name: corpus(folder / "dev" / f"{name}.jsonl", name, rouge) for name in SETS}
    in_use = {name: gaps(its, rouge) for name, its in corpora.items()}
    print("in use".ljust(24), *(f"{name} {found.mean():+.3f}".ljust(34) for name, found in in_use.items()))
    for part, factor in changes(sys.argv[1:]):
        with patch.object(default, "WEIGHTS", {**WEIGHTS, part: WEIGHTS[part] * factor}):
            found = {name: gaps(its, rouge) for name, its in corpora.items()}
        cells = (cell(name, found[name], in_use[name]) for name in SETS)
        print(f"{part} x {factor:g}".ljust(24), *cells, flush=True)


def changes(arguments: Sequence[str]) -> list[tuple[str, float]]:
    """(part, factor) of each change that is asked for, a part alone is left out; ``all`` leaves out each in turn."""
    if list(arguments) == ["all"]:
        return [(part, 0.0) for part in WEIGHTS]
    pairs = (argument.partition("=") for argument in arguments)
    return [(part, float(factor)) for part, _, factors in pairs for factor in (factors or "0").split(",")]


def cell(name: str, found: np.ndarray, before: np.ndarray) -> str:
    """A set's gap, and what it has changed by with the standard error of that."""
    change = found - before
    return f"{name} {found.mean():+.3f} ({change.mean():+.3f} ± {change.std() / len(change) ** 0.5:.3f})".ljust(34)


def corpus(path: Path, name: str, rouge: ModuleType) -> Corpus:
    """A set with its documents read and its bounds measured."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    print(f"{name}: {len(rows)} documents, sha256 {sha256(path.read_bytes()).hexdigest()[:16]}")
    texts = [row["texts"] if "texts" in row else [row["text"]] for row in rows]
    references = tuple(row["summary"] for row in rows)
    mean = round(statistics.fmean(len(rouge.chars(reference)) for reference in references))
    lengths = NEWS_LENGTHS if name == "newsbench" else (mean,)
    pairs = list(zip(texts, references, strict=True))
    return Corpus(
        tuple(tuple(pipeline.outline_of_text(text, f"text-{at}.txt") for at, text in enumerate(its)) for its in texts),
        references,
        lengths,
        np.array([np.mean([sum(rouge.rouge(rouge.lead(t, n), r)) for n in lengths]) for t, r in pairs]),
        statistics.fmean(sum(rouge.rouge(rouge.oracle(t, r), r)) for t, r in pairs),
    )


def gaps(its: Corpus, rouge: ModuleType) -> np.ndarray:
    """What each document adds to the gap, mean over the lengths."""
    sums = [
        np.mean([sum(rouge.rouge(summary(group, length), reference)) for length in its.lengths])
        for group, reference in zip(its.documents, its.references, strict=True)
    ]
    return (np.array(sums) - its.lead) / (its.oracle - its.lead.mean())


def summary(documents: Sequence[Document], length: int) -> str:
    """The summary of one document, or over several, of that length."""
    texts: Mapping[tuple[str, str], str] = {
        (document.id, sentence.id): sentence.text for document in documents for sentence in document.sentences
    }
    if len(documents) == 1:
        chosen = summarize_document(documents[0], SummarySection(chars=length)).sentences
        return "".join(texts[documents[0].id, name] for name in chosen)
    over = summarize_documents(documents, SummarySection(overall_chars=length))
    return "".join(texts[reference.document, reference.id] for reference in over)


if __name__ == "__main__":
    main()
