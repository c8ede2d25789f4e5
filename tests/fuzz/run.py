"""``make fuzz``: Atheris drives a target with what covers new code, for so many seconds; ``python -m tests.fuzz.run
TARGET SECONDS``.

Inputs that fail are kept in ``tests/fuzz/found/<target>-…`` (not in git): make the shortest one a file of
``tests/fuzz/corpus``, whose
names begin with their target, and mend what it shows. An input that takes above ten seconds or 2 GB is a failure as
well.
"""

from __future__ import annotations

import logging
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

CORPUS = Path(__file__).resolve().parent / "corpus"
FOUND = CORPUS.parent / "found"
# Processor seconds that one input may take, seconds after which it is ended, and megabytes.
SLOWEST, HANGING, LARGEST = 10, 120, 2048
LONGEST = 4096


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
    with atheris.instrument_imports(include=["reporter"], enable_loader_override=False):
        from tests.fuzz.seeds import FRAGMENTS, SEEDS
        from tests.fuzz.targets import TARGETS
    name, seconds = arguments[0], int(arguments[1])
    if name not in TARGETS:
        sys.stderr.write(f"fuzz: no target {name!r}; there are {', '.join(TARGETS)}\n")
        return 2
    folder = Path(tempfile.mkdtemp(prefix=f"fuzz-{name}-"))
    (folder / "corpus").mkdir()
    for number, seed in enumerate((*SEEDS[name], *(piece.encode("utf-8", "replace") for piece in FRAGMENTS[name]))):
        (folder / "corpus" / f"seed-{number}").write_bytes(seed)
    (folder / "words").write_text("".join(_entry(piece) for piece in FRAGMENTS[name]))
    FOUND.mkdir(exist_ok=True)
    bounds = [f"-max_total_time={seconds}", f"-timeout={HANGING}", f"-rss_limit_mb={LARGEST}", f"-max_len={LONGEST}"]
    kept = [f"-dict={folder / 'words'}", f"-artifact_prefix={FOUND / name}-", "-seed=1", "-print_final_stats=1"]
    atheris.Setup([sys.argv[0], str(folder / "corpus"), str(CORPUS), *bounds, *kept], _timed(TARGETS[name]))
    atheris.Fuzz()
    return 0


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
