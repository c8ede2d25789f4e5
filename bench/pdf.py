"""How long the PDF takes beside WeasyPrint as it comes, Typst and Chromium, and what memory it takes.

    python bench/pdf.py

The documents are the sample documents, every digit and one character in ten drawn anew, so many of them that the PDF
has about 13, 60 and 230 pages. All contenders set the same HTML (Typst: the same text, headings and tables):

    ours       reporter.render.pdf, with fitting page one and all findings
    stock      WeasyPrint: one document, automatic table layout, garbage collector on, contents by target-counter, no
               Chinese typesetting; page one is given as ours fitted it, the charts as ours drew them
    typst      the Typst of the environment's `typst` package, if it is installed (TYPST_PYTHON names its Python)
    chromium   headless Chromium, if it is on the path; it has no contents' page numbers and no running heads

Each runs in a process of its own, in turns, so a busy machine slows all alike; the best round counts, in seconds of the
processor, for Typst and Chromium with all of their processes and their start. Memory is that of the greatest process.
Python keeps what it compiled in a folder of the measurement, as it does for an installed program.
"""

from __future__ import annotations

import os
import pickle
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import lxml.html

from reporter import pipeline
from reporter.config import Config
from reporter.model import Briefing
from reporter.render.charts.selection import charts
from reporter.render.page_fit import fitted
from reporter.render.pages import print_page
from reporter.render.pdf import press, write_pdf
from reporter.render.pdf.fonts import family_sheet
from reporter.render.typesetting import chinese_typesetting
from reporter.resources import seeds_folder

DOCUMENTS = (7, 40, 150)
ROUNDS = int(os.environ.get("ROUNDS", "2"))
_DIGIT = re.compile(r"\d")
_HAN = re.compile("[\u4e00-\u9fff]")
_ENTRY = re.compile(r'(<a href="(#[^"]+)">(?:(?!</a>).)*)<span class="at">\d*</span>')
_FIXED = re.compile(r"table-layout:\s*fixed")
_BODY = re.compile(r"<body[^>]*>(.*)</body>", re.DOTALL)
_CONTENTS = ".contents .at::before { content: leader('·') target-counter(attr(data-to), page) }"


def main() -> None:
    """Print a line for each size."""
    with tempfile.TemporaryDirectory() as name:
        for documents in map(int, os.environ.get("DOCUMENTS", "").split() or DOCUMENTS):
            measured(documents, Path(name))


def measured(documents: int, folder: Path) -> None:
    """Print how long each contender takes for a briefing of so many documents."""
    prepared(documents, folder)
    contenders = [name for name in ("ours", "stock", "typst", "chromium") if command(name, folder)]
    best: dict[str, tuple[float, float, int]] = {}
    for _ in range(ROUNDS):
        for name in contenders:
            best[name] = min(best.get(name, (float("inf"), 0.0, 0)), ran(command(name, folder), folder / "compiled"))
    stock, clock, _ = best["stock"]
    print(f"{documents} documents, {pages(folder / 'briefing.pdf')} pages (stock {pages(folder / 'stock.pdf')})")
    for name, (seconds, wall, memory) in best.items():
        shares = f"{seconds / stock:5.2f} of stock, {wall / clock:5.2f} on the clock"
        print(f"  {name:9s} {seconds:6.2f} s {wall:6.2f} s   {shares}   {memory} MB")


def prepared(documents: int, folder: Path) -> None:
    """Write the briefing and what the other contenders read."""
    sources = folder / f"in-{documents}"
    write_documents(documents, sources)
    briefing = pipeline.brief(Config(), [sources])
    (folder / "briefing.pickle").write_bytes(pickle.dumps(briefing))
    whole = whole_page(briefing)
    (folder / "whole.html").write_text(whole, "utf-8")
    (folder / "whole.typ").write_text(typst(whole), "utf-8")


def write_documents(documents: int, folder: Path) -> None:
    """So many texts like the sample documents, none of them alike enough to be a reprint."""
    drawn = random.Random(1)
    samples = [path.read_text("utf-8") for path in sorted(seeds_folder().glob("*.txt"))]
    common = sorted(set(_HAN.findall("".join(samples))))
    folder.mkdir()
    for number in range(documents):
        text = _DIGIT.sub(lambda _: str(drawn.randint(1, 9)), samples[number % len(samples)])
        text = _HAN.sub(lambda match: drawn.choice(common) if drawn.random() < 0.1 else match[0], text)
        (folder / f"{number:03d}.txt").write_text(text, "utf-8")


def whole_page(briefing: Briefing) -> str:
    """All of the PDF as one HTML page with its style sheet; page one as fitted."""
    setter = press(Config())
    with chinese_typesetting():
        fit = fitted(briefing, setter.brief_measured, setter.strings)
    view = setter.view(fit.briefing)
    page = print_page(view, tight=fit.tight, rows=Config().pdf.table_rows)
    page = replace(page, charts=charts(view, setter.theme.fonts))
    front, body = (setter.html(replace(page, part=part)) for part in ("front", "body"))
    front = _ENTRY.sub(r'\1<span class="at" data-to="\2"></span>', front)
    rest = _BODY.search(body)
    assert rest
    sheet = _FIXED.sub("table-layout: auto", setter.theme.text("print.css")) + _CONTENTS
    style = f"<style>{family_sheet(setter.theme.fonts)}{sheet}</style></head>"
    return front.replace("</head>", style).replace("</body>", f"{rest[1]}</body>")


def typst(html: str) -> str:
    """The text, headings and tables of the page for Typst."""
    body = lxml.html.fromstring(html).find("body")
    lines = [
        '#set page(paper: "a4", numbering: "1 / 1")',
        '#set text(font: "Noto Serif CJK SC", lang: "zh", size: 10.5pt)',
        "#outline()",
    ]
    for element in body.iter("h1", "h2", "h3", "p", "li", "table"):
        if element.tag == "table":
            rows = [[_typst_text(cell) for cell in row.iter("th", "td")] for row in element.iter("tr")]
            width = max(len(row) for row in rows)
            cells = ", ".join(f"[{cell}]" for row in rows for cell in [*row, *[""] * (width - len(row))])
            lines.append(f"#table(columns: ({'1fr, ' * width}), {cells})")
        elif not any(parent.tag in ("table", "nav") for parent in element.iterancestors()):
            lines.append(("= " * (element.tag[0] == "h")).replace("= ", "=" * int(element.tag[1:] or 0) + " ")
                         + _typst_text(element) if element.tag[0] == "h" else _typst_text(element))  # fmt: skip
        lines.append("")
    return "\n".join(lines)


def _typst_text(element: lxml.html.HtmlElement) -> str:
    return re.sub(r"([\\#$*_`<>@=\-+/\[\]~])", r"\\\1", " ".join(element.text_content().split()))


def command(name: str, folder: Path) -> list[str]:
    """What runs a contender; empty where it is not installed."""
    if name in ("ours", "stock"):
        return [sys.executable, __file__, name, str(folder)]
    if name == "typst":
        python = os.environ.get("TYPST_PYTHON", sys.executable)
        program = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2])"
        there = subprocess.run([python, "-c", "import typst"], capture_output=True, check=False).returncode == 0
        return [python, "-c", program, str(folder / "whole.typ"), str(folder / "typst.pdf")] if there else []
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    options = ["--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={folder / 'chromium.pdf'}"]
    return [browser, *options, (folder / "whole.html").as_uri()] if browser else []


def ran(arguments: list[str], compiled: Path) -> tuple[float, float, int]:
    """Seconds of the processor and on the clock and megabytes at the most that a program took; ours and stock tell them
    themselves, without imports. ``compiled`` is where Python keeps compiled modules."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(compiled)
    done = subprocess.run(arguments, capture_output=True, text=True, check=True, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if arguments[1] == __file__:
        seconds, wall, memory = done.stdout.split()
        return float(seconds), float(wall), int(memory)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, time.perf_counter() - start, 0


def ours(folder: Path) -> None:
    """The PDF as a build makes it, a long one with the start of the processes that lay it out."""
    briefing = pickle.loads((folder / "briefing.pickle").read_bytes())
    told(lambda: write_pdf(briefing, folder, Config()))


def stock(folder: Path) -> None:
    """The same pages by WeasyPrint as it comes."""
    import weasyprint

    told(lambda: weasyprint.HTML(filename=str(folder / "whole.html")).write_pdf(folder / "stock.pdf"))


def told(work: object) -> None:
    """Do the work; print the seconds of the processor that it took, with the processes that it started, those on the
    clock, and the memory of the greatest process in MB."""
    assert callable(work)
    before, wall = spent(), time.perf_counter()
    work()
    seconds, wall = spent() - before, time.perf_counter() - wall
    peak = re.search(r"VmHWM:\s*(\d+)", Path("/proc/self/status").read_text("ascii"))
    others = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(seconds, wall, max(int(peak[1]) // 1024 if peak else 0, others))


def spent() -> float:
    """Seconds of the processor of this process and those that it waited for."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def pages(path: Path) -> int:
    """How many pages a PDF has."""
    import pypdfium2

    return len(pypdfium2.PdfDocument(path))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        {"ours": ours, "stock": stock}[sys.argv[1]](Path(sys.argv[2]))
    else:
        main()
