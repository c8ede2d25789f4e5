"""Briefing and ``[gongwen]`` → ``OfficialPage``: what the official document says, in its order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from reporter.config import GongwenSection
from reporter.model import Analysis, Finding, Reference, Saying
from reporter.render import brief_view
from reporter.render.catalogue import Catalogue
from reporter.render.citations import citation
from reporter.render.gongwen.context import (
    Imprint,
    OfficialPage,
    Part,
    Point,
    PointGroup,
    SourceEntry,
)
from reporter.render.gongwen.grids import figures_grid, matrix_grid
from reporter.render.gongwen.masthead import masthead, signature
from reporter.render.gongwen.since import official_changes
from reporter.render.gongwen.titles import title_lines
from reporter.render.ordinals import ordinals
from reporter.render.passages import Matrix
from reporter.render.viewpoint import Viewpoint
from reporter.render.whose import labelled, labels_of

_NUMERALS = "〇一二三四五六七八九"


def official_page(view: Viewpoint, section: GongwenSection, date: str | None) -> OfficialPage:
    """The document that carries the brief.

    Args:
        date: 成文日期 (ISO), None where nobody configured one: the date of a source is not the document's.
    """
    t, briefing = view.strings, view.briefing
    figures = tuple(view.figure(view.analysis(item.document), view.indicators[item.document, item.id])
                    for item in briefing.brief_figures)  # fmt: skip
    compared = brief_view.cut_rows(
        brief_view.matrix(view, [briefing.comparison.rows[index] for index in briefing.brief_rows])
    )
    changed, drawn = official_changes(view)
    cited = _cited(view, compared, drawn)
    return OfficialPage(
        t=t,
        language=briefing.language,
        head=brief_view.head(view),
        above=tuple(filter(None, (section.copy_number, section.secrecy, section.urgency))),
        masthead=masthead(section),
        title=title_lines(briefing.head.title),
        addressees=_listed(section.addressees, t("official.addressees")) if section.addressees else "",
        notes=brief_view.brief(view).notes,
        parts=_headed(
            t,
            Part(t("brief.title"), _groups(view)),
            *([changed] if changed else []),
            Part(t("brief.figures"), (), figures_grid(figures, t) if figures else None),
            Part(t("brief.comparison"), (), matrix_grid(compared, t) if compared.rows else None),
        ),
        annexes=_annexes(t, section.annexes, cited),
        signature=signature(section, written_date(date)),
        remarks=tuple(t("official.remark", text=text) for text in (section.remark, section.contact) if text),
        sources=tuple(_source(view, analysis) for analysis in cited),
        uncited=_uncited(view, cited),
        imprint=_imprint(section, t),
        numbering=section.page_numbers,
    )  # fmt: skip


def written_date(iso: str | None) -> str:
    """A date as an official document writes it, in Arabic numerals without leading zeros (7.3.5.4); "" for none."""
    if not iso:
        return ""
    year, month, day = map(int, iso.split("-"))
    return f"{year}年{month}月{day}日"


def chinese_ordinal(number: int) -> str:
    """The numeral of a heading: 一 to 九十九."""
    tens, ones = divmod(number, 10)
    head = "" if not tens else f"{_NUMERALS[tens] if tens > 1 else ''}十"
    return head + (_NUMERALS[ones] if ones else "")


def _headed(t: Catalogue, *contents: Part) -> tuple[Part, ...]:
    """The parts that say something, each under its numbered heading; one alone without a heading."""
    said = [part for part in contents if part.groups or part.grid or part.lead]
    if len(said) == 1:
        return (replace(said[0], heading=""),)
    return tuple(
        replace(part, heading=t("official.level1", number=chinese_ordinal(at), text=part.heading))
        for at, part in enumerate(said, 1)
    )


# -- sentences


def _groups(view: Viewpoint) -> tuple[PointGroup, ...]:
    """All chosen sentences in their order, under the names of the groups where the briefing has groups."""
    chosen = view.briefing.summary
    quotes = labelled(view.quotes(chosen), labels_of(view, chosen))
    numbers = ordinals([quote.text for quote in quotes]) if len(quotes) > 1 else [""] * len(quotes)
    points = [Point(number, quote) for number, quote in zip(numbers, quotes, strict=True)]
    named = [(_group_of(view, item), point) for item, point in zip(chosen, points, strict=True)]
    runs = [(name, [point for _, point in run]) for name, run in groupby(named, key=lambda pair: pair[0])]
    if not any(name for name, _ in runs):
        return (PointGroup("", "", tuple(points)),) if points else ()
    return tuple(
        PointGroup(
            view.strings("official.level2", number=chinese_ordinal(at), text=name or view.strings("group.none")),
            view.script.term_lang,
            tuple(run),
        )
        for at, (name, run) in enumerate(runs, 1)
    )


def _group_of(view: Viewpoint, item: Reference) -> str:
    groups = view.briefing.groups
    return groups[view.numbers[item.document] - 1] if groups else ""


# -- sources


def _cited(view: Viewpoint, compared: Matrix, drawn: frozenset[int]) -> list[Analysis]:
    """The documents that sentences, figures and comparison are drawn from, in the order of their numbers; ``drawn`` are
    the numbers of others."""
    briefing = view.briefing
    numbers = {view.numbers[item.document] for item in (*briefing.summary, *briefing.brief_figures)}
    numbers |= {figure.mark.number for row in compared.rows for figure in row.figures} | drawn
    return [briefing.analyses[number - 1] for number in sorted(numbers)]


def _uncited(view: Viewpoint, cited: Sequence[Analysis]) -> str:
    """How many documents were read and are not cited, in words; "" for none."""
    left = len(view.briefing.analyses) - len(cited)
    return view.strings("official.uncited", count=left) if left else ""


def _source(view: Viewpoint, analysis: Analysis) -> SourceEntry:
    return SourceEntry(view.mark(analysis), citation(analysis.document, view.strings("document.untitled")))


def _annexes(t: Catalogue, own: Sequence[str], cited: Sequence[Analysis]) -> tuple[str, ...]:
    """The names of the annexes: the list of sources, which is printed here, then those of the office's own."""
    return (*((t("official.sources"),) if cited else ()), *own)


# -- addressees and imprint


def _listed(names: Sequence[str], ending: str) -> str:
    return "、".join(names) + ending


def _imprint(section: GongwenSection, t: Catalogue) -> Imprint | None:
    printed = written_date(section.printing_date)
    if not (section.copies or section.printing_office or printed):
        return None
    return Imprint(
        _listed(section.copies, t("official.copies_end")) if section.copies else "",
        section.printing_office or "",
        t("official.printed", date=printed) if printed else "",
    )


def lacking(section: GongwenSection, date: str | None) -> Iterator[str]:
    """The elements that every official document has and the configuration does not give, by their keys and names."""
    given = {
        "issuers (发文机关)": section.issuers,
        "number (发文字号)": section.number,
        "addressees (主送机关)": section.addressees,
        "date (成文日期)": date,
        "printing_office (印发机关)": section.printing_office,
        "printing_date (印发日期)": section.printing_date,
    }
    return (name for name, value in given.items() if not value)


def lacking_findings(section: GongwenSection, date: str | None) -> tuple[Finding, ...]:
    """A warning that names what is lacking; none where nothing is."""
    names = tuple(lacking(section, date))
    return (_INCOMPLETE.finding(names=", ".join(names)),) if names else ()


_INCOMPLETE = Saying(
    "render-gongwen-incomplete",
    "warning",
    "the official document is without {names}",
    "give them under [gongwen], see docs/configuration.md",
)
