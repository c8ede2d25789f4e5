"""How long a summary takes, beside the peers that are installed, and how that grows with the text.

    python bench/summarizers.py

Every system summarizes the same text in turn, round after round, so that a busy machine slows them alike; the
median of the rounds counts. Imports and dictionaries are loaded before. The texts are sentences of the sample
documents in simplified characters, drawn with a fixed seed: as they came (one character in eleven is damaged) and
repaired. sumy is no dependency: with ``pip install --target FOLDER sumy`` and ``PYTHONPATH=FOLDER`` it takes part.
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable
from importlib.util import find_spec

import reporter
from reporter import pipeline
from reporter.language.script import simplified
from reporter.language.sentences import split_sentences
from reporter.resources import seeds_folder

Summarize = Callable[[str], object]
ROUNDS = 9
SIZES = (10_000, 50_000, 200_000, 1_000_000)


def main() -> None:
    """Print the tables."""
    systems = {name: make() for name, make in SYSTEMS.items() if find_spec(name.split(" ")[0])}
    for name in sorted(SYSTEMS.keys() - systems.keys()):
        print(f"{name}: not installed, see the head of bench/summarizers.py")
    damaged = sample(3_000)
    for state, text in (("damaged", damaged), ("repaired", pipeline.outline_of_text(damaged).text)):
        times = interleaved(systems, text, ROUNDS)
        print(f"{len(text)} characters, {state}, {ROUNDS} rounds, median")
        for name, seconds in times.items():
            print(f"  {name:16s} {1000 * seconds:8.1f} ms   reporter takes {times['reporter'] / seconds:.3f} of it")
    print("growth of reporter")
    earlier = None
    for size in SIZES:
        text = sample(size)
        seconds = interleaved({"reporter": systems["reporter"]}, text, 3)["reporter"]
        growth = f"   x{len(text) / earlier[0]:.1f} text, x{seconds / earlier[1]:.1f} time" if earlier else ""
        print(f"  {len(text):8d} characters {1000 * seconds:8.1f} ms{growth}")
        earlier = (len(text), seconds)


def sample(size: int) -> str:
    """About so many characters of sentences of the sample documents, eight to a paragraph."""
    pool = []
    for path in sorted(seeds_folder().glob("*.txt")):
        text = simplified(path.read_text("utf-8"))
        pool += [text[low:high] for low, high in split_sentences(text) if high - low > 15]
    drawn = random.Random(1)
    lines, length = [], 0
    while length < size:
        lines.append("".join(" ".join(drawn.choice(pool).split()) for _ in range(8)))
        length += len(lines[-1])
    return "\n".join(lines)


def interleaved(systems: dict[str, Summarize], text: str, rounds: int) -> dict[str, float]:
    """The median time of each system on a text, each run once a round; one round before goes uncounted."""
    times: dict[str, list[float]] = {name: [] for name in systems}
    for _ in range(rounds + 1):
        for name, summarize in systems.items():
            began = time.perf_counter()
            summarize(text)
            times[name].append(time.perf_counter() - began)
    return {name: statistics.median(seconds[1:]) for name, seconds in times.items()}


def ours() -> Summarize:
    """The whole road of ``reporter.summarize``: repair, structure and the default method."""
    return lambda text: reporter.summarize(text, sentences=5)


def textrank4zh() -> Summarize:
    """textrank4zh as its README uses it, with the stand-in for networkx that this project's adapter gives it."""
    reporter.summarize("预热。", method="textrank4zh")
    from textrank4zh import TextRank4Sentence

    def summarize(text: str) -> object:
        ranker = TextRank4Sentence()
        ranker.analyze(text, lower=True, source="all_filters")
        return ranker.get_key_sentences(num=5)

    return summarize


def sumy_textrank() -> Summarize:
    """TextRank of sumy on its own splitting and words."""
    from sumy.nlp.tokenizers import Tokenizer
    from sumy.parsers.plaintext import PlaintextParser
    from sumy.summarizers.text_rank import TextRankSummarizer

    tokenizer, summarizer = Tokenizer("chinese"), TextRankSummarizer()
    return lambda text: summarizer(PlaintextParser.from_string(text, tokenizer).document, 5)


SYSTEMS: dict[str, Callable[[], Summarize]] = {
    "reporter": ours,
    "sumy TextRank": sumy_textrank,
    "textrank4zh": textrank4zh,
}

if __name__ == "__main__":
    main()
