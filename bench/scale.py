"""What building very many documents takes: time, memory, builds after small changes, and whether what was planted is
found.

    python -m bench.scale                             100, 1,000 and 5,000 documents, one after the other
    python -m bench.scale --sizes 100,1000            the smaller ones alone
    python -m bench.scale --formats json,html,csv     other formats than the data, the site and the brief as PDF
    python -m bench.scale --steps first,unchanged     some steps alone (first, unchanged, changed, two)

The documents are made up (``_corpus``). Every build is the command line in a process of its own: the first one without
anything kept, one with nothing changed, one after a figure of one document has changed, and one with two workers and
nothing kept. Processor time is that of the whole tree of processes; memory is the most that one process held (resident)
and the most that all of them held together (shared pages counted once, looked at four times a second).
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench._corpus import Planted, change, written

SIZES = "100,1000,5000"
STEPS = "first,unchanged,changed,two"
_LOOK = 0.25
_MB = 1024**2


@dataclass(frozen=True, slots=True)
class Run:
    """What a build took: seconds of the processor and of the clock, megabytes of the largest process and of all, and
    the seconds of its stages: of the clock, of the processor."""

    cpu: float
    wall: float
    largest: float
    together: float
    stages: dict[str, tuple[float, float]]


def main(arguments: Sequence[str] | None = None) -> None:
    """Print what each size takes, as soon as it is known."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default=SIZES, help="numbers of documents")
    parser.add_argument("--steps", default=STEPS, help="which builds")
    parser.add_argument("--formats", default="json,html,pdf", help="what is written")
    parser.add_argument(
        "--extent", default="brief", help="what the PDF has: the brief alone, or the documents too (full)"
    )
    parser.add_argument("--option", action="append", default=[], help="further options of the build")
    parser.add_argument("--folder", help="where documents and builds are kept (a temporary folder)")
    given = parser.parse_args(arguments)
    base = None
    for size in map(int, given.sizes.split(",")):
        with tempfile.TemporaryDirectory(dir=given.folder) as name:
            cost = measured(
                Path(name),
                size,
                given.steps.split(","),
                ["-f", given.formats, "--pdf-extent", given.extent, *given.option],
            )
        base = base or cost
        if cost and base:
            print(f"    cost of a document {1000 * cost:.0f} ms, {cost / base:.2f} of the smallest size's", flush=True)


def measured(folder: Path, size: int, steps: Sequence[str], options: Sequence[str]) -> float | None:
    """Print what the builds of so many documents take; the seconds of the processor that a document costs, if the first
    build is among them."""
    planted = written(folder / "in", size)
    print(f"{size} documents, {planted.characters / size:.0f} characters each", flush=True)
    out, kept = folder / "out", ["--cache", str(folder / "kept")]
    first = None
    for step in steps:
        if step == "changed":
            change(folder / "in", planted.paths[size // 2 : size // 2 + 1])
        own = ["-j", "2", "--cache", "none"] if step == "two" else [*kept, "-j", "1"]
        to = folder / "two" if step == "two" else out
        run = built([str(folder / "in"), "-o", str(to), *own, *options], clocks=step != "unchanged")
        first = run if step == "first" else first
        say(step, run, first)
        if step == "first":
            tell_found(out / "data" / "briefing.json", planted)
            weigh(out)
    return first.cpu / size if first else None


def say(step: str, run: Run, first: Run | None) -> None:
    """Print a build, beside the first one."""
    share = f", {100 * run.cpu / first.cpu:.1f} % of the first" if first and first is not run else ""
    print(
        f"  {step:10} {run.cpu:8.1f} s of the processor{share}, {run.wall:.1f} s,"
        f" {run.largest:.0f} MB the largest process, {run.together:.0f} MB together",
        flush=True,
    )
    for name, (wall, cpu) in run.stages.items():
        print(f"    {name:14} {wall:8.1f} s, {cpu:8.1f} of the processor", flush=True)
    if step == "two" and first and "analyse" in first.stages:
        gain = first.stages["analyse"][0] / run.stages["analyse"][0]
        print(f"    two workers are {gain:.2f} times as fast as one in the analysis", flush=True)


# -- a build in a process of its own


def built(arguments: Sequence[str], *, clocks: bool) -> Run:
    """Run the command line's build and watch it.

    Raises:
        SystemExit: it failed.
    """
    with tempfile.NamedTemporaryFile("r", suffix=".json") as notes, tempfile.TemporaryFile("w+") as said:
        begin = time.perf_counter()
        command = [sys.executable, "-m", "bench.scale", "--run", notes.name, "clocks" if clocks else "none", *arguments]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=said, start_new_session=True)
        together, status, usage = 0.0, 0, None
        while usage is None:
            time.sleep(_LOOK)
            together = max(together, sum(map(proportional, group(process.pid))))
            done, code, found = os.wait4(process.pid, os.WNOHANG)
            if done:
                status, usage = code, found
        wall = time.perf_counter() - begin
        if os.waitstatus_to_exitcode(status) not in (0, 3, 4):
            said.seek(0)
            raise SystemExit(f"the build failed:\n{said.read()}")
        noted: dict[str, Any] = json.load(notes)
    return Run(usage.ru_utime + usage.ru_stime, wall, noted["largest"], together, noted["stages"])


def group(leader: int) -> Iterator[int]:
    """The processes of a group."""
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                if os.getpgid(int(entry.name)) == leader:
                    yield int(entry.name)
            except OSError:
                continue


def proportional(process: int) -> float:
    """The megabytes of a process, pages that several have divided among them."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)


def run(notes: str, clocks: str, arguments: Sequence[str]) -> int:
    """The build of the command line, with a clock at its stages whose seconds are written down; without clocks one that
    loads no more than the command line does."""
    import resource

    from reporter.cli import main as reporter

    stages: dict[str, tuple[float, float]] = {}
    code = 0
    try:
        if clocks == "clocks":
            put_clocks(stages)
        code = reporter(["build", *arguments])
    finally:
        unit = 1024 if sys.platform == "linux" else _MB
        largest = max(own_peak(), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / unit)
        Path(notes).write_text(json.dumps({"largest": largest, "stages": stages}), "utf-8")
    return code


def own_peak() -> float:
    """The megabytes that this process held at the most. Linux counts into ``ru_maxrss`` what the process held that
    started this one, so there the kernel's own mark is read."""
    import resource

    if sys.platform != "linux":
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MB
    lines = Path("/proc/self/status").read_text("ascii", "replace").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM:"))


def put_clocks(stages: dict[str, tuple[float, float]]) -> None:
    """Put clocks at the stages: analysis of single documents, all that spans them, each format, the manifest."""
    from reporter import publish, render
    from reporter.pipeline import build

    module = sys.modules[build.__module__]
    around(module, "analysed", "analyse", stages)
    around(module, "brief_of", "up to the briefing", stages)
    around(publish, "seal", "manifest", stages)
    for name, renderer in render.RENDERERS.items():
        render.RENDERERS[name] = timed(renderer, f"write {name}", stages)


def around(module: Any, name: str, stage: str, stages: dict[str, tuple[float, float]]) -> None:
    """Put a clock around a function of a module."""
    setattr(module, name, timed(getattr(module, name), stage, stages))


def timed(function: Any, stage: str, stages: dict[str, tuple[float, float]]) -> Any:
    """The function, whose seconds are added to its stage's."""

    def clock(*arguments: Any, **named: Any) -> Any:
        wall, cpu = time.perf_counter(), processor()
        try:
            return function(*arguments, **named)
        finally:
            before = stages.get(stage, (0.0, 0.0))
            stages[stage] = (before[0] + time.perf_counter() - wall, before[1] + processor() - cpu)

    return clock


def processor() -> float:
    """Seconds of the processor of this process and of those that it has waited for."""
    return sum(os.times()[:4])


# -- what came out


def tell_found(path: Path, planted: Planted) -> None:
    """Print how much of what was planted is found, and what is found that was not planted."""
    data = json.loads(path.read_text("utf-8"))
    names = {document["id"]: document["path"].partition("/")[2] for document in data["documents"]}
    groups = [
        {names[group["original"]], *(names[copy["document"]] for copy in group["copies"])} for group in data["reprints"]
    ]
    together = {name: at for at, members in enumerate(groups) for name in members}
    known = sum(together.get(first, -1) == together.get(second, -2) for first, second in planted.reprints)
    original = {second: first for first, second in planted.reprints}
    false = [members for members in groups if len({original.get(name, name) for name in members}) > 1]
    print(f"    reprints       {known} of {len(planted.reprints)} found, {len(false)} groups hold another text")
    told = [frozenset(names[item["document"]] for item in conflict["items"]) for conflict in data["conflicts"]]
    met = sum(any({first, second} <= members for members in told) for first, second, _ in planted.conflicts)
    drafts = sum(any({first, second} <= members for first, second in planted.drafts) for members in told)
    print(
        f"    conflicts      {met} of {len(planted.conflicts)} found, {drafts} of drafts, {len(told)} in all",
        flush=True,
    )


def weigh(out: Path) -> None:
    """Print what the build weighs."""
    files = [path for path in out.rglob("*") if path.is_file()]
    print(
        f"    output         {len(files)} files, {sum(path.stat().st_size for path in files) / _MB:.0f} MB", flush=True
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--run"]:
        sys.exit(run(sys.argv[2], sys.argv[3], sys.argv[4:]))
    main()
