"""Documents as they are printed: their own words in the script that the configuration asks for.

Before: analyses with the words of their sources. After: the same with titles, headings, tables, names and keywords
converted, spans and ids as they were; the clean text and its ledger stay, and with them every place. Sentences are
converted one by one where they are printed: few of a document's are. Data files take the briefing before, the source
pages too.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import replace

from reporter.config import Config
from reporter.language.script import traditional
from reporter.language.script_conversion import Conversion
from reporter.model import Analysis, Briefing, Document, Table
from reporter.model.analyses import REMEMBERED, Changed

Words = Callable[[str], str]


class PrintedScript:
    """Converts what is printed, each document once.

    Args:
        conversion: how; ``Conversion()`` keeps every word.
        by_region: whether the groups of the briefing are names of places.
    """

    def __init__(self, conversion: Conversion, *, by_region: bool = False) -> None:
        self.conversion = conversion
        self._by_region = by_region
        self._printed: OrderedDict[str, Analysis] = OrderedDict()

    @property
    def converts(self) -> bool:
        """Whether anything is converted at all."""
        return self.conversion.target != "keep"

    def term(self, text: str) -> str:
        """A name, unit or other word of the analysis, which has it in simplified characters, as printed."""
        return self.conversion.printed(text, "zh-Hans")

    def named(self, text: str, document: Document) -> str:
        """A name of a document's analysis, which has it in simplified characters, as printed: in the document's own
        characters where nothing is converted, those of the text where the text has it."""
        if self.converts or document.script == "zh-Hans" or not text:
            return self.term(text)
        at = document.simplified.find(text)
        if at >= 0:
            return document.text[at : at + len(text)]
        return traditional(text) if document.script == "zh-Hant" else text

    def named_lang(self, document: Document) -> str:
        """The language tag of a document's names."""
        return "zh-Hant" if not self.converts and document.script == "zh-Hant" else self.term_lang

    def shared(self, text: str, langs: Iterable[str]) -> tuple[str, str]:
        """(a name that figures of several documents share, as printed; its language tag), where their names have these
        tags: in traditional characters where all have."""
        if set(langs) == {"zh-Hant"} and not self.converts:
            return traditional(text), "zh-Hant"
        return self.term(text), self.term_lang

    @property
    def term_lang(self) -> str:
        """The language tag of such words."""
        return "zh-Hant" if self.conversion.target == "zh-Hant" else "zh-Hans"

    def briefing(self, briefing: Briefing) -> Briefing:
        """The briefing as printed. Configured words, the editor's own, stay as they are."""
        if not self.converts:
            return briefing
        analyses = Changed(briefing.analyses, self.analysis)
        head = briefing.head
        counted = briefing.counted
        if len(counted) == 1 and head.title == counted[0].document.title.text:
            head = replace(head, title=self.analysis(counted[0]).document.title.text)
        return replace(
            briefing,
            head=head,
            analyses=analyses,
            groups=tuple(map(self.term, briefing.groups)) if self._by_region else briefing.groups,
            keywords=tuple((self.conversion.printed(term), weight) for term, weight in briefing.keywords),
        )

    def analysis(self, analysis: Analysis) -> Analysis:
        """The document as printed, with its tables and keywords."""
        document = analysis.document
        if not self.converts:
            return analysis
        if document.id not in self._printed:
            self._printed[document.id] = self._converted(analysis)
            if len(self._printed) > REMEMBERED:
                self._printed.popitem(last=False)
        return self._printed[document.id]

    def _converted(self, analysis: Analysis) -> Analysis:
        def words(text: str) -> str:
            return self.conversion.printed(text, analysis.document.script)

        return replace(
            analysis,
            document=_document(analysis.document, words, self.conversion.target),
            keywords=tuple(replace(keyword, term=words(keyword.term)) for keyword in analysis.keywords),
            tables=tuple(_table(table, words) for table in analysis.tables),
        )


def printed_script(config: Config) -> PrintedScript:
    """The script that a configuration asks for."""
    conversion = Conversion(config.script, config.protected_names)
    return PrintedScript(conversion, by_region=config.input.group_by == "region")


def is_converted(before: Analysis, after: Analysis, conversion: Conversion) -> bool:
    """Whether a document's words read otherwise than in its source."""
    document = before.document
    if replace(after.document, script=document.script) != document or after.tables != before.tables:
        return True
    if document.script == conversion.target and not conversion.strangers(document.text):
        return False
    return any(conversion.printed(item.text, document.script) != item.text for item in document.sentences)


def _document(document: Document, words: Words, script: str) -> Document:
    """The document with its own words converted; of names those that are shown."""
    return replace(
        document,
        script=script,  # type: ignore[arg-type]  # a target that converts is a script
        title=replace(document.title, text=words(document.title.text)),
        subtitle=words(document.subtitle) if document.subtitle else document.subtitle,
        number=words(document.number) if document.number else document.number,
        authors=tuple(map(words, document.authors)),
        source=words(document.source) if document.source else document.source,
        sections=tuple(
            replace(section, heading=words(section.heading), number=words(section.number) if section.number else None)
            for section in document.sections
        ),
        events=tuple(replace(event, text=words(event.text)) for event in document.events),
    )


def _table(table: Table, words: Words) -> Table:
    return replace(
        table,
        caption=words(table.caption),
        unit=words(table.unit) if table.unit else table.unit,
        header=tuple(map(words, table.header)),
        rows=tuple(tuple(replace(cell, text=words(cell.text)) for cell in row) for row in table.rows),
    )
