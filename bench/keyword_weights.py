"""Where the weights of the keywords come from: fits them again and scores fits and weights in use on held-out folds.

    REPORTER_CORPUS=FOLDER python bench/keyword_weights.py

The data are eval/dev/csl_keywords.jsonl of that folder: 300 abstracts of Chinese papers with their authors' keywords
(CSL, Apache-2.0). The score is the micro-F1 of the five best terms.
"""

from __future__ import annotations

import json
import os
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np

from reporter import pipeline
from reporter.language.script import simplified
from reporter.summarize.keywords import FORM, STANDING, form_of, selected, standing
from reporter.summarize.phrases import Phrase, phrases_of

FOLDS = 5
WEIGHTS = {**STANDING, **FORM}


@dataclass(frozen=True)
class Sample:
    """One abstract: its candidate phrases, their traits and the authors' keywords."""

    phrases: dict[str, Phrase]
    traits: dict[str, dict[str, float]]
    wanted: frozenset[str]


def main() -> None:
    """Print the fitted weights and the scores."""
    path = Path(os.environ.get("REPORTER_CORPUS", "../shared")) / "eval/dev/csl_keywords.jsonl"
    if not path.is_file():
        print(f"{path}: not there, nothing fitted; set REPORTER_CORPUS")
        return
    samples = [sample(json.loads(line)) for line in path.read_text("utf-8").splitlines() if line.strip()]
    print(f"{len(samples)} abstracts, sha256 {sha256(path.read_bytes()).hexdigest()[:16]}")
    fitted = dict(zip(WEIGHTS, fit(samples), strict=True))
    for name, weight in WEIGHTS.items():
        print(f"  {name:16s} in use {weight:6.2f}   fitted {fitted[name]:6.2f}")
    held = [score_fold(samples, fold) for fold in range(FOLDS)]
    print(f"micro-F1 at 5: in use {f1([count(one, WEIGHTS) for one in samples]):.4f}, ", end="")
    print(f"fitted alone, held-out folds {f1([pair for fold in held for pair in fold]):.4f}")


def norm(term: str) -> str:
    """A term without width, case and white space."""
    return "".join(simplified(unicodedata.normalize("NFKC", term)).lower().split())


def sample(row: Mapping[str, object]) -> Sample:
    """The sample of one line of the data."""
    phrases = phrases_of(pipeline.outline_of_text(f"{row['title']}\n{row['text']}"))
    words = row["keywords"]
    assert isinstance(words, list)
    return Sample(
        phrases,
        {form: {**standing(phrase), **form_of(phrase)} for form, phrase in phrases.items()},
        frozenset(map(norm, words)),
    )


def fit(samples: Sequence[Sample]) -> list[float]:
    """Logistic regression of "is a keyword" on the traits (Newton's method, light ridge)."""
    rows = [(its[form], norm(form) in one.wanted) for one in samples for its in [one.traits] for form in its]
    x = np.array([[found[name] for name in WEIGHTS] + [1.0] for found, _ in rows])
    y = np.array([hit for _, hit in rows], dtype=float)
    weights = np.zeros(x.shape[1])
    for _ in range(25):
        p = 1 / (1 + np.exp(-x @ weights))
        curvature = (x * (p * (1 - p))[:, None]).T @ x + np.eye(len(weights))
        weights -= np.linalg.solve(curvature, x.T @ (p - y) + weights)
    return [float(weight) for weight in weights[:-1]]


def score_fold(samples: Sequence[Sample], fold: int) -> list[tuple[int, int, int]]:
    """(hits, found, wanted) of each sample of a fold under the weights fitted on the others."""
    weights = dict(zip(WEIGHTS, fit([one for at, one in enumerate(samples) if at % FOLDS != fold]), strict=True))
    return [count(one, weights) for at, one in enumerate(samples) if at % FOLDS == fold]


def count(one: Sample, weights: Mapping[str, float]) -> tuple[int, int, int]:
    """(hits, found, wanted) of the five best terms of a sample."""
    scores = {form: sum(w * found[name] for name, w in weights.items()) for form, found in one.traits.items()}
    ranked = sorted(scores.items(), key=lambda pair: (-round(pair[1], 9), one.phrases[pair[0]].span.start))
    best = {norm(form) for form, _ in selected(one.phrases, ranked, 5)}
    return len(best & one.wanted), len(best), len(one.wanted)


def f1(counts: Sequence[tuple[int, int, int]]) -> float:
    """Micro-F1."""
    hits, found, wanted = (sum(column) for column in zip(*counts, strict=True))
    return 2 * hits / (found + wanted)


if __name__ == "__main__":
    main()
