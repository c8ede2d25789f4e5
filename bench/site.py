"""What a site of very many documents weighs, what building it takes, and how soon a browser shows it.

    python bench/site.py             1,000 documents
    DOCUMENTS=200 python bench/site.py

The documents are the sample documents with every digit and one character in ten drawn anew, each a little different.
Built are the data and the site, by one process, without kept analyses. The browser is Chromium on a ``file:`` address,
its cache cold: first paint of the index, then the time from the first letter of a search to its result.
"""

from __future__ import annotations

import os
import random
import re
import resource
import shutil
import sys
import tempfile
import time
from pathlib import Path

from reporter import pipeline
from reporter.config import Config, OutputSection
from reporter.resources import seeds_folder

DOCUMENTS = 1000
ROUNDS = 5
_DIGIT = re.compile(r"[1-9]")
_HAN = re.compile("[\u4e00-\u9fff]")
_PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
_SEARCH = """async () => {
  const box = document.querySelector(".search"), input = box.querySelector("input");
  const begin = performance.now();
  input.value = "质量强市";
  input.dispatchEvent(new InputEvent("input"));
  while (!box.querySelector(".search-results mark")) await new Promise((done) => setTimeout(done, 2));
  return performance.now() - begin;
}"""


def main() -> None:
    """Print a line for each thing measured."""
    count = int(os.environ.get("DOCUMENTS", DOCUMENTS))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        characters = written(folder / "in", count)
        print(f"documents          {count} with {characters:,} characters")
        build(folder / "in", folder / "out")
        weigh(folder / "out" / "site")
        show(folder / "out" / "site")


def written(folder: Path, count: int) -> int:
    """Write so many documents; their characters together."""
    folder.mkdir()
    samples = [path.read_text("utf-8") for path in sorted(seeds_folder().glob("*.txt"))]
    drawn, total = random.Random(1), 0
    for number in range(count):
        text = varied(samples[number % len(samples)], drawn)
        (folder / f"{number:04}.txt").write_text(text, "utf-8")
        total += len(text)
    return total


def varied(text: str, drawn: random.Random) -> str:
    """The text with other digits, and one character in ten another one of the same text."""
    known = _HAN.findall(text)
    text = _DIGIT.sub(lambda _: drawn.choice("123456789"), text)
    return _HAN.sub(lambda one: drawn.choice(known) if drawn.random() < 0.1 else one[0], text)


def build(sources: Path, output: Path) -> None:
    """Build data and site; seconds of the processor and the most memory held at a time."""
    begin, wall = time.process_time(), time.perf_counter()
    pipeline.build(Config(output=OutputSection(formats=("html", "csv"))), sources=[sources], output=output)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "linux" else 1024**2)
    taken, waited = time.process_time() - begin, time.perf_counter() - wall
    print(f"build              {taken:.0f} s of the processor, {waited:.0f} s, {peak:.0f} MB")


def weigh(site: Path) -> None:
    """Print the number of pages, the heaviest ones and the size of the search's files."""
    pages = sorted(site.rglob("*.html"), key=lambda path: -path.stat().st_size)
    print(f"pages              {len(pages)}, {size(pages) / 1e6:.0f} MB")
    for path in pages[:3]:
        print(f"heaviest page      {path.stat().st_size / 1000:.0f} kB  {path.relative_to(site)}")
    print(f"search             {size(sorted((site / 'search').iterdir())) / 1e6:.1f} MB")
    print(f"index              {(site / 'index.html').stat().st_size / 1000:.0f} kB")


def size(paths: list[Path]) -> int:
    """The bytes of some files together."""
    return sum(path.stat().st_size for path in paths)


def show(site: Path) -> None:
    """Print when the browser painted the index and answered a search: the middle of rounds in new browsers."""
    program = os.environ.get("REPORTER_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        print("browser            none on the path")
        return
    rounds = [_shown(site, program) for _ in range(ROUNDS)]
    for words, times in zip(("first paint", "search"), zip(*rounds, strict=True), strict=True):
        print(f"{words:18} {sorted(times)[ROUNDS // 2]:.0f} ms ({min(times):.0f} to {max(times):.0f})")


def _shown(site: Path, program: str) -> tuple[float, float]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto((site / "index.html").as_uri())
        page.wait_for_function(_PAINT)
        times = float(page.evaluate(_PAINT)), float(page.evaluate(_SEARCH))
        browser.close()
    return times


if __name__ == "__main__":
    main()
