"""Kept pieces of pages change how long a build takes, never a byte of it: whatever changed, a build that finds them and
one that makes everything anew are the same."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from msgspec.structs import replace

from reporter import pipeline
from reporter.config import BriefingSection, Config, InputSection, NoteSection, OutputSection, SummarySection
from reporter.pipeline.store import PIECES

REPORT = (
    "{place}质量工作总结\n{place}市场监管局\n2018年1月5日\n一、标准建设\n2017年，{place}制定地方标准{count}项，同比增长12%。"
    "{place}还修订了一批农业标准。\n二、品牌建设\n2017年，{place}新增名牌产品{goods}个。到2020年新增名牌产品30个。\n"
)
# A reprint is found by its text, so it has to be of some length.
NEWS = (
    "{place}举办质量月活动\n9月3日，{place}质量月活动在文化广场开幕。市场监管部门现场检测家用电器，为群众讲解食品标签和计量知识。"
    "十二家企业签署质量诚信公约，承诺不制售假冒伪劣产品。\n活动期间还将组织消费者走进实验室，观摩纺织品和儿童玩具的检验过程。"
    "各乡镇同时设立咨询点，受理投诉举报，发放宣传手册。主办方表示，活动将持续到月底，并在学校开设计量小课堂。\n"
)
TEXTS = {
    "丙/云和.txt": REPORT.format(place="云和县", count=9, goods=5),
    "丙/青田.txt": REPORT.format(place="青田县", count=12, goods=3),
    "丁/庆元.txt": REPORT.format(place="庆元县", count=7, goods=4),
    "丁/活动.txt": NEWS.format(place="景宁县"),
}
Files = dict[str, str]


@dataclass
class Folder:
    """A folder of documents, its cache and its configuration."""

    place: Path
    config: Config

    def write(self, files: Files) -> None:
        """Have these documents and no others in the folder."""
        sources = self.place / "文件"
        for path in sorted(sources.rglob("*.txt")):
            path.unlink()
        for name, text in files.items():
            (sources / name).parent.mkdir(parents=True, exist_ok=True)
            (sources / name).write_text(text, "utf-8")

    def built(self, *, cached: bool) -> tuple[int, dict[str, bytes]]:
        """How many pieces came from the cache, and the bytes of all outputs."""
        output = self.place / ("cached" if cached else "anew")
        cache = self.place / "cache" if cached else None
        made = pipeline.build(self.config, sources=[self.place / "文件"], output=output, cache=cache)
        files = {
            path.relative_to(output).as_posix(): path.read_bytes()
            for path in sorted(output.rglob("*"))
            if path.is_file() and ".reporter" not in path.parts
        }
        return made.kept, files


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    made = Folder(tmp_path, Config(output=OutputSection(formats=("html", "csv"), themes=str(tmp_path / "themes"))))
    made.write(TEXTS)
    return made


def _same_either_way(folder: Folder) -> int:
    kept, cached = folder.built(cached=True)
    _, anew = folder.built(cached=False)
    assert cached.keys() == anew.keys()
    assert [name for name in cached if cached[name] != anew[name]] == []
    return kept


def test_a_second_build_takes_every_piece_from_the_cache(folder: Folder) -> None:
    assert _same_either_way(folder) == 0
    with sqlite3.connect(folder.place / "cache" / PIECES) as connection:
        (pieces,) = connection.execute("SELECT count(*) FROM analyses").fetchone()
    connection.close()
    assert pieces >= 3 * len(TEXTS)
    assert _same_either_way(folder) == pieces


CHANGES: dict[str, Callable[[Files], Files]] = {
    "a document says something else": lambda files: files | {"丙/青田.txt": files["丙/青田.txt"].replace("3个", "8个")},
    "a document comes before all others": lambda files: (
        {"甲/新.txt": REPORT.format(place="松阳县", count=2, goods=1)} | files
    ),
    "a document goes": lambda files: {name: text for name, text in files.items() if name != "丙/云和.txt"},
    "a document is renamed": lambda files: {name.replace("云和", "乙"): text for name, text in files.items()},
    "a document changes its title": lambda files: (
        files | {"丙/云和.txt": files["丙/云和.txt"].replace("质量工作总结", "质量强县工作报告")}
    ),
    "a document contradicts another": lambda files: (
        files | {"丁/再报.txt": "云和县标准化情况通报\n2018年2月1日\n2017年，云和县制定地方标准19项。\n"}
    ),
    "a document is reprinted": lambda files: (
        files | {"丁/转载.txt": files["丁/活动.txt"].replace("\n", "\n来源：县政府网\n", 1)}
    ),
    "a document comes twice": lambda files: files | {"丁/同.txt": files["丙/青田.txt"]},
    "a document can't be read": lambda files: files | {"丁/坏.docx.txt": "\x00\x01\x02" * 40},
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_changed_folder_gives_the_bytes_of_a_new_build(folder: Folder, change: Callable[[Files], Files]) -> None:
    folder.built(cached=True)
    folder.write(change(TEXTS))
    assert _same_either_way(folder) > 0
    folder.write(TEXTS)
    assert _same_either_way(folder) > 0


def test_the_title_of_a_reprints_original_reaches_the_page_of_the_reprint(folder: Folder) -> None:
    files = TEXTS | {"丁/转载.txt": TEXTS["丁/活动.txt"].replace("\n", "\n来源：县政府网\n", 1)}
    folder.write(files)
    folder.built(cached=True)
    folder.write(files | {"丁/活动.txt": files["丁/活动.txt"].replace("举办质量月活动", "质量月活动开幕", 1)})
    _same_either_way(folder)


CONFIGURATIONS: dict[str, Callable[[Config], Config]] = {
    "title": lambda config: replace(config, briefing=BriefingSection(title="质量简报")),
    "date": lambda config: replace(config, briefing=BriefingSection(date="2020-01-02")),
    "head": lambda config: replace(config, briefing=BriefingSection(issue="第3期", issuer="云和县", marking="内部")),
    "note": lambda config: replace(config, note=(NoteSection("请各部门阅研。"),)),
    "language": lambda config: replace(config, language="en"),
    "script": lambda config: replace(config, script="zh-Hant"),
    "order": lambda config: replace(config, input=InputSection(order="title")),
    "groups": lambda config: replace(config, input=InputSection(group_by="folder")),
    "summary": lambda config: replace(config, summary=SummarySection(sentences=1)),
    "overall": lambda config: replace(config, summary=SummarySection(overall_sentences=1)),
    "formats": lambda config: replace(config, output=replace(config.output, formats=("html",))),
}


@pytest.mark.parametrize("change", CONFIGURATIONS.values(), ids=CONFIGURATIONS)
def test_another_configuration_gives_the_bytes_of_a_new_build(
    folder: Folder, change: Callable[[Config], Config]
) -> None:
    first = folder.built(cached=True)
    folder.config = change(folder.config)
    _same_either_way(folder)
    folder.config = replace(folder.config)
    assert first[1] != {}


@pytest.mark.parametrize("briefing", [BriefingSection(date="2020-01-02"), BriefingSection(issue="第3期")])
def test_another_head_leaves_all_but_the_pages_that_show_it(folder: Folder, briefing: BriefingSection) -> None:
    folder.built(cached=True)
    whole, _ = folder.built(cached=True)
    folder.config = replace(folder.config, briefing=briefing)
    # Those of the documents and of the lists are laid out anew, with the rows, digests and data of before.
    assert whole - len(TEXTS) - 10 <= _same_either_way(folder) < whole


def test_what_changed_since_an_earlier_build_leaves_the_pieces_as_they_were(folder: Folder) -> None:
    folder.built(cached=True)
    whole, _ = folder.built(cached=True)
    (folder.place / "cached").rename(folder.place / "earlier")
    folder.config = replace(folder.config, briefing=BriefingSection(since=str(folder.place / "earlier")))
    assert _same_either_way(folder) >= whole - len(TEXTS) - 10


def test_an_edited_theme_gives_the_bytes_of_a_new_build(folder: Folder) -> None:
    folder.built(cached=True)
    theme = folder.place / "themes" / "briefing"
    theme.mkdir(parents=True)
    (theme / "document.html.j2").write_text(
        '{% extends "!document.html.j2" %}{% block foot %}甲{% endblock %}', "utf-8"
    )
    assert _same_either_way(folder) == 0
    (theme / "site.css").write_text("body { color: black }", "utf-8")
    assert _same_either_way(folder) == 0


def test_one_changed_document_has_its_own_pieces_made_and_no_others(folder: Folder) -> None:
    folder.built(cached=True)
    whole, _ = folder.built(cached=True)
    folder.write(TEXTS | {"丁/活动.txt": TEXTS["丁/活动.txt"].replace("十二家", "十三家")})
    kept, _ = folder.built(cached=True)
    assert 0 < whole - kept <= 10  # its own, and the pages of lists that show it


def test_a_damaged_piece_is_made_anew(folder: Folder) -> None:
    folder.built(cached=True)
    with sqlite3.connect(folder.place / "cache" / PIECES) as connection:
        connection.execute("UPDATE analyses SET value = substr(value, 2)")
    connection.close()
    assert _same_either_way(folder) == 0
