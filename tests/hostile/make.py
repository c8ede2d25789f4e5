"""Writes the hostile folder.

    python -m tests.hostile.make FOLDER

In: an address and a file that nobody may touch. Out: a folder of sound documents and of files that explode, loop, nest,
lie, point outwards or pretend, each with what a build must say of it. The same bytes on every run.
"""

from __future__ import annotations

import itertools
import os
import socket
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.corpus.mixed.make import sound
from tests.hostile import containers as c
from tests.hostile import pages as p
from tests.hostile import texts as t

SOUND_FOLDER, HOSTILE_FOLDER = "a_sound", "b_hostile"
SOUND = (
    "edu_report.docx", "env_bulletin.pdf", "portal.html", "region_stats.xlsx", "safety_gb.txt", "grain.csv",
    "planting.md",
)  # fmt: skip
# What a build of this folder allows a file: little, so that what is to be given up is given up soon.
LIMITS = {"seconds": 20, "memory_mb": 640, "file_mb": 20, "characters": 5_000_000}
NOWHERE = "http://127.0.0.1:9"
_ROWS = c.rows_of([["名称", "数量"], ["甲", "1"], ["乙", "2"]])
# What a file gets that takes more than it may: which limit is met first is the machine's affair.
_EXHAUSTED = ("read-timeout", "read-memory", "read-crashed")
_BODY = "".join(map(c.paragraph, (t.TITLE, *t.LINES)))
_ALL = (t.TITLE, *t.LINES)


@dataclass(frozen=True, slots=True)
class Case:
    """A hostile file: its bytes, the statuses and the finding codes (any one of them; none: no matter) that it must
    have."""

    content: bytes
    status: tuple[str, ...]
    codes: tuple[str, ...] = ()


def _used(content: bytes | str, *codes: str) -> Case:
    return Case(content.encode() if isinstance(content, str) else content, ("used",), codes)


def _failed(content: bytes | str, *codes: str) -> Case:
    return Case(content.encode() if isinstance(content, str) else content, ("failed",), codes)


def _other(status: str, content: bytes, *codes: str) -> Case:
    return Case(content, (status,), codes)


def cases(address: str = NOWHERE, canary: str = "file:///nowhere/canary.txt") -> dict[str, Case]:
    """Every hostile file by its name below its folder."""
    return {
        **_packages(address, canary), **_workbooks(address, canary), **_pdfs(address, canary),
        **_pages(address, canary), **_markdown(address, canary), **_tables(), **_texts(), **_names(),
    }  # fmt: skip


def _packages(address: str, canary: str) -> dict[str, Case]:
    plain = c.docx(c.body(_BODY))
    outward = c.body(c.paragraph("&e;&n;"), c.outward_declaration(address, canary))
    return {
        "ratio.docx": _failed(c.docx(c.body(c.paragraph("测" * 20_000_000))), "read-too-large"),
        "nested.zip": _other("unsupported", c.nested_archives(5, "甲"), "read-no-document"),
        "nested.docx": _other("unsupported", c.nested_archives(4, "乙"), "read-unsupported"),
        "members.docx": _used(c.many_members(20_000, _ALL)),
        "members_many.docx": _failed(c.many_members(100_000, _ALL), "read-damaged"),
        "overlapping.docx": _used(c.overlapping(300)),
        "says_little.docx": _failed(c.lying_sizes(plain, c.MAIN, 10), "read-damaged"),
        "says_much.docx": _failed(c.lying_sizes(plain, c.MAIN, 0xFFFFFFF0), "read-too-large"),
        "method.docx": _failed(c.unknown_method(plain, c.MAIN), "read-damaged"),
        "locked.docx": _failed(c.locked(plain, c.MAIN), "read-encrypted"),
        "cut.docx": _failed(plain[: len(plain) // 2], "read-damaged"),
        "laughs.docx": _failed(c.docx(c.body(c.paragraph("&e;"), c.entities(9, 10))), "read-damaged"),
        "quadratic.docx": _failed(c.docx(c.body(c.paragraph("&e;" * 50_000), c.quadratic())), "read-damaged"),
        "outward_entity.docx": _failed(c.docx(outward), "read-damaged"),
        "outward.docx": _used(c.outward_docx(address, canary, _ALL)),
        "climbing.docx": _used(c.climbing_docx(_ALL)),
        "fields.docx": _used(c.field_docx((*_ALL, *t.LINES))),
        "macros.docm": _used(c.docx(c.body(_BODY), {"word/vbaProject.bin": os.fsencode("Auto_Open Shell cmd")})),
        "styles.docx": _used(c.looping_styles(_ALL)),
        "spans.docx": _used(c.wide_spans(_ALL)),
        "attributes.docx": _used(c.many_attributes(_ALL, 100_000)),
        "tables_deep.docx": _used(c.docx(c.nested_tables(60, t.LINES[0]))),
        "tables_deeper.docx": _failed(c.docx(c.nested_tables(20_000, t.LINES[0])), "read-damaged"),
        "runs_deep.docx": _used(c.docx(c.nested_runs(100_000, t.LINES[0])), "read-part-damaged"),
        "utf7.docx": _failed(c.docx("<?xml version='1.0' encoding='UTF-7'?>+ADw-w:document/+AD4-"), "read-damaged"),
        "circle.doc": _failed(c.looping_ole(), "read-damaged"),
    }  # fmt: skip


def _workbooks(address: str, canary: str) -> dict[str, Case]:
    laughs = c.sheet_of(c.rows_of([["名称"], ["&e;"]]), declaration=c.entities(9, 10))
    outward = c.sheet_of(c.rows_of([["名称"], ["&e;&n;"]]), declaration=c.outward_declaration(address, canary))
    formulas = c.rows_of(
        [
            [cell.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") for cell in row]
            for row in t.formula_rows()
        ]
    )
    return {
        "ratio.xlsx": _failed(c.xlsx(c.sheet_of(c.rows_of([["名称"], ["a" * 250_000_000]]))), *_EXHAUSTED),
        "laughs.xlsx": _failed(c.xlsx(laughs), "read-damaged"),
        "outward_entity.xlsx": _failed(c.xlsx(outward), "read-damaged"),
        "outward.xlsx": _used(c.outward_xlsx(address, canary, _ROWS)),
        "far.xlsx": _used(c.far_cells(_ROWS)),
        "formulas.xlsx": _used(c.xlsx(c.sheet_of(formulas.replace("\t", "_x0009_")))),
        "sheets.xlsx": _used(c.many_sheets(200)),
        "circle.xls": _failed(c.looping_ole() + b"\0", "read-damaged"),
    }  # fmt: skip


def _pdfs(address: str, canary: str) -> dict[str, Case]:
    return {
        "stream.pdf": _other("empty", p.packed_stream(100), "read-empty"),
        "filters.pdf": _used(p.nested_filters(20)),
        "double.pdf": _failed(p.double_packed(), *_EXHAUSTED),
        "pages_circle.pdf": _used(p.looping_pages()),
        "pages_endless.pdf": _used(p.endless_pages(2_000), "repair-repeat"),
        "form_itself.pdf": _failed(p.drawing_itself(), *_EXHAUSTED),
        "forms_doubling.pdf": _failed(p.doubling_forms(30), *_EXHAUSTED),
        "outward.pdf": _used(p.outward_pdf(address, canary)),
        "table_circle.pdf": _used(p.looping_table()),
        "box.pdf": _used(p.huge_box()),
        "arrays.pdf": _used(p.nested_arrays(200_000)),
        "operators.pdf": _used(p.many_operators(150_000)),
        "cut.pdf": _failed(p.looping_table()[:300], "read-damaged"),
    }  # fmt: skip


def _pages(address: str, canary: str) -> dict[str, Case]:
    ends = {f"open_{number}.html": _used(text) for number, text in enumerate(t.open_ends())}
    return {
        **ends,
        "tags.html": _used(t.nested("div", 100_000)),
        "tags_open.html": _used(t.nested("b", 100_000, closed=False)),
        "lists.html": _used(t.nested("ul><li", 10_000, closed=False)),
        "quotes.html": _used(t.nested("blockquote", 10_000)),
        "grids.html": _used(t.nested_grids(10_000)),
        "spans.html": _used(t.wide_grid()),
        "outward.html": _used(t.outward_page(address, canary)),
        "entities.xhtml": _used(t.entity_page(canary)),
        "references.html": _used(t.references(5_000)),
        "attribute.html": _used(t.attribute(300_000)),
        "parts.mht": _used(t.archive_of_parts(200, t.page(t.article()))),
        "polyglot.html": _used(t.page(t.article()).encode() + p.huge_box() + c.docx(c.body(_BODY))),
    }


def _markdown(address: str, canary: str) -> dict[str, Case]:
    floods = t.markdown_floods(10_000)
    return {
        **{f"{name}.md": _used(t.markdown(flood)) for name, flood in floods.items()},
        "table.md": _used(t.markdown(floods["table"]), "read-cells-limit"),
        "front.md": _used(t.front_bomb()),
        "outward.md": _used(t.links_of_markdown(address, canary)),
    }


def _tables() -> dict[str, Case]:
    return {
        "columns.csv": _used(t.columns(1_000_000), "read-cells-limit"),
        "quotes.csv": _used(t.open_quotes(10_000), "read-csv-quote-unclosed"),
        "rows.csv": _used(t.short_rows(5_000)),
        "formulas.csv": _used(t.separated(t.formula_rows())),
        "nul.csv": _used("名称,数量\n甲\0,1\n乙,2\n丙,3\n", "read-csv-nul"),
        "separators.tsv": _used("\t" * 1_000_000 + "\n甲\t1\n乙\t2\n"),
    }


def _texts() -> dict[str, Case]:
    return {
        "size.txt": _failed(bytes((LIMITS["file_mb"] << 20) + 1), "read-too-large"),
        "length.txt": _failed(t.one_line(LIMITS["characters"] + 4), "read-too-large"),
        "line.txt": _used(t.one_line(60_000)),
        "brackets.txt": _used(t.brackets(20_000)),
        "numbers.txt": _used(t.numbers(10_000)),
        "markers.txt": _used(t.markers(20_000)),
        "marks.txt": _used(t.marks_on_one_letter(20_000)),
        "blanks.txt": _used(t.blanks(100_000)),
        "stops.txt": _used(t.stops(20_000)),
        "misread.txt": _used(t.misread(1_000)),
        "controls.txt": _failed(t.report().encode() + bytes(range(1, 9)) * 50, "read-binary"),
        "surrogates.txt": _used(
            t.report(t.LINES * 40).encode() + b"\xed\xa0\x80\xc0\xaf\xf8\x88", "read-bytes-damaged"
        ),
        "injected.txt": _used(t.injected()),
        "escapes.txt": _used(t.escapes()),
        "braces.rtf": _failed(b"{\\rtf1 " + b"{" * 20_000),
    }


def _names() -> dict[str, Case]:
    """Sound texts under names that a page, a shell, a terminal or a path might obey."""
    names = (
        "line\nend.txt", "escape\x1b[31m\x07.txt", "turned\u202etxt.exe.txt", "..txt", "...hidden..txt", "-rf.txt",
        "<script>alert(1)<\u2215script>.txt", "'\"&%2e%2e;{{7*7}}.txt", "=cmd|' \u2215c calc'!A0.txt", "\\..\\up.txt",
        "con.txt", "空 白\u3000.txt", "長" * 80 + ".txt", "$(touch x)`id`;.txt", "file:\u2215\u2215x?a=b#c.txt",
    )  # fmt: skip
    return {
        name: _used(t.report((*t.LINES, f"第{number}份材料的情况另行报告。"), f"{t.TITLE}之{number}"))
        if not name.startswith(".")
        else _other("unsupported", b"x", "read-skipped-hidden")
        for number, name in enumerate(names)
    }


# -- what is no file of bytes


def links(canary: Path) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Name → (where it leads, codes): links that leave the folder, lead nowhere or turn in a circle."""
    return {
        "out.txt": (str(canary), ("read-skipped-link",)),
        "out_climbing.txt": (os.path.relpath(canary, canary.parent / "in" / HOSTILE_FOLDER), ("read-skipped-link",)),
        "device.txt": ("/dev/zero", ("read-skipped-link",)),
        "memory.txt": ("/proc/self/mem", ("read-skipped-link",)),
        "circle.txt": ("circle.txt", ("read-skipped-link",)),
        "circle_a.txt": ("circle_b.txt", ("read-skipped-link",)),
        "circle_b.txt": ("circle_a.txt", ("read-skipped-link",)),
        "parent": ("..", ("read-skipped-link",)),
        "root": ("/", ("read-skipped-link",)),
    }


SPECIAL = {"pipe.txt": "read-skipped-special", "socket.txt": "read-skipped-special"}
# Names whose bytes are no UTF-8, as shown; not every file system takes them. The first is 工作 in GB 18030, the second
# in no encoding.
UNDECODABLE = {b"\xb9\xa4\xd7\xf7.txt": "工作.txt", b"\xff\xb9\xa4.txt": "\ufffd工.txt"}
# A file that nobody but the superuser may read.
CLOSED = "closed.txt"
# Folders in one another, under names of as many bytes as there may be, to a path that is longer than any may be: it
# can't be opened by anybody.
DEEP_NAME, DEEP = "深" * 85, 18
PATH_MAX = 4096  # linux/limits.h, with the zero at its end


def write_sound(folder: Path) -> None:
    (folder / SOUND_FOLDER).mkdir(parents=True)
    for name in SOUND:
        (folder / SOUND_FOLDER / name).write_bytes(sound(name))


def write(folder: Path, canary: Path, address: str = NOWHERE) -> dict[str, Case]:
    """Write the whole folder, sound documents and all; the hostile cases by their path below it."""
    write_sound(folder)
    hostile = folder / HOSTILE_FOLDER
    hostile.mkdir()
    found = cases(address, canary.as_uri())
    for name, case in found.items():
        (hostile / name).write_bytes(case.content)
    for name, (target, codes) in links(canary).items():
        (hostile / name).symlink_to(target)
        found[name] = _other("unsupported", b"", *codes)
    os.mkfifo(hostile / "pipe.txt")
    _leave_socket(hostile / "socket.txt")
    found |= {name: _other("unsupported", b"", code) for name, code in SPECIAL.items()}
    found |= dict(_undecodable(hostile)) | dict(_closed(hostile))
    return {f"{HOSTILE_FOLDER}/{name}": case for name, case in found.items()}


def _undecodable(folder: Path) -> Iterator[tuple[str, Case]]:
    """Sound texts under names that are no UTF-8, where the file system takes such names."""
    for number, (name, shown) in enumerate(UNDECODABLE.items()):
        text = t.report((*t.LINES, f"第{number}号材料的情况另行报告。"), f"{t.TITLE}之{number}号")
        try:
            Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_text(text, "utf-8")
        except OSError:
            continue
        yield shown, _used(text)


def _closed(folder: Path) -> Iterator[tuple[str, Case]]:
    """A file without a right for anybody, which the superuser reads all the same, and a folder that is too deep."""
    powerful = os.geteuid() == 0
    text = t.report((*t.LINES, "这份材料谁也不得查看。"), f"{t.TITLE}之密")
    (folder / CLOSED).write_text(text, "utf-8")
    (folder / CLOSED).chmod(0)
    yield CLOSED, _used(text) if powerful else _failed(text, "read-failed")
    at = os.open(folder, os.O_RDONLY)
    for _ in range(DEEP):
        os.mkdir(DEEP_NAME, dir_fd=at)
        below = os.open(DEEP_NAME, os.O_RDONLY, dir_fd=at)
        os.close(at)
        at = below
    os.close(at)
    lengths = itertools.accumulate([len(os.fsencode(DEEP_NAME)) + 1] * DEEP, initial=len(os.fsencode(folder)))
    closed = next(depth for depth, length in enumerate(lengths) if length >= PATH_MAX)
    yield "/".join([DEEP_NAME] * closed), _other("unsupported", b"", "read-folder-closed")


def _leave_socket(path: Path) -> None:
    """A socket in the folder; its path may be longer than addresses of sockets may be."""
    here = Path.cwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


Writer = Callable[[Path, Path, str], dict[str, Case]]


def main() -> int:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True)
    canary = folder.parent / "canary.txt"
    canary.write_text("outside", "utf-8")
    write(folder, canary)
    return 0


if __name__ == "__main__":
    sys.exit(main())
