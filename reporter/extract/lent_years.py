"""The year that a document speaks of where its sentences leave it out: 2024年统计公报, 一、2024年预算执行情况.

Before: title, headings and first sentence. After: for a section the one year that its figures are of, or None. It is
lent for comparing only; the period of a figure is printed as its sentence has it.
"""

from __future__ import annotations

import re

from reporter.language.script import simplified
from reporter.model.document import Document, Section

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=年)")
_RANGE = re.compile(
    r"(?:19|20)\d\d年?\s*(?:[-—–~～至到]+|、|和|与)\s*(?:19|20)\d\d|五年|“?[一二三四五六七八九十]{1,4}五”?"
)
# Titles that say what a year was like; a 工作报告 of a year tells of the year before, a plan of what is to come.
_TELLS = re.compile(
    r"公报|执行|[总小]结|统计|运行|情况|年报|快报|决算|回顾|概况|述职|完成|通报|分析|简析|概要|季报|月报"
)
_PLANS = re.compile(
    r"计划(?!.{0,90}执行)|要点|方案|安排|打算|规划|部署|草案(?!.{0,90}执行)|目标|思路|展望|任务$|政府工作报告"
)
# What a government reports to its congress, and the headings of the part that says what was done.
_WORK_REPORT = re.compile(r"(?:政府|法院|检察院|常委会|常务委员会)工作报告")
_LOOKS_BACK = re.compile(r"回顾|[总小]结|过去(?:的)?一年|^(?:去年|上年)|一年来|主要(?:工作)?成绩")
_OPENS = re.compile(r"\s*(?:[^\d，。；：]{0,3}，)?((?:19|20)\d\d)年[，,]")


class LentYears:
    """The years that one document lends; its headings are looked up once."""

    def __init__(self, document: Document) -> None:
        self._sections = {section.id: section for section in document.sections}
        self._own = _of_title(document) or _of_opening(document)
        self._known: dict[str, int | None] = {}
        title = own_title(document)
        self._planned = single_year(title) if _PLANS.search(title) and not _TELLS.search(title) else None
        self._account = _of_account(title, document.date) if _WORK_REPORT.search(title) else None

    def of(self, section: str | None) -> int | None:
        """The year of a section's figures: of the innermost heading that names years, else of the title, else of the
        words that open the first sentence; None where that is none or more than one, and for a part that plans."""
        if section is None:
            return self._own
        if section not in self._known:
            self._known[section] = self._of_section(self._sections[section])
        return self._known[section]

    def planned(self, section: str | None) -> int | None:
        """The year that a section plans for: of the innermost heading that names years, else of a title that plans;
        None where that is none or more than one."""
        while section is not None:
            heading = simplified(self._sections[section].heading)
            if _YEAR.search(heading):
                return single_year(heading)
            section = self._sections[section].parent
        return self._planned

    def _of_section(self, section: Section) -> int | None:
        heading = simplified(section.heading)
        if self._account and _LOOKS_BACK.search(heading) and not _YEAR.search(heading) and not _RANGE.search(heading):
            return self._account
        if _PLANS.search(heading) and not _TELLS.search(heading):
            return None
        return single_year(heading) if _YEAR.search(heading) else self.of(section.parent)


def single_year(words: str) -> int | None:
    """The year that words name; None where they name none, several or a row of them."""
    years = {int(match[1]) for match in _YEAR.finditer(words)}
    return years.pop() if len(years) == 1 and not _RANGE.search(words) else None


def _of_account(title: str, date: str | None) -> int | None:
    """The year that a work report gives account of: that before the title's or the date's, but that of the title or
    date itself where the report comes after it or at its end; None where neither names one."""
    stated, issued = single_year(title), int(date[:4]) if date else None
    if stated is None:
        if issued is None or date is None or not date[5:7]:
            return None
        return issued if int(date[5:7]) >= _LATE else issued - 1
    return stated if issued is not None and issued > stated else stated - 1


# From this month on a report tells of the year that ends.
_LATE = 11


def own_title(document: Document) -> str:
    """The title in simplified characters; empty where the document has none of its own."""
    return "" if document.title.inferred else simplified(document.title.text)


def _of_title(document: Document) -> int | None:
    title = own_title(document)
    return single_year(title) if _TELLS.search(title) and not _PLANS.search(title) else None


def _of_opening(document: Document) -> int | None:
    """The year that the first sentence begins with: 2024年，全县….

    A title that plans, or that names years itself, is not overruled.
    """
    title = own_title(document)
    if not document.sentences or _PLANS.search(title) or _YEAR.search(title):
        return None
    first = document.sentences[0].span
    match = _OPENS.match(document.simplified, first.start, first.end)
    return int(match[1]) if match else None
