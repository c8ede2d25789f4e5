"""Briefings out of short strings, without the rooms that read and analyse.

A document is written as lines: the first is its title, ``# `` begins a heading, every other line is a paragraph whose
sentences end with 。 Damage is written as ``[original→repaired]``: the source has the original, the text the repair.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256

from reporter.model import (
    Analysis,
    Aside,
    Briefing,
    BriefingHead,
    Cell,
    Change,
    CleanText,
    Comparison,
    ComparisonCell,
    ComparisonRow,
    Conflict,
    Deadline,
    Document,
    Duty,
    Edit,
    EditorNote,
    Event,
    Finding,
    Happening,
    Indicator,
    InputFile,
    Keyword,
    Ledger,
    Mention,
    RawText,
    Reference,
    Section,
    Sentence,
    Span,
    Summary,
    Table,
    Target,
    Telling,
    ThemeCell,
    ThemeRow,
    Title,
)
from reporter.model.ids import Ids, document_id

_DAMAGE = re.compile(r"\[([^\[\]→]+)→([^\[\]→]*)\]")
_SENTENCE = re.compile(r"[^。\n]+。?")

NORTH = """北川市质量强市工作汇报
# 一、标准提升
全市现有国家标准61项，行业标准56项[?,→。][F(xiàn)→现]在企业参与制定标准的积极性明显提高。
# 二、品牌建设
北川市拥有中国名牌22个，省级名牌99个。2017年6月19日召开了品牌建设现场会。
# 三、下步打算
力争到2020年中国名牌达到30个以上。
本站声明：内容来自网络"""

SOUTH = """南江縣質量工作總結
# （一）計量服務
質監(jiān→)局為企業檢定計量器具近2萬台件。全縣質量監督抽查合格率為92.5%，同比提高1.4個百分點。
# （二）品牌工程
全縣新增省級名牌2個，中國名牌4個。“以質取勝”成為企業共識。"""

SOUTH = SOUTH.replace("(jiān→)", "[(jiān)→]")


def document_of(text: str, path: str, *, script: str = "zh-Hans", aside: str = "") -> Document:
    """A document with title, sections, sentences and the repairs that the text marks."""
    ledger = _ledger(text)
    clean_text = ledger.text
    raw = RawText(path, sha256(ledger.source.encode()).hexdigest(), "txt", "utf-8", Ledger(ledger.source))
    asides = (Aside(_find(clean_text, aside), "repair-furniture"),) if aside else ()
    title = clean_text.partition("\n")[0]
    sections, sentences = _outline(clean_text, aside)
    return Document(
        id=document_id(path), clean=CleanText(raw, ledger, asides), simplified=clean_text, script=script,  # type: ignore[arg-type]
        title=Title(title, False, Span(0, len(title))), sections=tuple(sections), sentences=tuple(sentences),
    )  # fmt: skip


def analysis_of(document: Document, figures: Sequence[tuple[str, str, float, str]] = (), chosen: int = 3) -> Analysis:
    """An analysis: the first sentences as summary, one for each section, figures as (words, name, value, unit)."""
    ids = tuple(sentence.id for sentence in document.sentences)
    sections = tuple(
        (section.id, tuple(sentence.id for sentence in document.sentences if sentence.section == section.id)[:1])
        for section in document.sections
    )
    return Analysis(
        document=document,
        summary=Summary(ids[:chosen], tuple(reversed(ids[:chosen])), sections),
        keywords=(Keyword("质量", 1.0), Keyword("名牌", 0.5)),
        indicators=tuple(_indicators(document, figures)),
    )


def briefing_of(*analyses: Analysis, **changes: object) -> Briefing:
    """A briefing of some analyses: two sentences of each as the summary over all."""
    summary = tuple(
        Reference(analysis.document.id, name) for analysis in analyses for name in analysis.summary.sentences[:2]
    )
    inputs = tuple(
        InputFile(analysis.document.path, analysis.document.clean.raw.sha256, "used", "", analysis.document.id)
        for analysis in analyses
    )
    plain = Briefing(
        head=BriefingHead("质量工作要报", None, None, "2018-05-04", None, None), language="zh-Hans", script="keep",
        analyses=analyses, inputs=inputs, summary=summary, overview=summary, keywords=(("质量", 1.0),),
    )  # fmt: skip
    return replace(plain, **changes)  # type: ignore[arg-type]


def sample_briefing() -> Briefing:
    """Two documents, one traditional; repairs, an aside, figures, tables, dates, a comparison, a conflict, findings."""
    north, south = north_analysis(), south_analysis()
    named = {item.name: item for analysis in (north, south) for item in analysis.indicators}
    n, s = north.document.id, south.document.id

    def cell(document: str, name: str, *, same: bool = True) -> ComparisonCell:
        item = named[name]
        return ComparisonCell(document, item.id, item.value, item.unit, item.subject, None, item.role, item.bound, same)

    comparison = Comparison(
        (n, s),
        (
            ComparisonRow("中国名牌", "same", False, (cell(n, "中国名牌"), cell(s, "中国名牌（县）"))),
            ComparisonRow(
                "省级名牌", "other measure", False, (cell(n, "省级名牌"), cell(s, "省级名牌（县）", same=False))
            ),
            ComparisonRow("国家标准", "same", False, (cell(n, "国家标准"),)),
        ),
    )
    findings = (
        Finding("repair-furniture", "info", "1 line set aside", "", None, n),
        Finding("read-failed", "warning", "broken.txt: can't be decoded", "save it as UTF-8"),
    )
    plain = briefing_of(north, south)
    return replace(
        plain,
        inputs=(*plain.inputs, InputFile("in/broken.txt", "0" * 64, "failed", "can't be decoded")),
        comparison=comparison,
        conflicts=(Conflict("名牌", (Reference(n, named["中国名牌"].id), Reference(s, named["中国名牌（县）"].id))),),
        notes=(EditorNote("请各单位参阅。\n不得外传。", "关于本期"),),
        findings=findings,
        brief_figures=(Reference(n, named["国家标准"].id), Reference(s, named["合格率"].id)),
        brief_rows=(0, 1),
        timeline=tuple(
            Happening(event.date or "", False, (Telling(n, event.sentence or "", event),))
            for event in north.document.events
        ),
    )


def overview_briefing() -> Briefing:
    """The sample with targets by whom and when, honours, references, themes, and an event that both documents tell."""
    plain = sample_briefing()
    north, south = plain.analyses
    n, s = north.document.id, south.document.id
    (event,) = north.document.events
    first, second = south.document.sentences[0], south.document.sentences[-1]
    told = Event("2017-06-19", "全縣", _find(south.document.text, "全縣"), first.id, False)
    themes = (
        ThemeRow("品牌", (ThemeCell(n, 2, 0.5, north.document.sentences[0].id), ThemeCell(s, 1, 0.25, second.id))),
        ThemeRow("计量", (ThemeCell(n, 0, 0.0, None), ThemeCell(s, 1, 0.1, first.id))),
    )
    return replace(
        plain,
        analyses=(replace(north, targets=(_target(north), _task(north)), mentions=_mentions(north)), south),
        timeline=(
            Happening("2017-06-19", True, (Telling(n, event.sentence or "", event), Telling(s, first.id, told))),
        ),
        themes=themes,
    )


def _target(analysis: Analysis) -> Target:
    """The target of the document: how much and by when."""
    document, item = analysis.document, next(item for item in analysis.indicators if item.role == "target")
    home = next(sentence for sentence in document.sentences if sentence.id == item.sentence)
    until = Deadline("2020", "2020年", _find(document.text, "2020年"), False)
    return Target(
        "g1", "figure", home.text, home.span, home.id, None, 0, 0, item.id, item.name, item.subject, item.span,
        item.value, item.unit, item.bound, item.role, until,
    )  # fmt: skip


def _task(analysis: Analysis) -> Target:
    """A task in the table of the document: by whom, without a figure."""
    (table,) = analysis.tables
    cell = table.rows[1][0]
    duties = (
        Duty("北川市", "lead", _find(analysis.document.text, "北川市")),
        Duty("全市", "support", _find(analysis.document.text, "全市")),
    )
    return Target("g2", "task", cell.text, cell.span or Span(0, 1), table=table.id, row=1, column=0, duties=duties)


def _mentions(analysis: Analysis) -> tuple[Mention, ...]:
    document = analysis.document
    return tuple(
        Mention(name, kind, words, _find(document.text, words), document.sentences[0].id, times, ahead)  # type: ignore[arg-type]
        for name, kind, words, times, ahead in (
            ("n1", "honour", "中国名牌", 1, True), ("n2", "standard", "国家标准", 3, False),
        )
    )  # fmt: skip


def north_analysis() -> Analysis:
    """A simplified document with an aside, a target and a list table."""
    document = document_of(NORTH, "in/north.txt", aside="本站声明：内容来自网络")
    document = replace(
        document,
        authors=("张山",),
        source="北川市质监局",
        date="2018-05-04",
        regions=("北方省北川市",),
        kind="工作总结",
        events=(_event(document, "2017年6月19日", "2017-06-19"),),
    )
    figures = (
        ("61项", "国家标准", 61, "项"), ("22个", "中国名牌", 22, "个"), ("99个", "省级名牌", 99, "个"),
        ("30个以上", "中国名牌目标", 30, "个"),
    )  # fmt: skip
    made = analysis_of(document, figures)
    *others, target = made.indicators
    target = replace(target, span=Span(target.span.start, target.span.end - 2), bound="at_least", role="target")
    made = replace(made, indicators=(*others, target), tables=(_standards(document),))
    return replace(made, targets=(_target(made),))


def south_analysis() -> Analysis:
    """A traditional document with a pinyin note, a bound and a change."""
    document = document_of(SOUTH, "in/south.txt", script="zh-Hant")
    figures = (
        ("2萬台件", "检定计量器具", 20000, "台件"), ("92.5%", "合格率", 92.5, "%"),
        ("1.4個百分點", "合格率提高", 1.4, "百分点"), ("2個", "省级名牌（县）", 2, "个"),
        ("4個", "中国名牌（县）", 4, "个"),
    )  # fmt: skip
    made = analysis_of(document, figures)
    first, rate, change, new, held = made.indicators
    first = replace(first, bound="under")
    rate = replace(rate, change=Change("up", 1.4, "百分点", "同比", change.id))
    change = replace(change, role="change")
    new = replace(new, qualifier="新增")
    return replace(made, indicators=(first, rate, change, new, held))


def _standards(document: Document) -> Table:
    text = document.text
    pairs = (("国家标准", "61项"), ("行业标准", "56项"))
    rows = tuple(tuple(Cell(words, _find(text, words)) for words in pair) for pair in pairs)
    span = Span(text.index("国家标准"), text.index("56项") + len("56项"))
    return Table("b0123abcd", "标准", "项", "list", document.sections[0].id, ("名称", "数量"), rows, span)


def _event(document: Document, words: str, date: str) -> Event:
    span = _find(document.text, words)
    home = next(sentence for sentence in document.sentences if sentence.span.covers(span))
    return Event(date, words, span, home.id, False)


def _indicators(document: Document, figures: Sequence[tuple[str, str, float, str]]) -> Iterator[Indicator]:
    ids = Ids("i")
    for words, name, value, unit in figures:
        span = _find(document.text, words)
        home = next(sentence for sentence in document.sentences if sentence.span.covers(span))
        key = name.removesuffix("（县）")
        yield Indicator(ids.of(home.text + words), home.id, "全市", name, key, value, unit, span)


def _find(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _ledger(text: str) -> Ledger:
    source, edits, at = "", [], 0
    for match in _DAMAGE.finditer(text):
        source += text[at : match.start()]
        edits.append(Edit(len(source), len(source) + len(match[1]), match[1], match[2], "repair-pinyin"))
        source += match[1]
        at = match.end()
    return Ledger(source + text[at:], edits)


def _outline(text: str, aside: str) -> tuple[list[Section], list[Sentence]]:
    sections: list[Section] = []
    sentences: list[Sentence] = []
    section_ids, sentence_ids, at = Ids("s"), Ids("t"), 0
    for number, line in enumerate(text.split("\n")):
        start, at = at, at + len(line) + 1
        if line.startswith("# "):
            heading = re.split(r"[、）]", line, maxsplit=1)[1]
            mark = line[2 : len(line) - len(heading)]
            span = Span(start + 2, start + len(line))
            sections.append(Section(section_ids.of(line), None, 1, mark, heading, False, span))
        elif number and line != aside:
            for match in _SENTENCE.finditer(line):
                span = Span(start + match.start(), start + match.end())
                home = sections[-1].id if sections else None
                sentences.append(Sentence(sentence_ids.of(match[0]), home, number, match[0], span))
    return sections, sentences
