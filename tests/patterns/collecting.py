"""Every regular expression of the program: what it compiles while it is loaded and at work, and what its source spells
out.

Run as a program in a process of its own (``python -m tests.patterns.collecting``), it prints them as JSON:
``re._compile``, through which all of them
go, is replaced before any module of the program is loaded, so that patterns in tables, classes, closures and caches are
met as well.
"""

from __future__ import annotations

import ast
import importlib
import json
import pkgutil
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from linecache import getline
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
PROGRAM = CHECKOUT / "reporter"
_SCRIPT_PATTERN = re.compile(r"(?<=[(=, ])/(?P<pattern>(?:[^/\\\n\[*]|\\.|\[[^\]\n]*\])[^/\n]*)/[gimsy]*u")
# What goes over the whole text from every place of it, and what begins at one place only.
SCANNING = frozenset({"search", "finditer", "findall", "sub", "subn", "split"})
ANCHORED = frozenset({"match", "fullmatch"})
# A text that makes the stages build the patterns that they make of a document's own words.
SAMPLE = """质量工作情况的报告

发布时间：2017-05-01  来源：东河县质量局

一、主要工作
（一）产业。2017年1-6月全县实现地区生产总值125.3亿元，同比增长8.5%，其中第一产业12.5亿元、第二产业80亿元。
1、东山大桥项目：总投资5亿元，2018年6月底前建成。（责任单位：县住建局、县财政局）
二、存在问题
东河县、西岭县完成率分别为50%和60%。荣获“全国质量强市”称号，执行GB/T 19001-2016。
"""


@dataclass(frozen=True)
class Found:
    """A pattern, where it is compiled, and how it is applied: methods of ``re.Pattern``, all of them where it isn't
    known."""

    pattern: str
    flags: int
    is_bytes: bool
    file: str
    line: int
    methods: tuple[str, ...]

    def compiled(self) -> re.Pattern[str] | re.Pattern[bytes]:
        """The pattern, compiled anew."""
        if self.is_bytes:
            return re.compile(self.pattern.encode("latin-1"), self.flags)
        return re.compile(self.pattern, self.flags)


def collected() -> list[Found]:
    """All patterns of the program, by place; compiled in another process."""
    command = [sys.executable, "-W", "ignore", "-m", "tests.patterns.collecting"]
    done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, check=True)
    return [Found(**{**row, "methods": tuple(row["methods"])}) for row in json.loads(done.stdout)]


def _recorded(work: Callable[[], None]) -> dict[tuple[str, int, bool], tuple[str, int]]:
    """(pattern, flags, is bytes) → the place that compiles it, of all that the program compiles during some work."""
    found: dict[tuple[str, int, bool], tuple[str, int]] = {}
    original = re._compile  # type: ignore[attr-defined]

    def recording(pattern: object, flags: int) -> object:
        frame = sys._getframe(1)
        while frame.f_back and (frame.f_code.co_filename == re.__file__ or frame.f_code.co_filename.startswith("<")):
            frame = frame.f_back
        file = frame.f_code.co_filename
        # At an import stands what a library written in C compiles, which has no frame of its own.
        imports = getline(file, frame.f_lineno).lstrip().startswith(("import ", "from "))
        if isinstance(pattern, str | bytes) and file.startswith(str(PROGRAM)) and not imports:
            text = pattern if isinstance(pattern, str) else pattern.decode("latin-1")
            place = (str(Path(file).relative_to(CHECKOUT)), frame.f_lineno)
            found.setdefault((text, int(flags), isinstance(pattern, bytes)), place)
        return original(pattern, flags)

    re._compile = recording  # type: ignore[attr-defined]
    try:
        work()
    finally:
        re._compile = original  # type: ignore[attr-defined]
    return found


def _load_and_work() -> None:
    """Load all modules, then take a document down the road."""
    import reporter

    for module in pkgutil.walk_packages(reporter.__path__, "reporter."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    from reporter.config import Config
    from reporter.pipeline.documents import analyse, document_of_text

    for text in (SAMPLE, SAMPLE.replace("县", "區")):
        analyse(document_of_text(text), Config().summary)


def _literals(file: Path) -> Iterator[tuple[str, int, bool, int, str]]:
    """(pattern, flags, is bytes, line, method) of calls of ``re`` with a pattern that is spelled out."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        match node:
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id="re"), attr=method), args=[ast.Constant(value=pattern), *_]
            ):
                if isinstance(pattern, str | bytes) and method != "escape":
                    text = pattern if isinstance(pattern, str) else pattern.decode("latin-1")
                    yield text, 0, isinstance(pattern, bytes), node.lineno, method


def _uses() -> dict[str, set[str]]:
    """Name → the methods of patterns that are called on what has that name, in the whole program."""
    uses: dict[str, set[str]] = {}
    for file in sorted(PROGRAM.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr in SCANNING | ANCHORED:
                owner = node.value
                name = (
                    owner.id if isinstance(owner, ast.Name) else owner.attr if isinstance(owner, ast.Attribute) else ""
                )
                key = f"{file}:{name}" if name.startswith("_") else name
                uses.setdefault(key, set()).add(node.attr)
    return uses


def _names(file: Path) -> dict[int, str]:
    """Line → the name that is given to the pattern compiled there, where a statement does only that."""
    names: dict[int, str] = {}
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and isinstance(node.value, ast.Call):
            for line in range(node.lineno, (node.end_lineno or node.lineno) + 1):
                names[line] = node.targets[0].id
    return names


def _of_scripts() -> list[Found]:
    """The patterns of the site's scripts, all of which have the flag u, as Python spells them; classes of Unicode are
    the nearest of ``re``."""
    found = []
    for file in sorted((CHECKOUT / "templates").rglob("*.js")):
        for number, line in enumerate(file.read_text("utf-8").splitlines(), start=1):
            for match in _SCRIPT_PATTERN.finditer(line):
                pattern = re.sub(r"\\p\{\w+\}", lambda name: r"\s" if name[0] == r"\p{Z}" else r"\w", match["pattern"])
                place = str(file.relative_to(CHECKOUT))
                found.append(Found(pattern, 0, False, place, number, tuple(sorted(SCANNING))))
    return found


def _all() -> list[Found]:
    places = _recorded(_load_and_work)
    direct: dict[tuple[str, int], str] = {}
    for file in sorted(PROGRAM.rglob("*.py")):
        for text, flags, is_bytes, line, method in _literals(file):
            relative = str(file.relative_to(CHECKOUT))
            if method != "compile":
                places.setdefault((text, flags, is_bytes), (relative, line))
                direct[(relative, line)] = method
    uses = _uses()
    names = {file: _names(CHECKOUT / file) for file in {file for file, _ in places.values()}}
    found = []
    for (text, flags, is_bytes), (file, line) in places.items():
        name = names[file].get(line, "")
        called = uses.get(f"{CHECKOUT / file}:{name}" if name.startswith("_") else name, set()) if name else set()
        if (file, line) in direct:
            called = {direct[(file, line)]}
        found.append(Found(text, flags, is_bytes, file, line, tuple(sorted(called or SCANNING | ANCHORED))))
    found += _of_scripts()
    return sorted(found, key=lambda item: (item.file, item.line, item.pattern))


if __name__ == "__main__":
    sys.stdout.write(json.dumps([asdict(found) for found in _all()]))
