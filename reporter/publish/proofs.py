"""The proof of one document: its repairs, replayed on its source, give every sentence, heading and cell."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import msgspec

from reporter.errors import ReporterError
from reporter.language.numerals import find_numerals
from reporter.language.script import script_of, simplified
from reporter.model import CleanText, Ledger, LedgerError, RawText
from reporter.publish.content import (
    BRIEFING,
    DocumentEntry,
    IndicatorEntry,
    Number,
    Repairs,
    WordsEntry,
    read_repairs,
    repairs_name,
)
from reporter.publish.report import Proof
from reporter.publish.sources import Source

Reread = Callable[[Path, str], RawText]
Repair = Callable[[RawText], CleanText]


_TIMES = re.compile(r"(?<!\d)(\d++(?:\.\d++)?)(小时|时|分钟|分|秒)")
_SECONDS = {"小时": 3600, "时": 3600, "分钟": 60, "分": 60, "秒": 1}


@dataclass(frozen=True, slots=True)
class Quotation:
    """Something that a build prints and the stretch of the source that it comes from. ``within`` says that it may begin
    or end inside a repair, whose whole then stands in the stretch."""

    kind: str
    name: str
    text: str
    start: int
    end: int
    exact: bool
    within: bool = False


def prove_document(
    build: Path,
    document: DocumentEntry,
    source: Source,
    proof: Proof,
    *,
    reread: Reread,
    repair: Repair | None,
) -> str | None:
    """Prove one document against its source.

    Args:
        reread: reads a file as the build read it.
        repair: makes the repairs anew, to hold them against the recorded ones; None leaves that out.

    Returns:
        The repaired text of the source as it was when the build was made; None when that can't be had.
    """
    name = repairs_name(document.id)
    try:
        raw = reread(source.path, document.path)
        repairs = read_repairs(build, document.id)
        ledger = Ledger(raw.ledger.source, repairs.ledger_edits())
    except (OSError, msgspec.MsgspecError) as error:
        proof.failed(name, "", f"can't be read: {error}")
    except LedgerError as error:
        proof.failed(document.path if source.changed else name, "", f"the repairs do not fit: {error}")
    except ReporterError as error:
        proof.failed(document.path, "", f"can't be read any more: {error}")
    else:
        if not source.changed:
            _prove_repairs(document, repairs, raw, repair, proof)
            if repair is not None:
                _prove_script(document, ledger, proof)
        _prove_description(document, raw, ledger, proof)
        _prove_quotations(document, ledger, source.changed, proof)
        _prove_figures(document, ledger, source.changed, proof)
        return None if source.changed else ledger.text
    return None


def _prove_repairs(
    document: DocumentEntry, repairs: Repairs, raw: RawText, repair: Repair | None, proof: Proof
) -> None:
    """The recorded repairs are those that the rules make: nothing was smuggled in as a repair."""
    name = repairs_name(document.id)
    if repairs.document != document.id:
        proof.failed(name, "document", f"belongs to {repairs.document}, not to {document.id}")
    if repair is None:
        return
    try:
        made = repair(raw).ledger.edits
    except ReporterError as error:
        proof.failed(document.path, "", f"can't be repaired any more: {error}")
        return
    recorded = repairs.ledger_edits()
    wrong = next((pair for pair in zip(recorded, made, strict=False) if pair[0] != pair[1]), None)
    if wrong:
        proof.failed(name, f"edit at {wrong[0].start}", f"the rules make {wrong[1]}, not {wrong[0]}")
    elif len(recorded) != len(made):
        proof.failed(name, "edits", f"the rules make {len(made)}, the build records {len(recorded)}")
    else:
        proof.proved("repairs", len(made))


def _prove_description(document: DocumentEntry, raw: RawText, ledger: Ledger, proof: Proof) -> None:
    """What the document is said to state of itself stands in its text or in its file's metadata."""
    stated = _letters("\n".join([ledger.text, *(value for _, value in raw.metadata)]))
    title = None if document.title.inferred else document.title.text
    given = [("title", title), ("subtitle", document.subtitle), ("number", document.number)]
    given += [("source", document.source), *(("author", name) for name in document.authors)]
    for kind, text in given:
        if text is None:
            continue
        if _letters(text) in stated:
            proof.proved("descriptions")
        else:
            proof.failed(BRIEFING, f"{kind} of {document.id}", f"“{text}” does not stand in {document.path}")


def _prove_script(document: DocumentEntry, ledger: Ledger, proof: Proof) -> None:
    """The script that the document is said to be in, which decides how it is printed, is its text's."""
    script = script_of(ledger.text)
    if script == document.script:
        proof.proved("scripts")
    else:
        proof.failed(BRIEFING, f"script of {document.id}", f"is {document.script}, the text's is {script}")


def _prove_quotations(document: DocumentEntry, ledger: Ledger, changed: bool, proof: Proof) -> None:
    for quotation in _quotations(document):
        place = f"{quotation.kind} {quotation.name} at {quotation.start}-{quotation.end} of {document.path}"
        try:
            given = ledger.replay(quotation.start, quotation.end)
        except LedgerError as error:
            proof.failed(document.path if changed else BRIEFING, place, str(error))
            continue
        if _agrees(given, quotation):
            proof.proved(f"{quotation.kind}s")
        else:
            proof.failed(document.path if changed else BRIEFING, place, difference(given, quotation.text))


def _agrees(given: str, quotation: Quotation) -> bool:
    """Whether what the source gives is what the build prints, as closely as that must be."""
    if given == quotation.text or quotation.exact:
        return given == quotation.text
    letters = _letters(quotation.text)
    return letters in _letters(given) if quotation.within else letters == _letters(given)


def _quotations(document: DocumentEntry) -> Iterator[Quotation]:
    """All that the document quotes.

    Sentences are exact. Of headings, dates and cells the letters and digits are: a heading over two lines is joined,
    and its full stop is not printed.
    """
    for sentence in document.sentences:
        yield Quotation("sentence", sentence.id, sentence.text, sentence.start, sentence.end, exact=True)
    for section in document.sections:
        heading = (section.number or "") + section.heading
        yield Quotation("heading", section.id, heading, section.start, section.end, exact=False)
    for event in document.events:
        yield Quotation("date", event.text, event.text, event.start, event.end, exact=False)
    for kind, names in (("person", document.people), ("firm", document.companies)):
        for named in names:
            yield Quotation(kind, named.name, named.name, named.start, named.end, exact=False)
    for kind, entry in _words(document):
        if entry.start is not None and entry.end is not None:
            text = entry.text or entry.body
            yield Quotation(kind, text, text, entry.start, entry.end, exact=False, within=True)
    yield from _cells(document)


def _cells(document: DocumentEntry) -> Iterator[Quotation]:
    """The cells of the tables that have a place in the source."""
    for table in document.tables:
        for row, (texts, cells) in enumerate(zip(table.rows, table.cells, strict=False)):
            for column, (text, cell) in enumerate(zip(texts, cells, strict=False)):
                if isinstance(cell, tuple):
                    name = f"{table.id}[{row}][{column}]"
                    yield Quotation("cell", name, text, cell[0], cell[1], exact=False)


def _words(document: DocumentEntry) -> Iterator[tuple[str, WordsEntry]]:
    """The words beside sentences and tables that the document is said to hold, each with what they are."""
    for target in document.targets:
        if target.deadline is not None:
            yield "deadline", target.deadline
        yield from (("assignment", duty) for duty in target.responsible)
    yield from (("honour", honour) for honour in document.honours)
    yield from (("reference", reference) for reference in document.references)


def _prove_figures(document: DocumentEntry, ledger: Ledger, changed: bool, proof: Proof) -> None:
    """Each figure lies in the sentence that it names, and its place in the source states its value."""
    sentences = {sentence.id: sentence for sentence in document.sentences}
    for figure in document.indicators:
        sentence = sentences.get(figure.sentence)
        place = f"indicator {figure.id} at {figure.start}-{figure.end} of {document.path}"
        if sentence is None:
            proof.failed(BRIEFING, place, f"names the sentence {figure.sentence}, which does not exist")
        elif not sentence.start <= figure.start < figure.end <= sentence.end:
            proof.failed(BRIEFING, place, f"lies outside its sentence {sentence.id}")
        elif not states(words := _replayed(ledger, figure), figure.value, figure.unit):
            file = document.path if changed else BRIEFING
            proof.failed(file, place, f"the source says “{words}”, the build {figure.value} {figure.unit}")
        else:
            proof.proved("indicators")


def _replayed(ledger: Ledger, figure: IndicatorEntry) -> str:
    try:
        return ledger.replay(figure.start, figure.end)
    except LedgerError:  # the figure's end lies inside an edit: its sentence is proved as a whole
        return ""


def states(words: str, value: Number | tuple[Number, Number], unit: str) -> bool:
    """Whether the words hold a number with the digits of the value (of both values of a range).

    Scales are left out: 2万 states 20000 and 2 with the unit 万. Words without digits (三分之二, 半年) and fractions
    are taken as they are. Hours, minutes and seconds that follow one another are added up.
    """
    plain = simplified(words)
    numerals = [numeral for numeral in find_numerals(plain) if not numeral.han]
    if not numerals or "/" in words or any(numeral.kind == "fraction" for numeral in numerals):
        return True
    stated = {_digits(end) for numeral in numerals for end in (numeral.low, numeral.high)}
    values = value if isinstance(value, tuple) else (value,)
    return all(_digits(Decimal(str(part))) in stated for part in values) or _duration(plain, unit) == values[0]


def _duration(words: str, unit: str) -> Decimal | None:
    """A duration of several parts (6分42秒) in a unit of time; None for other words."""
    parts = _TIMES.findall(words)
    if len(parts) < 2 or unit not in _SECONDS:
        return None
    return sum((Decimal(number) * _SECONDS[part] for number, part in parts), Decimal(0)) / _SECONDS[unit]


def _digits(value: Decimal) -> str:
    """The digits of a number without the zeros around them."""
    return "".join(map(str, value.normalize().as_tuple().digits))


def difference(given: str, expected: str) -> str:
    """The first difference between what the source gives and what the build prints, with a little around it."""
    pairs = zip(given, expected, strict=False)
    at = next((index for index, (one, two) in enumerate(pairs) if one != two), min(len(given), len(expected)))
    low = max(0, at - 6)
    source, build = given[low : at + 10], expected[low : at + 10]
    return f"the source gives “{source}”, the build prints “{build}” (character {at})"


def _letters(text: str) -> str:
    """The text without white space and punctuation."""
    return "".join(char for char in text if unicodedata.category(char)[0] not in "PZC")
