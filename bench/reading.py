"""How fast a text is read, repaired and structured on one core, whether that grows in a line, and what memory it takes.

    python bench/reading.py

The texts are the sample documents, whole and in drawn order, every digit drawn anew, joined to files of 0.1 to 10 MB of
UTF-8. Beside each stands a yardstick that does the least that any such program has to: decode, convert to simplified
characters (opencc), cut into sentences by one expression and count the characters. Both take their turns on the same
text, so a busy machine slows them alike, and the best of the rounds counts, in seconds of the processor; the ratio
compares machines. Then files that are all of one kind, where a rule that looks twice at every place would take its
square: each at one and at two hundred thousand characters. The memory is the peak of a process of its own, less what
it has after a text of 0.3 MB.
"""

from __future__ import annotations

import random
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import opencc

from reporter import pipeline, read
from reporter.resources import seeds_folder

SIZES = (100_000, 1_000_000, 2_000_000, 10_000_000)
ROUNDS = 3
KINDS = 200_000
_DIGIT = re.compile(r"\d")
_SENTENCE = re.compile("[^。！？\n]+[。！？]?")


def main() -> None:
    """Print the three tables."""
    reading(sample(30_000))
    print("size, reading: best of the rounds, yardstick's time, memory above that after 0.3 MB")
    rates = {size: measured(size) for size in SIZES}
    print(f"10 MB beside 1 MB, for each byte: {rates[1_000_000] / rates[10_000_000]:.2f} times as long")
    print(f"{KINDS} characters of one kind: µs a character, time beside half as many")
    for name, unit in UNITS.items():
        half, whole = (best(reading, repeated(unit, size)) for size in (KINDS // 2, KINDS))
        print(f"  {name:24s} {1e6 * whole / KINDS:6.2f} µs   x{whole / half:.2f}")


def measured(size: int) -> float:
    """Print the line of one size; the bytes a second."""
    data = sample(size)
    ours, least = interleaved([reading, yardstick], data, ROUNDS)
    peak = subprocess.run(
        [sys.executable, __file__, str(size)], capture_output=True, text=True, check=True
    ).stdout.strip()
    print(
        f"  {size / 1e6:4.1f} MB  {size / ours / 1e6:5.2f} MB/s ({ours:.3f} s)"
        f"   {ours / least:5.1f} times the yardstick   {peak} times the file"
    )
    return size / ours


def sample(size: int) -> bytes:
    """So many bytes of sample documents, all in their own order of lines; the last character may be cut."""
    drawn = random.Random(1)
    documents = [path.read_text("utf-8") for path in sorted(seeds_folder().glob("*.txt"))]
    pieces: list[bytes] = []
    length = 0
    while length < size:
        document = _DIGIT.sub(lambda _: str(drawn.randint(1, 9)), drawn.choice(documents))
        pieces.append(f"{document}\n".encode())
        length += len(pieces[-1])
    return b"".join(pieces)[:size].decode("utf-8", "ignore").encode()


def reading(data: bytes) -> object:
    """Bytes → document: read, repair, structure."""
    return pipeline.document_of(read.read_bytes(data, "a.txt"))


def yardstick(data: bytes) -> object:
    """The least that a program for Chinese text does with its input."""
    text = opencc.OpenCC("t2s").convert(data.decode())
    return _SENTENCE.findall(text), Counter(text)


def interleaved(systems: list[Callable[[bytes], object]], data: bytes, rounds: int) -> list[float]:
    """The best time of each on the same bytes, each run once a round."""
    times = [[timed(system, data) for system in systems] for _ in range(rounds)]
    return [min(column) for column in zip(*times, strict=True)]


def best(system: Callable[[bytes], object], data: bytes) -> float:
    """The best of the rounds."""
    return min(timed(system, data) for _ in range(ROUNDS))


def timed(system: Callable[[bytes], object], data: bytes) -> float:
    """The seconds of the processor that one run takes."""
    began = time.process_time()
    system(data)
    return time.process_time() - began


def repeated(unit: str, size: int) -> bytes:
    """A file of so many characters of one kind below a date and a word that makes it a text."""
    return f"发布时间：2017-05-01\n质量{unit * (size // len(unit))}".encode()


def peak(size: int) -> float:
    """By how many times the file's size reading it raises the memory of this process (Linux)."""
    reading(sample(300_000))
    data = sample(size)
    Path("/proc/self/clear_refs").write_text("5")  # the peak begins again at what is in use
    before = high_water_mark()
    reading(data)
    return (high_water_mark() - before) / size


def high_water_mark() -> int:
    """The peak of this process's memory in bytes (``getrusage`` would give that of the parent where it was higher)."""
    status = Path("/proc/self/status").read_text("ascii")
    return 1024 * int(re.search(r"VmHWM:\s*(\d+)", status)[1])


UNITS = {
    "one character": "中",
    "brackets": "(",
    "pairs of brackets": "()",
    "brackets with Chinese": "中(",
    "digits": "1",
    "numbers of sections": "一、",
    "blanks": " ",
    "ideographic blanks": "\u3000",
    "straight quotes": '"',
    "curly quotes": "“",
    "full stops": "。",
    "commas": ",",
    "question marks": "?",
    "dashes": "-",
    "slips": "?(xiàn)",
    "notes": "長(cháng)",
    "full-width digits": "１，",
    "months": "5月",
    "figures": "增长5%，",
    "misread text": "浣犲ソ",
    "letters": "a",
    "empty lines": "\n",
    "lines of one character": "某\n",
    "headings": "一、加强质量工作\n",
    "items": "1、某公司：成立于2001年。\n",
    "lines of dates": "2017年5月3日\n",
    "rows of a table": "项目 12 34.5\n",
    "labels": "来源：某报 作者：王某\n",
    "offices": "某县质监局\n",
}

if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(f"{peak(int(sys.argv[1])):.1f}")
    else:
        main()
