"""``make fuzz``: Atheris drives a target with what covers new code, for so many seconds; ``python -m tests.fuzz.run
TARGET SECONDS``.

Inputs that cover something new are kept in ``tests/fuzz/found/<target>`` (not in git), so that the next run goes on
where this one ends. Inputs that fail are kept beside them as ``<target>-…``: make the shortest one a file of
``tests/fuzz/corpus``, whose names begin with their target, and mend what it shows. An input that takes above ten
seconds or 2 GB is a failure as well.
"""

from __future__ import annotations

import logging
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

CORPUS = Path(__file__).resolve().parent / "corpus"
FOUND = CORPUS.parent / "found"
# Processor seconds that one input may take, seconds after which it is ended, and megabytes.
SLOWEST, HANGING, LARGEST = 10, 120, 2048
LONGEST = 4096
# A compound file begins with six kilobytes of its own.
LONGER = {"xls": 8192}
# What reads for us and is written in Python is covered like our own code.
READING = ("reporter", "email", "tomllib", "xlrd")
# Whose inputs are markup behind their first byte: half of their changes are changes of elements.
MARKUP = frozenset({"html", "mhtml", "docx", "xlsx"})


def main(arguments: list[str]) -> int:
    """Fuzz one target; 0 where nothing was found."""
    try:
        import atheris
    except ImportError:
        sys.stderr.write(
            "fuzz: no Atheris here (its wheels are for Linux, CPython 3.11 to 3.13); the tests still run every target\n"
        )
        return 0
    logging.disable(logging.CRITICAL)
    name, seconds = arguments[0], int(arguments[1])
    with atheris.instrument_imports(include=list(READING), enable_loader_override=False):
        from tests.fuzz.seeds import FRAGMENTS, SEEDS
        from tests.fuzz.targets import TARGETS

        if name not in TARGETS:
            sys.stderr.write(f"fuzz: no target {name!r}; there are {', '.join(TARGETS)}\n")
            return 2
        for seed in SEEDS[name]:  # what is imported where it is needed is imported now
            TARGETS[name](seed)
    options = list(_options(name, seconds, SEEDS[name], FRAGMENTS[name]))
    mutator = {"custom_mutator": _mutator(atheris, FRAGMENTS[name])} if name in MARKUP else {}
    atheris.Setup([sys.argv[0], *options], _timed(TARGETS[name]), **mutator)
    atheris.Fuzz()
    return 0


def _options(name: str, seconds: int, seeds: Sequence[bytes], fragments: Sequence[str]) -> Iterator[str]:
    """What libFuzzer is told: where inputs come from and go to, and the bounds."""
    grown = FOUND / name
    grown.mkdir(parents=True, exist_ok=True)
    given = Path(tempfile.mkdtemp(prefix=f"fuzz-{name}-"))
    (given / "seeds").mkdir()
    kept = [path.read_bytes() for path in CORPUS.glob(f"{name}-*")]
    for number, seed in enumerate((*seeds, *kept, *(piece.encode("utf-8", "replace") for piece in fragments))):
        (given / "seeds" / f"seed-{number}").write_bytes(seed)
    (given / "words").write_text("".join(_entry(piece) for piece in fragments if piece))
    yield from (str(grown), str(given / "seeds"), f"-dict={given / 'words'}", f"-artifact_prefix={FOUND / name}-")
    yield from (f"-max_total_time={seconds}", f"-timeout={HANGING}", f"-rss_limit_mb={LARGEST}")
    yield from (f"-max_len={LONGER.get(name, LONGEST)}", "-len_control=0", "-seed=1", "-print_final_stats=1")


def _mutator(atheris: Any, fragments: Sequence[str]) -> Callable[[bytes, int, int], bytes]:
    """Changes of markup, and as often those of libFuzzer."""
    from tests.fuzz.mutating import changed

    def mutated(data: bytes, longest: int, seed: int) -> bytes:
        if random.Random(seed).random() < 0.5:
            return changed(data, fragments, longest, seed)
        made: bytes = atheris.Mutate(data, longest)
        return made

    return mutated


def _timed(target: Callable[[bytes], None]) -> Callable[[bytes], None]:
    """The target, failing where it takes too long on the clock that other programs do not move."""

    def timed(data: bytes) -> None:
        start = time.process_time()
        target(data)
        assert time.process_time() - start < SLOWEST

    return timed


def _entry(piece: str) -> str:
    """A piece as a line of libFuzzer's dictionary."""
    data = piece.encode("utf-8", "replace")[:60]
    return '"' + "".join(f"\\x{byte:02x}" for byte in data) + '"\n'


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
