"""A small build made by hand: one source, one document, data, a page of a site, sealed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

import pytest

from reporter.config import Config
from reporter.model import (
    Analysis,
    Briefing,
    BriefingHead,
    Cell,
    CleanText,
    Document,
    Finding,
    Indicator,
    InputFile,
    Ledger,
    RawText,
    Reference,
    Section,
    Sentence,
    Span,
    Summary,
    Table,
    Title,
)
from reporter.publish import Problem, VerifyReport, seal, staged, state_of, verify
from reporter.render.data_json import write_json

SOURCE = "一、品牌\n全縣(xiàn)新增名牌4個。企業達32家。\n"
NOTE = "(xiàn)"


@dataclass(frozen=True)
class Built:
    """A build, its source, and its verification."""

    folder: Path
    source: Path

    def verified(self, sources: Path | None = None) -> VerifyReport:
        return verify(self.folder, sources, reread=reread, repair=repaired)

    def problems(self) -> tuple[Problem, ...]:
        return self.verified().problems

    def changed(self, name: str, old: str, new: str) -> None:
        """Plant a change in one file of the build."""
        path = self.folder / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")


def reread(path: Path, shown: str) -> RawText:
    data = path.read_bytes()
    return RawText(shown, sha256(data).hexdigest(), "txt", "utf-8", Ledger(data.decode("utf-8")))


def repaired(raw: RawText) -> CleanText:
    """The one repair of this text: a pinyin note goes."""
    at = raw.ledger.source.find(NOTE)
    notes = [(at, at + len(NOTE), "")] if at >= 0 else []
    return CleanText(raw, raw.ledger.then(notes, "pinyin-note"))


def briefing_of(source: Path) -> Briefing:
    clean = repaired(reread(source, "in/甲.txt"))
    first, second = "全縣新增名牌4個。", "企業達32家。"
    span = {text: Span(clean.text.index(text), clean.text.index(text) + len(text)) for text in (first, second)}
    heading = Span(0, 4)
    four = Span(span[first].end - 3, span[first].end - 1)
    document = Document(
        id="甲-000001",
        clean=clean,
        simplified=clean.text,
        script="zh-Hant",
        title=Title("品牌", inferred=False),
        authors=("縣",),
        sections=(Section("s1", None, 1, "一、", "品牌", False, heading),),
        sentences=(
            Sentence("t1", "s1", 0, first, span[first]),
            Sentence("t2", "s1", 0, second, span[second]),
        ),
    )
    table = Table("b1", "名牌", None, "list", "s1", ("数",), ((Cell("4個", four),), (Cell(""),)), span[first])
    analysis = Analysis(
        document,
        Summary(("t1",), ("t1",), (("s1", ("t1",)),)),
        indicators=(Indicator("i1", "t1", "县", "名牌", "名牌", 4, "个", four),),
        tables=(table,),
    )
    finding = Finding("repair-note", "info", "one note", "", four, document.id)
    used = InputFile("in/甲.txt", clean.raw.sha256, "used", "", document.id)
    skipped = InputFile("in/~$甲.docx", None, "skipped", "a lock file")
    return Briefing(
        BriefingHead("要报"),
        "zh-Hans",
        "keep",
        (analysis,),
        (skipped, used),
        (Reference(document.id, "t1"),),
        findings=(finding,),
    )


PAGE = """<!doctype html><html lang="zh"><body id="top">
<p data-document="甲-000001"><a data-sentence="t1" href="sources/%E7%94%B2-000001.html#t1">全縣新增名牌4個。</a></p>
<a href="#top">up</a> <a href="https://example.org/">elsewhere</a> <a href="data/briefing.json">data</a>
</body></html>
"""

SOURCE_PAGE = """<!doctype html><html lang="zh"><h1>原文</h1>
<div class="original"><p>一、品牌</p>
<p><mark id="t1">全縣<del title="note">(xiàn)</del>新增名牌4個。</mark>企業達<ins>32</ins>家。</p></div>
<p>end</p></html>
"""


@pytest.fixture
def page() -> str:
    """The page of the site."""
    return PAGE


@pytest.fixture
def build(tmp_path: Path) -> Callable[..., Built]:
    """Makes a build of a source text: called once in a test."""

    def make(page: str = PAGE, config: Config | None = None) -> Built:
        config = config or Config()
        source = tmp_path / "in" / "甲.txt"
        source.parent.mkdir()
        source.write_bytes(SOURCE.encode())
        briefing = replace(briefing_of(source), script=config.script)
        with staged(tmp_path / "build") as stage:
            write_json(briefing, stage.folder, Config())
            site = stage.folder / "site"
            (site / "sources").mkdir(parents=True)
            (site / "data").mkdir()
            (site / "index.html").write_text(page, "utf-8")
            (site / "sources" / "甲-000001.html").write_text(SOURCE_PAGE, "utf-8")
            (site / "data" / "briefing.json").write_bytes((stage.folder / "data" / "briefing.json").read_bytes())
            seal(stage, briefing, config, {"in/甲.txt": source}, state_of(briefing, "0" * 64, ()))
        return Built(tmp_path / "build", source)

    return make
