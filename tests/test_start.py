"""What a start takes from what was kept: the same as it would make, nothing that is stale, and nothing that must be."""

from __future__ import annotations

import dataclasses
import json
import os
import re
import subprocess
import sys
from dataclasses import make_dataclass
from pathlib import Path

import pytest

from reporter import kept_code, kept_patterns, kept_sources
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


class TestSources:
    # Says which texts Python compiles from now on.
    COMPILING = (
        "import json, sys\n"
        "asked = []\n"
        "sys.addaudithook(lambda event, given: event == 'compile' and asked.append(given[0]))\n"
    )

    def test_after_the_set_up_a_start_compiles_no_method_of_the_programs_classes_and_no_selector(
        self, prepared: Path
    ) -> None:
        code = (
            "from reporter import kept_sources; kept_sources.use()\n"
            + self.COMPILING
            + "import reporter.pipeline.rehearsal, reporter.render.site, reporter.render.docx, reporter.render.pdf\n"
            + "asked = [str(text) for text in asked if text]\n"
            + "print(json.dumps([text for text in asked if '__create_fn__' in text or 'lambda el' in text]))"
        )
        assert told(code, prepared) == []

    def test_all_that_is_kept_is_what_python_compiles(self, prepared: Path) -> None:
        code = (
            "import marshal; from reporter import kept_sources as k; print(k.use())\n"
            "for mode, text in k._known:\n"
            "    assert marshal.loads(k._known[mode, text]) == compile(text.strip(), '<string>', mode), text\n"
        )
        assert int(run(["-c", code], prepared).stdout) > 1000

    def test_whoever_imports_the_program_has_untouched_libraries(self, prepared: Path) -> None:
        code = (
            "import cssselect2.compiler as c, dataclasses as d, json; import reporter.render.pdf\n"
            "print(json.dumps([hasattr(d, 'exec'), hasattr(c, 'eval')]))"
        )
        assert told(code, prepared) == [False, False]

    def test_the_command_takes_it(self, prepared: Path) -> None:
        code = (
            "import dataclasses, json; from reporter.cli import main; main(['config', 'show', 'nothing'])\n"
            "print(json.dumps(hasattr(dataclasses, 'exec')))"
        )
        assert told(code, prepared) is True

    # An annotation is a name, not a text: what these modules compile has nothing of the futures of another module.
    MADE = (
        "import cssselect2.compiler as c, dataclasses as d, json, sys\n"
        "from reporter import kept_sources as k\n"
        "known = k.use(); k.use_in(k.SELECTORS)\n"
        "One = d.make_dataclass('One', ['甲', ('乙', int, 2)], frozen=True, order=True)\n"
        "(rule,) = c.compile_selector_list('p.乙 > em[lang]')\n"
        "print(json.dumps([repr(One(1)), One(1) < One(2), hash(One(1)) == hash(One(1)),\n"
        "    str(One.__init__.__annotations__), type(rule.test).__name__, rule.specificity]))"
    )
    OF_PYTHON = ("One(甲=1, 乙=2)", True, True, "{'甲': 'typing.Any', '乙': <class 'int'>, 'return': None}", "function")

    def test_what_is_not_known_is_compiled_as_ever(self, prepared: Path, tmp_path: Path) -> None:
        stock = told(self.MADE, tmp_path)
        assert told(self.MADE, prepared) == stock == [*self.OF_PYTHON, [0, 2, 2]]

    @pytest.mark.parametrize("damage", [b"", b"\xff", b"N"], ids=["nothing", "no code of marshal", "no code"])
    def test_what_is_no_code_is_compiled_anew(self, cache: Path, tmp_path: Path, damage: bytes) -> None:
        with kept_sources.recorded() as found:
            make_dataclass("One", ["甲", ("乙", int, 2)], frozen=True, order=True)
        assert len(found) > 4
        assert kept_sources.keep(dict.fromkeys(found, damage))
        assert told(self.MADE, cache) == told(self.MADE, tmp_path / "none")

    def test_that_of_another_python_is_not_taken(self, cache: Path) -> None:
        with kept_sources.recorded() as found:
            make_dataclass("One", ["甲"])
        assert kept_code.write(kept_sources.place(), {"stamp": "another Python", "sources": found})
        assert told("from reporter import kept_sources as k; print(k.use())", cache) == 0

    def test_recording_leaves_the_libraries_as_they_were(self) -> None:
        with kept_sources.recorded():
            pass
        assert "exec" not in vars(dataclasses)


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

    def test_what_cuts_fonts_down_without_harfbuzz_waits_until_it_is_asked_for(self, prepared: Path) -> None:
        code = (
            "import json, sys, reporter.render.pdf, weasyprint.pdf.fonts as fonts\n"
            "names = ('fontTools.subset', 'fontTools.varLib.instancer')\n"
            "before = [name in sys.modules for name in names]\n"
            "options = fonts.subset.Options()\n"
            "def said(make):\n"
            "    try:\n"
            "        make(fonts.TTFont(), {}, inplace=True)\n"
            "    except Exception as error:\n"
            "        return str(error)\n"
            "late = said(fonts.instantiateVariableFont)\n"
            "from fontTools import subset\n"
            "from fontTools.varLib import instancer\n"
            "own = said(instancer.instantiateVariableFont)\n"
            "print(json.dumps([before, type(options) is subset.Options, 'fvar' in late, late == own]))"
        )
        assert told(code, prepared) == [[False, False], True, True, True]


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

    def test_another_version_of_a_module_that_it_hangs_on_makes_it_anew(self, cache: Path, tmp_path: Path) -> None:
        (other := tmp_path / "other.py").write_text("1", "utf-8")
        module = self.module(tmp_path)
        kept_code.made_once(module, "list", (), lambda: 1, also=(str(other),))
        assert kept_code.made_once(module, "list", (), lambda: 2, also=(str(other),)) == 1
        other.write_text("2", "utf-8")
        assert kept_code.made_once(module, "list", (), lambda: 3, also=(str(other),)) == 3

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
