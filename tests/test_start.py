"""What a start takes from what was kept: the same as it would make, nothing that is stale, and nothing that must be."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from reporter import kept_code, kept_patterns
from reporter.language.rarity import Rarity, rarity
from reporter.language.word_lists import word_list

ROOT = Path(__file__).resolve().parents[1]
# Says what Python's own first step of compiling a pattern is asked for from now on.
COUNTING = """
import json, re, re._parser as parser, sys
asked, stock = [], parser.parse
def parse(source, *rest):
    asked.append(source)
    return stock(source, *rest)
parser.parse = parse
"""


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder where a set-up keeps all that it can."""
    folder = tmp_path_factory.mktemp("prepared")
    done = run(["-m", "reporter.prepare"], folder)
    assert done.stderr == ""
    return folder


def run(arguments: list[str], kept: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Python with what is kept in a folder; warnings of libraries are not shown."""
    own = {"PYTHONPYCACHEPREFIX": str(kept), "PYTHONWARNINGS": "ignore"} | variables
    command = [sys.executable, *arguments]
    done = subprocess.run(command, cwd=ROOT, env=os.environ | own, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done


def told(code: str, kept: Path, **variables: str) -> object:
    """What a program prints as JSON."""
    return json.loads(run(["-c", code], kept, **variables).stdout)


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where Python keeps what it compiles, empty."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "kept"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path / "kept"


class TestPatterns:
    def test_after_the_set_up_a_start_compiles_none_of_the_programs_patterns(self, prepared: Path) -> None:
        code = (
            "from reporter import kept_patterns; kept_patterns.use()"
            + COUNTING
            + "import reporter.pipeline.rehearsal, reporter.render.site, reporter.render.docx\n"
            + "print(json.dumps(asked, default=repr))"
        )
        assert told(code, prepared) == []

    def test_every_kept_pattern_is_the_one_that_python_compiles(self, prepared: Path) -> None:
        code = (
            "import re, re._compiler as c; from reporter import kept_patterns as k; stock = c.compile; print(k.use())\n"
            "for p, f in c.compile.kept:\n"
            "    one, other = c.compile(p, f), stock(p, f)\n"
            "    assert one == other and one.groupindex == other.groupindex and one.groups == other.groups, p\n"
        )
        assert int(run(["-c", code], prepared).stdout) > 1000

    def test_whoever_imports_the_program_has_an_untouched_re(self, prepared: Path) -> None:
        code = (
            "import json, re._compiler as c; stock = c.compile; import reporter; reporter.summarize\n"
            "print(json.dumps(c.compile is stock))"
        )
        assert told(code, prepared) is True

    def test_the_command_takes_them(self, prepared: Path) -> None:
        code = (
            "import json, re._compiler as c; from reporter.cli import main; main(['config', 'show', 'nothing'])\n"
            "print(json.dumps(hasattr(c.compile, 'kept')))"
        )
        assert told(code, prepared) is True

    def test_without_anything_kept_python_compiles_as_ever(self, tmp_path: Path) -> None:
        code = (
            "import json, re._compiler as c; stock = c.compile; from reporter import kept_patterns as k\n"
            "print(json.dumps([k.use(), c.compile is stock]))"
        )
        assert told(code, tmp_path) == [0, True]

    def test_what_was_compiled_is_recorded_with_its_flags(self) -> None:
        with kept_patterns.recorded() as found:
            re._compiler.compile("甲(?P<数>\\d+)", re.IGNORECASE)  # type: ignore[attr-defined]
        assert list(found) == [("甲(?P<数>\\d+)", int(re.IGNORECASE))]

    def test_a_pattern_that_python_warns_of_is_not_kept(self) -> None:
        with kept_patterns.recorded() as found:
            re._compiler.compile("[[a]", 0)  # type: ignore[attr-defined]
        assert not found

    @pytest.mark.parametrize("stamp", ["", "another Python"])
    def test_those_of_another_python_are_not_taken(self, cache: Path, stamp: str) -> None:
        with kept_patterns.recorded() as found:
            re._compiler.compile("乙+", 0)  # type: ignore[attr-defined]
        assert kept_code.write(kept_patterns.place(), {"stamp": stamp, "patterns": found})
        assert told("from reporter import kept_patterns as k; print(k.use())", cache) == 0

    def test_code_that_the_matcher_refuses_is_compiled_anew(self, cache: Path) -> None:
        with kept_patterns.recorded() as found:
            re._compiler.compile("丙+", 0)  # type: ignore[attr-defined]
        (key, (flags, _, *rest)) = next(iter(found.items()))
        found[key] = (flags, b"\xff" * 40, *rest)
        assert kept_patterns.keep(found)
        code = (
            "import json, re; from reporter import kept_patterns as k; known = k.use()\n"
            "print(json.dumps([known, re.fullmatch('丙+', '丙丙').group()]))"
        )
        assert told(code, cache) == [1, "丙丙"]


class TestPdfLibrary:
    LAID_OUT = (
        "import hashlib, json, sys\n"
        "begun = []\n"
        "sys.addaudithook(lambda event, _: event == 'subprocess.Popen' and begun.append(event))\n"
        "import reporter.render.pdf\n"
        "from weasyprint import HTML\n"
        "from weasyprint.text.ffi import ffi\n"
        "pdf = HTML(string='<h1>质量</h1><p>工作 abc 12.5%').write_pdf(pdf_identifier=b'1')\n"
        "print(json.dumps([type(ffi).__name__, len(begun), hashlib.sha256(pdf).hexdigest()]))"
    )

    @pytest.fixture(scope="class")
    @classmethod
    def stock(cls, tmp_path_factory: pytest.TempPathFactory) -> list[object]:
        """What is laid out where nothing is kept."""
        found = told(cls.LAID_OUT, tmp_path_factory.mktemp("none"))
        assert isinstance(found, list)
        assert found[0] == "FFI"
        return found

    @pytest.mark.skipif(sys.platform != "linux", reason="elsewhere it is loaded the ordinary way")
    def test_it_starts_no_process_and_sets_the_same_pages(self, prepared: Path, stock: list[object]) -> None:
        assert told(self.LAID_OUT, prepared) == ["Declared", 0, stock[2]]

    @pytest.mark.parametrize(
        "change",
        [{"digest": "another"}, {"cffi": "0.1"}, {"types": {}}, {"types": {"_version": 1}}],
        ids=["other declarations", "another cffi", "no types", "types of another version"],
    )
    def test_what_does_not_fit_is_not_taken(
        self, prepared: Path, cache: Path, stock: list[object], change: dict[str, object]
    ) -> None:
        from reporter.render import pdf_library

        mine = pdf_library.place()
        kept = kept_code.read(prepared / mine.relative_to(cache))
        assert isinstance(kept, dict)
        assert kept_code.write(mine, kept | change)
        assert told(self.LAID_OUT, cache) == stock


class TestTemplates:
    def test_after_the_set_up_no_template_is_compiled(self, prepared: Path) -> None:
        code = (
            "import json, jinja2.compiler as c; made, stock = [], c.generate\n"
            "import jinja2.environment as e\n"
            "e.generate = lambda *a, **k: made.append(a[2]) or stock(*a, **k)\n"
            "from dataclasses import replace\n"
            "from reporter.config import configured\n"
            "from reporter.render.environment import environment\n"
            "from reporter.render.theme import load_theme\n"
            "for name in ('briefing', 'gongwen'):\n"
            "    theme = load_theme(configured({'output': {'theme': name}}))\n"
            "    for trusted in (True, False):\n"
            "        environment(replace(theme, trusted=trusted)).get_template('print.html.j2')\n"
            "print(json.dumps(made))"
        )
        assert told(code, prepared, PYTHONDONTWRITEBYTECODE="1") == []


class TestMadeOnce:
    def module(self, folder: Path, text: str = "1") -> str:
        path = folder / "module.py"
        path.write_text(text, "utf-8")
        return str(path)

    def test_it_is_made_once(self, cache: Path, tmp_path: Path) -> None:
        module = self.module(tmp_path)
        assert kept_code.made_once(module, "list", ("jieba",), lambda: {"一": 1.5}) == {"一": 1.5}
        assert kept_code.made_once(module, "list", ("jieba",), dict) == {"一": 1.5}
        assert cache.exists()

    def test_another_module_or_package_makes_it_anew(self, cache: Path, tmp_path: Path) -> None:
        kept_code.made_once(self.module(tmp_path), "list", ("jieba",), lambda: 1)
        assert kept_code.made_once(self.module(tmp_path), "list", ("jinja2",), lambda: 2) == 2
        assert kept_code.made_once(self.module(tmp_path, "2"), "list", ("jinja2",), lambda: 3) == 3
        assert len([path for path in cache.rglob("*") if path.is_file()]) == 1

    def test_without_the_package_it_is_made_each_time(self, cache: Path, tmp_path: Path) -> None:
        assert kept_code.made_once(self.module(tmp_path), "list", ("no-such-package",), lambda: 1) == 1
        assert not cache.exists()

    def test_nothing_is_kept_where_python_keeps_nothing(
        self, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys, "dont_write_bytecode", True)
        assert kept_code.made_once(self.module(tmp_path), "list", (), lambda: 1) == 1
        assert not cache.exists()

    @pytest.mark.parametrize("damage", [b"", b"\0" * 200])
    def test_what_is_damaged_is_made_anew(self, cache: Path, tmp_path: Path, damage: bytes) -> None:
        module = self.module(tmp_path)
        kept_code.made_once(module, "list", (), lambda: 1)
        kept_code.kept_path(module, "list").write_bytes(damage)
        assert kept_code.made_once(module, "list", (), lambda: 2) == 2

    def test_a_folder_that_cannot_be_written_is_no_hindrance(self, cache: Path, tmp_path: Path) -> None:
        cache.write_text("no folder")
        assert kept_code.made_once(self.module(tmp_path), "list", (), lambda: 1) == 1


class TestRarity:
    def test_the_kept_list_says_of_each_word_what_the_list_says(self, cache: Path) -> None:
        rarity.cache_clear()
        try:
            kept = rarity()
        finally:
            rarity.cache_clear()
        entries = word_list("analyse/idf.txt").split()
        listed = dict(zip(entries[::2], map(float, entries[1::2]), strict=True))
        assert isinstance(kept, Rarity)
        assert set(kept) == set(listed)
        assert len(kept) == len(listed)
        assert all(kept[word] == listed[word] for word in list(listed)[::97])
        assert not any(word in kept for word in ("", "没有这样的词", "\udc80"))
        assert kept.get("没有这样的词", 7.5) == 7.5

    def test_where_nothing_is_kept_it_is_the_list_itself(self, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "dont_write_bytecode", True)
        rarity.cache_clear()
        try:
            assert not isinstance(rarity(), Rarity)
        finally:
            rarity.cache_clear()
        assert not cache.exists()
