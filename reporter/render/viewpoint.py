"""The briefing as seen from one medium: its documents by number, its words, its links."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from reporter.language.relative_years import with_years, year_of_date
from reporter.language.script import Script, script_of
from reporter.language.script_conversion import Conversion
from reporter.model import Analysis, Briefing, Document, Indicator, Reference, Sentence
from reporter.render.catalogue import Catalogue
from reporter.render.figures import joined_unit, number_text
from reporter.render.links import Links
from reporter.render.lookup import PartsById
from reporter.render.passages import Figure, Passage, Quote, SourceMark
from reporter.render.places import place_words
from reporter.render.printed_script import PrintedScript, is_converted
from reporter.render.quantities import BOUND_WORDS, Wording, quantity_words
from reporter.render.surroundings import Surroundings

# The last administrative unit of a region's name: 江西省南昌市东湖区 → 东湖区. One or two characters before the unit's
# own word are enough for a name, so that 市区 at the end of a name is not taken for one.
_LAST_UNIT = re.compile(r"(?:.*(?:省|自治区|自治區|自治州|市|盟|区|區|县|縣))?(.{2,}?)$")
_PLACE_LENGTH = 8
# What stands for words of a quotation that are left out (GB/T 15834-2011, 4.11).
OMITTED = "……"


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure with what a table over all documents says of it: its name, its qualifier, the quantity in its document's
    words, where it stands, and the id of the sentence that states it; name and subject also as printed, with the
    language tag of the two."""

    name: str
    qualifier: str
    quantity: str
    href: str
    sentence: str
    printed: str
    subject: str
    lang: str


class Viewpoint:
    """Turns parts of the model into parts of a page.

    Args:
        briefing: what is printed.
        strings: the interface's words.
        links: how the medium links.
        script: in which script the documents are printed; None keeps their own. ``briefing`` is as printed; whoever
            needs a document's own words passes its analysis as it was.
        contexts: whether quotations and figures carry what stands around them.
        longest: of a longer sentence so many characters are quoted, with the mark of an omission; None quotes all.

    Attributes:
        sources: the analyses as they were, in the order of the briefing's.
        marks: how documents are cited, by their ids, where it is known without opening them.
    """

    def __init__(
        self,
        briefing: Briefing,
        strings: Catalogue,
        links: Links,
        script: PrintedScript | None = None,
        *,
        contexts: bool = False,
        longest: int | None = None,
    ) -> None:
        self.script = script or PrintedScript(Conversion())
        self.briefing = self.script.briefing(briefing)
        self.strings = strings
        self.links = links
        self._contexts = contexts
        self._longest = longest
        self.marks: dict[str, SourceMark] = {}
        self._marks: dict[tuple[str, ...], SourceMark] = {}
        self._scripts: dict[str, Script] = {}
        self.sources = briefing.analyses

    # -- looking up

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each document by its id, counted from 1."""
        return {name: number for number, name in enumerate(self.briefing.ids, 1)}

    @cached_property
    def sentences(self) -> PartsById[Sentence]:
        """Every sentence by the ids of its document and itself."""
        return PartsById(lambda document: self.analysis(document).document.sentences)

    @cached_property
    def indicators(self) -> PartsById[Indicator]:
        """Every indicator by the ids of its document and itself."""
        return PartsById(lambda document: self.analysis(document).indicators)

    def analysis(self, document: str) -> Analysis:
        """The document of that id, with all that is known of it, as printed."""
        return self.briefing.analyses[self.numbers[document] - 1]

    def opening(self, document: str) -> str | None:
        """The label of the group that a document is the first of; None where it is not."""
        groups, number = self.briefing.groups, self.numbers[document]
        opens = bool(groups) and (number == 1 or groups[number - 1] != groups[number - 2])
        return groups[number - 1] if opens else None

    @cached_property
    def converted(self) -> dict[str, str]:
        """The script that each document had whose words are printed in another one, by its id."""
        pairs = zip(self.sources, self.briefing.analyses, strict=True) if self.script.converts else ()
        return {
            before.document.id: before.document.script
            for before, after in pairs
            if is_converted(before, after, self.script.conversion)
        }

    def printed(self, document: Document, text: str) -> str:
        """Words of a document as printed."""
        return self.words_of(document.id, text)

    def words_of(self, document: str, text: str) -> str:
        """Words of the document of that id as printed."""
        return self.script.conversion.printed(text, self._script_of(document)) if self.script.converts else text

    def _script_of(self, document: str) -> Script:
        """The script of a document's source."""
        if document not in self._scripts:
            self._scripts[document] = self.source(document).document.script
        return self._scripts[document]

    def source(self, document: str) -> Analysis:
        """The document of that id as it was."""
        return self.sources[self.numbers[document] - 1]

    def converted_words(self, script: str) -> str:
        """In words: the text was converted from that script."""
        return self.strings(f"script.{script}.{self.script.conversion.target}") if script else ""

    # -- turning into parts of a page

    def mark(self, analysis: Analysis) -> SourceMark:
        """How the document is cited."""
        document = analysis.document
        words = (document.id, document.title.text, document.script)  # as printed, or as it was
        if words not in self._marks:
            number = self.numbers[document.id]
            self._marks[words] = SourceMark(
                number, title_of(document, self.strings), self.script.named(place_of(document), document),
                lang_of(document, document.title.text), self.links.document(number, analysis),
            )  # fmt: skip
        return self._marks[words]

    def mark_of(self, document: str) -> SourceMark:
        """How the document of that id is cited."""
        return self.marks.get(document) or self.mark(self.analysis(document))

    def href(self, analysis: Analysis, anchor: str, start: int, sentence: str | None = None) -> str:
        """The link to a passage of the document."""
        return self.links.place(self.numbers[analysis.document.id], analysis, anchor, start, sentence)

    def quote(self, analysis: Analysis, name: str, *, anchored: bool = False, repeats: int | None = None) -> Quote:
        """A sentence of the document by its id. ``anchored`` gives it an id of its own on the page."""
        document = analysis.document
        sentence = self.sentences[document.id, name]
        anchor = self.links.anchor(self.numbers[document.id], name) if anchored else ""
        text = self.printed(document, sentence.text)
        converted = self._converted_from(text, sentence)
        if self._longest is not None and len(text) > self._longest:
            text = f"{text[: self._longest]}{OMITTED}"
        notes = (place_words(document, sentence.span, self.strings), self.converted_words(converted))
        return Quote(
            text=text,
            lang=lang_of(document, text),
            href=self.href(analysis, name, sentence.span.start, name),
            mark=self.mark(analysis),
            document=document.id,
            sentence=name,
            anchor=anchor,
            repeats=repeats,
            converted=converted,
            note=self.strings("joint_clause").join(filter(None, notes)),
            context=self.surroundings.of_sentence(document, name) if self._contexts else None,
        )

    def _converted_from(self, text: str, sentence: Sentence) -> str:
        """The script that a sentence was converted from; empty where it reads as in its source."""
        if text == sentence.text:
            return ""
        return "zh-Hant" if self.script.conversion.target == "zh-Hans" else "zh-Hans"

    def quote_of(self, document: str, sentence: str) -> Quote:
        """A sentence by the ids of its document and itself."""
        return self.quote(self.analysis(document), sentence)

    def quotes(self, references: Iterable[Reference]) -> tuple[Quote, ...]:
        """The sentences that the references name."""
        return tuple(self.quote_of(reference.document, reference.id) for reference in references)

    def figure_of(self, document: str, indicator: str) -> Figure:
        """A stated quantity by the ids of its document and itself."""
        return self.figure(self.analysis(document), self.indicators[document, indicator])

    def stated(self, document: str, indicator: str) -> Stated | None:
        """A figure as a table over all documents has it; None for one that stands nowhere (a derived one)."""
        found = self.indicators.get((document, indicator))
        if found is None:
            return None
        own = self.analysis(document)
        href = self.href(own, indicator, found.span.start, found.sentence)
        return Stated(
            found.name, found.qualifier or "", self.quantity(own.document, found), href, found.sentence,
            self.script.named(found.name, own.document), self.script.named(found.subject, own.document),
            self.script.named_lang(own.document),
        )  # fmt: skip

    def figure(self, analysis: Analysis, indicator: Indicator) -> Figure:
        """A stated quantity."""
        document = analysis.document
        words = self._wording(document, indicator).words
        return Figure(
            subject=self.script.named(indicator.subject, document),
            name=self.script.named(indicator.name, document),
            quantity=self.quantity(document, indicator),
            words=Passage(
                words, lang_of(document, words),
                self.href(analysis, indicator.id, indicator.span.start, indicator.sentence),
            ),
            details=self.details(document, indicator),
            mark=self.mark(analysis),
            lang=self.script.named_lang(document),
            context=self.surroundings.of_figure(document, indicator.sentence) if self._contexts else None,
        )  # fmt: skip

    @cached_property
    def surroundings(self) -> Surroundings:
        """What stands around the sentences."""
        return Surroundings(self.printed, lang_of)

    def quantity(self, document: Document, indicator: Indicator) -> str:
        """How much a figure states, in its document's words."""
        return quantity_words(self._wording(document, indicator), indicator, self.strings)

    def _wording(self, document: Document, indicator: Indicator) -> Wording:
        """A figure in its sentence, in the script that this is printed in; one that reaches out of it stands alone."""
        sentence = self.sentences.get((document.id, indicator.sentence))
        if sentence is None or not sentence.span.covers(indicator.span):
            words = self.printed(document, indicator.span.of(document.text))
            return Wording(words, 0, len(words))
        start = indicator.span.start - sentence.span.start
        return Wording(self.printed(document, sentence.text), start, start + len(indicator.span))

    def details(self, document: Document, indicator: Indicator) -> tuple[str, ...]:
        """What qualifies a figure, in words: period, qualifier, a role that is not plain fact, its change."""
        role = "" if indicator.role in ("actual", "change") else self.strings(f"role.{indicator.role}")
        qualifier = None if indicator.qualifier in BOUND_WORDS else indicator.qualifier
        stated = with_years(indicator.period or "", year_of_date(document.date))
        period, qualifier = (self.script.named(part or "", document) for part in (stated, qualifier))
        return tuple(part for part in (period, qualifier, role, self._change(document, indicator)) if part)

    def _change(self, document: Document, indicator: Indicator) -> str:
        change = indicator.change
        if change is None:
            return ""
        amount = ""
        if change.value is not None and indicator.role != "change":  # a change's own quantity stands beside it
            own = self.indicators.get((document.id, change.indicator or ""))
            plain = number_text(change.value) + joined_unit(self.script.named(change.unit or "", document))
            amount = self.quantity(document, own) if own else plain
        basis = self.script.named(change.basis or "", document)
        return self.strings(f"change.{change.direction}", basis=basis, amount=amount).strip()

    def date(self, iso: str | None) -> str:
        """A date for reading; a shortened one (2017-06) stays short, none gives nothing."""
        if not iso:
            return ""
        parts = iso.split("-")
        names = ("year", "month", "day")[: len(parts)]
        if not all(part.isdigit() for part in parts) or len(parts) > len(names):
            return iso
        numbers = {name: int(part) for name, part in zip(names, parts, strict=True)}
        return self.strings(f"date.{names[-1]}", **numbers)


def lang_of(document: Document, text: str) -> str:
    """The language tag of a passage: the document's script, or the passage's own where the document mixes both."""
    return document.script if document.script != "mixed" else term_lang(text)


def term_lang(term: str) -> str:
    """The language tag of words that stand apart from their document."""
    script = script_of(term)
    return "zh" if script == "mixed" else script


def title_of(document: Document, strings: Catalogue) -> str:
    """The document's title, or words that say it has none."""
    return document.title.text or strings("document.untitled")


def place_of(document: Document) -> str:
    """A short name for the document: its place's last unit, else the beginning of its title."""
    region = next(iter(document.regions), "")
    match = _LAST_UNIT.match(region) if region else None
    return short_name(match.group(1) if match else document.title.text)


def short_name(name: str) -> str:
    """A name cut to what fits a narrow column."""
    return name if len(name) <= _PLACE_LENGTH else f"{name[: _PLACE_LENGTH - 1]}…"
